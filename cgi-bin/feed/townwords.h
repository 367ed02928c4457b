/* What is worked out from a town: the words it is found by, and neighbours. places.sql does the same for all towns at once, when they are loaded. */
#ifndef SOUSEDE_FEED_TOWNWORDS_H
#define SOUSEDE_FEED_TOWNWORDS_H
#include <stdint.h>

/* town_word and town_key of one town, made anew from its name and district. */
void townwords_make(void *mem, int64_t code);

/* neighbour of the town and of all towns near it, made anew; an ended town neither has neighbours nor is one. */
void townwords_neighbours(void *mem, int64_t code);
#endif
