<?xml version="1.0" encoding="UTF-8"?>
<!--
  Parts every page may use. The four kinds of boards never look alike: an official copy is a ruled ledger in stamp blue, information a slip
  with a pin, community a slip with people, crisis a brick-red block that stands first.

    item: mode="row"      <li class="row">    in <ul class="rows">, any kind; parameter level of the heading (3)
          mode="slip"     <li class="slip">   in <ul class="slips">
          mode="ledger"   <tr>                in the table of call-template "ledger" (parameter items)
          mode="urgent"   a block, first in main
          mode="tags"     kind and state in words; mode="meta" dates, place, originator; mode="files" attachments
    call-template: report-link, find (search of towns), subscribe (strip; parameter title), ledger, street (layout.xsl)
    pager; from: mode="plate"
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<!-- Kind and state, each a word with an icon; colour repeats it, never carries it alone. -->
<xsl:template match="item" mode="tags">
  <p class="tags">
    <xsl:apply-templates select="." mode="kind"/>
    <xsl:if test="@urgent and @kind != 'crisis'"><xsl:text> </xsl:text><span class="tag brick"><t:icon name="alert"/><t:text id="part.urgent"/></span></xsl:if>
    <xsl:apply-templates select="." mode="state"/>
  </p>
</xsl:template>

<xsl:template match="item" mode="kind">
  <xsl:choose>
    <xsl:when test="@kind = 'official_copy'"><span class="stamp"><t:icon name="stamp"/><t:text id="kind.official_copy"/></span></xsl:when>
    <xsl:when test="@kind = 'community'"><span class="tag"><t:icon name="people"/><t:text id="kind.community"/></span></xsl:when>
    <xsl:when test="@kind = 'crisis'"><span class="tag brick"><t:icon name="alert"/><t:text id="kind.crisis"/></span></xsl:when>
    <xsl:otherwise><span class="tag"><t:icon name="pushpin"/><t:text id="kind.information"/></span></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Hanging is the ordinary state and needs no word; the page of one notice says it. -->
<xsl:template match="item" mode="state">
  <xsl:if test="@corrected and (@state = 'posted' or @state = 'extended')"><xsl:text> </xsl:text><span class="tag lit"><t:icon name="check"/><t:text id="feed.mark.corrected"/></span></xsl:if>
  <xsl:if test="@state != 'posted'">
    <xsl:text> </xsl:text>
    <span class="tag mute">
      <xsl:choose>
        <xsl:when test="@state = 'cancelled'"><t:icon name="cross"/><t:text id="state.cancelled"/></xsl:when>
        <xsl:when test="@state = 'scheduled'"><t:icon name="wait"/><t:text id="state.scheduled"/></xsl:when>
        <xsl:when test="@state = 'approval'"><t:icon name="wait"/><t:text id="state.approval"/></xsl:when>
        <xsl:when test="@state = 'extended'"><t:icon name="clock"/><t:text id="state.extended"/></xsl:when>
        <xsl:otherwise><t:icon name="clock"/><t:text id="state.taken_down"/></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:if>
</xsl:template>

<!-- One sentence: since when and until when. -->
<xsl:template match="item" mode="hangs">
  <xsl:choose>
    <xsl:when test="@state = 'cancelled'"><t:text id="part.cancelled"><t:arg select="t:date(changed)"/></t:text></xsl:when>
    <xsl:when test="@state = 'scheduled' or @state = 'approval'"><t:text id="part.scheduled"><t:arg select="t:date(posted)"/></t:text></xsl:when>
    <xsl:when test="takendown and until and substring(takendown, 12, 5) = '00:00'"><t:text id="part.hung"><t:arg select="t:from(posted, until)"/><t:arg select="t:date(until)"/></t:text></xsl:when>
    <xsl:when test="takendown"><t:text id="part.hung"><t:arg select="t:from(posted, takendown)"/><t:arg select="t:date(takendown)"/></t:text></xsl:when>
    <xsl:when test="until and substring(until, 1, 10) = substring(posted, 1, 10)"><t:text id="part.hangs-day"><t:arg select="t:date(posted)"/></t:text></xsl:when>
    <xsl:when test="until"><t:text id="part.hangs"><t:arg select="t:from(posted, until)"/><t:arg select="t:date(until)"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="part.posted"><t:arg select="t:date(posted)"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="item" mode="meta">
  <ul class="meta">
    <xsl:if test="event"><li><t:icon name="calendar"/><span><xsl:value-of select="t:capital(t:when(event))"/></span></li></xsl:if>
    <xsl:if test="place"><li><t:icon name="place"/><span><xsl:value-of select="place"/></span></li></xsl:if>
    <xsl:if test="originator"><li><t:icon name="person"/><span><xsl:value-of select="originator"/></span></li></xsl:if>
    <li><t:icon name="clock"/><span><xsl:apply-templates select="." mode="hangs"/></span></li>
    <xsl:if test="@attachments &gt; 0"><li><t:icon name="clip"/><span><t:text id="part.attachments"><t:arg select="@attachments"/></t:text></span></li></xsl:if>
    <xsl:if test="@unofficial"><li><t:icon name="doc"/><span><t:text id="part.unofficial"/></span></li></xsl:if>
  </ul>
