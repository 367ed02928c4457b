/* The XML feeds there are, by their root element. */
#ifndef SOUSEDE_FEED_DIALECT_H
#define SOUSEDE_FEED_DIALECT_H
#include <libxml/tree.h>
struct feed;
struct feed_item;

void read_atom(struct feed *f, const xmlNode *root, const char *url);
void read_vismo_events(struct feed *f, const xmlNode *root, const char *url);
void read_vismo_board(struct feed *f, const xmlNode *root, const char *url);

/* georss:point "lat lon", geo:lat and geo:long of an RSS or Atom item. */
void read_georss(struct feed *f, struct feed_item *item, const xmlNode *node);
#endif
