/* The calendar of reports: each row in a transaction of its own. */
#include <inttypes.h>
#include <stddef.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/event.h"
#include "../web/log.h"
#include "../moderate/moderation.h"
#include "../web/outbox.h"
#include "../web/policy.h"
#include "../web/time.h"
#include "court.h"
#include "workday.h"

enum { SILENT_WORKDAYS = 3 };

struct row {
	int64_t id, target_id;
	const char *target, *state, *name;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, id) },
	{ "target_id", COLUMN_INT, offsetof(struct row, target_id) },
	{ "target", COLUMN_TEXT, offsetof(struct row, target) },
	{ "state", COLUMN_TEXT, offsetof(struct row, state) },
	{ "name", COLUMN_TEXT, offsetof(struct row, name) },
	{ NULL, COLUMN_INT, 0 },
};

struct step {
	const void *mem;
	const struct row *row;
};

static void each(const void *mem, const struct row *rows, size_t count, void (*work)(void *), const char *event)
{
	for (size_t i = 0; i < count; i++)
		db_transaction(work, &(struct step){ mem, &rows[i] });
	if (count)
		log_line(event, "count=%zu", count);
}

static void release(void *given)
{
	const struct step *s = given;

	if (db_exec("UPDATE report SET state = 'triaged', moderator_id = NULL, locked_until = NULL, version = version + 1"
	            " WHERE id = ? AND state = 'in_hand' AND locked_until <= ?", I(s->row->id), T(time_now())) > 0)
		event_log_as(0, "report", s->row->id, "report.decide", "in_hand", "triaged", "lock_over", NULL);
}

static void tell(const struct step *s, unsigned roles, int64_t ref, const char *const *pairs)
{
	struct row *people;
	size_t count = db_all(s->mem, &people, sizeof(*people), columns,
	                      "SELECT id, 0 AS target_id, NULL AS target, NULL AS state, NULL AS name FROM person WHERE roles & ?", I(roles));

	for (size_t i = 0; i < count; i++)
		outbox_(s->mem, "org.news", ref, people[i].id, pairs);
}

/* The outbox tells the same thing once a day: a reminder each day until it is decided. */
static void overdue(void *given)
{
	const struct step *s = given;

	tell(s, ADMIN, s->row->id,
	     OUTBOX_PAIRS("what", "report-overdue", "name", s->row->name, "link",
	                  talloc_asprintf(s->mem, "%s/sprava/hlaseni/%" PRId64, conf.base, s->row->id)));
}

/* Nobody of the town read what waits: from now on the site is asked to. Told once; several of one town on a day are one letter. */
static void silent(void *given)
{
	const struct step *s = given;

	if (db_exec("UPDATE notice SET site_reads_at = ? WHERE id = ? AND state = 'approval' AND site_reads_at IS NULL", T(time_now()), I(s->row->id)) <= 0)
		return;
	event_log_as(0, "notice", s->row->id, "notice.review", "approval", "approval", "silence", NULL);
	tell(s, MODERATOR, s->row->target_id,
	     OUTBOX_PAIRS("what", "notice-silent", "name", s->row->name, "link",
	                  talloc_asprintf(s->mem, "%s/%s/nastenka/cekajici", conf.base, s->row->target)));
}

/* Nobody appealed in time. */
static void finish(void *given)
{
	const struct step *s = given;

	if (db_exec("UPDATE decision SET state = 'final' WHERE id = ? AND state = 'decided'", I(s->row->id)) <= 0)
		return;
	event_log_as(0, "decision", s->row->id, "report.decide", "decided", "final", NULL, NULL);
	if (db_exec("UPDATE report p JOIN decision d ON d.report_id = p.id SET p.state = 'final', p.final_at = ?, p.version = p.version + 1"
	            " WHERE d.id = ? AND p.state = 'decided'", T(time_now()), I(s->row->id)) > 0)
		event_log_as(0, "report", s->row->target_id, "report.decide", "decided", "final", NULL, NULL);
}

