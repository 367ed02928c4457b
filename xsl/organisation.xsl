<?xml version="1.0" encoding="UTF-8"?>
<!-- Organisations: their page, founding, their desk, editing, closing; those of a town. Part of org.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="organisation" mode="tags">
  <p class="tags">
    <span class="tag"><t:icon name="people"/><xsl:apply-templates select="@form"/></span><xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="@state = 'verified'"><span class="tag"><t:icon name="shield"/><t:text id="org.state-verified"/></span></xsl:when>
      <xsl:when test="@state = 'draft'"><span class="tag mute"><t:icon name="doc"/><t:text id="org.state-draft"/></span></xsl:when>
      <xsl:when test="@state = 'suspended'"><span class="tag brick"><t:icon name="alert"/><t:text id="org.state-suspended"/></span></xsl:when>
      <xsl:when test="@state = 'rejected'"><span class="tag brick"><t:icon name="cross"/><t:text id="org.state-rejected"/></span></xsl:when>
      <xsl:when test="@state = 'closed'"><span class="tag mute"><t:icon name="cross"/><t:text id="org.state-closed"/></span></xsl:when>
      <xsl:when test="@state = 'submitted'"><span class="tag mute"><t:icon name="clock"/><t:text id="org.state-submitted"/></span></xsl:when>
      <xsl:otherwise><span class="tag mute"><t:icon name="eye"/><t:text id="org.state-unverified"/></span></xsl:otherwise>
    </xsl:choose>
  </p>
</xsl:template>

<xsl:template match="organisation/@form">
  <xsl:choose>
    <xsl:when test=". = 'association'"><t:text id="org.form-association"/></xsl:when>
    <xsl:when test=". = 'public_benefit'"><t:text id="org.form-public-benefit"/></xsl:when>
    <xsl:when test=". = 'institute'"><t:text id="org.form-institute"/></xsl:when>
    <xsl:when test=". = 'foundation'"><t:text id="org.form-foundation"/></xsl:when>
    <xsl:when test=". = 'church'"><t:text id="org.form-church"/></xsl:when>
    <xsl:when test=". = 'school'"><t:text id="org.form-school"/></xsl:when>
    <xsl:when test=". = 'town_run'"><t:text id="org.form-town"/></xsl:when>
    <xsl:otherwise><t:text id="org.form-informal"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@name='organisation']" mode="title"><xsl:value-of select="organisation/name"/></xsl:template>
<xsl:template match="page[@name='organisation']" mode="description"><xsl:value-of select="organisation/purpose"/></xsl:template>
<xsl:template match="page[@name='organisation']" mode="feeds"><xsl:call-template name="feeds"><xsl:with-param name="oembed" select="false()"/></xsl:call-template></xsl:template>
<xsl:template match="page[@name='organisation']" mode="crumbs"><li><a href="{$town}/organizace"><t:text id="org.list"/></a></li><li aria-current="page"><xsl:value-of select="organisation/name"/></li></xsl:template>

<xsl:template match="page[@name='organisation']" mode="main">
  <h1><xsl:value-of select="organisation/name"/></h1>
  <xsl:apply-templates select="organisation" mode="tags"/>
  <p class="lead"><xsl:value-of select="organisation/purpose"/></p>
  <xsl:apply-templates select="organisation" mode="facts"/>
  <xsl:if test="vouch"><xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($root, '/organizace/', organisation/@slug, '/zarucit')"/><xsl:with-param name="text"><t:icon name="people"/><t:text id="org.vouch-person"/></xsl:with-param></xsl:call-template></xsl:if>
  <p class="acts">
    <xsl:if test="inside"><a class="btn quiet" href="{$root}/organizace/{organisation/@slug}/sprava"><t:icon name="tools"/><t:text id="org.desk"/></a></xsl:if>
    <xsl:if test="organisation/@state = 'verified' and (inside/@role = 'admin' or inside/@role = 'coordinator')"><a class="btn quiet" href="{$root}/organizace/{organisation/@slug}/koordinace"><t:icon name="help"/><t:text id="help.desk"/></a></xsl:if>
  </p>
  <xsl:if test="item">
    <section aria-labelledby="oznameni">
      <h2 id="oznameni"><t:text id="org.items"/></h2>
      <ul class="slips"><xsl:apply-templates select="item" mode="slip"/></ul>
    </section>
  </xsl:if>
  <xsl:call-template name="subscribe"><xsl:with-param name="title"><t:text id="org.subscribe"/></xsl:with-param></xsl:call-template>
  <xsl:call-template name="report-link"/>
