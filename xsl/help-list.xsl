<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of help that list: requests and offers around a town, the way in, the sheet of paper and the code on it. Part of help.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="plan.xsl"/>

<xsl:variable name="help" select="concat(/page/@root, '/', /page/town/@slug, '/pomoc')"/>
<xsl:key name="point" match="request" use="concat(point/@lat, ' ', point/@lon)"/>

<!-- ===== requests and offers around a town ===== -->

<xsl:template match="page[@name='help-list' or @name='help-offers']" mode="title"><t:text id="help.title"><t:arg select="t:place(town/name)"/></t:text><xsl:if test="@name = 'help-offers'">, <t:text id="lists.offers-title"/></xsl:if></xsl:template>
<xsl:template match="page[@name='help-list']" mode="description"><t:text id="lists.about"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='help-offers']" mode="description"><t:text id="lists.about-offers"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='help-list']" mode="crumbs"><li aria-current="page"><t:text id="lists.requests"/></li></xsl:template>
<xsl:template match="page[@name='help-offers']" mode="crumbs"><li aria-current="page"><t:text id="lists.offers"/></li></xsl:template>
<xsl:template match="page[@name='help-list']" mode="feeds"><xsl:call-template name="feeds"><xsl:with-param name="oembed" select="false()"/></xsl:call-template></xsl:template>
<xsl:template match="page[@name='help-offers']" mode="feeds"><xsl:call-template name="feeds"><xsl:with-param name="oembed" select="false()"/><xsl:with-param name="ics" select="false()"/></xsl:call-template></xsl:template>

<xsl:template match="page[@name='help-list' or @name='help-offers']" mode="main">
  <xsl:apply-templates select="crisis" mode="urgent"/>
  <h1><t:text id="help.title"><t:arg select="t:place(town/name)"/></t:text></h1>
  <p class="acts">
    <a class="btn lit" href="{$help}/potrebuji"><t:icon name="help"/><t:text id="lists.need"/></a><xsl:text> </xsl:text>
    <a class="btn quiet" href="{$help}/pomohu"><t:icon name="house"/><t:text id="lists.want"/></a>
  </p>
  <nav class="tabs" aria-label="{t:lists.tabs}">
    <ul>
      <li><a href="{$help}{t:query(' strana misto ', '')}"><xsl:if test="@name = 'help-list'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="lists.requests"/> (<xsl:value-of select="t:number(count/@requests)"/>)</a></li>
      <li><a href="{$help}/nabidky{t:query(' strana misto kdy ', '')}"><xsl:if test="@name = 'help-offers'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="lists.offers"/> (<xsl:value-of select="t:number(count/@offers)"/>)</a></li>
    </ul>
  </nav>
  <xsl:call-template name="help-filter"/>
  <xsl:apply-templates select="." mode="help-list"/>
  <xsl:apply-templates select="pager"/>
  <xsl:call-template name="help-map"/>
  <xsl:call-template name="subscribe"><xsl:with-param name="embed" select="false()"/><xsl:with-param name="ics" select="@name = 'help-list'"/></xsl:call-template>
</xsl:template>

