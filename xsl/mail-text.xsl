<?xml version="1.0" encoding="UTF-8"?>
<!-- The same letters (mail.xsl) as plain text: the first line is the subject, after an empty one comes the letter. With page/@channel = sms one line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text" exclude-result-prefixes="t">
<xsl:import href="mail.xsl"/>
<xsl:output method="text" encoding="UTF-8" media-type="text/plain"/>

<xsl:template match="/page">
  <xsl:value-of select="$parts[self::subject]"/>
  <xsl:text>&#10;&#10;</xsl:text>
  <t:text id="mail.hello"/>
  <xsl:text>&#10;&#10;</xsl:text>
  <xsl:apply-templates select="$parts" mode="text"/>
  <xsl:text>-- &#10;</xsl:text>
  <t:text id="mail.from"><t:arg select="concat(@base, '/')"/></t:text>
  <xsl:text>&#10;</xsl:text>
  <xsl:if test="@contact != ''"><t:text id="mail.answers"><t:arg select="@contact"/></t:text><xsl:text>&#10;</xsl:text></xsl:if>
  <xsl:for-each select="pair[@name='unsubscribe']"><t:text id="mail.stop"/><xsl:value-of select="concat(': ', ., '&#10;')"/></xsl:for-each>
</xsl:template>

<!-- What has no words of its own for an SMS says its subject and where to read on. -->
<xsl:template match="/page[@channel='sms']">
  <xsl:choose>
    <xsl:when test="$parts[self::sms]"><xsl:value-of select="$parts[self::sms]"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="concat($parts[self::subject], ' ', $parts[self::a]/@href)"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Read aloud: what it is, the code digit by digit and once more; an address nobody could write down stays away. -->
<xsl:template match="/page[@channel='voice']">
  <xsl:variable name="digits"><xsl:call-template name="spoken"><xsl:with-param name="text" select="$code"/></xsl:call-template></xsl:variable>
  <t:text id="mail.voice-hello"/>
  <xsl:value-of select="concat(' ', $parts[self::subject], '. ')"/>
  <xsl:choose>
    <xsl:when test="$code"><t:text id="mail.voice-code"><t:arg select="$digits"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="mail.voice-look"><t:arg select="@host"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- "1234 5678" as "1, 2, 3, 4. 5, 6, 7, 8": whoever listens writes it down. -->
<xsl:template name="spoken">
  <xsl:param name="text"/>
  <xsl:variable name="next" select="substring($text, 2, 1)"/>
  <xsl:value-of select="translate(substring($text, 1, 1), ' ', '')"/>
  <xsl:if test="$next = ' '">. </xsl:if>
  <xsl:if test="$next != '' and $next != ' ' and substring($text, 1, 1) != ' '">, </xsl:if>
  <xsl:if test="$next != ''"><xsl:call-template name="spoken"><xsl:with-param name="text" select="substring($text, 2)"/></xsl:call-template></xsl:if>
</xsl:template>

<xsl:template match="subject | sms" mode="text"/>
<xsl:template match="p | note" mode="text"><xsl:value-of select="concat(., '&#10;&#10;')"/></xsl:template>
<xsl:template match="code" mode="text"><xsl:value-of select="concat('    ', ., '&#10;&#10;')"/></xsl:template>
<xsl:template match="fact" mode="text">
  <xsl:value-of select="concat(@name, ': ', ., '&#10;')"/>
  <xsl:if test="not(following-sibling::*[1][self::fact])"><xsl:text>&#10;</xsl:text></xsl:if>
</xsl:template>
<xsl:template match="news" mode="text"><xsl:value-of select="concat(., ':&#10;', @href, '&#10;&#10;')"/></xsl:template>
<xsl:template match="a" mode="text"><xsl:value-of select="concat(., ':&#10;', @href, '&#10;&#10;')"/></xsl:template>

</xsl:stylesheet>
