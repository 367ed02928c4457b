/*
 * After a key was put at the head of the file: texts that older keys closed are opened and closed again, in small transactions. It may be ended
 * anywhere and begun again, also by several at once: what is done is not stale any more. A new sealed column is a row of the table in reseal.c.
 */
#ifndef SOUSEDE_RESEAL_H
#define SOUSEDE_RESEAL_H
#include <stdbool.h>
#include <stdint.h>

struct resealed {
	const char *column;   /* "contact.sealed" */
	bool credential;      /* of credentials and links: only the account of the program account reads it */
	int64_t done, lost;   /* lost: no key of ours opens it */
};

/* Walks column number i as the present account of the database; false past the last. */
bool reseal_column(unsigned i, struct resealed *r);

/* Tells the column without walking it; false past the last. */
bool reseal_known(unsigned i, struct resealed *r);

/* All columns that jobs may write. Returns how many texts were closed again. */
int64_t reseal_jobs(void);
#endif
