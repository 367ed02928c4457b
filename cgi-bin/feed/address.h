/* Addresses in feeds: made whole, cleaned and judged before anything else sees them. */
#ifndef SOUSEDE_FEED_ADDRESS_H
#define SOUSEDE_FEED_ADDRESS_H
#include <stdbool.h>

/* An http or https address fit for a link: &amp; decoded, relative ones made whole by base (null for none), odd bytes percent-encoded, trackers
 * (utm_…, fbclid, gclid) removed. Null when it is anything else: other schemes, //host, control characters, credentials, too long. */
const char *address_web(const void *mem, const char *text, const char *base);

/* As address_web, and mailto: and tel: as well: what a link in a text may point to. */
const char *address_link(const void *mem, const char *text, const char *base);

/* A title for a file known by its address only: its name when it looks like a document, else null. */
const char *address_file_name(const void *mem, const char *url);
#endif
