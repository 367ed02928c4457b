/*
 * For stories: tries every move of a request (flows.md E1) or of a response (E2) by every part and prints those that were allowed, one a line:
 *   FROM → TO   PARTS   what came of it   who was told what
 * moves request|response. The database has the request 1 with its two sides (requester, proxy), a coordinator of the town, and answers of the people
 * named in `people`. Each attempt is rolled back; a refused one that wrote something is said aloud.
 */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "help/request.h"
#include "help/response.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/log.h"
#include "web/outbox.h"
#include "web/policy.h"
#include "web/seal.h"
#include "web/text.h"
#include "web/time.h"

static const struct {
	unsigned part;
	char letter;
} parts[] = { { REQUESTER, 'R' }, { PROXY, 'X' }, { HELPER, 'H' }, { HANDLER, 'C' }, { OVERSEER, 'M' }, { SYSTEM, 'S' } };
enum { PARTS = sizeof parts / sizeof *parts };

/* Answers of the request: whose initial is in a letter's list. In the state the table tries, the one who promised is P. */
static const char *const people[] = { "P", "I", "A", "N" }, *const people_states[] = { "accepted", "invited", "applied", "suggested" };
enum { PEOPLE = 4 };

/* How many of how many wanted people have promised. */
static const struct slots {
	const char *word;
	int64_t filled, needed;
} slots[] = { { "none", 0, 2 }, { "last", 0, 1 }, { "some", 1, 2 }, { "full", 1, 1 } };

static void *mem;
static int refused, wrote;

struct letter {
	const char *name;
	struct db_bytes address, detail;
};
static const struct column letter_columns[] = {
	{ "name", COLUMN_TEXT, offsetof(struct letter, name) }, { "address", COLUMN_BYTES, offsetof(struct letter, address) },
	{ "detail", COLUMN_BYTES, offsetof(struct letter, detail) }, { 0 },
};

static const char *opened(const struct db_bytes *bytes)
{
	return seal_open_text(mem, "outbox", bytes->bytes, bytes->length);
}

/* "published:RX covered:I"; to an address: its first letter is whose. */
static const char *letters(void)
{
	struct letter *list;
	char *said = talloc_strdup(mem, "");
	const char *last = "";
	size_t count = db_all(mem, &list, sizeof *list, letter_columns, "SELECT p.given AS name, o.address, o.detail FROM outbox o LEFT JOIN person p ON p.id = o.person_id ORDER BY o.id");
	for (size_t i = 0; count > i; i++) {
		const char *what = outbox_value(mem, opened(&list[i].detail), "what");
		char whose = list[i].name ? *list[i].name : *opened(&list[i].address);
		said = strcmp(what, last) ? talloc_asprintf_append(said, "%s%s:%c", *said ? " " : "", what, whose) : talloc_asprintf_append(said, "%c", whose);
		last = what;
	}
	return *said ? said : "-";
}

/* ---- the scene ---- */

struct scene {
	const char *state, *hidden_from, *promised;   /* promised: state of P's answer */
	const struct slots *slots;
	bool others;                                  /* I, A and N wait for an answer */
};

static void set(const struct scene *s)
{
	bool closed = !strcmp(s->state, "closed");
	db_exec("UPDATE help_request SET state = ?, hidden_from = ?, outcome = ?, slots_filled = ?, slots_needed = ? WHERE id = 1", S(s->state), S(s->hidden_from),
		S(closed ? "fulfilled" : NULL), I(s->slots->filled), I(s->slots->needed));
	for (int64_t i = 0; PEOPLE > i; i++)
		db_exec("UPDATE response SET state = ? WHERE id = ?", S(i ? s->others ? people_states[i] : "lapsed" : s->promised), I(i + 1));
}

static const char *scene_name(const struct scene *s)
{
	return s->hidden_from ? talloc_asprintf(mem, "hidden(%s).%s", s->hidden_from, s->slots->word) : talloc_asprintf(mem, "%s.%s", s->state, s->slots->word);
}

