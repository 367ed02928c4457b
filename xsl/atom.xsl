<?xml version="1.0" encoding="UTF-8"?>
<!--
  Atom (RFC 4287) for any page with items. The feed of a whole board leads by prev-archive (RFC 5005) to one archive document a month;
  a filtered or later page has first, previous, next, last instead. Notices that went down are tombstones (RFC 6721).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/Atom"
    xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"
    xmlns:georss="http://www.georss.org/georss"
    xmlns:cm="http://commonmark.org/xml/1.0" xmlns:f="https://sousede.example/feed" xmlns:t="https://sousede.example/text"
    exclude-result-prefixes="cm f t">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="application/atom+xml; charset=utf-8"/>

  <xsl:template match="/page">
    <feed xml:lang="{$language}">
      <id><xsl:value-of select="$self"/></id>
      <title><xsl:value-of select="$title"/></title>
      <subtitle><xsl:value-of select="$description"/></subtitle>
      <updated><xsl:value-of select="$modified"/></updated>
      <author>
        <xsl:choose>
          <xsl:when test="town"><name><xsl:value-of select="town/name"/></name><uri><xsl:value-of select="concat($base, '/', town/@slug)"/></uri></xsl:when>
          <xsl:otherwise><name><t:text id="moderate.feed-by"/></name><uri><xsl:value-of select="concat($base, '/kontakt')"/></uri></xsl:otherwise>
        </xsl:choose>
      </author>
      <generator uri="{$base}/">Sousedská pomoc</generator>
      <link rel="self" type="application/atom+xml" href="{$self}"/>
      <link rel="alternate" type="text/html" href="{$home}"/>
      <xsl:choose>
        <xsl:when test="$month">
          <fh:archive/>
          <link rel="current" type="application/atom+xml" href="{$board}.atom"/>
          <xsl:call-template name="archives"/>
        </xsl:when>
        <xsl:when test="$paged"><xsl:apply-templates select="pager"/></xsl:when>
        <xsl:when test="@name = 'board-list' and not($filtered)"><xsl:call-template name="archives"/></xsl:when>
      </xsl:choose>
      <xsl:apply-templates select="item | decision | request | offer"/>
      <xsl:apply-templates select="gone"/>
    </feed>
  </xsl:template>

  <xsl:template name="archives">
    <xsl:for-each select="archive/@prev"><xsl:call-template name="archive"><xsl:with-param name="rel" select="'prev'"/></xsl:call-template></xsl:for-each>
    <xsl:for-each select="archive/@next"><xsl:call-template name="archive"><xsl:with-param name="rel" select="'next'"/></xsl:call-template></xsl:for-each>
  </xsl:template>

  <xsl:template name="archive">
    <xsl:param name="rel"/>
    <link rel="{$rel}-archive" type="application/atom+xml" href="{$base}/{$town/@slug}/archiv/{.}.atom"/>
  </xsl:template>

  <xsl:template match="pager">
    <link rel="first" type="application/atom+xml" href="{f:paged(1)}"/>
    <xsl:if test="@page &gt; 1"><link rel="previous" type="application/atom+xml" href="{f:paged(@page - 1)}"/></xsl:if>
    <xsl:if test="@page &lt; @pages"><link rel="next" type="application/atom+xml" href="{f:paged(@page + 1)}"/></xsl:if>
    <link rel="last" type="application/atom+xml" href="{f:paged(@pages)}"/>
  </xsl:template>

  <xsl:template match="decision">
    <entry>
      <id><xsl:value-of select="concat($base, '/rozhodnuti/', @id)"/></id>
      <title><xsl:apply-templates select="." mode="line"/></title>
      <updated><xsl:value-of select="decided"/></updated>
      <published><xsl:value-of select="decided"/></published>
      <link rel="alternate" type="text/html" href="{$base}/rozhodnuti/{@id}"/>
      <summary><xsl:apply-templates select="." mode="why"/></summary>
    </entry>
  </xsl:template>

  <!-- No content: what all may know is one line. -->
  <xsl:template match="request | offer">
    <entry>
      <id><xsl:value-of select="f:help(.)"/></id>
      <title><xsl:apply-templates select="." mode="line"/></title>
      <updated><xsl:value-of select="changed"/></updated>
      <xsl:if test="opened"><published><xsl:value-of select="opened"/></published></xsl:if>
      <link rel="alternate" type="text/html" href="{f:help(.)}"/>
      <xsl:if test="who != ''"><author><name><xsl:value-of select="who"/></name></author></xsl:if>
      <xsl:for-each select="f:help-categories(.)"><category term="{.}" scheme="{$base}/pomoc"><xsl:attribute name="label"><xsl:call-template name="help-category"><xsl:with-param name="code" select="string()"/></xsl:call-template></xsl:attribute></category></xsl:for-each>
      <summary><xsl:apply-templates select="." mode="said"/></summary>
      <xsl:for-each select="point"><georss:point><xsl:value-of select="concat(@lat, ' ', @lon)"/></georss:point></xsl:for-each>
    </entry>
  </xsl:template>

  <xsl:template match="item">
    <entry>
      <id><xsl:value-of select="f:id(.)"/></id>
      <title><xsl:value-of select="f:title(.)"/></title>
      <updated><xsl:value-of select="changed"/></updated>
      <published><xsl:value-of select="posted"/></published>
      <link rel="alternate" type="text/html" href="{$base}{@href}"/>
      <xsl:if test="f:web(link)"><link rel="via" href="{f:uri(link)}"/></xsl:if>
      <xsl:for-each select="attachment[f:web(@url)]">
        <link rel="enclosure" type="{f:media-type(.)}" href="{f:uri(@url)}" title="{.}">
          <xsl:if test="@bytes"><xsl:attribute name="length"><xsl:value-of select="@bytes"/></xsl:attribute></xsl:if>
        </link>
      </xsl:for-each>
      <author><name><xsl:value-of select="f:author(.)"/></name></author>
      <category term="{f:deska(@kind)}" scheme="{$base}/" label="{f:kind(f:deska(@kind))}"/>
      <xsl:for-each select="category">
        <category term="{@slug}" scheme="{$board}" label="{.}"/>
      </xsl:for-each>
      <summary><xsl:value-of select="f:summary(.)"/></summary>
      <content type="html"><xsl:apply-templates select="." mode="content"/></content>
      <xsl:for-each select="point">
        <georss:point><xsl:value-of select="concat(@lat, ' ', @lon)"/></georss:point>
      </xsl:for-each>
    </entry>
  </xsl:template>

  <xsl:template match="gone">
    <at:deleted-entry ref="{f:id(.)}" when="{at}">
      <at:comment><t:text id="feed.mark.down"/></at:comment>
    </at:deleted-entry>
  </xsl:template>
</xsl:stylesheet>
