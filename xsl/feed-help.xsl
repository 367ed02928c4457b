<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of help as feeds: their names, and where each request or offer leads. Part of feed.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings" xmlns:date="http://exslt.org/dates-and-times"
    xmlns:cm="http://commonmark.org/xml/1.0" xmlns:f="https://sousede.example/feed" xmlns:t="https://sousede.example/text"
    extension-element-prefixes="func str date" exclude-result-prefixes="cm f t">
<xsl:include href="help-parts.xsl"/>

<xsl:variable name="help" select="/page/@name = 'help-list' or /page/@name = 'help-offers'"/>
<xsl:template name="help-title">
  <xsl:choose>
    <xsl:when test="/page/@name = 'help-list'"><t:text id="lists.feed"><t:arg select="$town/name"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="lists.feed-offers"><t:arg select="$town/name"/></t:text></xsl:otherwise>
  </xsl:choose>
  <xsl:text>, </xsl:text><t:text id="help.within"><t:arg select="/page/count/@km"/></t:text>
  <xsl:if test="/page/form/field[@name='s-cim']/value != ''">, <xsl:call-template name="help-category"><xsl:with-param name="code" select="/page/form/field[@name='s-cim']/value"/></xsl:call-template></xsl:if>
</xsl:template>
<func:function name="f:help">
  <xsl:param name="of"/>
  <xsl:choose>
    <xsl:when test="$of/@href"><func:result select="concat($base, $of/@href)"/></xsl:when>
    <xsl:otherwise><func:result select="concat($base, '/', $town/@slug, '/pomoc/nabidky#n', $of/@id)"/></xsl:otherwise>
  </xsl:choose>
</func:function>
<func:function name="f:help-categories">
  <xsl:param name="of"/>
  <func:result select="$of/@category | $of/category/@code"/>
</func:function>
</xsl:stylesheet>
