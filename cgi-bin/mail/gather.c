/*
 * Digests: the news of a person who wants them daily or weekly, due together, become one row of the outbox, and theirs are done with, in one transaction.
 * From then on it is a letter like any other, so all that deliver.h promises holds for it. A single one leaves as it is.
 */
#include <inttypes.h>
#include <string.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/log.h"
#include "../web/outbox.h"
#include "../web/panic.h"
#include "../web/seal.h"
#include "../web/time.h"
#include "deliver.h"

/* Room of the column, sealed; what does not fit is the next digest. */
enum { DETAIL_BYTES = 8000, ITEMS_MOST = 40, PEOPLE_MOST = 1000 };

struct item {
	int64_t id;
	const char *kind;
	struct db_bytes detail;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct item, id) },
	{ "kind", COLUMN_TEXT, offsetof(struct item, kind) },
	{ "detail", COLUMN_BYTES, offsetof(struct item, detail) },
	{ NULL, COLUMN_INT, 0 },
};

struct person {
	int64_t id;
	void *mem;
};
static const struct column person_columns[] = { { "id", COLUMN_INT, offsetof(struct person, id) }, { NULL, COLUMN_INT, 0 } };

/* "item=KIND" begins each; where all of them are stopped is said once. */
static char *add(char *text, const struct item *item)
{
	const char *detail = item->detail.bytes ? seal_open_text(text, "outbox", item->detail.bytes, item->detail.length) : NULL;
	const char *stop = detail ? strstr(detail, "unsubscribe=") : NULL;

	if (!detail)
		return NULL;
	if (!*text && stop)
		text = talloc_asprintf_append(text, "%s", stop);
	return must(talloc_asprintf_append(text, "item=%s\n%.*s", item->kind, (int)(stop ? (size_t)(stop - detail) : strlen(detail)), detail));
}

static void insert(const struct person *p, int64_t first, const char *text)
{
	struct seal_text closed = seal_close(p->mem, "outbox", text);
	unsigned char what[SEAL_BYTES];

	seal_index(what, "outbox", text);
	db_exec("INSERT INTO outbox (kind, ref_id, person_id, channel, what_hash, lang, detail, created_at, due_at)"
	        " SELECT 'site.news', ?, id, 'mail', ?, lang, ?, ?, ? FROM person WHERE id = ?",
	        I(first), B(what, sizeof(what)), B(closed.bytes, closed.length), T(time_now()), T(time_now()), I(p->id));
}

static void gather(void *given)
{
	const struct person *p = given;
	struct item *items;
	char *text = must(talloc_strdup(p->mem, "")), *longer;
	size_t count = db_all(p->mem, &items, sizeof(*items), columns,
	                      "SELECT id, kind, detail FROM outbox WHERE person_id = ? AND state = 'waiting' AND gather AND channel = 'mail' AND due_at <= ?"
	                      " AND (leased_until IS NULL OR leased_until <= ?) ORDER BY id LIMIT ? FOR UPDATE",
	                      I(p->id), T(time_now()), T(time_now()), I(ITEMS_MOST));
	size_t done = 0;

	while (done < count && strlen(text) < DETAIL_BYTES && (longer = add(text, &items[done])))
		text = longer, done++;
	if (done < 2)
		return;
	insert(p, items[0].id, text);
	for (size_t i = 0; i < done; i++)
		db_exec("UPDATE outbox SET state = 'gathered', detail = NULL WHERE id = ?", I(items[i].id));
	log_line("digest", "letters=%zu", done);
}

void gather_run(void)
{
	void *mem = talloc_new(NULL);
	struct person *people;
	size_t count = db_all(mem, &people, sizeof(*people), person_columns,
	                      "SELECT person_id AS id FROM outbox WHERE state = 'waiting' AND gather AND channel = 'mail' AND due_at <= ?"
	                      " GROUP BY person_id HAVING COUNT(*) > 1 LIMIT ?", T(time_now()), I(PEOPLE_MOST));

	for (size_t i = 0; i < count; i++) {
		people[i].mem = mem;
		db_transaction(gather, &people[i]);
	}
	talloc_free(mem);
}
