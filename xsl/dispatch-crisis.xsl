<?xml version="1.0" encoding="UTF-8"?>
<!--
  Crisis mode: the switch, who joined, how one joins. Part of dispatch.xsl.
    joined: mode="meta" roles and transport     template crisis-role, parameter code     <crisis> mode="urgent" is in help-parts.xsl
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:str="http://exslt.org/strings" extension-element-prefixes="str" exclude-result-prefixes="t">

<xsl:template match="page[starts-with(@name, 'crisis-')]" mode="crumbs" priority="1">
  <xsl:if test="desk"><li><a href="{$desk}"><t:text id="help.desk"/></a></li></xsl:if>
  <li aria-current="page"><xsl:choose>
    <xsl:when test="@name = 'crisis-switch'"><t:text id="crisis.mode"/></xsl:when>
    <xsl:when test="@name = 'crisis-people'"><t:text id="crisis.people"/></xsl:when>
    <xsl:otherwise><t:text id="crisis.join"/></xsl:otherwise>
  </xsl:choose></li>
</xsl:template>

<!-- ===== the switch ===== -->

<xsl:template match="page[@name='crisis-switch']" mode="title"><t:text id="crisis.title"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='crisis-switch']" mode="main">
  <xsl:if test="@status = 409"><div class="errors" role="alert"><h2><t:text id="dispatch.met-state"/></h2><p><t:text id="dispatch.met-state-text"/></p></div></xsl:if>
  <h1><t:text id="crisis.title"><t:arg select="t:place(desk)"/></t:text></h1>
  <xsl:apply-templates select="mode"/>
</xsl:template>

<xsl:template match="mode">
  <p class="lead"><t:text id="crisis.is-off"/></p>
  <section aria-labelledby="zmena">
    <div class="head"><h2 id="zmena"><t:text id="crisis.changes"/></h2></div>
    <ul>
      <li><t:text id="crisis.change-categories"/></li>
      <li><t:text id="crisis.change-review"/></li>
      <li><t:text id="crisis.change-urgent"/></li>
      <li><t:text id="crisis.change-roles"/></li>
      <li><t:text id="crisis.change-back"/></li>
    </ul>
  </section>
  <xsl:call-template name="crisis-turn"><xsl:with-param name="value" select="'zapnout'"/></xsl:call-template>
</xsl:template>
<xsl:template match="mode[@on]">
  <div class="urgent"><h2><t:text id="crisis.is-on"/></h2><p><t:text id="crisis.is-on-since"><t:arg select="t:moment(since)"/></t:text><xsl:if test="@by"><xsl:text> </xsl:text><t:text id="crisis.is-on-by"><t:arg select="@by"/></t:text></xsl:if></p></div>
  <p class="acts">
    <a class="btn" href="{$desk}/rozvoz"><t:icon name="car"/><t:text id="delivery.board"/></a><xsl:text> </xsl:text>
    <a class="btn quiet" href="{$desk}/sklad"><t:icon name="basket"/><t:text id="depot.list"/></a><xsl:text> </xsl:text>
    <a class="btn quiet" href="{$desk}/lide"><t:icon name="people"/><t:text id="crisis.people"/></a>
  </p>
  <section aria-labelledby="konec">
    <div class="head"><h2 id="konec"><t:text id="crisis.end"/></h2></div>
    <p><t:text id="crisis.end-lead"/></p>
    <dl class="facts">
      <dt><t:text id="crisis.stays-requests"/></dt><dd><xsl:value-of select="t:number(@requests)"/></dd>
      <dt><t:text id="crisis.stays-waiting"/></dt><dd><xsl:value-of select="t:number(@waiting)"/></dd>
      <dt><t:text id="crisis.stays-deliveries"/></dt><dd><xsl:value-of select="t:number(@deliveries)"/></dd>
      <dt><t:text id="crisis.stays-people"/></dt><dd><xsl:value-of select="t:number(@helpers)"/></dd>
    </dl>
    <xsl:call-template name="crisis-turn"><xsl:with-param name="value" select="'vypnout'"/></xsl:call-template>
  </section>
</xsl:template>

<xsl:template name="crisis-turn">
  <xsl:param name="value"/>
  <form method="post" action="{$desk}/krize">
    <xsl:call-template name="form-secrets"/>
    <p class="acts">
      <button class="btn stop" name="co" value="{$value}"><xsl:choose>
        <xsl:when test="$value = 'zapnout'"><t:text id="crisis.turn-on"/></xsl:when>
        <xsl:otherwise><t:text id="crisis.turn-off"/></xsl:otherwise>
      </xsl:choose></button>
      <xsl:text> </xsl:text><a class="go" href="{$desk}"><t:icon name="board"/><t:text id="dispatch.to-board"/></a>
    </p>
  </form>
</xsl:template>

<!-- ===== who joined ===== -->

