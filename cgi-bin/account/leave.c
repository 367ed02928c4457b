/* Leaving everything, then one DELETE: the schema knows what hangs on a person (ON DELETE). */
#include "leave.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/leave.h"
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/event.h"
#include "../web/outbox.h"
#include "../web/policy.h"
#include "../web/seal.h"
#include "../web/time.h"
#include "../web/trust.h"

/* A town or an organisation the person is in; who: somebody to be told. */
struct body {
	int64_t id, admin, who;
	const char *name, *slug, *state;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct body, id) },
	{ "admin", COLUMN_INT, offsetof(struct body, admin) },
	{ "who", COLUMN_INT, offsetof(struct body, who) },
	{ "name", COLUMN_TEXT, offsetof(struct body, name) },
	{ "slug", COLUMN_TEXT, offsetof(struct body, slug) },
	{ "state", COLUMN_TEXT, offsetof(struct body, state) },
	{ 0 },
};

/* They hear that somebody went, not who: the letter must not outlive the account. */
static void tell(const void *mem, const struct body *people, size_t count, const char *what, const char *path)
{
	for (size_t i = 0; i < count; i++)
		outbox_(mem, "org.news", people[i].id, people[i].who,
			OUTBOX_PAIRS("what", what, "name", people[i].name, "link", talloc_asprintf(mem, "%s%s", conf.base, path)));
}

static void site_told(const void *mem, int64_t town, int64_t claim)
{
	struct body *admins;
	size_t count = db_all(mem, &admins, sizeof *admins, columns,
			      "SELECT p.id AS who, ? AS id, 1 AS admin, t.name, t.slug, NULL AS state FROM person p JOIN town t ON t.code = ?"
			      " WHERE p.roles & ? ORDER BY p.id", I(claim), I(town), I(ADMIN));
	if (count)
		tell(mem, admins, count, "town-left", talloc_asprintf(mem, "/%s/prevzit", admins->slug));
}

bool leave_town(const void *mem, int64_t town, int64_t actor)
{
	if (db_number(0, "SELECT COUNT(*) FROM membership WHERE town_code = ? AND roles & ?", I(town), I(TOWN_ADMIN)))
		return false;
	int64_t claim = db_number(0, "SELECT id FROM town_claim WHERE held_town = ? FOR UPDATE", I(town));
	if (claim) {
		db_exec("INSERT INTO event_log (at, object, object_id, action, state_from, state_to, actor_id, reason_code)"
			" SELECT ?, 'town', ?, 'town.people.leave', state, 'listed', NULLIF(?, 0), 'last_admin' FROM town_claim WHERE id = ?",
			T(time_now()), I(town), I(actor), I(claim));
		db_exec("UPDATE town_claim SET state = 'listed' WHERE id = ?", I(claim));
		site_told(mem, town, claim);
	}
	db_exec("UPDATE town SET official = FALSE WHERE code = ?", I(town));
	db_exec("UPDATE board SET revision = revision + 1, changed_at = ? WHERE town_code = ?", T(time_now()), I(town));
	trust_body(mem, town, 0);
	return true;
}

static void admins_told(const void *mem, const struct body *town)
{
	struct body *admins;
	size_t count = db_all(mem, &admins, sizeof *admins, columns,
			      "SELECT t.code AS id, 1 AS admin, m.person_id AS who, t.name, t.slug, NULL AS state FROM membership m JOIN town t ON t.code = m.town_code"
			      " WHERE m.town_code = ? AND m.roles & ?", I(town->id), I(TOWN_ADMIN));
	tell(mem, admins, count, "admin-erased", talloc_asprintf(mem, "/%s/lide", town->slug));
}

/* Whoever stays an admin holds the town from now on; when nobody does, it is listed again. */
static void town_leave(const void *mem, const struct body *town, int64_t person)
{
	db_exec("DELETE FROM membership WHERE town_code = ? AND person_id = ?", I(town->id), I(person));
	event_log_as(person, "town", town->id, "town.people.leave", NULL, NULL, "erased", NULL);
	if (!town->admin || leave_town(mem, town->id, person))
		return;
	db_exec("UPDATE town_claim SET duty = '', person_id = (SELECT MIN(m.person_id) FROM membership m WHERE m.town_code = ? AND m.roles & ?)"
		" WHERE held_town = ? AND person_id = ?", I(town->id), I(TOWN_ADMIN), I(town->id), I(person));
	admins_told(mem, town);
}

