/* Time: Prague clocks through daylight saving, and the dates of others. */
#include "unit.h"
#include "web/time.h"

static void check_time(const char *text, const char *utc, int day)
{
	bool date_only = !day;
	time_t t = time_parse(text, &date_only);
	if (!utc) {
		if (t != -1)
			fail_msg("\"%s\" is %s", text, time_utc(mem, t));
		return;
	}
	if (t == -1)
		fail_msg("\"%s\" was not read", text);
	if (strcmp(time_utc(mem, t), utc))
		fail_msg("\"%s\" gave %s, not %s", text, time_utc(mem, t), utc);
	if (date_only != (bool)day)
		fail_msg("\"%s\": date_only %d", text, date_only);
}

static void parse_reads_rfc_3339(void **state)
{
	(void)state;
	check_time("2026-11-22T08:32:00+01:00", "2026-11-22T07:32:00Z", 0);
	check_time("2026-11-22T08:32:00Z", "2026-11-22T08:32:00Z", 0);
	check_time("2026-11-22t08:32:00z", "2026-11-22T08:32:00Z", 0);
	check_time("2026-11-22T08:32:00.123456-05:30", "2026-11-22T14:02:00Z", 0);
	check_time("2026-11-22T08:32:00-00:00", "2026-11-22T08:32:00Z", 0);
	check_time("2026-11-22 08:32:00+0100", "2026-11-22T07:32:00Z", 0);
	check_time("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z", 0);
	check_time(" 2026-11-22T08:32:00Z\n", "2026-11-22T08:32:00Z", 0);
	check_time("1969-12-31T23:00:00Z", "1969-12-31T23:00:00Z", 0);
	check_time("2040-07-01T12:00:00Z", "2040-07-01T12:00:00Z", 0);
}

static void parse_without_offset_is_prague(void **state)
{
	(void)state;
	check_time("2026-11-22T08:32:00", "2026-11-22T07:32:00Z", 0);
	check_time("2026-07-22T08:32", "2026-07-22T06:32:00Z", 0);
	check_time("2026-07-22 08:32:10", "2026-07-22T06:32:10Z", 0);
}

static void parse_reads_dates(void **state)
{
	(void)state;
	check_time("2026-11-22", "2026-11-21T23:00:00Z", 1);
	check_time("2026-07-22", "2026-07-21T22:00:00Z", 1);
	check_time("2026-07-22+02:00", "2026-07-21T22:00:00Z", 1);
	check_time("2026-07-22Z", "2026-07-21T22:00:00Z", 1);
	check_time("2024-02-29", "2024-02-28T23:00:00Z", 1);
	check_time("2000-02-29", "2000-02-28T23:00:00Z", 1);
	check_time("1900-02-29", NULL, 0);
	check_time("2026-02-29", NULL, 0);
	check_time("2026-13-01", NULL, 0);
	check_time("2026-00-01", NULL, 0);
	check_time("2026-01-00", NULL, 0);
	check_time("2026-04-31", NULL, 0);
	check_time("0026-04-01", NULL, 0);
}

static void parse_reads_mail_dates(void **state)
{
	(void)state;
	check_time("Sun, 22 Nov 2026 07:32:00 GMT", "2026-11-22T07:32:00Z", 0);
	check_time("Sun, 22 Nov 2026 07:32:00 +0200", "2026-11-22T05:32:00Z", 0);
	check_time("22 Nov 2026 07:32 CEST", "2026-11-22T05:32:00Z", 0);
	check_time("Sun,22 Nov 2026 07:32:00 CET", "2026-11-22T06:32:00Z", 0);
	check_time("Thu, 5 Mar 2026 07:32:00 UT", "2026-03-05T07:32:00Z", 0);
	check_time("Thu, 05 March 2026 07:32:00 EST", "2026-03-05T12:32:00Z", 0);
	check_time("Thu, 05 Mar 26 07:32:00 Z", "2026-03-05T07:32:00Z", 0);
	check_time("05 Mar 99 07:32:00 GMT", "1999-03-05T07:32:00Z", 0);
	check_time("Sun, 22 Nov 2026 07:32:00 +0100 (CET)", "2026-11-22T06:32:00Z", 0);
	check_time("Sun, 22 Nov 2026 07:32:00", "2026-11-22T06:32:00Z", 0);
	check_time("Sun, 22 Nov 2026", "2026-11-21T23:00:00Z", 1);
	check_time("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z", 0);
	check_time("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z", 0);
	check_time("Sun, 22 Nov 2026 07:32:00 XYZ", NULL, 0);
	check_time("Sun, 31 Nov 2026 07:32:00 GMT", NULL, 0);
	check_time("Sun, 22 Nov 2026 24:32:00 GMT", NULL, 0);
	check_time("Sun, 22 Nix 2026 07:32:00 GMT", NULL, 0);
	check_time("Sun, 22 Nov 2026 07:32:00 +2500", NULL, 0);
}

