<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program home: the front page, finding a town, the page of a town, regions and districts, subscribing, health. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="plan.xsl"/>
<xsl:include href="about.xsl"/>
<xsl:include href="record.xsl"/>

<xsl:variable name="root" select="/page/@root"/>

<!-- Suggestions while typing and the button for the position; without the script both are plain pages. -->
<xsl:template match="page[@name='home' or @name='search' or @name='around' or @name='subscribe']" mode="head">
  <script src="{@root}/s/mista.{t:build}.js" defer="defer"></script>
</xsl:template>

<xsl:template match="page[@name='home' or @name='search' or @name='around' or @name='region' or @name='district' or @name='boards']" mode="nav">towns</xsl:template>

<!-- ===== front page ===== -->

<xsl:template match="page[@name='home']" mode="title"/>

<xsl:template match="page[@name='home']" mode="main">
  <div class="cols even">
    <div class="hero">
      <h1><t:text id="home.title"/></h1>
      <p class="lead"><t:text id="home.lead"/></p>
      <xsl:call-template name="find"/>
      <p><xsl:call-template name="around-link"><xsl:with-param name="class" select="'go'"/></xsl:call-template></p>
    </div>
    <xsl:call-template name="help-doors"/>
  </div>
  <div class="ground"><xsl:call-template name="street"/></div>
  <xsl:if test="news">
    <section aria-labelledby="nove">
      <div class="head"><h2 id="nove"><t:text id="home.newest"/></h2><a class="go" href="{@root}/obce"><t:text id="home.boards"/><xsl:text> </xsl:text><t:icon name="next"/></a></div>
      <ul class="rows two"><xsl:apply-templates select="news"/></ul>
    </section>
  </xsl:if>
  <section aria-labelledby="jak">
    <div class="head"><h2 id="jak"><t:text id="home.how"/></h2></div>
    <ol class="steps">
      <li><div><h3><t:text id="home.how-1"/></h3><p><t:text id="home.how-1-text"/></p></div></li>
      <li><div><h3><t:text id="home.how-2"/></h3><p><t:text id="home.how-2-text"/></p></div></li>
      <li><div><h3><t:text id="home.how-3"/></h3><p><t:text id="home.how-3-text"/></p></div></li>
    </ol>
  </section>
  <section aria-labelledby="kraje">
    <div class="head"><h2 id="kraje"><t:text id="home.regions"/></h2></div>
    <ul class="two"><xsl:for-each select="region"><li><a href="{$root}/kraj/{@slug}"><xsl:value-of select="."/></a></li></xsl:for-each></ul>
  </section>
</xsl:template>

<!-- The street stands above the head of the first section here. -->
<xsl:template match="page[@name='home']" mode="street"/>

<xsl:template match="news">
  <li class="row"><div>
    <p class="tags"><xsl:apply-templates select="." mode="kind"/></p>
    <h3><a href="{$root}{@href}"><xsl:value-of select="title"/></a></h3>
    <ul class="meta">
      <li><t:icon name="place"/><span><xsl:value-of select="name"/></span></li>
      <li><t:icon name="clock"/><span><t:text id="part.posted"><t:arg select="t:date(posted)"/></t:text></span></li>
    </ul>
  </div></li>
</xsl:template>

<xsl:template match="news|board" mode="kind">
  <xsl:choose>
    <xsl:when test="@kind = 'official_copy'"><span class="stamp"><t:icon name="stamp"/><t:text id="kind.official_copy"/></span></xsl:when>
    <xsl:when test="@kind = 'community'"><span class="tag"><t:icon name="people"/><t:text id="kind.community"/></span></xsl:when>
    <xsl:when test="@kind = 'crisis'"><span class="tag brick"><t:icon name="alert"/><t:text id="kind.crisis"/></span></xsl:when>
    <xsl:otherwise><span class="tag"><t:icon name="pushpin"/><t:text id="kind.information"/></span></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="around-link">
  <xsl:param name="class" select="'btn quiet'"/>
  <a class="{$class}" href="{$root}/kolem" data-position=""><t:icon name="place"/><t:text id="home.around"/></a>
</xsl:template>

<!-- ===== boards by their last change ===== -->

<xsl:template match="page[@name='boards']" mode="title"><t:text id="home.boards"/></xsl:template>
<xsl:template match="page[@name='boards']" mode="crumbs"><li aria-current="page"><t:text id="home.boards"/></li></xsl:template>

