<?xml version="1.0" encoding="UTF-8"?>
<!--
  What people are told by mail and SMS: one template per kind (outbox.h says what comes with each). A template makes a letter of a few parts,
  the same for every form it is sent in:
    <subject/>  <p/>  <code>to be read aloud</code>  <fact name="…">value</fact>  <a href="…">what it does</a>  <news href="…">of a digest</news>  <note/>  <sms>instead of all that, by SMS</sms>
  Here it becomes HTML; mail-text.xsl makes plain text and the SMS of it. No style: the reader's program knows how its reader reads.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text" xmlns:exsl="http://exslt.org/common"
  extension-element-prefixes="exsl" exclude-result-prefixes="t">
<xsl:include href="text.xsl"/>
<xsl:include href="verdict.xsl"/>
<xsl:include href="mail-help.xsl"/>
<xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

<xsl:variable name="letter"><xsl:apply-templates select="/page" mode="letter"/></xsl:variable>
<xsl:variable name="parts" select="exsl:node-set($letter)/*"/>
<xsl:variable name="link" select="/page/pair[@name='link']"/>
<xsl:variable name="code" select="/page/pair[@name='code']"/>
<xsl:variable name="town" select="/page/pair[@name='town']"/>
<xsl:variable name="who" select="/page/pair[@name='who']"/>
<xsl:variable name="name" select="/page/pair[@name='name']"/>
<xsl:variable name="what" select="/page/pair[@name='what']"/>
<xsl:variable name="until" select="/page/pair[@name='until']"/>
<xsl:variable name="reason" select="/page/pair[@name='reason']"/>

<xsl:template match="/page">
  <html lang="{t:lang}">
    <head><title><xsl:value-of select="$parts[self::subject]"/></title></head>
    <body>
      <p><t:text id="mail.hello"/></p>
      <xsl:apply-templates select="$parts" mode="html"/>
      <xsl:apply-templates select="." mode="foot"/>
    </body>
  </html>
</xsl:template>

<xsl:template match="page" mode="foot">
  <hr/>
  <p>
    <t:text id="mail.from"><t:arg><a href="{@base}/"><xsl:value-of select="@host"/></a></t:arg></t:text>
    <xsl:text> </xsl:text>
    <xsl:if test="@contact != ''"><t:text id="mail.answers"><t:arg><a href="mailto:{@contact}"><xsl:value-of select="@contact"/></a></t:arg></t:text></xsl:if>
  </p>
  <xsl:for-each select="pair[@name='unsubscribe']"><p><a href="{.}"><t:text id="mail.stop"/></a></p></xsl:for-each>
</xsl:template>

<xsl:template match="subject | sms" mode="html"/>
<xsl:template match="p | note" mode="html"><p><xsl:value-of select="."/></p></xsl:template>
<xsl:template match="code" mode="html"><p><strong><xsl:value-of select="."/></strong></p></xsl:template>
<xsl:template match="fact" mode="html"><p><xsl:value-of select="@name"/>: <strong><xsl:value-of select="."/></strong></p></xsl:template>
<xsl:template match="news" mode="html"><p><strong><xsl:value-of select="."/></strong><br/><a href="{@href}"><xsl:value-of select="@href"/></a></p></xsl:template>
<xsl:template match="a" mode="html">
  <p><a href="{@href}"><strong><xsl:value-of select="."/></strong></a></p>
  <p><t:text id="mail.address"/><br/><xsl:value-of select="@href"/></p>
</xsl:template>

<!-- a kind without a template must not leave as an empty letter -->
<xsl:template match="page" mode="letter"><xsl:message terminate="yes">mail.xsl has no template for <xsl:value-of select="@kind"/></xsl:message></xsl:template>

<!-- account -->

<xsl:template match="page[@kind='account.confirm']" mode="letter">
  <subject><t:text id="mail.confirm"/></subject>
  <p><t:text id="mail.confirm-text"/></p>
  <a href="{$link}"><t:text id="mail.confirm-do"/></a>
  <xsl:call-template name="spoken-code"/>
  <note><t:text id="mail.confirm-note"/></note>
  <sms><t:text id="mail.confirm-sms"><t:arg select="$code"/></t:text></sms>
