/* A decision: what is done, on what ground, from which facts; done at once, told to the author, to who reported it, and to everybody without names. */
#include "moderate.h"
#include "moderation.h"

static const char *const actions[] = { "nic", "omezit", "skryt", "odstranit", "varovat", "pozastavit", "vyloucit", NULL };
static const char *const codes[] = { "none", "limited", "hidden", "removed", "warned", "suspended", "banned" };
enum { ACTION, REASON, GROUND, FACTS, SUMMARY, UNTIL, EDITION };
const struct field decide_fields[] = {
	[ACTION] = { .name = "opatreni", .type = FIELD_CHOICE, .allowed = actions, .required = true },
	[REASON] = { .name = "duvod", .type = FIELD_TEXT, .high = 30, .required = true },
	[GROUND] = { .name = "pravidlo", .type = FIELD_TEXT, .low = 3, .high = 200, .required = true },
	[FACTS] = { .name = "skutecnosti", .type = FIELD_LONG, .low = 10, .high = 1000, .required = true },
	[SUMMARY] = { .name = "shrnuti", .type = FIELD_TEXT, .high = 300 },
	[UNTIL] = { .name = "do", .type = FIELD_DATE },
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	{ 0 },
};

/* What an action makes of each kind of target. */
static const struct {
	const char *action, *content, *person;
} effects[] = {
	{ "none", "", "" },          { "limited", "limited", "limited" }, { "hidden", "hidden", NULL },      { "removed", "removed", NULL },
	{ "restored", "visible", NULL }, { "warned", NULL, "warned" },    { "suspended", NULL, "suspended" }, { "banned", NULL, "banned" },
	{ "normal", NULL, "normal" },
};

const char *state_for(const char *target, const char *action)
{
	bool nothing = !strcmp(target, "page") || !strcmp(target, "response");
	for (size_t i = 0; i < sizeof effects / sizeof *effects; i++)
		if (!strcmp(effects[i].action, action))
			return !strcmp(target, "person") ? effects[i].person : nothing ? (*effects[i].action == 'n' ? "" : NULL) : effects[i].content;
	return NULL;
}

void decision_make(struct req *r, struct decision *d, const struct target *t, const char *summary, time_t until, bool automated, int64_t reviews)
{
	const char *to = state_for(t->kind, d->action);
	d->id = db_exec("INSERT INTO decision (report_id, reviews, target, target_id, town_code, before_it, action, reason, ground, facts, summary, automated,"
			" until, state, appeal_until, moderator_id, decided_at)"
			" VALUES (NULLIF(?, 0), NULLIF(?, 0), ?, ?, NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, IF(?, 'decided', 'final'), ?, NULLIF(?, 0), ?)",
			I(d->report), I(reviews), S(t->kind), I(t->id), I(t->town), S(t->state), S(d->action), S(d->reason), S(d->ground), S(d->facts),
			S(summary), I(automated), T(until), I(d->appeal_until >= 0), T(d->appeal_until), I(automated ? 0 : r->person.id), T(time_now()));
	if (to && *to)
		moderation_set(t->kind, t->id, to, until);
	event_log_add(r, t->kind, t->id, automated ? "report.hide" : "report.decide", t->state, to && *to ? to : t->state, d->reason,
		      talloc_asprintf(r->mem, "decision %" PRId64, d->id));
}

/* Nothing is done about it: what the system had hidden meanwhile is shown again. */
static const char *action_of(const struct req *r, const struct target *t)
{
	const char *action = codes[r->values[ACTION].number];
	bool away = t->id && strcmp(t->kind, "person") && strcmp(t->state, "visible");
	return !strcmp(action, "none") && away ? "restored" : action;
}

static void check(struct req *r, const struct report *p)
{
	struct value *v = r->values;
	if (!v[ACTION].error && !state_for(p->t.kind, codes[v[ACTION].number]))
		wrong(r, decide_fields, ACTION, "choice");
	if (v[REASON].given && !db_number(0, "SELECT 1 FROM report_reason WHERE code = ?", S(v[REASON].text)))
		wrong(r, decide_fields, REASON, "choice");
	if (!v[UNTIL].error && v[UNTIL].given && v[UNTIL].when <= time_now())
		wrong(r, decide_fields, UNTIL, "past");
	if (!v[ACTION].error && !strcmp(codes[v[ACTION].number], "suspended") && !v[UNTIL].given)
		wrong(r, decide_fields, UNTIL, "required");
}

int decide_take(struct req *r)
{
	struct report p;
	struct value *v = r->values;
	if (!report_load(r, &p))
		return NOT_FOUND;
	if (report_own(r, &p))
		return FORBIDDEN;
	check(r, &p);
	if (any_wrong(r, decide_fields))
		return desk_report_again(r, &p), invalid(r);
	bool mine = !strcmp(p.state, "in_hand") && p.moderator == r->person.id;
	if (!mine || strcmp(v[EDITION].text, talloc_asprintf(r->mem, "%" PRId64, p.version))) {
		form_fill(r, "verze", talloc_asprintf(r->mem, "%" PRId64, p.version));
		return desk_report_again(r, &p), conflict(r);
	}
	struct decision d = { .report = p.id, .action = action_of(r, &p.t), .reason = v[REASON].text, .ground = v[GROUND].text, .facts = v[FACTS].text,
			      .appeal_until = time_now() + APPEAL_DAYS * DAY };
	decision_make(r, &d, &p.t, v[SUMMARY].given ? v[SUMMARY].text : NULL, v[UNTIL].when, false, 0);
	db_exec("UPDATE report SET state = 'decided', locked_until = NULL, version = version + 1 WHERE id = ?", I(p.id));
	event_log_add(r, "report", p.id, r->route->action, "in_hand", "decided", d.reason, NULL);
	if (strcmp(d.action, "none"))
		tell_authors(r, "decision.author", &p.t, &d);
	tell_reporters(r, "report.decided", &p.t, &d);
	tell_town(r, &p.t, &d);
	flash(r, "report-decided");
	return see_other(r, "%s/%" PRId64, desk_path(r), p.id);
}
