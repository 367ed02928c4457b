<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program moderate: a report and what came of it, the desk, an appeal. For everybody: moderate-public.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:str="http://exslt.org/strings" extension-element-prefixes="str" exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="verdict.xsl"/>
<xsl:include href="moderate-public.xsl"/>

<xsl:variable name="root" select="/page/@root"/>
<xsl:variable name="desk" select="concat(/page/@root, /page/desk/@path)"/>
<xsl:template match="page" mode="nav">about</xsl:template>
<xsl:template match="page[starts-with(@name, 'desk')]" mode="nav">desk</xsl:template>

<xsl:template match="flash[@code='report-sent']"><p><t:text id="moderate.flash-sent"/></p></xsl:template>
<xsl:template match="flash[@code='report-held']"><p><t:text id="moderate.flash-held"/></p></xsl:template>
<xsl:template match="flash[@code='report-released']"><p><t:text id="moderate.flash-released"/></p></xsl:template>
<xsl:template match="flash[@code='report-triaged']"><p><t:text id="moderate.flash-triaged"/></p></xsl:template>
<xsl:template match="flash[@code='report-decided']"><p><t:text id="moderate.flash-decided"/></p></xsl:template>
<xsl:template match="flash[@code='appeal-sent']"><p><t:text id="moderate.flash-appealed"/></p></xsl:template>
<xsl:template match="flash[@code='appeal-decided']"><p><t:text id="moderate.flash-final"/></p></xsl:template>
<xsl:template match="flash[@code='standing-set']"><p><t:text id="moderate.flash-standing"/></p></xsl:template>

<xsl:template name="moderate-button">
  <xsl:param name="action"/>
  <xsl:param name="text"/>
  <xsl:param name="class" select="'btn'"/>
  <form method="post" action="{$action}"><xsl:call-template name="form-secrets"/><p class="acts"><button class="{$class}"><xsl:copy-of select="$text"/></button></p></form>
</xsl:template>

<!-- ===== a report ===== -->

<xsl:template match="page[@name='report']" mode="title"><t:text id="moderate.report"/></xsl:template>
<xsl:template match="page[@name='report']" mode="description"><t:text id="moderate.report-lead"/></xsl:template>
<xsl:template match="page[@name='report' or @name='report-state']" mode="crumbs"><li aria-current="page"><t:text id="moderate.report"/></li></xsl:template>

<xsl:template name="danger">
  <div class="urgent">
    <h2><t:text id="moderate.danger"/></h2>
    <p><t:text id="moderate.danger-text"><t:arg><a href="tel:112">112</a></t:arg><t:arg><a href="tel:158">158</a></t:arg></t:text></p>
    <p><t:text id="moderate.danger-child"><t:arg><a href="tel:116111">116 111</a></t:arg></t:text></p>
  </div>
</xsl:template>

<xsl:template match="page[@name='report']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:if test="danger"><xsl:call-template name="danger"/></xsl:if>
  <h1><t:text id="moderate.report"/></h1>
  <xsl:choose>
    <xsl:when test="danger"><p class="lead"><t:text id="moderate.danger-then"/></p></xsl:when>
    <xsl:otherwise>
      <p class="lead"><t:text id="moderate.report-lead"/></p>
      <p><t:text id="moderate.life"><t:arg><a href="tel:112">112</a></t:arg></t:text></p>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:if test="target[@kind != 'page']"><p><t:text id="moderate.about"/>: <strong><xsl:value-of select="target/title"/></strong></p></xsl:if>
  <form class="note" method="post" action="{@root}/nahlasit">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='co' or @name='duvod' or @name='vysvetleni']"/>
    <xsl:if test="not(viewer)"><xsl:apply-templates select="form/field[@name='jmeno' or @name='mail']"/></xsl:if>
    <xsl:apply-templates select="form/field[@name='poctive']"/>
    <p class="acts"><button class="btn"><t:icon name="alert"/>
      <xsl:choose><xsl:when test="danger"><t:text id="moderate.send-still"/></xsl:when><xsl:otherwise><t:text id="moderate.send"/></xsl:otherwise></xsl:choose>
    </button></p>
    <p class="small soft"><t:text id="moderate.report-then"/></p>
  </form>
</xsl:template>

