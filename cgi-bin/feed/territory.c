/* The lists against the table of towns, in one transaction. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/panic.h"
#include "../web/text.h"
#include "../web/time.h"
#include "ruian.h"
#include "territory.h"
#include "townwords.h"

enum { WHOLE_COUNTRY = 5000, ENDS_MAX = 100, SLUG_BYTES = 80 };

struct town {
	int64_t code, population;
	const char *slug, *name, *district;
	bool ended;
};

static const struct column town_columns[] = {
	{ "code", COLUMN_INT, offsetof(struct town, code) },
	{ "population", COLUMN_INT, offsetof(struct town, population) },
	{ "slug", COLUMN_TEXT, offsetof(struct town, slug) },
	{ "name", COLUMN_TEXT, offsetof(struct town, name) },
	{ "district", COLUMN_TEXT, offsetof(struct town, district) },
	{ "ended", COLUMN_BOOL, offsetof(struct town, ended) },
	{ 0 },
};

/* One try of the transaction; everything in it is made anew when conflicts repeat it. */
struct work {
	void *mem;
	const struct ruian *list;
	struct town *towns;
	size_t count;
	char *report;
	const char *problem;
	int added, renamed, moved, ended, revived;
};

static void say(struct work *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(struct work *w, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	w->report = must(talloc_vasprintf_append_buffer(w->report, format, args));
	va_end(args);
}

static bool is_reserved(const char *slug)
{
	char *path = must(talloc_asprintf(NULL, "%s/schema/reserved.txt", conf.share)), line[128];
	FILE *file = fopen(path, "r");
	bool found = false;
	if (!file)
		panic("%s: no list of reserved addresses", path);
	while (!found && fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		found = !strcmp(line, slug);
	}
	fclose(file);
	talloc_free(path);
	return found;
}

static bool is_free(const char *slug, int64_t code)
{
	return *slug && !is_reserved(slug) && !db_number(0, "SELECT COUNT(*) FROM town WHERE slug = ? AND code <> ?", S(slug), I(code)) &&
	       !db_number(0, "SELECT COUNT(*) FROM town_alias WHERE slug = ? AND town_code <> ?", S(slug), I(code));
}

/* The rule of make-places: the name alone when nobody else has it, else with the district, else with the code. */
static const char *slug_of(struct work *w, const struct ruian_town *t)
{
	const char *folded = text_fold(w->mem, t->name), *slug = text_slug(w->mem, t->name, SLUG_BYTES);
	if (!db_number(0, "SELECT COUNT(*) FROM town WHERE name_folded = ? AND code <> ?", S(folded), I(t->code)) && is_free(slug, t->code))
		return slug;
	struct { const char *slug; } district = { "" };
	static const struct column columns[] = { { "slug", COLUMN_TEXT, 0 }, { 0 } };
	db_one(w->mem, &district, columns, "SELECT slug FROM district WHERE code = ?", S(t->district));
	const char *longer = must(talloc_asprintf(w->mem, "%s-%s", slug, district.slug));
	return is_free(longer, t->code) ? longer : must(talloc_asprintf(w->mem, "%s-%" PRId64, slug, t->code));
}

static const struct ruian_point *point_of(const struct work *w, int64_t code)
{
	for (size_t i = 0; i < w->list->point_count; i++)
		if (w->list->points[i].code == code)
			return &w->list->points[i];
	return NULL;
}

/* The middle of its addresses; else of the towns of its district, until the next run brings them. */
static struct ruian_point place_of(struct work *w, const struct ruian_town *t)
{
	const struct ruian_point *known = point_of(w, t->code);
	struct ruian_point p = { .code = t->code };
	static const struct column columns[] = {
		{ "lat", COLUMN_REAL, offsetof(struct ruian_point, lat) }, { "lon", COLUMN_REAL, offsetof(struct ruian_point, lon) }, { 0 },
	};
	if (!known)
		db_one(w->mem, &p, columns, "SELECT AVG(lat) AS lat, AVG(lon) AS lon FROM town WHERE district_code = ?", S(t->district));
	return known ? *known : p;
}

/* Figures our lists do not carry come with the next places.csv; until then its ORP is that of the nearest town of the district. */
static void add(struct work *w, const struct ruian_town *t)
{
	const char *slug = slug_of(w, t);
	struct ruian_point p = place_of(w, t);
	db_exec("INSERT INTO town (code, slug, name, name_folded, type, district_code, orp_code, orp, lat, lon, point, population)"
		" SELECT ?, ?, ?, ?, ?, district_code, orp_code, orp, ?, ?, POINT(?, ?), 0 FROM town"
		"  WHERE district_code = ? AND NOT invented ORDER BY ST_Distance_Sphere(point, POINT(?, ?)) LIMIT 1",
		I(t->code), S(slug), S(t->name), S(text_fold(w->mem, t->name)), S(t->city ? "city" : "village"), D(p.lat), D(p.lon),
		D(p.lon), D(p.lat), S(t->district), D(p.lon), D(p.lat));
	townwords_make(w->mem, t->code);
	townwords_neighbours(w->mem, t->code);
	say(w, "added %" PRId64 " %s /%s%s\n", t->code, t->name, slug, p.addresses ? "" : " (position unknown: the middle of its district)");
	w->added++;
}

static void rename_town(struct work *w, const struct town *old, const struct ruian_town *t)
{
	const char *slug = slug_of(w, t);
	db_exec("UPDATE town SET name = ?, name_folded = ? WHERE code = ?", S(t->name), S(text_fold(w->mem, t->name)), I(t->code));
	if (strcmp(slug, old->slug)) {
		db_exec("DELETE FROM town_alias WHERE slug = ?", S(slug));
		db_exec("UPDATE town SET slug = ? WHERE code = ?", S(slug), I(t->code));
		db_exec("INSERT INTO town_alias (slug, town_code) VALUES (?, ?)", S(old->slug), I(t->code));
	}
	townwords_make(w->mem, t->code);
	say(w, "renamed %" PRId64 " %s → %s /%s → /%s\n", t->code, old->name, t->name, old->slug, slug);
	w->renamed++;
}

static void move(struct work *w, const struct town *old, const struct ruian_town *t)
{
	db_exec("UPDATE town SET district_code = ? WHERE code = ?", S(t->district), I(t->code));
	townwords_make(w->mem, t->code);
	say(w, "moved %" PRId64 " %s %s → %s\n", t->code, t->name, old->district, t->district);
	w->moved++;
}

/* The page and its archive stay; only lists and neighbours forget it. */
static void end(struct work *w, const struct town *old, const char *day)
{
	db_exec("UPDATE town SET ended_on = ? WHERE code = ?", S(day), I(old->code));
	townwords_neighbours(w->mem, old->code);
	say(w, "ended %" PRId64 " %s %s /%s stays\n", old->code, old->name, day, old->slug);
	w->ended++;
}

static void revive(struct work *w, const struct town *old)
{
	db_exec("UPDATE town SET ended_on = NULL WHERE code = ?", I(old->code));
	townwords_neighbours(w->mem, old->code);
	say(w, "exists again %" PRId64 " %s /%s\n", old->code, old->name, old->slug);
	w->revived++;
}

/* A town whose figures are still missing may stand in the middle of its district; addresses put it right. */
static void place_again(struct work *w, const struct town *old)
{
	const struct ruian_point *p = old->population ? NULL : point_of(w, old->code);
	if (!p)
		return;
	if (db_exec("UPDATE town SET lat = ?, lon = ?, point = POINT(?, ?) WHERE code = ?", D(p->lat), D(p->lon), D(p->lon), D(p->lat), I(old->code)))
		townwords_neighbours(w->mem, old->code);
}

static void compare(struct work *w, const struct town *old, const struct ruian_town *t)
{
	if (old->ended)
		revive(w, old);
	if (t->district && strcmp(old->district, t->district))
		move(w, old, t);
	if (strcmp(old->name, t->name))
		rename_town(w, old, t);
	place_again(w, old);
}

static const struct ruian_town *listed(const struct ruian *list, int64_t code)
{
	size_t low = 0, high = list->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (list->towns[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low < list->count && list->towns[low].code == code ? &list->towns[low] : NULL;
}

/* The day a town we have ended, by the list; null while it exists. In a list of the whole country one that is missing has ended. */
static const char *ended_on(const struct work *w, const struct town *town, const struct ruian_town *t)
{
	bool whole = w->list->current >= WHOLE_COUNTRY;
	return town->ended ? NULL : t ? t->ended_on : whole ? time_day(w->mem, time_now()) : NULL;
}

/* Before anything is changed: a country does not lose its towns by hundreds. */
static bool ends_believable(struct work *w)
{
	int ends = 0;
	for (size_t i = 0; i < w->count; i++)
		ends += ended_on(w, &w->towns[i], listed(w->list, w->towns[i].code)) != NULL;
	if (ends > ENDS_MAX)
		w->problem = must(talloc_asprintf(w->mem, "%d municipalities would end at once; the list is not whole", ends));
	return !w->problem;
}

static void compare_all(struct work *w)
{
	for (size_t i = 0; i < w->count; i++) {
		const struct ruian_town *t = listed(w->list, w->towns[i].code);
		const char *day = ended_on(w, &w->towns[i], t);
		if (day)
			end(w, &w->towns[i], day);
		else if (t && !t->ended_on)
			compare(w, &w->towns[i], t);
	}
}

static bool is_ours(const struct work *w, int64_t code)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->towns[i].code == code)
			return true;
	return false;
}

static void add_new(struct work *w)
{
	for (size_t i = 0; i < w->list->count && !w->problem; i++) {
		const struct ruian_town *t = &w->list->towns[i];
		if (t->ended_on || is_ours(w, t->code))
			continue;
		if (!t->district || !db_number(0, "SELECT COUNT(*) FROM district WHERE code = ?", S(t->district)))
			w->problem = must(talloc_asprintf(w->mem, "%" PRId64 " %s: its district %s%" PRId64 " is in no list of districts we know", t->code,
							  t->name, t->district ? t->district : "", t->district ? 0 : t->district_number));
		else
			add(w, t);
	}
}

static void work(void *given)
{
	struct work *w = given;
	const struct ruian *list = w->list;
	*w = (struct work){ .mem = w->mem, .list = list, .report = must(talloc_strdup(w->mem, "")) };
	w->count = db_all(w->mem, &w->towns, sizeof *w->towns, town_columns,
			  "SELECT code, population, slug, name, district_code AS district, ended_on IS NOT NULL AS ended FROM town"
			  " WHERE NOT invented ORDER BY code");
	if (ends_believable(w)) {
		compare_all(w);
		add_new(w);
	}
	/* Nothing of a refused list stays; db_transaction commits what is left, which is nothing. */
	if (w->problem) {
		db_rollback();
		db_begin();
	}
}

int territory_hand(const struct hand *h, int argc, char **argv)
{
	void *mem = talloc_new(NULL);
	int official = 0, status = EX_OK;
	(void)h;
	while (ruian_official[official])
		official++;
	const char *const *documents = argc ? (const char *const *)argv : ruian_official;
	const struct ruian *list = ruian_read(mem, argc ? argc : official, documents);
	struct work w = { .mem = mem, .list = list };
	if (!list->problem)
		db_transaction(work, &w);
	const char *problem = list->problem ? list->problem : w.problem;
	if (problem) {
		fprintf(stderr, "jobs: %s; nothing was changed\n", problem);
		status = list->problem && list->fetched ? EX_UNAVAILABLE : EX_DATAERR;
	} else
		printf("%smunicipalities in the list: %zu; added %d, renamed %d, moved %d, ended %d, exist again %d\n", w.report, list->current, w.added,
		       w.renamed, w.moved, w.ended, w.revived);
	talloc_free(mem);
	return status;
}
