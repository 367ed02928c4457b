/* Municipalities: the first query of nearly every request, finding by typed name, finding by nearness. */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "db.h"
#include "page.h"
#include "place.h"
#include "request.h"
#include "text.h"

enum { NEAR_LETTERS = 3, CANDIDATES = 200 };
static const double KM_PER_DEGREE = 111.2, FIRST_KM = 8, LAST_KM = 1000, NARROW = 0.64 /* cosine of 50° */;

static const struct column town_columns[] = {
	{ "code", COLUMN_INT, offsetof(struct town, code) },
	{ "slug", COLUMN_TEXT, offsetof(struct town, slug) },
	{ "name", COLUMN_TEXT, offsetof(struct town, name) },
	{ "type", COLUMN_TEXT, offsetof(struct town, type) },
	{ "district", COLUMN_TEXT, offsetof(struct town, district) },
	{ "district_slug", COLUMN_TEXT, offsetof(struct town, district_slug) },
	{ "region", COLUMN_TEXT, offsetof(struct town, region) },
	{ "region_slug", COLUMN_TEXT, offsetof(struct town, region_slug) },
	{ "orp", COLUMN_TEXT, offsetof(struct town, orp) },
	{ "orp_code", COLUMN_TEXT, offsetof(struct town, orp_code) },
	{ "ico", COLUMN_TEXT, offsetof(struct town, ico) },
	{ "lat", COLUMN_REAL, offsetof(struct town, lat) },
	{ "lon", COLUMN_REAL, offsetof(struct town, lon) },
	{ "population", COLUMN_INT, offsetof(struct town, population) },
	{ "official", COLUMN_BOOL, offsetof(struct town, official) },
	{ "invented", COLUMN_BOOL, offsetof(struct town, invented) },
	{ "ended_on", COLUMN_TEXT, offsetof(struct town, ended_on) },
	{ "revision", COLUMN_INT, offsetof(struct town, revision) },
	{ "changed", COLUMN_TIME, offsetof(struct town, changed) },
	{ 0 },
};

struct address {
	const char *slug;
	int64_t count;
};

static const struct column address_columns[] = {
	{ "slug", COLUMN_TEXT, offsetof(struct address, slug) },
	{ "count", COLUMN_INT, offsetof(struct address, count) },
	{ 0 },
};

/* An address nobody has now: a former one leads to the present one, a name that several towns share to the list of them. */
static void elsewhere(struct req *r, const char *slug)
{
	struct address found = { 0 };
	if (db_one(r->mem, &found, address_columns,
		   "SELECT t.slug, 1 AS count FROM town_alias a JOIN town t ON t.code = a.town_code WHERE a.slug = ?", S(slug))) {
		r->location = talloc_asprintf(r->mem, "/%s", found.slug);
		return;
	}
	db_one(r->mem, &found, address_columns, "SELECT ? AS slug, COUNT(*) AS count FROM town WHERE name_folded = REPLACE(?, '-', ' ')",
	       S(slug), S(slug));
	if (found.count)
		r->location = talloc_asprintf(r->mem, "/hledat?obec=%s", found.slug);
}

bool place_load(struct req *r, const char *slug)
{
	if (db_one(r->mem, &r->town, town_columns,
		   "SELECT t.code, t.slug, t.name, t.type, d.name AS district, d.slug AS district_slug, g.name AS region, g.slug AS region_slug,"
		   "       t.orp, t.orp_code, t.ico, t.lat, t.lon, t.population, t.official, t.invented, t.ended_on,"
		   "       (SELECT SUM(b.revision) FROM board b WHERE b.town_code = t.code) AS revision,"
		   "       (SELECT MAX(b.changed_at) FROM board b WHERE b.town_code = t.code) AS changed"
		   "  FROM town t"
		   "  JOIN district d ON d.code = t.district_code"
		   "  JOIN region g ON g.code = d.region_code"
		   " WHERE t.slug = ?", S(slug)))
		return true;
	r->town = (struct town){ .changed = -1 };
	elsewhere(r, slug);
	return false;
}

