<?xml version="1.0" encoding="UTF-8"?>
<!-- Passkeys: the form that klic.js sends, the step after the password, one's own list. Part of account.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[passkey]" mode="head" priority="1">
  <meta name="robots" content="noindex"/>
  <script src="{@root}/s/klic.{t:build}.js" defer="defer"></script>
</xsl:template>

<!-- Attributes of the form: what the browser is asked. Hidden until the script is there. -->
<xsl:template match="passkey" mode="asks">
  <xsl:attribute name="hidden">hidden</xsl:attribute>
  <xsl:attribute name="data-act"><xsl:value-of select="@act"/></xsl:attribute>
  <xsl:attribute name="data-host"><xsl:value-of select="@host"/></xsl:attribute>
  <xsl:attribute name="data-challenge"><xsl:value-of select="@challenge"/></xsl:attribute>
  <xsl:attribute name="data-keys"><xsl:for-each select="key"><xsl:value-of select="concat(., ' ')"/></xsl:for-each></xsl:attribute>
  <xsl:if test="@act = 'create'">
    <xsl:attribute name="data-site"><t:text id="layout.name"/></xsl:attribute>
    <xsl:attribute name="data-owner"><xsl:value-of select="@owner"/></xsl:attribute>
    <xsl:attribute name="data-name"><xsl:value-of select="../mine/@mail"/></xsl:attribute>
    <xsl:attribute name="data-shown"><xsl:value-of select="../viewer/@name"/></xsl:attribute>
  </xsl:if>
</xsl:template>

<xsl:template match="passkey" mode="failed">
  <div role="alert" data-failed="data-failed">
    <xsl:if test="not(@failed)"><xsl:attribute name="hidden">hidden</xsl:attribute></xsl:if>
    <p class="err"><t:icon name="alert"/><span><xsl:choose>
      <xsl:when test="@act = 'create'"><t:text id="passkey.failed-new"/></xsl:when>
      <xsl:when test="../@name = 'account-sign'"><t:text id="passkey.failed-sign"/></xsl:when>
      <xsl:otherwise><t:text id="passkey.failed"/></xsl:otherwise>
    </xsl:choose></span></p>
  </div>
</xsl:template>

<!-- A passkey instead of the password, on the page of signing in. -->
<xsl:template match="page[@name='account-sign']/passkey">
  <form method="post" action="{$root}/prihlaseni/klic">
    <xsl:apply-templates select="." mode="asks"/>
    <xsl:call-template name="form-secrets"/>
    <p class="acts"><button class="btn quiet"><t:text id="passkey.sign"/></button></p>
    <xsl:apply-templates select="." mode="failed"/>
  </form>
</xsl:template>

<!-- The second step: with a passkey first, a code below. -->
<xsl:template match="passkey">
  <xsl:param name="action"/>
  <section aria-labelledby="klicem">
    <h2 id="klicem"><t:text id="passkey.use"/></h2>
    <p data-without="data-without"><t:text id="passkey.without"/></p>
    <form method="post" action="{$action}">
      <xsl:apply-templates select="." mode="asks"/>
      <xsl:call-template name="form-secrets"/>
      <p><t:text id="passkey.use-text"/></p>
      <xsl:apply-templates select="." mode="failed"/>
      <p class="acts"><button class="btn"><t:text id="passkey.use-do"/></button></p>
    </form>
  </section>
</xsl:template>
<xsl:template match="page[passkey[not(@app)]]/form/field[@name='kod']" mode="hint" priority="1"><t:text id="passkey.paper"/></xsl:template>

<!-- ===== one's own list ===== -->

<xsl:template match="page[@name='account-passkeys']" mode="title"><t:text id="passkey.title"/></xsl:template>
<xsl:template match="page[@name='account-passkeys']" mode="crumbs">
  <li><a href="{$root}/ucet"><t:text id="account.own"/></a></li>
  <li><a href="{$root}/ucet/overeni"><t:text id="account.factor"/></a></li>
  <li aria-current="page"><t:text id="passkey.title"/></li>
