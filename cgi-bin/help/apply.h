/* The button "Pomohu" of a request. */
#ifndef SOUSEDE_HELP_APPLY_H
#define SOUSEDE_HELP_APPLY_H
#include "help/help.h"

/* Adds <apply> to the page of a request: nothing when nobody is wanted or the viewer asks herself. */
void apply_add(struct req *r, const struct request *q);

extern const struct field apply_fields[];
int apply_page(struct req *r);
int apply_press(struct req *r);
#endif
