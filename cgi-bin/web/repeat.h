/*
 * Double submission does one thing. A form to be posted (route.h: ASK) carries a nonce, `once`; the first time it comes is written down with where the answer
 * led, in the transaction of what it did, and whoever sends the same form again is led there too.
 */
#ifndef SOUSEDE_REPEAT_H
#define SOUSEDE_REPEAT_H
#include <stdbool.h>
#include <stddef.h>
struct req;

/* First in the transaction: true when this form was already taken; r->location is where its answer led. A form still being taken is waited for. */
bool repeat_known(struct req *r);

/* True when these bytes come for the first time, for a day at least; whatever takes them only once. In the transaction of what it does. */
bool repeat_first(const char *what, const void *bytes, size_t n);

/* Last in the transaction: keeps the answer, or forgets that the form came. */
void repeat_keep(struct req *r, bool keep);
#endif