<!-- Reasons are rows of a table, so no field of words: radios by the codes. A form that guard.c sends back comes without them: then those with words here. -->
<xsl:variable name="known-reasons" select="'danger child_abuse personal_data fraud_suspected illegal offensive commercial wrong_board duplicate expired other'"/>
<xsl:template match="field[@name='duvod']">
  <xsl:variable name="field" select="."/>
  <fieldset>
    <xsl:call-template name="field-described"/>
    <xsl:if test="@error"><xsl:attribute name="class">bad</xsl:attribute></xsl:if>
    <legend><xsl:apply-templates select="." mode="label"/></legend>
    <xsl:call-template name="field-notes"/>
    <div class="choices">
      <xsl:for-each select="$page/reason/@code | str:tokenize(substring($known-reasons, 1 + 200 * boolean($page/reason)), ' ')">
        <xsl:variable name="code" select="string(.)"/>
        <label class="choice">
          <input type="radio" name="duvod" value="{$code}">
            <xsl:if test="position() = 1"><xsl:attribute name="id">duvod</xsl:attribute></xsl:if>
            <xsl:if test="$code = $field/value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <span><xsl:call-template name="reason"><xsl:with-param name="code" select="$code"/><xsl:with-param name="label" select="string($page/reason[@code = $code])"/></xsl:call-template></span>
        </label>
      </xsl:for-each>
    </div>
  </fieldset>
</xsl:template>

<xsl:template match="field[@name='co']" mode="label"><t:text id="moderate.where"/></xsl:template>
<xsl:template match="field[@name='co']" mode="hint"><t:text id="moderate.where-hint"><t:arg select="$page/@host"/></t:text></xsl:template>
<xsl:template match="field[@name='co'][@error='elsewhere']" mode="error"><t:text id="moderate.where-wrong"><t:arg select="$page/@host"/></t:text></xsl:template>
<xsl:template match="field[@name='co']" mode="control"><input id="co" name="co" value="{value}" maxlength="{@max}"><xsl:call-template name="field-described"/></input></xsl:template>
<xsl:template match="field[@name='duvod']" mode="label"><t:text id="moderate.why"/></xsl:template>
<xsl:template match="field[@name='vysvetleni']" mode="label"><t:text id="moderate.explain"/></xsl:template>
<xsl:template match="field[@name='vysvetleni']" mode="hint"><t:text id="moderate.explain-hint"/></xsl:template>
<xsl:template match="field[@name='jmeno']" mode="label"><t:text id="moderate.name"/></xsl:template>
<xsl:template match="field[@name='jmeno']" mode="autocomplete">name</xsl:template>
<xsl:template match="field[@name='mail']" mode="label"><t:text id="moderate.mail"/></xsl:template>
<xsl:template match="field[@name='mail']" mode="hint"><t:text id="moderate.mail-hint"/></xsl:template>
<xsl:template match="field[@name='mail']" mode="autocomplete">email</xsl:template>
<xsl:template match="field[(@name='mail' or @name='jmeno') and @error='illegal']" mode="error"><t:text id="moderate.contact-needed"/></xsl:template>
<xsl:template match="field[@name='poctive']" mode="label"><t:text id="moderate.faith"/></xsl:template>

<!-- What became of it, for who has the link. -->
<xsl:template match="page[@name='report-state']" mode="title"><t:text id="moderate.number"><t:arg select="report/@id"/></t:text></xsl:template>
<xsl:template match="page[@name='report-state']" mode="head"><meta name="robots" content="noindex"/></xsl:template>
<xsl:template match="page[@name='report-state']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead">
    <xsl:choose>
      <xsl:when test="report/decision[@outcome]"><t:text id="moderate.state-final"/></xsl:when>
      <xsl:when test="report/@state = 'appealed'"><t:text id="moderate.state-appealed"/></xsl:when>
      <xsl:when test="report/decision"><t:text id="moderate.state-decided"/></xsl:when>
      <xsl:when test="report/@state = 'in_hand'"><t:text id="moderate.state-in-hand"/></xsl:when>
      <xsl:otherwise><t:text id="moderate.state-waits"><t:arg select="t:date(report/due)"/></t:text></xsl:otherwise>
    </xsl:choose>
  </p>
  <dl class="facts">
    <dt><t:text id="moderate.sent"/></dt><dd><xsl:value-of select="t:moment(report/created)"/></dd>
    <dt><t:text id="moderate.why"/></dt><dd><xsl:call-template name="reason"><xsl:with-param name="code" select="report/@reason"/></xsl:call-template></dd>
    <dt><t:text id="moderate.where"/></dt><dd><xsl:value-of select="report/place"/></dd>
    <xsl:if test="report/decision"><dt><t:text id="moderate.measure"/></dt><dd><xsl:call-template name="measure"><xsl:with-param name="action" select="report/decision/@action"/></xsl:call-template></dd></xsl:if>
  </dl>
  <xsl:if test="report/decision"><p class="acts"><a class="btn quiet" href="{@root}/rozhodnuti/{report/decision/@id}"><t:icon name="doc"/><t:text id="moderate.see-decision"/></a></p></xsl:if>
  <p class="soft"><t:text id="moderate.keep-link"/></p>
