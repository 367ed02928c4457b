<?xml version="1.0" encoding="UTF-8"?>
<!--
  Requests and offers in words, for feeds and pages alike: what all may know and nothing more.
    request, offer: mode="line"  its title     mode="times" (offer)  when     mode="said"  all of it in one line     mode="facts"  <li>s as text, for feeds' HTML
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="request" mode="line"><xsl:call-template name="help-category"><xsl:with-param name="code" select="@category"/></xsl:call-template>: <xsl:value-of select="title"/></xsl:template>
<xsl:template match="offer" mode="line"><t:text id="lists.offer-of"><t:arg select="who"/></t:text></xsl:template>

<xsl:template match="request" mode="times"><xsl:apply-templates select="." mode="when"/></xsl:template>
<xsl:template match="offer" mode="times">
  <xsl:choose>
    <xsl:when test="@days = 127"><t:text id="lists.days-all"/></xsl:when>
    <xsl:when test="@days = 31"><t:text id="lists.days-work"/></xsl:when>
    <xsl:when test="@days = 96"><t:text id="lists.days-weekend"/></xsl:when>
    <xsl:otherwise><xsl:call-template name="help-days"><xsl:with-param name="left" select="@days"/><xsl:with-param name="n" select="1"/></xsl:call-template></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="@from != 0 or @to != 24">, <t:text id="lists.hours"><t:arg select="@from"/><t:arg select="@to"/></t:text></xsl:if>
</xsl:template>
<xsl:template name="help-days">
  <xsl:param name="left"/>
  <xsl:param name="n"/>
  <xsl:param name="comma"/>
  <xsl:if test="$left mod 2"><xsl:value-of select="concat($comma, t:word($weekdays-short, $n))"/></xsl:if>
  <xsl:if test="$left &gt; 1">
    <xsl:call-template name="help-days"><xsl:with-param name="left" select="floor($left div 2)"/><xsl:with-param name="n" select="$n + 1"/><xsl:with-param name="comma" select="concat($comma, substring(', ', 1, 2 * ($comma = '' and $left mod 2)))"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="request | offer" mode="place"><xsl:value-of select="where"/><xsl:if test="part">, <xsl:value-of select="part"/></xsl:if></xsl:template>

<xsl:template match="request | offer" mode="said">
  <xsl:variable name="times"><xsl:apply-templates select="." mode="times"/></xsl:variable>
  <xsl:if test="text"><xsl:value-of select="normalize-space(text)"/><xsl:text> </xsl:text></xsl:if>
  <xsl:value-of select="t:capital(string($times))"/>, <xsl:apply-templates select="." mode="place"/>
  <xsl:if test="who != ''">, <xsl:value-of select="who"/></xsl:if>
</xsl:template>

</xsl:stylesheet>
