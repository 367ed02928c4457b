<?xml version="1.0" encoding="UTF-8"?>
<!-- Deliveries: the dispatcher's three columns, one delivery, a new one; what a courier carries. Part of dispatch.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:variable name="delivery-here">
  <xsl:choose>
    <xsl:when test="/page/desk"><xsl:value-of select="concat($desk, '/rozvoz')"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="concat(/page/@root, '/', /page/town/@slug, '/pomoc/rozvoz')"/></xsl:otherwise>
  </xsl:choose>
</xsl:variable>

<xsl:template match="page[starts-with(@name, 'delivery-')]" mode="crumbs" priority="1">
  <xsl:choose>
    <xsl:when test="desk"><li><a href="{$desk}"><t:text id="help.desk"/></a></li></xsl:when>
    <xsl:otherwise><li><a href="{@root}/{town/@slug}/pomoc/krize"><t:text id="crisis.join"/></a></li></xsl:otherwise>
  </xsl:choose>
  <xsl:choose>
    <xsl:when test="@name = 'delivery-board' or @name = 'delivery-mine'"><li aria-current="page"><xsl:apply-templates select="." mode="delivery-list"/></li></xsl:when>
    <xsl:otherwise>
      <li><a href="{$delivery-here}"><xsl:apply-templates select="." mode="delivery-list"/></a></li>
      <li aria-current="page"><xsl:choose><xsl:when test="@name = 'delivery-new'"><t:text id="delivery.new"/></xsl:when><xsl:otherwise><t:text id="delivery.number"><t:arg select="delivery/@id"/></t:text></xsl:otherwise></xsl:choose></li>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page" mode="delivery-list"><t:text id="delivery.mine"/></xsl:template>
<xsl:template match="page[desk]" mode="delivery-list"><t:text id="delivery.board"/></xsl:template>

<xsl:template match="delivery" mode="state">
  <xsl:choose>
    <xsl:when test="@state = 'new'"><t:text id="delivery.s-new"/></xsl:when>
    <xsl:when test="@state = 'assigned'"><t:text id="delivery.s-assigned"/></xsl:when>
    <xsl:when test="@state = 'picking'"><t:text id="delivery.s-picking"/></xsl:when>
    <xsl:when test="@state = 'delivering'"><t:text id="delivery.s-delivering"/></xsl:when>
    <xsl:when test="@state = 'delivered'"><t:text id="delivery.s-delivered"/></xsl:when>
    <xsl:otherwise><t:text id="delivery.s-archived"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="delivery" mode="tags">
  <p class="tags"><span class="tag"><xsl:if test="@state = 'delivered' or @state = 'archived'"><xsl:attribute name="class">tag mute</xsl:attribute></xsl:if><xsl:if test="@state = 'new'"><xsl:attribute name="class">tag lit</xsl:attribute></xsl:if>
    <xsl:choose><xsl:when test="@state = 'delivered'"><t:icon name="check"/></xsl:when><xsl:otherwise><t:icon name="car"/></xsl:otherwise></xsl:choose><xsl:apply-templates select="." mode="state"/></span></p>
</xsl:template>
<xsl:template match="delivery" mode="meta">
  <ul class="meta">
    <xsl:if test="courier"><li><t:icon name="person"/><span><xsl:value-of select="courier"/></span></li></xsl:if>
    <xsl:if test="reserver"><li><t:icon name="wait"/><span><t:text id="delivery.reserved-by"><t:arg select="reserver"/><t:arg select="t:moment(reserved)"/></t:text></span></li></xsl:if>
    <li><t:icon name="clock"/><span><t:text id="dispatch.since"><t:arg select="t:moment(changed)"/></t:text></span></li>
  </ul>
</xsl:template>
<xsl:template match="delivery" mode="row">
  <li class="row"><div>
    <xsl:apply-templates select="." mode="tags"/>
    <h3><a href="{$delivery-here}/{@id}"><xsl:value-of select="items"/></a></h3>
    <xsl:apply-templates select="." mode="meta"/>
  </div></li>
</xsl:template>

<!-- ===== three columns ===== -->

<xsl:template match="page[@name='delivery-board']" mode="title"><t:text id="delivery.board-of"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='delivery-board']" mode="head">
  <meta name="robots" content="noindex"/>
  <script src="{@root}/s/koordinace.{t:build}.js" defer="defer"></script>
