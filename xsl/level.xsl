<?xml version="1.0" encoding="UTF-8"?>
<!-- Helpers: levels, who gave them, the volunteer card. Part of org.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='org-level']" mode="title"><t:text id="org.level-title"/></xsl:template>
<xsl:template match="page[@name='org-level' or @name='org-card']" mode="nav">towns</xsl:template>
<xsl:template match="page[@name='org-level']" mode="crumbs"><li aria-current="page"><t:text id="org.level-title"/></li></xsl:template>
<xsl:template match="page[@name='org-level']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="org.level-title"/></h1>
  <xsl:call-template name="org-conflict"/>
  <p class="lead"><xsl:apply-templates select="level/@now"/></p>
  <xsl:if test="level/@now = 0">
    <section aria-labelledby="prvni">
      <h2 id="prvni"><t:text id="org.level-one"/></h2>
      <xsl:choose>
        <xsl:when test="level/@ready">
          <form class="note" method="post" action="{$root}/uroven">
            <xsl:call-template name="form-secrets"/>
            <p><t:text id="org.ethics"/></p>
            <xsl:apply-templates select="form/field[@name='kodex']"/>
            <p class="acts"><button class="btn"><t:text id="org.ethics-do"/></button></p>
          </form>
        </xsl:when>
        <xsl:otherwise><p><t:text id="org.level-contacts"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:if>
  <xsl:if test="grant">
    <section aria-labelledby="ruci">
      <h2 id="ruci"><t:text id="org.grants"/></h2>
      <ul class="rows"><xsl:for-each select="grant"><li class="row"><div><p><strong><xsl:value-of select="by"/></strong><xsl:text>, </xsl:text><xsl:apply-templates select="@level"/><xsl:text>, </xsl:text><t:text id="org.grant-until"><t:arg select="t:date(until)"/></t:text></p></div></li></xsl:for-each></ul>
    </section>
  </xsl:if>
  <xsl:if test="sensitive">
    <section aria-labelledby="duvera">
      <h2 id="duvera"><t:text id="org.sensitive"/></h2>
      <dl class="facts"><xsl:apply-templates select="sensitive"/></dl>
    </section>
  </xsl:if>
  <section aria-labelledby="karta">
    <h2 id="karta"><t:text id="org.card"/></h2>
    <p><t:text id="org.card-text"/></p>
    <xsl:if test="level/@card">
      <p><t:text id="org.card-number"><t:arg><strong class="code"><xsl:value-of select="translate(level/@card, 'abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ')"/></strong></t:arg></t:text></p>
      <p class="acts"><a class="btn" href="{$root}/karta/{level/@card}"><t:icon name="print"/><t:text id="org.card-print"/></a></p>
    </xsl:if>
    <xsl:call-template name="org-button">
      <xsl:with-param name="action" select="concat($root, '/uroven/karta')"/>
      <xsl:with-param name="class" select="'btn quiet'"/>
      <xsl:with-param name="text"><xsl:choose><xsl:when test="level/@card"><t:text id="org.card-lost"/></xsl:when><xsl:otherwise><t:text id="org.card-get"/></xsl:otherwise></xsl:choose></xsl:with-param>
    </xsl:call-template>
  </section>
</xsl:template>

<xsl:template match="sensitive">
  <dt>
    <xsl:choose>
      <xsl:when test="@code = 'home'"><t:text id="org.s-home"/></xsl:when>
      <xsl:when test="@code = 'keys'"><t:text id="org.s-keys"/></xsl:when>
      <xsl:when test="@code = 'money'"><t:text id="org.s-money"/></xsl:when>
      <xsl:when test="@code = 'medicine'"><t:text id="org.s-medicine"/></xsl:when>
      <xsl:otherwise><t:text id="org.s-children"/></xsl:otherwise>
    </xsl:choose>
  </dt>
  <dd><t:text id="org.sensitive-level"><t:arg select="@level"/></t:text></dd>
</xsl:template>

<xsl:template match="level/@now">
  <xsl:choose>
    <xsl:when test=". = 3"><t:text id="org.level-3"/></xsl:when>
    <xsl:when test=". = 2"><t:text id="org.level-2"/></xsl:when>
    <xsl:when test=". = 1"><t:text id="org.level-1"/></xsl:when>
    <xsl:otherwise><t:text id="org.level-0"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="grant/@level|helper/@level">
  <xsl:choose>
    <xsl:when test=". = 3"><t:text id="org.checked"/></xsl:when>
    <xsl:otherwise><t:text id="org.known"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="field[@name='kodex']" mode="label"><t:text id="org.ethics-agree"/></xsl:template>

<xsl:template match="page[@name='org-helpers']" mode="title"><t:text id="org.helpers-title"><t:arg select="body"/></t:text></xsl:template>
<xsl:template match="page[@name='org-helpers']" mode="crumbs"><li aria-current="page"><t:text id="org.helpers"/></li></xsl:template>
<xsl:template match="page[@name='org-helpers']" mode="main">
  <xsl:variable name="path" select="concat($root, body/@path)"/>
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><t:text id="org.helpers-lead"/></p>
  <xsl:if test="not(helper)"><div class="empty"><p><strong><t:text id="org.helpers-none"/></strong></p></div></xsl:if>
  <ul class="rows">
    <xsl:for-each select="helper">
      <li class="row"><div>
        <h2><xsl:value-of select="name"/></h2>
        <p><xsl:apply-templates select="@level"/><xsl:text>, </xsl:text><t:text id="org.grant-until"><t:arg select="t:date(until)"/></t:text></p>
        <xsl:apply-templates select="photo" mode="helper"><xsl:with-param name="path" select="concat($path, '/', @id, '/foto')"/></xsl:apply-templates>
        <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($path, '/', @id)"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="org.revoke"/></xsl:with-param></xsl:call-template>
      </div></li>
    </xsl:for-each>
  </ul>
  <section aria-labelledby="rucit">
    <h2 id="rucit"><t:text id="org.grant"/></h2>
    <form class="note" method="post" action="{$path}">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field[@name='cislo' or @name='uroven' or @name='videno']"/>
      <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="org.grant-do"/></button></p>
    </form>
  </section>
