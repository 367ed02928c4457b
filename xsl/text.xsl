<?xml version="1.0" encoding="UTF-8"?>
<!--
  Dates, numbers and addresses as people read them. Functions (usable in any expression and attribute):

    t:date('2026-11-22…')       22. listopadu 2026          t:short(…)      22. 11. 2026
    t:day(…)                    22. listopadu               t:month('2026-11')  listopad 2026
    t:weekday(element)          neděle 22. listopadu 2026   t:near(element) the same without the year when it is this year
    t:time(…)                   7.30                        t:moment(…)     22. 11. 2026, 7.30
    t:from(a, b)                the beginning of „od … do …“: 19. | 19. listopadu | 19. prosince 2026
    t:when(event)               středa 25. listopadu 2026, 8–13 hodin
    t:capital('středa 25.')     Středa 25., at the beginning of a sentence
    t:place(town/name)          a name of up to 18 letters holds together in a heading
    t:number(1234)  t:decimal(12.4)  t:bytes(412345)  t:phone('+420800000494')
    t:query(' strana ', 'strana=2')   the filter of this page as „?…“ without some fields and with one more

  Dates are the local texts of the page document; an element brings its weekday in @day (1 Monday … 7 Sunday).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings" xmlns:date="http://exslt.org/dates-and-times"
  extension-element-prefixes="func str date" exclude-result-prefixes="t">

<xsl:variable name="page" select="/page"/>
<xsl:variable name="asked" select="string(/page/@query)"/>
<xsl:variable name="icons" select="concat(/page/@root, '/s/icons.{t:build}.svg#')"/>
<xsl:variable name="months"><t:text id="date.months"/></xsl:variable>
<xsl:variable name="month-names"><t:text id="date.month-names"/></xsl:variable>
<xsl:variable name="weekdays"><t:text id="date.weekdays"/></xsl:variable>
<xsl:variable name="weekdays-short"><t:text id="date.weekdays-short"/></xsl:variable>

<func:function name="t:word">
  <xsl:param name="words"/>
  <xsl:param name="n"/>
  <func:result select="string(str:tokenize($words, ' ')[position() = number($n)])"/>
</func:function>

<func:function name="t:date">
  <xsl:param name="d"/>
  <func:result>
    <t:text id="date.full">
      <t:arg select="number(substring($d, 9, 2))"/>
      <t:arg select="t:word($months, substring($d, 6, 2))"/>
      <t:arg select="substring($d, 1, 4)"/>
    </t:text>
  </func:result>
</func:function>

<func:function name="t:day">
  <xsl:param name="d"/>
  <func:result>
    <t:text id="date.no-year">
      <t:arg select="number(substring($d, 9, 2))"/>
      <t:arg select="t:word($months, substring($d, 6, 2))"/>
    </t:text>
  </func:result>
</func:function>

<func:function name="t:short">
  <xsl:param name="d"/>
  <func:result>
    <t:text id="date.short">
      <t:arg select="number(substring($d, 9, 2))"/>
      <t:arg select="number(substring($d, 6, 2))"/>
      <t:arg select="substring($d, 1, 4)"/>
      <t:arg select="substring(t:word($months, substring($d, 6, 2)), 1, 3)"/>
    </t:text>
  </func:result>
</func:function>

<func:function name="t:month">
  <xsl:param name="d"/>
  <func:result>
    <t:text id="date.month">
      <t:arg select="t:word($month-names, substring($d, 6, 2))"/>
      <t:arg select="substring($d, 1, 4)"/>
    </t:text>
  </func:result>
</func:function>

<func:function name="t:weekday">
  <xsl:param name="d"/>
  <func:result>
    <t:text id="date.with-weekday">
      <t:arg select="t:word($weekdays, $d/@day)"/>
      <t:arg select="t:date($d)"/>
    </t:text>
  </func:result>
</func:function>

