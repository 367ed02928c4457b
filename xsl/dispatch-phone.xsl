<?xml version="1.0" encoding="UTF-8"?>
<!-- The telephone: find who calls, write down what she asks for, print the slip. The fields are those of asking (help-ask.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='dispatch-phone']" mode="title"><t:text id="dispatch.phone-title"/></xsl:template>
<xsl:template match="page[@name='dispatch-phone']" mode="crumbs"><li><a href="{$desk}"><t:text id="help.desk"/></a></li><li aria-current="page"><t:text id="dispatch.phone-title"/></li></xsl:template>
<xsl:template match="page[@name='dispatch-phone']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:if test="same">
    <div class="errors" role="alert">
      <h2><t:text id="dispatch.same"/></h2>
      <p><a href="{$desk}/{same/@id}"><xsl:value-of select="same"/></a></p>
      <p><t:text id="dispatch.same-text"/></p>
    </div>
  </xsl:if>
  <h1><t:text id="dispatch.phone-title"/></h1>
  <form method="post" action="{$desk}/telefon/najit">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='hledat']"/>
    <p class="acts"><button class="btn quiet"><t:icon name="search"/><t:text id="dispatch.find"/></button></p>
  </form>
  <xsl:if test="found">
    <section aria-labelledby="drive">
      <div class="head"><h2 id="drive"><t:text id="dispatch.found"><t:arg select="t:phone(found/@phone)"/></t:text></h2></div>
      <xsl:choose>
        <xsl:when test="earlier"><ul class="rows"><xsl:for-each select="earlier">
          <li class="row"><div>
            <h3><a href="{$desk}/{@id}"><xsl:value-of select="title"/></a></h3>
            <ul class="meta"><li><xsl:value-of select="who"/></li><li><t:text id="help.request"><t:arg select="@code"/></t:text></li><li><xsl:value-of select="t:moment(created)"/></li><li><xsl:apply-templates select="." mode="state"/></li></ul>
          </div></li>
        </xsl:for-each></ul></xsl:when>
        <xsl:otherwise><p class="soft"><t:text id="dispatch.found-none"/></p></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="offered"><p><t:icon name="help"/><xsl:text> </xsl:text><t:text id="dispatch.offers"><t:arg select="who"/><t:arg select="t:short(until)"/></t:text><xsl:if test="text"><xsl:text> </xsl:text><xsl:value-of select="text"/></xsl:if></p></xsl:for-each>
    </section>
  </xsl:if>
  <section aria-labelledby="nova-prosba">
    <div class="head"><h2 id="nova-prosba"><t:text id="dispatch.new"/></h2></div>
    <form method="post" action="{$desk}/telefon">
      <xsl:call-template name="form-secrets"/>
      <div class="cols even">
        <div>
          <xsl:apply-templates select="form/field[@name='telefon']"/>
          <xsl:apply-templates select="form/field[@name='jmeno']"/>
          <xsl:call-template name="help-ask-where"/>
          <xsl:call-template name="help-ask-words"/>
          <xsl:apply-templates select="form/field[@name='pro']"/>
        </div>
        <div>
          <xsl:apply-templates select="form/field[@name='druh']"/>
          <xsl:call-template name="help-ask-when"/>
          <xsl:apply-templates select="form/field[@name='zahrnuje']"/>
          <xsl:apply-templates select="form/field[@name='kdo']"/>
        </div>
      </div>
      <xsl:if test="same"><xsl:apply-templates select="form/field[@name='nova']"/></xsl:if>
      <p class="acts"><button class="btn big"><t:icon name="check"/><t:text id="dispatch.write-down"/></button></p>
    </form>
  </section>
</xsl:template>
<xsl:template match="field[@name='hledat']" mode="label"><t:text id="dispatch.find-label"/></xsl:template>
<xsl:template match="field[@name='hledat']" mode="hint"><t:text id="dispatch.find-hint"/></xsl:template>
<xsl:template match="field[@name='hledat' and @error='nobody']" mode="error"><t:text id="dispatch.find-none"/></xsl:template>
<xsl:template match="page[@name='dispatch-phone']/form/field[@name='pro']/option[@value='ja']" mode="label"><t:text id="dispatch.whom-caller"/></xsl:template>
<xsl:template match="page[@name='dispatch-phone']/form/field[@name='pro']/option[@value='jiny']" mode="label"><t:text id="dispatch.whom-other"/></xsl:template>
<xsl:template match="field[@name='nova']" mode="label"><t:text id="dispatch.anew"/></xsl:template>
<xsl:template match="page[@name='dispatch-phone']/form/field[@name='jmeno']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="dispatch.caller"/></xsl:template>
<xsl:template match="page[@name='dispatch-phone']/form/field[@name='telefon']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="dispatch.caller-phone"/></xsl:template>

<!-- ===== the slip ===== -->

<xsl:template match="page[@name='dispatch-slip']" mode="title"><t:text id="dispatch.slip"><t:arg select="request/@code"/></t:text></xsl:template>
<xsl:template match="page[@name='dispatch-slip']" mode="crumbs"><li><a href="{$desk}"><t:text id="help.desk"/></a></li><li><a href="{$here}"><t:text id="help.request"><t:arg select="request/@code"/></t:text></a></li><li aria-current="page"><t:text id="dispatch.slip-crumb"/></li></xsl:template>
<xsl:template match="page[@name='dispatch-slip']" mode="street"/>
<xsl:template match="page[@name='dispatch-slip']" mode="main">
  <div class="noprint">
    <p class="note"><t:icon name="print"/><xsl:text> </xsl:text><t:text id="dispatch.slip-print"/></p>
    <p class="acts"><a class="go" href="{$here}"><t:icon name="doc"/><t:text id="dispatch.back"/></a> <a class="go" href="{$desk}/telefon"><t:icon name="phone"/><t:text id="dispatch.next-call"/></a></p>
  </div>
  <article class="sheet">
    <header><h1><xsl:value-of select="request/where"/></h1><p><xsl:value-of select="t:date(@today)"/></p></header>
    <xsl:call-template name="street"/>
    <h2><t:text id="dispatch.slip-code"><t:arg select="concat(substring(request/@code, 1, 3), '&#160;', substring(request/@code, 4))"/></t:text></h2>
    <p><strong><xsl:value-of select="request/title"/></strong></p>
    <p><xsl:apply-templates select="request" mode="when"/></p>
    <h2><t:text id="dispatch.slip-helper"/></h2>
    <xsl:choose>
      <xsl:when test="helper"><ul><xsl:for-each select="helper"><li><strong><xsl:value-of select="."/></strong><xsl:if test="@card">, <t:text id="dispatch.card"><t:arg select="@card"/></t:text></xsl:if></li></xsl:for-each></ul></xsl:when>
      <xsl:otherwise><p><t:text id="dispatch.slip-blank"/></p></xsl:otherwise>
    </xsl:choose>
    <p><t:text id="dispatch.slip-card"/></p>
    <h2><t:text id="dispatch.slip-ask"/></h2>
    <xsl:choose>
      <xsl:when test="line"><p><t:text id="dispatch.slip-call"><t:arg><strong><xsl:value-of select="t:phone(line/@phone)"/></strong></t:arg></t:text><xsl:if test="line != ''"><xsl:text> </xsl:text>(<xsl:value-of select="line"/>)</xsl:if></p></xsl:when>
      <xsl:otherwise><p><t:text id="dispatch.slip-office"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="qr"><xsl:with-param name="label"><t:text id="dispatch.slip-qr"/></xsl:with-param></xsl:apply-templates>
  </article>
</xsl:template>
</xsl:stylesheet>