<xsl:template match="page[@name='boards']" mode="main">
  <h1><t:text id="home.boards"/></h1>
  <p class="lead"><t:text id="home.boards-lead"/></p>
  <xsl:if test="not(board)"><div class="empty"><p><strong><t:text id="home.boards-none"/></strong></p></div></xsl:if>
  <ul class="rows two">
    <xsl:for-each select="board">
      <li class="row"><div>
        <p class="tags"><xsl:apply-templates select="." mode="kind"/></p>
        <h2><a href="{$root}/{@town}/nastenka"><xsl:value-of select="name"/></a></h2>
        <ul class="meta">
          <li><t:icon name="place"/><span><t:text id="home.district"><t:arg select="district"/></t:text></span></li>
          <li><t:icon name="clock"/><span><t:text id="home.boards-changed"><t:arg select="t:date(changed)"/></t:text></span></li>
        </ul>
      </div></li>
    </xsl:for-each>
  </ul>
</xsl:template>

<!-- ===== search ===== -->

<xsl:template match="page[@name='search']" mode="title"><t:text id="home.search"/></xsl:template>
<xsl:template match="page[@name='search']" mode="crumbs"><li aria-current="page"><t:text id="home.search-crumb"/></li></xsl:template>

<xsl:template match="page[@name='search']" mode="main">
  <xsl:variable name="typed" select="string(form/field[@name='obec']/value)"/>
  <h1><t:text id="home.search"/></h1>
  <div class="note"><xsl:call-template name="find"/></div>
  <xsl:choose>
    <xsl:when test="$typed = ''"/>
    <xsl:when test="not(place)">
      <div class="empty">
        <p><strong><t:text id="home.nothing"><t:arg select="$typed"/></t:text></strong></p>
        <p><t:text id="home.nothing-do"/></p>
        <p class="acts"><xsl:call-template name="around-link"/><xsl:text> </xsl:text><a class="go" href="{@root}/#kraje"><t:text id="home.by-region"/></a></p>
      </div>
    </xsl:when>
    <xsl:otherwise>
      <section aria-labelledby="nalezeno">
        <div class="head"><h2 id="nalezeno">
          <xsl:choose>
            <xsl:when test="not(place[@match != 'near'])"><t:text id="home.near"><t:arg select="$typed"/></t:text></xsl:when>
            <xsl:when test="count(place[@match = 'exact']) &gt; 1"><t:text id="home.same-name"/></xsl:when>
            <xsl:otherwise><t:text id="home.found"/></xsl:otherwise>
          </xsl:choose>
        </h2></div>
        <ul class="rows two"><xsl:apply-templates select="place" mode="row"/></ul>
      </section>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="place" mode="row">
  <li class="row"><div>
    <h3><a href="{$root}/{@slug}"><xsl:value-of select="name"/></a></h3>
    <xsl:apply-templates select="." mode="meta"/>
  </div></li>
</xsl:template>

<xsl:template match="place" mode="meta">
  <ul class="meta">
    <xsl:if test="@km"><li><t:icon name="place"/><span><t:text id="home.km"><t:arg select="t:decimal(@km)"/></t:text></span></li></xsl:if>
    <li><t:text id="home.district"><t:arg select="district"/></t:text></li>
    <li><t:count id="n.inhabitants" select="@population"><t:arg select="t:number(@population)"/></t:count></li>
    <xsl:if test="@ended"><li><span class="tag mute"><t:icon name="cross"/><t:text id="home.ended-short"/></span></li></xsl:if>
    <xsl:if test="@invented"><li><span class="tag mute"><t:icon name="eye"/><t:text id="home.invented-short"/></span></li></xsl:if>
  </ul>
</xsl:template>

<!-- ===== around a point ===== -->

<xsl:template match="page[@name='around']" mode="title"><t:text id="home.around-title"/></xsl:template>
<xsl:template match="page[@name='around']" mode="crumbs"><li aria-current="page"><t:text id="home.around-title"/></li></xsl:template>

