/* Comparing what a source lists with what hangs of it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/panic.h"
#include "../web/time.h"
#include "board.h"
#include "bring.h"
#include "copy.h"

/* A notice the source brought before. */
struct known {
	int64_t id, missing;
	const char *state, *title;
	unsigned char key[32], hash[32];
	bool seen;
};

static const struct column known_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct known, id) },
	{ "missing", COLUMN_INT, offsetof(struct known, missing) },
	{ "state", COLUMN_TEXT, offsetof(struct known, state) },
	{ "title", COLUMN_TEXT, offsetof(struct known, title) },
	{ "source_key", COLUMN_BYTES32, offsetof(struct known, key) },
	{ "source_hash", COLUMN_BYTES32, offsetof(struct known, hash) },
	{ NULL, COLUMN_INT, 0 },
};

struct board {
	int64_t town_code;
	const char *kind;
};

static const struct column board_columns[] = {
	{ "town_code", COLUMN_INT, offsetof(struct board, town_code) },
	{ "kind", COLUMN_TEXT, offsetof(struct board, kind) },
	{ NULL, COLUMN_INT, 0 },
};

struct bringing {
	const void *mem;
	int64_t source_id;
	const struct feed *feed;   /* null: nothing new */
	void *pass;                /* memory of one try of the transaction */
	struct board board;
	struct known *known;
	size_t known_count;
	struct brought *result;
};

void board_touch(int64_t town_code, const char *kind)
{
	db_exec("INSERT INTO board (town_code, kind, revision, changed_at) VALUES (?, ?, 1, ?)"
	        " ON DUPLICATE KEY UPDATE revision = revision + 1, changed_at = GREATEST(changed_at, VALUES(changed_at))",
	        I(town_code), S(kind), T(time_now()));
}

static void note(struct bringing *b, enum bring_what what, int64_t id, const char *title)
{
	struct brought *r = b->result;
	int64_t *counts[] = { [BRING_NEW] = &r->fresh, [BRING_CHANGED] = &r->changed, [BRING_AGAIN] = &r->again, [BRING_DOWN] = &r->down };

	r->changes = must(talloc_realloc(r, r->changes, struct bring_change, (unsigned)r->count + 1));
	r->changes[r->count++] = (struct bring_change){ what, id, talloc_strdup(r, title) };
	++*counts[what];
}

/* ---- comparing ---- */

static int by_key(const void *a, const void *b)
{
	return memcmp(((const struct known *)a)->key, ((const struct known *)b)->key, 32);
}

static struct known *find(struct bringing *b, const unsigned char *key)
{
	struct known wanted = { 0 };

	memcpy(wanted.key, key, 32);
	return b->known_count ? bsearch(&wanted, b->known, b->known_count, sizeof(wanted), by_key) : NULL;
}

static bool hangs(const struct known *k)
{
	return !strcmp(k->state, "posted") || !strcmp(k->state, "extended") || !strcmp(k->state, "scheduled");
}

static bool went(const struct known *k)
{
	return !strcmp(k->state, "taken_down") || !strcmp(k->state, "archived");
}

/* One item of the feed: new, changed, back again, or as it was. What people called off or erased stays so. */
static void meet(struct bringing *b, const struct feed_item *item)
{
	struct known *k = find(b, item->key);
	bool equal = k && !memcmp(k->hash, item->hash, 32);

	if (!k) {
		note(b, BRING_NEW, copy_insert(b->pass, b->board.town_code, b->board.kind, b->source_id, item), item->title);
		return;
	}
	k->seen = true;
	if (!hangs(k) && !went(k)) {
		b->result->same++;
		return;
	}
	if (!equal)
		copy_change(b->pass, b->board.town_code, k->id, item);
	if (went(k))
		copy_post_again(k->id);
	else if (k->missing)
		db_exec("UPDATE notice SET missing = 0 WHERE id = ?", I(k->id));
	if (went(k) || !equal)
		note(b, went(k) ? BRING_AGAIN : BRING_CHANGED, k->id, item->title);
	else
		b->result->same++;
}

static void miss(struct bringing *b, const struct known *k)
{
	if (k->missing + 1 >= BRING_PATIENCE) {
		copy_take_down(k->id, time_now());
		note(b, BRING_DOWN, k->id, k->title);
	} else {
		db_exec("UPDATE notice SET missing = missing + 1 WHERE id = ?", I(k->id));
		b->result->missing++;
	}
}

/* ---- the transaction ---- */

static void load(struct bringing *b)
{
	if (!db_one(b->pass, &b->board, board_columns, "SELECT town_code, kind FROM source WHERE id = ?", I(b->source_id)))
		panic("no source %" PRId64, b->source_id);
	b->known_count = db_all(b->pass, &b->known, sizeof(*b->known), known_columns,
	                        "SELECT id, missing, state, title, source_key, source_hash FROM notice WHERE source_id = ?", I(b->source_id));
	if (b->known_count)
		qsort(b->known, b->known_count, sizeof(*b->known), by_key);
}

/* The board must be there before its first notice; a new one that is listed first makes it. */
static void make_board(struct bringing *b)
{
	if (b->feed && b->feed->count)
		db_exec("INSERT INTO board (town_code, kind, revision, changed_at) SELECT ?, ?, 0, ? FROM DUAL"
		        " WHERE NOT EXISTS (SELECT 1 FROM board WHERE town_code = ? AND kind = ?)",
		        I(b->board.town_code), S(b->board.kind), T(time_now()), I(b->board.town_code), S(b->board.kind));
}

static void work(void *given)
{
	struct bringing *b = given;

	talloc_free(b->pass);
	talloc_free(b->result);
	b->pass = must(talloc_new(b->mem));
	b->result = must(talloc_zero(b->mem, struct brought));
	load(b);
	make_board(b);
	for (size_t i = 0; b->feed && i < b->feed->count; i++)
		meet(b, &b->feed->items[i]);
	for (size_t i = 0; i < b->known_count; i++)
		if (!b->known[i].seen && hangs(&b->known[i]) && (b->feed || b->known[i].missing))
			miss(b, &b->known[i]);
	if (!b->feed)
		b->result->same = (int64_t)b->known_count - b->result->down - b->result->missing;
	if (b->result->count)
		board_touch(b->board.town_code, b->board.kind);
}

struct brought *bring_feed(const void *mem, int64_t source_id, const struct feed *feed)
{
	struct bringing b = { .mem = mem, .source_id = source_id, .feed = feed };

	db_transaction(work, &b);
	talloc_free(b.pass);
	return b.result;
}

struct brought *bring_nothing_new(const void *mem, int64_t source_id)
{
	return bring_feed(mem, source_id, NULL);
}