</xsl:template>
<xsl:template match="page[@name='account-passkeys']/form/field[@name='nazev']" mode="label"><t:text id="passkey.name"/></xsl:template>
<xsl:template match="page[@name='account-passkeys']/form/field[@name='nazev']" mode="hint"><t:text id="passkey.name-hint"/></xsl:template>
<xsl:template match="flash[@code='passkey-added']"><p><t:text id="passkey.flash-added"/></p></xsl:template>
<xsl:template match="flash[@code='passkey-removed']"><p><t:text id="passkey.flash-removed"/></p></xsl:template>
<xsl:template match="flash[@code='factor-added']"><p><t:text id="account.flash-factor-added"/></p></xsl:template>

<xsl:template match="page[@name='account-passkeys']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="passkey.title"/></h1>
  <p class="lead"><t:text id="passkey.text"/></p>
  <xsl:if test="mykey">
    <table class="stack">
      <caption><t:text id="passkey.caption"/></caption>
      <thead><tr><th scope="col"><t:text id="passkey.name"/></th><th scope="col"><t:text id="passkey.since"/></th><th scope="col"><t:text id="passkey.seen"/></th><th scope="col"><t:text id="account.act"/></th></tr></thead>
      <tbody>
        <xsl:for-each select="mykey">
          <tr>
            <th scope="row" id="k{@id}"><xsl:value-of select="name"/></th>
            <td data-l="{t:passkey.since}"><xsl:value-of select="t:moment(since)"/></td>
            <td data-l="{t:passkey.seen}"><xsl:choose><xsl:when test="seen"><xsl:value-of select="t:moment(seen)"/></xsl:when><xsl:otherwise><t:text id="passkey.never"/></xsl:otherwise></xsl:choose></td>
            <td class="all"><a class="btn quiet" href="{$root}/ucet/klice/{@id}" aria-describedby="k{@id}"><t:text id="passkey.remove"/></a></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:if>
  <section aria-labelledby="novy">
    <div class="head"><h2 id="novy"><t:text id="passkey.new"/></h2></div>
    <xsl:choose>
      <xsl:when test="passkey">
        <p data-without="data-without"><t:text id="passkey.without-new"/><xsl:text> </xsl:text><a href="{@root}/ucet/overeni"><t:text id="account.factor"/></a></p>
        <form method="post" action="{@root}/ucet/klice">
          <xsl:apply-templates select="passkey" mode="asks"/>
          <xsl:call-template name="form-secrets"/>
          <xsl:apply-templates select="form/field"/>
          <xsl:apply-templates select="passkey" mode="failed"/>
          <p class="acts"><button class="btn"><t:text id="passkey.new-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
        </form>
      </xsl:when>
      <xsl:otherwise><p><t:text id="passkey.enough"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="page[@name='account-passkey-end']" mode="title"><t:text id="passkey.end"><t:arg select="mykey/name"/></t:text></xsl:template>
<xsl:template match="page[@name='account-passkey-end']" mode="crumbs">
  <li><a href="{$root}/ucet"><t:text id="account.own"/></a></li>
  <li><a href="{$root}/ucet/klice"><t:text id="passkey.title"/></a></li>
  <li aria-current="page"><xsl:value-of select="mykey/name"/></li>
</xsl:template>
<xsl:template match="page[@name='account-passkey-end']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="passkey.end"><t:arg select="mykey/name"/></t:text></h1>
  <p class="lead"><t:text id="passkey.end-text"/></p>
  <xsl:if test="mykey/@last"><p class="note lit"><t:text id="passkey.end-last"/></p></xsl:if>
  <form method="post" action="{@root}/ucet/klice/{mykey/@id}">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn stop"><t:text id="passkey.end-do"/></button> <a class="go" href="{@root}/ucet/klice"><t:text id="passkey.title"/></a></p>
  </form>
</xsl:template>

</xsl:stylesheet>
