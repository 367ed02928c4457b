<?xml version="1.0" encoding="UTF-8"?>
<!-- Asking for help: the form, the proof of who asks, and the correction of what was asked. Part of help.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<!-- ===== the form ===== -->

<xsl:template match="page[@name='help-ask']" mode="title"><t:text id="help-ask.title"/> | <xsl:value-of select="town/name"/></xsl:template>
<xsl:template match="page[@name='help-ask']" mode="description"><t:text id="help-ask.description"/></xsl:template>
<xsl:template match="page[@name='help-ask']" mode="crumbs"><li aria-current="page"><t:text id="help-ask.crumb"/></li></xsl:template>

<xsl:template match="page[@name='help-ask']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:if test="danger"><xsl:call-template name="help-danger"/></xsl:if>
  <h1><t:text id="help-ask.title"/></h1>
  <p class="lead">
    <t:text id="help-ask.lead"/>
    <xsl:if test="desk/phone"><xsl:text> </xsl:text><t:text id="help-ask.call"><t:arg><a href="tel:{desk/phone}"><xsl:value-of select="t:phone(desk/phone)"/></a></t:arg></t:text></xsl:if>
  </p>
  <xsl:apply-templates select="crisis" mode="urgent"/>
  <div class="cols">
    <form action="{@root}{@path}" method="post">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field[@name='druh']"/>
      <xsl:apply-templates select="form/field[@name='pro']"/>
      <xsl:call-template name="help-ask-words"/>
      <xsl:apply-templates select="form/field[@name='zahrnuje']"/>
      <xsl:call-template name="help-ask-when"/>
      <xsl:call-template name="help-ask-where"/>
      <fieldset>
        <legend><t:text id="help-ask.reach"/></legend>
        <xsl:apply-templates select="form/field[@name='jmeno']"/>
        <xsl:apply-templates select="form/field[@name='telefon']"/>
        <xsl:apply-templates select="form/field[@name='mail']"/>
      </fieldset>
      <xsl:apply-templates select="form/field[@name='kdo']"/>
      <xsl:apply-templates select="form/field[@name='prijmout']"/>
      <xsl:apply-templates select="form/field[@type='question']"/>
      <p><button class="btn big">
        <xsl:choose><xsl:when test="danger"><t:text id="help-ask.send-still"/></xsl:when><xsl:otherwise><t:text id="help-ask.send"/></xsl:otherwise></xsl:choose>
      </button></p>
      <p class="soft"><t:text id="help-ask.kept"/></p>
    </form>
    <div>
      <section class="note" aria-labelledby="pak">
        <h2 id="pak"><t:text id="help-ask.then"/></h2>
        <ol>
          <li><t:text id="help-ask.then-proof"/></li>
          <xsl:if test="desk/@review"><li><t:text id="help-ask.then-review"/></li></xsl:if>
          <li><t:text id="help-ask.then-choose"/></li>
          <li><t:text id="help-ask.then-contact"/></li>
        </ol>
      </section>
      <section class="urgent" aria-labelledby="zivot">
        <h2 id="zivot"><t:text id="help-ask.life"/></h2>
        <p><t:text id="help-ask.life-text"><t:arg><a href="tel:112">112</a></t:arg><t:arg><a href="tel:155">155</a></t:arg></t:text></p>
      </section>
    </div>
  </div>
</xsl:template>

<xsl:template name="help-danger">
  <section class="urgent" role="alert" aria-labelledby="nebezpeci">
    <h2 id="nebezpeci"><t:text id="help-ask.danger"/></h2>
    <ul>
      <li><a href="tel:155">155</a> <t:text id="help-ask.danger-155"/></li>
      <li><a href="tel:158">158</a> <t:text id="help-ask.danger-158"/></li>
      <li><a href="tel:112">112</a> <t:text id="help-ask.danger-112"/></li>
    </ul>
    <p><t:text id="help-ask.danger-else"/></p>
  </section>
</xsl:template>

<xsl:template name="help-ask-words">
  <fieldset>
    <legend><t:text id="help-ask.what"/></legend>
    <xsl:apply-templates select="form/field[@name='nazev']"/>
    <xsl:apply-templates select="form/field[@name='popis']"/>
    <xsl:apply-templates select="form/field[@name='lidi']"/>
  </fieldset>
