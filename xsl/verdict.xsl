<?xml version="1.0" encoding="UTF-8"?>
<!-- Words of reasons and measures, for pages, letters and feeds. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template name="reason">
  <xsl:param name="code"/>
  <xsl:param name="label"/>
  <xsl:choose>
    <xsl:when test="$code = 'danger'"><t:text id="verdict.danger"/></xsl:when>
    <xsl:when test="$code = 'child_abuse'"><t:text id="verdict.child"/></xsl:when>
    <xsl:when test="$code = 'personal_data'"><t:text id="verdict.personal"/></xsl:when>
    <xsl:when test="$code = 'fraud_suspected'"><t:text id="verdict.fraud"/></xsl:when>
    <xsl:when test="$code = 'illegal'"><t:text id="verdict.illegal"/></xsl:when>
    <xsl:when test="$code = 'offensive'"><t:text id="verdict.offensive"/></xsl:when>
    <xsl:when test="$code = 'commercial'"><t:text id="verdict.commercial"/></xsl:when>
    <xsl:when test="$code = 'wrong_board'"><t:text id="verdict.wrong-board"/></xsl:when>
    <xsl:when test="$code = 'duplicate'"><t:text id="verdict.duplicate"/></xsl:when>
    <xsl:when test="$code = 'expired'"><t:text id="verdict.expired"/></xsl:when>
    <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
    <xsl:otherwise><t:text id="verdict.other"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="measure">
  <xsl:param name="action"/>
  <xsl:choose>
    <xsl:when test="$action = 'limited'"><t:text id="verdict.limited"/></xsl:when>
    <xsl:when test="$action = 'hidden'"><t:text id="verdict.hidden"/></xsl:when>
    <xsl:when test="$action = 'removed'"><t:text id="verdict.removed"/></xsl:when>
    <xsl:when test="$action = 'restored'"><t:text id="verdict.restored"/></xsl:when>
    <xsl:when test="$action = 'warned'"><t:text id="verdict.warned"/></xsl:when>
    <xsl:when test="$action = 'suspended'"><t:text id="verdict.suspended"/></xsl:when>
    <xsl:when test="$action = 'banned'"><t:text id="verdict.banned"/></xsl:when>
    <xsl:when test="$action = 'normal'"><t:text id="verdict.lifted"/></xsl:when>
    <xsl:otherwise><t:text id="verdict.none"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="kind-of-target">
  <xsl:param name="target"/>
  <xsl:choose>
    <xsl:when test="$target = 'notice'"><t:text id="verdict.notice"/></xsl:when>
    <xsl:when test="$target = 'organisation'"><t:text id="verdict.organisation"/></xsl:when>
    <xsl:when test="$target = 'person'"><t:text id="verdict.person"/></xsl:when>
    <xsl:when test="$target = 'request'"><t:text id="verdict.request"/></xsl:when>
    <xsl:when test="$target = 'response'"><t:text id="verdict.response"/></xsl:when>
    <xsl:otherwise><t:text id="verdict.page"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- "Oznámení: skryto" -->
<xsl:template name="verdict">
  <xsl:param name="decision"/>
  <xsl:call-template name="kind-of-target"><xsl:with-param name="target" select="$decision/@target"/></xsl:call-template>
  <xsl:text>: </xsl:text>
  <xsl:call-template name="measure"><xsl:with-param name="action" select="$decision/@action"/></xsl:call-template>
</xsl:template>

</xsl:stylesheet>