</xsl:template>

<!-- ===== the desk ===== -->

<xsl:template name="state-of-report">
  <xsl:choose>
    <xsl:when test="@state = 'in_hand'"><span class="tag"><t:icon name="person"/><t:text id="moderate.in-hand"/></span></xsl:when>
    <xsl:when test="@state = 'decided'"><span class="tag mute"><t:icon name="check"/><t:text id="moderate.decided"/></span></xsl:when>
    <xsl:when test="@state = 'appealed'"><span class="tag lit"><t:icon name="alert"/><t:text id="moderate.appealed"/></span></xsl:when>
    <xsl:when test="@state = 'final'"><span class="tag mute"><t:icon name="check"/><t:text id="moderate.final"/></span></xsl:when>
    <xsl:otherwise><span class="tag"><t:icon name="wait"/><t:text id="moderate.waits"/></span></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="@overdue"><xsl:text> </xsl:text><span class="tag brick"><t:icon name="clock"/><t:text id="moderate.overdue"/></span></xsl:if>
</xsl:template>

<xsl:template name="priority">
  <xsl:choose>
    <xsl:when test="@priority = 1"><span class="tag brick"><t:icon name="alert"/><t:text id="moderate.p1"/></span></xsl:when>
    <xsl:when test="@priority = 2"><span class="tag lit"><t:icon name="alert"/><t:text id="moderate.p2"/></span></xsl:when>
    <xsl:when test="@priority = 3"><span class="tag"><t:icon name="eye"/><t:text id="moderate.p3"/></span></xsl:when>
    <xsl:otherwise><span class="tag mute"><t:icon name="eye"/><t:text id="moderate.p4"/></span></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@name='desk']" mode="title"><t:text id="moderate.desk"/></xsl:template>
<xsl:template match="page[@name='desk']" mode="crumbs"><li aria-current="page"><t:text id="moderate.desk"/></li></xsl:template>
<xsl:template match="page[@name='desk-report' or @name='desk-appeal']" mode="crumbs"><li><a href="{$root}{desk/@path}"><t:text id="moderate.desk"/></a></li><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li></xsl:template>