</xsl:template>

<xsl:template name="help-ask-when">
  <xsl:apply-templates select="form/field[@name='kdy']"/>
  <xsl:apply-templates select="form/field[@name='pilne']"/>
</xsl:template>

<xsl:template name="help-ask-where">
  <fieldset>
    <legend><t:text id="help-ask.where"/></legend>
    <xsl:apply-templates select="form/field[@name='cast']"/>
    <xsl:apply-templates select="form/field[@name='adresa']"/>
  </fieldset>
</xsl:template>

<!-- Radios one under another; what belongs to some of them opens with them (and is always there without :has). -->
<xsl:template name="help-choices">
  <xsl:param name="opens"/>
  <xsl:param name="more"/>
  <fieldset>
    <xsl:call-template name="field-described"/>
    <xsl:if test="@error"><xsl:attribute name="class">bad</xsl:attribute></xsl:if>
    <legend><xsl:apply-templates select="." mode="label"/></legend>
    <xsl:call-template name="field-notes"/>
    <div class="choices one">
      <xsl:for-each select="option">
        <label class="choice">
          <input type="radio" name="{../@name}" value="{@value}">
            <xsl:if test="position() = 1"><xsl:attribute name="id"><xsl:value-of select="../@name"/></xsl:attribute></xsl:if>
            <xsl:if test="contains($opens, concat(' ', @value, ' '))"><xsl:attribute name="class">opens</xsl:attribute></xsl:if>
            <xsl:if test="@selected or (not(../option[@selected]) and @value = ../value)"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <span><xsl:apply-templates select="." mode="label"/></span>
        </label>
      </xsl:for-each>
    </div>
    <xsl:if test="$more"><div class="when"><xsl:copy-of select="$more"/></div></xsl:if>
  </fieldset>
</xsl:template>

<xsl:template match="page[@name='help-ask' or @name='help-edit' or @name='dispatch-phone']/form/field[@name='pro']">
  <xsl:call-template name="help-choices">
    <xsl:with-param name="opens" select="' jiny zarizeni '"/>
    <xsl:with-param name="more">
      <xsl:apply-templates select="../field[@name='jmeno-jineho']"/>
      <xsl:apply-templates select="../field[@name='telefon-jineho']"/>
      <xsl:apply-templates select="../field[@name='souhlas']"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>
<xsl:template match="page[@name='help-ask' or @name='help-edit' or @name='dispatch-phone']/form/field[@name='kdy']">
  <xsl:call-template name="help-choices">
    <xsl:with-param name="opens" select="' do cas tydne '"/>
    <xsl:with-param name="more">
      <xsl:apply-templates select="../field[@name='den']"/>
      <xsl:apply-templates select="../field[@name='hodiny']"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>
<xsl:template match="page[@name='help-ask' or @name='help-edit' or @name='dispatch-phone']/form/field[@name='kdo']"><xsl:call-template name="help-choices"/></xsl:template>

<!-- Each kind with its icon. -->
<xsl:template match="page[@name='help-ask']/form/field[@name='druh']">
  <fieldset>
    <xsl:call-template name="field-described"/>
    <xsl:if test="@error"><xsl:attribute name="class">bad</xsl:attribute></xsl:if>
    <legend><xsl:apply-templates select="." mode="label"/></legend>
    <xsl:call-template name="field-notes"/>
    <div class="choices">
      <xsl:for-each select="option">
        <label class="choice">
          <input type="radio" name="druh" value="{@value}">
            <xsl:if test="position() = 1"><xsl:attribute name="id">druh</xsl:attribute></xsl:if>
            <xsl:if test="@selected"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <xsl:apply-templates select="$page/category[@code = current()/@value]/@icon" mode="help-icon"/>
          <span><xsl:call-template name="help-category"><xsl:with-param name="code" select="@value"/></xsl:call-template></span>
        </label>
      </xsl:for-each>
    </div>
  </fieldset>
</xsl:template>