</xsl:template>

<xsl:template match="organisation" mode="facts">
  <dl class="facts">
    <xsl:if test="verified"><dt><t:text id="org.fact-verified"/></dt><dd><xsl:value-of select="t:date(verified)"/></dd></xsl:if>
    <xsl:if test="vouched"><dt><t:text id="org.fact-vouched"/></dt><dd><xsl:value-of select="vouched"/></dd></xsl:if>
    <xsl:if test="proof"><dt><t:text id="org.fact-proof"/></dt><dd><xsl:value-of select="proof"/></dd></xsl:if>
    <xsl:if test="document"><dt><t:text id="org.fact-document"/></dt><dd><xsl:value-of select="t:date(document)"/></dd></xsl:if>
    <xsl:if test="@persons &gt; 0"><dt><t:text id="org.fact-persons"/></dt><dd><xsl:value-of select="@persons"/></dd></xsl:if>
    <xsl:if test="@ico"><dt><t:text id="org.ico"/></dt><dd><xsl:value-of select="@ico"/></dd></xsl:if>
    <xsl:if test="register"><dt><t:text id="org.fact-register"/></dt><dd><xsl:value-of select="register"/></dd></xsl:if>
    <xsl:if test="web"><dt><t:text id="org.web"/></dt><dd><a href="{web}" rel="nofollow noopener"><xsl:value-of select="web"/></a></dd></xsl:if>
    <xsl:if test="mail"><dt><t:text id="org.mail"/></dt><dd><a href="mailto:{mail}"><xsl:value-of select="mail"/></a></dd></xsl:if>
    <xsl:if test="phone"><dt><t:text id="org.phone"/></dt><dd><xsl:value-of select="phone"/></dd></xsl:if>
  </dl>
</xsl:template>

<!-- Organisations of a town; a clerk vouches with one click. -->
<xsl:template match="page[@name='org-list']" mode="title"><t:text id="org.list-title"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-list']" mode="crumbs"><li aria-current="page"><t:text id="org.list"/></li></xsl:template>
<xsl:template match="page[@name='org-list']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:if test="not(organisation)"><div class="empty"><p><strong><t:text id="org.none"/></strong></p></div></xsl:if>
  <ul class="rows">
    <xsl:for-each select="organisation">
      <li class="row"><div>
        <xsl:apply-templates select="." mode="tags"/>
        <h2><a href="{$root}/organizace/{@slug}"><xsl:value-of select="name"/></a></h2>
        <p><xsl:value-of select="purpose"/></p>
        <xsl:if test="register"><p class="small soft"><t:text id="org.fact-register"/>: <xsl:value-of select="register"/></p></xsl:if>
        <xsl:choose>
          <xsl:when test="@vouched"><p><t:icon name="check"/><xsl:text> </xsl:text><t:text id="org.vouched"/></p></xsl:when>
          <xsl:when test="$page/viewer/may[@action='organisation.vouch'] and (@state = 'submitted' or @state = 'active_unverified')">
            <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($town, '/organizace/', @slug)"/><xsl:with-param name="text"><t:icon name="stamp"/><t:text id="org.vouch"/></xsl:with-param></xsl:call-template>
            <xsl:if test="believed"><xsl:call-template name="org-object"><xsl:with-param name="action" select="concat($town, '/organizace/', @slug, '/namitka')"/><xsl:with-param name="until" select="believed"/></xsl:call-template></xsl:if>
          </xsl:when>
        </xsl:choose>
      </div></li>
    </xsl:for-each>
  </ul>
  <p class="acts"><a class="btn" href="{$root}/organizace/zalozit?obec={town/@slug}"><t:icon name="plus"/><t:text id="org.found"/></a></p>
