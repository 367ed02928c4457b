<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of the program board: the board of a town, one notice, a month of the archive, the sources it is brought in from. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:include href="layout.xsl"/>
<xsl:include href="board-write.xsl"/>

<xsl:variable name="root" select="/page/@root"/>
<xsl:variable name="board" select="concat(/page/@root, '/', /page/town/@slug, '/nastenka')"/>

<!-- ===== the board ===== -->

<xsl:template match="page[@name='board-list']" mode="title">
  <xsl:choose>
    <xsl:when test="filter/@archiv"><t:text id="board.archive-title"><t:arg select="t:place(town/name)"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="board.title"><t:arg select="t:place(town/name)"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='board-list']" mode="description"><t:text id="board.description"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='board-list']" mode="feeds"><xsl:call-template name="feeds"/></xsl:template>
<xsl:template match="page[@name='board-list']" mode="crumbs">
  <xsl:choose>
    <xsl:when test="filter/@archiv">
      <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
      <li aria-current="page"><t:text id="board.archive"/></li>
    </xsl:when>
    <xsl:otherwise><li aria-current="page"><t:text id="layout.nav-board"/></li></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@name='board-list']" mode="main">
  <xsl:variable name="archive" select="boolean(filter/@archiv)"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:call-template name="desk"/>
  <xsl:apply-templates select="item[@urgent or @kind = 'crisis'][not($archive)]" mode="urgent"/>
  <xsl:call-template name="unofficial"/>
  <xsl:call-template name="tabs"/>
  <xsl:call-template name="filter"/>
  <xsl:if test="not(item)"><xsl:call-template name="nothing"/></xsl:if>
  <xsl:call-template name="kind-ledger">
    <xsl:with-param name="items" select="item[@kind = 'official_copy'][$archive or not(@urgent)]"/>
    <xsl:with-param name="archive" select="$archive"/>
  </xsl:call-template>
  <xsl:call-template name="kind-slips"><xsl:with-param name="items" select="item[$archive][@kind = 'crisis']"/></xsl:call-template>
  <xsl:call-template name="kind-slips"><xsl:with-param name="items" select="item[@kind = 'information'][$archive or not(@urgent)]"/></xsl:call-template>
  <xsl:call-template name="kind-slips"><xsl:with-param name="items" select="item[@kind = 'community'][$archive or not(@urgent)]"/></xsl:call-template>
  <xsl:apply-templates select="pager"/>
  <xsl:if test="$archive"><p class="acts"><a class="go" href="{@root}/{town/@slug}/archiv/{substring(@today, 1, 7)}"><t:icon name="calendar"/><t:text id="board.by-month"/></a></p></xsl:if>
  <xsl:call-template name="subscribe"/>
</xsl:template>

<!-- For those who write here, and nobody else sees it. -->
<xsl:template name="desk">
  <xsl:if test="viewer/may[@action='notice.write']">
    <p class="acts"><a class="btn" href="{$board}/napsat"><t:icon name="plus"/><t:text id="board.write"/></a></p>
  </xsl:if>
  <xsl:if test="@held"><p class="acts"><a class="go" href="{$board}/cekajici"><t:icon name="wait"/><t:count id="board.held-count" select="@held"/></a></p></xsl:if>
  <xsl:if test="waiting">
    <section class="noprint" aria-labelledby="ceka">
      <div class="head"><h2 id="ceka"><t:icon name="wait"/><xsl:text> </xsl:text><t:text id="board.waiting"/></h2></div>
      <ul class="rows">
        <xsl:for-each select="waiting">
          <li class="row"><div>
            <h3><a href="{$root}{@href}"><xsl:value-of select="title"/></a></h3>
            <p>
              <xsl:choose>
                <xsl:when test="@state = 'approval'"><t:text id="board.waiting-read"/></xsl:when>
                <xsl:otherwise><t:text id="board.waiting-until"><t:arg select="t:moment(posted)"/></t:text></xsl:otherwise>
              </xsl:choose>
            </p>
          </div></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:if>
