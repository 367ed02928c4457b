/* The page of who asks, by a personal link: how it stands, who offers, who promised, who looked at the contact, and what can be done now. */
#include "help/help.h"

enum { HOW, THANKS, AGAIN };
static const char *const hows[] = { "ano", "castecne", "ne", NULL };
const struct field mine_done_fields[] = {
	[HOW] = { .name = "jak", .type = FIELD_CHOICE, .allowed = hows, .required = true },
	[THANKS] = { .name = "diky", .type = FIELD_LONG, .high = 300 },
	[AGAIN] = { .name = "znovu", .type = FIELD_TICK },
	{ 0 },
};

/* What buttons the page has: one row each, as the table of states says. */
static void offers(const struct side *s, xmlNode *mine)
{
	const struct request *q = &s->q;
	bool waits = !strcmp(q->state, "unconfirmed"), listed = !strcmp(q->state, "open") || !strcmp(q->state, "reserved");
	page_set(mine, "confirm", waits ? "yes" : NULL);
	page_set(mine, "edit", waits || listed || !strcmp(q->state, "review") || !strcmp(q->state, "filled") ? "yes" : NULL);
	page_set(mine, "renew", (listed || !strcmp(q->state, "review")) && 3 > q->renew_count ? "yes" : NULL);
	page_set(mine, "done", !strcmp(q->state, "done_claimed") ? "yes" : NULL);
	page_set(mine, "withdraw", !waits && strcmp(q->state, "done_claimed") && request_can(q, "closed", s->by.parts) ? "yes" : NULL);
}

static void same_add(struct req *r, const struct side *s, xmlNode *mine)
{
	struct request other;
	int64_t id = strcmp(s->q.state, "unconfirmed") ? 0 : request_same(s->q.id);
	if (!id || !request_load(r->mem, id, NULL, false, &other))
		return;
	xmlNode *same = page_add(mine, "same", other.title);
	page_set(same, "href", link_of(r->mem, s->by.parts & PROXY ? LINK_PROXY : LINK_REQUESTER, id));
}

static void mine_add(struct req *r, const struct side *s)
{
	xmlNode *mine = page_add(r->page, "mine", NULL);
	page_set(mine, "path", s->path);
	page_set(mine, "part", s->by.parts & PROXY ? "proxy" : "requester");
	offers(s, mine);
	same_add(r, s, mine);
	show_request(r, r->page, s->q.id);
}

int side_open(struct req *r, struct side *s)
{
	int64_t id;
	bool proxy;
	if (!link_open_side(r->mem, r->word, &id, &proxy) || !request_load(r->mem, id, NULL, r->method == POST, &s->q))
		return NOT_FOUND;
	if (request_past(&s->q))
		return GONE;
	s->by.parts = proxy ? PROXY : REQUESTER;
	s->by.person = request_parts(&s->q, r->person.id, 0) & s->by.parts ? r->person.id : 0;
	s->path = talloc_asprintf(r->mem, "/prosba/%s", r->word);
	r->personal = true;
	mine_add(r, s);
	return 0;
}

/* ---- the page ---- */

struct shown {
	int64_t id;
	struct db_bytes phone;
};
static const struct column shown_columns[] = { { "id", COLUMN_INT, offsetof(struct shown, id) }, { "sealed", COLUMN_BYTES, offsetof(struct shown, phone) }, { 0 } };

/* Numbers that accepted helpers let be seen. */
static void phones_add(struct req *r, int64_t request)
{
	struct shown *rows;
	size_t count = db_all(r->mem, &rows, sizeof *rows, shown_columns,
			      "SELECT a.id, MIN(c.sealed) AS sealed FROM response a JOIN offer o ON o.id = a.offer_id AND o.show_phone"
			      "  JOIN contact c ON c.person_id = a.person_id AND c.kind = 'phone' AND c.confirmed_at IS NOT NULL"
			      " WHERE a.request_id = ? AND a.state = 'accepted' GROUP BY a.id", I(request));
	for (size_t i = 0; count > i; i++)
		page_set_number(page_add(r->page, "phone", seal_open_text(r->mem, "contact", rows[i].phone.bytes, rows[i].phone.length)), "of", rows[i].id);
}

static void around_add(struct req *r, const struct side *s)
{
	db_rows(r->mem, r->page, "helper",
		"SELECT a.id AS `@id`, a.state AS `@state`, p.level AS `@level`, " PERSON_SHOWN("p") " AS who, a.answered_at AS answered"
		"  FROM response a JOIN person p ON p.id = a.person_id WHERE a.request_id = ? AND a.state IN ('applied', 'accepted', 'done', 'left', 'no_show')"
		" ORDER BY FIELD(a.state, 'applied', 'accepted', 'done', 'left', 'no_show'), a.id", I(s->q.id));
	phones_add(r, s->q.id);
	help_contact_looks(r->mem, r->page, s->q.id);
	help_contact_reveal(r, r->page, &s->q, s->by.parts);
	if (r->method != POST || !r->route->query)
		form_add(r, !strcmp(s->q.state, "done_claimed") ? mine_done_fields : &mine_done_fields[sizeof mine_done_fields / sizeof *mine_done_fields - 1]);
}

int mine_page(struct req *r)
{
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	around_add(r, &s);
	return OK;
}

int side_conflict(struct req *r, const struct side *s)
{
	around_add(r, s);
	return conflict(r);
}

/* ---- one button each ---- */

int mine_confirm(struct req *r)
{
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	if (!request_confirm(r->mem, &s.q, &s.by))
		return side_conflict(r, &s);
	flash(r, !strcmp(s.q.state, "review") ? "help-review" : "help-open");
	return see_other(r, "%s", s.path);
}

/* The same was asked lately: the older one is kept, this one ends. */
int mine_same(struct req *r)
{
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	int64_t other = strcmp(s.q.state, "unconfirmed") ? 0 : request_same(s.q.id);
	if (!other || !request_move(r->mem, &s.q, "closed", &s.by, &(struct move){ .outcome = "withdrawn", .reason = "duplicate" }))
		return side_conflict(r, &s);
	return see_other(r, "%s/upravit", link_of(r->mem, s.by.parts & PROXY ? LINK_PROXY : LINK_REQUESTER, other));
}

int mine_renew(struct req *r)
{
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	if (!request_renew(r->mem, &s.q, &s.by))
		return side_conflict(r, &s);
	flash(r, "help-renewed");
	return see_other(r, "%s", s.path);
}

/* Thanks go to everybody who promised; "no" opens the request again. */
int mine_done(struct req *r)
{
	static const char *const outcomes[] = { "fulfilled", "partly", NULL };
	const struct value *v = r->values;
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	if (v[HOW].error || v[THANKS].error)
		return around_add(r, &s), invalid(r);
	const char *outcome = outcomes[v[HOW].number];
	if (outcome)
		db_exec("UPDATE response SET thanks = NULLIF(?, ''), again_requester = ? WHERE request_id = ? AND state = 'accepted'", S(v[THANKS].text), I(v[AGAIN].given),
			I(s.q.id));
	if (!request_move(r->mem, &s.q, outcome ? "closed" : "open", &s.by, &(struct move){ .outcome = outcome, .note = outcome && v[THANKS].given ? v[THANKS].text : NULL }))
		return side_conflict(r, &s);
	flash(r, outcome ? "help-thanks" : "help-again");
	return see_other(r, "%s", s.path);
}
