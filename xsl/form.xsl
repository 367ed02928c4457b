<?xml version="1.0" encoding="UTF-8"?>
<!--
  Fields drawn from <form>: <xsl:apply-templates select="form/field[@name='pocet']"/>. Words come from the sheet of the program:

    <xsl:template match="field[@name='pocet']" mode="label"><t:text id="embed.count"/></xsl:template>
    <xsl:template match="field[@name='pocet']" mode="hint">…</xsl:template>          when there is one
    <xsl:template match="field[@name='deska']/option[@value='obec']" mode="label">…</xsl:template>

    <xsl:template match="field[@name='mail']" mode="autocomplete">email</xsl:template>                        what browsers may fill in

  A form that is posted:  <form method="post" action="…"><xsl:call-template name="form-secrets"/> fields, button </form>
  One with a file says enctype="multipart/form-data" as well.
  It carries the token of the session, the name of this filling-in and its hidden fields. Its optional fields say so.
  A route marked GUARD needs nothing more; its field "otazka" is drawn with the others.
  Ids in the page: the name of the field, NAME-h hint, NAME-e error. <xsl:call-template name="form-errors"/> stands before h1.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">

<xsl:template match="field" mode="hint"/>
<xsl:template match="field" mode="autocomplete"/>

<xsl:template name="form-secrets">
  <xsl:if test="$page/viewer"><input type="hidden" name="token" value="{$page/viewer/@token}"/></xsl:if>
  <input type="hidden" name="once" value="{$page/form/@once}"/>
  <xsl:apply-templates select="$page/form/@stamp"/>
  <xsl:for-each select="$page/form/field[@type='hidden']"><input type="hidden" name="{@name}" value="{value}"/></xsl:for-each>
</xsl:template>

<!-- The watch over forms of strangers (guard.h). The second field is for programs that fill in everything they find; nobody sees or hears it. -->
<xsl:template match="form/@stamp">
  <input type="hidden" name="stamp" value="{.}"/>
  <input type="hidden" name="prace" value="" data-work="{../@work}"/>
  <div hidden="hidden"><label for="web"><t:text id="form.trap"/></label><input id="web" name="web" value="" tabindex="-1" autocomplete="off"/></div>
</xsl:template>

<!-- Browsers work instead of people; only who has no scripts answers, or whose browser could not. -->
<xsl:template match="field[@type='question']" priority="2">
  <xsl:choose>
    <xsl:when test="@error"><xsl:call-template name="question"/></xsl:when>
    <xsl:otherwise><noscript><xsl:call-template name="question"/></noscript></xsl:otherwise>
  </xsl:choose>
</xsl:template>
<xsl:template name="question">
  <div class="field">
    <xsl:if test="@error"><xsl:attribute name="class">field bad</xsl:attribute></xsl:if>
    <label for="{@name}"><xsl:call-template name="field-label"/></label>
    <xsl:call-template name="field-notes"/>
    <input class="short" id="{@name}" name="{@name}" maxlength="{@max}" autocomplete="off"><xsl:call-template name="field-described"/></input>
  </div>
</xsl:template>
<xsl:template match="field[@type='question']" mode="label"><t:text id="form.question"><t:arg><xsl:apply-templates select="@low" mode="number"/></t:arg><t:arg><xsl:apply-templates select="@high" mode="number"/></t:arg></t:text></xsl:template>
<xsl:template match="field[@type='question']" mode="hint"><t:text id="form.question-hint"/></xsl:template>
<xsl:template match="field[@type='question']" mode="error" priority="2"><t:text id="form.question-wrong"/></xsl:template>
<xsl:template match="field/@*" mode="number">
  <xsl:choose>
    <xsl:when test=". = 1"><t:text id="form.1"/></xsl:when>
    <xsl:when test=". = 2"><t:text id="form.2"/></xsl:when>
    <xsl:when test=". = 3"><t:text id="form.3"/></xsl:when>
    <xsl:when test=". = 4"><t:text id="form.4"/></xsl:when>
    <xsl:when test=". = 5"><t:text id="form.5"/></xsl:when>
    <xsl:when test=". = 6"><t:text id="form.6"/></xsl:when>
    <xsl:when test=". = 7"><t:text id="form.7"/></xsl:when>
    <xsl:when test=". = 8"><t:text id="form.8"/></xsl:when>
    <xsl:otherwise><t:text id="form.9"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="field-label">
  <xsl:apply-templates select="." mode="label"/>
  <xsl:if test="../@once and not(@required)"><xsl:apply-templates select="." mode="optional"/></xsl:if>
</xsl:template>
<!-- A field that something else on the page makes necessary says nothing here. -->
<xsl:template match="field" mode="optional"><xsl:text> </xsl:text><span class="soft"><t:text id="form.optional"/></span></xsl:template>
<xsl:template match="option" mode="label"><xsl:value-of select="@value"/></xsl:template>

