<?xml version="1.0" encoding="UTF-8"?>
<!-- Writing a notice, changing it, taking it down. Part of board.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<!-- ===== words after something was done ===== -->

<xsl:template match="flash[@code='notice-posted']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-posted"/></strong><xsl:text> </xsl:text><t:text id="board.flash-posted-text"/></p></xsl:template>
<xsl:template match="flash[@code='notice-scheduled']"><p><t:icon name="wait"/><xsl:text> </xsl:text><strong><t:text id="board.flash-scheduled"/></strong><xsl:text> </xsl:text><t:text id="board.flash-scheduled-text"/></p></xsl:template>
<xsl:template match="flash[@code='notice-changed']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-changed"/></strong><xsl:text> </xsl:text><t:text id="board.flash-changed-text"/></p></xsl:template>
<xsl:template match="flash[@code='notice-extended']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-extended"/></strong></p></xsl:template>
<xsl:template match="flash[@code='notice-down']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-down"/></strong><xsl:text> </xsl:text><t:text id="board.flash-down-text"/></p></xsl:template>
<xsl:template match="flash[@code='notice-cancelled']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-cancelled"/></strong></p></xsl:template>

<xsl:template match="flash[@code='notice-held']"><p><t:icon name="wait"/><xsl:text> </xsl:text><strong><t:text id="board.flash-held"/></strong><xsl:text> </xsl:text><t:text id="board.flash-held-text"/></p></xsl:template>
<xsl:template match="flash[@code='notice-let']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-let"/></strong><xsl:text> </xsl:text><t:text id="board.flash-let-text"/></p></xsl:template>
<xsl:template match="flash[@code='notice-refused']"><p><t:icon name="check"/><xsl:text> </xsl:text><strong><t:text id="board.flash-refused"/></strong><xsl:text> </xsl:text><t:text id="board.flash-refused-text"/></p></xsl:template>

<!-- ===== the pages ===== -->

<xsl:template match="page[@name='board-write' or @name='board-change' or @name='board-down' or @name='board-held']" mode="nav">board</xsl:template>
<xsl:template match="page[@name='board-write' or @name='board-change' or @name='board-down' or @name='board-held']" mode="head"><meta name="robots" content="noindex"/></xsl:template>

<xsl:template match="page[@name='board-write']" mode="title"><t:text id="board.write-title"><t:arg select="t:place(town/name)"/></t:text></xsl:template>
<xsl:template match="page[@name='board-write']" mode="crumbs">
  <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
  <li aria-current="page"><t:text id="board.write"/></li>
</xsl:template>
<xsl:template match="page[@name='board-write']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="board.write"/></h1>
  <p class="lead"><t:text id="board.write-lead"/></p>
  <xsl:apply-templates select="preview"/>
  <form action="{@root}{@path}" method="post">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='deska']"/>
    <xsl:if test="count(club) &gt; 1"><xsl:apply-templates select="form/field[@name='za']"/></xsl:if>
    <xsl:call-template name="write-words"/>
    <xsl:apply-templates select="form/field[@name='vyvesit']"/>
    <xsl:apply-templates select="form/field[@name='visi']"/>
    <xsl:if test="form/field[@name='deska']/option[@value='obec']"><xsl:apply-templates select="form/field[@name='pilne']"/></xsl:if>
    <p class="acts">
      <button class="btn"><t:icon name="pushpin"/><t:text id="board.hang"/></button>
      <button class="btn quiet" name="nahled" value="ano"><t:icon name="eye"/><t:text id="board.preview"/></button>
      <a class="go" href="{$board}"><t:text id="board.back"/></a>
    </p>
  </form>
</xsl:template>

