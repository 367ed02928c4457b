<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures of a desk, and how a town helps. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='dispatch-figures']" mode="title"><t:text id="dispatch.figures-of"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='dispatch-figures' or @name='dispatch-settings']" mode="crumbs">
  <xsl:if test="desk/@of = 'organisation'"><li><a href="{@root}{substring-before(desk/@path, '/koordinace')}"><xsl:value-of select="desk"/></a></li></xsl:if>
  <li><a href="{$desk}"><t:text id="help.desk"/></a></li>
  <li aria-current="page"><xsl:choose><xsl:when test="@name = 'dispatch-figures'"><t:text id="dispatch.figures"/></xsl:when><xsl:otherwise><t:text id="dispatch.settings"/></xsl:otherwise></xsl:choose></li>
</xsl:template>
<xsl:template match="page[@name='dispatch-figures']" mode="main">
  <h1><t:text id="dispatch.figures-of"><t:arg select="t:place(desk)"/></t:text></h1>
  <p class="lead"><t:text id="dispatch.figures-lead"/></p>
  <p class="acts"><a class="go" href="{$desk}/prehled.csv"><t:icon name="download"/><t:text id="dispatch.csv"/></a></p>
  <section aria-labelledby="mesice">
    <div class="head"><h2 id="mesice"><t:text id="dispatch.months"/></h2></div>
    <table class="stack">
      <caption><t:text id="dispatch.months-caption"/></caption>
      <thead><tr><th scope="col"><t:text id="dispatch.csv-month"/></th><th scope="col"><t:text id="dispatch.asked"/></th><th scope="col"><t:text id="dispatch.h-helped"/></th><th scope="col"><t:text id="dispatch.h-nobody"/></th><th scope="col"><t:text id="dispatch.h-hours"/></th></tr></thead>
      <tbody>
        <xsl:for-each select="month">
          <tr>
            <th scope="row"><xsl:value-of select="t:month(@name)"/></th>
            <td data-l="{t:dispatch.asked}"><xsl:value-of select="t:number(@asked)"/></td>
            <td data-l="{t:dispatch.h-helped}"><xsl:value-of select="t:number(@fulfilled + @partly)"/></td>
            <td data-l="{t:dispatch.h-nobody}"><xsl:value-of select="t:number(@unfulfilled)"/></td>
            <td data-l="{t:dispatch.h-hours}"><xsl:choose><xsl:when test="@median"><xsl:value-of select="t:decimal(@median)"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
  <xsl:if test="kind">
    <section aria-labelledby="druhy">
      <div class="head"><h2 id="druhy"><t:text id="dispatch.kinds"/></h2></div>
      <table class="stack">
        <caption><t:text id="dispatch.kinds-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="dispatch.kind"/></th><th scope="col"><t:text id="dispatch.asked"/></th><th scope="col"><t:text id="dispatch.h-helped"/></th><th scope="col"><t:text id="dispatch.h-nobody"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="kind">
            <tr>
              <th scope="row"><xsl:call-template name="help-category"><xsl:with-param name="code" select="@code"/></xsl:call-template></th>
              <td data-l="{t:dispatch.asked}"><xsl:value-of select="t:number(@asked)"/></td>
              <td data-l="{t:dispatch.h-helped}"><xsl:value-of select="t:number(@helped)"/></td>
              <td data-l="{t:dispatch.h-nobody}"><xsl:value-of select="t:number(@unfulfilled)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="page[@name='dispatch-settings']" mode="title"><t:text id="dispatch.settings-of"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='dispatch-settings']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:if test="theirs">
    <div class="errors" role="alert">
      <h2><t:text id="dispatch.met-state"/></h2>
      <p><t:text id="dispatch.theirs-set"/></p>
      <dl class="facts">
        <dt><t:text id="dispatch.mode"/></dt><dd><xsl:choose><xsl:when test="theirs/@mode = 'sama'"><t:text id="dispatch.mode-auto"/></xsl:when><xsl:otherwise><t:text id="dispatch.mode-desk"/></xsl:otherwise></xsl:choose></dd>
        <xsl:if test="theirs/@review"><dt><t:text id="dispatch.read-first"/></dt><dd><t:text id="dispatch.yes"/></dd></xsl:if>
        <xsl:if test="theirs/@phone"><dt><t:text id="dispatch.phone"/></dt><dd><xsl:value-of select="t:phone(theirs/@phone)"/></dd></xsl:if>
        <xsl:if test="theirs/@hours"><dt><t:text id="dispatch.hours"/></dt><dd><xsl:value-of select="theirs/@hours"/></dd></xsl:if>
      </dl>
    </div>
  </xsl:if>
  <h1><t:text id="dispatch.settings-of"><t:arg select="t:place(desk)"/></t:text></h1>
  <form method="post" action="{$desk}/nastaveni">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn big"><t:text id="dispatch.save"/></button><a class="go" href="{$desk}"><t:icon name="board"/><t:text id="dispatch.to-board"/></a></p>
  </form>
</xsl:template>
<xsl:template match="field[@name='rezim']" mode="label"><t:text id="dispatch.mode"/></xsl:template>
<xsl:template match="field[@name='rezim']" mode="hint"><t:text id="dispatch.mode-hint"/></xsl:template>
<xsl:template match="field[@name='rezim']/option[@value='sama']" mode="label"><t:text id="dispatch.mode-auto"/></xsl:template>
<xsl:template match="field[@name='rezim']/option[@value='koordinator']" mode="label"><t:text id="dispatch.mode-desk"/></xsl:template>
<xsl:template match="field[@name='cist']" mode="label"><t:text id="dispatch.read-first"/></xsl:template>
<xsl:template match="field[@name='cist']" mode="hint"><t:text id="dispatch.read-hint"/></xsl:template>
<xsl:template match="page[@name='dispatch-settings']/form/field[@name='telefon']" mode="label"><t:text id="dispatch.town-phone"/></xsl:template>
<xsl:template match="page[@name='dispatch-settings']/form/field[@name='telefon']" mode="hint"><t:text id="dispatch.town-phone-hint"/></xsl:template>
<xsl:template match="page[@name='dispatch-settings']/form/field[@name='hodiny']" mode="label"><t:text id="dispatch.hours"/></xsl:template>
<xsl:template match="page[@name='dispatch-settings']/form/field[@name='hodiny']" mode="hint"><t:text id="dispatch.hours-hint"/></xsl:template>
</xsl:stylesheet>
