/* The outbox, row by row: claimed, begun, handed, finished. Every step is one UPDATE that says whose the row must still be. */
#include <inttypes.h>
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/log.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "../web/time.h"
#include "deliver.h"
#include "letter.h"

enum { BATCH = 10, AWAY_SECONDS = 60 };

struct row {
	struct letter letter;
	struct db_bytes address, contact, detail;
	time_t bounced_at;
};

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, letter.id) },
	{ "kind", COLUMN_TEXT, offsetof(struct row, letter.kind) },
	{ "ref_id", COLUMN_INT, offsetof(struct row, letter.ref_id) },
	{ "person_id", COLUMN_INT, offsetof(struct row, letter.person_id) },
	{ "channel", COLUMN_TEXT, offsetof(struct row, letter.channel) },
	{ "lang", COLUMN_TEXT, offsetof(struct row, letter.lang) },
	{ "tries", COLUMN_INT, offsetof(struct row, letter.tries) },
	{ "message_id", COLUMN_TEXT, offsetof(struct row, letter.message_id) },
	{ "created_at", COLUMN_TIME, offsetof(struct row, letter.created) },
	{ "address", COLUMN_BYTES, offsetof(struct row, address) },
	{ "contact", COLUMN_BYTES, offsetof(struct row, contact) },
	{ "detail", COLUMN_BYTES, offsetof(struct row, detail) },
	{ NULL, COLUMN_INT, 0 },
};

struct id {
	int64_t id;
};
static const struct column id_columns[] = { { "id", COLUMN_INT, offsetof(struct id, id) }, { NULL, COLUMN_INT, 0 } };

/* What the handing of one row needs to know. */
struct hold {
	int64_t id;
	const char *owner;
};

/* A minute, then longer and longer. */
static time_t next_try(int64_t tries)
{
	static const int minutes[] = { 1, 5, 15, 60, 240 };
	int64_t last = sizeof(minutes) / sizeof(*minutes) - 1;

	return time_now() + minutes[tries < last ? tries : last] * 60;
}

/* ---- claim ---- */

/* Rows nobody will finish: those of a process that ended in the one moment that cannot be known, and those too old to mean anything. */
static void settle(void)
{
	db_exec("UPDATE outbox SET state = 'unknown', problem = 'the sender ended before the answer came', owner = NULL, leased_until = NULL"
	        " WHERE state = 'handed' AND leased_until <= ?", T(time_now()));
	db_exec("UPDATE outbox SET state = 'failed', problem = COALESCE(problem, 'nothing delivers this channel')"
	        " WHERE state = 'waiting' AND COALESCE(since, created_at + INTERVAL IF(gather, 7, 0) DAY) < ? AND (leased_until IS NULL OR leased_until <= ?)",
	        T(time_now() - DELIVER_DAYS * 86400), T(time_now()));
}

static size_t claim(void *mem, const char *owner, struct id **ids)
{
	bool mail = *conf.mail_smtp || *conf.mail_folder, phone = strcmp(conf.sms.driver, "none") || strcmp(conf.voice.driver, "none");

	if (!mail && !phone)
		return 0;
	db_exec("UPDATE outbox SET owner = ?, leased_until = ? WHERE state = 'waiting' AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)"
	        " AND ((channel = 'mail' AND ?) OR (channel = 'sms' AND ?)) ORDER BY due_at, id LIMIT 10",
	        S(owner), T(time_now() + DELIVER_LEASE_SECONDS), T(time_now()), T(time_now()), I(mail), I(phone));
	return db_all(mem, ids, sizeof(**ids), id_columns, "SELECT id FROM outbox WHERE owner = ? AND state = 'waiting' AND leased_until > ? ORDER BY due_at, id",
	              S(owner), T(time_now()));
}

static void release(const char *owner)
{
	db_exec("UPDATE outbox SET owner = NULL, leased_until = NULL WHERE owner = ? AND state = 'waiting'", S(owner));
}

/* ---- begin ---- */

/* Counted before it is tried: a row that breaks its process must not be the first one again. */
static bool begun(const void *mem, struct hold *hold)
{
	unsigned char random[8];
	const char *domain = strchr(conf.mail_from, '@');
	int64_t tries = db_number(0, "SELECT tries FROM outbox WHERE id = ?", I(hold->id));

	seal_random(random, sizeof(random));
	return db_exec("UPDATE outbox SET tries = tries + 1, due_at = ?, leased_until = ?, message_id = COALESCE(message_id, ?)"
	               " WHERE id = ? AND owner = ? AND state = 'waiting'",
	               T(next_try(tries)), T(time_now() + DELIVER_LEASE_SECONDS),
	               S(talloc_asprintf(mem, "%" PRId64 ".%s%s", hold->id, text_hex(mem, random, sizeof(random)), domain ? domain : "@localhost")),
	               I(hold->id), S(hold->owner)) == 1;
}

static const char *opened(const void *mem, const char *purpose, struct db_bytes sealed)
{
	return sealed.bytes ? seal_open_text(mem, purpose, sealed.bytes, sealed.length) : NULL;
}

static struct letter *load(void *mem, int64_t id)
{
	struct row *row = talloc_zero(mem, struct row);
	struct letter *l = &row->letter;

