/* One step for each row of the table retention; what a row names and no step knows is said in the log. */
#include <inttypes.h>
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "../account/leave.h"
#include "help/crisis.h"
#include "help/delivery.h"
#include "help/depot.h"
#include "help/forget.h"
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/event.h"
#include "../web/log.h"
#include "../web/outbox.h"
#include "../web/seal.h"
#include "../web/time.h"
#include "board.h"
#include "court.h"
#include "retention.h"

/* A row of the table: older than before is due; town 0 is everybody. */
struct rule {
	int64_t town;
	time_t before;
	const char *what;
	void *mem;
};
static const struct column rule_columns[] = {
	{ "town_code", COLUMN_INT, offsetof(struct rule, town) },
	{ "due", COLUMN_TIME, offsetof(struct rule, before) },
	{ "what", COLUMN_TEXT, offsetof(struct rule, what) },
	{ NULL, COLUMN_INT, 0 },
};

/* One person or notice of a step, in a transaction of its own. */
struct one {
	int64_t id, town;
	const char *kind;
	const struct rule *rule;
};
static const struct column one_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct one, id) },
	{ "town", COLUMN_INT, offsetof(struct one, town) },
	{ "kind", COLUMN_TEXT, offsetof(struct one, kind) },
	{ NULL, COLUMN_INT, 0 },
};

enum { LETTER_DAYS = 20, DAY = 24 * 3600 };

static int64_t each(const struct rule *rule, struct one *ones, size_t count, void (*work)(void *))
{
	for (size_t i = 0; i < count; i++) {
		ones[i].rule = rule;
		db_transaction(work, &ones[i]);
	}
	return (int64_t)count;
}

/* ---- accounts ---- */

static void unconfirmed_ends(void *given)
{
	const struct one *one = given;

	leave_all(one->rule->mem, one->id, "unconfirmed");
}

static void idle_ends(void *given)
{
	const struct one *one = given;

	leave_all(one->rule->mem, one->id, "idle");
}

/* Somebody typed an address, perhaps of somebody else, and nobody ever confirmed one. */
static int64_t unconfirmed(const struct rule *rule)
{
	struct one *ones;
	size_t count = db_all(rule->mem, &ones, sizeof(*ones), one_columns,
	                      "SELECT p.id, 0 AS town, NULL AS kind FROM person p WHERE p.created_at < ? AND EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id)"
	                      " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id AND c.confirmed_at IS NOT NULL) LIMIT 1000", T(rule->before));

	return each(rule, ones, count, unconfirmed_ends);
}

static void idle_letter(void *given)
{
	const struct one *one = given;

	outbox_(one->rule->mem, "account.idle", one->id, one->id,
	        OUTBOX_PAIRS("until", one->kind, "link", talloc_asprintf(one->rule->mem, "%s/prihlaseni", conf.base)));
	db_exec("UPDATE person SET idle_told = idle_told + 1, idle_told_at = ? WHERE id = ?", T(time_now()), I(one->id));
}

/* kind: the day the account ends, as the row "idle" says. */
static int64_t idle_tell(const struct rule *rule, int64_t told)
{
	struct one *ones;
	size_t count = db_all(rule->mem, &ones, sizeof(*ones), one_columns,
	                      "SELECT p.id, 0 AS town, CAST(GREATEST(DATE(IF(e.unit = 'month', COALESCE(p.seen_at, p.created_at) + INTERVAL e.amount MONTH,"
	                      " COALESCE(p.seen_at, p.created_at) + INTERVAL e.amount DAY)), ? + INTERVAL ? DAY) AS CHAR) AS kind"
	                      "  FROM person p JOIN retention e ON e.what = 'idle' AND e.town_code = 0 AND e.amount IS NOT NULL"
	                      " WHERE COALESCE(p.seen_at, p.created_at) < ? AND p.idle_told = ?"
	                      " AND EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id AND c.confirmed_at IS NOT NULL) LIMIT 1000",
	                      S(time_day(rule->mem, time_now())), I(LETTER_DAYS), T(rule->before), I(told));

	return each(rule, ones, count, idle_letter);
}

static int64_t idle_first(const struct rule *rule)
{
	return idle_tell(rule, 0);
}

