/* Anybody reports what is public here, signed in or not (DSA art. 16), and sees by a link of their own what came of it. */
#include "help/request.h"
#include "help/told.h"
#include "moderate.h"
#include "moderation.h"

enum { PLACE, REASON, WHY, NAME, MAIL, FAITH, AWARE };
const struct field report_fields[] = {
	[PLACE] = { .name = "co", .type = FIELD_TEXT, .high = 1000, .required = true },
	[REASON] = { .name = "duvod", .type = FIELD_TEXT, .high = 30, .required = true },
	[WHY] = { .name = "vysvetleni", .type = FIELD_LONG, .low = 10, .high = 2000, .required = true },
	[NAME] = { .name = "jmeno", .type = FIELD_TEXT, .high = 100 },
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254 },
	[FAITH] = { .name = "poctive", .type = FIELD_TICK, .required = true },
	[AWARE] = { .name = "vim", .type = FIELD_HIDDEN, .high = 3 },
	{ 0 },
};

enum { REPORTERS_TO_HIDE = 3, KNOWN_LEVEL = 2, PARTY_PRIORITY = 2 };

struct reason {
	int64_t priority, minutes;
	bool illegal, nameless, danger;
};
static const struct column reason_columns[] = {
	{ "priority", COLUMN_INT, offsetof(struct reason, priority) }, { "minutes", COLUMN_INT, offsetof(struct reason, minutes) },
	{ "illegal", COLUMN_BOOL, offsetof(struct reason, illegal) },  { "nameless", COLUMN_BOOL, offsetof(struct reason, nameless) },
	{ "danger", COLUMN_BOOL, offsetof(struct reason, danger) },    { 0 },
};

static bool reason_find(struct req *r, const char *code, struct reason *reason)
{
	return db_one(r->mem, reason, reason_columns,
		      "SELECT q.priority, q.illegal, q.nameless, q.danger, t.minutes FROM report_reason q JOIN report_target t ON t.priority = q.priority"
		      " WHERE q.code = ?", S(code));
}

int report_page(struct req *r)
{
	struct target t;
	reasons_add(r, "");
	if (r->values[PLACE].given && !target_find(r, r->values[PLACE].text, &t))
		target_add(r, &t);
	return OK;
}

/* Two people are to meet: one of them saying that something is wrong does not wait for days (flows.md E1 row 14). */
static void sooner(struct reason *reason)
{
	reason->priority = PARTY_PRIORITY;
	reason->minutes = db_number(reason->minutes, "SELECT minutes FROM report_target WHERE priority = ?", I(PARTY_PRIORITY));
}

/* What a form cannot tell by itself. */
static void check(struct req *r, struct target *t, struct reason *reason)
{
	struct value *v = r->values;
	const char *code = v[PLACE].error ? NULL : target_find(r, v[PLACE].text, t);
	if (code)
		wrong(r, report_fields, PLACE, code);
	else if (!v[PLACE].error)
		target_add(r, t);
	if (!reason_find(r, v[REASON].text, reason) && v[REASON].given)
		wrong(r, report_fields, REASON, "choice");
	else if (t->party && reason->priority > PARTY_PRIORITY)
		sooner(reason);
	if (v[MAIL].given && !v[MAIL].error && !contact_normalise(r->mem, "mail", v[MAIL].text))
		wrong(r, report_fields, MAIL, "mail");
	if (r->person.id || !reason->illegal || reason->nameless)
		return;
	if (!v[NAME].given)
		wrong(r, report_fields, NAME, "illegal");
	if (!v[MAIL].given)
		wrong(r, report_fields, MAIL, "illegal");
}

/* Whom the system knows: a helper vouched for, or somebody a town gave a role. One report of theirs is enough to hide what is dangerous. */
static bool trusted(const struct req *r)
{
	return r->person.id && db_number(0, "SELECT p.standing IN ('normal', 'warned') AND (p.level >= ? OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.roles))"
					    " FROM person p WHERE p.id = ?", I(KNOWN_LEVEL), I(r->person.id));
}

static int64_t insert(struct req *r, const struct target *t, const struct reason *reason, int64_t first, const char **link)
{
	const struct value *v = r->values;
	unsigned char secret[SEAL_BYTES], hash[SEAL_BYTES], origin[SEAL_BYTES];
	const char *mail = v[MAIL].given ? contact_normalise(r->mem, "mail", v[MAIL].text) : NULL;
	seal_random(secret, sizeof secret);
	seal_hash(hash, secret, sizeof secret);
	seal_index(origin, "reporter", r->person.id ? talloc_asprintf(r->mem, "%" PRId64, r->person.id) : r->remote);
	*link = text_hex(r->mem, secret, sizeof secret);
	return db_exec("INSERT INTO report (state, target, target_id, town_code, place, reason, priority, explanation, reporter_id, reporter_name, contact, lang,"
		       " origin, trusted, link_hash, created_at, due_at, merged_into, party)"
		       " VALUES (IF(?, 'merged', 'received'), ?, ?, NULLIF(?, 0), ?, ?, ?, ?, NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, 0), ?)",
		       I(first), S(t->kind), I(t->id), I(t->town), S(t->path && *t->path ? t->path : v[PLACE].text), S(v[REASON].text), I(reason->priority),
		       db_sealed(r->mem, "report", v[WHY].text), I(r->person.id), db_sealed(r->mem, "report", v[NAME].text), db_sealed(r->mem, "report", mail), S(r->lang), B(origin, sizeof origin), I(trusted(r)),
		       B(hash, sizeof hash), T(time_now()), T(time_now() + reason->minutes * 60), I(first), I(t->party));
}

