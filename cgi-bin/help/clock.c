/*
 * The calendar of help (flows.md E1, E2): a table of what may be due, each row a query for ids and what is done with each of them under its lock, where it
 * is looked at again. What changes a state goes through request_move, response_move and offer_move.
 */
#include "help/clock.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/crisis.h"
#include "help/delivery.h"
#include "help/make.h"
#include "help/match.h"
#include "help/offer.h"
#include "help/request.h"
#include "help/response.h"
#include "help/told.h"
#include "web/db.h"
#include "web/log.h"
#include "web/time.h"

enum { HOUR = 3600, DAY = 24 * HOUR, UNCONFIRMED_HOURS = 72, SILENCE_HOURS = 72, FEEDBACK_DAYS = 3, ASK_DAYS = 7, AT_ONCE = 500 };

static const struct actor system_actor = { 0, SYSTEM };

struct due {
	int64_t id, request;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct due, id) }, { "request_id", COLUMN_INT, offsetof(struct due, request) }, { 0 },
};

struct step {
	const void *mem;
	const struct due *due;
};

static bool load(const struct step *s, struct request *q)
{
	return request_load(s->mem, s->due->id, NULL, true, q);
}

static bool in(const struct request *q, const char *state)
{
	return !strcmp(q->state, state);
}

/* ---- requests ---- */

static size_t reservations(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, 0 AS request_id FROM help_request WHERE reserved_until <= ? LIMIT ?", T(time_now()), I(AT_ONCE));
}

static void release(void *given)
{
	struct request q;
	if (load(given, &q) && in(&q, "reserved") && time_now() >= q.reserved_until)
		request_move(((struct step *)given)->mem, &q, "open", &system_actor, &(struct move){ .reason = "reservation_over" });
}

static size_t waves(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, 0 AS request_id FROM help_request WHERE wave_due <= ? ORDER BY wave_due LIMIT ?", T(time_now()),
		      I(AT_ONCE));
}

static void wave(void *given)
{
	struct request q;
	if (load(given, &q) && q.wave_due > 0 && time_now() >= q.wave_due && !in(&q, "reserved"))
		match_wave(((struct step *)given)->mem, &q, &system_actor);
}

static size_t begins(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, 0 AS request_id FROM help_request WHERE state IN ('open', 'filled') AND from_at <= ? AND slots_filled > 0 LIMIT ?", T(time_now()), I(AT_ONCE));
}

static void begin(void *given)
{
	struct request q;
	if (load(given, &q) && q.from > 0 && time_now() >= q.from)
		request_move(((struct step *)given)->mem, &q, "underway", &system_actor, NULL);
}

static size_t gaps(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, 0 AS request_id FROM help_request WHERE state = 'open' AND from_at > ? AND from_at <= ? AND gap_told_at IS NULL LIMIT ?", T(time_now()),
		      T(time_now() + DAY), I(AT_ONCE));
}

/* Asked for so late that a day was never left is no gap yet: its coordinators see it anyway. */
static void gap(void *given)
{
	const struct step *s = given;
	struct request q;
	if (!load(s, &q) || !in(&q, "open"))
		return;
	db_exec("UPDATE help_request SET gap_told_at = ? WHERE id = ?", T(time_now()), I(q.id));
	if (q.from - q.opened > DAY)
		told(s->mem, &q, TOLD_COORDINATORS, "gap", NULL, NULL);
}

static size_t reminders(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, 0 AS request_id FROM help_request WHERE live = 1 AND expires_at > ? AND expires_at <= ? AND state IN ('review', 'open', 'reserved')"
		      " AND reminded_at IS NULL AND 3 > renew_count LIMIT ?", T(time_now()), T(time_now() + DAY), I(AT_ONCE));
}

static void remind(void *given)
{
	const struct step *s = given;
	struct request q;
	if (load(s, &q) && db_exec("UPDATE help_request SET reminded_at = ? WHERE id = ? AND reminded_at IS NULL", T(time_now()), I(q.id)) > 0)
		told(s->mem, &q, TOLD_SIDES, "renew-soon", NULL, NULL);
}

