/* How the jobs are: their last rounds, sources that fail, letters that wait. */
#include "admin/admin.h"

enum { MOST = 100 };
enum { LETTER };
const struct field letter_fields[] = { [LETTER] = { .name = "cislo", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX, .required = true }, { 0 } };

#define LETTER_ROW                                                                                                                            \
	"SELECT id AS `@id`, kind AS `@kind`, channel AS `@channel`, state AS `@state`, tries AS `@tries`, IF(kept OR state <> 'failed', 'yes', NULL) AS `@kept`," \
	" created_at AS created, due_at AS due, problem FROM outbox"

static void letters(struct req *r)
{
	db_rows(r->mem, r->page, "letters",
		"SELECT COUNT(IF(state = 'waiting', 1, NULL)) AS `@waiting`, COUNT(IF(state = 'failed', 1, NULL)) AS `@failed`,"
		" COUNT(IF(state = 'unknown', 1, NULL)) AS `@unknown`, MIN(IF(state = 'waiting', due_at, NULL)) AS oldest,"
		" MAX(sent_at) AS sent FROM outbox");
	db_rows(r->mem, r->page, "letter",
		LETTER_ROW " WHERE state IN ('failed', 'unknown') OR (state = 'waiting' AND tries) ORDER BY state = 'waiting', id DESC LIMIT ?",
		I(MOST));
}

int health_page(struct req *r)
{
	time_t now = time_now();
	db_rows(r->mem, r->page, "job",
		"SELECT name AS `@name`, IF(done_at IS NULL OR done_at + INTERVAL 3 * every_seconds SECOND < ?, 'yes', NULL) AS `@late`, did AS `@did`, done_at AS done"
		"  FROM job_round ORDER BY position",
		T(now));
	db_rows(r->mem, r->page, "sources",
		"SELECT COUNT(*) AS `@all`, COUNT(IF(failures, 1, NULL)) AS `@failing`, COUNT(IF(leased_until > ?, 1, NULL)) AS `@read`"
		"  FROM source WHERE state = 'active'",
		T(now));
	db_rows(r->mem, r->page, "source",
		"SELECT s.id AS `@id`, t.slug AS `@town`, s.failures AS `@failures`, t.name AS town, s.url, s.problem, s.good_at AS good, s.due_at AS due"
		"  FROM source s JOIN town t ON t.code = s.town_code WHERE s.state = 'active' AND s.failures ORDER BY s.failures DESC, s.id LIMIT ?",
		I(MOST));
	letters(r);
	return OK;
}

/* What failed while what it says is still there (the table retention), one whose fate nobody knows, or one that waits for its next try. */
#define MAY_AGAIN "(state IN ('unknown', 'waiting') OR (state = 'failed' AND kept))"

int health_ask(struct req *r)
{
	if (r->values[LETTER].error)
		return BAD_REQUEST;
	return db_rows(r->mem, r->page, "letter", LETTER_ROW " WHERE id = ? AND " MAY_AGAIN, I(r->values[LETTER].number)) ? OK : NOT_FOUND;
}

/* It may come twice: so it is asked before, and the log says who sent it. */
int health_again(struct req *r)
{
	struct {
		const char *state;
	} was;
	static const struct column columns[] = { { "state", COLUMN_TEXT, 0 }, { 0 } };
	int64_t id = r->values[LETTER].number;
	if (r->values[LETTER].error)
		return BAD_REQUEST;
	if (!db_one(r->mem, &was, columns, "SELECT state FROM outbox WHERE id = ? AND " MAY_AGAIN " FOR UPDATE", I(id)))
		return CONFLICT;
	db_exec("UPDATE outbox SET state = 'waiting', due_at = ?, since = ?, owner = NULL, leased_until = NULL WHERE id = ?", T(time_now()), T(time_now()), I(id));
	event_log_add(r, "letter", id, "site.health", was.state, "waiting", NULL, NULL);
	flash(r, "admin-again");
	return see_other(r, "/sprava/provoz");
}
