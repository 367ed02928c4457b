/* Keeping municipalities as RÚIAN has them: additions, renames, moves to another district, ends. Addresses of pages never die. */
#ifndef SOUSEDE_FEED_TERRITORY_H
#define SOUSEDE_FEED_TERRITORY_H
#include "hand.h"

/* places [FILE|FOLDER|URL…]: brings towns in line with the lists, by default the official ones, and says what changed on standard output.
 * All or nothing. Returns an exit status: 65 when the lists are refused, 69 when they cannot be had. */
int territory_hand(const struct hand *h, int argc, char **argv);
#endif
