<?xml version="1.0" encoding="UTF-8"?>
<!--
  A plan of the neighbourhood, drawn from coordinates in the page: the town in the middle, its neighbours as numbered pins where they lie,
  two rings of distance with a bar of scale; the list under it says the same in words. No map of anybody else is asked.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template name="plan">
  <xsl:if test="neighbour">
    <!-- neighbours come nearest first; the farthest stands 195 units from the middle. 111.2 km a degree north, 71.5 km a degree east -->
    <xsl:variable name="scale" select="195 div neighbour[last()]/@km"/>
    <section aria-labelledby="okoli">
      <h2 id="okoli"><t:text id="home.around-town"/></h2>
      <figure class="map">
        <svg viewBox="0 0 600 460" width="600" height="460" role="img" aria-labelledby="okoli-popis">
          <title id="okoli-popis"><t:text id="home.plan"><t:arg select="town/name"/></t:text></title>
          <xsl:call-template name="plan-rings"><xsl:with-param name="scale" select="$scale"/></xsl:call-template>
          <xsl:for-each select="neighbour">
            <xsl:sort select="@population" data-type="number"/>
            <xsl:call-template name="plan-pin">
              <xsl:with-param name="x" select="300 + (@lon - ../town/@lon) * 71.5 * $scale"/>
              <xsl:with-param name="y" select="230 - (@lat - ../town/@lat) * 111.2 * $scale"/>
              <xsl:with-param name="number" select="count(preceding-sibling::neighbour) + 1"/>
            </xsl:call-template>
          </xsl:for-each>
          <path class="m-house" d="M282 246v-24l18-18 18 18v24z"/>
        </svg>
        <figcaption>
          <ol class="small">
            <xsl:for-each select="neighbour"><li><a href="{$page/@root}/{@slug}"><xsl:value-of select="name"/></a>, <t:text id="home.km"><t:arg select="t:decimal(@km)"/></t:text></li></xsl:for-each>
          </ol>
          <p class="small soft"><t:text id="home.attribution"/></p>
        </figcaption>
      </figure>
    </section>
  </xsl:if>
</xsl:template>

<!-- The largest round distance that fits, and half of it. -->
<xsl:template name="plan-rings">
  <xsl:param name="scale"/>
  <xsl:variable name="far" select="195 div $scale"/>
  <xsl:variable name="km">
    <xsl:choose>
      <xsl:when test="$far &gt;= 20">20</xsl:when>
      <xsl:when test="$far &gt;= 10">10</xsl:when>
      <xsl:when test="$far &gt;= 6">6</xsl:when>
      <xsl:when test="$far &gt;= 4">4</xsl:when>
      <xsl:otherwise>2</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <circle class="m-wood" cx="300" cy="230" r="{round($km * $scale)}" fill-opacity=".5"/>
  <circle class="m-wood" cx="300" cy="230" r="{round($km * $scale div 2)}" fill-opacity=".7"/>
  <!-- the bar of scale is the radius of the inner ring -->
  <path class="m-line" stroke-width="4" d="M20 428v12h{round($km * $scale div 2)}v-12"/>
  <text x="20" y="418"><t:text id="home.km"><t:arg select="t:decimal($km div 2)"/></t:text></text>
</xsl:template>

<!-- Larger towns have larger pins. -->
<xsl:template name="plan-pin">
  <xsl:param name="x"/>
  <xsl:param name="y"/>
  <xsl:param name="number"/>
  <xsl:variable name="r">
    <xsl:choose>
      <xsl:when test="@population &gt;= 20000">28</xsl:when>
      <xsl:when test="@population &gt;= 5000">25</xsl:when>
      <xsl:when test="@population &gt;= 1000">22</xsl:when>
      <xsl:otherwise>18</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <circle class="m-pin" cx="{round($x)}" cy="{round($y)}" r="{$r}"/>
  <text class="m-n" x="{round($x)}" y="{round($y) + 9}" text-anchor="middle"><xsl:value-of select="$number"/></text>
</xsl:template>

</xsl:stylesheet>
