/* Requests and offers around a town. */
#include "help/near.h"
#include <talloc.h>
#include "help/show.h"
#include "web/web.h"

enum { DAY = 24 * 3600, VISIBLE = 1, LIMITED, VERIFIED = 2 };

/* What of a town's requests (q) and offers (o) this viewer's list has; arguments by REQUESTS_ARGS and OFFERS_ARGS. A null moment compares as false. */
#define REQUESTS                                                                                                                           \
	"q.listed = 1 AND (q.visibility = 'public' OR (q.visibility = 'local_members' AND q.town_code = ?) OR (q.visibility = 'verified_helpers' AND ?))" \
	" AND q.moderation + 0 <= ? AND (? = '' OR q.category = ?) AND (NOT ? OR q.from_at IS NOT NULL)"                                   \
	" AND CASE ? WHEN 0 THEN TRUE WHEN 1 THEN q.urgent OR q.when_kind = 'asap' WHEN 2 THEN q.when_kind = 'asap' OR COALESCE(q.from_at, q.to_at) < ?" \
	" ELSE q.when_kind = 'weekly' END"
#define REQUESTS_ARGS(n)                                                                                                                   \
	I((n)->home), I((n)->level >= VERIFIED), I((n)->pages ? LIMITED : VISIBLE), S((n)->filter.category), S((n)->filter.category),     \
		I((n)->filter.dated), I((n)->filter.when), T(time_now() + 7 * DAY)
#define OFFERS "o.active = 1 AND o.moderation + 0 <= ? AND (? = '' OR EXISTS (SELECT 1 FROM offer_category f WHERE f.offer_id = o.id AND f.category = ?))"
#define OFFERS_ARGS(n) I((n)->pages ? LIMITED : VISIBLE), S((n)->filter.category), S((n)->filter.category)

struct near_town {
	int64_t code, requests, offers;
	time_t asked, offered;
};
static const struct column town_columns[] = {
	{ "code", COLUMN_INT, offsetof(struct near_town, code) },
	{ "requests", COLUMN_INT, offsetof(struct near_town, requests) },
	{ "offers", COLUMN_INT, offsetof(struct near_town, offers) },
	{ "asked", COLUMN_TIME, offsetof(struct near_town, asked) },
	{ "offered", COLUMN_TIME, offsetof(struct near_town, offered) },
	{ 0 },
};

struct viewer {
	int64_t town, level;
};
static const struct column viewer_columns[] = {
	{ "town_code", COLUMN_INT, offsetof(struct viewer, town) },
	{ "level", COLUMN_INT, offsetof(struct viewer, level) },
	{ 0 },
};

static struct viewer viewer_of(struct req *r)
{
	struct viewer v = { 0 };
	if (r->person.id)
		db_one(r->mem, &v, viewer_columns, "SELECT town_code, level FROM person WHERE id = ?", I(r->person.id));
	return v;
}

bool near_category(struct req *r, const char *code, const char **allowed)
{
	struct {
		const char *words;
	} known = { NULL };
	static const struct column columns[] = { { "words", COLUMN_TEXT, 0 }, { 0 } };
	if (!*code || db_number(0, "SELECT COUNT(*) FROM help_category WHERE code = ?", S(code)))
		return true;
	db_one(r->mem, &known, columns, "SELECT GROUP_CONCAT(code ORDER BY position SEPARATOR ', ') AS words FROM help_category WHERE offered");
	*allowed = known.words;
	return false;
}

static void sum(struct near *n)
{
	for (size_t i = 0; i != n->count; i++) {
		const struct near_town *t = &n->towns[i];
		n->requests += t->requests;
		n->offers += t->offers;
		n->changed = t->asked > n->changed ? t->asked : n->changed;
		n->changed = t->offered > n->changed ? t->offered : n->changed;
	}
}

/* Towns are chosen by their box and then by distance; one's own is there whatever it is, an invented one is nobody's neighbour. */
struct near near_read(struct req *r, const struct near_filter *filter)
{
	struct viewer v = viewer_of(r);
	struct near n = { .filter = *filter, .home = v.town, .level = v.level, .changed = -1, .pages = !*r->suffix || !strcmp(r->suffix, "xml") };
	struct near_town *rows;
	n.count = db_all(r->mem, &rows, sizeof *rows, town_columns,
		"SELECT t.code, (SELECT COUNT(*) FROM help_request q FORCE INDEX (by_near) WHERE q.town_code = t.code AND " REQUESTS ") AS requests,"
		" (SELECT COUNT(*) FROM offer o FORCE INDEX (by_town) WHERE o.town_code = t.code AND " OFFERS ") AS offers,"
		" (SELECT q.changed_at FROM help_request q FORCE INDEX (by_change) WHERE q.town_code = t.code ORDER BY q.changed_at DESC LIMIT 1) AS asked,"
		" (SELECT o.changed_at FROM offer o FORCE INDEX (by_change) WHERE o.town_code = t.code ORDER BY o.changed_at DESC LIMIT 1) AS offered"
		"  FROM town t WHERE MBRContains(ST_GeomFromText(?), t.point) AND (t.code = ? OR (NOT t.invented AND ST_Distance_Sphere(POINT(?, ?), t.point) <= 1000 * ?))"
		" HAVING asked IS NOT NULL OR offered IS NOT NULL ORDER BY ST_Distance_Sphere(POINT(?, ?), t.point), t.code",
		REQUESTS_ARGS(&n), OFFERS_ARGS(&n), S(place_box(r->mem, r->town.lat, r->town.lon, (double)filter->km)), I(r->town.code),
		D(r->town.lon), D(r->town.lat), I(filter->km), D(r->town.lon), D(r->town.lat));
	n.towns = rows;
	sum(&n);
	n.revision = (n.changed > 0 ? n.changed : 0) + n.level + (filter->when == NEAR_WEEK ? time_now() / DAY : 0);
	n.settled = time_now() > n.changed + 1;
	return n;
}

