<?xml version="1.0" encoding="UTF-8"?>
<!--
  A board as a bare piece of HTML for other sites: no stylesheet, whole addresses, class names that never change.
  Their own styles dress it: .sousede, .sousede-oznameni with the kind beside it, .sousede-druh, .sousede-visi, .sousede-vse.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:e="https://sousede.example/embed" exclude-result-prefixes="e t">

<xsl:template name="e:piece">
  <xsl:param name="level" select="2"/>
  <div class="sousede" lang="{t:lang}">
    <xsl:element name="h{$level}"><a href="{$e:board}"><xsl:value-of select="$e:title"/></a></xsl:element>
    <xsl:choose>
      <xsl:when test="item">
        <ul>
          <xsl:apply-templates select="item[@urgent or @kind = 'crisis']" mode="piece"/>
          <xsl:apply-templates select="item[not(@urgent or @kind = 'crisis')]" mode="piece"/>
        </ul>
      </xsl:when>
      <xsl:when test="embed/@oznameni"><p><t:text id="embed.gone"/></p></xsl:when>
      <xsl:otherwise><p><t:text id="embed.empty"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="item/@unofficial"><p><small><t:text id="embed.unofficial"/></small></p></xsl:if>
    <p class="sousede-vse"><a href="{$e:board}"><t:text id="embed.all"/></a></p>
  </div>
</xsl:template>

<xsl:template match="item" mode="piece">
  <li class="sousede-oznameni sousede-{@kind}">
    <a href="{$e:base}{@href}"><xsl:value-of select="title"/></a>
    <xsl:text> </xsl:text>
    <small>
      <span class="sousede-druh"><xsl:apply-templates select="." mode="kind-word"/></span>
      <xsl:text>, </xsl:text>
      <span class="sousede-visi"><xsl:apply-templates select="." mode="dates"/></span>
    </small>
  </li>
</xsl:template>

<xsl:template match="item" mode="kind-word">
  <xsl:choose>
    <xsl:when test="@kind = 'official_copy'"><t:text id="kind.official_copy"/></xsl:when>
    <xsl:when test="@kind = 'community'"><t:text id="kind.community"/></xsl:when>
    <xsl:when test="@kind = 'crisis'"><t:text id="kind.crisis"/></xsl:when>
    <xsl:otherwise><t:text id="kind.information"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="item" mode="dates">
  <xsl:choose>
    <xsl:when test="event"><xsl:value-of select="t:capital(t:when(event))"/></xsl:when>
    <xsl:when test="until"><t:text id="embed.until"><t:arg select="t:date(until)"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="embed.posted"><t:arg select="t:date(posted)"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
