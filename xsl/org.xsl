<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program org: a town taken over, its people, invitations, organisations, helpers and their cards. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>

<xsl:variable name="root" select="/page/@root"/>
<xsl:variable name="town" select="concat(/page/@root, '/', /page/town/@slug)"/>
<xsl:template match="page" mode="nav">town</xsl:template>

<!-- What was done. -->
<xsl:template match="flash[@code='org-claimed']"><p><t:text id="org.flash-claimed"/></p></xsl:template>
<xsl:template match="flash[@code='org-verified']"><p><t:text id="org.flash-verified"/></p></xsl:template>
<xsl:template match="flash[@code='org-failed']"><p><t:text id="org.flash-failed"/></p></xsl:template>
<xsl:template match="flash[@code='org-expired']"><p><t:text id="org.flash-expired"/></p></xsl:template>
<xsl:template match="flash[@code='org-withdrawn']"><p><t:text id="org.flash-withdrawn"/></p></xsl:template>
<xsl:template match="flash[@code='org-voted']"><p><t:text id="org.flash-voted"/></p></xsl:template>
<xsl:template match="flash[@code='org-checked']"><p><t:text id="org.flash-checked"/></p></xsl:template>
<xsl:template match="flash[@code='org-decided']"><p><t:text id="org.flash-decided"/></p></xsl:template>
<xsl:template match="flash[@code='org-invited']"><p><t:text id="org.flash-invited"/></p></xsl:template>
<xsl:template match="flash[@code='org-uninvited']"><p><t:text id="org.flash-uninvited"/></p></xsl:template>
<xsl:template match="flash[@code='org-roles']"><p><t:text id="org.flash-roles"/></p></xsl:template>
<xsl:template match="flash[@code='org-last-admin']"><p><t:text id="org.flash-last-admin"/></p></xsl:template>
<xsl:template match="flash[@code='org-joined']"><p><t:text id="org.flash-joined"/></p></xsl:template>

<xsl:template match="flash[@code='org-left']"><p><t:text id="org.flash-left"/></p></xsl:template>
<xsl:template match="flash[@code='org-left-last']"><p><t:text id="org.flash-left-last"/></p></xsl:template>

<xsl:template match="flash[@code='org-founded']"><p><t:text id="org.flash-founded"/></p></xsl:template>
<xsl:template match="flash[@code='org-published']"><p><t:text id="org.flash-published"/></p></xsl:template>
<xsl:template match="flash[@code='org-submitted']"><p><t:text id="org.flash-submitted"/></p></xsl:template>
<xsl:template match="flash[@code='org-closed']"><p><t:text id="org.flash-closed"/></p></xsl:template>
<xsl:template match="flash[@code='org-edited']"><p><t:text id="org.flash-edited"/></p></xsl:template>
<xsl:template match="flash[@code='org-proof-sent']"><p><t:text id="org.flash-proof-sent"/></p></xsl:template>
<xsl:template match="flash[@code='org-proof']"><p><t:text id="org.flash-proof"/></p></xsl:template>
<xsl:template match="flash[@code='org-proof-failed']"><p><t:text id="org.flash-proof-failed"/></p></xsl:template>
<xsl:template match="flash[@code='org-vouched']"><p><t:text id="org.flash-vouched"/></p></xsl:template>

<xsl:template match="flash[@code='org-level']"><p><t:text id="org.flash-level"/></p></xsl:template>
<xsl:template match="flash[@code='org-card']"><p><t:text id="org.flash-card"/></p></xsl:template>
<xsl:template match="flash[@code='org-granted']"><p><t:text id="org.flash-granted"/></p></xsl:template>
<xsl:template match="flash[@code='org-photo']"><p><t:text id="org.flash-photo"/></p></xsl:template>
<xsl:template match="flash[@code='org-photo-off']"><p><t:text id="org.flash-photo-off"/></p></xsl:template>
<xsl:template match="flash[@code='org-revoked']"><p><t:text id="org.flash-revoked"/></p></xsl:template>

<!-- One button that acts. -->
<xsl:template name="org-button">
  <xsl:param name="action"/>
  <xsl:param name="text"/>
  <xsl:param name="class" select="'btn'"/>
  <xsl:param name="name"/>
  <xsl:param name="value"/>
  <form method="post" action="{$action}">
    <xsl:call-template name="form-secrets"/>
    <button class="{$class}">
      <xsl:if test="$name"><xsl:attribute name="name"><xsl:value-of select="$name"/></xsl:attribute><xsl:attribute name="value"><xsl:value-of select="$value"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="$text"/>
    </button>
  </form>