</xsl:template>
<xsl:template match="page[@name='delivery-board']" mode="main">
  <h1><t:text id="delivery.board-of"><t:arg select="t:place(desk)"/></t:text></h1>
  <p class="acts">
    <a class="btn" href="{$delivery-here}/novy"><t:icon name="plus"/><t:text id="delivery.new"/></a><xsl:text> </xsl:text>
    <a class="go" href="{$desk}/sklad"><t:icon name="basket"/><t:text id="depot.list"/></a><xsl:text> </xsl:text>
    <a class="go" href="{$desk}/lide"><t:icon name="people"/><t:text id="crisis.people"/></a>
  </p>
  <p class="small soft" id="zmena" role="status"></p>
  <div class="slips" data-live="{t:dispatch.live}"><xsl:apply-templates select="lane"/></div>
</xsl:template>
<xsl:template match="lane">
  <section aria-labelledby="{@word}">
    <div class="head"><h2 id="{@word}"><xsl:choose>
      <xsl:when test="@word = 'priradit'"><t:text id="delivery.to-assign"/></xsl:when>
      <xsl:when test="@word = 'na-ceste'"><t:text id="delivery.on-way"/></xsl:when>
      <xsl:otherwise><t:text id="delivery.done"/></xsl:otherwise>
    </xsl:choose>: <xsl:value-of select="t:number(@count)"/></h2></div>
    <xsl:choose>
      <xsl:when test="delivery"><ul class="rows"><xsl:apply-templates select="delivery" mode="row"/></ul></xsl:when>
      <xsl:otherwise><p class="soft"><t:text id="delivery.none"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<!-- ===== a new one ===== -->

<xsl:template match="page[@name='delivery-new']" mode="title"><t:text id="delivery.new-of"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='delivery-new']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="delivery.new"/></h1>
  <xsl:if test="request"><div class="note"><p><t:text id="delivery.for-request"><t:arg><a href="{$desk}/{request/@id}"><xsl:value-of select="request/title"/></a></t:arg></t:text></p></div></xsl:if>
  <form method="post" action="{$delivery-here}/novy">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="delivery.sealed"/></p>
    <p class="acts"><button class="btn big"><t:text id="delivery.make"/></button><xsl:text> </xsl:text><a class="go" href="{$delivery-here}"><t:icon name="board"/><t:text id="delivery.to-board"/></a></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='co']" mode="label"><t:text id="delivery.f-items"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='co']" mode="hint"><t:text id="delivery.f-items-hint"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='co' and (@error='phone' or @error='mail' or @error='street')]" mode="error"><t:text id="delivery.f-items-exposes"/></xsl:template>
<xsl:template match="page[@name='delivery-new'][not(stock)]/form/field[@name='zasoba' or @name='kolik'][not(@error)]" priority="2"/>
<xsl:template match="page[@name='delivery-new']/form/field[@name='zasoba']" mode="label"><t:text id="delivery.f-stock"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='zasoba']" mode="hint"><t:text id="delivery.f-stock-hint"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='zasoba']" mode="control">
  <xsl:variable name="chosen" select="value"/>
  <select class="mid" id="{@name}" name="{@name}">
    <xsl:call-template name="field-described"/>
    <option value=""><t:text id="delivery.f-stock-none"/></option>
    <xsl:for-each select="../../stock">
      <option value="{@id}"><xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><t:text id="depot.left-of"><t:arg select="name"/><t:arg select="t:number(@left)"/></t:text></option>
    </xsl:for-each>
  </select>
</xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='odkud']" mode="label"><t:text id="delivery.pickup"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='jmeno']" mode="label"><t:text id="delivery.recipient"/></xsl:template>
<xsl:template match="page[@name='delivery-new'][not(request)]/form/field[@name='kam']" mode="optional"/>
<xsl:template match="page[@name='delivery-new']/form/field[@name='kam']" mode="label"><t:text id="delivery.address"/></xsl:template>
<xsl:template match="page[@name='delivery-new'][request]/form/field[@name='kam']" mode="hint"><t:text id="delivery.f-known"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='telefon']" mode="label"><t:text id="delivery.phone"/></xsl:template>
<xsl:template match="page[@name='delivery-new'][not(request)]/form/field[@name='telefon']" mode="hint"><t:text id="delivery.f-phone-hint"/></xsl:template>
<xsl:template match="page[@name='delivery-new']/form/field[@name='poznamka']" mode="label"><t:text id="delivery.note"/></xsl:template>

