/*
 * From method and path to a row of the program's table. Segments: literal, :town (slug of a municipality), :id (number with an optional -slug), :word ([a-z0-9-]+).
 */
#ifndef SOUSEDE_ROUTE_H
#define SOUSEDE_ROUTE_H
#include <stdbool.h>
#include "form.h"
#include "request.h"

/* What may stand after the dot; every page also answers .xml, the page itself. */
enum format {
	PAGE = 1,        /* no suffix, and .xml */
	RSS = 2, ATOM = 4, JSON = 8, ICS = 16, JSONLD = 32,
	OPML = 64,
	FRAGMENT = 128,  /* .html, a piece for other sites */
	PLAIN = 512,     /* .txt, for robots */
	FORM = 256,      /* the query is a form: wrong values reach the handler, which answers 422; elsewhere they end in 400 */
	ASK = 1024,      /* the page of a form to be posted, and what takes it: a GET draws it filled in from the address, nothing of it is stored anywhere,
	                  * the form carries `once`, and the same form sent twice gets the first answer again */
	GUARD = 2048,    /* besides ASK: a form that strangers send, and programs would, too (guard.h) */
	EVEN = 4096,     /* what it finds does not show in how long it takes (guard.h) */
	ONE_CLICK = 8192, /* its POST comes from programs of mail (RFC 8058), without session, token or origin: the address is the secret, and what it does is
	                  * harmless, the same every time, and has nothing to do with who is signed in */
	UPLOAD = 16384,  /* the form carries files: its body is multipart */
	PICTURE = 32768,  /* .jpg, a picture and no page */
	CSV = 65536,      /* .csv, a table for spreadsheets */
	FEEDS = RSS | ATOM | JSON | ICS | JSONLD,
	LIST = PAGE | FEEDS,
};

struct route {
	enum method method;
	const char *path;
	const char *action;              /* in the policy's table */
	const char *page;                /* page/@name */
	int (*handler)(struct req *);    /* returns the HTTP status */
	unsigned formats;                /* enum format */
	const struct field *query;       /* what the address may carry after "?", null for nothing */
};

/* The program's table, ending with a row of zeros; its only exported symbol. */
extern const struct route routes[];

/* Finds the row, fills r->route, captures, and takes a known suffix off r->path. Returns 0, or 404, or 405 with r->allow set. The town itself is loaded by main. */
int route_find(struct req *r, const struct route *table);

/* The bit of a suffix ("rss" → RSS); 0 when there is no such format. "" and "xml" are PAGE. */
unsigned route_format(const char *suffix);
#endif
