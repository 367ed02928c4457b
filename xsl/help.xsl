<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program help. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="help-parts.xsl"/>
<xsl:include href="help-list.xsl"/>
<xsl:include href="help-offer.xsl"/>
<xsl:include href="help-ask.xsl"/>
<xsl:include href="help-mine.xsl"/>
<xsl:include href="help-standing.xsl"/>
<xsl:include href="help-doing.xsl"/>
<xsl:template match="page" mode="nav">help</xsl:template>

<xsl:template match="page[@name='help-show']" mode="title"><xsl:value-of select="request/title"/> | <t:text id="help.title"><t:arg select="t:place(town/name)"/></t:text></xsl:template>
<xsl:template match="page[@name='help-show']" mode="crumbs"><li aria-current="page"><t:text id="help.request"><t:arg select="request/@code"/></t:text></li></xsl:template>
<xsl:template match="page[@name='help-show']" mode="main">
  <h1><xsl:value-of select="request/title"/></h1>
  <xsl:apply-templates select="request" mode="tags"/>
  <xsl:if test="request/text"><p class="lead"><xsl:value-of select="request/text"/></p></xsl:if>
  <xsl:apply-templates select="request" mode="meta"/>
  <xsl:choose>
    <xsl:when test="request/@state = 'closed'"><p class="note"><t:text id="help.is-over"/></p></xsl:when>
    <xsl:when test="request/@state = 'reserved'"><p class="note"><t:text id="help.is-reserved"/></p></xsl:when>
    <xsl:when test="request/@state != 'open'"><p class="note"><t:text id="help.is-filled"/></p></xsl:when>
    <xsl:otherwise><xsl:apply-templates select="request" mode="seats"/></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="mine"><p class="acts"><a class="btn" href="{@root}{mine/@path}"><t:icon name="person"/><t:text id="help.mine-link"/></a></p></xsl:if>
  <xsl:apply-templates select="apply"/>
  <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help.seen-by"/></p>
</xsl:template>
</xsl:stylesheet>
