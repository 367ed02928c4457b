<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program admin: the desk of the site, what waits, operation, the log of acts. Settings: admin-settings.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="admin-settings.xsl"/>
<xsl:include href="help-parts.xsl"/>
<xsl:include href="record.xsl"/>
<xsl:include href="verdict.xsl"/>

<xsl:variable name="root" select="/page/@root"/>
<xsl:variable name="desk" select="concat(/page/@root, '/sprava')"/>
<xsl:template match="page[starts-with(@name, 'admin')]" mode="nav">desk</xsl:template>
<xsl:template match="page[starts-with(@name, 'admin')]" mode="crumbs">
  <li><a href="{$desk}"><t:text id="admin.title"/></a></li>
  <li aria-current="page"><xsl:apply-templates select="." mode="title"/></li>
</xsl:template>

<xsl:template match="flash[@code='admin-again']"><p><t:text id="admin.flash-again"/></p></xsl:template>
<xsl:template match="flash[@code='admin-saved']"><p><t:text id="admin.flash-saved"/></p></xsl:template>

<!-- ===== the desk ===== -->

<xsl:template match="page[@name='admin-desk']" mode="title"><t:text id="admin.title"/></xsl:template>
<xsl:template match="page[@name='admin-desk']" mode="crumbs" priority="1"><li aria-current="page"><t:text id="admin.title"/></li></xsl:template>

<xsl:template match="page[@name='admin-desk']" mode="main">
  <h1><t:text id="admin.title"/></h1>
  <p class="lead"><t:text id="admin.lead"/></p>
  <xsl:variable name="slips">
    <xsl:if test="viewer/may[@action='notice.review']"><xsl:apply-templates select="silent[1]"/></xsl:if>
    <xsl:apply-templates select="waiting"/>
  </xsl:variable>
  <section aria-labelledby="ceka">
    <h2 id="ceka"><t:text id="admin.waits"/></h2>
    <xsl:choose>
      <xsl:when test="string($slips) != ''"><ul class="slips"><xsl:copy-of select="$slips"/></ul></xsl:when>
      <xsl:otherwise><div class="empty"><p><strong><t:text id="admin.nothing"/></strong></p><p><t:text id="admin.nothing-text"/></p></div></xsl:otherwise>
    </xsl:choose>
  </section>
  <div class="cols even">
    <section aria-labelledby="dalsi">
      <h2 id="dalsi"><t:text id="admin.more"/></h2>
      <ul>
        <xsl:if test="viewer/may[@action='town.decide']"><li><a href="{$desk}/obce"><t:text id="admin.claims-go"/></a></li></xsl:if>
        <xsl:if test="viewer/may[@action='organisation.decide']"><li><a href="{$desk}/organizace"><t:text id="admin.organisations"/></a></li></xsl:if>
        <xsl:if test="viewer/may[@action='report.decide']"><li><a href="{$desk}/hlaseni"><t:text id="admin.reports-go"/></a></li></xsl:if>
        <xsl:if test="viewer/may[@action='site.log']"><li><a href="{$desk}/urovne"><t:text id="admin.levels-go"/></a></li></xsl:if>
        <xsl:if test="viewer/may[@action='site.health']"><li><a href="{$desk}/provoz"><t:text id="admin.health-go"/></a></li></xsl:if>
        <xsl:if test="viewer/may[@action='site.log']"><li><a href="{$desk}/zaznam"><t:text id="admin.log-go"/></a></li></xsl:if>
        <xsl:if test="viewer/may[@action='site.settings']"><li><a href="{$desk}/nastaveni"><t:text id="admin.settings-go"/></a></li></xsl:if>
      </ul>
    </section>
    <section aria-labelledby="kolik">
      <h2 id="kolik"><t:text id="admin.counts"/></h2>
      <dl class="facts">
        <dt><t:text id="admin.count-people"/></dt><dd><xsl:value-of select="t:number(counts/@people)"/></dd>
        <dt><t:text id="admin.count-towns"/></dt><dd><xsl:value-of select="t:number(counts/@towns)"/></dd>
        <dt><t:text id="admin.count-orgs"/></dt><dd><xsl:value-of select="t:number(counts/@organisations)"/></dd>
        <dt><t:text id="admin.count-notices"/></dt><dd><xsl:value-of select="t:number(counts/@notices)"/></dd>
        <dt><t:text id="admin.count-sources"/></dt><dd><xsl:value-of select="t:number(counts/@sources)"/></dd>
      </dl>
    </section>
  </div>
