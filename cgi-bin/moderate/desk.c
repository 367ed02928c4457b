/* The moderators' desk: what waits by its urgency, one report with all that belongs to it, and the hour for which somebody has it in hand. */
#include "help/message.h"
#include "moderate.h"

enum { PER_PAGE = 50 };
static const char *const views[] = { "otevrene", "po-lhute", "moje", "uzavrene", NULL };
enum { OPEN, OVERDUE, MINE, CLOSED };
enum { VIEW, PAGE_NUMBER };
const struct field queue_query[] = {
	[VIEW] = { .name = "stav", .type = FIELD_CHOICE, .allowed = views, .fallback = "otevrene" },
	[PAGE_NUMBER] = { .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = 1000, .fallback = "1" },
	{ 0 },
};
const struct field priority_fields[] = { { .name = "priorita", .type = FIELD_NUMBER, .low = 1, .high = 4, .required = true }, { 0 } };

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct report, id) },
	{ "state", COLUMN_TEXT, offsetof(struct report, state) },
	{ "target", COLUMN_TEXT, offsetof(struct report, target) },
	{ "target_id", COLUMN_INT, offsetof(struct report, target_id) },
	{ "place", COLUMN_TEXT, offsetof(struct report, place) },
	{ "reason", COLUMN_TEXT, offsetof(struct report, reason) },
	{ "priority", COLUMN_INT, offsetof(struct report, priority) },
	{ "version", COLUMN_INT, offsetof(struct report, version) },
	{ "moderator_id", COLUMN_INT, offsetof(struct report, moderator) },
	{ "reporter_id", COLUMN_INT, offsetof(struct report, reporter) },
	{ "locked_until", COLUMN_TIME, offsetof(struct report, locked_until) },
	{ 0 },
};

/* A town's clerks see what hangs on its community board; 0 the whole site. */
#define SCOPE " AND (? = 0 OR EXISTS (SELECT 1 FROM notice n WHERE p.target = 'notice' AND n.id = p.target_id AND n.town_code = ? AND n.kind = 'community'))"

const char *desk_path(struct req *r)
{
	return r->town.code ? talloc_asprintf(r->mem, "/%s/hlaseni", r->town.slug) : "/sprava/hlaseni";
}

static void desk_add(struct req *r)
{
	page_set(page_add(r->page, "desk", NULL), "path", desk_path(r));
}

bool report_load(struct req *r, struct report *p)
{
#define REPORT "SELECT p.id, p.state, p.target, p.target_id, p.place, p.reason, p.priority, p.version, p.moderator_id, p.reporter_id, p.locked_until" \
	" FROM report p WHERE p.id = ? AND p.state <> 'merged'" SCOPE
	bool found = r->method == POST ? db_one(r->mem, p, columns, REPORT " FOR UPDATE", I(r->number), I(r->town.code), I(r->town.code))
				       : db_one(r->mem, p, columns, REPORT, I(r->number), I(r->town.code), I(r->town.code));
	return found && (!r->town.code || r->town.official) && (target_load(r, p->target, p->target_id, p->place, &p->t) || true);
}

bool report_own(struct req *r, const struct report *p)
{
	return target_own(r, &p->t) ||
	       db_number(0, "SELECT COUNT(*) FROM report WHERE ? IN (id, merged_into) AND reporter_id = ?", I(p->id), I(r->person.id));
}

/* ---- the queue ---- */

static const char *const queue_states[] = { [OPEN] = "received triaged in_hand", [OVERDUE] = "received triaged in_hand", [MINE] = "in_hand",
					    [CLOSED] = "decided appealed final" };

#define QUEUE                                                                                                                              \
	" FROM report p WHERE FIND_IN_SET(p.state, REPLACE(?, ' ', ',')) AND (? <> 1 OR p.due_at < ?) AND (? <> 2 OR p.moderator_id = ?)" SCOPE
#define QUEUE_ARGS S(queue_states[view]), I(view), T(time_now()), I(view), I(r->person.id), I(r->town.code), I(r->town.code)

static void appeals_add(struct req *r)
{
	if (r->town.code)
		return;
	db_rows(r->mem, r->page, "appeal",
		"SELECT d.id AS `@id`, d.target AS `@target`, d.action AS `@action`, d.appeal_by AS `@by`, IF(d.moderator_id = ?, 'yes', NULL) AS `@mine`,"
		" d.appealed_at AS appealed, d.appealed_at + INTERVAL ? DAY AS due, IF(d.appealed_at + INTERVAL ? DAY < ?, 'yes', NULL) AS `@overdue`"
		"  FROM decision d WHERE d.state = 'appealed' ORDER BY d.appealed_at LIMIT 100",
		I(r->person.id), I(APPEAL_TARGET_DAYS), I(APPEAL_TARGET_DAYS), T(time_now()));
}