<func:function name="t:near">
  <xsl:param name="d"/>
  <func:result>
    <xsl:choose>
      <xsl:when test="substring($d, 1, 4) = substring($page/@today, 1, 4)">
        <t:text id="date.with-weekday">
          <t:arg select="t:word($weekdays, $d/@day)"/>
          <t:arg select="t:day($d)"/>
        </t:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="t:weekday($d)"/></xsl:otherwise>
    </xsl:choose>
  </func:result>
</func:function>

<func:function name="t:time">
  <xsl:param name="d"/>
  <func:result>
    <t:text id="date.time">
      <t:arg select="number(substring($d, 12, 2))"/>
      <t:arg select="substring($d, 15, 2)"/>
    </t:text>
  </func:result>
</func:function>

<func:function name="t:moment">
  <xsl:param name="d"/>
  <func:result>
    <xsl:choose>
      <xsl:when test="$d/@only = 'day' or string-length($d) &lt; 16"><xsl:value-of select="t:short($d)"/></xsl:when>
      <xsl:otherwise>
        <t:text id="date.at"><t:arg select="t:short($d)"/><t:arg select="t:time($d)"/></t:text>
      </xsl:otherwise>
    </xsl:choose>
  </func:result>
</func:function>

<func:function name="t:from">
  <xsl:param name="a"/>
  <xsl:param name="b"/>
  <func:result>
    <xsl:choose>
      <xsl:when test="substring($a, 1, 7) = substring($b, 1, 7)">
        <t:text id="date.day"><t:arg select="number(substring($a, 9, 2))"/></t:text>
      </xsl:when>
      <xsl:when test="substring($a, 1, 4) = substring($b, 1, 4)"><xsl:value-of select="t:day($a)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="t:date($a)"/></xsl:otherwise>
    </xsl:choose>
  </func:result>
</func:function>

<!-- The end of an event is exclusive: an event of whole days ends the day before. -->
<func:function name="t:when">
  <xsl:param name="event"/>
  <xsl:variable name="from" select="$event/from"/>
  <xsl:variable name="to" select="$event/to"/>
  <xsl:variable name="first" select="substring($from, 1, 10)"/>
  <xsl:choose>
    <xsl:when test="$event/@all_day">
      <xsl:variable name="last" select="date:add(substring($to, 1, 10), '-P1D')"/>
      <xsl:choose>
        <xsl:when test="$to and $last != $first"><func:result><t:text id="date.span"><t:arg select="t:from($from, $last)"/><t:arg select="t:date($last)"/></t:text></func:result></xsl:when>
        <xsl:otherwise><func:result select="t:weekday($from)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:when>
    <xsl:when test="$to and substring($to, 1, 10) != $first"><func:result><t:text id="date.span"><t:arg select="t:from($from, $to)"/><t:arg select="t:date($to)"/></t:text></func:result></xsl:when>
    <xsl:otherwise><func:result><t:text id="date.at"><t:arg select="t:weekday($from)"/><t:arg select="t:hours($from, $to)"/></t:text></func:result></xsl:otherwise>
  </xsl:choose>
</func:function>

<!-- Times of one day: 8–13 hodin, 17 hodin, 8.30–11.00; a word joiner keeps the range on one line. Before five o'clock „hodiny“ would need its own form, so digits. -->
<func:function name="t:hours">
  <xsl:param name="from"/>
  <xsl:param name="to"/>
  <xsl:variable name="hour" select="number(substring($from, 12, 2))"/>
  <xsl:variable name="minute" select="substring($from, 15, 2)"/>
  <xsl:variable name="whole" select="$hour &gt;= 5 and $minute = '00'"/>
  <xsl:variable name="end" select="number(substring($to, 12, 2))"/>
  <xsl:variable name="end-minute" select="substring($to, 15, 2)"/>
  <xsl:choose>
    <xsl:when test="$whole and $end &gt;= 5 and $end-minute = '00' and $end != $hour">
      <func:result><t:text id="date.hours"><t:arg select="$hour"/><t:arg select="$minute"/><t:arg select="concat('&#8288;', $end)"/><t:arg select="$end-minute"/></t:text></func:result>
    </xsl:when>
    <xsl:when test="$end-minute != '' and string($to) != string($from)"><func:result select="concat(t:time($from), '–&#8288;', t:time($to))"/></xsl:when>
    <xsl:when test="$whole"><func:result><t:text id="date.hour"><t:arg select="$hour"/><t:arg select="$minute"/></t:text></func:result></xsl:when>
    <xsl:otherwise><func:result select="t:time($from)"/></xsl:otherwise>
  </xsl:choose>