</xsl:template>

<!-- Somebody else was quicker: what is true now stands below. -->
<xsl:template name="org-conflict">
  <xsl:if test="@status = 409"><div class="note lit" role="alert"><p><strong><t:text id="org.conflict"/></strong><xsl:text> </xsl:text><t:text id="org.conflict-text"/></p></div></xsl:if>
</xsl:template>

<!-- ===== a town is taken over ===== -->

<xsl:template match="page[@name='org-claim']" mode="title"><t:text id="org.claim-title"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-claim']" mode="crumbs"><li aria-current="page"><t:text id="org.claim-crumb"/></li></xsl:template>

<xsl:template match="page[@name='org-claim']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:call-template name="org-conflict"/>
  <xsl:apply-templates select="claim[@state='verified' or @state='suspended']" mode="held"/>
  <xsl:apply-templates select="claim[@state='claimed' or @state='code_sent']" mode="open"/>
  <xsl:if test="not(claim[@state='claimed' or @state='code_sent']) and not(viewer/may[@action='town.people.edit'])"><xsl:call-template name="claim-begin"/></xsl:if>
</xsl:template>

<xsl:template match="claim" mode="held">
  <section class="out">
    <p class="tags">
      <xsl:choose>
        <xsl:when test="@state = 'verified'"><span class="tag"><t:icon name="shield"/><t:text id="org.verified"/></span></xsl:when>
        <xsl:otherwise><span class="tag brick"><t:icon name="alert"/><t:text id="org.suspended"/></span></xsl:otherwise>
      </xsl:choose>
    </p>
    <p>
      <xsl:choose>
        <xsl:when test="@state = 'suspended'"><t:text id="org.suspended-text"/></xsl:when>
        <xsl:when test="@way = 'mail'"><t:text id="org.verified-mail"><t:arg select="t:date(verified)"/></t:text></xsl:when>
        <xsl:when test="@way = 'data_box'"><t:text id="org.verified-box"><t:arg select="t:date(verified)"/></t:text></xsl:when>
        <xsl:otherwise><t:text id="org.verified-post"><t:arg select="t:date(verified)"/></t:text></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="$page/viewer/may[@action='town.people']">
      <p><t:text id="org.check"><t:arg select="t:date(check)"/></t:text></p>
      <p class="acts"><a class="btn quiet" href="{$town}/lide"><t:icon name="people"/><t:text id="org.people"/></a><xsl:text> </xsl:text><a class="btn quiet" href="{$town}/organizace"><t:icon name="stamp"/><t:text id="org.list"/></a><xsl:if test="@state = 'verified' and $page/viewer/may[@action='level.grant']"><xsl:text> </xsl:text><a class="btn quiet" href="{$town}/pomocnici"><t:icon name="check"/><t:text id="org.helpers"/></a></xsl:if></p>
    </xsl:if>
    <xsl:if test="$page/viewer/may[@action='town.people.edit']">
      <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($town, '/prevzit/trva')"/><xsl:with-param name="text"><t:text id="org.still"/></xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="$page/viewer/may[@action='town.decide']"><xsl:apply-templates select="." mode="decide"/></xsl:if>
  </section>
</xsl:template>

<xsl:template match="claim[@state='verified']" mode="decide">
  <form method="post" action="{$town}/prevzit/pozastavit">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="$page/form/field[@name='duvod']"/>
    <p class="acts"><button class="btn stop"><t:text id="org.suspend"/></button></p>
  </form>
