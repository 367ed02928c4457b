/* What an accepted helper does: opens the contact, begins, says it is done, disagrees. */
#include "help/party.h"

enum { NOTE, HOURS };
const struct field done_fields[] = {
	[NOTE] = { .name = "poznamka", .type = FIELD_LONG, .high = 300 },
	[HOURS] = { .name = "hodiny", .type = FIELD_DECIMAL, .low = 0, .high = 99 },
	{ 0 },
};

void doing_add(struct req *r, xmlNode *answer, int64_t response)
{
	struct {
		const char *thanks;
		bool disputed;
	} row;
	static const struct column columns[] = { { "thanks", COLUMN_TEXT, 0 }, { "disputed", COLUMN_BOOL, sizeof(char *) }, { 0 } };
	if (!db_one(r->mem, &row, columns, "SELECT thanks, no_show_disputed AS disputed FROM response WHERE id = ?", I(response)))
		return;
	page_set(answer, "disputed", row.disputed ? "yes" : NULL);
	if (row.thanks)
		page_add(answer, "thanks", row.thanks);
}

/* Only who promised: others have the same link, and nothing here. */
static int promise_open(struct req *r, struct party *p)
{
	int refused = party_open(r, p);
	return refused ? refused : strcmp(p->a.state, "accepted") ? CONFLICT : 0;
}

/* Shown here and nowhere else; each time is written down for the other side. */
int doing_contact(struct req *r)
{
	struct party p = { 0 };
	int refused = promise_open(r, &p);
	if (refused)
		return refused;
	return help_contact_reveal_to(r, r->page, &p.q, HELPER, p.a.person) ? OK : GONE;
}

int doing_start(struct req *r)
{
	struct party p = { 0 };
	int refused = promise_open(r, &p);
	if (refused)
		return refused;
	if (strcmp(p.q.state, "underway") && !request_move(r->mem, &p.q, "underway", &p.by, NULL))
		return CONFLICT;
	flash(r, "help-underway");
	return see_other(r, "%s", p.path);
}

int doing_done_page(struct req *r)
{
	struct party p = { 0 };
	int refused = promise_open(r, &p);
	if (refused)
		return refused;
	int64_t tenths = db_number(0, "SELECT hours * 10 FROM response WHERE id = ?", I(p.a.id));
	if (tenths)
		form_fill(r, "hodiny", talloc_asprintf(r->mem, "%" PRId64 ",%" PRId64, tenths / 10, tenths % 10));
	return OK;
}

/* Several may help: the first who says so moves the request, the others add their hours. */
static bool done_claim(struct req *r, struct party *p, const char *note)
{
	if (!strcmp(p->q.state, "done_claimed"))
		return true;
	if (strcmp(p->q.state, "underway") && !request_move(r->mem, &p->q, "underway", &p->by, NULL))
		return false;
	return request_move(r->mem, &p->q, "done_claimed", &p->by, &(struct move){ .note = note });
}

int doing_done(struct req *r)
{
	const struct value *v = r->values;
	struct party p = { 0 };
	int refused = promise_open(r, &p);
	if (refused)
		return refused;
	if (v[NOTE].error || v[HOURS].error)
		return invalid(r);
	if (!done_claim(r, &p, v[NOTE].given ? v[NOTE].text : NULL))
		return CONFLICT;
	if (v[HOURS].given)
		db_exec("UPDATE response SET hours = ? WHERE id = ?", D(v[HOURS].decimal), I(p.a.id));
	db_exec("UPDATE help_request q SET q.hours = (SELECT SUM(a.hours) FROM response a WHERE a.request_id = q.id AND a.state = 'accepted') WHERE q.id = ?", I(p.q.id));
	flash(r, "help-done");
	return see_other(r, "%s", p.path);
}

/* Once; it then counts for nothing, and the coordinators know that the two see it differently. */
int doing_dispute(struct req *r)
{
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	if (strcmp(p.a.state, "no_show") || !db_exec("UPDATE response SET no_show_disputed = TRUE WHERE id = ? AND NOT no_show_disputed", I(p.a.id)))
		return CONFLICT;
	event_log_as(p.a.person, "response", p.a.id, "help.dispute", "no_show", "no_show", NULL, NULL);
	told(r->mem, &p.q, TOLD_COORDINATORS, "disputed", p.a.shown, NULL);
	flash(r, "help-disputed");
	return see_other(r, "%s", p.path);
}
