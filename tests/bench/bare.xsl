<?xml version="1.0" encoding="UTF-8"?>
<!-- A list of notices and nothing else, as much mark-up for each as the board's ledger and slips have. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="html" encoding="UTF-8" indent="no"/>
<xsl:template match="/page">
  <html lang="cs"><head><title>Nástěnka</title></head>
    <body><h1>Nástěnka</h1><ul class="slips"><xsl:apply-templates select="item"/></ul></body></html>
</xsl:template>
<xsl:template match="item">
  <li class="slip">
    <p class="tags"><span class="tag"><xsl:value-of select="@kind"/></span></p>
    <h3><a href="/o/{@id}-{@slug}"><xsl:value-of select="title"/></a></h3>
    <xsl:if test="summary"><p><xsl:value-of select="summary"/></p></xsl:if>
    <ul class="meta">
      <xsl:if test="category"><li><span><xsl:value-of select="category"/></span></li></xsl:if>
      <xsl:if test="reference"><li><span><xsl:value-of select="reference"/></span></li></xsl:if>
      <li><span><time datetime="{posted}"><xsl:value-of select="posted"/></time></span></li>
      <xsl:if test="until"><li><span><time datetime="{until}"><xsl:value-of select="until"/></time></span></li></xsl:if>
      <xsl:if test="place"><li><span><xsl:value-of select="place"/></span></li></xsl:if>
      <xsl:if test="@attachments &gt; 0"><li><span><xsl:value-of select="@attachments"/></span></li></xsl:if>
    </ul>
  </li>
</xsl:template>
</xsl:stylesheet>
