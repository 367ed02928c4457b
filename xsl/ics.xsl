<?xml version="1.0" encoding="UTF-8"?>
<!--
  iCalendar (RFC 5545, 7986) of the notices that have dates. Times are UTC, whole days VALUE=DATE with an exclusive end, so no time
  zone is described; a calendar with nothing in it holds Europe/Prague's, because the standard wants one component at least.
  Lines end in LF and are as long as they are; C makes CRLF and folds. No METHOD: it would ask for an ORGANIZER.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:func="http://exslt.org/functions"
    xmlns:str="http://exslt.org/strings" xmlns:f="https://sousede.example/feed" extension-element-prefixes="func str">
  <xsl:include href="feed.xsl"/>
  <xsl:output method="text" encoding="UTF-8" media-type="text/calendar; charset=utf-8"/>

  <xsl:template match="/page">
    <xsl:text>BEGIN:VCALENDAR&#10;VERSION:2.0&#10;PRODID:-//Sousedská pomoc//Nástěnka//CS&#10;CALSCALE:GREGORIAN&#10;</xsl:text>
    <xsl:value-of select="concat('NAME:', f:escape($title), '&#10;X-WR-CALNAME:', f:escape($title), '&#10;')"/>
    <xsl:value-of select="concat('DESCRIPTION:', f:escape($description), '&#10;X-WR-CALDESC:', f:escape($description), '&#10;')"/>
    <xsl:text>X-WR-TIMEZONE:Europe/Prague&#10;REFRESH-INTERVAL;VALUE=DURATION:PT1H&#10;X-PUBLISHED-TTL:PT1H&#10;COLOR:darkgreen&#10;</xsl:text>
    <xsl:value-of select="concat('SOURCE;VALUE=URI:', $self, '&#10;URL:', $home, '&#10;')"/>
    <xsl:apply-templates select="item[event/from] | request[time/from]"/>
    <xsl:if test="not(item[event/from] | request[time/from])"><xsl:call-template name="zone"/></xsl:if>
    <xsl:text>END:VCALENDAR&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="item">
    <xsl:text>BEGIN:VEVENT&#10;</xsl:text>
    <xsl:value-of select="concat('UID:o-', @id, '@', /page/@host, '&#10;')"/>
    <xsl:value-of select="concat('DTSTAMP:', f:utc(changed/@utc), '&#10;LAST-MODIFIED:', f:utc(changed/@utc), '&#10;')"/>
    <xsl:value-of select="concat('SEQUENCE:', @version - 1, '&#10;')"/>
    <xsl:apply-templates select="event"/>
    <xsl:value-of select="concat('SUMMARY:', f:escape(title), '&#10;')"/>
    <xsl:variable name="words"><xsl:apply-templates select="body" mode="plain"/></xsl:variable>
    <xsl:variable name="said">
      <xsl:choose>
        <xsl:when test="string-length($words) &gt; 4000"><xsl:value-of select="concat(substring($words, 1, 3999), '…&#10;')"/></xsl:when>
        <xsl:when test="normalize-space($words) != ''"><xsl:value-of select="$words"/></xsl:when>
        <xsl:when test="summary != ''"><xsl:value-of select="concat(summary, '&#10;')"/></xsl:when>
      </xsl:choose>
      <xsl:if test="@unofficial = 'yes'"><t:text id="feed.copy" xmlns:t="https://sousede.example/text"/><xsl:text>&#10;</xsl:text></xsl:if>
      <xsl:value-of select="concat($base, @href)"/>
    </xsl:variable>
    <xsl:value-of select="concat('DESCRIPTION:', f:escape($said), '&#10;')"/>
    <xsl:if test="place != ''"><xsl:value-of select="concat('LOCATION:', f:escape(place), '&#10;')"/></xsl:if>
    <xsl:for-each select="point"><xsl:value-of select="concat('GEO:', @lat, ';', @lon, '&#10;')"/></xsl:for-each>
    <xsl:value-of select="concat('URL:', concat($base, @href), '&#10;')"/>
    <xsl:value-of select="concat('CATEGORIES:', f:escape(f:kind(f:deska(@kind))))"/>
    <xsl:for-each select="category"><xsl:value-of select="concat(',', f:escape(.))"/></xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="attachment[f:web(@url)]">
      <xsl:value-of select="concat('ATTACH;FMTTYPE=', f:media-type(.), ':', f:uri(@url), '&#10;')"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="@state = 'cancelled' or @state = 'taken_down'">STATUS:CANCELLED&#10;</xsl:when>
      <xsl:otherwise>STATUS:CONFIRMED&#10;</xsl:otherwise>
    </xsl:choose>
    <!-- a notice on a board takes nobody's time until somebody decides to go -->
    <xsl:text>TRANSP:TRANSPARENT&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="request">
    <xsl:variable name="line"><xsl:apply-templates select="." mode="line"/></xsl:variable>
    <xsl:variable name="said"><xsl:apply-templates select="." mode="said"/></xsl:variable>
    <xsl:variable name="place"><xsl:apply-templates select="." mode="place"/></xsl:variable>
    <xsl:variable name="category"><xsl:call-template name="help-category"><xsl:with-param name="code" select="@category"/></xsl:call-template></xsl:variable>
    <xsl:text>BEGIN:VEVENT&#10;</xsl:text>
    <xsl:value-of select="concat('UID:p-', @id, '@', /page/@host, '&#10;DTSTAMP:', f:utc(changed/@utc), '&#10;LAST-MODIFIED:', f:utc(changed/@utc), '&#10;SEQUENCE:', @version - 1, '&#10;')"/>
    <xsl:apply-templates select="time"/>
    <xsl:value-of select="concat('SUMMARY:', f:escape($line), '&#10;DESCRIPTION:', f:escape(concat($said, '&#10;', f:help(.))), '&#10;LOCATION:', f:escape($place), '&#10;')"/>
    <xsl:value-of select="concat('GEO:', point/@lat, ';', point/@lon, '&#10;URL:', f:help(.), '&#10;CATEGORIES:', f:escape($category), '&#10;')"/>
    <xsl:text>STATUS:TENTATIVE&#10;TRANSP:TRANSPARENT&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="event[@all_day = 'yes'] | time[@all_day = 'yes']">
    <xsl:value-of select="concat('DTSTART;VALUE=DATE:', f:date(from), '&#10;')"/>
    <xsl:if test="to and f:date(to) &gt; f:date(from)">
      <xsl:value-of select="concat('DTEND;VALUE=DATE:', f:date(to), '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="event | time">
    <xsl:value-of select="concat('DTSTART:', f:utc(from/@utc), '&#10;')"/>
    <xsl:if test="to"><xsl:value-of select="concat('DTEND:', f:utc(to/@utc), '&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template name="zone">
    <xsl:text>BEGIN:VTIMEZONE&#10;TZID:Europe/Prague&#10;</xsl:text>
    <xsl:text>BEGIN:DAYLIGHT&#10;DTSTART:19810329T020000&#10;RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU&#10;</xsl:text>
    <xsl:text>TZOFFSETFROM:+0100&#10;TZOFFSETTO:+0200&#10;TZNAME:CEST&#10;END:DAYLIGHT&#10;</xsl:text>
    <xsl:text>BEGIN:STANDARD&#10;DTSTART:19961027T030000&#10;RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU&#10;</xsl:text>
    <xsl:text>TZOFFSETFROM:+0200&#10;TZOFFSETTO:+0100&#10;TZNAME:CET&#10;END:STANDARD&#10;END:VTIMEZONE&#10;</xsl:text>
  </xsl:template>

  <!-- "2026-11-20T07:32:00Z" to "20261120T073200Z". -->
  <func:function name="f:utc">
    <xsl:param name="iso"/>
    <func:result select="translate($iso, '-:', '')"/>
  </func:function>

  <func:function name="f:date">
    <xsl:param name="iso"/>
    <func:result select="translate(substring($iso, 1, 10), '-', '')"/>
  </func:function>

  <!-- A TEXT value: backslash, semicolon, comma and line end escaped, other controls gone. -->
  <func:function name="f:escape">
    <xsl:param name="raw"/>
    <xsl:variable name="text" select="translate($raw, '&#13;&#9;', ' ')"/>
    <xsl:variable name="marked" select="str:replace(str:replace(str:replace($text, '\', '\\'), ';', '\;'), ',', '\,')"/>
    <func:result select="str:replace($marked, '&#10;', '\n')"/>
  </func:function>
</xsl:stylesheet>
