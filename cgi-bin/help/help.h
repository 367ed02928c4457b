/* The program help: asking, offering, answering. Handlers by file; what changes rows is in the library beside (request.h, response.h …). */
#ifndef SOUSEDE_HELP_HELP_H
#define SOUSEDE_HELP_HELP_H
#include "help/contact.h"
#include "help/link.h"
#include "help/make.h"
#include "help/request.h"
#include "help/response.h"
#include "help/show.h"
#include "help/told.h"
#include "web/web.h"

/* ask.c: the form, and the code that came to the telephone. */
extern const struct field ask_fields[], ask_code_fields[];
int ask_page(struct req *r);
int ask(struct req *r);
int ask_confirm_page(struct req *r);
int ask_confirm(struct req *r);

/* words.c: what the form of a request and its correction share, first in both tables. */
enum { ASK_TITLE, ASK_TEXT, ASK_WHEN, ASK_DAY, ASK_HOURS, ASK_PEOPLE, ASK_URGENT, ASK_PART, ASK_STREET, ASK_SEES, ASK_SHARED };
#define ASK_SHARED_FIELDS                                                                                                                  \
	[ASK_TITLE] = { .name = "nazev", .type = FIELD_TEXT, .low = 3, .high = 80, .required = true },                                         \
	[ASK_TEXT] = { .name = "popis", .type = FIELD_LONG, .high = 1000 },                                                                    \
	[ASK_WHEN] = { .name = "kdy", .type = FIELD_CHOICE, .allowed = ask_whens, .fallback = "brzy", .required = true },                      \
	[ASK_DAY] = { .name = "den", .type = FIELD_DATE },                                                                                     \
	[ASK_HOURS] = { .name = "hodiny", .type = FIELD_TEXT, .high = 20 },                                                                    \
	[ASK_PEOPLE] = { .name = "lidi", .type = FIELD_NUMBER, .low = 1, .high = 50, .fallback = "1" },                                        \
	[ASK_URGENT] = { .name = "pilne", .type = FIELD_TICK },                                                                                \
	[ASK_PART] = { .name = "cast", .type = FIELD_TEXT, .high = 80 },                                                                       \
	[ASK_STREET] = { .name = "adresa", .type = FIELD_TEXT, .high = 150 },                                                                  \
	[ASK_SEES] = { .name = "kdo", .type = FIELD_CHOICE, .allowed = ask_sees, .fallback = "vsichni", .required = true }
extern const char *const ask_whens[], *const ask_sees[];
extern const char *const when_kinds[], *const visibilities[];   /* the same in the tables, by the index of the word */

/* Judges what only a handler can and fills in the times; false when a field is wrong now. */
bool ask_judge(struct req *r, time_t *from, time_t *to);

/* Puts <danger> into the page when the words need 112 first; false once the person said they know. */
bool ask_danger(struct req *r, const char *known);

/* mine.c: the page of who asks. */
struct side {
	struct request q;
	struct actor by;
	const char *path;          /* "/prosba/WORD" */
};
/* From the word of the address: 0, NOT_FOUND, or GONE when it is over for long. POST locks the request. Puts <request> and <mine> into the page. */
int side_open(struct req *r, struct side *s);
/* 409: what is true now is on the page of the request. */
int side_conflict(struct req *r, const struct side *s);
int mine_page(struct req *r);
int mine_confirm(struct req *r);
int mine_same(struct req *r);
int mine_renew(struct req *r);

extern const struct field mine_done_fields[], mine_helper_fields[], mine_withdraw_fields[], mine_edit_fields[];
int mine_done(struct req *r);
int mine_helper_page(struct req *r);
int mine_helper(struct req *r);
int mine_withdraw_page(struct req *r);
int mine_withdraw(struct req *r);
int mine_edit_page(struct req *r);
int mine_edit(struct req *r);

/* Who proved to be reached: open or read first, unless the same was asked lately; then who asks decides. Leads to the page of the request. */
int ask_proved(struct req *r, struct request *q, const struct actor *by);

/* list.c: what is asked and offered around a town */
extern const struct field requests_query[], offers_query[], entry_query[];
int list_requests(struct req *r);
int list_offers(struct req *r);
int list_entry(struct req *r);

/* poster.c: paper */
extern const struct field sheet_query[], poster_query[];
int sheet_page(struct req *r);
int poster_form(struct req *r);
int poster_page(struct req *r);
#endif
