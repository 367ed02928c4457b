/* Who could help: one query from a request to the offers around it. Towns within reach come first, their offers by town and radius. */
#include "help/match.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "help/response.h"
#include "web/db.h"
#include "web/page.h"
#include "web/time.h"

enum { HOUR = 3600, DAY = 24 * HOUR, WEEK_DAYS = 7, ALL_DAYS = 127, WAVE = 12 * HOUR, WAVE_URGENT = 2 * HOUR, EACH_SLOT = 3, MORNING = 7, EVENING = 21 };
/* Offers reach at most 50 km; the place of an offer is within 10 km of its town. */
enum { REACH_KM = 60, NEAR_METRES = 1000, SOON_HOURS = 12 };

/* When help is wanted, as offers say when they can: days as bits, hours of the day, and how many hours remain until then. */
struct wanted {
	int64_t days, from, to, notice, today;
};

static int hour_of(const void *mem, time_t t)
{
	return atoi(time_local(mem, t) + 11);
}

static int64_t days_between(time_t from, time_t to)
{
	int64_t days = 0;
	for (time_t t = from; WEEK_DAYS * DAY > t - from && to + DAY > t; t += DAY)
		days |= (int64_t)1 << (time_weekday(t) - 1);
	return days ? days : ALL_DAYS;
}

/* Several days are any hour of them; hours of one day are hours of it. */
static void wanted_between(const void *mem, struct wanted *w, time_t from, time_t to)
{
	to = to > from ? to : from;
	w->days = days_between(from, strcmp(time_day(mem, from), time_day(mem, to)) ? to : from);
	if (strcmp(time_day(mem, from), time_day(mem, to)))
		return;
	w->from = hour_of(mem, from);
	w->to = hour_of(mem, to > from ? to - 1 : to) + 1;
}

static struct wanted wanted_of(const void *mem, const struct request *q)
{
	time_t now = time_now(), start = q->from;
	bool by = !strcmp(q->when_kind, "by") && q->to > now;
	struct wanted w = { ALL_DAYS, 0, 24, q->urgent ? SOON_HOURS : WEEK_DAYS * 24, 0 };
	if (!strcmp(q->when_kind, "asap"))
		w.today = (int64_t)1 << (time_weekday(now) - 1);
	if (by)
		wanted_between(mem, &w, now, q->to);
	if (!by && start > 0)
		wanted_between(mem, &w, start, q->to);
	if (by || start > 0)
		w.notice = ((by ? q->to : start) - now) / HOUR;
	w.notice = w.notice > 0 ? w.notice : 0;
	return w;
}

/* The earth is flat enough for 50 km. */
#define METRES "CAST(111195 * SQRT(POW(o.lat - q.lat, 2) + POW((o.lon - q.lon) * COS(RADIANS(q.lat)), 2)) AS UNSIGNED)"
/* Kilometres to a town, roughly: with it the index of offers tells who is in reach before a row of theirs is read. */
#define AWAY "111 * SQRT(POW(t.lat - q.lat, 2) + POW((t.lon - q.lon) * 0.63, 2))"
#define SPEAKS "(q.languages <> '' AND CONCAT(',', o.languages, ',') REGEXP CONCAT(',(', REPLACE(q.languages, ',', '|'), '),'))"
#define BEFORE                                                                                                                             \
	"EXISTS (SELECT 1 FROM response r FORCE INDEX (by_person) JOIN help_contact x ON x.request_id = r.request_id JOIN help_contact y ON y.request_id = q.id"    \
	"  AND (y.phone_hash = x.phone_hash OR y.mail_hash = x.mail_hash OR y.person_id = x.person_id)"                                  \
	" WHERE r.person_id = o.person_id AND r.state = 'done' AND r.again_requester AND r.again_helper)"

/* The hard filter of E2 between offer o of person p and request q. Where nobody is counted, limits are the helper's own matter. */
#define FITS                                                                                                                               \
	" o.valid_until >= ? AND " METRES " <= 1000 * o.radius_km AND EXISTS (SELECT 1 FROM offer_category c WHERE c.offer_id = o.id AND c.category = q.category)" \
	" AND p.level >= GREATEST(q.min_level, IF(q.visibility = 'verified_helpers', 2, 1)) AND p.standing IN ('normal', 'warned')"         \
	" AND (q.visibility <> 'local_members' OR p.town_code = q.town_code OR o.town_code = q.town_code)"                               \
	" AND (o.organisation_id IS NULL OR EXISTS (SELECT 1 FROM organisation g WHERE g.id = o.organisation_id AND g.state = 'verified'))"  \
	" AND NOT EXISTS (SELECT 1 FROM response a WHERE a.request_id = q.id AND a.person_id = o.person_id)"                              \
	" AND NOT EXISTS (SELECT 1 FROM help_contact k WHERE k.request_id = q.id AND (k.person_id = o.person_id"                          \
	"  OR EXISTS (SELECT 1 FROM help_block b WHERE b.helper_id = o.person_id AND b.contact_hash IN (k.phone_hash, k.mail_hash))))"

#define FREE                                                                                                                               \
	" AND (o.inexhaustible OR ((SELECT COUNT(*) FROM response r FORCE INDEX (by_person) JOIN help_request x ON x.id = r.request_id AND x.live"                 \
	"   WHERE r.person_id = o.person_id AND r.offer_id = o.id AND r.state = 'accepted') < o.max_parallel"                            \
	"  AND (o.max_per_month = 0 OR (SELECT COUNT(*) FROM response r FORCE INDEX (by_person) WHERE r.person_id = o.person_id AND r.offer_id = o.id"            \
	"   AND r.state IN ('accepted', 'done') AND r.answered_at > ? - INTERVAL 30 DAY) < o.max_per_month)))"

