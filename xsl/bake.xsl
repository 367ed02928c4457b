<?xml version="1.0" encoding="UTF-8"?>
<!--
  Build step: a sheet + a catalogue = the same sheet in one language (the running program knows no translation).
  Parameters: lang (cs, en, uk), strings (absolute path of the catalogue), build (eight hex digits that change with every build).

  What a sheet may write (xmlns:t="https://sousede.example/text"):
    <t:text id="board.empty"/>                      the words of <s id="board.empty">
    <t:text id="x"><t:arg select="…"/></t:text>     {1}, {2} … of the words become the arguments in their order;
                                                    an argument may also hold content: <t:arg><a href="…">…</a></t:arg>
    <t:count id="n.x" select="NUMBER"/>             the plural form for the number; {1} is the number, arguments start at {2}
    <t:icon name="rss"/>                            an icon of the sprite; name may hold {…}
    {t:board.empty} {t:lang} {t:build}              in any attribute
  A missing id, argument or plural form stops the build. Comments are left out, everything else is copied as it stands.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="https://sousede.example/text" xmlns:out="https://sousede.example/out" exclude-result-prefixes="t out">
<xsl:output method="xml" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="*"/>
<xsl:preserve-space elements="xsl:text"/>
<xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

<xsl:param name="lang"/>
<xsl:param name="strings"/>
<xsl:param name="build"/>

<xsl:variable name="catalogue" select="document($strings)/strings"/>
<xsl:variable name="sheet" select="/"/>

<xsl:template match="/">
  <xsl:if test="$catalogue/@lang != $lang or not($catalogue/@lang)">
    <xsl:message terminate="yes">bake: <xsl:value-of select="$strings"/> is no catalogue of language '<xsl:value-of select="$lang"/>'</xsl:message>
  </xsl:if>
  <xsl:apply-templates/>
</xsl:template>

<xsl:template match="node()">
  <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
</xsl:template>

<xsl:template match="comment()"/>

<!-- The prefix t stays declared (functions of text.xsl live there) but never reaches the result of a sheet. -->
<xsl:template match="xsl:stylesheet|xsl:transform">
  <xsl:copy>
    <xsl:apply-templates select="@*"/>
    <xsl:attribute name="exclude-result-prefixes">
      <xsl:value-of select="@exclude-result-prefixes"/>
      <xsl:if test="namespace::t and not(contains(concat(' ', @exclude-result-prefixes, ' '), ' t '))"> t</xsl:if>
    </xsl:attribute>
    <xsl:apply-templates/>
  </xsl:copy>
</xsl:template>

<!-- Attributes: {t:id} becomes words, {t:function(…)} is left to the sheet. -->
<xsl:template match="@*">
  <xsl:attribute name="{name()}" namespace="{namespace-uri()}">
    <xsl:call-template name="attribute"><xsl:with-param name="rest" select="string()"/></xsl:call-template>
  </xsl:attribute>
</xsl:template>

<xsl:template name="attribute">
  <xsl:param name="rest"/>
  <xsl:variable name="id" select="substring-before(substring-after($rest, '{t:'), '}')"/>
  <xsl:choose>
    <xsl:when test="not(contains($rest, '{t:'))"><xsl:value-of select="$rest"/></xsl:when>
    <xsl:when test="contains($id, '(')">
      <xsl:value-of select="concat(substring-before($rest, '{t:'), '{t:', $id, '}')"/>
      <xsl:call-template name="attribute"><xsl:with-param name="rest" select="substring-after(substring-after($rest, '{t:'), '}')"/></xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="substring-before($rest, '{t:')"/>
      <xsl:call-template name="attribute-words"><xsl:with-param name="id" select="$id"/></xsl:call-template>
      <xsl:call-template name="attribute"><xsl:with-param name="rest" select="substring-after(substring-after($rest, '{t:'), '}')"/></xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="attribute-words">
  <xsl:param name="id"/>
  <xsl:choose>
    <xsl:when test="$id = 'lang'"><xsl:value-of select="$lang"/></xsl:when>
    <xsl:when test="$id = 'build'"><xsl:value-of select="$build"/></xsl:when>
    <xsl:otherwise>
      <xsl:variable name="words">
        <xsl:call-template name="words"><xsl:with-param name="id" select="$id"/></xsl:call-template>
      </xsl:variable>
      <!-- braces mean something in attributes, quotes in expressions: words with them belong into <t:text> -->
      <xsl:if test="contains($words, '{') or (parent::xsl:* and (contains($words, '&quot;') or contains($words, &quot;&apos;&quot;)))">
        <xsl:call-template name="stop"><xsl:with-param name="why">the words of '<xsl:value-of select="$id"/>' do not fit into an attribute; use t:text</xsl:with-param></xsl:call-template>
      </xsl:if>
      <xsl:value-of select="$words"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- The words of an id, spaces and line ends of the catalogue folded. -->