</xsl:template>

<xsl:template match="item" mode="link">
  <a href="{$page/@root}{@href}"><xsl:call-template name="in-czech"/><xsl:value-of select="title"/></a>
</xsl:template>

<xsl:template match="item" mode="row">
  <xsl:param name="level" select="3"/>
  <li class="row">
    <xsl:apply-templates select="event/from" mode="plate"/>
    <div>
      <xsl:apply-templates select="." mode="tags"/>
      <xsl:element name="h{$level}"><xsl:apply-templates select="." mode="link"/></xsl:element>
      <xsl:if test="summary"><p><xsl:call-template name="in-czech"/><xsl:value-of select="summary"/></p></xsl:if>
      <xsl:apply-templates select="." mode="meta"/>
    </div>
  </li>
</xsl:template>

<!-- The icon says whose slip it is, the word what it is about. -->
<xsl:template match="item" mode="slip">
  <li class="slip">
    <p class="tags">
      <xsl:choose>
        <xsl:when test="not(category)"><xsl:apply-templates select="." mode="kind"/></xsl:when>
        <xsl:when test="@kind = 'community'"><span class="tag"><t:icon name="people"/><xsl:value-of select="category"/></span></xsl:when>
        <xsl:when test="@kind = 'crisis'"><span class="tag brick"><t:icon name="alert"/><xsl:value-of select="category"/></span></xsl:when>
        <xsl:otherwise><span class="tag"><t:icon name="pushpin"/><xsl:value-of select="category"/></span></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="." mode="state"/>
    </p>
    <h3><xsl:apply-templates select="." mode="link"/></h3>
    <xsl:if test="summary"><p><xsl:call-template name="in-czech"/><xsl:value-of select="summary"/></p></xsl:if>
    <xsl:apply-templates select="." mode="meta"/>
  </li>
</xsl:template>

<xsl:template match="item" mode="urgent">
  <div class="urgent">
    <p class="tags">
      <span class="tag brick"><t:icon name="alert"/>
        <xsl:choose>
          <xsl:when test="@kind = 'crisis'"><t:text id="kind.crisis"/></xsl:when>
          <xsl:otherwise><t:text id="part.urgent"/></xsl:otherwise>
        </xsl:choose>
      </span>
      <xsl:if test="@unofficial"><xsl:text> </xsl:text><span class="tag mute"><t:icon name="doc"/><t:text id="part.unofficial"/></span></xsl:if>
    </p>
    <h2><xsl:apply-templates select="." mode="link"/></h2>
    <p>
      <xsl:if test="event"><xsl:value-of select="t:capital(t:when(event))"/><xsl:text>. </xsl:text></xsl:if>
      <xsl:if test="summary"><xsl:value-of select="summary"/><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="hangs"/><xsl:text>.</xsl:text>
    </p>
  </div>
</xsl:template>

