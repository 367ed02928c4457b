/* Identity of an item: iri, else address, else reference, title and day (standards.md 1.5). */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "../web/seal.h"
#include "feed.h"
#include "identity.h"

static const char *day_of(const void *mem, const struct feed_item *item)
{
	return item->posted == -1 || item->posted_soft ? "" : time_day(mem, item->posted);
}

static void make_key(const void *mem, struct feed_item *item)
{
	if (item->iri)
		seal_hash_many(item->key, (const char *[]){ "iri", item->iri }, 2);
	else if (item->link)
		seal_hash_many(item->key, (const char *[]){ "url", item->link }, 2);
	else
		seal_hash_many(item->key, (const char *[]){ "words", item->reference, item->title, day_of(mem, item) }, 4);
}

static const char *number(const void *mem, int64_t value)
{
	return talloc_asprintf(mem, "%" PRId64, value);
}

static void make_hash(const void *mem, struct feed_item *item)
{
	enum { FIXED = 17, EACH = 4 };
	const char **texts = talloc_array(mem, const char *, (unsigned)(FIXED + item->attachment_count * EACH));
	size_t n = 0;

	texts[n++] = item->title;
	texts[n++] = item->summary;
	texts[n++] = item->body;
	texts[n++] = item->category;
	texts[n++] = item->originator;
	texts[n++] = item->reference;
	texts[n++] = item->file_mark;
	texts[n++] = item->place;
	texts[n++] = item->link;
	texts[n++] = number(mem, item->posted_soft ? -1 : item->posted);
	texts[n++] = item->posted_day_only && !item->posted_soft ? "day" : "time";
	texts[n++] = item->issued_on;
	texts[n++] = item->takedown_on;
	texts[n++] = number(mem, item->event_from);
	texts[n++] = number(mem, item->event_to);
	texts[n++] = item->event_all_day ? "days" : "hours";
	texts[n++] = item->placed ? talloc_asprintf(mem, "%.6f %.6f", item->lat, item->lon) : NULL;
	for (size_t i = 0; i < item->attachment_count; i++) {
		texts[n++] = item->attachments[i].title;
		texts[n++] = item->attachments[i].url;
		texts[n++] = item->attachments[i].media_type;
		texts[n++] = number(mem, item->attachments[i].bytes);
	}
	seal_hash_many(item->hash, texts, n);
}

/* By key, the newest first, then by content, so that the order in the document decides nothing. */
static int by_key(const void *left, const void *right)
{
	const struct feed_item *a = *(struct feed_item *const *)left, *b = *(struct feed_item *const *)right;
	int order = memcmp(a->key, b->key, sizeof(a->key));

	if (!order)
		order = (a->posted < b->posted) - (a->posted > b->posted);
	return order ? order : memcmp(a->hash, b->hash, sizeof(a->hash));
}

static struct feed_item **sorted(const void *mem, struct feed *f)
{
	struct feed_item **order = talloc_array(mem, struct feed_item *, (unsigned)f->count + 1);

	for (size_t i = 0; i < f->count; i++)
		order[i] = &f->items[i];
	qsort(order, f->count, sizeof(*order), by_key);
	return order;
}

static bool same_key(const struct feed_item *a, const struct feed_item *b)
{
	return !memcmp(a->key, b->key, sizeof(a->key));
}

static void rename_repeated(const void *mem, struct feed *f)
{
	struct feed_item **order = sorted(mem, f);
	size_t first = 0;

	for (size_t i = 1; i < f->count; i++) {
		struct feed_item *item = order[i];

		if (!same_key(order[first], item))
			first = i;
		else if (memcmp(order[i - 1]->hash, item->hash, sizeof(item->hash)))
			seal_hash_many(item->key, (const char *[]){ "again", item->iri ? item->iri : item->link, item->title, day_of(mem, item) }, 4);
	}
}

/* What still shares a key is the same item told twice. */
static void drop_repeated(const void *mem, struct feed *f)
{
	struct feed_item **order = sorted(mem, f);
	bool *drop = talloc_zero_array(mem, bool, (unsigned)f->count + 1);
	size_t kept = 0;

	for (size_t i = 1; i < f->count; i++)
		drop[order[i] - f->items] = same_key(order[i - 1], order[i]);
	for (size_t i = 0; i < f->count; i++) {
		if (drop[i])
			feed_refuse(f, f->items[i].line, f->items[i].title, "the same item twice");
		else
			f->items[kept++] = f->items[i];
	}
	f->count = kept;
}

void identity_settle(struct feed *f)
{
	void *mem = talloc_new(NULL);

	for (size_t i = 0; i < f->count; i++) {
		make_key(mem, &f->items[i]);
		make_hash(mem, &f->items[i]);
	}
	rename_repeated(mem, f);
	drop_repeated(mem, f);
	talloc_free(mem);
}
