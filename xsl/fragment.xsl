<?xml version="1.0" encoding="UTF-8"?>
<!-- .html: the piece alone, for a server that puts it into its own page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:e="https://sousede.example/embed" exclude-result-prefixes="e t">
<xsl:include href="text.xsl"/>
<xsl:include href="snippet.xsl"/>
<xsl:include href="piece.xsl"/>
<xsl:output method="html" encoding="UTF-8" indent="no" media-type="text/html"/>

<xsl:template match="/page"><xsl:call-template name="e:piece"/></xsl:template>

</xsl:stylesheet>