<xsl:template match="page[@name='help-list']" mode="help-list">
  <div class="head">
    <h2><t:text id="lists.requests-within"><t:arg select="count/@km"/><t:arg select="t:number(pager/@total)"/></t:text></h2>
    <xsl:if test="request"><a class="go" href="#mapa"><t:icon name="place"/><t:text id="lists.on-map"/></a></xsl:if>
  </div>
  <xsl:choose>
    <xsl:when test="request">
      <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help.seen-by"/></p>
      <ul class="slips">
        <xsl:for-each select="request">
          <xsl:apply-templates select="." mode="slip">
            <xsl:with-param name="act">
              <xsl:choose>
                <xsl:when test="@state = 'open'"><a class="btn" href="{$page/@root}{@href}" aria-label="{t:lists.help}: {title}"><t:text id="lists.help"/></a></xsl:when>
                <xsl:otherwise><a class="btn quiet" href="{$page/@root}{@href}" aria-label="{t:lists.look}: {title}"><t:text id="lists.look"/></a></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
          </xsl:apply-templates>
        </xsl:for-each>
      </ul>
      <p class="acts"><a class="go" href="{$help}/letak"><t:icon name="print"/><t:text id="lists.print"/></a></p>
    </xsl:when>
    <xsl:otherwise>
      <div class="empty">
        <p><strong><t:text id="lists.nobody-asks"/></strong></p>
        <p><t:text id="lists.nobody-asks-do"/></p>
        <xsl:call-template name="help-wider"/>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@name='help-offers']" mode="help-list">
  <div class="head"><h2><t:text id="lists.offers-within"><t:arg select="count/@km"/><t:arg select="t:number(pager/@total)"/></t:text></h2></div>
  <xsl:choose>
    <xsl:when test="offer"><ul class="slips"><xsl:apply-templates select="offer" mode="slip"/></ul></xsl:when>
    <xsl:otherwise>
      <div class="empty">
        <p><strong><t:text id="lists.nobody-offers"/></strong></p>
        <p><t:text id="lists.nobody-offers-do"/></p>
        <xsl:call-template name="help-wider"/>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- What one can do about an empty list: look further, or at everything. -->
<xsl:template name="help-wider">
  <p class="acts">
    <xsl:if test="count/@km != 30"><a class="btn quiet" href="{@root}{@path}{t:query(' km strana misto ', 'km=30')}"><t:text id="lists.wider"/></a></xsl:if>
    <xsl:if test="form/field[(@name = 's-cim' or @name = 'kdy')]/value != '' or form/field[@name = 'kdy']/option/@selected"><xsl:text> </xsl:text><a class="go" href="{@root}{@path}{t:query(' s-cim kdy strana misto ', '')}"><t:text id="lists.everything"/></a></xsl:if>
  </p>
</xsl:template>

<xsl:template name="help-filter">
  <form class="filter noprint" role="search" action="{@root}{@path}" method="get">
    <xsl:if test="contains(concat('&amp;', @query), '&amp;jazyk=')"><input type="hidden" name="jazyk" value="{t:lang}"/></xsl:if>
    <div><label for="misto"><t:text id="lists.around"/></label><input id="misto" name="misto" maxlength="80" value="{town/name}"/></div>
    <div>
      <label for="km"><t:text id="lists.how-far"/></label>
      <select id="km" name="km">
        <xsl:for-each select="form/field[@name='km']/option"><option value="{@value}"><xsl:if test="@value = $page/count/@km"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><t:text id="help.within"><t:arg select="@value"/></t:text></option></xsl:for-each>
      </select>
    </div>
    <div>
      <label for="s-cim"><t:text id="lists.with-what"/></label>
      <select id="s-cim" name="s-cim">
        <option value=""><t:text id="lists.with-all"/></option>
        <xsl:for-each select="category"><option value="{@code}"><xsl:if test="@code = $page/form/field[@name='s-cim']/value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:call-template name="help-category"><xsl:with-param name="code" select="@code"/></xsl:call-template></option></xsl:for-each>
      </select>
    </div>
    <xsl:if test="form/field[@name='kdy']">
      <div>
        <label for="kdy"><t:text id="lists.when"/></label>
        <select id="kdy" name="kdy">
          <option value=""><t:text id="lists.when-any"/></option>
          <xsl:for-each select="form/field[@name='kdy']/option"><option value="{@value}"><xsl:if test="@selected"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
            <xsl:choose>
              <xsl:when test="@value = 'hned'"><t:text id="lists.when-now"/></xsl:when>
              <xsl:when test="@value = 'tyden'"><t:text id="lists.when-week"/></xsl:when>
              <xsl:otherwise><t:text id="lists.when-weekly"/></xsl:otherwise>
            </xsl:choose>
          </option></xsl:for-each>
        </select>
      </div>
    </xsl:if>
    <button class="btn"><t:icon name="search"/><t:text id="board.show"/></button>
  </form>
</xsl:template>