<!-- The official board: a table, newest first. In the archive the last column is the day of take-down. -->
<xsl:template name="ledger">
  <xsl:param name="items"/>
  <xsl:param name="archive" select="false()"/>
  <table class="ledger stack">
    <caption>
      <xsl:choose>
        <xsl:when test="$archive"><t:text id="part.ledger-archive"/></xsl:when>
        <xsl:when test="$items/@unofficial"><t:text id="part.ledger-unofficial"/></xsl:when>
        <xsl:otherwise><t:text id="part.ledger"/></xsl:otherwise>
      </xsl:choose>
    </caption>
    <thead>
      <tr>
        <th scope="col"><t:text id="part.notice"/></th>
        <th scope="col"><t:text id="part.posted-on"/></th>
        <th scope="col">
          <xsl:choose>
            <xsl:when test="$archive"><t:text id="part.taken-down"/></xsl:when>
            <xsl:otherwise><t:text id="part.until"/></xsl:otherwise>
          </xsl:choose>
        </th>
      </tr>
    </thead>
    <tbody>
      <xsl:apply-templates select="$items" mode="ledger"><xsl:with-param name="archive" select="$archive"/></xsl:apply-templates>
    </tbody>
  </table>
</xsl:template>

<xsl:template match="item" mode="ledger">
  <xsl:param name="archive"/>
  <tr>
    <th scope="row">
      <xsl:apply-templates select="." mode="link"/>
      <span><xsl:apply-templates select="." mode="line"/></span>
    </th>
    <td data-l="{t:part.posted-on}"><time datetime="{substring(posted, 1, 10)}"><xsl:value-of select="t:short(posted)"/></time></td>
    <xsl:choose>
      <xsl:when test="$archive and takendown"><td data-l="{t:part.taken-down}"><time datetime="{substring(takendown, 1, 10)}"><xsl:value-of select="t:short(takendown)"/></time></td></xsl:when>
      <xsl:when test="$archive"><td data-l="{t:part.taken-down}"><t:text id="part.unknown"/></td></xsl:when>
      <xsl:when test="until"><td data-l="{t:part.until}"><time datetime="{until}"><xsl:value-of select="t:short(until)"/></time></td></xsl:when>
      <xsl:otherwise><td data-l="{t:part.until}"><t:text id="part.not-set"/></td></xsl:otherwise>
    </xsl:choose>
  </tr>
</xsl:template>

<!-- č. j. MULNO 2417/2026, rozpočet a majetek, přílohy: 1, neoficiální kopie -->
<xsl:template match="item" mode="line">
  <xsl:variable name="said" select="reference or originator or category or @attachments != 0"/>
  <xsl:if test="reference"><t:text id="part.reference"><t:arg select="reference"/></t:text></xsl:if>
  <xsl:if test="originator"><xsl:if test="reference">, </xsl:if><xsl:value-of select="originator"/></xsl:if>
  <xsl:if test="category"><xsl:if test="reference or originator">, </xsl:if><xsl:value-of select="category"/></xsl:if>
  <xsl:if test="@attachments != 0"><xsl:if test="reference or originator or category">, </xsl:if><t:text id="part.attachments"><t:arg select="@attachments"/></t:text></xsl:if>
  <xsl:if test="@state = 'extended'"><xsl:if test="$said">, </xsl:if><t:text id="part.extended"/></xsl:if>
  <xsl:if test="corrects"><xsl:if test="$said or @state = 'extended'">, </xsl:if><t:text id="part.corrects"/></xsl:if>
  <xsl:if test="@state = 'cancelled'"><xsl:if test="$said or corrects">, </xsl:if><t:text id="part.cancelled-short"/></xsl:if>
  <xsl:if test="@unofficial"><xsl:if test="$said or corrects or @state = 'extended' or @state = 'cancelled'">, </xsl:if><t:text id="part.unofficial-short"/></xsl:if>
</xsl:template>

<!-- The day as a house-number plate, only where the day decides. -->
<xsl:template match="from" mode="plate">
  <time class="plate" datetime="{substring(., 1, 10)}">
    <span><xsl:value-of select="t:word($weekdays-short, @day)"/></span><xsl:text> </xsl:text>
    <b><t:text id="date.day"><t:arg select="number(substring(., 9, 2))"/></t:text></b><xsl:text> </xsl:text>
    <span><xsl:value-of select="t:word($months, substring(., 6, 2))"/></span>
  </time>
</xsl:template>

