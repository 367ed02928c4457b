<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program org: here a town taken over, its people, invitations; what was done and labels that several pages share. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="organisation.xsl"/>
<xsl:include href="level.xsl"/>

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
<xsl:template match="flash[@code='org-objected']"><p><t:text id="org.flash-objected"/></p></xsl:template>
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

</xsl:stylesheet>
