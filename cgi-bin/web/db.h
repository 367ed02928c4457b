/*
 * The database: a lazy connection, statements prepared once per process and named by the address of their literal, rows to XML, rows to values.
 * SQL shape is XML shape: a column's name is the element; "@name" an attribute; "name.md" CommonMark to its XML; NULL is absent.
 *   DATETIME (UTC) → <posted utc="…Z" day="1–7">local time with offset</posted>; as attribute: local time with offset
 *   DATE           → <until day="1–7">2026-11-22</until>
 * SQL is a literal by construction, arguments are typed: I(int64) S(text or null) D(double) T(time_t, -1 null) B(bytes, length).
 * No call needs checking: a database that is away ends the request with 503 (db_unavailable), our own mistake is a panic.
 */
#ifndef SOUSEDE_DB_H
#define SOUSEDE_DB_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "time.h"
struct req;
struct _xmlNode;

struct arg {
	enum { ARG_INT, ARG_TEXT, ARG_REAL, ARG_TIME, ARG_BYTES } type;
	int64_t number;
	double real;
	const void *bytes;   /* null is NULL */
	size_t length;
};
struct arg db_text(const char *text);
#define I(v) ((struct arg){ .type = ARG_INT, .number = (v) })
#define S(v) db_text(v)
#define D(v) ((struct arg){ .type = ARG_REAL, .real = (v) })
#define T(v) ((struct arg){ .type = ARG_TIME, .number = (v) })
#define B(v, n) ((struct arg){ .type = ARG_BYTES, .bytes = (v), .length = (n) })
/* A text under seal for a purpose (seal.h), as it is stored; NULL for null and "". */
struct arg db_sealed(const void *mem, const char *purpose, const char *text);
#define DB_ARGS(...) (const struct arg[]){ __VA_ARGS__ __VA_OPT__(,) { .type = ARG_INT } }, (sizeof((const struct arg[]){ __VA_ARGS__ __VA_OPT__(,) { .type = ARG_INT } }) / sizeof(struct arg)) - 1

/* Adds one child element `name` under `parent` for each row; returns the number of rows. */
#define db_rows(mem, parent, name, sql, ...) db_rows_((mem), (parent), (name), "" sql "", DB_ARGS(__VA_ARGS__))
int db_rows_(const void *mem, struct _xmlNode *parent, const char *name, const char *sql, const struct arg *args, size_t count);

/* Same, each row under the element of `parent` whose @id equals the row's column "@of" (children of a list in one query). */
#define db_rows_under(mem, parent, name, sql, ...) db_rows_under_((mem), (parent), (name), "" sql "", DB_ARGS(__VA_ARGS__))
int db_rows_under_(const void *mem, struct _xmlNode *parent, const char *name, const char *sql, const struct arg *args, size_t count);

/* When C must decide on values: a column table beside the struct. */
enum column_type { COLUMN_INT, COLUMN_TEXT, COLUMN_TIME, COLUMN_REAL, COLUMN_BOOL, COLUMN_BYTES32, COLUMN_BYTES };
struct db_bytes {
	const void *bytes;   /* null for NULL */
	size_t length;
};
struct column {
	const char *name;
	enum column_type type;   /* INT int64_t (NULL 0) · TEXT const char * (NULL null) · TIME time_t (NULL -1) · REAL double · BOOL bool · BYTES32 unsigned char[32] · BYTES struct db_bytes */
	size_t offset;
};
/* Fills row (texts belong to mem) from the first row by column name; false when there is none. */
#define db_one(mem, row, columns, sql, ...) db_one_((mem), (row), (columns), "" sql "", DB_ARGS(__VA_ARGS__))
bool db_one_(const void *mem, void *row, const struct column *columns, const char *sql, const struct arg *args, size_t count);

/* Array of rows of `size` bytes each in mem; *rows is set, the count returned. */
#define db_all(mem, rows, size, columns, sql, ...) db_all_((mem), (void **)(rows), (size), (columns), "" sql "", DB_ARGS(__VA_ARGS__))
size_t db_all_(const void *mem, void **rows, size_t size, const struct column *columns, const char *sql, const struct arg *args, size_t count);

/* First column of the first row as a number; otherwise when there is no row or it is NULL. */
#define db_number(otherwise, sql, ...) db_number_((otherwise), "" sql "", DB_ARGS(__VA_ARGS__))
int64_t db_number_(int64_t otherwise, const char *sql, const struct arg *args, size_t count);

/* Runs a statement; returns the new AUTO_INCREMENT id, else the number of rows changed; DB_DUPLICATE when a UNIQUE key refuses. */
#define DB_DUPLICATE (-1)
#define db_exec(sql, ...) db_exec_("" sql "", DB_ARGS(__VA_ARGS__))
int64_t db_exec_(const char *sql, const struct arg *args, size_t count);

/* Transaction. A panic or a lost connection in between rolls back. */
void db_begin(void);
void db_commit(void);
void db_rollback(void);

/* Runs `work` in a transaction and repeats the whole of it, at most six times, when the server reports deadlock, lock wait or a snapshot conflict (1213 1205 1020). */
void db_transaction(void (*work)(void *), void *given);

/* Chooses the account of jobs instead of the pages'; before the first query. */
void db_as_jobs(void);

/* Chooses the account that alone may read credentials; before the first query. */
void db_as_account(void);

/* Chooses the account that reads the log of acts and changes settings; before the first query. */
void db_as_admin(void);

/* What happens when the database is away; main.c ends the request with 503, jobs waits. Default: panic. Must not return. */
void db_on_unavailable(void (*handler)(const char *reason));

/* Statements run since the last db_count_reset, for the log line and the tests' bound. */
int db_count(void);
void db_count_reset(void);

/* Closes the connection and its statements; the next query opens another. */
void db_close(void);
#endif