<xsl:template match="field">
  <div class="field">
    <xsl:if test="@error"><xsl:attribute name="class">field bad</xsl:attribute></xsl:if>
    <label for="{@name}"><xsl:call-template name="field-label"/></label>
    <xsl:call-template name="field-notes"/>
    <xsl:apply-templates select="." mode="control"/>
  </div>
</xsl:template>

<xsl:template match="field[@type='choice' or @type='set']">
  <fieldset>
    <xsl:call-template name="field-described"/>
    <xsl:if test="@error"><xsl:attribute name="class">bad</xsl:attribute></xsl:if>
    <legend><xsl:apply-templates select="." mode="label"/></legend>
    <xsl:call-template name="field-notes"/>
    <div class="choices">
      <xsl:for-each select="option">
        <label class="choice">
          <input type="radio" name="{../@name}" value="{@value}">
            <xsl:if test="../@type = 'set'"><xsl:attribute name="type">checkbox</xsl:attribute></xsl:if>
            <xsl:if test="position() = 1"><xsl:attribute name="id"><xsl:value-of select="../@name"/></xsl:attribute></xsl:if>
            <xsl:if test="@selected"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <span><xsl:apply-templates select="." mode="label"/></span>
        </label>
      </xsl:for-each>
    </div>
  </fieldset>
</xsl:template>

<xsl:template match="field[@type='hidden']"/>

<xsl:template match="field[@type='tick']">
  <div class="field">
    <xsl:if test="@error"><xsl:attribute name="class">field bad</xsl:attribute></xsl:if>
    <xsl:call-template name="field-notes"/>
    <label class="choice">
      <input type="checkbox" id="{@name}" name="{@name}" value="ano">
        <xsl:if test="value != ''"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
        <xsl:call-template name="field-described"/>
      </input>
      <span><xsl:apply-templates select="." mode="label"/></span>
    </label>
  </div>
</xsl:template>

<xsl:template name="field-filled">
  <xsl:variable name="who"><xsl:apply-templates select="." mode="autocomplete"/></xsl:variable>
  <xsl:if test="$who != ''"><xsl:attribute name="autocomplete"><xsl:value-of select="$who"/></xsl:attribute></xsl:if>
</xsl:template>

<xsl:template match="field" mode="control">
  <input class="mid" id="{@name}" name="{@name}" value="{value}">
    <xsl:if test="@max"><xsl:attribute name="maxlength"><xsl:value-of select="@max"/></xsl:attribute></xsl:if>
    <xsl:call-template name="field-filled"/>
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>

<xsl:template match="field[@type='text' and @max &gt; 300]" mode="control">
  <textarea id="{@name}" name="{@name}" rows="6" maxlength="{@max}">
    <xsl:call-template name="field-described"/>
    <xsl:value-of select="value"/>
  </textarea>
</xsl:template>

<xsl:template match="field[@type='long']" mode="control">
  <textarea id="{@name}" name="{@name}" rows="10" maxlength="{@max}">
    <xsl:call-template name="field-described"/>
    <xsl:value-of select="value"/>
  </textarea>
</xsl:template>

<!-- A day as browsers pick it; where they do not, a Czech date is understood, too. What was not understood stays as it was typed. -->
<xsl:template match="field[@type='date' or @type='moment']" mode="control">
  <input class="mid" id="{@name}" name="{@name}" type="date" value="{value}">
    <xsl:if test="@type = 'moment'"><xsl:attribute name="type">datetime-local</xsl:attribute></xsl:if>
    <xsl:if test="@error = 'date' or @error = 'moment'"><xsl:attribute name="type">text</xsl:attribute></xsl:if>
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>

<xsl:template match="field[@type='mail']" mode="control">
  <input class="mid" id="{@name}" name="{@name}" type="email" value="{value}" maxlength="{@max}">
    <xsl:call-template name="field-filled"/>
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>

<xsl:template match="field[@type='phone']" mode="control">
  <input class="mid" id="{@name}" name="{@name}" type="tel" value="{value}">
    <xsl:call-template name="field-filled"/>
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>

<!-- Browsers offer what the server takes; what was chosen never comes back. -->
<xsl:template match="field[@type='file']" mode="control">
  <input class="mid" id="{@name}" name="{@name}" type="file" accept="image/jpeg,image/png,image/webp"><xsl:call-template name="field-described"/></input>
</xsl:template>

<!-- May be pasted; never comes back. -->
<xsl:template match="field[@type='secret']" mode="control">
  <input class="mid" id="{@name}" name="{@name}" type="password" maxlength="{@max}">
    <xsl:if test="@min"><xsl:attribute name="minlength"><xsl:value-of select="@min"/></xsl:attribute></xsl:if>
    <xsl:call-template name="field-filled"/>
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>