static void parse_reads_czech_and_calendar_dates(void **state)
{
	(void)state;
	check_time("28. 8. 2026", "2026-08-27T22:00:00Z", 1);
	check_time("28.8.2026", "2026-08-27T22:00:00Z", 1);
	check_time("28.\xc2\xa0" "8.\xc2\xa0" "2026", "2026-08-27T22:00:00Z", 1);
	check_time("01.01.2026", "2025-12-31T23:00:00Z", 1);
	check_time("28. 8. 2026 9:05", "2026-08-28T07:05:00Z", 0);
	check_time("28. 8. 2026, 09.05", "2026-08-28T07:05:00Z", 0);
	check_time("28.08.2026 10:00:30", "2026-08-28T08:00:30Z", 0);
	check_time("20261122", "2026-11-21T23:00:00Z", 1);
	check_time("20261122T083200", "2026-11-22T07:32:00Z", 0);
	check_time("20261122T083200Z", "2026-11-22T08:32:00Z", 0);
	check_time("28. 8.", NULL, 0);
	check_time("28. 13. 2026", NULL, 0);
	check_time("31. 6. 2026", NULL, 0);
}

static void parse_refuses_the_rest(void **state)
{
	static const char *const cases[] = { "", " ", "hello", "2026", "2026-11", "2026-11-22T", "2026-11-22T08", "2026-11-22T0832", "2026-11-22T08:32:00+1",
		"2026-11-22T08:32:00+01:0", "2026-11-22x", "2026-11-22T08:32:00Zx", "2026-11-22T25:00:00Z", "2026-11-22T08:60:00Z", "1764000000",
		"2026/11/22", "11/22/2026", "Sun", "Sun,", "-1", "2026-1-2", "20261122T08", "Nov", "99999999999999999999", "28. 8. 26", "(x)" };
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_time(cases[i], NULL, 0);
	assert_int_equal(time_parse("hello", NULL), -1);
}

static void spring_has_a_missing_hour(void **state)
{
	(void)state;
	check_time("2026-03-29T01:59:59", "2026-03-29T00:59:59Z", 0);
	check_time("2026-03-29T02:30:00", "2026-03-29T01:30:00Z", 0);
	check_time("2026-03-29T03:00:00", "2026-03-29T01:00:00Z", 0);
	assert_string_equal(time_local(mem, time_parse("2026-03-29T00:59:59Z", NULL)), "2026-03-29T01:59:59+01:00");
	assert_string_equal(time_local(mem, time_parse("2026-03-29T01:00:00Z", NULL)), "2026-03-29T03:00:00+02:00");
	assert_int_equal(time_midnight("2026-03-29", 1) - time_midnight("2026-03-29", 0), 23 * 3600);
}

static void autumn_repeats_an_hour(void **state)
{
	(void)state;
	check_time("2026-10-25T01:59:59", "2026-10-24T23:59:59Z", 0);
	check_time("2026-10-25T02:30:00", "2026-10-25T00:30:00Z", 0);
	check_time("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z", 0);
	check_time("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z", 0);
	check_time("2026-10-25T03:00:00", "2026-10-25T02:00:00Z", 0);
	assert_string_equal(time_local(mem, time_parse("2026-10-25T00:30:00Z", NULL)), "2026-10-25T02:30:00+02:00");
	assert_string_equal(time_local(mem, time_parse("2026-10-25T01:30:00Z", NULL)), "2026-10-25T02:30:00+01:00");
	assert_int_equal(time_midnight("2026-10-25", 1) - time_midnight("2026-10-25", 0), 25 * 3600);
}

