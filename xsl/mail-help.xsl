<?xml version="1.0" encoding="UTF-8"?>
<!--
  Letters about help (help/told.h): help.news to who asks, help.helper to a helper, help.desk to coordinators. Every letter says what, when, where and who;
  a code in the pair "what" chooses its words, and a code without words must not leave as an empty letter.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"
  exclude-result-prefixes="t">
<xsl:variable name="title" select="/page/pair[@name='title']"/>

<xsl:template match="page[@kind='help.news' or @kind='help.helper' or @kind='help.desk']" mode="letter">
  <xsl:apply-templates select="$what" mode="help"/>
  <xsl:call-template name="help-facts"/>
  <xsl:if test="pair[@name='note'] and $what != 'message'"><fact name="{t:mail.help-note}"><xsl:value-of select="pair[@name='note']"/></fact></xsl:if>
  <xsl:if test="@kind = 'help.news' and pair[@name='phone']"><fact name="{t:mail.help-phone}"><xsl:value-of select="t:phone(pair[@name='phone'])"/></fact></xsl:if>
  <a href="{$link}">
    <xsl:choose>
      <xsl:when test="$what = 'ask'"><t:text id="mail.help-answer-do"/></xsl:when>
      <xsl:when test="@kind = 'help.desk'"><t:text id="mail.help-desk-do"/></xsl:when>
      <xsl:otherwise><t:text id="mail.help-open-do"/></xsl:otherwise>
    </xsl:choose>
  </a>
  <xsl:if test="pair[@name='reply']"><note><t:text id="mail.help-reply-note"/></note></xsl:if>
  <note>
    <xsl:choose>
      <xsl:when test="@kind = 'help.desk'"><t:text id="mail.help-desk-note"/></xsl:when>
      <xsl:otherwise><t:text id="mail.help-link-note"/></xsl:otherwise>
    </xsl:choose>
  </note>
  <sms><xsl:call-template name="help-sms"/></sms>
</xsl:template>

<xsl:template name="help-facts">
  <fact name="{t:mail.help-what}"><xsl:value-of select="$title"/></fact>
  <fact name="{t:mail.help-when}"><xsl:call-template name="help-when"/></fact>
  <fact name="{t:mail.help-where}"><xsl:value-of select="$town"/><xsl:if test="/page/pair[@name='part']"><xsl:text>, </xsl:text><xsl:value-of select="/page/pair[@name='part']"/></xsl:if></fact>
  <fact name="{t:mail.help-who}"><xsl:value-of select="/page/pair[@name='for']"/></fact>
  <fact name="{t:mail.help-code}"><xsl:value-of select="$code"/></fact>
</xsl:template>

<xsl:template name="help-when">
  <xsl:variable name="from" select="/page/pair[@name='from']"/>
  <xsl:variable name="to" select="/page/pair[@name='to']"/>
  <xsl:variable name="kind" select="/page/pair[@name='when']"/>
  <xsl:choose>
    <xsl:when test="$kind = 'by'"><t:text id="help.by"><t:arg select="t:moment($to)"/></t:text></xsl:when>
    <xsl:when test="$kind = 'weekly' and $from"><t:text id="help.weekly"><t:arg select="t:moment($from)"/></t:text></xsl:when>
    <xsl:when test="$from"><xsl:value-of select="t:moment($from)"/></xsl:when>
    <xsl:otherwise><t:text id="help.any-time"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- A telephone has room for one sentence and the way on. -->
