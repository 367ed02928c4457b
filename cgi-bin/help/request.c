/* States of a request: flows.md E1. */
#include "help/request.h"
#include <inttypes.h>
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/response.h"
#include "help/told.h"
#include "web/db.h"
#include "web/event.h"
#include "web/policy.h"
#include "web/seal.h"
#include "web/text.h"
#include "web/time.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR, RESERVED = 30 * MINUTE, RESERVED_URGENT = 10 * MINUTE, ASAP = 7 * DAY, LINKS = 14 * DAY, RENEWALS = 3 };
enum { SIDES = REQUESTER | PROXY };

const char *const request_states[] = { "draft", "unconfirmed", "review", "open", "reserved", "filled", "underway", "done_claimed", "closed", "hidden", NULL };

/* A row of E1: from where (words of request_states) to where, who may, who is told what. outcome: only for closed. */
static const struct row {
	const char *from, *to;
	unsigned parts, whom;
	const char *what, *outcome;
} rows[] = {
	{ "draft", "unconfirmed", SIDES | SYSTEM, 0, NULL, NULL },
	{ "draft unconfirmed", "review", SIDES | HANDLER | SYSTEM, TOLD_SIDES | TOLD_COORDINATORS, "review", NULL },
	{ "draft unconfirmed", "open", SIDES | HANDLER | SYSTEM, TOLD_SIDES, "published", NULL },
	{ "review", "open", HANDLER | OVERSEER, TOLD_SIDES, "published", NULL },
	{ "review", "closed", HANDLER | OVERSEER, TOLD_SIDES, "rejected", "rejected" },
	{ "open", "reserved", HANDLER, 0, NULL, NULL },
	{ "reserved", "open", HANDLER | SYSTEM, 0, NULL, NULL },
	{ "open reserved", "filled", SYSTEM, TOLD_SIDES, "filled", NULL },
	{ "filled underway", "open", SYSTEM | SIDES | HANDLER, TOLD_SIDES | TOLD_COORDINATORS, "again", NULL },
	{ "done_claimed", "open", SIDES | HANDLER, TOLD_HELPERS | TOLD_COORDINATORS, "not-done", NULL },
	{ "open filled", "underway", HELPER | HANDLER | SYSTEM, TOLD_SIDES, "underway", NULL },
	{ "underway", "done_claimed", HELPER | HANDLER, TOLD_SIDES, "done", NULL },
	{ "done_claimed", "closed", SIDES | HANDLER | SYSTEM, TOLD_HELPERS, "thanks", "fulfilled partly" },
	{ "draft unconfirmed review open reserved filled underway", "closed", SIDES | HANDLER, TOLD_SIDES | TOLD_HELPERS | TOLD_INVITED, "withdrawn", "withdrawn" },
	{ "unconfirmed", "closed", SYSTEM, 0, NULL, "expired" },
	{ "review open reserved", "closed", SYSTEM, TOLD_SIDES | TOLD_COORDINATORS | TOLD_INVITED, "expired", "expired unfulfilled" },
	{ "review open reserved filled underway done_claimed", "hidden", HANDLER | OVERSEER, TOLD_SIDES, "hidden", NULL },
	{ "hidden", "closed", HANDLER | OVERSEER, TOLD_SIDES | TOLD_HELPERS | TOLD_INVITED, "removed", "removed" },
};

/* outcome null: any row. What was hidden goes back only to where it was. */
static const struct row *row_find(const struct request *q, const char *to, const char *outcome, unsigned parts)
{
	static const struct row restored = { "hidden", NULL, HANDLER | OVERSEER, TOLD_SIDES, "restored", NULL };
	if (!strcmp(q->state, "hidden") && q->hidden_from && !strcmp(q->hidden_from, to))
		return parts & restored.parts ? &restored : NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (text_has_word(rows[i].from, q->state) && !strcmp(rows[i].to, to) && rows[i].parts & parts && (!outcome || (rows[i].outcome && text_has_word(rows[i].outcome, outcome))))
			return &rows[i];
	return NULL;
}

