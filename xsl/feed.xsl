<?xml version="1.0" encoding="UTF-8"?>
<!--
  What all feed sheets share: addresses, dates, the name of the feed, and the text of a notice as a string of HTML.
  A feed sheet includes this one and walks page/item; any page with items can be a feed. Nothing here depends on the clock:
  the same page document gives the same bytes, but for page/@now, which no feed reads.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings" xmlns:date="http://exslt.org/dates-and-times"
    xmlns:cm="http://commonmark.org/xml/1.0" xmlns:f="https://sousede.example/feed" xmlns:t="https://sousede.example/text"
    extension-element-prefixes="func str date" exclude-result-prefixes="cm f t">

  <xsl:include href="text.xsl"/>
  <xsl:include href="verdict.xsl"/>
  <xsl:include href="feed-help.xsl"/>

  <!-- A decision (/rozhodnuti): its one line, and why. -->
  <xsl:template match="decision" mode="line"><xsl:call-template name="verdict"><xsl:with-param name="decision" select="."/></xsl:call-template></xsl:template>
  <xsl:template match="decision" mode="why">
    <xsl:call-template name="reason"><xsl:with-param name="code" select="@reason"/></xsl:call-template>
    <xsl:if test="ground != ''">. <xsl:value-of select="ground"/></xsl:if>
    <xsl:if test="summary">. <xsl:value-of select="summary"/></xsl:if>
  </xsl:template>

  <xsl:variable name="base" select="string(/page/@base)"/>
  <xsl:variable name="town" select="/page/town"/>
  <xsl:variable name="board" select="concat($base, '/', $town/@slug, '/nastenka')"/>
  <xsl:variable name="query"><xsl:if test="/page/@query != ''">?<xsl:value-of select="f:uri(/page/@query)"/></xsl:if></xsl:variable>
  <!-- The page for people that says the same as this feed. -->
  <xsl:variable name="home" select="concat($base, f:uri(/page/@path), $query)"/>
  <xsl:variable name="self" select="concat($base, f:uri(/page/@path), '.', /page/@suffix, $query)"/>
  <!-- A month of the archive never changes its filter, its pages or its place in the chain. -->
  <xsl:variable name="month" select="/page/@name = 'board-month'"/>
  <xsl:variable name="filtered" select="/page/filter[@deska or @kategorie or @q or @archiv]"/>
  <xsl:variable name="paged" select="/page/pager/@pages &gt; 1 and not($month)
      and ($filtered or /page/pager/@page &gt; 1 or not(/page/archive/@prev))"/>

  <!-- An address fit for a feed: what is not ASCII percent-encoded, escapes already there kept. -->
  <func:function name="f:uri">
    <xsl:param name="raw"/>
    <func:result select="str:replace(str:replace(str:encode-uri(string($raw), false()), '%23', '#'), '%25', '%')"/>
  </func:function>

  <!-- Absolute address of a link in a text: "/path" is on our own site. -->
  <func:function name="f:absolute">
    <xsl:param name="raw"/>
    <xsl:variable name="site"><xsl:if test="starts-with($raw, '/')"><xsl:value-of select="$base"/></xsl:if></xsl:variable>
    <func:result select="f:uri(concat($site, $raw))"/>
  </func:function>

  <func:function name="f:web">
    <xsl:param name="address"/>
    <func:result select="starts-with($address, 'https://') or starts-with($address, 'http://')"/>
  </func:function>

  <!-- Notices are written in Czech; the frame of the feed speaks the language that the address asks for. -->
  <xsl:variable name="language" select="'cs'"/>

  <!-- Titles of RSS: see rss.xsl. -->
  <func:function name="f:plain">
    <xsl:param name="text"/>
    <func:result select="translate($text, '&amp;&lt;', '&#xE000;&#xE001;')"/>
  </func:function>

  <func:function name="f:bytes">
    <xsl:param name="attachment"/>
    <xsl:choose>
      <xsl:when test="$attachment/@bytes"><func:result select="string($attachment/@bytes)"/></xsl:when>
      <xsl:otherwise><func:result select="'0'"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- What a source calls itself, else its address. -->
  <func:function name="f:source">
    <xsl:param name="item"/>
    <xsl:choose>
      <xsl:when test="$item/source/title != ''"><func:result select="string($item/source/title)"/></xsl:when>
      <xsl:otherwise><func:result select="string($item/source/url)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The immutable name of a notice. -->
  <func:function name="f:id">
    <xsl:param name="item"/>
    <func:result select="concat($base, '/o/', $item/@id)"/>
  </func:function>

  <!-- This feed at another page number. -->
  <func:function name="f:paged">
    <xsl:param name="number"/>
    <xsl:variable name="rest">
      <xsl:for-each select="str:tokenize($page/@query, '&amp;')[not(starts-with(., 'strana='))]">
        <xsl:value-of select="concat(., '&amp;')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="whole">
      <xsl:value-of select="$rest"/>
      <xsl:if test="$number &gt; 1">strana=<xsl:value-of select="$number"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="mark"><xsl:if test="$whole != ''">?</xsl:if></xsl:variable>
    <xsl:variable name="short">
      <xsl:choose>
        <xsl:when test="$number &gt; 1"><xsl:value-of select="$whole"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="substring($rest, 1, string-length($rest) - 1)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <func:result select="concat($base, f:uri($page/@path), '.', $page/@suffix, $mark, f:uri($short))"/>
  </func:function>

  <!-- "Fri, 20 Nov 2026 08:32:00 +0100" of RFC 822: English from fixed tables, whatever the locale. -->
  <func:function name="f:rfc822">
    <xsl:param name="iso"/>
    <xsl:variable name="zone">
      <xsl:choose>
        <xsl:when test="substring($iso, 20) = 'Z'">+0000</xsl:when>
        <xsl:otherwise><xsl:value-of select="translate(substring($iso, 20, 6), ':', '')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <func:result select="concat(
        substring('SunMonTueWedThuFriSat', 3 * date:day-in-week(substring($iso, 1, 10)) - 2, 3), ', ', substring($iso, 9, 2), ' ',
        substring('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * number(substring($iso, 6, 2)) - 2, 3), ' ', substring($iso, 1, 4), ' ',
        substring($iso, 12, 8), ' ', $zone)"/>
  </func:function>

  <!-- Last change of what the feed says; an empty board has none, and then a day that never changes stands there. -->
  <xsl:variable name="modified">
    <xsl:choose>
      <xsl:when test="/page/@modified != ''"><xsl:value-of select="/page/@modified"/></xsl:when>
      <xsl:otherwise>2026-01-01T00:00:00+01:00</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- Type of an attachment: as told, else by the end of its address. -->
  <func:function name="f:media-type">
    <xsl:param name="attachment"/>
    <xsl:variable name="end" select="translate(substring($attachment/@url, string-length($attachment/@url) - 4), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:variable name="guess">
      <xsl:choose>
        <xsl:when test="contains($end, '.pdf')">application/pdf</xsl:when>
        <xsl:when test="contains($end, '.jpg') or $end = '.jpeg'">image/jpeg</xsl:when>
        <xsl:when test="contains($end, '.png')">image/png</xsl:when>
        <xsl:when test="contains($end, '.zip')">application/zip</xsl:when>
        <xsl:when test="$end = '.docx'">application/vnd.openxmlformats-officedocument.wordprocessingml.document</xsl:when>
        <xsl:when test="$end = '.xlsx'">application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</xsl:when>
        <xsl:when test="contains($end, '.doc')">application/msword</xsl:when>
        <xsl:when test="contains($end, '.xls')">application/vnd.ms-excel</xsl:when>
        <xsl:when test="contains($end, '.odt')">application/vnd.oasis.opendocument.text</xsl:when>
        <xsl:when test="contains($end, '.rtf')">application/rtf</xsl:when>
        <xsl:otherwise>application/octet-stream</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="contains($attachment/@media_type, '/')"><func:result select="string($attachment/@media_type)"/></xsl:when>
      <xsl:otherwise><func:result select="string($guess)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Words of ?deska= for a kind. -->
  <func:function name="f:deska">
    <xsl:param name="kind"/>
    <xsl:choose>
      <xsl:when test="$kind = 'official_copy'"><func:result select="'uredni'"/></xsl:when>
      <xsl:when test="$kind = 'information'"><func:result select="'obec'"/></xsl:when>
      <xsl:when test="$kind = 'community'"><func:result select="'spolky'"/></xsl:when>
      <xsl:otherwise><func:result select="'krize'"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="f:kind">
    <xsl:param name="deska"/>
    <xsl:variable name="word">
      <xsl:choose>
        <xsl:when test="$deska = 'uredni'"><t:text id="feed.kind.uredni"/></xsl:when>
        <xsl:when test="$deska = 'obec'"><t:text id="feed.kind.obec"/></xsl:when>
        <xsl:when test="$deska = 'spolky'"><t:text id="feed.kind.spolky"/></xsl:when>
        <xsl:otherwise><t:text id="feed.kind.krize"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <func:result select="string($word)"/>
  </func:function>

  <!-- The name of the feed with its filter: "Nástěnka: Kadaň, úřední deska". -->
  <xsl:variable name="title">
    <xsl:choose>
      <xsl:when test="/page/@name = 'decisions'"><t:text id="feed.decisions"/></xsl:when>
      <xsl:when test="$help"><xsl:call-template name="help-title"/></xsl:when>
      <xsl:when test="/page/@name = 'organisation'"><xsl:value-of select="/page/organisation/name"/></xsl:when>
      <xsl:when test="/page/@name = 'board-show'"><xsl:value-of select="/page/item[1]/title"/></xsl:when>
      <xsl:when test="$month">
        <t:text id="feed.title.month">
          <t:arg select="$town/name"/>
          <t:arg select="t:month(/page/archive/@month)"/>
        </t:text>
      </xsl:when>
      <xsl:otherwise>
        <t:text id="feed.title"><t:arg select="$town/name"/></t:text>
        <xsl:for-each select="str:tokenize(/page/filter/@deska, ', ')">
          <xsl:value-of select="concat(', ', f:kind(.))"/>
        </xsl:for-each>
        <xsl:if test="/page/filter/@kategorie">
          <xsl:variable name="slug" select="/page/filter/@kategorie"/>
          <xsl:variable name="name" select="/page/categories/category[@slug = $slug]/@name | /page/item/category[@slug = $slug]"/>
          <xsl:text>, </xsl:text>
          <xsl:choose>
            <xsl:when test="$name"><xsl:value-of select="$name[1]"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$slug"/></xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="/page/filter/@q != ''">
          <xsl:text>, </xsl:text>
          <t:text id="feed.title.search"><t:arg select="/page/filter/@q"/></t:text>
        </xsl:if>
        <xsl:if test="/page/filter/@archiv">
          <xsl:text>, </xsl:text>
          <t:text id="feed.title.archive"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="description">
    <xsl:choose>
      <xsl:when test="/page/@name = 'help-list'"><t:text id="lists.about"><t:arg select="$town/name"/></t:text></xsl:when>
      <xsl:when test="$help"><t:text id="lists.about-offers"><t:arg select="$town/name"/></t:text></xsl:when>
      <xsl:when test="/page/@name = 'decisions'"><t:text id="feed.decisions-about"/></xsl:when>
      <xsl:when test="/page/item[@unofficial = 'yes']"><t:text id="feed.about.copy"><t:arg select="$town/name"/></t:text></xsl:when>
      <xsl:otherwise><t:text id="feed.about"><t:arg select="$town/name"/></t:text></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- A notice that no longer holds says so in its title, as the paper on the board would. -->
  <func:function name="f:title">
    <xsl:param name="item"/>
    <xsl:variable name="mark">
      <xsl:choose>
        <xsl:when test="$item/@state = 'cancelled'"><t:text id="feed.mark.cancelled"/><xsl:text>: </xsl:text></xsl:when>
        <xsl:when test="$item/@corrected and ($item/@state = 'posted' or $item/@state = 'extended')"><t:text id="feed.mark.corrected"/><xsl:text>: </xsl:text></xsl:when>
        <xsl:when test="$item/@state = 'taken_down' or $item/@state = 'archived'"><t:text id="feed.mark.down"/><xsl:text>: </xsl:text></xsl:when>
        <xsl:when test="$item/@urgent = 'yes'"><t:text id="feed.mark.urgent"/><xsl:text>: </xsl:text></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <func:result select="concat($mark, $item/title)"/>
  </func:function>

  <!-- Who speaks: the originator, else the town; a copied notice is its source's. -->
  <func:function name="f:author">
    <xsl:param name="item"/>
    <xsl:choose>
      <xsl:when test="$item/originator != ''"><func:result select="string($item/originator)"/></xsl:when>
      <xsl:when test="$item/@kind = 'community' and $item/source/title != ''"><func:result select="string($item/source/title)"/></xsl:when>
      <xsl:otherwise><func:result select="string($town/name)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Plain text in one line: the summary, else the beginning of the text, else when it was posted. -->
  <func:function name="f:summary">
    <xsl:param name="item"/>
    <xsl:variable name="text"><xsl:apply-templates select="$item/body" mode="plain"/></xsl:variable>
    <xsl:variable name="line" select="normalize-space($text)"/>
    <xsl:variable name="posted">
      <t:text id="feed.posted"/><xsl:text>: </xsl:text><xsl:value-of select="t:short($item/posted)"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$item/summary != ''"><func:result select="normalize-space($item/summary)"/></xsl:when>
      <xsl:when test="string-length($line) &gt; 300"><func:result select="concat(substring($line, 1, 299), '…')"/></xsl:when>
      <xsl:when test="$line != ''"><func:result select="$line"/></xsl:when>
      <xsl:otherwise><func:result select="string($posted)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The day before, of an exclusive end. -->
  <func:function name="f:before">
    <xsl:param name="iso"/>
    <func:result select="substring(date:add(substring($iso, 1, 10), '-P1D'), 1, 10)"/>
  </func:function>

  <!-- "5. 12. 2026 8.00–12.00", whole days without hours; the end is exclusive, so a whole day's end is one day less. -->
  <func:function name="f:event">
    <xsl:param name="event"/>
    <xsl:variable name="from" select="$event/from"/>
    <xsl:variable name="to" select="$event/to"/>
    <xsl:variable name="whole" select="$event/@all_day = 'yes'"/>
    <xsl:variable name="last">
      <xsl:choose>
        <xsl:when test="$whole and $to"><xsl:value-of select="f:before($to)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="substring($to, 1, 10)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="apart" select="$to and $last != substring($from, 1, 10) and not($whole and $last &lt; substring($from, 1, 10))"/>
    <xsl:variable name="text">
      <xsl:value-of select="t:short($from)"/>
      <xsl:if test="not($whole)"><xsl:value-of select="concat(' ', t:time($from))"/></xsl:if>
      <xsl:if test="$to and ($apart or not($whole))">
        <xsl:text>–</xsl:text>
        <xsl:if test="$apart"><xsl:value-of select="t:short($last)"/></xsl:if>
        <xsl:if test="$apart and not($whole)"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="not($whole)"><xsl:value-of select="t:time($to)"/></xsl:if>
      </xsl:if>
    </xsl:variable>
    <func:result select="string($text)"/>
  </func:function>

  <!-- Text made safe inside HTML; the serialiser escapes the result once more, because feeds carry HTML as text. -->
  <func:function name="f:html">
    <xsl:param name="text"/>
    <func:result select="str:replace(str:replace(str:replace(str:replace(string($text), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'),
        '&gt;', '&amp;gt;'), '&quot;', '&amp;quot;')"/>
  </func:function>

  <!-- Readers stop at feeds of some hundred kilobytes: when all texts together are too long, long ones are only begun. -->
  <xsl:variable name="texts"><xsl:for-each select="/page/item/body"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
  <xsl:variable name="heavy" select="string-length($texts) &gt; 100000"/>

  <!-- The whole notice as HTML: what it says, then its facts, its papers, and whose copy it is. -->
  <xsl:template match="item" mode="content">
    <xsl:choose>
      <xsl:when test="body/cm:* and $heavy and string-length(body) &gt; 1500">
        <xsl:variable name="plain"><xsl:apply-templates select="body" mode="plain"/></xsl:variable>
        <xsl:variable name="word"><t:text id="feed.whole"/></xsl:variable>
        <xsl:value-of select="concat('&lt;p&gt;', f:html(substring($plain, 1, 1500)), '… ')"/>
        <xsl:call-template name="link">
          <xsl:with-param name="href" select="concat($base, @href)"/>
          <xsl:with-param name="text" select="$word"/>
        </xsl:call-template>
        <xsl:text>&lt;/p&gt;</xsl:text>
      </xsl:when>
      <xsl:when test="body/cm:*"><xsl:apply-templates select="body" mode="html"/></xsl:when>
      <xsl:when test="summary != ''">&lt;p&gt;<xsl:value-of select="f:html(summary)"/>&lt;/p&gt;</xsl:when>
    </xsl:choose>
    <xsl:text>&lt;ul&gt;</xsl:text>
    <xsl:if test="event">
      <xsl:call-template name="fact">
        <xsl:with-param name="label"><t:text id="feed.when"/></xsl:with-param>
        <xsl:with-param name="value" select="f:event(event)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="fact">
      <xsl:with-param name="label"><t:text id="feed.where"/></xsl:with-param>
      <xsl:with-param name="value" select="place"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label"><t:text id="feed.originator"/></xsl:with-param>
      <xsl:with-param name="value" select="originator"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label"><t:text id="feed.reference"/></xsl:with-param>
      <xsl:with-param name="value" select="reference"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label"><t:text id="feed.mark"/></xsl:with-param>
      <xsl:with-param name="value" select="file_mark"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label"><t:text id="feed.posted"/></xsl:with-param>
      <xsl:with-param name="value" select="t:short(posted)"/>
    </xsl:call-template>
    <xsl:if test="until and not(takendown)">
      <xsl:call-template name="fact">
        <xsl:with-param name="label"><t:text id="feed.until"/></xsl:with-param>
        <xsl:with-param name="value" select="t:short(until)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="takendown">
      <xsl:call-template name="fact">
        <xsl:with-param name="label"><t:text id="feed.takendown"/></xsl:with-param>
        <xsl:with-param name="value" select="t:short(takendown)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>&lt;/ul&gt;</xsl:text>
    <xsl:variable name="papers" select="attachment[f:web(@url)]"/>
    <xsl:if test="$papers">
      <xsl:text>&lt;p&gt;</xsl:text>
      <t:text id="feed.attachments"/>
      <xsl:text>:&lt;/p&gt;&lt;ul&gt;</xsl:text>
      <xsl:for-each select="$papers">
        <xsl:text>&lt;li&gt;</xsl:text>
        <xsl:call-template name="link">
          <xsl:with-param name="href" select="f:uri(@url)"/>
          <xsl:with-param name="text" select="."/>
        </xsl:call-template>
        <xsl:text>&lt;/li&gt;</xsl:text>
      </xsl:for-each>
      <xsl:text>&lt;/ul&gt;</xsl:text>
    </xsl:if>
    <xsl:variable name="origin" select="(link | source/page | source/url)[f:web(.)]"/>
    <xsl:choose>
      <xsl:when test="@unofficial = 'yes'">
        <xsl:text>&lt;p&gt;</xsl:text>
        <t:text id="feed.copy"/>
        <xsl:if test="$origin">
          <xsl:text> </xsl:text>
          <xsl:variable name="word"><t:text id="feed.origin"/></xsl:variable>
          <xsl:call-template name="link">
            <xsl:with-param name="href" select="f:uri($origin[1])"/>
            <xsl:with-param name="text" select="$word"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:text>&lt;/p&gt;</xsl:text>
      </xsl:when>
      <xsl:when test="f:web(link)">
        <xsl:text>&lt;p&gt;</xsl:text>
        <xsl:variable name="word"><t:text id="feed.more"/></xsl:variable>
        <xsl:call-template name="link">
          <xsl:with-param name="href" select="f:uri(link)"/>
          <xsl:with-param name="text" select="$word"/>
        </xsl:call-template>
        <xsl:text>&lt;/p&gt;</xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="$value != ''">
      <xsl:value-of select="concat('&lt;li&gt;', f:html($label), ': ', f:html($value), '&lt;/li&gt;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="link">
    <xsl:param name="href"/>
    <xsl:param name="text"/>
    <xsl:value-of select="concat('&lt;a href=&quot;', f:html($href), '&quot;&gt;', f:html($text), '&lt;/a&gt;')"/>
  </xsl:template>

  <!-- CommonMark as a string of HTML. Only nodes named here come out; raw HTML has no template that would let it through. -->
  <xsl:template match="*" mode="html"><xsl:apply-templates select="*" mode="html"/></xsl:template>
  <xsl:template match="cm:html_block | cm:html_inline" mode="html"/>
  <xsl:template match="cm:paragraph" mode="html">
    <xsl:text>&lt;p&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/p&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:list[@tight = 'true']/cm:item/cm:paragraph" mode="html">
    <xsl:apply-templates select="*" mode="html"/>
  </xsl:template>
  <xsl:template match="cm:heading" mode="html">
    <!-- The reader shows the notice's title itself, so headings start below it. -->
    <xsl:variable name="level" select="@level + 2 - (@level = 5) - 2 * (@level = 6)"/>
    <xsl:value-of select="concat('&lt;h', $level, '&gt;')"/>
    <xsl:apply-templates select="*" mode="html"/>
    <xsl:value-of select="concat('&lt;/h', $level, '&gt;')"/>
  </xsl:template>
  <xsl:template match="cm:text" mode="html"><xsl:value-of select="f:html(.)"/></xsl:template>
  <xsl:template match="cm:softbreak" mode="html"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="cm:linebreak" mode="html">&lt;br&gt;</xsl:template>
  <xsl:template match="cm:thematic_break" mode="html">&lt;hr&gt;</xsl:template>
  <xsl:template match="cm:code" mode="html"><xsl:value-of select="concat('&lt;code&gt;', f:html(.), '&lt;/code&gt;')"/></xsl:template>
  <xsl:template match="cm:code_block" mode="html">
    <xsl:value-of select="concat('&lt;pre&gt;', f:html(.), '&lt;/pre&gt;')"/>
  </xsl:template>
  <xsl:template match="cm:emph" mode="html">
    <xsl:text>&lt;em&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/em&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:strong" mode="html">
    <xsl:text>&lt;strong&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/strong&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:block_quote" mode="html">
    <xsl:text>&lt;blockquote&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/blockquote&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:list" mode="html">
    <xsl:text>&lt;ul&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/ul&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:list[@type = 'ordered']" mode="html">
    <xsl:text>&lt;ol</xsl:text>
    <xsl:if test="@start != 1"><xsl:value-of select="concat(' start=&quot;', number(@start), '&quot;')"/></xsl:if>
    <xsl:text>&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/ol&gt;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:item" mode="html">
    <xsl:text>&lt;li&gt;</xsl:text><xsl:apply-templates select="*" mode="html"/><xsl:text>&lt;/li&gt;</xsl:text>
  </xsl:template>
  <!-- A picture stays a link: feeds load nothing from foreign servers behind the reader's back. -->
  <xsl:template match="cm:link | cm:image" mode="html">
    <xsl:variable name="href" select="f:absolute(@destination)"/>
    <xsl:variable name="inside"><xsl:apply-templates select="*" mode="html"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="ancestor::cm:link"><xsl:value-of select="$inside"/></xsl:when>
      <xsl:when test="f:web($href) or starts-with($href, 'mailto:') or starts-with($href, 'tel:')">
        <xsl:value-of select="concat('&lt;a href=&quot;', f:html($href), '&quot;&gt;', $inside)"/>
        <xsl:if test="$inside = ''"><xsl:value-of select="f:html($href)"/></xsl:if>
        <xsl:text>&lt;/a&gt;</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$inside"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- CommonMark as plain text, a paragraph a line. -->
  <xsl:template match="*" mode="plain"><xsl:apply-templates select="*" mode="plain"/></xsl:template>
  <xsl:template match="cm:html_block | cm:html_inline" mode="plain"/>
  <xsl:template match="cm:text | cm:code | cm:code_block" mode="plain"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="cm:softbreak" mode="plain"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="cm:linebreak" mode="plain"><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="cm:paragraph | cm:heading" mode="plain">
    <xsl:apply-templates select="*" mode="plain"/><xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="cm:item" mode="plain"><xsl:text>- </xsl:text><xsl:apply-templates select="*" mode="plain"/></xsl:template>
</xsl:stylesheet>
