/* Front page, finding a town, the page of a town, regions and districts, subscribing, health, and the texts about the site. */
#include "web/web.h"

enum {
	FOUND = 30,
	SUGGESTED = 10,
	AROUND = 20,
	NEIGHBOURS = 9,
	NEWEST = 7,
	URGENT = 5,
	EVENTS = 5,
	LARGEST = 24,
	EVERYWHERE = 6,
	CHANGED = 60
};

static const struct field search_query[] = { { .name = "obec", .type = FIELD_TEXT, .high = 100 }, { 0 } };
static const struct field suggest_query[] = { { .name = "q", .type = FIELD_TEXT, .high = 100 }, { 0 } };
enum { LAT, LON };
static const struct field around_query[] = {
	[LAT] = { .name = "lat", .type = FIELD_DECIMAL, .low = 47, .high = 52 },
	[LON] = { .name = "lon", .type = FIELD_DECIMAL, .low = 11, .high = 20 },
	{ 0 },
};

/* A municipality in a list; @board tells that something hangs or hung there. */
#define PLACE                                                                                                                              \
	"SELECT t.code AS `@code`, t.slug AS `@slug`, t.type AS `@type`, t.population AS `@population`,"                                   \
	" IF(EXISTS (SELECT 1 FROM board b WHERE b.town_code = t.code), 'yes', NULL) AS `@board`, t.name,"                                 \
	" d.slug AS `district/@slug`, d.name AS `district/.`"                                                                              \
	"  FROM town t JOIN district d ON d.code = t.district_code"                                                                        \
	" WHERE t.ended_on IS NULL AND NOT t.invented"

#define REGION "SELECT g.code AS `@code`, g.slug AS `@slug`, g.name AS `.` FROM region g"

static int home_front(struct req *r)
{
	db_rows(r->mem, r->page, "region", REGION " ORDER BY g.code");
	db_rows(r->mem, r->page, "news",
		"SELECT n.id AS `@id`, " NOTICE_HREF("t.slug") " AS `@href`, n.kind AS `@kind`, n.title, t.name, n.posted_at AS posted"
		"  FROM notice n FORCE INDEX (by_due_up) STRAIGHT_JOIN town t ON t.code = n.town_code"
		" WHERE n.state = 'posted' AND NOT n.personal_data ORDER BY n.posted_at DESC LIMIT ?",
		I(EVERYWHERE));
	return OK;
}

/* Boards of the whole country by their last change: where something is happening. */
static int home_boards(struct req *r)
{
	db_rows(r->mem, r->page, "board",
		"SELECT b.kind AS `@kind`, t.slug AS `@town`, t.name, d.name AS district, b.changed_at AS changed"
		"  FROM board b STRAIGHT_JOIN town t ON t.code = b.town_code STRAIGHT_JOIN district d ON d.code = t.district_code"
		" ORDER BY b.changed_at DESC LIMIT ?",
		I(CHANGED));
	return OK;
}

static int home_search(struct req *r)
{
	if (!r->values[0].given)
		return OK;
	place_find(r, r->values[0].text, FOUND);
	const char *slug = *r->suffix ? NULL : place_only(r);
	return slug ? see_other(r, "/%s", slug) : OK;
}

static int home_suggest(struct req *r)
{
	place_find(r, r->values[0].text, SUGGESTED);
	return OK;
}

static int home_around(struct req *r)
{
	const struct value *v = r->values;
	if (v[LAT].error || v[LON].error)
		return INVALID;
	if (v[LAT].given && v[LON].given)
		place_near(r, v[LAT].decimal, v[LON].decimal, AROUND);
	return OK;
}

static xmlNode *section(struct req *r, const char *name)
{
	return page_add(r->page, name, NULL);
}

static int home_town(struct req *r)
{
	if (unchanged(r, r->town.revision, r->town.changed))
		return NOT_MODIFIED;
	if (route_format(r->suffix) & FEEDS) {
		struct notice_filter f = notice_filter_for(r, NEWEST);
		notice_list(r, r->page, &f);
		return OK;
	}
	notice_list(r, section(r, "urgent"), &(struct notice_filter){ .urgent = true, .limit = URGENT });
	notice_list(r, section(r, "newest"), &(struct notice_filter){ .limit = NEWEST });
	notice_events(r, section(r, "events"), EVENTS);
	notice_counts(r, 0);
	place_neighbours(r, NEIGHBOURS);
	return OK;
}

static int home_code(struct req *r)
{
	struct {
		const char *slug;
	} town;
	static const struct column columns[] = { { "slug", COLUMN_TEXT, 0 }, { 0 } };
	const char *dot = *r->suffix ? "." : "";
	if (*r->tail || !db_one(r->mem, &town, columns, "SELECT slug FROM town WHERE code = ?", I(r->number)))
		return NOT_FOUND;
	return moved(r, "/%s%s%s", town.slug, dot, r->suffix);
}

/* A list for people has the largest towns; one for feed readers every town with a board. */
static int home_region(struct req *r)
{
	if (!db_rows(r->mem, r->page, "region", REGION " WHERE g.slug = ?", S(r->word)))
		return NOT_FOUND;
	if (!strcmp(r->suffix, "opml")) {
		db_rows(r->mem, r->page, "place",
			PLACE " AND d.region_code = (SELECT code FROM region WHERE slug = ?)"
			      " AND EXISTS (SELECT 1 FROM board b WHERE b.town_code = t.code) ORDER BY t.name, t.code",
			S(r->word));
		return OK;
	}
	db_rows(r->mem, r->page, "district",
		"SELECT d.code AS `@code`, d.slug AS `@slug`,"
		" (SELECT COUNT(*) FROM town t WHERE t.district_code = d.code AND t.ended_on IS NULL AND NOT t.invented) AS `@towns`, d.name AS `.`"
		"  FROM district d WHERE d.region_code = (SELECT code FROM region WHERE slug = ?)"
		" ORDER BY d.name COLLATE utf8mb4_uca1400_czech_as_ci",
		S(r->word));
	db_rows(r->mem, r->page, "place",
		PLACE " AND d.region_code = (SELECT code FROM region WHERE slug = ?) ORDER BY t.population DESC, t.code LIMIT ?",
		S(r->word), I(LARGEST));
	return OK;
}

