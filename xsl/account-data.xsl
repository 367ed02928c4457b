<?xml version="1.0" encoding="UTF-8"?>
<!-- What we keep of a person: shown, taken along, agreed to, deleted. Part of account.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='account-data']" mode="title"><t:text id="data.title"/></xsl:template>
<xsl:template match="page[@name='account-consent']" mode="title"><t:text id="data.consent-title"/></xsl:template>
<xsl:template match="page[@name='account-erase']" mode="title"><t:text id="erase.title"/></xsl:template>
<xsl:template match="page[@name='account-data' or @name='account-consent' or @name='account-erase']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><xsl:apply-templates select="." mode="title"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="flash[@code='erased']"><p><t:text id="erase.done"/></p></xsl:template>
<xsl:template match="flash[@code='consent-given']"><p><t:text id="data.consent-given"/></p></xsl:template>
<xsl:template match="flash[@code='consent-withdrawn']"><p><t:text id="data.consent-withdrawn"/></p></xsl:template>

<!-- ===== everything about me ===== -->

<xsl:template match="page[@name='account-data']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="data.title"/></h1>
  <p class="lead"><t:text id="data.lead"/></p>
  <section aria-labelledby="archiv">
    <h2 id="archiv"><t:text id="data.archive"/></h2>
    <p><t:text id="data.archive-text"/></p>
    <form method="post" action="{@root}/ucet/data">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field"/>
      <p class="acts"><button class="btn"><t:text id="data.archive-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
    </form>
  </section>
  <section aria-labelledby="videl">
    <div class="head"><h2 id="videl"><t:text id="account.revealed"/></h2></div>
    <xsl:choose>
      <xsl:when test="reveal">
        <table class="stack">
          <caption><t:text id="data.revealed-text"/></caption>
          <thead><tr><th scope="col"><t:text id="account.when"/></th><th scope="col"><t:text id="account.saw"/></th><th scope="col"><t:text id="data.what"/></th><th scope="col"><t:text id="account.why"/></th></tr></thead>
          <tbody>
            <xsl:for-each select="reveal">
              <tr>
                <th scope="row"><time datetime="{at}"><xsl:value-of select="t:moment(at)"/></time></th>
                <td data-l="{t:account.saw}"><xsl:choose><xsl:when test="who"><xsl:value-of select="who"/></xsl:when><xsl:otherwise><t:text id="data.gone"/></xsl:otherwise></xsl:choose></td>
                <td data-l="{t:data.what}"><xsl:apply-templates select="@what" mode="revealed"/></td>
                <td data-l="{t:account.why}"><xsl:value-of select="reason"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p><t:text id="account.revealed-none"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
  <section aria-labelledby="souhlasy">
    <div class="head"><h2 id="souhlasy"><t:text id="data.consents"/></h2></div>
    <xsl:choose>
      <xsl:when test="consent">
        <table class="stack">
          <caption><t:text id="data.consents-text"/></caption>
          <thead><tr><th scope="col"><t:text id="data.wording"/></th><th scope="col"><t:text id="data.version"/></th><th scope="col"><t:text id="data.given"/></th><th scope="col"><t:text id="data.holds"/></th></tr></thead>
          <tbody><xsl:apply-templates select="consent"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p><t:text id="data.consents-none"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
  <section aria-labelledby="konec">
    <h2 id="konec"><t:text id="erase.title"/></h2>
    <p><t:text id="data.erase-text"/></p>
    <p class="acts"><a class="btn quiet" href="{@root}/ucet/zrusit"><t:text id="erase.go"/></a> <a class="go" href="{@root}/soukromi/zaznam"><t:text id="data.record"/></a></p>
  </section>
</xsl:template>