<!-- Words of the fields. -->
<xsl:template match="field[@name='druh']" mode="label"><t:text id="help-ask.kind"/></xsl:template>
<xsl:template match="field[@name='pro']" mode="label"><t:text id="help-ask.whom"/></xsl:template>
<xsl:template match="field[@name='pro']/option[@value='ja']" mode="label"><t:text id="help-ask.whom-self"/></xsl:template>
<xsl:template match="field[@name='pro']/option[@value='jiny']" mode="label"><t:text id="help-ask.whom-other"/></xsl:template>
<xsl:template match="field[@name='pro']/option[@value='zarizeni']" mode="label"><t:text id="help-ask.whom-institution"/></xsl:template>
<xsl:template match="field[@name='jmeno-jineho']" mode="label"><t:text id="help-ask.needy"/></xsl:template>
<xsl:template match="field[@name='jmeno-jineho']" mode="hint"><t:text id="help-ask.needy-hint"/></xsl:template>
<xsl:template match="field[@name='telefon-jineho']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help-ask.needy-phone"/></xsl:template>
<xsl:template match="field[@name='telefon-jineho']" mode="hint"><t:text id="help-ask.needy-phone-hint"/></xsl:template>
<xsl:template match="field[@name='souhlas']" mode="label"><t:text id="help-ask.consent"/></xsl:template>
<xsl:template match="field[@name='souhlas' and @error='consent']" mode="error"><t:text id="help-ask.consent-error"/></xsl:template>
<xsl:template match="field[@name='nazev']" mode="label"><t:text id="help-ask.sentence"/></xsl:template>
<xsl:template match="field[@name='nazev']" mode="hint"><t:text id="help-ask.sentence-hint"/></xsl:template>
<xsl:template match="field[@name='popis']" mode="label"><t:text id="help-ask.details"/></xsl:template>
<xsl:template match="field[@name='popis']" mode="hint"><t:text id="help-ask.details-hint"/></xsl:template>
<xsl:template match="field[@name='popis']" mode="control">
  <textarea id="popis" name="popis" rows="4" maxlength="{@max}"><xsl:call-template name="field-described"/><xsl:value-of select="value"/></textarea>
