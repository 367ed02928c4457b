/* States of a response: flows.md E2. */
#include "help/response.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/told.h"
#include "web/db.h"
#include "web/event.h"
#include "web/policy.h"
#include "web/session.h"
#include "web/text.h"
#include "web/time.h"

enum { SIDES = REQUESTER | PROXY };

/* A row of E2. helper: what the helper is told; sides: what who asks and the coordinators are told of her; of: states of the request it may be in, any if null. */
static const struct row {
	const char *from, *to;
	unsigned parts;
	const char *helper, *sides, *of;
} rows[] = {
	{ "suggested", "invited", HANDLER | SYSTEM, "ask", NULL, "open reserved" },
	{ "invited suggested", "declined", HELPER | HANDLER, NULL, NULL, NULL },
	{ "invited", "lapsed", SYSTEM, NULL, NULL, NULL },
	{ "invited", "accepted", HELPER | HANDLER, "accepted", "accepted", NULL },
	{ "suggested", "accepted", HANDLER, "accepted", "accepted", NULL },
	{ "applied", "accepted", SIDES | HANDLER | SYSTEM, "accepted", "accepted", NULL },
	{ "applied", "refused", SIDES | HANDLER, "refused", NULL, NULL },
	{ "applied", "left", HELPER, NULL, "left", NULL },
	{ "invited applied", "superseded", SYSTEM, "covered", NULL, NULL },
	{ "suggested", "superseded", SYSTEM, NULL, NULL, NULL },
	{ "accepted", "superseded", SYSTEM, NULL, NULL, "closed" },
	{ "accepted", "left", HELPER, NULL, "left", NULL },
	{ "accepted", "dropped", SIDES | HANDLER, "dropped", NULL, NULL },
	{ "accepted", "done", SYSTEM, NULL, NULL, "closed" },
	{ "accepted done", "no_show", SIDES | HANDLER, "no-show", NULL, NULL },
};

static const struct row *row_find(const char *from, const char *to, unsigned parts, const char *request)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (text_has_word(rows[i].from, from) && !strcmp(rows[i].to, to) && rows[i].parts & parts && (!rows[i].of || text_has_word(rows[i].of, request)))
			return &rows[i];
	return NULL;
}

#define FIELD(name, type, member) { name, type, offsetof(struct response, member) }
static const struct column columns[] = {
	FIELD("id", COLUMN_INT, id),
	FIELD("request_id", COLUMN_INT, request),
	FIELD("person_id", COLUMN_INT, person),
	FIELD("offer_id", COLUMN_INT, offer),
	FIELD("wave", COLUMN_INT, wave),
	FIELD("metres", COLUMN_INT, metres),
	FIELD("version", COLUMN_INT, version),
	FIELD("level", COLUMN_INT, level),
	FIELD("state", COLUMN_TEXT, state),
	FIELD("why", COLUMN_TEXT, why),
	FIELD("reason", COLUMN_TEXT, reason),
	FIELD("given", COLUMN_TEXT, given),
	FIELD("initial", COLUMN_TEXT, initial),
	FIELD("shown", COLUMN_TEXT, shown),
	FIELD("show_phone", COLUMN_BOOL, shows_phone),
	FIELD("hours", COLUMN_REAL, hours),
	FIELD("asked_at", COLUMN_TIME, asked),
	FIELD("answer_until", COLUMN_TIME, until),
	FIELD("answered_at", COLUMN_TIME, answered),
	FIELD("ended_at", COLUMN_TIME, ended),
	{ 0 },
};
#define ONE                                                                                                                                \
	"SELECT a.*, p.level, p.given, p.initial, " PERSON_SHOWN("p") " AS shown, COALESCE(o.show_phone, FALSE) AS show_phone"            \
	"  FROM response a JOIN person p ON p.id = a.person_id LEFT JOIN offer o ON o.id = a.offer_id"

bool response_load(const void *mem, int64_t id, struct response *a)
{
	return db_one(mem, a, columns, ONE " WHERE a.id = ?", I(id));
}

bool response_of(const void *mem, int64_t request, int64_t person, struct response *a)
{
	return db_one(mem, a, columns, ONE " WHERE a.request_id = ? AND a.person_id = ? ORDER BY a.pair DESC, a.id DESC LIMIT 1", I(request), I(person));
}