<xsl:template match="page[@name='board-change']" mode="title"><t:text id="board.change-title"><t:arg select="notice/title"/></t:text></xsl:template>
<xsl:template match="page[@name='board-change' and theirs]" mode="title"><t:text id="board.met"/></xsl:template>
<xsl:template match="page[@name='board-change' or @name='board-down']" mode="crumbs">
  <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
  <li><a href="{@root}{notice/@href}"><t:text id="board.notice"><t:arg select="notice/@id"/></t:text></a></li>
  <li aria-current="page">
    <xsl:choose>
      <xsl:when test="@name = 'board-change'"><t:text id="board.change"/></xsl:when>
      <xsl:when test="notice/@state = 'scheduled'"><t:text id="board.call-off"/></xsl:when>
      <xsl:otherwise><t:text id="board.down"/></xsl:otherwise>
    </xsl:choose>
  </li>
</xsl:template>
<xsl:template match="page[@name='board-change']" mode="main">
  <xsl:call-template name="form-errors"/>
  <xsl:choose>
    <xsl:when test="theirs"><h1><t:text id="board.met"/></h1><p class="lead"><t:text id="board.met-lead"/></p></xsl:when>
    <xsl:otherwise>
      <h1><t:text id="board.change"/></h1>
      <p class="lead">
        <xsl:choose>
          <xsl:when test="notice/@state = 'approval'"><t:text id="board.is-held"/></xsl:when>
          <xsl:when test="notice/@state = 'scheduled'"><t:text id="board.change-waiting"><t:arg select="t:moment(notice/posted)"/></t:text></xsl:when>
          <xsl:otherwise><t:text id="board.change-lead"/></xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:otherwise>
  </xsl:choose>
  <xsl:apply-templates select="preview"/>
  <xsl:apply-templates select="theirs"/>
  <form action="{@root}{@path}" method="post">
    <xsl:if test="theirs"><h2><t:text id="board.met-mine"/></h2></xsl:if>
    <xsl:call-template name="form-secrets"/>
    <xsl:call-template name="write-words"/>
    <xsl:apply-templates select="form/field[@name='visi']"/>
    <p class="acts">
      <button class="btn"><t:icon name="check"/><t:text id="board.save"/></button>
      <button class="btn quiet" name="nahled" value="ano"><t:icon name="eye"/><t:text id="board.preview"/></button>
      <a class="go" href="{@root}{notice/@href}"><t:text id="board.back-notice"/></a>
    </p>
  </form>
</xsl:template>

<xsl:template match="page[@name='board-down']" mode="title">
  <xsl:choose>
    <xsl:when test="notice/@state = 'scheduled' or notice/@state = 'approval'"><t:text id="board.call-off-ask"/></xsl:when>
    <xsl:otherwise><t:text id="board.down-ask"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="page[@name='board-down']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><xsl:apply-templates select="." mode="title"/></h1>
  <p class="lead"><strong><xsl:value-of select="notice/title"/></strong></p>
  <p>
    <xsl:choose>
      <xsl:when test="notice/@state = 'scheduled' or notice/@state = 'approval'"><t:text id="board.call-off-what"/></xsl:when>
      <xsl:otherwise><t:text id="board.down-what"/></xsl:otherwise>
    </xsl:choose>
  </p>
  <form action="{@root}{@path}" method="post">
    <xsl:call-template name="form-secrets"/>
    <xsl:apply-templates select="form/field[@name='duvod']"/>
    <xsl:apply-templates select="form/field[@name='poznamka']"/>
    <p class="acts">
      <button class="btn stop"><t:icon name="cross"/>
        <xsl:choose>
          <xsl:when test="notice/@state = 'scheduled' or notice/@state = 'approval'"><t:text id="board.call-off-yes"/></xsl:when>
          <xsl:otherwise><t:text id="board.down-yes"/></xsl:otherwise>
        </xsl:choose>
      </button>
      <a class="btn quiet" href="{@root}{notice/@href}"><t:text id="board.back-notice"/></a>
    </p>
  </form>
</xsl:template>

<!-- What new people wrote with a link: read, then let through or not. -->
<xsl:template match="page[@name='board-held']" mode="title"><t:text id="board.held"><t:arg select="t:place(town/name)"/></t:text></xsl:template>
<xsl:template match="page[@name='board-held']" mode="crumbs">
  <li><a href="{$board}"><t:text id="layout.nav-board"/></a></li>
  <li aria-current="page"><t:text id="board.held-short"/></li>
