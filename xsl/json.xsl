<?xml version="1.0" encoding="UTF-8"?>
<!--
  JSON Feed 1.1 for any page with items, and the plain list of places for the suggester. Written in the XML representation of JSON
  (XPath 3.1); json.c makes the bytes.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:cm="http://commonmark.org/xml/1.0" xmlns:f="https://sousede.example/feed" xmlns:t="https://sousede.example/text"
    exclude-result-prefixes="cm f t">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="application/feed+json"/>

  <xsl:template match="/page">
    <map>
      <string key="version">https://jsonfeed.org/version/1.1</string>
      <string key="title"><xsl:value-of select="$title"/></string>
      <string key="home_page_url"><xsl:value-of select="$home"/></string>
      <string key="feed_url"><xsl:value-of select="$self"/></string>
      <string key="description"><xsl:value-of select="$description"/></string>
      <string key="language"><xsl:value-of select="$language"/></string>
      <xsl:if test="$paged and pager/@page &lt; pager/@pages">
        <string key="next_url"><xsl:value-of select="f:paged(pager/@page + 1)"/></string>
      </xsl:if>
      <array key="authors">
        <map>
          <xsl:choose>
            <xsl:when test="town"><string key="name"><xsl:value-of select="town/name"/></string><string key="url"><xsl:value-of select="concat($base, '/', town/@slug)"/></string></xsl:when>
            <xsl:otherwise><string key="name"><t:text id="moderate.feed-by"/></string><string key="url"><xsl:value-of select="concat($base, '/kontakt')"/></string></xsl:otherwise>
          </xsl:choose>
        </map>
      </array>
      <array key="items"><xsl:apply-templates select="item | decision | request | offer"/></array>
    </map>
  </xsl:template>

  <xsl:template match="decision">
    <map>
      <string key="id"><xsl:value-of select="concat($base, '/rozhodnuti/', @id)"/></string>
      <string key="url"><xsl:value-of select="concat($base, '/rozhodnuti/', @id)"/></string>
      <string key="title"><xsl:apply-templates select="." mode="line"/></string>
      <string key="content_text"><xsl:apply-templates select="." mode="why"/></string>
      <string key="date_published"><xsl:value-of select="decided"/></string>
      <map key="_sousede">
        <string key="about"><xsl:value-of select="concat($base, '/podminky')"/></string>
        <xsl:for-each select="@target | @action | @reason | @outcome"><string key="{name()}"><xsl:value-of select="."/></string></xsl:for-each>
        <boolean key="automated"><xsl:value-of select="@automated = 'yes'"/></boolean>
      </map>
    </map>
  </xsl:template>

  <xsl:template match="request | offer">
    <map>
      <string key="id"><xsl:value-of select="f:help(.)"/></string>
      <string key="url"><xsl:value-of select="f:help(.)"/></string>
      <string key="title"><xsl:apply-templates select="." mode="line"/></string>
      <string key="content_text"><xsl:apply-templates select="." mode="said"/></string>
      <string key="date_published"><xsl:value-of select="(opened | changed[not(../opened)])[1]"/></string>
      <string key="date_modified"><xsl:value-of select="changed"/></string>
      <array key="tags"><xsl:for-each select="f:help-categories(.)"><string><xsl:call-template name="help-category"><xsl:with-param name="code" select="string()"/></xsl:call-template></string></xsl:for-each></array>
      <string key="language"><xsl:value-of select="$language"/></string>
      <map key="_sousede">
        <string key="about"><xsl:value-of select="concat($base, '/pomoc')"/></string>
        <xsl:for-each select="@code | @state | @category"><string key="{name()}"><xsl:value-of select="."/></string></xsl:for-each>
        <xsl:for-each select="@km | @slots | @filled | @level | @radius"><number key="{name()}"><xsl:value-of select="."/></number></xsl:for-each>
        <boolean key="urgent"><xsl:value-of select="@urgent = 'yes'"/></boolean>
        <xsl:for-each select="where | part | until | expires | time/from | time/to"><string key="{name()}"><xsl:value-of select="."/></string></xsl:for-each>
        <xsl:for-each select="point"><map key="point"><number key="lat"><xsl:value-of select="@lat"/></number><number key="lon"><xsl:value-of select="@lon"/></number></map></xsl:for-each>
      </map>
    </map>
  </xsl:template>

  <xsl:template match="item">
    <map>
      <string key="id"><xsl:value-of select="f:id(.)"/></string>
      <string key="url"><xsl:value-of select="concat($base, @href)"/></string>
      <xsl:if test="f:web(link)"><string key="external_url"><xsl:value-of select="f:uri(link)"/></string></xsl:if>
      <string key="title"><xsl:value-of select="f:title(.)"/></string>
      <string key="summary"><xsl:value-of select="f:summary(.)"/></string>
      <string key="content_html"><xsl:apply-templates select="." mode="content"/></string>
      <string key="date_published"><xsl:value-of select="posted"/></string>
      <string key="date_modified"><xsl:value-of select="changed"/></string>
      <array key="authors"><map><string key="name"><xsl:value-of select="f:author(.)"/></string></map></array>
      <array key="tags">
        <string><xsl:value-of select="f:kind(f:deska(@kind))"/></string>
        <xsl:for-each select="category"><string><xsl:value-of select="."/></string></xsl:for-each>
      </array>
      <string key="language"><xsl:value-of select="$language"/></string>
      <xsl:if test="attachment[f:web(@url)]">
        <array key="attachments"><xsl:apply-templates select="attachment[f:web(@url)]"/></array>
      </xsl:if>
      <map key="_sousede">
        <string key="about"><xsl:value-of select="concat($base, '/odber')"/></string>
        <string key="kind"><xsl:value-of select="@kind"/></string>
        <string key="state"><xsl:value-of select="@state"/></string>
        <number key="version"><xsl:value-of select="@version"/></number>
        <boolean key="unofficial"><xsl:value-of select="@unofficial = 'yes'"/></boolean>
        <boolean key="urgent"><xsl:value-of select="@urgent = 'yes'"/></boolean>
        <xsl:for-each select="until | reference | file_mark | issued | takendown | place">
          <string key="{name()}"><xsl:value-of select="."/></string>
        </xsl:for-each>
        <xsl:for-each select="event">
          <map key="event">
            <boolean key="all_day"><xsl:value-of select="@all_day = 'yes'"/></boolean>
            <xsl:for-each select="from | to"><string key="{name()}"><xsl:value-of select="."/></string></xsl:for-each>
          </map>
        </xsl:for-each>
        <xsl:for-each select="point">
          <map key="point">
            <number key="lat"><xsl:value-of select="@lat"/></number>
            <number key="lon"><xsl:value-of select="@lon"/></number>
          </map>
        </xsl:for-each>
        <xsl:for-each select="source">
          <map key="source">
            <string key="title"><xsl:value-of select="f:source(..)"/></string>
            <string key="url"><xsl:value-of select="f:uri(url)"/></string>
          </map>
        </xsl:for-each>
      </map>
    </map>
  </xsl:template>

  <xsl:template match="attachment">
    <map>
      <string key="url"><xsl:value-of select="f:uri(@url)"/></string>
      <string key="mime_type"><xsl:value-of select="f:media-type(.)"/></string>
      <string key="title"><xsl:value-of select="."/></string>
      <xsl:if test="@bytes"><number key="size_in_bytes"><xsl:value-of select="@bytes"/></number></xsl:if>
    </map>
  </xsl:template>

  <xsl:template match="/page[@name = 'places']">
    <map media-type="application/json">
      <array key="places">
        <xsl:for-each select="place">
          <map>
            <number key="code"><xsl:value-of select="@code"/></number>
            <string key="slug"><xsl:value-of select="@slug"/></string>
            <xsl:for-each select="name | district | region">
              <string key="{name()}"><xsl:value-of select="."/></string>
            </xsl:for-each>
            <xsl:for-each select="@population | @lat | @lon | @km">
              <number key="{name()}"><xsl:value-of select="."/></number>
            </xsl:for-each>
            <string key="url"><xsl:value-of select="concat(/page/@root, '/', @slug)"/></string>
          </map>
        </xsl:for-each>
      </array>
    </map>
  </xsl:template>
</xsl:stylesheet>
