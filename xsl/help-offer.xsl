<?xml version="1.0" encoding="UTF-8"?>
<!--
  The helper's pages: the answer to an invitation, "Pomohu", standing offers. Part of help.xsl.
    answer: mode="doing" is empty here; what a helper has who was accepted stands in the sheet that has it
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<!-- ===== /odpoved/WORD ===== -->
<xsl:template match="page[@name='help-answer' or @name='help-leave']" mode="title"><xsl:value-of select="request/title"/> | <t:text id="offer.answer-title"/></xsl:template>
<xsl:template match="page[@name='help-answer' or @name='help-leave']" mode="crumbs"><li aria-current="page"><t:text id="help.request"><t:arg select="request/@code"/></t:text></li></xsl:template>
<xsl:template match="page[@name='help-answer']" mode="main">
  <h1><xsl:value-of select="request/title"/></h1>
  <xsl:apply-templates select="refusal"/>
  <xsl:apply-templates select="answer" mode="said"/>
  <xsl:apply-templates select="request" mode="tags"/>
  <xsl:if test="request/text"><p class="lead"><xsl:value-of select="request/text"/></p></xsl:if>
  <xsl:apply-templates select="request" mode="meta"/>
  <xsl:if test="answer/@state = 'invited'">
    <p><t:text id="offer.why"><t:arg><xsl:apply-templates select="answer" mode="why"/></t:arg></t:text></p>
    <xsl:if test="answer/until"><p class="soft"><t:icon name="clock"/><xsl:text> </xsl:text><t:text id="offer.answer-until"><t:arg select="t:moment(answer/until)"/></t:text></p></xsl:if>
  </xsl:if>
  <xsl:if test="press[@name != 'odejit']">
    <form class="noprint" method="post" action="{$page/@root}/odpoved/{answer/@word}">
      <xsl:call-template name="form-secrets"/>
      <p class="acts"><xsl:apply-templates select="press"/></p>
    </form>
  </xsl:if>
  <xsl:apply-templates select="answer" mode="doing"/>
  <xsl:if test="press[@name = 'odejit']"><p class="acts"><a class="btn quiet" href="{$page/@root}/odpoved/{answer/@word}/odejit"><t:text id="offer.leave"/></a></p></xsl:if>
</xsl:template>
<xsl:template match="answer" mode="doing"/>

<xsl:template match="press"/>
<xsl:template match="press[@name='ano']"><button class="btn big" name="co" value="ano"><t:icon name="check"/><t:text id="offer.yes"/></button><xsl:text> </xsl:text></xsl:template>
<xsl:template match="press[@name='ne']"><button class="btn quiet big" name="co" value="ne"><t:text id="offer.no"/></button><xsl:text> </xsl:text></xsl:template>
<xsl:template match="press[@name='pomohu']"><button class="btn big" name="co" value="pomohu"><t:icon name="check"/><t:text id="offer.help"/></button><xsl:text> </xsl:text></xsl:template>

<!-- Where it stands, said first. -->
<xsl:template match="answer" mode="said">
  <div class="note"><p><strong><xsl:apply-templates select="." mode="state"/></strong></p></div>
</xsl:template>
<xsl:template match="answer[@state='invited']" mode="said"><p class="lead"><t:text id="offer.asked"/></p></xsl:template>
<xsl:template match="answer" mode="state"><t:text id="offer.state-covered"/></xsl:template>
<xsl:template match="answer[@state='suggested']" mode="state"><t:text id="offer.state-suggested"/></xsl:template>
<xsl:template match="answer[@state='declined']" mode="state"><t:text id="offer.state-declined"/></xsl:template>
<xsl:template match="answer[@state='lapsed']" mode="state"><t:text id="offer.state-lapsed"/></xsl:template>
<xsl:template match="answer[@state='applied']" mode="state"><t:text id="offer.state-applied"/></xsl:template>
<xsl:template match="answer[@state='accepted']" mode="state"><t:text id="offer.state-accepted"/></xsl:template>
<xsl:template match="answer[@state='left']" mode="state"><t:text id="offer.state-left"/></xsl:template>
<xsl:template match="answer[@state='dropped']" mode="state"><t:text id="offer.state-dropped"/></xsl:template>
<xsl:template match="answer[@state='done']" mode="state"><t:text id="offer.state-done"/></xsl:template>
<xsl:template match="answer[@state='no_show']" mode="state"><t:text id="offer.state-no-show"/></xsl:template>

