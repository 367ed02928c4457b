/*
 * For stories: a year of a town. People ask, are matched, answer, promise, leave, do and thank, rest their offers and delete their accounts; the clock is set
 * from step to step, chance is seeded. After each step what must always hold is asked of the database, and each change in the log is held against the letters.
 *   year FIRST COUNT DAYS ASKING SEED     people FIRST … FIRST + COUNT - 1 of town 999999; ASKING requests in a hundred days
 * Prints what happened, then "broken N"; what broke is said at once.
 */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "help/clock.h"
#include "help/contact.h"
#include "help/leave.h"
#include "help/make.h"
#include "help/match.h"
#include "help/offer.h"
#include "help/response.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/log.h"
#include "web/outbox.h"
#include "web/seal.h"
#include "web/text.h"
#include "web/time.h"

enum { TOWN = 999999, DAY = 86400, HOUR = 3600 };

static void *mem;
static int64_t first, count, last_event, last_letter;
static int broken, steps;
static unsigned long long chance_state;

/* The same sequence on every machine (xorshift). */
static int64_t chance(int64_t below)
{
	chance_state ^= chance_state << 13;
	chance_state ^= chance_state >> 7;
	chance_state ^= chance_state << 17;
	return (int64_t)(chance_state % (unsigned long long)below);
}

static void clock_set(time_t now)
{
	setenv("SOUSEDE_NOW", time_utc(mem, now), 1);
	time_tick();
}

static void wrong(const char *what, int64_t id)
{
	broken++;
	printf("not ok - %s: %" PRId64 " on %s, step %d\n", what, id, time_local(mem, time_now()), steps);
}

/* ---- what always holds ---- */

#define NONE(what, sql) do { int64_t id = db_number(0, sql); if (id) wrong(what, id); } while (0)
#define ACCEPTED "(SELECT COUNT(*) FROM response a WHERE a.request_id = q.id AND a.state = 'accepted')"
#define LIVE "'suggested', 'invited', 'applied', 'accepted'"

static void invariants(void)
{
	NONE("places are the promises there are", "SELECT q.id FROM help_request q WHERE q.live AND q.slots_filled <> " ACCEPTED " LIMIT 1");
	NONE("nobody more than is wanted", "SELECT id FROM help_request WHERE slots_filled > slots_needed LIMIT 1");
	NONE("filled exactly when everybody has promised", "SELECT id FROM help_request WHERE live AND (state = 'filled') <> (slots_filled >= slots_needed) AND state IN ('open', 'reserved', 'filled') LIMIT 1");
	NONE("one live answer of a pair", "SELECT MIN(id) FROM response WHERE state IN (" LIVE ") GROUP BY request_id, person_id HAVING COUNT(*) > 1 LIMIT 1");
	NONE("who is over waits for nobody", "SELECT a.id FROM response a JOIN help_request q ON q.id = a.request_id AND NOT q.live WHERE a.state IN (" LIVE ") LIMIT 1");
	NONE("nobody waits for who takes nobody", "SELECT a.id FROM response a JOIN help_request q ON q.id = a.request_id WHERE a.state IN ('suggested', 'invited', 'applied') AND q.state IN ('filled', 'underway') LIMIT 1");
	NONE("nobody over the limit of an offer", "SELECT o.id FROM offer o JOIN response a ON a.offer_id = o.id AND a.state = 'accepted' JOIN help_request q ON q.id = a.request_id AND q.live WHERE NOT o.inexhaustible GROUP BY o.id, o.max_parallel HAVING COUNT(*) > o.max_parallel LIMIT 1");
	NONE("nobody helps herself", "SELECT a.id FROM response a JOIN help_contact c ON c.request_id = a.request_id AND c.person_id = a.person_id LIMIT 1");
	NONE("closed is closed for a reason", "SELECT id FROM help_request WHERE (state = 'closed') <> (outcome IS NOT NULL) LIMIT 1");
}

