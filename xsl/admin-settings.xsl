<?xml version="1.0" encoding="UTF-8"?>
<!-- Settings: one page for all tables, one for a table, one for a row; words of each table at the end. Part of admin.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template name="settings-crumbs">
  <xsl:param name="here"/>
  <li><a href="{$desk}"><t:text id="admin.title"/></a></li>
  <li><a href="{$desk}/nastaveni"><t:text id="admin.settings"/></a></li>
  <xsl:choose>
    <xsl:when test="string($here) != ''">
      <li><a href="{$desk}/nastaveni/{setting/@name}"><xsl:apply-templates select="setting" mode="name"/></a></li>
      <li aria-current="page"><xsl:copy-of select="$here"/></li>
    </xsl:when>
    <xsl:otherwise><li aria-current="page"><xsl:apply-templates select="setting" mode="name"/></li></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== all ===== -->

<xsl:template match="page[@name='admin-settings']" mode="title"><t:text id="admin.settings"/></xsl:template>
<xsl:template match="page[@name='admin-settings']" mode="main">
  <h1><t:text id="admin.settings"/></h1>
  <p class="lead"><t:text id="admin.settings-lead"/></p>
  <ul class="rows">
    <xsl:for-each select="setting">
      <li class="row"><div>
        <h2><a href="{$desk}/nastaveni/{@name}"><xsl:apply-templates select="." mode="name"/></a></h2>
        <p><xsl:apply-templates select="." mode="text"/></p>
      </div></li>
    </xsl:for-each>
  </ul>
</xsl:template>

<!-- ===== a table ===== -->

<xsl:template match="page[@name='admin-setting']" mode="title"><xsl:apply-templates select="setting" mode="name"/></xsl:template>
<xsl:template match="page[@name='admin-setting']" mode="crumbs" priority="1"><xsl:call-template name="settings-crumbs"/></xsl:template>
<xsl:template match="page[@name='admin-setting']" mode="main">
  <h1><xsl:apply-templates select="setting" mode="name"/></h1>
  <p class="lead"><xsl:apply-templates select="setting" mode="text"/></p>
  <xsl:if test="setting/@adds"><p class="acts"><a class="btn" href="{$desk}/nastaveni/{setting/@name}/pridat"><t:icon name="plus"/><t:text id="admin.add"/></a></p></xsl:if>
  <table class="stack">
    <caption><t:text id="admin.settings-lead"/></caption>
    <thead><tr><th scope="col"><t:text id="admin.what"/></th><xsl:for-each select="setting/column[not(contains(' slova nazev ', concat(' ', @name, ' ')))]"><th scope="col"><xsl:apply-templates select="." mode="label"/></th></xsl:for-each></tr></thead>
    <tbody>
      <xsl:for-each select="setting/row">
        <xsl:variable name="row" select="."/>
        <xsl:variable name="name"><xsl:apply-templates select="." mode="name"/></xsl:variable>
        <tr>
          <th scope="row"><a href="{$desk}/nastaveni/{../@name}/upravit?klic={@key}" aria-label="{t:admin.edit}: {$name}"><xsl:value-of select="$name"/></a></th>
          <xsl:for-each select="../column[not(contains(' slova nazev ', concat(' ', @name, ' ')))]">
            <xsl:variable name="label"><xsl:apply-templates select="." mode="label"/></xsl:variable>
            <td data-l="{$label}"><xsl:apply-templates select="$row/*[name() = current()/@name]" mode="value"/></td>
          </xsl:for-each>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
</xsl:template>

<!-- Words of its own a row has in its head. -->
<xsl:template match="row/*" mode="value"><xsl:value-of select="."/></xsl:template>
<xsl:template match="row/jen-krize | row/nabizet | row/nezakonne | row/beze-jmena | row/nebezpeci" mode="value"><xsl:choose><xsl:when test=". = 1"><t:text id="admin.yes"/></xsl:when><xsl:otherwise><t:text id="admin.no"/></xsl:otherwise></xsl:choose></xsl:template>

<!-- ===== a row ===== -->