</xsl:template>
<xsl:template match="claim[@state='suspended']" mode="decide">
  <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($town, '/prevzit/obnovit')"/><xsl:with-param name="text"><t:text id="org.restore"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="claim" mode="open">
  <section aria-labelledby="zadost">
    <h2 id="zadost">
      <xsl:choose>
        <xsl:when test="@mine"><t:text id="org.yours"/></xsl:when>
        <xsl:otherwise><t:text id="org.somebody"/></xsl:otherwise>
      </xsl:choose>
    </h2>
    <p>
      <xsl:choose>
        <xsl:when test="who"><t:text id="org.asked-who"><t:arg select="who"/><t:arg select="duty"/><t:arg select="t:date(asked)"/></t:text></xsl:when>
        <xsl:otherwise><t:text id="org.asked"><t:arg select="t:date(asked)"/></t:text></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@voting"><t:text id="org.voting"><t:arg select="t:date(vote)"/></t:text></xsl:when>
        <xsl:when test="@state = 'code_sent' and @way = 'mail'"><t:text id="org.sent-mail"><t:arg select="$page/office/mail"/><t:arg select="t:date(until)"/></t:text></xsl:when>
        <xsl:when test="@state = 'code_sent' and @way = 'data_box'"><t:text id="org.sent-box"><t:arg select="t:date(until)"/></t:text></xsl:when>
        <xsl:when test="@state = 'code_sent'"><t:text id="org.sent-post"><t:arg select="t:date(until)"/></t:text></xsl:when>
        <xsl:otherwise><t:text id="org.waiting"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="@mine and @state = 'code_sent'">
      <form class="note" method="post" action="{$town}/prevzit/kod">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="$page/form/field[@name='kod']"/>
        <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="org.code-send"/></button></p>
      </form>
    </xsl:if>
    <xsl:if test="@mine">
      <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($town, '/prevzit/zrusit')"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="org.withdraw"/></xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="@voting and $page/viewer/may[@action='town.people.edit']">
      <xsl:if test="@said"><p><t:text id="org.said-yes"/></p></xsl:if>
      <form method="post" action="{$town}/prevzit/hlas">
        <xsl:call-template name="form-secrets"/>
        <p><strong><t:text id="org.vote"/></strong></p>
        <p class="acts"><button class="btn" name="hlas" value="ano"><t:text id="org.vote-yes"/></button><xsl:text> </xsl:text><button class="btn stop" name="hlas" value="ne"><t:text id="org.vote-no"/></button></p>
      </form>
    </xsl:if>
    <xsl:if test="not(@voting) and $page/viewer/may[@action='town.decide']">
      <form method="post" action="{$town}/prevzit/dopis">
        <xsl:call-template name="form-secrets"/>
        <p><t:text id="org.letter-how"/></p>
        <p class="acts"><button class="btn" name="zpusob" value="datova-schranka"><t:icon name="print"/><t:text id="org.letter-box"/></button><xsl:text> </xsl:text><button class="btn quiet" name="zpusob" value="posta"><t:icon name="print"/><t:text id="org.letter-post"/></button></p>
      </form>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template name="claim-begin">
  <section aria-labelledby="prevzit">
    <xsl:choose>
      <xsl:when test="claim"><h2 id="prevzit"><t:text id="org.rival-title"/></h2><p><t:text id="org.rival-text"/></p></xsl:when>
      <xsl:otherwise>
        <h2 id="prevzit"><t:text id="org.begin-title"/></h2>
        <p class="lead"><t:text id="org.begin-lead"/></p>
        <ol class="steps">
          <li><div><h3><t:text id="org.step-1"/></h3><p><t:text id="org.step-1-text"/></p></div></li>
          <li><div><h3><t:text id="org.step-2"/></h3><p>
            <xsl:choose>
              <xsl:when test="office/mail"><t:text id="org.step-2-mail"><t:arg><strong><xsl:value-of select="office/mail"/></strong></t:arg></t:text></xsl:when>
              <xsl:otherwise><t:text id="org.step-2-box"/></xsl:otherwise>
            </xsl:choose>
          </p></div></li>
          <li><div><h3><t:text id="org.step-3"/></h3><p><t:text id="org.step-3-text"/></p></div></li>
        </ol>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="viewer/may[@action='town.claim']">
        <form class="note" method="post" action="{$town}/prevzit">
          <xsl:call-template name="form-secrets"/>
          <xsl:apply-templates select="form/field[@name='funkce']"/>
          <p class="acts"><button class="btn"><t:icon name="stamp"/><t:text id="org.begin"/></button></p>
        </form>
      </xsl:when>
      <xsl:otherwise><p class="acts"><a class="btn" href="{@root}/prihlaseni?zpet=/{town/@slug}/prevzit"><t:icon name="person"/><t:text id="org.sign-in"/></a></p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="field[@name='funkce']" mode="label"><t:text id="org.duty"/></xsl:template>
<xsl:template match="field[@name='funkce']" mode="hint"><t:text id="org.duty-hint"/></xsl:template>
<xsl:template match="field[@name='kod']" mode="label"><t:text id="org.code"/></xsl:template>
<xsl:template match="field[@name='kod']" mode="hint"><t:text id="org.code-hint"/></xsl:template>
<xsl:template match="field[@name='kod'][@error='code']" mode="error"><t:text id="org.code-wrong"/></xsl:template>
<xsl:template match="field[@name='duvod']" mode="label"><t:text id="org.reason"/></xsl:template>