<xsl:template name="help-sms">
  <xsl:choose>
    <xsl:when test="$what = 'confirm' and /page/pair[@name='pin']"><t:text id="mail.help-sms-pin"><t:arg select="/page/pair[@name='pin']"/></t:text></xsl:when>
    <xsl:when test="$what = 'ask' and /page/pair[@name='short'] and not(/page/@answers)"><xsl:value-of select="/page/pair[@name='short']"/><xsl:text> </xsl:text><t:text id="mail.help-sms-look"><t:arg select="$link"/></t:text></xsl:when>
    <xsl:when test="$what = 'ask' and /page/pair[@name='short']"><xsl:value-of select="/page/pair[@name='short']"/><xsl:text> </xsl:text><t:text id="mail.help-sms-ask"><t:arg select="$link"/></t:text></xsl:when>
    <xsl:otherwise>
      <xsl:variable name="words"><xsl:apply-templates select="$what" mode="help-subject"/></xsl:variable>
      <t:text id="mail.help-sms"><t:arg select="string($words)"/><t:arg select="$code"/><t:arg select="$link"/></t:text>
      <xsl:if test="$what = 'ask' and /page/@answers"><xsl:text> </xsl:text><t:text id="mail.help-sms-reply"/></xsl:if>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="pair" mode="help">
  <subject><xsl:apply-templates select="." mode="help-subject"/></subject>
  <p><xsl:apply-templates select="." mode="help-text"/></p>
</xsl:template>
<xsl:template match="pair" mode="help-subject"><xsl:message terminate="yes">mail-help.xsl has no words for <xsl:value-of select="concat(../@kind, ' ', .)"/></xsl:message></xsl:template>

<!-- help.news -->
<xsl:template match="page[@kind='help.news']/pair[. = 'review']" mode="help-subject"><t:text id="mail.help-news-review"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'review']" mode="help-text"><t:text id="mail.help-news-review-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'published']" mode="help-subject"><t:text id="mail.help-news-published"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'published']" mode="help-text"><t:text id="mail.help-news-published-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'rejected']" mode="help-subject"><t:text id="mail.help-news-rejected"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'rejected']" mode="help-text"><t:text id="mail.help-news-rejected-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'filled']" mode="help-subject"><t:text id="mail.help-news-filled"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'filled']" mode="help-text"><t:text id="mail.help-news-filled-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'again']" mode="help-subject"><t:text id="mail.help-news-again"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'again']" mode="help-text"><t:text id="mail.help-news-again-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'underway']" mode="help-subject"><t:text id="mail.help-news-underway"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'underway']" mode="help-text"><t:text id="mail.help-news-underway-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'done']" mode="help-subject"><t:text id="mail.help-news-done"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'done']" mode="help-text"><t:text id="mail.help-news-done-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'withdrawn']" mode="help-subject"><t:text id="mail.help-news-withdrawn"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'withdrawn']" mode="help-text"><t:text id="mail.help-news-withdrawn-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'expired']" mode="help-subject"><t:text id="mail.help-news-expired"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'expired']" mode="help-text"><t:text id="mail.help-news-expired-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'hidden']" mode="help-subject"><t:text id="mail.help-news-hidden"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'hidden']" mode="help-text"><t:text id="mail.help-news-hidden-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'restored']" mode="help-subject"><t:text id="mail.help-news-restored"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'restored']" mode="help-text"><t:text id="mail.help-news-restored-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'removed']" mode="help-subject"><t:text id="mail.help-news-removed"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'removed']" mode="help-text"><t:text id="mail.help-news-removed-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'applied']" mode="help-subject"><t:text id="mail.help-news-applied"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'applied']" mode="help-text"><t:text id="mail.help-news-applied-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'accepted']" mode="help-subject"><t:text id="mail.help-news-accepted"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'accepted']" mode="help-text"><t:text id="mail.help-news-accepted-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'left']" mode="help-subject"><t:text id="mail.help-news-left"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'left']" mode="help-text"><t:text id="mail.help-news-left-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'renew-soon']" mode="help-subject"><t:text id="mail.help-news-renew-soon"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'renew-soon']" mode="help-text"><t:text id="mail.help-news-renew-soon-text"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'feedback']" mode="help-subject"><t:text id="mail.help-news-feedback"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'feedback']" mode="help-text"><t:text id="mail.help-news-feedback-text"/></xsl:template>

<xsl:template match="page[@kind='help.news']/pair[. = 'confirm']" mode="help-subject"><t:text id="mail.help-news-confirm"/></xsl:template>
<xsl:template match="page[@kind='help.news']/pair[. = 'confirm']" mode="help-text"><t:text id="mail.help-news-confirm-text"/></xsl:template>

