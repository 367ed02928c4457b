/* Who is behind a request: contacts under their button, each look logged; calls, so that nobody calls the same person twice unknowingly; helpers. */
#include "dispatch/dispatch.h"
#include "help/match.h"

enum { ANSWER, SEEN };
const struct field call_fields[] = {
	[ANSWER] = { .name = "odpoved", .type = FIELD_NUMBER, .low = 0, .high = INT64_MAX, .fallback = "0" },
	[SEEN] = { .name = "videno", .type = FIELD_NUMBER, .low = 0, .high = INT64_MAX, .fallback = "0" },
	{ 0 },
};

enum { WHAT = 1 };
static const char *const words[] = { "prijmout", "odmitnout", "odmitl", "uvolnit", "neprisel", "pozvat", NULL };
static const struct {
	const char *to, *said;
} moves[] = {
	{ "accepted", "help-accepted" }, { "refused", "help-refused" }, { "declined", "help-declined" },
	{ "dropped", "help-dropped" }, { "no_show", "help-no-show" }, { "invited", "help-invited" },
};
const struct field helper_fields[] = {
	[ANSWER] = { .name = "odpoved", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX, .required = true },
	[WHAT] = { .name = "co", .type = FIELD_CHOICE, .allowed = words, .required = true },
	{ 0 },
};

/* This request, and all others with the same telephone. */
#define SAME_PERSON "SELECT c.request_id FROM help_contact o JOIN help_contact c ON c.phone_hash = o.phone_hash WHERE o.request_id = ? UNION SELECT ?"

/* Calls of the last week to who needs help (whichever of her requests it was about, by the number) and to the helpers. */
static void calls_add(struct req *r, const struct request *q)
{
	db_rows(r->mem, r->page, "call",
		"SELECT n.id AS `@id`, 0 AS `@to`, IF(n.written_by = ?, 'yes', NULL) AS `@mine`, NULLIF(" PERSON_SHOWN("p") ", '') AS who, n.at"
		"  FROM help_note n LEFT JOIN person p ON p.id = n.written_by WHERE n.request_id IN (" SAME_PERSON ")"
		"   AND n.kind = 'call' AND n.helper_id IS NULL AND n.at > ? - INTERVAL 7 DAY ORDER BY n.id DESC LIMIT 5",
		I(r->person.id), I(q->id), I(q->id), T(time_now()));
	db_rows(r->mem, r->page, "call",
		"SELECT n.id AS `@id`, a.id AS `@to`, IF(n.written_by = ?, 'yes', NULL) AS `@mine`, NULLIF(" PERSON_SHOWN("p") ", '') AS who, n.at"
		"  FROM response a JOIN help_note n ON n.helper_id = a.person_id AND n.kind = 'call' AND n.at > ? - INTERVAL 7 DAY"
		"  LEFT JOIN person p ON p.id = n.written_by WHERE a.request_id = ? ORDER BY n.id DESC LIMIT 20",
		I(r->person.id), T(time_now()), I(q->id));
}

void people_add(struct req *r, const struct request *q)
{
	db_rows(r->mem, r->page, "answer",
		"SELECT a.id AS `@id`, a.state AS `@state`, p.level AS `@level`, ROUND(a.metres / 1000, 1) AS `@km`, NULLIF(a.why, '') AS `@why`,"
		" IF(o.show_phone, 'yes', NULL) AS `@phone`, c.number AS `@card`, " PERSON_SHOWN("p") " AS who, a.asked_at AS asked, a.answer_until AS `until`,"
		" a.answered_at AS answered FROM response a JOIN person p ON p.id = a.person_id LEFT JOIN offer o ON o.id = a.offer_id"
		"  LEFT JOIN helper_card c ON c.person_id = p.id WHERE a.request_id = ?"
		" ORDER BY FIELD(a.state, 'applied', 'accepted', 'invited', 'suggested', 'done') = 0, FIELD(a.state, 'applied', 'accepted', 'invited', 'suggested', 'done'), a.id LIMIT 200",
		I(q->id));
	calls_add(r, q);
}

/* ---- contacts ---- */

struct number {
	int64_t answer, person;
	struct db_bytes sealed;
};
static const struct column number_columns[] = {
	{ "answer", COLUMN_INT, offsetof(struct number, answer) },
	{ "person", COLUMN_INT, offsetof(struct number, person) },
	{ "sealed", COLUMN_BYTES, offsetof(struct number, sealed) },
	{ 0 },
};

