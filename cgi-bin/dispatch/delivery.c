/* Deliveries at the desk: what is to be assigned, on the way and brought. */
#include "dispatch/crisis.h"
#include <stdlib.h>
#include "help/make.h"

enum { SHOWN = 50 };

/* ---- the board ---- */

static const struct {
	const char *word, *first, *second, *third;
} columns[] = { { "priradit", "new", "new", "new" }, { "na-ceste", "assigned", "picking", "delivering" }, { "doruceno", "delivered", "delivered", "delivered" } };

#define SHOW                                                                                                                               \
	"SELECT d.id AS `@id`, d.state AS `@state`, d.request_id AS `@request`, IF(d.reserved_by = ?, 'yes', NULL) AS `@mine`, d.items,"     \
	" NULLIF(" PERSON_SHOWN("c") ", '') AS courier, NULLIF(" PERSON_SHOWN("p") ", '') AS reserver, d.reserved_until AS reserved, d.created_at AS created, d.changed_at AS changed" \
	"  FROM delivery d LEFT JOIN person c ON c.id = d.courier_id LEFT JOIN person p ON p.id = d.reserved_by"

static void column_add(struct req *r, size_t i)
{
	xmlNode *column = page_add(r->page, "lane", NULL);
	page_set(column, "word", columns[i].word);
	page_set_number(column, "count", db_number(0, "SELECT COUNT(*) FROM delivery WHERE town_code = ? AND state IN (?, ?, ?)", I(r->town.code), S(columns[i].first),
	                                           S(columns[i].second), S(columns[i].third)));
	if (i == 2)
		db_rows(r->mem, column, "delivery", SHOW " WHERE d.town_code = ? AND d.state = 'delivered' ORDER BY d.ended_at DESC LIMIT ?", I(r->person.id), I(r->town.code), I(SHOWN));
	else
		db_rows(r->mem, column, "delivery", SHOW " WHERE d.town_code = ? AND d.state IN (?, ?, ?) ORDER BY d.changed_at LIMIT ?", I(r->person.id), I(r->town.code),
		        S(columns[i].first), S(columns[i].second), S(columns[i].third), I(SHOWN));
}

/* Changes with every change of a delivery that is not put away. */
static bool board_unchanged(struct req *r)
{
	return unchanged(r, db_number(0, "SELECT COUNT(*) * 4294967296 + COALESCE(BIT_XOR(CRC32(CONCAT_WS(':', id, version))), 0) FROM delivery WHERE town_code = ? AND state <> 'archived'",
	                              I(r->town.code)), -1);
}

int delivery_board(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	if (board_unchanged(r))
		return NOT_MODIFIED;
	for (size_t i = 0; i != sizeof columns / sizeof *columns; i++)
		column_add(r, i);
	return OK;
}

/* ---- a new one ---- */

enum { ITEMS, STOCK, AMOUNT, PICKUP, RECIPIENT, ADDRESS, PHONE, NOTE, REQUEST, FIELDS };
const struct field delivery_new_fields[] = {
	[ITEMS] = { .name = "co", .type = FIELD_TEXT, .high = 200, .required = true },
	[STOCK] = { .name = "zasoba", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX },
	[AMOUNT] = { .name = "kolik", .type = FIELD_NUMBER, .low = 1, .high = DEPOT_MOST },
	[PICKUP] = { .name = "odkud", .type = FIELD_TEXT, .high = 150 },
	[RECIPIENT] = { .name = "jmeno", .type = FIELD_TEXT, .high = 60 },
	[ADDRESS] = { .name = "kam", .type = FIELD_TEXT, .high = 150 },
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE },
	[NOTE] = { .name = "poznamka", .type = FIELD_LONG, .high = 500 },
	[REQUEST] = { .name = "prosba", .type = FIELD_HIDDEN, .high = 20 },
	{ 0 },
};

/* The request it is for, of this desk and still open; false with an id that is none. q->id 0: for no request. */
static bool of_request(struct req *r, struct request *q)
{
	int64_t id = strtoll(r->values[REQUEST].text, NULL, 10);
	*q = (struct request){ 0 };
	if (!r->values[REQUEST].given)
		return true;
	if (!request_load(r->mem, id, NULL, false, q) || q->town != r->town.code || q->organisation || !text_has_word("open reserved filled underway", q->state))
		return false;
	show_request(r, r->page, id);
	return true;
}