</xsl:template>

<!-- Until the town takes its page over, nobody may think this is the town speaking. -->
<xsl:template name="unofficial">
  <xsl:if test="town/@official != 'yes'">
    <div class="note"><p class="wide"><t:icon name="doc"/><xsl:text> </xsl:text>
      <strong><t:text id="board.unofficial"/></strong><xsl:text> </xsl:text>
      <t:text id="board.unofficial-text"><t:arg><a href="{@root}/{town/@slug}/zdroje"><t:text id="board.unofficial-link"/></a></t:arg></t:text>
    </p></div>
  </xsl:if>
</xsl:template>

<xsl:template name="tabs">
  <nav class="tabs" aria-label="{t:board.tabs}">
    <ul>
      <li><a href="{$board}{t:query(' deska archiv strana ', '')}"><xsl:if test="not(filter/@deska) and not(filter/@archiv)"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="board.all"/> (<xsl:value-of select="t:number(sum(count/@hanging))"/>)</a></li>
      <xsl:apply-templates select="count[@kind = 'official_copy']" mode="tab"><xsl:with-param name="word" select="'uredni'"/></xsl:apply-templates>
      <xsl:apply-templates select="count[@kind = 'information']" mode="tab"><xsl:with-param name="word" select="'obec'"/></xsl:apply-templates>
      <xsl:apply-templates select="count[@kind = 'community']" mode="tab"><xsl:with-param name="word" select="'spolky'"/></xsl:apply-templates>
      <xsl:apply-templates select="count[@kind = 'crisis']" mode="tab"><xsl:with-param name="word" select="'krize'"/></xsl:apply-templates>
      <li><a href="{$board}{t:query(' archiv strana ', 'archiv=ano')}"><xsl:if test="filter/@archiv"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:text id="board.archive"/><xsl:if test="archive/@count"> (<xsl:value-of select="t:number(archive/@count)"/>)</xsl:if></a></li>
    </ul>
  </nav>
</xsl:template>

<!-- a board with nothing on it needs no tab, unless it is the one asked for -->
<xsl:template match="count" mode="tab">
  <xsl:param name="word"/>
  <xsl:if test="@hanging &gt; 0 or ../filter/@deska = $word"><li><a href="{$board}{t:query(' deska archiv strana ', concat('deska=', $word))}"><xsl:if test="../filter/@deska = $word and not(../filter/@archiv)"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:call-template name="kind-title"><xsl:with-param name="kind" select="@kind"/></xsl:call-template> (<xsl:value-of select="t:number(@hanging)"/>)</a></li></xsl:if>
</xsl:template>

<xsl:template name="kind-title">
  <xsl:param name="kind"/>
  <xsl:choose>
    <xsl:when test="$kind = 'official_copy'"><t:text id="kind.official_copy-board"/></xsl:when>
    <xsl:when test="$kind = 'information'"><t:text id="kind.information-board"/></xsl:when>
    <xsl:when test="$kind = 'community'"><t:text id="kind.community-board"/></xsl:when>
    <xsl:otherwise><t:text id="kind.crisis-board"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A GET form keeps what it does not show in hidden fields. -->
<xsl:template name="filter">
  <form class="filter noprint" role="search" action="{$board}" method="get">
    <xsl:if test="filter/@deska"><input type="hidden" name="deska" value="{filter/@deska}"/></xsl:if>
    <xsl:if test="filter/@archiv"><input type="hidden" name="archiv" value="{filter/@archiv}"/></xsl:if>
    <xsl:if test="contains(concat('&amp;', @query), '&amp;jazyk=')"><input type="hidden" name="jazyk" value="{t:lang}"/></xsl:if>
    <div><label for="q"><t:text id="board.search"/></label><input id="q" name="q" type="search" maxlength="100" value="{filter/@q}"/></div>
    <xsl:if test="categories/category">
      <div>
        <label for="kategorie"><t:text id="board.category"/></label>
        <select id="kategorie" name="kategorie">
          <option value=""><t:text id="board.every-category"/></option>
          <xsl:for-each select="categories/category">
            <option value="{@slug}"><xsl:if test="@slug = ../../filter/@kategorie"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="@name"/> (<xsl:value-of select="@count"/>)</option>
          </xsl:for-each>
        </select>
      </div>
    </xsl:if>
    <button class="btn"><t:icon name="search"/><t:text id="board.show"/></button>
  </form>
