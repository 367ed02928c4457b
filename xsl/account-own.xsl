<?xml version="1.0" encoding="UTF-8"?>
<!-- One's own pages, signed in: overview, browsers, password, mail, second factor; and the clerk's confirmation of a telephone. Part of account.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template name="own-crumbs">
  <xsl:param name="here"/>
  <li><a href="{$root}/ucet"><t:text id="account.own"/></a></li>
  <li aria-current="page"><xsl:copy-of select="$here"/></li>
</xsl:template>

<xsl:template name="own-token"><input type="hidden" name="token" value="{$page/viewer/@token}"/></xsl:template>

<!-- ===== overview ===== -->

<xsl:template match="page[@name='account-own']" mode="title"><t:text id="account.own"/></xsl:template>
<xsl:template match="page[@name='account-own']" mode="crumbs"><li aria-current="page"><t:text id="account.own"/></li></xsl:template>

<xsl:template match="page[@name='account-own']" mode="main">
  <h1><t:text id="account.own"/></h1>
  <p class="lead"><t:text id="account.own-name"><t:arg select="viewer/@name"/></t:text></p>
  <xsl:if test="safety/@asleep">
    <section class="note lit" aria-labelledby="spi">
      <h2 id="spi"><t:text id="account.asleep"/></h2>
      <p><t:text id="account.asleep-text"/></p>
      <p><a class="btn" href="{@root}/ucet/overeni"><t:text id="account.factor-go"/></a></p>
    </section>
  </xsl:if>
  <xsl:if test="safety/@consent">
    <section class="note lit" aria-labelledby="znovu">
      <h2 id="znovu"><t:text id="data.consent-title"/></h2>
      <p><a class="btn" href="{@root}/ucet/souhlas"><t:text id="data.consent-go"/></a></p>
    </section>
  </xsl:if>
  <div class="cols even">
    <section aria-labelledby="spojeni">
      <div class="head"><h2 id="spojeni"><t:text id="account.contacts"/></h2></div>
      <dl class="facts">
        <xsl:for-each select="contact">
          <dt><xsl:choose><xsl:when test="@kind = 'mail'"><t:text id="account.mail"/></xsl:when><xsl:otherwise><t:text id="account.phone"/></xsl:otherwise></xsl:choose></dt>
          <dd><xsl:value-of select="."/></dd>
        </xsl:for-each>
      </dl>
      <p class="soft"><t:text id="account.contacts-sealed"/></p>
      <p><a class="go" href="{@root}/ucet/profil"><t:text id="account.profile"/></a></p>
      <p><a class="go" href="{@root}/ucet/mail"><t:text id="account.mail-change"/></a></p>
      <p><a class="go" href="{@root}/ucet/telefon"><t:text id="account.number-change"/></a></p>
    </section>
    <section aria-labelledby="bezpeci">
      <div class="head"><h2 id="bezpeci"><t:text id="account.safety"/></h2></div>
      <ul>
        <li><a href="{@root}/ucet/prihlaseni"><t:count id="account.sessions-count" select="safety/@sessions"/></a></li>
        <li><a href="{@root}/ucet/heslo"><t:text id="account.password-change"/></a></li>
        <li><a href="{@root}/ucet/overeni"><xsl:choose><xsl:when test="safety/@factor = 'yes'"><t:text id="account.factor-on"/></xsl:when><xsl:otherwise><t:text id="account.factor-off"/></xsl:otherwise></xsl:choose></a></li>
      </ul>
      <form method="post" action="{@root}/odhlaseni">
        <xsl:call-template name="own-token"/>
        <p class="acts"><button class="btn quiet"><t:text id="account.sign-out"/></button></p>
      </form>
    </section>
  </div>
  <section aria-labelledby="pomoc">
    <div class="head"><h2 id="pomoc"><t:text id="account.help"/></h2></div>
    <p><a class="go" href="{@root}/ucet/pomoc"><xsl:choose>
      <xsl:when test="help/@waiting &gt; 0"><t:text id="account.help-waiting"><t:arg select="help/@waiting"/></t:text></xsl:when>
      <xsl:otherwise><t:text id="account.help-go"/></xsl:otherwise>
    </xsl:choose></a></p>
  </section>
  <xsl:if test="viewer/may[@action='site.desk']">
    <section aria-labelledby="web">
      <div class="head"><h2 id="web"><t:text id="account.desk"/></h2></div>
      <p><t:text id="account.desk-text"/></p>
      <p><a class="go" href="{@root}/sprava"><t:text id="layout.nav-desk"/></a></p>
    </section>
  </xsl:if>
  <section aria-labelledby="patrim">
    <div class="head"><h2 id="patrim"><t:text id="account.places"/></h2></div>
    <ul>
      <xsl:for-each select="helper[@town]"><li><a href="{$root}/{@town}"><xsl:value-of select="@town_name"/></a></li></xsl:for-each>
      <li><a href="{$root}/uroven"><t:text id="account.level"><t:arg select="helper/@level"/></t:text></a></li>
      <xsl:if test="helper/@card"><li><a href="{$root}/karta/{helper/@card}"><t:text id="account.card"/></a></li></xsl:if>
      <xsl:for-each select="organisation"><li><a href="{$root}/organizace/{@slug}"><xsl:value-of select="."/></a></li></xsl:for-each>
      <li><a href="{$root}/organizace/zalozit"><t:text id="account.found"/></a></li>
    </ul>
  </section>
  <xsl:if test="role">
    <section aria-labelledby="role">
      <div class="head"><h2 id="role"><t:text id="account.roles"/></h2></div>
      <ul class="rows">
        <xsl:for-each select="role">
          <li class="row"><div>
            <h3><a href="{$root}/{@town}"><xsl:value-of select="."/></a></h3>
            <p class="tags">
              <xsl:if test="@clerk = 1"><span class="tag"><t:icon name="stamp"/><t:text id="account.role-clerk"/></span></xsl:if>
              <xsl:if test="@approver = 1"><span class="tag"><t:icon name="stamp"/><t:text id="account.role-approver"/></span></xsl:if>
              <xsl:if test="@coordinator = 1"><span class="tag"><t:icon name="people"/><t:text id="account.role-coordinator"/></span></xsl:if>
              <xsl:if test="@manager = 1"><span class="tag"><t:icon name="shield"/><t:text id="account.role-manager"/></span></xsl:if>
            </p>
            <p class="acts">
              <xsl:if test="@clerk = 1 or @approver = 1"><a class="go" href="{$root}/{@town}/nastenka/napsat"><t:text id="account.write"/></a><xsl:text> </xsl:text></xsl:if>
              <a class="go" href="{$root}/{@town}/koordinace"><t:text id="help.desk"/></a><xsl:text> </xsl:text>
              <a class="go" href="{$root}/{@town}/lide"><t:text id="account.people"/></a><xsl:text> </xsl:text>
              <xsl:if test="@clerk = 1 or @approver = 1 or @coordinator = 1"><a class="go" href="{$root}/{@town}/potvrdit-telefon"><t:text id="account.phone-confirm"/></a></xsl:if>
            </p>
          </div></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:if>
  <section aria-labelledby="udaje">
    <div class="head"><h2 id="udaje"><t:text id="data.title"/></h2></div>
    <ul>
      <li><a href="{@root}/ucet/data"><t:text id="data.go"/></a></li>
      <li><a href="{@root}/ucet/zrusit"><t:text id="erase.go"/></a></li>
    </ul>
  </section>