/* After the calendar of a moment nothing that was due is left. */
static void nothing_due(void)
{
	time_t now = time_now();
	int64_t id = db_number(0, "SELECT id FROM help_request WHERE live AND (reserved_until <= ? OR wave_due <= ? OR (state IN ('open', 'reserved') AND expires_at <= ?)) LIMIT 1", T(now), T(now), T(now));
	if (id)
		wrong("nothing due is left", id);
	id = db_number(0, "SELECT id FROM response WHERE state = 'invited' AND answer_until <= ? LIMIT 1", T(now));
	if (id)
		wrong("no answer is waited for in vain", id);
}

/* ---- each change is told once ---- */

struct event {
	const char *object, *from, *to, *reason;
	int64_t id;
};
static const struct column event_columns[] = {
	{ "object", COLUMN_TEXT, offsetof(struct event, object) }, { "state_from", COLUMN_TEXT, offsetof(struct event, from) },
	{ "state_to", COLUMN_TEXT, offsetof(struct event, to) },   { "reason_code", COLUMN_TEXT, offsetof(struct event, reason) },
	{ "object_id", COLUMN_INT, offsetof(struct event, id) },   { 0 },
};

/* A change and its letter: to the sides (help.news) or to the helper whose answer it is (help.helper). Written from flows.md; * is anything, none is no reason. */
static const struct news {
	const char *object, *from, *to, *reason, *kind, *what;
} news[] = {
	{ "response", "suggested", "invited", "*", "help.helper", "ask" },
	{ "response", "*", "accepted", "*", "help.helper", "accepted" },
	{ "response", "*", "accepted", "*", "help.news", "accepted" },
	{ "response", "none", "applied", "*", "help.news", "applied" },
	{ "response", "applied", "refused", "*", "help.helper", "refused" },
	{ "response", "accepted", "dropped", "*", "help.helper", "dropped" },
	{ "response", "accepted done", "no_show", "*", "help.helper", "no-show" },
	{ "response", "applied accepted", "left", "*", "help.news", "left" },
	{ "response", "invited applied", "superseded", "covered fulfilled partly", "help.helper", "covered" },
	{ "response", "invited applied accepted", "superseded", "withdrawn", "help.helper", "withdrawn" },
	{ "response", "invited applied", "superseded", "expired unfulfilled", "help.helper", "expired" },
	{ "response", "invited applied accepted", "superseded", "removed", "help.helper", "removed" },
	{ "response", "accepted", "done", "*", "help.helper", "thanks" },
	{ "request", "draft unconfirmed review", "open", "*", "help.news", "published" },
	{ "request", "draft unconfirmed", "review", "*", "help.news", "review" },
	{ "request", "open reserved", "filled", "none", "help.news", "filled" },
	{ "request", "filled underway", "open", "dropped no_show none", "help.news", "again" },
	{ "request", "open filled", "underway", "*", "help.news", "underway" },
	{ "request", "underway", "done_claimed", "*", "help.news", "done" },
	{ "request", "*", "closed", "withdrawn", "help.news", "withdrawn" },
	{ "request", "review open reserved", "closed", "expired unfulfilled", "help.news", "expired" },
	{ "request", "*", "hidden", "*", "help.news", "hidden" },
	{ "request", "hidden", "review open reserved filled underway done_claimed", "*", "help.news", "restored" },
	{ "request", "hidden", "closed", "*", "help.news", "removed" },
};
enum { NEWS = sizeof news / sizeof *news };

static bool fits(const char *words, const char *word)
{
	return !strcmp(words, "*") || text_has_word(words, word ? word : "none");
}

struct letter {
	const char *kind;
	struct db_bytes detail;
};
static const struct column letter_columns[] = {
	{ "kind", COLUMN_TEXT, offsetof(struct letter, kind) }, { "detail", COLUMN_BYTES, offsetof(struct letter, detail) }, { 0 },
};

static bool same_thing(const struct event *a, const struct event *b)
{
	return !strcmp(a->object, b->object) && a->id == b->id;
}