/* The conditions of E1: filled is exactly who has everybody; nobody is looked for who is not missing; nothing somebody promised expires. */
static bool counts_fit(const struct request *q, const struct row *row)
{
	const char *to = row->to ? row->to : "";
	if (!strcmp(to, "filled"))
		return q->slots_filled >= q->slots_needed;
	if (!strcmp(to, "underway") || !strcmp(to, "done_claimed"))
		return q->slots_filled > 0;
	if (!strcmp(to, "open") && text_has_word("filled underway", q->state))
		return q->slots_needed > q->slots_filled;
	return !row->outcome || !text_has_word(row->outcome, "expired") || !q->slots_filled;
}

bool request_can(const struct request *q, const char *to, unsigned parts)
{
	const struct row *row = row_find(q, to, NULL, parts);
	return row && counts_fit(q, row);
}

#define FIELD(name, type, member) { name, type, offsetof(struct request, member) }
static const struct column columns[] = {
	FIELD("id", COLUMN_INT, id),
	FIELD("town_code", COLUMN_INT, town),
	FIELD("organisation_id", COLUMN_INT, organisation),
	FIELD("coordinator_id", COLUMN_INT, coordinator),
	FIELD("reserved_by", COLUMN_INT, reserved_by),
	FIELD("slots_needed", COLUMN_INT, slots_needed),
	FIELD("slots_filled", COLUMN_INT, slots_filled),
	FIELD("min_level", COLUMN_INT, min_level),
	FIELD("wave", COLUMN_INT, wave),
	FIELD("renew_count", COLUMN_INT, renew_count),
	FIELD("version", COLUMN_INT, version),
	FIELD("series_id", COLUMN_INT, series),
	FIELD("code", COLUMN_TEXT, code),
	FIELD("state", COLUMN_TEXT, state),
	FIELD("outcome", COLUMN_TEXT, outcome),
	FIELD("town_slug", COLUMN_TEXT, town_slug),
	FIELD("town_name", COLUMN_TEXT, town_name),
	FIELD("part", COLUMN_TEXT, part),
	FIELD("category", COLUMN_TEXT, category),
	FIELD("title", COLUMN_TEXT, title),
	FIELD("text", COLUMN_TEXT, text),
	FIELD("text160", COLUMN_TEXT, text160),
	FIELD("given", COLUMN_TEXT, given),
	FIELD("initial", COLUMN_TEXT, initial),
	FIELD("for_whom", COLUMN_TEXT, for_whom),
	FIELD("when_kind", COLUMN_TEXT, when_kind),
	FIELD("visibility", COLUMN_TEXT, visibility),
	FIELD("involves", COLUMN_TEXT, involves),
	FIELD("languages", COLUMN_TEXT, languages),
	FIELD("moderation", COLUMN_TEXT, moderation),
	FIELD("hidden_from", COLUMN_TEXT, hidden_from),
	FIELD("entered", COLUMN_TEXT, entered),
	FIELD("urgent", COLUMN_BOOL, urgent),
	FIELD("auto_accept", COLUMN_BOOL, auto_accept),
	FIELD("review", COLUMN_BOOL, review),
	FIELD("dispatched", COLUMN_BOOL, dispatched),
	FIELD("crisis", COLUMN_BOOL, crisis),
	FIELD("lat", COLUMN_REAL, lat),
	FIELD("lon", COLUMN_REAL, lon),
	FIELD("from_at", COLUMN_TIME, from),
	FIELD("to_at", COLUMN_TIME, to),
	FIELD("reserved_until", COLUMN_TIME, reserved_until),
	FIELD("wave_due", COLUMN_TIME, wave_due),
	FIELD("expires_at", COLUMN_TIME, expires),
	FIELD("opened_at", COLUMN_TIME, opened),
	FIELD("done_at", COLUMN_TIME, done),
	FIELD("closed_at", COLUMN_TIME, closed),
	FIELD("created_at", COLUMN_TIME, created),
	FIELD("changed_at", COLUMN_TIME, changed),
	{ 0 },
};

/* The town's row is read beside: a lock on it would make one queue of the whole town. */
#define ONE                                                                                                                                \
	"SELECT q.*, t.slug AS town_slug, t.name AS town_name, COALESCE(h.review, FALSE) AS review, COALESCE(h.mode = 'dispatched', FALSE) AS dispatched," \
	" COALESCE(h.crisis, FALSE) AS crisis FROM help_request q JOIN town t ON t.code = q.town_code LEFT JOIN town_help h ON h.town_code = q.town_code"

