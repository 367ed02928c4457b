<?xml version="1.0" encoding="UTF-8"?>
<!--
  What pages of help and dispatch share.
    request: mode="slip"  <li class="slip"> in <ul class="slips">, parameter act (its tear-off strip)     mode="tags"  mode="meta"  mode="when"  mode="state"  mode="seats"
    template help-category, parameter code: its word
    any element with @metres and @why (codes of response.why): mode="why" "3 km, má auto, dnes volno"
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:include href="help-feed.xsl"/>

<xsl:template name="help-category">
  <xsl:param name="code"/>
  <xsl:choose>
    <xsl:when test="$code = 'odvoz'"><t:text id="help.cat-odvoz"/></xsl:when>
    <xsl:when test="$code = 'nakup'"><t:text id="help.cat-nakup"/></xsl:when>
    <xsl:when test="$code = 'zahrada'"><t:text id="help.cat-zahrada"/></xsl:when>
    <xsl:when test="$code = 'opravy'"><t:text id="help.cat-opravy"/></xsl:when>
    <xsl:when test="$code = 'technika'"><t:text id="help.cat-technika"/></xsl:when>
    <xsl:when test="$code = 'doucovani'"><t:text id="help.cat-doucovani"/></xsl:when>
    <xsl:when test="$code = 'zvirata'"><t:text id="help.cat-zvirata"/></xsl:when>
    <xsl:when test="$code = 'popovidat'"><t:text id="help.cat-popovidat"/></xsl:when>
    <xsl:when test="$code = 'jine'"><t:text id="help.cat-jine"/></xsl:when>
    <xsl:when test="$code = 'rousky'"><t:text id="help.cat-rousky"/></xsl:when>
    <xsl:when test="$code = 'jidlo'"><t:text id="help.cat-jidlo"/></xsl:when>
    <xsl:when test="$code = 'leky'"><t:text id="help.cat-leky"/></xsl:when>
    <xsl:when test="$code = 'rozvoz'"><t:text id="help.cat-rozvoz"/></xsl:when>
    <xsl:when test="$code = 'pristresi'"><t:text id="help.cat-pristresi"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- What a town in crisis mode says first. -->
<xsl:template match="crisis" mode="urgent">
  <section class="urgent" aria-labelledby="krize">
    <h2 id="krize"><t:text id="help.crisis"><t:arg select="t:place($page/town/name)"/></t:text></h2>
    <p><t:text id="help.crisis-text"/><xsl:if test="@phone"><xsl:text> </xsl:text><t:text id="help.crisis-phone"><t:arg><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></t:arg></t:text><xsl:if test="@hours"> (<xsl:value-of select="@hours"/>)</xsl:if></xsl:if></p>
    <p><a class="go" href="{$page/@root}/{$page/town/@slug}/pomoc/krize"><t:icon name="help"/><t:text id="help.crisis-join"/></a></p>
  </section>
</xsl:template>

<!-- Icons of the sprite by the row of help_category; t:icon wants its name at build time. -->
<xsl:template match="@icon" mode="help-icon">
  <svg class="ico" width="24" height="24" aria-hidden="true"><use href="{$page/@root}/s/icons.{t:build}.svg#{.}"/></svg>
</xsl:template>

<xsl:template match="request" mode="tags">
  <p class="tags">
    <span class="tag lit"><xsl:apply-templates select="@icon" mode="help-icon"/><xsl:call-template name="help-category"><xsl:with-param name="code" select="@category"/></xsl:call-template></span>
    <xsl:if test="@urgent"><xsl:text> </xsl:text><span class="tag brick"><t:icon name="clock"/><t:text id="help.urgent"/></span></xsl:if>
    <xsl:if test="@state != 'open'"><xsl:text> </xsl:text><span class="tag mute"><xsl:apply-templates select="." mode="state"/></span></xsl:if>
  </p>
</xsl:template>