</xsl:template>

<xsl:template match="page[@name='org-found']" mode="title"><t:text id="org.found"/></xsl:template>
<xsl:template match="page[@name='org-found' or @name='org-desk']" mode="nav">towns</xsl:template>
<xsl:template match="page[@name='org-found']" mode="crumbs"><li aria-current="page"><t:text id="org.found"/></li></xsl:template>
<xsl:template match="page[@name='org-found']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="org.found"/></h1>
  <p class="lead"><t:text id="org.found-lead"/></p>
  <form class="note" method="post" action="{$root}/organizace/zalozit">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="org.found-do"/></button></p>
  </form>
</xsl:template>

<xsl:template match="field[@name='nazev']" mode="label"><t:text id="org.name"/></xsl:template>
<xsl:template match="field[@name='forma']" mode="label"><t:text id="org.form"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='spolek']" mode="label"><t:text id="org.form-association"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='ops']" mode="label"><t:text id="org.form-public-benefit"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='ustav']" mode="label"><t:text id="org.form-institute"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='nadace']" mode="label"><t:text id="org.form-foundation"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='cirkev']" mode="label"><t:text id="org.form-church"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='skola']" mode="label"><t:text id="org.form-school"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='obecni']" mode="label"><t:text id="org.form-town"/></xsl:template>
<xsl:template match="field[@name='forma']/option[@value='sousede']" mode="label"><t:text id="org.form-informal"/></xsl:template>
<xsl:template match="field[@name='ico']" mode="label"><t:text id="org.ico"/></xsl:template>
<xsl:template match="field[@name='ico']" mode="hint"><t:text id="org.ico-hint"/></xsl:template>
<xsl:template match="field[@name='ico'][@error='ico']" mode="error"><t:text id="org.ico-wrong"/></xsl:template>
<xsl:template match="field[@name='ico'][@error='ico-needed']" mode="error"><t:text id="org.ico-needed"/></xsl:template>
<xsl:template match="field[@name='obec']" mode="label"><t:text id="org.town"/></xsl:template>
<xsl:template match="field[@name='obec']" mode="hint"><t:text id="org.town-hint"/></xsl:template>
<xsl:template match="field[@name='obec'][@error='town']" mode="error"><t:text id="org.town-wrong"/></xsl:template>
<xsl:template match="field[@name='ucel']" mode="label"><t:text id="org.purpose"/></xsl:template>
<xsl:template match="field[@name='ucel']" mode="hint"><t:text id="org.purpose-hint"/></xsl:template>
<xsl:template match="field[@name='web']" mode="label"><t:text id="org.web"/></xsl:template>
<xsl:template match="field[@name='web'][@error='web']" mode="error"><t:text id="org.web-wrong"/></xsl:template>
<xsl:template match="field[@name='telefon']" mode="label"><t:text id="org.phone"/></xsl:template>

