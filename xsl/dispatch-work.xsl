<?xml version="1.0" encoding="UTF-8"?>
<!-- One request at the desk: what may be done with it now, contacts, helpers, notes; its words and its end. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:str="http://exslt.org/strings" extension-element-prefixes="str" exclude-result-prefixes="t">

<xsl:template match="page[@name='dispatch-show']" mode="title"><xsl:value-of select="request/title"/> | <t:text id="help.desk"/></xsl:template>
<xsl:template match="page[@name='dispatch-show']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:apply-templates select="met"/>
  <h1><xsl:value-of select="request/title"/></h1>
  <xsl:apply-templates select="request" mode="tags"/>
  <xsl:if test="request/text"><p class="lead"><xsl:value-of select="request/text"/></p></xsl:if>
  <xsl:apply-templates select="request" mode="meta"/>
  <xsl:apply-templates select="request" mode="seats"/>
  <xsl:if test="detail/reserved and request/@state = 'reserved'"><p class="note lit"><t:text id="dispatch.reserved-by"><t:arg select="detail/reserver"/><t:arg select="t:moment(detail/reserved)"/></t:text></p></xsl:if>
  <xsl:if test="desk/@of = 'town' and contains(' rozvoz jidlo leky nakup rousky ', concat(' ', request/@category, ' ')) and contains(' open reserved filled underway ', concat(' ', request/@state, ' '))"><p class="acts"><a class="go" href="{$desk}/rozvoz/novy?prosba={request/@id}"><t:icon name="car"/><t:text id="delivery.from-request"/></a></p></xsl:if>
  <xsl:if test="can"><section class="acts" aria-label="{t:dispatch.acts}"><xsl:apply-templates select="can"/></section></xsl:if>
  <div class="cols">
    <div>
      <xsl:call-template name="dispatch-contacts"/>
      <xsl:call-template name="dispatch-helpers"/>
      <xsl:call-template name="dispatch-notes"/>
    </div>
    <div>
      <xsl:call-template name="dispatch-detail"/>
      <xsl:call-template name="dispatch-hand"/>
    </div>
  </div>
</xsl:template>

<!-- Somebody was quicker, or it cannot be: said first, the page below is as it is now. -->
<xsl:template match="met">
  <div class="errors" role="alert">
    <h2><xsl:choose>
      <xsl:when test="@why = 'called'"><t:text id="dispatch.met-called"/></xsl:when>
      <xsl:when test="@why = 'state'"><t:text id="dispatch.met-state"/></xsl:when>
      <xsl:otherwise><t:text id="dispatch.met-cannot"/></xsl:otherwise>
    </xsl:choose></h2>
    <p><xsl:choose>
      <xsl:when test="@why = 'called'"><t:text id="dispatch.met-called-text"/></xsl:when>
      <xsl:when test="@why = 'level'"><t:text id="dispatch.met-level"/></xsl:when>
      <xsl:when test="@why = 'limit'"><t:text id="dispatch.met-limit"/></xsl:when>
      <xsl:otherwise><t:text id="dispatch.met-state-text"/></xsl:otherwise>
    </xsl:choose></p>
    <xsl:if test="@why = 'called'"><ul><xsl:for-each select="../call[not(@mine)]"><li><xsl:apply-templates select="." mode="words"/></li></xsl:for-each></ul></xsl:if>
  </div>
</xsl:template>

<!-- ===== what may be done ===== -->