<!-- ===== one ===== -->

<xsl:template match="page[@name='delivery-show' or @name='delivery-carry']" mode="title"><xsl:value-of select="delivery/items"/> | <xsl:apply-templates select="." mode="delivery-list"/></xsl:template>
<xsl:template match="page[@name='delivery-show' or @name='delivery-carry']" mode="main">
  <xsl:variable name="at" select="concat($delivery-here, '/', delivery/@id)"/>
  <xsl:choose>
    <xsl:when test="met"><xsl:apply-templates select="met"/></xsl:when>
    <xsl:when test="@status = 409"><div class="errors" role="alert"><h2><t:text id="dispatch.met-state"/></h2><p><t:text id="dispatch.met-state-text"/></p></div></xsl:when>
  </xsl:choose>
  <h1><xsl:value-of select="delivery/items"/></h1>
  <xsl:apply-templates select="delivery" mode="tags"/>
  <xsl:apply-templates select="delivery" mode="meta"/>
  <xsl:if test="delivery/@request"><p><a class="go" href="{$desk}/{delivery/@request}"><t:icon name="help"/><t:text id="delivery.request"/></a></p></xsl:if>
  <xsl:for-each select="taken"><p><a class="go" href="{$desk}/sklad/{@depot}"><t:icon name="basket"/><t:text id="delivery.taken"><t:arg select="item"/><t:arg select="t:number(@amount)"/><t:arg select="name"/></t:text></a></p></xsl:for-each>
  <xsl:if test="can">
    <form method="post" action="{$at}">
      <xsl:call-template name="form-secrets"/>
      <p class="acts"><xsl:apply-templates select="can" mode="delivery"/></p>
    </form>
  </xsl:if>
  <section aria-labelledby="adresy">
    <div class="head"><h2 id="adresy"><t:text id="delivery.addresses"/></h2></div>
    <xsl:choose>
      <xsl:when test="opened/*"><xsl:apply-templates select="opened"/></xsl:when>
      <xsl:when test="opened or delivery/@state = 'archived'"><p><t:text id="delivery.erased"/></p></xsl:when>
      <xsl:when test="@name = 'delivery-carry' and delivery/@state = 'delivered'"><p><t:text id="delivery.not-yours"/></p></xsl:when>
      <xsl:otherwise>
        <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="delivery.open-lead"/></p>
        <form method="post" action="{$at}">
          <xsl:if test="desk"><xsl:attribute name="action"><xsl:value-of select="concat($at, '/adresy')"/></xsl:attribute></xsl:if>
          <xsl:call-template name="form-secrets"/>
          <p class="acts"><button class="btn quiet" name="co" value="adresy"><t:icon name="place"/><t:text id="delivery.open"/></button></p>
        </form>
      </xsl:otherwise>
    </xsl:choose>
  </section>
  <xsl:if test="delivery/@state = 'new' and delivery/@mine">
    <section aria-labelledby="kuryri">
      <div class="head"><h2 id="kuryri"><t:text id="delivery.couriers"/></h2></div>
      <xsl:choose>
        <xsl:when test="joined"><ul class="rows">
          <xsl:for-each select="joined">
            <li class="row"><div>
              <xsl:apply-templates select="." mode="meta"/>
              <form method="post" action="{$at}">
                <xsl:call-template name="form-secrets"/>
                <input type="hidden" name="kuryr" value="{@id}"/>
                <p class="acts"><button class="btn" name="co" value="priradit"><t:icon name="car"/><t:text id="delivery.assign"/></button></p>
              </form>
            </div></li>
          </xsl:for-each>
        </ul></xsl:when>
        <xsl:otherwise><p><t:text id="delivery.no-couriers"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:if>
  <p class="acts"><a class="go" href="{$delivery-here}"><t:icon name="board"/><t:text id="delivery.to-board"/></a></p>
</xsl:template>

