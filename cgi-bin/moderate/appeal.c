/* An appeal: once, by the link of the statement, within fourteen days; somebody else than before decides, and that is final (DSA art. 20). */
#include "moderate.h"

enum { WORDS };
const struct field appeal_fields[] = {
	[WORDS] = { .name = "odvolani", .type = FIELD_LONG, .low = 10, .high = 2000, .required = true },
	{ 0 },
};
static const char *const outcomes[] = { "potvrdit", "zmenit", NULL };
static const char *const actions[] = { "obnovit", "omezit", "skryt", "odstranit", "varovat", "pozastavit", "vyloucit", "zrusit", NULL };
static const char *const codes[] = { "restored", "limited", "hidden", "removed", "warned", "suspended", "banned", "normal" };
enum { CHANGED = 1 };
enum { OUTCOME, ACTION, FACTS, UNTIL };
const struct field review_fields[] = {
	[OUTCOME] = { .name = "vysledek", .type = FIELD_CHOICE, .allowed = outcomes, .required = true },
	[ACTION] = { .name = "opatreni", .type = FIELD_CHOICE, .allowed = actions },
	[FACTS] = { .name = "skutecnosti", .type = FIELD_LONG, .low = 10, .high = 1000, .required = true },
	[UNTIL] = { .name = "do", .type = FIELD_DATE },
	{ 0 },
};

struct row {
	int64_t id, report, target_id, moderator;
	const char *target, *action, *reason, *ground, *state, *by, *place;
	time_t until, appeal_until;
	struct db_bytes text;
	struct target t;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, id) },
	{ "report_id", COLUMN_INT, offsetof(struct row, report) },
	{ "target", COLUMN_TEXT, offsetof(struct row, target) },
	{ "target_id", COLUMN_INT, offsetof(struct row, target_id) },
	{ "moderator_id", COLUMN_INT, offsetof(struct row, moderator) },
	{ "action", COLUMN_TEXT, offsetof(struct row, action) },
	{ "reason", COLUMN_TEXT, offsetof(struct row, reason) },
	{ "ground", COLUMN_TEXT, offsetof(struct row, ground) },
	{ "state", COLUMN_TEXT, offsetof(struct row, state) },
	{ "appeal_by", COLUMN_TEXT, offsetof(struct row, by) },
	{ "place", COLUMN_TEXT, offsetof(struct row, place) },
	{ "until", COLUMN_TIME, offsetof(struct row, until) },
	{ "appeal_until", COLUMN_TIME, offsetof(struct row, appeal_until) },
	{ "appeal_text", COLUMN_BYTES, offsetof(struct row, text) },
	{ 0 },
};

#define DECISION                                                                                                                                \
	"SELECT d.id, d.report_id, d.target, d.target_id, d.moderator_id, d.action, d.reason, d.ground, d.state, d.appeal_by, d.until, d.appeal_until," \
	" d.appeal_text, p.place FROM decision d LEFT JOIN report p ON p.id = d.report_id WHERE d.id = ?"

static bool load(struct req *r, int64_t id, struct row *d)
{
	bool found = r->method == POST ? db_one(r->mem, d, columns, DECISION " FOR UPDATE", I(id)) : db_one(r->mem, d, columns, DECISION, I(id));
	if (found)
		target_load(r, d->target, d->target_id, d->place ? d->place : "", &d->t);
	return found;
}

static void decision_add(struct req *r, int64_t id)
{
	db_rows(r->mem, r->page, "decision",
		"SELECT id AS `@id`, target AS `@target`, action AS `@action`, reason AS `@reason`, state AS `@state`, outcome AS `@outcome`,"
		" IF(automated, 'yes', NULL) AS `@automated`, IF(report_id IS NULL, 'yes', NULL) AS `@own`, ground, facts, until AS `until`,"
		" appeal_until AS appeal, decided_at AS decided FROM decision WHERE id = ?", I(id));
}

/* ---- by the link ---- */

/* The decision of an appeal link; @appeal says whether it may still be used. */
static bool show(struct req *r, struct token *t, struct row *d)
{
	if (!token_find(r, r->word, t) || strcmp(t->purpose, "appeal") || !load(r, t->subject_id, d))
		return false;
	r->personal = true;
	decision_add(r, d->id);
	target_add(r, &d->t);
	page_set(page_add(r->page, "appeal", NULL), "state",
		 strcmp(d->state, "decided") ? "used" : token_open(t) && d->appeal_until > time_now() ? "open" : "expired");
	return true;
}

int appeal_page(struct req *r)
{
	struct token t;
	struct row d;
	return show(r, &t, &d) ? OK : NOT_FOUND;
}

