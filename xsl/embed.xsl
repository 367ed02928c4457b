<?xml version="1.0" encoding="UTF-8"?>
<!-- The configurator and the page inside a frame. What other sites paste is written in snippet.xsl, the bare piece in piece.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:e="https://sousede.example/embed" exclude-result-prefixes="e t">
<xsl:include href="layout.xsl"/>
<xsl:include href="snippet.xsl"/>
<xsl:include href="piece.xsl"/>

<!-- The page inside a frame: no header, no cookie; links leave the frame. -->
<xsl:template match="/page[@name='embed-frame']" priority="2">
  <html lang="{t:lang}">
    <xsl:if test="embed/@vzhled = 'svetly'"><xsl:attribute name="class">light</xsl:attribute></xsl:if>
    <xsl:if test="embed/@vzhled = 'tmavy'"><xsl:attribute name="class">dark</xsl:attribute></xsl:if>
    <head>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title><xsl:apply-templates select="." mode="frame-title"/></title>
      <meta name="color-scheme" content="light dark">
        <xsl:if test="embed/@vzhled = 'svetly'"><xsl:attribute name="content">light</xsl:attribute></xsl:if>
        <xsl:if test="embed/@vzhled = 'tmavy'"><xsl:attribute name="content">dark</xsl:attribute></xsl:if>
      </meta>
      <meta name="robots" content="noindex"/>
      <link rel="icon" href="{@root}/s/mark.{t:build}.svg" type="image/svg+xml"/>
      <link rel="stylesheet" href="{@root}/s/site.{t:build}.css"/>
      <xsl:if test="embed/colour"><link rel="stylesheet" href="{@root}/vlozit/barva/{embed/colour[@paper = 'light']}"/></xsl:if>
      <script src="{@root}/s/ramecek.{t:build}.js" defer="defer"/>
    </head>
    <body class="embed">
      <main>
        <h1><xsl:apply-templates select="." mode="frame-title"/></h1>
        <xsl:apply-templates select="." mode="frame"/>
        <p><a class="go" href="{$e:board}" target="_top"><t:text id="embed.all"/><xsl:text> </xsl:text><t:icon name="next"/></a></p>
        <p class="small"><a class="go" href="{@base}/{town/@slug}" target="_top"><svg class="mark ico" width="24" height="24" aria-hidden="true"><use href="{@root}/s/icons.{t:build}.svg#mark"/></svg><t:text id="layout.name"/></a></p>
      </main>
    </body>
  </html>
</xsl:template>

<xsl:template match="page" mode="frame-title"><xsl:value-of select="$e:title"/></xsl:template>
<xsl:template match="page[embed/@oznameni and item]" mode="frame-title"><xsl:value-of select="item/title"/></xsl:template>

<xsl:template match="page" mode="frame">
  <xsl:choose>
    <xsl:when test="item">
      <ul class="rows">
        <xsl:apply-templates select="item[@urgent or @kind = 'crisis']" mode="frame"/>
        <xsl:apply-templates select="item[not(@urgent or @kind = 'crisis')]" mode="frame"/>
      </ul>
    </xsl:when>
    <xsl:otherwise><p class="empty"><t:text id="embed.empty"/></p></xsl:otherwise>
  </xsl:choose>
  <xsl:if test="item/@unofficial"><p class="small soft"><t:text id="embed.unofficial"/></p></xsl:if>
</xsl:template>

<xsl:template match="item" mode="frame">
  <li class="row">
    <div>
      <xsl:apply-templates select="." mode="frame-tags"/>
      <h2><a href="{$e:base}{@href}" target="_top"><xsl:value-of select="title"/></a></h2>
      <p class="small soft"><xsl:apply-templates select="." mode="dates"/></p>
    </div>
  </li>
</xsl:template>

<xsl:template match="item" mode="frame-tags">
  <p class="tags">
    <xsl:if test="@urgent and @kind != 'crisis'"><span class="tag brick"><t:icon name="alert"/><t:text id="part.urgent"/></span></xsl:if>
    <xsl:apply-templates select="." mode="kind"/>
  </p>
