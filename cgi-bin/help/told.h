/*
 * Who is told what of a request: kinds help.* of outbox.h, words in mail-help.xsl. Each change is told once: outbox refuses the same news of a day.
 * Every letter carries what, when, where and who in its text, and the personal link of whom it goes to.
 */
#ifndef SOUSEDE_HELP_TOLD_H
#define SOUSEDE_HELP_TOLD_H
#include "help/request.h"
#include "help/response.h"
struct offer;

/* Who is meant; bits. */
enum told { TOLD_SIDES = 1 /* requester and proxy */, TOLD_HELPERS = 2 /* accepted */, TOLD_INVITED = 4, TOLD_COORDINATORS = 8 /* hers, else all of the handler */ };

/* what: a code that mail-help.xsl has words for ("published", "covered", "withdrawn" …). who: how the other side is shown; may be null. */
void told(const void *mem, const struct request *q, unsigned whom, const char *what, const char *who, const char *note);

/* One helper, with the link of her response; ask: the letter has YES and NO. */
void told_helper(const void *mem, const struct request *q, const struct response *a, const char *what, const char *note);

/* The sides of a request about one helper: who, level, phone when she shows it, and the link where they accept or refuse. */
void told_of_helper(const void *mem, const struct request *q, const struct response *a, const char *what);

/* A message to the other side, with its text and an address that answers it (link_reply_word); the number makes two equal ones two. */
void told_message(const void *mem, const struct request *q, const struct response *a, bool from_requester, int64_t number, const char *text);

/* Whose offer it is, with its link. */
void told_offer(const void *mem, const struct offer *o, const char *what);

/* Who asks is to confirm it: the proxy when there is one. By mail with the link of the request; by SMS with the code (pin, null without a telephone). */
void told_confirm(const void *mem, const struct request *q, const char *pin);

#endif
