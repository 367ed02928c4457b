<?xml version="1.0" encoding="UTF-8"?>
<!-- The colour of links in one frame, for both papers: the frame's policy allows no inline style. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8" media-type="text/css"/>

<xsl:template match="/page">
  <xsl:variable name="light" select="colour[@paper = 'light']"/>
  <xsl:variable name="dark" select="colour[@paper = 'dark']"/>
  <xsl:value-of select="concat('.embed a:not(.btn), .embed a:not(.btn):hover { color: #', $light, '; }&#10;')"/>
  <xsl:value-of select="concat('@media (prefers-color-scheme: dark) { :root:not(.light) .embed a:not(.btn) { color: #', $dark, '; } }&#10;')"/>
  <xsl:value-of select="concat(':root.dark .embed a:not(.btn) { color: #', $dark, '; }&#10;')"/>
</xsl:template>

</xsl:stylesheet>
