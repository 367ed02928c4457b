<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of who asks, by a personal link: how it stands, helpers, what can be done, who looked. Part of help.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="flash[@code='help-open']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-open"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-review']"><p><t:icon name="wait"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-review"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-renewed']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-renewed"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-thanks']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-thanks"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-again']"><p><t:icon name="wait"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-again"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-accepted']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-accepted"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-refused']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-refused"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-dropped']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-dropped"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-no-show']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-no-show"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-level']"><p><t:icon name="alert"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-level"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-limit']"><p><t:icon name="alert"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-limit"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-full']"><p><t:icon name="alert"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-full"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-withdrawn']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-withdrawn"/></strong></p></xsl:template>
<xsl:template match="flash[@code='help-edited']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="help-mine.flash-edited"/></strong></p></xsl:template>

<xsl:template name="mine-button">
  <xsl:param name="to"/>
  <xsl:param name="text"/>
  <xsl:param name="class" select="'btn'"/>
  <xsl:param name="value"/>
  <form action="{$page/@root}{$page/mine/@path}{$to}" method="post">
    <xsl:call-template name="form-secrets"/>
    <button class="{$class}"><xsl:if test="$value"><xsl:attribute name="name">co</xsl:attribute><xsl:attribute name="value"><xsl:value-of select="$value"/></xsl:attribute></xsl:if><xsl:copy-of select="$text"/></button>
  </form>
</xsl:template>

<!-- ===== the page ===== -->

<xsl:template match="page[@name='help-mine']" mode="title"><xsl:value-of select="request/title"/> | <t:text id="help-mine.title"/></xsl:template>
<xsl:template match="page[@name='help-mine']" mode="crumbs"><li><a href="{@root}/{request/where/@slug}"><xsl:value-of select="request/where"/></a></li><li aria-current="page"><t:text id="help-mine.crumb"/></li></xsl:template>

<xsl:template match="page[@name='help-mine']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:value-of select="request/title"/></h1>
  <xsl:if test="@status = 409"><p class="note lit" role="alert"><t:text id="help-mine.met"/></p></xsl:if>
  <xsl:apply-templates select="request" mode="tags"/>
  <p class="lead"><xsl:apply-templates select="request" mode="mine-state"/></p>
  <xsl:apply-templates select="mine[@confirm]" mode="confirm"/>
  <xsl:apply-templates select="mine[@done]" mode="done"/>
  <xsl:call-template name="mine-helpers"/>
  <section aria-labelledby="prosba">
    <div class="head"><h2 id="prosba"><t:text id="help-mine.request"/></h2></div>
    <xsl:if test="request/text"><p><xsl:value-of select="request/text"/></p></xsl:if>
    <xsl:apply-templates select="request" mode="meta"/>
    <xsl:call-template name="mine-contact"/>
    <xsl:call-template name="mine-acts"/>
  </section>
  <xsl:call-template name="mine-looks"/>
</xsl:template>

<!-- How it stands, in one or two sentences. -->
<xsl:template match="request" mode="mine-state">
  <xsl:choose>
    <xsl:when test="@state = 'unconfirmed'"><t:text id="help-mine.is-unconfirmed"/></xsl:when>
    <xsl:when test="@state = 'review'"><t:text id="help-mine.is-review"/></xsl:when>
    <xsl:when test="@state = 'open' and @visibility = 'coordinators'"><t:text id="help-mine.is-desk"/></xsl:when>
    <xsl:when test="@state = 'open' and $page/helper[@state='applied']"><t:text id="help-mine.is-applied"/></xsl:when>
    <xsl:when test="@state = 'open' and @filled &gt; 0"><t:text id="help-mine.is-partly"/></xsl:when>
    <xsl:when test="@state = 'open'"><t:text id="help-mine.is-open"/></xsl:when>
    <xsl:when test="@state = 'reserved'"><t:text id="help-mine.is-reserved"/></xsl:when>
    <xsl:when test="@state = 'filled'"><t:text id="help-mine.is-filled"/></xsl:when>
    <xsl:when test="@state = 'underway'"><t:text id="help-mine.is-underway"/></xsl:when>
    <xsl:when test="@state = 'done_claimed'"><t:text id="help-mine.is-done"/></xsl:when>
    <xsl:when test="@state = 'hidden'"><t:text id="help-mine.is-hidden"/></xsl:when>
    <xsl:when test="@outcome = 'fulfilled' or @outcome = 'partly'"><t:text id="help-mine.is-fulfilled"/></xsl:when>
    <xsl:when test="@outcome = 'withdrawn'"><t:text id="help-mine.is-withdrawn"/></xsl:when>
    <xsl:when test="@outcome = 'rejected' or @outcome = 'removed'"><t:text id="help-mine.is-rejected"/></xsl:when>
    <xsl:otherwise><t:text id="help-mine.is-expired"/></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="(@state = 'open' or @state = 'reserved') and expires"><xsl:text> </xsl:text><t:text id="help-mine.until"><t:arg select="t:moment(expires)"/></t:text></xsl:if>
