/*
 * Forms that strangers send (route.h: GUARD): a field nobody sees, the age of the form, a little work that the browser does by itself (htdocs/s/straz.js) or,
 * without scripts, a plain question. Nobody else is asked, nothing is kept. Whoever is signed in is not bothered.
 *
 * The form carries a stamp, "TIME-of-opening MAC", keyed and bound to its path and its `once`: good for one submission between 3 seconds and a day. What is
 * wrong sends the form back with everything typed: <form again="fast|old">, or an error of the field "otazka".
 */
#ifndef SOUSEDE_GUARD_H
#define SOUSEDE_GUARD_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <time.h>
struct req;

enum { GUARD_BITS = 15, GUARD_SECONDS = 3, GUARD_DAY = 24 * 3600 };

/* Puts stamp, question and, on a POST, what was wrong into the <form> of the page; r->stopped says that it goes back. form.c calls it. */
void guard_add(struct req *r, xmlNode *form, const char *once);

/* Waits, once everything is written, until a full step of time since then (monotonic): how much there was to do is nobody's business. */
void guard_even(const struct timespec *since);

/* True when letters to this (normalised) address of mail are thrown away: its host is in schema/disposable.txt, or below one that is. */
bool guard_disposable(struct req *r, const char *mail);
#endif