static int64_t written(void)
{
	return db_number(0, "SELECT (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM event_log WHERE object IN ('request', 'response'))"
	                    " + (SELECT SUM(version) FROM help_request) + (SELECT SUM(version) FROM response)");
}

/* What the move left behind: the request, and the answers that are another than before. */
static const char *left(const struct scene *s)
{
	struct request q;
	struct response a;
	request_load(mem, 1, NULL, false, &q);
	char *said = talloc_asprintf(mem, "%s%s%s %" PRId64 "/%" PRId64, q.state, q.outcome ? ":" : "", q.outcome ? q.outcome : "", q.slots_filled, q.slots_needed);
	if (!strcmp(q.state, s->state) && q.slots_filled == s->slots->filled)
		said = talloc_strdup(mem, "same");
	for (int64_t i = 0; PEOPLE > i; i++) {
		const char *before = i ? s->others ? people_states[i] : "lapsed" : s->promised;
		if (response_load(mem, i + 1, &a) && strcmp(a.state, before))
			said = talloc_asprintf_append(said, " %s=%s", people[i], a.state);
	}
	return said;
}

/* Each change of a state stands in the log once. */
static bool logged_once(void)
{
	return !db_number(0, "SELECT COUNT(*) FROM (SELECT object, object_id, state_from, state_to FROM event_log WHERE object IN ('request', 'response')"
	                     " GROUP BY object, object_id, state_from, state_to HAVING COUNT(*) <> 1) twice") &&
	       db_number(0, "SELECT COUNT(*) FROM event_log WHERE object IN ('request', 'response')");
}

/* ---- attempts ---- */

static bool move_request(const char *to, const char *outcome, const struct actor *by)
{
	struct request q;
	return request_load(mem, 1, NULL, true, &q) && request_move(mem, &q, to, by, &(struct move){ .outcome = outcome });
}

static bool move_response(const char *to, const struct actor *by)
{
	struct request q;
	struct response a;
	return request_load(mem, 1, NULL, true, &q) && response_load(mem, 1, &a) && response_move(mem, &q, &a, to, by, NULL) != RESPONSE_REFUSED;
}

/* One part; null when it was refused. */
static const char *attempt(const struct scene *s, bool request, const char *to, const char *outcome, unsigned part)
{
	const char *came = NULL;
	struct actor by = { 0, part };
	int64_t before = written();
	db_exec("SAVEPOINT attempt");
	if (request ? move_request(to, outcome, &by) : move_response(to, &by))
		came = talloc_asprintf(mem, "%s | %s%s", left(s), letters(), logged_once() ? "" : " NOT LOGGED ONCE");
	else if (refused++, written() != before)
		wrote++;
	if (came)
		db_exec("ROLLBACK TO SAVEPOINT attempt");
	return came;
}

/* Parts for whom the same comes of it share a line. */
static void all_parts(const struct scene *s, bool request, const char *from, const char *to, const char *outcome)
{
	const char *came[PARTS];
	for (int i = 0; PARTS > i; i++)
		came[i] = attempt(s, request, to, outcome, parts[i].part);
	for (int i = 0; PARTS > i; i++) {
		if (!came[i])
			continue;
		const char *what = came[i];
		printf("%s -> %s%s%s | ", from, to, outcome ? ":" : "", outcome ? outcome : "");
		for (int j = i; PARTS > j; j++)
			if (came[j] && !strcmp(came[j], what)) {
				putchar(parts[j].letter);
				came[j] = NULL;
			}
		printf(" | %s\n", what);
	}
}

static void all_targets(const struct scene *s)
{
	static const char *const outcomes[] = { "fulfilled", "partly", "unfulfilled", "withdrawn", "expired", "rejected", "removed", NULL };
	db_begin();
	set(s);
	for (const char *const *to = request_states; *to; to++)
		for (const char *const *outcome = outcomes; *outcome; outcome++) {
			bool closed = !strcmp(*to, "closed");
			if (closed || outcome == outcomes)
				all_parts(s, true, scene_name(s), *to, closed ? *outcome : NULL);
		}
	db_rollback();
	talloc_free_children(mem);
}

