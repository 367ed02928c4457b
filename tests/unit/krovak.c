/* Points whose WGS84 degrees are known (PROJ 9.1). */
#include <math.h>
#include "unit.h"
#include "feed/krovak.h"

static const struct { double y, x, lat, lon; } known[] = {
	{ 741272.24, 1040840.65, 50.1086969, 14.4384069 }, { 479862.17, 1133960.17, 49.5381821, 18.1933815 },
	{ 868208.61, 1067000, 49.7078934, 12.7440396 },    { 598000, 1160500, 49.1975280, 16.6098325 },
	{ 744000, 1042000, 50.0950267, 14.4028419 },
};

/* A ten-millionth of a degree is a centimetre. */
static void known_points_are_met(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		double lat, lon;
		krovak_to_wgs84(known[i].y, known[i].x, &lat, &lon);
		assert_true(fabs(lat - known[i].lat) < 2e-7);
		assert_true(fabs(lon - known[i].lon) < 2e-7);
	}
}

static void rotations_have_the_right_sign(void **state)
{
	double lat, lon;
	(void)state;
	krovak_to_wgs84(744000, 1042000, &lat, &lon);
	/* the wrong sign lands fifty metres off, which is 7e-4 degrees of longitude */
	assert_true(fabs(lon - 14.4028419) < 1e-5);
}

static const struct CMUnitTest tests[] = { cmocka_unit_test(known_points_are_met), cmocka_unit_test(rotations_have_the_right_sign) };
UNIT_MAIN(tests)