</xsl:template>
<xsl:template match="page[@name='board-held']" mode="main">
  <xsl:call-template name="form-errors"/>
  <h1><t:text id="board.held-short"/></h1>
  <xsl:if test="@status = 409"><p class="note lit" role="alert"><t:text id="board.held-met"/></p></xsl:if>
  <xsl:choose>
    <xsl:when test="held">
      <p class="lead"><t:text id="board.held-lead"/></p>
      <xsl:apply-templates select="held"/>
    </xsl:when>
    <xsl:otherwise>
      <p class="lead"><t:text id="board.held-none"/></p>
      <p class="acts"><a class="btn quiet" href="{$board}"><t:text id="board.back"/></a></p>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template match="held">
  <section aria-labelledby="o{@id}">
    <div class="head"><h2 id="o{@id}"><xsl:value-of select="title"/></h2></div>
    <div class="doc">
      <xsl:if test="summary"><p class="soft"><xsl:value-of select="summary"/></p></xsl:if>
      <xsl:apply-templates select="body" mode="markdown"/>
    </div>
    <dl class="facts">
      <xsl:if test="originator"><dt><t:text id="board.held-club"/></dt><dd><xsl:value-of select="originator"/></dd></xsl:if>
      <xsl:if test="who"><dt><t:text id="board.held-who"/></dt><dd><xsl:value-of select="normalize-space(concat(who/given, ' ', who/initial))"/></dd></xsl:if>
      <xsl:if test="place"><dt><t:text id="board.held-place"/></dt><dd><xsl:value-of select="place"/></dd></xsl:if>
      <xsl:if test="from"><dt><t:text id="board.held-from"/></dt><dd><xsl:value-of select="t:moment(from)"/></dd></xsl:if>
      <dt><t:text id="board.held-written"/></dt><dd><xsl:value-of select="t:moment(written)"/></dd>
    </dl>
    <xsl:choose>
      <xsl:when test="@own"><p class="note"><t:text id="board.held-own"/></p></xsl:when>
      <xsl:when test="../@barred"><p class="note"><t:text id="board.held-barred"/></p></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="decide"/></xsl:otherwise>
    </xsl:choose>
  </section>
</xsl:template>

<xsl:template match="held" mode="decide">
  <form action="{$root}{/page/@path}" method="post">
    <xsl:call-template name="held-secrets"/>
    <p class="acts"><button class="btn" name="rozhodnuti" value="vyvesit"><t:icon name="check"/><t:text id="board.held-let"/></button></p>
  </form>
  <form action="{$root}{/page/@path}" method="post">
    <xsl:call-template name="held-secrets"/>
    <xsl:variable name="reason" select="/page/form/field[@name='duvod'][../field[@name='oznameni']/value = current()/@id]"/>
    <xsl:variable name="id"><xsl:if test="not($reason/@error)"><xsl:value-of select="@id"/></xsl:if></xsl:variable>
    <div class="field">
      <xsl:if test="$reason/@error"><xsl:attribute name="class">field bad</xsl:attribute></xsl:if>
      <label for="duvod{$id}"><t:text id="board.held-reason"/></label>
      <xsl:for-each select="$reason"><xsl:call-template name="field-notes"/></xsl:for-each>
      <input class="mid" id="duvod{$id}" name="duvod" maxlength="300" value="{$reason/value}"><xsl:for-each select="$reason"><xsl:call-template name="field-described"/></xsl:for-each></input>
    </div>
    <p class="acts"><button class="btn stop" name="rozhodnuti" value="nevyvesit"><t:icon name="cross"/><t:text id="board.held-refuse"/></button></p>
  </form>
</xsl:template>
<xsl:template name="held-secrets">
  <xsl:if test="/page/viewer"><input type="hidden" name="token" value="{/page/viewer/@token}"/></xsl:if>
  <input type="hidden" name="once" value="{/page/form/@once}"/>
  <input type="hidden" name="oznameni" value="{@id}"/>
  <input type="hidden" name="verze" value="{@version}"/>