</xsl:template>

<!-- One notice. -->
<xsl:template match="page[embed/@oznameni]" mode="frame">
  <xsl:for-each select="item">
    <xsl:apply-templates select="." mode="frame-tags"/>
    <xsl:if test="summary"><p><xsl:value-of select="summary"/></p></xsl:if>
    <p class="small soft"><xsl:apply-templates select="." mode="dates"/></p>
    <p><a class="btn" href="{$e:base}{@href}" target="_top"><t:text id="embed.read"/></a></p>
    <xsl:if test="@unofficial"><p class="small soft"><t:text id="embed.unofficial"/></p></xsl:if>
  </xsl:for-each>
  <xsl:if test="not(item)"><p class="empty"><t:text id="embed.gone"/></p></xsl:if>
</xsl:template>

<!-- The configurator. -->
<xsl:template match="page[@name='embed-form']" mode="title">
  <xsl:choose>
    <xsl:when test="form/field/@error"><t:text id="embed.error.heading"/></xsl:when>
    <xsl:otherwise><t:text id="embed.heading"/></xsl:otherwise>
  </xsl:choose>
  <xsl:text>: </xsl:text><xsl:value-of select="town/name"/>
</xsl:template>
<xsl:template match="page[@name='embed-form']" mode="description"><t:text id="embed.about"><t:arg select="town/name"/></t:text></xsl:template>
<xsl:template match="page[@name='embed-form']" mode="crumbs"><li aria-current="page"><t:text id="embed.crumb"/></li></xsl:template>
<xsl:template match="page[@name='embed-form' and embed]" mode="head">
  <script src="{@root}/w/1/vyska.js" defer="defer"/>
  <script src="{@root}/s/vlozit.{t:build}.js" defer="defer"/>
</xsl:template>

<xsl:template match="page[@name='embed-form']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="embed.heading"/></h1>
  <p class="lead"><t:text id="embed.lead"/></p>
  <div class="cols even">
    <form action="{@root}{@path}" method="get">
      <xsl:apply-templates select="form/field[@name='deska']"/>
      <xsl:if test="categories/category or form/field[@name='kategorie']/value != ''">
        <xsl:apply-templates select="form/field[@name='kategorie']"/>
      </xsl:if>
      <xsl:apply-templates select="form/field[@name='pocet']"/>
      <xsl:apply-templates select="form/field[@name='vzhled']"/>
      <xsl:apply-templates select="form/field[@name='barva']"/>
      <xsl:apply-templates select="nearest"/>
      <xsl:apply-templates select="form/field[@name='vyska']"/>
      <p><button class="btn"><t:text id="embed.submit"/></button></p>
    </form>
    <xsl:if test="embed">
      <section aria-labelledby="nahled">
        <h2 id="nahled"><t:text id="embed.preview"/></h2>
        <iframe src="{@root}/vlozit/{town/@slug}{e:ask(embed/@query)}" width="400" height="{embed/@vyska}">
          <xsl:attribute name="title"><t:text id="embed.preview"/>: <xsl:value-of select="$e:title"/></xsl:attribute>
        </iframe>
      </section>
    </xsl:if>
  </div>
  <xsl:if test="embed"><xsl:call-template name="ways"/></xsl:if>
</xsl:template>

<xsl:template match="nearest">
  <p>
    <a class="btn quiet" href="{$page/@root}{$page/@path}{t:query(' barva ', concat('barva=', .))}">
      <svg class="ico" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="4" fill="#{.}"/></svg>
      <t:text id="embed.nearest"><t:arg select="string(.)"/></t:text>
    </a>
  </p>
</xsl:template>