static void midnight_counts_days(void **state)
{
	(void)state;
	assert_string_equal(time_utc(mem, time_midnight("2026-11-22", 0)), "2026-11-21T23:00:00Z");
	assert_string_equal(time_utc(mem, time_midnight("2026-11-22", 1)), "2026-11-22T23:00:00Z");
	assert_string_equal(time_utc(mem, time_midnight("2026-12-31", 1)), "2026-12-31T23:00:00Z");
	assert_string_equal(time_utc(mem, time_midnight("2024-02-28", 1)), "2024-02-28T23:00:00Z");
	assert_string_equal(time_utc(mem, time_midnight("2026-03-01", -1)), "2026-02-27T23:00:00Z");
	assert_string_equal(time_day(mem, time_midnight("2026-01-01", 365)), "2027-01-01");
	assert_int_equal(time_midnight("2026-02-29", 0), -1);
	assert_int_equal(time_midnight("2026-11-22T00:00", 0), -1);
	assert_int_equal(time_midnight("20261122", 0), -1);
	assert_int_equal(time_midnight("22.11.2026", 0), -1);
	assert_int_equal(time_midnight("", 0), -1);
	assert_int_equal(time_midnight("2026-11-22", 2000000000), -1);
}

static void every_midnight_of_ten_years_is_midnight(void **state)
{
	(void)state;
	for (int day = 0; day < 3653; day++) {
		time_t t = time_midnight("2020-01-01", day);
		const char *text = time_local(mem, t), *next = time_day(mem, t);
		assert_non_null(strstr(text, "T00:00:00+0"));
		assert_int_equal(time_midnight(next, 0), t);
		assert_int_equal(time_weekday(t), (day + 2) % 7 + 1);
	}
}

static void forms_are_written(void **state)
{
	(void)state;
	time_t t = time_parse("2026-11-22T07:32:05Z", NULL);
	assert_string_equal(time_local(mem, t), "2026-11-22T08:32:05+01:00");
	assert_string_equal(time_utc(mem, t), "2026-11-22T07:32:05Z");
	assert_string_equal(time_sql(mem, t), "2026-11-22 07:32:05");
	assert_string_equal(time_http(mem, t), "Sun, 22 Nov 2026 07:32:05 GMT");
	assert_string_equal(time_day(mem, t), "2026-11-22");
	assert_int_equal(time_weekday(t), 7);
	assert_string_equal(time_day(mem, time_parse("2026-11-22T23:30:00Z", NULL)), "2026-11-23");
	assert_int_equal(time_weekday(time_parse("2026-11-22T23:30:00Z", NULL)), 1);
	assert_string_equal(time_http(mem, 0), "Thu, 01 Jan 1970 00:00:00 GMT");
}

static void written_forms_are_read_again(void **state)
{
	(void)state;
	for (time_t t = 1577836800; t < 1900000000; t += 7654321) {
		assert_int_equal(time_parse(time_local(mem, t), NULL), t);
		assert_int_equal(time_parse(time_utc(mem, t), NULL), t);
		assert_int_equal(time_parse(time_http(mem, t), NULL), t);
	}
}

static void tick(const void *given)
{
	(void)given;
	time_tick();
}

static void now_is_fixed_by_the_environment(void **state)
{
	const char *said;
	(void)state;
	setenv("SOUSEDE_NOW", "2026-11-22T08:32:00+01:00", 1);
	time_tick();
	assert_string_equal(time_utc(mem, time_now()), "2026-11-22T07:32:00Z");
	setenv("SOUSEDE_NOW", "2026-11-23T08:32:00+01:00", 1);
	assert_string_equal(time_utc(mem, time_now()), "2026-11-22T07:32:00Z");
	time_tick();
	assert_string_equal(time_utc(mem, time_now()), "2026-11-23T07:32:00Z");
	setenv("SOUSEDE_NOW", "yesterday", 1);
	assert_int_equal(ends(tick, NULL, &said), 70);
	assert_says(said, "SOUSEDE_NOW is no time");
	unsetenv("SOUSEDE_NOW");
	time_tick();
	assert_true(time_now() >= time_parse("2026-01-01", NULL));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(parse_reads_rfc_3339), cmocka_unit_test(parse_without_offset_is_prague), cmocka_unit_test(parse_reads_dates),
	cmocka_unit_test(parse_reads_mail_dates), cmocka_unit_test(parse_reads_czech_and_calendar_dates), cmocka_unit_test(parse_refuses_the_rest),
	cmocka_unit_test(spring_has_a_missing_hour), cmocka_unit_test(autumn_repeats_an_hour), cmocka_unit_test(midnight_counts_days),
	cmocka_unit_test(every_midnight_of_ten_years_is_midnight), cmocka_unit_test(forms_are_written),
	cmocka_unit_test(written_forms_are_read_again), cmocka_unit_test(now_is_fixed_by_the_environment),
};
UNIT_MAIN(tests)