<xsl:template match="page[@name='desk']" mode="main">
  <h1><t:text id="moderate.desk"/></h1>
  <xsl:if test="overdue/@count &gt; 0"><div class="note lit"><p><t:icon name="clock"/><xsl:text> </xsl:text><strong><t:text id="moderate.overdue-count"><t:arg select="overdue/@count"/></t:text></strong></p></div></xsl:if>
  <nav class="tabs" aria-label="{t:moderate.views}"><ul>
    <li><a href="{$desk}"><xsl:if test="view/@name = 'otevrene'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="moderate.view-open"/></a></li>
    <li><a href="{$desk}?stav=po-lhute"><xsl:if test="view/@name = 'po-lhute'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="moderate.view-overdue"/></a></li>
    <li><a href="{$desk}?stav=moje"><xsl:if test="view/@name = 'moje'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="moderate.view-mine"/></a></li>
    <li><a href="{$desk}?stav=uzavrene"><xsl:if test="view/@name = 'uzavrene'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="moderate.view-closed"/></a></li>
  </ul></nav>
  <xsl:if test="appeal and view/@name = 'otevrene'">
    <section aria-labelledby="odvolani-h">
      <h2 id="odvolani-h"><t:text id="moderate.appeals"/></h2>
      <ul class="rows">
        <xsl:for-each select="appeal">
          <li class="row"><div>
            <p class="tags"><span class="tag lit"><t:icon name="alert"/><t:text id="moderate.appealed"/></span><xsl:if test="@overdue"><xsl:text> </xsl:text><span class="tag brick"><t:icon name="clock"/><t:text id="moderate.overdue"/></span></xsl:if></p>
            <h3><a href="{$root}/sprava/hlaseni/odvolani/{@id}"><xsl:call-template name="verdict"><xsl:with-param name="decision" select="."/></xsl:call-template></a></h3>
            <p class="small soft"><t:text id="moderate.until"><t:arg select="t:moment(due)"/></t:text><xsl:if test="@mine">, <t:text id="moderate.not-yours"/></xsl:if></p>
          </div></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:if>
  <xsl:choose>
    <xsl:when test="report">
      <section aria-labelledby="hlaseni-h">
        <h2 id="hlaseni-h"><t:text id="moderate.reports"/></h2>
        <ul class="rows">
          <xsl:for-each select="report">
            <li class="row"><div>
              <p class="tags"><xsl:call-template name="priority"/><xsl:text> </xsl:text><xsl:call-template name="state-of-report"/></p>
              <h3><a href="{$desk}/{@id}"><t:text id="moderate.number"><t:arg select="@id"/></t:text>: <xsl:call-template name="reason"><xsl:with-param name="code" select="@reason"/></xsl:call-template></a></h3>
              <p class="all"><xsl:call-template name="kind-of-target"><xsl:with-param name="target" select="@target"/></xsl:call-template>: <xsl:value-of select="title"/><xsl:if test="not(title)"><xsl:value-of select="place"/></xsl:if></p>
              <p class="small soft"><t:text id="moderate.until"><t:arg select="t:moment(due)"/></t:text><xsl:if test="@reports &gt; 1">, <t:text id="moderate.said-by"><t:arg select="@reports"/></t:text></xsl:if></p>
            </div></li>
          </xsl:for-each>
        </ul>
        <xsl:apply-templates select="pager"/>
      </section>
    </xsl:when>
    <xsl:otherwise><div class="empty"><p><strong><t:text id="moderate.nothing"/></strong></p><p><t:text id="moderate.nothing-do"/></p></div></xsl:otherwise>
  </xsl:choose>
  <p class="acts"><a class="go" href="{@root}/rozhodnuti"><t:icon name="doc"/><t:text id="moderate.decisions"/></a></p>
</xsl:template>

<!-- One report: what it is about, what they say, what was before, what to do. -->
<xsl:template match="page[@name='desk-report']" mode="title"><t:text id="moderate.number"><t:arg select="report/@id"/></t:text></xsl:template>
<xsl:template match="page[@name='desk-report']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:if test="@status = 409"><div class="note lit" role="alert"><p><strong><t:text id="moderate.conflict"/></strong><xsl:text> </xsl:text><t:text id="moderate.conflict-text"/></p></div></xsl:if>
  <xsl:for-each select="report"><p class="tags"><xsl:call-template name="priority"/><xsl:text> </xsl:text><xsl:call-template name="state-of-report"/></p></xsl:for-each>
  <dl class="facts">
    <dt><t:text id="moderate.why"/></dt><dd><xsl:call-template name="reason"><xsl:with-param name="code" select="report/@reason"/></xsl:call-template></dd>
    <dt><t:text id="moderate.sent"/></dt><dd><xsl:value-of select="t:moment(report/created)"/></dd>
    <dt><t:text id="moderate.due"/></dt><dd><xsl:value-of select="t:moment(report/due)"/></dd>
    <dt><t:text id="moderate.where"/></dt><dd><a href="{@root}{report/place}"><xsl:value-of select="report/place"/></a></dd>
    <dt><t:text id="moderate.now"/></dt><dd><xsl:apply-templates select="target" mode="now"/></dd>
  </dl>
  <xsl:apply-templates select="target"/>
  <section aria-labelledby="rikaji">
    <h2 id="rikaji"><t:text id="moderate.they-say"/></h2>
    <ul class="rows">
      <xsl:for-each select="said">
        <li class="row"><div>
          <p class="tags"><span class="tag mute"><t:icon name="person"/><xsl:choose><xsl:when test="@by = 'trusted'"><t:text id="moderate.by-trusted"/></xsl:when><xsl:when test="@by = 'person'"><t:text id="moderate.by-person"/></xsl:when><xsl:otherwise><t:text id="moderate.by-nobody"/></xsl:otherwise></xsl:choose></span></p>
          <p class="all"><xsl:value-of select="text"/><xsl:if test="text = ''"><t:text id="moderate.no-words"/></xsl:if></p>
          <p class="small soft"><xsl:call-template name="reason"><xsl:with-param name="code" select="@reason"/></xsl:call-template>, <xsl:value-of select="t:moment(created)"/></p>
        </div></li>
      </xsl:for-each>
    </ul>
  </section>
  <xsl:if test="message">
    <section aria-labelledby="psali">
      <h2 id="psali"><t:text id="moderate.messages"/></h2>
      <ol class="rows">
        <xsl:for-each select="message"><li class="row"><div>
          <p><strong><xsl:choose><xsl:when test="@from = 'helper'"><t:text id="moderate.by-helper"/></xsl:when><xsl:otherwise><t:text id="moderate.by-requester"/></xsl:otherwise></xsl:choose></strong><xsl:text> </xsl:text><span class="small soft"><xsl:value-of select="t:moment(at)"/></span></p>
          <p class="all"><xsl:value-of select="text"/></p>
        </div></li></xsl:for-each>
      </ol>
    </section>
  </xsl:if>
  <xsl:if test="report/@party and report/@mine and report/@state = 'in_hand' and not(message)">
    <xsl:call-template name="moderate-button"><xsl:with-param name="action" select="concat($desk, '/', report/@id, '/zpravy')"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:icon name="eye"/><t:text id="moderate.messages-do"/></xsl:with-param></xsl:call-template>
    <p class="small soft"><t:text id="moderate.messages-logged"/></p>
  </xsl:if>
  <xsl:call-template name="before"/>
  <xsl:if test="author"><p class="acts"><a class="btn quiet" href="{@root}/sprava/osoby/{author/@id}"><t:icon name="person"/><t:text id="moderate.author"/></a></p></xsl:if>
  <xsl:apply-templates select="report" mode="work"/>