<xsl:template match="field[@name='deska']" mode="label" priority="2"><t:text id="embed.what"/></xsl:template>
<xsl:template match="field[@name='deska']" mode="hint" priority="2"><t:text id="embed.what.hint"/></xsl:template>
<xsl:template match="field[@name='deska']/option" mode="label" priority="2">
  <xsl:choose>
    <xsl:when test="@value = 'uredni'"><t:text id="kind.official_copy-board"/></xsl:when>
    <xsl:when test="@value = 'obec'"><t:text id="kind.information-board"/></xsl:when>
    <xsl:when test="@value = 'spolky'"><t:text id="kind.community-board"/></xsl:when>
    <xsl:otherwise><t:text id="kind.crisis-board"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="field[@name='kategorie']" mode="label"><t:text id="embed.category"/></xsl:template>
<xsl:template match="field[@name='kategorie']" mode="control" priority="2">
  <xsl:variable name="chosen" select="value"/>
  <select class="mid" id="{@name}" name="{@name}">
    <option value=""><t:text id="embed.category.all"/></option>
    <xsl:for-each select="/page/categories/category">
      <option value="{@slug}">
        <xsl:if test="@slug = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:value-of select="@name"/>
      </option>
    </xsl:for-each>
  </select>
</xsl:template>
<xsl:template match="field[@name='pocet']" mode="label"><t:text id="embed.count"/></xsl:template>
<xsl:template match="field[@name='pocet']" mode="hint" priority="2"><t:text id="embed.count.hint"><t:arg select="@high"/></t:text></xsl:template>
<xsl:template match="field[@name='vzhled']" mode="label"><t:text id="embed.look"/></xsl:template>
<xsl:template match="field[@name='vzhled']/option" mode="label" priority="2">
  <xsl:choose>
    <xsl:when test="@value = 'svetly'"><t:text id="embed.look.svetly"/></xsl:when>
    <xsl:when test="@value = 'tmavy'"><t:text id="embed.look.tmavy"/></xsl:when>
    <xsl:otherwise><t:text id="embed.look.auto"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="field[@name='barva']" mode="label"><t:text id="embed.colour"/></xsl:template>
<xsl:template match="field[@name='barva']" mode="hint" priority="2"><t:text id="embed.colour.hint"/></xsl:template>
<!-- A colour input cannot be emptied, and no colour is an answer too. -->
<xsl:template match="field[@name='barva']" mode="control" priority="2">
  <input class="short code" id="{@name}" name="{@name}" value="{value}" maxlength="7" autocomplete="off" spellcheck="false">
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>
<xsl:template match="field[@error='contrast']" mode="error" priority="2">
  <t:text id="embed.contrast"><t:arg select="t:decimal(/page/nearest/@ratio)"/><t:arg select="/page/nearest"/></t:text>
</xsl:template>
<xsl:template match="field[@name='vyska']" mode="label"><t:text id="embed.height"/></xsl:template>
<xsl:template match="field[@name='vyska']" mode="hint" priority="2">
  <t:text id="embed.height.hint"><t:arg select="t:number(@low)"/><t:arg select="t:number(@high)"/></t:text>
</xsl:template>