<!-- An offer says what, when and how far; never more of a person than first name and initial. -->
<xsl:template match="offer" mode="slip">
  <li class="slip" id="n{@id}">
    <p class="tags"><xsl:for-each select="category"><xsl:if test="position() != 1"><xsl:text> </xsl:text></xsl:if><span class="tag"><xsl:apply-templates select="@icon" mode="help-icon"/><xsl:call-template name="help-category"><xsl:with-param name="code" select="@code"/></xsl:call-template></span></xsl:for-each></p>
    <h3><xsl:apply-templates select="." mode="line"/></h3>
    <xsl:if test="text"><p><xsl:value-of select="text"/></p></xsl:if>
    <ul class="meta">
      <xsl:if test="@organisation"><li><t:icon name="people"/><span><t:text id="lists.group"/></span></li></xsl:if>
      <li><t:icon name="clock"/><span><xsl:apply-templates select="." mode="times"/></span></li>
      <li><t:icon name="place"/><span><xsl:value-of select="where"/>, <t:text id="lists.comes"><t:arg select="@radius"/></t:text></span></li>
      <xsl:if test="contains(@transport, 'car') or contains(@transport, 'van')"><li><t:icon name="car"/><span><t:text id="lists.has-car"/></span></li></xsl:if>
      <xsl:if test="@level &gt;= 2 and not(@organisation)"><li><t:icon name="shield"/><span><t:text id="lists.verified"/></span></li></xsl:if>
    </ul>
    <p class="soft"><t:text id="lists.valid"><t:arg select="t:date(until)"/></t:text></p>
    <div class="tear"><a class="btn" href="{$help}/potrebuji?druh={category[1]/@code}" aria-label="{t:lists.ask}: {who}"><t:text id="lists.ask"/></a></div>
  </li>
</xsl:template>

<!-- ===== where: circles of a kilometre or so, never points ===== -->

<xsl:template name="help-map">
  <xsl:variable name="farthest"><xsl:for-each select="request"><xsl:sort select="@km" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="@km"/></xsl:if></xsl:for-each></xsl:variable>
  <xsl:if test="request">
    <xsl:variable name="scale" select="195 div (number($farthest) * ($farthest &gt; 2) + 2 * not($farthest &gt; 2))"/>
    <xsl:variable name="places" select="request[generate-id() = generate-id(key('point', concat(point/@lat, ' ', point/@lon))[1])]"/>
    <section aria-labelledby="mapa">
      <h2 id="mapa"><t:text id="lists.where"/></h2>
      <figure class="map cols even">
        <svg viewBox="0 0 600 460" width="600" height="460" role="img" aria-labelledby="mapa-popis">
          <title id="mapa-popis"><t:text id="lists.map"><t:arg select="town/name"/></t:text></title>
          <xsl:call-template name="plan-rings"><xsl:with-param name="scale" select="$scale"/></xsl:call-template>
          <path class="m-house" d="M282 246v-24l18-18 18 18v24z"/>
          <xsl:for-each select="$places">
            <xsl:variable name="x" select="round(300 + (point/@lon - $page/town/@lon) * 71.5 * $scale)"/>
            <xsl:variable name="y" select="round(230 - (point/@lat - $page/town/@lat) * 111.2 * $scale)"/>
            <xsl:variable name="r" select="round(.7 * $scale * (.7 * $scale &gt; 22) + 22 * not(.7 * $scale &gt; 22))"/>
            <circle class="m-line" stroke-width="3" stroke-dasharray="9 7" cx="{$x}" cy="{$y}" r="{$r}"/>
            <text x="{$x}" y="{$y - ($r - 26) * ($r &gt; 40) + 9 * not($r &gt; 40)}" text-anchor="middle"><xsl:value-of select="position()"/></text>
          </xsl:for-each>
        </svg>
        <figcaption>
          <ol>
            <xsl:for-each select="$places">
              <li>
                <xsl:value-of select="where"/><xsl:if test="part">, <xsl:value-of select="part"/></xsl:if>
                <ul><xsl:for-each select="key('point', concat(point/@lat, ' ', point/@lon))"><li><a href="{$page/@root}{@href}"><xsl:value-of select="title"/></a></li></xsl:for-each></ul>
              </li>
            </xsl:for-each>
          </ol>
          <p class="small soft"><t:text id="lists.map-note"/></p>
        </figcaption>
      </figure>
    </section>
  </xsl:if>
