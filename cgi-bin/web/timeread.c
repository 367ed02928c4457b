/* Dates and times as others write them: ISO 8601, RFC 822 and its like, Czech, iCalendar. */
#include <stdlib.h>
#include <string.h>
#include "time.h"

enum { NOT_GIVEN = 100000 };

/* A text being read. Every take_ moves over what it knows, or stays and says false. */
struct reader {
	const char *p;
	struct tm tm;
	bool has_time;
	long offset; /* seconds east of UTC, or NOT_GIVEN */
};

static void skip_spaces(struct reader *in)
{
	while (*in->p == ' ' || *in->p == '\t' || *in->p == '\n' || *in->p == '\r' || !strncmp(in->p, "\xc2\xa0", 2))
		in->p += *in->p == '\xc2' ? 2 : 1;
}

static bool take(struct reader *in, char c)
{
	if (*in->p != c)
		return false;
	in->p++;
	return true;
}

/* A number of at least `least` and at most `most` digits. */
static bool take_number(struct reader *in, size_t least, size_t most, int *number)
{
	size_t n = 0;
	int value = 0;
	for (; n < most && in->p[n] >= '0' && in->p[n] <= '9'; n++)
		value = value * 10 + (in->p[n] - '0');
	if (n < least)
		return false;
	in->p += n;
	*number = value;
	return true;
}

static size_t letters(const char *p)
{
	size_t n = 0;
	while ((p[n] | 0x20) >= 'a' && (p[n] | 0x20) <= 'z')
		n++;
	return n;
}

/* ":MM[:SS[.fraction]]" after an hour; the Czech full stop does as well. */
static bool take_minutes(struct reader *in)
{
	char colon = *in->p;
	if ((colon != ':' && colon != '.') || !take(in, colon) || !take_number(in, 2, 2, &in->tm.tm_min))
		return false;
	if (*in->p == colon && in->p[1] >= '0' && in->p[1] <= '9') {
		in->p++;
		if (!take_number(in, 2, 2, &in->tm.tm_sec))
			return false;
	}
	if (*in->p == '.' || *in->p == ',')
		in->p += 1 + strspn(in->p + 1, "0123456789");
	return true;
}

static bool take_clock(struct reader *in)
{
	in->has_time = true;
	return take_number(in, 1, 2, &in->tm.tm_hour) && take_minutes(in);
}

/* "+0200", "+02:00", "+02". */
static bool take_offset(struct reader *in)
{
	int hours, minutes = 0;
	long sign = *in->p == '-' ? -1 : 1;
	if (*in->p != '+' && *in->p != '-')
		return false;
	in->p++;
	if (!take_number(in, 2, 2, &hours))
		return false;
	bool colon = take(in, ':');
	if (!take_number(in, 2, 2, &minutes) && colon)
		return false;
	if (hours > 23 || minutes > 59)
		return false;
	in->offset = sign * (hours * 3600L + minutes * 60L);
	return true;
}

static bool take_zone_name(struct reader *in)
{
	static const struct {
		const char *name;
		int hours;
	} zones[] = { { "Z", 0 },    { "GMT", 0 },  { "UT", 0 },   { "UTC", 0 },  { "CET", 1 },  { "CEST", 2 },
		      { "MET", 1 },  { "MEST", 2 }, { "EET", 2 },  { "EEST", 3 }, { "EST", -5 }, { "EDT", -4 },
		      { "CST", -6 }, { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 } };
	size_t n = letters(in->p);
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		if (strlen(zones[i].name) == n && !strncasecmp(in->p, zones[i].name, n)) {
			in->offset = zones[i].hours * 3600L;
			in->p += n;
			return true;
		}
	}
	return false;
}

/* Nothing, or one zone; then the end of the text, or a comment in brackets. */
static bool take_rest(struct reader *in)
{
	skip_spaces(in);
	if (*in->p && *in->p != '(' && !take_offset(in) && !take_zone_name(in))
		return false;
	skip_spaces(in);
	if (*in->p == '(' && strchr(in->p, ')') && !strchr(in->p, ')')[1])
		return true;
	return !*in->p;
}

/* Month by its English name, whole or the first three letters of it. */
static bool take_month(struct reader *in)
{
	static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
					      "July",    "August",   "September", "October", "November", "December" };
	size_t n = letters(in->p);
	for (int i = 0; i < 12 && n >= 3; i++) {
		if (n <= strlen(months[i]) && !strncasecmp(in->p, months[i], n)) {
			in->tm.tm_mon = i;
			in->p += n;
			return true;
		}
	}
	return false;
}