<xsl:template name="words">
  <xsl:param name="id"/>
  <xsl:variable name="s" select="$catalogue/s[@id = $id]"/>
  <xsl:choose>
    <xsl:when test="not($s)">
      <xsl:call-template name="stop"><xsl:with-param name="why">no string '<xsl:value-of select="$id"/>'</xsl:with-param></xsl:call-template>
    </xsl:when>
    <xsl:when test="$s/*">
      <xsl:call-template name="stop"><xsl:with-param name="why">'<xsl:value-of select="$id"/>' has plural forms; use t:count</xsl:with-param></xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="normalize-space($s)"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="t:text">
  <xsl:variable name="words">
    <xsl:call-template name="words"><xsl:with-param name="id" select="@id"/></xsl:call-template>
  </xsl:variable>
  <xsl:call-template name="fill">
    <xsl:with-param name="rest" select="string($words)"/>
    <xsl:with-param name="args" select="t:arg"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="t:count">
  <xsl:variable name="s" select="$catalogue/s[@id = current()/@id]"/>
  <xsl:variable name="n" select="concat('n.', generate-id())"/>
  <xsl:if test="not($s)">
    <xsl:call-template name="stop"><xsl:with-param name="why">no string '<xsl:value-of select="@id"/>'</xsl:with-param></xsl:call-template>
  </xsl:if>
  <xsl:if test="not($s/one and $s/many and ($lang = 'en' or $s/few))">
    <xsl:call-template name="stop"><xsl:with-param name="why">'<xsl:value-of select="@id"/>' lacks a plural form</xsl:with-param></xsl:call-template>
  </xsl:if>
  <out:variable name="{$n}" select="number({@select})"/>
  <out:choose>
    <xsl:choose>
      <xsl:when test="$lang = 'cs'">
        <out:when test="${$n} = 1"><xsl:apply-templates select="." mode="form"><xsl:with-param name="form" select="$s/one"/><xsl:with-param name="n" select="$n"/></xsl:apply-templates></out:when>
        <out:when test="${$n} &gt;= 2 and ${$n} &lt;= 4"><xsl:apply-templates select="." mode="form"><xsl:with-param name="form" select="$s/few"/><xsl:with-param name="n" select="$n"/></xsl:apply-templates></out:when>
      </xsl:when>
      <xsl:when test="$lang = 'uk'">
        <out:when test="${$n} mod 10 = 1 and ${$n} mod 100 != 11"><xsl:apply-templates select="." mode="form"><xsl:with-param name="form" select="$s/one"/><xsl:with-param name="n" select="$n"/></xsl:apply-templates></out:when>
        <out:when test="${$n} mod 10 &gt;= 2 and ${$n} mod 10 &lt;= 4 and (${$n} mod 100 &lt; 12 or ${$n} mod 100 &gt; 14)"><xsl:apply-templates select="." mode="form"><xsl:with-param name="form" select="$s/few"/><xsl:with-param name="n" select="$n"/></xsl:apply-templates></out:when>
      </xsl:when>
      <xsl:when test="$lang = 'en'">
        <out:when test="${$n} = 1"><xsl:apply-templates select="." mode="form"><xsl:with-param name="form" select="$s/one"/><xsl:with-param name="n" select="$n"/></xsl:apply-templates></out:when>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="stop"><xsl:with-param name="why">no plural rule for language '<xsl:value-of select="$lang"/>'</xsl:with-param></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <out:otherwise><xsl:apply-templates select="." mode="form"><xsl:with-param name="form" select="$s/many"/><xsl:with-param name="n" select="$n"/></xsl:apply-templates></out:otherwise>
  </out:choose>
</xsl:template>

<xsl:template match="t:count" mode="form">
  <xsl:param name="form"/>
  <xsl:param name="n"/>
  <xsl:call-template name="fill">
    <xsl:with-param name="rest" select="normalize-space($form)"/>
    <xsl:with-param name="args" select="t:arg"/>
    <xsl:with-param name="first" select="2"/>
    <xsl:with-param name="n" select="$n"/>
  </xsl:call-template>
</xsl:template>

<!-- Words with {1} {2} … to instructions; `first` is the number of the first argument. -->
<xsl:template name="fill">
  <xsl:param name="rest"/>
  <xsl:param name="args"/>
  <xsl:param name="first" select="1"/>
  <xsl:param name="n"/>
  <xsl:variable name="index" select="substring-before(substring-after($rest, '{'), '}')"/>
  <xsl:choose>
    <xsl:when test="not(contains($rest, '{'))">
      <xsl:if test="$rest != ''"><out:text><xsl:value-of select="$rest"/></out:text></xsl:if>
    </xsl:when>
    <xsl:otherwise>
      <xsl:if test="substring-before($rest, '{') != ''"><out:text><xsl:value-of select="substring-before($rest, '{')"/></out:text></xsl:if>
      <xsl:choose>
        <xsl:when test="$n and $index = 1">
          <!-- whole numbers with thousands as the language writes them: 1 200 or 1,200 -->
          <out:value-of select="translate(format-number(${$n}, '#,##0'), ',', '{substring('&#160;,', 1 + ($lang = 'en'), 1)}')"/>
        </xsl:when>
        <xsl:when test="$args[number($index) - $first + 1]">
          <xsl:apply-templates select="$args[number($index) - $first + 1]" mode="argument"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="stop"><xsl:with-param name="why">'<xsl:value-of select="@id"/>' wants argument {<xsl:value-of select="$index"/>}</xsl:with-param></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="fill">
        <xsl:with-param name="rest" select="substring-after($rest, '}')"/>
        <xsl:with-param name="args" select="$args"/>
        <xsl:with-param name="first" select="$first"/>
        <xsl:with-param name="n" select="$n"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="t:arg[@select]" mode="argument">
  <out:value-of select="{@select}"/>
</xsl:template>
<xsl:template match="t:arg" mode="argument">
  <xsl:apply-templates/>
</xsl:template>

<xsl:template match="t:icon">
  <svg class="ico" width="24" height="24" aria-hidden="true"><use href="{{$icons}}{@name}"/></svg>
</xsl:template>

<xsl:template match="t:*">
  <xsl:call-template name="stop"><xsl:with-param name="why">unknown element <xsl:value-of select="name()"/></xsl:with-param></xsl:call-template>
</xsl:template>

<xsl:template name="stop">
  <xsl:param name="why"/>
  <xsl:message terminate="yes">bake (<xsl:value-of select="$lang"/>): <xsl:value-of select="$why"/></xsl:message>
</xsl:template>

</xsl:stylesheet>
