/*
 * A feed of a town as it was read: OFN JSON-LD, RSS 2.0, Atom, VISMO's XML or iCalendar, all to one shape. Tolerant of what real exports get wrong
 * (../shared/design/standards.md 1.5–1.6), strict about safety: texts are clean UTF-8, addresses only http and https, sizes and depths have ends.
 * Everything belongs to the talloc context given first. Nothing here touches the database or the network.
 */
#ifndef SOUSEDE_FEED_H
#define SOUSEDE_FEED_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "../web/time.h"

enum {
	FEED_BYTES_MAX = 8 << 20,   /* of a document, decoded */
	FEED_ITEMS_MAX = 2000,
	FEED_ATTACHMENTS_MAX = 50,  /* of an item */
	FEED_BODY_MAX = 64 << 10,   /* bytes of CommonMark of an item */
	FEED_URL_MAX = 2000,
};

struct feed_attachment {
	const char *title, *url;
	const char *media_type;      /* null unknown */
	int64_t bytes;               /* -1 unknown */
};

struct feed_item {
	const char *iri;             /* identity the source gives: iri, guid, UID; null none */
	const char *title;           /* plain text, never empty */
	const char *summary;         /* plain text or null */
	const char *body;            /* CommonMark or null */
	const char *plain;           /* the same without marks, for excerpts and search; null when body is */
	const char *category, *originator, *reference, *file_mark, *place;
	const char *link;            /* http(s) address or null */
	time_t posted;               /* -1 the source tells nothing */
	bool posted_day_only;
	bool posted_soft;            /* a stamp that moves by itself: used for a new notice only, no part of its content */
	const char *issued_on;       /* "YYYY-MM-DD" or null */
	const char *takedown_on;     /* day the source means to take it down; only shown, the copy follows the source */
	time_t event_from, event_to; /* -1 none; event_to is exclusive */
	bool event_all_day;
	bool named;                  /* the source says whom it concerns: a person */
	bool placed;                 /* lat and lon are known */
	double lat, lon;
	struct feed_attachment *attachments;
	size_t attachment_count;
	int line;                    /* where it stands, 0 unknown */
	unsigned char key[32];       /* hash of the identity: iri, else link, else reference, title and day */
	unsigned char hash[32];      /* of all content */
};

/* An item that was left out, and why. */
struct feed_refusal {
	int line;                    /* 0 unknown */
	const char *what;            /* its title or identity, "" when it has none */
	const char *reason;          /* plain English */
};

enum feed_format { FEED_OFN, FEED_RSS, FEED_ATOM, FEED_ICS };

struct feed {
	enum feed_format format;
	bool official;               /* an official board (OFN Úřední deska): the copy belongs to the board of official copies */
	const char *iri;             /* how the document names itself, http(s); null none */
	const char *title;           /* null none */
	const char *page;            /* page for people, http(s); null none */
	bool moving;                 /* what it means changes with time (repeating events): the same bytes are worth reading on another day */
	struct feed_item *items;
	size_t count;
	struct feed_refusal *refused;
	size_t refused_count;
	const char *problem;         /* null, or why the whole document was refused */
	int problem_line;            /* 0 unknown */
};

/* Reads a document of any known format, told by its first bytes. url: where it came from, for relative addresses; null for none.
 * Never null; f->problem tells a refusal and then there are no items. Items have their keys and hashes, each key once. */
struct feed *feed_read(const void *mem, const char *bytes, size_t length, const char *url);

/* "ofn", "rss", "atom", "ics": the words of the table. */
const char *feed_format_word(enum feed_format format);

/* ---- for the readers ---- */

/* Refuses the whole document; the first reason stays. Returns false. */
bool feed_problem(struct feed *f, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Leaves one item out. */
void feed_refuse(struct feed *f, int line, const char *what, const char *reason);

/* An empty item to fill (times -1, texts null); belongs to f. Null with a refusal recorded when there are FEED_ITEMS_MAX already. */
struct feed_item *feed_item_new(struct feed *f, int line);

/* Checks and completes the item and adds it to f: a title is found for it or it is refused, texts and times are brought within limits. */
void feed_item_done(struct feed *f, struct feed_item *item);

/* Adds an attachment; ignores addresses that are not http(s), ones already there and more than the limit. title and media_type may be null, bytes -1. */
void feed_attach(struct feed *f, struct feed_item *item, const char *url, const char *base, const char *title, const char *media_type, int64_t bytes);

/* One line of plain text: cleaned, white space collapsed, cut at max characters; null when nothing remains. text may be null. */
const char *feed_line(const void *mem, const char *text, size_t max);

/* The same where tags and entities may have been left in: their text. */
const char *feed_title(const void *mem, const char *text, size_t max);

/* Sets body and plain from plain text or, when it looks like it, from HTML; nothing when no text comes of it. text may be null. */
void feed_body(struct feed *f, struct feed_item *item, const char *text, const char *base);

/* Sets posted from what a source wrote, null for nothing; a time out of reason is dropped, one to come as well unless future. Midnight in Prague means only the day. */
void feed_posted(struct feed_item *item, const char *text, bool future);

/* The day "YYYY-MM-DD" in Prague of a date text; null when it is none. text may be null. */
const char *feed_day(const void *mem, const char *text);

bool read_ofn(struct feed *f, const char *bytes, size_t length, const char *url);
bool read_xml(struct feed *f, const char *bytes, size_t length, const char *url);
bool read_ics(struct feed *f, const char *bytes, size_t length, const char *url);
#endif