</xsl:template>

<!-- What is not here, then what one can do. -->
<xsl:template name="nothing">
  <div class="empty">
    <xsl:choose>
      <xsl:when test="filter/@q">
        <p><strong><t:text id="board.nothing-found"><t:arg select="filter/@q"/></t:text></strong></p>
        <p><t:text id="board.nothing-found-do"/></p>
      </xsl:when>
      <xsl:when test="filter/@archiv">
        <p><strong><t:text id="board.nothing-archived"/></strong></p>
        <p><t:text id="board.nothing-archived-do"/></p>
      </xsl:when>
      <xsl:when test="filter/@deska or filter/@kategorie">
        <p><strong><t:text id="board.nothing-here"/></strong></p>
        <p><t:text id="board.nothing-here-do"/></p>
      </xsl:when>
      <xsl:otherwise>
        <p><strong><t:text id="board.nothing"/></strong></p>
        <p><t:text id="board.nothing-do"/></p>
      </xsl:otherwise>
    </xsl:choose>
    <p class="acts">
      <xsl:if test="filter/@q or filter/@deska or filter/@kategorie or filter/@archiv"><a class="btn quiet" href="{$board}"><t:text id="board.whole"/></a></xsl:if>
      <xsl:if test="not(filter/@archiv)"><a class="go" href="{$board}{t:query(' archiv strana ', 'archiv=ano')}"><t:text id="board.try-archive"/></a></xsl:if>
    </p>
  </div>
</xsl:template>

<xsl:template name="kind-ledger">
  <xsl:param name="items"/>
  <xsl:param name="archive"/>
  <xsl:if test="$items">
    <section aria-labelledby="uredni">
      <div class="head"><h2 id="uredni"><t:text id="kind.official_copy-board"/></h2>
        <span class="stamp"><t:icon name="stamp"/>
          <xsl:choose>
            <xsl:when test="town/@official = 'yes'"><t:text id="kind.office"/></xsl:when>
            <xsl:otherwise><t:text id="part.unofficial"/></xsl:otherwise>
          </xsl:choose>
        </span>
      </div>
      <xsl:call-template name="ledger">
        <xsl:with-param name="items" select="$items"/>
        <xsl:with-param name="archive" select="$archive"/>
      </xsl:call-template>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template name="kind-slips">
  <xsl:param name="items"/>
  <xsl:if test="$items">
    <xsl:variable name="kind" select="$items[1]/@kind"/>
    <section aria-labelledby="{$kind}">
      <div class="head"><h2 id="{$kind}">
        <xsl:choose>
          <xsl:when test="$kind = 'community'"><t:icon name="people"/></xsl:when>
          <xsl:when test="$kind = 'crisis'"><t:icon name="alert"/></xsl:when>
          <xsl:otherwise><t:icon name="pushpin"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text><xsl:call-template name="kind-title"><xsl:with-param name="kind" select="$kind"/></xsl:call-template></h2></div>
      <p class="soft">
        <xsl:choose>
          <xsl:when test="$kind = 'community'"><t:text id="kind.community-what"/></xsl:when>
          <xsl:when test="$kind = 'crisis'"><t:text id="kind.crisis-what"/></xsl:when>
          <xsl:otherwise><t:text id="kind.information-what"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <ul class="slips"><xsl:apply-templates select="$items" mode="slip"/></ul>
    </section>
  </xsl:if>
</xsl:template>

<!-- ===== one notice ===== -->