<xsl:template match="can">
  <xsl:call-template name="dispatch-button">
    <xsl:with-param name="name" select="'co'"/>
    <xsl:with-param name="value" select="@do"/>
    <xsl:with-param name="class"><xsl:text>btn</xsl:text><xsl:if test="not(@do = 'rezervovat' or @do = 'podarilo-se' or @do = 'vratit')"> quiet</xsl:if></xsl:with-param>
    <xsl:with-param name="text">
      <xsl:choose>
        <xsl:when test="@do = 'rezervovat'"><t:icon name="wait"/><t:text id="dispatch.do-reserve"/></xsl:when>
        <xsl:when test="@do = 'uvolnit'"><t:text id="dispatch.do-release"/></xsl:when>
        <xsl:when test="@do = 'zahajit'"><t:icon name="clock"/><t:text id="dispatch.do-begin"/></xsl:when>
        <xsl:when test="@do = 'hotovo'"><t:icon name="check"/><t:text id="dispatch.do-done"/></xsl:when>
        <xsl:when test="@do = 'podarilo-se'"><t:icon name="check"/><t:text id="dispatch.do-fulfilled"/></xsl:when>
        <xsl:when test="@do = 'zcasti'"><t:text id="dispatch.do-partly"/></xsl:when>
        <xsl:when test="@do = 'neni-hotovo'"><t:text id="dispatch.do-again"/></xsl:when>
        <xsl:when test="@do = 'skryt'"><t:icon name="eye"/><t:text id="dispatch.do-hide"/></xsl:when>
        <xsl:when test="@do = 'vratit'"><t:icon name="eye"/><t:text id="dispatch.do-restore"/></xsl:when>
        <xsl:otherwise><t:icon name="calendar"/><t:text id="dispatch.do-renew"/></xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>
<xsl:template match="can[@do='pozvat']"/>
<xsl:template match="can[@do='zverejnit']"><a class="btn" href="{$here}/upravit"><t:icon name="eye"/><t:text id="dispatch.do-review"/></a></xsl:template>
<xsl:template match="can[@do='ukoncit']">
  <xsl:if test="not(../can[@do='zverejnit']) and ../request/@state != 'hidden'"><a class="btn quiet" href="{$here}/upravit"><t:icon name="doc"/><t:text id="dispatch.do-edit"/></a></xsl:if>
  <a class="btn stop" href="{$here}/ukoncit"><t:icon name="cross"/>
    <xsl:choose>
      <xsl:when test="../request/@state = 'review'"><t:text id="dispatch.do-reject"/></xsl:when>
      <xsl:when test="../request/@state = 'hidden'"><t:text id="dispatch.do-remove"/></xsl:when>
      <xsl:otherwise><t:text id="dispatch.do-end"/></xsl:otherwise>
    </xsl:choose>
  </a>
</xsl:template>

<!-- ===== contacts and calls ===== -->

<xsl:template match="call" mode="words"><t:text id="dispatch.call"><t:arg select="who"/><t:arg select="t:moment(at)"/></t:text></xsl:template>

<!-- Says that somebody is about to call; whoever read an older page hears of it first. -->
<xsl:template name="dispatch-call">
  <xsl:param name="to" select="0"/>
  <xsl:if test="call[@to = $to]"><p class="soft"><xsl:apply-templates select="call[@to = $to][1]" mode="words"/></p></xsl:if>
  <xsl:call-template name="dispatch-button">
    <xsl:with-param name="action" select="concat($here, '/volam')"/>
    <xsl:with-param name="name" select="'odpoved'"/>
    <xsl:with-param name="value" select="$to"/>
    <xsl:with-param name="more"><input type="hidden" name="videno" value="{sum(call[@to = $to][1]/@id)}"/></xsl:with-param>
    <xsl:with-param name="text"><t:icon name="phone"/><t:text id="dispatch.calling"/></xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="dispatch-contacts">
  <section aria-labelledby="spojeni">
    <div class="head"><h2 id="spojeni"><t:text id="dispatch.contact"/></h2></div>
    <xsl:choose>
      <xsl:when test="looked/@erased"><p><t:text id="dispatch.contact-erased"/></p></xsl:when>
      <xsl:when test="looked">
        <xsl:for-each select="contact">
          <h3><xsl:choose><xsl:when test="@role = 'proxy'"><t:text id="dispatch.contact-proxy"/></xsl:when><xsl:otherwise><t:text id="dispatch.contact-requester"/></xsl:otherwise></xsl:choose></h3>
          <dl class="facts">
            <dt><t:text id="dispatch.name"/></dt><dd><xsl:value-of select="@name"/></dd>
            <xsl:if test="@phone"><dt><t:text id="dispatch.phone"/></dt><dd><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></dd></xsl:if>
            <xsl:if test="@mail"><dt><t:text id="dispatch.mail"/></dt><dd><a href="mailto:{@mail}"><xsl:value-of select="@mail"/></a></dd></xsl:if>
            <xsl:if test="@role = 'requester' and ../street"><dt><t:text id="dispatch.street"/></dt><dd><xsl:value-of select="../street"/></dd></xsl:if>
          </dl>
        </xsl:for-each>
        <xsl:if test="contact/@phone"><xsl:call-template name="dispatch-call"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="call[@to = 0]"><p class="soft"><xsl:apply-templates select="call[@to = 0][1]" mode="words"/></p></xsl:if>
        <p><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="dispatch.contact-lead"/></p>
        <xsl:call-template name="dispatch-button">
          <xsl:with-param name="action" select="concat($here, '/kontakt')"/>
          <xsl:with-param name="text"><t:icon name="eye"/><t:text id="dispatch.contact-show"/></xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<!-- ===== helpers ===== -->