<xsl:template match="item" mode="files">
  <ul class="files">
    <xsl:for-each select="attachment">
      <xsl:variable name="type"><xsl:apply-templates select="@media_type"/></xsl:variable>
      <xsl:variable name="size"><xsl:if test="@bytes &gt; 0"><xsl:value-of select="t:bytes(@bytes)"/></xsl:if></xsl:variable>
      <li>
        <t:icon name="clip"/>
        <div>
          <a href="{@url}" rel="nofollow noopener"><xsl:call-template name="in-czech"/><xsl:value-of select="."/></a>
          <xsl:if test="$type != '' or $size != ''">
            <xsl:text> </xsl:text>
            <span class="small soft"><xsl:value-of select="$type"/><xsl:if test="$type != '' and $size != ''">, </xsl:if><xsl:value-of select="$size"/></span>
          </xsl:if>
        </div>
      </li>
    </xsl:for-each>
  </ul>
</xsl:template>

<xsl:template match="@media_type">
  <xsl:choose>
    <xsl:when test=". = 'application/pdf'">PDF</xsl:when>
    <xsl:when test="contains(., 'wordprocessing') or contains(., 'msword')">Word</xsl:when>
    <xsl:when test="contains(., 'spreadsheet') or contains(., 'excel')">Excel</xsl:when>
    <xsl:when test="contains(., 'zip')">ZIP</xsl:when>
    <xsl:when test="starts-with(., 'image/')"><t:text id="part.picture"/></xsl:when>
    <xsl:when test=". = 'text/html'"><t:text id="part.web"/></xsl:when>
  </xsl:choose>
</xsl:template>

<!-- Notices are written in Czech: a page in another language tells readers aloud so (lang on the element it is called in). -->
<xsl:template name="in-czech">
  <xsl:if test="'{t:lang}' != 'cs'"><xsl:attribute name="lang">cs</xsl:attribute></xsl:if>
</xsl:template>

<!-- Reporting what this page shows (DSA art. 16): one link, the same under every public item. -->
<xsl:template name="report-link">
  <p class="small noprint"><a href="{$page/@root}/nahlasit?co={$page/@path}" rel="nofollow"><t:icon name="alert"/><t:text id="part.report"/></a></p>
</xsl:template>

<!-- Pages as links; far pages hide behind an ellipsis. -->
<xsl:template match="pager">
  <xsl:if test="@pages &gt; 1">
    <nav class="pager" aria-label="{t:part.pages}">
      <ul>
        <xsl:if test="@prev"><li><a href="{$page/@root}{$page/@path}{t:query(' strana ', concat('strana=', @prev))}" rel="prev"><t:text id="part.newer"/></a></li></xsl:if>
        <xsl:call-template name="pager-pages"><xsl:with-param name="n" select="1"/></xsl:call-template>
        <xsl:if test="@next"><li><a href="{$page/@root}{$page/@path}{t:query(' strana ', concat('strana=', @next))}" rel="next"><t:text id="part.older"/></a></li></xsl:if>
      </ul>
    </nav>
  </xsl:if>
</xsl:template>

<xsl:template name="pager-pages">
  <xsl:param name="n"/>
  <xsl:variable name="near" select="$n = 1 or $n = @pages or ($n &gt;= @page - 1 and $n &lt;= @page + 1)"/>
  <xsl:variable name="next">
    <xsl:choose>
      <xsl:when test="$n = 1 and @page &gt; 3"><xsl:value-of select="@page - 1"/></xsl:when>
      <xsl:when test="$n = @page + 1 and $n &lt; @pages"><xsl:value-of select="@pages"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$n + 1"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <li>
    <a href="{$page/@root}{$page/@path}{t:query(' strana ', substring(concat('strana=', $n), 1, 20 * ($n != 1)))}">
      <xsl:attribute name="aria-label"><t:text id="part.page"><t:arg select="$n"/></t:text></xsl:attribute>
      <xsl:if test="$n = @page"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
      <xsl:value-of select="$n"/>
    </a>
  </li>
  <xsl:if test="$n &lt; @pages">
    <xsl:if test="$next &gt; $n + 1"><li class="gap" aria-hidden="true">…</li></xsl:if>
    <xsl:call-template name="pager-pages"><xsl:with-param name="n" select="number($next)"/></xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- Subscribe to exactly this selection. -->