<xsl:template match="page[@name='board-show']" mode="title"><xsl:value-of select="item/title"/> | <t:text id="board.title"><t:arg select="t:place(town/name)"/></t:text></xsl:template>
<xsl:template match="page[@name='board-show']" mode="description">
  <xsl:choose>
    <xsl:when test="item/summary"><xsl:value-of select="item/summary"/></xsl:when>
    <xsl:otherwise><t:text id="board.show-description"><t:arg select="item/title"/><t:arg select="town/name"/><t:arg select="t:date(item/posted)"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='board-show']" mode="feeds">
  <xsl:call-template name="feeds"><xsl:with-param name="title" select="item/title"/></xsl:call-template>
</xsl:template>
<xsl:template match="page[@name='board-show']" mode="crumbs">
  <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
  <li aria-current="page"><t:text id="board.notice"><t:arg select="item/@id"/></t:text></li>
</xsl:template>

<xsl:template match="page[@name='board-show']" mode="main">
  <div class="cols">
    <xsl:apply-templates select="item" mode="doc"/>
    <div class="noprint">
      <section aria-labelledby="codal">
        <h2 id="codal"><t:text id="board.next"/></h2>
        <ul class="files">
          <xsl:if test="item/category"><li><a class="go" href="{$board}?kategorie={item/category/@slug}"><t:icon name="rss"/><t:text id="board.same-category"><t:arg select="item/category"/></t:text></a></li></xsl:if>
          <li><a class="go" href="{$board}"><t:icon name="board"/><t:text id="board.whole"/></a></li>
          <li><a class="go" href="{@root}{@path}.jsonld" type="application/ld+json"><t:icon name="doc"/><t:text id="board.as-data"/></a></li>
          <li><a class="go" href="{@root}/o/{item/@id}"><t:icon name="check"/><t:text id="board.permanent"/></a></li>
        </ul>
      </section>
      <section aria-labelledby="zmeny">
        <h2 id="zmeny"><t:text id="board.history"/></h2>
        <ol class="small">
          <li><t:text id="board.history-posted"><t:arg select="t:moment(item/posted)"/></t:text></li>
          <xsl:for-each select="item/version">
            <xsl:sort select="@number" data-type="number"/>
            <li><t:text id="board.history-changed"><t:arg select="t:moment(recorded)"/><t:arg select="@number + 1"/></t:text></li>
          </xsl:for-each>
          <xsl:if test="item/@version &gt; 1 and not(item/version)"><li><t:text id="board.history-changed"><t:arg select="t:moment(item/changed)"/><t:arg select="item/@version"/></t:text></li></xsl:if>
          <xsl:if test="item/takendown"><li><t:text id="board.history-down"><t:arg select="t:moment(item/takendown)"/></t:text></li></xsl:if>
        </ol>
      </section>
    </div>
  </div>
</xsl:template>

<xsl:template match="item" mode="doc">
  <article class="doc">
    <xsl:if test="@kind = 'official_copy'"><xsl:attribute name="class">doc office</xsl:attribute></xsl:if>
    <xsl:apply-templates select="." mode="doc-tags"/>
    <h1><xsl:call-template name="in-czech"/><xsl:value-of select="title"/></h1>
    <xsl:call-template name="doc-facts"/>
    <xsl:call-template name="doc-relations"/>
    <xsl:choose>
      <xsl:when test="body/*"><div><xsl:call-template name="in-czech"/><xsl:apply-templates select="body" mode="markdown"/></div></xsl:when>
      <xsl:when test="summary"><p><xsl:call-template name="in-czech"/><xsl:value-of select="summary"/></p></xsl:when>
      <xsl:when test="attachment"><p class="soft"><t:text id="board.text-in-files"/></p></xsl:when>
    </xsl:choose>
    <xsl:if test="attachment">
      <h2><t:text id="board.attachments"/></h2>
      <xsl:apply-templates select="." mode="files"/>
    </xsl:if>
    <xsl:if test="event or until">
      <p class="acts"><a class="btn quiet" href="{$page/@root}{$page/@path}.ics" type="text/calendar"><t:icon name="calendar"/><t:text id="board.to-calendar"/></a></p>
    </xsl:if>
    <xsl:call-template name="doc-source"/>
    <xsl:call-template name="doc-acts"/>
    <xsl:call-template name="report-link"/>
  </article>