</xsl:template>

<xsl:template match="mine" mode="confirm">
  <xsl:choose>
    <xsl:when test="same">
      <section class="note lit" aria-labelledby="stejna">
        <h2 id="stejna"><t:text id="help-mine.same"/></h2>
        <p><t:text id="help-mine.same-text"><t:arg><a href="{$page/@root}{same/@href}"><xsl:value-of select="same"/></a></t:arg></t:text></p>
        <div class="acts">
          <xsl:call-template name="mine-button"><xsl:with-param name="to" select="'/stejna'"/><xsl:with-param name="text"><t:text id="help-mine.same-do"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="mine-button"><xsl:with-param name="to" select="'/potvrdit'"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="help-mine.same-not"/></xsl:with-param></xsl:call-template>
        </div>
      </section>
    </xsl:when>
    <xsl:otherwise>
      <div class="acts">
        <xsl:call-template name="mine-button"><xsl:with-param name="to" select="'/potvrdit'"/><xsl:with-param name="class" select="'btn big'"/><xsl:with-param name="text"><t:icon name="check"/><t:text id="help-mine.confirm"/></xsl:with-param></xsl:call-template>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="mine" mode="done">
  <form class="note lit" action="{$page/@root}{@path}/hotovo" method="post">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="$page/form/field[@name='jak']"/>
    <xsl:apply-templates select="$page/form/field[@name='diky']"/>
    <xsl:apply-templates select="$page/form/field[@name='znovu']"/>
    <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="help-mine.done-do"/></button></p>
  </form>
</xsl:template>
<xsl:template match="field[@name='jak']" mode="label"><t:text id="help-mine.done"/></xsl:template>
<xsl:template match="field[@name='jak']/option[@value='ano']" mode="label"><t:text id="help-mine.done-yes"/></xsl:template>
<xsl:template match="field[@name='jak']/option[@value='castecne']" mode="label"><t:text id="help-mine.done-partly"/></xsl:template>
<xsl:template match="field[@name='jak']/option[@value='ne']" mode="label"><t:text id="help-mine.done-no"/></xsl:template>
<xsl:template match="field[@name='diky']" mode="label"><t:text id="help-mine.thanks"/></xsl:template>
<xsl:template match="field[@name='diky']" mode="hint"><t:text id="help-mine.thanks-hint"/></xsl:template>
<xsl:template match="field[@name='diky']" mode="control"><textarea id="diky" name="diky" rows="3" maxlength="{@max}"><xsl:call-template name="field-described"/><xsl:value-of select="value"/></textarea></xsl:template>
<xsl:template match="field[@name='znovu']" mode="label"><t:text id="help-mine.again"/></xsl:template>

<!-- ===== helpers ===== -->

