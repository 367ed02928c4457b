/* States of a delivery, and the request that goes along. */
#include "help/delivery.h"
#include <inttypes.h>
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/depot.h"
#include "help/request.h"
#include "help/response.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/event.h"
#include "web/outbox.h"
#include "web/seal.h"
#include "web/text.h"

const char *const delivery_states[] = { "new", "assigned", "picking", "delivering", "delivered", "archived", NULL };

/* told: what who gets it is told, when there is no request; asked: where the request goes along. */
static const struct row {
	const char *from, *to;
	unsigned parts;
	const char *told, *asked;
} rows[] = {
	{ "assigned", "picking", DISPATCHING | CARRYING, NULL, NULL },
	{ "picking", "delivering", DISPATCHING | CARRYING, "coming", "underway" },
	{ "delivering", "delivered", DISPATCHING | CARRYING, "brought", "done_claimed" },
	{ "assigned picking delivering", "new", DISPATCHING | CARRYING, NULL, NULL },
	{ "new delivered", "archived", DISPATCHING, NULL, NULL },
};

#define FIELD(name, type, member) { name, type, offsetof(struct delivery, member) }
static const struct column columns[] = {
	FIELD("id", COLUMN_INT, id),
	FIELD("town_code", COLUMN_INT, town),
	FIELD("request_id", COLUMN_INT, request),
	FIELD("courier_id", COLUMN_INT, courier),
	FIELD("reserved_by", COLUMN_INT, reserved_by),
	FIELD("version", COLUMN_INT, version),
	FIELD("state", COLUMN_TEXT, state),
	FIELD("items", COLUMN_TEXT, items),
	FIELD("town_name", COLUMN_TEXT, town_name),
	FIELD("town_slug", COLUMN_TEXT, town_slug),
	FIELD("lang", COLUMN_TEXT, lang),
	FIELD("reserved_until", COLUMN_TIME, reserved_until),
	{ 0 },
};

bool delivery_load(const void *mem, int64_t id, bool lock, struct delivery *d)
{
	if (lock && !db_number(0, "SELECT id FROM delivery WHERE id = ? FOR UPDATE", I(id)))
		return false;
	return db_one(mem, d, columns,
	              "SELECT d.id, d.town_code, d.request_id, d.courier_id, d.reserved_by, d.version, d.state, d.items, d.lang, d.reserved_until, t.name AS town_name,"
	              " t.slug AS town_slug FROM delivery d JOIN town t ON t.code = d.town_code WHERE d.id = ?", I(id));
}

static bool in(const struct delivery *d, const char *state)
{
	return !strcmp(d->state, state);
}

static void write(struct delivery *d, int64_t person, const char *from)
{
	bool over = in(d, "delivered") || in(d, "archived");
	time_t now = time_now();
	d->version++;
	db_exec("UPDATE delivery SET state = ?, courier_id = NULLIF(?, 0), reserved_by = NULLIF(?, 0), reserved_until = ?, assigned_at = IF(? = 'assigned', ?, assigned_at),"
		" ended_at = IF(?, COALESCE(ended_at, ?), NULL), changed_at = ?, version = ? WHERE id = ?",
		S(d->state), I(d->courier), I(d->reserved_by), T(d->reserved_until), S(d->state), T(now), I(over), T(now), T(now), I(d->version), I(d->id));
	event_log_as(person, "delivery", d->id, "help.delivery", from, d->state, d->reserved_by ? "reserved" : NULL, NULL);
}

static bool held_by_another(const struct delivery *d, int64_t person)
{
	return d->reserved_by && d->reserved_by != person && d->reserved_until > time_now();
}

bool delivery_reserve(struct delivery *d, int64_t person)
{
	if (!in(d, "new") || held_by_another(d, person))
		return false;
	d->reserved_by = person;
	d->reserved_until = time_now() + DELIVERY_RESERVED;
	write(d, person, "new");
	return true;
}

bool delivery_release(struct delivery *d, int64_t person)
{
	if (!in(d, "new") || !d->reserved_by || (person && person != d->reserved_by))
		return false;
	d->reserved_by = 0;
	d->reserved_until = -1;
	write(d, person, "new");
	return true;
}

/* ---- who is told ---- */

static void tell_courier(const void *mem, const struct delivery *d, const char *what)
{
	const char *link = talloc_asprintf(mem, "%s/%s/pomoc/rozvoz/%" PRId64, conf.base, d->town_slug, d->id);
	outbox_(mem, "help.delivery", d->id, d->courier, OUTBOX_PAIRS("what", what, "title", d->items, "town", d->town_name, "link", link));
}

