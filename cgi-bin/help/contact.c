/* Who needs help and who asks for her: sealed in help_contact and help_request.place. */
#include "help/contact.h"
#include <inttypes.h>
#include <stddef.h>
#include <string.h>
#include "web/web.h"

static struct arg hashed(const void *mem, const char *kind, const char *normalised)
{
	unsigned char *hash = talloc_size(mem, SEAL_BYTES);
	if (!normalised)
		return B(NULL, 0);
	seal_index(hash, kind, normalised);
	return B(hash, SEAL_BYTES);
}

void help_contact_keep(const void *mem, int64_t request, const char *role, const struct help_contact *c)
{
	db_exec("INSERT INTO help_contact (request_id, role, person_id, name, phone, mail, phone_hash, mail_hash, lang, nonce, confirmed_at)"
		" VALUES (?, ?, NULLIF(?, 0), ?, ?, ?, ?, ?, ?, RANDOM_BYTES(8), ?)"
		" ON DUPLICATE KEY UPDATE person_id = VALUES(person_id), name = VALUES(name), phone = VALUES(phone), mail = VALUES(mail),"
		" phone_hash = VALUES(phone_hash), mail_hash = VALUES(mail_hash), lang = VALUES(lang), confirmed_at = VALUES(confirmed_at)",
		I(request), S(role), I(c->person), db_sealed(mem, "help", c->name && *c->name ? c->name : "-"), db_sealed(mem, "help", c->phone), db_sealed(mem, "help", c->mail),
		hashed(mem, "phone", c->phone), hashed(mem, "mail", c->mail), S(c->lang), T(c->confirmed ? time_now() : -1));
}

struct sealed_row {
	const char *role;
	int64_t person;
	struct db_bytes name, phone, mail;
};
static const struct column sealed_columns[] = {
	{ "role", COLUMN_TEXT, offsetof(struct sealed_row, role) },   { "person_id", COLUMN_INT, offsetof(struct sealed_row, person) },
	{ "name", COLUMN_BYTES, offsetof(struct sealed_row, name) },  { "phone", COLUMN_BYTES, offsetof(struct sealed_row, phone) },
	{ "mail", COLUMN_BYTES, offsetof(struct sealed_row, mail) },  { 0 },
};

static void opened(struct req *r, xmlNode *node, const char *name, const struct db_bytes *bytes)
{
	if (bytes->bytes)
		page_set(node, name, seal_open_text(r->mem, "help", bytes->bytes, bytes->length));
}

/* The person sees who looked: in the account, and without one on the page of the request. */
static void log_look(struct req *r, const struct request *q, int64_t owner, int64_t viewer)
{
	if (owner && viewer && owner != viewer)
		db_exec("INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES (?, ?, ?, 'help', ?)", T(time_now()), I(owner), I(viewer),
			S(talloc_asprintf(r->mem, "request %" PRId64, q->id)));
}

static void log_opening(const struct request *q, unsigned parts, int64_t viewer)
{
	const char *as = parts & HANDLER ? "coordinator" : "helper";
	event_log_as(viewer, "request", q->id, "help.reveal", NULL, NULL, NULL, as);
	db_exec("INSERT INTO help_look (request_id, viewer_id, capacity, at) VALUES (?, NULLIF(?, 0), ?, ?)", I(q->id), I(viewer), S(as), T(time_now()));
}

bool help_contact_reveal(struct req *r, xmlNode *parent, const struct request *q, unsigned parts)
{
	return help_contact_reveal_to(r, parent, q, parts, r->person.id);
}

void help_contact_looks(void *mem, xmlNode *parent, int64_t request)
{
	db_rows(mem, parent, "look", "SELECT l.capacity AS `@as`, l.at, " PERSON_SHOWN("p") " AS who FROM help_look l LEFT JOIN person p ON p.id = l.viewer_id"
	                             " WHERE l.request_id = ? ORDER BY l.id DESC LIMIT 50", I(request));
}

bool help_contact_reveal_to(struct req *r, xmlNode *parent, const struct request *q, unsigned parts, int64_t viewer)
{
	struct sealed_row *rows, place;
	static const struct column place_columns[] = { { "place", COLUMN_BYTES, offsetof(struct sealed_row, name) }, { 0 } };
	if (!(parts & (HANDLER | HELPER | REQUESTER | PROXY)))
		return false;
	size_t count = db_all(r->mem, &rows, sizeof *rows, sealed_columns,
			      "SELECT role, person_id, name, phone, mail FROM help_contact WHERE request_id = ? ORDER BY role", I(q->id));
	for (size_t i = 0; count > i; i++) {
		xmlNode *contact = page_add(parent, "contact", NULL);
		page_set(contact, "role", rows[i].role);
		opened(r, contact, "name", &rows[i].name);
		opened(r, contact, "phone", &rows[i].phone);
		opened(r, contact, "mail", &rows[i].mail);
		if (!(parts & (REQUESTER | PROXY)))
			log_look(r, q, rows[i].person, viewer);
	}
	if (count && !(parts & (REQUESTER | PROXY)))
		log_opening(q, parts, viewer);
	if (count && db_one(r->mem, &place, place_columns, "SELECT place FROM help_request WHERE id = ?", I(q->id)) && place.name.bytes)
		page_add(parent, "street", seal_open_text(r->mem, "help", place.name.bytes, place.name.length));
	return count > 0;
}

int64_t help_contact_duplicate(const void *mem, const char *phone, const char *mail, const char *category)
{
	return db_number(0, "SELECT MAX(q.id) FROM (SELECT request_id FROM help_contact WHERE phone_hash = ? UNION SELECT request_id FROM help_contact WHERE mail_hash = ?) c"
	                    "  JOIN help_request q ON q.id = c.request_id WHERE q.category = ? AND q.created_at > ? - INTERVAL 7 DAY AND q.state NOT IN ('closed', 'draft')",
	                 hashed(mem, "phone", phone), hashed(mem, "mail", mail), S(category), T(time_now()));
}
