/* A settings table is one row of tables.c: its name in the address, its fields, three statements. Everything else is done for all of them by setting.c. */
#ifndef SOUSEDE_SETTING_H
#define SOUSEDE_SETTING_H
#include "web/web.h"

/* SQL is a literal here, too. */
struct literal {
	const char *sql;
};
#define LITERAL(s) { "" s "" }

/* The first fields of every table. */
enum { SETTING_KEY, SETTING_EDITION, SETTING_OWN };
#define SETTING_FIELDS                                                                          \
	[SETTING_KEY] = { .name = "klic", .type = FIELD_HIDDEN, .high = 60, .required = true }, \
	[SETTING_EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 64 }

struct setting {
	const char *name;            /* in the address and in the log */
	const struct field *fields;  /* SETTING_FIELDS, then its own: NUMBER, TICK, CHOICE, TEXT */
	struct literal rows;         /* arguments: key or null, twice; @key, @label when the row has words of its own, and one column for each own field, by its name */
	struct literal save;         /* arguments: own fields in their order, then the key */
	struct literal add;          /* the same, of a new row; null when rows are not added */
	void (*known)(struct req *r, xmlNode *parent, const char *key);   /* adds rows that are in no table yet (of this key, null all); null when all are */
};

/* Ends with a null name. */
extern const struct setting settings[];
#endif