<!-- Six ways, each with its code; what a script can add (copying) it adds itself. -->
<xsl:template name="ways">
  <section aria-labelledby="kod" data-copy="{t:embed.copy}" data-copied="{t:embed.copied}">
    <div class="head"><h2 id="kod"><t:icon name="code"/><xsl:text> </xsl:text><t:text id="embed.code"/></h2></div>
    <p><t:text id="embed.choose"/></p>

    <section aria-labelledby="zpusob-ramecek">
      <h3 id="zpusob-ramecek"><t:text id="embed.frame"/></h3>
      <p><t:text id="embed.frame.text"/><xsl:text> </xsl:text><t:text id="embed.frame.csp"><t:arg><code><xsl:value-of select="@host"/></code></t:arg></t:text></p>
      <div class="cols even">
        <xsl:call-template name="box">
          <xsl:with-param name="id">k-ramecek</xsl:with-param>
          <xsl:with-param name="label"><t:text id="embed.frame.code"/></xsl:with-param>
          <xsl:with-param name="code"><xsl:call-template name="e:frame"/></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="box">
          <xsl:with-param name="id">k-vyska</xsl:with-param>
          <xsl:with-param name="label"><t:text id="embed.frame.height"/></xsl:with-param>
          <xsl:with-param name="code"><xsl:call-template name="e:height"/></xsl:with-param>
        </xsl:call-template>
      </div>
    </section>

    <section aria-labelledby="zpusob-skript">
      <h3 id="zpusob-skript"><t:text id="embed.script"/></h3>
      <p><t:text id="embed.script.text"/><xsl:text> </xsl:text><t:text id="embed.script.csp"><t:arg><code><xsl:value-of select="@host"/></code></t:arg></t:text></p>
      <div class="cols even">
        <xsl:call-template name="box">
          <xsl:with-param name="id">k-skript</xsl:with-param>
          <xsl:with-param name="label"><t:text id="embed.script.code"/></xsl:with-param>
          <xsl:with-param name="code"><xsl:call-template name="e:script"/></xsl:with-param>
          <xsl:with-param name="rows" select="7"/>
        </xsl:call-template>
        <div>
          <h4><t:text id="embed.preview"/></h4>
          <div class="out"><xsl:call-template name="script-preview"/></div>
        </div>
      </div>
    </section>

    <section aria-labelledby="zpusob-server">
      <h3 id="zpusob-server"><t:text id="embed.server"/></h3>
      <p><t:text id="embed.server.text"/></p>
      <xsl:call-template name="box">
        <xsl:with-param name="id">k-php</xsl:with-param>
        <xsl:with-param name="label"><t:text id="embed.server.php"/></xsl:with-param>
        <xsl:with-param name="code"><xsl:call-template name="e:php"/></xsl:with-param>
        <xsl:with-param name="rows" select="10"/>
      </xsl:call-template>
      <div class="cols even">
        <div>
          <xsl:call-template name="box">
            <xsl:with-param name="id">k-cron</xsl:with-param>
            <xsl:with-param name="label"><t:text id="embed.server.cron"/></xsl:with-param>
            <xsl:with-param name="code"><xsl:call-template name="e:cron"/></xsl:with-param>
            <xsl:with-param name="rows" select="5"/>
          </xsl:call-template>
          <xsl:call-template name="box">
            <xsl:with-param name="id">k-ssi</xsl:with-param>
            <xsl:with-param name="label"><t:text id="embed.server.include"/></xsl:with-param>
            <xsl:with-param name="code"><xsl:call-template name="e:include"/></xsl:with-param>
            <xsl:with-param name="rows" select="2"/>
          </xsl:call-template>
        </div>
        <div>
          <h4><t:text id="embed.server.preview"/></h4>
          <div class="out"><xsl:call-template name="e:piece"><xsl:with-param name="level" select="5"/></xsl:call-template></div>
        </div>
      </div>
    </section>

    <section aria-labelledby="zpusob-wordpress">
      <h3 id="zpusob-wordpress"><t:text id="embed.wordpress"/></h3>
      <p><t:text id="embed.wordpress.text"/></p>
      <div class="cols even">
        <xsl:call-template name="line">
          <xsl:with-param name="id">k-wordpress</xsl:with-param>
          <xsl:with-param name="label"><t:text id="embed.wordpress.address"/></xsl:with-param>
          <xsl:with-param name="code" select="$e:board"/>
        </xsl:call-template>
        <xsl:call-template name="line">
          <xsl:with-param name="id">k-oembed</xsl:with-param>
          <xsl:with-param name="label"><t:text id="embed.wordpress.api"/></xsl:with-param>
          <xsl:with-param name="code" select="concat(@base, '/oembed')"/>
        </xsl:call-template>
      </div>
    </section>

    <section aria-labelledby="zpusob-odber">
      <h3 id="zpusob-odber"><t:text id="embed.feeds"/></h3>
      <p><t:text id="embed.feeds.text"/></p>
      <div class="cols even">
        <xsl:call-template name="feed-line"><xsl:with-param name="suffix">rss</xsl:with-param><xsl:with-param name="label"><t:text id="embed.feeds.rss"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-line"><xsl:with-param name="suffix">atom</xsl:with-param><xsl:with-param name="label"><t:text id="embed.feeds.atom"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-line"><xsl:with-param name="suffix">json</xsl:with-param><xsl:with-param name="label"><t:text id="embed.feeds.json"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-line"><xsl:with-param name="suffix">ics</xsl:with-param><xsl:with-param name="label"><t:text id="embed.feeds.ics"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="feed-line"><xsl:with-param name="suffix">jsonld</xsl:with-param><xsl:with-param name="label"><t:text id="embed.feeds.jsonld"/></xsl:with-param></xsl:call-template>
      </div>
    </section>

    <section aria-labelledby="zpusob-odkaz">
      <h3 id="zpusob-odkaz"><t:text id="embed.link"/></h3>
      <p><t:text id="embed.link.text"/></p>
      <div class="cols even">
        <xsl:call-template name="box">
          <xsl:with-param name="id">k-odkaz</xsl:with-param>
          <xsl:with-param name="label"><t:text id="embed.link.code"/></xsl:with-param>
          <xsl:with-param name="code"><xsl:call-template name="e:badge"/></xsl:with-param>
        </xsl:call-template>
        <div>
          <h4><t:text id="embed.preview"/></h4>
          <p><a class="go" href="{@root}{substring-after($e:board, @base)}"><img src="{@root}/w/1/odznak.svg" width="240" height="48" alt="{$e:title}"/></a></p>
        </div>
      </div>
    </section>
  </section>