<xsl:template name="dispatch-helpers">
  <section aria-labelledby="pomocnici">
    <div class="head"><h2 id="pomocnici"><t:text id="dispatch.helpers"/></h2></div>
    <xsl:choose>
      <xsl:when test="answer"><ul class="rows"><xsl:apply-templates select="answer"/></ul></xsl:when>
      <xsl:otherwise><p class="empty"><t:text id="dispatch.no-helpers"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="can[@do='pozvat']">
      <div class="acts">
        <xsl:call-template name="dispatch-button"><xsl:with-param name="action" select="concat($here, '/pozvat')"/><xsl:with-param name="name" select="'koho'"/><xsl:with-param name="value" select="'vlna'"/><xsl:with-param name="text"><t:icon name="mail"/><t:text id="dispatch.wave"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="dispatch-button"><xsl:with-param name="action" select="concat($here, '/pozvat')"/><xsl:with-param name="name" select="'koho'"/><xsl:with-param name="value" select="'navrh'"/><xsl:with-param name="text"><t:icon name="search"/><t:text id="dispatch.suggest"/></xsl:with-param></xsl:call-template>
      </div>
    </xsl:if>
  </section>
</xsl:template>

<xsl:template match="answer">
  <xsl:variable name="free" select="(../request/@state = 'open' or ../request/@state = 'reserved') and ../request/@slots &gt; ../request/@filled"/>
  <li class="row"><div>
    <p class="tags"><span class="tag"><xsl:if test="not(@state = 'applied' or @state = 'accepted')"><xsl:attribute name="class">tag mute</xsl:attribute></xsl:if><xsl:apply-templates select="." mode="state"/></span></p>
    <h3><xsl:value-of select="who"/></h3>
    <ul class="meta">
      <li><t:icon name="shield"/><span><t:text id="dispatch.level"><t:arg select="@level"/></t:text></span></li>
      <xsl:if test="@card"><li><t:icon name="doc"/><span><t:text id="dispatch.card"><t:arg select="@card"/></t:text></span></li></xsl:if>
      <xsl:if test="@km"><li><t:icon name="place"/><span><t:text id="dispatch.km"><t:arg select="t:decimal(@km)"/></t:text></span></li></xsl:if>
      <xsl:if test="contains(concat(',', @why, ','), ',car,')"><li><t:icon name="car"/><span><t:text id="dispatch.why-car"/></span></li></xsl:if>
      <xsl:if test="contains(concat(',', @why, ','), ',language,')"><li><t:icon name="people"/><span><t:text id="dispatch.why-language"/></span></li></xsl:if>
      <xsl:if test="contains(concat(',', @why, ','), ',before,')"><li><t:icon name="check"/><span><t:text id="dispatch.why-before"/></span></li></xsl:if>
      <xsl:if test="@state = 'invited' and until"><li><t:icon name="wait"/><span><t:text id="dispatch.answers-until"><t:arg select="t:moment(until)"/></t:text></span></li></xsl:if>
    </ul>
    <xsl:variable name="id" select="@id"/>
    <xsl:if test="../phone[@answer = $id]">
      <p><a class="go" href="tel:{../phone[@answer = $id]}"><t:icon name="phone"/><xsl:value-of select="t:phone(../phone[@answer = $id])"/></a></p>
      <xsl:for-each select=".."><xsl:call-template name="dispatch-call"><xsl:with-param name="to" select="$id"/></xsl:call-template></xsl:for-each>
    </xsl:if>
    <div class="acts">
      <xsl:if test="$free and (@state = 'applied' or @state = 'invited' or @state = 'suggested')">
        <xsl:apply-templates select="." mode="act"><xsl:with-param name="do" select="'prijmout'"/><xsl:with-param name="class" select="'btn'"/><xsl:with-param name="text"><t:icon name="check"/><t:text id="dispatch.accept"/></xsl:with-param></xsl:apply-templates>
      </xsl:if>
      <xsl:if test="$free and @state = 'suggested'">
        <xsl:apply-templates select="." mode="act"><xsl:with-param name="do" select="'pozvat'"/><xsl:with-param name="text"><t:icon name="mail"/><t:text id="dispatch.invite"/></xsl:with-param></xsl:apply-templates>
      </xsl:if>
      <xsl:if test="@state = 'applied'">
        <xsl:apply-templates select="." mode="act"><xsl:with-param name="do" select="'odmitnout'"/><xsl:with-param name="text"><t:text id="dispatch.refuse"/></xsl:with-param></xsl:apply-templates>
      </xsl:if>
      <xsl:if test="@state = 'invited' or @state = 'suggested'">
        <xsl:apply-templates select="." mode="act"><xsl:with-param name="do" select="'odmitl'"/><xsl:with-param name="text"><t:text id="dispatch.cannot"/></xsl:with-param></xsl:apply-templates>
      </xsl:if>
      <xsl:if test="@state = 'accepted'">
        <xsl:apply-templates select="." mode="act"><xsl:with-param name="do" select="'uvolnit'"/><xsl:with-param name="class" select="'btn stop'"/><xsl:with-param name="text"><t:text id="dispatch.drop"/></xsl:with-param></xsl:apply-templates>
      </xsl:if>
      <xsl:if test="(@state = 'accepted' and (../request/@state = 'underway' or ../request/@state = 'done_claimed')) or @state = 'done'">
        <xsl:apply-templates select="." mode="act"><xsl:with-param name="do" select="'neprisel'"/><xsl:with-param name="text"><t:text id="dispatch.no-show"/></xsl:with-param></xsl:apply-templates>
      </xsl:if>
    </div>
  </div></li>