</xsl:template>

<xsl:template match="page[@kind='account.exists']" mode="letter">
  <subject><t:text id="mail.exists"/></subject>
  <p><t:text id="mail.exists-text"/></p>
  <p><t:text id="mail.exists-lost"/></p>
  <a href="{$link}"><t:text id="mail.reset-do"/></a>
</xsl:template>

<xsl:template match="page[@kind='account.reset']" mode="letter">
  <subject><t:text id="mail.reset"/></subject>
  <p><t:text id="mail.reset-text"/></p>
  <a href="{$link}"><t:text id="mail.reset-do"/></a>
  <xsl:call-template name="spoken-code"/>
  <note><t:text id="mail.reset-note"/></note>
  <sms><t:text id="mail.reset-sms"><t:arg select="$code"/></t:text></sms>
</xsl:template>

<xsl:template match="page[@kind='account.admin']" mode="letter">
  <subject><t:text id="mail.admin"/></subject>
  <p><t:text id="mail.admin-text"><t:arg select="@host"/></t:text></p>
  <a href="{$link}"><t:text id="mail.reset-do"/></a>
  <note><t:text id="mail.admin-note"/></note>
</xsl:template>

<xsl:template match="page[@kind='account.change-mail']" mode="letter">
  <subject><t:text id="mail.change"/></subject>
  <p><t:text id="mail.change-text"/></p>
  <a href="{$link}"><t:text id="mail.change-do"/></a>
  <note><t:text id="mail.not-mine"/></note>
</xsl:template>

<xsl:template match="page[@kind='account.mail-changed']" mode="letter">
  <subject><t:text id="mail.changed"/></subject>
  <p><t:text id="mail.changed-text"><t:arg select="pair[@name='address']"/></t:text></p>
  <p><t:text id="mail.changed-undo"/></p>
  <a href="{$link}"><t:text id="mail.changed-do"/></a>
</xsl:template>

<xsl:template match="page[@kind='account.change-phone']" mode="letter">
  <subject><t:text id="mail.phone"/></subject>
  <p><t:text id="mail.phone-text"/></p>
  <code><xsl:value-of select="$code"/></code>
  <sms><t:text id="mail.phone-sms"><t:arg select="$code"/></t:text></sms>
</xsl:template>

<xsl:template match="page[@kind='account.phone-changed']" mode="letter">
  <subject><t:text id="mail.phone-changed"/></subject>
  <p><t:text id="mail.phone-changed-text"><t:arg select="pair[@name='address']"/></t:text></p>
  <xsl:if test="$link">
    <p><t:text id="mail.phone-changed-undo"/></p>
    <a href="{$link}"><t:text id="mail.phone-changed-do"/></a>
  </xsl:if>
  <sms><t:text id="mail.phone-changed-sms"><t:arg select="pair[@name='address']"/><t:arg select="$link"/></t:text></sms>
</xsl:template>

<xsl:template match="page[@kind='account.passkey']" mode="letter">
  <xsl:choose>
    <xsl:when test="pair[@name='what'] = 'added'">
      <subject><t:text id="mail.passkey-added"/></subject>
      <p><t:text id="mail.passkey-added-text"><t:arg select="pair[@name='name']"/></t:text></p>
      <a href="{$link}"><t:text id="mail.passkey-do"/></a>
      <note><t:text id="mail.passkey-note"/></note>
      <sms><t:text id="mail.passkey-added-sms"><t:arg select="pair[@name='name']"/><t:arg select="$link"/></t:text></sms>
    </xsl:when>
    <xsl:otherwise>
      <subject><t:text id="mail.passkey-removed"/></subject>
      <p><t:text id="mail.passkey-removed-text"><t:arg select="pair[@name='name']"/></t:text></p>
      <a href="{$link}"><t:text id="mail.passkey-do"/></a>
      <note><t:text id="mail.passkey-note"/></note>
      <sms><t:text id="mail.passkey-removed-sms"><t:arg select="pair[@name='name']"/><t:arg select="$link"/></t:text></sms>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@kind='account.erased']" mode="letter">
  <subject><t:text id="mail.erased"/></subject>
  <p><t:text id="mail.erased-text"/></p>
