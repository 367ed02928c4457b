<?xml version="1.0" encoding="UTF-8"?>
<!-- A promise on its way: the contact, messages of the two, done, how it was, never again; and /ucet/pomoc. Part of help.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='help-talk' or @name='help-after' or @name='help-block' or @name='help-contact' or @name='help-done']" mode="crumbs">
  <li><a href="{$page/@root}{party/@path}"><t:text id="help.request"><t:arg select="request/@code"/></t:text></a></li>
  <li aria-current="page"><xsl:apply-templates select="." mode="title"/></li>
</xsl:template>

<xsl:template name="doing-back"><p><a class="go" href="{$page/@root}{$page/party/@path}"><t:text id="doing.back"/></a></p></xsl:template>

<!-- Something is wrong: the report knows by the link which promise it is about, and from whom. -->
<xsl:template name="doing-trouble">
  <xsl:param name="path" select="$page/party/@path"/>
  <xsl:param name="tail" select="$page/party/@tail"/>
  <p class="acts noprint">
    <a class="go" href="{$page/@root}/nahlasit?co={$path}/zpravy{$tail}"><t:icon name="alert"/><t:text id="doing.problem"/></a>
    <xsl:text> </xsl:text><a class="go" href="{$page/@root}{$path}/blokovat{$tail}"><t:text id="doing.block"/></a>
  </p>
</xsl:template>

<!-- ===== messages ===== -->

<xsl:template match="page[@name='help-talk']" mode="title"><t:text id="doing.talk"><t:arg select="party/other"/></t:text></xsl:template>
<xsl:template match="page[@name='help-talk']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="doing.talk"><t:arg select="party/other"/></t:text></h1>
  <p class="lead"><xsl:value-of select="request/title"/></p>
  <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="doing.talk-sealed"/></p>
  <xsl:choose>
    <xsl:when test="message"><ol class="rows"><xsl:apply-templates select="message"/></ol></xsl:when>
    <xsl:otherwise><p class="empty"><t:text id="doing.talk-none"/></p></xsl:otherwise>
  </xsl:choose>
  <xsl:choose>
    <xsl:when test="party/@write">
      <form method="post" action="{@root}{party/@path}/zpravy{party/@tail}">
        <xsl:call-template name="form-secrets"/>
        <xsl:apply-templates select="form/field"/>
        <p class="acts"><button class="btn"><t:text id="doing.send"/></button></p>
      </form>
    </xsl:when>
    <xsl:otherwise><p class="note"><t:text id="doing.talk-over"/></p></xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="doing-trouble"/>
  <xsl:call-template name="doing-back"/>
</xsl:template>

<xsl:template match="message">
  <li class="row"><div>
    <p><strong><xsl:choose>
      <xsl:when test="@from = $page/party/@side"><t:text id="doing.me"/></xsl:when>
      <xsl:when test="@from = 'coordinator'"><t:text id="doing.coordinator"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$page/party/other"/></xsl:otherwise>
    </xsl:choose></strong><xsl:text> </xsl:text><span class="small soft"><xsl:value-of select="t:moment(at)"/><xsl:if test="read and @from = $page/party/@side"><xsl:text>, </xsl:text><t:text id="doing.read"/></xsl:if></span></p>
    <xsl:call-template name="doing-lines"><xsl:with-param name="text" select="text"/></xsl:call-template>
  </div></li>
</xsl:template>
<xsl:template name="doing-lines">
  <xsl:param name="text"/>
  <xsl:if test="$text != ''">
    <xsl:if test="normalize-space(substring-before(concat($text, '&#10;'), '&#10;')) != ''"><p><xsl:value-of select="substring-before(concat($text, '&#10;'), '&#10;')"/></p></xsl:if>
    <xsl:call-template name="doing-lines"><xsl:with-param name="text" select="substring-after($text, '&#10;')"/></xsl:call-template>
  </xsl:if>
</xsl:template>
<xsl:template match="field[@name='zprava']" mode="label"><t:text id="doing.message"/></xsl:template>
<xsl:template match="field[@name='zprava']" mode="hint"><t:text id="doing.message-hint"/></xsl:template>

<!-- ===== the helper ===== -->

