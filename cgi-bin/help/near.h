/*
 * What is asked and offered around a town: the towns within a circle, nearest first, and in each the newest. Two queries whatever the country holds: the first
 * counts by town and knows the last change, the second reads the rows of one page from the few towns they lie in.
 */
#ifndef SOUSEDE_HELP_NEAR_H
#define SOUSEDE_HELP_NEAR_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>
#include "web/time.h"
struct req;

enum near_when { NEAR_ANY, NEAR_NOW, NEAR_WEEK, NEAR_WEEKLY };

struct near_filter {
	int64_t km;             /* of the circle around r->town */
	const char *category;   /* code; "" all */
	enum near_when when;    /* of requests only */
	bool dated;             /* only what happens at a time: calendars */
};

/* The towns that have something, nearest first. */
struct near {
	struct near_filter filter;
	const struct near_town *towns;
	size_t count;
	int64_t requests, offers, revision;
	time_t changed;         /* of anything here, -1 never */
	bool settled;           /* the last change is not of this very second: another one would show in revision */
	bool pages;             /* a page for reading: what moderators limited stands there, and in no feed */
	int64_t home, level;    /* of the viewer: her town (0), her level as a helper */
};

/* Visibility is the viewer's: public ones everybody, those for neighbours who lives in their town, those for verified helpers who is one. */
struct near near_read(struct req *r, const struct near_filter *filter);

/* Adds <request km>s, or <offer km>s, of one page; returns how many. */
int near_requests(struct req *r, xmlNode *parent, const struct near *n, int64_t limit, int64_t offset);
int near_offers(struct req *r, xmlNode *parent, const struct near *n, int64_t limit, int64_t offset);

/* The code of a category that is offered, else false and all of them, comma separated. */
bool near_category(struct req *r, const char *code, const char **allowed);
#endif