<!-- A letter to the office, seen once. -->
<xsl:template match="page[@name='org-letter']" mode="title"><t:text id="org.letter-title"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-letter']" mode="crumbs"><li><a href="{$town}/prevzit"><t:text id="org.claim-crumb"/></a></li><li aria-current="page"><t:text id="org.letter-crumb"/></li></xsl:template>
<xsl:template match="page[@name='org-letter']" mode="main">
  <div class="note noprint"><p><t:text id="org.letter-once"/></p></div>
  <div class="sheet">
    <header><p><t:text id="org.letter-to"><t:arg select="town/name"/></t:text></p><p><xsl:value-of select="t:date(@today)"/></p></header>
    <h1><xsl:apply-templates select="." mode="title"/></h1>
    <p><t:text id="org.letter-text"><t:arg select="@host"/></t:text></p>
    <p class="big"><strong><xsl:value-of select="letter/@code"/></strong></p>
    <p><t:text id="org.letter-do"><t:arg><strong><xsl:value-of select="concat(@base, '/', town/@slug, '/prevzit')"/></strong></t:arg><t:arg select="t:date(letter/until)"/></t:text></p>
    <p><t:text id="org.letter-else"><t:arg select="@contact"/></t:text></p>
  </div>
</xsl:template>

<!-- ===== people of the town ===== -->

<xsl:template match="page[@name='org-people']" mode="title"><t:text id="org.people-title"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-people']" mode="crumbs"><li aria-current="page"><t:text id="org.people"/></li></xsl:template>

<xsl:template match="page[@name='org-people']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:call-template name="org-conflict"/>
  <xsl:variable name="edit" select="viewer/may[@action='town.people.edit']"/>
  <xsl:if test="count(person[@admin]) = 1"><div class="note lit"><p><t:icon name="people"/><xsl:text> </xsl:text><strong><t:text id="org.one-admin"/></strong><xsl:text> </xsl:text><t:text id="org.one-admin-text"/></p></div></xsl:if>
  <xsl:if test="not(person)"><div class="empty"><p><strong><t:text id="org.nobody"/></strong></p></div></xsl:if>
  <ul class="rows">
    <xsl:for-each select="person">
      <li class="row"><div>
        <h2><xsl:value-of select="."/><xsl:if test="@me"><xsl:text> </xsl:text><span class="soft"><t:text id="org.me"/></span></xsl:if></h2>
        <p class="tags"><xsl:apply-templates select="." mode="roles"/></p>
        <xsl:if test="$edit">
          <form method="post" action="{$town}/lide/{@id}">
            <xsl:call-template name="form-secrets"/>
            <input type="hidden" name="bylo" value="{@roles}"/>
            <fieldset>
              <legend class="small"><t:text id="org.roles-of"><t:arg select="string(.)"/></t:text></legend>
              <div class="choices">
                <xsl:call-template name="role-box"><xsl:with-param name="value" select="'urednik'"/><xsl:with-param name="on" select="@clerk"/><xsl:with-param name="text"><t:text id="org.clerk"/></xsl:with-param></xsl:call-template>
                <xsl:call-template name="role-box"><xsl:with-param name="value" select="'schvalovatel'"/><xsl:with-param name="on" select="@approver"/><xsl:with-param name="text"><t:text id="org.approver"/></xsl:with-param></xsl:call-template>
                <xsl:call-template name="role-box"><xsl:with-param name="value" select="'koordinator'"/><xsl:with-param name="on" select="@coordinator"/><xsl:with-param name="text"><t:text id="org.coordinator"/></xsl:with-param></xsl:call-template>
                <xsl:call-template name="role-box"><xsl:with-param name="value" select="'spravce'"/><xsl:with-param name="on" select="@admin"/><xsl:with-param name="text"><t:text id="org.admin"/></xsl:with-param></xsl:call-template>
              </div>
            </fieldset>
            <p class="acts"><button class="btn quiet"><t:text id="org.roles-save"/></button></p>
          </form>
        </xsl:if>
        <xsl:if test="@me and $page/viewer/may[@action='town.people.leave']">
          <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($town, '/lide/odejit')"/><xsl:with-param name="class" select="'btn stop'"/><xsl:with-param name="text"><t:text id="org.leave"/></xsl:with-param></xsl:call-template>
        </xsl:if>
      </div></li>
    </xsl:for-each>
  </ul>
  <xsl:if test="invitation">
    <section aria-labelledby="pozvani">
      <h2 id="pozvani"><t:text id="org.invited"/></h2>
      <ul class="rows">
        <xsl:for-each select="invitation">
          <li class="row"><div>
            <p><strong><xsl:value-of select="."/></strong><xsl:text>, </xsl:text><t:text id="org.invited-until"><t:arg select="t:date(@until)"/></t:text></p>
            <xsl:if test="$edit"><xsl:call-template name="org-button"><xsl:with-param name="action" select="concat($town, '/lide/pozvanka/', @id)"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="org.uninvite"/></xsl:with-param></xsl:call-template></xsl:if>
          </div></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:if>
  <xsl:if test="$edit">
    <section aria-labelledby="pozvat">
      <h2 id="pozvat"><t:text id="org.invite"/></h2>
      <p><t:text id="org.invite-text"/></p>
      <form class="note" method="post" action="{$town}/lide">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field[@name='jmeno' or @name='mail' or @name='role']"/>
        <p class="acts"><button class="btn"><t:icon name="mail"/><t:text id="org.invite-send"/></button></p>
      </form>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template name="role-box">
  <xsl:param name="value"/>
  <xsl:param name="on"/>
  <xsl:param name="text"/>
  <label class="choice"><input type="checkbox" name="role" value="{$value}"><xsl:if test="$on"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input><span><xsl:copy-of select="$text"/></span></label>