<xsl:template name="subscribe">
  <xsl:param name="title"><t:text id="part.subscribe"/></xsl:param>
  <xsl:param name="embed" select="boolean($page/town)"/>
  <xsl:param name="ics" select="true()"/>
  <xsl:variable name="query" select="t:query(' strana jazyk ', substring('jazyk={t:lang}', 1, 8 * ('{t:lang}' != 'cs')))"/>
  <xsl:variable name="path" select="concat($page/@root, $page/@path)"/>
  <section class="subs" aria-labelledby="odber">
    <h2 id="odber"><xsl:copy-of select="$title"/></h2>
    <ul>
      <li><a href="{$path}.rss{$query}" type="application/rss+xml"><t:icon name="rss"/><span><b>RSS</b><xsl:text> </xsl:text><t:text id="part.rss"/></span></a></li>
      <li><a href="{$path}.atom{$query}" type="application/atom+xml"><t:icon name="rss"/><span><b>Atom</b><xsl:text> </xsl:text><t:text id="part.atom"/></span></a></li>
      <xsl:if test="$ics"><li><a href="{$path}.ics{$query}" type="text/calendar"><t:icon name="calendar"/><span><b><t:text id="part.calendar"/></b><xsl:text> </xsl:text><t:text id="part.ics"/></span></a></li></xsl:if>
      <xsl:if test="$embed"><li><a href="{$page/@root}/{$page/town/@slug}/vlozit"><t:icon name="code"/><span><b><t:text id="part.embed"/></b><xsl:text> </xsl:text><t:text id="part.embed-text"/></span></a></li></xsl:if>
    </ul>
    <p class="small acts">
      <xsl:if test="$ics"><a class="go" href="webcal:{substring-after($page/@base, ':')}{$page/@path}.ics{$query}"><t:text id="part.webcal"/></a></xsl:if>
      <a class="go" href="{$path}.json{$query}" type="application/feed+json">JSON Feed</a>
      <a class="go" href="{$path}.jsonld{$query}" type="application/ld+json"><t:text id="part.open-data"/></a>
      <a class="go" href="{$page/@root}/odber"><t:text id="part.what-is-it"/></a>
    </p>
  </section>
</xsl:template>

<!-- Black on white in every scheme, with the quiet zone readers need; label says what it leads to. -->
<xsl:template match="qr">
  <xsl:param name="label"/>
  <div class="qr">
    <svg viewBox="-4 -4 {@size + 8} {@size + 8}" role="img" shape-rendering="crispEdges" aria-label="{normalize-space($label)}"><path d="{@path}"/></svg>
  </div>
</xsl:template>

<!-- The two biggest acts; the town is asked for next. -->
<xsl:template name="help-doors">
  <ul class="doors">
    <li><a class="door ask" href="{$page/@root}/pomoc?chci=potrebuji"><t:icon name="help"/><span><b><t:text id="lists.need"/></b><xsl:text> </xsl:text><t:text id="lists.need-what"/></span></a></li>
    <li><a class="door" href="{$page/@root}/pomoc?chci=pomohu"><t:icon name="house"/><span><b><t:text id="lists.want"/></b><xsl:text> </xsl:text><t:text id="lists.want-what"/></span></a></li>
  </ul>
</xsl:template>

<!-- Search of towns; works without script. -->
<xsl:template name="find">
  <form class="find" role="search" action="{$page/@root}/hledat" method="get">
    <label for="obec"><t:text id="part.find"/></label>
    <span class="hint" id="obec-h"><t:text id="part.find-hint"/></span>
    <input id="obec" name="obec" type="search" maxlength="100" autocomplete="address-level2" aria-describedby="obec-h" value="{$page/form/field[@name='obec']/value}"/>
    <button class="btn"><t:icon name="search"/><t:text id="part.find-button"/></button>
  </form>
</xsl:template>

<!-- A photo no larger than so many pixels each way. -->
<xsl:template match="photo">
  <xsl:param name="src"/>
  <xsl:param name="most" select="240"/>
  <xsl:variable name="longer" select="(@width &gt;= @height) * @width + (@width &lt; @height) * @height"/>
  <img src="{$src}" alt="{.}" width="{ceiling(@width * $most div $longer)}" height="{ceiling(@height * $most div $longer)}"/>
</xsl:template>

</xsl:stylesheet>