</xsl:template>

<!-- ===== browsers ===== -->

<xsl:template match="page[@name='account-sessions']" mode="title"><t:text id="account.sessions"/></xsl:template>
<xsl:template match="page[@name='account-sessions']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><t:text id="account.sessions"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='account-sessions']" mode="main">
  <h1><t:text id="account.sessions"/></h1>
  <p class="lead"><t:text id="account.sessions-text"/></p>
  <table class="stack">
    <caption><t:text id="account.sessions-caption"/></caption>
    <thead><tr><th scope="col"><t:text id="account.browser"/></th><th scope="col"><t:text id="account.since"/></th><th scope="col"><t:text id="account.seen"/></th><th scope="col"><t:text id="account.act"/></th></tr></thead>
    <tbody>
      <xsl:for-each select="session">
        <tr>
          <th scope="row" id="s{@id}">
            <xsl:choose><xsl:when test="agent != ''"><xsl:apply-templates select="agent"/></xsl:when><xsl:otherwise><t:text id="account.browser-unknown"/></xsl:otherwise></xsl:choose>
            <xsl:if test="@here"><span><t:text id="account.here"/></span></xsl:if>
          </th>
          <td data-l="{t:account.since}"><xsl:value-of select="t:moment(since)"/></td>
          <td data-l="{t:account.seen}"><xsl:value-of select="t:moment(seen)"/></td>
          <td class="all">
            <form method="post" action="{$root}/ucet/prihlaseni">
              <xsl:call-template name="own-token"/>
              <input type="hidden" name="misto" value="{@id}"/>
              <button class="btn quiet" aria-describedby="s{@id}"><t:text id="account.session-end"/></button>
            </form>
          </td>
        </tr>
      </xsl:for-each>
    </tbody>
  </table>
  <xsl:if test="count(session) &gt; 1">
    <form method="post" action="{@root}/ucet/prihlaseni">
      <xsl:call-template name="own-token"/>
      <input type="hidden" name="vsude" value="ano"/>
      <p class="acts"><button class="btn stop"><t:text id="account.sessions-end"/></button></p>
    </form>
  </xsl:if>
