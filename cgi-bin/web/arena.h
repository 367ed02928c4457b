/*
 * Memory of one request for libxml2 and libxslt: a board page takes and gives back twenty thousand little pieces, which cost a fifth of its time
 * in malloc. Pieces up to ARENA_PIECE bytes come from a range of their own and are all gone when the request ends, so nothing is left between
 * the compiled sheets; larger ones, and those taken between requests, come from malloc. Nothing kept longer than a request may be made in one.
 */
#ifndef SOUSEDE_ARENA_H
#define SOUSEDE_ARENA_H
#include <stdbool.h>
#include <stddef.h>

/* The four functions of xmlMemSetup. Without memory they panic: libxml2 would go on, and half a page looks like a page. */
void *arena_get(size_t size);
void *arena_change(void *block, size_t size);
void arena_put(void *block);
char *arena_copy(const char *text);

/* Makes the range; without it, and when it is full, everything comes from malloc. */
void arena_open(void);

/* Whether pieces come from the range from now on; returns whether they did. */
bool arena_use(bool use);

/* The end of a request: takes back every piece. */
void arena_end(void);

/* Gives the pages of the range back to the system; between requests. */
void arena_trim(void);
#endif
