/* Křovák's projection of S-JTSK (EPSG:5514), in which RÚIAN gives points, to WGS84 degrees. Accurate to about a metre over Czechia. */
#ifndef SOUSEDE_FEED_KROVAK_H
#define SOUSEDE_FEED_KROVAK_H

/* y and x in metres as RÚIAN writes them, both positive: y grows to the west, x to the south. */
void krovak_to_wgs84(double y, double x, double *lat, double *lon);
#endif
