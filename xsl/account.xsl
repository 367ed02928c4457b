<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program account: signing up and in, personal links, my overview and settings. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="account-own.xsl"/>
<xsl:include href="account-key.xsl"/>
<xsl:include href="account-data.xsl"/>

<xsl:variable name="root" select="/page/@root"/>

<!-- ===== fields: label, hint, what a browser may fill in ===== -->

<xsl:template match="field[@name='kdo']" mode="label"><t:text id="account.who"/></xsl:template>
<xsl:template match="field[@name='kdo']" mode="autocomplete">username</xsl:template>
<xsl:template match="field[@name='heslo']" mode="label"><t:text id="account.password"/></xsl:template>
<xsl:template match="field[@name='heslo']" mode="autocomplete">current-password</xsl:template>
<xsl:template match="page[@name='account-join' or @name='account-link' or @name='account-password']/form/field[@name='heslo']" mode="label"><t:text id="account.new-password"/></xsl:template>
<xsl:template match="page[@name='account-join' or @name='account-link' or @name='account-password']/form/field[@name='heslo']" mode="hint"><t:text id="account.new-password-hint"/></xsl:template>
<xsl:template match="page[@name='account-join' or @name='account-link' or @name='account-password']/form/field[@name='heslo']" mode="autocomplete">new-password</xsl:template>
<xsl:template match="field[@name='stare']" mode="label"><t:text id="account.old-password"/></xsl:template>
<xsl:template match="field[@name='stare']" mode="autocomplete">current-password</xsl:template>
<xsl:template match="field[@name='jmeno']" mode="label"><t:text id="account.given"/></xsl:template>
<xsl:template match="field[@name='jmeno']" mode="autocomplete">given-name</xsl:template>
<xsl:template match="field[@name='prijmeni']" mode="label"><t:text id="account.surname"/></xsl:template>
<xsl:template match="field[@name='prijmeni']" mode="hint"><t:text id="account.surname-hint"/></xsl:template>
<xsl:template match="field[@name='prijmeni']" mode="autocomplete">family-name</xsl:template>
<xsl:template match="field[@name='mail']" mode="label"><t:text id="account.mail"/></xsl:template>
<xsl:template match="field[@name='mail']" mode="autocomplete">email</xsl:template>
<xsl:template match="page[@name='account-join']/form/field[@name='mail']" mode="hint"><t:text id="account.mail-hint"/></xsl:template>
<xsl:template match="field[@name='telefon']" mode="label"><t:text id="account.phone"/></xsl:template>
<xsl:template match="page[@name='account-join']/form/field[@name='telefon']" mode="hint"><t:text id="account.phone-hint"/></xsl:template>
<xsl:template match="page[@name='account-join']/form/field[@name='telefon']" mode="autocomplete">tel</xsl:template>
<xsl:template match="field[@name='souhlas']" mode="label"><t:text id="account.terms"/></xsl:template>
<xsl:template match="field[@name='kod']" mode="label"><t:text id="account.code"/></xsl:template>
<xsl:template match="field[@name='kod']" mode="hint"><t:text id="account.code-hint"/></xsl:template>
<!-- the step above says what to copy -->
<xsl:template match="page[@name='account-factor'][factor/@state='none' or factor/@state='app']/form/field[@name='kod']" mode="hint"/>
<xsl:template match="field[@name='kod']" mode="autocomplete">one-time-code</xsl:template>

