<?xml version="1.0" encoding="UTF-8"?>
<!--
  CommonMark XML to HTML: <xsl:apply-templates select="body" mode="markdown"/>. The text of a notice stands under its own heading,
  so its headings begin `shift` levels lower and never skip a level, whatever the author typed. Links of others get rel="nofollow ugc noopener"; pictures become links to them
  (nothing is loaded from elsewhere). Raw HTML never gets into the page document; unknown nodes give their text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:cm="http://commonmark.org/xml/1.0"
  xmlns:t="https://sousede.example/text" exclude-result-prefixes="cm t">

<xsl:template match="body" mode="markdown">
  <xsl:param name="shift" select="1"/>
  <!-- an outline of more than a hundred headings is an attack on the next template, not a text -->
  <xsl:apply-templates select="cm:*" mode="markdown"><xsl:with-param name="shift" select="$shift * (count(.//cm:heading) &lt;= 100)"/></xsl:apply-templates>
</xsl:template>

<xsl:template match="cm:*" mode="markdown">
  <xsl:param name="shift"/>
  <xsl:apply-templates mode="markdown"><xsl:with-param name="shift" select="$shift"/></xsl:apply-templates>
</xsl:template>

<!-- white space between nodes is only layout of the XML -->
<xsl:template match="text()" mode="markdown"/>
<xsl:template match="cm:text" mode="markdown"><xsl:value-of select="."/></xsl:template>
<xsl:template match="cm:softbreak" mode="markdown"><xsl:text> </xsl:text></xsl:template>
<xsl:template match="cm:linebreak" mode="markdown"><br/></xsl:template>
<xsl:template match="cm:thematic_break" mode="markdown"><hr/></xsl:template>
<xsl:template match="cm:html_block | cm:html_inline | cm:custom_block | cm:custom_inline" mode="markdown"/>

<xsl:template match="cm:paragraph" mode="markdown"><p><xsl:apply-templates mode="markdown"/></p></xsl:template>
<xsl:template match="cm:list[@tight='true']/cm:item/cm:paragraph" mode="markdown">
  <xsl:if test="preceding-sibling::*"><br/></xsl:if>
  <xsl:apply-templates mode="markdown"/>
</xsl:template>
<xsl:template match="cm:emph" mode="markdown"><em><xsl:apply-templates mode="markdown"/></em></xsl:template>
<xsl:template match="cm:strong" mode="markdown"><strong><xsl:apply-templates mode="markdown"/></strong></xsl:template>
<xsl:template match="cm:code" mode="markdown"><code><xsl:value-of select="."/></code></xsl:template>
<xsl:template match="cm:code_block" mode="markdown"><pre><xsl:value-of select="."/></pre></xsl:template>

<xsl:template match="cm:heading" mode="markdown">
  <xsl:param name="shift"/>
  <xsl:variable name="level">
    <xsl:choose>
      <xsl:when test="$shift = 0">2</xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="outline"><xsl:with-param name="level" select="1 + $shift"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:element name="h{substring('123456666666', $level, 1)}"><xsl:apply-templates mode="markdown"/></xsl:element>
</xsl:template>

<!-- One deeper than the nearest heading before it that is higher. -->
<xsl:template match="cm:heading" mode="outline">
  <xsl:param name="level"/>
  <xsl:variable name="above" select="preceding::cm:heading[@level &lt; current()/@level
    and generate-id(ancestor::body) = generate-id(current()/ancestor::body)][1]"/>
  <xsl:choose>
    <xsl:when test="$above"><xsl:apply-templates select="$above" mode="outline"><xsl:with-param name="level" select="$level + 1"/></xsl:apply-templates></xsl:when>
    <xsl:otherwise><xsl:value-of select="$level"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="cm:block_quote" mode="markdown">
  <xsl:param name="shift"/>
  <blockquote><xsl:apply-templates mode="markdown"><xsl:with-param name="shift" select="$shift"/></xsl:apply-templates></blockquote>
</xsl:template>

<xsl:template match="cm:list" mode="markdown">
  <xsl:param name="shift"/>
  <ul><xsl:apply-templates mode="markdown"><xsl:with-param name="shift" select="$shift"/></xsl:apply-templates></ul>
</xsl:template>
<xsl:template match="cm:list[@type='ordered']" mode="markdown">
  <xsl:param name="shift"/>
  <ol>
    <xsl:if test="@start != 1"><xsl:copy-of select="@start"/></xsl:if>
    <xsl:apply-templates mode="markdown"><xsl:with-param name="shift" select="$shift"/></xsl:apply-templates>
  </ol>
</xsl:template>
<xsl:template match="cm:item" mode="markdown">
  <xsl:param name="shift"/>
  <li><xsl:apply-templates mode="markdown"><xsl:with-param name="shift" select="$shift"/></xsl:apply-templates></li>
</xsl:template>

<xsl:template match="cm:link | cm:image" mode="markdown">
  <xsl:variable name="words"><xsl:apply-templates mode="markdown"/></xsl:variable>
  <xsl:variable name="text" select="concat($words, substring(@destination, 1, string-length(@destination) * ($words = '')))"/>
  <xsl:choose>
    <!-- a link inside a link (a picture that leads somewhere) is not HTML -->
    <xsl:when test="not(@destination != '') or ancestor::cm:link"><xsl:copy-of select="$words"/></xsl:when>
    <xsl:when test="starts-with(@destination, '/')"><a href="{$page/@root}{@destination}"><xsl:value-of select="$text"/></a></xsl:when>
    <xsl:otherwise><a href="{@destination}" rel="nofollow ugc noopener"><xsl:value-of select="$text"/></a></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