</xsl:template>

<!-- The widget itself; without script its link stays, as on anybody's page. -->
<xsl:template name="script-preview">
  <p><a href="{@root}/{town/@slug}/nastenka{e:ask(embed/@filter)}"><xsl:value-of select="$e:title"/></a></p>
  <script src="{@root}/w/1/deska.js" async="async" data-obec="{town/@slug}" data-pocet="{embed/@pocet}">
    <xsl:for-each select="embed/@deska | embed/@kategorie | embed/@vzhled">
      <xsl:attribute name="data-{name()}"><xsl:value-of select="."/></xsl:attribute>
    </xsl:for-each>
    <xsl:if test="embed/colour">
      <xsl:attribute name="data-barva"><xsl:value-of select="embed/colour[@paper = 'light']"/></xsl:attribute>
      <xsl:attribute name="data-barva-tma"><xsl:value-of select="embed/colour[@paper = 'dark']"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="@lang != 'cs'"><xsl:attribute name="data-jazyk"><xsl:value-of select="@lang"/></xsl:attribute></xsl:if>
  </script>
</xsl:template>

<xsl:template name="feed-line">
  <xsl:param name="suffix"/>
  <xsl:param name="label"/>
  <xsl:variable name="more" select="substring('jazyk={t:lang}', 1, 8 * ('{t:lang}' != 'cs'))"/>
  <xsl:variable name="and" select="substring('&amp;', 1, number(embed/@filter != '' and $more != ''))"/>
  <xsl:call-template name="line">
    <xsl:with-param name="id" select="concat('k-', $suffix)"/>
    <xsl:with-param name="label" select="$label"/>
    <xsl:with-param name="code" select="concat(@base, '/', town/@slug, '/nastenka.', $suffix, e:ask(concat(embed/@filter, $and, $more)))"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="box">
  <xsl:param name="id"/>
  <xsl:param name="label"/>
  <xsl:param name="code"/>
  <xsl:param name="rows" select="4"/>
  <div class="field">
    <label for="{$id}" id="{$id}-n"><xsl:value-of select="$label"/></label>
    <textarea class="code" id="{$id}" rows="{$rows}" readonly="readonly" spellcheck="false"><xsl:value-of select="$code"/></textarea>
  </div>
</xsl:template>

<xsl:template name="line">
  <xsl:param name="id"/>
  <xsl:param name="label"/>
  <xsl:param name="code"/>
  <div class="field">
    <label for="{$id}" id="{$id}-n"><xsl:value-of select="$label"/></label>
    <input class="code" id="{$id}" readonly="readonly" spellcheck="false" value="{$code}"/>
  </div>
</xsl:template>

</xsl:stylesheet>