bool request_load(const void *mem, int64_t id, const char *code, bool lock, struct request *q)
{
	if (!id)
		id = db_number(0, "SELECT id FROM help_request WHERE code = ?", S(code));
	if (lock && !db_number(0, "SELECT id FROM help_request WHERE id = ? FOR UPDATE", I(id)))
		return false;
	return db_one(mem, q, columns, ONE " WHERE q.id = ?", I(id));
}

/* The row as q says it. */
static void write(struct request *q, const char *note)
{
	q->changed = time_now();
	q->version++;
	db_exec("UPDATE help_request SET state = ?, outcome = ?, closed_note = COALESCE(?, closed_note), hidden_from = ?, reserved_by = NULLIF(?, 0),"
		" reserved_until = ?, wave = ?, wave_due = ?, expires_at = ?, renew_count = ?, opened_at = ?, done_at = ?, closed_at = ?,"
		" underway_at = IF(state <> 'underway' AND ? = 'underway', ?, underway_at), changed_at = ?, version = ? WHERE id = ?",
		S(q->state), S(q->outcome), S(note), S(q->hidden_from), I(q->reserved_by), T(q->reserved_until), I(q->wave), T(q->wave_due), T(q->expires),
		I(q->renew_count), T(q->opened), T(q->done), T(q->closed), S(q->state), T(q->changed), T(q->changed), I(q->version), I(q->id));
}

time_t request_expiry(const struct request *q)
{
	if (!strcmp(q->when_kind, "asap") || 0 > q->to)
		return time_now() + ASAP;
	return q->to + DAY;
}

static void enter_open(struct request *q)
{
	time_t now = time_now();
	q->opened = q->opened > 0 ? q->opened : now;
	q->expires = q->expires > now ? q->expires : request_expiry(q);
	q->done = -1;
	if (0 > q->wave_due && !q->dispatched && strcmp(q->visibility, "coordinators"))
		q->wave_due = now;
}

static void enter_closed(struct request *q, const char *outcome)
{
	q->outcome = outcome;
	q->closed = time_now();
	q->wave_due = -1;
}

static time_t reserved_for(const struct request *q, const struct move *how)
{
	return how->until ? how->until : time_now() + (q->urgent ? RESERVED_URGENT : RESERVED);
}

/* What a state brings with it. Waves stop whenever nobody is wanted. */
static void enter(struct request *q, const char *to, const struct actor *by, const struct move *how, const char *outcome)
{
	bool reserved = !strcmp(to, "reserved"), open = !strcmp(to, "open");
	q->hidden_from = !strcmp(to, "hidden") ? q->state : NULL;
	q->state = to;
	q->reserved_by = reserved ? by->person : 0;
	q->reserved_until = reserved ? reserved_for(q, how) : -1;
	if (open)
		enter_open(q);
	else if (!reserved)
		q->wave_due = -1;
	if (!strcmp(to, "done_claimed"))
		q->done = time_now();
	if (!strcmp(to, "closed"))
		enter_closed(q, outcome);
}

/* Responses of a request that takes nobody more: who promised is done with it, or freed of it. */
static void end_responses(const void *mem, struct request *q)
{
	bool done = q->outcome && text_has_word("fulfilled partly", q->outcome);
	if (done)
		response_done(mem, q);
	response_supersede(mem, q, !strcmp(q->state, "closed") && !done);
}

bool request_move(const void *mem, struct request *q, const char *to, const struct actor *by, const struct move *how)
{
	static const struct move plain;
	how = how ? how : &plain;
	const struct row *row = row_find(q, to, how->outcome, by->parts);
	if (!row || !counts_fit(q, row))
		return false;
	const char *from = q->state;
	/* "fulfilled partly": the first word is what happens when nobody says. */
	const char *outcome = how->outcome ? how->outcome : row->outcome ? talloc_strndup(mem, row->outcome, strcspn(row->outcome, " ")) : NULL;
	enter(q, to, by, how, outcome);
	write(q, how->note);
	event_log_as(by->person, "request", q->id, "help.move", from, to, how->reason ? how->reason : outcome, NULL);
	if (row->whom && !how->told)
		told(mem, q, row->whom, row->what, NULL, how->note);
	if (text_has_word("filled underway closed", to))
		end_responses(mem, q);
	/* Said not to be done, or released, while everybody who is wanted has promised: nobody else is looked for. */
	if (!strcmp(to, "open") && q->slots_filled >= q->slots_needed)
		request_move(mem, q, "filled", &(struct actor){ by->person, SYSTEM }, &(struct move){ .told = true });
	return true;
}