</xsl:template>

<xsl:template match="waiting">
  <xsl:if test="@jobs &gt; 0 and $page/viewer/may[@action='site.health']">
    <xsl:call-template name="desk-slip">
      <xsl:with-param name="icon"><t:icon name="alert"/></xsl:with-param>
      <xsl:with-param name="count" select="@jobs"/>
      <xsl:with-param name="title"><t:text id="admin.jobs-late"/></xsl:with-param>
      <xsl:with-param name="text"><t:text id="admin.jobs-late-text"/></xsl:with-param>
      <xsl:with-param name="to">provoz</xsl:with-param>
      <xsl:with-param name="go"><t:text id="admin.health-go"/></xsl:with-param>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="@reports &gt; 0 and $page/viewer/may[@action='report.decide']">
    <xsl:call-template name="desk-slip">
      <xsl:with-param name="icon"><t:icon name="eye"/></xsl:with-param>
      <xsl:with-param name="count" select="@reports"/>
      <xsl:with-param name="title"><t:text id="admin.reports"/></xsl:with-param>
      <xsl:with-param name="text"><t:text id="admin.reports-text"/></xsl:with-param>
      <xsl:with-param name="to">hlaseni</xsl:with-param>
      <xsl:with-param name="go"><t:text id="admin.reports-go"/></xsl:with-param>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="@claims &gt; 0 and $page/viewer/may[@action='town.decide']">
    <xsl:call-template name="desk-slip">
      <xsl:with-param name="icon"><t:icon name="stamp"/></xsl:with-param>
      <xsl:with-param name="count" select="@claims"/>
      <xsl:with-param name="title"><t:text id="admin.claims"/></xsl:with-param>
      <xsl:with-param name="text"><t:text id="admin.claims-text"/></xsl:with-param>
      <xsl:with-param name="to">obce</xsl:with-param>
      <xsl:with-param name="go"><t:text id="admin.claims-go"/></xsl:with-param>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="@organisations &gt; 0 and $page/viewer/may[@action='organisation.decide']">
    <xsl:call-template name="desk-slip">
      <xsl:with-param name="icon"><t:icon name="people"/></xsl:with-param>
      <xsl:with-param name="count" select="@organisations"/>
      <xsl:with-param name="title"><t:text id="admin.orgs"/></xsl:with-param>
      <xsl:with-param name="text"><t:text id="admin.orgs-text"/></xsl:with-param>
      <xsl:with-param name="to">organizace</xsl:with-param>
      <xsl:with-param name="go"><t:text id="admin.orgs-go"/></xsl:with-param>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="@letters &gt; 0 and $page/viewer/may[@action='site.health']">
    <xsl:call-template name="desk-slip">
      <xsl:with-param name="icon"><t:icon name="mail"/></xsl:with-param>
      <xsl:with-param name="count" select="@letters"/>
      <xsl:with-param name="title"><t:text id="admin.letters-stuck"/></xsl:with-param>
      <xsl:with-param name="to">provoz#dopisy</xsl:with-param>
      <xsl:with-param name="go"><t:text id="admin.letters"/></xsl:with-param>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="@sources &gt; 0 and $page/viewer/may[@action='site.health']">
    <xsl:call-template name="desk-slip">
      <xsl:with-param name="icon"><t:icon name="rss"/></xsl:with-param>
      <xsl:with-param name="count" select="@sources"/>
      <xsl:with-param name="title"><t:text id="admin.sources-stuck"/></xsl:with-param>
      <xsl:with-param name="to">provoz#zdroje</xsl:with-param>
      <xsl:with-param name="go"><t:text id="admin.sources"/></xsl:with-param>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- What waits to be read in towns where nobody does: all of them are one slip. -->
<xsl:template match="silent">
  <li class="slip">
    <h3><t:icon name="wait"/><xsl:text> </xsl:text><t:text id="admin.silent"/>: <xsl:value-of select="t:number(sum(../silent/@count))"/></h3>
    <p><t:text id="admin.silent-text"/></p>
    <p class="tear"><xsl:for-each select="../silent"><a class="go" href="{$root}/{@town}/nastenka/cekajici"><xsl:value-of select="town"/></a></xsl:for-each></p>
  </li>
