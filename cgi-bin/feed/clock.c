/* Posting and taking down by time. Each notice is one short transaction with its board, so that a reader never sees one without the other. */
#include <stddef.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/log.h"
#include "../web/notice.h"
#include "../web/time.h"
#include "board.h"
#include "clock.h"
#include "copy.h"

struct due {
	int64_t id, town_code;
	const char *kind, *takedown_on;
	time_t posted_at;
};

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct due, id) },
	{ "town_code", COLUMN_INT, offsetof(struct due, town_code) },
	{ "kind", COLUMN_TEXT, offsetof(struct due, kind) },
	{ "takedown_on", COLUMN_TEXT, offsetof(struct due, takedown_on) },
	{ "posted_at", COLUMN_TIME, offsetof(struct due, posted_at) },
	{ NULL, COLUMN_INT, 0 },
};

struct step {
	const struct due *due;
	int64_t changed;
};

static void post(void *given)
{
	struct step *step = given;

	step->changed = db_exec("UPDATE notice SET state = 'posted', changed_at = GREATEST(changed_at, posted_at) WHERE id = ? AND state = 'scheduled'",
	                        I(step->due->id));
	if (!step->changed)
		return;
	board_touch(step->due->town_code, step->due->kind);
	void *mem = talloc_new(NULL);
	notice_receipt(mem, step->due->id);
	talloc_free(mem);
}

/* The real end is the planned one, the midnight after the last day, however late we come. */
static void take_down(void *given)
{
	struct step *step = given;

	step->changed = db_exec("UPDATE notice SET state = 'taken_down', takendown_at = ?, changed_at = ? WHERE id = ? AND state IN ('posted', 'extended')",
	                        T(time_midnight(step->due->takedown_on, 1)), T(time_now()), I(step->due->id));
	if (step->changed)
		board_touch(step->due->town_code, step->due->kind);
}

static void archive(void *given)
{
	struct step *step = given;

	step->changed = db_exec("UPDATE notice SET state = 'archived' WHERE id = ? AND state = 'taken_down'", I(step->due->id));
	if (step->changed)
		board_touch(step->due->town_code, step->due->kind);
}

static void each(const struct due *due, size_t count, void (*work)(void *), const char *event)
{
	int64_t done = 0;

	for (size_t i = 0; i < count; i++) {
		struct step step = { .due = &due[i] };

		db_transaction(work, &step);
		done += step.changed;
	}
	if (done)
		log_line(event, "notices=%d", (int)done);
}

#define DUE "SELECT id, town_code, kind, CAST(takedown_on AS CHAR) AS takedown_on, posted_at FROM notice"

void clock_run(void)
{
	void *mem = talloc_new(NULL);
	time_t now = time_now();
	struct due *due;
	size_t count;

	count = db_all(mem, &due, sizeof(*due), columns, DUE " WHERE state = 'scheduled' AND posted_at <= ?"
	               " AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id AND o.state <> 'verified') ORDER BY posted_at LIMIT 1000", T(now));
	each(due, count, post, "posted");
	count = db_all(mem, &due, sizeof(*due), columns,
	               DUE " WHERE hangs AND takedown_on < ? AND source_id IS NULL ORDER BY takedown_on LIMIT 1000", S(time_day(mem, now)));
	each(due, count, take_down, "taken-down");
	talloc_free(mem);
}

void clock_archive(void)
{
	void *mem = talloc_new(NULL);
	struct due *due;
	size_t count = db_all(mem, &due, sizeof(*due), columns, DUE " WHERE state = 'taken_down' AND takendown_at < ? LIMIT 1000",
	                      T(time_now() - CLOCK_ARCHIVE_DAYS * 86400));

	each(due, count, archive, "archived");
	talloc_free(mem);
}

int64_t clock_wait(int64_t limit)
{
	void *mem = talloc_new(NULL);
	time_t now = time_now(), midnight = time_midnight(time_day(mem, now), 1);
	int64_t next = db_number(limit, "SELECT TIMESTAMPDIFF(SECOND, ?, MIN(posted_at)) FROM notice WHERE state = 'scheduled'", T(now));

	talloc_free(mem);
	if (midnight - now < next)
		next = midnight - now;
	return next < 0 ? 0 : next < limit ? next : limit;
}
