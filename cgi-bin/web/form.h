/*
 * Forms and queries are data: one field table drives parsing, limits, the <form> of the page and so the HTML attributes and the allowed values named in errors.
 * Values are trimmed, NFC, and counted in characters. A name given twice: the first counts, except SET, whose values join (checkboxes).
 * On the page of a form to be posted (route.h: ASK) a GET only fills fields in from the address and finds no errors.
 */
#ifndef SOUSEDE_FORM_H
#define SOUSEDE_FORM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "multipart.h"
#include "time.h"
struct req;

enum field_type {
	FIELD_TEXT,     /* up to high characters (default 200) */
	FIELD_NUMBER,   /* whole, low … high */
	FIELD_DECIMAL,  /* low … high, point or comma */
	FIELD_CHOICE,   /* one of the words in allowed */
	FIELD_SET,      /* any of the words, comma separated or repeated; number = bits in the order of allowed */
	FIELD_COLOUR,   /* rrggbb, hash optional */
	FIELD_LONG,     /* text of several lines, low … high characters (default 200) */
	FIELD_DATE,     /* a day, "2026-12-07" or "7. 12. 2026"; text becomes the former, when its Prague midnight */
	FIELD_MOMENT,   /* a day and a time of the Prague clock, "2026-12-07T18:00" or "7. 12. 2026 18:00"; text becomes the former */
	FIELD_MAIL,     /* looks like an address of mail; contact.h normalises */
	FIELD_PHONE,    /* nine digits, or + and seven to fifteen; number counts the digits */
	FIELD_SECRET,   /* as typed, untrimmed, low … high characters; the page never carries it back */
	FIELD_TICK,     /* a box: number 1 when ticked; required means it must be */
	FIELD_HIDDEN,   /* what the form carries for itself, up to high characters */
	FIELD_FILE,     /* a file of at most high bytes; the route says UPLOAD and the <form> enctype. What was chosen must be chosen again */
};

struct field {
	const char *name;          /* as in the address: Czech, ASCII */
	enum field_type type;
	int64_t low, high;
	const char *const *allowed;/* null-terminated words of CHOICE and SET */
	const char *fallback;      /* value when absent; null for none */
	bool required;
};

struct value {
	const char *text;          /* as it was read, never null; "" when absent and without fallback */
	int64_t number;            /* NUMBER, index of CHOICE (-1 none), bits of SET */
	double decimal;
	time_t when;               /* DATE and MOMENT; -1 none */
	const struct upload *file; /* FILE (multipart.h); null none */
	bool given;                /* present and not empty */
	const char *error;         /* null, or: required, too-long, too-short, number, range, choice, colour, date, moment, mail, phone, too-big */
};

/* Reads the query (or the body of a POST) by a table that ends with a null name into values (as many as fields, belonging to r->mem).
 * Writes <form> with a <field name type value error max required> per row, <option value selected> for the words, under the page. True when nothing is wrong. */
bool form_read(struct req *r, const struct field *fields, struct value *values);

/* Writes the <form> of what is to be asked next, beside or after the one that was sent: nothing in it is judged. */
void form_add(struct req *r, const struct field *fields);

/* Marks one field of the <form> already written as wrong (for what only a handler can judge). */
void form_error(struct req *r, struct value *value, const char *name, const char *code);

/* Puts a text into one field of the <form> already written: what an empty form of an edit begins with. Words of CHOICE and SET are selected. */
void form_fill(struct req *r, const char *name, const char *text);

/* Takes one word of a CHOICE or SET out of the <form> already written: who may not choose it is not shown it. The handler still judges what came. */
void form_withhold(struct req *r, const char *name, const char *word);
#endif