/* What depots of the town still have. */
static void stock_add(struct req *r)
{
	db_rows(r->mem, r->page, "stock", "SELECT i.id AS `@id`, SUM(m.amount) AS `@left`, CONCAT(i.name, ', ', d.name) AS name FROM depot d JOIN depot_item i ON i.depot_id = d.id"
		"  JOIN depot_move m ON m.item_id = i.id WHERE d.town_code = ? GROUP BY i.id, i.name, d.name HAVING SUM(m.amount) > 0 ORDER BY i.name, d.name", I(r->town.code));
}

int delivery_new_page(struct req *r)
{
	struct desk d;
	struct request q;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	if (!of_request(r, &q))
		return NOT_FOUND;
	if (q.id && !r->values[ITEMS].given)
		form_fill(r, "co", q.title);
	stock_add(r);
	return OK;
}

static struct arg sealed(struct req *r, int field)
{
	return db_sealed(r->mem, "help", r->values[field].text);
}

/* Both or neither, and of a depot of this town. */
static void judge_stock(struct req *r)
{
	struct value *v = r->values;
	if (v[STOCK].given && !v[AMOUNT].given)
		form_error(r, &v[AMOUNT], "kolik", "required");
	if (v[AMOUNT].given && !v[STOCK].given)
		form_error(r, &v[STOCK], "zasoba", "required");
	if (v[STOCK].given && !v[STOCK].error
	    && !db_number(0, "SELECT i.id FROM depot_item i JOIN depot d ON d.id = i.depot_id WHERE i.id = ? AND d.town_code = ?", I(v[STOCK].number), I(r->town.code)))
		form_error(r, &v[STOCK], "zasoba", "choice");
}

/* Where to and whom is known of a request; else it is asked. */
static bool judge(struct req *r, const struct request *q, const char **phone)
{
	struct value *v = r->values;
	bool right = true;
	*phone = v[PHONE].given && !v[PHONE].error ? contact_normalise(r->mem, "phone", v[PHONE].text) : NULL;
	if (v[PHONE].given && !*phone && !v[PHONE].error)
		form_error(r, &v[PHONE], "telefon", "phone");
	if (!q->id && !v[ADDRESS].given)
		form_error(r, &v[ADDRESS], "kam", "required");
	const char *exposed = v[ITEMS].given ? text_exposes(r->mem, v[ITEMS].text, v[ADDRESS].text) : NULL;
	if (exposed)
		form_error(r, &v[ITEMS], "co", exposed);
	judge_stock(r);
	for (int i = 0; FIELDS > i; i++)
		right = right && !v[i].error;
	return right;
}

/* What is taken from a depot is picked up there, when nothing else is said. */
static struct arg pickup(struct req *r)
{
	static const struct column text[] = { { "text", COLUMN_TEXT, 0 }, { 0 } };
	const char *place;
	if (r->values[PICKUP].given || !db_one(r->mem, &place, text,
		"SELECT CONCAT_WS(', ', d.name, d.place, NULLIF(d.hours, '')) AS text FROM depot d JOIN depot_item i ON i.depot_id = d.id WHERE i.id = ?", I(r->values[STOCK].number)))
		return sealed(r, PICKUP);
	return db_sealed(r->mem, "help", place);
}

static int64_t keep(struct req *r, const struct request *q, const char *phone)
{
	int64_t id = db_exec("INSERT INTO delivery (town_code, request_id, items, recipient, phone, address, pickup, note, lang, entered_by, created_at, changed_at)"
		" VALUES (?, NULLIF(?, 0), ?, ?, ?, ?, ?, ?, 'cs', ?, ?, ?)", I(r->town.code), I(q->id), S(r->values[ITEMS].text), sealed(r, RECIPIENT),
		db_sealed(r->mem, "help", phone), sealed(r, ADDRESS), pickup(r), sealed(r, NOTE), I(r->person.id), T(time_now()), T(time_now()));
	db_exec("UPDATE delivery d JOIN help_request q ON q.id = d.request_id LEFT JOIN help_contact c ON c.request_id = q.id AND c.role = 'requester' SET"
		" d.address = COALESCE(d.address, q.place), d.recipient = COALESCE(d.recipient, c.name), d.phone = COALESCE(d.phone, c.phone), d.lang = COALESCE(c.lang, 'cs')"
		" WHERE d.id = ?", I(id));
	event_log_add(r, "delivery", id, "help.delivery", NULL, "new", NULL, NULL);
	return id;
}