</xsl:template>

<!-- "Firefox, Linux" out of what a browser says of itself; whatever else it is stays as it is. -->
<xsl:template match="agent">
  <xsl:variable name="name">
    <xsl:choose>
      <xsl:when test="contains(., 'Edg/')">Edge</xsl:when>
      <xsl:when test="contains(., 'OPR/')">Opera</xsl:when>
      <xsl:when test="contains(., 'Firefox/')">Firefox</xsl:when>
      <xsl:when test="contains(., 'Chrome/')">Chrome</xsl:when>
      <xsl:when test="contains(., 'Safari/')">Safari</xsl:when>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="system">
    <xsl:choose>
      <xsl:when test="contains(., 'Android')">, Android</xsl:when>
      <xsl:when test="contains(., 'iPhone')">, iPhone</xsl:when>
      <xsl:when test="contains(., 'iPad')">, iPad</xsl:when>
      <xsl:when test="contains(., 'Windows')">, Windows</xsl:when>
      <xsl:when test="contains(., 'Mac OS X')">, Mac</xsl:when>
      <xsl:when test="contains(., 'Linux')">, Linux</xsl:when>
    </xsl:choose>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="$name != ''"><xsl:value-of select="concat($name, $system)"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== profile ===== -->

<xsl:template match="page[@name='account-profile']" mode="title"><t:text id="account.profile"/></xsl:template>
<xsl:template match="page[@name='account-profile']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><t:text id="account.profile"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='account-profile']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.profile"/></h1>
  <p class="lead"><t:text id="account.profile-text"/></p>
  <p><a class="go" href="{@root}/ucet/foto"><t:text id="account.photo"/></a></p>
  <xsl:if test="@status = 409">
    <section class="note lit" aria-labelledby="mezitim">
      <h2 id="mezitim"><t:text id="account.profile-conflict"/></h2>
      <p><t:text id="account.profile-conflict-text"/></p>
      <dl class="facts"><dt><t:text id="account.about"/></dt><dd><xsl:value-of select="theirs"/></dd></dl>
    </section>
  </xsl:if>
  <form method="post" action="{@root}/ucet/profil">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.profile-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
  </form>
</xsl:template>