<xsl:template match="page[@name='around']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="home.around-title"/></h1>
  <xsl:choose>
    <xsl:when test="place">
      <p class="lead"><t:text id="home.around-lead"/></p>
      <section aria-labelledby="nejblizsi">
        <div class="head"><h2 id="nejblizsi"><t:text id="home.nearest"/></h2></div>
        <ul class="rows two"><xsl:apply-templates select="place" mode="row"/></ul>
      </section>
    </xsl:when>
    <xsl:otherwise><p class="lead"><t:text id="home.around-how"/></p></xsl:otherwise>
  </xsl:choose>
  <p class="acts"><xsl:call-template name="around-link"/></p>
  <form class="note" action="{@root}/kolem" method="get">
    <xsl:apply-templates select="form/field[@name='lat']"/>
    <xsl:apply-templates select="form/field[@name='lon']"/>
    <p class="acts"><button class="btn"><t:icon name="search"/><t:text id="part.find-button"/></button></p>
  </form>
  <p class="soft"><t:text id="home.around-privacy"/></p>
  <xsl:call-template name="find"/>
</xsl:template>

<xsl:template match="field[@name='lat']" mode="label"><t:text id="home.lat"/></xsl:template>
<xsl:template match="field[@name='lon']" mode="label"><t:text id="home.lon"/></xsl:template>
<xsl:template match="field[@name='lat']" mode="hint"><t:text id="home.lat-hint"/></xsl:template>
<xsl:template match="field[@name='lon']" mode="hint"><t:text id="home.lon-hint"/></xsl:template>

<!-- ===== the page of a town ===== -->

<xsl:template match="page[@name='town']" mode="title"><t:text id="home.town-title"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='town']" mode="description"><t:text id="home.town-description"><t:arg select="town/name"/><t:arg select="town/district"/></t:text></xsl:template>
<xsl:template match="page[@name='town']" mode="feeds"><xsl:call-template name="feeds"/></xsl:template>

<xsl:template match="page[@name='town']" mode="main">
  <xsl:variable name="here" select="concat(@root, '/', town/@slug)"/>
  <div class="sign"><h1><xsl:value-of select="town/name"/></h1></div>
  <ul class="meta">
    <li><t:icon name="place"/><span><xsl:apply-templates select="town/@type"/>, <t:text id="home.district"><t:arg select="town/district"/></t:text></span></li>
    <xsl:if test="town/@official = 'yes'"><li><t:icon name="shield"/><span><t:text id="home.official"/></span></li></xsl:if>
  </ul>
  <xsl:if test="town/@invented"><div class="note lit"><p class="wide"><t:icon name="eye"/><xsl:text> </xsl:text><strong><t:text id="home.invented"/></strong><xsl:text> </xsl:text><t:text id="home.invented-text"/></p></div></xsl:if>
  <xsl:if test="town/@ended"><div class="note lit"><p class="wide"><t:icon name="cross"/><xsl:text> </xsl:text><t:text id="home.ended"><t:arg select="t:date(town/@ended)"/></t:text></p></div></xsl:if>
  <xsl:apply-templates select="urgent/item" mode="urgent"/>
  <p class="acts">
    <a class="btn big" href="{$here}/nastenka"><t:icon name="board"/><t:text id="home.whole-board"/></a>
    <a class="btn quiet big" href="{@root}/odber?obec={town/@slug}"><t:icon name="rss"/><t:text id="home.subscribe-here"/></a>
  </p>
  <div class="note lit">
    <p><strong><t:text id="lists.entry"/>.</strong><xsl:text> </xsl:text><t:text id="lists.town"/></p>
    <p class="acts"><a class="btn lit" href="{$here}/pomoc/potrebuji"><t:icon name="help"/><t:text id="lists.need"/></a><xsl:text> </xsl:text><a class="go" href="{$here}/pomoc"><t:text id="lists.others"/><xsl:text> </xsl:text><t:icon name="next"/></a></p>
  </div>
  <div class="cols">
    <div>
      <section aria-labelledby="nove">
        <div class="head"><h2 id="nove"><t:text id="home.from-board"/></h2><xsl:if test="newest/item"><a class="go" href="{$here}/nastenka"><t:text id="home.all-notices"><t:arg select="t:number(sum(count/@hanging))"/></t:text><xsl:text> </xsl:text><t:icon name="next"/></a></xsl:if></div>
        <xsl:call-template name="town-newest"><xsl:with-param name="here" select="$here"/></xsl:call-template>
      </section>
      <xsl:if test="events/item">
        <section aria-labelledby="akce">
          <div class="head"><h2 id="akce"><t:text id="home.events"/></h2><a class="go" href="{$here}/nastenka.ics"><t:icon name="calendar"/><t:text id="home.to-calendar"/></a></div>
          <ul class="rows"><xsl:apply-templates select="events/item" mode="event"/></ul>
        </section>
      </xsl:if>
    </div>
    <div>
      <xsl:call-template name="plan"/>
      <xsl:call-template name="town-facts"/>
    </div>
  </div>
  <xsl:call-template name="subscribe"><xsl:with-param name="title"><t:text id="home.subscribe"><t:arg select="town/name"/></t:text></xsl:with-param></xsl:call-template>
