/* Working days. Easter by the Gregorian computus; the other holidays stand in the act by their date. */
#include "workday.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

enum { DAY = 24 * 3600 };

/* Days from the last of February to Easter Sunday. */
static int easter(int year)
{
	int golden = year % 19, century = year / 100;
	int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
	int moon = epact - (epact > 28 || (epact == 28 && golden > 10));
	int sunday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
	return moon - sunday + 28;
}

/* Good Friday and Easter Monday. */
static bool by_easter(const char *day)
{
	int year = 0, month = 0, date = 0;
	sscanf(day, "%d-%d-%d", &year, &month, &date);
	int since = date + (month == 4 ? 31 : 0) - easter(year);
	return (month == 3 || month == 4) && (since == -2 || since == 1);
}

static bool works(const void *mem, time_t t)
{
	static const char holidays[] = " 01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26 ";
	const char *day = time_day(mem, t);
	return time_weekday(t) < 6 && !strstr(holidays, talloc_asprintf(mem, " %s ", day + strlen("2026-"))) && !by_easter(day);
}

time_t workday_ago(time_t now, int days)
{
	void *mem = talloc_new(NULL);
	for (; days; now -= DAY)
		days -= works(mem, now);
	talloc_free(mem);
	return now;
}