<xsl:template match="page[@name='admin-edit']" mode="title"><t:text id="admin.edit-what"><t:arg><xsl:apply-templates select="row" mode="name"/></t:arg></t:text></xsl:template>
<xsl:template match="page[@name='admin-edit']" mode="crumbs" priority="1"><xsl:call-template name="settings-crumbs"><xsl:with-param name="here"><xsl:apply-templates select="row" mode="name"/></xsl:with-param></xsl:call-template></xsl:template>
<xsl:template match="page[@name='admin-edit']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:if test="@status = 409">
    <div class="note lit" role="alert">
      <p><strong><t:text id="admin.conflict"/></strong><xsl:text> </xsl:text><t:text id="admin.conflict-text"/></p>
      <dl class="facts"><xsl:for-each select="row/*"><dt><xsl:apply-templates select="$page/form/field[@name = name(current())]" mode="label"/></dt><dd><xsl:apply-templates select="." mode="value"/></dd></xsl:for-each></dl>
    </div>
  </xsl:if>
  <xsl:call-template name="setting-form"><xsl:with-param name="act">upravit</xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='admin-add']" mode="title"><t:text id="admin.add"/>: <xsl:apply-templates select="setting" mode="name"/></xsl:template>
<xsl:template match="page[@name='admin-add']" mode="crumbs" priority="1"><xsl:call-template name="settings-crumbs"><xsl:with-param name="here"><t:text id="admin.add"/></xsl:with-param></xsl:call-template></xsl:template>
<xsl:template match="page[@name='admin-add']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:call-template name="setting-form"><xsl:with-param name="act">pridat</xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template name="setting-form">
  <xsl:param name="act"/>
  <form class="note" method="post" action="{$desk}/nastaveni/{setting/@name}/{$act}">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@type != 'hidden']"/>
    <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="admin.save"/></button><xsl:text> </xsl:text><a class="btn quiet" href="{$desk}/nastaveni/{setting/@name}"><t:text id="admin.back"/></a></p>
  </form>
</xsl:template>

<!-- ===== words of the tables ===== -->

<xsl:template match="setting" mode="name"><xsl:value-of select="@name"/></xsl:template>
<xsl:template match="setting" mode="text"/>
<xsl:template match="setting[@name='limity']" mode="name"><t:text id="admin.s-limits"/></xsl:template>
<xsl:template match="setting[@name='limity']" mode="text"><t:text id="admin.s-limits-text"/></xsl:template>
<xsl:template match="setting[@name='oznameni']" mode="name"><t:text id="admin.s-notices"/></xsl:template>
<xsl:template match="setting[@name='oznameni']" mode="text"><t:text id="admin.s-notices-text"/></xsl:template>
<xsl:template match="setting[@name='kategorie']" mode="name"><t:text id="admin.s-categories"/></xsl:template>
<xsl:template match="setting[@name='kategorie']" mode="text"><t:text id="admin.s-categories-text"/></xsl:template>
<xsl:template match="setting[@name='pomoc']" mode="name"><t:text id="admin.s-help"/></xsl:template>
<xsl:template match="setting[@name='pomoc']" mode="text"><t:text id="admin.s-help-text"/></xsl:template>
<xsl:template match="setting[@name='duvera']" mode="name"><t:text id="admin.s-trust"/></xsl:template>
<xsl:template match="setting[@name='duvera']" mode="text"><t:text id="admin.s-trust-text"/></xsl:template>

<xsl:template match="setting[@name='uchovani']" mode="name"><t:text id="admin.s-retention"/></xsl:template>
<xsl:template match="setting[@name='uchovani']" mode="text"><t:text id="admin.s-retention-text"/></xsl:template>

<xsl:template match="setting[@name='duvody']" mode="name"><t:text id="admin.s-reasons"/></xsl:template>
<xsl:template match="setting[@name='duvody']" mode="text"><t:text id="admin.s-reasons-text"/></xsl:template>
<xsl:template match="setting[@name='lhuty']" mode="name"><t:text id="admin.s-targets"/></xsl:template>
<xsl:template match="setting[@name='lhuty']" mode="text"><t:text id="admin.s-targets-text"/></xsl:template>