/* A delivery and what it takes, or nothing of both: 0. The stock is locked first, so that what is left is known before anything is written. */
static int64_t stocked_keep(struct req *r, const struct request *q, const char *phone)
{
	struct value *v = r->values;
	int64_t left = v[STOCK].given ? depot_left(v[STOCK].number) : 0;
	if (v[STOCK].given && v[AMOUNT].number > left) {
		depot_short(r, &v[AMOUNT], left);
		stock_add(r);
		return 0;
	}
	int64_t id = keep(r, q, phone);
	if (v[STOCK].given)
		depot_move(v[STOCK].number, -v[AMOUNT].number, "", id, r->person.id);
	return id;
}

int delivery_new(struct req *r)
{
	struct desk d;
	struct request q;
	const char *phone;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	if (!of_request(r, &q))
		return NOT_FOUND;
	if (!judge(r, &q, &phone)) {
		stock_add(r);
		return invalid(r);
	}
	int64_t id = stocked_keep(r, &q, phone);
	if (!id)
		return invalid(r);
	flash(r, "delivery-made");
	return see_other(r, "%s/rozvoz/%" PRId64, d.path, id);
}

/* ---- one ---- */

const char *const delivery_words[] = { "rezervovat", "uvolnit", "priradit", "vyzvedava", "veze", "doruceno", "vratit", "odlozit", NULL };
enum { RESERVE, RELEASE, ASSIGN };
const struct delivery_step delivery_steps[] = {
	{ NULL, "delivery-reserved" }, { NULL, "delivery-released" }, { NULL, "delivery-assigned" }, { "picking", "delivery-picking" },
	{ "delivering", "delivery-coming" }, { "delivered", "delivery-brought" }, { "new", "delivery-again" }, { "archived", "delivery-archived" },
};
enum { ACT, COURIER };
const struct field delivery_act_fields[] = {
	[ACT] = { .name = "co", .type = FIELD_CHOICE, .allowed = delivery_words, .required = true },
	[COURIER] = { .name = "kuryr", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX },
	{ 0 },
};

static int at_desk(struct req *r, struct desk *k, struct delivery *d)
{
	int refused = desk_open(r, k);
	if (refused)
		return refused;
	return delivery_load(r->mem, r->number, r->method == POST, d) && d->town == r->town.code ? 0 : NOT_FOUND;
}

/* Couriers and drivers of the town, the ready ones first; what each of them has on the way. */
static void couriers_add(struct req *r)
{
	db_rows(r->mem, r->page, "joined",
		"SELECT c.person_id AS `@id`, c.roles AS `@roles`, NULLIF(c.transport, '') AS `@transport`, IF(c.ready_until > ?, 'yes', NULL) AS `@ready`, p.level AS `@level`,"
		" (SELECT COUNT(*) FROM delivery d WHERE d.courier_id = c.person_id AND d.state IN ('assigned', 'picking', 'delivering')) AS `@carries`,"
		" " PERSON_SHOWN("p") " AS who, NULLIF(c.text, '') AS text FROM crisis_helper c JOIN person p ON p.id = c.person_id"
		" WHERE c.town_code = ? AND c.roles & 3 AND p.level > 0 ORDER BY COALESCE(c.ready_until > ?, FALSE) DESC, c.changed_at DESC LIMIT 100",
		T(time_now()), I(r->town.code), T(time_now()));
}

static void can_add(struct req *r, const char *word)
{
	page_set(page_add(r->page, "can", NULL), "do", word);
}

static void page(struct req *r, const struct delivery *d)
{
	bool fresh = !strcmp(d->state, "new"), mine = d->reserved_by == r->person.id;
	db_rows(r->mem, r->page, "delivery", SHOW " WHERE d.id = ?", I(r->person.id), I(d->id));
	db_rows(r->mem, r->page, "taken", "SELECT i.depot_id AS `@depot`, -SUM(m.amount) AS `@amount`, i.name AS item, k.name FROM depot_move m JOIN depot_item i ON i.id = m.item_id"
		"  JOIN depot k ON k.id = i.depot_id WHERE m.delivery_id = ? GROUP BY i.id, i.depot_id, i.name, k.name HAVING SUM(m.amount) <> 0", I(d->id));
	if (fresh && !d->reserved_by)
		can_add(r, delivery_words[RESERVE]);
	if (fresh && mine)
		can_add(r, delivery_words[RELEASE]);
	for (size_t i = 0; delivery_words[i]; i++)
		if (delivery_steps[i].to && delivery_can(d, delivery_steps[i].to, DISPATCHING) && (!fresh || !d->reserved_by || mine))
			can_add(r, delivery_words[i]);
	if (fresh && mine)
		couriers_add(r);
}