</xsl:template>

<!-- ===== which town ===== -->

<xsl:template match="page[@name='help-entry']" mode="title"><t:text id="lists.entry"/></xsl:template>
<xsl:template match="page[@name='help-entry']" mode="description"><t:text id="lists.entry-lead"/></xsl:template>
<xsl:template match="page[@name='help-entry']" mode="crumbs"><li aria-current="page"><t:text id="layout.nav-help"/></li></xsl:template>
<xsl:template match="page[@name='help-entry']" mode="head"><script src="{@root}/s/mista.{t:build}.js" defer="defer"></script></xsl:template>
<xsl:template match="page[@name='help-entry']" mode="main">
  <xsl:variable name="typed" select="string(form/field[@name='obec']/value)"/>
  <xsl:variable name="wish" select="string(form/field[@name='chci']/option[@selected]/@value)"/>
  <h1><xsl:choose>
    <xsl:when test="$wish = 'potrebuji'"><t:text id="lists.need"/></xsl:when>
    <xsl:when test="$wish = 'pomohu'"><t:text id="lists.want"/></xsl:when>
    <xsl:otherwise><t:text id="lists.entry"/></xsl:otherwise>
  </xsl:choose></h1>
  <p class="lead"><t:text id="lists.entry-lead"/></p>
  <xsl:if test="$wish = '' and $typed = ''"><xsl:call-template name="help-doors"/></xsl:if>
  <div class="note">
    <form class="find" role="search" action="{@root}/pomoc" method="get">
      <xsl:if test="$wish != ''"><input type="hidden" name="chci" value="{$wish}"/></xsl:if>
      <label for="obec"><t:text id="part.find"/></label>
      <span class="hint" id="obec-h"><t:text id="part.find-hint"/></span>
      <input id="obec" name="obec" type="search" maxlength="100" autocomplete="address-level2" aria-describedby="obec-h" value="{$typed}"/>
      <button class="btn"><t:icon name="search"/><t:text id="part.find-button"/></button>
    </form>
  </div>
  <xsl:choose>
    <xsl:when test="place">
      <section aria-labelledby="nalezeno">
        <div class="head"><h2 id="nalezeno"><t:text id="lists.which-town"/></h2></div>
        <ul class="rows two">
          <xsl:for-each select="place">
            <li class="row"><div>
              <h3><a href="{$page/@root}/{@slug}/pomoc{substring('/', 1, string-length($wish))}{$wish}"><xsl:value-of select="name"/></a></h3>
              <ul class="meta"><li><t:icon name="place"/><span><t:text id="home.district"><t:arg select="district"/></t:text></span></li></ul>
            </div></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:when>
    <xsl:when test="$typed != ''">
      <div class="empty"><p><strong><t:text id="home.nothing"><t:arg select="$typed"/></t:text></strong></p><p><t:text id="home.nothing-do"/></p></div>
    </xsl:when>
  </xsl:choose>
  <section aria-labelledby="jak">
    <div class="head"><h2 id="jak"><t:text id="lists.how"/></h2></div>
    <ol class="steps">
      <li><div><h3><t:text id="lists.how-1"/></h3><p><t:text id="lists.how-1-text"/></p></div></li>
      <li><div><h3><t:text id="lists.how-2"/></h3><p><t:text id="lists.how-2-text"/></p></div></li>
      <li><div><h3><t:text id="lists.how-3"/></h3><p><t:text id="lists.how-3-text"/></p></div></li>
    </ol>
  </section>
  <p class="acts"><a class="go" href="{@root}/plakat"><t:icon name="doc"/><t:text id="lists.have-code"/></a></p>
</xsl:template>

<!-- ===== paper ===== -->

