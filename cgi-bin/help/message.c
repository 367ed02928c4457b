/* Between the two. */
#include "help/message.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/told.h"
#include "web/db.h"
#include "web/event.h"
#include "web/page.h"
#include "web/seal.h"
#include "web/time.h"

bool message_may(const struct request *q, const struct response *a)
{
	if (strcmp(a->state, "accepted") && strcmp(a->state, "done"))
		return false;
	return db_number(0, "SELECT EXISTS (SELECT 1 FROM help_contact WHERE request_id = ?) AND NOT EXISTS (SELECT 1 FROM help_block b"
	                    "  JOIN help_contact c ON b.contact_hash IN (c.phone_hash, c.mail_hash) WHERE b.helper_id = ? AND c.request_id = ?)"
	                    "  AND (SELECT COUNT(*) FROM help_message WHERE response_id = ? AND at > ? - INTERVAL 1 DAY) < ?",
	                 I(q->id), I(a->person), I(q->id), I(a->id), T(time_now()), I(MESSAGES_OF_A_DAY));
}

bool message_send(const void *mem, const struct request *q, const struct response *a, bool requester, const char *text, const unsigned char *letter)
{
	if (!message_may(q, a))
		return false;
	int64_t id = db_exec("INSERT INTO help_message (response_id, side, text, at, via, message_hash) VALUES (?, ?, ?, ?, ?, ?)", I(a->id),
			     S(requester ? "requester" : "helper"), db_sealed(mem, "message", text), T(time_now()), S(letter ? "mail" : "page"), B(letter, letter ? SEAL_BYTES : 0));
	if (id == DB_DUPLICATE)
		return false;
	event_log_as(requester ? 0 : a->person, "response", a->id, "help.message", NULL, NULL, letter ? "mail" : "page", NULL);
	told_message(mem, q, a, requester, id, text);
	return true;
}

struct row {
	int64_t id;
	const char *side;
	struct db_bytes text;
	time_t at, read;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, id) },    { "side", COLUMN_TEXT, offsetof(struct row, side) }, { "text", COLUMN_BYTES, offsetof(struct row, text) },
	{ "at", COLUMN_TIME, offsetof(struct row, at) },   { "read_at", COLUMN_TIME, offsetof(struct row, read) },
	{ 0 },
};

void message_open(void *mem, xmlNode *parent, int64_t response)
{
	struct row *rows;
	size_t count = db_all(mem, &rows, sizeof *rows, columns, "SELECT id, side, text, at, read_at FROM help_message WHERE response_id = ? ORDER BY id LIMIT 500", I(response));
	for (size_t i = 0; count > i; i++) {
		xmlNode *message = page_add(parent, "message", NULL);
		page_set_number(message, "id", rows[i].id);
		page_set(message, "from", rows[i].side);
		page_time(message, "at", rows[i].at);
		page_time(message, "read", rows[i].read);
		page_add(message, "text", seal_open_text(mem, "message", rows[i].text.bytes, rows[i].text.length));
	}
}

void message_list(void *mem, xmlNode *parent, const struct response *a, bool requester)
{
	message_open(mem, parent, a->id);
	db_exec("UPDATE help_message SET read_at = ? WHERE response_id = ? AND side <> ? AND read_at IS NULL", T(time_now()), I(a->id), S(requester ? "requester" : "helper"));
}