<!-- A row's own words, else by its key, else the key. -->
<xsl:template match="row" mode="name">
  <xsl:variable name="table" select="/page/setting/@name"/>
  <xsl:choose>
    <xsl:when test="$table = 'duvody'"><xsl:call-template name="reason"><xsl:with-param name="code" select="@key"/><xsl:with-param name="label" select="string(@label)"/></xsl:call-template></xsl:when>
    <xsl:when test="$table = 'lhuty'"><t:text id="admin.priority"><t:arg select="@key"/></t:text></xsl:when>
    <xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
    <xsl:when test="$table = 'limity'"><xsl:apply-templates select="@key" mode="limit"/></xsl:when>
    <xsl:when test="$table = 'oznameni'"><xsl:apply-templates select="@key" mode="kind"/></xsl:when>
    <xsl:when test="$table = 'pomoc'"><xsl:call-template name="help-category"><xsl:with-param name="code" select="@key"/></xsl:call-template></xsl:when>
    <xsl:when test="$table = 'duvera'"><xsl:apply-templates select="@key" mode="trust"/></xsl:when>
    <xsl:when test="@what"><xsl:apply-templates select="@what"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="@key"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@key" mode="limit">
  <xsl:choose>
    <xsl:when test=". = 'sign-in'"><t:text id="admin.l-sign-in"/></xsl:when>
    <xsl:when test=". = 'sign-up'"><t:text id="admin.l-sign-up"/></xsl:when>
    <xsl:when test=". = 'reset'"><t:text id="admin.l-reset"/></xsl:when>
    <xsl:when test=". = 'code'"><t:text id="admin.l-code"/></xsl:when>
    <xsl:when test=". = 'password'"><t:text id="admin.l-password"/></xsl:when>
    <xsl:when test=". = 'help-offer'"><t:text id="admin.l-help-offer"/></xsl:when>
    <xsl:when test=". = 'help-apply'"><t:text id="admin.l-help-apply"/></xsl:when>
    <xsl:when test=". = 'claim'"><t:text id="admin.l-claim"/></xsl:when>
    <xsl:when test=". = 'report'"><t:text id="admin.l-report"/></xsl:when>
    <xsl:when test=". = 'ask-help'"><t:text id="admin.l-ask-help"/></xsl:when>
    <xsl:when test=". = 'post-new'"><t:text id="admin.l-post-new"/></xsl:when>
    <xsl:when test=". = 'export'"><t:text id="admin.l-export"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@key" mode="kind">
  <xsl:choose>
    <xsl:when test=". = 'information'"><t:text id="kind.information-board"/></xsl:when>
    <xsl:when test=". = 'community'"><t:text id="kind.community-board"/></xsl:when>
    <xsl:otherwise><t:text id="kind.crisis-board"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@key" mode="trust">
  <xsl:choose>
    <xsl:when test=". = 'home'"><t:text id="admin.t-home"/></xsl:when>
    <xsl:when test=". = 'keys'"><t:text id="admin.t-keys"/></xsl:when>
    <xsl:when test=". = 'money'"><t:text id="admin.t-money"/></xsl:when>
    <xsl:when test=". = 'medicine'"><t:text id="admin.t-medicine"/></xsl:when>
    <xsl:when test=". = 'children'"><t:text id="admin.t-children"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Heads of columns are short, fields say it whole. -->
