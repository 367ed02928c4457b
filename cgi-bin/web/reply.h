/* What goes out: status, headers by tables, body. The only place that writes headers. */
#ifndef SOUSEDE_REPLY_H
#define SOUSEDE_REPLY_H
#include <stddef.h>
#include "request.h"

/* Reads the static pages for 500 and 503 (htdocs/500.html, 503.html) once, while there is still peace. */
void reply_open(void);

/* Whole reply of a request that has a status, rendering r->page where the status has a body: headers, blank line, bytes. Belongs to r->mem; *length is set. */
const char *reply_make(struct req *r, size_t *length);

/* Whole reply without a request's help, for 500 and 503 (with Retry-After). Static storage of the process. */
const char *reply_static(int status, size_t *length);
#endif
