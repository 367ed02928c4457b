/* The log of acts: one INSERT. */
#include "event.h"
#include <string.h>
#include <talloc.h>
#include "db.h"
#include "request.h"
#include "text.h"

enum { NOTE_MAX = 500 };

void event_log_as(int64_t actor, const char *object, int64_t id, const char *action, const char *from, const char *to, const char *reason, const char *note)
{
	db_exec("INSERT INTO event_log (at, object, object_id, action, state_from, state_to, actor_id, reason_code, note)"
		" VALUES (?, ?, ?, ?, ?, ?, NULLIF(?, 0), ?, ?)",
		T(time_now()), S(object), I(id), S(action), S(from), S(to), I(actor), S(reason), S(note));
}

void event_log_add(struct req *r, const char *object, int64_t id, const char *action, const char *from, const char *to, const char *reason,
		   const char *note)
{
	if (note && text_length(note) > NOTE_MAX)
		note = text_excerpt(r->mem, note, NOTE_MAX);
	event_log_as(r->person.id, object, id, action, from, to, reason, note);
}