/* Years of two digits by RFC 5322 4.3. */
static bool take_year(struct reader *in)
{
	const char *start = in->p;
	int year;
	if (!take_number(in, 2, 4, &year))
		return false;
	if (in->p - start < 4)
		year += in->p - start == 2 && year < 50 ? 2000 : 1900;
	in->tm.tm_year = year - 1900;
	return true;
}

/* "22 Nov 2026 07:32:00 GMT" and, with hyphens, RFC 850. */
static bool read_mail(struct reader *in)
{
	if (!take_number(in, 1, 2, &in->tm.tm_mday))
		return false;
	char between = *in->p == '-' ? '-' : ' ';
	if (!take(in, between) || (skip_spaces(in), !take_month(in)) || !take(in, between) || !take_year(in))
		return false;
	skip_spaces(in);
	return !*in->p || (take_clock(in) && take_rest(in));
}

/* "Nov  6 08:49:37 1994" of asctime. */
static bool read_asctime(struct reader *in)
{
	if (!take_month(in) || !take(in, ' '))
		return false;
	skip_spaces(in);
	if (!take_number(in, 1, 2, &in->tm.tm_mday) || !take(in, ' ') || !take_clock(in) || !take(in, ' ') || !take_year(in))
		return false;
	in->offset = 0;
	skip_spaces(in);
	return !*in->p;
}

/* The name of a day tells nothing; its form leads. */
static bool read_english(struct reader *in)
{
	size_t n = letters(in->p);
	bool comma = in->p[n] == ',';
	struct reader day = *in;
	if (n && !take_month(&day)) {
		in->p += n + (size_t)comma;
		skip_spaces(in);
	}
	return letters(in->p) ? read_asctime(in) : read_mail(in);
}

/* "28. 8. 2026" with or without spaces, and perhaps a time. */
static bool read_czech(struct reader *in)
{
	if (!take_number(in, 1, 2, &in->tm.tm_mday) || !take(in, '.'))
		return false;
	skip_spaces(in);
	if (!take_number(in, 1, 2, &in->tm.tm_mon) || !take(in, '.'))
		return false;
	skip_spaces(in);
	in->tm.tm_mon--;
	int year;
	if (!take_number(in, 4, 4, &year))
		return false;
	in->tm.tm_year = year - 1900;
	take(in, ',');
	skip_spaces(in);
	return !*in->p || (take_clock(in) && take_rest(in));
}

/* "20261122T083200Z" after the date. */
static bool read_basic_clock(struct reader *in)
{
	in->has_time = true;
	return take_number(in, 2, 2, &in->tm.tm_hour) && take_number(in, 2, 2, &in->tm.tm_min) &&
	       (take_number(in, 2, 2, &in->tm.tm_sec) || true) && take_rest(in);
}

/* ISO 8601 calendar dates, extended and basic. */
static bool read_iso(struct reader *in)
{
	int year;
	if (!take_number(in, 4, 4, &year))
		return false;
	in->tm.tm_year = year - 1900;
	bool extended = take(in, '-');
	if (!take_number(in, 2, 2, &in->tm.tm_mon) || (extended && !take(in, '-')) || !take_number(in, 2, 2, &in->tm.tm_mday))
		return false;
	in->tm.tm_mon--;
	if (*in->p == 'T' || *in->p == 't') {
		in->p++;
		return extended ? take_clock(in) && take_rest(in) : read_basic_clock(in);
	}
	/* A space and a digit: a time; otherwise xsd:date may bring a zone, which changes no day. */
	if (*in->p == ' ' && in->p[1] >= '0' && in->p[1] <= '9') {
		in->p++;
		return take_clock(in) && take_rest(in);
	}
	return take_rest(in);
}

static bool possible(const struct tm *tm)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year = tm->tm_year + 1900;
	bool leap = (year % 4 == 0 && year % 100) || year % 400 == 0;
	if (tm->tm_mon < 0 || tm->tm_mon > 11 || year < 1000)
		return false;
	return tm->tm_mday >= 1 && tm->tm_mday <= days[tm->tm_mon] + (tm->tm_mon == 1 && leap) && tm->tm_hour < 24 && tm->tm_min < 60 &&
	       tm->tm_sec <= 60;
}

time_t time_parse(const char *text, bool *date_only)
{
	static bool (*const forms[])(struct reader *) = { read_iso, read_czech, read_english };
	struct reader in = { .p = text };
	skip_spaces(&in);
	const struct reader start = { .p = in.p, .offset = NOT_GIVEN };
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		in = start;
		if (!forms[i](&in) || !possible(&in.tm))
			continue;
		if (date_only)
			*date_only = !in.has_time;
		return in.has_time && in.offset != NOT_GIVEN ? timegm(&in.tm) - in.offset : time_prague(in.tm);
	}
	return -1;
}