/* Two changes in a row that are one piece of news: opened again while all promise it still, so filled; applied and taken at once. */
static bool quiet(const struct event *events, size_t n, size_t i)
{
	const struct event *e = &events[i];
	if (!strcmp(e->to, "filled"))
		return i && same_thing(e - 1, e) && !strcmp(e[-1].to, "open");
	return !strcmp(e->to, "applied") && n > i + 1 && same_thing(e, e + 1) && !strcmp(e[1].to, "accepted");
}

/* The letters that the changes since the last step should have made, against those there are. sides: an account that ends takes its own letters along. */
static void told_once(bool sides)
{
	struct event *events;
	struct letter *letters;
	int wanted[NEWS] = { 0 }, got[NEWS] = { 0 };
	size_t n = db_all(mem, &events, sizeof *events, event_columns, "SELECT object, state_from, state_to, reason_code, object_id FROM event_log WHERE id > ?"
	                  " AND object IN ('request', 'response') AND state_to IS NOT NULL ORDER BY id", I(last_event));
	for (size_t i = 0; n > i; i++)
		for (int k = 0; NEWS > k; k++)
			wanted[k] += !strcmp(events[i].object, news[k].object) && fits(news[k].from, events[i].from) && fits(news[k].to, events[i].to) &&
				     fits(news[k].reason, events[i].reason) && !quiet(events, n, i);
	size_t m = db_all(mem, &letters, sizeof *letters, letter_columns, "SELECT kind, detail FROM outbox WHERE id > ? AND kind IN ('help.news', 'help.helper')", I(last_letter));
	for (size_t i = 0; m > i; i++) {
		const char *what = outbox_value(mem, seal_open_text(mem, "outbox", letters[i].detail.bytes, letters[i].detail.length), "what");
		for (int k = 0; NEWS > k; k++)
			got[k] += !strcmp(news[k].kind, letters[i].kind) && !strcmp(news[k].what, what);
	}
	for (int k = 0; NEWS > k; k++)
		if (wanted[k] != got[k] && (sides || strcmp(news[k].kind, "help.news")))
			printf("# %s %s -> %s (%s): %d changes, %d letters %s %s\n", news[k].object, news[k].from, news[k].to, news[k].reason, wanted[k], got[k], news[k].kind, news[k].what),
				wrong("each change is told once", n ? events[0].id : 0);
	last_event = db_number(0, "SELECT MAX(id) FROM event_log");
	last_letter = db_number(0, "SELECT MAX(id) FROM outbox");
}

/* ---- what people do ---- */

static int64_t somebody(void)
{
	return db_number(0, "SELECT id FROM person WHERE id >= ? AND ? > id ORDER BY id LIMIT 1", I(first + chance(count)), I(first + count));
}

static void when(struct request_new *n)
{
	static const char *const kinds[] = { "asap", "asap", "window", "window", "by", "weekly" };
	int64_t pick = chance(40);
	n->when_kind = kinds[pick == 0 ? 5 : pick % 5];
	time_t start = time_now() + (1 + chance(8)) * DAY + chance(6) * HOUR;
	n->from = !strcmp(n->when_kind, "window") || !strcmp(n->when_kind, "weekly") ? start : -1;
	n->to = !strcmp(n->when_kind, "asap") ? -1 : start + 2 * HOUR;
}

static void ask(void *given)
{
	static const char *const categories[] = { "nakup", "odvoz", "zahrada", "opravy" };
	int64_t person = somebody();
	struct request q;
	struct request_new n = { TOWN, 0, chance(4) ? 1 : 1 + chance(4), categories[chance(4)], "Prosba o pomoc", "", NULL, "Anna", "K.", "self", "", "asap", "public", "", "", "own", "web", -1, -1,
	                         !chance(10), !chance(4) };
	(void)given;
	when(&n);
	int64_t id = request_make(mem, &n);
	help_contact_keep(mem, id, "requester", &(struct help_contact){ "Anna Krátká", NULL, talloc_asprintf(mem, "osoba%" PRId64 "@example.org", person), "cs", person, true });
	if (request_load(mem, id, NULL, true, &q))
		request_confirm(mem, &q, &(struct actor){ person, REQUESTER });
}

static bool one(int64_t id, struct request *q)
{
	return id && request_load(mem, id, NULL, true, q);
}