static int home_district(struct req *r)
{
	if (!db_rows(r->mem, r->page, "region", REGION " JOIN district d ON d.region_code = g.code WHERE d.slug = ?", S(r->word)))
		return NOT_FOUND;
	db_rows(r->mem, r->page, "district", "SELECT code AS `@code`, slug AS `@slug`, name AS `.` FROM district WHERE slug = ?",
		S(r->word));
	db_rows(r->mem, r->page, "place",
		PLACE " AND d.slug = ? AND (NOT ? OR EXISTS (SELECT 1 FROM board b WHERE b.town_code = t.code)) ORDER BY t.name, t.code",
		S(r->word), I(!strcmp(r->suffix, "opml")));
	return OK;
}

/* What a monitor wants to know; anything worse than this is a 503 of the whole site. */
static int home_health(struct req *r)
{
	db_rows(r->mem, r->page, "health",
		"SELECT 'ok' AS `@database`, (SELECT COUNT(*) FROM town WHERE ended_on IS NULL AND NOT invented) AS `@towns`,"
		" (SELECT COUNT(*) FROM source WHERE state = 'active') AS `@sources`,"
		" (SELECT COUNT(*) FROM source WHERE state = 'active' AND failures > 0) AS `@failing`,"
		" (SELECT COUNT(*) FROM notice WHERE state = 'scheduled' AND posted_at < ?)"
		"   + (SELECT COUNT(*) FROM notice WHERE hangs = 1 AND takedown_on < ?) AS `@late`,"
		" (SELECT MAX(tried_at) FROM source) AS fetched, (SELECT MAX(changed_at) FROM board) AS changed",
		T(time_now() - 600), S(time_day(r->mem, time_now() - 600)));
	return OK;
}

/* With a town its own addresses to copy, without one how it works. */
static int home_subscribe(struct req *r)
{
	const char *slug = r->values[0].text;
	if (!r->values[0].given)
		return OK;
	if (place_load(r, slug)) {
		place_page(r);
		return OK;
	}
	if (!r->location)
		return bad_value(r, "obec", NULL);
	return strchr(r->location, '?') ? SEE_OTHER : see_other(r, "/odber?obec=%s", r->location + 1);
}

static int home_text(struct req *r)
{
	(void)r;
	return OK;
}

/* RFC 9116 wants an end to what it says; this file is made on each request, so half a year from now. */
static int home_security(struct req *r)
{
	page_time(r->page, "expires", time_midnight(time_day(r->mem, time_now()), 180));
	return OK;
}

static int home_sitemap(struct req *r)
{
	db_rows(r->mem, r->page, "place", PLACE " AND EXISTS (SELECT 1 FROM board b WHERE b.town_code = t.code) ORDER BY t.code");
	return OK;
}

/* The record of processing (GDPR art. 30), made of the tables that jobs and the export go by. */
static int home_record(struct req *r)
{
	db_rows(r->mem, r->page, "activity", "SELECT activity AS `@id`, basis AS `@basis` FROM processing ORDER BY position");
	db_rows_under(r->mem, r->page, "keep",
		      "SELECT activity AS `@of`, what AS `@what`, amount AS `@amount`, unit AS `@unit`, act AS `@act` FROM retention WHERE town_code = 0"
		      " ORDER BY unit, amount, what");
	db_rows_under(r->mem, r->page, "table", "SELECT DISTINCT activity AS `@of`, table_name AS `.` FROM processing_column ORDER BY table_name");
	return OK;
}

const struct route routes[] = {
	{ GET, "/", "page.read", "home", home_front, PAGE, NULL },
	{ GET, "/obce", "place.read", "boards", home_boards, PAGE, NULL },
	{ GET, "/hledat", "place.read", "search", home_search, PAGE, search_query },
	{ GET, "/kolem", "place.read", "around", home_around, PAGE | FORM, around_query },
	{ GET, "/mista", "place.read", "places", home_suggest, JSON, suggest_query },
	{ GET, "/obec/:id", "place.read", "town", home_code, LIST, NULL },
	{ GET, "/kraj/:word", "place.read", "region", home_region, PAGE | OPML, NULL },
	{ GET, "/okres/:word", "place.read", "district", home_district, PAGE | OPML, NULL },
	{ GET, "/stav", "health.read", "health", home_health, PAGE, NULL },
	{ GET, "/odber", "page.read", "subscribe", home_subscribe, PAGE, search_query },
	{ GET, "/o-projektu", "page.read", "about", home_text, PAGE, NULL },
	{ GET, "/soukromi", "page.read", "privacy", home_text, PAGE, NULL },
	{ GET, "/soukromi/zaznam", "page.read", "record", home_record, PAGE, NULL },
	{ GET, "/pristupnost", "page.read", "accessibility", home_text, PAGE, NULL },
	{ GET, "/.well-known/security", "page.read", "security", home_security, PLAIN, NULL },
	{ GET, "/robots", "page.read", "robots", home_text, PLAIN, NULL },
	{ GET, "/sitemap", "place.read", "sitemap", home_sitemap, PLAIN, NULL },
	{ GET, "/:town", "notice.read", "town", home_town, LIST, NULL },
	{ 0 },
};