<xsl:template match="page[@name='account-profile']/form/field[@name='prijmeni']" mode="hint" priority="2"><t:text id="account.profile-surname-hint"/></xsl:template>
<xsl:template match="field[@name='cele']" mode="label"><t:text id="account.full-name"/></xsl:template>
<xsl:template match="field[@name='obec']" mode="label"><t:text id="account.town"/></xsl:template>
<xsl:template match="field[@name='obec']" mode="autocomplete">address-level2</xsl:template>
<xsl:template match="field[@name='cast']" mode="label"><t:text id="account.part"/></xsl:template>
<xsl:template match="field[@name='umim']" mode="label"><t:text id="account.about"/></xsl:template>
<xsl:template match="field[@name='umim']" mode="hint"><t:text id="account.about-hint"/></xsl:template>
<xsl:template match="field[@name='jazyky']" mode="label"><t:text id="account.languages"/></xsl:template>
<xsl:template match="field[@name='doprava']" mode="label"><t:text id="account.transport"/></xsl:template>
<xsl:template match="field[@name='kdy']" mode="label"><t:text id="account.times"/></xsl:template>
<xsl:template match="field[@name='zpravy']" mode="label"><t:text id="account.told"/></xsl:template>
<xsl:template match="field[@name='zpravy']" mode="hint"><t:text id="account.told-hint"/></xsl:template>
<xsl:template match="field[@error='town']" mode="error" priority="2"><t:text id="account.error-town"/></xsl:template>
<xsl:template match="field[@error='contact']" mode="error" priority="2"><t:text id="account.error-contact"/></xsl:template>
<xsl:template match="flash[@code='profile-saved']"><p><t:text id="account.flash-profile"/></p></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='cs']" mode="label"><t:text id="account.jazyky-cs"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='sk']" mode="label"><t:text id="account.jazyky-sk"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='en']" mode="label"><t:text id="account.jazyky-en"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='uk']" mode="label"><t:text id="account.jazyky-uk"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='de']" mode="label"><t:text id="account.jazyky-de"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='pl']" mode="label"><t:text id="account.jazyky-pl"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='ru']" mode="label"><t:text id="account.jazyky-ru"/></xsl:template>
<xsl:template match="field[@name='jazyky']/option[@value='vi']" mode="label"><t:text id="account.jazyky-vi"/></xsl:template>
<xsl:template match="field[@name='doprava']/option[@value='pesky']" mode="label"><t:text id="account.doprava-pesky"/></xsl:template>
<xsl:template match="field[@name='doprava']/option[@value='kolo']" mode="label"><t:text id="account.doprava-kolo"/></xsl:template>
<xsl:template match="field[@name='doprava']/option[@value='motorka']" mode="label"><t:text id="account.doprava-motorka"/></xsl:template>
<xsl:template match="field[@name='doprava']/option[@value='auto']" mode="label"><t:text id="account.doprava-auto"/></xsl:template>
<xsl:template match="field[@name='doprava']/option[@value='dodavka']" mode="label"><t:text id="account.doprava-dodavka"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='dopoledne']" mode="label"><t:text id="account.kdy-dopoledne"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='odpoledne']" mode="label"><t:text id="account.kdy-odpoledne"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='vecer']" mode="label"><t:text id="account.kdy-vecer"/></xsl:template>
<xsl:template match="field[@name='kdy']/option[@value='vikend']" mode="label"><t:text id="account.kdy-vikend"/></xsl:template>
<xsl:template match="field[@name='zpravy']/option[@value='hned']" mode="label"><t:text id="account.zpravy-hned"/></xsl:template>
<xsl:template match="field[@name='zpravy']/option[@value='denne']" mode="label"><t:text id="account.zpravy-denne"/></xsl:template>
<xsl:template match="field[@name='zpravy']/option[@value='tydne']" mode="label"><t:text id="account.zpravy-tydne"/></xsl:template>
<xsl:template match="field[@name='zpravy']/option[@value='nikdy']" mode="label"><t:text id="account.zpravy-nikdy"/></xsl:template>

<!-- ===== photo ===== -->