/* An answer of that state, and its request. */
static bool answer(const char *state, struct request *q, struct response *a)
{
	int64_t id = db_number(0, "SELECT id FROM response WHERE state = ? ORDER BY id LIMIT 1 OFFSET ?", S(state),
	                       I(chance(1 + db_number(0, "SELECT COUNT(*) FROM response WHERE state = ?", S(state)))));
	return id && one(db_number(0, "SELECT request_id FROM response WHERE id = ?", I(id)), q) && response_load(mem, id, a);
}

static int64_t some_request(const char *state)
{
	return db_number(0, "SELECT id FROM help_request WHERE state = ? ORDER BY id LIMIT 1 OFFSET ?", S(state),
	                 I(chance(1 + db_number(0, "SELECT COUNT(*) FROM help_request WHERE state = ?", S(state)))));
}

/* An answer goes from a state to another, by a part. */
static void reply(void *given)
{
	static const struct {
		const char *from, *to;
		unsigned part;
	} moves[] = {
		{ "invited", "accepted", HELPER }, { "invited", "accepted", HELPER },  { "invited", "declined", HELPER },   { "applied", "accepted", REQUESTER },
		{ "applied", "accepted", HANDLER }, { "applied", "refused", REQUESTER }, { "applied", "left", HELPER },      { "suggested", "accepted", HANDLER },
		{ "accepted", "left", HELPER },     { "accepted", "dropped", REQUESTER }, { "accepted", "no_show", REQUESTER }, { "done", "no_show", REQUESTER },
	};
	struct request q;
	struct response a;
	size_t pick = *(const int *)given ? (size_t)(8 + chance(4)) : (size_t)chance(8);
	if (answer(moves[pick].from, &q, &a)) {
		response_move(mem, &q, &a, moves[pick].to, &(struct actor){ moves[pick].part == HELPER ? a.person : 0, moves[pick].part }, NULL);
		match_hurry(mem, &q);
	}
}

static void apply(void *given)
{
	struct request q;
	int64_t id;
	(void)given;
	if (one(some_request("open"), &q))
		response_apply(mem, &q, somebody(), &id);
}

/* A request goes from a state to another, by a part. */
static void change(void *given)
{
	static const struct {
		const char *from, *to, *outcome;
		unsigned part;
	} moves[] = {
		{ "filled", "underway", NULL, HELPER },   { "filled", "underway", NULL, HELPER },       { "underway", "done_claimed", NULL, HELPER }, { "underway", "done_claimed", NULL, HANDLER },
		{ "underway", "done_claimed", NULL, HELPER }, { "done_claimed", "closed", "fulfilled", REQUESTER }, { "done_claimed", "closed", "partly", REQUESTER }, { "done_claimed", "open", NULL, REQUESTER },
		{ "open", "reserved", NULL, HANDLER },    { "open", "underway", NULL, HANDLER },        { "open", "closed", "withdrawn", REQUESTER }, { "filled", "closed", "withdrawn", REQUESTER },
		{ "open", "hidden", NULL, OVERSEER },     { "underway", "hidden", NULL, OVERSEER },     { "hidden", "closed", "removed", OVERSEER },  { "filled", "hidden", NULL, OVERSEER },
	};
	struct request q;
	size_t pick = (size_t)(chance(4) ? chance(8) : chance(16));
	(void)given;
	if (one(some_request(moves[pick].from), &q))
		request_move(mem, &q, moves[pick].to, &(struct actor){ 0, moves[pick].part }, &(struct move){ .outcome = moves[pick].outcome });
}

static void restore(void *given)
{
	struct request q;
	(void)given;
	if (one(some_request("hidden"), &q))
		request_move(mem, &q, q.hidden_from, &(struct actor){ 0, OVERSEER }, NULL);
}

static void renew(void *given)
{
	struct request q;
	(void)given;
	if (one(some_request("open"), &q))
		request_renew(mem, &q, &(struct actor){ 0, REQUESTER });
}

