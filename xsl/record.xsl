<?xml version="1.0" encoding="UTF-8"?>
<!-- The record of processing, GDPR art. 30: rows of processing and retention in words. Part of home.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='record']" mode="nav">about</xsl:template>
<xsl:template match="page[@name='record']" mode="crumbs">
  <li><a href="{@root}/soukromi"><t:text id="privacy.title"/></a></li>
  <li aria-current="page"><t:text id="record.title"/></li>
</xsl:template>
<xsl:template match="page[@name='record']" mode="title"><t:text id="record.title"/></xsl:template>
<xsl:template match="page[@name='record']" mode="description"><t:text id="record.lead"/></xsl:template>

<xsl:template match="page[@name='record']" mode="main">
  <h1><t:text id="record.title"/></h1>
  <p class="lead"><t:text id="record.lead"/></p>
  <xsl:call-template name="operator"/>
  <xsl:apply-templates select="activity"/>
</xsl:template>

<xsl:template match="activity">
  <section aria-labelledby="{@id}">
    <h2 id="{@id}"><xsl:apply-templates select="." mode="name"/></h2>
    <p><xsl:apply-templates select="." mode="purpose"/></p>
    <dl>
      <dt><strong><t:text id="record.data"/></strong></dt><dd><xsl:apply-templates select="." mode="data"/></dd>
      <dt><strong><t:text id="record.who"/></strong></dt><dd><xsl:apply-templates select="." mode="who"/></dd>
      <dt><strong><t:text id="record.basis"/></strong></dt><dd><xsl:apply-templates select="@basis"/></dd>
      <dt><strong><t:text id="record.keep"/></strong></dt>
      <xsl:if test="not(keep) or @id = 'account'"><dd><t:text id="record.keep-account"/></dd></xsl:if>
      <xsl:apply-templates select="keep"/>
      <dt><strong><t:text id="record.tables"/></strong></dt>
      <dd><xsl:for-each select="table"><code lang="en"><xsl:value-of select="."/></code><xsl:if test="position() != last()"><xsl:text>, </xsl:text></xsl:if></xsl:for-each></dd>
    </dl>
  </section>
</xsl:template>

<!-- "účet bez přihlášení: smaže se po 24 měsících" -->
<xsl:template match="keep">
  <dd>
    <xsl:apply-templates select="@what"/><xsl:text>: </xsl:text>
    <xsl:choose>
      <xsl:when test="not(@amount)"><t:text id="record.kept"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="@act"/><xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="@amount = 0"><t:text id="record.at-once"/></xsl:when>
          <xsl:when test="@unit = 'day'"><t:count id="record.days" select="@amount"/></xsl:when>
          <xsl:otherwise><t:count id="record.months" select="@amount"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </dd>
</xsl:template>

