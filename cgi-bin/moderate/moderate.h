/* The program moderate: what its files share. Handlers stand in the order of its routes. */
#ifndef SOUSEDE_MODERATE_H
#define SOUSEDE_MODERATE_H
#include "../web/web.h"

enum { HOUR = 3600, DAY = 24 * HOUR, LOCK = HOUR, APPEAL_DAYS = 14, APPEAL_TARGET_DAYS = 7 };

/* report.c: anybody reports, and sees what came of it. */
extern const struct field report_fields[];
int report_page(struct req *r);
int report_take(struct req *r);
int report_state(struct req *r);

/* desk.c: what waits, and one report in hand. */
extern const struct field queue_query[], priority_fields[];
int desk_queue(struct req *r);
int desk_report(struct req *r);
int desk_hold(struct req *r);
int desk_release(struct req *r);
int desk_priority(struct req *r);
int desk_messages(struct req *r);

/* decide.c: a decision and the statement of its reasons. */
extern const struct field decide_fields[];
int decide_take(struct req *r);

/* appeal.c: once, by link; somebody else decides. */
extern const struct field appeal_fields[], review_fields[];
int appeal_page(struct req *r);
int appeal_take(struct req *r);
int review_page(struct req *r);
int review_take(struct req *r);

/* person.c: standing of a person. */
extern const struct field standing_fields[];
int person_page(struct req *r);
int person_take(struct req *r);

/* public.c: decisions for everybody, terms, contact point. */
extern const struct field decisions_query[];
int decisions_page(struct req *r);
int decision_page(struct req *r);
int terms_page(struct req *r);
int contact_page(struct req *r);

/* target.c: what is reported and decided about. */
struct target {
	const char *kind;            /* notice, organisation, person, request, response, page */
	int64_t id, town;            /* id 0 for a page */
	const char *title, *path, *state, *board;
	int64_t author, organisation;
	bool party;                  /* of a response: found by the link of one of the two */
};

/* From an address typed or linked to what stands there; null, or the code of what is wrong with it. */
const char *target_find(struct req *r, const char *typed, struct target *t);
/* The same from a row; false when it is gone. place is its address when it is a page. */
bool target_load(struct req *r, const char *kind, int64_t id, const char *place, struct target *t);
/* The viewer's own: who wrote it, whose organisation it is. */
bool target_own(const struct req *r, const struct target *t);
/* Adds <target kind path state>title, text</target> to the page. */
void target_add(struct req *r, const struct target *t);
/* Calls each with those who answer for it: its author, else admins of its organisation. */
void target_people(struct req *r, const struct target *t, void (*each)(struct req *r, int64_t person, void *given), void *given);

/* One report, loaded for the desk: in the scope of the page (a town's clerks see its community board only); locked when the request is a POST. */
struct report {
	int64_t id, target_id, moderator, reporter, priority, version;
	const char *state, *target, *place, *reason;
	time_t locked_until;
	struct target t;
};
bool report_load(struct req *r, struct report *report);
/* Who may not: own content, own organisation, own report. */
bool report_own(struct req *r, const struct report *report);
/* The address of the desk the viewer is at, below the root: /sprava/hlaseni or /SLUG/hlaseni. */
const char *desk_path(struct req *r);
/* The page of a report, for what the form on it answers. */
int desk_report_again(struct req *r, const struct report *report);

/* told.c: letters. A decision as letters tell of it. */
struct decision {
	int64_t id, report;
	const char *action, *reason, *ground, *facts;
	time_t appeal_until;
};
const char *link_to(struct req *r, const char *path, ...) __attribute__((format(printf, 2, 3)));
void tell_authors(struct req *r, const char *kind, const struct target *t, const struct decision *d);
void tell_reporters(struct req *r, const char *kind, const struct target *t, const struct decision *d);
void tell_town(struct req *r, const struct target *t, const struct decision *d);
void tell_admins(struct req *r, const char *what, int64_t report, const char *name);
const char *opened(struct req *r, const char *purpose, const struct db_bytes *sealed);

/* What decisions set: the state of the target for an action, null when the action is not for this kind of target. */
const char *state_for(const char *target, const char *action);
/* Writes the decision and does it; d->id is set. until -1 for good. */
void decision_make(struct req *r, struct decision *d, const struct target *t, const char *summary, time_t until, bool automated, int64_t reviews);

/* Adds <reason code priority> of the table. True when there is one with this code. */
bool reasons_add(struct req *r, const char *code);
/* Marks a field of a form when nothing else is wrong with it. */
void wrong(struct req *r, const struct field *fields, size_t field, const char *code);
bool any_wrong(const struct req *r, const struct field *fields);
#endif