</xsl:template>

<!-- What was shown above as urgent is not repeated. -->
<xsl:template name="town-newest">
  <xsl:param name="here"/>
  <xsl:variable name="first" select="urgent/item/@id"/>
  <xsl:choose>
    <xsl:when test="newest/item">
      <ul class="rows"><xsl:apply-templates select="newest/item[not(@id = $first)]" mode="row"/></ul>
      <xsl:if test="town/@official != 'yes'"><p class="small soft"><t:text id="home.copied"><t:arg><a href="{$here}/zdroje"><t:text id="board.unofficial-link"/></a></t:arg></t:text></p></xsl:if>
    </xsl:when>
    <xsl:otherwise>
      <div class="empty">
        <p><strong><t:text id="home.empty"/></strong></p>
        <p><t:text id="home.empty-do"/></p>
        <p class="acts"><a class="btn quiet" href="{$here}/nastenka?archiv=ano"><t:text id="board.archive"/></a><xsl:text> </xsl:text><a class="go" href="{@root}/o-projektu#obce"><t:text id="home.empty-town"/></a></p>
      </div>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="item" mode="event">
  <li class="row">
    <xsl:apply-templates select="event/from" mode="plate"/>
    <div>
      <h3><xsl:apply-templates select="." mode="link"/></h3>
      <ul class="meta">
        <li><t:icon name="clock"/><span>
          <!-- the plate tells the day -->
          <xsl:choose>
            <xsl:when test="event/@all_day"><t:text id="home.all-day"/></xsl:when>
            <xsl:when test="event/to and substring(event/to, 1, 10) != substring(event/from, 1, 10)"><xsl:value-of select="t:when(event)"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="t:hours(event/from, string(event/to))"/></xsl:otherwise>
          </xsl:choose>
        </span></li>
        <xsl:if test="place"><li><t:icon name="place"/><span><xsl:value-of select="place"/></span></li></xsl:if>
      </ul>
    </div>
  </li>
</xsl:template>

<xsl:template match="town/@type">
  <xsl:choose>
    <xsl:when test=". = 'capital'"><t:text id="home.type-capital"/></xsl:when>
    <xsl:when test=". = 'statutory'"><t:text id="home.type-statutory"/></xsl:when>
    <xsl:when test=". = 'city'"><t:text id="home.type-city"/></xsl:when>
    <xsl:when test=". = 'market'"><t:text id="home.type-market"/></xsl:when>
    <xsl:otherwise><t:text id="home.type-village"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="town-facts">
  <section aria-labelledby="udaje">
    <h2 id="udaje"><t:text id="home.facts"/></h2>
    <dl class="facts">
      <dt><t:text id="home.fact-district"/></dt><dd><a href="{@root}/okres/{town/district/@slug}"><xsl:value-of select="town/district"/></a></dd>
      <dt><t:text id="home.fact-region"/></dt><dd><a href="{@root}/kraj/{town/region/@slug}"><xsl:value-of select="town/region"/></a></dd>
      <dt><t:text id="home.fact-orp"/></dt><dd><xsl:value-of select="town/orp"/></dd>
      <dt><t:text id="home.fact-population"/></dt><dd><xsl:value-of select="t:number(town/@population)"/></dd>
      <xsl:if test="town/@ico"><dt><t:text id="home.fact-ico"/></dt><dd><xsl:value-of select="town/@ico"/></dd></xsl:if>
      <dt><t:text id="home.fact-code"/></dt><dd><xsl:value-of select="town/@code"/></dd>
    </dl>
  </section>
</xsl:template>

<!-- ===== regions and districts ===== -->