/* Which counts a state may have; who else waits for an answer. */
static const struct stage {
	const char *states, *slots, *promised;
	bool others;
} stages[] = {
	{ "draft unconfirmed review", "none", "lapsed", false },
	{ "open reserved", "none", "lapsed", true },
	{ "open reserved", "some", "accepted", true },
	{ "open", "full", "accepted", true },
	{ "filled closed", "full", "accepted", false },
	{ "filled", "some", "accepted", false },
	{ "underway done_claimed", "some full", "accepted", false },
	{ "underway done_claimed", "none", "lapsed", false },
};

static void stage_request(const struct stage *g, const char *state, const struct slots *count)
{
	bool closed = !strcmp(state, "closed");
	struct scene s = { state, NULL, closed ? "done" : g->promised, count, g->others };
	all_targets(&s);
	bool between = (!strcmp(state, "open") && count->filled == count->needed) || (!strcmp(state, "filled") && count->needed > count->filled) || !count->filled;
	if (text_has_word("draft unconfirmed closed", state) || (between && !text_has_word("review open reserved", state)) || (between && count->filled))
		return;
	s.hidden_from = state;
	s.state = "hidden";
	all_targets(&s);
}

static void requests(void)
{
	for (const struct stage *g = stages; g < stages + sizeof stages / sizeof *stages; g++)
		for (const char *const *state = request_states; *state; state++)
			for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
				if (text_has_word(g->states, *state) && text_has_word(g->slots, slots[i].word))
					stage_request(g, *state, &slots[i]);
}

static const char *const response_states[] = { "suggested", "invited", "declined", "lapsed", "applied", "accepted", "refused", "superseded", "left", "dropped", "done", "no_show", NULL };

static void response_from(const char *from, const char *state, const struct slots *count)
{
	struct scene s = { state, !strcmp(state, "hidden") ? "open" : NULL, from, count, false };
	db_begin();
	set(&s);
	for (const char *const *to = response_states; *to; to++)
		all_parts(&s, false, talloc_asprintf(mem, "%s %s", scene_name(&s), from), *to, NULL);
	db_rollback();
	talloc_free_children(mem);
}

/* Where an answer can be: a request that takes her, one that takes nobody, one she has promised. */
static const struct {
	const char *from, *states, *slots;
} places[] = {
	{ "suggested invited applied", "open reserved", "none last" },
	{ "suggested invited applied declined lapsed refused left dropped no_show", "review hidden", "none" },
	{ "suggested invited applied declined lapsed refused superseded left dropped no_show", "filled underway done_claimed closed", "full" },
	{ "accepted", "open reserved underway hidden", "some" },
	{ "accepted", "filled underway done_claimed closed", "full" },
	{ "declined lapsed refused superseded left dropped no_show", "open", "none" },
	{ "done", "closed", "full" },
};

static void responses(void)
{
	for (size_t p = 0; p < sizeof places / sizeof *places; p++)
		for (const char *const *from = response_states; *from; from++)
			for (const char *const *state = request_states; *state; state++)
				for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
					if (text_has_word(places[p].from, *from) && text_has_word(places[p].states, *state) && text_has_word(places[p].slots, slots[i].word))
						response_from(*from, *state, &slots[i]);
}

int main(int argc, char **argv)
{
	if (argc != 2)
		return 64;
	log_open("moves");
	conf_load();
	time_open();
	seal_open();
	db_as_jobs();
	mem = talloc_new(NULL);
	if (!strcmp(argv[1], "request"))
		requests();
	else
		responses();
	printf("refused %d, of which wrote %d\n", refused, wrote);
	talloc_free(mem);
	db_close();
	return 0;
}
