/* Working days gone by: weekends, holidays by date, and Easter of years whose Easter is known. */
#include "unit.h"
#include "feed/workday.h"

static const char *ago(const char *now, int days)
{
	return time_day(mem, workday_ago(time_parse(now, NULL), days));
}

static void weekends_do_not_count(void **state)
{
	(void)state;
	assert_string_equal(ago("2026-11-12T10:00:00+01:00", 3), "2026-11-09");
	assert_string_equal(ago("2026-11-10T10:00:00+01:00", 3), "2026-11-05");
	assert_string_equal(ago("2026-11-14T10:00:00+01:00", 3), "2026-11-10");
}

static void holidays_do_not_count(void **state)
{
	(void)state;
	assert_string_equal(ago("2026-11-18T10:00:00+01:00", 3), "2026-11-12");
	assert_string_equal(ago("2026-12-28T10:00:00+01:00", 1), "2026-12-27");
	assert_string_equal(ago("2026-12-28T10:00:00+01:00", 2), "2026-12-22");
}

/* Tuesday after Easter and the day before it: Maundy Thursday. */
static void easter_does_not_count(void **state)
{
	static const char *const known[][2] = { { "2000-04-25", "2000-04-19" }, { "2008-03-25", "2008-03-19" }, { "2011-04-26", "2011-04-20" },
						{ "2024-04-02", "2024-03-27" }, { "2025-04-22", "2025-04-16" }, { "2026-04-07", "2026-04-01" },
						{ "2038-04-27", "2038-04-21" }, { "2049-04-20", "2049-04-14" } };
	(void)state;
	for (size_t i = 0; i < COUNT(known); i++)
		assert_string_equal(ago(talloc_asprintf(mem, "%sT12:00:00+02:00", known[i][0]), 2), known[i][1]);
}

static const struct CMUnitTest tests[] = { cmocka_unit_test(weekends_do_not_count), cmocka_unit_test(holidays_do_not_count),
					   cmocka_unit_test(easter_does_not_count) };
UNIT_MAIN(tests)