<xsl:template match="field[@error='wrong']" mode="error" priority="2"><t:text id="account.error-wrong"/></xsl:template>
<xsl:template match="field[@error='wrong-own']" mode="error" priority="2"><t:text id="account.error-wrong-own"/></xsl:template>
<xsl:template match="field[@error='common']" mode="error" priority="2"><t:text id="account.error-common"/></xsl:template>
<xsl:template match="field[@error='own']" mode="error" priority="2"><t:text id="account.error-own"/></xsl:template>
<xsl:template match="field[@error='disposable']" mode="error" priority="2"><t:text id="account.error-disposable"/></xsl:template>
<xsl:template match="field[@error='either']" mode="error" priority="2"><t:text id="account.error-either"/></xsl:template>
<xsl:template match="field[@error='address']" mode="error" priority="2"><t:text id="account.error-address"/></xsl:template>
<xsl:template match="field[@error='banned']" mode="error" priority="2"><t:text id="account.error-banned"/></xsl:template>
<xsl:template match="field[@error='code']" mode="error" priority="2"><t:text id="account.error-code"/></xsl:template>
<xsl:template match="field[@error='nobody-waits']" mode="error" priority="2"><t:text id="account.error-nobody-waits"/></xsl:template>
<xsl:template match="field[@name='souhlas'][@error='required']" mode="error" priority="2"><t:text id="account.error-terms"/></xsl:template>

<!-- ===== what was done on the page before ===== -->

<xsl:template match="flash[@code='signed-out']"><p><t:text id="account.flash-signed-out"/></p></xsl:template>
<xsl:template match="flash[@code='confirmed']"><p><t:text id="account.flash-confirmed"/></p></xsl:template>
<xsl:template match="flash[@code='password-set']"><p><t:text id="account.flash-password-set"/></p></xsl:template>
<xsl:template match="flash[@code='password-changed']"><p><t:text id="account.flash-password-changed"/></p></xsl:template>
<xsl:template match="flash[@code='mail-sent']"><p><t:text id="account.flash-mail-sent"/></p></xsl:template>
<xsl:template match="flash[@code='mail-changed']"><p><t:text id="account.flash-mail-changed"/></p></xsl:template>
<xsl:template match="flash[@code='mail-undone']"><p><t:text id="account.flash-mail-undone"/></p></xsl:template>
<xsl:template match="flash[@code='session-ended']"><p><t:text id="account.flash-session-ended"/></p></xsl:template>
<xsl:template match="flash[@code='sessions-ended']"><p><t:text id="account.flash-sessions-ended"/></p></xsl:template>
<xsl:template match="flash[@code='factor-ended']"><p><t:text id="account.flash-factor-ended"/></p></xsl:template>
<xsl:template match="flash[@code='phone-confirmed']"><p><t:text id="account.flash-phone-confirmed"/></p></xsl:template>

<!-- Search engines have no business here. -->
<xsl:template match="page[starts-with(@name, 'account-')]" mode="head"><meta name="robots" content="noindex"/></xsl:template>

<!-- ===== signing in ===== -->

<xsl:template match="page[@name='account-sign' or @name='account-code']" mode="title"><t:text id="account.sign"/></xsl:template>

<xsl:template match="page[@name='account-sign']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.sign"/></h1>
  <div class="cols">
    <div>
      <form method="post" action="{@root}/prihlaseni">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field"/>
        <p class="acts"><button class="btn"><t:text id="account.sign-do"/></button> <a class="go" href="{@root}/zapomenute-heslo"><t:text id="account.forgot-link"/></a></p>
      </form>
      <xsl:apply-templates select="passkey"/>
    </div>
    <section class="note" aria-labelledby="novy">
      <h2 id="novy"><t:text id="account.no-account"/></h2>
      <p><t:text id="account.no-account-text"/></p>
      <p><a class="btn quiet" href="{@root}/registrace"><t:text id="account.join"/></a></p>
    </section>
  </div>
</xsl:template>

<xsl:template match="page[@name='account-code']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:choose><xsl:when test="passkey"><t:text id="passkey.step"/></xsl:when><xsl:otherwise><t:text id="account.code-title"/></xsl:otherwise></xsl:choose></h1>
  <xsl:apply-templates select="passkey"><xsl:with-param name="action" select="concat(@root, '/prihlaseni/klic')"/></xsl:apply-templates>
  <xsl:call-template name="code-lead"/>
  <form method="post" action="{@root}/prihlaseni/kod">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.sign-do"/></button> <a class="go" href="{@root}/prihlaseni"><t:text id="account.again"/></a></p>
  </form>
</xsl:template>

