<?xml version="1.0" encoding="UTF-8"?>
<!-- What the program moderate says to everybody: decisions, terms, the contact point. Part of moderate.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<!-- ===== decisions ===== -->

<xsl:template match="page[@name='decisions']" mode="title"><t:text id="moderate.decisions"/></xsl:template>
<xsl:template match="page[@name='decisions']" mode="description"><t:text id="moderate.decisions-lead"/></xsl:template>
<xsl:template match="page[@name='decisions']" mode="crumbs"><li aria-current="page"><t:text id="moderate.decisions"/></li></xsl:template>
<xsl:template match="page[@name='decisions']" mode="feeds">
  <link rel="alternate" type="application/rss+xml" href="{@root}/rozhodnuti.rss" title="{t:moderate.decisions} (RSS)"/>
  <link rel="alternate" type="application/atom+xml" href="{@root}/rozhodnuti.atom" title="{t:moderate.decisions} (Atom)"/>
  <link rel="alternate" type="application/feed+json" href="{@root}/rozhodnuti.json" title="{t:moderate.decisions} (JSON Feed)"/>
</xsl:template>

<xsl:template match="page[@name='decisions']" mode="main">
  <h1><t:text id="moderate.decisions"/></h1>
  <p class="lead"><t:text id="moderate.decisions-lead"/></p>
  <xsl:choose>
    <xsl:when test="decision">
      <ul class="rows">
        <xsl:for-each select="decision">
          <li class="row"><div>
            <xsl:apply-templates select="." mode="tags"/>
            <h2><a href="{$root}/rozhodnuti/{@id}"><xsl:call-template name="verdict"><xsl:with-param name="decision" select="."/></xsl:call-template></a></h2>
            <xsl:if test="summary"><p><xsl:value-of select="summary"/></p></xsl:if>
            <p class="small soft"><xsl:call-template name="reason"><xsl:with-param name="code" select="@reason"/></xsl:call-template>, <xsl:value-of select="t:date(decided)"/></p>
          </div></li>
        </xsl:for-each>
      </ul>
      <xsl:apply-templates select="pager"/>
    </xsl:when>
    <xsl:otherwise><div class="empty"><p><strong><t:text id="moderate.no-decisions"/></strong></p><p><t:text id="moderate.no-decisions-do"/></p></div></xsl:otherwise>
  </xsl:choose>
  <p class="acts">
    <a class="go" href="{@root}/rozhodnuti.rss" type="application/rss+xml"><t:icon name="rss"/>RSS</a><xsl:text> </xsl:text>
    <a class="go" href="{@root}/rozhodnuti.atom" type="application/atom+xml">Atom</a><xsl:text> </xsl:text>
    <a class="go" href="{@root}/rozhodnuti.json" type="application/feed+json">JSON Feed</a>
  </p>
</xsl:template>

<xsl:template match="decision" mode="tags">
  <xsl:if test="@reviews or @appealed or @outcome or @automated">
    <p class="tags">
      <xsl:if test="@automated"><span class="tag mute"><t:icon name="tools"/><t:text id="moderate.automated"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@reviews"><span class="tag"><t:icon name="check"/><t:text id="moderate.is-review"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@appealed"><span class="tag lit"><t:icon name="wait"/><t:text id="moderate.appealed"/></span></xsl:if>
      <xsl:if test="@outcome = 'upheld'"><span class="tag mute"><t:icon name="check"/><t:text id="moderate.upheld"/></span></xsl:if>
      <xsl:if test="@outcome = 'changed'"><span class="tag lit"><t:icon name="cross"/><t:text id="moderate.changed"/></span></xsl:if>
    </p>
  </xsl:if>
</xsl:template>

<xsl:template match="page[@name='decision']" mode="title"><t:text id="moderate.decision"><t:arg select="decision/@id"/></t:text></xsl:template>
<xsl:template match="page[@name='decision']" mode="crumbs"><li><a href="{$root}/rozhodnuti"><t:text id="moderate.decisions"/></a></li><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li></xsl:template>
<xsl:template match="page[@name='decision']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><xsl:call-template name="verdict"><xsl:with-param name="decision" select="decision"/></xsl:call-template></p>
  <xsl:apply-templates select="decision" mode="tags"/>
  <xsl:if test="decision/summary"><p><xsl:value-of select="decision/summary"/></p></xsl:if>
  <dl class="facts">
    <dt><t:text id="moderate.why"/></dt><dd><xsl:call-template name="reason"><xsl:with-param name="code" select="decision/@reason"/></xsl:call-template></dd>
    <xsl:if test="decision/ground != ''"><dt><t:text id="moderate.ground"/></dt><dd><xsl:value-of select="decision/ground"/></dd></xsl:if>
    <xsl:if test="decision/until"><dt><t:text id="moderate.until-day"/></dt><dd><xsl:value-of select="t:date(decision/until)"/></dd></xsl:if>
    <xsl:if test="decision/town"><dt><t:text id="layout.nav-town"/></dt><dd><xsl:value-of select="decision/town"/></dd></xsl:if>
    <dt><t:text id="moderate.scope"/></dt><dd><t:text id="moderate.scope-site"/></dd>
    <dt><t:text id="moderate.origin"/></dt><dd><xsl:choose><xsl:when test="decision/@own"><t:text id="moderate.origin-own"/></xsl:when><xsl:otherwise><t:text id="moderate.origin-report"/></xsl:otherwise></xsl:choose></dd>
    <dt><t:text id="moderate.who"/></dt><dd><xsl:choose><xsl:when test="decision/@automated"><t:text id="moderate.who-system"/></xsl:when><xsl:otherwise><t:text id="moderate.who-person"/></xsl:otherwise></xsl:choose></dd>
    <dt><t:text id="moderate.decided-on"/></dt><dd><xsl:value-of select="t:moment(decision/decided)"/></dd>
  </dl>
  <xsl:if test="decision/@reviews"><p><a href="{@root}/rozhodnuti/{decision/@reviews}"><t:text id="moderate.first-decision"/></a></p></xsl:if>
  <xsl:if test="review"><p><a href="{@root}/rozhodnuti/{review/@id}"><t:text id="moderate.review-decision"/></a></p></xsl:if>
  <p class="small soft"><t:text id="moderate.no-names"/></p>