int desk_queue(struct req *r)
{
	int64_t view = r->values[VIEW].number >= 0 ? r->values[VIEW].number : OPEN, number = r->values[PAGE_NUMBER].number;
	if (r->town.code && !r->town.official)
		return FORBIDDEN;
	number = number > 0 ? number : 1;
	desk_add(r);
	page_set(page_add(r->page, "view", NULL), "name", views[view]);
	page_set_number(page_add(r->page, "overdue", NULL), "count",
			db_number(0, "SELECT COUNT(*) FROM report p WHERE p.state IN ('received', 'triaged', 'in_hand') AND p.due_at < ?" SCOPE, T(time_now()),
				  I(r->town.code), I(r->town.code)));
	appeals_add(r);
	if (!page_pager(r, number, PER_PAGE, db_number(0, "SELECT COUNT(*)" QUEUE, QUEUE_ARGS)))
		return NOT_FOUND;
	db_rows(r->mem, r->page, "report",
		"SELECT p.id AS `@id`, p.state AS `@state`, p.priority AS `@priority`, p.reason AS `@reason`, p.target AS `@target`,"
		" IF(p.due_at < ? AND p.state IN ('received', 'triaged', 'in_hand'), 'yes', NULL) AS `@overdue`,"
		" 1 + (SELECT COUNT(*) FROM report m WHERE m.merged_into = p.id) AS `@reports`,"
		" CASE p.target WHEN 'notice' THEN (SELECT NULLIF(title, '') FROM notice WHERE id = p.target_id)"
		" WHEN 'organisation' THEN (SELECT name FROM organisation WHERE id = p.target_id)"
		" WHEN 'request' THEN (SELECT title FROM help_request WHERE id = p.target_id)"
		" WHEN 'response' THEN (SELECT q.title FROM response a JOIN help_request q ON q.id = a.request_id WHERE a.id = p.target_id)"
		" WHEN 'person' THEN (SELECT " PERSON_SHOWN("q") " FROM person q WHERE q.id = p.target_id) END AS title, p.place, p.created_at AS created, p.due_at AS due" QUEUE
		" ORDER BY p.state IN ('decided', 'appealed', 'final'), p.due_at < ? DESC, p.priority, p.due_at, p.id LIMIT ? OFFSET ?",
		T(time_now()), QUEUE_ARGS, T(time_now()), I(PER_PAGE), I((number - 1) * PER_PAGE));
	return OK;
}

/* ---- one report ---- */

struct said {
	int64_t id;
	const char *reason, *origin;
	struct db_bytes explanation;
	time_t created;
};
static const struct column said_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct said, id) },
	{ "reason", COLUMN_TEXT, offsetof(struct said, reason) },
	{ "origin", COLUMN_TEXT, offsetof(struct said, origin) },
	{ "explanation", COLUMN_BYTES, offsetof(struct said, explanation) },
	{ "created_at", COLUMN_TIME, offsetof(struct said, created) },
	{ 0 },
};

/* What all who reported it say; who they are stays closed. */
static void said_add(struct req *r, int64_t report)
{
	struct said *rows;
	size_t count = db_all(r->mem, &rows, sizeof *rows, said_columns,
			      "SELECT id, reason, explanation, created_at, CASE WHEN trusted THEN 'trusted' WHEN reporter_id IS NOT NULL THEN 'person' ELSE 'nobody' END AS origin"
			      "  FROM report WHERE ? IN (id, merged_into) ORDER BY id", I(report));
	for (size_t i = 0; i < count; i++) {
		xmlNode *said = page_add(r->page, "said", NULL);
		page_set_number(said, "id", rows[i].id);
		page_set(said, "reason", rows[i].reason);
		page_set(said, "by", rows[i].origin);
		page_add(said, "text", opened(r, "report", &rows[i].explanation));
		page_time(said, "created", rows[i].created);
	}
}

/* The text itself: what is hidden can be read on no other page. */
static void content_add(struct req *r, const struct target *t)
{
	if (!strcmp(t->kind, "notice"))
		db_rows(r->mem, r->page, "content", "SELECT summary, body AS `body.md` FROM notice WHERE id = ?", I(t->id));
	else if (!strcmp(t->kind, "organisation"))
		db_rows(r->mem, r->page, "content", "SELECT purpose AS summary FROM organisation WHERE id = ?", I(t->id));
	else if (!strcmp(t->kind, "request"))
		db_rows(r->mem, r->page, "content", "SELECT text AS summary FROM help_request WHERE id = ?", I(t->id));
}

static void history_add(struct req *r, const struct target *t)
{
	db_rows(r->mem, r->page, "before",
		"SELECT id AS `@id`, action AS `@action`, reason AS `@reason`, IF(automated, 'yes', NULL) AS `@automated`, outcome AS `@outcome`, decided_at AS decided"
		"  FROM decision WHERE target = ? AND target_id = ? AND target_id <> 0 ORDER BY id DESC LIMIT 20",
		S(t->kind), I(t->id));
}