</xsl:template>
<xsl:template match="field[@error='phone'][@name='nazev' or @name='popis' or @name='jmeno-jineho' or @name='text' or @name='cast' or @name='sms']" mode="error"><t:text id="help-ask.exposes-phone"/></xsl:template>
<xsl:template match="field[@error='mail'][@name='nazev' or @name='popis' or @name='text' or @name='cast' or @name='sms']" mode="error"><t:text id="help-ask.exposes-mail"/></xsl:template>
<xsl:template match="field[@error='street'][@name='nazev' or @name='popis' or @name='cast' or @name='text' or @name='sms']" mode="error"><t:text id="help-ask.exposes-street"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']" mode="label"><t:text id="help-ask.involves"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']" mode="hint"><t:text id="help-ask.involves-hint"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']/option[@value='doma']" mode="label"><t:text id="help-ask.involves-home"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']/option[@value='klice']" mode="label"><t:text id="help-ask.involves-keys"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']/option[@value='penize']" mode="label"><t:text id="help-ask.involves-money"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']/option[@value='leky']" mode="label"><t:text id="help-ask.involves-medicine"/></xsl:template>
<xsl:template match="field[@name='zahrnuje']/option[@value='deti']" mode="label"><t:text id="help-ask.involves-children"/></xsl:template>
<xsl:template match="field[@name='lidi']" mode="label"><t:text id="help-ask.people"/></xsl:template>
<xsl:template match="field[@name='lidi' and @error='promised']" mode="error"><t:text id="help-ask.people-promised"/></xsl:template>
<xsl:template match="field[@name='kdy']" mode="label"><t:text id="help-ask.when"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='brzy']" mode="label"><t:text id="help-ask.when-asap"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='do']" mode="label"><t:text id="help-ask.when-by"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='cas']" mode="label"><t:text id="help-ask.when-window"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='tydne']" mode="label"><t:text id="help-ask.when-weekly"/></xsl:template>
<xsl:template match="field[@name='den']" mode="label"><t:text id="help-ask.day"/></xsl:template>
<xsl:template match="field[@name='den' and @error='past']" mode="error"><t:text id="help-ask.day-past"/></xsl:template>
<xsl:template match="field[@name='den' and @error='far']" mode="error"><t:text id="help-ask.day-far"/></xsl:template>
<xsl:template match="field[@name='hodiny']" mode="label"><t:text id="help-ask.hours"/></xsl:template>
<xsl:template match="field[@name='hodiny']" mode="hint"><t:text id="help-ask.hours-hint"/></xsl:template>
<xsl:template match="field[@name='hodiny' and @error='hours']" mode="error"><t:text id="help-ask.hours-error"/></xsl:template>
<xsl:template match="field[@name='pilne']" mode="label"><t:text id="help-ask.urgent"/></xsl:template>
<xsl:template match="field[@name='cast']" mode="label"><t:text id="help-ask.part"/></xsl:template>
<xsl:template match="field[@name='cast']" mode="hint"><t:text id="help-ask.part-hint"/></xsl:template>
<xsl:template match="field[@name='adresa']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help-ask.street"/></xsl:template>
<xsl:template match="field[@name='adresa']" mode="hint"><t:text id="help-ask.street-hint"/></xsl:template>
<xsl:template match="page[@name='help-ask']/form/field[@name='jmeno']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help-ask.name"/></xsl:template>
<xsl:template match="field[@name='jmeno']" mode="autocomplete">name</xsl:template>
<xsl:template match="page[@name='help-ask']/form/field[@name='jmeno']" mode="hint"><t:text id="help-ask.name-hint"/></xsl:template>
<xsl:template match="page[@name='help-ask']/form/field[@name='telefon']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help-ask.phone"/></xsl:template>
<xsl:template match="page[@name='help-ask']/form/field[@name='telefon']" mode="hint"><t:text id="help-ask.phone-hint"/></xsl:template>
<xsl:template match="field[@name='telefon']" mode="autocomplete">tel</xsl:template>
<xsl:template match="field[@name='telefon' and @error='either']" mode="error"><t:text id="help-ask.either"/></xsl:template>
<xsl:template match="page[@name='help-ask']/form/field[@name='mail']" mode="label"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help-ask.mail"/></xsl:template>
<xsl:template match="page[@name='help-ask']/form/field[@name='mail']" mode="hint"><t:text id="help-ask.mail-hint"/></xsl:template>
<xsl:template match="field[@name='mail']" mode="autocomplete">email</xsl:template>
<xsl:template match="field[@name='mail' and @error='disposable']" mode="error"><t:text id="help-ask.disposable"/></xsl:template>
<xsl:template match="field[@name='kdo']" mode="label"><t:text id="help-ask.sees"/></xsl:template>
<xsl:template match="field[@name='kdo']/option[@value='vsichni']" mode="label"><t:text id="help-ask.sees-all"/></xsl:template>
<xsl:template match="field[@name='kdo']/option[@value='prihlaseni']" mode="label"><t:text id="help-ask.sees-signed"/></xsl:template>
<xsl:template match="field[@name='kdo']/option[@value='overeni']" mode="label"><t:text id="help-ask.sees-verified"/></xsl:template>
<xsl:template match="field[@name='kdo']/option[@value='koordinator']" mode="label"><t:text id="help-ask.sees-desk"/></xsl:template>
<xsl:template match="field[@name='prijmout']" mode="label"><t:text id="help-ask.auto"/></xsl:template>

<!-- ===== the proof ===== -->

