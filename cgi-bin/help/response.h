/*
 * Between a helper and a request: the table of flows.md E2. Whatever counts slots locks the request first (request_load with lock), so two helpers who take the
 * last place at once are one after the other: one has it, the other hears "covered, thank you".
 */
#ifndef SOUSEDE_HELP_RESPONSE_H
#define SOUSEDE_HELP_RESPONSE_H
#include "help/request.h"

struct response {
	int64_t id, request, person, offer, wave, metres, version, level;   /* level: of the helper */
	const char *state, *why, *reason, *given, *initial, *shown;         /* shown: how others see the helper */
	bool shows_phone;
	double hours;
	time_t asked, until, answered, ended;
};

/* Fills a (texts belong to mem); the row is locked when the request is locked by the caller before. False when there is none. */
bool response_load(const void *mem, int64_t id, struct response *a);

/* The live response of a person to a request, else the last one. False when there is none. */
bool response_of(const void *mem, int64_t request, int64_t person, struct response *a);

/* What came of an attempt. */
enum response_result {
	RESPONSE_DONE,        /* it is as was asked */
	RESPONSE_COVERED,     /* no slot is free, or the request takes nobody any more: the response is superseded */
	RESPONSE_LEVEL,       /* the helper's level is too low */
	RESPONSE_LIMIT,       /* the helper has as many promises as her offer allows */
	RESPONSE_REFUSED,     /* the table has no such row (409) */
};

/* Moves a response. q is its request, locked. accepted takes a slot and may fill the request; left, dropped and no_show give it back and open it again;
 * done comes with the request's end. Everybody concerned is told. */
enum response_result response_move(const void *mem, struct request *q, struct response *a, const char *to, const struct actor *by, const char *reason);

/* A helper offers herself from a list, feed or poster: applied, or accepted at once when the request says so and the level is 2 or more. The id in *id.
 * RESPONSE_REFUSED when the two are blocked or a live response is there already (then *id is that one). */
enum response_result response_apply(const void *mem, struct request *q, int64_t person, int64_t *id);

/* All live responses of a request that ends or is full: superseded, their helpers told; accepted ones too when all (withdrawn, removed). */
void response_supersede(const void *mem, const struct request *q, bool all);

/* All accepted responses of a request that is done. */
void response_done(const void *mem, const struct request *q);

#endif