<xsl:template match="page[@name='help-sheet']" mode="title"><t:text id="lists.sheet"/>: <xsl:value-of select="town/name"/></xsl:template>
<xsl:template match="page[@name='help-sheet']" mode="crumbs"><li><a href="{$help}"><t:text id="lists.requests"/></a></li><li aria-current="page"><t:text id="lists.sheet"/></li></xsl:template>
<xsl:template match="page[@name='help-sheet']" mode="street"/>
<xsl:template match="page[@name='help-sheet']" mode="main">
  <xsl:variable name="phone"><xsl:choose><xsl:when test="desk/@phone"><xsl:value-of select="t:phone(desk/@phone)"/></xsl:when><xsl:when test="@phone"><xsl:value-of select="t:phone(@phone)"/></xsl:when></xsl:choose></xsl:variable>
  <xsl:variable name="site" select="concat(@host, @root)"/>
  <div class="noprint">
    <p class="note"><t:icon name="print"/><xsl:text> </xsl:text><t:text id="lists.sheet-how"/></p>
    <xsl:if test="count(request) &gt; 1">
      <p><t:text id="lists.sheet-one"/></p>
      <ul class="two"><xsl:for-each select="request"><li><a href="{$help}/letak?kod={@code}"><xsl:value-of select="title"/></a></li></xsl:for-each></ul>
    </xsl:if>
  </div>
  <article class="sheet">
    <header><h1><xsl:value-of select="town/name"/></h1><p><t:text id="lists.sheet-of"><t:arg select="t:date(@today)"/></t:text></p></header>
    <xsl:call-template name="street"/>
    <h2><t:text id="lists.hands"/></h2>
    <div class="duo">
      <ul>
        <xsl:for-each select="request">
          <li><strong><xsl:value-of select="title"/></strong>, <xsl:apply-templates select="." mode="when"/><xsl:if test="part">, <xsl:value-of select="part"/></xsl:if></li>
        </xsl:for-each>
        <xsl:if test="not(request)"><li><t:text id="lists.sheet-none"/></li></xsl:if>
      </ul>
      <xsl:apply-templates select="qr"><xsl:with-param name="label"><t:text id="lists.qr"><t:arg select="$site"/></t:text></xsl:with-param></xsl:apply-templates>
    </div>
    <h2><t:text id="lists.sheet-ask"/></h2>
    <p>
      <xsl:choose>
        <xsl:when test="$phone != ''"><t:text id="lists.sheet-call"><t:arg><strong><xsl:value-of select="$phone"/></strong></t:arg><t:arg><strong><xsl:value-of select="concat($site, '/', town/@slug, '/pomoc')"/></strong></t:arg></t:text></xsl:when>
        <xsl:otherwise><t:text id="lists.sheet-web"><t:arg><strong><xsl:value-of select="concat($site, '/', town/@slug, '/pomoc')"/></strong></t:arg></t:text></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="desk/@hours"><xsl:text> </xsl:text><xsl:value-of select="desk/@hours"/>.</xsl:if>
    </p>
    <xsl:if test="request">
      <p><t:text id="lists.sheet-tear"><t:arg select="concat($site, '/plakat')"/></t:text></p>
      <ul class="strips">
        <xsl:call-template name="help-strips"><xsl:with-param name="left" select="7"/><xsl:with-param name="phone" select="$phone"/><xsl:with-param name="site" select="$site"/></xsl:call-template>
      </ul>
    </xsl:if>
  </article>
</xsl:template>

<!-- Seven strips: requests in turn. -->
<xsl:template name="help-strips">
  <xsl:param name="left"/>
  <xsl:param name="phone"/>
  <xsl:param name="site"/>
  <xsl:for-each select="request[position() = ((7 - $left) mod last()) + 1]">
    <li><strong><xsl:value-of select="title"/></strong><br/><xsl:apply-templates select="." mode="when"/><br/><t:text id="lists.code"/><xsl:text> </xsl:text><b><xsl:call-template name="help-code"/></b>
      <xsl:if test="$phone != ''">, <xsl:value-of select="$phone"/></xsl:if><br/><xsl:value-of select="$site"/>/plakat</li>
  </xsl:for-each>
  <xsl:if test="$left &gt; 1">
    <xsl:call-template name="help-strips"><xsl:with-param name="left" select="$left - 1"/><xsl:with-param name="phone" select="$phone"/><xsl:with-param name="site" select="$site"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- "K7M 4TX", as people read it aloud. -->
