/* Standing offers: the form, and the page of an offer's personal link where its helper says that it holds, rests it, changes it or ends it. */
#ifndef SOUSEDE_HELP_OFFERING_H
#define SOUSEDE_HELP_OFFERING_H
#include "help/help.h"
#include "help/offer.h"

extern const struct field offering_fields[], standing_fields[];
int offering_page(struct req *r);
int offering_make(struct req *r);
int offering_change_page(struct req *r);
int offering_change(struct req *r);
int standing_page(struct req *r);
int standing_press(struct req *r);

/* The offer of r->word; lock: before any change. 0, or 404. */
int standing_load(struct req *r, bool lock, struct offer *o);
void standing_add(struct req *r, const struct offer *o);
#endif
