<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program dispatch: what they share; the board and one request have sheets of their own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="help-parts.xsl"/>
<xsl:include href="help-ask.xsl"/>
<xsl:include href="dispatch-board.xsl"/>
<xsl:include href="dispatch-phone.xsl"/>
<xsl:include href="dispatch-crisis.xsl"/>
<xsl:include href="dispatch-delivery.xsl"/>
<xsl:include href="dispatch-depot.xsl"/>
<xsl:include href="dispatch-town.xsl"/>
<xsl:include href="dispatch-work.xsl"/>
<xsl:template match="page" mode="nav">help</xsl:template>

<xsl:variable name="desk" select="concat(/page/@root, /page/desk/@path)"/>
<xsl:variable name="here" select="concat($desk, '/', /page/request/@id)"/>

<xsl:template match="page[desk]" mode="head" priority="0"><meta name="robots" content="noindex"/></xsl:template>
<xsl:template match="page" mode="description"><t:text id="dispatch.description"/></xsl:template>
<xsl:template match="page[desk]" mode="crumbs" priority="0">
  <xsl:if test="desk/@of = 'organisation'"><li><a href="{@root}{substring-before(desk/@path, '/koordinace')}"><xsl:value-of select="desk"/></a></li></xsl:if>
  <xsl:choose>
    <xsl:when test="@name = 'dispatch-board' and not(pager)"><li aria-current="page"><t:text id="help.desk"/></li></xsl:when>
    <xsl:otherwise><li><a href="{$desk}"><t:text id="help.desk"/></a></li></xsl:otherwise>
  </xsl:choose>
  <xsl:choose>
    <xsl:when test="@name = 'dispatch-show'"><li aria-current="page"><t:text id="help.request"><t:arg select="request/@code"/></t:text></li></xsl:when>
    <xsl:when test="request"><li><a href="{$here}"><t:text id="help.request"><t:arg select="request/@code"/></t:text></a></li></xsl:when>
  </xsl:choose>
</xsl:template>

<!-- A form of one button; name and value what it says. -->
<xsl:template name="dispatch-button">
  <xsl:param name="action" select="$here"/>
  <xsl:param name="name"/>
  <xsl:param name="value"/>
  <xsl:param name="class" select="'btn quiet'"/>
  <xsl:param name="text"/>
  <xsl:param name="more"/>
  <form method="post" action="{$action}">
    <xsl:call-template name="form-secrets"/>
    <xsl:copy-of select="$more"/>
    <button class="{$class}"><xsl:if test="$name"><xsl:attribute name="name"><xsl:value-of select="$name"/></xsl:attribute><xsl:attribute name="value"><xsl:value-of select="$value"/></xsl:attribute></xsl:if><xsl:copy-of select="$text"/></button>
  </form>
</xsl:template>

<xsl:template match="flash[@code='help-reserved']"><p><t:text id="dispatch.flash-reserved"/></p></xsl:template>
<xsl:template match="flash[@code='help-released']"><p><t:text id="dispatch.flash-released"/></p></xsl:template>
<xsl:template match="flash[@code='help-underway']"><p><t:text id="dispatch.flash-underway"/></p></xsl:template>
<xsl:template match="flash[@code='help-done']"><p><t:text id="dispatch.flash-done"/></p></xsl:template>
<xsl:template match="flash[@code='help-closed']"><p><t:text id="dispatch.flash-closed"/></p></xsl:template>
<xsl:template match="flash[@code='help-again']"><p><t:text id="dispatch.flash-again"/></p></xsl:template>
<xsl:template match="flash[@code='help-hidden']"><p><t:text id="dispatch.flash-hidden"/></p></xsl:template>
<xsl:template match="flash[@code='help-restored']"><p><t:text id="dispatch.flash-restored"/></p></xsl:template>
<xsl:template match="flash[@code='help-renewed']"><p><t:text id="dispatch.flash-renewed"/></p></xsl:template>
<xsl:template match="flash[@code='help-accepted']"><p><t:text id="dispatch.flash-accepted"/></p></xsl:template>
<xsl:template match="flash[@code='help-refused']"><p><t:text id="dispatch.flash-refused"/></p></xsl:template>
<xsl:template match="flash[@code='help-declined']"><p><t:text id="dispatch.flash-declined"/></p></xsl:template>
<xsl:template match="flash[@code='help-dropped']"><p><t:text id="dispatch.flash-dropped"/></p></xsl:template>
<xsl:template match="flash[@code='help-no-show']"><p><t:text id="dispatch.flash-no-show"/></p></xsl:template>
<xsl:template match="flash[@code='help-invited']"><p><t:text id="dispatch.flash-invited"/></p></xsl:template>
<xsl:template match="flash[@code='help-covered']"><p><t:text id="dispatch.flash-covered"/></p></xsl:template>
<xsl:template match="flash[@code='help-called']"><p><t:text id="dispatch.flash-called"/></p></xsl:template>
<xsl:template match="flash[@code='help-noted']"><p><t:text id="dispatch.flash-noted"/></p></xsl:template>
<xsl:template match="flash[@code='help-handed']"><p><t:text id="dispatch.flash-handed"/></p></xsl:template>
<xsl:template match="flash[@code='help-published']"><p><t:text id="dispatch.flash-published"/></p></xsl:template>
<xsl:template match="flash[@code='help-edited']"><p><t:text id="dispatch.flash-edited"/></p></xsl:template>
<xsl:template match="flash[@code='help-rejected']"><p><t:text id="dispatch.flash-rejected"/></p></xsl:template>
<xsl:template match="flash[@code='help-set']"><p><t:text id="dispatch.flash-set"/></p></xsl:template>
<xsl:template match="flash[@code='help-taken']"><p><t:text id="dispatch.flash-taken"/></p></xsl:template>
<xsl:template match="flash[@code='help-wave']"><p><t:text id="dispatch.flash-wave"/></p></xsl:template>
<xsl:template match="flash[@code='help-suggested']"><p><t:text id="dispatch.flash-suggested"/></p></xsl:template>
<xsl:template match="flash[@code='help-nobody']"><p><t:text id="dispatch.flash-nobody"/></p></xsl:template>
<xsl:template match="flash[@code='help-ended']"><p><t:text id="dispatch.flash-ended"/></p></xsl:template>
</xsl:stylesheet>