<xsl:template match="refusal">
  <div class="errors" role="alert"><p>
    <xsl:choose>
      <xsl:when test="@code = 'level'"><t:text id="offer.refused-level"/><xsl:text> </xsl:text><a href="{$page/@root}/uroven"><t:text id="offer.level-go"/></a></xsl:when>
      <xsl:when test="@code = 'limit'"><t:text id="offer.refused-limit"/></xsl:when>
      <xsl:when test="@code = 'covered'"><t:text id="offer.state-covered"/></xsl:when>
      <xsl:otherwise><t:text id="offer.refused-state"/></xsl:otherwise>
    </xsl:choose>
  </p></div>
</xsl:template>

<xsl:template match="page[@name='help-leave']" mode="main">
  <h1><t:text id="offer.leave-title"/></h1>
  <p class="lead"><xsl:value-of select="request/title"/></p>
  <xsl:apply-templates select="request" mode="meta"/>
  <p><t:text id="offer.leave-text"/></p>
  <form method="post" action="{$page/@root}/odpoved/{answer/@word}">
    <xsl:call-template name="form-secrets"/>
    <p class="acts"><button class="btn stop" name="co" value="odejit"><t:text id="offer.leave-do"/></button><xsl:text> </xsl:text><a class="go" href="{$page/@root}/odpoved/{answer/@word}"><t:text id="offer.leave-not"/></a></p>
  </form>
</xsl:template>

<!-- ===== Pomohu ===== -->
<xsl:template match="apply"><p class="acts noprint"><a class="btn big" href="{$page/@root}{../request/@href}/pomohu"><t:icon name="help"/><t:text id="offer.help"/></a></p></xsl:template>
<xsl:template match="apply[@state]"><p class="acts noprint"><a class="btn" href="{$page/@root}{@href}"><t:icon name="check"/><t:text id="offer.mine"/></a></p></xsl:template>

<xsl:template match="page[@name='help-apply']" mode="title"><t:text id="offer.help"/> | <xsl:value-of select="request/title"/></xsl:template>
<xsl:template match="page[@name='help-apply']" mode="crumbs"><li aria-current="page"><t:text id="help.request"><t:arg select="request/@code"/></t:text></li></xsl:template>
<xsl:template match="page[@name='help-apply']" mode="main">
  <h1><xsl:value-of select="request/title"/></h1>
  <xsl:apply-templates select="refusal"/>
  <xsl:apply-templates select="request" mode="tags"/>
  <xsl:if test="request/text"><p class="lead"><xsl:value-of select="request/text"/></p></xsl:if>
  <xsl:apply-templates select="request" mode="meta"/>
  <xsl:choose>
    <xsl:when test="apply/@state"><xsl:apply-templates select="apply"/></xsl:when>
    <xsl:when test="apply">
      <p><t:text id="offer.apply-text"/></p>
      <form method="post" action="{$page/@root}{request/@href}/pomohu">
        <xsl:call-template name="form-secrets"/>
        <p class="acts"><button class="btn big"><t:icon name="check"/><t:text id="offer.apply-do"/></button><xsl:text> </xsl:text><a class="go" href="{$page/@root}{request/@href}"><t:text id="offer.apply-not"/></a></p>
      </form>
    </xsl:when>
    <xsl:otherwise><div class="note"><p><t:text id="offer.state-covered"/></p></div></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="flash[@code='help-yes']"><p><t:text id="offer.flash-yes"/></p></xsl:template>
<xsl:template match="flash[@code='help-no']"><p><t:text id="offer.flash-no"/></p></xsl:template>
<xsl:template match="flash[@code='help-applied']"><p><t:text id="offer.flash-applied"/></p></xsl:template>
<xsl:template match="flash[@code='help-left']"><p><t:text id="offer.flash-left"/></p></xsl:template>
</xsl:stylesheet>