</xsl:template>
<xsl:template match="page[@name='board-held']/form/field[@name='duvod']" mode="label"><t:text id="board.held-reason"/></xsl:template>
<xsl:template match="field[@error='links']" mode="error" priority="2"><t:text id="board.error-links"/></xsl:template>
<xsl:template match="field[@error='limited']" mode="error" priority="2"><t:text id="board.error-limited"/></xsl:template>
<xsl:template match="field[@error='links-added']" mode="error" priority="2"><t:text id="board.error-links-added"/></xsl:template>
<xsl:template match="field[@error='daily']" mode="error" priority="2"><t:text id="board.error-daily"/></xsl:template>

<!-- ===== parts ===== -->

<xsl:template name="write-words">
  <xsl:apply-templates select="form/field[@name='nazev']"/>
  <xsl:apply-templates select="form/field[@name='shrnuti']"/>
  <xsl:apply-templates select="form/field[@name='text']"/>
  <xsl:if test="form/field[@name='verejne']/value != '' or form/field[@error='phone-public' or @error='street-public']"><xsl:apply-templates select="form/field[@name='verejne']"/></xsl:if>
  <xsl:apply-templates select="form/field[@name='kategorie']"/>
  <xsl:apply-templates select="form/field[@name='misto']"/>
  <xsl:apply-templates select="form/field[@name='od']"/>
  <xsl:apply-templates select="form/field[@name='do']"/>
</xsl:template>

<xsl:template match="preview">
  <section aria-labelledby="nahled">
    <h2 id="nahled"><t:text id="board.preview-title"/></h2>
    <article class="doc">
      <p class="serif"><strong><xsl:value-of select="title"/></strong></p>
      <xsl:if test="summary != ''"><p class="soft"><xsl:value-of select="summary"/></p></xsl:if>
      <xsl:apply-templates select="body" mode="markdown"/>
    </article>
  </section>
</xsl:template>

<!-- As it was typed, so that it can be taken over. -->
<xsl:template match="theirs">
  <section aria-labelledby="jejich">
    <h2 id="jejich"><t:text id="board.met-theirs"><t:arg select="t:moment(changed)"/></t:text></h2>
    <article class="doc">
      <p><strong><xsl:value-of select="title"/></strong></p>
      <xsl:if test="summary != ''"><p class="soft"><xsl:value-of select="summary"/></p></xsl:if>
      <pre><xsl:value-of select="text"/></pre>
    </article>
  </section>
</xsl:template>

<!-- ===== fields ===== -->

<xsl:template match="field[@name='nazev']" mode="label"><t:text id="board.f-title"/></xsl:template>
<xsl:template match="field[@name='nazev']" mode="hint"><t:text id="board.f-title-hint"/></xsl:template>
<xsl:template match="field[@name='shrnuti']" mode="label"><t:text id="board.f-summary"/></xsl:template>
<xsl:template match="field[@name='shrnuti']" mode="hint"><t:text id="board.f-summary-hint"/></xsl:template>
<xsl:template match="field[@name='text']" mode="label"><t:text id="board.f-text"/></xsl:template>
<xsl:template match="field[@name='text']" mode="hint"><t:text id="board.f-text-hint"/></xsl:template>
<xsl:template match="field[@name='kategorie']" mode="label"><t:text id="board.category"/></xsl:template>
<xsl:template match="page[@name='board-write' or @name='board-change']/form/field[@name='kategorie']" mode="hint"><t:text id="board.f-category-hint"/></xsl:template>
<xsl:template match="page[@name='board-write' or @name='board-change']/form/field[@name='kategorie']" mode="control">
  <input class="mid" id="{@name}" name="{@name}" value="{value}" maxlength="{@max}" list="kategorie-obce"><xsl:call-template name="field-described"/></input>
  <datalist id="kategorie-obce"><xsl:for-each select="../../categories/category"><option value="{@name}"/></xsl:for-each><xsl:for-each select="../../offer"><option value="{@name}"/></xsl:for-each></datalist>
