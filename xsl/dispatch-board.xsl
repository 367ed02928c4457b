<?xml version="1.0" encoding="UTF-8"?>
<!-- The coordinators' board: a column for each state. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='dispatch-board']" mode="title"><t:text id="dispatch.title"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='dispatch-board']" mode="head">
  <meta name="robots" content="noindex"/>
  <xsl:if test="not(pager)"><script src="{@root}/s/koordinace.{t:build}.js" defer="defer"></script></xsl:if>
</xsl:template>
<xsl:template match="page[@name='dispatch-board']" mode="main">
  <h1><t:text id="dispatch.title"><t:arg select="t:place(desk)"/></t:text></h1>
  <p class="acts">
    <a class="btn" href="{$desk}/telefon"><t:icon name="phone"/><t:text id="dispatch.phone-title"/></a>
    <a class="go" href="{$desk}/prehled"><t:icon name="doc"/><t:text id="dispatch.figures"/></a>
    <xsl:if test="viewer/may[@action='help.settings'] and desk/@of = 'town'"><a class="go" href="{$desk}/nastaveni"><t:icon name="tools"/><t:text id="dispatch.settings"/></a></xsl:if>
    <xsl:if test="desk/@of = 'town'"><a class="go" href="{$desk}/rozvoz"><t:icon name="car"/><t:text id="delivery.board"/></a></xsl:if>
    <xsl:if test="viewer/may[@action='help.crisis'] and desk/@of = 'town'"><a class="go" href="{$desk}/krize"><t:icon name="alert"/><t:text id="crisis.mode"/></a></xsl:if>
  </p>
  <xsl:choose>
    <xsl:when test="pager">
      <xsl:apply-templates select="column"/>
      <xsl:apply-templates select="pager"/>
      <p class="acts"><a class="go" href="{$desk}"><t:icon name="board"/><t:text id="dispatch.to-board"/></a></p>
    </xsl:when>
    <xsl:otherwise>
      <p class="small soft" id="zmena" role="status"></p>
      <div class="slips" data-live="{t:dispatch.live}"><xsl:apply-templates select="column"/></div>
      <p class="acts"><a class="go" href="{$desk}?stav=uzavrene"><t:icon name="check"/><t:text id="dispatch.closed-link"/></a></p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="column" mode="name">
  <xsl:choose>
    <xsl:when test="@state = 'review'"><t:text id="dispatch.review"/></xsl:when>
    <xsl:when test="@state = 'open'"><t:text id="dispatch.open"/></xsl:when>
    <xsl:when test="@state = 'reserved'"><t:text id="dispatch.reserved"/></xsl:when>
    <xsl:when test="@state = 'filled'"><t:text id="dispatch.filled"/></xsl:when>
    <xsl:when test="@state = 'underway'"><t:text id="dispatch.underway"/></xsl:when>
    <xsl:when test="@state = 'done_claimed'"><t:text id="dispatch.done"/></xsl:when>
    <xsl:when test="@state = 'hidden'"><t:text id="dispatch.hidden"/></xsl:when>
    <xsl:otherwise><t:text id="dispatch.closed"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="column">
  <section aria-labelledby="{@word}">
    <div class="head"><h2 id="{@word}"><xsl:apply-templates select="." mode="name"/>: <xsl:value-of select="t:number(@count)"/></h2></div>
    <xsl:choose>
      <xsl:when test="card"><ul class="rows"><xsl:apply-templates select="card"/></ul></xsl:when>
      <xsl:otherwise><p class="soft"><t:text id="dispatch.none"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(../pager) and @count &gt; count(card)"><p class="acts"><a class="go" href="{$desk}?stav={@word}"><t:icon name="next"/><t:text id="dispatch.all"><t:arg select="t:number(@count)"/></t:text></a></p></xsl:if>
  </section>
</xsl:template>

<xsl:template match="card">
  <li class="row"><div>
    <xsl:if test="@urgent or @stale or @applied or @outcome">
      <p class="tags">
        <xsl:if test="@urgent"><span class="tag brick"><t:icon name="clock"/><t:text id="help.urgent"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="@stale"><span class="tag lit"><t:icon name="wait"/><t:text id="dispatch.stale"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="@applied"><span class="tag"><t:icon name="person"/><t:text id="dispatch.applied"><t:arg select="@applied"/></t:text></span></xsl:if>
        <xsl:if test="@outcome"><span class="tag mute"><xsl:apply-templates select="." mode="ended"/></span></xsl:if>
      </p>
    </xsl:if>
    <h3><a href="{$desk}/{@id}"><xsl:value-of select="title"/></a></h3>
    <ul class="meta">
      <li><xsl:apply-templates select="@icon" mode="help-icon"/><span><xsl:call-template name="help-category"><xsl:with-param name="code" select="@category"/></xsl:call-template></span></li>
      <li><t:icon name="person"/><span><xsl:value-of select="who"/></span></li>
      <li><t:icon name="place"/><span><xsl:if test="../../desk/@of = 'organisation' or not(part)"><xsl:value-of select="where"/></xsl:if><xsl:if test="../../desk/@of = 'organisation' and part">, </xsl:if><xsl:value-of select="part"/></span></li>
      <li><t:icon name="people"/><span><t:text id="dispatch.places"><t:arg select="@filled"/><t:arg select="@slots"/></t:text></span></li>
      <xsl:if test="@invited"><li><t:icon name="mail"/><span><t:text id="dispatch.invited"><t:arg select="@invited"/></t:text></span></li></xsl:if>
      <xsl:if test="coordinator"><li><t:icon name="shield"/><span><xsl:value-of select="coordinator"/></span></li></xsl:if>
      <li><t:icon name="clock"/><span><t:text id="dispatch.since"><t:arg select="t:moment(changed)"/></t:text></span></li>
    </ul>
  </div></li>
</xsl:template>
<xsl:template match="card | earlier" mode="ended">
  <xsl:choose>
    <xsl:when test="@outcome = 'fulfilled'"><t:text id="help.outcome-fulfilled"/></xsl:when>
    <xsl:when test="@outcome = 'partly'"><t:text id="help.outcome-partly"/></xsl:when>
    <xsl:when test="@outcome = 'unfulfilled'"><t:text id="help.outcome-unfulfilled"/></xsl:when>
    <xsl:when test="@outcome = 'withdrawn'"><t:text id="help.outcome-withdrawn"/></xsl:when>
    <xsl:when test="@outcome = 'expired'"><t:text id="help.outcome-expired"/></xsl:when>
    <xsl:when test="@outcome = 'rejected'"><t:text id="help.outcome-rejected"/></xsl:when>
    <xsl:otherwise><t:text id="help.outcome-removed"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
</xsl:stylesheet>