</xsl:template>

<xsl:template match="target" mode="now">
  <xsl:choose>
    <xsl:when test="@state = 'limited'"><t:text id="verdict.limited"/></xsl:when>
    <xsl:when test="@state = 'hidden'"><t:text id="verdict.hidden"/></xsl:when>
    <xsl:when test="@state = 'removed'"><t:text id="verdict.removed"/></xsl:when>
    <xsl:when test="@state = 'warned'"><t:text id="verdict.warned"/></xsl:when>
    <xsl:when test="@state = 'suspended'"><t:text id="verdict.suspended"/></xsl:when>
    <xsl:when test="@state = 'banned'"><t:text id="verdict.banned"/></xsl:when>
    <xsl:when test="@kind = 'person'"><t:text id="moderate.good"/></xsl:when>
    <xsl:otherwise><t:text id="moderate.visible"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="target">
  <section class="out" aria-labelledby="obsah-h">
    <h2 id="obsah-h"><xsl:value-of select="title"/></h2>
    <xsl:if test="$page/content/summary"><p><xsl:value-of select="$page/content/summary"/></p></xsl:if>
    <xsl:if test="$page/content/body"><div><xsl:apply-templates select="$page/content/body" mode="markdown"/></div></xsl:if>
  </section>
</xsl:template>

