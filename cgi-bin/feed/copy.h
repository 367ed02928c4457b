/* The rows of an imported notice: notice, its attachments, category and former versions. Within a transaction. */
#ifndef SOUSEDE_FEED_COPY_H
#define SOUSEDE_FEED_COPY_H
#include <stdint.h>
#include "feed.h"

/* A new notice of the source, posted, or scheduled when its time is still to come; returns its id. */
int64_t copy_insert(const void *mem, int64_t town_code, const char *kind, int64_t source_id, const struct feed_item *item);

/* What it said becomes a former version, the item a new one. */
void copy_change(const void *mem, int64_t town_code, int64_t id, const struct feed_item *item);

/* Posted again after it was taken down. */
void copy_post_again(int64_t id);

void copy_take_down(int64_t id, time_t when);

/* True when the notice names people as far as a machine can tell: the source says so, or it is of a kind that does (auctions, executions, deliveries). */
bool copy_names_people(const void *mem, const struct feed_item *item);
#endif
