/* The state's register of economic subjects (ARES, standards.md 3.4): is there an organisation with this IČO, what is it called, does it still live. */
#ifndef SOUSEDE_FEED_ARES_H
#define SOUSEDE_FEED_ARES_H
#include <stddef.h>

/* What an answer says. */
struct ares {
	const char *name;     /* null when it is no answer about this IČO */
	int town;             /* RÚIAN code of the seat, 0 unknown */
	int ended;            /* 1 when it has ended */
};

/* Reads an answer about an IČO; its name is null when it is none. Texts belong to mem. */
struct ares ares_read(const void *mem, const char *ico, const char *bytes, size_t length);

/* Asks about organisations that wait for it, a few at a time, politely; who cannot be asked now is asked in an hour. Never asked for a page. */
void ares_run(void);
#endif