static void towns_leave(const void *mem, int64_t person)
{
	struct body *towns;
	size_t count = db_all(mem, &towns, sizeof *towns, columns,
			      "SELECT t.code AS id, m.roles & ? AS admin, m.person_id AS who, t.name, t.slug, NULL AS state"
			      "  FROM membership m JOIN town t ON t.code = m.town_code WHERE m.person_id = ? FOR UPDATE", I(TOWN_ADMIN), I(person));
	for (size_t i = 0; i < count; i++)
		town_leave(mem, &towns[i], person);
	count = db_all(mem, &towns, sizeof *towns, columns,
		       "SELECT open_town AS id, 0 AS admin, person_id AS who, NULL AS name, NULL AS slug, state FROM town_claim"
		       " WHERE person_id = ? AND open_town IS NOT NULL", I(person));
	for (size_t i = 0; i < count; i++)
		event_log_as(person, "town", towns[i].id, "town.claim", towns[i].state, "listed", "erased", NULL);
}

/* An organisation is never without an admin: with the last one it closes. */
static void organisation_leave(const void *mem, const struct body *o, int64_t person)
{
	struct body *members;
	db_exec("DELETE FROM organisation_member WHERE organisation_id = ? AND person_id = ?", I(o->id), I(person));
	bool last = o->admin && strcmp(o->state, "closed") &&
		    !db_number(0, "SELECT COUNT(*) FROM organisation_member WHERE organisation_id = ? AND role = 'admin'", I(o->id));
	event_log_as(person, "organisation", o->id, "organisation.own", o->state, last ? "closed" : "left", "erased", NULL);
	if (!last)
		return;
	db_exec("UPDATE organisation SET state = 'closed', version = version + 1 WHERE id = ?", I(o->id));
	trust_body(mem, 0, o->id);
	size_t count = db_all(mem, &members, sizeof *members, columns,
			      "SELECT o.id, 0 AS admin, m.person_id AS who, o.name, o.slug, o.state FROM organisation_member m"
			      "  JOIN organisation o ON o.id = m.organisation_id WHERE o.id = ?", I(o->id));
	tell(mem, members, count, "organisation-closed", talloc_asprintf(mem, "/organizace/%s", o->slug));
}

static void organisations_leave(const void *mem, int64_t person)
{
	struct body *bodies;
	size_t count = db_all(mem, &bodies, sizeof *bodies, columns,
			      "SELECT o.id, m.role = 'admin' AS admin, m.person_id AS who, o.name, o.slug, o.state"
			      "  FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = ? FOR UPDATE", I(person));
	for (size_t i = 0; i < count; i++)
		organisation_leave(mem, &bodies[i], person);
}

/* Letters that wait for the person, and what remained of those that went to her addresses. */
static void letters_forget(int64_t person)
{
	db_exec("DELETE FROM outbox WHERE person_id = ?", I(person));
	db_exec("DELETE FROM outbox WHERE person_id = 0 AND address_hash IN (SELECT address_hash FROM contact WHERE person_id = ?)", I(person));
}

static void letter_last(const void *mem, int64_t person)
{
	struct {
		const char *kind, *lang;
		struct db_bytes sealed;
	} row;
	static const struct column contact_columns[] = {
		{ "kind", COLUMN_TEXT, 0 }, { "lang", COLUMN_TEXT, sizeof(char *) }, { "sealed", COLUMN_BYTES, 2 * sizeof(char *) }, { 0 },
	};
	if (!db_one(mem, &row, contact_columns,
		    "SELECT c.kind, p.lang, c.sealed FROM contact c JOIN person p ON p.id = c.person_id WHERE p.id = ? AND c.confirmed_at IS NOT NULL"
		    " ORDER BY c.kind = 'phone', c.id LIMIT 1", I(person)))
		return;
	const char *address = seal_open_text(mem, "contact", row.sealed.bytes, row.sealed.length);
	if (address)
		outbox_to_(mem, "account.erased", person, strcmp(row.kind, "phone") ? "mail" : "sms", address, row.lang, OUTBOX_PAIRS());
}

void leave_all(const void *mem, int64_t person, const char *reason)
{
	help_leave(mem, person);
	towns_leave(mem, person);
	organisations_leave(mem, person);
	letters_forget(person);
	letter_last(mem, person);
	db_exec("UPDATE report SET reporter_name = NULL, contact = NULL WHERE reporter_id = ?", I(person));
	db_exec("DELETE FROM vouch WHERE person_id = ? AND town_code IS NULL", I(person));
	event_log_as(person, "person", person, "account.erase", NULL, "erased", reason, NULL);
	db_exec("DELETE FROM person WHERE id = ?", I(person));
}