<xsl:template name="before">
  <xsl:if test="before">
    <section aria-labelledby="drive">
      <h2 id="drive"><t:text id="moderate.before"/></h2>
      <ul>
        <xsl:for-each select="before"><li><a href="{$root}/rozhodnuti/{@id}"><xsl:call-template name="measure"><xsl:with-param name="action" select="@action"/></xsl:call-template></a>, <xsl:value-of select="t:date(decided)"/></li></xsl:for-each>
      </ul>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template match="report" mode="work">
  <xsl:variable name="at" select="concat($desk, '/', @id)"/>
  <xsl:choose>
    <xsl:when test="@own"><div class="note lit"><p><strong><t:text id="moderate.own"/></strong><xsl:text> </xsl:text><t:text id="moderate.own-text"/></p></div></xsl:when>
    <xsl:when test="@state = 'triaged' or @state = 'received'">
      <xsl:call-template name="moderate-button"><xsl:with-param name="action" select="concat($at, '/vzit')"/><xsl:with-param name="text"><t:icon name="person"/><t:text id="moderate.take"/></xsl:with-param></xsl:call-template>
      <p class="small soft"><t:text id="moderate.take-text"/></p>
    </xsl:when>
    <xsl:when test="@state = 'in_hand' and @mine">
      <section aria-labelledby="rozhodnout">
        <h2 id="rozhodnout"><t:text id="moderate.decide"/></h2>
        <p><t:text id="moderate.yours-until"><t:arg select="t:moment(locked)"/></t:text></p>
        <form class="note" method="post" action="{$at}">
          <xsl:call-template name="form-secrets"/>
          <xsl:apply-templates select="$page/form/field"/>
          <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="moderate.decide-do"/></button></p>
        </form>
        <xsl:call-template name="moderate-button"><xsl:with-param name="action" select="concat($at, '/pustit')"/><xsl:with-param name="class" select="'btn quiet'"/><xsl:with-param name="text"><t:text id="moderate.release"/></xsl:with-param></xsl:call-template>
      </section>
    </xsl:when>
    <xsl:when test="@state = 'in_hand'"><div class="note"><p><t:text id="moderate.others-until"><t:arg select="t:moment(locked)"/></t:text></p></div></xsl:when>
  </xsl:choose>
  <xsl:if test="not(@own) and (@state = 'triaged' or @state = 'in_hand') and not($page/town)">
    <form method="post" action="{$at}/priorita">
      <xsl:call-template name="form-secrets"/>
      <fieldset><legend><t:text id="moderate.priority"/></legend>
        <p class="acts">
          <button class="btn quiet" name="priorita" value="1"><t:text id="moderate.p1"/></button><xsl:text> </xsl:text>
          <button class="btn quiet" name="priorita" value="2"><t:text id="moderate.p2"/></button><xsl:text> </xsl:text>
          <button class="btn quiet" name="priorita" value="3"><t:text id="moderate.p3"/></button><xsl:text> </xsl:text>
          <button class="btn quiet" name="priorita" value="4"><t:text id="moderate.p4"/></button>
        </p>
      </fieldset>
    </form>
  </xsl:if>
</xsl:template>

<!-- Fields of decisions; a measure that is not for this kind of thing is not offered. -->
<xsl:template match="field[@name='opatreni']">
  <xsl:variable name="field" select="."/>
  <xsl:variable name="person" select="$page/target/@kind = 'person'"/>
  <fieldset>
    <xsl:call-template name="field-described"/>
    <xsl:if test="@error"><xsl:attribute name="class">bad</xsl:attribute></xsl:if>
    <legend><xsl:apply-templates select="." mode="label"/></legend>
    <xsl:call-template name="field-notes"/>
    <div class="choices">
      <xsl:for-each select="option[@value = 'nic' or ($page/target/@kind != 'page' and $page/target/@kind != 'response' and (@value = 'omezit' or ($person and (@value = 'varovat' or @value = 'pozastavit' or @value = 'vyloucit' or @value = 'zrusit'))
          or (not($person) and (@value = 'skryt' or @value = 'odstranit' or @value = 'obnovit'))))]">
        <label class="choice">
          <input type="radio" name="opatreni" value="{@value}">
            <xsl:if test="position() = 1"><xsl:attribute name="id">opatreni</xsl:attribute></xsl:if>
            <xsl:if test="@selected"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <span><xsl:apply-templates select="." mode="label"/></span>
        </label>
      </xsl:for-each>
    </div>
  </fieldset>
</xsl:template>

<xsl:template match="field[@name='opatreni']" mode="label"><t:text id="moderate.measure"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='nic']" mode="label"><t:text id="moderate.do-nothing"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='omezit']" mode="label">
  <xsl:choose><xsl:when test="$page/target/@kind = 'person'"><t:text id="moderate.do-limit-person"/></xsl:when><xsl:otherwise><t:text id="moderate.do-limit"/></xsl:otherwise></xsl:choose>
</xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='skryt']" mode="label"><t:text id="moderate.do-hide"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='odstranit']" mode="label"><t:text id="moderate.do-remove"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='obnovit']" mode="label"><t:text id="moderate.do-restore"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='varovat']" mode="label"><t:text id="moderate.do-warn"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='pozastavit']" mode="label"><t:text id="moderate.do-suspend"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='vyloucit']" mode="label"><t:text id="moderate.do-ban"/></xsl:template>
<xsl:template match="field[@name='opatreni']/option[@value='zrusit']" mode="label"><t:text id="moderate.do-lift"/></xsl:template>
<xsl:template match="field[@name='pravidlo']" mode="label"><t:text id="moderate.ground"/></xsl:template>
<xsl:template match="field[@name='pravidlo']" mode="hint"><t:text id="moderate.ground-hint"/></xsl:template>
<xsl:template match="field[@name='skutecnosti']" mode="label"><t:text id="moderate.facts"/></xsl:template>
<xsl:template match="field[@name='skutecnosti']" mode="hint"><t:text id="moderate.facts-hint"/></xsl:template>
<xsl:template match="field[@name='shrnuti']" mode="label"><t:text id="moderate.summary"/></xsl:template>
<xsl:template match="field[@name='shrnuti']" mode="hint"><t:text id="moderate.summary-hint"/></xsl:template>
<xsl:template match="field[@name='do']" mode="label"><t:text id="moderate.until-day"/></xsl:template>
<xsl:template match="field[@name='do']" mode="hint"><t:text id="moderate.until-hint"/></xsl:template>
<xsl:template match="field[@name='do'][@error='past']" mode="error"><t:text id="moderate.until-past"/></xsl:template>
<xsl:template match="field[@name='do'][@error='required']" mode="error"><t:text id="moderate.until-needed"/></xsl:template>

<!-- ===== standing of a person ===== -->

<xsl:template match="page[@name='desk-person']" mode="title"><t:text id="moderate.person"/></xsl:template>
<xsl:template match="page[@name='desk-person']" mode="crumbs"><li><a href="{$root}/sprava/hlaseni"><t:text id="moderate.desk"/></a></li><li aria-current="page"><t:text id="moderate.person"/></li></xsl:template>
<xsl:template match="page[@name='desk-person']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:value-of select="target/title"/></h1>
  <xsl:if test="@status = 409"><div class="note lit" role="alert"><p><strong><t:text id="moderate.conflict"/></strong><xsl:text> </xsl:text><t:text id="moderate.conflict-text"/></p></div></xsl:if>
  <dl class="facts">
    <dt><t:text id="moderate.now"/></dt><dd><xsl:apply-templates select="target" mode="now"/><xsl:if test="person/until">, <t:text id="moderate.until"><t:arg select="t:date(person/until)"/></t:text></xsl:if></dd>
    <dt><t:text id="moderate.notices"/></dt><dd><xsl:value-of select="person/@notices"/></dd>
  </dl>
  <xsl:call-template name="before"/>
  <xsl:choose>
    <xsl:when test="person/@me"><div class="note lit"><p><t:text id="moderate.own-text"/></p></div></xsl:when>
    <xsl:otherwise>
      <section aria-labelledby="rozhodnout">
        <h2 id="rozhodnout"><t:text id="moderate.decide"/></h2>
        <form class="note" method="post" action="{@root}/sprava/osoby/{person/@id}">
          <xsl:call-template name="form-secrets"/>
          <xsl:apply-templates select="form/field"/>
          <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="moderate.decide-do"/></button></p>
        </form>
      </section>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== appeals ===== -->

<xsl:template name="statement">
  <dl class="facts">
    <dt><t:text id="moderate.about"/></dt><dd><xsl:value-of select="target/title"/></dd>
    <dt><t:text id="moderate.measure"/></dt><dd><xsl:call-template name="measure"><xsl:with-param name="action" select="decision/@action"/></xsl:call-template><xsl:if test="decision/until">, <t:text id="moderate.until"><t:arg select="t:date(decision/until)"/></t:text></xsl:if></dd>
    <dt><t:text id="moderate.scope"/></dt><dd><t:text id="moderate.scope-site"/></dd>
    <dt><t:text id="moderate.why"/></dt><dd><xsl:call-template name="reason"><xsl:with-param name="code" select="decision/@reason"/></xsl:call-template></dd>
    <dt><t:text id="moderate.ground"/></dt><dd><xsl:value-of select="decision/ground"/></dd>
    <dt><t:text id="moderate.facts"/></dt><dd class="all"><xsl:value-of select="decision/facts"/></dd>
    <dt><t:text id="moderate.origin"/></dt><dd><xsl:choose><xsl:when test="decision/@own"><t:text id="moderate.origin-own"/></xsl:when><xsl:otherwise><t:text id="moderate.origin-report"/></xsl:otherwise></xsl:choose></dd>
    <dt><t:text id="moderate.who"/></dt><dd><xsl:choose><xsl:when test="decision/@automated"><t:text id="moderate.who-system"/></xsl:when><xsl:otherwise><t:text id="moderate.who-person"/></xsl:otherwise></xsl:choose></dd>
    <dt><t:text id="moderate.decided-on"/></dt><dd><xsl:value-of select="t:moment(decision/decided)"/></dd>
    <xsl:if test="decision/appeal"><dt><t:text id="moderate.appeal-until"/></dt><dd><xsl:value-of select="t:date(decision/appeal)"/></dd></xsl:if>
  </dl>
