<?xml version="1.0" encoding="UTF-8"?>
<!--
  RSS 2.0 with the RSS Board profile, for any page with items. Titles are plain text for readers that take them for HTML: "&" and "<"
  leave as U+E000 and U+E001, which render.c writes as &#x26; and &#x3C; (a serialiser cannot be told to).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:georss="http://www.georss.org/georss"
    xmlns:cm="http://commonmark.org/xml/1.0" xmlns:f="https://sousede.example/feed" xmlns:t="https://sousede.example/text"
    exclude-result-prefixes="cm f t">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="application/rss+xml; charset=utf-8"
      cdata-section-elements="content:encoded"/>

  <xsl:template match="/page">
    <rss version="2.0">
      <channel>
        <title><xsl:value-of select="f:plain($title)"/></title>
        <link><xsl:value-of select="$home"/></link>
        <description><xsl:value-of select="$description"/></description>
        <language><xsl:value-of select="$language"/></language>
        <xsl:if test="@modified != ''">
          <lastBuildDate><xsl:value-of select="f:rfc822(@modified)"/></lastBuildDate>
        </xsl:if>
        <generator>Sousedská pomoc</generator>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <ttl>15</ttl>
        <atom:link rel="self" type="application/rss+xml" href="{$self}"/>
        <xsl:if test="$paged and pager/@page &lt; pager/@pages">
          <atom:link rel="next" type="application/rss+xml" href="{f:paged(pager/@page + 1)}"/>
        </xsl:if>
        <xsl:apply-templates select="item | decision | request | offer"/>
      </channel>
    </rss>
  </xsl:template>

  <xsl:template match="decision">
    <xsl:variable name="line"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <item>
      <title><xsl:value-of select="f:plain($line)"/></title>
      <link><xsl:value-of select="concat($base, '/rozhodnuti/', @id)"/></link>
      <description><xsl:apply-templates select="." mode="why"/></description>
      <guid isPermaLink="true"><xsl:value-of select="concat($base, '/rozhodnuti/', @id)"/></guid>
      <pubDate><xsl:value-of select="f:rfc822(decided)"/></pubDate>
    </item>
  </xsl:template>

  <xsl:template match="request | offer">
    <xsl:variable name="line"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <xsl:variable name="said"><xsl:apply-templates select="." mode="said"/></xsl:variable>
    <item>
      <title><xsl:value-of select="f:plain($line)"/></title>
      <link><xsl:value-of select="f:help(.)"/></link>
      <description><xsl:value-of select="f:html($said)"/></description>
      <xsl:for-each select="f:help-categories(.)"><category domain="{$base}/pomoc"><xsl:call-template name="help-category"><xsl:with-param name="code" select="string()"/></xsl:call-template></category></xsl:for-each>
      <guid isPermaLink="true"><xsl:value-of select="f:help(.)"/></guid>
      <pubDate><xsl:value-of select="f:rfc822((opened | changed[not(../opened)])[1])"/></pubDate>
      <xsl:for-each select="point"><georss:point><xsl:value-of select="concat(@lat, ' ', @lon)"/></georss:point></xsl:for-each>
    </item>
  </xsl:template>

  <xsl:template match="item">
    <item>
      <title><xsl:value-of select="f:plain(f:title(.))"/></title>
      <link><xsl:value-of select="concat($base, @href)"/></link>
      <description><xsl:value-of select="f:html(f:summary(.))"/></description>
      <content:encoded><xsl:apply-templates select="." mode="content"/></content:encoded>
      <dc:creator><xsl:value-of select="f:author(.)"/></dc:creator>
      <category domain="{$base}/"><xsl:value-of select="f:kind(f:deska(@kind))"/></category>
      <xsl:for-each select="category">
        <category domain="{$board}"><xsl:value-of select="."/></category>
      </xsl:for-each>
      <!-- one enclosure only, as the profile says; the other papers are links in the content -->
      <xsl:for-each select="attachment[f:web(@url)][1]">
        <enclosure url="{f:uri(@url)}" length="{f:bytes(.)}" type="{f:media-type(.)}"/>
      </xsl:for-each>
      <guid isPermaLink="true"><xsl:value-of select="f:id(.)"/></guid>
      <pubDate><xsl:value-of select="f:rfc822(posted)"/></pubDate>
      <xsl:if test="f:web(source/url)">
        <source url="{f:uri(source/url)}"><xsl:value-of select="f:plain(f:source(.))"/></source>
      </xsl:if>
      <xsl:for-each select="point">
        <georss:point><xsl:value-of select="concat(@lat, ' ', @lon)"/></georss:point>
      </xsl:for-each>
    </item>
  </xsl:template>
</xsl:stylesheet>