<xsl:template match="page[@name='region']" mode="title"><xsl:value-of select="region"/></xsl:template>
<xsl:template match="page[@name='region']" mode="description"><t:text id="home.division-description"><t:arg select="region"/></t:text></xsl:template>
<xsl:template match="page[@name='region']" mode="crumbs"><li aria-current="page"><xsl:value-of select="region"/></li></xsl:template>
<xsl:template match="page[@name='district']" mode="title"><t:text id="home.district-title"><t:arg select="district"/></t:text></xsl:template>
<xsl:template match="page[@name='district']" mode="description"><t:text id="home.division-description"><t:arg><t:text id="home.district"><t:arg select="district"/></t:text></t:arg></t:text></xsl:template>
<xsl:template match="page[@name='district']" mode="crumbs">
  <li><a href="{@root}/kraj/{region/@slug}"><xsl:value-of select="region"/></a></li>
  <li aria-current="page"><t:text id="home.district"><t:arg select="district"/></t:text></li>
</xsl:template>
<xsl:template match="page[@name='region' or @name='district']" mode="feeds">
  <link rel="alternate" type="text/x-opml" href="{@root}{@path}.opml" title="OPML"/>
</xsl:template>

<xsl:template match="page[@name='region']" mode="main">
  <h1><xsl:value-of select="region"/></h1>
  <section aria-labelledby="okresy">
    <div class="head"><h2 id="okresy"><t:text id="home.districts"/></h2></div>
    <ul class="two">
      <xsl:for-each select="district"><li><a href="{$root}/okres/{@slug}"><xsl:value-of select="."/></a> (<t:count id="n.towns" select="@towns"/>)</li></xsl:for-each>
    </ul>
  </section>
  <section aria-labelledby="nejvetsi">
    <div class="head"><h2 id="nejvetsi"><t:text id="home.largest"/></h2></div>
    <ul class="two"><xsl:apply-templates select="place" mode="line"/></ul>
  </section>
  <div class="note"><xsl:call-template name="find"/></div>
  <xsl:call-template name="opml"/>
</xsl:template>

<xsl:template match="page[@name='district']" mode="main">
  <h1><t:text id="home.district-title"><t:arg select="district"/></t:text></h1>
  <p class="lead"><t:count id="n.towns" select="count(place)"/></p>
  <ul class="two"><xsl:apply-templates select="place" mode="line"/></ul>
  <xsl:call-template name="opml"/>
</xsl:template>

<xsl:template match="place" mode="line">
  <li><a href="{$root}/{@slug}"><xsl:value-of select="name"/></a><xsl:if test="@board"><xsl:text> </xsl:text><span class="tag"><t:icon name="board"/><t:text id="home.has-board"/></span></xsl:if></li>
</xsl:template>

<xsl:template name="opml">
  <section class="subs" aria-labelledby="odber">
    <h2 id="odber"><t:text id="home.opml"/></h2>
    <p><t:text id="home.opml-text"/></p>
    <ul><li><a href="{@root}{@path}.opml" type="text/x-opml"><t:icon name="download"/><span><b>OPML</b><xsl:text> </xsl:text><t:text id="home.opml-what"/></span></a></li></ul>
  </section>
</xsl:template>

<!-- ===== subscribing ===== -->

<xsl:template match="page[@name='subscribe']" mode="nav">subscribe</xsl:template>
<xsl:template match="page[@name='subscribe']" mode="title"><t:text id="home.how-to-subscribe"/><xsl:if test="town">: <xsl:value-of select="town/name"/></xsl:if></xsl:template>
<xsl:template match="page[@name='subscribe']" mode="description"><t:text id="home.subscribe-lead"/></xsl:template>
<xsl:template match="page[@name='subscribe']" mode="crumbs"><li aria-current="page"><t:text id="layout.nav-subscribe"/></li></xsl:template>

