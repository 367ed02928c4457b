/*
 * Time: UTC seconds inside, Europe/Prague at the edge (libc tzdata; DST safe). The clock is $SOUSEDE_NOW (RFC 3339) when set, for tests.
 * The header is included as "web/time.h"; libc's own comes through it.
 */
#ifndef SOUSEDE_TIME_H
#define SOUSEDE_TIME_H
#include <stdbool.h>
#include <stdint.h>
#include_next <time.h>

/* Seconds since the epoch, now. Sampled once per request by time_tick so that one page has one now. */
time_t time_now(void);

/* Starts a new now. */
void time_tick(void);

/* Process-wide set-up of Europe/Prague; call once before fork. */
void time_open(void);

/* "2026-11-22T08:32:00+01:00", local Prague time with offset. */
const char *time_local(const void *mem, time_t t);

/* "2026-11-22T07:32:00Z". */
const char *time_utc(const void *mem, time_t t);

/* "2026-11-22", the Prague day of t. */
const char *time_day(const void *mem, time_t t);

/* "Sun, 22 Nov 2026 07:32:00 GMT" (RFC 9110 5.6.7), from fixed tables. */
const char *time_http(const void *mem, time_t t);

/* ISO weekday 1 Monday … 7 Sunday of the Prague day of t. */
int time_weekday(time_t t);

/* Midnight at the start of a Prague day "YYYY-MM-DD", in UTC seconds; -1 when it is no day. days is added to the date first (1: the end of that day). */
time_t time_midnight(const char *day, int days);

/* Reads RFC 3339, a plain date (midnight in Prague), RFC 822/9110, "28. 8. 2026", iCalendar basic forms; -1 when it is none of these.
 * A time without an offset is Prague time. date_only tells that no time of day was given; may be null. */
time_t time_parse(const char *text, bool *date_only);

/* The moment a Prague clock shows tm (its fields may be out of range, as for timegm). In the repeated hour of autumn the first one; in the missing hour
 * of spring as if the clock had not been moved yet (RFC 5545 3.3.5). */
time_t time_prague(struct tm tm);

/* "YYYY-MM-DD HH:MM:SS" in UTC, the form of the database. */
const char *time_sql(const void *mem, time_t t);
#endif
