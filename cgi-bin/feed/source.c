/* The table of sources. */
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/text.h"
#include "source.h"

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct source, id) },
	{ "town_code", COLUMN_INT, offsetof(struct source, town_code) },
	{ "failures", COLUMN_INT, offsetof(struct source, failures) },
	{ "kind", COLUMN_TEXT, offsetof(struct source, kind) },
	{ "state", COLUMN_TEXT, offsetof(struct source, state) },
	{ "url", COLUMN_TEXT, offsetof(struct source, url) },
	{ "etag", COLUMN_TEXT, offsetof(struct source, etag) },
	{ "last_modified", COLUMN_TEXT, offsetof(struct source, last_modified) },
	{ "format", COLUMN_TEXT, offsetof(struct source, format) },
	{ "good_at", COLUMN_TIME, offsetof(struct source, good_at) },
	{ "body_hash", COLUMN_BYTES32, offsetof(struct source, body_hash) },
	{ NULL, COLUMN_INT, 0 },
};

struct source *source_load(const void *mem, int64_t id)
{
	struct source *s = talloc_zero(mem, struct source);

	if (db_one(s, s, columns,
	           "SELECT id, town_code, failures, kind, state, url, etag, last_modified, format, good_at, body_hash FROM source WHERE id = ?", I(id)))
		return s;
	talloc_free(s);
	return NULL;
}

int64_t source_for(int64_t town_code, const char *kind, const char *url)
{
	int64_t id = db_number(0, "SELECT id FROM source WHERE town_code = ? AND kind = ? AND url_hash = UNHEX(SHA2(?, 256))", I(town_code), S(kind), S(url));

	if (id)
		return id;
	return db_exec("INSERT INTO source (town_code, kind, url, state, due_at) VALUES (?, ?, ?, 'paused', ?)", I(town_code), S(kind), S(url), T(time_now()));
}

struct claimed {
	int64_t id;
};

static const struct column claimed_columns[] = { { "id", COLUMN_INT, offsetof(struct claimed, id) }, { NULL, COLUMN_INT, 0 } };

size_t source_claim(void *mem, const char *owner, int64_t **ids)
{
	time_t now = time_now();
	struct claimed *rows;
	size_t count;

	db_exec("UPDATE source SET owner = ?, leased_until = ? WHERE state = 'active' AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)"
	        " ORDER BY due_at LIMIT 16",
	        S(owner), T(now + SOURCE_LEASE_SECONDS), T(now), T(now));
	count = db_all(mem, &rows, sizeof(*rows), claimed_columns, "SELECT id FROM source WHERE owner = ? AND leased_until > ? ORDER BY due_at", S(owner), T(now));
	*ids = talloc_array(mem, int64_t, (unsigned)count + 1);
	for (size_t i = 0; i < count; i++)
		(*ids)[i] = rows[i].id;
	return count;
}

void source_release(const char *owner)
{
	db_exec("UPDATE source SET owner = NULL, leased_until = NULL WHERE owner = ?", S(owner));
}

/* Not all sources at the same second: each has its own offset within five minutes. */
static time_t next_time(const struct source *s, int64_t seconds)
{
	return time_now() + seconds + (seconds >= 3600 ? s->id * 37 % 300 : 0);
}

void source_good(const struct source *s, const struct feed *f, const struct fetched *got, const unsigned char hash[32])
{
	db_exec("UPDATE source SET title = ?, page = ?, format = ?, items = ?, etag = ?, last_modified = ?, body_hash = ?, tried_at = ?, good_at = ?,"
	        " due_at = ?, failures = 0, problem = NULL, owner = NULL, leased_until = NULL WHERE id = ?",
	        S(f->title), S(f->page), S(feed_format_word(f->format)), I((int64_t)f->count), S(got->etag), S(got->last_modified), B(hash, 32), T(time_now()),
	        T(time_now()), T(next_time(s, conf.fetch_minutes * 60)), I(s->id));
}

void source_same(const struct source *s, const struct fetched *got)
{
	db_exec("UPDATE source SET etag = COALESCE(?, etag), last_modified = COALESCE(?, last_modified), tried_at = ?, good_at = ?, due_at = ?, failures = 0,"
	        " problem = NULL, owner = NULL, leased_until = NULL WHERE id = ?",
	        S(got->etag), S(got->last_modified), T(time_now()), T(time_now()), T(next_time(s, conf.fetch_minutes * 60)), I(s->id));
}

void source_failed(const struct source *s, const char *problem, int64_t retry_after)
{
	int64_t wait = conf.fetch_minutes * 60;
	void *mem = talloc_new(NULL);

	for (int64_t i = 0; i <= s->failures && wait < SOURCE_WAIT_MAX; i++)
		wait *= 2;
	wait = wait < SOURCE_WAIT_MAX ? wait : SOURCE_WAIT_MAX;
	retry_after = retry_after < SOURCE_RETRY_AFTER_MAX ? retry_after : SOURCE_RETRY_AFTER_MAX;
	db_exec("UPDATE source SET tried_at = ?, due_at = ?, failures = failures + 1, problem = ?, owner = NULL, leased_until = NULL WHERE id = ?", T(time_now()),
	        T(next_time(s, wait > retry_after ? wait : retry_after)), S(text_excerpt(mem, problem, 290)), I(s->id));
	talloc_free(mem);
}
