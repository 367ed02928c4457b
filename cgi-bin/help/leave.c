/* Leaving: row by row through the tables of states, so that whoever counted on the person hears of it. */
#include "help/leave.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/delivery.h"
#include "help/request.h"
#include "help/response.h"
#include "web/db.h"

struct one {
	int64_t id, request;
	const char *role, *state;
	bool alone;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct one, id) },       { "request_id", COLUMN_INT, offsetof(struct one, request) },
	{ "role", COLUMN_TEXT, offsetof(struct one, role) },  { "state", COLUMN_TEXT, offsetof(struct one, state) },
	{ "alone", COLUMN_BOOL, offsetof(struct one, alone) }, { 0 },
};

/* What was promised is left, what was asked of her is declined. */
static void promise_leave(const void *mem, int64_t person, const struct one *one)
{
	struct request q;
	struct response a;
	if (!request_load(mem, one->request, NULL, true, &q) || !response_load(mem, one->id, &a))
		return;
	a.shown = NULL;
	response_move(mem, &q, &a, !strcmp(a.state, "invited") ? "declined" : "left", &(struct actor){ person, HELPER }, "erased");
}

static void promises_leave(const void *mem, int64_t person)
{
	struct one *ones;
	size_t count = db_all(mem, &ones, sizeof *ones, columns, "SELECT id, request_id, '' AS role, state, FALSE AS alone FROM response"
	                      " WHERE person_id = ? AND state IN ('invited', 'applied', 'accepted') ORDER BY request_id", I(person));
	for (size_t i = 0; count > i; i++)
		promise_leave(mem, person, &ones[i]);
}

/* Nobody is left who could be asked how it goes: it ends, those who promised hear it. */
static void request_leave(const void *mem, int64_t person, int64_t id)
{
	struct request q;
	struct actor her = { person, REQUESTER }, system = { person, SYSTEM | OVERSEER };
	if (!request_load(mem, id, NULL, true, &q))
		return;
	if (!strcmp(q.state, "done_claimed") || !strcmp(q.state, "hidden"))
		request_move(mem, &q, "closed", &system, NULL);
	else if (request_can(&q, "closed", REQUESTER))
		request_move(mem, &q, "closed", &her, &(struct move){ .outcome = "withdrawn", .reason = "erased" });
}

/* Her own words about herself. */
static void words_forget(int64_t request)
{
	db_exec("UPDATE help_request SET title = '', text = '', text160 = NULL, given = '', initial = '', part = NULL, place = NULL, closed_note = NULL WHERE id = ?", I(request));
	db_exec("DELETE m FROM help_message m JOIN response a ON a.id = m.response_id WHERE a.request_id = ?", I(request));
	db_exec("DELETE FROM help_note WHERE request_id = ?", I(request));
}

static void side_leave(const void *mem, int64_t person, const struct one *one)
{
	db_exec("DELETE o FROM outbox o JOIN help_contact c ON o.address_hash IN (c.mail_hash, c.phone_hash) WHERE o.person_id = 0 AND c.request_id = ? AND c.person_id = ?",
		I(one->request), I(person));
	db_exec("DELETE FROM help_contact WHERE request_id = ? AND role = ?", I(one->request), S(one->role));
	bool herself = !strcmp(one->role, "requester");
	if (one->alone || herself)
		request_leave(mem, person, one->request);
	if (herself)
		words_forget(one->request);
}

/* alone: nobody else of the request can be reached. */
static void sides_leave(const void *mem, int64_t person)
{
	struct one *ones;
	size_t count = db_all(mem, &ones, sizeof *ones, columns,
	                      "SELECT 0 AS id, c.request_id, c.role, '' AS state, NOT EXISTS (SELECT 1 FROM help_contact o WHERE o.request_id = c.request_id AND o.role <> c.role"
	                      "  AND COALESCE(o.person_id, 0) <> c.person_id AND (o.phone IS NOT NULL OR o.mail IS NOT NULL)) AS alone"
	                      "  FROM help_contact c WHERE c.person_id = ? ORDER BY c.request_id", I(person));
	for (size_t i = 0; count > i; i++)
		side_leave(mem, person, &ones[i]);
}

void help_leave(const void *mem, int64_t person)
{
	delivery_leave(person);
	promises_leave(mem, person);
	sides_leave(mem, person);
}