/* The offer is locked, so that two requests at once do not both get the last hour of one helper. Who applied herself knows what she can do. */
static bool over_limit(const struct response *a)
{
	if (!a->offer || !db_number(0, "SELECT id FROM offer WHERE id = ? AND NOT inexhaustible FOR UPDATE", I(a->offer)))
		return false;
	return db_number(0, "SELECT (SELECT COUNT(*) FROM response r JOIN help_request q ON q.id = r.request_id AND q.live"
	                    "  WHERE r.person_id = o.person_id AND r.offer_id = o.id AND r.state = 'accepted') >= o.max_parallel"
	                    "  OR (o.max_per_month > 0 AND (SELECT COUNT(*) FROM response r WHERE r.person_id = o.person_id AND r.offer_id = o.id"
	                    "    AND r.state IN ('accepted', 'done') AND r.answered_at > ? - INTERVAL 30 DAY) >= o.max_per_month)"
	                    "  FROM offer o WHERE o.id = ?", T(time_now()), I(a->offer));
}

static void write(struct response *a, const char *to, const char *reason)
{
	bool over = !text_has_word("suggested invited applied accepted", to);
	time_t now = time_now();
	a->state = to;
	a->reason = reason;
	a->version++;
	db_exec("UPDATE response SET state = ?, reason = ?, asked_at = IF(? = 'invited', ?, asked_at), answered_at = IF(? IN ('declined', 'accepted'), ?, answered_at),"
		" ended_at = IF(?, ?, NULL), version = ? WHERE id = ?",
		S(to), S(reason), S(to), T(now), S(to), T(now), I(over), T(now), I(a->version), I(a->id));
}

static void slots(struct request *q, int change)
{
	q->slots_filled += change;
	db_exec("UPDATE help_request SET slots_filled = slots_filled + ?, first_yes_at = COALESCE(first_yes_at, IF(? > 0, ?, NULL)), changed_at = ?,"
		" version = version + 1 WHERE id = ?", I(change), I(change), T(time_now()), T(time_now()), I(q->id));
	q->version++;
}

/* Hidden it follows when it is seen again. Who left has told it; that somebody else is looked for is part of that letter. */
static void reopen(const void *mem, struct request *q, const char *why, const struct actor *system)
{
	if (!strcmp(q->state, "hidden") && text_has_word("filled underway", q->hidden_from)) {
		q->hidden_from = "open";
		db_exec("UPDATE help_request SET hidden_from = 'open' WHERE id = ?", I(q->id));
	} else if (text_has_word("filled underway", q->state))
		request_move(mem, q, "open", system, &(struct move){ .reason = why, .told = !strcmp(why, "left") });
}

/* Who takes a slot, and who gives one back: the request follows. */
static void follow(const void *mem, struct request *q, const char *from, const char *to, const struct actor *by)
{
	struct actor system = { by->person, SYSTEM };
	if (!strcmp(to, "accepted")) {
		slots(q, 1);
		if (q->slots_filled >= q->slots_needed)
			request_move(mem, q, "filled", &system, NULL);
		return;
	}
	if (strcmp(from, "accepted") || !text_has_word("left dropped no_show superseded", to))
		return;
	slots(q, -1);
	if (strcmp(to, "superseded"))
		reopen(mem, q, to, &system);
}

/* Who hears that a request is withdrawn, removed or over (E1) needs no second letter that says she is not needed. */
static void tell(const void *mem, const struct request *q, const struct response *a, const struct row *row)
{
	bool heard = q->outcome && !strcmp(row->to, "superseded") && text_has_word("withdrawn expired unfulfilled removed", q->outcome);
	if (row->helper && !heard)
		told_helper(mem, q, a, row->helper, NULL);
	if (row->sides)
		told_of_helper(mem, q, a, row->sides);
}

/* Why an acceptance cannot be, or RESPONSE_DONE. */
static enum response_result judge(const void *mem, struct request *q, struct response *a)
{
	if (!request_takes(q)) {
		response_move(mem, q, a, "superseded", &(struct actor){ 0, SYSTEM }, "covered");
		return RESPONSE_COVERED;
	}
	if (q->min_level > a->level)
		return RESPONSE_LEVEL;
	return over_limit(a) ? RESPONSE_LIMIT : RESPONSE_DONE;
}

