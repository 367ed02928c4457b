/* Municipalities: found by address, code, name (without diacritics, one letter wrong), nearness. The key is the RÚIAN code, never the name. */
#ifndef SOUSEDE_PLACE_H
#define SOUSEDE_PLACE_H
#include <stdbool.h>
#include <stdint.h>
struct req;

/* Loads the town of an address part into r->town with the sum of its boards' revisions and the time of their last change, in one query.
 * An old address (town_alias) sets r->location to the new one and returns false; a name that several towns share sets it to the search
 * for them (with "?"); an unknown one only returns false. */
bool place_load(struct req *r, const char *slug);

/* Writes <town> into the page: @code @slug, name, district, region, … see schema/page.rng. */
void place_page(struct req *r);

/* Adds <place> elements for towns found by typed text, at most limit; returns how many. Best first by @match: exact, prefix (names that
 * begin so, a district may follow), part (from a later word on), and only when no name begins so: near (one letter wrong). */
int place_find(struct req *r, const char *typed, int limit);

/* The slug of the only place in the page that matches exactly; null when there is none or more of them. */
const char *place_only(struct req *r);

/* Adds <place> elements nearest to a point (WGS84 degrees) with @km, at most limit; returns how many. */
int place_near(struct req *r, double lat, double lon, int limit);

/* Adds <neighbour> elements of r->town by distance with @km, at most limit. */
int place_neighbours(struct req *r, int limit);

/* The box around a circle as a shape for MBRContains(ST_GeomFromText(?), point): the spatial key finds by it, the distance says the rest. */
const char *place_box(const void *mem, double lat, double lon, double km);
#endif