</xsl:template>

<xsl:template name="desk-slip">
  <xsl:param name="icon"/><xsl:param name="count"/><xsl:param name="title"/><xsl:param name="text"/><xsl:param name="to"/><xsl:param name="go"/>
  <li class="slip">
    <h3><xsl:copy-of select="$icon"/><xsl:text> </xsl:text><xsl:copy-of select="$title"/>: <xsl:value-of select="t:number($count)"/></h3>
    <xsl:if test="string($text) != ''"><p><xsl:copy-of select="$text"/></p></xsl:if>
    <p class="tear"><a class="go" href="{$desk}/{$to}"><xsl:copy-of select="$go"/></a></p>
  </li>
</xsl:template>

<xsl:template name="desk-empty">
  <xsl:param name="text"/>
  <div class="empty"><p><strong><xsl:copy-of select="$text"/></strong></p><p class="acts"><a class="btn quiet" href="{$desk}"><t:text id="admin.title"/></a></p></div>
</xsl:template>

<!-- ===== claims of towns ===== -->

<xsl:template match="page[@name='admin-towns']" mode="title"><t:text id="admin.towns"/></xsl:template>
<xsl:template match="page[@name='admin-towns']" mode="main">
  <h1><t:text id="admin.towns"/></h1>
  <p class="lead"><t:text id="admin.towns-lead"/></p>
  <xsl:choose>
    <xsl:when test="claim">
      <table class="stack">
        <caption><t:text id="admin.towns-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="admin.town"/></th><th scope="col"><t:text id="admin.who"/></th><th scope="col"><t:text id="admin.asked"/></th><th scope="col"><t:text id="admin.state"/></th></tr></thead>
        <tbody><xsl:apply-templates select="claim"/></tbody>
      </table>
      <xsl:apply-templates select="pager"/>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="desk-empty"><xsl:with-param name="text"><t:text id="admin.towns-none"/></xsl:with-param></xsl:call-template></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="claim">
  <tr>
    <th scope="row"><a href="{$root}/{@town}/prevzit"><xsl:value-of select="town"/></a></th>
    <td data-l="{t:admin.who}"><xsl:value-of select="who"/>, <xsl:value-of select="duty"/></td>
    <td data-l="{t:admin.asked}"><xsl:value-of select="t:date(asked)"/></td>
    <td data-l="{t:admin.state}">
      <xsl:choose>
        <xsl:when test="@waiting"><strong><t:text id="admin.claim-waiting"/></strong></xsl:when>
        <xsl:when test="@voting"><t:text id="admin.claim-voting"><t:arg select="t:date(vote)"/></t:text></xsl:when>
        <xsl:otherwise><t:text id="admin.claim-sent"><t:arg select="t:date(until)"/></t:text></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@rival"><xsl:text>, </xsl:text><t:text id="admin.claim-rival"/></xsl:if>
    </td>
  </tr>
</xsl:template>

<!-- ===== organisations ===== -->