static void degrees_set(xmlNode *node, const char *name, double value)
{
	char digits[24];
	snprintf(digits, sizeof digits, "%.6f", value);
	page_set(node, name, digits);
}

void place_page(struct req *r)
{
	const struct town *t = &r->town;
	xmlNode *town = page_add(r->page, "town", NULL);
	page_set_number(town, "code", t->code);
	page_set(town, "slug", t->slug);
	page_set(town, "official", t->official ? "yes" : "no");
	page_set(town, "invented", t->invented ? "yes" : NULL);
	page_set(town, "type", t->type);
	page_set_number(town, "population", t->population);
	degrees_set(town, "lat", t->lat);
	degrees_set(town, "lon", t->lon);
	page_set(town, "ico", t->ico);
	page_set(town, "ended", t->ended_on);
	page_add(town, "name", t->name);
	page_set(page_add(town, "district", t->district), "slug", t->district_slug);
	page_set(page_add(town, "region", t->region), "slug", t->region_slug);
	page_set(page_add(town, "orp", t->orp), "code", t->orp_code);
}

/* What finding compares; the rest of a town goes straight into the page. */
struct found {
	int64_t code, population, letters;
	const char *word, *slug, *name, *type, *district, *district_slug, *ended_on;
	bool whole, invented;
	const char *match;
};

static const struct column found_columns[] = {
	{ "code", COLUMN_INT, offsetof(struct found, code) },
	{ "population", COLUMN_INT, offsetof(struct found, population) },
	{ "letters", COLUMN_INT, offsetof(struct found, letters) },
	{ "word", COLUMN_TEXT, offsetof(struct found, word) },
	{ "slug", COLUMN_TEXT, offsetof(struct found, slug) },
	{ "name", COLUMN_TEXT, offsetof(struct found, name) },
	{ "type", COLUMN_TEXT, offsetof(struct found, type) },
	{ "district", COLUMN_TEXT, offsetof(struct found, district) },
	{ "district_slug", COLUMN_TEXT, offsetof(struct found, district_slug) },
	{ "ended_on", COLUMN_TEXT, offsetof(struct found, ended_on) },
	{ "whole", COLUMN_BOOL, offsetof(struct found, whole) },
	{ "invented", COLUMN_BOOL, offsetof(struct found, invented) },
	{ 0 },
};

/* "Nová Ves (okres Liberec)" → "nova ves liberec", "Ústí n. L." → "usti nad l". */
static const char *typed_fold(struct req *r, const char *typed)
{
	static const struct { const char *said, *meant; } words[] = { { "n", "nad" }, { "p", "pod" }, { "okres", "" }, { "okr", "" } };
	char *folded = talloc_strdup(r->mem, text_fold(r->mem, typed)), *rest = folded, *result = talloc_strdup(r->mem, ""), *word;
	while ((word = strsep(&rest, " "))) {
		const char *meant = word;
		for (size_t i = 0; *result && i < sizeof words / sizeof *words; i++)
			if (!strcmp(word, words[i].said))
				meant = words[i].meant;
		if (*meant)
			result = talloc_asprintf_append_buffer(result, "%s%s", *result ? " " : "", meant);
	}
	return result;
}

static bool already(const xmlNode *page, int64_t code)
{
	char digits[24];
	snprintf(digits, sizeof digits, "%" PRId64, code);
	for (const xmlNode *n = page->children; n; n = n->next) {
		xmlChar *own = strcmp((const char *)n->name, "place") ? NULL : xmlGetNoNsProp(n, (const xmlChar *)"code");
		bool same = own && !strcmp((const char *)own, digits);
		xmlFree(own);
		if (same)
			return true;
	}
	return false;
}