<xsl:template match="page[@name='help-confirm']" mode="title"><t:text id="help-ask.proof"/></xsl:template>
<xsl:template match="page[@name='help-confirm' or @name='help-mine' or @name='help-helper' or @name='help-withdraw' or @name='help-edit']" mode="head"><meta name="robots" content="noindex"/></xsl:template>
<xsl:template match="page[@name='help-confirm']" mode="crumbs"><li><a href="{@root}/{request/where/@slug}"><xsl:value-of select="request/where"/></a></li><li aria-current="page"><t:text id="help-ask.crumb"/></li></xsl:template>
<xsl:template match="page[@name='help-confirm']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:choose>
    <xsl:when test="way/@confirmed">
      <h1><t:text id="help-ask.proved"/></h1>
      <p class="lead"><t:text id="help-ask.proved-text"/></p>
    </xsl:when>
    <xsl:when test="way/@by = 'mail'">
      <h1><t:text id="help-ask.proof-mail"/></h1>
      <p class="lead"><t:text id="help-ask.proof-mail-text"/></p>
      <p class="soft"><t:text id="help-ask.proof-day"/></p>
    </xsl:when>
    <xsl:otherwise>
      <h1><t:text id="help-ask.proof-code"/></h1>
      <xsl:choose>
        <xsl:when test="way/@sms"><p class="lead"><t:text id="help-ask.proof-sms"/></p></xsl:when>
        <xsl:when test="desk/phone"><p class="lead"><t:text id="help-ask.proof-call"><t:arg><a href="tel:{desk/phone}"><xsl:value-of select="t:phone(desk/phone)"/></a></t:arg><t:arg select="request/@code"/></t:text></p></xsl:when>
        <xsl:otherwise><p class="lead"><t:text id="help-ask.proof-office"><t:arg select="request/@code"/></t:text></p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="way/@sms">
        <form action="{@root}{@path}" method="post">
          <xsl:call-template name="form-secrets"/>
          <xsl:apply-templates select="form/field[@name='kod']"/>
          <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="help-ask.proof-do"/></button></p>
        </form>
        <xsl:if test="desk/phone"><p class="soft"><t:text id="help-ask.proof-call"><t:arg><a href="tel:{desk/phone}"><xsl:value-of select="t:phone(desk/phone)"/></a></t:arg><t:arg select="request/@code"/></t:text></p></xsl:if>
      </xsl:if>
    </xsl:otherwise>
  </xsl:choose>
  <section class="note" aria-labelledby="prosba"><h2 id="prosba"><xsl:value-of select="request/title"/></h2><xsl:apply-templates select="request" mode="meta"/></section>
</xsl:template>
<xsl:template match="page[@name='help-confirm']/form/field[@name='kod']" mode="label"><t:text id="help-ask.code"/></xsl:template>
<xsl:template match="page[@name='help-confirm']/form/field[@name='kod']" mode="autocomplete">one-time-code</xsl:template>
<xsl:template match="field[@name='kod' and @error='code']" mode="error"><t:text id="help-ask.code-wrong"/></xsl:template>

<!-- ===== the correction ===== -->

<xsl:template match="page[@name='help-edit']" mode="title"><t:text id="help-ask.edit"/></xsl:template>
<xsl:template match="page[@name='help-edit' or @name='help-withdraw' or @name='help-helper']" mode="crumbs">
  <li><a href="{@root}{mine/@path}"><t:text id="help-mine.crumb"/></a></li><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li>
</xsl:template>
<xsl:template match="page[@name='help-edit']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:if test="danger"><xsl:call-template name="help-danger"/></xsl:if>
  <h1><t:text id="help-ask.edit"/></h1>
  <xsl:if test="@status = 409">
    <section class="note lit" role="alert" aria-labelledby="mezitim">
      <h2 id="mezitim"><t:text id="help-ask.edit-met"/></h2>
      <p><t:text id="help-ask.edit-met-text"/></p>
      <xsl:for-each select="request">
        <p><strong><xsl:value-of select="title"/></strong></p>
        <xsl:if test="text"><p><xsl:value-of select="text"/></p></xsl:if>
        <xsl:apply-templates select="." mode="meta"/>
      </xsl:for-each>
    </section>
  </xsl:if>
  <form action="{@root}{@path}" method="post">
    <xsl:call-template name="form-secrets"/>
    <xsl:call-template name="help-ask-words"/>
    <xsl:call-template name="help-ask-when"/>
    <xsl:call-template name="help-ask-where"/>
    <xsl:apply-templates select="form/field[@name='kdo']"/>
    <p class="acts">
      <button class="btn"><t:icon name="check"/><xsl:choose><xsl:when test="danger"><t:text id="help-ask.send-still"/></xsl:when><xsl:otherwise><t:text id="help-ask.save"/></xsl:otherwise></xsl:choose></button>
      <a class="go" href="{@root}{mine/@path}"><t:text id="help-mine.back"/></a>
    </p>
  </form>
</xsl:template>
</xsl:stylesheet>
