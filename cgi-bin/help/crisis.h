/*
 * Crisis mode of a town (product.md A1): one switch. While it is on there are crisis categories, every request is read first (request.h), and people
 * join by role. What was asked and promised goes on when it ends.
 */
#ifndef SOUSEDE_HELP_CRISIS_H
#define SOUSEDE_HELP_CRISIS_H
#include <stdbool.h>
#include <stdint.h>
#include <libxml/tree.h>
#include "web/time.h"

/* True while the town is in crisis mode. */
bool crisis_on(int64_t town);

/* Adds <crisis since phone hours> while it is on: what pages of help show first. */
void crisis_show(void *mem, xmlNode *parent, int64_t town);

/* The switch, with the log. False when it is so already: somebody was quicker. */
bool crisis_switch(int64_t town, int64_t person, bool on);

/* Ready or not from now on; ready ends at the next midnight by itself. False when the person has not joined. */
bool crisis_ready(const void *mem, int64_t town, int64_t person, bool ready);

/* Jobs: the day of a helper is over. */
void crisis_rest(int64_t town, int64_t person);

/* Jobs: who joined where the crisis is over for so long. Returns how many. */
int64_t crisis_forget(time_t before);
#endif
