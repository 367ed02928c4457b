<?xml version="1.0" encoding="UTF-8"?>
<!-- <page name="error" status="…"><error code field? allowed?/>: what happened and what to do, in plain words. Part of layout.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="page[@name='error']" mode="title">
  <xsl:choose>
    <xsl:when test="@status = 400 or @status = 501"><t:text id="error.400"/></xsl:when>
    <xsl:when test="@status = 403"><t:text id="error.403"/></xsl:when>
    <xsl:when test="@status = 404"><t:text id="error.404"/></xsl:when>
    <xsl:when test="@status = 405"><t:text id="error.405"/></xsl:when>
    <xsl:when test="@status = 410"><t:text id="error.410"/></xsl:when>
    <xsl:when test="@status = 413 or @status = 414"><t:text id="error.413"/></xsl:when>
    <xsl:when test="@status = 409"><t:text id="error.409"/></xsl:when>
    <xsl:when test="@status = 422"><t:text id="error.422"/></xsl:when>
    <xsl:when test="@status = 429"><t:text id="error.429"/></xsl:when>
    <xsl:when test="@status = 503"><t:text id="error.503"/></xsl:when>
    <xsl:otherwise><t:text id="error.500"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@name='error']" mode="description"><xsl:apply-templates select="." mode="title"/></xsl:template>

<xsl:template match="page[@name='error']" mode="main">
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <xsl:choose>
    <xsl:when test="@status = 404">
      <p class="lead"><t:text id="error.404-text"/></p>
      <xsl:call-template name="find"/>
      <xsl:call-template name="error-ways"/>
    </xsl:when>
    <xsl:when test="@status = 410 and (error/@code = 'hidden' or error/@code = 'removed' or error/@code = 'limited')">
      <p class="lead">
        <xsl:choose>
          <xsl:when test="error/@code = 'removed'"><t:text id="error.410-removed"/></xsl:when>
          <xsl:otherwise><t:text id="error.410-hidden"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <p><t:text id="error.410-decisions"><t:arg><a href="{@root}/rozhodnuti"><t:text id="error.410-decisions-link"/></a></t:arg></t:text></p>
      <xsl:call-template name="error-ways"/>
    </xsl:when>
    <xsl:when test="@status = 410">
      <p class="lead">
        <xsl:choose>
          <xsl:when test="error/takendown"><t:text id="error.410-date"><t:arg select="t:date(error/takendown)"/></t:text></xsl:when>
          <xsl:otherwise><t:text id="error.410-text"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <p><t:text id="error.410-why"/></p>
      <p><t:text id="error.410-do"/></p>
      <xsl:call-template name="error-ways"/>
    </xsl:when>
    <xsl:when test="@status = 400 and error/@field">
      <p class="lead"><t:text id="error.400-field"><t:arg><strong><xsl:value-of select="error/@field"/></strong></t:arg></t:text></p>
      <xsl:if test="error/@allowed">
        <p><t:text id="error.400-allowed"/></p>
        <p class="code"><xsl:value-of select="error/@allowed"/></p>
      </xsl:if>
      <p class="acts"><a class="btn" href="{@root}{@path}"><t:text id="error.400-again"/></a></p>
    </xsl:when>
    <xsl:otherwise>
      <p class="lead">
        <xsl:choose>
          <xsl:when test="@status = 400 or @status = 501"><t:text id="error.400-text"/></xsl:when>
          <xsl:when test="@status = 403"><t:text id="error.403-text"/></xsl:when>
          <xsl:when test="@status = 405"><t:text id="error.405-text"/></xsl:when>
          <xsl:when test="@status = 413 or @status = 414"><t:text id="error.413-text"/></xsl:when>
          <xsl:when test="@status = 422"><t:text id="error.422-text"/></xsl:when>
          <xsl:when test="@status = 429"><t:text id="error.429-text"/></xsl:when>
          <xsl:when test="@status = 409"><t:text id="error.409-text"/></xsl:when>
          <xsl:when test="@status = 503"><t:text id="error.503-text"/></xsl:when>
          <xsl:otherwise><t:text id="error.500-text"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:call-template name="error-ways"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Ways out of a dead end: the board of the town we know, or the front page; and somebody to ask. -->
<xsl:template name="error-ways">
  <xsl:choose>
    <xsl:when test="town">
      <p class="acts">
        <a class="btn" href="{@root}/{town/@slug}/nastenka"><t:icon name="board"/><t:text id="error.board"><t:arg select="town/name"/></t:text></a>
        <a class="go" href="{@root}/"><t:text id="error.home"/></a>
      </p>
    </xsl:when>
    <xsl:when test="@status != 404"><p class="acts"><a class="btn" href="{@root}/"><t:text id="error.home"/></a></p></xsl:when>
  </xsl:choose>
  <xsl:if test="@phone"><p><t:text id="error.phone"><t:arg><a href="tel:{@phone}"><xsl:value-of select="t:phone(@phone)"/></a></t:arg></t:text></p></xsl:if>
  <xsl:if test="@contact"><p class="soft"><t:text id="error.contact"><t:arg><a href="mailto:{@contact}"><xsl:value-of select="@contact"/></a></t:arg></t:text></p></xsl:if>
</xsl:template>

</xsl:stylesheet>
