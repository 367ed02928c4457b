/* Standing of a person: warned, limited, suspended for a time, banned; and back. With the same statement of reasons and the same appeal as any decision. */
#include "moderate.h"

static const char *const actions[] = { "zrusit", "varovat", "omezit", "pozastavit", "vyloucit", NULL };
static const char *const codes[] = { "normal", "warned", "limited", "suspended", "banned" };
enum { LIFTED, SUSPENDED = 3 };
enum { ACTION, REASON, GROUND, FACTS, UNTIL, BEFORE };
const struct field standing_fields[] = {
	[ACTION] = { .name = "opatreni", .type = FIELD_CHOICE, .allowed = actions, .required = true },
	[REASON] = { .name = "duvod", .type = FIELD_TEXT, .high = 30, .required = true },
	[GROUND] = { .name = "pravidlo", .type = FIELD_TEXT, .low = 3, .high = 200, .required = true },
	[FACTS] = { .name = "skutecnosti", .type = FIELD_LONG, .low = 10, .high = 1000, .required = true },
	[UNTIL] = { .name = "do", .type = FIELD_DATE },
	[BEFORE] = { .name = "bylo", .type = FIELD_HIDDEN, .high = 12 },
	{ 0 },
};

static int show(struct req *r, const struct target *t)
{
	target_add(r, t);
	db_rows(r->mem, r->page, "person",
		"SELECT id AS `@id`, standing AS `@standing`, IF(id = ?, 'yes', NULL) AS `@me`, standing_until AS `until`,"
		" (SELECT COUNT(*) FROM notice n WHERE n.author_id = person.id) AS `@notices` FROM person WHERE id = ?", I(r->person.id), I(t->id));
	db_rows(r->mem, r->page, "before",
		"SELECT d.id AS `@id`, d.action AS `@action`, d.reason AS `@reason`, d.target AS `@target`, d.outcome AS `@outcome`, d.decided_at AS decided FROM decision d"
		" WHERE (d.target = 'person' AND d.target_id = ?) OR (d.target = 'notice' AND d.target_id IN (SELECT n.id FROM notice n WHERE n.author_id = ?))"
		" ORDER BY d.id DESC LIMIT 30", I(t->id), I(t->id));
	reasons_add(r, "");
	return OK;
}

int person_page(struct req *r)
{
	struct target t;
	if (!target_load(r, "person", r->number, NULL, &t))
		return NOT_FOUND;
	form_fill(r, "bylo", t.state);
	return show(r, &t);
}

static void check(struct req *r, const struct target *t)
{
	struct value *v = r->values;
	if (v[REASON].given && !db_number(0, "SELECT 1 FROM report_reason WHERE code = ?", S(v[REASON].text)))
		wrong(r, standing_fields, REASON, "choice");
	if (v[ACTION].number == SUSPENDED && !v[UNTIL].given)
		wrong(r, standing_fields, UNTIL, "required");
	if (!v[UNTIL].error && v[UNTIL].given && v[UNTIL].when <= time_now())
		wrong(r, standing_fields, UNTIL, "past");
	if (v[ACTION].number == LIFTED && !strcmp(t->state, "normal"))
		wrong(r, standing_fields, ACTION, "choice");
}

/* A site admin is judged by another site admin, and nobody by themselves. */
static bool beyond(const struct req *r, int64_t person)
{
	return person == r->person.id || (!(r->person.roles & ADMIN) && db_number(0, "SELECT roles & ? FROM person WHERE id = ?", I(ADMIN), I(person)));
}

int person_take(struct req *r)
{
	struct value *v = r->values;
	struct target t;
	if (!target_load(r, "person", r->number, NULL, &t))
		return NOT_FOUND;
	if (beyond(r, t.id))
		return FORBIDDEN;
	check(r, &t);
	if (any_wrong(r, standing_fields))
		return show(r, &t), invalid(r);
	if (strcmp(v[BEFORE].text, t.state)) {
		form_fill(r, "bylo", t.state);
		return show(r, &t), conflict(r);
	}
	bool lifted = v[ACTION].number == LIFTED;
	struct decision d = { .action = codes[v[ACTION].number], .reason = v[REASON].text, .ground = v[GROUND].text, .facts = v[FACTS].text,
			      .appeal_until = lifted ? -1 : time_now() + APPEAL_DAYS * DAY };
	decision_make(r, &d, &t, NULL, lifted ? -1 : v[UNTIL].when, false, 0);
	tell_authors(r, "decision.author", &t, &d);
	flash(r, "standing-set");
	return see_other(r, "/sprava/osoby/%" PRId64, t.id);
}