<xsl:template name="crisis-role">
  <xsl:param name="code"/>
  <xsl:choose>
    <xsl:when test="$code = 'courier' or $code = 'kuryr'"><t:text id="crisis.courier"/></xsl:when>
    <xsl:when test="$code = 'driver' or $code = 'ridic'"><t:text id="crisis.driver"/></xsl:when>
    <xsl:when test="$code = 'caregiver' or $code = 'pecujici'"><t:text id="crisis.caregiver"/></xsl:when>
    <xsl:when test="$code = 'seamstress' or $code = 'svadlena'"><t:text id="crisis.seamstress"/></xsl:when>
    <xsl:when test="$code = 'dispatcher' or $code = 'dispecer'"><t:text id="crisis.dispatcher"/></xsl:when>
    <xsl:otherwise><t:text id="crisis.supplier"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template name="crisis-vehicle">
  <xsl:param name="code"/>
  <xsl:choose>
    <xsl:when test="$code = 'foot' or $code = 'pesky'"><t:text id="crisis.foot"/></xsl:when>
    <xsl:when test="$code = 'bike' or $code = 'kolo'"><t:text id="crisis.bike"/></xsl:when>
    <xsl:when test="$code = 'motorcycle' or $code = 'motorka'"><t:text id="crisis.motorcycle"/></xsl:when>
    <xsl:when test="$code = 'car' or $code = 'auto'"><t:text id="crisis.car"/></xsl:when>
    <xsl:otherwise><t:text id="crisis.van"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="joined" mode="meta">
  <p class="tags">
    <xsl:choose>
      <xsl:when test="@ready"><span class="tag lit"><t:icon name="check"/><t:text id="crisis.ready"/></span></xsl:when>
      <xsl:otherwise><span class="tag mute"><t:icon name="wait"/><t:text id="crisis.not-ready"/></span></xsl:otherwise>
    </xsl:choose>
  </p>
  <h3><xsl:value-of select="who"/></h3>
  <xsl:if test="text"><p><xsl:value-of select="text"/></p></xsl:if>
  <ul class="meta">
    <li><t:icon name="person"/><span><xsl:for-each select="str:tokenize(@roles, ',')"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="crisis-role"><xsl:with-param name="code" select="string(.)"/></xsl:call-template></xsl:for-each></span></li>
    <xsl:if test="@transport"><li><t:icon name="car"/><span><xsl:for-each select="str:tokenize(@transport, ',')"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="crisis-vehicle"><xsl:with-param name="code" select="string(.)"/></xsl:call-template></xsl:for-each></span></li></xsl:if>
    <li><t:icon name="shield"/><span><t:text id="dispatch.level"><t:arg select="@level"/></t:text></span></li>
    <xsl:if test="@carries &gt; 0"><li><t:icon name="basket"/><span><t:text id="crisis.carries"><t:arg select="@carries"/></t:text></span></li></xsl:if>
  </ul>
</xsl:template>

<xsl:template match="page[@name='crisis-people']" mode="title"><t:text id="crisis.people-of"><t:arg select="desk"/></t:text></xsl:template>
<xsl:template match="page[@name='crisis-people']" mode="main">
  <xsl:variable name="role" select="form/field[@name='role']/option[@selected]/@value"/>
  <h1><t:text id="crisis.people-of"><t:arg select="t:place(desk)"/></t:text></h1>
  <nav class="tabs" aria-label="{t:crisis.by-role}"><ul>
    <li><a href="{$desk}/lide"><xsl:if test="not($role)"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="crisis.everybody"/></a></li>
    <xsl:for-each select="form/field[@name='role']/option">
      <li><a href="{$desk}/lide?role={@value}"><xsl:if test="@selected"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:call-template name="crisis-role"><xsl:with-param name="code" select="@value"/></xsl:call-template></a></li>
    </xsl:for-each>
  </ul></nav>
  <xsl:choose>
    <xsl:when test="joined">
      <xsl:if test="joined/@phone and not(looked)">
        <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="crisis.phones-lead"/></p>
        <form method="post" action="{$desk}/lide">
          <xsl:call-template name="form-secrets"/>
          <xsl:if test="$role"><input type="hidden" name="role" value="{$role}"/></xsl:if>
          <p class="acts"><button class="btn quiet"><t:icon name="phone"/><t:text id="crisis.phones"/></button></p>
        </form>
      </xsl:if>
      <div class="head"><h2><xsl:choose><xsl:when test="$role"><xsl:call-template name="crisis-role"><xsl:with-param name="code" select="$role"/></xsl:call-template></xsl:when><xsl:otherwise><t:text id="crisis.everybody"/></xsl:otherwise></xsl:choose>: <xsl:value-of select="t:number(count(joined))"/></h2></div>
      <ul class="rows">
        <xsl:for-each select="joined">
          <li class="row"><div>
            <xsl:apply-templates select="." mode="meta"/>
            <xsl:for-each select="../phone[@of = current()/@id]"><p><a class="go" href="tel:{.}"><t:icon name="phone"/><xsl:value-of select="t:phone(.)"/></a></p></xsl:for-each>
          </div></li>
        </xsl:for-each>
      </ul>
    </xsl:when>
    <xsl:otherwise><div class="empty"><p><t:text id="crisis.nobody"/></p></div></xsl:otherwise>
  </xsl:choose>
  <p class="acts"><a class="go" href="{@root}/{town/@slug}/pomoc/krize"><t:icon name="plus"/><t:text id="crisis.join-link"/></a></p>