</xsl:template>

<xsl:template match="answer" mode="act">
  <xsl:param name="do"/>
  <xsl:param name="text"/>
  <xsl:param name="class" select="'btn quiet'"/>
  <xsl:call-template name="dispatch-button">
    <xsl:with-param name="action" select="concat($here, '/pomocnik')"/>
    <xsl:with-param name="name" select="'co'"/>
    <xsl:with-param name="value" select="$do"/>
    <xsl:with-param name="class" select="$class"/>
    <xsl:with-param name="more"><input type="hidden" name="odpoved" value="{@id}"/></xsl:with-param>
    <xsl:with-param name="text" select="$text"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="answer" mode="state">
  <xsl:choose>
    <xsl:when test="@state = 'suggested'"><t:icon name="search"/><t:text id="dispatch.a-suggested"/></xsl:when>
    <xsl:when test="@state = 'invited'"><t:icon name="mail"/><t:text id="dispatch.a-invited"/></xsl:when>
    <xsl:when test="@state = 'declined'"><t:icon name="cross"/><t:text id="dispatch.a-declined"/></xsl:when>
    <xsl:when test="@state = 'lapsed'"><t:icon name="clock"/><t:text id="dispatch.a-lapsed"/></xsl:when>
    <xsl:when test="@state = 'applied'"><t:icon name="person"/><t:text id="dispatch.a-applied"/></xsl:when>
    <xsl:when test="@state = 'accepted'"><t:icon name="check"/><t:text id="dispatch.a-accepted"/></xsl:when>
    <xsl:when test="@state = 'refused'"><t:icon name="cross"/><t:text id="dispatch.a-refused"/></xsl:when>
    <xsl:when test="@state = 'superseded'"><t:icon name="check"/><t:text id="dispatch.a-superseded"/></xsl:when>
    <xsl:when test="@state = 'left'"><t:icon name="cross"/><t:text id="dispatch.a-left"/></xsl:when>
    <xsl:when test="@state = 'dropped'"><t:icon name="cross"/><t:text id="dispatch.a-dropped"/></xsl:when>
    <xsl:when test="@state = 'done'"><t:icon name="check"/><t:text id="dispatch.a-done"/></xsl:when>
    <xsl:otherwise><t:icon name="alert"/><t:text id="dispatch.a-no-show"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== notes, details, hand-over ===== -->