<xsl:template match="page[@name='account-photo']" mode="title"><t:text id="account.photo"/></xsl:template>
<xsl:template match="page[@name='account-photo']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><t:text id="account.photo"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='account-photo']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.photo"/></h1>
  <p class="lead"><t:text id="account.photo-text"/></p>
  <xsl:if test="photo">
    <section class="note" aria-labelledby="ted">
      <h2 id="ted"><t:text id="account.photo-now"/></h2>
      <p><xsl:apply-templates select="photo"><xsl:with-param name="src" select="concat(@root, '/ucet/foto.jpg')"/></xsl:apply-templates></p>
      <xsl:if test="photo != ''"><p><t:text id="account.photo-says"><t:arg select="photo"/></t:text></p></xsl:if>
      <xsl:choose>
        <xsl:when test="approval">
          <p><t:text id="account.photo-approved"/></p>
          <ul><xsl:for-each select="approval"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
        </xsl:when>
        <xsl:otherwise><p><t:text id="account.photo-waits"/></p></xsl:otherwise>
      </xsl:choose>
      <form method="post" action="{@root}/ucet/foto/smazat">
        <xsl:call-template name="form-secrets"/>
        <p class="acts"><button class="btn stop"><t:text id="account.photo-remove"/></button></p>
      </form>
    </section>
  </xsl:if>
  <section aria-labelledby="nova">
    <h2 id="nova"><xsl:choose><xsl:when test="photo"><t:text id="account.photo-other"/></xsl:when><xsl:otherwise><t:text id="account.photo-new"/></xsl:otherwise></xsl:choose></h2>
    <form method="post" action="{@root}/ucet/foto" enctype="multipart/form-data">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field"/>
      <p class="acts"><button class="btn"><t:text id="account.photo-do"/></button> <a class="go" href="{@root}/ucet/profil"><t:text id="account.profile"/></a></p>
    </form>
  </section>
</xsl:template>

<xsl:template match="field[@name='foto']" mode="label"><t:text id="account.photo-file"/></xsl:template>
<xsl:template match="field[@name='foto']" mode="hint"><t:text id="account.photo-file-hint"/></xsl:template>
<xsl:template match="field[@name='popis']" mode="label"><t:text id="account.photo-alt"/></xsl:template>
<xsl:template match="field[@name='popis']" mode="hint"><t:text id="account.photo-alt-hint"/></xsl:template>
<xsl:template match="field[@error='image-type']" mode="error" priority="2"><t:text id="account.error-image-type"/></xsl:template>
<xsl:template match="field[@error='image-pixels']" mode="error" priority="2"><t:text id="account.error-image-pixels"/></xsl:template>
<xsl:template match="field[@error='image-broken']" mode="error" priority="2"><t:text id="account.error-image-broken"/></xsl:template>
<xsl:template match="field[@error='quota']" mode="error" priority="2"><t:text id="account.error-quota"/></xsl:template>
<xsl:template match="flash[@code='photo-kept']"><p><t:text id="account.flash-photo"/></p></xsl:template>
<xsl:template match="flash[@code='photo-removed']"><p><t:text id="account.flash-photo-removed"/></p></xsl:template>

<!-- ===== password and mail ===== -->

<xsl:template match="page[@name='account-password']" mode="title"><t:text id="account.password-change"/></xsl:template>
<xsl:template match="page[@name='account-mail']" mode="title"><t:text id="account.mail-change"/></xsl:template>
<xsl:template match="page[@name='account-password' or @name='account-mail']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><xsl:apply-templates select="." mode="title"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='account-password']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.password-change"/></h1>
  <p class="lead"><t:text id="account.password-text"/></p>
  <form method="post" action="{@root}/ucet/heslo">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.password-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
  </form>
</xsl:template>

<xsl:template match="page[@name='account-mail']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.mail-change"/></h1>
  <p class="lead"><t:text id="account.mail-text"/></p>
  <xsl:if test="mine/@mail"><dl class="facts"><dt><t:text id="account.mail-now"/></dt><dd><xsl:value-of select="mine/@mail"/></dd></dl></xsl:if>
  <form method="post" action="{@root}/ucet/mail">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.mail-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='account-mail']/form/field[@name='mail']" mode="label"><t:text id="account.mail-new"/></xsl:template>