</xsl:template>

<!-- ===== joining ===== -->

<xsl:template match="page[@name='crisis-join']" mode="title"><t:text id="crisis.join-in"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='crisis-join']" mode="main">
  <xsl:variable name="here" select="concat(@root, '/', town/@slug, '/pomoc/krize')"/>
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="crisis.join-in"><t:arg select="t:place(town/name)"/></t:text></h1>
  <xsl:if test="join/@known">
    <div class="note">
      <xsl:if test="join/@ready"><xsl:attribute name="class">note lit</xsl:attribute></xsl:if>
      <p><strong><xsl:choose><xsl:when test="join/@ready"><t:text id="crisis.am-ready"/></xsl:when><xsl:otherwise><t:text id="crisis.am-not-ready"/></xsl:otherwise></xsl:choose></strong></p>
      <form method="post" action="{$here}/ted">
        <input type="hidden" name="token" value="{viewer/@token}"/><input type="hidden" name="once" value="{form/@once}"/>
        <p class="acts">
          <xsl:choose>
            <xsl:when test="join/@ready"><button class="btn quiet" name="co" value="ne"><t:icon name="wait"/><t:text id="crisis.not-now"/></button></xsl:when>
            <xsl:when test="crisis"><button class="btn big" name="co" value="ano"><t:icon name="check"/><t:text id="crisis.now"/></button></xsl:when>
          </xsl:choose>
          <xsl:text> </xsl:text><button class="btn quiet" name="co" value="odejit"><t:text id="crisis.leave"/></button>
        </p>
      </form>
      <p><a class="go" href="{@root}/{town/@slug}/pomoc/rozvoz"><t:icon name="car"/><t:text id="delivery.mine-count"><t:arg select="join/@carried"/></t:text></a></p>
    </div>
  </xsl:if>
  <xsl:choose>
    <xsl:when test="crisis">
      <p class="lead"><t:text id="crisis.join-lead"/></p>
      <form method="post" action="{$here}">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field"/>
        <p class="acts"><button class="btn big"><xsl:choose><xsl:when test="join/@known"><t:text id="dispatch.save"/></xsl:when><xsl:otherwise><t:text id="crisis.join-do"/></xsl:otherwise></xsl:choose></button></p>
      </form>
    </xsl:when>
    <xsl:otherwise>
      <div class="empty"><p><t:text id="crisis.none"/></p><p><a class="go" href="{@root}/{town/@slug}/pomoc/pomohu"><t:icon name="help"/><t:text id="crisis.offer-link"/></a></p></div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='role']" mode="label"><t:text id="crisis.f-role"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='role']/option" mode="label"><xsl:call-template name="crisis-role"><xsl:with-param name="code" select="@value"/></xsl:call-template></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='doprava']" mode="label"><t:text id="crisis.f-transport"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='doprava']/option" mode="label"><xsl:call-template name="crisis-vehicle"><xsl:with-param name="code" select="@value"/></xsl:call-template></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='umim']" mode="label"><t:text id="crisis.f-text"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='umim']" mode="hint"><t:text id="crisis.f-text-hint"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='telefon']" mode="label"><t:text id="crisis.f-phone"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='telefon']" mode="hint"><t:text id="crisis.f-phone-hint"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='telefon' and @error='phone']" mode="error"><t:text id="crisis.f-phone-none"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='ted']" mode="label"><t:text id="crisis.f-now"/></xsl:template>
<xsl:template match="page[@name='crisis-join']/form/field[@name='ted']" mode="hint"><t:text id="crisis.f-now-hint"/></xsl:template>

<xsl:template match="flash[@code='crisis-on']"><p><t:text id="crisis.flash-on"/></p></xsl:template>
<xsl:template match="flash[@code='crisis-off']"><p><t:text id="crisis.flash-off"/></p></xsl:template>
<xsl:template match="flash[@code='crisis-joined']"><p><t:text id="crisis.flash-joined"/></p></xsl:template>
<xsl:template match="flash[@code='crisis-ready']"><p><t:text id="crisis.flash-ready"/></p></xsl:template>
<xsl:template match="flash[@code='crisis-not-ready']"><p><t:text id="crisis.flash-not-ready"/></p></xsl:template>
<xsl:template match="flash[@code='crisis-left']"><p><t:text id="crisis.flash-left"/></p></xsl:template>
</xsl:stylesheet>
