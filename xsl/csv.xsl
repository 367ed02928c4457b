<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables for spreadsheets (RFC 4180). Czech spreadsheets part columns by semicolons and want to know that it is UTF-8. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:output method="text" encoding="UTF-8" media-type="text/csv"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page[@name='dispatch-figures']">
  <xsl:text>&#xFEFF;</xsl:text>
  <t:text id="dispatch.csv-month"/>;<t:text id="dispatch.asked"/>;<t:text id="dispatch.fulfilled"/>;<t:text id="dispatch.partly"/>;<t:text id="dispatch.unfulfilled"/>;<t:text id="dispatch.median"/>
  <xsl:text>&#13;&#10;</xsl:text>
  <xsl:for-each select="month">
    <xsl:value-of select="concat(@name, ';', @asked, ';', @fulfilled, ';', @partly, ';', @unfulfilled, ';', translate(@median, '.', ','), '&#13;&#10;')"/>
  </xsl:for-each>
</xsl:template>
</xsl:stylesheet>