/* Coordinators may call the two meanwhile. */
static void coordinators_told(struct req *r, const struct target *t)
{
	struct request q;
	int64_t id = t->party ? db_number(0, "SELECT request_id FROM response WHERE id = ?", I(t->id)) : 0;
	if (id && request_load(r->mem, id, NULL, false, &q))
		told(r->mem, &q, TOLD_COORDINATORS, "problem", NULL, NULL);
}

/* The table of reasons says how soon; what several report is as urgent as the gravest of them says. */
static void triage(struct req *r, int64_t id, int64_t first, const struct reason *reason)
{
	if (!first) {
		db_exec("UPDATE report SET state = 'triaged' WHERE id = ? AND state = 'received'", I(id));
		event_log_add(r, "report", id, "report.send", NULL, "received", r->values[REASON].text, NULL);
		event_log_add(r, "report", id, "report.triage", "received", "triaged", r->values[REASON].text, NULL);
		return;
	}
	db_exec("UPDATE report SET priority = LEAST(priority, ?), due_at = LEAST(due_at, ?), version = version + 1 WHERE id = ?", I(reason->priority),
		T(time_now() + reason->minutes * 60), I(first));
	event_log_add(r, "report", id, "report.send", NULL, "merged", r->values[REASON].text, talloc_asprintf(r->mem, "report %" PRId64, first));
}

/* What is dangerous is hidden by itself once one known person or three independent ones say so; a person decides within two hours. */
static void hide(struct req *r, int64_t first, const struct target *t)
{
	bool shown = state_for(t->kind, "hidden") && strcmp(t->kind, "person") && (!strcmp(t->state, "visible") || !strcmp(t->state, "limited"));
	if (!shown || !db_number(0, "SELECT COUNT(DISTINCT p.origin) >= ? OR MAX(p.trusted) FROM report p JOIN report_reason q ON q.code = p.reason"
				    " WHERE ? IN (p.id, p.merged_into) AND q.priority = 1", I(REPORTERS_TO_HIDE), I(first)))
		return;
	struct decision d = { .report = first, .action = "hidden", .reason = r->values[REASON].text, .ground = "", .facts = "", .appeal_until = -1 };
	decision_make(r, &d, t, NULL, -1, true, 0);
	tell_authors(r, "decision.author", t, &d);
	tell_town(r, t, &d);
}

static void reporter_told(struct req *r, int64_t id, const char *link)
{
	const char *number = talloc_asprintf(r->mem, "%" PRId64, id), *whole = link_to(r, "/nahlasit/%s", link);
	const char *mail = r->values[MAIL].given ? contact_normalise(r->mem, "mail", r->values[MAIL].text) : NULL;
	if (r->person.id)
		outbox(r, "report.received", id, r->person.id, "number", number, "link", whole);
	else if (mail)
		outbox_to(r, "report.received", id, "mail", mail, r->lang, "number", number, "link", whole);
}

/* The open report of the same target, whose row waits for us. */
static int64_t first_of(const struct target *t)
{
	return t->id ? db_number(0, "SELECT id FROM report WHERE target = ? AND target_id = ? AND state IN ('received', 'triaged', 'in_hand') FOR UPDATE",
				 S(t->kind), I(t->id)) : 0;
}

int report_take(struct req *r)
{
	struct target t = { 0 };
	struct reason reason = { 0 };
	const char *link;
	reasons_add(r, "");
	check(r, &t, &reason);
	if (any_wrong(r, report_fields))
		return invalid(r);
	if (reason.danger && !r->values[AWARE].given) {
		page_add(r->page, "danger", NULL);
		form_fill(r, "vim", "ano");
		return OK;
	}
	if (throttle_hit(r, "report", NULL))
		return too_many(r);
	int64_t first = first_of(&t), id = insert(r, &t, &reason, first, &link);
	if (id == DB_DUPLICATE)
		return CONFLICT;
	triage(r, id, first, &reason);
	reporter_told(r, id, link);
	coordinators_told(r, &t);
	if (reason.priority == 1) {
		tell_admins(r, "report-urgent", first ? first : id, t.title);
		hide(r, first ? first : id, &t);
	}
	flash(r, "report-sent");
	return see_other(r, "/nahlasit/%s", link);
}

/* For whoever has the link: where it stands, and what was decided. */
int report_state(struct req *r)
{
	unsigned char secret[SEAL_BYTES], hash[SEAL_BYTES];
	if (!text_unhex(secret, sizeof secret, r->word))
		return NOT_FOUND;
	seal_hash(hash, secret, sizeof secret);
	r->personal = true;
	if (!db_rows(r->mem, r->page, "report",
		     "SELECT p.id AS `@id`, COALESCE(f.state, p.state) AS `@state`, p.reason AS `@reason`, p.place, p.created_at AS created,"
		     " COALESCE(f.due_at, p.due_at) AS due, d.id AS `decision/@id`, d.action AS `decision/@action`, d.outcome AS `decision/@outcome`"
		     "  FROM report p LEFT JOIN report f ON f.id = p.merged_into"
		     "  LEFT JOIN decision d ON d.id = (SELECT MAX(x.id) FROM decision x WHERE x.report_id = COALESCE(p.merged_into, p.id) AND NOT x.automated)"
		     " WHERE p.link_hash = ?", B(hash, sizeof hash)))
		return NOT_FOUND;
	return OK;
}
