<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts about the site itself: who runs it, privacy, accessibility. Part of home.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='about' or @name='privacy' or @name='accessibility']" mode="nav">about</xsl:template>
<xsl:template match="page[@name='about' or @name='privacy' or @name='accessibility']" mode="crumbs"><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li></xsl:template>
<xsl:template match="page[@name='about']" mode="title"><t:text id="about.title"/></xsl:template>
<xsl:template match="page[@name='about']" mode="description"><t:text id="about.lead"/></xsl:template>
<xsl:template match="page[@name='privacy']" mode="title"><t:text id="privacy.title"/></xsl:template>
<xsl:template match="page[@name='privacy']" mode="description"><t:text id="privacy.lead"/></xsl:template>
<xsl:template match="page[@name='accessibility']" mode="title"><t:text id="access.title"/></xsl:template>
<xsl:template match="page[@name='accessibility']" mode="description"><t:text id="access.lead"><t:arg select="@host"/></t:text></xsl:template>

<!-- Whom to ask: the same lines in all three texts. -->
<xsl:template name="operator">
  <dl class="facts">
    <xsl:if test="@operator != ''"><dt><t:text id="about.operator"/></dt><dd><xsl:value-of select="@operator"/></dd></xsl:if>
    <xsl:if test="@contact != ''"><dt><t:text id="about.mail"/></dt><dd><a href="mailto:{@contact}"><xsl:value-of select="@contact"/></a></dd></xsl:if>
    <xsl:if test="@phone"><dt><t:text id="about.phone"/></dt><dd><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></dd></xsl:if>
    <dt><t:text id="about.address"/></dt><dd><a href="{@base}/"><xsl:value-of select="@host"/></a></dd>
  </dl>
</xsl:template>

<xsl:template match="page[@name='about']" mode="main">
  <h1><t:text id="about.title"/></h1>
  <p class="lead"><t:text id="about.lead"/></p>
  <section aria-labelledby="kdo">
    <h2 id="kdo"><t:text id="about.who"/></h2>
    <xsl:call-template name="operator"/>
    <p><t:text id="about.who-text"/></p>
  </section>
  <section aria-labelledby="odkud">
    <h2 id="odkud"><t:text id="about.notices"/></h2>
    <p><t:text id="about.notices-text"/></p>
    <p><t:text id="about.official-text"/></p>
    <p><t:text id="about.robot-text"><t:arg><code>sousede (+<xsl:value-of select="@base"/>/o-projektu)</code></t:arg></t:text></p>
  </section>
  <section aria-labelledby="obce">
    <h2 id="obce"><t:text id="about.towns"/></h2>
    <p><t:text id="about.towns-text"/></p>
    <p><t:text id="about.embed-text"/></p>
    <p><t:text id="about.stop-text"/></p>
  </section>
  <section aria-labelledby="data">
    <h2 id="data"><t:text id="about.data"/></h2>
    <p><t:text id="about.data-text"/></p>
    <p>© ČÚZK, RÚIAN (<a href="https://creativecommons.org/licenses/by/4.0/deed.cs" rel="license noopener">CC BY 4.0</a>); ČSÚ, Malý lexikon obcí 2024</p>
    <p><t:text id="about.changes-text"/></p>
  </section>
  <section aria-labelledby="svobodne">
    <h2 id="svobodne"><t:text id="about.software"/></h2>
    <p><t:text id="about.software-text"/></p>
    <p><a class="go" href="{@root}/stav"><t:icon name="check"/><t:text id="home.health"/></a></p>
  </section>
</xsl:template>

<xsl:template match="page[@name='privacy']" mode="main">
  <h1><t:text id="privacy.title"/></h1>
  <p class="lead"><t:text id="privacy.lead"/></p>
  <xsl:call-template name="operator"/>
  <section aria-labelledby="ctenar">
    <h2 id="ctenar"><t:text id="privacy.reader"/></h2>
    <ul>
      <li><t:text id="privacy.cookie"/></li>
      <li><t:text id="privacy.log"/></li>
      <li><t:text id="privacy.position"/></li>
      <li><t:text id="privacy.nobody"/></li>
    </ul>
  </section>
  <section aria-labelledby="oznameni">
    <h2 id="oznameni"><t:text id="privacy.notices"/></h2>
    <p><t:text id="privacy.notices-text"/></p>
    <p><t:text id="privacy.erase-text"/></p>
    <p><t:text id="privacy.basis-text"/></p>
  </section>
  <section aria-labelledby="ucet">
    <h2 id="ucet"><t:text id="privacy.account"/></h2>
    <p><t:text id="privacy.account-text"/></p>
    <p><a class="go" href="{@root}/ucet/data"><t:text id="data.title"/></a> <a class="go" href="{@root}/soukromi/zaznam"><t:text id="privacy.record"/></a></p>
  </section>
  <section aria-labelledby="prava">
    <h2 id="prava"><t:text id="privacy.rights"/></h2>
    <p><t:text id="privacy.rights-text"/></p>
    <p><t:text id="privacy.complain"/></p>
  </section>
</xsl:template>

<xsl:template match="page[@name='accessibility']" mode="main">
  <h1><t:text id="access.title"/></h1>
  <p class="lead"><t:text id="access.lead"><t:arg select="@host"/></t:text></p>
  <p><t:text id="access.law"/></p>
  <section aria-labelledby="soulad">
    <h2 id="soulad"><t:text id="access.state"/></h2>
    <p><t:text id="access.state-text"/></p>
  </section>
  <section aria-labelledby="nepristupne">
    <h2 id="nepristupne"><t:text id="access.limits"/></h2>
    <ul>
      <li><t:text id="access.limit-files"/></li>
      <li><t:text id="access.limit-texts"/></li>
      <li><t:text id="access.limit-language"/></li>
    </ul>
    <p><t:text id="access.limit-do"/></p>
  </section>
  <section aria-labelledby="jak-jsme">
    <h2 id="jak-jsme"><t:text id="access.made"/></h2>
    <p><t:text id="access.made-text"><t:arg select="t:date('2026-11-22')"/></t:text></p>
  </section>
  <section aria-labelledby="napiste">
    <h2 id="napiste"><t:text id="access.feedback"/></h2>
    <p><t:text id="access.feedback-text"/></p>
    <xsl:call-template name="operator"/>
  </section>
  <section aria-labelledby="vymahani">
    <h2 id="vymahani"><t:text id="access.enforce"/></h2>
    <p><t:text id="access.enforce-text"/></p>
  </section>
</xsl:template>

</xsl:stylesheet>
