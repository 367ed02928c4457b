/* Between main.c and the handlers' answers in web.h: the page of a refusal. */
#ifndef SOUSEDE_ANSWER_H
#define SOUSEDE_ANSWER_H
#include "request.h"

/* True when the asking browser has what this tag names (If-None-Match). */
bool answer_known(const struct req *r, const char *etag);

/* Starts the page with its envelope and, when the address names one, the town. */
void answer_page(struct req *r, const char *name);

/* Replaces r->page by the page "error" with the status and, when no handler said more, one <error code>. Shown as HTML whatever the suffix was. */
void answer_refusal(struct req *r, int status);
/* Who may not: led to signing in, or to the second factor, when that would help a GET; else 403. */
int answer_may_not(struct req *r);
#endif