<xsl:template match="@what" mode="revealed">
  <xsl:choose>
    <xsl:when test=". = 'mail'"><t:text id="account.mail"/></xsl:when>
    <xsl:when test=". = 'phone'"><t:text id="account.phone"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="@wording">
  <xsl:choose>
    <xsl:when test=". = 'terms'"><t:text id="data.terms"/></xsl:when>
    <xsl:when test=". = 'news'"><t:text id="data.news"/></xsl:when>
    <xsl:otherwise><t:text id="data.location"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Terms are a contract: whoever no longer wants it ends the account. Everything else is taken back by one button. -->
<xsl:template match="consent">
  <tr>
    <th scope="row" id="s{position()}"><xsl:apply-templates select="@wording"/></th>
    <td data-l="{t:data.version}"><xsl:value-of select="@version"/></td>
    <td data-l="{t:data.given}"><time datetime="{given}"><xsl:value-of select="t:moment(given)"/></time></td>
    <td class="all">
      <xsl:choose>
        <xsl:when test="withdrawn"><t:text id="data.withdrawn"><t:arg select="t:moment(withdrawn)"/></t:text></xsl:when>
        <xsl:when test="@wording = 'terms'"><t:text id="data.terms-hold"/></xsl:when>
        <xsl:otherwise>
          <form method="post" action="{$root}/ucet/souhlas">
            <xsl:call-template name="form-secrets"/>
            <input type="hidden" name="zneni" value="zpravy"><xsl:if test="@wording = 'precise_location'"><xsl:attribute name="value">poloha</xsl:attribute></xsl:if></input>
            <input type="hidden" name="odpoved" value="odvolavam"/>
            <button class="btn quiet" aria-describedby="s{position()}"><t:text id="data.withdraw"/></button>
          </form>
        </xsl:otherwise>
      </xsl:choose>
    </td>
  </tr>
</xsl:template>

<!-- ===== consent to the wording of today ===== -->

<xsl:template match="page[@name='account-consent']" mode="main">
  <h1><t:text id="data.consent-title"/></h1>
  <xsl:choose>
    <xsl:when test="wording/@wanted">
      <p class="lead"><t:text id="data.consent-lead"><t:arg select="wording/@version"/><t:arg select="t:date(wording/since)"/></t:text></p>
      <p><t:text id="data.consent-text"/><xsl:text> </xsl:text><a class="go" href="{@root}/podminky"><t:text id="terms.title"/></a></p>
      <form method="post" action="{@root}/ucet/souhlas">
        <xsl:call-template name="form-secrets"/>
        <p class="acts"><button class="btn"><t:text id="data.consent-do"/></button> <a class="go" href="{@root}/ucet/zrusit"><t:text id="erase.go"/></a></p>
      </form>
    </xsl:when>
    <xsl:otherwise>
      <p class="lead"><t:text id="data.consent-have"><t:arg select="wording/@version"/></t:text></p>
      <p class="acts"><a class="btn" href="{@root}/ucet"><t:text id="account.back"/></a></p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== the end ===== -->

