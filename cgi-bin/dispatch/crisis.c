/* The switch of crisis mode: a page that says what it changes, then one button; and who joined, by role and readiness. */
#include "dispatch/crisis.h"

enum { TURN };
static const char *const turns[] = { "zapnout", "vypnout", NULL };
enum { ON };
const struct field crisis_fields[] = { [TURN] = { .name = "co", .type = FIELD_CHOICE, .allowed = turns, .required = true }, { 0 } };

/* How it is, and what stays open when it ends. */
static void mode_add(struct req *r)
{
	db_rows(r->mem, r->page, "mode",
		"SELECT IF(COALESCE(h.crisis, FALSE), 'yes', NULL) AS `@on`, NULLIF(" PERSON_SHOWN("p") ", '') AS `@by`,"
		" (SELECT COUNT(*) FROM help_request q JOIN help_category k ON k.code = q.category AND k.crisis WHERE q.town_code = t.code AND q.live) AS `@requests`,"
		" (SELECT COUNT(*) FROM help_request q WHERE q.town_code = t.code AND q.live AND q.state = 'review') AS `@waiting`,"
		" (SELECT COUNT(*) FROM delivery d WHERE d.town_code = t.code AND d.state IN ('new', 'assigned', 'picking', 'delivering')) AS `@deliveries`,"
		" (SELECT COUNT(*) FROM crisis_helper c WHERE c.town_code = t.code) AS `@helpers`, h.crisis_since AS since"
		"  FROM town t LEFT JOIN town_help h ON h.town_code = t.code LEFT JOIN person p ON p.id = h.crisis_by WHERE t.code = ?", I(r->town.code));
}

int crisis_page(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (!refused)
		mode_add(r);
	return refused ? refused : OK;
}

int crisis_take(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (refused || r->values[TURN].error)
		return refused ? refused : BAD_REQUEST;
	bool on = r->values[TURN].number == ON;
	if (!crisis_switch(r->town.code, r->person.id, on)) {
		mode_add(r);
		return conflict(r);
	}
	flash(r, on ? "crisis-on" : "crisis-off");
	return see_other(r, "%s/krize", d.path);
}

/* ---- who joined ---- */

enum { ROLE };
const char *const crisis_words[] = { "kuryr", "ridic", "pecujici", "svadlena", "dispecer", "dodavatel", NULL };
const struct field crisis_people_query[] = { [ROLE] = { .name = "role", .type = FIELD_CHOICE, .allowed = crisis_words }, { 0 } };

static void people_list(struct req *r)
{
	int64_t role = r->values[ROLE].given ? (int64_t)1 << r->values[ROLE].number : -1;
	db_rows(r->mem, r->page, "joined",
		"SELECT c.person_id AS `@id`, c.roles AS `@roles`, NULLIF(c.transport, '') AS `@transport`, IF(c.ready_until > ?, 'yes', NULL) AS `@ready`,"
		" IF(c.show_phone, 'yes', NULL) AS `@phone`, p.level AS `@level`, " PERSON_SHOWN("p") " AS who, NULLIF(c.text, '') AS text"
		"  FROM crisis_helper c JOIN person p ON p.id = c.person_id WHERE c.town_code = ? AND c.roles & ?"
		" ORDER BY COALESCE(c.ready_until > ?, FALSE) DESC, c.changed_at DESC LIMIT 500",
		T(time_now()), I(r->town.code), I(role), T(time_now()));
}

int crisis_people(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (!refused)
		people_list(r);
	return refused ? refused : OK;
}

struct number {
	int64_t person;
	struct db_bytes sealed;
};
static const struct column number_columns[] = {
	{ "person", COLUMN_INT, offsetof(struct number, person) }, { "sealed", COLUMN_BYTES, offsetof(struct number, sealed) }, { 0 },
};

/* Telephones of who agreed; they see who looked. */
int crisis_phones(struct req *r)
{
	struct desk d;
	struct number *rows;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	people_list(r);
	size_t count = db_all(r->mem, &rows, sizeof *rows, number_columns,
			      "SELECT h.person_id AS person, MIN(c.sealed) AS sealed FROM crisis_helper h JOIN contact c ON c.person_id = h.person_id AND c.kind = 'phone' AND c.confirmed_at IS NOT NULL"
			      " WHERE h.town_code = ? AND h.show_phone GROUP BY h.person_id", I(r->town.code));
	for (size_t i = 0; count > i; i++) {
		page_set_number(page_add(r->page, "phone", seal_open_text(r->mem, "contact", rows[i].sealed.bytes, rows[i].sealed.length)), "of", rows[i].person);
		db_exec("INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES (?, ?, ?, 'phone', 'crisis')", T(time_now()), I(rows[i].person), I(r->person.id));
	}
	event_log_add(r, "town", r->town.code, "help.reveal", NULL, NULL, NULL, "crisis");
	page_add(r->page, "looked", NULL);
	return OK;
}
