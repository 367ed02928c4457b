/* What both of the two may do: write to each other, say how it was, never meet again. */
#include "help/party.h"
#include "help/message.h"

enum { TEXT };
const struct field talk_fields[] = { [TEXT] = { .name = "zprava", .type = FIELD_LONG, .high = MESSAGE_LONGEST, .required = true }, { 0 } };

enum { AGAIN };
static const char *const answers[] = { "ano", "ne", NULL };
const struct field after_fields[] = { [AGAIN] = { .name = "znovu", .type = FIELD_CHOICE, .allowed = answers, .required = true }, { 0 } };

/* ---- who comes ---- */

static bool by_request(struct req *r, struct party *p)
{
	int64_t id;
	bool proxy;
	if (!link_open_side(r->mem, r->word, &id, &proxy))
		return false;
	p->by.parts = proxy ? PROXY : REQUESTER;
	return request_load(r->mem, id, NULL, r->method == POST, &p->q) && response_load(r->mem, r->number, &p->a) && p->a.request == p->q.id;
}

static bool by_response(struct req *r, struct party *p)
{
	int64_t id;
	if (!link_open(r->mem, LINK_RESPONSE, r->word, &id) || !response_load(r->mem, id, &p->a) ||
	    !request_load(r->mem, p->a.request, NULL, r->method == POST, &p->q) || !response_load(r->mem, id, &p->a))
		return false;
	p->by = (struct actor){ p->a.person, HELPER };
	return true;
}

static void party_add(struct req *r, const struct party *p)
{
	const char *who = *p->q.initial ? talloc_asprintf(r->mem, "%s %s", p->q.given, p->q.initial) : p->q.given;
	xmlNode *party = page_add(r->page, "party", NULL);
	page_set(party, "side", p->requester ? "requester" : "helper");
	page_set(party, "path", p->path);
	page_set(party, "tail", p->tail);
	page_set(party, "state", p->a.state);
	page_set(party, "write", message_may(&p->q, &p->a) ? "yes" : NULL);
	page_set_number(party, "level", p->a.level);
	page_add(party, "other", p->requester ? p->a.shown : who);
}

int party_open(struct req *r, struct party *p)
{
	p->requester = !strncmp(r->path, "/prosba/", strlen("/prosba/"));
	if (!(p->requester ? by_request(r, p) : by_response(r, p)))
		return NOT_FOUND;
	if (request_past(&p->q))
		return GONE;
	p->path = talloc_asprintf(r->mem, "/%s/%s", p->requester ? "prosba" : "odpoved", r->word);
	p->tail = p->requester ? talloc_asprintf(r->mem, "/%" PRId64, p->a.id) : "";
	r->personal = true;
	show_request(r, r->page, p->q.id);
	party_add(r, p);
	return 0;
}

/* ---- messages ---- */

int talk_page(struct req *r)
{
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	if (!text_has_word("accepted done no_show", p.a.state))
		return NOT_FOUND;
	message_list(r->mem, r->page, &p.a, p.requester);
	return OK;
}

int talk(struct req *r)
{
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	if (r->values[TEXT].error || !message_send(r->mem, &p.q, &p.a, p.requester, r->values[TEXT].text, NULL)) {
		message_list(r->mem, r->page, &p.a, p.requester);
		return r->values[TEXT].error ? invalid(r) : conflict(r);
	}
	flash(r, "help-written");
	return see_other(r, "%s/zpravy%s", p.path, p.tail);
}

/* ---- how it was ---- */

int after_page(struct req *r)
{
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	if (strcmp(p.a.state, "done"))
		return NOT_FOUND;
	int64_t said = db_number(-1, "SELECT IF(?, again_requester, again_helper) FROM response WHERE id = ?", I(p.requester), I(p.a.id));
	if (said >= 0)
		form_fill(r, "znovu", said ? "ano" : "ne");
	return OK;
}

/* Nobody sees it of the other; those who both said yes meet sooner (E2). */
int after(struct req *r)
{
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	if (strcmp(p.a.state, "done"))
		return conflict(r);
	if (r->values[AGAIN].error)
		return invalid(r);
	bool again = r->values[AGAIN].number == 0;
	if (p.requester)
		db_exec("UPDATE response SET again_requester = ? WHERE id = ?", I(again), I(p.a.id));
	else
		db_exec("UPDATE response SET again_helper = ? WHERE id = ?", I(again), I(p.a.id));
	flash(r, "help-after");
	return see_other(r, "%s", p.path);
}

/* ---- never again ---- */

int block_page(struct req *r)
{
	static const struct field nothing[] = { { 0 } };
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	form_add(r, nothing);
	return OK;
}

/* What is promised between them ends with it. */
static void part_ways(struct req *r, struct party *p)
{
	if (text_has_word("accepted applied", p->a.state))
		response_move(r->mem, &p->q, &p->a, !p->requester ? "left" : !strcmp(p->a.state, "applied") ? "refused" : "dropped", &p->by, "blocked");
	else if (!strcmp(p->a.state, "invited") && !p->requester)
		response_move(r->mem, &p->q, &p->a, "declined", &p->by, "blocked");
}

int block(struct req *r)
{
	struct party p = { 0 };
	int refused = party_open(r, &p);
	if (refused)
		return refused;
	const char *by = p.requester ? "requester" : "helper";
	db_exec("INSERT IGNORE INTO help_block (helper_id, contact_hash, by_whom, at) SELECT ?, phone_hash, ?, ? FROM help_contact"
		" WHERE request_id = ? AND role = 'requester' AND phone_hash IS NOT NULL", I(p.a.person), S(by), T(time_now()), I(p.q.id));
	db_exec("INSERT IGNORE INTO help_block (helper_id, contact_hash, by_whom, at) SELECT ?, mail_hash, ?, ? FROM help_contact"
		" WHERE request_id = ? AND role = 'requester' AND mail_hash IS NOT NULL", I(p.a.person), S(by), T(time_now()), I(p.q.id));
	event_log_as(p.by.person, "response", p.a.id, "help.block", p.a.state, NULL, by, NULL);
	part_ways(r, &p);
	flash(r, "help-blocked");
	return see_other(r, "%s", p.path);
}