</xsl:template>

<xsl:template name="doc-acts">
  <xsl:variable name="at" select="concat($board, '/', @id)"/>
  <xsl:if test="$page/viewer/may[@action='notice.edit' or @action='notice.takedown']">
    <p class="acts noprint">
      <xsl:if test="$page/viewer/may[@action='notice.edit']"><a class="btn quiet" href="{$at}/upravit"><t:icon name="doc"/><t:text id="board.change"/></a></xsl:if>
      <xsl:if test="$page/viewer/may[@action='notice.takedown']">
        <a class="btn stop" href="{$at}/sejmout"><t:icon name="cross"/>
          <xsl:choose>
            <xsl:when test="@state = 'scheduled' or @state = 'approval'"><t:text id="board.call-off"/></xsl:when>
            <xsl:otherwise><t:text id="board.down"/></xsl:otherwise>
          </xsl:choose>
        </a>
      </xsl:if>
    </p>
  </xsl:if>
</xsl:template>

<xsl:template match="item" mode="doc-tags">
  <p class="tags">
    <xsl:apply-templates select="." mode="kind"/>
    <xsl:if test="@urgent and @kind != 'crisis'"><xsl:text> </xsl:text><span class="tag brick"><t:icon name="alert"/><t:text id="part.urgent"/></span></xsl:if>
    <xsl:if test="@state = 'posted' or @state = 'extended'"><xsl:text> </xsl:text><span class="tag"><t:icon name="check"/><t:text id="state.posted"/></span></xsl:if>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:if test="@unofficial"><xsl:text> </xsl:text><span class="tag mute"><t:icon name="doc"/><t:text id="part.unofficial"/></span></xsl:if>
  </p>
</xsl:template>

<xsl:template name="doc-facts">
  <dl class="facts">
    <xsl:if test="event"><dt><t:text id="board.event"/></dt><dd><xsl:value-of select="t:when(event)"/></dd></xsl:if>
    <xsl:if test="place"><dt><t:text id="board.place"/></dt><dd><xsl:value-of select="place"/></dd></xsl:if>
    <dt><t:text id="part.posted-on"/></dt>
    <dd><time datetime="{posted/@utc}"><xsl:value-of select="t:weekday(posted)"/></time></dd>
    <xsl:if test="until and not(takendown)"><dt><t:text id="part.until"/></dt><dd><time datetime="{until}"><xsl:value-of select="t:weekday(until)"/></time></dd></xsl:if>
    <xsl:if test="takendown"><dt><t:text id="part.taken-down"/></dt><dd><time datetime="{takendown/@utc}"><xsl:value-of select="t:weekday(takendown)"/></time></dd></xsl:if>
    <xsl:if test="issued"><dt><t:text id="board.issued"/></dt><dd><time datetime="{issued}"><xsl:value-of select="t:date(issued)"/></time></dd></xsl:if>
    <xsl:if test="reference"><dt><t:text id="board.reference"/></dt><dd><xsl:value-of select="reference"/></dd></xsl:if>
    <xsl:if test="file_mark"><dt><t:text id="board.file-mark"/></dt><dd><xsl:value-of select="file_mark"/></dd></xsl:if>
    <xsl:if test="originator"><dt><t:text id="board.originator"/></dt><dd><xsl:value-of select="originator"/></dd></xsl:if>
    <xsl:if test="category"><dt><t:text id="board.category"/></dt><dd><a href="{$board}?kategorie={category/@slug}"><xsl:value-of select="category"/></a></dd></xsl:if>
  </dl>
</xsl:template>