<!-- With a passkey above, the code is the other way. -->
<xsl:template name="code-lead">
  <xsl:choose>
    <xsl:when test="passkey"><h2><t:text id="passkey.or-code"/></h2></xsl:when>
    <xsl:otherwise><p class="lead"><t:text id="account.code-text"/></p></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== signing up ===== -->

<xsl:template match="page[@name='account-join' or @name='account-sent']" mode="title"><t:text id="account.join"/></xsl:template>

<xsl:template match="page[@name='account-join']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.join"/></h1>
  <p class="lead"><t:text id="account.join-lead"/></p>
  <div class="cols">
    <form method="post" action="{@root}/registrace">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field[@name != 'souhlas']"/>
      <xsl:apply-templates select="form/field[@name = 'souhlas']"/>
      <p class="acts"><button class="btn"><t:text id="account.join-do"/></button> <a class="go" href="{@root}/prihlaseni"><t:text id="account.have-one"/></a></p>
    </form>
    <section class="note" aria-labelledby="co-bude">
      <h2 id="co-bude"><t:text id="account.what-next"/></h2>
      <ul>
        <li><t:text id="account.next-name"/></li>
        <li><t:text id="account.next-contact"/></li>
        <li><t:text id="account.next-end"/></li>
      </ul>
      <p><a href="{@root}/soukromi"><t:text id="layout.privacy"/></a></p>
    </section>
  </div>
</xsl:template>

<xsl:template match="page[@name='account-sent']" mode="main">
  <xsl:choose>
    <xsl:when test="way = 'mail'">
      <h1><t:text id="account.sent"/></h1>
      <p class="lead"><t:text id="account.sent-text"/></p>
      <p><t:text id="account.sent-none"/></p>
    </xsl:when>
    <xsl:otherwise>
      <h1><t:text id="account.call"/></h1>
      <p class="lead"><t:text id="account.call-text"/></p>
      <xsl:if test="@phone"><p><t:text id="account.call-us"><t:arg><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></t:arg></t:text></p></xsl:if>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== forgotten password ===== -->

<xsl:template match="page[@name='account-forgot' or @name='account-forgot-sent']" mode="title"><t:text id="account.forgot"/></xsl:template>

<xsl:template match="page[@name='account-forgot']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.forgot"/></h1>
  <p class="lead"><t:text id="account.forgot-text"/></p>
  <form method="post" action="{@root}/zapomenute-heslo">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.forgot-do"/></button> <a class="go" href="{@root}/prihlaseni"><t:text id="account.back-to-sign"/></a></p>
  </form>
</xsl:template>

<xsl:template match="page[@name='account-forgot-sent']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.forgot-sent"/></h1>
  <p class="lead"><t:text id="account.forgot-sent-text"/></p>
  <section aria-labelledby="sms">
    <h2 id="sms"><t:text id="account.forgot-sms"/></h2>
    <form method="post" action="{@root}/zapomenute-heslo/odeslano">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field"/>
      <p class="acts"><button class="btn quiet"><t:text id="account.forgot-sms-do"/></button></p>
    </form>
  </section>
</xsl:template>
<xsl:template match="page[@name='account-forgot-sent']/form/field[@name='kod']" mode="hint"><t:text id="account.sms-hint"/></xsl:template>

<!-- ===== news stopped by the link that came with them ===== -->

<xsl:template match="page[@name='account-stop']" mode="title"><xsl:choose><xsl:when test="stop/@state = 'done'"><t:text id="account.stop-done"/></xsl:when><xsl:otherwise><t:text id="account.stop"/></xsl:otherwise></xsl:choose></xsl:template>
<xsl:template match="page[@name='account-stop']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><xsl:choose><xsl:when test="stop/@state = 'done'"><t:text id="account.stop-done-text"/></xsl:when><xsl:otherwise><t:text id="account.stop-text"/></xsl:otherwise></xsl:choose></p>
  <xsl:choose>
    <xsl:when test="stop/@state = 'done'"><p class="acts"><a class="btn quiet" href="{@root}/ucet/profil"><t:text id="account.stop-change"/></a></p></xsl:when>
    <xsl:otherwise>
      <form method="post" action="{@root}{@path}">
        <p class="acts"><button class="btn"><t:text id="account.stop-do"/></button> <a class="go" href="{@root}/"><t:text id="account.link-no"/></a></p>
      </form>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== personal links: a question, its consequence, a button that repeats the verb ===== -->