static size_t expired(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, 0 AS request_id FROM help_request WHERE live = 1 AND expires_at <= ? AND state IN ('review', 'open', 'reserved') LIMIT ?", T(time_now()),
		      I(AT_ONCE));
}

/* Whoever promised goes on with it; nobody else is looked for. */
static void expire(void *given)
{
	const struct step *s = given;
	struct request q;
	if (!load(s, &q) || q.expires > time_now())
		return;
	if (in(&q, "reserved") && q.slots_filled > 0)
		request_move(s->mem, &q, "open", &system_actor, &(struct move){ .reason = "reservation_over" });
	if (!q.slots_filled)
		request_move(s->mem, &q, "closed", &system_actor, &(struct move){ .outcome = in(&q, "review") ? "expired" : "unfulfilled" });
	else
		request_move(s->mem, &q, "underway", &system_actor, &(struct move){ .reason = "expired" });
}

static size_t unconfirmed(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, 0 AS request_id FROM help_request WHERE state = 'unconfirmed' AND created_at <= ? LIMIT ?",
		      T(time_now() - UNCONFIRMED_HOURS * HOUR), I(AT_ONCE));
}

static void forget(void *given)
{
	struct request q;
	if (load(given, &q) && in(&q, "unconfirmed"))
		request_move(((struct step *)given)->mem, &q, "closed", &system_actor, &(struct move){ .outcome = "expired" });
}

static size_t silent(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, 0 AS request_id FROM help_request WHERE state = 'done_claimed' AND done_at <= ? LIMIT ?",
		      T(time_now() - SILENCE_HOURS * HOUR), I(AT_ONCE));
}

static void believe(void *given)
{
	struct request q;
	if (load(given, &q) && in(&q, "done_claimed") && time_now() - SILENCE_HOURS * HOUR >= q.done)
		request_move(((struct step *)given)->mem, &q, "closed", &system_actor, &(struct move){ .outcome = "fulfilled", .reason = "silence" });
}

/* ---- responses ---- */

static bool load_both(const struct step *s, struct request *q, struct response *a)
{
	return request_load(s->mem, s->due->request, NULL, true, q) && response_load(s->mem, s->due->id, a);
}

static size_t unanswered(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, request_id FROM response WHERE state = 'invited' AND answer_until <= ? LIMIT ?", T(time_now()), I(AT_ONCE));
}

static void lapse(void *given)
{
	const struct step *s = given;
	struct request q;
	struct response a;
	if (load_both(s, &q, &a) && !strcmp(a.state, "invited") && time_now() >= a.until)
		response_move(s->mem, &q, &a, "lapsed", &system_actor, NULL);
}

static size_t unasked(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, request_id FROM response WHERE state = 'done' AND feedback_at IS NULL AND ended_at <= ? LIMIT ?", T(time_now() - FEEDBACK_DAYS * DAY), I(AT_ONCE));
}

static void ask_how(void *given)
{
	const struct step *s = given;
	struct request q;
	struct response a;
	if (!load_both(s, &q, &a) || db_exec("UPDATE response SET feedback_at = ? WHERE id = ? AND feedback_at IS NULL", T(time_now()), I(a.id)) <= 0)
		return;
	told_helper(s->mem, &q, &a, "feedback", NULL);
	told(s->mem, &q, TOLD_SIDES, "feedback", NULL, NULL);
}

/* ---- offers ---- */

static bool offer_of(const struct step *s, struct offer *o)
{
	return offer_load(s->mem, s->due->id, true, o);
}

static size_t confirmed(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT o.id, 0 AS request_id FROM offer o JOIN person p ON p.id = o.person_id AND p.level > 0 WHERE o.state = 'unconfirmed' LIMIT ?", I(AT_ONCE));
}

