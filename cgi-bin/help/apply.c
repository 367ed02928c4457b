/* "Pomohu": a helper offers herself to a request she found in a list, a feed or on paper. */
#include "help/apply.h"

const struct field apply_fields[] = { { 0 } };

static bool find(struct req *r, bool lock, struct request *q)
{
	return request_load(r->mem, r->number, NULL, lock, q) && q->town == r->town.code && request_seen(q, r->person.id, r->person.roles);
}

/* How it stands between the two: <apply> may be pressed, state and link when there is a response already. */
void apply_add(struct req *r, const struct request *q)
{
	struct response a;
	xmlNode *node;
	bool known = r->person.id && response_of(r->mem, q->id, r->person.id, &a);
	bool own = r->person.id && request_parts(q, r->person.id, 0) & (REQUESTER | PROXY);
	if (own || (!known && !request_takes(q)))
		return;
	node = page_add(r->page, "apply", NULL);
	if (!known)
		return;
	page_set(node, "state", a.state);
	page_set(node, "href", link_of(r->mem, LINK_RESPONSE, a.id));
}

static void page(struct req *r, const struct request *q)
{
	form_add(r, apply_fields);
	show_request(r, r->page, q->id);
	apply_add(r, q);
}

int apply_page(struct req *r)
{
	struct request q;
	if (!find(r, false, &q))
		return NOT_FOUND;
	r->personal = true;
	page(r, &q);
	return OK;
}

static int refused(struct req *r, const struct request *q, const char *why)
{
	page(r, q);
	page_set(page_add(r->page, "refusal", NULL), "code", why);
	return conflict(r);
}

int apply_press(struct req *r)
{
	struct request q;
	struct response a;
	int64_t id;
	if (throttle_hit(r, "help-apply", talloc_asprintf(r->mem, "%" PRId64, r->person.id)))
		return too_many(r);
	if (!find(r, true, &q))
		return NOT_FOUND;
	enum response_result came = response_apply(r->mem, &q, r->person.id, &id);
	/* Pressed twice, or asked meanwhile: her own page says how it stands. */
	if (came == RESPONSE_REFUSED && id)
		return see_other(r, "%s", link_of(r->mem, LINK_RESPONSE, id));
	if (came != RESPONSE_DONE)
		return refused(r, &q, came == RESPONSE_LEVEL ? "level" : came == RESPONSE_COVERED ? "covered" : "state");
	flash(r, response_load(r->mem, id, &a) && !strcmp(a.state, "accepted") ? "help-yes" : "help-applied");
	return see_other(r, "%s", link_of(r->mem, LINK_RESPONSE, id));
}