<xsl:template match="page[@name='account-number' or @name='account-number-code']" mode="title"><t:text id="account.number-change"/></xsl:template>
<xsl:template match="page[@name='account-number' or @name='account-number-code']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><t:text id="account.number-change"/></xsl:with-param></xsl:call-template>
</xsl:template>
<xsl:template match="page[@name='account-number']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.number-change"/></h1>
  <p class="lead"><t:text id="account.number-text"/></p>
  <xsl:if test="mine/@phone"><dl class="facts"><dt><t:text id="account.number-now"/></dt><dd><xsl:value-of select="mine/@phone"/></dd></dl></xsl:if>
  <form method="post" action="{@root}/ucet/telefon">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.number-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='account-number-code']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.number-code"/></h1>
  <p class="lead"><t:text id="account.number-code-text"><t:arg select="mine/@phone"/></t:text></p>
  <form method="post" action="{@root}/ucet/telefon/kod">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="account.number-confirm"/></button> <a class="go" href="{@root}/ucet/telefon"><t:text id="account.number-again"/></a></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='account-number-code']/form/field[@name='kod']" mode="hint"><t:text id="account.sms-hint"/></xsl:template>
<xsl:template match="page[@name='account-number']/form/field[@name='telefon']" mode="label"><t:text id="account.number-new"/></xsl:template>
<xsl:template match="page[@name='account-number']/form/field[@name='telefon']" mode="autocomplete">tel</xsl:template>
<xsl:template match="flash[@code='phone-changed']"><p><t:text id="account.flash-phone-changed"/></p></xsl:template>
<xsl:template match="flash[@code='phone-late']"><p><t:text id="account.flash-phone-late"/></p></xsl:template>

<!-- ===== second factor ===== -->

<xsl:template match="page[@name='account-factor']" mode="title"><t:text id="account.factor"/></xsl:template>
<xsl:template match="page[@name='account-factor']" mode="crumbs">
  <xsl:call-template name="own-crumbs"><xsl:with-param name="here"><t:text id="account.factor"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='account-factor']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.factor"/></h1>
  <xsl:if test="factor/@needed"><p class="note lit"><t:text id="account.asleep-text"/></p></xsl:if>
  <xsl:choose>
    <xsl:when test="factor/@state = 'none' or factor/@state = 'app'"><xsl:call-template name="factor-none"/></xsl:when>
    <xsl:when test="factor/@state = 'wanted'"><xsl:call-template name="factor-wanted"/></xsl:when>
    <xsl:otherwise><xsl:call-template name="factor-strong"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="factor-action">
  <xsl:param name="act"/>
  <xsl:attribute name="action"><xsl:value-of select="concat(@root, '/ucet/overeni', $act, t:query(''))"/></xsl:attribute>
</xsl:template>

<xsl:template name="factor-none">
  <p class="lead"><t:text id="account.factor-text"/></p>
  <xsl:if test="factor/@state = 'none'">
    <section class="note" aria-labelledby="klic">
      <h2 id="klic"><t:text id="passkey.title-one"/></h2>
      <p><t:text id="passkey.text"/></p>
      <p><a class="btn quiet" href="{@root}/ucet/klice"><t:text id="passkey.new"/></a></p>
    </section>
    <h2><t:text id="account.factor-app"/></h2>
  </xsl:if>
  <ol class="steps">
    <li><div><h2><t:text id="account.factor-1"/></h2><p><t:text id="account.factor-1-text"/></p></div></li>
    <li><div>
      <h2><t:text id="account.factor-2"/></h2>
      <p><t:text id="account.factor-2-text"/></p>
      <p class="code"><xsl:call-template name="fours"><xsl:with-param name="text" select="secret/key"/></xsl:call-template></p>
      <xsl:apply-templates select="secret/qr"><xsl:with-param name="label"><t:text id="account.factor-qr"/></xsl:with-param></xsl:apply-templates>
      <p><a class="go" href="{secret/@uri}"><t:text id="account.factor-open"/></a></p>
    </div></li>
    <li><div><h2><t:text id="account.factor-3"/></h2><p><t:text id="account.factor-3-text"/></p></div></li>
  </ol>
  <form method="post">
    <xsl:call-template name="factor-action"/>
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='kod']"/>
    <xsl:apply-templates select="form/field[@name='heslo']"/>
    <p class="acts"><button class="btn"><t:text id="account.factor-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
  </form>
</xsl:template>

