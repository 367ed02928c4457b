/* The one header a handler includes. */
#ifndef SOUSEDE_WEB_H
#define SOUSEDE_WEB_H
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "contact.h"
#include "db.h"
#include "event.h"
#include "form.h"
#include "guard.h"
#include "log.h"
#include "notice.h"
#include "outbox.h"
#include "page.h"
#include "panic.h"
#include "place.h"
#include "policy.h"
#include "request.h"
#include "route.h"
#include "seal.h"
#include "session.h"
#include "text.h"
#include "throttle.h"
#include "time.h"
#include "token.h"

enum { OK = 200, SEE_OTHER = 303, MOVED = 308, NOT_MODIFIED = 304, BAD_REQUEST = 400, FORBIDDEN = 403, NOT_FOUND = 404, CONFLICT = 409, GONE = 410, INVALID = 422, TOO_MANY = 429 };

/* Answers: the handler returns what these return. Paths are below conf.root and made by printf. */
int see_other(struct req *r, const char *path, ...) __attribute__((format(printf, 2, 3)));
int moved(struct req *r, const char *path, ...) __attribute__((format(printf, 2, 3)));

/* 422: the page itself again, with what was typed and what is wrong with it. */
int invalid(struct req *r);

/* 409: somebody else was quicker. The page itself again; the handler has put what they wrote beside what was typed. */
int conflict(struct req *r);

/* 429: too often; again after so many seconds. */
int too_many(struct req *r);

/* What is said at the top of the next page, by a code (<flash code>): "posted". */
void flash(struct req *r, const char *code);

/* Adds <may action> to the viewer of the page when they may do it here; own as in may(). True when they may. */
bool offer(struct req *r, const char *action, bool own);

/* 400 that names a query parameter and its allowed words (comma separated; null when any). */
int bad_value(struct req *r, const char *name, const char *allowed);

/* Sets ETag and Last-Modified from a revision and the time of the last change and compares them with the request (RFC 9110 13.2.2):
 * true: return NOT_MODIFIED at once, nothing else is needed. */
bool unchanged(struct req *r, int64_t revision, time_t changed);

/* True when the viewer may do the action here; own: the subject at hand is the viewer's. */
bool may(const struct req *r, const char *action, bool own);

/* True when the reply wants full texts and attachments: any format but the page for reading. */
bool wants_full(const struct req *r);
#endif