<xsl:template match="page[@name='admin-organisations']" mode="title"><t:text id="admin.organisations"/></xsl:template>
<xsl:template match="page[@name='admin-organisations']" mode="main">
  <h1><t:text id="admin.organisations"/></h1>
  <p class="lead"><t:text id="admin.organisations-lead"/></p>
  <xsl:choose>
    <xsl:when test="organisation">
      <table class="stack">
        <caption><t:text id="admin.organisations-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="admin.organisation"/></th><th scope="col"><t:text id="admin.town"/></th><th scope="col"><t:text id="admin.evidence"/></th><th scope="col"><t:text id="admin.state"/></th></tr></thead>
        <tbody><xsl:apply-templates select="organisation"/></tbody>
      </table>
      <xsl:apply-templates select="pager"/>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="desk-empty"><xsl:with-param name="text"><t:text id="admin.organisations-none"/></xsl:with-param></xsl:call-template></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="organisation">
  <tr>
    <th scope="row"><a href="{$root}/organizace/{@slug}/sprava"><xsl:value-of select="name"/></a></th>
    <td data-l="{t:admin.town}"><xsl:value-of select="town"/></td>
    <td data-l="{t:admin.evidence}">
      <xsl:if test="ico"><t:text id="admin.ico"><t:arg select="ico"/></t:text><xsl:text>, </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="@register = 'found'"><t:text id="admin.register-found"><t:arg select="register_name"/></t:text><xsl:text>, </xsl:text></xsl:when>
        <xsl:when test="@register = 'ended'"><t:text id="admin.register-ended"/><xsl:text>, </xsl:text></xsl:when>
        <xsl:when test="@register = 'unknown'"><t:text id="admin.register-unknown"/><xsl:text>, </xsl:text></xsl:when>
        <xsl:when test="@register = 'wanted'"><t:text id="admin.register-wanted"/><xsl:text>, </xsl:text></xsl:when>
      </xsl:choose>
      <t:text id="admin.vouches"><t:arg select="@vouches"/></t:text>
    </td>
    <td data-l="{t:admin.state}">
      <xsl:choose>
        <xsl:when test="@state = 'suspended'"><t:text id="admin.suspended"/></xsl:when>
        <xsl:otherwise><t:text id="admin.submitted"/></xsl:otherwise>
      </xsl:choose>
    </td>
  </tr>
</xsl:template>

<!-- ===== levels ===== -->

<xsl:template match="page[@name='admin-levels']" mode="title"><t:text id="admin.levels"/></xsl:template>
<xsl:template match="page[@name='admin-levels']" mode="main">
  <h1><t:text id="admin.levels"/></h1>
  <p class="lead"><t:text id="admin.levels-lead"/></p>
  <xsl:choose>
    <xsl:when test="grant">
      <table class="stack">
        <caption><t:text id="admin.levels-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="admin.helper"/></th><th scope="col"><t:text id="admin.level"/></th><th scope="col"><t:text id="admin.from-whom"/></th><th scope="col"><t:text id="admin.until"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="grant">
            <tr>
              <th scope="row"><xsl:value-of select="who"/></th>
              <td data-l="{t:admin.level}"><xsl:value-of select="@level"/></td>
              <td data-l="{t:admin.from-whom}"><xsl:value-of select="body"/><xsl:if test="granted_by"><xsl:text>, </xsl:text><xsl:value-of select="granted_by"/></xsl:if></td>
              <td data-l="{t:admin.until}"><xsl:value-of select="t:date(until)"/><xsl:text>, </xsl:text><xsl:choose><xsl:when test="@state = 'valid'"><t:text id="admin.valid"/></xsl:when><xsl:when test="@state = 'over'"><t:text id="admin.over"/></xsl:when><xsl:otherwise><t:text id="admin.revoked"/></xsl:otherwise></xsl:choose></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:apply-templates select="pager"/>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="desk-empty"><xsl:with-param name="text"><t:text id="admin.levels-none"/></xsl:with-param></xsl:call-template></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== operation ===== -->

