/* The helper's side of a request: /odpoved/WORD. Who holds the link is the helper; what may be pressed in which state is one table (answer.c). */
#ifndef SOUSEDE_HELP_ANSWER_H
#define SOUSEDE_HELP_ANSWER_H
#include "help/help.h"

struct answer {
	struct request q;
	struct response a;
	struct actor by;   /* the helper, HELPER */
};

/* By r->word; lock: before any change. 0, or 404: also two weeks after all is over. */
int answer_load(struct req *r, bool lock, struct answer *s);

/* Adds the request, <answer> and a <press name> for whatever may be pressed now. */
void answer_add(struct req *r, const struct answer *s);

/* To the page again, saying what was done (a code of flash, or null). */
int answer_again(struct req *r, const char *said);

/* 409: the page as it is now, and why it could not be ("level", "limit", "state"). */
int answer_refused(struct req *r, const struct answer *s, const char *why);

extern const struct field answer_fields[];
int respond_page(struct req *r);
int respond_press(struct req *r);
int respond_leave(struct req *r);
#endif