<xsl:template name="mine-helpers">
  <xsl:if test="helper or request/@state = 'open' or request/@state = 'reserved'">
    <section aria-labelledby="pomocnici">
      <div class="head"><h2 id="pomocnici"><t:text id="help-mine.helpers"/></h2></div>
      <xsl:choose>
        <xsl:when test="helper"><ul class="slips"><xsl:apply-templates select="helper"/></ul></xsl:when>
        <xsl:otherwise><p class="empty"><t:text id="help-mine.nobody"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="page[@name='help-mine']/helper">
  <li class="slip">
    <p class="tags"><span class="tag"><xsl:if test="@state = 'left' or @state = 'no_show'"><xsl:attribute name="class">tag mute</xsl:attribute></xsl:if><xsl:apply-templates select="." mode="state"/></span></p>
    <h3><xsl:value-of select="who"/></h3>
    <ul class="meta">
      <li><t:icon name="shield"/><span><xsl:apply-templates select="@level" mode="mine"/></span></li>
      <xsl:for-each select="../phone[@of = current()/@id]"><li><t:icon name="phone"/><a href="tel:{.}"><xsl:value-of select="t:phone(.)"/></a></li></xsl:for-each>
    </ul>
    <xsl:if test="@state = 'applied'">
      <div class="tear">
        <div class="acts">
          <xsl:call-template name="mine-button"><xsl:with-param name="to" select="concat('/pomocnik/', @id)"/><xsl:with-param name="value" select="'prijmout'"/><xsl:with-param name="text"><t:icon name="check"/><t:text id="help-mine.accept"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="mine-button"><xsl:with-param name="to" select="concat('/pomocnik/', @id)"/><xsl:with-param name="value" select="'odmitnout'"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="help-mine.refuse"/></xsl:with-param></xsl:call-template>
        </div>
      </div>
    </xsl:if>
    <xsl:if test="@state = 'accepted' or @state = 'done'">
      <div class="tear"><a class="go" href="{$page/@root}{$page/mine/@path}/pomocnik/{@id}">
        <xsl:choose><xsl:when test="@state = 'done'"><t:text id="help-mine.no-show"/></xsl:when><xsl:otherwise><t:text id="help-mine.drop"/></xsl:otherwise></xsl:choose>
      </a></div>
    </xsl:if>
    <xsl:apply-templates select="." mode="doing"/>
  </li>
</xsl:template>
<xsl:template match="helper" mode="state">
  <xsl:choose>
    <xsl:when test="@state = 'applied'"><t:icon name="help"/><t:text id="help-mine.applied"/></xsl:when>
    <xsl:when test="@state = 'accepted'"><t:icon name="check"/><t:text id="help-mine.accepted"/></xsl:when>
    <xsl:when test="@state = 'done'"><t:icon name="check"/><t:text id="help-mine.helped"/></xsl:when>
    <xsl:when test="@state = 'left'"><t:icon name="cross"/><t:text id="help-mine.left"/></xsl:when>
    <xsl:otherwise><t:icon name="cross"/><t:text id="help-mine.absent"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="@level" mode="mine">
  <xsl:choose>
    <xsl:when test=". &gt;= 2"><t:text id="help-mine.level-2"/></xsl:when>
    <xsl:when test=". = 1"><t:text id="help-mine.level-1"/></xsl:when>
    <xsl:otherwise><t:text id="help-mine.level-0"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@name='help-helper']" mode="title">
  <xsl:choose>
    <xsl:when test="helper/@state = 'done'"><t:text id="help-mine.no-show-ask"><t:arg select="helper/who"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="help-mine.drop-ask"><t:arg select="helper/who"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='help-helper']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:choose>
    <xsl:when test="helper/@state = 'done'"><p><t:text id="help-mine.no-show-text"/></p></xsl:when>
    <xsl:otherwise><p><t:text id="help-mine.drop-text"/></p></xsl:otherwise>
  </xsl:choose>
  <div class="acts">
    <xsl:if test="helper/@state = 'accepted'">
      <xsl:call-template name="mine-button"><xsl:with-param name="to" select="concat('/pomocnik/', helper/@id)"/><xsl:with-param name="value" select="'propustit'"/><xsl:with-param name="class" select="'btn stop'"/><xsl:with-param name="text"><t:icon name="cross"/><t:text id="help-mine.drop-yes"/></xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="mine-button"><xsl:with-param name="to" select="concat('/pomocnik/', helper/@id)"/><xsl:with-param name="value" select="'neprisel'"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="help-mine.no-show"/></xsl:with-param></xsl:call-template>
    <a class="go" href="{@root}{mine/@path}"><t:text id="help-mine.back"/></a>
  </div>
</xsl:template>

<!-- ===== what was asked, what can be done ===== -->