<xsl:template match="page[@name='admin-health']" mode="title"><t:text id="admin.health"/></xsl:template>
<xsl:template match="page[@name='admin-health']" mode="main">
  <h1><t:text id="admin.health"/></h1>
  <p class="lead"><t:text id="admin.health-lead"/></p>
  <section aria-labelledby="ulohy">
    <h2 id="ulohy"><t:text id="admin.jobs"/></h2>
    <table class="stack">
      <caption><t:text id="admin.jobs-caption"/></caption>
      <thead><tr><th scope="col"><t:text id="admin.job"/></th><th scope="col"><t:text id="admin.last"/></th><th scope="col"><t:text id="admin.state"/></th></tr></thead>
      <tbody>
        <xsl:for-each select="job">
          <tr>
            <th scope="row"><xsl:apply-templates select="." mode="name"/></th>
            <td data-l="{t:admin.last}"><xsl:choose><xsl:when test="done"><xsl:value-of select="t:moment(done)"/></xsl:when><xsl:otherwise><t:text id="admin.never"/></xsl:otherwise></xsl:choose></td>
            <td data-l="{t:admin.state}"><xsl:choose><xsl:when test="@late"><span class="tag brick"><t:icon name="alert"/><t:text id="admin.late"/></span></xsl:when><xsl:otherwise><span class="tag"><t:icon name="check"/><t:text id="admin.fine"/></span></xsl:otherwise></xsl:choose></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </section>
  <section aria-labelledby="zdroje">
    <h2 id="zdroje"><t:text id="admin.sources"/></h2>
    <p><t:text id="admin.sources-sum"><t:arg select="t:number(sources/@all)"/><t:arg select="t:number(sources/@failing)"/><t:arg select="t:number(sources/@read)"/></t:text></p>
    <xsl:choose>
      <xsl:when test="source">
        <table class="stack">
          <caption><t:text id="admin.sources-caption"/></caption>
          <thead><tr><th scope="col"><t:text id="admin.town"/></th><th scope="col"><t:text id="admin.problem"/></th><th scope="col"><t:text id="admin.good"/></th><th scope="col"><t:text id="admin.next"/></th></tr></thead>
          <tbody>
            <xsl:for-each select="source">
              <tr>
                <th scope="row"><a href="{$root}/{@town}/zdroje"><xsl:value-of select="town"/></a></th>
                <td data-l="{t:admin.problem}"><xsl:value-of select="problem"/>, <t:text id="admin.failures"><t:arg select="@failures"/></t:text></td>
                <td data-l="{t:admin.good}"><xsl:choose><xsl:when test="good"><xsl:value-of select="t:moment(good)"/></xsl:when><xsl:otherwise><t:text id="admin.never"/></xsl:otherwise></xsl:choose></td>
                <td data-l="{t:admin.next}"><xsl:value-of select="t:moment(due)"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p><t:text id="admin.sources-fine"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
  <section aria-labelledby="dopisy">
    <h2 id="dopisy"><t:text id="admin.letters"/></h2>
    <p><t:text id="admin.letters-sum"><t:arg select="t:number(letters/@waiting)"/><t:arg select="t:number(letters/@failed)"/><t:arg select="t:number(letters/@unknown)"/></t:text></p>
    <xsl:choose>
      <xsl:when test="letter">
        <table class="stack">
          <caption><t:text id="admin.letters-caption"/></caption>
          <thead><tr><th scope="col"><t:text id="admin.letter"/></th><th scope="col"><t:text id="admin.problem"/></th><th scope="col"><t:text id="admin.state"/></th><th scope="col"><t:text id="admin.do"/></th></tr></thead>
          <tbody><xsl:apply-templates select="letter"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p><t:text id="admin.letters-fine"/></p></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="job" mode="name">
  <xsl:choose>
    <xsl:when test="@name = 'clock'"><t:text id="admin.job-clock"/></xsl:when>
    <xsl:when test="@name = 'mail'"><t:text id="admin.job-mail"/></xsl:when>
    <xsl:when test="@name = 'feeds'"><t:text id="admin.job-feeds"/></xsl:when>
    <xsl:when test="@name = 'archive'"><t:text id="admin.job-archive"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="letter">
  <tr>
    <th scope="row" id="d{@id}"><xsl:value-of select="@kind"/><xsl:text> </xsl:text><xsl:value-of select="@id"/></th>
    <td data-l="{t:admin.problem}"><xsl:value-of select="problem"/><xsl:if test="problem">, </xsl:if><t:text id="admin.failures"><t:arg select="@tries"/></t:text></td>
    <td data-l="{t:admin.state}"><xsl:apply-templates select="." mode="state"/></td>
    <td class="all">
      <xsl:if test="@kept"><a class="btn quiet" href="{$desk}/provoz/znovu?cislo={@id}" aria-describedby="d{@id}"><t:text id="admin.again"/></a></xsl:if>
    </td>
  </tr>
</xsl:template>

<xsl:template match="letter" mode="state">
  <xsl:choose>
    <xsl:when test="@state = 'waiting'"><t:text id="admin.letter-waiting"><t:arg select="t:moment(due)"/></t:text></xsl:when>
    <xsl:when test="@state = 'failed'"><t:text id="admin.letter-failed"/></xsl:when>
    <xsl:otherwise><t:text id="admin.letter-unknown"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Before it may come twice: what it is, what happened to it, and the button. -->
