/* What was done in whose name: rows of event_log, which nobody changes. Written in the transaction of what they tell of. */
#ifndef SOUSEDE_EVENT_H
#define SOUSEDE_EVENT_H
#include <stdint.h>
struct req;

/* One row: the viewer did `action` (a row of the policy's table) to the object. from, to, reason and note may be null; a note is cut at 500 characters. */
void event_log_add(struct req *r, const char *object, int64_t id, const char *action, const char *from, const char *to, const char *reason,
		   const char *note);

/* The same of somebody who is no viewer of this request: of jobs (actor 0), or of the person whose account ends. */
void event_log_as(int64_t actor, const char *object, int64_t id, const char *action, const char *from, const char *to, const char *reason, const char *note);
#endif