bool request_confirm(const void *mem, struct request *q, const struct actor *by)
{
	/* The next of a weekly series says what was read before. */
	bool read_first = (q->review || q->crisis) && !q->series && !(by->parts & HANDLER);
	if (!text_has_word("draft unconfirmed", q->state))
		return false;
	db_exec("UPDATE help_contact SET confirmed_at = COALESCE(confirmed_at, ?) WHERE request_id = ?", T(time_now()), I(q->id));
	return request_move(mem, q, read_first ? "review" : "open", by, NULL);
}

bool request_renew(const void *mem, struct request *q, const struct actor *by)
{
	if (!text_has_word("review open reserved", q->state) || q->renew_count >= RENEWALS || !(by->parts & (SIDES | HANDLER)))
		return false;
	q->renew_count++;
	q->expires = time_now() + ASAP > q->expires ? time_now() + ASAP : q->expires + ASAP;
	write(q, NULL);
	db_exec("UPDATE help_request SET reminded_at = NULL WHERE id = ?", I(q->id));
	event_log_as(by->person, "request", q->id, "help.renew", q->state, q->state, NULL, NULL);
	(void)mem;
	return true;
}

unsigned request_parts(const struct request *q, int64_t person, unsigned roles)
{
	enum { HANDLERS = CLERK | APPROVER | COORDINATOR | TOWN_ADMIN };
	if (!person)
		return 0;
	unsigned parts = roles & (MODERATOR | ADMIN) ? OVERSEER : 0;
	int64_t mine = db_number(0, "SELECT BIT_OR(IF(role = 'proxy', 2, 1)) FROM help_contact WHERE request_id = ? AND person_id = ?", I(q->id), I(person));
	if (!q->organisation && roles & HANDLERS)
		parts |= HANDLER;
	if (q->organisation && db_number(0, "SELECT COUNT(*) FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id AND o.state = 'verified'"
	                                    " WHERE m.organisation_id = ? AND m.person_id = ? AND m.role IN ('admin', 'coordinator')", I(q->organisation), I(person)))
		parts |= HANDLER;
	if (db_number(0, "SELECT COUNT(*) FROM response WHERE request_id = ? AND person_id = ? AND state IN ('accepted', 'done')", I(q->id), I(person)))
		parts |= HELPER;
	return parts | (unsigned)mine;
}

bool request_takes(const struct request *q)
{
	return text_has_word("open reserved", q->state) && q->slots_needed > q->slots_filled;
}

bool request_past(const struct request *q)
{
	return q->closed > 0 && time_now() > q->closed + LINKS;
}

static bool seen_by_all(const struct request *q, int64_t person)
{
	if (!strcmp(q->visibility, "public"))
		return true;
	if (!strcmp(q->visibility, "local_members"))
		return db_number(0, "SELECT COUNT(*) FROM person WHERE id = ? AND town_code = ?", I(person), I(q->town));
	return !strcmp(q->visibility, "verified_helpers") && db_number(0, "SELECT level FROM person WHERE id = ?", I(person)) >= 2;
}

bool request_seen(const struct request *q, int64_t person, unsigned roles)
{
	bool shown = text_has_word("open reserved filled underway done_claimed closed", q->state) && text_has_word("visible limited", q->moderation) &&
		     (!q->outcome || !text_has_word("rejected removed", q->outcome));
	return (shown && seen_by_all(q, person)) || request_parts(q, person, roles);
}

/* 28 letters and digits: nothing that is read or heard as another (0 o 1 i l 5 s 8 b). */
const char *request_code(const void *mem)
{
	static const char letters[] = "acdefghjkmnpqrtuvwxyz234679";
	enum { LENGTH = 6, LETTERS = sizeof letters - 1 };
	unsigned char random[LENGTH];
	char *code = talloc_zero_size(mem, LENGTH + 1);
	do {
		seal_random(random, sizeof random);
		for (int i = 0; LENGTH > i; i++)
			code[i] = letters[random[i] % LETTERS];
	} while (db_number(0, "SELECT COUNT(*) FROM help_request WHERE code = ?", S(code)));
	return code;
}