static int64_t idle_second(const struct rule *rule)
{
	return idle_tell(rule, 1);
}

/* Never before the second letter had its time, however long jobs stood still. */
static int64_t idle(const struct rule *rule)
{
	struct one *ones;
	size_t count = db_all(rule->mem, &ones, sizeof(*ones), one_columns,
	                      "SELECT id, 0 AS town, NULL AS kind FROM person WHERE COALESCE(seen_at, created_at) < ? AND idle_told >= 2 AND idle_told_at < ? LIMIT 1000",
	                      T(rule->before), T(time_now() - LETTER_DAYS * DAY));

	return each(rule, ones, count, idle_ends);
}

/* ---- notices: text and files go, the hashes and the place in the series stay ---- */

static void redact(void *given)
{
	const struct one *one = given;

	db_exec("UPDATE notice SET state = 'redacted', title = '', slug = '', summary = NULL, body = NULL, originator = NULL, reference = NULL, file_mark = NULL,"
	        " place = NULL, lat = NULL, lon = NULL, link = NULL, search_text = '', attachments = 0, changed_at = ?, version = version + 1 WHERE id = ?",
	        T(time_now()), I(one->id));
	db_exec("DELETE FROM attachment WHERE notice_id = ?", I(one->id));
	db_exec("UPDATE notice_version SET title = '', summary = NULL, body = NULL WHERE notice_id = ?", I(one->id));
	event_log_as(0, "notice", one->id, "notice.redact", "archived", "redacted", one->rule->what, NULL);
	board_touch(one->town, one->kind);
}

static int64_t notice_personal(const struct rule *rule)
{
	struct one *ones;
	size_t count = db_all(rule->mem, &ones, sizeof(*ones), one_columns,
	                      "SELECT id, town_code AS town, kind FROM notice WHERE state = 'archived' AND personal_data AND takendown_at < ? LIMIT 1000", T(rule->before));

	return each(rule, ones, count, redact);
}

static int64_t notice(const struct rule *rule)
{
	struct one *ones;
	size_t count = db_all(rule->mem, &ones, sizeof(*ones), one_columns,
	                      "SELECT id, town_code AS town, kind FROM notice WHERE state = 'archived' AND takendown_at < ? AND (town_code = ? OR (? = 0 AND"
	                      " town_code NOT IN (SELECT town_code FROM retention WHERE what = 'notice'))) LIMIT 1000",
	                      T(rule->before), I(rule->town), I(rule->town));

	return each(rule, ones, count, redact);
}

/* ---- logs ---- */

/* A number nobody can turn back without the key, below zero so that it is no id; the same person stays the same number. */
static int64_t pseudonym(const void *mem, int64_t person)
{
	unsigned char hash[SEAL_BYTES];
	uint64_t number;

	seal_index(hash, "actor", talloc_asprintf(mem, "%" PRId64, person));
	memcpy(&number, hash, sizeof(number));
	return -(int64_t)(number >> 1) - 1;
}

static void actor_hash(void *given)
{
	const struct one *one = given;
	int64_t number = pseudonym(one->rule->mem, one->id);

	db_exec("UPDATE event_log SET actor_id = ? WHERE at < ? AND actor_id = ?", I(number), T(one->rule->before), I(one->id));
	db_exec("UPDATE event_log SET object_id = ? WHERE at < ? AND object = 'person' AND object_id = ?", I(number), T(one->rule->before), I(one->id));
}

static int64_t log_actor(const struct rule *rule)
{
	struct one *ones;
	size_t count = db_all(rule->mem, &ones, sizeof(*ones), one_columns,
	                      "SELECT actor_id AS id, 0 AS town, NULL AS kind FROM event_log WHERE at < ? AND actor_id > 0 UNION"
	                      " SELECT object_id, 0, NULL FROM event_log WHERE at < ? AND object = 'person' AND object_id > 0 LIMIT 1000",
	                      T(rule->before), T(rule->before));

	db_exec("UPDATE event_log SET note = NULL WHERE at < ? AND note LIKE 'person %'", T(rule->before));
	return each(rule, ones, count, actor_hash);
}

/* ---- rows that simply go ---- */

#define FORGET(name, sql)                                          \
	static int64_t name(const struct rule *rule)               \
	{                                                          \
		return db_exec(sql " LIMIT 10000", T(rule->before)); \
	}
