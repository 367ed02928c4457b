/* New requests: drafts of what was asked, and the next one of a weekly series. */
#include "help/make.h"
#include <ctype.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "web/db.h"
#include "web/event.h"
#include "web/text.h"

const char *const request_categories[] = { "odvoz", "nakup", "zahrada", "opravy", "technika", "doucovani", "zvirata", "popovidat", "rousky", "jidlo", "leky", "rozvoz",
	                                   "pristresi", "jine", NULL };

int64_t request_offered(const void *mem, int64_t town)
{
	static const struct column columns[] = { { "code", COLUMN_TEXT, 0 }, { 0 } };
	const char **codes;
	int64_t bits = 0;
	size_t count = db_all(mem, &codes, sizeof *codes, columns,
			      "SELECT code FROM help_category WHERE offered AND (NOT crisis OR EXISTS (SELECT 1 FROM town_help WHERE town_code = ? AND crisis))", I(town));
	for (size_t i = 0; count > i; i++)
		for (int bit = 0; request_categories[bit]; bit++)
			bits |= (int64_t)!strcmp(request_categories[bit], codes[i]) << bit;
	return bits;
}

enum { SLOTS_LEAST = 1 };

static const char *or_nothing(const char *text)
{
	return text ? text : "";
}

int64_t request_make(const void *mem, const struct request_new *n)
{
	int64_t id = db_exec("INSERT INTO help_request (code, state, town_code, part, category, title, text, given, initial, for_whom, place, lat, lon, when_kind, from_at,"
		" to_at, slots_needed, urgent, involves, min_level, languages, visibility, auto_accept, consent, entered, entered_by, created_at, changed_at)"
		" SELECT ?, 'draft', t.code, NULLIF(?, ''), k.code, ?, ?, ?, ?, ?, ?, ROUND(t.lat, 2), ROUND(t.lon, 2), ?, ?, ?, ?, ?, ?,"
		"  GREATEST(k.min_level, COALESCE((SELECT MAX(s.min_level) FROM sensitive_category s WHERE FIND_IN_SET(s.code, ?)), 0)),"
		"  ?, ?, ?, ?, ?, NULLIF(?, 0), ?, ? FROM town t JOIN help_category k ON k.code = ? WHERE t.code = ?",
		S(request_code(mem)), S(or_nothing(n->part)), S(n->title), S(or_nothing(n->text)), S(n->given), S(or_nothing(n->initial)), S(n->for_whom),
		db_sealed(mem, "help", n->place), S(n->when_kind), T(n->from), T(n->to), I(n->slots ? n->slots : SLOTS_LEAST), I(n->urgent), S(or_nothing(n->involves)),
		S(or_nothing(n->involves)), S(or_nothing(n->languages)), S(n->visibility), I(n->auto_accept), S(n->consent), S(n->entered), I(n->entered_by), T(time_now()),
		T(time_now()), S(n->category), I(n->town));
	event_log_as(n->entered_by, "request", id, "help.ask", NULL, "draft", NULL, NULL);
	return id;
}

const char *name_given(const void *mem, const char *name)
{
	return talloc_strndup(mem, name, strcspn(name, " "));
}

const char *name_initial(const void *mem, const char *name)
{
	const char *surname = strrchr(name, ' ');
	size_t n = 1;
	if (!surname || !surname[1])
		return "";
	surname++;
	while ((surname[n] & 0xc0) == 0x80)
		n++;
	return talloc_asprintf(mem, "%.*s.", (int)n, surname);
}

bool hours_read(const char *text, int *from, int *to)
{
	int *const times[] = { from, to };
	*from = *to = -1;
	for (size_t i = 0; *(text += strcspn(text, "0123456789")); i++) {
		char *end;
		long hour = strtol(text, &end, 10), minute = 0;
		if ((*end == '.' || *end == ':') && isdigit((unsigned char)end[1]))
			minute = strtol(end + 1, &end, 10);
		if (i > 1 || hour > 24 || minute > 59 || (hour == 24 && minute))
			return false;
		*times[i] = (int)(hour * 60 + minute);
		text = end;
	}
	return *from >= 0 && (0 > *to || *to > *from);
}

int64_t request_same(int64_t request)
{
	return db_number(0, "SELECT MAX(o.id) FROM help_request q JOIN help_contact m ON m.request_id = q.id"
	                    "  JOIN (SELECT c.request_id, c.role, c.phone_hash, c.mail_hash FROM help_contact a JOIN help_contact c ON c.phone_hash = a.phone_hash WHERE a.request_id = ?"
	                    "   UNION SELECT c.request_id, c.role, c.phone_hash, c.mail_hash FROM help_contact a JOIN help_contact c ON c.mail_hash = a.mail_hash WHERE a.request_id = ?) s"
	                    "   ON s.role = m.role AND (s.phone_hash = m.phone_hash OR s.mail_hash = m.mail_hash)"
	                    "  JOIN help_request o ON o.id = s.request_id"
	                    " WHERE q.id = ? AND o.id <> q.id AND o.category = q.category AND o.created_at > ? - INTERVAL 7 DAY"
	                    "  AND o.state NOT IN ('draft', 'unconfirmed', 'closed', 'hidden') AND (m.role = 'requester' OR o.given = q.given)",
	                 I(request), I(request), I(request), T(time_now()));
}

