<?xml version="1.0" encoding="UTF-8"?>
<!-- OPML 2.0 of a region or district: the boards of its municipalities, for a reader to subscribe to all at once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="https://sousede.example/feed"
    xmlns:t="https://sousede.example/text" exclude-result-prefixes="f t">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="text/x-opml; charset=utf-8"/>

  <xsl:template match="/page">
    <xsl:variable name="name"><t:text id="feed.opml"><t:arg select="district | region[not(/page/district)]"/></t:text></xsl:variable>
    <opml version="2.0">
      <head>
        <title><xsl:value-of select="$name"/></title>
        <xsl:if test="@modified != ''"><dateModified><xsl:value-of select="f:rfc822(@modified)"/></dateModified></xsl:if>
        <ownerName>Sousedská pomoc</ownerName>
      </head>
      <!-- one folder, there even when no town has a board yet: a body may not be empty -->
      <body><outline text="{$name}"><xsl:apply-templates select="place"/></outline></body>
    </opml>
  </xsl:template>

  <xsl:template match="place">
    <xsl:variable name="address" select="concat($base, '/', @slug, '/nastenka')"/>
    <xsl:variable name="label"><t:text id="feed.title"><t:arg select="name"/></t:text></xsl:variable>
    <outline type="rss" version="RSS2" language="{$language}" text="{name}" title="{$label}" htmlUrl="{$address}" xmlUrl="{$address}.rss"/>
  </xsl:template>
</xsl:stylesheet>
