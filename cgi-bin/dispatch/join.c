/* Who joins in a crisis: as what, with what transport, ready now or not. */
#include "dispatch/crisis.h"

enum { ROLES, TRANSPORT, TEXT, SHOW_PHONE, NOW, FIELDS };
const struct field join_fields[] = {
	[ROLES] = { .name = "role", .type = FIELD_SET, .allowed = crisis_words, .required = true },
	[TRANSPORT] = { .name = "doprava", .type = FIELD_SET, .allowed = person_transports },
	[TEXT] = { .name = "umim", .type = FIELD_LONG, .high = 200 },
	[SHOW_PHONE] = { .name = "telefon", .type = FIELD_TICK },
	[NOW] = { .name = "ted", .type = FIELD_TICK },
	{ 0 },
};

enum { PRESS };
static const char *const presses[] = { "ano", "ne", "odejit", NULL };
enum { READY, NOT_READY, LEAVE };
const struct field ready_fields[] = { [PRESS] = { .name = "co", .type = FIELD_CHOICE, .allowed = presses, .required = true }, { 0 } };

struct joined {
	int64_t roles, transport;
	const char *text;
	bool show_phone, ready;
};
static const struct column columns[] = {
	{ "roles", COLUMN_INT, offsetof(struct joined, roles) },          { "transport", COLUMN_INT, offsetof(struct joined, transport) },
	{ "text", COLUMN_TEXT, offsetof(struct joined, text) },           { "show_phone", COLUMN_BOOL, offsetof(struct joined, show_phone) },
	{ "ready", COLUMN_BOOL, offsetof(struct joined, ready) },         { 0 },
};

static bool load(struct req *r, struct joined *j)
{
	return db_one(r->mem, j, columns, "SELECT roles + 0 AS roles, transport + 0 AS transport, text, show_phone, COALESCE(ready_until > ?, FALSE) AS ready"
	                                  " FROM crisis_helper WHERE town_code = ? AND person_id = ?", T(time_now()), I(r->town.code), I(r->person.id));
}

/* <join>: whether there is a crisis, whether I am in, ready, with a telephone, and how much I carry. */
static bool join_add(struct req *r, struct joined *j)
{
	bool known = load(r, j);
	xmlNode *join = page_add(r->page, "join", NULL);
	r->personal = true;
	crisis_show(r->mem, r->page, r->town.code);
	page_set(join, "known", known ? "yes" : NULL);
	page_set(join, "ready", known && j->ready ? "yes" : NULL);
	page_set(join, "phone", contact_own(r, "phone") ? "yes" : NULL);
	page_set_number(join, "carried", db_number(0, "SELECT COUNT(*) FROM delivery WHERE courier_id = ? AND state IN ('assigned', 'picking', 'delivering') AND town_code = ?",
	                                           I(r->person.id), I(r->town.code)));
	return known;
}

int join_page(struct req *r)
{
	struct joined j = { 0 };
	if (!join_add(r, &j))
		return OK;
	form_fill(r, "role", text_words(r->mem, crisis_words, j.roles));
	form_fill(r, "doprava", text_words(r->mem, person_transports, j.transport));
	form_fill(r, "umim", j.text);
	form_fill(r, "telefon", j.show_phone ? "ano" : "");
	form_fill(r, "ted", j.ready ? "ano" : "");
	return OK;
}

/* After a crisis nobody joins; who is in may still leave. */
int join_take(struct req *r)
{
	struct joined j = { 0 };
	struct value *v = r->values;
	join_add(r, &j);
	if (v[SHOW_PHONE].given && !contact_own(r, "phone"))
		form_error(r, &v[SHOW_PHONE], "telefon", "phone");
	for (int i = 0; FIELDS > i; i++)
		if (v[i].error)
			return invalid(r);
	if (!crisis_on(r->town.code))
		return conflict(r);
	db_exec("INSERT INTO crisis_helper (town_code, person_id, roles, transport, text, show_phone, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
		" ON DUPLICATE KEY UPDATE roles = VALUES(roles), transport = VALUES(transport), text = VALUES(text), show_phone = VALUES(show_phone)",
		I(r->town.code), I(r->person.id), I(v[ROLES].number), I(v[TRANSPORT].number), S(v[TEXT].text), I(v[SHOW_PHONE].given), T(time_now()), T(time_now()));
	crisis_ready(r->mem, r->town.code, r->person.id, v[NOW].given);
	event_log_add(r, "town", r->town.code, "help.join", NULL, NULL, NULL, NULL);
	flash(r, "crisis-joined");
	return see_other(r, "/%s/pomoc/krize", r->town.slug);
}

/* One tap. Who leaves keeps what she carries until it is brought or given back. */
int join_ready(struct req *r)
{
	static const char *const said[] = { "crisis-ready", "crisis-not-ready", "crisis-left" };
	if (r->values[PRESS].error)
		return BAD_REQUEST;
	int64_t press = r->values[PRESS].number;
	if (press == LEAVE)
		db_exec("DELETE FROM crisis_helper WHERE town_code = ? AND person_id = ?", I(r->town.code), I(r->person.id));
	else if (!crisis_ready(r->mem, r->town.code, r->person.id, press == READY))
		return NOT_FOUND;
	event_log_add(r, "town", r->town.code, "help.join", NULL, presses[press], NULL, NULL);
	flash(r, said[press]);
	return see_other(r, "/%s/pomoc/krize", r->town.slug);
}