FORGET(session, "DELETE FROM session WHERE expires_at < ?")
FORGET(token, "DELETE FROM token WHERE expires_at < ?")
FORGET(throttle, "DELETE FROM throttle WHERE window_start < ?")
FORGET(repeat_key, "DELETE FROM repeat_key WHERE at < ?")
FORGET(letter, "DELETE FROM outbox WHERE state IN ('sent', 'failed', 'unknown', 'gathered') AND (COALESCE(sent_at, created_at) < ? OR kind = 'account.erased')")
FORGET(letter_failed, "UPDATE outbox SET detail = NULL, address = NULL WHERE state IN ('failed', 'unknown') AND kept AND COALESCE(since, created_at) < ?")
FORGET(claim, "DELETE FROM town_claim WHERE state IN ('listed', 'handed_over') AND asked_at < ?")
FORGET(invitation, "DELETE FROM invitation WHERE expires_at < ?")
FORGET(level, "DELETE FROM level_grant WHERE until < ?")
FORGET(event_log, "DELETE FROM event_log WHERE at < ?")

static int64_t report(const struct rule *rule)
{
	return court_forget(rule->before);
}

static int64_t reveal_log(const struct rule *rule)
{
	return help_forget_looks(rule->before) + db_exec("DELETE FROM reveal_log WHERE at < ? LIMIT 10000", T(rule->before));
}

static int64_t help_contact(const struct rule *rule)
{
	return help_forget_contacts(rule->before);
}

static int64_t help_message(const struct rule *rule)
{
	return help_forget_messages(rule->before);
}

static int64_t help_request(const struct rule *rule)
{
	return help_forget_requests(rule->before);
}

static int64_t delivery_contact(const struct rule *rule)
{
	return delivery_forget_contacts(rule->before);
}

static int64_t delivery(const struct rule *rule)
{
	return delivery_forget(rule->before);
}

static int64_t depot_moves(const struct rule *rule)
{
	return depot_forget(rule->before);
}

static int64_t crisis_helper(const struct rule *rule)
{
	return crisis_forget(rule->before);
}

static int64_t help_offer(const struct rule *rule)
{
	return help_forget_offers(rule->before);
}

static const struct step {
	const char *what;
	int64_t (*run)(const struct rule *rule);
} steps[] = {
	{ "unconfirmed", unconfirmed },
	{ "idle-first", idle_first },
	{ "idle-second", idle_second },
	{ "idle", idle },
	{ "session", session },
	{ "token", token },
	{ "throttle", throttle },
	{ "repeat-key", repeat_key },
	{ "letter", letter },
	{ "letter-failed", letter_failed },
	{ "claim", claim },
	{ "invitation", invitation },
	{ "level", level },
	{ "notice-personal", notice_personal },
	{ "notice", notice },
	{ "report", report },
	{ "help-contact", help_contact },
	{ "help-message", help_message },
	{ "help-request", help_request },
	{ "help-offer", help_offer },
	{ "delivery-contact", delivery_contact },
	{ "delivery", delivery },
	{ "depot-move", depot_moves },
	{ "crisis-helper", crisis_helper },
	{ "reveal-log", reveal_log },
	{ "log-actor", log_actor },
	{ "log", event_log },
};

static void apply(const struct rule *rule)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		if (strcmp(steps[i].what, rule->what))
			continue;
		int64_t done = steps[i].run(rule);
		if (done)
			log_line("retention", "what=%s town=%" PRId64 " done=%" PRId64, rule->what, rule->town, done);
		return;
	}
	log_line("retention", "what=%s problem=unknown", rule->what);
}

void retention_run(void)
{
	void *mem = talloc_new(NULL);
	struct rule *rules;
	size_t count = db_all(mem, &rules, sizeof(*rules), rule_columns,
	                      "SELECT what, town_code, IF(unit = 'month', ? - INTERVAL amount MONTH, ? - INTERVAL amount DAY) AS due FROM retention WHERE amount IS NOT NULL",
	                      T(time_now()), T(time_now()));

	for (size_t i = 0; i < count; i++) {
		rules[i].mem = mem;
		apply(&rules[i]);
	}
	talloc_free(mem);
}
