<?xml version="1.0" encoding="UTF-8"?>
<!-- Depots: the list of a town, one with its stock and moves. Part of dispatch.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[starts-with(@name, 'depot-')]" mode="crumbs" priority="1">
  <li><a href="{$desk}"><t:text id="help.desk"/></a></li>
  <xsl:choose>
    <xsl:when test="@name = 'depot-list'"><li aria-current="page"><t:text id="depot.list"/></li></xsl:when>
    <xsl:otherwise><li><a href="{$desk}/sklad"><t:text id="depot.list"/></a></li><li aria-current="page"><xsl:value-of select="depot/name"/></li></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="depot" mode="meta">
  <ul class="meta">
    <li><t:icon name="place"/><span><xsl:value-of select="address"/></span></li>
    <xsl:if test="hours"><li><t:icon name="clock"/><span><xsl:value-of select="hours"/></span></li></xsl:if>
  </ul>
</xsl:template>

<!-- ===== all ===== -->

<xsl:template match="page[@name='depot-list']" mode="title"><t:text id="depot.list-of"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='depot-list']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="depot.list-of"><t:arg select="t:place(desk)"/></t:text></h1>
  <p class="lead"><t:text id="depot.lead"/></p>
  <xsl:choose>
    <xsl:when test="depot"><ul class="rows"><xsl:apply-templates select="depot" mode="row"/></ul></xsl:when>
    <xsl:otherwise><div class="empty"><p><t:text id="depot.none"/></p></div></xsl:otherwise>
  </xsl:choose>
  <section class="noprint" aria-labelledby="novy">
    <div class="head"><h2 id="novy"><t:text id="depot.new"/></h2></div>
    <form method="post" action="{$desk}/sklad">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field"/>
      <p class="acts"><button class="btn"><t:icon name="plus"/><t:text id="depot.make"/></button></p>
    </form>
  </section>
</xsl:template>
<xsl:template match="depot" mode="row">
  <li class="row"><div>
    <h2><a href="{$desk}/sklad/{@id}"><xsl:value-of select="name"/></a></h2>
    <xsl:apply-templates select="." mode="meta"/>
    <xsl:choose>
      <xsl:when test="stock"><ul><xsl:for-each select="stock"><li><t:text id="depot.left-of"><t:arg select="name"/><t:arg><strong><xsl:value-of select="t:number(@left)"/></strong></t:arg></t:text></li></xsl:for-each></ul></xsl:when>
      <xsl:otherwise><p class="soft"><t:text id="depot.holds-none"/></p></xsl:otherwise>
    </xsl:choose>
  </div></li>
</xsl:template>
<xsl:template match="page[@name='depot-list']/form/field[@name='nazev']" mode="label" priority="1"><t:text id="depot.f-name"/></xsl:template>
<xsl:template match="page[@name='depot-list']/form/field[@name='nazev']" mode="hint" priority="1"><t:text id="depot.f-name-hint"/></xsl:template>
<xsl:template match="page[@name='depot-list']/form/field[@name='nazev' and @error='taken']" mode="error"><t:text id="depot.f-name-taken"/></xsl:template>
<xsl:template match="page[@name='depot-list']/form/field[@name='kde']" mode="label" priority="1"><t:text id="depot.f-address"/></xsl:template>
<xsl:template match="page[@name='depot-list']/form/field[@name='kde']" mode="hint" priority="1"><t:text id="depot.f-address-hint"/></xsl:template>
<xsl:template match="page[@name='depot-list']/form/field[@name='kdy']" mode="label" priority="1"><t:text id="depot.f-hours"/></xsl:template>

<!-- ===== one ===== -->