int appeal_take(struct req *r)
{
	struct token t;
	struct row d;
	if (!show(r, &t, &d))
		return NOT_FOUND;
	if (any_wrong(r, appeal_fields))
		return invalid(r);
	if (strcmp(d.state, "decided") || d.appeal_until <= time_now() || !token_use(r, &t))
		return invalid(r);
	struct seal_text closed = seal_close(r->mem, "appeal", r->values[WORDS].text);
	db_exec("UPDATE decision SET state = 'appealed', appeal_by = ?, appeal_text = ?, appealed_at = ? WHERE id = ?", S(t.detail),
		B(closed.bytes, closed.length), T(time_now()), I(d.id));
	if (d.report) {
		db_exec("UPDATE report SET state = 'appealed', due_at = ?, version = version + 1 WHERE id = ?", T(time_now() + APPEAL_TARGET_DAYS * DAY), I(d.report));
		event_log_add(r, "report", d.report, "appeal.send", "decided", "appealed", d.reason, t.detail);
	}
	event_log_add(r, "decision", d.id, "appeal.send", "decided", "appealed", d.reason, t.detail);
	flash(r, "appeal-sent");
	return see_other(r, "/rozhodnuti/odvolani/%s", r->word);
}

/* ---- by another moderator ---- */

static bool own(const struct req *r, const struct row *d)
{
	return d->moderator == r->person.id || target_own(r, &d->t) ||
	       db_number(0, "SELECT COUNT(*) FROM report WHERE ? IN (id, merged_into) AND reporter_id = ?", I(d->report), I(r->person.id));
}

static int show_review(struct req *r, const struct row *d)
{
	decision_add(r, d->id);
	target_add(r, &d->t);
	xmlNode *appeal = page_add(r->page, "appeal", NULL);
	page_set(appeal, "state", d->state);
	page_set(appeal, "by", d->by);
	page_set(appeal, "own", own(r, d) ? "yes" : NULL);
	page_add(appeal, "text", opened(r, "appeal", &d->text));
	return OK;
}

int review_page(struct req *r)
{
	struct row d;
	return load(r, r->number, &d) && d.by ? show_review(r, &d) : NOT_FOUND;
}

static void check(struct req *r, const struct row *d)
{
	struct value *v = r->values;
	const char *action = v[ACTION].number >= 0 ? codes[v[ACTION].number] : NULL;
	if (v[OUTCOME].number == CHANGED && !v[ACTION].given)
		wrong(r, review_fields, ACTION, "required");
	if (action && v[OUTCOME].number == CHANGED && !state_for(d->t.kind, action))
		wrong(r, review_fields, ACTION, "choice");
	if (!v[UNTIL].error && v[UNTIL].given && v[UNTIL].when <= time_now())
		wrong(r, review_fields, UNTIL, "past");
}

static void settle(struct req *r, const struct row *old, struct decision *d, const char *outcome)
{
	db_exec("UPDATE decision SET state = 'final', outcome = ? WHERE id = ?", S(outcome), I(old->id));
	event_log_add(r, "decision", old->id, "report.decide", "appealed", "final", old->reason, outcome);
	if (old->report) {
		db_exec("UPDATE report SET state = 'final', final_at = ?, version = version + 1 WHERE id = ?", T(time_now()), I(old->report));
		event_log_add(r, "report", old->report, "report.decide", "appealed", "final", old->reason, outcome);
	}
	tell_authors(r, "appeal.result", &old->t, d);
	tell_reporters(r, "appeal.result", &old->t, d);
	tell_town(r, &old->t, d);
}

int review_take(struct req *r)
{
	struct row old;
	struct value *v = r->values;
	if (!load(r, r->number, &old) || !old.by)
		return NOT_FOUND;
	if (own(r, &old))
		return FORBIDDEN;
	check(r, &old);
	if (any_wrong(r, review_fields))
		return show_review(r, &old), invalid(r);
	if (strcmp(old.state, "appealed"))
		return CONFLICT;
	bool changed = v[OUTCOME].number == CHANGED;
	struct decision d = { .report = old.report, .action = changed ? codes[v[ACTION].number] : old.action, .reason = old.reason, .ground = old.ground,
			      .facts = v[FACTS].text, .appeal_until = -1 };
	decision_make(r, &d, &old.t, NULL, changed ? v[UNTIL].when : old.until, false, old.id);
	settle(r, &old, &d, changed ? "changed" : "upheld");
	flash(r, "appeal-decided");
	return see_other(r, "/sprava/hlaseni");
}