<xsl:template match="answer[@state='accepted']" mode="doing">
  <xsl:variable name="path" select="concat('/odpoved/', @word)"/>
  <xsl:variable name="state" select="../request/@state"/>
  <section aria-labelledby="domluva">
    <h2 id="domluva"><t:text id="doing.next"/></h2>
    <form method="post" action="{$page/@root}{$path}/kontakt">
      <xsl:call-template name="form-secrets"/>
      <p class="acts"><button class="btn"><t:icon name="eye"/><t:text id="doing.contact-do"/></button>
        <xsl:text> </xsl:text><a class="btn quiet" href="{$page/@root}{$path}/zpravy"><t:text id="doing.write"/></a></p>
      <p class="small soft"><t:text id="doing.contact-logged"/></p>
    </form>
    <form method="post" action="{$page/@root}{$path}/zacit">
      <xsl:call-template name="form-secrets"/>
      <p class="acts">
        <xsl:if test="$state = 'open' or $state = 'filled'"><button class="btn quiet"><t:icon name="clock"/><t:text id="doing.start"/></button><xsl:text> </xsl:text></xsl:if>
        <a class="btn quiet" href="{$page/@root}{$path}/hotovo"><t:icon name="check"/><xsl:choose>
          <xsl:when test="$state = 'done_claimed'"><t:text id="doing.hours-go"/></xsl:when>
          <xsl:otherwise><t:text id="doing.done-go"/></xsl:otherwise>
        </xsl:choose></a>
      </p>
    </form>
    <xsl:call-template name="doing-trouble"><xsl:with-param name="path" select="$path"/><xsl:with-param name="tail" select="''"/></xsl:call-template>
  </section>
</xsl:template>
<xsl:template match="answer[@state='done']" mode="doing">
  <xsl:if test="thanks"><blockquote><p><xsl:value-of select="thanks"/></p></blockquote></xsl:if>
  <p class="acts"><a class="btn" href="{$page/@root}/odpoved/{@word}/ohlas"><t:text id="doing.after-go"/></a><xsl:text> </xsl:text>
    <a class="go" href="{$page/@root}/odpoved/{@word}/zpravy"><t:text id="doing.messages"/></a></p>
  <xsl:call-template name="doing-trouble"><xsl:with-param name="path" select="concat('/odpoved/', @word)"/><xsl:with-param name="tail" select="''"/></xsl:call-template>
</xsl:template>
<xsl:template match="answer[@state='no_show']" mode="doing">
  <xsl:choose>
    <xsl:when test="@disputed"><p class="note"><t:text id="doing.disputed"/></p></xsl:when>
    <xsl:otherwise>
      <form method="post" action="{$page/@root}/odpoved/{@word}/nesouhlas">
        <xsl:call-template name="form-secrets"/>
        <p><t:text id="doing.dispute-text"/></p>
        <p class="acts"><button class="btn quiet"><t:text id="doing.dispute"/></button></p>
      </form>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- The same for who is helped, beside each helper of hers. -->
<xsl:template match="helper" mode="doing"/>
<xsl:template match="helper[@state='accepted' or @state='done']" mode="doing">
  <xsl:variable name="path" select="concat($page/@root, $page/mine/@path)"/>
  <p class="acts noprint">
    <xsl:if test="@state = 'done'"><a class="btn quiet" href="{$path}/ohlas/{@id}"><t:text id="doing.after-go"/></a><xsl:text> </xsl:text></xsl:if>
    <a class="go" href="{$path}/zpravy/{@id}"><xsl:choose><xsl:when test="@state = 'done'"><t:text id="doing.messages"/></xsl:when><xsl:otherwise><t:text id="doing.write"/></xsl:otherwise></xsl:choose></a>
    <xsl:text> </xsl:text><a class="go" href="{$page/@root}/nahlasit?co={$page/mine/@path}/zpravy/{@id}"><t:icon name="alert"/><t:text id="doing.problem"/></a>
  </p>
</xsl:template>

