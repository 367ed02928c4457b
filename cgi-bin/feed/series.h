/* When a repeating event happens: the next occurrences from now within a year, at most a dozen. Only ics.c and series.c know libical. */
#ifndef SOUSEDE_FEED_SERIES_H
#define SOUSEDE_FEED_SERIES_H
#include <stdbool.h>
#include <stddef.h>
#include <libical/ical.h>
#include "../web/time.h"

enum { SERIES_MAX = 12, SERIES_STEPS_MAX = 20000, SERIES_DAYS = 366 };

struct series {
	icaltimetype start;   /* the first one, Prague's clock */
	time_t from;          /* the same in seconds */
	time_t length;        /* seconds, 0 unknown */
	bool all_day;
	int days;             /* of all-day events */
	time_t *times;        /* occurrences found */
	size_t count;
	time_t *except;
	size_t except_count;
};

/* Prague's clock to seconds and back. */
time_t series_time(icaltimetype local);
icaltimetype series_local(time_t t);

/* Exclusive end of the occurrence that begins at from; -1 unknown. */
time_t series_end(const struct series *s, time_t from);

/* An occurrence that does not count; -1 is ignored. Exceptions come before expansion. */
void series_except(const void *mem, struct series *s, time_t t);

/* One occurrence, when it is ahead, within a year and no exception. */
void series_add(const void *mem, struct series *s, time_t t);

/* All occurrences of a rule; returns why it cannot be followed, or null. */
const char *series_expand(const void *mem, struct series *s, struct icalrecurrencetype rule);

/* In order, each once, the first dozen. */
void series_sort(struct series *s);
#endif
