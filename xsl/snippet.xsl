<?xml version="1.0" encoding="UTF-8"?>
<!--
  The code other sites paste, as text: each template writes one way. Used by the configurator and by oEmbed; people keep
  such lines for years, so what they name (addresses, data-*, sizes) only grows, never changes.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  xmlns:e="https://sousede.example/embed" xmlns:func="http://exslt.org/functions" xmlns:str="http://exslt.org/strings"
  extension-element-prefixes="func str" exclude-result-prefixes="e t">

<xsl:variable name="e:base" select="/page/@base"/>
<xsl:variable name="e:slug" select="/page/town/@slug"/>
<xsl:variable name="e:title"><t:text id="embed.title"><t:arg select="/page/town/name"/></t:text></xsl:variable>
<xsl:variable name="e:board" select="concat($e:base, '/', $e:slug, '/nastenka', e:ask((/page/embed | /page/oembed)/@filter))"/>
<xsl:variable name="e:frame" select="concat($e:base, '/vlozit/', $e:slug, e:ask(/page/embed/@query))"/>
<xsl:variable name="e:fragment" select="concat($e:base, '/vlozit/', $e:slug, '.html', e:ask(/page/embed/@query))"/>

<func:function name="e:ask">
  <xsl:param name="query"/>
  <func:result select="concat(substring('?', 1, number(string($query) != '')), $query)"/>
</func:function>

<!-- Text as it must stand in HTML, in attributes too. -->
<func:function name="e:html">
  <xsl:param name="text"/>
  <func:result select="str:replace(str:replace(str:replace(str:replace(string($text),
    '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '&quot;', '&amp;quot;')"/>
</func:function>

<func:function name="e:set">
  <xsl:param name="name"/>
  <xsl:param name="value"/>
  <xsl:choose>
    <xsl:when test="string($value) = ''"><func:result select="''"/></xsl:when>
    <xsl:otherwise><func:result select="concat(' ', $name, '=&quot;', e:html($value), '&quot;')"/></xsl:otherwise>
  </xsl:choose>
</func:function>

<xsl:template name="e:frame">
  <xsl:param name="src" select="$e:frame"/>
  <xsl:param name="title" select="$e:title"/>
  <xsl:param name="width" select="'100%'"/>
  <xsl:param name="height" select="/page/embed/@vyska"/>
  <xsl:param name="more" select="' loading=&quot;lazy&quot;'"/>
  <xsl:value-of select="concat('&lt;iframe', e:set('src', $src), e:set('width', $width), e:set('height', $height),
    e:set('title', $title), $more, '&gt;&lt;/iframe&gt;')"/>
</xsl:template>

<xsl:template name="e:link">
  <xsl:param name="href" select="$e:board"/>
  <xsl:param name="text" select="e:html($e:title)"/>
  <xsl:value-of select="concat('&lt;a', e:set('href', $href), '&gt;', $text, '&lt;/a&gt;')"/>
</xsl:template>

<xsl:template name="e:height">
  <xsl:value-of select="concat('&lt;script', e:set('src', concat($e:base, '/w/1/vyska.js')), ' async&gt;&lt;/script&gt;')"/>
</xsl:template>

<xsl:template name="e:script">
  <xsl:variable name="embed" select="/page/embed"/>
  <xsl:text>&lt;p&gt;</xsl:text>
  <xsl:call-template name="e:link"/>
  <xsl:text>&lt;/p&gt;&#10;</xsl:text>
  <xsl:value-of select="concat('&lt;script', e:set('src', concat($e:base, '/w/1/deska.js')), e:set('data-obec', $e:slug),
    e:set('data-deska', $embed/@deska), e:set('data-kategorie', $embed/@kategorie), e:set('data-pocet', $embed/@pocet),
    e:set('data-vzhled', $embed/@vzhled[. != 'auto']), e:set('data-barva', $embed/colour[@paper = 'light']),
    e:set('data-barva-tma', $embed/colour[@paper = 'dark']), e:set('data-jazyk', /page/@lang[. != 'cs']),
    ' async&gt;&lt;/script&gt;')"/>
</xsl:template>

<!-- Ten lines: a copy beside the script, asked for at most once in five minutes, kept when we are away. -->
<xsl:template name="e:php">
  <xsl:text>&lt;?php&#10;$adresa = '</xsl:text><xsl:value-of select="$e:fragment"/><xsl:text>';
$kopie = __DIR__ . '/sousede-' . md5($adresa) . '.html';
if (!is_file($kopie) || filemtime($kopie) &lt; time() - 300) {
    touch($kopie);
    $html = @file_get_contents($adresa, false, stream_context_create(['http' =&gt; ['timeout' =&gt; 3]]));
    if ($html) file_put_contents($kopie, $html, LOCK_EX);
}
readfile($kopie);
?&gt;</xsl:text>
</xsl:template>

<xsl:template name="e:cron">
  <xsl:variable name="file" select="concat('sousede-', $e:slug, '.html')"/>
  <xsl:value-of select="concat('*/5 * * * * cd /var/www/html &amp;&amp; curl -fsS -m 10 -o ', $file, '.nova ', $e:q, $e:fragment, $e:q,
    ' &amp;&amp; mv ', $file, '.nova ', $file)"/>
</xsl:template>
<xsl:variable name="e:q">'</xsl:variable>

<xsl:template name="e:include">
  <xsl:value-of select="concat('&lt;!--#include virtual=&quot;/sousede-', $e:slug, '.html&quot; --&gt;')"/>
</xsl:template>

<xsl:template name="e:badge">
  <xsl:call-template name="e:link">
    <xsl:with-param name="text" select="concat('&lt;img', e:set('src', concat($e:base, '/w/1/odznak.svg')),
      e:set('width', '240'), e:set('height', '48'), e:set('alt', $e:title), '&gt;')"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
