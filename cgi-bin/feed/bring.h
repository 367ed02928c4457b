/*
 * A feed that was read becomes what hangs on a board: new items are posted, changed ones get a new version and the old one is kept, items missing in three
 * successful readings in a row are taken down, those that come back are posted again. The copy follows the source: a day of take-down the source names is
 * only shown. One transaction; what is equal is not written; the board's revision grows once when a reader could see a change.
 */
#ifndef SOUSEDE_FEED_BRING_H
#define SOUSEDE_FEED_BRING_H
#include <stddef.h>
#include <stdint.h>
#include "feed.h"

enum { BRING_PATIENCE = 3 };   /* readings without an item before it goes */

enum bring_what { BRING_NEW, BRING_CHANGED, BRING_AGAIN, BRING_DOWN };

struct bring_change {
	enum bring_what what;
	int64_t id;
	const char *title;
};

struct brought {
	struct bring_change *changes;
	size_t count;              /* of changes */
	int64_t fresh, changed, again, down;
	int64_t same;              /* nothing to write */
	int64_t missing;           /* not in the feed now, still hanging */
};

/* Brings the feed in for the source; belongs to mem. */
struct brought *bring_feed(const void *mem, int64_t source_id, const struct feed *feed);

/* The source says what it said last time: only what was missing then is missing once more. */
struct brought *bring_nothing_new(const void *mem, int64_t source_id);
#endif