<xsl:template name="mine-contact">
  <dl class="facts">
    <dt><t:text id="help-mine.code"/></dt><dd><xsl:value-of select="request/@code"/></dd>
    <xsl:if test="street"><dt><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help-mine.street"/></dt><dd><xsl:value-of select="street"/></dd></xsl:if>
    <xsl:for-each select="contact">
      <dt><t:icon name="lock"/><xsl:text> </xsl:text><xsl:choose><xsl:when test="@role = 'proxy'"><t:text id="help-mine.proxy"/></xsl:when><xsl:otherwise><t:text id="help-mine.requester"/></xsl:otherwise></xsl:choose></dt>
      <dd><xsl:value-of select="@name"/><xsl:if test="@phone">, <xsl:value-of select="t:phone(@phone)"/></xsl:if><xsl:if test="@mail">, <xsl:value-of select="@mail"/></xsl:if></dd>
    </xsl:for-each>
  </dl>
  <xsl:if test="contact"><p class="soft"><t:text id="help-mine.sealed"/></p></xsl:if>
</xsl:template>

<xsl:template name="mine-acts">
  <xsl:if test="mine[@edit or @renew or @withdraw]">
    <div class="acts noprint">
      <xsl:if test="mine/@edit"><a class="btn quiet" href="{@root}{mine/@path}/upravit"><t:text id="help-mine.edit"/></a></xsl:if>
      <xsl:if test="mine/@renew"><xsl:call-template name="mine-button"><xsl:with-param name="to" select="'/prodlouzit'"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="help-mine.renew"/></xsl:with-param></xsl:call-template></xsl:if>
      <xsl:if test="mine/@withdraw"><a class="btn quiet" href="{@root}{mine/@path}/stahnout"><t:text id="help-mine.withdraw"/></a></xsl:if>
    </div>
  </xsl:if>
  <xsl:if test="request/@state = 'closed'"><p class="acts"><a class="btn" href="{@root}/{request/where/@slug}/pomoc/potrebuji"><t:text id="help-mine.new"/></a></p></xsl:if>
</xsl:template>

<xsl:template name="mine-looks">
  <section aria-labelledby="videli">
    <div class="head"><h2 id="videli"><t:text id="help-mine.looks"/></h2></div>
    <xsl:choose>
      <xsl:when test="look">
        <ul class="meta">
          <xsl:for-each select="look"><li><t:icon name="eye"/><span>
            <xsl:choose><xsl:when test="who != ''"><xsl:value-of select="who"/></xsl:when><xsl:otherwise><t:text id="help-mine.looked-gone"/></xsl:otherwise></xsl:choose>
            <xsl:text> (</xsl:text><xsl:choose><xsl:when test="@as = 'helper'"><t:text id="help-mine.looked-helper"/></xsl:when><xsl:otherwise><t:text id="help-mine.looked-desk"/></xsl:otherwise></xsl:choose><xsl:text>), </xsl:text>
            <xsl:value-of select="t:moment(at)"/></span></li></xsl:for-each>
        </ul>
      </xsl:when>
      <xsl:otherwise><p class="soft"><t:text id="help-mine.looks-none"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<!-- ===== withdrawing ===== -->

<xsl:template match="page[@name='help-withdraw']" mode="title"><t:text id="help-mine.withdraw-ask"/></xsl:template>
<xsl:template match="page[@name='help-withdraw']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="help-mine.withdraw-ask"/></h1>
  <xsl:if test="@status = 409"><p class="note lit" role="alert"><t:text id="help-mine.met"/></p></xsl:if>
  <p class="lead"><strong><xsl:value-of select="request/title"/></strong></p>
  <xsl:choose>
    <xsl:when test="promised"><p><t:text id="help-mine.withdraw-promised"/></p><ul><xsl:for-each select="promised"><li><xsl:value-of select="who"/></li></xsl:for-each></ul></xsl:when>
    <xsl:otherwise><p><t:text id="help-mine.withdraw-text"/></p></xsl:otherwise>
  </xsl:choose>
  <form action="{@root}{@path}" method="post">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='duvod']"/>
    <p class="acts"><button class="btn stop"><t:icon name="cross"/><t:text id="help-mine.withdraw-yes"/></button><xsl:text> </xsl:text><a class="btn quiet" href="{@root}{mine/@path}"><t:text id="help-mine.back"/></a></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='help-withdraw']/form/field[@name='duvod']" mode="label"><t:text id="help-mine.why"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='vyreseno']" mode="label"><t:text id="help-mine.why-solved"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='nepotrebuji']" mode="label"><t:text id="help-mine.why-needless"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='omyl']" mode="label"><t:text id="help-mine.why-mistake"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='jine']" mode="label"><t:text id="help-mine.why-other"/></xsl:template>
</xsl:stylesheet>