	if (!db_one(mem, row, columns,
	            "SELECT o.id, o.kind, o.ref_id, o.person_id, o.channel, o.lang, o.tries, o.message_id, o.created_at, o.address, o.detail,"
	            " (SELECT c.sealed FROM contact c WHERE c.person_id = o.person_id AND c.kind = IF(o.channel = 'sms', 'phone', 'mail')"
	            " AND c.confirmed_at IS NOT NULL AND c.bounced_at IS NULL ORDER BY c.confirmed_at DESC, c.id DESC LIMIT 1) AS contact"
	            " FROM outbox o WHERE o.id = ?", I(id)))
		return NULL;
	l->to = l->person_id ? opened(mem, "contact", row->contact) : opened(mem, "outbox", row->address);
	l->detail = row->detail.bytes ? opened(mem, "outbox", row->detail) : "";
	return l;
}

/* ---- hand over ---- */

static bool handed(void *given)
{
	const struct hold *hold = given;

	return db_exec("UPDATE outbox SET state = 'handed', leased_until = ? WHERE id = ? AND owner = ? AND state = 'waiting'",
	               T(time_now() + DELIVER_LEASE_SECONDS), I(hold->id), S(hold->owner)) == 1;
}

/* What may stand in a command of SMTP and in a header without quoting. */
static bool address_fits(const char *address)
{
	for (const unsigned char *c = (const unsigned char *)address; *c; c++)
		if (*c <= ' ' || *c > '~' || strchr("<>()[]\\,;:\"", *c))
			return false;
	return strlen(address) < 255;
}

static enum outcome send_letter(void *mem, struct letter *l, struct hold *hold, const char **problem)
{
	const char *message;
	size_t length;

	*problem = NULL;
	if (!l->to || !l->detail || !address_fits(l->to)) {
		*problem = !l->to ? "no address" : !l->detail ? "detail that no key opens" : "address that cannot be written";
		return OUTCOME_REFUSED;
	}
	if (strcmp(l->channel, "mail") && !(l->channel = phone_way(l->to))) {
		*problem = "nothing delivers to this number";
		l->channel = "sms";
		return OUTCOME_LATER;
	}
	compose(mem, l);
	if (strcmp(l->channel, "mail"))
		return phone_send(mem, l, handed, hold, problem);
	message = mime_message(mem, l, &length);
	if (!*conf.mail_smtp)
		return folder_put(mem, l, message, length, problem);
	return smtp_send(mem, mime_return_path(mem, l->id), l->to, message, length, handed, hold, problem);
}

/* ---- finish ---- */

static void mark_dead(const void *mem, const struct letter *l)
{
	unsigned char hash[SEAL_BYTES];
	const char *kind = strcmp(l->channel, "mail") ? "phone" : "mail";

	(void)mem;
	seal_index(hash, kind, l->to);
	db_exec("UPDATE contact SET bounced_at = ? WHERE kind = ? AND address_hash = ? AND bounced_at IS NULL", T(time_now()), S(kind), B(hash, sizeof(hash)));
}

static void finish(const void *mem, const struct hold *hold, enum outcome how, const char *problem)
{
	const char *why = problem ? text_excerpt(mem, problem, 290) : NULL;

	switch (how) {
	case OUTCOME_SENT:
		db_exec("UPDATE outbox SET state = 'sent', sent_at = ?, problem = NULL, detail = NULL, address = NULL, owner = NULL, leased_until = NULL"
		        " WHERE id = ? AND owner = ?", T(time_now()), I(hold->id), S(hold->owner));
		break;
	case OUTCOME_LATER:
	case OUTCOME_AWAY:
		db_exec("UPDATE outbox SET state = 'waiting', problem = ?, owner = NULL, leased_until = NULL WHERE id = ? AND owner = ?", S(why), I(hold->id),
		        S(hold->owner));
		break;
	case OUTCOME_REFUSED:
	case OUTCOME_DEAD:
		db_exec("UPDATE outbox SET state = 'failed', problem = ?, owner = NULL, leased_until = NULL WHERE id = ? AND owner = ?", S(why), I(hold->id), S(hold->owner));
		break;
	case OUTCOME_UNKNOWN:
		db_exec("UPDATE outbox SET state = 'unknown', problem = ?, owner = NULL, leased_until = NULL WHERE id = ? AND owner = ?", S(why), I(hold->id),
		        S(hold->owner));
		break;
	}
}

static enum outcome deliver_one(const char *owner, int64_t id)
{
	static const char *const words[] = { "sent", "later", "away", "refused", "dead", "unknown" };
	void *mem = talloc_new(NULL);
	struct hold hold = { .id = id, .owner = owner };
	struct letter *l = begun(mem, &hold) ? load(mem, id) : NULL;
	enum outcome how = OUTCOME_LATER;
	const char *problem = NULL;

	if (l) {
		how = send_letter(mem, l, &hold, &problem);
		finish(mem, &hold, how, problem);
		if (how == OUTCOME_DEAD)
			mark_dead(mem, l);
		log_line("letter", "id=%" PRId64 " kind=%s channel=%s how=%s try=%" PRId64 " problem=%s", id, l->kind, l->channel, words[how], l->tries,
		         log_quote(how == OUTCOME_SENT || !problem ? "" : problem));
	}
	talloc_free(mem);
	return how;
}

size_t deliver_batch(const char *owner)
{
	void *mem = talloc_new(NULL);
	struct id *ids;
	size_t count, done = 0;
	enum outcome how = OUTCOME_SENT;

	settle();
	gather_run();
	count = claim(mem, owner, &ids);
	while (done < count && how != OUTCOME_AWAY)
		how = deliver_one(owner, ids[done++].id);
	if (how == OUTCOME_AWAY) {
		release(owner);
		db_exec("UPDATE outbox SET due_at = ? WHERE state = 'waiting' AND due_at <= ?", T(time_now() + AWAY_SECONDS), T(time_now()));
		done = 0;
	}
	smtp_close();
	talloc_free(mem);
	return done;
}