/* Who gets it and asked for nothing here knows it by SMS; she has no page of her own. */
static void tell_recipient(const void *mem, const struct delivery *d, const char *what)
{
	static const struct column phone_columns[] = { { "phone", COLUMN_BYTES, 0 }, { 0 } };
	struct db_bytes sealed;
	if (d->request || !db_one(mem, &sealed, phone_columns, "SELECT phone FROM delivery WHERE id = ?", I(d->id)) || !sealed.bytes)
		return;
	const char *phone = seal_open_text(mem, "help", sealed.bytes, sealed.length);
	outbox_to_(mem, "help.delivery", d->id, "sms", phone, d->lang, OUTBOX_PAIRS("what", what, "title", d->items, "town", d->town_name));
}

/* ---- the request ---- */

/* The courier promises what was asked: E2, suggested and accepted by the dispatcher. */
static enum delivery_result promise(const void *mem, const struct delivery *d, int64_t courier, int64_t person)
{
	struct request q;
	struct response a;
	if (!d->request || !request_load(mem, d->request, NULL, true, &q))
		return DELIVERY_DONE;
	if (!response_of(mem, q.id, courier, &a) || !text_has_word("suggested invited applied accepted", a.state)) {
		int64_t id = db_exec("INSERT INTO response (request_id, person_id, state, nonce) VALUES (?, ?, 'suggested', RANDOM_BYTES(8))", I(q.id), I(courier));
		/* Another window was quicker. */
		if (id == DB_DUPLICATE || !response_load(mem, id, &a))
			return DELIVERY_STATE;
	}
	if (!strcmp(a.state, "accepted"))
		return DELIVERY_DONE;
	enum response_result result = response_move(mem, &q, &a, "accepted", &(struct actor){ person, HANDLER }, "delivery");
	return result == RESPONSE_DONE ? DELIVERY_DONE : result == RESPONSE_LEVEL ? DELIVERY_LEVEL : DELIVERY_STATE;
}

/* The courier does not carry it any more. */
static void promise_end(const void *mem, const struct delivery *d, int64_t person, unsigned parts)
{
	struct request q;
	struct response a;
	bool herself = parts == CARRYING;
	if (d->request && request_load(mem, d->request, NULL, true, &q) && response_of(mem, q.id, d->courier, &a))
		response_move(mem, &q, &a, herself ? "left" : "dropped", &(struct actor){ person, herself ? HELPER : HANDLER }, "delivery");
}

static void ask_along(const void *mem, const struct delivery *d, const char *to, int64_t person)
{
	struct request q;
	if (d->request && request_load(mem, d->request, NULL, true, &q))
		request_move(mem, &q, to, &(struct actor){ person, HELPER }, NULL);
}

/* ---- moves ---- */

enum delivery_result delivery_assign(const void *mem, struct delivery *d, int64_t courier, int64_t person)
{
	if (!in(d, "new") || d->reserved_by != person || time_now() > d->reserved_until)
		return DELIVERY_STATE;
	enum delivery_result result = promise(mem, d, courier, person);
	if (result != DELIVERY_DONE)
		return result;
	d->state = "assigned";
	d->courier = courier;
	d->reserved_by = 0;
	d->reserved_until = -1;
	write(d, person, "new");
	tell_courier(mem, d, "yours");
	return DELIVERY_DONE;
}

static const struct row *row_find(const struct delivery *d, const char *to, unsigned parts)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (text_has_word(rows[i].from, d->state) && !strcmp(rows[i].to, to) && rows[i].parts & parts)
			return &rows[i];
	return NULL;
}

bool delivery_can(const struct delivery *d, const char *to, unsigned parts)
{
	return row_find(d, to, parts) != NULL;
}

bool delivery_move(const void *mem, struct delivery *d, const char *to, int64_t person, unsigned parts)
{
	const struct row *row = row_find(d, to, parts);
	const char *from = d->state;
	if (!row || (in(d, "new") && held_by_another(d, person)))
		return false;
	if (!strcmp(to, "new")) {
		promise_end(mem, d, person, parts);
		if (parts != CARRYING)
			tell_courier(mem, d, "not-yours");
		d->courier = 0;
	}
	if (in(d, "new") && !strcmp(to, "archived"))
		depot_return(d->id, person);
	d->state = to;
	d->reserved_by = 0;
	d->reserved_until = -1;
	write(d, person, from);
	if (row->asked)
		ask_along(mem, d, row->asked, person);
	if (row->told)
		tell_recipient(mem, d, row->told);
	return true;
}

void delivery_leave(int64_t person)
{
	db_exec("UPDATE delivery SET state = 'new', courier_id = NULL, changed_at = ?, version = version + 1 WHERE courier_id = ? AND state IN ('assigned', 'picking', 'delivering')",
		T(time_now()), I(person));
}

int64_t delivery_forget_contacts(time_t before)
{
	return db_exec("UPDATE delivery SET recipient = NULL, phone = NULL, address = NULL, pickup = NULL, note = NULL WHERE ended_at < ?"
	               " AND COALESCE(recipient, phone, address, pickup, note) IS NOT NULL LIMIT 10000", T(before));
}

int64_t delivery_forget(time_t before)
{
	return db_exec("DELETE FROM delivery WHERE ended_at < ? LIMIT 10000", T(before));
}
