/*
 * A standing offer and its states (flows.md E2): unconfirmed (until its helper has the first level) → active ⇄ paused → expired | withdrawn; removed by
 * moderators. Pages and jobs change it only through offer_move, in the caller's transaction.
 */
#ifndef SOUSEDE_HELP_OFFER_H
#define SOUSEDE_HELP_OFFER_H
#include "help/request.h"

struct offer {
	int64_t id, person, organisation, town, version;
	const char *state, *town_slug, *town_name, *valid_until, *paused_until;   /* days, null when there is none */
};

/* Fills o (texts belong to mem). lock: FOR UPDATE, before any change. False when there is none. */
bool offer_load(const void *mem, int64_t id, bool lock, struct offer *o);

/* Moves a locked offer: parts are HELPER (whose it is), OVERSEER or SYSTEM. until: the day a pause ends or to which it is valid again; null: ninety days from
 * now for active, no end for paused. False (nothing written): 409. */
bool offer_move(const void *mem, struct offer *o, const char *to, const struct actor *by, const char *until);

/* True when the table has such a row. */
bool offer_can(const struct offer *o, const char *to, unsigned parts);

/* "Still true": valid ninety days more. The offer is locked and active or paused. */
void offer_still(const void *mem, struct offer *o, const struct actor *by);

/* Its words changed: another version, in the log. */
void offer_changed(struct offer *o, const struct actor *by);

/* The day an offer made now is valid to. */
const char *offer_term(const void *mem);
#endif
