<?xml version="1.0" encoding="UTF-8"?>
<!-- What oEmbed answers in either format: the title and the html of a board or of one notice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="https://sousede.example/embed"
  exclude-result-prefixes="e">
<xsl:include href="snippet.xsl"/>

<xsl:variable name="notice" select="/page/item"/>
<xsl:variable name="title">
  <xsl:choose>
    <xsl:when test="$notice"><xsl:value-of select="$notice/title"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$e:title"/></xsl:otherwise>
  </xsl:choose>
</xsl:variable>

<xsl:template name="answer">
  <xsl:text>&lt;blockquote&gt;</xsl:text>
  <xsl:call-template name="e:link">
    <xsl:with-param name="href">
      <xsl:choose>
        <xsl:when test="$notice"><xsl:value-of select="concat($e:base, '/o/', $notice/@id)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$e:board"/></xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
    <xsl:with-param name="text" select="e:html($title)"/>
  </xsl:call-template>
  <xsl:text>&lt;/blockquote&gt;</xsl:text>
  <xsl:call-template name="e:frame">
    <xsl:with-param name="src" select="concat($e:base, '/vlozit/', $e:slug, e:ask(/page/oembed/@query))"/>
    <xsl:with-param name="title" select="$title"/>
    <xsl:with-param name="width" select="/page/oembed/@width"/>
    <xsl:with-param name="height" select="/page/oembed/@height"/>
    <xsl:with-param name="more" select="''"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