<xsl:template name="doc-relations">
  <xsl:if test="@state = 'taken_down' or @state = 'archived'"><p class="note"><t:icon name="clock"/><xsl:text> </xsl:text><t:text id="board.not-hanging"/></p></xsl:if>
  <xsl:if test="@state = 'approval'"><p class="note lit"><t:icon name="wait"/><xsl:text> </xsl:text><t:text id="board.is-held"/></p></xsl:if>
  <xsl:if test="@state = 'cancelled'"><p class="note lit"><t:icon name="cross"/><xsl:text> </xsl:text><t:text id="board.is-cancelled"><t:arg select="t:date(changed)"/></t:text></p></xsl:if>
  <xsl:if test="corrected_by"><p class="note lit"><t:icon name="alert"/><xsl:text> </xsl:text><t:text id="board.corrected"><t:arg><a href="{$page/@root}/o/{corrected_by/@id}"><t:text id="board.corrected-link"/></a></t:arg></t:text></p></xsl:if>
  <xsl:if test="corrects"><p class="note"><t:icon name="check"/><xsl:text> </xsl:text><t:text id="board.corrects"><t:arg><a href="{$page/@root}/o/{corrects/@id}"><t:text id="board.corrects-link"/></a></t:arg></t:text></p></xsl:if>
</xsl:template>

<!-- Where it is from: a copy always says so and leads to the original. -->
<xsl:template name="doc-source">
  <xsl:if test="source or link">
    <section class="origin" aria-labelledby="zdroj">
      <h2 id="zdroj">
        <xsl:choose>
          <xsl:when test="@unofficial"><t:text id="part.unofficial"/></xsl:when>
          <xsl:otherwise><t:text id="board.source"/></xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:choose>
        <xsl:when test="@unofficial and @kind = 'official_copy'"><p><t:text id="board.copy-official"/></p></xsl:when>
        <xsl:when test="@unofficial"><p><t:text id="board.copy"/></p></xsl:when>
      </xsl:choose>
      <ul class="files">
        <xsl:if test="link"><li><a class="go" href="{link}" rel="nofollow noopener"><t:icon name="next"/><t:text id="board.original"/></a></li></xsl:if>
        <xsl:if test="source"><li><a class="go" href="{source/page | source/url[not(../page)]}" rel="nofollow noopener"><t:icon name="doc"/><span><t:text id="board.source-name"/>: <xsl:call-template name="source-title"><xsl:with-param name="source" select="source"/></xsl:call-template></span></a></li></xsl:if>
      </ul>
    </section>
  </xsl:if>
</xsl:template>

<xsl:template name="source-title">
  <xsl:param name="source"/>
  <xsl:choose>
    <xsl:when test="$source/title != ''"><xsl:value-of select="$source/title"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="substring-before(concat(substring-after($source/url, '://'), '/'), '/')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ===== a month of the archive ===== -->

<xsl:template match="page[@name='board-month']" mode="title"><t:text id="board.month-title"><t:arg select="t:month(archive/@month)"/><t:arg select="t:place(town/name)"/></t:text></xsl:template>
<xsl:template match="page[@name='board-month']" mode="description"><t:text id="board.month-description"><t:arg select="town/name"/><t:arg select="t:month(archive/@month)"/></t:text></xsl:template>
<xsl:template match="page[@name='board-month']" mode="crumbs">
  <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
  <li><a href="{$board}?archiv=ano"><t:text id="board.archive"/></a></li>
  <li aria-current="page"><xsl:value-of select="t:month(archive/@month)"/></li>
</xsl:template>

<xsl:template match="page[@name='board-month']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><t:count id="n.notices" select="count(item)"/></p>
  <xsl:call-template name="month-ways"/>
  <xsl:choose>
    <xsl:when test="item"><ul class="rows"><xsl:apply-templates select="item" mode="row"><xsl:with-param name="level" select="2"/></xsl:apply-templates></ul></xsl:when>
    <xsl:otherwise><div class="empty"><p><strong><t:text id="board.month-nothing"/></strong></p><p class="acts"><a class="btn quiet" href="{$board}"><t:text id="board.whole"/></a></p></div></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="count(item) &gt; 5"><xsl:call-template name="month-ways"/></xsl:if>
