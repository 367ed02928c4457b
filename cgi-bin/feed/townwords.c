/* Words, keys and neighbours of single towns. */
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/panic.h"
#include "townwords.h"

enum { NEIGHBOURS = 10, KEY_LETTERS = 5 };
static const double REACH_KM = 45, KM_PER_DEGREE = 111.2, NARROW = 0.64 /* cosine of 50° */;

struct town {
	int64_t code, population;
	const char *folded, *district;
	double lat, lon;
	bool ended;
};

static const struct column town_columns[] = {
	{ "code", COLUMN_INT, offsetof(struct town, code) },
	{ "population", COLUMN_INT, offsetof(struct town, population) },
	{ "folded", COLUMN_TEXT, offsetof(struct town, folded) },
	{ "district", COLUMN_TEXT, offsetof(struct town, district) },
	{ "lat", COLUMN_REAL, offsetof(struct town, lat) },
	{ "lon", COLUMN_REAL, offsetof(struct town, lon) },
	{ "ended", COLUMN_BOOL, offsetof(struct town, ended) },
	{ 0 },
};

/* With one letter left out at every place, and as it is. */
static void keys_add(void *mem, int64_t code, const char *name)
{
	size_t length = strlen(name);
	for (size_t i = 0; i <= length; i++) {
		const char *key = must(talloc_asprintf(mem, "%.*s%s", (int)i, name, i < length ? name + i + 1 : ""));
		db_exec("INSERT IGNORE INTO town_key (word, town_code) VALUES (?, ?)", S(key), I(code));
	}
}

static bool is_small_word(const char *name)
{
	static const char *const words[] = { "nad ", "pod ", "u ", "v ", "ve ", "na ", "pri ", "za ", "a ", "s ", "o " };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strncmp(name, words[i], strlen(words[i])))
			return true;
	return false;
}

void townwords_make(void *mem, int64_t code)
{
	struct town t;
	if (!db_one(mem, &t, town_columns,
		    "SELECT t.code, t.population, t.name_folded AS folded, REPLACE(d.slug, '-', ' ') AS district, t.lat, t.lon, 0 AS ended"
		    "  FROM town t JOIN district d ON d.code = t.district_code WHERE t.code = ?", I(code)))
		panic("no town %ld", (long)code);
	db_exec("DELETE FROM town_word WHERE town_code = ?", I(code));
	db_exec("DELETE FROM town_key WHERE town_code = ?", I(code));
	for (const char *name = t.folded; name; name = strchr(name, ' ')) {
		name += *name == ' ';
		bool whole = name == t.folded;
		size_t letters = strlen(name);
		if (is_small_word(name))
			continue;
		db_exec("INSERT INTO town_word (word, letters, whole, population, town_code) VALUES (CONCAT(?, ' ', ?), ?, ?, ?, ?)", S(name),
			S(t.district), I((int64_t)letters), I(whole), I(t.population), I(code));
		if (whole || letters >= KEY_LETTERS)
			keys_add(mem, code, name);
	}
}

static const char *box(void *mem, const struct town *t)
{
	double y = REACH_KM / KM_PER_DEGREE, x = REACH_KM / (KM_PER_DEGREE * NARROW);
	return must(talloc_asprintf(mem, "LINESTRING(%f %f,%f %f)", t->lon - x, t->lat - y, t->lon + x, t->lat + y));
}

static void neighbours_of(void *mem, const struct town *t)
{
	db_exec("DELETE FROM neighbour WHERE town_code = ?", I(t->code));
	if (t->ended)
		return;
	db_exec("INSERT INTO neighbour (town_code, metres, neighbour_code)"
		" SELECT ?, ROUND(ST_Distance_Sphere(POINT(?, ?), b.point)), b.code FROM town b"
		"  WHERE MBRContains(ST_GeomFromText(?), b.point) AND b.code <> ? AND b.ended_on IS NULL AND NOT b.invented"
		"  ORDER BY ST_Distance_Sphere(POINT(?, ?), b.point), b.code LIMIT ?",
		I(t->code), D(t->lon), D(t->lat), S(box(mem, t)), I(t->code), D(t->lon), D(t->lat), I(NEIGHBOURS));
}

void townwords_neighbours(void *mem, int64_t code)
{
	struct town t, *near;
	if (!db_one(mem, &t, town_columns, "SELECT code, population, '' AS folded, '' AS district, lat, lon, ended_on IS NOT NULL AS ended"
		    " FROM town WHERE code = ?", I(code)))
		panic("no town %ld", (long)code);
	size_t count = db_all(mem, &near, sizeof *near, town_columns,
			      "SELECT code, population, '' AS folded, '' AS district, lat, lon, ended_on IS NOT NULL AS ended FROM town"
			      " WHERE MBRContains(ST_GeomFromText(?), point)", S(box(mem, &t)));
	for (size_t i = 0; i < count; i++)
		neighbours_of(mem, &near[i]);
}