<xsl:template name="dispatch-notes">
  <section aria-labelledby="zapisky">
    <div class="head"><h2 id="zapisky"><t:text id="dispatch.notes"/></h2></div>
    <form method="post" action="{$here}/poznamka">
      <xsl:call-template name="form-secrets"/>
      <xsl:apply-templates select="form/field[@name='poznamka']"/>
      <p class="acts"><button class="btn quiet"><t:text id="dispatch.note-add"/></button></p>
    </form>
    <xsl:if test="note"><ul class="rows"><xsl:for-each select="note">
      <li class="row"><div>
        <p class="small soft"><xsl:value-of select="t:moment(at)"/>, <xsl:value-of select="@by"/></p>
        <p><xsl:choose>
          <xsl:when test="@kind = 'call' and @to"><t:icon name="phone"/><xsl:text> </xsl:text><t:text id="dispatch.note-call-helper"><t:arg select="@to"/></t:text></xsl:when>
          <xsl:when test="@kind = 'call'"><t:icon name="phone"/><xsl:text> </xsl:text><t:text id="dispatch.note-call"/></xsl:when>
          <xsl:when test="@kind = 'handover'"><t:icon name="next"/><xsl:text> </xsl:text><t:text id="dispatch.note-handed"><t:arg select="text"/></t:text></xsl:when>
          <xsl:otherwise><xsl:value-of select="text"/></xsl:otherwise>
        </xsl:choose></p>
      </div></li>
    </xsl:for-each></ul></xsl:if>
  </section>
</xsl:template>
<xsl:template match="page[@name='dispatch-show']/form/field[@name='poznamka']" mode="label"><t:text id="dispatch.note"/></xsl:template>
<xsl:template match="page[@name='dispatch-show']/form/field[@name='poznamka']" mode="hint"><t:text id="dispatch.note-hint"/></xsl:template>
<xsl:template match="page[@name='dispatch-show']/form/field[@name='poznamka']" mode="control"><textarea id="poznamka" name="poznamka" rows="3" maxlength="{@max}"><xsl:call-template name="field-described"/><xsl:value-of select="value"/></textarea></xsl:template>

<xsl:template name="dispatch-detail">
  <section aria-labelledby="podrobnosti">
    <p class="acts"><a class="go" href="{$here}/listek"><t:icon name="print"/><t:text id="dispatch.slip-link"/></a></p>
    <div class="head"><h2 id="podrobnosti"><t:text id="dispatch.details"/></h2></div>
    <dl class="facts">
      <dt><t:text id="dispatch.code"/></dt><dd><xsl:value-of select="request/@code"/></dd>
      <dt><t:text id="dispatch.created"/></dt><dd><xsl:value-of select="t:moment(detail/created)"/></dd>
      <dt><t:text id="dispatch.entered"/></dt><dd><xsl:choose><xsl:when test="detail/@entered = 'phone'"><t:text id="dispatch.entered-phone"/></xsl:when><xsl:when test="detail/@entered = 'poster'"><t:text id="dispatch.entered-poster"/></xsl:when><xsl:otherwise><t:text id="dispatch.entered-web"/></xsl:otherwise></xsl:choose></dd>
      <dt><t:text id="dispatch.seen"/></dt><dd><xsl:choose><xsl:when test="request/@visibility = 'public'"><t:text id="dispatch.seen-public"/></xsl:when><xsl:when test="request/@visibility = 'local_members'"><t:text id="dispatch.seen-local"/></xsl:when><xsl:when test="request/@visibility = 'verified_helpers'"><t:text id="dispatch.seen-verified"/></xsl:when><xsl:otherwise><t:text id="dispatch.seen-desk"/></xsl:otherwise></xsl:choose></dd>
      <dt><t:text id="dispatch.coordinator"/></dt><dd><xsl:choose><xsl:when test="detail/coordinator"><xsl:value-of select="detail/coordinator"/></xsl:when><xsl:otherwise><t:text id="dispatch.nobody"/></xsl:otherwise></xsl:choose></dd>
      <xsl:if test="request/expires and not(request/@state = 'closed')"><dt><t:text id="dispatch.expires"/></dt><dd><xsl:value-of select="t:moment(request/expires)"/></dd></xsl:if>
      <xsl:if test="detail/@waves"><dt><t:text id="dispatch.waves"/></dt><dd><xsl:value-of select="detail/@waves"/></dd></xsl:if>
      <xsl:if test="detail/short"><dt>SMS</dt><dd><xsl:value-of select="detail/short"/></dd></xsl:if>
      <xsl:if test="detail/closed"><dt><t:text id="dispatch.ended"/></dt><dd><xsl:value-of select="t:moment(detail/closed)"/></dd></xsl:if>
      <xsl:if test="detail/note"><dt><t:text id="dispatch.said"/></dt><dd><xsl:value-of select="detail/note"/></dd></xsl:if>
    </dl>
  </section>
