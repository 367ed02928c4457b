<?xml version="1.0" encoding="UTF-8"?>
<!-- oEmbed as XML: the same answer as oembed.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="https://sousede.example/embed"
  xmlns:t="https://sousede.example/text" exclude-result-prefixes="e t">
<xsl:include href="answer.xsl"/>
<xsl:output method="xml" encoding="UTF-8" indent="no" media-type="text/xml"/>

<xsl:template match="/page">
  <oembed>
    <version>1.0</version>
    <type>rich</type>
    <title><xsl:value-of select="$title"/></title>
    <provider_name><t:text id="embed.provider"/></provider_name>
    <provider_url><xsl:value-of select="@base"/></provider_url>
    <cache_age>300</cache_age>
    <html><xsl:call-template name="answer"/></html>
    <width><xsl:value-of select="oembed/@width"/></width>
    <height><xsl:value-of select="oembed/@height"/></height>
  </oembed>
</xsl:template>

</xsl:stylesheet>