</xsl:template>

<xsl:template match="page[@kind='account.idle']" mode="letter">
  <subject><t:text id="mail.idle"/></subject>
  <p><t:text id="mail.idle-text"/></p>
  <fact name="{t:mail.idle-until}"><xsl:value-of select="t:date($until)"/></fact>
  <a href="{$link}"><t:text id="mail.idle-do"/></a>
</xsl:template>

<!-- towns and organisations -->

<xsl:template match="page[@kind='org.code']" mode="letter">
  <subject><t:text id="mail.code"><t:arg select="$town"/></t:text></subject>
  <p><t:text id="mail.code-text"><t:arg select="$who"/><t:arg select="$town"/></t:text></p>
  <p><t:text id="mail.code-give"/></p>
  <code><xsl:value-of select="$code"/></code>
  <a href="{$link}"><t:text id="mail.code-do"/></a>
  <note><t:text id="mail.code-note"/></note>
</xsl:template>

<xsl:template match="page[@kind='org.proof']" mode="letter">
  <subject><t:text id="mail.proof"><t:arg select="$name"/></t:text></subject>
  <p><t:text id="mail.proof-text"><t:arg select="$who"/><t:arg select="$name"/></t:text></p>
  <code><xsl:value-of select="$code"/></code>
  <a href="{$link}"><t:text id="mail.code-do"/></a>
  <note><t:text id="mail.proof-note"/></note>
</xsl:template>

<xsl:template match="page[@kind='org.claimed']" mode="letter">
  <subject><t:text id="mail.claimed"><t:arg select="$town"/></t:text></subject>
  <p><t:text id="mail.claimed-text"><t:arg select="$who"/><t:arg select="$town"/></t:text></p>
  <a href="{$link}"><t:text id="mail.claimed-do"/></a>
</xsl:template>

<xsl:template match="page[@kind='org.verified']" mode="letter">
  <subject><t:text id="mail.verified"><t:arg select="$town"/></t:text></subject>
  <p><t:text id="mail.verified-text"/></p>
  <a href="{$link}"><t:text id="mail.verified-do"/></a>
  <note><t:text id="mail.verified-note"/></note>
</xsl:template>

<xsl:template match="page[@kind='org.rival']" mode="letter">
  <subject><t:text id="mail.rival"><t:arg select="$town"/></t:text></subject>
  <p><t:text id="mail.rival-text"><t:arg select="$who"/><t:arg select="$town"/></t:text></p>
  <xsl:if test="$until"><fact name="{t:mail.rival-until}"><xsl:value-of select="t:date($until)"/></fact></xsl:if>
  <a href="{$link}"><t:text id="mail.rival-do"/></a>
</xsl:template>

<xsl:template match="page[@kind='org.expiring']" mode="letter">
  <subject><t:text id="mail.expiring"><t:arg select="$what"/></t:text></subject>
  <p><t:text id="mail.expiring-text"/></p>
  <fact name="{t:mail.what}"><xsl:value-of select="$what"/></fact>
  <fact name="{t:mail.valid-until}"><xsl:value-of select="t:date($until)"/></fact>
  <a href="{$link}"><t:text id="mail.expiring-do"/></a>
</xsl:template>

<xsl:template match="page[@kind='org.check']" mode="letter">
  <subject><t:text id="mail.check"><t:arg select="$town"/></t:text></subject>
  <p><t:text id="mail.check-text"><t:arg select="$town"/></t:text></p>
  <fact name="{t:mail.check-until}"><xsl:value-of select="t:date($until)"/></fact>
  <a href="{$link}"><t:text id="mail.check-do"/></a>
</xsl:template>

<xsl:template match="page[@kind='org.invite']" mode="letter">
  <subject><t:text id="mail.invite"><t:arg select="$who"/><t:arg select="$name"/></t:text></subject>
  <p><t:text id="mail.invite-text"/></p>
  <a href="{$link}"><t:text id="mail.invite-do"/></a>
  <note><t:text id="mail.invite-note"/></note>