</xsl:template>

<xsl:template match="person|invitation" mode="roles">
  <xsl:if test="@admin"><span class="tag"><t:icon name="shield"/><t:text id="org.admin"/></span><xsl:text> </xsl:text></xsl:if>
  <xsl:if test="@clerk"><span class="tag"><t:icon name="stamp"/><t:text id="org.clerk"/></span><xsl:text> </xsl:text></xsl:if>
  <xsl:if test="@approver"><span class="tag"><t:icon name="check"/><t:text id="org.approver"/></span><xsl:text> </xsl:text></xsl:if>
  <xsl:if test="@coordinator"><span class="tag"><t:icon name="people"/><t:text id="org.coordinator"/></span></xsl:if>
</xsl:template>

<xsl:template match="field[@name='mail']" mode="label"><t:text id="org.mail"/></xsl:template>
<xsl:template match="field[@name='jmeno']" mode="label"><t:text id="org.label"/></xsl:template>
<xsl:template match="field[@name='jmeno']" mode="hint"><t:text id="org.label-hint"/></xsl:template>
<xsl:template match="field[@name='role']" mode="label"><t:text id="org.role"/></xsl:template>
<xsl:template match="field[@name='role']/option[@value='urednik']" mode="label"><t:text id="org.clerk-does"/></xsl:template>
<xsl:template match="field[@name='role']/option[@value='schvalovatel']" mode="label"><t:text id="org.approver-does"/></xsl:template>
<xsl:template match="field[@name='role']/option[@value='koordinator']" mode="label"><t:text id="org.coordinator-does"/></xsl:template>
<xsl:template match="field[@name='role']/option[@value='spravce']" mode="label"><t:text id="org.admin-does"/></xsl:template>

<!-- ===== an invitation ===== -->

<xsl:template match="page[@name='org-invitation']" mode="title"><t:text id="org.invitation-title"><t:arg select="invitation/name"/></t:text></xsl:template>
<xsl:template match="page[@name='org-invitation']" mode="crumbs"><li aria-current="page"><t:text id="org.invitation"/></li></xsl:template>
<xsl:template match="page[@name='org-invitation']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:choose>
    <xsl:when test="invitation/@state = 'over'"><p class="lead"><t:text id="org.invitation-over"><t:arg select="invitation/who"/></t:text></p></xsl:when>
    <xsl:otherwise>
      <p class="lead"><t:text id="org.invitation-text"><t:arg select="invitation/who"/><t:arg select="invitation/name"/></t:text></p>
      <p class="tags"><xsl:apply-templates select="invitation" mode="roles"/></p>
      <p><t:text id="org.invitation-until"><t:arg select="t:date(invitation/until)"/></t:text></p>
      <xsl:choose>
        <xsl:when test="viewer/may[@action='invitation.accept']">
          <xsl:call-template name="org-button"><xsl:with-param name="action" select="concat(@root, @path)"/><xsl:with-param name="text"><t:text id="org.accept"><t:arg select="viewer/@name"/></t:text></xsl:with-param></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <p><t:text id="org.invitation-sign-in"/></p>
          <p class="acts"><a class="btn" href="{@root}/prihlaseni?zpet={@path}"><t:icon name="person"/><t:text id="org.sign-in"/></a></p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== organisations ===== -->

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

<!-- ===== helpers ===== -->

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
