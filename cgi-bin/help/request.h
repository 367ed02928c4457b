/*
 * A request for help and its states: the table of flows.md E1. Pages, jobs and the coordinator's desk all change a request through request_move, in the
 * caller's transaction: it checks state and right, writes the row, the log of acts and the letters. Whatever is not in the table is refused, nothing is written.
 */
#ifndef SOUSEDE_HELP_REQUEST_H
#define SOUSEDE_HELP_REQUEST_H
#include <stdbool.h>
#include <stdint.h>
#include "web/time.h"

/* In which capacity somebody acts on a request; bits. */
enum part {
	REQUESTER = 1,     /* who needs help, by account or by personal link */
	PROXY = 2,         /* who asked in her name */
	HELPER = 4,        /* with an accepted response */
	HANDLER = 8,       /* coordinator, clerk or admin of the handling town, or of the handling organisation */
	OVERSEER = 16,     /* moderator of the site */
	SYSTEM = 32,       /* jobs, or a consequence of what somebody else did */
};

/* Who does it. person 0: jobs, or somebody without an account. */
struct actor {
	int64_t person;
	unsigned parts;
};

struct request {
	int64_t id, town, organisation, coordinator, reserved_by, slots_needed, slots_filled, min_level, wave, renew_count, version, series;
	const char *code, *state, *outcome, *town_slug, *town_name, *part, *category, *title, *text, *text160, *given, *initial, *for_whom, *when_kind, *visibility;
	const char *involves, *languages, *moderation, *hidden_from, *entered;
	bool urgent, auto_accept, review, dispatched, crisis;   /* the last three: of the town (town_help) */
	double lat, lon;
	time_t from, to, reserved_until, wave_due, expires, opened, done, closed, created, changed;   /* -1 none */
};

/* The words of /…?s-cim= that a request may have, "" for no state that is there. */
extern const char *const request_states[];

/* Fills q (texts belong to mem) by id or, with id 0, by code. lock: FOR UPDATE, before any change. False when there is none. */
bool request_load(const void *mem, int64_t id, const char *code, bool lock, struct request *q);

/* How a request ends, or why it goes back: all may be null. */
struct move {
	const char *outcome;       /* of closed */
	const char *reason;        /* code for the log: duplicate, withdrawn, no_capacity, solved_elsewhere … */
	const char *note;          /* closed_note, shown to the sides and to coordinators */
	bool told;                 /* everybody has heard of it by another letter */
	time_t until;              /* of reserved: when it releases itself; 0 by the rule: 30 minutes, urgent 10 */
};

/* Moves a locked request to another state when the table has such a row for these parts. Writes the row (version + 1, times, what follows: waves, expiry,
 * invited and accepted helpers of a request that ends), event_log, and the letters of the row. q is the new state afterwards. False (nothing written): 409. */
bool request_move(const void *mem, struct request *q, const char *to, const struct actor *by, const struct move *how);

/* True when the table has a row from q's state to another for these parts: what buttons a page shows. */
bool request_can(const struct request *q, const char *to, unsigned parts);

/* After confirmation: review or open, as the town, the visibility and crisis mode say (E1 rows 2 and 3). False when it is confirmed already. */
bool request_confirm(const void *mem, struct request *q, const struct actor *by);

/* One more life: expires later, at most three times. False when it may not. */
bool request_renew(const void *mem, struct request *q, const struct actor *by);

/* When a request of this kind expires: asap 7 days from now, else its end and a day. */
time_t request_expiry(const struct request *q);

/* The parts of a signed-in person in a request, by account, responses and roles for its town or organisation. roles: enum role of the viewer for q->town. */
unsigned request_parts(const struct request *q, int64_t person, unsigned roles);

/* True when this viewer (0: anybody) may read it: by its visibility and state, or because it concerns them. */
bool request_seen(const struct request *q, int64_t person, unsigned roles);

/* True while somebody more may promise: open or reserved, with a place that is free. */
bool request_takes(const struct request *q);

/* True when personal links of a request have ended: fourteen days after its close (E0). */
bool request_past(const struct request *q);

/* A code of six letters and digits without look-alikes, not taken. */
const char *request_code(const void *mem);
#endif