<xsl:template match="page[@name='depot-show']" mode="title"><xsl:value-of select="depot/name"/> | <t:text id="depot.list"/></xsl:template>
<xsl:template match="page[@name='depot-show']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:value-of select="depot/name"/></h1>
  <xsl:apply-templates select="depot" mode="meta"/>
  <section aria-labelledby="zasoby">
    <div class="head"><h2 id="zasoby"><t:text id="depot.stock"/></h2></div>
    <xsl:choose>
      <xsl:when test="stock">
        <table class="stack">
          <thead><tr><th scope="col"><t:text id="depot.item"/></th><th scope="col"><t:text id="depot.in"/></th><th scope="col"><t:text id="depot.out"/></th><th scope="col"><t:text id="depot.left"/></th></tr></thead>
          <tbody><xsl:for-each select="stock"><tr>
            <th scope="row"><xsl:value-of select="name"/></th>
            <td data-l="{t:depot.in}"><xsl:value-of select="t:number(@in)"/></td>
            <td data-l="{t:depot.out}"><xsl:value-of select="t:number(@out)"/></td>
            <td data-l="{t:depot.left}"><strong><xsl:value-of select="t:number(@left)"/></strong></td>
          </tr></xsl:for-each></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><div class="empty"><p><t:text id="depot.holds-none"/></p></div></xsl:otherwise>
    </xsl:choose>
  </section>
  <section class="noprint" aria-labelledby="pohyb">
    <div class="head"><h2 id="pohyb"><t:text id="depot.move"/></h2></div>
    <form method="post" action="{$desk}/sklad/{depot/@id}">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field"/>
      <p class="acts"><button class="btn big"><t:text id="depot.write"/></button></p>
    </form>
  </section>
  <xsl:if test="move">
    <section aria-labelledby="pohyby">
      <div class="head"><h2 id="pohyby"><t:text id="depot.moves"/></h2></div>
      <p class="noprint small soft"><t:icon name="print"/><xsl:text> </xsl:text><t:text id="depot.print"/></p>
      <table class="stack">
        <thead><tr><th scope="col"><t:text id="depot.when"/></th><th scope="col"><t:text id="depot.item"/></th><th scope="col"><t:text id="depot.pieces"/></th><th scope="col"><t:text id="depot.why"/></th><th scope="col"><t:text id="depot.by"/></th></tr></thead>
        <tbody><xsl:apply-templates select="move"/></tbody>
      </table>
    </section>
  </xsl:if>
  <p class="acts"><a class="go" href="{$desk}/sklad"><t:icon name="basket"/><t:text id="depot.to-list"/></a></p>
</xsl:template>
<xsl:template match="move">
  <tr>
    <th scope="row"><xsl:value-of select="t:moment(at)"/></th>
    <td data-l="{t:depot.item}"><xsl:value-of select="item"/></td>
    <td data-l="{t:depot.pieces}"><strong><xsl:choose><xsl:when test="@amount &gt; 0">+<xsl:value-of select="t:number(@amount)"/></xsl:when><xsl:otherwise>−<xsl:value-of select="t:number(-@amount)"/></xsl:otherwise></xsl:choose></strong></td>
    <td data-l="{t:depot.why}"><xsl:if test="@delivery"><a href="{$desk}/rozvoz/{@delivery}"><t:text id="delivery.number"><t:arg select="@delivery"/></t:text></a><xsl:text> </xsl:text></xsl:if><xsl:value-of select="note"/></td>
    <td data-l="{t:depot.by}"><xsl:value-of select="@by"/></td>
  </tr>
</xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='smer']" mode="label" priority="1"><t:text id="depot.f-way"/></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='smer']/option[@value='prijem']" mode="label"><t:text id="depot.way-in"/></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='smer']/option[@value='vydej']" mode="label"><t:text id="depot.way-out"/></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='co']" mode="label" priority="1"><t:text id="depot.f-item"/></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='co']" mode="hint" priority="1"><t:text id="depot.f-item-hint"/></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='co']" mode="control" priority="1">
  <input class="mid" id="{@name}" name="{@name}" value="{value}" maxlength="{@max}" list="veci"><xsl:call-template name="field-described"/></input>
  <datalist id="veci"><xsl:for-each select="../../stock"><option value="{name}"/></xsl:for-each></datalist>
</xsl:template>
<xsl:template match="field[@name='kolik']" mode="label"><t:text id="depot.f-amount"/></xsl:template>
<xsl:template match="field[@name='kolik' and @error='left']" mode="error"><t:text id="depot.f-short"><t:arg select="t:number(/page/short/@left)"/></t:text></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='poznamka']" mode="label" priority="1"><t:text id="depot.f-note"/></xsl:template>
<xsl:template match="page[@name='depot-show']/form/field[@name='poznamka']" mode="hint" priority="1"><t:text id="depot.f-note-hint"/></xsl:template>

<xsl:template match="flash[@code='depot-made']"><p><t:text id="depot.flash-made"/></p></xsl:template>
<xsl:template match="flash[@code='depot-in']"><p><t:text id="depot.flash-in"/></p></xsl:template>
<xsl:template match="flash[@code='depot-out']"><p><t:text id="depot.flash-out"/></p></xsl:template>
</xsl:stylesheet>