<xsl:template match="activity[@id='account']" mode="name"><t:text id="record.account"/></xsl:template>
<xsl:template match="activity[@id='safety']" mode="name"><t:text id="record.safety"/></xsl:template>
<xsl:template match="activity[@id='letters']" mode="name"><t:text id="record.letters"/></xsl:template>
<xsl:template match="activity[@id='towns']" mode="name"><t:text id="record.towns"/></xsl:template>
<xsl:template match="activity[@id='organisations']" mode="name"><t:text id="record.organisations"/></xsl:template>
<xsl:template match="activity[@id='helpers']" mode="name"><t:text id="record.helpers"/></xsl:template>
<xsl:template match="activity[@id='help']" mode="name"><t:text id="record.help"/></xsl:template>
<xsl:template match="activity[@id='notices']" mode="name"><t:text id="record.notices"/></xsl:template>
<xsl:template match="activity[@id='log']" mode="name"><t:text id="record.log"/></xsl:template>
<xsl:template match="activity[@id='account']" mode="purpose"><t:text id="record.account-purpose"/></xsl:template>
<xsl:template match="activity[@id='safety']" mode="purpose"><t:text id="record.safety-purpose"/></xsl:template>
<xsl:template match="activity[@id='letters']" mode="purpose"><t:text id="record.letters-purpose"/></xsl:template>
<xsl:template match="activity[@id='towns']" mode="purpose"><t:text id="record.towns-purpose"/></xsl:template>
<xsl:template match="activity[@id='organisations']" mode="purpose"><t:text id="record.organisations-purpose"/></xsl:template>
<xsl:template match="activity[@id='helpers']" mode="purpose"><t:text id="record.helpers-purpose"/></xsl:template>
<xsl:template match="activity[@id='help']" mode="purpose"><t:text id="record.help-purpose"/></xsl:template>
<xsl:template match="activity[@id='notices']" mode="purpose"><t:text id="record.notices-purpose"/></xsl:template>
<xsl:template match="activity[@id='log']" mode="purpose"><t:text id="record.log-purpose"/></xsl:template>
<xsl:template match="activity[@id='account']" mode="data"><t:text id="record.account-data"/></xsl:template>
<xsl:template match="activity[@id='safety']" mode="data"><t:text id="record.safety-data"/></xsl:template>
<xsl:template match="activity[@id='letters']" mode="data"><t:text id="record.letters-data"/></xsl:template>
<xsl:template match="activity[@id='towns']" mode="data"><t:text id="record.towns-data"/></xsl:template>
<xsl:template match="activity[@id='organisations']" mode="data"><t:text id="record.organisations-data"/></xsl:template>
<xsl:template match="activity[@id='helpers']" mode="data"><t:text id="record.helpers-data"/></xsl:template>
<xsl:template match="activity[@id='help']" mode="data"><t:text id="record.help-data"/></xsl:template>
<xsl:template match="activity[@id='notices']" mode="data"><t:text id="record.notices-data"/></xsl:template>
<xsl:template match="activity[@id='log']" mode="data"><t:text id="record.log-data"/></xsl:template>
<xsl:template match="activity[@id='account']" mode="who"><t:text id="record.account-who"/></xsl:template>
<xsl:template match="activity[@id='safety']" mode="who"><t:text id="record.safety-who"/></xsl:template>
<xsl:template match="activity[@id='letters']" mode="who"><t:text id="record.letters-who"/></xsl:template>
<xsl:template match="activity[@id='towns']" mode="who"><t:text id="record.towns-who"/></xsl:template>
<xsl:template match="activity[@id='organisations']" mode="who"><t:text id="record.organisations-who"/></xsl:template>
<xsl:template match="activity[@id='helpers']" mode="who"><t:text id="record.helpers-who"/></xsl:template>
<xsl:template match="activity[@id='help']" mode="who"><t:text id="record.help-who"/></xsl:template>
<xsl:template match="activity[@id='notices']" mode="who"><t:text id="record.notices-who"/></xsl:template>
<xsl:template match="activity[@id='log']" mode="who"><t:text id="record.log-who"/></xsl:template>
<xsl:template match="@basis[. = 'contract']"><t:text id="record.contract"/></xsl:template>
<xsl:template match="@basis[. = 'interest']"><t:text id="record.interest"/></xsl:template>
<xsl:template match="@basis[. = 'task']"><t:text id="record.task"/></xsl:template>
<xsl:template match="@basis[. = 'duty']"><t:text id="record.duty"/></xsl:template>
<xsl:template match="@act[. = 'erase']"><t:text id="record.act-erase"/></xsl:template>
<xsl:template match="@act[. = 'hash']"><t:text id="record.act-hash"/></xsl:template>
<xsl:template match="@act[. = 'tell']"><t:text id="record.act-tell"/></xsl:template>
<xsl:template match="@act[. = 'redact']"><t:text id="record.act-redact"/></xsl:template>
<xsl:template match="@what[. = 'unconfirmed']"><t:text id="record.what-unconfirmed"/></xsl:template>
<xsl:template match="@what[. = 'idle-first']"><t:text id="record.what-idle-first"/></xsl:template>
<xsl:template match="@what[. = 'idle-second']"><t:text id="record.what-idle-second"/></xsl:template>
<xsl:template match="@what[. = 'idle']"><t:text id="record.what-idle"/></xsl:template>
<xsl:template match="@what[. = 'session']"><t:text id="record.what-session"/></xsl:template>
<xsl:template match="@what[. = 'token']"><t:text id="record.what-token"/></xsl:template>
<xsl:template match="@what[. = 'throttle']"><t:text id="record.what-throttle"/></xsl:template>
<xsl:template match="@what[. = 'repeat-key']"><t:text id="record.what-repeat-key"/></xsl:template>
<xsl:template match="@what[. = 'letter']"><t:text id="record.what-letter"/></xsl:template>
<xsl:template match="@what[. = 'letter-failed']"><t:text id="record.what-letter-failed"/></xsl:template>
<xsl:template match="@what[. = 'claim']"><t:text id="record.what-claim"/></xsl:template>
<xsl:template match="@what[. = 'invitation']"><t:text id="record.what-invitation"/></xsl:template>
<xsl:template match="@what[. = 'level']"><t:text id="record.what-level"/></xsl:template>
<xsl:template match="@what[. = 'notice-personal']"><t:text id="record.what-notice-personal"/></xsl:template>
<xsl:template match="@what[. = 'notice']"><t:text id="record.what-notice"/></xsl:template>
<xsl:template match="@what[. = 'help-contact']"><t:text id="record.what-help-contact"/></xsl:template>
<xsl:template match="@what[. = 'help-message']"><t:text id="record.what-help-message"/></xsl:template>
<xsl:template match="@what[. = 'help-request']"><t:text id="record.what-help-request"/></xsl:template>
<xsl:template match="@what[. = 'help-offer']"><t:text id="record.what-help-offer"/></xsl:template>
<xsl:template match="@what[. = 'delivery-contact']"><t:text id="record.what-delivery-contact"/></xsl:template>
<xsl:template match="@what[. = 'delivery']"><t:text id="record.what-delivery"/></xsl:template>
<xsl:template match="@what[. = 'depot-move']"><t:text id="record.what-depot-move"/></xsl:template>
<xsl:template match="@what[. = 'crisis-helper']"><t:text id="record.what-crisis-helper"/></xsl:template>
<xsl:template match="@what[. = 'report']"><t:text id="record.what-report"/></xsl:template>
<xsl:template match="@what[. = 'reveal-log']"><t:text id="record.what-reveal-log"/></xsl:template>
<xsl:template match="@what[. = 'log-actor']"><t:text id="record.what-log-actor"/></xsl:template>
<xsl:template match="@what[. = 'log']"><t:text id="record.what-log"/></xsl:template>

</xsl:stylesheet>
