<?xml version="1.0" encoding="UTF-8"?>
<!-- Standing offers: the form, and the page of an offer's link. Part of help.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<!-- ===== a standing offer: the form ===== -->
<xsl:template match="page[@name='help-offer' or @name='help-offer-change']" mode="title">
  <xsl:choose><xsl:when test="@name = 'help-offer'"><t:text id="offer.title"/></xsl:when><xsl:otherwise><t:text id="offer.change"/></xsl:otherwise></xsl:choose>
</xsl:template>
<xsl:template match="page[@name='help-offer' or @name='help-offer-change']" mode="crumbs"><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li></xsl:template>
<xsl:template match="page[@name='help-offer' or @name='help-offer-change']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:if test="@status = 409">
    <div class="note lit" role="alert"><p><strong><t:text id="offer.met"/></strong><xsl:text> </xsl:text><t:text id="offer.met-text"/></p><xsl:apply-templates select="standing" mode="facts"/></div>
  </xsl:if>
  <xsl:if test="@name = 'help-offer'"><p class="lead"><t:text id="offer.lead"/></p></xsl:if>
  <form method="post" action="{$page/@root}{@path}">
    <xsl:call-template name="form-secrets"/>
    <xsl:if test="body">
      <div class="field"><label for="za"><t:text id="offer.on-behalf"/></label>
        <select class="mid" id="za" name="za"><option value="0"><t:text id="offer.myself"/></option>
          <xsl:for-each select="body"><option value="{@id}"><xsl:if test="@chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="."/></option></xsl:for-each>
        </select></div>
    </xsl:if>
    <xsl:apply-templates select="form/field[@name='s-cim' or @name='popis' or @name='km']"/>
    <xsl:apply-templates select="form/field[@name='dny' or @name='od' or @name='do' or @name='predem']"/>
    <xsl:apply-templates select="form/field[@name='cim' or @name='jazyky']"/>
    <fieldset><legend><t:text id="offer.how-much"/></legend><xsl:apply-templates select="form/field[@name='najednou' or @name='mesicne' or @name='porad']"/></fieldset>
    <xsl:apply-templates select="form/field[@name='ptat' or @name='telefon' or @name='plati']"/>
    <p><button class="btn big"><t:icon name="check"/><xsl:choose><xsl:when test="@name = 'help-offer'"><t:text id="offer.do"/></xsl:when><xsl:otherwise><t:text id="offer.save"/></xsl:otherwise></xsl:choose></button></p>
    <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="offer.private"/></p>
  </form>
</xsl:template>

<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='s-cim']" mode="label"><t:text id="offer.f-with"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='s-cim']/option" mode="label"><xsl:call-template name="help-category"><xsl:with-param name="code" select="@value"/></xsl:call-template></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='popis']" mode="label"><t:text id="offer.f-text"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='popis']" mode="hint"><t:text id="offer.h-text"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='km']" mode="label"><t:text id="offer.f-km"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='km']/option" mode="label"><t:text id="offer.km"><t:arg select="@value"/></t:text></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='dny']" mode="label"><t:text id="offer.f-days"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='dny']" mode="hint"><t:text id="offer.h-days"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='dny']/option" mode="label"><xsl:call-template name="offer-day"><xsl:with-param name="day" select="count(preceding-sibling::option) + 1"/></xsl:call-template></xsl:template>
<xsl:template name="offer-day">
  <xsl:param name="day"/>
  <xsl:choose>
    <xsl:when test="$day = 1"><t:text id="offer.day-1"/></xsl:when>
    <xsl:when test="$day = 2"><t:text id="offer.day-2"/></xsl:when>
    <xsl:when test="$day = 3"><t:text id="offer.day-3"/></xsl:when>
    <xsl:when test="$day = 4"><t:text id="offer.day-4"/></xsl:when>
    <xsl:when test="$day = 5"><t:text id="offer.day-5"/></xsl:when>
    <xsl:when test="$day = 6"><t:text id="offer.day-6"/></xsl:when>
    <xsl:otherwise><t:text id="offer.day-7"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='od']" mode="label"><t:text id="offer.f-from"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='do']" mode="label"><t:text id="offer.f-to"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='do' and @error='earlier']" mode="error"><t:text id="offer.e-earlier"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='predem']" mode="label"><t:text id="offer.f-notice"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='predem']" mode="hint"><t:text id="offer.h-notice"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='cim']" mode="label"><t:text id="offer.f-transport"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='cim']/option" mode="label">
  <xsl:choose>
    <xsl:when test="@value = 'pesky'"><t:text id="offer.foot"/></xsl:when>
    <xsl:when test="@value = 'kolo'"><t:text id="offer.bike"/></xsl:when>
    <xsl:when test="@value = 'motorka'"><t:text id="offer.motorcycle"/></xsl:when>
    <xsl:when test="@value = 'auto'"><t:text id="offer.car"/></xsl:when>
    <xsl:otherwise><t:text id="offer.van"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='jazyky']" mode="label"><t:text id="offer.f-languages"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='jazyky']/option" mode="label">
  <xsl:choose>
    <xsl:when test="@value = 'en'"><t:text id="offer.en"/></xsl:when>
    <xsl:when test="@value = 'uk'"><t:text id="offer.uk"/></xsl:when>
    <xsl:when test="@value = 'de'"><t:text id="offer.de"/></xsl:when>
    <xsl:when test="@value = 'pl'"><t:text id="offer.pl"/></xsl:when>
    <xsl:when test="@value = 'ru'"><t:text id="offer.ru"/></xsl:when>
    <xsl:otherwise><t:text id="offer.vi"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='najednou']" mode="label"><t:text id="offer.f-parallel"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='mesicne']" mode="label"><t:text id="offer.f-monthly"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='mesicne']" mode="hint"><t:text id="offer.h-monthly"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='porad']" mode="label"><t:text id="offer.f-always"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='ptat']" mode="label"><t:text id="offer.f-ask"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='ptat']/option" mode="label">
  <xsl:choose><xsl:when test="@value = 'hned'"><t:text id="offer.ask-now"/></xsl:when><xsl:otherwise><t:text id="offer.ask-never"/></xsl:otherwise></xsl:choose>
</xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='telefon']" mode="label"><t:text id="offer.f-phone"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='plati']" mode="label"><t:text id="offer.f-until"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='plati']" mode="hint"><t:text id="offer.h-until"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-offer')]/form/field[@name='plati' and @error='far']" mode="error"><t:text id="offer.e-far"/></xsl:template>

<!-- ===== /nabidka/WORD ===== -->
<xsl:template match="page[starts-with(@name, 'help-standing')]" mode="title"><t:text id="offer.mine-title"/></xsl:template>
<xsl:template match="page[starts-with(@name, 'help-standing')]" mode="crumbs"><li aria-current="page"><t:text id="offer.mine-title"/></li></xsl:template>
<xsl:template match="page[@name='help-standing']" mode="main">
  <xsl:variable name="here" select="concat($page/@root, '/nabidka/', offer/@word)"/>
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="offer.mine-title"/></h1>
  <xsl:if test="@status = 409"><div class="errors" role="alert"><p><t:text id="offer.refused-state"/></p></div></xsl:if>
  <div class="note"><p><strong><xsl:apply-templates select="standing" mode="state"/></strong></p>
    <xsl:if test="standing/@state = 'unconfirmed'"><p class="acts"><a class="btn" href="{$page/@root}/uroven"><t:text id="offer.level-first"/></a></p></xsl:if>
  </div>
  <xsl:apply-templates select="standing" mode="facts"/>
  <xsl:if test="press">
    <form class="noprint" method="post" action="{$here}">
      <xsl:call-template name="form-secrets"/>
      <xsl:if test="press[@name='plati' or @name='obnovit']">
        <p class="acts">
          <xsl:if test="press/@name = 'plati'"><button class="btn big" name="co" value="plati"><t:icon name="check"/><t:text id="offer.holds"/></button><xsl:text> </xsl:text></xsl:if>
          <xsl:if test="press/@name = 'obnovit'"><button class="btn big" name="co" value="obnovit"><t:icon name="check"/><t:text id="offer.renew"/></button></xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="press/@name = 'pauza'">
        <h2><t:text id="offer.rest"/></h2>
        <p class="acts"><button class="btn quiet" name="co" value="tyden"><t:text id="offer.rest-week"/></button><xsl:text> </xsl:text><button class="btn quiet" name="co" value="mesic"><t:text id="offer.rest-month"/></button></p>
        <xsl:apply-templates select="form/field[@name='do']"/>
        <p class="acts"><button class="btn quiet" name="co" value="pauza"><t:text id="offer.rest-do"/></button></p>
      </xsl:if>
    </form>
    <p class="acts noprint">
      <xsl:if test="press/@name = 'konec'"><a class="btn quiet" href="{$here}/upravit"><t:text id="offer.change"/></a><xsl:text> </xsl:text><a class="go" href="{$here}/konec"><t:text id="offer.end"/></a></xsl:if>
    </p>
  </xsl:if>
</xsl:template>
<xsl:template match="page[@name='help-standing']/form/field[@name='do']" mode="label"><t:text id="offer.rest-until"/></xsl:template>
<xsl:template match="page[@name='help-standing']/form/field[@name='do']" mode="hint"><t:text id="offer.rest-hint"/></xsl:template>
<xsl:template match="page[@name='help-standing']/form/field[@name='do' and @error='past']" mode="error"><t:text id="offer.e-past"/></xsl:template>