</xsl:template>
<xsl:template match="field[@name='misto']" mode="label"><t:text id="board.place"/></xsl:template>
<xsl:template match="field[@name='od']" mode="label"><t:text id="board.f-from"/></xsl:template>
<xsl:template match="field[@name='od']" mode="hint"><t:text id="board.f-from-hint"/></xsl:template>
<xsl:template match="field[@name='do']" mode="label"><t:text id="board.f-to"/></xsl:template>
<xsl:template match="field[@name='visi']" mode="label"><t:text id="board.f-until"/></xsl:template>
<xsl:template match="field[@name='visi']" mode="hint"><t:text id="board.f-until-hint"/></xsl:template>
<xsl:template match="field[@name='vyvesit']" mode="label"><t:text id="board.f-when"/></xsl:template>
<xsl:template match="field[@name='vyvesit']" mode="hint"><t:text id="board.f-when-hint"/></xsl:template>
<xsl:template match="field[@name='pilne']" mode="label"><t:text id="board.f-urgent"/></xsl:template>
<xsl:template match="field[@name='pilne']" mode="hint"><t:text id="board.f-urgent-hint"/></xsl:template>
<xsl:template match="field[@name='verejne']" mode="label"><t:text id="board.f-public"/></xsl:template>
<xsl:template match="page[@name='board-write']/form/field[@name='deska']" mode="label"><t:text id="board.f-board"/></xsl:template>
<xsl:template match="page[@name='board-write']/form/field[@name='deska']/option[@value='obec']" mode="label"><t:text id="kind.information-board"/></xsl:template>
<xsl:template match="page[@name='board-write']/form/field[@name='deska']/option[@value='krize']" mode="label"><t:text id="kind.crisis-board"/></xsl:template>
<xsl:template match="page[@name='board-write']/form/field[@name='deska']/option[@value='spolky']" mode="label"><t:text id="kind.community-board"/></xsl:template>
<xsl:template match="field[@name='za']" mode="label"><t:text id="board.f-club"/></xsl:template>
<xsl:template match="field[@name='za']" mode="hint"><t:text id="board.f-club-hint"/></xsl:template>
<xsl:template match="field[@name='za']" mode="control">
  <xsl:variable name="chosen" select="value"/>
  <select class="mid" id="{@name}" name="{@name}">
    <xsl:call-template name="field-described"/>
    <option value=""/>
    <xsl:for-each select="../../club">
      <option value="{@id}"><xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if><xsl:value-of select="name"/></option>
    </xsl:for-each>
  </select>
</xsl:template>
<xsl:template match="field[@name='duvod']" mode="label"><t:text id="board.f-reason"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='neplati']" mode="label"><t:text id="board.reason-outdated"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='omyl']" mode="label"><t:text id="board.reason-mistake"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='chyba']" mode="label"><t:text id="board.reason-error"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='osobni']" mode="label"><t:text id="board.reason-personal"/></xsl:template>
<xsl:template match="field[@name='duvod']/option[@value='jine']" mode="label"><t:text id="board.reason-other"/></xsl:template>
<xsl:template match="field[@name='poznamka']" mode="label"><t:text id="board.f-note"/></xsl:template>
<xsl:template match="field[@name='poznamka']" mode="hint"><t:text id="board.f-note-hint"/></xsl:template>

<xsl:template match="field[@error='order']" mode="error"><t:text id="board.e-order"/></xsl:template>
<xsl:template match="field[@error='past']" mode="error"><t:text id="board.e-past"/></xsl:template>
<xsl:template match="field[@error='shorter']" mode="error"><t:text id="board.e-shorter"/></xsl:template>
<xsl:template match="field[@error='weekly']" mode="error"><t:text id="board.e-weekly"/></xsl:template>
<xsl:template match="field[@error='town-only']" mode="error"><t:text id="board.e-town-only"/></xsl:template>
<xsl:template match="field[@error='letters']" mode="error"><t:text id="board.e-letters"/></xsl:template>
<xsl:template match="field[@error='phone-public']" mode="error"><t:text id="board.e-phone"/></xsl:template>
<xsl:template match="field[@error='street-public']" mode="error"><t:text id="board.e-street"/></xsl:template>

</xsl:stylesheet>