/* A measure for a time is over: shown again. */
static void restore(void *given)
{
	const struct step *s = given;

	if (db_exec("UPDATE decision SET ended = TRUE WHERE id = ? AND NOT ended AND until <= ?", I(s->row->id), T(time_now())) <= 0)
		return;
	moderation_set(s->row->target, s->row->target_id, "visible", -1);
	event_log_as(0, s->row->target, s->row->target_id, "report.decide", s->row->state, "visible", "measure_over", NULL);
}

static void stand_again(void *given)
{
	const struct step *s = given;

	moderation_set("person", s->row->id, "normal", -1);
	event_log_as(0, "person", s->row->id, "person.standing", s->row->state, "normal", "measure_over", NULL);
}

static void reports(void *mem)
{
	struct row *rows;
	size_t count;

	count = db_all(mem, &rows, sizeof(*rows), columns,
	               "SELECT id, target_id, target, state, '' AS name FROM report WHERE state = 'in_hand' AND locked_until <= ? LIMIT 1000", T(time_now()));
	each(mem, rows, count, release, "report-released");
}

static void decisions(void *mem)
{
	struct row *rows;
	size_t count;

	count = db_all(mem, &rows, sizeof(*rows), columns,
	               "SELECT id, COALESCE(report_id, 0) AS target_id, target, state, '' AS name FROM decision WHERE state = 'decided' AND appeal_until <= ? LIMIT 1000",
	               T(time_now()));
	each(mem, rows, count, finish, "decision-final");
	/* The last word about a thing decides how long: an older measure's end restores nothing. */
	count = db_all(mem, &rows, sizeof(*rows), columns,
	               "SELECT d.id, d.target_id, d.target, d.action AS state, '' AS name FROM decision d WHERE NOT d.ended AND d.until <= ? AND d.target IN ('notice', 'organisation', 'request')"
	               " AND NOT EXISTS (SELECT 1 FROM decision x WHERE x.target = d.target AND x.target_id = d.target_id AND x.id > d.id) LIMIT 1000", T(time_now()));
	each(mem, rows, count, restore, "measure-over");
	count = db_all(mem, &rows, sizeof(*rows), columns,
	               "SELECT id, 0 AS target_id, 'person' AS target, standing AS state, '' AS name FROM person WHERE standing_until <= ? AND standing <> 'normal' LIMIT 1000",
	               T(time_now()));
	each(mem, rows, count, stand_again, "standing-over");
}

/* flows.md E5: silence of three working days. */
static void waiting(void *mem)
{
	struct row *rows;
	size_t count = db_all(mem, &rows, sizeof(*rows), columns,
	                      "SELECT n.id, n.town_code AS target_id, t.slug AS target, n.state, t.name FROM notice n JOIN town t ON t.code = n.town_code"
	                      " WHERE n.hangs = 0 AND n.state = 'approval' AND n.site_reads_at IS NULL AND n.changed_at <= ? LIMIT 1000",
	                      T(workday_ago(time_now(), SILENT_WORKDAYS)));

	each(mem, rows, count, silent, "notice-silent");
}

void court_run(void)
{
	void *mem = talloc_new(NULL);

	reports(mem);
	decisions(mem);
	waiting(mem);
	talloc_free(mem);
}

/* flows.md E7: what was reported and why stays as numbers only, a year after it was final; who decided and on what ground is the public record. */
int64_t court_forget(time_t before)
{
	int64_t done = db_exec("UPDATE report r LEFT JOIN report f ON f.id = r.merged_into SET r.explanation = '', r.reporter_name = NULL, r.contact = NULL, r.reporter_id = NULL,"
	                       " r.place = '' WHERE COALESCE(f.final_at, r.final_at) < ? AND r.place <> ''", T(before));

	db_exec("UPDATE decision SET facts = '', appeal_text = NULL WHERE decided_at < ? AND state = 'final' AND facts <> ''", T(before));
	return done;
}

void court_remind(void)
{
	void *mem = talloc_new(NULL);
	struct row *rows;
	size_t count;

	count = db_all(mem, &rows, sizeof(*rows), columns,
	               "SELECT id, target_id, target, state, CAST(id AS CHAR) AS name FROM report WHERE state IN ('received', 'triaged', 'in_hand') AND due_at < ?"
	               " ORDER BY due_at LIMIT 100", T(time_now()));
	each(mem, rows, count, overdue, "report-overdue");
	talloc_free(mem);
}