static void report_add(struct req *r, const struct report *p)
{
	db_rows(r->mem, r->page, "report",
		"SELECT id AS `@id`, state AS `@state`, priority AS `@priority`, reason AS `@reason`, target AS `@target`, version AS `@version`,"
		" IF(due_at < ? AND state IN ('received', 'triaged', 'in_hand'), 'yes', NULL) AS `@overdue`, IF(moderator_id = ?, 'yes', NULL) AS `@mine`,"
		" IF(?, 'yes', NULL) AS `@own`, IF(target = 'response' AND EXISTS (SELECT 1 FROM report s WHERE p.id IN (s.id, s.merged_into) AND s.party), 'yes', NULL) AS `@party`,"
		" place, created_at AS created, due_at AS due, locked_until AS locked FROM report p WHERE id = ?",
		T(time_now()), I(r->person.id), I(report_own(r, p)), I(p->id));
}

int desk_report_again(struct req *r, const struct report *p)
{
	desk_add(r);
	report_add(r, p);
	target_add(r, &p->t);
	content_add(r, &p->t);
	said_add(r, p->id);
	history_add(r, &p->t);
	reasons_add(r, "");
	if (may(r, "person.standing", false) && p->t.author)
		page_set_number(page_add(r->page, "author", NULL), "id", p->t.author);
	return OK;
}

int desk_report(struct req *r)
{
	struct report p;
	if (!report_load(r, &p))
		return NOT_FOUND;
	form_fill(r, "duvod", p.reason);
	form_fill(r, "verze", talloc_asprintf(r->mem, "%" PRId64, p.version));
	return desk_report_again(r, &p);
}

static int back(struct req *r, const char *said)
{
	flash(r, said);
	return see_other(r, "%s/%" PRId64, desk_path(r), r->number);
}

int desk_hold(struct req *r)
{
	struct report p;
	if (!report_load(r, &p))
		return NOT_FOUND;
	if (report_own(r, &p))
		return FORBIDDEN;
	bool over = !strcmp(p.state, "in_hand") && p.locked_until <= time_now();
	if (strcmp(p.state, "triaged") && !over)
		return CONFLICT;
	db_exec("UPDATE report SET state = 'in_hand', moderator_id = ?, locked_until = ?, version = version + 1 WHERE id = ?", I(r->person.id),
		T(time_now() + LOCK), I(p.id));
	event_log_add(r, "report", p.id, r->route->action, p.state, "in_hand", NULL, NULL);
	return back(r, "report-held");
}

int desk_release(struct req *r)
{
	struct report p;
	if (!report_load(r, &p))
		return NOT_FOUND;
	if (strcmp(p.state, "in_hand") || p.moderator != r->person.id)
		return CONFLICT;
	db_exec("UPDATE report SET state = 'triaged', moderator_id = NULL, locked_until = NULL, version = version + 1 WHERE id = ?", I(p.id));
	event_log_add(r, "report", p.id, r->route->action, "in_hand", "triaged", NULL, NULL);
	return back(r, "report-released");
}

/* A person may see it as more or less urgent than the table did. */
int desk_priority(struct req *r)
{
	struct report p;
	int64_t wanted = r->values[0].number;
	if (!report_load(r, &p))
		return NOT_FOUND;
	if (report_own(r, &p))
		return FORBIDDEN;
	if (r->values[0].error || (strcmp(p.state, "triaged") && strcmp(p.state, "in_hand")))
		return CONFLICT;
	db_exec("UPDATE report SET priority = ?, due_at = created_at + INTERVAL (SELECT minutes FROM report_target t WHERE t.priority = ?) MINUTE,"
		" version = version + 1 WHERE id = ?", I(wanted), I(wanted), I(p.id));
	event_log_add(r, "report", p.id, "report.triage", p.state, p.state, NULL, talloc_asprintf(r->mem, "P%" PRId64, wanted));
	return back(r, "report-triaged");
}

/* What the two wrote to each other, for whoever has the report of one of them in hand; that it was opened is written down. */
int desk_messages(struct req *r)
{
	struct report p;
	if (!report_load(r, &p))
		return NOT_FOUND;
	if (report_own(r, &p))
		return FORBIDDEN;
	if (strcmp(p.state, "in_hand") || p.moderator != r->person.id || strcmp(p.target, "response") ||
	    !db_number(0, "SELECT MAX(party) FROM report WHERE ? IN (id, merged_into)", I(p.id)))
		return CONFLICT;
	event_log_add(r, "response", p.target_id, "report.messages", NULL, NULL, p.reason, talloc_asprintf(r->mem, "report %" PRId64, p.id));
	desk_report_again(r, &p);
	message_open(r->mem, r->page, p.target_id);
	return OK;
}
