/* A row of help_request, offer or response as the element that every page and feed shares. Nothing sealed is in it. */
#ifndef SOUSEDE_HELP_SHOW_H
#define SOUSEDE_HELP_SHOW_H
#include <libxml/tree.h>
#include "help/request.h"
struct req;

/* Adds the <request> with this id whatever its state. False when there is none. */
bool show_request(struct req *r, xmlNode *parent, int64_t id);

/* Adds <category code icon crisis level>s: those of this town now (crisis ones only in crisis mode). */
void show_categories(struct req *r, xmlNode *parent, bool crisis);
#endif