<xsl:template match="page[@name='help-contact']" mode="title"><t:text id="doing.contact"/></xsl:template>
<xsl:template match="page[@name='help-contact']" mode="main">
  <h1><t:text id="doing.contact"/></h1>
  <p class="lead"><xsl:value-of select="request/title"/></p>
  <xsl:apply-templates select="request" mode="meta"/>
  <xsl:apply-templates select="contact"/>
  <xsl:if test="street"><dl class="facts"><dt><t:text id="doing.street"/></dt><dd><xsl:value-of select="street"/><xsl:text>, </xsl:text><xsl:value-of select="request/where"/></dd></dl></xsl:if>
  <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="doing.contact-only"/></p>
  <xsl:call-template name="doing-back"/>
</xsl:template>
<xsl:template match="contact">
  <h2><xsl:choose><xsl:when test="@role = 'proxy'"><t:text id="doing.proxy"/></xsl:when><xsl:otherwise><t:text id="doing.needs"/></xsl:otherwise></xsl:choose></h2>
  <dl class="facts">
    <dt><t:text id="doing.name"/></dt><dd><xsl:value-of select="@name"/></dd>
    <xsl:if test="@phone"><dt><t:text id="doing.phone"/></dt><dd><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></dd></xsl:if>
    <xsl:if test="@mail"><dt><t:text id="doing.mail"/></dt><dd><a href="mailto:{@mail}"><xsl:value-of select="@mail"/></a></dd></xsl:if>
  </dl>
</xsl:template>

<xsl:template match="page[@name='help-done']" mode="title"><t:text id="doing.done-title"/></xsl:template>
<xsl:template match="page[@name='help-done']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="doing.done-title"/></h1>
  <p class="lead"><xsl:value-of select="request/title"/></p>
  <p><t:text id="doing.done-text"/></p>
  <form method="post" action="{@root}{party/@path}/hotovo">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:icon name="check"/><t:text id="doing.done-do"/></button></p>
  </form>
  <xsl:call-template name="doing-back"/>
</xsl:template>
<xsl:template match="page[@name='help-done']/form/field[@name='poznamka']" mode="label"><t:text id="doing.note"/></xsl:template>
<xsl:template match="page[@name='help-done']/form/field[@name='poznamka']" mode="hint"><t:text id="doing.note-hint"/></xsl:template>
<xsl:template match="page[@name='help-done']/form/field[@name='hodiny']" mode="label"><t:text id="doing.hours"/></xsl:template>
<xsl:template match="page[@name='help-done']/form/field[@name='hodiny']" mode="hint"><t:text id="doing.hours-hint"/></xsl:template>

<!-- ===== afterwards ===== -->

<xsl:template match="page[@name='help-after']" mode="title"><t:text id="doing.after"/></xsl:template>
<xsl:template match="page[@name='help-after']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="doing.after"/></h1>
  <p class="lead"><xsl:value-of select="request/title"/><xsl:text>: </xsl:text><xsl:value-of select="party/other"/></p>
  <form method="post" action="{@root}{party/@path}/ohlas{party/@tail}">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field"/>
    <p class="acts"><button class="btn"><t:text id="doing.after-do"/></button></p>
  </form>
  <xsl:call-template name="doing-trouble"/>
  <xsl:call-template name="doing-back"/>
</xsl:template>
<xsl:template match="page[@name='help-after']/form/field[@name='znovu']" mode="label"><t:text id="doing.again"/></xsl:template>
<xsl:template match="page[@name='help-after']/form/field[@name='znovu']" mode="hint"><t:text id="doing.again-hint"/></xsl:template>
<xsl:template match="page[@name='help-after']/form/field[@name='znovu']/option[@value='ano']" mode="label"><t:text id="doing.again-yes"/></xsl:template>
<xsl:template match="page[@name='help-after']/form/field[@name='znovu']/option[@value='ne']" mode="label"><t:text id="doing.again-no"/></xsl:template>

<xsl:template match="page[@name='help-block']" mode="title"><t:text id="doing.block-title"><t:arg select="party/other"/></t:text></xsl:template>
<xsl:template match="page[@name='help-block']" mode="main">
  <h1><t:text id="doing.block-title"><t:arg select="party/other"/></t:text></h1>
  <p class="lead"><t:text id="doing.block-text"/></p>
  <xsl:if test="party/@state = 'accepted' or party/@state = 'applied'"><p><t:text id="doing.block-ends"/></p></xsl:if>
  <form method="post" action="{@root}{party/@path}/blokovat{party/@tail}">
    <xsl:call-template name="form-secrets"/>
    <p class="acts"><button class="btn stop"><t:text id="doing.block-do"/></button></p>
  </form>
  <xsl:call-template name="doing-back"/>