/* Adds the place unless it is there: towns are found by several of their words. */
static int found_add(struct req *r, const struct found *f)
{
	if (already(r->page, f->code))
		return 0;
	xmlNode *place = page_add(r->page, "place", NULL);
	page_set_number(place, "code", f->code);
	page_set(place, "slug", f->slug);
	page_set(place, "type", f->type);
	page_set_number(place, "population", f->population);
	page_set(place, "match", f->match);
	page_set(place, "invented", f->invented ? "yes" : NULL);
	page_set(place, "ended", f->ended_on);
	page_add(place, "name", f->name);
	page_set(page_add(place, "district", f->district), "slug", f->district_slug);
	return 1;
}

static const char *match_of(const struct found *f, const char *typed)
{
	if (!f->whole)
		return "part";
	return (int64_t)strlen(typed) == f->letters || !strcmp(typed, f->word) ? "exact" : "prefix";
}

/* Towns one of whose words begins with the typed text. "{" follows "z". Here and below the order of joins is said, not left to statistics. */
static int find_beginning(struct req *r, const char *typed, int limit, bool *whole)
{
	struct found *rows;
	int added = 0;
	size_t count = db_all(r->mem, &rows, sizeof *rows, found_columns,
		"SELECT t.code, w.population, w.letters, w.word, w.whole, t.slug, t.name, t.type, t.ended_on, t.invented,"
		"       d.name AS district, d.slug AS district_slug"
		"  FROM town_word w"
		"  STRAIGHT_JOIN town t ON t.code = w.town_code"
		"  STRAIGHT_JOIN district d ON d.code = t.district_code"
		" WHERE w.word >= ? AND w.word < CONCAT(?, '{')"
		" ORDER BY w.whole DESC, w.letters = LENGTH(?) DESC, w.population DESC, w.town_code"
		" LIMIT ?", S(typed), S(typed), S(typed), I(2 * limit));
	for (size_t i = 0; i < count && added < limit; i++) {
		rows[i].match = match_of(&rows[i], typed);
		*whole |= rows[i].whole;
		added += found_add(r, &rows[i]);
	}
	return added;
}

/* The typed word and itself with each letter left out, as a JSON array: folded text needs no escapes. */
static const char *keys_of(struct req *r, const char *typed)
{
	size_t length = strlen(typed);
	char *json = talloc_asprintf(r->mem, "[\"%s\"", typed);
	for (size_t i = 0; i < length; i++)
		json = talloc_asprintf_append_buffer(json, ",\"%.*s%s\"", (int)i, typed, typed + i + 1);
	return talloc_strdup_append_buffer(json, "]");
}

/* A shared key means up to two errors; one is what people should be forgiven. */
static bool is_near(struct req *r, const struct found *f, const char *typed)
{
	for (const char *name = talloc_strndup(r->mem, f->word, (size_t)f->letters); name; name = strchr(name, ' ')) {
		name += *name == ' ';
		if (text_near(name, typed))
			return true;
	}
	return false;
}

static int by_population(const void *a, const void *b)
{
	const struct found *one = a, *other = b;
	if (one->population != other->population)
		return one->population < other->population ? 1 : -1;
	return one->code < other->code ? -1 : one->code > other->code;
}

/* Towns whose name, or the end of it from some word on, is one letter away. */
static int find_near(struct req *r, const char *typed, int limit)
{
	struct found *rows;
	int added = 0;
	size_t count = db_all(r->mem, &rows, sizeof *rows, found_columns,
		"SELECT t.code, t.population, LENGTH(t.name_folded) AS letters, t.name_folded AS word, 1 AS whole, t.slug, t.name, t.type,"
		"       t.ended_on, t.invented, d.name AS district, d.slug AS district_slug"
		"  FROM JSON_TABLE(?, '$[*]' COLUMNS (word VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) typed"
		"  STRAIGHT_JOIN town_key k ON k.word = typed.word"
		"  STRAIGHT_JOIN town t ON t.code = k.town_code"
		"  STRAIGHT_JOIN district d ON d.code = t.district_code"
		" LIMIT ?", S(keys_of(r, typed)), I(CANDIDATES));
	if (count)
		qsort(rows, count, sizeof *rows, by_population);
	for (size_t i = 0; i < count && added < limit; i++) {
		rows[i].match = "near";
		if (is_near(r, &rows[i], typed))
			added += found_add(r, &rows[i]);
	}
	return added;
}

