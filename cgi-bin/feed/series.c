/* Repeating events: libical counts on Prague's clock, time.c turns that into seconds, so that 18:00 stays 18:00 in summer and winter. */
#include <stdlib.h>
#include <talloc.h>
#include "series.h"

time_t series_time(icaltimetype local)
{
	void *mem = talloc_new(NULL);
	char *day = talloc_asprintf(mem, "%04d-%02d-%02d", local.year, local.month, local.day);
	time_t t = local.is_date ? time_midnight(day, 0)
	                         : time_parse(talloc_asprintf(mem, "%sT%02d:%02d:%02d", day, local.hour, local.minute, local.second), NULL);

	talloc_free(mem);
	return t;
}

icaltimetype series_local(time_t t)
{
	void *mem = talloc_new(NULL);
	const char *text = time_local(mem, t);   /* "2026-11-22T08:32:00+01:00" */
	icaltimetype local = icaltime_null_time();

	local.year = atoi(text);
	local.month = atoi(text + 5);
	local.day = atoi(text + 8);
	local.hour = atoi(text + 11);
	local.minute = atoi(text + 14);
	local.second = atoi(text + 17);
	talloc_free(mem);
	return local;
}

time_t series_end(const struct series *s, time_t from)
{
	void *mem = talloc_new(NULL);
	time_t end = s->all_day ? time_midnight(time_day(mem, from), s->days) : s->length ? from + s->length : -1;

	talloc_free(mem);
	return end;
}

void series_except(const void *mem, struct series *s, time_t t)
{
	if (t == -1 || s->except_count >= SERIES_STEPS_MAX)
		return;
	s->except = talloc_realloc(mem, s->except, time_t, (unsigned)s->except_count + 1);
	s->except[s->except_count++] = t;
}

static bool excepted(const struct series *s, time_t t)
{
	for (size_t i = 0; i < s->except_count; i++)
		if (s->except[i] == t)
			return true;
	return false;
}

void series_add(const void *mem, struct series *s, time_t t)
{
	time_t end = t == -1 ? -1 : series_end(s, t);

	if (t == -1 || (end == -1 ? t : end) <= time_now() || t > time_now() + SERIES_DAYS * 86400 || excepted(s, t) || s->count >= 4 * SERIES_MAX)
		return;
	s->times = talloc_realloc(mem, s->times, time_t, (unsigned)s->count + 1);
	s->times[s->count++] = t;
}

/* A long series is entered shortly before now instead of walked from its beginning. */
static void skip_past(icalrecur_iterator *i, const struct series *s, const struct icalrecurrencetype *rule)
{
	time_t near = time_now() - s->length - 2 * 86400;
	icaltimetype start;

	if (rule->count || near <= s->from)
		return;
	start = series_local(near);
	start.hour = s->start.hour;
	start.minute = s->start.minute;
	start.second = s->start.second;
	start.is_date = s->start.is_date;
	if (icaltime_is_null_time(rule->until) || icaltime_compare(start, rule->until) < 0)
		icalrecur_iterator_set_start(i, start);
}

const char *series_expand(const void *mem, struct series *s, struct icalrecurrencetype rule)
{
	icalrecur_iterator *i;
	size_t had = s->count;

	if (rule.freq != ICAL_DAILY_RECURRENCE && rule.freq != ICAL_WEEKLY_RECURRENCE && rule.freq != ICAL_MONTHLY_RECURRENCE &&
	    rule.freq != ICAL_YEARLY_RECURRENCE)
		return "repeats more often than daily, or by a rule that cannot be read";
	i = icalrecur_iterator_new(rule, s->start);
	if (!i)
		return "repeats by a rule that cannot be read";
	skip_past(i, s, &rule);
	for (int steps = 0; steps < SERIES_STEPS_MAX && s->count - had < 2 * SERIES_MAX; steps++) {
		icaltimetype next = icalrecur_iterator_next(i);
		time_t t = icaltime_is_null_time(next) ? -1 : series_time(next);

		if (icaltime_is_null_time(next) || t > time_now() + SERIES_DAYS * 86400)
			break;
		series_add(mem, s, t);
	}
	icalrecur_iterator_free(i);
	return NULL;
}

static int by_time(const void *a, const void *b)
{
	time_t left = *(const time_t *)a, right = *(const time_t *)b;

	return (left > right) - (left < right);
}

void series_sort(struct series *s)
{
	size_t kept = 0;

	if (s->count)
		qsort(s->times, s->count, sizeof(*s->times), by_time);
	for (size_t i = 0; i < s->count && kept < SERIES_MAX; i++)
		if (!kept || s->times[i] != s->times[kept - 1])
			s->times[kept++] = s->times[i];
	s->count = kept;
}