/* Bands of 1, 3, 10 and 30 km: who lives two streets further is not later for it. */
#define BAND "INTERVAL(metres, 1001, 3001, 10001, 30001)"
#define ORDER " ORDER BY " BAND ", last_asked_at, speaks DESC, known DESC, metres, id"

static int64_t suggested(const struct request *q)
{
	return db_number(0, "SELECT COUNT(*) FROM response WHERE request_id = ? AND state = 'suggested'", I(q->id));
}

int match_suggest(const void *mem, const struct request *q, int limit)
{
	struct wanted w = wanted_of(mem, q);
	time_t now = time_now();
	int64_t before = suggested(q);
	db_exec("INSERT INTO response (request_id, person_id, offer_id, state, metres, why, nonce)"
		" SELECT ?, person_id, id, 'suggested', metres, CONCAT_WS(',', IF(metres <= ?, 'near', NULL), IF(drives, 'car', NULL), IF(speaks, 'language', NULL),"
		"  IF(known, 'before', NULL), IF(today, 'today', NULL)), RANDOM_BYTES(8) FROM ("
		"SELECT o.id, o.person_id, o.last_asked_at, " METRES " AS metres, " SPEAKS " AS speaks, " BEFORE " AS known, o.days & ? AS today,"
		"  FIND_IN_SET('car', o.transport) OR FIND_IN_SET('van', o.transport) AS drives,"
		"  ROW_NUMBER() OVER (PARTITION BY o.person_id ORDER BY " METRES ", o.id) AS nth"
		"  FROM help_request q JOIN town h ON h.code = q.town_code STRAIGHT_JOIN town t ON " AWAY " <= ? AND t.invented = h.invented"
		"  STRAIGHT_JOIN offer o ON o.town_code = t.code AND o.active = 1 AND o.radius_km + 10 >= " AWAY " JOIN person p ON p.id = o.person_id"
		" WHERE q.id = ? AND o.ask_me <> 'never' AND o.days & ? AND o.hour_from < ? AND o.hour_to > ? AND (o.inexhaustible OR o.notice_hours <= ?) AND" FITS FREE
		") fit WHERE nth = 1" ORDER " LIMIT ?",
		I(q->id), I(NEAR_METRES), I(w.today), I(REACH_KM), I(q->id), I(w.days), I(w.to), I(w.from), I(w.notice), S(time_day(mem, now)), T(now),
		I(limit));
	return (int)(suggested(q) - before);
}

/* Night is for sleeping, unless it burns. */
static bool quiet(const void *mem, const struct request *q)
{
	int hour = hour_of(mem, time_now());
	return !q->urgent && (MORNING > hour || hour >= EVENING);
}

static time_t morning(const void *mem)
{
	time_t now = time_now();
	return time_midnight(time_day(mem, now), hour_of(mem, now) >= EVENING) + MORNING * HOUR;
}

static void due(struct request *q, time_t when)
{
	q->wave_due = when;
	db_exec("UPDATE help_request SET wave = ?, wave_due = ? WHERE id = ?", I(q->wave), T(when), I(q->id));
}

struct asked {
	int64_t id, offer;
};
static const struct column asked_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct asked, id) }, { "offer_id", COLUMN_INT, offsetof(struct asked, offer) }, { 0 },
};

static void invite(const void *mem, struct request *q, const struct asked *who, time_t until, const struct actor *by)
{
	struct response a;
	if (!response_load(mem, who->id, &a))
		return;
	db_exec("UPDATE response SET wave = ?, answer_until = ? WHERE id = ?", I(q->wave), T(until), I(a.id));
	db_exec("UPDATE offer SET last_asked_at = ? WHERE id = ?", T(time_now()), I(who->offer));
	response_move(mem, q, &a, "invited", by, NULL);
}

int match_wave(const void *mem, struct request *q, const struct actor *by)
{
	struct asked *list;
	time_t wait = q->urgent ? WAVE_URGENT : WAVE, now = time_now();
	int64_t want = EACH_SLOT * (q->slots_needed - q->slots_filled);
	int64_t known = suggested(q);
	if (strcmp(q->state, "open") || 0 >= want) {
		due(q, -1);
		return 0;
	}
	if (!(by->parts & HANDLER) && quiet(mem, q)) {
		due(q, morning(mem));
		return 0;
	}
	if (want > known)
		match_suggest(mem, q, (int)(want - known));
	size_t count = db_all(mem, &list, sizeof *list, asked_columns,
			      "SELECT a.id, a.offer_id FROM response a LEFT JOIN offer o ON o.id = a.offer_id WHERE a.request_id = ? AND a.state = 'suggested'"
			      " ORDER BY INTERVAL(a.metres, 1001, 3001, 10001, 30001), o.last_asked_at, FIND_IN_SET('language', a.why) = 0, FIND_IN_SET('before', a.why) = 0, a.metres, a.id"
			      " LIMIT ?", I(q->id), I(want));
	q->wave += count > 0;
	for (size_t i = 0; count > i; i++)
		invite(mem, q, &list[i], now + wait, by);
	due(q, q->dispatched ? -1 : now + wait);
	return (int)count;
}

void match_hurry(const void *mem, struct request *q)
{
	bool waiting = db_number(0, "SELECT COUNT(*) FROM response WHERE request_id = ? AND state IN ('invited', 'applied')", I(q->id));
	(void)mem;
	if (!strcmp(q->state, "open") && !q->dispatched && q->wave_due > time_now() && !waiting)
		due(q, time_now());
}
