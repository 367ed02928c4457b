<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text for robots: robots.txt (RFC 9309), security.txt (RFC 9116), sitemap.txt. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8" media-type="text/plain"/>
<xsl:strip-space elements="*"/>

<!-- Lists by filter are the same notices again; the search is for people. -->
<xsl:template match="/page[@name='robots']">User-agent: *
Disallow: <xsl:value-of select="@root"/>/hledat
Disallow: <xsl:value-of select="@root"/>/kolem
Disallow: <xsl:value-of select="@root"/>/mista.json
Disallow: <xsl:value-of select="@root"/>/*/nastenka?*q=
Sitemap: <xsl:value-of select="@base"/>/sitemap.txt
</xsl:template>

<xsl:template match="/page[@name='security']">
  <xsl:text>Contact: </xsl:text>
  <xsl:choose>
    <xsl:when test="@contact != ''">mailto:<xsl:value-of select="@contact"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="@base"/>/o-projektu</xsl:otherwise>
  </xsl:choose>
Expires: <xsl:value-of select="expires/@utc"/>
Preferred-Languages: cs, en
Canonical: <xsl:value-of select="@base"/>/.well-known/security.txt
</xsl:template>

<xsl:template match="/page[@name='sitemap']">
  <xsl:value-of select="@base"/><xsl:text>/&#10;</xsl:text>
  <xsl:for-each select="place">
    <xsl:value-of select="concat(/page/@base, '/', @slug, '&#10;', /page/@base, '/', @slug, '/nastenka&#10;')"/>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
