/* A board as jobs touch it. */
#ifndef SOUSEDE_FEED_BOARD_H
#define SOUSEDE_FEED_BOARD_H
#include <stdint.h>

/* Lets readers know that something on the board changed: the revision grows, the board is made when it is not there. In a transaction with the change. */
void board_touch(int64_t town_code, const char *kind);
#endif