<xsl:template match="page[@name='account-erase']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="erase.title"/></h1>
  <p class="lead"><t:text id="erase.lead"/></p>
  <p><t:text id="erase.first"/><xsl:text> </xsl:text><a class="go" href="{@root}/ucet/data"><t:text id="data.archive-do"/></a></p>
  <section aria-labelledby="zmizi">
    <h2 id="zmizi"><t:text id="erase.goes"/></h2>
    <ul>
      <li><t:text id="erase.goes-contacts"/></li>
      <li><t:text id="erase.goes-profile"/></li>
      <xsl:if test="mine/@helper"><li><t:text id="erase.goes-card"/></li></xsl:if>
      <xsl:if test="mine/@claims"><li><t:text id="erase.goes-claims"/></li></xsl:if>
      <xsl:if test="mine/@offers"><li><t:text id="erase.goes-offers"/></li></xsl:if>
      <xsl:if test="mine/@invites"><li><t:text id="erase.goes-invites"/></li></xsl:if>
    </ul>
  </section>
  <xsl:if test="mine/@promises &gt; 0 or mine/@requests &gt; 0">
    <section class="note lit" aria-labelledby="sliby">
      <h2 id="sliby"><t:text id="erase.help"/></h2>
      <ul>
        <xsl:if test="mine/@promises &gt; 0"><li><t:text id="erase.help-promises"><t:arg select="mine/@promises"/></t:text></li></xsl:if>
        <xsl:if test="mine/@requests &gt; 0"><li><t:text id="erase.help-requests"><t:arg select="mine/@requests"/></t:text></li></xsl:if>
      </ul>
      <p><a class="go" href="{@root}/ucet/pomoc"><t:text id="erase.help-go"/></a></p>
    </section>
  </xsl:if>
  <xsl:if test="body">
    <section aria-labelledby="kde">
      <h2 id="kde"><t:text id="erase.leaves"/></h2>
      <ul class="rows"><xsl:apply-templates select="body"/></ul>
    </section>
  </xsl:if>
  <section aria-labelledby="zustane">
    <h2 id="zustane"><t:text id="erase.stays"/></h2>
    <ul>
      <xsl:if test="mine/@notices &gt; 0"><li><t:text id="erase.stays-notices"><t:arg select="mine/@notices"/></t:text></li></xsl:if>
      <li><t:text id="erase.stays-log"/></li>
      <li><t:text id="erase.stays-letter"/></li>
    </ul>
  </section>
  <section class="note lit" aria-labelledby="opravdu">
    <h2 id="opravdu"><t:text id="erase.sure"/></h2>
    <form method="post" action="{@root}/ucet/zrusit">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field"/>
      <p class="acts"><button class="btn stop"><t:text id="erase.do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
    </form>
  </section>
</xsl:template>

<xsl:template match="body">
  <li class="row"><div>
    <h3><xsl:value-of select="."/></h3>
    <p>
      <xsl:choose>
        <xsl:when test="@what = 'town' and @last"><t:text id="erase.town-last"/></xsl:when>
        <xsl:when test="@what = 'town'"><t:text id="erase.town"/></xsl:when>
        <xsl:when test="@last"><t:text id="erase.organisation-last"/></xsl:when>
        <xsl:otherwise><t:text id="erase.organisation"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="@last and @what = 'town'"><p><a class="go" href="{$root}/{@slug}/lide"><t:text id="erase.town-hand"/></a></p></xsl:if>
    <xsl:if test="@last and @what = 'organisation'"><p><a class="go" href="{$root}/organizace/{@slug}"><t:text id="erase.organisation-hand"/></a></p></xsl:if>
  </div></li>
</xsl:template>

<xsl:template match="field[@name='potvrzeni']" mode="label"><t:text id="erase.confirm"><t:arg select="$page/mine/@name"/></t:text></xsl:template>
<xsl:template match="field[@name='potvrzeni']" mode="hint"><t:text id="erase.confirm-hint"/></xsl:template>
<xsl:template match="field[@error='not-same']" mode="error" priority="2"><t:text id="erase.not-same"><t:arg select="$page/mine/@name"/></t:text></xsl:template>

<!-- ===== the archive for reading: a page of its own, without anything from elsewhere ===== -->

<xsl:template match="/page[@name='account-export']">
  <html lang="{t:lang}">
    <head>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title><t:text id="export.title"/></title>
    </head>
    <body>
      <h1><t:text id="export.title"/></h1>
      <p><t:text id="export.lead"><t:arg><a href="{@base}/"><xsl:value-of select="@host"/></a></t:arg><t:arg select="t:moment(@now)"/></t:text></p>
      <xsl:for-each select="*[*]">
        <xsl:if test="not(preceding-sibling::*[name() = name(current())])">
          <h2><xsl:apply-templates select="." mode="export-title"/></h2>
          <xsl:for-each select="../*[name() = name(current())]">
            <dl><xsl:apply-templates select="*" mode="export"/></dl>
          </xsl:for-each>
        </xsl:if>
      </xsl:for-each>
    </body>
  </html>