<xsl:template match="field[@type='number']" mode="control">
  <input class="short" id="{@name}" name="{@name}" type="number" value="{value}">
    <xsl:if test="@low"><xsl:attribute name="min"><xsl:value-of select="@low"/></xsl:attribute></xsl:if>
    <xsl:if test="@high"><xsl:attribute name="max"><xsl:value-of select="@high"/></xsl:attribute></xsl:if>
    <xsl:call-template name="field-described"/>
  </input>
</xsl:template>

<xsl:template match="field[@type='decimal']" mode="control">
  <input class="short" id="{@name}" name="{@name}" inputmode="decimal" value="{value}"><xsl:call-template name="field-described"/></input>
</xsl:template>

<!-- a colour input cannot be empty, so only a field with a value gets one -->
<xsl:template match="field[@type='colour' and string-length(translate(value, '#', '')) = 6]" mode="control">
  <input class="short" id="{@name}" name="{@name}" type="color" value="#{translate(value, '#', '')}"><xsl:call-template name="field-described"/></input>
</xsl:template>

<xsl:template name="field-described">
  <xsl:variable name="hint"><xsl:apply-templates select="." mode="hint"/></xsl:variable>
  <xsl:if test="$hint != '' or @error">
    <xsl:attribute name="aria-describedby">
      <xsl:if test="$hint != ''"><xsl:value-of select="concat(@name, '-h')"/></xsl:if>
      <xsl:if test="$hint != '' and @error"><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@error"><xsl:value-of select="concat(@name, '-e')"/></xsl:if>
    </xsl:attribute>
  </xsl:if>
  <xsl:if test="@error and not(@type = 'choice' or @type = 'set')"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
</xsl:template>

<xsl:template name="field-notes">
  <xsl:variable name="hint"><xsl:apply-templates select="." mode="hint"/></xsl:variable>
  <xsl:if test="$hint != ''"><span class="hint" id="{@name}-h"><xsl:copy-of select="$hint"/></span></xsl:if>
  <xsl:if test="@error"><p class="err" id="{@name}-e"><t:icon name="alert"/><span><xsl:apply-templates select="." mode="error"/></span></p></xsl:if>
</xsl:template>

<!-- What to do, not what is forbidden. -->
<xsl:template match="field" mode="error">
  <xsl:choose>
    <xsl:when test="@error = 'required'"><t:text id="form.required"/></xsl:when>
    <xsl:when test="@error = 'too-long'"><t:count id="form.too-long" select="@max"/></xsl:when>
    <xsl:when test="@error = 'range'"><t:text id="form.range"><t:arg select="t:number(@low)"/><t:arg select="t:number(@high)"/></t:text></xsl:when>
    <xsl:when test="@error = 'number'"><t:text id="form.number"/></xsl:when>
    <xsl:when test="@error = 'choice'"><t:text id="form.choice"/></xsl:when>
    <xsl:when test="@error = 'too-short'"><t:count id="form.too-short" select="@min"/></xsl:when>
    <xsl:when test="@error = 'date'"><t:text id="form.date"/></xsl:when>
    <xsl:when test="@error = 'moment'"><t:text id="form.moment"/></xsl:when>
    <xsl:when test="@error = 'mail'"><t:text id="form.mail"/></xsl:when>
    <xsl:when test="@error = 'phone' and @digits"><t:count id="form.phone-digits" select="@digits"/></xsl:when>
    <xsl:when test="@error = 'phone'"><t:text id="form.phone"/></xsl:when>
    <xsl:when test="@error = 'too-big'"><t:text id="form.too-big"><t:arg select="floor(@high div 1048576)"/></t:text></xsl:when>
    <xsl:when test="@error = 'colour'"><t:text id="form.colour"/></xsl:when>
    <xsl:otherwise><t:text id="form.other"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="form-errors">
  <xsl:if test="form/@again">
    <div class="errors" role="alert" aria-labelledby="znovu">
      <h2 id="znovu"><t:text id="form.again"/></h2>
      <p>
        <xsl:choose>
          <xsl:when test="form/@again = 'fast'"><t:text id="form.again-fast"/></xsl:when>
          <xsl:otherwise><t:text id="form.again-old"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="form/field/@type = 'secret'"><xsl:text> </xsl:text><t:text id="form.again-secret"/></xsl:if>
      </p>
    </div>
  </xsl:if>
  <xsl:if test="form/field/@error">
    <div class="errors" role="alert" aria-labelledby="chyby">
      <h2 id="chyby"><t:count id="form.errors" select="count(form/field[@error])"/></h2>
      <ul>
        <xsl:for-each select="form/field[@error]">
          <li><a href="#{@name}"><xsl:apply-templates select="." mode="label"/>: <xsl:apply-templates select="." mode="error"/></a></li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