</xsl:template>

<!-- ===== terms: a change of these words is a new row of the table wording ===== -->

<xsl:template match="page[@name='terms']" mode="title"><t:text id="terms.title"/></xsl:template>
<xsl:template match="page[@name='terms']" mode="description"><t:text id="terms.lead"/></xsl:template>
<xsl:template match="page[@name='terms']" mode="crumbs"><li aria-current="page"><t:text id="terms.title"/></li></xsl:template>
<xsl:template match="page[@name='terms']" mode="main">
  <h1><t:text id="terms.title"/></h1>
  <p class="lead"><t:text id="terms.lead"/></p>
  <p class="small soft"><t:text id="terms.version"><t:arg select="terms/@version"/><t:arg select="t:date(terms/since)"/></t:text></p>
  <h2><t:text id="terms.what"/></h2>
  <p><t:text id="terms.what-text"/></p>
  <h2><t:text id="terms.never"/></h2>
  <p><t:text id="terms.never-text"/></p>
  <ul>
    <li><t:text id="terms.never-1"/></li>
    <li><t:text id="terms.never-2"/></li>
    <li><t:text id="terms.never-3"/></li>
    <li><t:text id="terms.never-4"/></li>
    <li><t:text id="terms.never-5"/></li>
  </ul>
  <h2><t:text id="terms.how"/></h2>
  <p><t:text id="terms.how-text"><t:arg><a href="{@root}/nahlasit"><t:text id="terms.how-link"/></a></t:arg></t:text></p>
  <p><t:text id="terms.how-people"/></p>
  <p><t:text id="terms.how-system"/></p>
  <ul>
    <li><t:text id="terms.time-1"/></li>
    <li><t:text id="terms.time-2"/></li>
    <li><t:text id="terms.time-3"/></li>
    <li><t:text id="terms.time-4"/></li>
  </ul>
  <h2><t:text id="terms.measures"/></h2>
  <p><t:text id="terms.measures-text"/></p>
  <h2><t:text id="terms.appeal"/></h2>
  <p><t:text id="terms.appeal-text"/></p>
  <p><t:text id="moderate.court"/></p>
  <h2><t:text id="terms.misuse"/></h2>
  <p><t:text id="terms.misuse-text"/></p>
  <h2><t:text id="terms.order"/></h2>
  <p><t:text id="terms.order-text"/></p>
  <h2><t:text id="terms.changes"/></h2>
  <p><t:text id="terms.changes-text"/></p>
  <p class="acts"><a class="go" href="{@root}/rozhodnuti"><t:icon name="doc"/><t:text id="moderate.decisions"/></a><xsl:text> </xsl:text><a class="go" href="{@root}/kontakt"><t:icon name="mail"/><t:text id="contact.title"/></a></p>
</xsl:template>

<!-- ===== the single contact point ===== -->

<xsl:template match="page[@name='contact']" mode="title"><t:text id="contact.title"/></xsl:template>
<xsl:template match="page[@name='contact']" mode="description"><t:text id="contact.lead"/></xsl:template>
<xsl:template match="page[@name='contact']" mode="crumbs"><li aria-current="page"><t:text id="contact.title"/></li></xsl:template>
<xsl:template match="page[@name='contact']" mode="main">
  <h1><t:text id="contact.title"/></h1>
  <p class="lead"><t:text id="contact.lead"/></p>
  <dl class="facts">
    <xsl:if test="@operator != ''"><dt><t:text id="about.operator"/></dt><dd><xsl:value-of select="@operator"/></dd></xsl:if>
    <xsl:if test="@contact != ''"><dt><t:text id="contact.mail"/></dt><dd><a href="mailto:{@contact}"><xsl:value-of select="@contact"/></a></dd></xsl:if>
    <xsl:if test="@phone"><dt><t:text id="contact.phone"/></dt><dd><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></dd></xsl:if>
    <dt><t:text id="contact.languages"/></dt><dd><t:text id="contact.languages-text"/></dd>
  </dl>
  <h2><t:text id="contact.people"/></h2>
  <p><t:text id="contact.people-text"/></p>
  <p class="acts"><a class="btn" href="{@root}/nahlasit"><t:icon name="alert"/><t:text id="moderate.report"/></a></p>
  <h2><t:text id="contact.offices"/></h2>
  <p><t:text id="contact.offices-text"/></p>
  <p><t:text id="contact.coordinator"/></p>
  <p class="acts"><a class="go" href="{@root}/podminky"><t:icon name="doc"/><t:text id="terms.title"/></a></p>
</xsl:template>

</xsl:stylesheet>
