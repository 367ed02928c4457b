/*
 * Official lists of municipalities: RÚIAN's code lists UI_OBEC, UI_OKRES, UI_VUSC and lists of addresses (for points), as CSV in cp1250 with
 * semicolons, zipped or not. A header that is not the one we know stops everything: a column read wrong would rename the country.
 * Nothing here touches the database.
 */
#ifndef SOUSEDE_FEED_RUIAN_H
#define SOUSEDE_FEED_RUIAN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ruian_town {
	int64_t code;
	const char *name;
	const char *district;     /* LAU1 code, CZ0424; null when the list of districts does not tell */
	const char *ended_on;     /* "YYYY-MM-DD", null while it exists */
	int64_t district_number;  /* RÚIAN's own, 3203 */
	bool city;                /* město; everything else is obec */
};

/* Middle of the addresses of a town, WGS84. */
struct ruian_point {
	int64_t code, addresses;
	double lat, lon;
};

struct ruian {
	struct ruian_town *towns;   /* by code, each once, the present state before an ended one; without military districts */
	size_t count, current;      /* current: those that exist */
	struct ruian_point *points;
	size_t point_count;
	const char *problem;        /* null, or why the lists are refused */
	bool fetched;               /* the problem is of getting them, not of what they say */
};

/* Addresses of the lists at ČÚZK; null-terminated. */
extern const char *const ruian_official[];

/* Reads all the documents: addresses, files (.csv, .zip), folders of such files. Never null; belongs to mem. */
struct ruian *ruian_read(const void *mem, int count, const char *const *documents);
#endif
