/*
 * How a request comes to be: from a form, from the telephone, from a poster, or as the next one of a weekly series. All of them begin as drafts with a contact;
 * request_move and request_confirm (request.h) take them further.
 */
#ifndef SOUSEDE_HELP_MAKE_H
#define SOUSEDE_HELP_MAKE_H
#include "help/request.h"

/* The codes of help_category, as forms take them. Which of them a town offers now says show_categories. */
extern const char *const request_categories[];

/* Which of them may be asked for and offered in a town now, as bits in their order: those of crises only in a crisis. */
int64_t request_offered(const void *mem, int64_t town);

struct request_new {
	int64_t town, entered_by, slots;          /* entered_by: 0, or who wrote it down on the telephone */
	const char *category, *title, *text, *part, *given, *initial, *for_whom, *place, *when_kind, *visibility, *involves, *languages, *consent, *entered;
	time_t from, to;
	bool urgent, auto_accept;
};

/* Writes a draft; place is sealed here, what it involves and its category decide the level of its helpers. Returns its id; its contacts are the caller's. */
int64_t request_make(const void *mem, const struct request_new *n);

/* "Marie Hájková" is shown as "Marie" and "H.". */
const char *name_given(const void *mem, const char *name);
const char *name_initial(const void *mem, const char *name);

/* The part of a public text that would give somebody away: "phone", "mail", "street" (also when it repeats the sealed address); null when nothing does. */
const char *text_exposes(const void *mem, const char *text, const char *street);

/* "8.30–11.00", "8-11", "17:00": minutes from midnight; *to is -1 when only one time stands there. False when it is none of these. */
bool hours_read(const char *text, int *from, int *to);

/* A request not over, made in the last 7 days by the same contact in the same category (for somebody else: with the same first name); 0 none. */
int64_t request_same(int64_t request);

/* The next request of each weekly series whose last one is over, open like it; returns how many were made. Jobs call it; a transaction each. */
int request_weekly(const void *mem);
#endif
