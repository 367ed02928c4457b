<?xml version="1.0" encoding="UTF-8"?>
<!--
  Open Formal Norms (ofn.gov.cz) as JSON-LD. A list of notices is an "úřední deska" (2021-07-20), so is a single copy of an official
  notice: a board with one item. A single notice of another board is an "událost" when it has a date, else an "aktualita" (2020-07-01).
  IRIs of the norms hold diacritics, NFC, and stand literally. Written in the XML representation of JSON; json.c makes the bytes.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/xpath-functions"
    xmlns:cm="http://commonmark.org/xml/1.0" xmlns:f="https://sousede.example/feed" xmlns:t="https://sousede.example/text"
    exclude-result-prefixes="cm f t">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no" media-type="application/ld+json; charset=utf-8"/>

  <xsl:template match="/page">
    <map>
      <string key="@context">https://ofn.gov.cz/úřední-desky/2021-07-20/kontexty/úřední-deska.jsonld</string>
      <string key="typ">Úřední deska</string>
      <string key="iri"><xsl:value-of select="$board"/></string>
      <string key="stránka"><xsl:value-of select="$home"/></string>
      <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="$title"/></xsl:call-template>
      <xsl:call-template name="text"><xsl:with-param name="key" select="'popis'"/><xsl:with-param name="text" select="$description"/></xsl:call-template>
      <xsl:call-template name="town"><xsl:with-param name="key" select="'provozovatel'"/></xsl:call-template>
      <array key="informace"><xsl:apply-templates select="item" mode="information"/></array>
    </map>
  </xsl:template>

  <!-- No norm knows help between neighbours; schema.org does: what is sought, what is offered. -->
  <xsl:template match="/page[@name = 'help-list' or @name = 'help-offers']">
    <map>
      <string key="@context">https://schema.org</string>
      <string key="@type">ItemList</string>
      <string key="url"><xsl:value-of select="$home"/></string>
      <string key="name"><xsl:value-of select="$title"/></string>
      <number key="numberOfItems"><xsl:value-of select="pager/@total"/></number>
      <array key="itemListElement"><xsl:apply-templates select="request | offer"/></array>
    </map>
  </xsl:template>

  <xsl:template match="request | offer">
    <xsl:variable name="type"><xsl:choose><xsl:when test="self::request">Demand</xsl:when><xsl:otherwise>Offer</xsl:otherwise></xsl:choose></xsl:variable>
    <map>
      <string key="@type">ListItem</string>
      <number key="position"><xsl:value-of select="position()"/></number>
      <map key="item">
        <string key="@type"><xsl:value-of select="$type"/></string>
        <string key="@id"><xsl:value-of select="f:help(.)"/></string>
        <string key="url"><xsl:value-of select="f:help(.)"/></string>
        <string key="name"><xsl:apply-templates select="." mode="line"/></string>
        <string key="description"><xsl:apply-templates select="." mode="said"/></string>
        <xsl:for-each select="time/from"><string key="availabilityStarts"><xsl:value-of select="."/></string></xsl:for-each>
        <xsl:for-each select="time/to"><string key="availabilityEnds"><xsl:value-of select="."/></string></xsl:for-each>
        <xsl:for-each select="expires | until"><string key="validThrough"><xsl:value-of select="."/></string></xsl:for-each>
        <map key="areaServed">
          <string key="@type">Place</string>
          <string key="name"><xsl:apply-templates select="." mode="place"/></string>
          <xsl:for-each select="point">
            <map key="geo"><string key="@type">GeoCoordinates</string><number key="latitude"><xsl:value-of select="@lat"/></number><number key="longitude"><xsl:value-of select="@lon"/></number></map>
          </xsl:for-each>
        </map>
      </map>
    </map>
  </xsl:template>

  <xsl:template match="/page[@name = 'board-show' and item[1][@kind != 'official_copy' and not(event)]]">
    <map>
      <string key="@context">https://ofn.gov.cz/aktuality/2020-07-01/kontexty/aktualita.jsonld</string>
      <string key="typ">Aktualita</string>
      <xsl:apply-templates select="item[1]" mode="thing"/>
      <xsl:call-template name="until"><xsl:with-param name="item" select="item[1]"/></xsl:call-template>
      <xsl:call-template name="announcer"><xsl:with-param name="key" select="'oznamovatel'"/></xsl:call-template>
      <array key="geografické_území"><xsl:call-template name="area"/></array>
    </map>
  </xsl:template>

  <xsl:template match="/page[@name = 'board-show' and item[1][@kind != 'official_copy' and event]]">
    <map>
      <string key="@context">https://ofn.gov.cz/události/2020-07-01/kontexty/událost.jsonld</string>
      <string key="typ">Událost</string>
      <xsl:apply-templates select="item[1]" mode="thing"/>
      <array key="umístění">
        <xsl:call-template name="places"><xsl:with-param name="item" select="item[1]"/></xsl:call-template>
      </array>
      <array key="doba_trvání">
        <map>
          <string key="typ">Časová specifikace</string>
          <map key="časový_interval">
            <string key="typ">Časový interval</string>
            <xsl:apply-templates select="item[1]/event" mode="begin"/>
            <xsl:apply-templates select="item[1]/event" mode="end"/>
          </map>
        </map>
      </array>
    </map>
  </xsl:template>

  <!-- One item of a board. The norm has no word for the real taking down; a thing no longer valid is "zneplatněno". -->
  <xsl:template match="item" mode="information">
    <map>
      <array key="typ">
        <string>Digitální objekt</string>
        <string>Informace na úřední desce</string>
      </array>
      <string key="url"><xsl:value-of select="concat($base, @href)"/></string>
      <xsl:apply-templates select="." mode="thing"/>
      <xsl:call-template name="moment">
        <xsl:with-param name="key" select="'vyvěšení'"/>
        <xsl:with-param name="at" select="posted"/>
        <xsl:with-param name="day" select="posted/@only = 'day'"/>
      </xsl:call-template>
      <xsl:call-template name="until"><xsl:with-param name="item" select="."/></xsl:call-template>
      <xsl:if test="issued">
        <xsl:call-template name="moment">
          <xsl:with-param name="key" select="'schválení'"/>
          <xsl:with-param name="at" select="issued"/>
          <xsl:with-param name="day" select="true()"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="reference != ''"><string key="číslo_jednací"><xsl:value-of select="reference"/></string></xsl:if>
      <xsl:if test="file_mark != ''"><string key="spisová_značka"><xsl:value-of select="file_mark"/></string></xsl:if>
      <string key="revize"><xsl:value-of select="@version"/></string>
      <!-- what is no copy of an official notice says which board it hangs on -->
      <xsl:if test="category or @kind != 'official_copy'">
        <array key="agenda">
          <xsl:for-each select="category">
            <xsl:call-template name="agenda"><xsl:with-param name="text" select="."/></xsl:call-template>
          </xsl:for-each>
          <xsl:if test="@kind != 'official_copy'">
            <xsl:call-template name="agenda"><xsl:with-param name="text" select="f:kind(f:deska(@kind))"/></xsl:call-template>
          </xsl:if>
        </array>
      </xsl:if>
      <xsl:if test="attachment[f:web(@url)]">
        <array key="dokument"><xsl:apply-templates select="attachment[f:web(@url)]"/></array>
      </xsl:if>
      <xsl:if test="place != '' or point">
        <array key="umístění">
          <xsl:call-template name="places"><xsl:with-param name="item" select="."/></xsl:call-template>
        </array>
      </xsl:if>
    </map>
  </xsl:template>

  <xsl:template name="agenda">
    <xsl:param name="text"/>
    <map>
      <string key="typ">Agenda</string>
      <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </map>
  </xsl:template>

  <!-- What every "věc" has: its name, what it says, when it changed. -->
  <xsl:template match="item" mode="thing">
    <xsl:variable name="plain"><xsl:apply-templates select="body" mode="plain"/></xsl:variable>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="summary != ''"><xsl:value-of select="summary"/></xsl:when>
        <xsl:when test="string-length($plain) &gt; 1000"><xsl:value-of select="concat(substring($plain, 1, 999), '…')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$plain"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <string key="iri"><xsl:value-of select="f:id(.)"/></string>
    <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="title"/></xsl:call-template>
    <xsl:if test="normalize-space($words) != ''">
      <xsl:call-template name="text"><xsl:with-param name="key" select="'popis'"/><xsl:with-param name="text" select="$words"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="moment"><xsl:with-param name="key" select="'aktualizováno'"/><xsl:with-param name="at" select="changed"/></xsl:call-template>
    <xsl:if test="takendown or @state = 'cancelled'">
      <xsl:call-template name="moment">
        <xsl:with-param name="key" select="'zneplatněno'"/>
        <xsl:with-param name="at" select="(takendown | changed[not(../takendown)])[1]"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="/page/@name = 'board-show' and @kind != 'official_copy' and attachment[f:web(@url)]">
      <array key="příloha"><xsl:apply-templates select="attachment[f:web(@url)]"/></array>
    </xsl:if>
  </xsl:template>

  <xsl:template match="attachment">
    <map>
      <string key="typ">Digitální objekt</string>
      <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="."/></xsl:call-template>
      <string key="url"><xsl:value-of select="f:uri(@url)"/></string>
      <string key="typ_média">http://www.iana.org/assignments/media-types/<xsl:value-of select="f:media-type(.)"/></string>
    </map>
  </xsl:template>

  <!-- The town as operator: by its IČO; the few without one by the state's identifier of the municipality. -->
  <xsl:template name="town">
    <xsl:param name="key"/>
    <map key="{$key}">
      <xsl:choose>
        <xsl:when test="$town/@ico != ''">
          <string key="typ">Osoba</string>
          <string key="ičo"><xsl:value-of select="$town/@ico"/></string>
        </xsl:when>
        <xsl:otherwise>
          <string key="typ">Orgán veřejné moci</string>
          <string key="identifikátor_ovm"><xsl:call-template name="ruian"/></string>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="$town/name"/></xsl:call-template>
    </map>
  </xsl:template>

  <!-- Only what the town itself says is announced by the town; who a neighbour or a club is, the norm wants to know by IČO, and we do not. -->
  <xsl:template name="announcer">
    <xsl:param name="key"/>
    <xsl:if test="item[1]/@kind != 'community' and not(item[1]/originator)">
      <xsl:call-template name="town"><xsl:with-param name="key" select="$key"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ruian">https://linked.cuzk.cz/resource/ruian/obec/<xsl:value-of select="$town/@code"/></xsl:template>

  <xsl:template name="area">
    <map>
      <string key="typ">Umístění</string>
      <map key="adresa">
        <string key="typ">Adresa</string>
        <string key="obec"><xsl:call-template name="ruian"/></string>
      </map>
    </map>
  </xsl:template>

  <xsl:template name="places">
    <xsl:param name="item"/>
    <map>
      <string key="typ">Umístění</string>
      <xsl:choose>
        <xsl:when test="$item/place != ''">
          <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="$item/place"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="text"><xsl:with-param name="key" select="'název'"/><xsl:with-param name="text" select="$town/name"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="$item/point">
        <map key="geometrie">
          <string key="type">Point</string>
          <array key="coordinates">
            <number><xsl:value-of select="@lon"/></number>
            <number><xsl:value-of select="@lat"/></number>
          </array>
        </map>
      </xsl:for-each>
    </map>
  </xsl:template>

  <xsl:template match="event" mode="begin">
    <xsl:call-template name="moment">
      <xsl:with-param name="key" select="'začátek'"/>
      <xsl:with-param name="at" select="from"/>
      <xsl:with-param name="day" select="@all_day = 'yes'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Our end is exclusive; a whole day's last day is the one before. -->
  <xsl:template match="event" mode="end">
    <xsl:choose>
      <xsl:when test="not(to) and @all_day = 'yes'">
        <xsl:call-template name="moment"><xsl:with-param name="key" select="'konec'"/><xsl:with-param name="at" select="from"/><xsl:with-param name="day" select="true()"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="not(to)"><xsl:call-template name="unknown"><xsl:with-param name="key" select="'konec'"/></xsl:call-template></xsl:when>
      <xsl:when test="@all_day = 'yes'">
        <xsl:call-template name="moment"><xsl:with-param name="key" select="'konec'"/><xsl:with-param name="at" select="f:before(to)"/><xsl:with-param name="day" select="true()"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="moment"><xsl:with-param name="key" select="'konec'"/><xsl:with-param name="at" select="to"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="until">
    <xsl:param name="item"/>
    <xsl:choose>
      <xsl:when test="$item/until">
        <xsl:call-template name="moment"><xsl:with-param name="key" select="'relevantní_do'"/><xsl:with-param name="at" select="$item/until"/><xsl:with-param name="day" select="true()"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="unknown"><xsl:with-param name="key" select="'relevantní_do'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="moment">
    <xsl:param name="key"/>
    <xsl:param name="at"/>
    <xsl:param name="day" select="false()"/>
    <map key="{$key}">
      <string key="typ">Časový okamžik</string>
      <xsl:choose>
        <xsl:when test="$day"><string key="datum"><xsl:value-of select="substring($at, 1, 10)"/></string></xsl:when>
        <xsl:otherwise><string key="datum_a_čas"><xsl:value-of select="$at"/></string></xsl:otherwise>
      </xsl:choose>
    </map>
  </xsl:template>

  <xsl:template name="unknown">
    <xsl:param name="key"/>
    <map key="{$key}">
      <string key="typ">Časový okamžik</string>
      <boolean key="nespecifikovaný">true</boolean>
    </map>
  </xsl:template>

  <xsl:template name="text">
    <xsl:param name="key"/>
    <xsl:param name="text"/>
    <map key="{$key}"><string key="cs"><xsl:value-of select="normalize-space($text)"/></string></map>
  </xsl:template>
</xsl:stylesheet>