</xsl:template>

<!-- One sentence says it all: it is the subject and the text. -->
<xsl:template match="page[@kind='org.news']" mode="letter">
  <xsl:variable name="words"><xsl:apply-templates select="." mode="news"/></xsl:variable>
  <subject><xsl:value-of select="$words"/></subject>
  <p><xsl:value-of select="$words"/>.</p>
  <xsl:if test="$reason"><fact name="{t:mail.news-reason}"><xsl:value-of select="$reason"/></fact></xsl:if>
  <a href="{$link}"><t:text id="mail.news-do"/></a>
</xsl:template>

<!-- What was gathered for somebody who wants news daily or weekly: each is one sentence and its link. -->
<xsl:template match="page[@kind='site.news']" mode="letter">
  <subject><t:count id="mail.digest" select="count(item)"/></subject>
  <xsl:for-each select="item">
    <news href="{pair[@name='link']}"><xsl:apply-templates select="." mode="news"/></news>
  </xsl:for-each>
</xsl:template>

<xsl:template match="item[@kind='org.expiring']" mode="news" priority="1">
  <t:text id="mail.expiring"><t:arg select="pair[@name='what']"/></t:text>
  <xsl:value-of select="concat(' (', t:date(pair[@name='until']), ')')"/>
</xsl:template>

<xsl:template match="page | item" mode="news">
  <xsl:variable name="what" select="pair[@name='what']"/>
  <xsl:variable name="name" select="pair[@name='name']"/>
  <xsl:choose>
    <xsl:when test="$what = 'claim-failed'"><t:text id="mail.news-claim-failed"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'claim-expired'"><t:text id="mail.news-claim-expired"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'claim-withdrawn'"><t:text id="mail.news-claim-withdrawn"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'town-handed-over'"><t:text id="mail.news-town-handed-over"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'rival-accepted'"><t:text id="mail.news-rival-accepted"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'rival-refused'"><t:text id="mail.news-rival-refused"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'rival-silent'"><t:text id="mail.news-rival-silent"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-proven'"><t:text id="mail.news-organisation-proven"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-objected'"><t:text id="mail.news-organisation-objected"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'level-paused'"><t:text id="mail.news-level-paused"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'level-back'"><t:text id="mail.news-level-back"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'town-suspended'"><t:text id="mail.news-town-suspended"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'town-restored'"><t:text id="mail.news-town-restored"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'town-left'"><t:text id="mail.news-town-left"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'report-urgent'"><t:text id="mail.news-report-urgent"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'report-overdue'"><t:text id="mail.news-report-overdue"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'notice-moderated'"><t:text id="mail.news-notice-moderated"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'roles-changed'"><t:text id="mail.news-roles-changed"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'roles-ended'"><t:text id="mail.news-roles-ended"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'person-left'"><t:text id="mail.news-person-left"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'admin-erased'"><t:text id="mail.news-admin-erased"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-submitted'"><t:text id="mail.news-organisation-submitted"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-verified'"><t:text id="mail.news-organisation-verified"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-returned'"><t:text id="mail.news-organisation-returned"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-rejected'"><t:text id="mail.news-organisation-rejected"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-suspended'"><t:text id="mail.news-organisation-suspended"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'organisation-closed'"><t:text id="mail.news-organisation-closed"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'notice-held'"><t:text id="mail.news-notice-held"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'notice-silent'"><t:text id="mail.news-notice-silent"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'notice-let'"><t:text id="mail.news-notice-let"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'notice-refused'"><t:text id="mail.news-notice-refused"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'level-given'"><t:text id="mail.news-level-given"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:when test="$what = 'level-ended'"><t:text id="mail.news-level-ended"><t:arg select="$name"/></t:text></xsl:when>
    <xsl:otherwise><t:text id="mail.news-other"><t:arg select="$name"/></t:text></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- boards -->