</xsl:template>

<xsl:template match="*" mode="export">
  <dt><xsl:apply-templates select="." mode="export-label"/></dt>
  <dd>
    <xsl:choose>
      <xsl:when test="@utc"><xsl:value-of select="t:moment(.)"/></xsl:when>
      <xsl:when test="@day"><xsl:value-of select="t:date(.)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </dd>
</xsl:template>

<!-- What columns are called by people; one without words is named as in data.xml. -->
<xsl:template match="*" mode="export-label"><xsl:value-of select="translate(name(), '_', ' ')"/></xsl:template>
<xsl:template match="number" mode="export-label"><t:text id="export.c-number"/></xsl:template>
<xsl:template match="name" mode="export-label"><t:text id="export.c-name"/></xsl:template>
<xsl:template match="given" mode="export-label"><t:text id="export.c-given"/></xsl:template>
<xsl:template match="initial" mode="export-label"><t:text id="export.c-initial"/></xsl:template>
<xsl:template match="full_name" mode="export-label"><t:text id="export.c-full-name"/></xsl:template>
<xsl:template match="language" mode="export-label"><t:text id="export.c-language"/></xsl:template>
<xsl:template match="languages" mode="export-label"><t:text id="export.c-languages"/></xsl:template>
<xsl:template match="town" mode="export-label"><t:text id="export.c-town"/></xsl:template>
<xsl:template match="part" mode="export-label"><t:text id="export.c-part"/></xsl:template>
<xsl:template match="about" mode="export-label"><t:text id="export.c-about"/></xsl:template>
<xsl:template match="transport" mode="export-label"><t:text id="export.c-transport"/></xsl:template>
<xsl:template match="times" mode="export-label"><t:text id="export.c-times"/></xsl:template>
<xsl:template match="told" mode="export-label"><t:text id="export.c-told"/></xsl:template>
<xsl:template match="told_at" mode="export-label"><t:text id="export.c-told-at"/></xsl:template>
<xsl:template match="level" mode="export-label"><t:text id="export.c-level"/></xsl:template>
<xsl:template match="state" mode="export-label"><t:text id="export.c-state"/></xsl:template>
<xsl:template match="until" mode="export-label"><t:text id="export.c-until"/></xsl:template>
<xsl:template match="roles" mode="export-label"><t:text id="export.c-roles"/></xsl:template>
<xsl:template match="role" mode="export-label"><t:text id="export.c-role"/></xsl:template>
<xsl:template match="since" mode="export-label"><t:text id="export.c-since"/></xsl:template>
<xsl:template match="seen" mode="export-label"><t:text id="export.c-seen"/></xsl:template>
<xsl:template match="version" mode="export-label"><t:text id="export.c-version"/></xsl:template>
<xsl:template match="at" mode="export-label"><t:text id="export.c-at"/></xsl:template>
<xsl:template match="sent" mode="export-label"><t:text id="export.c-sent"/></xsl:template>
<xsl:template match="kind" mode="export-label"><t:text id="export.c-kind"/></xsl:template>
<xsl:template match="channel" mode="export-label"><t:text id="export.c-channel"/></xsl:template>
<xsl:template match="agent" mode="export-label"><t:text id="export.c-agent"/></xsl:template>
<xsl:template match="network" mode="export-label"><t:text id="export.c-network"/></xsl:template>
<xsl:template match="duty" mode="export-label"><t:text id="export.c-duty"/></xsl:template>
<xsl:template match="verified" mode="export-label"><t:text id="export.c-verified"/></xsl:template>
<xsl:template match="yes" mode="export-label"><t:text id="export.c-yes"/></xsl:template>
<xsl:template match="seen_on" mode="export-label"><t:text id="export.c-seen-on"/></xsl:template>
<xsl:template match="ended" mode="export-label"><t:text id="export.c-ended"/></xsl:template>
<xsl:template match="reason" mode="export-label"><t:text id="export.c-reason"/></xsl:template>
<xsl:template match="address" mode="export-label"><t:text id="export.c-address"/></xsl:template>
<xsl:template match="note" mode="export-label"><t:text id="export.c-note"/></xsl:template>
<xsl:template match="action" mode="export-label"><t:text id="export.c-action"/></xsl:template>
<xsl:template match="object" mode="export-label"><t:text id="export.c-object"/></xsl:template>
<xsl:template match="from" mode="export-label"><t:text id="export.c-from"/></xsl:template>
<xsl:template match="what" mode="export-label"><t:text id="export.c-what"/></xsl:template>
<xsl:template match="who" mode="export-label"><t:text id="export.c-who"/></xsl:template>
<xsl:template match="hours" mode="export-label"><t:text id="export.c-hours"/></xsl:template>
<xsl:template match="km" mode="export-label"><t:text id="export.c-km"/></xsl:template>
<xsl:template match="width" mode="export-label"><t:text id="export.c-width"/></xsl:template>
<xsl:template match="height" mode="export-label"><t:text id="export.c-height"/></xsl:template>
<xsl:template match="*" mode="export-title"><xsl:value-of select="translate(name(), '_', ' ')"/></xsl:template>
<xsl:template match="person" mode="export-title"><t:text id="export.person"/></xsl:template>
<xsl:template match="contact" mode="export-title"><t:text id="account.contacts"/></xsl:template>
<xsl:template match="consent" mode="export-title"><t:text id="data.consents"/></xsl:template>
<xsl:template match="second_factor" mode="export-title"><t:text id="account.factor"/></xsl:template>
<xsl:template match="session" mode="export-title"><t:text id="account.sessions"/></xsl:template>
<xsl:template match="outbox" mode="export-title"><t:text id="export.letters"/></xsl:template>
<xsl:template match="membership" mode="export-title"><t:text id="account.roles"/></xsl:template>
<xsl:template match="town_claim" mode="export-title"><t:text id="export.claims"/></xsl:template>
<xsl:template match="claim_vote" mode="export-title"><t:text id="export.votes"/></xsl:template>
<xsl:template match="invitation" mode="export-title"><t:text id="export.invitations"/></xsl:template>
<xsl:template match="organisation_member" mode="export-title"><t:text id="export.organisations"/></xsl:template>
<xsl:template match="vouch" mode="export-title"><t:text id="export.vouches"/></xsl:template>
<xsl:template match="level_grant" mode="export-title"><t:text id="export.levels"/></xsl:template>
<xsl:template match="report" mode="export-title"><t:text id="export.reports"/></xsl:template>
<xsl:template match="helper_card" mode="export-title"><t:text id="export.cards"/></xsl:template>
<xsl:template match="help_contact" mode="export-title"><t:text id="export.requests"/></xsl:template>
<xsl:template match="offer" mode="export-title"><t:text id="export.offers"/></xsl:template>
<xsl:template match="response" mode="export-title"><t:text id="export.answers"/></xsl:template>
<xsl:template match="help_message" mode="export-title"><t:text id="export.messages"/></xsl:template>
<xsl:template match="help_look" mode="export-title"><t:text id="export.looks"/></xsl:template>
<xsl:template match="crisis_helper" mode="export-title"><t:text id="export.crisis"/></xsl:template>
<xsl:template match="delivery" mode="export-title"><t:text id="export.deliveries"/></xsl:template>
<xsl:template match="help_block" mode="export-title"><t:text id="export.blocks"/></xsl:template>
<xsl:template match="file" mode="export-title"><t:text id="export.photo"/></xsl:template>
<xsl:template match="notice" mode="export-title"><t:text id="export.notices"/></xsl:template>
<xsl:template match="event_log" mode="export-title"><t:text id="export.log"/></xsl:template>
<xsl:template match="reveal_log" mode="export-title"><t:text id="account.revealed"/></xsl:template>

</xsl:stylesheet>