/* The towns one page lies in, as JSON pairs of place and code; offset becomes what is left of it within the first of them. */
static const char *towns_of(struct req *r, const struct near *n, bool offers, int64_t limit, int64_t *offset)
{
	char *json = talloc_strdup(r->mem, "[");
	int64_t skip = *offset, taken = 0;
	for (size_t i = 0; i != n->count && limit > taken; i++) {
		int64_t here = offers ? n->towns[i].offers : n->towns[i].requests;
		if (!taken && skip >= here) {
			skip -= here;
		} else if (here) {
			json = talloc_asprintf_append_buffer(json, "%s[%zu,%" PRId64 "]", json[1] ? "," : "", i, n->towns[i].code);
			taken += here - (taken ? 0 : skip);
		}
	}
	*offset = skip;
	return talloc_strdup_append_buffer(json, "]");
}

#define TOWNS "JSON_TABLE(?, '$[*]' COLUMNS (n INT PATH '$[0]', code INT PATH '$[1]')) AS listed"
/* As far as rounded places tell, in whole kilometres, at least one: "within 2 km". */
#define KM(row) "GREATEST(1, CEIL(ST_Distance_Sphere(POINT(?, ?), POINT(ROUND(" row ".lon, 2), ROUND(" row ".lat, 2))) / 1000))"

int near_requests(struct req *r, xmlNode *parent, const struct near *n, int64_t limit, int64_t offset)
{
	const char *towns = towns_of(r, n, false, limit, &offset);
	return db_rows(r->mem, parent, "request",
		SHOW_REQUEST KM("q") " AS `@km` FROM " TOWNS " STRAIGHT_JOIN help_request q ON q.town_code = listed.code JOIN town t ON t.code = q.town_code"
		"  JOIN help_category k ON k.code = q.category"
		" WHERE " REQUESTS " ORDER BY listed.n, q.urgent DESC, q.opened_at DESC, q.id DESC LIMIT ? OFFSET ?",
		D(r->town.lon), D(r->town.lat), S(towns), REQUESTS_ARGS(n), I(limit), I(offset));
}

static void categories_add(struct req *r, xmlNode *parent)
{
	char *ids = talloc_strdup(r->mem, "[");
	for (xmlNode *o = parent->children; o; o = o->next) {
		xmlChar *id = xmlStrEqual(o->name, (const xmlChar *)"offer") ? xmlGetNoNsProp(o, (const xmlChar *)"id") : NULL;
		if (id)
			ids = talloc_asprintf_append_buffer(ids, "%s%s", ids[1] ? "," : "", (const char *)id);
		xmlFree(id);
	}
	db_rows_under(r->mem, parent, "category",
		"SELECT c.offer_id AS `@of`, k.code AS `@code`, k.icon AS `@icon`, k.min_level AS `@level`"
		"  FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) AS listed STRAIGHT_JOIN offer_category c ON c.offer_id = listed.id"
		"  STRAIGHT_JOIN help_category k ON k.code = c.category ORDER BY c.offer_id, k.position",
		S(talloc_strdup_append_buffer(ids, "]")));
}

int near_offers(struct req *r, xmlNode *parent, const struct near *n, int64_t limit, int64_t offset)
{
	const char *towns = towns_of(r, n, true, limit, &offset);
	int count = db_rows(r->mem, parent, "offer",
		"SELECT o.id AS `@id`, o.radius_km AS `@radius`, o.days AS `@days`, o.hour_from AS `@from`, o.hour_to AS `@to`, p.level AS `@level`,"
		" NULLIF(o.transport, '') AS `@transport`, IF(g.id IS NULL, NULL, 'yes') AS `@organisation`, " KM("o") " AS `@km`, NULLIF(o.text, '') AS text,"
		" COALESCE(g.name, CONCAT_WS(' ', NULLIF(p.given, ''), NULLIF(p.initial, ''))) AS who, t.slug AS `where/@slug`, t.name AS `where/.`,"
		" o.valid_until AS until, o.changed_at AS changed"
		"  FROM " TOWNS " STRAIGHT_JOIN offer o ON o.town_code = listed.code JOIN town t ON t.code = o.town_code JOIN person p ON p.id = o.person_id"
		"  LEFT JOIN organisation g ON g.id = o.organisation_id"
		" WHERE " OFFERS " ORDER BY listed.n, o.changed_at DESC, o.id DESC LIMIT ? OFFSET ?",
		D(r->town.lon), D(r->town.lat), S(towns), OFFERS_ARGS(n), I(limit), I(offset));
	categories_add(r, parent);
	return count;
}