<xsl:template match="page[@name='admin-again']" mode="title"><t:text id="admin.again"/></xsl:template>
<xsl:template match="page[@name='admin-again']" mode="crumbs" priority="1">
  <li><a href="{$desk}"><t:text id="admin.title"/></a></li>
  <li><a href="{$desk}/provoz"><t:text id="admin.health"/></a></li>
  <li aria-current="page"><t:text id="admin.again"/></li>
</xsl:template>
<xsl:template match="page[@name='admin-again']" mode="main">
  <h1><t:text id="admin.again"/></h1>
  <xsl:for-each select="letter">
    <p class="lead">
      <xsl:choose>
        <xsl:when test="@state = 'unknown'"><t:text id="admin.again-unknown"/></xsl:when>
        <xsl:otherwise><t:text id="admin.again-failed"/></xsl:otherwise>
      </xsl:choose>
    </p>
    <dl class="facts">
      <dt><t:text id="admin.letter"/></dt><dd><xsl:value-of select="@kind"/><xsl:text> </xsl:text><xsl:value-of select="@id"/></dd>
      <dt><t:text id="admin.again-made"/></dt><dd><xsl:value-of select="t:moment(created)"/></dd>
      <dt><t:text id="admin.state"/></dt><dd><xsl:apply-templates select="." mode="state"/></dd>
      <xsl:if test="problem"><dt><t:text id="admin.problem"/></dt><dd><xsl:value-of select="problem"/></dd></xsl:if>
    </dl>
    <form method="post" action="{$desk}/provoz/znovu">
      <xsl:call-template name="form-secrets"/>
      <input type="hidden" name="cislo" value="{@id}"/>
      <p class="acts">
        <button class="btn"><t:icon name="mail"/><t:text id="admin.again"/></button>
        <a class="btn quiet" href="{$desk}/provoz#dopisy"><t:text id="admin.again-back"/></a>
      </p>
    </form>
  </xsl:for-each>
</xsl:template>

<!-- ===== the log ===== -->

<xsl:template match="page[@name='admin-log']" mode="title"><t:text id="admin.log"/></xsl:template>
<xsl:template match="page[@name='admin-log']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="admin.log"/></h1>
  <p class="lead"><t:text id="admin.log-lead"/></p>
  <form class="note noprint" action="{$desk}/zaznam" method="get" aria-label="{t:admin.log-filter}">
    <div class="cols even">
      <div>
        <xsl:apply-templates select="form/field[@name='ceho']"/>
        <xsl:apply-templates select="form/field[@name='cislo']"/>
        <xsl:apply-templates select="form/field[@name='co']"/>
      </div>
      <div>
        <xsl:apply-templates select="form/field[@name='kdo']"/>
        <xsl:apply-templates select="form/field[@name='od']"/>
        <xsl:apply-templates select="form/field[@name='do']"/>
      </div>
    </div>
    <p class="acts"><button class="btn"><t:icon name="search"/><t:text id="admin.show"/></button><xsl:text> </xsl:text><a class="btn quiet" href="{$desk}/zaznam"><t:text id="admin.log-all"/></a></p>
  </form>
  <xsl:choose>
    <xsl:when test="act">
      <table class="stack">
        <caption><t:text id="admin.log-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="admin.when"/></th><th scope="col"><t:text id="admin.who"/></th><th scope="col"><t:text id="admin.act"/></th><th scope="col"><t:text id="admin.object"/></th><th scope="col"><t:text id="admin.change"/></th></tr></thead>
        <tbody><xsl:apply-templates select="act"/></tbody>
      </table>
    </xsl:when>
    <xsl:when test="not(form/field/@error)"><div class="empty"><p><strong><t:text id="admin.log-none"/></strong></p><p><t:text id="admin.log-none-do"/></p></div></xsl:when>
  </xsl:choose>
  <xsl:if test="older"><p class="acts"><a class="btn quiet" rel="next" href="{$desk}/zaznam{t:query(' pred ', concat('pred=', older/@than))}"><t:text id="admin.older"/></a></p></xsl:if>
</xsl:template>