</xsl:template>

<xsl:template match="flash[@code='help-written']"><p><t:text id="doing.flash-written"/></p></xsl:template>
<xsl:template match="flash[@code='help-underway']"><p><t:text id="doing.flash-underway"/></p></xsl:template>
<xsl:template match="flash[@code='help-done']"><p><t:text id="doing.flash-done"/></p></xsl:template>
<xsl:template match="flash[@code='help-after']"><p><t:text id="doing.flash-after"/></p></xsl:template>
<xsl:template match="flash[@code='help-blocked']"><p><t:text id="doing.flash-blocked"/></p></xsl:template>
<xsl:template match="flash[@code='help-disputed']"><p><t:text id="doing.disputed"/></p></xsl:template>

<!-- ===== /ucet/pomoc ===== -->

<xsl:template match="page[@name='help-own']" mode="nav">account</xsl:template>
<xsl:template match="page[@name='help-own']" mode="title"><t:text id="doing.own"/></xsl:template>
<xsl:template match="page[@name='help-own']" mode="crumbs">
  <li><a href="{@root}/ucet"><t:text id="account.own"/></a></li>
  <li aria-current="page"><t:text id="doing.own"/></li>
</xsl:template>
<xsl:template match="page[@name='help-own']" mode="main">
  <h1><t:text id="doing.own"/></h1>
  <xsl:if test="promise[@answer = 'invited']">
    <section aria-labelledby="ceka">
      <div class="head"><h2 id="ceka"><t:text id="doing.waiting"/></h2></div>
      <ul class="slips"><xsl:apply-templates select="promise[@answer = 'invited']"/></ul>
    </section>
  </xsl:if>
  <section aria-labelledby="slibil">
    <div class="head"><h2 id="slibil"><t:text id="doing.promised"/></h2></div>
    <xsl:choose>
      <xsl:when test="promise[@answer = 'accepted' or @answer = 'applied']"><ul class="slips"><xsl:apply-templates select="promise[@answer = 'accepted' or @answer = 'applied']"/></ul></xsl:when>
      <xsl:otherwise><p class="empty"><t:text id="doing.promised-none"/></p><p class="acts"><a class="go" href="{@root}/pomoc?chci=pomohu"><t:icon name="house"/><t:text id="lists.want"/></a></p></xsl:otherwise>
    </xsl:choose>
  </section>
  <section aria-labelledby="prosim">
    <div class="head"><h2 id="prosim"><t:text id="doing.asked"/></h2></div>
    <xsl:choose>
      <xsl:when test="asked"><ul class="slips"><xsl:apply-templates select="asked"/></ul></xsl:when>
      <xsl:otherwise><p class="empty"><t:text id="doing.asked-none"/></p><p class="acts"><a class="go" href="{@root}/pomoc?chci=potrebuji"><t:icon name="help"/><t:text id="lists.need"/></a></p></xsl:otherwise>
    </xsl:choose>
  </section>
  <xsl:if test="mine">
    <section aria-labelledby="nabizim">
      <div class="head"><h2 id="nabizim"><t:text id="doing.offers"/></h2></div>
      <ul class="slips"><xsl:apply-templates select="mine"/></ul>
    </section>
  </xsl:if>
  <xsl:if test="given">
    <section aria-labelledby="hodiny">
      <div class="head"><h2 id="hodiny"><t:text id="doing.given"/></h2></div>
      <table class="stack">
        <caption><t:text id="doing.given-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="doing.year"/></th><th scope="col"><t:text id="doing.times"/></th><th scope="col"><t:text id="doing.hours"/></th></tr></thead>
        <tbody><xsl:for-each select="given"><tr>
          <th scope="row"><xsl:value-of select="@year"/></th>
          <td data-l="{t:doing.times}"><xsl:value-of select="@times"/></td>
          <td data-l="{t:doing.hours}"><xsl:choose><xsl:when test="@hours"><xsl:value-of select="t:decimal(@hours)"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
        </tr></xsl:for-each></tbody>
      </table>
    </section>
  </xsl:if>
  <xsl:if test="promise[@answer = 'done' or @answer = 'no_show']">
    <section aria-labelledby="bylo">
      <div class="head"><h2 id="bylo"><t:text id="doing.past"/></h2></div>
      <ul class="rows"><xsl:for-each select="promise[@answer = 'done' or @answer = 'no_show']">
        <li class="row"><div><h3><a href="{$page/@root}{@href}"><xsl:call-template name="doing-title"/></a></h3><xsl:apply-templates select="." mode="doing-meta"/></div></li>
      </xsl:for-each></ul>
    </section>
  </xsl:if>
  <p><a class="go" href="{@root}/ucet/data"><t:icon name="eye"/><t:text id="doing.looks"/></a></p>