<xsl:template match="column[@name='sit']" mode="label"><t:text id="admin.c-network"/></xsl:template>
<xsl:template match="column[@name='ucet']" mode="label"><t:text id="admin.c-subject"/></xsl:template>
<xsl:template match="column[@name='sit-doba' or @name='ucet-doba']" mode="label"><t:text id="admin.c-seconds"/></xsl:template>
<xsl:template match="field[@name='sit']" mode="label"><t:text id="admin.f-network"/></xsl:template>
<xsl:template match="field[@name='sit-doba']" mode="label"><t:text id="admin.f-network-time"/></xsl:template>
<xsl:template match="field[@name='ucet']" mode="label"><t:text id="admin.f-subject"/></xsl:template>
<xsl:template match="field[@name='ucet-doba']" mode="label"><t:text id="admin.f-subject-time"/></xsl:template>
<xsl:template match="field[@name='dnu'] | column[@name='dnu']" mode="label"><t:text id="admin.f-days"/></xsl:template>
<xsl:template match="field[@name='pilnych'] | column[@name='pilnych']" mode="label"><t:text id="admin.f-urgent"/></xsl:template>
<xsl:template match="field[@name='pilnych']" mode="hint"><t:text id="admin.f-urgent-hint"/></xsl:template>
<xsl:template match="field[@name='doba'] | column[@name='doba']" mode="label"><t:text id="admin.f-amount"/></xsl:template>
<xsl:template match="field[@name='doba']" mode="hint"><t:text id="admin.f-amount-hint"/></xsl:template>
<xsl:template match="field[@name='jednotka'] | column[@name='jednotka']" mode="label"><t:text id="admin.f-unit"/></xsl:template>
<xsl:template name="unit"><xsl:param name="of"/><xsl:choose><xsl:when test="$of = 'day'"><t:text id="admin.u-day"/></xsl:when><xsl:otherwise><t:text id="admin.u-month"/></xsl:otherwise></xsl:choose></xsl:template>
<xsl:template match="field[@name='jednotka']/option" mode="label"><xsl:call-template name="unit"><xsl:with-param name="of" select="@value"/></xsl:call-template></xsl:template>
<xsl:template match="row/jednotka" mode="value"><xsl:call-template name="unit"><xsl:with-param name="of" select="."/></xsl:call-template></xsl:template>
<xsl:template match="field[@name='nazev']" mode="label"><t:text id="admin.f-name"/></xsl:template>
<xsl:template match="field[@name='nabizet'] | column[@name='nabizet']" mode="label"><t:text id="admin.f-offered"/></xsl:template>
<xsl:template match="field[@name='priorita'] | column[@name='priorita']" mode="label"><t:text id="admin.f-priority"/></xsl:template>
<xsl:template match="field[@name='priorita']" mode="hint"><t:text id="admin.f-priority-hint"/></xsl:template>
<xsl:template match="column[@name='nezakonne']" mode="label"><t:text id="admin.c-illegal"/></xsl:template>
<xsl:template match="column[@name='beze-jmena']" mode="label"><t:text id="admin.c-nameless"/></xsl:template>
<xsl:template match="column[@name='nebezpeci']" mode="label"><t:text id="admin.c-danger"/></xsl:template>
<xsl:template match="field[@name='nezakonne']" mode="label"><t:text id="admin.f-illegal"/></xsl:template>
<xsl:template match="field[@name='beze-jmena']" mode="label"><t:text id="admin.f-nameless"/></xsl:template>
<xsl:template match="field[@name='nebezpeci']" mode="label"><t:text id="admin.f-danger"/></xsl:template>
<xsl:template match="field[@name='slova']" mode="label"><t:text id="admin.f-words"/></xsl:template>
<xsl:template match="field[@name='slova']" mode="hint"><t:text id="admin.f-words-hint"/></xsl:template>
<xsl:template match="field[@name='minut'] | column[@name='minut']" mode="label"><t:text id="admin.f-minutes"/></xsl:template>
<xsl:template match="field[@name='klic']" mode="label"><t:text id="admin.f-key"/></xsl:template>
<xsl:template match="field[@name='klic']" mode="hint"><t:text id="admin.f-key-hint"/></xsl:template>
<xsl:template match="field[@name='klic'][@error='letters']" mode="error"><t:text id="admin.f-key-letters"/></xsl:template>
<xsl:template match="field[@name='klic'][@error='taken']" mode="error"><t:text id="admin.f-key-taken"/></xsl:template>
<xsl:template match="field[@name='jen-krize'] | column[@name='jen-krize']" mode="label"><t:text id="admin.f-crisis"/></xsl:template>
<xsl:template match="field[@name='uroven'] | column[@name='uroven']" mode="label"><t:text id="admin.f-level"/></xsl:template>
<xsl:template match="field[@name='uroven']" mode="hint"><t:text id="admin.f-level-hint"/></xsl:template>
</xsl:stylesheet>