</xsl:template>

<xsl:template name="dispatch-hand">
  <xsl:if test="request/@state != 'closed'">
    <section aria-labelledby="predat">
      <div class="head"><h2 id="predat"><t:text id="dispatch.hand"/></h2></div>
      <xsl:if test="hand[@me] and not(detail/@mine)">
        <div class="field"><xsl:call-template name="dispatch-button">
          <xsl:with-param name="action" select="concat($here, '/predat')"/>
          <xsl:with-param name="name" select="'komu'"/>
          <xsl:with-param name="value" select="hand[@me]/@to"/>
          <xsl:with-param name="text"><t:icon name="person"/><t:text id="dispatch.take"/></xsl:with-param>
        </xsl:call-template></div>
      </xsl:if>
      <form method="post" action="{$here}/predat">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field[@name='komu' or @name='proc']"/>
        <p class="acts"><button class="btn quiet"><t:icon name="next"/><t:text id="dispatch.hand-over"/></button></p>
      </form>
    </section>
  </xsl:if>
</xsl:template>
<xsl:template match="field[@name='komu']" mode="label"><t:text id="dispatch.hand-to"/></xsl:template>
<xsl:template match="field[@name='komu']" mode="hint"><t:text id="dispatch.hand-hint"/></xsl:template>
<xsl:template match="field[@name='komu']" mode="control">
  <xsl:variable name="chosen" select="value"/>
  <select class="mid" id="komu" name="komu">
    <xsl:call-template name="field-described"/>
    <option value=""><t:text id="dispatch.hand-choose"/></option>
    <xsl:for-each select="$page/hand"><option value="{@to}"><xsl:if test="@to = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="."/></option></xsl:for-each>
  </select>
</xsl:template>
<xsl:template match="field[@name='proc']" mode="label"><t:text id="dispatch.hand-why"/></xsl:template>

<!-- ===== its public words ===== -->

<xsl:template match="page[@name='dispatch-edit']" mode="title"><t:text id="dispatch.edit"/></xsl:template>
<xsl:template match="page[@name='dispatch-edit']" mode="crumbs"><li><a href="{$desk}"><t:text id="help.desk"/></a></li><li><a href="{$here}"><t:text id="help.request"><t:arg select="request/@code"/></t:text></a></li><li aria-current="page"><t:text id="dispatch.edit"/></li></xsl:template>
<xsl:template match="page[@name='dispatch-edit']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:if test="theirs">
    <div class="errors" role="alert">
      <h2><t:text id="dispatch.met-state"/></h2>
      <p><t:text id="dispatch.theirs"><t:arg select="t:moment(theirs/changed)"/></t:text></p>
      <dl class="facts">
        <dt><t:text id="dispatch.field-title"/></dt><dd><xsl:value-of select="theirs/title"/></dd>
        <dt><t:text id="dispatch.field-text"/></dt><dd><xsl:value-of select="theirs/text"/></dd>
        <dt><t:text id="dispatch.field-part"/></dt><dd><xsl:value-of select="theirs/part"/></dd>
        <dt>SMS</dt><dd><xsl:value-of select="theirs/short"/></dd>
      </dl>
    </div>
  </xsl:if>
  <h1><t:text id="dispatch.edit"/></h1>
  <p class="lead"><t:text id="dispatch.edit-lead"/></p>
  <form method="post" action="{$here}/upravit">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='nazev' or @name='text' or @name='cast' or @name='sms']"/>
    <p class="acts">
      <xsl:choose>
        <xsl:when test="can"><button class="btn big" name="akce" value="zverejnit"><t:icon name="check"/><t:text id="dispatch.publish"/></button><button class="btn quiet" name="akce" value="ulozit"><t:text id="dispatch.save"/></button></xsl:when>
        <xsl:otherwise><button class="btn big" name="akce" value="ulozit"><t:text id="dispatch.save"/></button></xsl:otherwise>
      </xsl:choose>
      <a class="go" href="{$here}"><t:text id="dispatch.back"/></a>
    </p>
  </form>