<xsl:template match="opened">
  <dl class="facts">
    <xsl:if test="pickup"><dt><t:text id="delivery.pickup"/></dt><dd><xsl:value-of select="pickup"/></dd></xsl:if>
    <xsl:if test="address"><dt><t:text id="delivery.address"/></dt><dd><xsl:value-of select="address"/></dd></xsl:if>
    <xsl:if test="recipient"><dt><t:text id="delivery.recipient"/></dt><dd><xsl:value-of select="recipient"/></dd></xsl:if>
    <xsl:if test="phone"><dt><t:text id="delivery.phone"/></dt><dd><a href="tel:{phone}"><xsl:value-of select="t:phone(phone)"/></a></dd></xsl:if>
    <xsl:if test="note"><dt><t:text id="delivery.note"/></dt><dd><xsl:value-of select="note"/></dd></xsl:if>
  </dl>
</xsl:template>

<xsl:template match="can" mode="delivery">
  <button class="btn" name="co" value="{@do}">
    <xsl:if test="@do = 'uvolnit' or @do = 'vratit' or @do = 'odlozit'"><xsl:attribute name="class">btn quiet</xsl:attribute></xsl:if>
    <xsl:choose>
      <xsl:when test="@do = 'rezervovat'"><t:icon name="wait"/><t:text id="delivery.do-reserve"/></xsl:when>
      <xsl:when test="@do = 'uvolnit'"><t:text id="dispatch.do-release"/></xsl:when>
      <xsl:when test="@do = 'vyzvedava'"><t:icon name="basket"/><t:text id="delivery.do-picking"/></xsl:when>
      <xsl:when test="@do = 'veze'"><t:icon name="car"/><t:text id="delivery.do-coming"/></xsl:when>
      <xsl:when test="@do = 'doruceno'"><t:icon name="check"/><t:text id="delivery.do-brought"/></xsl:when>
      <xsl:when test="@do = 'odlozit'"><t:text id="delivery.do-archive"/></xsl:when>
      <xsl:when test="$page/desk"><t:text id="delivery.do-again"/></xsl:when>
      <xsl:otherwise><t:text id="delivery.do-give-back"/></xsl:otherwise>
    </xsl:choose>
  </button><xsl:text> </xsl:text>
</xsl:template>

<!-- ===== what I carry ===== -->

<xsl:template match="page[@name='delivery-mine']" mode="title"><t:text id="delivery.mine-of"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='delivery-mine']" mode="main">
  <h1><t:text id="delivery.mine-of"><t:arg select="t:place(town/name)"/></t:text></h1>
  <xsl:choose>
    <xsl:when test="delivery">
      <xsl:if test="delivery[@state != 'delivered']"><section aria-labelledby="na-ceste"><div class="head"><h2 id="na-ceste"><t:text id="delivery.on-way"/></h2></div><ul class="rows"><xsl:apply-templates select="delivery[@state != 'delivered']" mode="row"/></ul></section></xsl:if>
      <xsl:if test="delivery[@state = 'delivered']"><section aria-labelledby="doruceno"><div class="head"><h2 id="doruceno"><t:text id="delivery.done"/></h2></div><ul class="rows"><xsl:apply-templates select="delivery[@state = 'delivered']" mode="row"/></ul></section></xsl:if>
    </xsl:when>
    <xsl:otherwise><div class="empty"><p><t:text id="delivery.mine-none"/></p><p><a class="go" href="{@root}/{town/@slug}/pomoc/krize"><t:icon name="check"/><t:text id="crisis.join"/></a></p></div></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="flash[@code='delivery-made']"><p><t:text id="delivery.flash-made"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-reserved']"><p><t:text id="delivery.flash-reserved"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-released']"><p><t:text id="delivery.flash-released"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-assigned']"><p><t:text id="delivery.flash-assigned"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-picking' or @code='courier-picking']"><p><t:text id="delivery.flash-picking"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-coming' or @code='courier-coming']"><p><t:text id="delivery.flash-coming"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-brought' or @code='courier-brought']"><p><t:text id="delivery.flash-brought"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-again' or @code='courier-gave-back']"><p><t:text id="delivery.flash-again"/></p></xsl:template>
<xsl:template match="flash[@code='delivery-archived']"><p><t:text id="delivery.flash-archived"/></p></xsl:template>
</xsl:stylesheet>
