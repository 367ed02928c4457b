<?xml version="1.0" encoding="UTF-8"?>
<!--
  The frame of every page: knows the envelope only. A sheet of a program includes this file and says, for each of its pages,

    <xsl:template match="page[@name='board-list']" mode="main">         content of <main>, begins with the one h1
    <xsl:template match="page[@name='board-list']" mode="title">        words of <title>, without the name of the site
    <xsl:template match="page[@name='board-list']" mode="description">  one sentence for search engines
    <xsl:template match="page[@name='board-list']" mode="crumbs">       <li> after the town (or after „Obce“)
    <xsl:template match="page[@name='board-list']" mode="feeds">        <xsl:call-template name="feeds"/>, when it has them
    <xsl:template match="page[@name='board-list']" mode="nav">          town | board | subscribe | embed | towns | about
    <xsl:template match="flash[@code='…']">                             words after something was done

  A page that is no whole page (a frame in somebody's web) matches "/page[@name='…']" itself and writes its own html.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:str="http://exslt.org/strings" extension-element-prefixes="str" exclude-result-prefixes="t">
<xsl:include href="text.xsl"/>
<xsl:include href="parts.xsl"/>
<xsl:include href="form.xsl"/>
<xsl:include href="markdown.xsl"/>
<xsl:include href="error.xsl"/>

<xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="no" media-type="text/html"/>

<xsl:template match="/page">
  <xsl:variable name="title"><xsl:apply-templates select="." mode="title"/></xsl:variable>
  <html lang="{t:lang}">
    <head>
      <xsl:call-template name="head"><xsl:with-param name="title" select="string($title)"/></xsl:call-template>
    </head>
    <body>
      <a class="skip" href="#obsah"><t:text id="layout.skip"/></a>
      <xsl:call-template name="top"/>
      <xsl:call-template name="nav"/>
      <xsl:call-template name="crumbs"/>
      <main id="obsah" class="wrap" tabindex="-1">
        <xsl:variable name="flash"><xsl:apply-templates select="flash"/></xsl:variable>
        <xsl:if test="$flash != ''"><div class="note" role="status"><xsl:copy-of select="$flash"/></div></xsl:if>
        <xsl:apply-templates select="." mode="main"/>
      </main>
      <xsl:apply-templates select="." mode="street"/>
      <xsl:call-template name="foot"/>
    </body>
  </html>
</xsl:template>

<!-- What a page did not say. -->
<xsl:template match="page" mode="title"><xsl:value-of select="town/name"/></xsl:template>
<xsl:template match="page" mode="description"><t:text id="layout.description"/></xsl:template>
<xsl:template match="page" mode="crumbs"/>
<xsl:template match="page" mode="feeds"/>
<xsl:template match="page" mode="head"/>
<xsl:template match="page" mode="nav">
  <xsl:choose>
    <xsl:when test="@name = 'town'">town</xsl:when>
    <xsl:otherwise><xsl:value-of select="substring-before(@name, '-')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page" mode="street">
  <div class="ground"><xsl:call-template name="street"/></div>
</xsl:template>

<xsl:template name="street">
  <svg class="street" width="1200" height="148" viewBox="0 0 1200 148" aria-hidden="true"><use href="{$page/@root}/s/icons.{t:build}.svg#street"/></svg>
</xsl:template>

<xsl:template name="head">
  <xsl:param name="title"/>
  <xsl:variable name="description"><xsl:apply-templates select="." mode="description"/></xsl:variable>
  <xsl:variable name="canonical" select="concat(@base, @path, t:query(' jazyk '))"/>
  <meta name="viewport" content="width=device-width, initial-scale=1"/>
  <title>
    <xsl:if test="form[@once]/field/@error"><t:text id="form.error"/><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="$title != ''"><xsl:value-of select="$title"/> | </xsl:if>
    <t:text id="layout.name"/>
  </title>
  <meta name="description" content="{normalize-space($description)}"/>
  <meta name="color-scheme" content="light dark"/>
  <meta name="theme-color" content="#12402c"/>
  <link rel="icon" href="{@root}/s/mark.{t:build}.svg" type="image/svg+xml"/>
  <link rel="stylesheet" href="{@root}/s/site.{t:build}.css"/>
  <xsl:choose>
    <xsl:when test="error"><meta name="robots" content="noindex"/></xsl:when>
    <xsl:otherwise>
      <link rel="canonical" href="{$canonical}"/>
      <meta property="og:title" content="{$title}"/>
      <meta property="og:description" content="{normalize-space($description)}"/>
      <meta property="og:type" content="website"/>
      <meta property="og:url" content="{$canonical}"/>
      <meta property="og:site_name" content="{t:layout.name}"/>
      <meta property="og:locale" content="{t:layout.locale}"/>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:apply-templates select="." mode="feeds"/>
  <xsl:apply-templates select="." mode="head"/>
  <xsl:if test="form/@stamp"><script src="{@root}/s/straz.{t:build}.js" defer="defer"></script></xsl:if>
</xsl:template>

<!-- The same page by other suffixes, RSS first; a filter in the query filters the feed too. -->
<xsl:template name="feeds">
  <xsl:param name="title"><xsl:apply-templates select="." mode="title"/></xsl:param>
  <xsl:param name="oembed" select="true()"/>
  <xsl:param name="ics" select="true()"/>
  <xsl:variable name="query" select="t:query(' strana jazyk ', substring('jazyk={t:lang}', 1, 8 * ('{t:lang}' != 'cs')))"/>
  <xsl:variable name="path" select="concat(@root, @path)"/>
  <link rel="alternate" type="application/rss+xml" href="{$path}.rss{$query}" title="{$title} (RSS)"/>
  <link rel="alternate" type="application/atom+xml" href="{$path}.atom{$query}" title="{$title} (Atom)"/>
  <link rel="alternate" type="application/feed+json" href="{$path}.json{$query}" title="{$title} (JSON Feed)"/>
  <xsl:if test="$ics"><link rel="alternate" type="text/calendar" href="{$path}.ics{$query}" title="{$title} (iCalendar)"/></xsl:if>
  <link rel="alternate" type="application/ld+json" href="{$path}.jsonld{$query}" title="{$title} (JSON-LD)"/>
  <xsl:if test="$oembed">
    <xsl:variable name="url" select="str:encode-uri(concat(@base, @path, t:query(' strana jazyk ')), true())"/>
    <link rel="alternate" type="application/json+oembed" href="{@base}/oembed?url={$url}&amp;format=json" title="{$title}"/>
    <link rel="alternate" type="text/xml+oembed" href="{@base}/oembed?url={$url}&amp;format=xml" title="{$title}"/>
  </xsl:if>
</xsl:template>

<xsl:template name="top">
  <header class="top">
    <div class="wrap">
      <a href="{@root}/">
        <svg class="mark" width="36" height="36" aria-hidden="true"><use href="{@root}/s/icons.{t:build}.svg#mark"/></svg>
        <svg class="word" width="188" height="24" viewBox="0 0 423 54" role="img" aria-label="{t:layout.home}"><use href="{@root}/s/icons.{t:build}.svg#word"/></svg>
      </a>
      <xsl:if test="@phone">
        <a href="tel:{@phone}"><t:icon name="phone"/><span><t:text id="layout.call"/></span><xsl:text> </xsl:text><xsl:value-of select="t:phone(@phone)"/></a>
      </xsl:if>
    </div>
  </header>
</xsl:template>

<!-- Only what exists; four items fit a phone without a menu. -->
<xsl:template name="nav">
  <xsl:variable name="here"><xsl:apply-templates select="." mode="nav"/></xsl:variable>
  <nav class="nav" aria-label="{t:layout.nav}">
    <ul class="wrap">
      <xsl:choose>
        <xsl:when test="town">
          <li><a href="{@root}/{town/@slug}"><xsl:if test="$here = 'town'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="house"/><t:text id="layout.nav-town"/></a></li>
          <li><a href="{@root}/{town/@slug}/nastenka"><xsl:if test="$here = 'board'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="board"/><t:text id="layout.nav-board"/></a></li>
          <li><a href="{@root}/{town/@slug}/pomoc"><xsl:if test="$here = 'help'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="help"/><t:text id="layout.nav-help"/></a></li>
          <li><a href="{@root}/odber?obec={town/@slug}"><xsl:if test="$here = 'subscribe'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="rss"/><t:text id="layout.nav-subscribe"/></a></li>
        </xsl:when>
        <xsl:otherwise>
          <li><a href="{@root}/"><xsl:if test="$here = 'towns'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="place"/><t:text id="layout.nav-towns"/></a></li>
          <li><a href="{@root}/pomoc"><xsl:if test="$here = 'help'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="help"/><t:text id="layout.nav-help"/></a></li>
          <li><a href="{@root}/odber"><xsl:if test="$here = 'subscribe'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="rss"/><t:text id="layout.nav-subscribe"/></a></li>
          <li><a href="{@root}/o-projektu"><xsl:if test="$here = 'about'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="people"/><t:text id="layout.nav-about"/></a></li>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="viewer">
          <xsl:if test="viewer/may[@action='site.desk']"><li><a href="{@root}/sprava"><xsl:if test="$here = 'desk'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="shield"/><t:text id="layout.nav-desk"/></a></li></xsl:if>
          <li><a href="{@root}/ucet"><xsl:if test="$here = 'account'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="person"/><t:text id="layout.nav-own"/></a></li>
        </xsl:when>
        <xsl:otherwise><li><a href="{@root}/prihlaseni"><xsl:if test="$here = 'account'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><t:icon name="person"/><t:text id="layout.nav-sign"/></a></li></xsl:otherwise>
      </xsl:choose>
    </ul>
  </nav>
</xsl:template>

<xsl:template name="crumbs">
  <xsl:variable name="rest"><xsl:apply-templates select="." mode="crumbs"/></xsl:variable>
  <xsl:if test="town or $rest != ''">
    <nav class="crumbs wrap" aria-label="{t:layout.crumbs}">
      <ol>
        <li><a href="{@root}/"><t:text id="layout.nav-towns"/></a></li>
        <xsl:choose>
          <xsl:when test="town and $rest != ''"><li><a href="{@root}/{town/@slug}"><xsl:value-of select="town/name"/></a></li></xsl:when>
          <xsl:when test="town"><li aria-current="page"><xsl:value-of select="town/name"/></li></xsl:when>
        </xsl:choose>
        <xsl:copy-of select="$rest"/>
      </ol>
    </nav>
  </xsl:if>
</xsl:template>

<xsl:template name="foot">
  <footer class="foot">
    <div class="wrap">
      <section>
        <xsl:choose>
          <xsl:when test="@phone">
            <h2><t:text id="layout.offline"/></h2>
            <p><t:text id="layout.offline-text"><t:arg><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></t:arg></t:text></p>
          </xsl:when>
          <xsl:otherwise><h2><t:text id="layout.danger"/></h2></xsl:otherwise>
        </xsl:choose>
        <p><t:text id="layout.life"><t:arg><a href="tel:112">112</a></t:arg><t:arg><a href="tel:155">155</a></t:arg></t:text></p>
      </section>
      <section>
        <h2><t:text id="layout.for-towns"/></h2>
        <ul>
          <xsl:choose>
            <xsl:when test="town">
              <li><a href="{@root}/{town/@slug}/vlozit"><t:text id="layout.embed"/></a></li>
              <li><a href="{@root}/{town/@slug}/zdroje"><t:text id="layout.sources"/></a></li>
              <li><a href="{@root}/{town/@slug}/organizace"><t:text id="layout.organisations"/></a></li>
              <li><a href="{@root}/{town/@slug}/prevzit"><t:text id="layout.claim"/></a></li>
            </xsl:when>
            <xsl:otherwise><li><a href="{@root}/odber"><t:text id="layout.subscribe"/></a></li></xsl:otherwise>
          </xsl:choose>
        </ul>
      </section>
      <section>
        <h2><t:text id="layout.about"/></h2>
        <ul>
          <li><a href="{@root}/o-projektu"><t:text id="layout.operator"/></a></li>
          <li><a href="{@root}/soukromi"><t:text id="layout.privacy"/></a></li>
          <li><a href="{@root}/pristupnost"><t:text id="layout.accessibility"/></a></li>
          <li><a href="{@root}/podminky"><t:text id="layout.terms"/></a></li>
          <li><a href="{@root}/rozhodnuti"><t:text id="layout.decisions"/></a></li>
          <li><a href="{@root}/kontakt"><t:text id="layout.contact"/></a></li>
          <li><a href="{@root}/nahlasit?co={@path}" rel="nofollow"><t:text id="layout.report"/></a></li>
        </ul>
      </section>
      <section>
        <h2><t:text id="layout.language"/></h2>
        <ul>
          <xsl:call-template name="language"><xsl:with-param name="code" select="'cs'"/><xsl:with-param name="name" select="'Česky'"/></xsl:call-template>
          <xsl:call-template name="language"><xsl:with-param name="code" select="'en'"/><xsl:with-param name="name" select="'English'"/></xsl:call-template>
          <xsl:call-template name="language"><xsl:with-param name="code" select="'uk'"/><xsl:with-param name="name" select="'Українська'"/></xsl:call-template>
        </ul>
      </section>
    </div>
  </footer>
</xsl:template>

<!-- The same page, same filter, in another language; names of languages are written in themselves. -->
<xsl:template name="language">
  <xsl:param name="code"/>
  <xsl:param name="name"/>
  <li>
    <a href="{@root}{@path}{t:query(' jazyk ', concat('jazyk=', $code))}" lang="{$code}" hreflang="{$code}">
      <xsl:if test="$code = '{t:lang}'"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
      <xsl:value-of select="$name"/>
    </a>
  </li>
</xsl:template>

</xsl:stylesheet>