</xsl:template>
<xsl:template match="page[@name='dispatch-edit']/form/field[@name='nazev']" mode="label"><t:text id="dispatch.field-title"/></xsl:template>
<xsl:template match="page[@name='dispatch-edit']/form/field[@name='text']" mode="label"><t:text id="dispatch.field-text"/></xsl:template>
<xsl:template match="page[@name='dispatch-edit']/form/field[@name='text']" mode="hint"><t:text id="dispatch.field-text-hint"/></xsl:template>
<xsl:template match="field[@name='sms']" mode="label"><t:text id="dispatch.field-short"/></xsl:template>
<xsl:template match="field[@name='sms']" mode="hint"><t:text id="dispatch.field-short-hint"/></xsl:template>

<!-- ===== its end ===== -->

<xsl:template match="page[@name='dispatch-end']" mode="title">
  <xsl:choose>
    <xsl:when test="request/@state = 'review'"><t:text id="dispatch.reject"/></xsl:when>
    <xsl:when test="request/@state = 'hidden'"><t:text id="dispatch.remove"/></xsl:when>
    <xsl:otherwise><t:text id="dispatch.end"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='dispatch-end']" mode="crumbs"><li><a href="{$desk}"><t:text id="help.desk"/></a></li><li><a href="{$here}"><t:text id="help.request"><t:arg select="request/@code"/></t:text></a></li><li aria-current="page"><xsl:apply-templates select="." mode="title"/></li></xsl:template>
<xsl:template match="page[@name='dispatch-end']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><strong><xsl:value-of select="request/title"/></strong>. <t:text id="dispatch.end-lead"/></p>
  <form method="post" action="{$here}/ukoncit">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn stop"><t:icon name="cross"/><xsl:choose><xsl:when test="request/@state = 'review'"><t:text id="dispatch.reject-yes"/></xsl:when><xsl:when test="request/@state = 'hidden'"><t:text id="dispatch.remove-yes"/></xsl:when><xsl:otherwise><t:text id="dispatch.end-yes"/></xsl:otherwise></xsl:choose></button>
      <a class="go" href="{$here}"><t:text id="dispatch.back"/></a></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='dispatch-end']/form/field[@name='duvod']" mode="label"><t:text id="dispatch.reason"/></xsl:template>
<xsl:template match="page[@name='dispatch-end']/form/field[@name='poznamka']" mode="label"><t:text id="dispatch.say"/></xsl:template>
<xsl:template match="page[@name='dispatch-end']/form/field[@name='poznamka']" mode="hint"><t:text id="dispatch.say-hint"/></xsl:template>
<xsl:template match="field[@name='duvod']/option" mode="label">
  <xsl:choose>
    <xsl:when test="@value = 'uz-neni-potreba'"><t:text id="dispatch.why-withdrawn"/></xsl:when>
    <xsl:when test="@value = 'vyreseno-jinde'"><t:text id="dispatch.why-elsewhere"/></xsl:when>
    <xsl:when test="@value = 'neni-kdo'"><t:text id="dispatch.why-nobody"/></xsl:when>
    <xsl:when test="@value = 'dvakrat'"><t:text id="dispatch.why-twice"/></xsl:when>
    <xsl:when test="@value = 'jinde'"><t:text id="dispatch.why-not-local"/></xsl:when>
    <xsl:when test="@value = 'obchod'"><t:text id="dispatch.why-commercial"/></xsl:when>
    <xsl:when test="@value = 'osobni-udaje'"><t:text id="dispatch.why-personal"/></xsl:when>
    <xsl:when test="@value = 'nebezpecne'"><t:text id="dispatch.why-dangerous"/></xsl:when>
    <xsl:when test="@value = 'urazlive'"><t:text id="dispatch.why-offensive"/></xsl:when>
    <xsl:otherwise><t:text id="dispatch.why-other"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
</xsl:stylesheet>