<!-- The desk of an organisation: what to do next, its people, what the site decides. -->
<xsl:template match="page[@name='org-desk']" mode="title"><t:text id="org.desk-title"><t:arg select="organisation/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-desk']" mode="crumbs"><li><a href="{$root}/organizace/{organisation/@slug}"><xsl:value-of select="organisation/name"/></a></li><li aria-current="page"><t:text id="org.desk"/></li></xsl:template>
<xsl:template match="page[@name='org-desk']" mode="main">
  <xsl:variable name="o" select="organisation"/>
  <xsl:variable name="here" select="concat($root, '/organizace/', $o/@slug)"/>
  <xsl:variable name="manage" select="viewer/may[@action='organisation.manage']"/>
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:call-template name="org-conflict"/>
  <xsl:apply-templates select="$o" mode="tags"/>
  <xsl:apply-templates select="$o" mode="facts"/>
  <xsl:if test="$manage and $o/@state != 'rejected' and $o/@state != 'suspended' and $o/@state != 'closed'"><p class="acts"><a class="btn quiet" href="{$here}/upravit"><t:icon name="tools"/><t:text id="org.edit"/></a></p></xsl:if>
  <xsl:if test="$o/reason"><div class="note lit"><p><strong><t:text id="org.reason-was"/></strong><xsl:text> </xsl:text><xsl:value-of select="$o/reason"/></p></div></xsl:if>
  <section aria-labelledby="dal">
    <h2 id="dal"><t:text id="org.next"/></h2>
    <p><xsl:choose>
      <xsl:when test="$o/@state = 'draft'"><t:text id="org.next-draft"/></xsl:when>
      <xsl:when test="$o/@state = 'active_unverified' or $o/@state = 'returned'"><t:text id="org.next-active"/></xsl:when>
      <xsl:when test="$o/@state = 'submitted' and $o/@register = 'wanted'"><t:text id="org.next-register"/></xsl:when>
      <xsl:when test="$o/@state = 'submitted' and ($o/@register = 'unknown' or $o/@register = 'ended')"><t:text id="org.next-unknown"/></xsl:when>
      <xsl:when test="$o/believed"><t:text id="org.next-proven"><t:arg select="t:moment($o/believed)"/></t:text></xsl:when>
      <xsl:when test="$o/@state = 'submitted'"><t:text id="org.next-submitted"/></xsl:when>
      <xsl:when test="$o/@state = 'verified'"><t:text id="org.next-verified"/></xsl:when>
      <xsl:otherwise><t:text id="org.next-nothing"/></xsl:otherwise>
    </xsl:choose></p>
    <xsl:if test="$manage">
      <xsl:if test="$o/@state = 'draft'"><xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($here, '/zverejnit')"/><xsl:with-param name="text"><t:text id="org.publish"/></xsl:with-param></xsl:call-template></xsl:if>
      <xsl:if test="$o/@state = 'verified'"><p class="acts"><a class="btn quiet" href="{$here}/pomocnici"><t:icon name="check"/><t:text id="org.helpers"/></a></p></xsl:if>
      <xsl:if test="$o/@state = 'active_unverified' or $o/@state = 'returned'"><xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($here, '/podat')"/><xsl:with-param name="text"><t:text id="org.submit"/></xsl:with-param></xsl:call-template></xsl:if>
    </xsl:if>
  </section>
  <xsl:if test="$manage and proof"><xsl:apply-templates select="proof"><xsl:with-param name="here" select="$here"/></xsl:apply-templates></xsl:if>
  <section aria-labelledby="clenove">
    <h2 id="clenove"><t:text id="org.members"/></h2>
    <ul class="rows">
      <xsl:for-each select="member">
        <li class="row"><div>
          <p><strong><xsl:value-of select="."/></strong><xsl:text>, </xsl:text><xsl:apply-templates select="@role"/></p>
          <xsl:if test="$manage and not(@me)">
            <form method="post" action="{$here}/lide/{@id}">
              <xsl:call-template name="form-secrets"/>
              <p class="acts">
                <xsl:if test="@role != 'admin'"><button class="btn quiet" name="role" value="spravce"><t:text id="org.make-admin"/></button><xsl:text> </xsl:text></xsl:if>
                <xsl:if test="@role != 'coordinator'"><button class="btn quiet" name="role" value="koordinator"><t:text id="org.make-coordinator"/></button><xsl:text> </xsl:text></xsl:if>
                <xsl:if test="@role != 'member'"><button class="btn quiet" name="role" value="clen"><t:text id="org.make-member"/></button><xsl:text> </xsl:text></xsl:if>
                <button class="btn stop"><t:text id="org.remove"/></button>
              </p>
            </form>
          </xsl:if>
          <xsl:if test="@me"><xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($here, '/odejit')"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="org.member-leave"/></xsl:with-param></xsl:call-template></xsl:if>
        </div></li>
      </xsl:for-each>
      <xsl:for-each select="invitation"><li class="row"><div><p><strong><xsl:value-of select="."/></strong><xsl:text>, </xsl:text><t:text id="org.invited-until"><t:arg select="t:date(@until)"/></t:text></p></div></li></xsl:for-each>
    </ul>
    <xsl:if test="$manage">
      <form class="note" method="post" action="{$here}/lide">
        <h3><t:text id="org.member-invite"/></h3>
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field[@name='jmeno' or @name='mail' or @name='role']"/>
        <p class="acts"><button class="btn"><t:icon name="mail"/><t:text id="org.invite-send"/></button></p>
      </form>
    </xsl:if>
  </section>
  <xsl:if test="viewer/may[@action='organisation.decide'] and form/field[@name='rozhodnuti']">
    <section aria-labelledby="rozhodnuti-h">
      <h2 id="rozhodnuti-h"><t:text id="org.decide"/></h2>
      <xsl:if test="$o/believed"><xsl:call-template name="org-object"><xsl:with-param name="action" select="concat($here, '/namitka')"/><xsl:with-param name="until" select="$o/believed"/></xsl:call-template></xsl:if>
      <form class="note" method="post" action="{$here}/rozhodnout">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field[@name='rozhodnuti' or @name='duvod']"/>
        <p class="acts"><button class="btn"><t:text id="org.decide-do"/></button></p>
      </form>
    </section>
  </xsl:if>
  <xsl:if test="$manage and $o/@state != 'closed' and $o/@state != 'suspended'">
    <p class="acts"><a class="btn stop" href="{$here}/ukoncit"><t:text id="org.close"/></a></p>
  </xsl:if>
