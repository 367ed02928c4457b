/* Between db.c, which speaks to the server, and dbrow.c, which gives rows their shape: one cell of a row, as text. */
#ifndef SOUSEDE_DBROW_H
#define SOUSEDE_DBROW_H
#include "db.h"

struct cell {
	const char *name;     /* the column's name, null-terminated, as the SQL says */
	const char *text;     /* null for NULL; NUL-terminated */
	size_t length;
	enum { CELL_TEXT, CELL_TIME, CELL_DAY } type;
};

/* Runs the statement and calls `each` for every row; false from it skips the rest. Returns the number of rows seen. */
int db_each(const char *sql, const struct arg *args, size_t count,
	    bool (*each)(void *given, const struct cell *cells, size_t columns), void *given);
#endif