<xsl:template match="request | asked | earlier" mode="state">
  <xsl:choose>
    <xsl:when test="@state = 'unconfirmed'"><t:icon name="wait"/><t:text id="help.state-unconfirmed"/></xsl:when>
    <xsl:when test="@state = 'review'"><t:icon name="wait"/><t:text id="help.state-review"/></xsl:when>
    <xsl:when test="@state = 'open'"><t:icon name="help"/><t:text id="help.state-open"/></xsl:when>
    <xsl:when test="@state = 'reserved'"><t:icon name="wait"/><t:text id="help.state-reserved"/></xsl:when>
    <xsl:when test="@state = 'filled'"><t:icon name="check"/><t:text id="help.state-filled"/></xsl:when>
    <xsl:when test="@state = 'underway'"><t:icon name="clock"/><t:text id="help.state-underway"/></xsl:when>
    <xsl:when test="@state = 'done_claimed'"><t:icon name="check"/><t:text id="help.state-done-claimed"/></xsl:when>
    <xsl:when test="@state = 'hidden'"><t:icon name="eye"/><t:text id="help.state-hidden"/></xsl:when>
    <xsl:when test="@outcome = 'fulfilled'"><t:text id="help.outcome-fulfilled"/></xsl:when>
    <xsl:when test="@outcome = 'partly'"><t:text id="help.outcome-partly"/></xsl:when>
    <xsl:when test="@outcome = 'unfulfilled'"><t:text id="help.outcome-unfulfilled"/></xsl:when>
    <xsl:when test="@outcome = 'withdrawn'"><t:text id="help.outcome-withdrawn"/></xsl:when>
    <xsl:when test="@outcome = 'expired'"><t:text id="help.outcome-expired"/></xsl:when>
    <xsl:when test="@outcome = 'rejected'"><t:text id="help.outcome-rejected"/></xsl:when>
    <xsl:when test="@outcome = 'removed'"><t:text id="help.outcome-removed"/></xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template match="request" mode="when">
  <xsl:choose>
    <xsl:when test="time/@kind = 'weekly'"><t:text id="help.weekly"><t:arg select="t:when(time)"/></t:text></xsl:when>
    <xsl:when test="time/@kind = 'by'"><t:text id="help.by"><t:arg select="t:moment(time/to)"/></t:text></xsl:when>
    <xsl:when test="time/from"><xsl:value-of select="t:when(time)"/></xsl:when>
    <xsl:otherwise><t:text id="help.any-time"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="request" mode="meta">
  <ul class="meta">
    <li><xsl:choose><xsl:when test="@for = 'institution'"><t:icon name="people"/></xsl:when><xsl:otherwise><t:icon name="person"/></xsl:otherwise></xsl:choose>
      <span><xsl:choose>
        <xsl:when test="@for = 'other'"><t:text id="help.other-asks"><t:arg select="who"/></t:text></xsl:when>
        <xsl:otherwise><xsl:value-of select="who"/></xsl:otherwise>
      </xsl:choose></span></li>
    <li><t:icon name="clock"/><span><xsl:variable name="words"><xsl:apply-templates select="." mode="when"/></xsl:variable><xsl:value-of select="t:capital(string($words))"/></span></li>
    <li><t:icon name="place"/><span><xsl:value-of select="where"/><xsl:if test="part"><xsl:text>, </xsl:text><xsl:value-of select="part"/></xsl:if><xsl:if test="@km"><xsl:text>, </xsl:text><t:text id="help.within"><t:arg select="@km"/></t:text></xsl:if></span></li>
    <xsl:if test="@level &gt;= 2"><li><t:icon name="shield"/><span><t:text id="help.verified-only"/></span></li></xsl:if>
    <xsl:if test="@level = 1"><li><t:icon name="shield"/><span><t:text id="help.level-1"/></span></li></xsl:if>
  </ul>
</xsl:template>

<!-- Why a helper was found, in words: distance, then what speaks for her. Never a score. -->
<xsl:template match="*[@why or @metres]" mode="why">
  <xsl:variable name="codes" select="concat(',', @why, ',')"/>
  <xsl:choose>
    <xsl:when test="@metres &lt;= 1000"><t:text id="help.why-near"/></xsl:when>
    <xsl:when test="@metres"><t:text id="help.why-km"><t:arg select="round(@metres div 1000)"/></t:text></xsl:when>
  </xsl:choose>
  <xsl:if test="contains($codes, ',car,')"><xsl:if test="@metres">, </xsl:if><t:text id="help.why-car"/></xsl:if>
  <xsl:if test="contains($codes, ',today,')">, <t:text id="help.why-today"/></xsl:if>
  <xsl:if test="contains($codes, ',language,')">, <t:text id="help.why-language"/></xsl:if>
  <xsl:if test="contains($codes, ',before,')">, <t:text id="help.why-before"/></xsl:if>
</xsl:template>

<!-- Squares repeat what the words beside them say: filled, then free. -->
<xsl:template match="request" mode="seats">
  <xsl:if test="@state = 'open' or @state = 'reserved' or @state = 'filled'">
    <p class="tags">
      <xsl:if test="@slots &lt;= 12">
        <svg width="{@slots * 18 + 1}" height="16" viewBox="0 0 {@slots * 18 + 1} 16" aria-hidden="true"><xsl:call-template name="seat"><xsl:with-param name="n" select="1"/></xsl:call-template></svg><xsl:text> </xsl:text>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@slots &gt; @filled"><t:text id="help.free"><t:arg select="@slots - @filled"/></t:text></xsl:when>
        <xsl:otherwise><t:text id="help.full"/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:if>
</xsl:template>

<xsl:template name="seat">
  <xsl:param name="n"/>
  <rect x="{$n * 18 - 17}" y="1" width="14" height="14" rx="3" fill="currentColor" stroke="currentColor"><xsl:if test="$n &gt; @filled"><xsl:attribute name="fill">none</xsl:attribute></xsl:if></rect>
  <xsl:if test="$n &lt; @slots"><xsl:call-template name="seat"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:if>
</xsl:template>

<xsl:template match="request" mode="slip">
  <xsl:param name="act"/>
  <li class="slip">
    <xsl:apply-templates select="." mode="tags"/>
    <h3><a href="{$page/@root}{@href}"><xsl:value-of select="title"/></a></h3>
    <xsl:if test="text"><p><xsl:value-of select="text"/></p></xsl:if>
    <xsl:apply-templates select="." mode="meta"/>
    <xsl:apply-templates select="." mode="seats"/>
    <xsl:if test="$act"><div class="tear"><xsl:copy-of select="$act"/></div></xsl:if>
  </li>
</xsl:template>
</xsl:stylesheet>