int delivery_show(struct req *r)
{
	struct desk k;
	struct delivery d;
	int refused = at_desk(r, &k, &d);
	if (!refused)
		page(r, &d);
	return refused ? refused : OK;
}

static int met(struct req *r, const struct delivery *d, const char *why)
{
	struct delivery now;
	page_set(page_add(r->page, "met", NULL), "why", why);
	if (delivery_load(r->mem, d->id, false, &now))
		page(r, &now);
	return conflict(r);
}

static enum delivery_result assign(struct req *r, struct delivery *d)
{
	int64_t courier = r->values[COURIER].number;
	if (!db_number(0, "SELECT COUNT(*) FROM crisis_helper c JOIN person p ON p.id = c.person_id AND p.level > 0 WHERE c.town_code = ? AND c.person_id = ? AND c.roles & 3", I(d->town), I(courier)))
		return DELIVERY_STATE;
	return delivery_assign(r->mem, d, courier, r->person.id);
}

int delivery_act(struct req *r)
{
	struct desk k;
	struct delivery d;
	int refused = at_desk(r, &k, &d);
	if (refused || r->values[ACT].error || r->values[COURIER].error)
		return refused ? refused : BAD_REQUEST;
	int64_t act = r->values[ACT].number;
	enum delivery_result result = DELIVERY_STATE;
	if (act == ASSIGN)
		result = assign(r, &d);
	else if (act == RESERVE ? delivery_reserve(&d, r->person.id) : act == RELEASE ? delivery_release(&d, r->person.id)
	                        : delivery_move(r->mem, &d, delivery_steps[act].to, r->person.id, DISPATCHING))
		result = DELIVERY_DONE;
	if (result != DELIVERY_DONE)
		return met(r, &d, result == DELIVERY_LEVEL ? "level" : "state");
	flash(r, delivery_steps[act].said);
	return see_other(r, "%s/rozvoz/%" PRId64, k.path, d.id);
}

/* ---- addresses ---- */

struct inside {
	struct db_bytes recipient, phone, address, pickup, note;
};
static const struct column inside_columns[] = {
	{ "recipient", COLUMN_BYTES, offsetof(struct inside, recipient) }, { "phone", COLUMN_BYTES, offsetof(struct inside, phone) },
	{ "address", COLUMN_BYTES, offsetof(struct inside, address) },     { "pickup", COLUMN_BYTES, offsetof(struct inside, pickup) },
	{ "note", COLUMN_BYTES, offsetof(struct inside, note) },           { 0 },
};

void delivery_open(struct req *r, const struct delivery *d, const char *capacity)
{
	struct inside s;
	xmlNode *opened = page_add(r->page, "opened", NULL);
	if (!db_one(r->mem, &s, inside_columns, "SELECT recipient, phone, address, pickup, note FROM delivery WHERE id = ?", I(d->id)))
		return;
	for (size_t i = 0; inside_columns[i].name; i++) {
		const struct db_bytes *b = (const struct db_bytes *)((const char *)&s + inside_columns[i].offset);
		if (b->bytes)
			page_add(opened, inside_columns[i].name, seal_open_text(r->mem, "help", b->bytes, b->length));
	}
	event_log_add(r, "delivery", d->id, "help.reveal", NULL, NULL, NULL, capacity);
	if (d->request)
		db_exec("INSERT INTO help_look (request_id, viewer_id, capacity, at) VALUES (?, ?, ?, ?)", I(d->request), I(r->person.id), S(capacity), T(time_now()));
	db_exec("INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) SELECT ?, c.person_id, ?, 'help', ? FROM help_contact c"
		" WHERE c.request_id = ? AND c.role = 'requester' AND c.person_id <> ?",
		T(time_now()), I(r->person.id), S(talloc_asprintf(r->mem, "request %" PRId64, d->request)), I(d->request), I(r->person.id));
}

int delivery_reveal(struct req *r)
{
	struct desk k;
	struct delivery d;
	form_add(r, delivery_act_fields);
	int refused = at_desk(r, &k, &d);
	if (refused)
		return refused;
	delivery_open(r, &d, "coordinator");
	page(r, &d);
	return OK;
}