<xsl:template match="page[@kind='notice.receipt']" mode="letter">
  <subject><t:text id="mail.receipt"><t:arg select="ref/title"/></t:text></subject>
  <p><t:text id="mail.receipt-text"/></p>
  <fact name="{t:mail.receipt-town}"><xsl:value-of select="ref/town"/></fact>
  <fact name="{t:mail.receipt-title}"><xsl:value-of select="ref/title"/></fact>
  <xsl:for-each select="ref/posted"><fact name="{t:mail.receipt-posted}"><xsl:value-of select="t:moment(.)"/></fact></xsl:for-each>
  <xsl:for-each select="ref/until"><fact name="{t:mail.receipt-until}"><xsl:value-of select="t:date(.)"/></fact></xsl:for-each>
  <fact name="{t:mail.receipt-version}"><xsl:value-of select="ref/@version"/></fact>
  <xsl:for-each select="pair[@name='sha256']"><fact name="{t:mail.receipt-hash}"><xsl:value-of select="."/></fact></xsl:for-each>
  <a href="{@base}/{ref/@town}/nastenka/{ref/@id}"><t:text id="mail.receipt-do"/></a>
</xsl:template>

<!-- reports and decisions -->

<xsl:template match="page[@kind='report.received']" mode="letter">
  <subject><t:text id="mail.received"><t:arg select="pair[@name='number']"/></t:text></subject>
  <p><t:text id="mail.received-text"/></p>
  <xsl:if test="$link"><a href="{$link}"><t:text id="mail.received-do"/></a></xsl:if>
  <note><t:text id="mail.danger"/></note>
</xsl:template>

<xsl:template match="page[@kind='report.decided']" mode="letter">
  <subject><t:text id="mail.decided"><t:arg select="pair[@name='number']"/></t:text></subject>
  <p><t:text id="mail.decided-text"/></p>
  <xsl:call-template name="decision"/>
  <p><t:text id="mail.decision-why"/></p>
  <xsl:if test="$link"><a href="{$link}"><t:text id="mail.decided-do"/></a></xsl:if>
</xsl:template>

<xsl:template match="page[@kind='decision.author']" mode="letter">
  <subject><t:text id="mail.decision"><t:arg select="$what"/></t:text></subject>
  <p><t:text id="mail.decision-text"/></p>
  <xsl:call-template name="decision"/>
  <p><t:text id="mail.decision-why"/></p>
  <xsl:if test="$until"><fact name="{t:mail.appeal-until}"><xsl:value-of select="t:date($until)"/></fact></xsl:if>
  <xsl:choose>
    <xsl:when test="$until"><a href="{$link}"><t:text id="mail.appeal-do"/></a></xsl:when>
    <xsl:otherwise><a href="{$link}"><t:text id="mail.decided-do"/></a></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="page[@kind='appeal.result']" mode="letter">
  <subject><t:text id="mail.appeal"><t:arg select="$what"/></t:text></subject>
  <p><t:text id="mail.appeal-text"/></p>
  <xsl:call-template name="decision"/>
  <xsl:if test="$link"><a href="{$link}"><t:text id="mail.decided-do"/></a></xsl:if>
</xsl:template>

<!-- the operator's trial -->

<xsl:template match="page[@kind='site.test']" mode="letter">
  <subject><t:text id="mail.test"/></subject>
  <p><t:text id="mail.test-text"><t:arg select="@host"/></t:text></p>
  <p><t:text id="mail.test-letters"/></p>
  <sms><t:text id="mail.test-letters"/></sms>
</xsl:template>

<!-- parts of several letters -->

<xsl:template name="spoken-code">
  <xsl:if test="$code">
    <p><t:text id="mail.spoken-code"/></p>
    <code><xsl:value-of select="$code"/></code>
  </xsl:if>
</xsl:template>

<xsl:template name="decision">
  <fact name="{t:mail.what}"><xsl:value-of select="$what"/></fact>
  <fact name="{t:mail.action}"><xsl:call-template name="measure"><xsl:with-param name="action" select="pair[@name='action']"/></xsl:call-template></fact>
  <fact name="{t:mail.reason}"><xsl:call-template name="reason"><xsl:with-param name="code" select="$reason"/></xsl:call-template></fact>
</xsl:template>

</xsl:stylesheet>
