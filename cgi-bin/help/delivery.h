/*
 * A delivery and its states (product.md A3): new → assigned → picking → delivering → delivered, back to new, archived. Nobody else changes them. A new one is
 * assigned only by the dispatcher who reserved it. Of a request the courier is its accepted helper: request and delivery go on together, and who
 * asks is told by the letters of help/told.h; who gets something without a request is told by SMS. What it
 * took from a depot comes back when it is put away before anybody carried it (depot.h).
 */
#ifndef SOUSEDE_HELP_DELIVERY_H
#define SOUSEDE_HELP_DELIVERY_H
#include <stdbool.h>
#include <stdint.h>
#include "web/time.h"

enum { DELIVERY_RESERVED = 30 * 60 };

/* In which capacity somebody acts; bits. */
enum delivery_part { DISPATCHING = 1, CARRYING = 2 };

struct delivery {
	int64_t id, town, request, courier, reserved_by, version;
	const char *state, *items, *town_name, *town_slug, *lang;
	time_t reserved_until;
};

/* Words of states, as the table has them. */
extern const char *const delivery_states[];

/* Fills d (texts belong to mem); lock: before any change. A request is locked after its delivery. False when there is none. */
bool delivery_load(const void *mem, int64_t id, bool lock, struct delivery *d);

/* For half an hour only this dispatcher assigns it. False when another one has it, or it is not new. */
bool delivery_reserve(struct delivery *d, int64_t person);

/* Given back by who has it; person 0: its time is over. False when it is somebody else's. */
bool delivery_release(struct delivery *d, int64_t person);

enum delivery_result { DELIVERY_DONE, DELIVERY_STATE, DELIVERY_LEVEL };

/* To a courier, by who reserved it. DELIVERY_LEVEL: the request wants a helper who is known better. */
enum delivery_result delivery_assign(const void *mem, struct delivery *d, int64_t courier, int64_t person);

/* True when the table has the row. */
bool delivery_can(const struct delivery *d, const char *to, unsigned parts);

/* Any other move. False: it has changed meanwhile (409). */
bool delivery_move(const void *mem, struct delivery *d, const char *to, int64_t person, unsigned parts);

/* The account of a courier ends: what she had is to be assigned again. */
void delivery_leave(int64_t person);

/* Jobs: addresses of what ended before, and all of it. Each returns how many rows. */
int64_t delivery_forget_contacts(time_t before);
int64_t delivery_forget(time_t before);
#endif