</xsl:template>

<xsl:template match="page[@name='appeal']" mode="title"><t:text id="moderate.statement"/></xsl:template>
<xsl:template match="page[@name='appeal']" mode="head"><meta name="robots" content="noindex"/></xsl:template>
<xsl:template match="page[@name='appeal']" mode="crumbs"><li><a href="{$root}/rozhodnuti"><t:text id="moderate.decisions"/></a></li><li aria-current="page"><t:text id="moderate.statement"/></li></xsl:template>
<xsl:template match="page[@name='appeal']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="moderate.statement"/></h1>
  <xsl:call-template name="statement"/>
  <xsl:choose>
    <xsl:when test="appeal/@state = 'open'">
      <section aria-labelledby="odvolat">
        <h2 id="odvolat"><t:text id="moderate.appeal"/></h2>
        <p><t:text id="moderate.appeal-text"/></p>
        <form class="note" method="post" action="{@root}{@path}">
          <xsl:call-template name="form-secrets"/>
          <xsl:apply-templates select="form/field[@name='odvolani']"/>
          <p class="acts"><button class="btn"><t:text id="moderate.appeal-do"/></button></p>
        </form>
      </section>
    </xsl:when>
    <xsl:when test="decision/@outcome = 'changed'"><div class="note"><p><t:text id="moderate.outcome-changed"/></p></div></xsl:when>
    <xsl:when test="decision/@outcome"><div class="note"><p><t:text id="moderate.outcome-upheld"/></p></div></xsl:when>
    <xsl:when test="decision/@state = 'appealed'"><div class="note"><p><t:text id="moderate.appeal-waits"/></p></div></xsl:when>
    <xsl:otherwise><div class="note"><p><t:text id="moderate.appeal-over"/></p></div></xsl:otherwise>
  </xsl:choose>
  <p class="small soft"><t:text id="moderate.court"/></p>
</xsl:template>
<xsl:template match="field[@name='odvolani']" mode="label"><t:text id="moderate.appeal-words"/></xsl:template>
<xsl:template match="field[@name='odvolani']" mode="hint"><t:text id="moderate.appeal-hint"/></xsl:template>

<xsl:template match="page[@name='desk-appeal']" mode="title"><t:text id="moderate.appeal-of"><t:arg select="decision/@id"/></t:text></xsl:template>
<xsl:template match="page[@name='desk-appeal']" mode="crumbs"><li><a href="{$root}/sprava/hlaseni"><t:text id="moderate.desk"/></a></li><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li></xsl:template>
<xsl:template match="page[@name='desk-appeal']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:call-template name="statement"/>
  <section class="out" aria-labelledby="odvolani-t">
    <h2 id="odvolani-t"><xsl:choose><xsl:when test="appeal/@by = 'author'"><t:text id="moderate.by-author"/></xsl:when><xsl:otherwise><t:text id="moderate.by-reporter"/></xsl:otherwise></xsl:choose></h2>
    <p class="all"><xsl:value-of select="appeal/text"/></p>
  </section>
  <xsl:choose>
    <xsl:when test="appeal/@state != 'appealed'"><div class="note"><p><t:text id="moderate.final-said"/></p></div></xsl:when>
    <xsl:when test="appeal/@own"><div class="note lit"><p><t:text id="moderate.not-yours-text"/></p></div></xsl:when>
    <xsl:otherwise>
      <form class="note" method="post" action="{@root}{@path}">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field"/>
        <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="moderate.final-do"/></button></p>
      </form>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="field[@name='vysledek']" mode="label"><t:text id="moderate.outcome"/></xsl:template>
<xsl:template match="field[@name='vysledek']/option[@value='potvrdit']" mode="label"><t:text id="moderate.uphold"/></xsl:template>
<xsl:template match="field[@name='vysledek']/option[@value='zmenit']" mode="label"><t:text id="moderate.change"/></xsl:template>

</xsl:stylesheet>
