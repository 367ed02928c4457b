/* States of a standing offer: flows.md E2. */
#include "help/offer.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/told.h"
#include "web/db.h"
#include "web/event.h"
#include "web/time.h"

enum { DAY = 86400, TERM = 90 * DAY };

/* what: the letter to whose it is. */
static const struct row {
	const char *from, *to;
	unsigned parts;
	const char *what;
} rows[] = {
	{ "unconfirmed", "active", SYSTEM, "offer-active" },
	{ "active", "paused", HELPER, NULL },
	{ "paused", "active", HELPER | SYSTEM, NULL },
	{ "expired", "active", HELPER, NULL },
	{ "active", "expired", SYSTEM, "offer-expired" },
	{ "paused", "expired", SYSTEM, "offer-expired" },
	{ "unconfirmed", "expired", SYSTEM, NULL },
	{ "active", "withdrawn", HELPER | SYSTEM, NULL },
	{ "paused", "withdrawn", HELPER | SYSTEM, NULL },
	{ "unconfirmed", "withdrawn", HELPER | SYSTEM, NULL },
	{ "active", "removed", OVERSEER, "offer-removed" },
	{ "paused", "removed", OVERSEER, "offer-removed" },
};

static const struct row *row_find(const char *from, const char *to, unsigned parts)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].from, from) && !strcmp(rows[i].to, to) && rows[i].parts & parts)
			return &rows[i];
	return NULL;
}

#define FIELD(name, type, member) { name, type, offsetof(struct offer, member) }
static const struct column columns[] = {
	FIELD("id", COLUMN_INT, id),
	FIELD("person_id", COLUMN_INT, person),
	FIELD("organisation_id", COLUMN_INT, organisation),
	FIELD("town_code", COLUMN_INT, town),
	FIELD("version", COLUMN_INT, version),
	FIELD("state", COLUMN_TEXT, state),
	FIELD("town_slug", COLUMN_TEXT, town_slug),
	FIELD("town_name", COLUMN_TEXT, town_name),
	FIELD("valid_until", COLUMN_TEXT, valid_until),
	FIELD("paused_until", COLUMN_TEXT, paused_until),
	{ 0 },
};

bool offer_load(const void *mem, int64_t id, bool lock, struct offer *o)
{
	if (lock && !db_number(0, "SELECT id FROM offer WHERE id = ? FOR UPDATE", I(id)))
		return false;
	return db_one(mem, o, columns,
		      "SELECT o.id, o.person_id, o.organisation_id, o.town_code, o.version, o.state, CAST(o.valid_until AS CHAR) AS valid_until,"
		      " CAST(o.paused_until AS CHAR) AS paused_until, t.slug AS town_slug, t.name AS town_name FROM offer o JOIN town t ON t.code = o.town_code WHERE o.id = ?",
		      I(id));
}

bool offer_can(const struct offer *o, const char *to, unsigned parts)
{
	return row_find(o->state, to, parts) != NULL;
}

const char *offer_term(const void *mem)
{
	return time_day(mem, time_now() + TERM);
}

static void write(struct offer *o)
{
	bool over = !strcmp(o->state, "expired") || !strcmp(o->state, "withdrawn") || !strcmp(o->state, "removed");
	o->version++;
	db_exec("UPDATE offer SET state = ?, asked_valid_at = IF(valid_until = ?, asked_valid_at, NULL), valid_until = ?, paused_until = ?,"
		" ended_at = IF(?, ?, NULL), changed_at = ?, version = ? WHERE id = ?",
		S(o->state), S(o->valid_until), S(o->valid_until), S(o->paused_until), I(over), T(time_now()), T(time_now()), I(o->version), I(o->id));
}

bool offer_move(const void *mem, struct offer *o, const char *to, const struct actor *by, const char *until)
{
	const struct row *row = row_find(o->state, to, by->parts);
	const char *from = o->state;
	if (!row)
		return false;
	o->state = to;
	o->paused_until = strcmp(to, "paused") ? NULL : until;
	/* A pause may outlast the term: who names a day wants it to hold until then. */
	if (o->paused_until && strcmp(o->paused_until, o->valid_until) > 0)
		o->valid_until = o->paused_until;
	if (!strcmp(to, "active") && strcmp(from, "paused"))
		o->valid_until = until ? until : offer_term(mem);
	write(o);
	event_log_as(by->person, "offer", o->id, "help.offer", from, to, NULL, NULL);
	if (row->what)
		told_offer(mem, o, row->what);
	return true;
}

void offer_still(const void *mem, struct offer *o, const struct actor *by)
{
	o->valid_until = offer_term(mem);
	write(o);
	event_log_as(by->person, "offer", o->id, "help.offer", o->state, o->state, "still_true", NULL);
}

void offer_changed(struct offer *o, const struct actor *by)
{
	o->version++;
	db_exec("UPDATE offer SET version = ?, asked_valid_at = NULL WHERE id = ?", I(o->version), I(o->id));
	event_log_as(by->person, "offer", o->id, "help.offer", o->state, o->state, "changed", NULL);
}