int place_find(struct req *r, const char *text, int limit)
{
	const char *typed = typed_fold(r, text);
	bool whole = false;
	size_t letters = strlen(typed);
	if (!letters || letters > 80)
		return 0;
	int added = find_beginning(r, typed, limit, &whole);
	if (!whole && letters >= NEAR_LETTERS && added < limit)
		added += find_near(r, typed, limit - added);
	return added;
}

const char *place_only(struct req *r)
{
	const char *slug = NULL;
	for (xmlNode *n = r->page->children; n; n = n->next) {
		xmlChar *match = xmlGetNoNsProp(n, (const xmlChar *)"match"), *found = xmlGetNoNsProp(n, (const xmlChar *)"slug");
		bool exact = match && found && xmlStrEqual(match, (const xmlChar *)"exact");
		const char *copy = exact ? talloc_strdup(r->mem, (const char *)found) : NULL;
		xmlFree(match);
		xmlFree(found);
		if (exact && slug)
			return NULL;
		slug = exact ? copy : slug;
	}
	return slug;
}

/* A diagonal stands for its box: MBRContains looks at nothing else, and a constant shape is what lets the spatial key be used. */
const char *place_box(const void *mem, double lat, double lon, double km)
{
	double y = km / KM_PER_DEGREE, x = km / (KM_PER_DEGREE * NARROW);
	return talloc_asprintf(mem, "LINESTRING(%f %f,%f %f)", lon - x, lat - y, lon + x, lat + y);
}

/* Kilometres within which there are enough towns. */
static double reach(struct req *r, double lat, double lon, int limit)
{
	double km = FIRST_KM;
	while (km < LAST_KM &&
	       db_number(0,
			 "SELECT COUNT(*) FROM town t"
			 " WHERE MBRContains(ST_GeomFromText(?), t.point) AND t.ended_on IS NULL AND NOT t.invented"
			 "   AND ST_Distance_Sphere(POINT(?, ?), t.point) <= 1000 * ?",
			 S(place_box(r->mem, lat, lon, km)), D(lon), D(lat), D(km)) < limit)
		km *= 2;
	return km;
}

int place_near(struct req *r, double lat, double lon, int limit)
{
	return db_rows(r->mem, r->page, "place",
		"SELECT t.code AS `@code`, t.slug AS `@slug`, t.type AS `@type`, t.population AS `@population`, t.lat AS `@lat`, t.lon AS `@lon`,"
		"       ROUND(ST_Distance_Sphere(POINT(?, ?), t.point) / 1000, 1) AS `@km`, t.name, d.slug AS `district/@slug`, d.name AS `district/.`"
		"  FROM town t"
		"  STRAIGHT_JOIN district d ON d.code = t.district_code"
		" WHERE MBRContains(ST_GeomFromText(?), t.point) AND t.ended_on IS NULL AND NOT t.invented"
		" ORDER BY ST_Distance_Sphere(POINT(?, ?), t.point)"
		" LIMIT ?", D(lon), D(lat), S(place_box(r->mem, lat, lon, reach(r, lat, lon, limit))), D(lon), D(lat), I(limit));
}

int place_neighbours(struct req *r, int limit)
{
	return db_rows(r->mem, r->page, "neighbour",
		"SELECT t.code AS `@code`, t.slug AS `@slug`, t.type AS `@type`, t.population AS `@population`, t.lat AS `@lat`, t.lon AS `@lon`,"
		"       ROUND(n.metres / 1000, 1) AS `@km`, t.name, d.slug AS `district/@slug`, d.name AS `district/.`"
		"  FROM neighbour n"
		"  STRAIGHT_JOIN town t ON t.code = n.neighbour_code"
		"  STRAIGHT_JOIN district d ON d.code = t.district_code"
		" WHERE n.town_code = ?"
		" ORDER BY n.metres, n.neighbour_code"
		" LIMIT ?", I(r->town.code), I(limit));
}