/* Telephones of helpers who let coordinators see them; they see who looked. */
static void numbers_add(struct req *r, const struct request *q)
{
	struct number *rows;
	size_t count = db_all(r->mem, &rows, sizeof *rows, number_columns,
			      "SELECT a.id AS answer, a.person_id AS person, c.sealed FROM response a JOIN offer o ON o.id = a.offer_id AND o.show_phone"
			      "  JOIN contact c ON c.person_id = a.person_id AND c.kind = 'phone' AND c.confirmed_at IS NOT NULL"
			      " WHERE a.request_id = ? AND a.state IN ('suggested', 'invited', 'applied', 'accepted') ORDER BY a.id, c.id", I(q->id));
	for (size_t i = 0; count > i; i++) {
		page_set_number(page_add(r->page, "phone", seal_open_text(r->mem, "contact", rows[i].sealed.bytes, rows[i].sealed.length)), "answer", rows[i].answer);
		db_exec("INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES (?, ?, ?, 'phone', ?)", T(time_now()), I(rows[i].person), I(r->person.id),
			S(talloc_asprintf(r->mem, "request %" PRId64, q->id)));
	}
}

int people_reveal(struct req *r)
{
	struct work w;
	int refused = work_open(r, &w);
	if (refused)
		return refused;
	page_set(page_add(r->page, "looked", NULL), "erased", help_contact_reveal(r, r->page, &w.q, w.by.parts & HANDLER) ? NULL : "yes");
	numbers_add(r, &w.q);
	work_page(r, &w);
	return OK;
}

/* ---- calls ---- */

/* The last call of another coordinator to the same person within a day. */
static int64_t called_meanwhile(const struct req *r, const struct request *q, int64_t helper)
{
	if (helper)
		return db_number(0, "SELECT MAX(id) FROM help_note WHERE helper_id = ? AND kind = 'call' AND at > ? - INTERVAL 1 DAY AND NOT written_by <=> ?", I(helper),
				 T(time_now()), I(r->person.id));
	return db_number(0, "SELECT MAX(n.id) FROM help_note n WHERE n.request_id IN (" SAME_PERSON ") AND n.kind = 'call' AND n.helper_id IS NULL"
			    " AND n.at > ? - INTERVAL 1 DAY AND NOT n.written_by <=> ?", I(q->id), I(q->id), T(time_now()), I(r->person.id));
}

/* Whoever is about to call says so; when somebody called since the page was read, who and when comes first. */
int people_call(struct req *r)
{
	struct work w;
	struct response a = { 0 };
	const struct value *v = r->values;
	int refused = work_open(r, &w);
	if (refused || v[ANSWER].error || v[SEEN].error)
		return refused ? refused : BAD_REQUEST;
	if (v[ANSWER].number && (!response_load(r->mem, v[ANSWER].number, &a) || a.request != w.q.id))
		return NOT_FOUND;
	if (called_meanwhile(r, &w.q, a.person) > v[SEEN].number)
		return work_met(r, &w, "called");
	note_keep(r, w.q.id, "call", a.person, "");
	event_log_add(r, "request", w.q.id, "help.call", NULL, NULL, NULL, NULL);
	return work_done(r, &w, "help-called");
}

/* ---- on behalf of a helper ---- */

static const char *const results[] = {
	[RESPONSE_COVERED] = "covered", [RESPONSE_LEVEL] = "level", [RESPONSE_LIMIT] = "limit", [RESPONSE_REFUSED] = "state",
};

int people_helper(struct req *r)
{
	struct work w;
	struct response a;
	const struct value *v = r->values;
	int refused = work_open(r, &w);
	if (refused || v[ANSWER].error || v[WHAT].error)
		return refused ? refused : BAD_REQUEST;
	if (!response_load(r->mem, v[ANSWER].number, &a) || a.request != w.q.id)
		return NOT_FOUND;
	enum response_result result = response_move(r->mem, &w.q, &a, moves[v[WHAT].number].to, &w.by, NULL);
	if (result == RESPONSE_DONE)
		return work_done(r, &w, moves[v[WHAT].number].said);
	return result == RESPONSE_COVERED ? work_done(r, &w, "help-covered") : work_met(r, &w, results[result]);
}

/* ---- who could help ---- */

enum { SUGGESTED = 10 };
static const char *const whom[] = { "vlna", "navrh", NULL };
const struct field invite_fields[] = { { .name = "koho", .type = FIELD_CHOICE, .allowed = whom, .required = true }, { 0 } };

/* The next wave of letters, or only names to call. */
int people_invite(struct req *r)
{
	struct work w;
	int refused = work_open(r, &w);
	if (refused || r->values[0].error)
		return refused ? refused : BAD_REQUEST;
	if (!request_takes(&w.q))
		return work_met(r, &w, "state");
	int count = r->values[0].number ? match_suggest(r->mem, &w.q, SUGGESTED) : match_wave(r->mem, &w.q, &w.by);
	return work_done(r, &w, !count ? "help-nobody" : r->values[0].number ? "help-suggested" : "help-wave");
}