</xsl:template>

<!-- Proven by mail at a domain it named itself: who knows better says so in time. -->
<xsl:template name="org-object">
  <xsl:param name="action"/><xsl:param name="until"/>
  <p><t:text id="org.object-text"><t:arg select="t:moment($until)"/></t:text></p>
  <xsl:call-template name="org-button"><xsl:with-param name="action" select="$action"/><xsl:with-param name="class" select="'btn stop'"/><xsl:with-param name="text"><t:text id="org.object"/></xsl:with-param></xsl:call-template>
</xsl:template>

<!-- Mail at the domain of its web: an address there, then the code. -->
<xsl:template match="proof">
  <xsl:param name="here"/>
  <section aria-labelledby="doklad">
    <h2 id="doklad"><t:text id="org.proof"/></h2>
    <p><t:text id="org.proof-text"><t:arg><strong><xsl:value-of select="concat('@', @domain)"/></strong></t:arg></t:text></p>
    <xsl:if test="until">
      <form class="note" method="post" action="{$here}/kod">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="$page/form/field[@name='kod']"/>
        <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="org.code-send"/></button></p>
      </form>
    </xsl:if>
    <form class="note" method="post" action="{$here}/mail">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="$page/form/field[@name='schranka']"/>
      <p class="acts"><button class="btn quiet"><t:icon name="mail"/><t:text id="org.proof-send"/></button></p>
    </form>
  </section>
</xsl:template>
<xsl:template match="page[@name='org-desk']/form/field[@name='duvod']" mode="hint"><t:text id="org.reason-hint"/></xsl:template>
<xsl:template match="field[@name='schranka']" mode="label"><t:text id="org.box"/></xsl:template>
<xsl:template match="field[@name='schranka'][@error='domain']" mode="error"><t:text id="org.box-wrong"><t:arg select="concat('@', $page/proof/@domain)"/></t:text></xsl:template>
<xsl:template match="page[@name='org-desk']/form/field[@name='kod']" mode="hint" priority="2"><t:text id="org.proof-hint"/></xsl:template>