<xsl:template name="help-code">
  <xsl:variable name="code" select="translate(@code, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
  <xsl:value-of select="concat(substring($code, 1, 3), '&#160;', substring($code, 4))"/>
</xsl:template>

<!-- ===== the code on paper ===== -->

<xsl:template match="page[@name='help-poster-code']" mode="title"><t:text id="lists.have-code"/></xsl:template>
<xsl:template match="page[@name='help-poster-code']" mode="crumbs"><li><a href="{@root}/pomoc"><t:text id="layout.nav-help"/></a></li><li aria-current="page"><t:text id="lists.have-code"/></li></xsl:template>
<xsl:template match="page[@name='help-poster-code']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="lists.have-code"/></h1>
  <form class="note" action="{@root}/plakat" method="get">
    <xsl:apply-templates select="form/field[@name='kod']"/>
    <p class="acts"><button class="btn"><t:icon name="next"/><t:text id="lists.find-code"/></button></p>
  </form>
</xsl:template>
<xsl:template match="page[@name='help-poster-code']/form/field[@name='kod']" mode="label"><t:text id="lists.code-label"/></xsl:template>
<xsl:template match="page[@name='help-poster-code']/form/field[@name='kod']" mode="hint"><t:text id="lists.code-hint"/></xsl:template>
<xsl:template match="page[@name='help-poster-code']/form/field[@name='kod'][@error]" mode="error"><t:text id="lists.code-wrong"/></xsl:template>

<xsl:template match="page[@name='help-poster']" mode="title"><xsl:value-of select="request/title"/></xsl:template>
<xsl:template match="page[@name='help-poster']" mode="crumbs"><li><a href="{@root}/{request/where/@slug}/pomoc"><xsl:value-of select="request/where"/></a></li><li aria-current="page"><t:text id="help.request"><t:arg><xsl:for-each select="request"><xsl:call-template name="help-code"/></xsl:for-each></t:arg></t:text></li></xsl:template>
<xsl:template match="page[@name='help-poster']" mode="main">
  <xsl:variable name="wanted" select="request/@state = 'open' or request/@state = 'reserved'"/>
  <h1><xsl:value-of select="request/title"/></h1>
  <xsl:apply-templates select="request" mode="tags"/>
  <xsl:if test="$wanted and request/text"><p class="lead"><xsl:value-of select="request/text"/></p></xsl:if>
  <xsl:choose>
    <xsl:when test="$wanted">
      <xsl:apply-templates select="request" mode="meta"/>
      <xsl:apply-templates select="request" mode="seats"/>
      <xsl:choose>
        <xsl:when test="viewer"><p class="acts"><a class="btn big" href="{@root}{request/@href}"><t:icon name="check"/><t:text id="lists.help"/></a></p></xsl:when>
        <xsl:otherwise>
          <p><t:text id="lists.sign-up"/></p>
          <p class="acts"><a class="btn big" href="{@root}/registrace?zpet={request/@href}"><t:icon name="person"/><t:text id="lists.register"/></a><xsl:text> </xsl:text><a class="btn quiet big" href="{@root}/prihlaseni?zpet={request/@href}"><t:text id="lists.sign-in"/></a></p>
        </xsl:otherwise>
      </xsl:choose>
      <p class="soft"><t:icon name="lock"/><xsl:text> </xsl:text><t:text id="help.seen-by"/></p>
    </xsl:when>
    <xsl:otherwise>
      <div class="empty">
        <p><strong><t:text id="lists.covered"/></strong></p>
        <p><t:text id="lists.covered-do"/></p>
        <p class="acts"><a class="btn quiet" href="{@root}/{request/where/@slug}/pomoc"><t:text id="lists.others"/></a></p>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
</xsl:stylesheet>