<xsl:template match="page[@name='help-standing-end']" mode="main">
  <h1><t:text id="offer.end-title"/></h1>
  <xsl:apply-templates select="standing" mode="facts"/>
  <p><t:text id="offer.end-text"/></p>
  <xsl:if test="press/@name = 'konec'">
    <form method="post" action="{$page/@root}/nabidka/{offer/@word}">
      <xsl:call-template name="form-secrets"/>
      <p class="acts"><button class="btn stop" name="co" value="konec"><t:text id="offer.end-do"/></button><xsl:text> </xsl:text><a class="go" href="{$page/@root}/nabidka/{offer/@word}"><t:text id="offer.leave-not"/></a></p>
    </form>
  </xsl:if>
</xsl:template>

<xsl:template match="standing" mode="state"><t:text id="offer.is-withdrawn"/></xsl:template>
<xsl:template match="standing[@state='unconfirmed']" mode="state"><t:text id="offer.is-unconfirmed"/></xsl:template>
<xsl:template match="standing[@state='active']" mode="state"><t:text id="offer.is-active"><t:arg select="t:date(valid)"/></t:text></xsl:template>
<xsl:template match="standing[@state='paused']" mode="state"><t:text id="offer.is-paused"/></xsl:template>
<xsl:template match="standing[@state='paused' and rest]" mode="state"><t:text id="offer.is-paused-until"><t:arg select="t:date(rest)"/></t:text></xsl:template>
<xsl:template match="standing[@state='expired']" mode="state"><t:text id="offer.is-expired"><t:arg select="t:date(valid)"/></t:text></xsl:template>
<xsl:template match="standing[@state='removed']" mode="state"><t:text id="offer.is-removed"/></xsl:template>

<xsl:template match="standing" mode="facts">
  <xsl:if test="text"><p class="lead"><xsl:value-of select="text"/></p></xsl:if>
  <dl class="facts">
    <dt><t:text id="offer.f-with"/></dt><dd><xsl:for-each select="../category"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="help-category"><xsl:with-param name="code" select="@code"/></xsl:call-template></xsl:for-each></dd>
    <dt><t:text id="offer.where"/></dt><dd><xsl:value-of select="where"/><xsl:text>, </xsl:text><t:text id="offer.km"><t:arg select="@km"/></t:text></dd>
    <dt><t:text id="offer.when"/></dt><dd>
      <xsl:choose>
        <xsl:when test="@days = 127"><t:text id="offer.any-day"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="offer-days"><xsl:with-param name="bits" select="@days"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
      <xsl:text>, </xsl:text><t:text id="offer.hours"><t:arg select="@from"/><t:arg select="@to"/></t:text></dd>
    <xsl:if test="body"><dt><t:text id="offer.on-behalf"/></dt><dd><xsl:value-of select="body"/></dd></xsl:if>
    <xsl:if test="@unasked"><dt><t:text id="offer.f-ask"/></dt><dd><t:text id="offer.ask-never"/></dd></xsl:if>
  </dl>
</xsl:template>
<xsl:template name="offer-days">
  <xsl:param name="bits"/><xsl:param name="day" select="1"/><xsl:param name="said" select="false()"/>
  <xsl:variable name="is" select="$bits mod 2 = 1"/>
  <xsl:if test="$is"><xsl:if test="$said">, </xsl:if><xsl:call-template name="offer-day"><xsl:with-param name="day" select="$day"/></xsl:call-template></xsl:if>
  <xsl:if test="$bits &gt; 1"><xsl:call-template name="offer-days"><xsl:with-param name="bits" select="floor($bits div 2)"/><xsl:with-param name="day" select="$day + 1"/><xsl:with-param name="said" select="$said or $is"/></xsl:call-template></xsl:if>
</xsl:template>

<xsl:template match="flash[@code='offer-made']"><p><t:text id="offer.flash-made"/></p></xsl:template>
<xsl:template match="flash[@code='offer-waits']"><p><t:text id="offer.flash-waits"/></p></xsl:template>
<xsl:template match="flash[@code='offer-holds']"><p><t:text id="offer.flash-holds"/></p></xsl:template>
<xsl:template match="flash[@code='offer-rests']"><p><t:text id="offer.flash-rests"/></p></xsl:template>
<xsl:template match="flash[@code='offer-ended']"><p><t:text id="offer.flash-ended"/></p></xsl:template>
<xsl:template match="flash[@code='offer-changed']"><p><t:text id="offer.flash-changed"/></p></xsl:template>
</xsl:stylesheet>