</xsl:template>

<!-- Words of what ended long ago are gone: its kind stays. -->
<xsl:template name="doing-title">
  <xsl:choose>
    <xsl:when test="title != ''"><xsl:value-of select="title"/></xsl:when>
    <xsl:otherwise><xsl:call-template name="help-category"><xsl:with-param name="code" select="@category"/></xsl:call-template></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="asked | promise | mine" mode="doing-meta">
  <ul class="meta">
    <xsl:if test="who != ''"><li><t:icon name="person"/><span><xsl:value-of select="who"/></span></li></xsl:if>
    <xsl:if test="from"><li><t:icon name="clock"/><span><xsl:value-of select="t:when(.)"/></span></li></xsl:if>
    <xsl:if test="not(from) and to"><li><t:icon name="clock"/><span><t:text id="help.by"><t:arg select="t:moment(to)"/></t:text></span></li></xsl:if>
    <xsl:if test="until"><li><t:icon name="clock"/><span><t:text id="doing.valid"><t:arg select="t:date(until)"/></t:text></span></li></xsl:if>
    <li><t:icon name="place"/><span><xsl:value-of select="town"/></span></li>
  </ul>
</xsl:template>
<xsl:template match="asked | promise | mine">
  <li class="slip">
    <p class="tags"><xsl:apply-templates select="." mode="doing-tag"/></p>
    <h3><a href="{$page/@root}{@href}"><xsl:call-template name="doing-title"/></a></h3>
    <xsl:apply-templates select="." mode="doing-meta"/>
    <xsl:if test="@waits"><p><strong><xsl:choose>
      <xsl:when test="self::asked"><t:text id="doing.apply"><t:arg select="@waits"/></t:text></xsl:when>
      <xsl:otherwise><t:text id="doing.unread"><t:arg select="@waits"/></t:text></xsl:otherwise>
    </xsl:choose></strong></p></xsl:if>
    <div class="tear"><a class="btn quiet" href="{$page/@root}{@href}"><t:text id="doing.open"/></a></div>
  </li>
</xsl:template>
<xsl:template match="asked" mode="doing-tag"><span class="tag"><xsl:if test="@state = 'closed'"><xsl:attribute name="class">tag mute</xsl:attribute></xsl:if><xsl:apply-templates select="." mode="state"/></span></xsl:template>
<xsl:template match="promise" mode="doing-tag"><span class="tag"><t:icon name="check"/><t:text id="doing.tag-accepted"/></span></xsl:template>
<xsl:template match="promise[@answer='invited']" mode="doing-tag"><span class="tag lit"><t:icon name="wait"/><t:text id="doing.tag-invited"/></span></xsl:template>
<xsl:template match="promise[@answer='applied']" mode="doing-tag"><span class="tag"><t:icon name="wait"/><t:text id="doing.tag-applied"/></span></xsl:template>
<xsl:template match="mine" mode="doing-tag"><span class="tag"><t:icon name="check"/><t:text id="doing.tag-active"/></span></xsl:template>
<xsl:template match="mine[@state='paused']" mode="doing-tag"><span class="tag mute"><t:text id="doing.tag-paused"/></span></xsl:template>
<xsl:template match="mine[@state='unconfirmed']" mode="doing-tag"><span class="tag mute"><t:icon name="wait"/><t:text id="help.state-unconfirmed"/></span></xsl:template>
</xsl:stylesheet>
