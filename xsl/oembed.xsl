<?xml version="1.0" encoding="UTF-8"?>
<!-- oEmbed as JSON. The html is what WordPress lets through: a quotation with the link, and the frame (web.md 4). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
  xmlns:e="https://sousede.example/embed" xmlns:t="https://sousede.example/text" exclude-result-prefixes="e t">
<xsl:include href="answer.xsl"/>
<xsl:output method="xml" encoding="UTF-8" indent="no" media-type="application/json"/>

<xsl:template match="/page">
  <map>
    <string key="version">1.0</string>
    <string key="type">rich</string>
    <string key="title"><xsl:value-of select="$title"/></string>
    <string key="provider_name"><t:text id="embed.provider"/></string>
    <string key="provider_url"><xsl:value-of select="@base"/></string>
    <number key="cache_age">300</number>
    <string key="html"><xsl:call-template name="answer"/></string>
    <number key="width"><xsl:value-of select="oembed/@width"/></number>
    <number key="height"><xsl:value-of select="oembed/@height"/></number>
  </map>
</xsl:template>

</xsl:stylesheet>
