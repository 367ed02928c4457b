/*
 * What people are to be told. A row is written in the current transaction, so a change and its news are both there or neither is; jobs delivers
 * (cgi-bin/mail/). The same news is told once a day: a repetition with the same details writes nothing, a new link or code is news.
 * Pairs are names and values that no table keeps, stored under seal and erased once delivered: outbox(r, "org.code", claim, person, "town", name).
 *
 *   kind                 ref_id    pairs (link: whole address of a page or a personal link; * may be missing)
 *   account.confirm      person    link, code*            confirms the address it goes to
 *   account.exists       person    link                   somebody signed up with an address that has an account; link leads to a new password
 *   account.reset        person    link, code*            new password
 *   account.change-mail  person    link                   to the new address: confirms it
 *   account.mail-changed person    address, link          to the old address: which one is new (masked), link undoes it
 *   account.change-phone person    code                   by SMS to the new number: confirms it
 *   account.phone-changed person   address, link*         to the number that was and to the mail: which one is new (masked), link undoes it
 *   account.passkey      the key   what, name, link       what: added, removed; name: as the person calls it; link leads to the list
 *   account.erased       person    -                      to the address that was
 *   account.admin        person    link                   looks after the site from now on, `sousede admin add`; link: a first password
 *   account.idle         person    until, link            nobody signed in for long: the account ends that day
 *   org.code             claim     code, town, link       to the official mail of the town; who: name of who asks
 *   org.proof            organisation  code, name, who, link   to an address at the domain of the organisation
 *   org.claimed          claim     town, who, link        to admins of the body and of the site
 *   org.verified         claim     town, link
 *   org.rival            claim     town, who, until*, link  until: YYYY-MM-DD
 *   org.invite           invitation  name, who, roles, link   to the address of who is invited
 *   org.news             any       what, name, link, reason*  what: a code that mail.xsl has words for (claim-failed, roles-changed …)
 *   org.check            claim     town, until, link      the yearly check of a town is due
 *   org.expiring         any       what, until, link      a vouch or level ends
 *   notice.receipt       notice    sha256                 of title, end of line and text; the rest is in the tables
 *   report.received      report    number, link*
 *   report.decided       report    number, what, action, reason, link  codes, the words are in verdict.xsl; link appeals
 *   decision.author      decision  what, action, reason, until*, link   statement of reasons; until: of the appeal, which link leads to
 *   appeal.result        decision  what, action, reason, link
 *   help.news            request   what, title, when, from*, to*, town, for, code, link, who*, phone*, note*   to who asks (help/told.h)
 *   help.helper          request   the same                to a helper, link: her response
 *   help.desk            request   the same                to coordinators
 *   site.news            letter    unsubscribe, item …    the digest (mail/gather.c): after item=KIND the pairs of that news
 *   help.delivery        delivery  what, title, town, link*   to its courier (link: her page), and by SMS to who gets it
 *   help.offer           offer     what, town, until, link   to whose offer it is
 *   site.test            0         -                      the operator's trial
 */
#ifndef SOUSEDE_OUTBOX_H
#define SOUSEDE_OUTBOX_H
#include <stdint.h>

#define OUTBOX_PAIRS(...) (const char *const[]){ __VA_ARGS__ __VA_OPT__(,) 0, 0 }

/* Tells a person in their language, at their confirmed mail, or by SMS when they have only a telephone. Nothing when there is no such person.
 * News that one may stop (the table in outbox.c) keep to how the person wants to be told (person.told): at once, next morning, on Monday (all that is due
 * then as one letter), never; their letters carry the link of outbox_stops (RFC 8058). "what" is the first pair of an org.news. */
#define outbox(r, kind, ref_id, person_id, ...) outbox_((r)->mem, (kind), (ref_id), (person_id), OUTBOX_PAIRS(__VA_ARGS__))
void outbox_(const void *mem, const char *kind, int64_t ref_id, int64_t person_id, const char *const *pairs);

/* Tells whoever reads a normalised address (contact.h); channel "mail" or "sms". */
#define outbox_to(r, kind, ref_id, channel, address, lang, ...) \
	outbox_to_((r)->mem, (kind), (ref_id), (channel), (address), (lang), OUTBOX_PAIRS(__VA_ARGS__))
int64_t outbox_to_(const void *mem, const char *kind, int64_t ref_id, const char *channel, const char *address, const char *lang, const char *const *pairs);

/* The person whose news the last word of {base}/odkaz/zastavit/WORD stops; 0 when we never made it. It needs no session: it can do nothing else. */
int64_t outbox_stops(const void *mem, const char *word);

/* The value of a pair in an opened detail; null when it is not there. */
const char *outbox_value(const void *mem, const char *detail, const char *name);
#endif
