/* Time: UTC seconds and Prague clocks. What a text may look like is read in timeread.c. */
#include "time.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "panic.h"

enum { DAY = 86400, JULY_2026 = 1782864000 };

static bool opened;
static time_t current = -1;

static long offset_at(time_t t)
{
	struct tm tm;
	if (!localtime_r(&t, &tm))
		panic("%lld is no time", (long long)t);
	return tm.tm_gmtoff;
}

void time_open(void)
{
	setenv("TZ", "Europe/Prague", 1);
	tzset();
	if (offset_at(JULY_2026) != 7200) {
		/* A host without tzdata: the rule in force since 1996. */
		setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
		tzset();
	}
	opened = true;
}

static struct tm prague(time_t t)
{
	struct tm tm;
	if (!opened)
		time_open();
	if (!localtime_r(&t, &tm))
		panic("%lld is no time", (long long)t);
	return tm;
}

static struct tm utc(time_t t)
{
	struct tm tm;
	if (!gmtime_r(&t, &tm))
		panic("%lld is no time", (long long)t);
	return tm;
}

void time_tick(void)
{
	const char *fixed = getenv("SOUSEDE_NOW");
	current = fixed && *fixed ? time_parse(fixed, NULL) : time(NULL);
	if (current == -1)
		panic("SOUSEDE_NOW is no time");
}

time_t time_now(void)
{
	if (current == -1)
		time_tick();
	return current;
}

static char *digits(char *out, long number, int count)
{
	for (int i = count; i-- > 0; number /= 10)
		out[i] = (char)('0' + number % 10);
	return out + count;
}

/* "2026-11-22T08:32:00" without printf, which would cost more than all the rest of a date, and a page has a hundred dates. */
static char *clock_put(char *out, const struct tm *tm, char between)
{
	const int fields[] = { tm->tm_mon + 1, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec };
	const char before[] = { '-', '-', between, ':', ':' };
	out = digits(out, tm->tm_year + 1900, 4);
	for (size_t i = 0; i < sizeof before; i++) {
		*out++ = before[i];
		out = digits(out, fields[i], 2);
	}
	return out;
}

const char *time_local(const void *mem, time_t t)
{
	struct tm tm = prague(t);
	long minutes = tm.tm_gmtoff / 60;
	char text[32], *out = clock_put(text, &tm, 'T');
	*out++ = minutes < 0 ? '-' : '+';
	out = digits(out, labs(minutes) / 60, 2);
	*out++ = ':';
	out = digits(out, labs(minutes) % 60, 2);
	return must(talloc_strndup(mem, text, (size_t)(out - text)));
}

static const char *joined(const void *mem, time_t t, char between, const char *end)
{
	struct tm tm = utc(t);
	char text[32], *out = clock_put(text, &tm, between);
	memcpy(out, end, strlen(end) + 1);
	return must(talloc_strdup(mem, text));
}

const char *time_utc(const void *mem, time_t t)
{
	return joined(mem, t, 'T', "Z");
}

const char *time_sql(const void *mem, time_t t)
{
	return joined(mem, t, ' ', "");
}

const char *time_day(const void *mem, time_t t)
{
	struct tm tm = prague(t);
	return must(talloc_asprintf(mem, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday));
}

const char *time_http(const void *mem, time_t t)
{
	static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct tm tm = utc(t);
	return must(talloc_asprintf(mem, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
				    tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec));
}

int time_weekday(time_t t)
{
	int day = prague(t).tm_wday;
	return day ? day : 7;
}

time_t time_prague(struct tm tm)
{
	if (!opened)
		time_open();
	/* mktime would guess; RFC 5545 3.3.5 does not: in a repeated hour the first one, in a missing hour the offset before it. */
	time_t clock = timegm(&tm);
	long earlier = offset_at(clock - DAY), later = offset_at(clock + DAY);
	time_t before = clock - earlier, after = clock - later;
	return offset_at(before) != earlier && offset_at(after) == later ? after : before;
}

time_t time_midnight(const char *day, int days)
{
	bool date_only = false;
	size_t n = strlen(day);
	if (n != 10 || day[4] != '-' || time_parse(day, &date_only) == -1 || !date_only || days < -DAY * 10 || days > DAY * 10)
		return -1;
	struct tm tm = { .tm_year = atoi(day) - 1900, .tm_mon = atoi(day + 5) - 1, .tm_mday = atoi(day + 8) + days };
	return time_prague(tm);
}
