/* One request at the desk: what it is, who answers it, and what a coordinator may do with it now (flows.md E1, the rows of C and K). */
#include "dispatch/dispatch.h"

int work_open(struct req *r, struct work *w)
{
	*w = (struct work){ 0 };
	int refused = desk_open(r, &w->desk);
	if (refused)
		return refused;
	if (!request_load(r->mem, r->number, NULL, r->method == POST, &w->q))
		return NOT_FOUND;
	bool here = w->desk.town ? !w->q.organisation && w->q.town == w->desk.town : w->q.organisation == w->desk.organisation;
	w->by = (struct actor){ r->person.id, request_parts(&w->q, r->person.id, r->person.roles) };
	return here && w->by.parts & HANDLER ? 0 : NOT_FOUND;
}

int work_done(struct req *r, const struct work *w, const char *said)
{
	flash(r, said);
	return see_other(r, "%s/%" PRId64, w->desk.path, w->q.id);
}

int work_met(struct req *r, const struct work *w, const char *why)
{
	page_set(page_add(r->page, "met", NULL), "why", why);
	work_page(r, w);
	return conflict(r);
}

/* What its page offers by one button: from where (null: the table of E1 alone says), to where, what is said afterwards. */
static const struct act {
	const char *from, *to, *outcome, *said;
} acts[] = {
	{ "open", "reserved", NULL, "help-reserved" },
	{ "reserved", "open", NULL, "help-released" },
	{ NULL, "underway", NULL, "help-underway" },
	{ NULL, "done_claimed", NULL, "help-done" },
	{ "done_claimed", "closed", "fulfilled", "help-closed" },
	{ "done_claimed", "closed", "partly", "help-closed" },
	{ "done_claimed", "open", NULL, "help-again" },
	{ NULL, "", NULL, "help-renewed" },
	{ NULL, "hidden", NULL, "help-hidden" },
	{ "hidden", NULL, NULL, "help-restored" },
};
static const char *const words[] = { "rezervovat", "uvolnit", "zahajit", "hotovo", "podarilo-se", "zcasti", "neni-hotovo", "prodlouzit", "skryt", "vratit", NULL };
enum { RENEWALS = 3 };
const struct field act_fields[] = { { .name = "co", .type = FIELD_CHOICE, .allowed = words, .required = true }, { 0 } };

static const char *target(const struct act *a, const struct request *q)
{
	return a->to ? a->to : q->hidden_from ? q->hidden_from : "";
}

/* What moderators of the site hid is theirs to give back. */
static bool fits(const struct act *a, const struct request *q, unsigned parts)
{
	if (a->to && !*a->to)
		return RENEWALS > q->renew_count && q->expires > 0 && (!strcmp(q->state, "open") || !strcmp(q->state, "reserved") || !strcmp(q->state, "review"));
	if (a->from && strcmp(a->from, q->state))
		return false;
	if (!a->to && strcmp(q->moderation, "visible") && strcmp(q->moderation, "limited"))
		return false;
	return request_can(q, target(a, q), parts);
}

static void offers_add(struct req *r, const struct work *w)
{
	for (size_t i = 0; words[i]; i++)
		if (fits(&acts[i], &w->q, w->by.parts))
			page_set(page_add(r->page, "can", NULL), "do", words[i]);
	if (request_takes(&w->q))
		page_set(page_add(r->page, "can", NULL), "do", "pozvat");
	if (!strcmp(w->q.state, "review") && request_can(&w->q, "open", w->by.parts))
		page_set(page_add(r->page, "can", NULL), "do", "zverejnit");
	if (request_can(&w->q, "closed", w->by.parts) && strcmp(w->q.state, "done_claimed"))
		page_set(page_add(r->page, "can", NULL), "do", "ukoncit");
}

void work_page(struct req *r, const struct work *w)
{
	show_request(r, r->page, w->q.id);
	db_rows(r->mem, r->page, "detail",
		"SELECT q.entered AS `@entered`, NULLIF(q.wave, 0) AS `@waves`, IF(q.coordinator_id = ?, 'yes', NULL) AS `@mine`, IF(q.auto_accept, 'yes', NULL) AS `@trusts`,"
		" NULLIF(q.languages, '') AS `@languages`, q.text160 AS short, NULLIF(" PERSON_SHOWN("p") ", '') AS coordinator,"
		" NULLIF(" PERSON_SHOWN("h") ", '') AS reserver,"
		" q.reserved_until AS reserved, q.created_at AS created, q.closed_at AS closed, q.closed_note AS note"
		"  FROM help_request q LEFT JOIN person p ON p.id = q.coordinator_id LEFT JOIN person h ON h.id = q.reserved_by WHERE q.id = ?",
		I(r->person.id), I(w->q.id));
	offers_add(r, w);
	people_add(r, &w->q);
	notes_add(r, w);
}

int work_show(struct req *r)
{
	struct work w;
	int refused = work_open(r, &w);
	if (!refused)
		work_page(r, &w);
	return refused ? refused : OK;
}

int work_act(struct req *r)
{
	struct work w;
	int refused = work_open(r, &w);
	if (refused || r->values[0].error)
		return refused ? refused : BAD_REQUEST;
	const struct act *a = &acts[r->values[0].number];
	bool renews = a->to && !*a->to;
	if (!fits(a, &w.q, w.by.parts))
		return work_met(r, &w, "state");
	bool moved = renews ? request_renew(r->mem, &w.q, &w.by) : request_move(r->mem, &w.q, target(a, &w.q), &w.by, &(struct move){ .outcome = a->outcome });
	return moved ? work_done(r, &w, a->said) : work_met(r, &w, "state");
}