<!-- help.helper -->
<xsl:template match="page[@kind='help.helper']/pair[. = 'changed']" mode="help-subject"><t:text id="mail.help-helper-changed"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'changed']" mode="help-text"><t:text id="mail.help-helper-changed-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'ask']" mode="help-subject"><t:text id="mail.help-helper-ask"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'ask']" mode="help-text"><t:text id="mail.help-helper-ask-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'accepted']" mode="help-subject"><t:text id="mail.help-helper-accepted"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'accepted']" mode="help-text"><t:text id="mail.help-helper-accepted-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'refused']" mode="help-subject"><t:text id="mail.help-helper-refused"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'refused']" mode="help-text"><t:text id="mail.help-helper-refused-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'covered']" mode="help-subject"><t:text id="mail.help-helper-covered"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'covered']" mode="help-text"><t:text id="mail.help-helper-covered-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'dropped']" mode="help-subject"><t:text id="mail.help-helper-dropped"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'dropped']" mode="help-text"><t:text id="mail.help-helper-dropped-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'no-show']" mode="help-subject"><t:text id="mail.help-helper-no-show"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'no-show']" mode="help-text"><t:text id="mail.help-helper-no-show-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'not-done']" mode="help-subject"><t:text id="mail.help-helper-not-done"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'not-done']" mode="help-text"><t:text id="mail.help-helper-not-done-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'thanks']" mode="help-subject"><t:text id="mail.help-helper-thanks"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'thanks']" mode="help-text"><t:text id="mail.help-helper-thanks-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'withdrawn']" mode="help-subject"><t:text id="mail.help-helper-withdrawn"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'withdrawn']" mode="help-text"><t:text id="mail.help-helper-withdrawn-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'expired']" mode="help-subject"><t:text id="mail.help-helper-expired"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'expired']" mode="help-text"><t:text id="mail.help-helper-expired-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'removed']" mode="help-subject"><t:text id="mail.help-helper-removed"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'removed']" mode="help-text"><t:text id="mail.help-helper-removed-text"/></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'feedback']" mode="help-subject"><t:text id="mail.help-helper-feedback"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.helper']/pair[. = 'feedback']" mode="help-text"><t:text id="mail.help-helper-feedback-text"/></xsl:template>

<!-- help.desk -->
<xsl:template match="page[@kind='help.desk']/pair[. = 'review']" mode="help-subject"><t:text id="mail.help-desk-review"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'review']" mode="help-text"><t:text id="mail.help-desk-review-text"/></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'again']" mode="help-subject"><t:text id="mail.help-desk-again"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'again']" mode="help-text"><t:text id="mail.help-desk-again-text"/></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'not-done']" mode="help-subject"><t:text id="mail.help-desk-not-done"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'not-done']" mode="help-text"><t:text id="mail.help-desk-not-done-text"/></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'expired']" mode="help-subject"><t:text id="mail.help-desk-expired"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'expired']" mode="help-text"><t:text id="mail.help-desk-expired-text"/></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'applied']" mode="help-subject"><t:text id="mail.help-desk-applied"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'applied']" mode="help-text"><t:text id="mail.help-desk-applied-text"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'accepted']" mode="help-subject"><t:text id="mail.help-desk-accepted"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'accepted']" mode="help-text"><t:text id="mail.help-desk-accepted-text"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'left']" mode="help-subject"><t:text id="mail.help-desk-left"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'left']" mode="help-text"><t:text id="mail.help-desk-left-text"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'handover']" mode="help-subject"><t:text id="mail.help-desk-handover"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'handover']" mode="help-text"><t:text id="mail.help-desk-handover-text"><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'gap']" mode="help-subject"><t:text id="mail.help-desk-gap"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'gap']" mode="help-text"><t:text id="mail.help-desk-gap-text"/></xsl:template>

<!-- help.delivery: to a courier with the link, by SMS to who gets it -->
<xsl:template match="page[@kind='help.delivery']" mode="letter">
  <xsl:apply-templates select="$what" mode="help"/>
  <fact name="{t:mail.help-what}"><xsl:value-of select="$title"/></fact>
  <fact name="{t:mail.help-where}"><xsl:value-of select="$town"/></fact>
  <xsl:if test="$link"><a href="{$link}"><t:text id="mail.help-delivery-do"/></a></xsl:if>
  <xsl:variable name="words"><xsl:apply-templates select="$what" mode="help-subject"/></xsl:variable>
  <sms>
    <xsl:choose>
      <xsl:when test="$link"><t:text id="mail.help-sms-offer"><t:arg select="string($words)"/><t:arg select="$link"/></t:text></xsl:when>
      <xsl:otherwise><t:text id="mail.help-sms-delivery"><t:arg select="string($words)"/><t:arg select="$town"/></t:text></xsl:otherwise>
    </xsl:choose>
  </sms>
</xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'yours']" mode="help-subject"><t:text id="mail.help-delivery-yours"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'yours']" mode="help-text"><t:text id="mail.help-delivery-yours-text"/></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'not-yours']" mode="help-subject"><t:text id="mail.help-delivery-not-yours"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'not-yours']" mode="help-text"><t:text id="mail.help-delivery-not-yours-text"/></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'coming']" mode="help-subject"><t:text id="mail.help-delivery-coming"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'coming']" mode="help-text"><t:text id="mail.help-delivery-coming-text"/></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'brought']" mode="help-subject"><t:text id="mail.help-delivery-brought"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.delivery']/pair[. = 'brought']" mode="help-text"><t:text id="mail.help-delivery-brought-text"/></xsl:template>

<!-- help.offer: to whose offer it is -->
<xsl:template match="page[@kind='help.offer']" mode="letter">
  <xsl:apply-templates select="$what" mode="help"/>
  <fact name="{t:mail.help-where}"><xsl:value-of select="$town"/></fact>
  <fact name="{t:mail.help-offer-until}"><xsl:value-of select="t:date(pair[@name='until'])"/></fact>
  <a href="{$link}"><t:text id="mail.help-offer-do"/></a>
  <note><t:text id="mail.help-link-note"/></note>
  <xsl:variable name="words"><xsl:apply-templates select="$what" mode="help-subject"/></xsl:variable>
  <sms><t:text id="mail.help-sms-offer"><t:arg select="string($words)"/><t:arg select="$link"/></t:text></sms>
</xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'still-true']" mode="help-subject"><t:text id="mail.help-offer-still-true"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'still-true']" mode="help-text"><t:text id="mail.help-offer-still-true-text"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'offer-active']" mode="help-subject"><t:text id="mail.help-offer-offer-active"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'offer-active']" mode="help-text"><t:text id="mail.help-offer-offer-active-text"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'offer-expired']" mode="help-subject"><t:text id="mail.help-offer-offer-expired"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'offer-expired']" mode="help-text"><t:text id="mail.help-offer-offer-expired-text"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'offer-removed']" mode="help-subject"><t:text id="mail.help-offer-offer-removed"/></xsl:template>
<xsl:template match="page[@kind='help.offer']/pair[. = 'offer-removed']" mode="help-text"><t:text id="mail.help-offer-offer-removed-text"/></xsl:template>
<!-- a promise on its way -->
<xsl:template match="page[@kind='help.news' or @kind='help.helper']/pair[. = 'message']" mode="help-subject"><t:text id="mail.help-message"><t:arg select="$title"/><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.news' or @kind='help.helper']/pair[. = 'message']" mode="help-text"><xsl:value-of select="../pair[@name='note']"/></xsl:template>
<xsl:template match="page[@kind='help.news'][not(pair[@name='who'])]/pair[. = 'left']" mode="help-subject" priority="1"><t:text id="mail.help-news-again"/></xsl:template>
<xsl:template match="page[@kind='help.desk'][not(pair[@name='who'])]/pair[. = 'left']" mode="help-text" priority="1"><t:text id="mail.help-desk-again-text"/></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'disputed']" mode="help-subject"><t:text id="mail.help-desk-disputed"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'disputed']" mode="help-text"><t:text id="mail.help-desk-disputed-text"><t:arg select="$who"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'problem']" mode="help-subject"><t:text id="mail.help-desk-problem"><t:arg select="$title"/></t:text></xsl:template>
<xsl:template match="page[@kind='help.desk']/pair[. = 'problem']" mode="help-text"><t:text id="mail.help-desk-problem-text"/></xsl:template>
</xsl:stylesheet>