<!-- What it says is changed; who it is only while nobody has judged it. -->
<xsl:template match="page[@name='org-edit']" mode="title"><t:text id="org.edit-title"><t:arg select="edit"/></t:text></xsl:template>
<xsl:template match="page[@name='org-edit' or @name='org-close']" mode="nav">towns</xsl:template>
<xsl:template match="page[@name='org-edit']" mode="crumbs"><li><a href="{$root}/organizace/{edit/@slug}"><xsl:value-of select="edit"/></a></li><li><a href="{$root}/organizace/{edit/@slug}/sprava"><t:text id="org.desk"/></a></li><li aria-current="page"><t:text id="org.edit"/></li></xsl:template>
<xsl:template match="page[@name='org-edit']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:if test="theirs">
    <p class="lead"><t:text id="org.met"/></p>
    <section aria-labelledby="jejich">
      <h2 id="jejich"><t:text id="org.met-theirs"/></h2>
      <article class="doc">
        <p><strong><xsl:value-of select="theirs/name"/></strong></p>
        <pre><xsl:value-of select="theirs/purpose"/></pre>
        <p><xsl:for-each select="theirs/web | theirs/mail | theirs/phone"><xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if><xsl:value-of select="."/></xsl:for-each></p>
      </article>
    </section>
    <h2><t:text id="org.met-mine"/></h2>
  </xsl:if>
  <p><xsl:choose>
    <xsl:when test="edit/@settled"><t:text id="org.edit-settled"/></xsl:when>
    <xsl:otherwise><t:text id="org.edit-open"/></xsl:otherwise>
  </xsl:choose></p>
  <form class="note" method="post" action="{$root}{@path}">
    <xsl:call-template name="form-secrets"/>
    <xsl:choose>
      <xsl:when test="edit/@settled"><xsl:for-each select="form/field[@name='nazev' or @name='ico' or @name='obec'] | form/field[@name='forma']/option[@selected]"><input type="hidden" name="{(@name | ../@name)[last()]}" value="{@value}"/></xsl:for-each><xsl:apply-templates select="form/field[@name='ucel' or @name='web' or @name='mail' or @name='telefon']"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="form/field[@name != 'verze']"/></xsl:otherwise>
    </xsl:choose>
    <p class="acts"><button class="btn"><t:text id="org.edit-do"/></button> <a class="go" href="{$root}/organizace/{edit/@slug}/sprava"><t:text id="org.no"/></a></p>
  </form>
</xsl:template>

<xsl:template match="page[@name='org-close']" mode="title"><t:text id="org.close-title"><t:arg select="organisation/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-close']" mode="crumbs"><li><a href="{$root}/organizace/{organisation/@slug}/sprava"><t:text id="org.desk"/></a></li><li aria-current="page"><t:text id="org.close"/></li></xsl:template>
<xsl:template match="page[@name='org-close']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><t:text id="org.close-text"/></p>
  <form method="post" action="{$root}{@path}">
    <xsl:call-template name="form-secrets"/>
    <p class="acts"><button class="btn stop"><t:text id="org.close-do"/></button> <a class="go" href="{$root}/organizace/{organisation/@slug}/sprava"><t:text id="org.no"/></a></p>
  </form>
</xsl:template>

<xsl:template match="member/@role">
  <xsl:choose>
    <xsl:when test=". = 'admin'"><t:text id="org.member-admin"/></xsl:when>
    <xsl:when test=". = 'coordinator'"><t:text id="org.coordinator"/></xsl:when>
    <xsl:otherwise><t:text id="org.member"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='org-desk']/form/field[@name='role']/option[@value='spravce']" mode="label" priority="2"><t:text id="org.member-admin"/></xsl:template>
<xsl:template match="page[@name='org-desk']/form/field[@name='role']/option[@value='koordinator']" mode="label" priority="2"><t:text id="org.coordinator"/></xsl:template>
<xsl:template match="field[@name='role']/option[@value='clen']" mode="label"><t:text id="org.member"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']" mode="label"><t:text id="org.decision"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']/option[@value='overit']" mode="label"><t:text id="org.d-verify"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']/option[@value='vratit']" mode="label"><t:text id="org.d-return"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']/option[@value='zamitnout']" mode="label"><t:text id="org.d-reject"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']/option[@value='pozastavit']" mode="label"><t:text id="org.d-suspend"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']/option[@value='obnovit']" mode="label"><t:text id="org.d-restore"/></xsl:template>
<xsl:template match="field[@name='rozhodnuti']/option[@value='ukoncit']" mode="label"><t:text id="org.d-close"/></xsl:template>

</xsl:stylesheet>