static void rest(void *given)
{
	struct offer o;
	int64_t id = db_number(0, "SELECT id FROM offer WHERE person_id >= ? ORDER BY person_id LIMIT 1", I(somebody()));
	struct actor her = { 0, HELPER };
	(void)given;
	if (!id || !offer_load(mem, id, true, &o))
		return;
	if (!strcmp(o.state, "active") && !chance(3))
		offer_move(mem, &o, "paused", &her, time_day(mem, time_now() + (1 + chance(20)) * DAY));
	else if (!strcmp(o.state, "active"))
		offer_still(mem, &o, &her);
	else
		offer_move(mem, &o, "active", &her, NULL);
}

static void erase(void *given)
{
	int64_t person = somebody();
	(void)given;
	if (!person)
		return;
	help_leave(mem, person);
	db_exec("DELETE FROM person WHERE id = ?", I(person));
}

/* ---- a day ---- */

static void step(void (*work)(void *), int how)
{
	db_transaction(work, &how);
	steps++;
	invariants();
	told_once(work != erase);
	talloc_free_children(mem);
}

static void calendar(void)
{
	help_hourly();
	help_run();
	steps++;
	invariants();
	nothing_due();
	told_once(true);
	talloc_free_children(mem);
}

static void times(int64_t hundredth, void (*work)(void *), int how)
{
	for (; hundredth > 0; hundredth -= 100)
		if (hundredth > chance(100))
			step(work, how);
}

static void day(time_t midnight, int64_t asking)
{
	clock_set(midnight + 9 * HOUR);
	times(asking, ask, 0);
	calendar();
	clock_set(midnight + 13 * HOUR);
	times(3 * asking, reply, 0);
	times(asking / 2, apply, 0);
	times(asking / 8, reply, 1);
	times(2 * asking, change, 0);
	clock_set(midnight + 20 * HOUR);
	times(asking / 10, renew, 0);
	times(asking / 4, restore, 0);
	times(asking / 2, rest, 0);
	times(asking / 12, erase, 0);
	calendar();
}

static void summary(void)
{
	static const char *const words[] = { "requests", "letters", "promises", "fulfilled", "unfulfilled", "withdrawn", "left", "lapsed" };
	int64_t numbers[] = {
		db_number(0, "SELECT COUNT(*) FROM help_request"), db_number(0, "SELECT COUNT(*) FROM outbox WHERE kind LIKE 'help.%'"),
		db_number(0, "SELECT COUNT(*) FROM event_log WHERE object = 'response' AND state_to = 'accepted'"), db_number(0, "SELECT COUNT(*) FROM help_request WHERE outcome = 'fulfilled'"),
		db_number(0, "SELECT COUNT(*) FROM help_request WHERE outcome = 'unfulfilled'"), db_number(0, "SELECT COUNT(*) FROM help_request WHERE outcome = 'withdrawn'"),
		db_number(0, "SELECT COUNT(*) FROM event_log WHERE object = 'response' AND state_to = 'left'"), db_number(0, "SELECT COUNT(*) FROM response WHERE state = 'lapsed'"),
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		printf("%s %" PRId64 "\n", words[i], numbers[i]);
	printf("steps %d\nbroken %d\n", steps, broken);
}

int main(int argc, char **argv)
{
	if (argc != 6)
		return 64;
	log_open("year");
	conf_load();
	time_open();
	seal_open();
	db_as_jobs();
	mem = talloc_new(NULL);
	first = strtoll(argv[1], NULL, 10);
	count = strtoll(argv[2], NULL, 10);
	chance_state = strtoull(argv[5], NULL, 10) * 2654435761u + 88172645463325252u;
	time_t start = time_midnight("2027-01-01", 0);
	clock_set(start);
	last_event = db_number(0, "SELECT MAX(id) FROM event_log");
	last_letter = db_number(0, "SELECT MAX(id) FROM outbox");
	for (int64_t i = 0; strtoll(argv[3], NULL, 10) > i; i++)
		day(start + i * DAY, strtoll(argv[4], NULL, 10));
	summary();
	talloc_free(mem);
	db_close();
	return 0;
}