static size_t rested(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, 0 AS request_id FROM offer WHERE state = 'paused' AND paused_until <= ? LIMIT ?",
		      S(time_day(mem, time_now())), I(AT_ONCE));
}

static void activate(void *given)
{
	const struct step *s = given;
	struct offer o;
	if (offer_of(s, &o))
		offer_move(s->mem, &o, "active", &system_actor, NULL);
}

static size_t ending(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, 0 AS request_id FROM offer WHERE state IN ('active', 'paused') AND valid_until <= ? AND valid_until >= ? AND asked_valid_at IS NULL LIMIT ?",
		      S(time_day(mem, time_now() + ASK_DAYS * DAY)), S(time_day(mem, time_now())), I(AT_ONCE));
}

static void ask_still(void *given)
{
	const struct step *s = given;
	struct offer o;
	if (offer_of(s, &o) && db_exec("UPDATE offer SET asked_valid_at = ? WHERE id = ? AND asked_valid_at IS NULL", T(time_now()), I(o.id)) > 0)
		told_offer(s->mem, &o, "still-true");
}

static size_t over(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns,
		      "SELECT id, 0 AS request_id FROM offer WHERE state IN ('unconfirmed', 'active', 'paused') AND ? > valid_until LIMIT ?", S(time_day(mem, time_now())),
		      I(AT_ONCE));
}

static void end(void *given)
{
	const struct step *s = given;
	struct offer o;
	if (offer_of(s, &o))
		offer_move(s->mem, &o, "expired", &system_actor, NULL);
}

/* ---- crisis ---- */

static size_t tired(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT town_code AS id, person_id AS request_id FROM crisis_helper WHERE ready_until <= ? LIMIT ?", T(time_now()), I(AT_ONCE));
}

static void rest(void *given)
{
	const struct due *due = ((struct step *)given)->due;
	crisis_rest(due->id, due->request);
}

static size_t held(void *mem, struct due **due)
{
	return db_all(mem, due, sizeof **due, columns, "SELECT id, 0 AS request_id FROM delivery WHERE reserved_until <= ? LIMIT ?", T(time_now()), I(AT_ONCE));
}

static void let_go(void *given)
{
	const struct step *s = given;
	struct delivery d;
	if (delivery_load(s->mem, s->due->id, true, &d) && d.reserved_by && time_now() >= d.reserved_until)
		delivery_release(&d, 0);
}

/* In this order: what frees a request comes before what looks for helpers, what ends it after what begins it. */
static const struct calendar {
	const char *name;
	size_t (*find)(void *mem, struct due **due);
	void (*work)(void *given);
} calendar[] = {
	{ "help-released", reservations, release },
	{ "help-lapsed", unanswered, lapse },
	{ "help-underway", begins, begin },
	{ "help-expired", expired, expire },
	{ "help-unconfirmed", unconfirmed, forget },
	{ "help-believed", silent, believe },
	{ "offer-active", confirmed, activate },
	{ "offer-rested", rested, activate },
	{ "offer-over", over, end },
	{ "crisis-rest", tired, rest },
	{ "delivery-released", held, let_go },
	{ "help-wave", waves, wave },
	{ "help-gap", gaps, gap },
	{ "help-renew", reminders, remind },
	{ "help-feedback", unasked, ask_how },
	{ "offer-ask", ending, ask_still },
};

static void run(const struct calendar *row)
{
	void *mem = talloc_new(NULL);
	struct due *due;
	size_t count = row->find(mem, &due);
	for (size_t i = 0; count > i; i++)
		db_transaction(row->work, &(struct step){ mem, &due[i] });
	if (count)
		log_line(row->name, "count=%zu", count);
	talloc_free(mem);
}

void help_run(void)
{
	for (size_t i = 0; i < sizeof calendar / sizeof *calendar; i++)
		run(&calendar[i]);
}

void help_hourly(void)
{
	void *mem = talloc_new(NULL);
	int made = request_weekly(mem);
	if (made)
		log_line("help-weekly", "count=%d", made);
	talloc_free(mem);
}
