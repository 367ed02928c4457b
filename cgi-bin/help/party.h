/*
 * The two of a promise and the pages both have: messages, how it was, never again. The helper comes by /odpoved/WORD/…, who is helped (or asked in her name)
 * by /prosba/WORD/…/ID with the number of the response; the same handlers serve both.
 */
#ifndef SOUSEDE_HELP_PARTY_H
#define SOUSEDE_HELP_PARTY_H
#include "help/help.h"

struct party {
	struct request q;      /* locked when the request is a POST */
	struct response a;
	struct actor by;
	bool requester;
	const char *path;      /* the page they come from: "/odpoved/WORD" */
	const char *tail;      /* what follows the address of their pages: "" or "/ID" */
};

/* By r->word (and r->number); adds <request> and <party>. 0, 404, or 410 two weeks after all is over. */
int party_open(struct req *r, struct party *p);

extern const struct field talk_fields[], after_fields[];
int talk_page(struct req *r);
int talk(struct req *r);
int after_page(struct req *r);
int after(struct req *r);
int block_page(struct req *r);
int block(struct req *r);

/* doing.c: only the accepted helper. */
extern const struct field done_fields[];
/* What the page of an answer says besides: thanks, and that "did not come" is disputed. */
void doing_add(struct req *r, xmlNode *answer, int64_t response);
int doing_contact(struct req *r);
int doing_start(struct req *r);
int doing_done_page(struct req *r);
int doing_done(struct req *r);
int doing_dispute(struct req *r);

/* own.c */
int own_help(struct req *r);
#endif
