/* What an operator does by hand: bring a feed in, look after sources. Each returns an exit status and says on standard output what it did. */
#ifndef SOUSEDE_FEED_HAND_H
#define SOUSEDE_FEED_HAND_H
#include <stdbool.h>

struct hand {
	const char *town;     /* --town: its address; null none */
	const char *board;    /* --board: kind; null by the feed */
	bool verbose;         /* -v: each change with its title */
	bool with_notices;    /* --with-notices, of remove */
};

/* import FILE|URL, source add URL|list|pause ID|resume ID|remove ID; argv begins after the command's name. */
int hand_import(const struct hand *h, int argc, char **argv);
int hand_source(const struct hand *h, int argc, char **argv);
#endif
