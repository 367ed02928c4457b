/* Sources: the feeds of towns, when they are due, who holds them now, and how the last try went. */
#ifndef SOUSEDE_FEED_SOURCE_H
#define SOUSEDE_FEED_SOURCE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "../web/time.h"
#include "feed.h"
#include "fetch.h"

enum { SOURCE_LEASE_SECONDS = 120, SOURCE_BATCH = 16, SOURCE_WAIT_MAX = 86400, SOURCE_RETRY_AFTER_MAX = 7 * 86400 };

struct source {
	int64_t id, town_code, failures;
	const char *kind, *state, *url;
	const char *etag, *last_modified;   /* null none */
	const char *format;                 /* as recognised last; null never */
	time_t good_at;                     /* -1 never */
	unsigned char body_hash[32];        /* zeros: none */
};

/* The source with this id; null when there is none. Belongs to mem. */
struct source *source_load(const void *mem, int64_t id);

/* The id of the town's source at this address, made (paused: only an operator's hand feeds it) when there is none. */
int64_t source_for(int64_t town_code, const char *kind, const char *url);

/* Claims up to SOURCE_BATCH active sources that are due, for this owner (16 hex digits); returns how many, *ids belong to mem. */
size_t source_claim(void *mem, const char *owner, int64_t **ids);

/* Gives back what the owner holds. */
void source_release(const char *owner);

/* The source was read: what it is now, validators and hash of what was read, the next request after conf.fetch_minutes. */
void source_good(const struct source *s, const struct feed *f, const struct fetched *got, const unsigned char hash[32]);

/* The source says that nothing changed, or sent the same bytes: a success too. got may carry new validators. */
void source_same(const struct source *s, const struct fetched *got);

/* The try failed: nothing of the last good copy changes; the wait doubles with each failure in a row, up to a day, and is at least what the server asks for. */
void source_failed(const struct source *s, const char *problem, int64_t retry_after);
#endif