enum response_result response_move(const void *mem, struct request *q, struct response *a, const char *to, const struct actor *by, const char *reason)
{
	const struct row *row = row_find(a->state, to, by->parts, q->state);
	const char *from = a->state;
	if (!row || a->request != q->id)
		return RESPONSE_REFUSED;
	if (!strcmp(to, "accepted")) {
		enum response_result result = judge(mem, q, a);
		if (result != RESPONSE_DONE)
			return result;
	}
	write(a, to, reason);
	event_log_as(by->person, "response", a->id, "help.answer", from, to, reason, NULL);
	tell(mem, q, a, row);
	follow(mem, q, from, to, by);
	return RESPONSE_DONE;
}

#define BLOCKED "EXISTS (SELECT 1 FROM help_block b JOIN help_contact c ON b.contact_hash IN (c.phone_hash, c.mail_hash) WHERE b.helper_id = ? AND c.request_id = ?)"

enum response_result response_apply(const void *mem, struct request *q, int64_t person, int64_t *id)
{
	struct response a;
	if (response_of(mem, q->id, person, &a) && text_has_word("suggested invited applied accepted refused dropped", a.state)) {
		*id = a.id;
		return RESPONSE_REFUSED;
	}
	*id = 0;
	if (db_number(0, "SELECT " BLOCKED " OR EXISTS (SELECT 1 FROM help_contact WHERE request_id = ? AND person_id = ?)", I(person), I(q->id), I(q->id), I(person)))
		return RESPONSE_REFUSED;
	int64_t level = db_number(0, "SELECT level FROM person WHERE id = ?", I(person));
	if (q->min_level > level || !level)
		return RESPONSE_LEVEL;
	if (!request_takes(q))
		return RESPONSE_COVERED;
	*id = db_exec("INSERT INTO response (request_id, person_id, state, asked_at, answered_at, nonce) VALUES (?, ?, 'applied', ?, ?, RANDOM_BYTES(8))", I(q->id), I(person),
	              T(time_now()), T(time_now()));
	/* From two windows at once: the other one was quicker, and has told it. */
	if (*id == DB_DUPLICATE) {
		*id = db_number(0, "SELECT id FROM response WHERE request_id = ? AND person_id = ? AND pair FOR UPDATE", I(q->id), I(person));
		return RESPONSE_REFUSED;
	}
	event_log_as(person, "response", *id, "help.answer", NULL, "applied", NULL, NULL);
	response_load(mem, *id, &a);
	bool trusted = q->auto_accept && level >= 2 && 2 > db_number(0, "SELECT COUNT(*) FROM response WHERE person_id = ? AND state = 'no_show'"
	                                                                " AND NOT no_show_disputed AND ended_at > ? - INTERVAL 90 DAY", I(person), T(time_now()));
	if (trusted)
		return response_move(mem, q, &a, "accepted", &(struct actor){ 0, SYSTEM }, NULL);
	told_of_helper(mem, q, &a, "applied");
	return RESPONSE_DONE;
}

/* Moves those of a request in one of two states; each is told by its row. */
static void each(const void *mem, const struct request *q, const char *first, const char *second, const char *to, const char *reason)
{
	struct response *live;
	struct request copy = *q;
	size_t count = db_all(mem, &live, sizeof *live, columns, ONE " WHERE a.request_id = ? AND a.state IN (?, ?) ORDER BY a.id", I(q->id), S(first), S(second));
	for (size_t i = 0; count > i; i++)
		response_move(mem, &copy, &live[i], to, &(struct actor){ 0, SYSTEM }, reason);
}

void response_supersede(const void *mem, const struct request *q, bool all)
{
	each(mem, q, "invited", "applied", "superseded", q->outcome ? q->outcome : "covered");
	db_exec("UPDATE response SET state = 'superseded', ended_at = ?, version = version + 1 WHERE request_id = ? AND state = 'suggested'", T(time_now()), I(q->id));
	if (all)
		each(mem, q, "accepted", "accepted", "superseded", q->outcome);
}

void response_done(const void *mem, const struct request *q)
{
	each(mem, q, "accepted", "accepted", "done", NULL);
}