<xsl:template match="page[@name='subscribe']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><t:text id="home.subscribe-lead"/></p>
  <xsl:choose>
    <xsl:when test="town">
      <section aria-labelledby="adresy">
        <div class="head"><h2 id="adresy"><t:text id="home.addresses"/></h2></div>
        <p><t:text id="home.addresses-how"/></p>
        <xsl:call-template name="feed-address"><xsl:with-param name="id" select="'rss'"/><xsl:with-param name="label"><t:text id="home.address-rss"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-address"><xsl:with-param name="id" select="'atom'"/><xsl:with-param name="label"><t:text id="home.address-atom"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-address"><xsl:with-param name="id" select="'ics'"/><xsl:with-param name="label"><t:text id="home.address-ics"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-address"><xsl:with-param name="id" select="'json'"/><xsl:with-param name="label"><t:text id="home.address-json"/></xsl:with-param></xsl:call-template>
        <p class="acts"><a class="btn" href="webcal:{substring-after(@base, ':')}/{town/@slug}/nastenka.ics"><t:icon name="calendar"/><t:text id="part.webcal"/></a></p>
      </section>
      <section aria-labelledby="vyber">
        <div class="head"><h2 id="vyber"><t:text id="home.choose"/></h2></div>
        <p><t:text id="home.choose-text"/></p>
        <xsl:variable name="board" select="concat(@root, '/', town/@slug, '/nastenka?deska=')"/>
        <ul>
          <li><a href="{$board}uredni"><t:text id="kind.official_copy-board"/></a></li>
          <li><a href="{$board}obec"><t:text id="kind.information-board"/></a></li>
          <li><a href="{$board}spolky"><t:text id="kind.community-board"/></a></li>
          <li><a href="{$board}krize"><t:text id="kind.crisis-board"/></a></li>
        </ul>
      </section>
    </xsl:when>
    <xsl:otherwise><div class="note"><xsl:call-template name="find"/></div></xsl:otherwise>
  </xsl:choose>
  <section aria-labelledby="jak">
    <div class="head"><h2 id="jak"><t:text id="home.how"/></h2></div>
    <ol class="steps">
      <li><div><h3><t:text id="home.sub-1"/></h3><p><t:text id="home.sub-1-text"/></p></div></li>
      <li><div><h3><t:text id="home.sub-2"/></h3><p><t:text id="home.sub-2-text"/></p></div></li>
      <li><div><h3><t:text id="home.sub-3"/></h3><p><t:text id="home.sub-3-text"/></p></div></li>
    </ol>
  </section>
  <section aria-labelledby="ctecky">
    <div class="head"><h2 id="ctecky"><t:text id="home.readers"/></h2></div>
    <p><t:text id="home.readers-text"/></p>
    <p><t:text id="home.calendar-text"/></p>
    <p><t:text id="home.web-text"/></p>
  </section>
</xsl:template>

<xsl:template name="feed-address">
  <xsl:param name="id"/>
  <xsl:param name="label"/>
  <div class="field">
    <label for="{$id}"><xsl:copy-of select="$label"/></label>
    <input class="code" id="{$id}" readonly="readonly" value="{@base}/{town/@slug}/nastenka.{$id}"/>
  </div>
</xsl:template>

<!-- ===== health ===== -->

<xsl:template match="page[@name='health']" mode="nav">about</xsl:template>
<xsl:template match="page[@name='health']" mode="title"><t:text id="home.health"/></xsl:template>
<xsl:template match="page[@name='health']" mode="crumbs"><li aria-current="page"><t:text id="home.health"/></li></xsl:template>

<xsl:template match="page[@name='health']" mode="main">
  <h1><t:text id="home.health"/></h1>
  <xsl:choose>
    <xsl:when test="health/@late &gt; 0"><div class="note lit"><p><t:icon name="alert"/><xsl:text> </xsl:text><strong><t:text id="home.health-late"/></strong><xsl:text> </xsl:text><t:text id="home.health-late-text"><t:arg select="health/@late"/></t:text></p></div></xsl:when>
    <xsl:otherwise><div class="note"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="home.health-ok"/></strong></p></div></xsl:otherwise>
  </xsl:choose>
  <dl class="facts">
    <dt><t:text id="home.health-database"/></dt><dd><t:text id="home.health-works"/></dd>
    <dt><t:text id="home.health-towns"/></dt><dd><xsl:value-of select="t:number(health/@towns)"/></dd>
    <dt><t:text id="home.health-sources"/></dt><dd><xsl:value-of select="t:number(health/@sources)"/></dd>
    <dt><t:text id="home.health-failing"/></dt><dd><xsl:value-of select="t:number(health/@failing)"/></dd>
    <xsl:if test="health/fetched"><dt><t:text id="home.health-fetched"/></dt><dd><xsl:value-of select="t:moment(health/fetched)"/></dd></xsl:if>
    <xsl:if test="health/changed"><dt><t:text id="home.health-changed"/></dt><dd><xsl:value-of select="t:moment(health/changed)"/></dd></xsl:if>
  </dl>
</xsl:template>

</xsl:stylesheet>