<xsl:template name="factor-wanted">
  <xsl:apply-templates select="passkey"><xsl:with-param name="action" select="concat(@root, '/ucet/overeni/klic', t:query(''))"/></xsl:apply-templates>
  <xsl:call-template name="code-lead"/>
  <form method="post">
    <xsl:call-template name="factor-action"><xsl:with-param name="act" select="'/kod'"/></xsl:call-template>
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='kod']"/>
    <p class="acts"><button class="btn"><t:text id="account.code-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
  </form>
</xsl:template>

<xsl:template name="factor-strong">
  <p class="lead"><t:text id="account.factor-is-on"/></p>
  <ul>
    <li><a href="{@root}/ucet/klice"><xsl:choose><xsl:when test="factor/@passkeys &gt; 0"><t:count id="passkey.count" select="factor/@passkeys"/></xsl:when><xsl:otherwise><t:text id="passkey.new"/></xsl:otherwise></xsl:choose></a></li>
    <li><xsl:choose><xsl:when test="factor/@app"><t:text id="account.factor-app-on"/></xsl:when><xsl:otherwise><a href="{@root}/ucet/overeni/aplikace"><t:text id="account.factor-app-add"/></a></xsl:otherwise></xsl:choose></li>
    <li><t:count id="account.factor-left" select="factor/@left"/></li>
  </ul>
  <section aria-labelledby="konec">
    <h2 id="konec"><t:text id="account.factor-end"/></h2>
    <p><t:text id="account.factor-end-text"/></p>
    <form method="post">
      <xsl:call-template name="factor-action"><xsl:with-param name="act" select="'/konec'"/></xsl:call-template>
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field[@name='heslo']"/>
      <p class="acts"><button class="btn stop"><t:text id="account.factor-end-do"/></button> <a class="go" href="{@root}/ucet"><t:text id="account.back"/></a></p>
    </form>
  </section>
</xsl:template>

<!-- A key is copied by hand in groups of four. -->
<xsl:template name="fours">
  <xsl:param name="text"/>
  <xsl:value-of select="substring($text, 1, 4)"/>
  <xsl:if test="string-length($text) &gt; 4">
    <xsl:text> </xsl:text>
    <xsl:call-template name="fours"><xsl:with-param name="text" select="substring($text, 5)"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="page[@name='account-recovery']" mode="title"><t:text id="account.recovery"/></xsl:template>
<xsl:template match="page[@name='account-recovery']" mode="main">
  <h1><t:text id="account.recovery"/></h1>
  <p class="lead"><t:text id="account.recovery-text"/></p>
  <ol class="code"><xsl:for-each select="recovery"><li><xsl:value-of select="."/></li></xsl:for-each></ol>
  <p class="acts"><a class="btn" href="{@root}/ucet"><t:text id="account.recovery-do"/></a></p>
</xsl:template>

<!-- ===== the office confirms who has only a telephone ===== -->

<xsl:template match="page[@name='account-phone']" mode="title"><t:text id="account.phone-confirm"/></xsl:template>
<xsl:template match="page[@name='account-phone']" mode="crumbs"><li aria-current="page"><t:text id="account.phone-confirm"/></li></xsl:template>

<xsl:template match="page[@name='account-phone']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="account.phone-confirm"/></h1>
  <p class="lead"><t:text id="account.phone-text"/></p>
  <form method="post" action="{@root}{@path}">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='telefon']"/>
    <p class="acts"><button class="btn"><t:text id="account.phone-find"/></button></p>
  </form>
  <xsl:if test="waiting and not(form/field/@error)">
    <section aria-labelledby="cekaji">
      <div class="head"><h2 id="cekaji"><t:text id="account.waiting"/></h2></div>
      <ul class="rows">
        <xsl:for-each select="waiting">
          <li class="row"><div>
            <h3><xsl:value-of select="name"/></h3>
            <p><t:text id="account.waiting-since"><t:arg select="t:moment(since)"/></t:text></p>
            <form method="post" action="{$page/@root}{$page/@path}">
              <xsl:call-template name="form-secrets"/>
              <input type="hidden" name="telefon" value="{$page/form/field[@name='telefon']/value}"/>
              <input type="hidden" name="kdo" value="{@id}"/>
              <button class="btn"><t:text id="account.waiting-do"/></button>
            </form>
          </div></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