<xsl:template match="act">
  <tr>
    <th scope="row"><xsl:value-of select="t:moment(at)"/></th>
    <td data-l="{t:admin.who}"><xsl:choose><xsl:when test="who"><xsl:value-of select="who"/> (<xsl:value-of select="@actor"/>)</xsl:when><xsl:when test="@actor"><xsl:value-of select="@actor"/></xsl:when><xsl:otherwise><t:text id="admin.system"/></xsl:otherwise></xsl:choose></td>
    <td data-l="{t:admin.act}"><code><xsl:value-of select="@action"/></code></td>
    <td data-l="{t:admin.object}"><xsl:apply-templates select="." mode="object"/></td>
    <td data-l="{t:admin.change}">
      <xsl:if test="@from or @to"><xsl:value-of select="@from"/> → <xsl:value-of select="@to"/></xsl:if>
      <xsl:if test="@reason"><xsl:text> </xsl:text>(<xsl:value-of select="@reason"/>)</xsl:if>
      <xsl:if test="note"><xsl:text> </xsl:text><xsl:value-of select="note"/></xsl:if>
    </td>
  </tr>
</xsl:template>

<xsl:template match="act" mode="object">
  <xsl:call-template name="object-name"><xsl:with-param name="object" select="@object"/></xsl:call-template>
  <xsl:text> </xsl:text>
  <xsl:choose>
    <xsl:when test="@object = 'notice'"><a href="{$root}/o/{@number}"><xsl:value-of select="@number"/></a></xsl:when>
    <xsl:when test="@object = 'town' and @slug"><a href="{$root}/{@slug}"><xsl:value-of select="name"/></a></xsl:when>
    <xsl:when test="@object = 'organisation' and @slug"><a href="{$root}/organizace/{@slug}"><xsl:value-of select="name"/></a></xsl:when>
    <xsl:when test="name"><xsl:value-of select="name"/> (<xsl:value-of select="@number"/>)</xsl:when>
    <xsl:when test="@number != 0"><xsl:value-of select="@number"/></xsl:when>
  </xsl:choose>
</xsl:template>

<xsl:template name="object-name">
  <xsl:param name="object"/>
  <xsl:choose>
    <xsl:when test="$object = 'notice' or $object = 'oznameni'"><t:text id="admin.o-notice"/></xsl:when>
    <xsl:when test="$object = 'town' or $object = 'obec'"><t:text id="admin.o-town"/></xsl:when>
    <xsl:when test="$object = 'organisation' or $object = 'organizace'"><t:text id="admin.o-organisation"/></xsl:when>
    <xsl:when test="$object = 'person' or $object = 'clovek'"><t:text id="admin.o-person"/></xsl:when>
    <xsl:when test="$object = 'report' or $object = 'hlaseni'"><t:text id="admin.o-report"/></xsl:when>
    <xsl:when test="$object = 'decision' or $object = 'rozhodnuti'"><t:text id="admin.o-decision"/></xsl:when>
    <xsl:when test="$object = 'setting' or $object = 'nastaveni'"><t:text id="admin.o-setting"/></xsl:when>
    <xsl:when test="$object = 'letter' or $object = 'dopis'"><t:text id="admin.o-letter"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$object"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="field[@name='ceho']" mode="label"><t:text id="admin.f-object"/></xsl:template>
<xsl:template match="field[@name='ceho']/option" mode="label"><xsl:call-template name="object-name"><xsl:with-param name="object" select="@value"/></xsl:call-template></xsl:template>
<!-- Anything unless something is chosen. -->
<xsl:template match="field[@name='ceho']">
  <div class="field">
    <label for="ceho"><xsl:apply-templates select="." mode="label"/></label>
    <select id="ceho" name="ceho">
      <option value=""><t:text id="admin.any"/></option>
      <xsl:for-each select="option"><option value="{@value}"><xsl:if test="@selected"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:apply-templates select="." mode="label"/></option></xsl:for-each>
    </select>
  </div>
</xsl:template>
<xsl:template match="field[@name='cislo']" mode="label"><t:text id="admin.f-number"/></xsl:template>
<xsl:template match="field[@name='co']" mode="label"><t:text id="admin.f-action"/></xsl:template>
<xsl:template match="field[@name='kdo']" mode="label"><t:text id="admin.f-actor"/></xsl:template>
<xsl:template match="field[@name='od']" mode="label"><t:text id="admin.f-from"/></xsl:template>
<xsl:template match="field[@name='do']" mode="label"><t:text id="admin.f-to"/></xsl:template>
</xsl:stylesheet>