</xsl:template>

<xsl:template name="month-ways">
  <p class="acts">
    <xsl:if test="archive/@prev"><a class="go" rel="prev" href="{@root}/{town/@slug}/archiv/{archive/@prev}"><xsl:value-of select="t:month(archive/@prev)"/></a></xsl:if>
    <xsl:if test="archive/@next"><a class="go" rel="next" href="{@root}/{town/@slug}/archiv/{archive/@next}"><xsl:value-of select="t:month(archive/@next)"/></a></xsl:if>
  </p>
</xsl:template>

<!-- ===== sources ===== -->

<xsl:template match="page[@name='board-sources']" mode="title"><t:text id="board.sources-title"><t:arg select="t:place(town/name)"/></t:text></xsl:template>
<xsl:template match="page[@name='board-sources']" mode="description"><t:text id="board.sources-description"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='board-sources']" mode="crumbs">
  <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
  <li aria-current="page"><t:text id="board.sources"/></li>
</xsl:template>

<xsl:template match="page[@name='board-sources']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><t:text id="board.sources-lead"/></p>
  <xsl:choose>
    <xsl:when test="source">
      <table class="stack">
        <caption><t:text id="board.sources-caption"/></caption>
        <thead><tr><th scope="col"><t:text id="board.source"/></th><th scope="col"><t:text id="board.source-board"/></th><th scope="col"><t:text id="board.source-good"/></th><th scope="col"><t:text id="board.source-state"/></th></tr></thead>
        <tbody><xsl:apply-templates select="source"/></tbody>
      </table>
    </xsl:when>
    <xsl:otherwise>
      <div class="empty">
        <p><strong><t:text id="board.sources-nothing"/></strong></p>
        <p><t:text id="board.sources-nothing-do"/></p>
        <p class="acts"><a class="btn quiet" href="{$board}"><t:text id="board.whole"/></a></p>
      </div>
    </xsl:otherwise>
  </xsl:choose>
  <p><t:text id="board.sources-how"/></p>
</xsl:template>

<xsl:template match="source">
  <tr>
    <th scope="row" class="all">
      <a href="{page | url[not(../page)]}" rel="nofollow noopener"><xsl:call-template name="source-title"><xsl:with-param name="source" select="."/></xsl:call-template></a>
      <span class="small soft"><xsl:value-of select="url"/></span>
    </th>
    <td data-l="{t:board.source-board}"><xsl:call-template name="kind-title"><xsl:with-param name="kind" select="@kind"/></xsl:call-template></td>
    <td data-l="{t:board.source-good}">
      <xsl:choose>
        <xsl:when test="good"><time datetime="{good/@utc}"><xsl:value-of select="t:moment(good)"/></time><br/><span class="small soft"><t:count id="n.notices" select="@items"/></span></xsl:when>
        <xsl:otherwise><t:text id="board.source-never"/></xsl:otherwise>
      </xsl:choose>
    </td>
    <td class="all" data-l="{t:board.source-state}">
      <xsl:choose>
        <xsl:when test="@state = 'paused'"><span class="tag mute"><t:icon name="wait"/><t:text id="board.source-paused"/></span></xsl:when>
        <xsl:when test="@failures &gt; 0"><span class="tag brick"><t:icon name="alert"/><t:text id="board.source-broken"/></span></xsl:when>
        <xsl:when test="good"><span class="tag"><t:icon name="check"/><t:text id="board.source-good-state"/></span></xsl:when>
        <xsl:otherwise><span class="tag mute"><t:icon name="wait"/><t:text id="board.source-new"/></span></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="problem and @failures &gt; 0"><br/><span class="small soft"><xsl:value-of select="problem"/></span></xsl:if>
    </td>
  </tr>
</xsl:template>

</xsl:stylesheet>
