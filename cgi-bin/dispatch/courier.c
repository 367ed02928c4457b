/* What I carry: my deliveries, where from and where to while they are mine, and one tap for each step. */
#include "dispatch/crisis.h"

enum { ACT };
static const char *const words[] = { "vyzvedava", "veze", "doruceno", "vratit", "adresy", NULL };
static const struct delivery_step steps[] = {
	{ "picking", "courier-picking" }, { "delivering", "courier-coming" }, { "delivered", "courier-brought" }, { "new", "courier-gave-back" },
};
enum { BACK = 3, LOOK };
const struct field courier_fields[] = { [ACT] = { .name = "co", .type = FIELD_CHOICE, .allowed = words, .required = true }, { 0 } };

#define MINE "SELECT d.id AS `@id`, d.state AS `@state`, d.items, d.created_at AS created, d.changed_at AS changed FROM delivery d"

int courier_list(struct req *r)
{
	r->personal = true;
	db_rows(r->mem, r->page, "delivery", MINE " WHERE d.courier_id = ? AND d.town_code = ? AND d.state IN ('assigned', 'picking', 'delivering', 'delivered')"
	                                     " ORDER BY d.state = 'delivered', d.changed_at DESC LIMIT 50", I(r->person.id), I(r->town.code));
	return OK;
}

/* Whose it is not learns nothing, not even that there is one. */
static int mine(struct req *r, struct delivery *d)
{
	r->personal = true;
	return delivery_load(r->mem, r->number, r->method == POST, d) && d->town == r->town.code && d->courier == r->person.id ? 0 : NOT_FOUND;
}

static void page(struct req *r, const struct delivery *d)
{
	db_rows(r->mem, r->page, "delivery", MINE " WHERE d.id = ?", I(d->id));
	for (size_t i = 0; LOOK > i; i++)
		if (delivery_can(d, steps[i].to, CARRYING))
			page_set(page_add(r->page, "can", NULL), "do", words[i]);
}

int courier_page(struct req *r)
{
	struct delivery d;
	int refused = mine(r, &d);
	if (!refused)
		page(r, &d);
	return refused ? refused : OK;
}

/* The addresses are hers until it is brought. */
static int look(struct req *r, const struct delivery *d)
{
	bool hers = text_has_word("assigned picking delivering", d->state);
	if (hers)
		delivery_open(r, d, "helper");
	page(r, d);
	return hers ? OK : conflict(r);
}

int courier_act(struct req *r)
{
	struct delivery d;
	int refused = mine(r, &d);
	if (refused || r->values[ACT].error)
		return refused ? refused : BAD_REQUEST;
	int64_t act = r->values[ACT].number;
	if (act == LOOK)
		return look(r, &d);
	if (!delivery_move(r->mem, &d, steps[act].to, r->person.id, CARRYING)) {
		page(r, &d);
		return conflict(r);
	}
	flash(r, steps[act].said);
	if (act == BACK)
		return see_other(r, "/%s/pomoc/rozvoz", r->town.slug);
	return see_other(r, "/%s/pomoc/rozvoz/%" PRId64, r->town.slug, d.id);
}
