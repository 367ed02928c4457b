/*
 * Getting a document: over HTTP under the limits of a polite and careful reader, or from a file. The only module that includes curl.h.
 * At most 8 MB decoded, 10 seconds in all, 3 redirects each judged anew, http and https on ports 80 and 443, public addresses only
 * (judged when the connection is made, so that no name can change its mind), no credentials, no proxy. conf.fetch_private lifts address and port.
 */
#ifndef SOUSEDE_FEED_FETCH_H
#define SOUSEDE_FEED_FETCH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FETCH_REDIRECTS_MAX = 3, FETCH_SECONDS = 10, FETCH_HEADERS_MAX = 64 << 10 };

struct fetched {
	long status;              /* 200, 304; 0 when nothing came */
	const char *problem;      /* null for 200 and 304, else a code and a detail: "status 404", "timeout …", "address …" */
	const char *bytes;        /* of 200; ends with a NUL beyond length */
	size_t length;
	const char *etag, *last_modified;  /* null when there are none or they do not fit the table */
	int64_t retry_after;      /* seconds, 0 none */
	const char *url;          /* where it was found at last */
};

/* Once per process, before fork. */
void fetch_open(void);

/* Conditional when etag or last_modified are not null. Never null; belongs to mem. */
struct fetched *fetch_url(const void *mem, const char *url, const char *etag, const char *last_modified);

/* A local file, for the operator's hand only. */
struct fetched *fetch_file(const void *mem, const char *path);

/* "host:port" of an http(s) address for counting requests; null when the address may not be asked at all. */
const char *fetch_host(const void *mem, const char *url);
#endif
