/* Inverse oblique conformal conic (EPSG method 9819) to the Bessel ellipsoid, then seven parameters to WGS84 (EPSG:5239 in position vector form). */
#include <math.h>
#include "krovak.h"

static const double RADIAN = M_PI / 180, SECOND = M_PI / 180 / 3600, QUARTER = M_PI / 4;
static const double BESSEL_A = 6377397.155, BESSEL_F = 1 / 299.1528128, WGS_A = 6378137, WGS_F = 1 / 298.257223563;

struct point { double x, y, z; };

static double eccentricity2(double flattening)
{
	return 2 * flattening - flattening * flattening;
}

/* Plane to the ellipsoid's latitude and longitude, radians. */
static void unproject(double y, double x, double *phi, double *lam)
{
	const double e2 = eccentricity2(BESSEL_F), e = sqrt(e2), centre = 49.5 * RADIAN, cone = 78.5 * RADIAN;
	const double azimuth = (30 + 17 / 60.0 + 17.30311 / 3600) * RADIAN, origin = (24 + 50 / 60.0) * RADIAN;
	const double a = BESSEL_A * sqrt(1 - e2) / (1 - e2 * pow(sin(centre), 2)), b = sqrt(1 + e2 * pow(cos(centre), 4) / (1 - e2));
	const double g = asin(sin(centre) / b), n = sin(cone), r0 = 0.9999 * a / tan(cone);
	const double t0 = tan(QUARTER + g / 2) * pow((1 + e * sin(centre)) / (1 - e * sin(centre)), e * b / 2) / pow(tan(QUARTER + centre / 2), b);

	double d = atan2(y, x) / n, t = 2 * (atan(pow(r0 / hypot(x, y), 1 / n) * tan(QUARTER + cone / 2)) - QUARTER);
	double u = asin(cos(azimuth) * sin(t) - sin(azimuth) * cos(t) * cos(d)), v = asin(cos(t) * sin(d) / cos(u));
	*lam = origin - v / b;
	*phi = u;
	for (int i = 0; i < 6; i++)
		*phi = 2 * (atan(pow(t0, -1 / b) * pow(tan(u / 2 + QUARTER), 1 / b) * pow((1 + e * sin(*phi)) / (1 - e * sin(*phi)), e / 2)) - QUARTER);
}

static struct point to_space(double phi, double lam)
{
	const double e2 = eccentricity2(BESSEL_F), n = BESSEL_A / sqrt(1 - e2 * pow(sin(phi), 2));
	return (struct point){ n * cos(phi) * cos(lam), n * cos(phi) * sin(lam), n * (1 - e2) * sin(phi) };
}

static struct point shift(struct point p)
{
	const double m = 1 + 3.5378e-6, rx = 4.9732 * SECOND, ry = 1.529 * SECOND, rz = 5.2484 * SECOND;
	return (struct point){ 572.213 + m * (p.x - rz * p.y + ry * p.z), 85.334 + m * (rz * p.x + p.y - rx * p.z),
			       461.94 + m * (-ry * p.x + rx * p.y + p.z) };
}

void krovak_to_wgs84(double y, double x, double *lat, double *lon)
{
	const double e2 = eccentricity2(WGS_F);
	double phi, lam;
	unproject(y, x, &phi, &lam);
	struct point s = shift(to_space(phi, lam));
	double p = hypot(s.x, s.y);
	phi = atan2(s.z, p * (1 - e2));
	for (int i = 0; i < 6; i++) {
		double n = WGS_A / sqrt(1 - e2 * pow(sin(phi), 2)), height = p / cos(phi) - n;
		phi = atan2(s.z, p * (1 - e2 * n / (n + height)));
	}
	*lat = phi / RADIAN;
	*lon = atan2(s.y, s.x) / RADIAN;
}