</func:function>

<func:function name="t:capital">
  <xsl:param name="words"/>
  <func:result select="concat(translate(substring($words, 1, 1), 'abcčdefghijklmnoprsštuúvyzžвнпсчзад', 'ABCČDEFGHIJKLMNOPRSŠTUÚVYZŽВНПСЧЗАД'), substring($words, 2))"/>
</func:function>

<func:function name="t:place">
  <xsl:param name="name"/>
  <func:result select="translate($name, substring(' ', 1, string-length($name) &lt;= 18), '&#160;')"/>
</func:function>

<!-- English keeps 1,234.5; Czech and Ukrainian write 1 234,5 with a hard space. -->
<func:function name="t:number">
  <xsl:param name="n"/>
  <xsl:choose>
    <xsl:when test="$n &lt; 1000 and $n &gt; -1000 and round($n) = $n"><func:result select="string(number($n))"/></xsl:when>
    <xsl:otherwise><func:result select="t:local(format-number($n, '#,##0'))"/></xsl:otherwise>
  </xsl:choose>
</func:function>

<func:function name="t:decimal">
  <xsl:param name="n"/>
  <func:result select="t:local(format-number($n, '#,##0.#'))"/>
</func:function>

<func:function name="t:local">
  <xsl:param name="digits"/>
  <xsl:choose>
    <xsl:when test="'{t:lang}' = 'en'"><func:result select="string($digits)"/></xsl:when>
    <xsl:otherwise><func:result select="translate($digits, ',.', '&#160;,')"/></xsl:otherwise>
  </xsl:choose>
</func:function>

<func:function name="t:bytes">
  <xsl:param name="n"/>
  <xsl:choose>
    <xsl:when test="$n &lt; 1000"><func:result select="concat($n, '&#160;B')"/></xsl:when>
    <xsl:when test="$n &lt; 999500"><func:result select="concat(t:number($n div 1000), '&#160;kB')"/></xsl:when>
    <xsl:otherwise><func:result select="concat(t:decimal($n div 1000000), '&#160;MB')"/></xsl:otherwise>
  </xsl:choose>
</func:function>

<func:function name="t:phone">
  <xsl:param name="number"/>
  <xsl:choose>
    <xsl:when test="string-length($number) = 13 and starts-with($number, '+420')">
      <func:result select="concat(substring($number, 5, 3), '&#160;', substring($number, 8, 3), '&#160;', substring($number, 11))"/>
    </xsl:when>
    <xsl:otherwise><func:result select="string($number)"/></xsl:otherwise>
  </xsl:choose>
</func:function>

<!-- Only what the page's own form knows survives, and never an empty value, so an address has one spelling. -->
<func:function name="t:query">
  <xsl:param name="without"/>
  <xsl:param name="more"/>
  <xsl:choose>
    <xsl:when test="$asked = ''"><func:result select="concat(substring('?', 1, string-length($more)), $more)"/></xsl:when>
    <xsl:otherwise>
      <xsl:variable name="kept">
        <xsl:for-each select="str:tokenize($asked, '&amp;')">
          <xsl:variable name="name" select="substring-before(., '=')"/>
          <xsl:if test="$name = $page/form/field/@name and substring-after(., '=') != '' and not(contains($without, concat(' ', $name, ' ')))">
            <xsl:value-of select="concat('&amp;', .)"/>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="$more != ''"><xsl:value-of select="concat('&amp;', $more)"/></xsl:if>
      </xsl:variable>
      <func:result select="concat(substring('?', 1, string-length($kept)), substring($kept, 2))"/>
    </xsl:otherwise>
  </xsl:choose>
</func:function>

</xsl:stylesheet>