</xsl:template>
<!-- Is it the person? The photo that was seen goes with the answer. -->
<xsl:template match="photo" mode="helper">
  <xsl:param name="path"/>
  <p><xsl:apply-templates select="."><xsl:with-param name="src" select="concat($path, '.jpg')"/><xsl:with-param name="most" select="160"/></xsl:apply-templates></p>
  <p><xsl:choose><xsl:when test="@approved"><t:text id="org.photo-on"/></xsl:when><xsl:otherwise><t:text id="org.photo-ask"/></xsl:otherwise></xsl:choose></p>
  <form method="post" action="{$path}">
    <xsl:call-template name="form-secrets"/>
    <input type="hidden" name="foto" value="{@name}"/>
    <p class="acts"><xsl:choose>
      <xsl:when test="@approved"><button class="btn quiet" name="souhlas" value="ne"><t:text id="org.photo-no"/></button></xsl:when>
      <xsl:otherwise><button class="btn" name="souhlas" value="ano"><t:icon name="check"/><t:text id="org.photo-yes"/></button></xsl:otherwise>
    </xsl:choose></p>
  </form>
</xsl:template>

<xsl:template match="field[@name='cislo']" mode="label"><t:text id="org.number"/></xsl:template>
<xsl:template match="field[@name='cislo']" mode="hint"><t:text id="org.number-hint"/></xsl:template>
<xsl:template match="field[@name='cislo'][@error='card']" mode="error"><t:text id="org.number-wrong"/></xsl:template>
<xsl:template match="field[@name='cislo'][@error='oneself']" mode="error"><t:text id="org.number-own"/></xsl:template>
<xsl:template match="field[@name='uroven']" mode="label"><t:text id="org.what-known"/></xsl:template>
<xsl:template match="field[@name='uroven']/option[@value='2']" mode="label"><t:text id="org.give-2"/></xsl:template>
<xsl:template match="field[@name='uroven']/option[@value='3']" mode="label"><t:text id="org.give-3"/></xsl:template>
<xsl:template match="field[@name='videno']" mode="label"><t:text id="org.seen"/></xsl:template>
<xsl:template match="field[@name='videno']" mode="hint"><t:text id="org.seen-hint"/></xsl:template>

<!-- The card: for whoever reads its code, a plain yes or no; for its holder, to be cut out. -->
<xsl:template match="page[@name='org-card']" mode="title"><t:text id="org.card-title"><t:arg select="translate(card/@number, 'abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ')"/></t:text></xsl:template>
<xsl:template match="page[@name='org-card']" mode="crumbs"><li aria-current="page"><t:text id="org.card"/></li></xsl:template>
<xsl:template match="page[@name='org-card']" mode="head"><meta name="robots" content="noindex"/></xsl:template>
<xsl:template match="page[@name='org-card']" mode="main">
  <xsl:variable name="photo" select="concat($root, '/karta/', card/@number, '/foto.jpg')"/>
  <h1 class="noprint"><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:choose>
    <xsl:when test="card/@valid = 'yes'">
      <div class="note noprint"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="org.valid"><t:arg select="t:date(@today)"/></t:text></strong><xsl:text> </xsl:text><t:text id="org.valid-text"/></p><xsl:if test="card/photo"><p><xsl:apply-templates select="card/photo"><xsl:with-param name="src" select="$photo"/></xsl:apply-templates></p></xsl:if></div>
    </xsl:when>
    <xsl:otherwise><div class="urgent"><p><t:icon name="cross"/><xsl:text> </xsl:text><strong><t:text id="org.not-valid"/></strong><xsl:text> </xsl:text><t:text id="org.not-valid-text"/></p></div></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="card/@valid = 'yes'">
    <div class="card">
      <div>
        <p class="small"><t:text id="layout.name"/></p>
        <p class="name"><xsl:value-of select="card/holder"/></p>
        <xsl:for-each select="card/grant">
          <p><xsl:choose>
            <xsl:when test="@level = 3"><t:text id="org.by-checked"><t:arg select="by"/></t:text></xsl:when>
            <xsl:otherwise><t:text id="org.by-known"><t:arg select="by"/></t:text></xsl:otherwise>
          </xsl:choose><xsl:text> </xsl:text><t:text id="org.grant-until"><t:arg select="t:date(until)"/></t:text></p>
        </xsl:for-each>
        <p class="code"><xsl:value-of select="translate(card/@number, 'abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ')"/></p>
      </div>
      <div>
        <xsl:apply-templates select="card/qr"><xsl:with-param name="label"><t:text id="org.qr"/></xsl:with-param></xsl:apply-templates>
        <xsl:if test="card/photo"><p><xsl:apply-templates select="card/photo"><xsl:with-param name="src" select="$photo"/><xsl:with-param name="most" select="58"/></xsl:apply-templates></p></xsl:if>
      </div>
    </div>
    <xsl:if test="card/@mine"><p class="noprint"><t:text id="org.card-how"/></p></xsl:if>
  </xsl:if>
  <xsl:if test="not(card/@mine)"><xsl:call-template name="report-link"/></xsl:if>
</xsl:template>

</xsl:stylesheet>