<xsl:template match="page[@name='account-link']" mode="title"><xsl:apply-templates select="link" mode="title"/></xsl:template>

<xsl:template match="link[@state != 'open']" mode="title" priority="2"><t:text id="account.link-over"/></xsl:template>
<xsl:template match="link[@purpose='confirm']" mode="title"><t:text id="account.link-confirm"/></xsl:template>
<xsl:template match="link[@purpose='reset']" mode="title"><t:text id="account.link-reset"/></xsl:template>
<xsl:template match="link[@purpose='change_mail']" mode="title"><t:text id="account.link-change"/></xsl:template>
<xsl:template match="link[@purpose='undo_mail']" mode="title"><t:text id="account.link-undo"/></xsl:template>
<xsl:template match="link[@purpose='undo_mail'][@address][not(contains(@address, '@'))]" mode="title" priority="1"><t:text id="account.link-undo-phone"/></xsl:template>

<xsl:template match="link[@purpose='confirm']" mode="text"><t:text id="account.link-confirm-text"/></xsl:template>
<xsl:template match="link[@purpose='reset']" mode="text"><t:text id="account.link-reset-text"/></xsl:template>
<xsl:template match="link[@purpose='change_mail']" mode="text"><t:text id="account.link-change-text"><t:arg select="@address"/></t:text></xsl:template>
<xsl:template match="link[@purpose='undo_mail']" mode="text"><t:text id="account.link-undo-text"><t:arg select="@address"/></t:text></xsl:template>

<xsl:template match="link[@purpose='undo_mail'][@address][not(contains(@address, '@'))]" mode="text" priority="1"><t:text id="account.link-undo-phone-text"><t:arg select="@address"/></t:text></xsl:template>

<xsl:template match="link[@purpose='confirm']" mode="do"><t:text id="account.link-confirm-do"/></xsl:template>
<xsl:template match="link[@purpose='reset']" mode="do"><t:text id="account.link-reset-do"/></xsl:template>
<xsl:template match="link[@purpose='change_mail']" mode="do"><t:text id="account.link-change-do"/></xsl:template>
<xsl:template match="link[@purpose='undo_mail']" mode="do"><t:text id="account.link-undo-do"/></xsl:template>

<xsl:template match="page[@name='account-link']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="link" mode="title"/></h1>
  <xsl:choose>
    <xsl:when test="link/@state = 'open'">
      <p class="lead"><xsl:apply-templates select="link" mode="text"/></p>
      <form method="post" action="{@root}{@path}">
        <xsl:call-template name="form-secrets"/>
        <xsl:if test="link/@purpose = 'reset'"><xsl:apply-templates select="form/field"/></xsl:if>
        <p class="acts"><button class="btn"><xsl:apply-templates select="link" mode="do"/></button> <a class="go" href="{@root}/"><t:text id="account.link-no"/></a></p>
      </form>
    </xsl:when>
    <xsl:otherwise>
      <p class="lead">
        <xsl:choose>
          <xsl:when test="link/@state = 'used'"><t:text id="account.link-used"/></xsl:when>
          <xsl:when test="link/@state = 'taken'"><t:text id="account.link-taken"/></xsl:when>
          <xsl:otherwise><t:text id="account.link-expired"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <p class="acts">
        <xsl:choose>
          <xsl:when test="link/@purpose = 'reset'"><a class="btn" href="{@root}/zapomenute-heslo"><t:text id="account.link-new"/></a></xsl:when>
          <xsl:when test="link/@purpose = 'confirm' and link/@state = 'expired'"><a class="btn" href="{@root}/registrace"><t:text id="account.join"/></a></xsl:when>
          <xsl:otherwise><a class="btn" href="{@root}/prihlaseni"><t:text id="account.sign-do"/></a></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text><a class="go" href="{@root}/"><t:text id="error.home"/></a>
      </p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