/* ---- weekly ---- */

enum { SILENT_WEEKS = 4, BATCH = 200 };

struct weekly {
	int64_t id;
	time_t from, to;
};

/* The same clock a week later, whatever summer time does meanwhile. */
static time_t week_later(const void *mem, time_t when)
{
	if (0 > when)
		return -1;
	const char *clock = time_local(mem, when) + strlen("2026-11-22");
	const char *day = time_day(mem, time_midnight(time_day(mem, when), 7));
	return time_parse(talloc_asprintf(mem, "%s%.6s", day, clock), NULL);
}

static void renew_contacts(int64_t from, int64_t to)
{
	db_exec("INSERT INTO help_contact (request_id, role, person_id, name, phone, mail, phone_hash, mail_hash, lang, nonce, confirmed_at)"
		" SELECT ?, role, person_id, name, phone, mail, phone_hash, mail_hash, lang, RANDOM_BYTES(8), confirmed_at FROM help_contact WHERE request_id = ?",
		I(to), I(from));
}

/* Locked first, so that two jobs make one request. */
static void next_make(const void *mem, const struct weekly *w)
{
	struct request q;
	if (!request_load(mem, w->id, NULL, true, &q) ||
	    db_number(0, "SELECT COUNT(*) FROM help_request WHERE series_id = ? AND id > ?", I(q.series ? q.series : q.id), I(q.id)))
		return;
	int64_t id = db_exec("INSERT INTO help_request (code, state, town_code, part, category, title, text, text160, given, initial, for_whom, place, lat, lon, when_kind,"
		" from_at, to_at, series_id, slots_needed, urgent, involves, min_level, languages, visibility, auto_accept, consent, entered, entered_by, organisation_id,"
		" coordinator_id, created_at, changed_at)"
		" SELECT ?, 'draft', town_code, part, category, title, text, text160, given, initial, for_whom, place, lat, lon, when_kind, ?, ?, COALESCE(series_id, id),"
		"  slots_needed, urgent, involves, min_level, languages, visibility, auto_accept, consent, entered, entered_by, organisation_id, coordinator_id, ?, ?"
		"  FROM help_request WHERE id = ?",
		S(request_code(mem)), T(week_later(mem, q.from)), T(week_later(mem, q.to)), T(time_now()), T(time_now()), I(q.id));
	renew_contacts(q.id, id);
	event_log_as(0, "request", id, "help.ask", NULL, "draft", "weekly", NULL);
	if (request_load(mem, id, NULL, true, &q))
		request_confirm(mem, &q, &(struct actor){ 0, SYSTEM });
}

struct job {
	const void *mem;
	const struct weekly *weekly;
};
static void next_one(void *given)
{
	const struct job *job = given;
	next_make(job->mem, job->weekly);
}

/* Series go on until they are withdrawn, or until nobody came for a month. */
int request_weekly(const void *mem)
{
	struct weekly *due;
	static const struct column columns[] = { { "id", COLUMN_INT, offsetof(struct weekly, id) }, { 0 } };
	size_t count = db_all(mem, &due, sizeof *due, columns,
		"SELECT q.id FROM help_request q WHERE q.when_kind = 'weekly' AND q.to_at BETWEEN ? - INTERVAL 14 DAY AND ?"
		"  AND (q.state IN ('open', 'reserved', 'filled', 'underway', 'done_claimed') OR (q.state = 'closed' AND q.outcome IN ('fulfilled', 'partly', 'unfulfilled', 'expired')))"
		"  AND q.moderation = 'visible' AND EXISTS (SELECT 1 FROM help_contact c WHERE c.request_id = q.id)"
		"  AND NOT EXISTS (SELECT 1 FROM help_request n WHERE n.series_id = COALESCE(q.series_id, q.id) AND n.id > q.id)"
		"  AND (SELECT COUNT(*) FROM help_request p WHERE (p.series_id = COALESCE(q.series_id, q.id) OR p.id = q.series_id) AND p.first_yes_at IS NULL"
		"   AND p.created_at > ? - INTERVAL 30 DAY) BETWEEN 0 AND ? ORDER BY q.id LIMIT ?",
		T(time_now()), T(time_now()), T(time_now()), I(SILENT_WEEKS), I(BATCH));
	for (size_t i = 0; count > i; i++)
		db_transaction(next_one, &(struct job){ mem, &due[i] });
	return (int)count;
}
