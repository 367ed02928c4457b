<?xml version="1.0" encoding="UTF-8"?>
<!-- OPML 2.0 of a region or district: the boards of its municipalities, for a reader to subscribe to all at once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="https://sousede.example/feed"
    xmlns:t="https://sousede.example/text" exclude-result-prefixes="f t">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="text/x-opml; charset=utf-8"/>

  <xsl:template match="/page">
    <opml version="2.0">
      <head>
        <title><t:text id="feed.opml"><t:arg select="(region/@name | district/@name | region | district | @title)[1]"/></t:text></title>
        <xsl:if test="@modified != ''"><dateModified><xsl:value-of select="f:rfc822(@modified)"/></dateModified></xsl:if>
        <ownerName>Sousedská pomoc</ownerName>
      </head>
      <body><xsl:apply-templates select="//place[@slug]"/></body>
    </opml>
  </xsl:template>

  <xsl:template match="place">
    <xsl:variable name="address" select="concat($base, '/', @slug, '/nastenka')"/>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space(name | self::*[not(name)])"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="label"><t:text id="feed.title"><t:arg select="$name"/></t:text></xsl:variable>
    <outline type="rss" version="RSS2" language="{$language}" text="{$name}" title="{$label}" htmlUrl="{$address}" xmlUrl="{$address}.rss"/>
  </xsl:template>
</xsl:stylesheet>
