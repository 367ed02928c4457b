/*
 * One request: what came in, what the route found, what goes out. Everything hangs on r->mem, freed after the reply.
 * Read from CGI/FastCGI variables; limits, percent-decoding, UTF-8 and NUL are checked here, once.
 */
#ifndef SOUSEDE_REQUEST_H
#define SOUSEDE_REQUEST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <libxml/tree.h>
#include "time.h"

enum method { GET = 1, POST = 2, OTHER_METHOD = 4 };

struct param {
	const char *name, *value;
	struct param *next;
};

struct town {
	int64_t code;              /* RÚIAN code; 0: the address names no town */
	const char *slug, *name;
	bool official;             /* the town runs its page (people issue); otherwise boards are unofficial copies */
	int64_t revision;          /* sum of its boards' revisions */
	time_t changed;            /* last change of its boards, -1 none */
	double lat, lon;
	bool invented;             /* for demonstration only */
	const char *type;          /* capital, statutory, city, market, village */
	const char *district, *district_slug, *region, *region_slug, *orp, *orp_code;
	const char *ico, *ended_on;/* null when there is none */
	int64_t population;
};

struct person {
	int64_t id;                /* 0 the anonymous viewer */
	const char *name;
	unsigned roles;            /* enum role, for r->town */
	unsigned asleep;           /* roles that would be there with a second factor, or a new token */
	const char *token;         /* the session's own token, hex */
	int64_t session;           /* its row */
	bool strong;               /* a second factor was given lately */
	bool renew;                /* rights grew since the token was given (session.h) */
	time_t fresh;              /* when the password was last given */
};

/* What is sent instead of the page: to be kept under a name, or (name null) to be looked at. */
struct file {
	const char *type, *name;
	const void *bytes;
	size_t length;
};

struct req {
	void *mem;                 /* talloc context of this request */
	const char *id;            /* for the log and error pages */
	enum method method;
	bool head;                 /* HEAD: a GET whose body is not sent */
	const char *path;          /* decoded, below conf.root, without suffix: "/lhota/nastenka" */
	const char *suffix;        /* "rss" of "/lhota/nastenka.rss"; "" for the page */
	const char *query;         /* raw, "" when none */
	struct param *params;      /* of the query, decoded, in order */
	struct param *form;        /* of a body */
	struct upload *files;      /* of a multipart body (multipart.h) */
	const char *multipart;     /* its media type while it was not read yet; null when there is none */
	size_t announced;          /* its length */
	struct param *cookies;
	const char *remote;        /* address of the asking machine, "" when unknown */
	const char *if_none_match, *if_modified_since, *accept_language, *origin, *fetch_site; /* headers; null when absent */
	const char *agent;         /* the browser, at most 120 characters, "" when it does not say */
	const char *lang;          /* cs, en, uk */
	bool lang_chosen;          /* by ?jazyk= or the cookie: the reply is private */

	const struct route *route;
	struct town town;          /* of :town */
	int64_t number;            /* of :id (the number before an optional -slug) */
	const char *word;          /* of :word */
	const char *tail;          /* what followed the number in :id, "" or "-slug" */
	struct person person;
	struct value *values;      /* of route->query, by the handler's enum */

	xmlNode *page;             /* root of the page document */
	int status;
	const char *location;      /* of a redirect: absolute path below conf.root, or a whole address */
	time_t modified;           /* Last-Modified; -1 none */
	const char *etag;          /* weak tag without W/ and quotes; null none */
	bool embeddable;           /* may stand in other sites' frames */
	const char *cookie;        /* Set-Cookie value, null none */
	const char *flash;         /* code of what is said at the top of the next page, null none */
	bool told;                 /* this page says it */
	bool noindex;              /* search engines leave it out */
	bool personal;             /* for these eyes only: kept by no cache */
	bool stopped;              /* by guard.c: the form goes back before anybody handles it */
	bool kept;                 /* the page stays, whatever the status */
	int retry;                 /* seconds, of a 429 */
	struct hit *hits;          /* of throttle.c, counted when the transaction is over */
	const char *allow;         /* of a 405 */
	struct file *file;         /* null: the page itself */
	const char *link;          /* Link header, null none */
};

/* How variables and the body are read: environ + stdin, or a FastCGI request. */
struct gateway {
	const char *(*variable)(void *self, const char *name);   /* null when absent */
	long (*read)(void *self, char *buffer, size_t size);       /* bytes, 0 at the end, -1 on error */
	void *self;
};

enum { REQUEST_PATH_MAX = 1024, REQUEST_QUERY_MAX = 4096, REQUEST_BODY_MAX = 1 << 20, REQUEST_UPLOAD_MAX = 11 << 20, REQUEST_PARAMS_MAX = 200 };

/* Fills r (r->mem set) from the gateway. Returns 0, or the HTTP status of a refusal: 400 not UTF-8, NUL or broken escape; 413, 414 too long; 405 is the route's.
 * A multipart body waits for request_upload: nobody sends megabytes who may not. */
int request_read(struct req *r, const struct gateway *g);

/* Reads the multipart body that waits, if there is one. 0, or 400. */
int request_upload(struct req *r, const struct gateway *g);

/* First value of a query parameter; null when absent. */
const char *request_param(const struct req *r, const char *name);

/* First value in a list by name; null when absent. */
const char *param_value(const struct param *list, const char *name);
#endif
