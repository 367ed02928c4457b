/* What we keep of a person: shown, taken along, agreed to. */
#include <archive.h>
#include <archive_entry.h>
#include "../web/render.h"
#include "account/account.h"

enum { PASSWORD };
const struct field data_fields[] = { [PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true }, { 0 } };

enum { WORDING, ANSWER, CONSENT_BACK };
static const char *const wordings[] = { "podminky", "zpravy", "poloha", NULL };
static const char *const wording_names[] = { "terms", "news", "precise_location" };
static const char *const answers[] = { "souhlasim", "odvolavam", NULL };
const struct field consent_fields[] = {
	[WORDING] = { .name = "zneni", .type = FIELD_CHOICE, .allowed = wordings, .fallback = "podminky" },
	[ANSWER] = { .name = "odpoved", .type = FIELD_CHOICE, .allowed = answers, .fallback = "souhlasim" },
	[CONSENT_BACK] = { .name = "zpet", .type = FIELD_HIDDEN, .high = 300 },
	{ 0 },
};

/* ---- the page ---- */

int data_page(struct req *r)
{
	db_rows(r->mem, r->page, "reveal",
		"SELECT l.at, l.what AS `@what`, p.name AS who, l.reason FROM reveal_log l LEFT JOIN person p ON p.id = l.viewer_id"
		" WHERE l.person_id = ? ORDER BY l.id DESC LIMIT 500",
		I(r->person.id));
	db_rows(r->mem, r->page, "consent",
		"SELECT c.wording AS `@wording`, c.version AS `@version`, c.given_at AS given, c.withdrawn_at AS withdrawn"
		"  FROM consent c WHERE c.person_id = ? ORDER BY c.given_at DESC, c.wording",
		I(r->person.id));
	return OK;
}

/* ---- the archive ---- */

/* One list of the export for each table that knows the person; tests/privacy.t holds it against the catalogue processing_column. The argument is the person. */
static const struct {
	const char *name, *sql;
} sections[] = {
	{ "person", "SELECT p.id AS number, p.name, p.given, p.initial, p.full_name, p.lang AS language, t.name AS town, p.part, p.about, p.languages, p.transport,"
	            " p.times, p.told, p.level, p.standing AS state, p.standing_until AS `until`, p.roles, p.created_at AS since, p.seen_at AS seen, p.idle_told_at AS told_at"
	            "  FROM person p LEFT JOIN town t ON t.code = p.town_code WHERE p.id = ?" },
	{ "consent", "SELECT wording AS name, version, given_at AS at, withdrawn_at AS `until` FROM consent WHERE person_id = ?" },
	{ "second_factor", "SELECT kind, label AS name, created_at AS since, used_at AS seen FROM second_factor WHERE person_id = ?" },
	{ "session", "SELECT agent, INET6_NTOA(network) AS network, created_at AS since, seen_at AS seen, expires_at AS `until` FROM session WHERE person_id = ?" },
	{ "outbox", "SELECT kind, channel, created_at AS at, state, sent_at AS sent FROM outbox WHERE person_id = ? ORDER BY id" },
	{ "membership", "SELECT t.name AS town, m.roles FROM membership m JOIN town t ON t.code = m.town_code WHERE m.person_id = ?" },
	{ "town_claim", "SELECT t.name AS town, c.duty, c.state, c.asked_at AS at, c.verified_at AS verified FROM town_claim c JOIN town t ON t.code = c.town_code"
	                " WHERE c.person_id = ?" },
	{ "claim_vote", "SELECT claim_id AS number, yes, at FROM claim_vote WHERE person_id = ?" },
	{ "invitation", "SELECT label AS name, state, created_at AS at, expires_at AS `until` FROM invitation WHERE invited_by = ?" },
	{ "organisation_member", "SELECT o.name, m.role, m.since FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = ?" },
	{ "vouch", "SELECT o.name, v.at FROM vouch v JOIN organisation o ON o.id = v.organisation_id WHERE v.person_id = ?" },
	{ "level_grant", "SELECT level, COALESCE((SELECT name FROM town WHERE code = g.town_code), (SELECT name FROM organisation WHERE id = g.organisation_id)) AS name,"
	                 " granted_at AS at, g.until, seen_on, revoked_at AS ended FROM level_grant g WHERE person_id = ?" },
	{ "report", "SELECT id AS number, state, reason, place AS address, created_at AS at FROM report WHERE reporter_id = ? ORDER BY id" },
	{ "help_contact", "SELECT q.code AS number, q.title AS name, c.role AS who, q.category AS kind, q.state, q.created_at AS at, q.closed_at AS ended, q.text AS note FROM help_contact c"
	                  "  JOIN help_request q ON q.id = c.request_id WHERE c.person_id = ? ORDER BY q.id" },
	{ "offer", "SELECT o.id AS number, t.name AS town, o.state, o.text AS note, o.radius_km AS km, o.transport, o.languages, o.created_at AS at, o.valid_until AS `until`"
	           "  FROM offer o JOIN town t ON t.code = o.town_code WHERE o.person_id = ? ORDER BY o.id" },
	{ "response", "SELECT q.code AS number, q.title AS name, a.state, a.asked_at AS at, a.ended_at AS ended, a.hours, a.thanks AS note FROM response a"
	              "  JOIN help_request q ON q.id = a.request_id WHERE a.person_id = ? ORDER BY a.id" },
	{ "help_look", "SELECT q.code AS number, l.capacity AS who, l.at FROM help_look l JOIN help_request q ON q.id = l.request_id WHERE l.viewer_id = ? ORDER BY l.id" },
	{ "help_block", "SELECT by_whom AS who, at FROM help_block WHERE helper_id = ?" },
	{ "crisis_helper", "SELECT t.name AS town, c.roles, c.transport, c.text AS note, c.created_at AS at, c.ready_until AS `until` FROM crisis_helper c"
	                   "  JOIN town t ON t.code = c.town_code WHERE c.person_id = ?" },
	{ "delivery", "SELECT d.id AS number, t.name AS town, d.items AS name, d.state, d.assigned_at AS at, d.ended_at AS ended FROM delivery d"
	              "  JOIN town t ON t.code = d.town_code WHERE d.courier_id = ? ORDER BY d.id" },
	{ "helper_card", "SELECT number, issued_at AS at FROM helper_card WHERE person_id = ?" },
	{ "file", "SELECT 'foto.jpg' AS name, alt AS note, width, height, added_at AS at FROM file WHERE person_id = ?" },
	{ "notice", "SELECT n.id AS number, t.name AS town, n.kind, n.state, n.posted_at AS at, CONCAT('/o/', n.id) AS address FROM notice n"
	            "  JOIN town t ON t.code = n.town_code WHERE n.author_id = ? ORDER BY n.id" },
	{ "event_log", "SELECT l.at, l.action, l.object, l.object_id AS number, l.state_from AS `from`, l.state_to AS state, l.reason_code AS reason, l.note FROM event_log l"
	               "  JOIN (SELECT ? AS id) me ON l.actor_id = me.id OR (l.object = 'person' AND l.object_id = me.id) ORDER BY l.id" },
	{ "reveal_log", "SELECT l.at, l.what, l.reason, p.name, IF(l.viewer_id = me.id, 'me', 'others') AS who FROM reveal_log l JOIN (SELECT ? AS id) me"
	                "  LEFT JOIN person p ON p.id = l.viewer_id WHERE l.person_id = me.id OR l.viewer_id = me.id ORDER BY l.id" },
};

struct address {
	const char *kind;
	struct db_bytes sealed;
	time_t confirmed;
};
static const struct column address_columns[] = {
	{ "kind", COLUMN_TEXT, offsetof(struct address, kind) },
	{ "sealed", COLUMN_BYTES, offsetof(struct address, sealed) },
	{ "confirmed_at", COLUMN_TIME, offsetof(struct address, confirmed) },
	{ 0 },
};

/* The only place where one's addresses leave the seal whole, for oneself. */
static void addresses_add(struct req *r)
{
	struct address *rows;
	size_t count = db_all(r->mem, &rows, sizeof *rows, address_columns,
			      "SELECT kind, sealed, confirmed_at FROM contact WHERE person_id = ? ORDER BY id", I(r->person.id));
	for (size_t i = 0; i < count; i++) {
		xmlNode *contact = page_add(r->page, "contact", NULL);
		page_add(contact, "kind", rows[i].kind);
		page_add(contact, "address", seal_open_text(r->mem, "contact", rows[i].sealed.bytes, rows[i].sealed.length));
		page_time(contact, "at", rows[i].confirmed);
	}
}

struct sealed {
	const char *number;
	time_t at;
	struct db_bytes name, phone, mail, place, text;
};
static const struct column sealed_columns[] = {
	{ "number", COLUMN_TEXT, offsetof(struct sealed, number) }, { "at", COLUMN_TIME, offsetof(struct sealed, at) },
	{ "name", COLUMN_BYTES, offsetof(struct sealed, name) },    { "phone", COLUMN_BYTES, offsetof(struct sealed, phone) },
	{ "mail", COLUMN_BYTES, offsetof(struct sealed, mail) },    { "place", COLUMN_BYTES, offsetof(struct sealed, place) },
	{ "text", COLUMN_BYTES, offsetof(struct sealed, text) },    { 0 },
};

static void opened_add(struct req *r, xmlNode *row, const char *name, const char *purpose, const struct db_bytes *sealed)
{
	if (sealed->bytes)
		page_add(row, name, seal_open_text(r->mem, purpose, sealed->bytes, sealed->length));
}

/* What one wrote about oneself and to others, out of its seal. */
static void sealed_add(struct req *r)
{
	struct sealed *rows;
	size_t count = db_all(r->mem, &rows, sizeof *rows, sealed_columns,
			      "SELECT q.code AS number, NULL AS at, c.name, c.phone, c.mail, IF(c.role = 'requester', q.place, NULL) AS place, NULL AS text"
			      "  FROM help_contact c JOIN help_request q ON q.id = c.request_id WHERE c.person_id = ? ORDER BY q.id", I(r->person.id));
	for (size_t i = 0; i < count; i++) {
		xmlNode *row = page_add(r->page, "help_contact", NULL);
		page_add(row, "number", rows[i].number);
		opened_add(r, row, "name", "help", &rows[i].name);
		opened_add(r, row, "phone", "help", &rows[i].phone);
		opened_add(r, row, "mail", "help", &rows[i].mail);
		opened_add(r, row, "place", "help", &rows[i].place);
	}
	count = db_all(r->mem, &rows, sizeof *rows, sealed_columns,
		       "SELECT q.code AS number, m.at, NULL AS name, NULL AS phone, NULL AS mail, NULL AS place, m.text FROM help_message m JOIN response a ON a.id = m.response_id"
		       "  JOIN help_request q ON q.id = a.request_id WHERE (m.side = 'helper' AND a.person_id = ?) OR (m.side = 'requester' AND EXISTS"
		       "  (SELECT 1 FROM help_contact c WHERE c.request_id = q.id AND c.person_id = ?)) ORDER BY m.id", I(r->person.id), I(r->person.id));
	for (size_t i = 0; i < count; i++) {
		xmlNode *row = page_add(r->page, "help_message", NULL);
		page_add(row, "number", rows[i].number);
		page_time(row, "at", rows[i].at);
		opened_add(r, row, "text", "message", &rows[i].text);
	}
}

/* The file is for keeping: nothing of the session goes along. */
static void viewer_remove(struct req *r)
{
	for (xmlNode *n = r->page->children, *next; n; n = next) {
		next = n->next;
		if (xmlStrEqual(n->name, (const xmlChar *)"viewer")) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		}
	}
}

static void entry_add(struct archive *a, const char *name, const void *bytes, size_t length)
{
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_pathname(entry, name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0600);
	archive_entry_set_size(entry, (la_int64_t)length);
	archive_entry_set_mtime(entry, time_now(), 0);
	if (archive_write_header(a, entry) != ARCHIVE_OK || archive_write_data(a, bytes, length) != (la_ssize_t)length)
		panic("archive: %s", archive_error_string(a));
	archive_entry_free(entry);
}

static struct reply rendered(struct req *r, const char *suffix)
{
	r->suffix = suffix;
	struct reply reply = render_page(r);
	r->suffix = "";
	return reply;
}

enum { ARCHIVE_EXTRA = 1 << 16 };

static void archive_make(struct req *r)
{
	struct reply xml = rendered(r, "xml"), html = rendered(r, "");
	struct archive *a = archive_write_new();
	size_t photo_length = 0, used = 0;
	const unsigned char *photo = file_bytes(r->mem, file_of(r->person.id), &photo_length);
	size_t room = (xml.length + html.length + photo_length) * 2 + ARCHIVE_EXTRA;
	char *bytes = talloc_size(r->mem, room);
	archive_write_set_format_zip(a);
	if (archive_write_open_memory(a, bytes, room, &used) != ARCHIVE_OK)
		panic("archive: %s", archive_error_string(a));
	entry_add(a, "data.xml", xml.body, xml.length);
	entry_add(a, "data.html", html.body, html.length);
	if (photo)
		entry_add(a, "foto.jpg", photo, photo_length);
	if (archive_write_close(a) != ARCHIVE_OK)
		panic("archive: %s", archive_error_string(a));
	archive_write_free(a);
	r->file = talloc_zero(r->mem, struct file);
	*r->file = (struct file){ "application/zip", talloc_asprintf(r->mem, "sousede-%s.zip", time_day(r->mem, time_now())), bytes, used };
}

int data_export(struct req *r)
{
	struct value *v = r->values;
	data_page(r);
	if (password_tried(r))
		return too_many(r);
	if (!password_asked(r, &v[PASSWORD], "heslo"))
		return invalid(r);
	if (throttle_hit(r, "export", talloc_asprintf(r->mem, "%" PRId64, r->person.id)))
		return too_many(r);
	account_log(r, r->person.id, "account.export", NULL);
	page_open(r, "account-export");
	page_set(r->page, "status", "200");
	addresses_add(r);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		db_rows_(r->mem, r->page, sections[i].name, sections[i].sql, DB_ARGS(I(r->person.id)));
	sealed_add(r);
	viewer_remove(r);
	archive_make(r);
	return OK;
}

/* ---- consent ---- */

static int64_t wording_version(struct req *r, const char *wording)
{
	return db_number(0, "SELECT MAX(version) FROM wording WHERE name = ? AND since <= ?", S(wording), S(time_day(r->mem, time_now())));
}

void consent_give(struct req *r, int64_t person, const char *wording)
{
	db_exec("INSERT INTO consent (person_id, wording, version, given_at) VALUES (?, ?, ?, ?)"
		" ON DUPLICATE KEY UPDATE given_at = IF(withdrawn_at IS NULL, given_at, VALUES(given_at)), withdrawn_at = NULL",
		I(person), S(wording), I(wording_version(r, wording)), T(time_now()));
}

bool consent_wanted(struct req *r, int64_t person)
{
	return !db_number(0, "SELECT COUNT(*) FROM consent WHERE person_id = ? AND wording = 'terms' AND version = ? AND withdrawn_at IS NULL",
			  I(person), I(wording_version(r, "terms")));
}

int consent_page(struct req *r)
{
	db_rows(r->mem, r->page, "wording", "SELECT name AS `@name`, version AS `@version`, IF(?, 'yes', NULL) AS `@wanted`, since FROM wording"
		" WHERE name = 'terms' AND version = ?", I(consent_wanted(r, r->person.id)), I(wording_version(r, "terms")));
	return OK;
}

int consent_answer(struct req *r)
{
	struct value *v = r->values;
	if (v[WORDING].error || v[ANSWER].error)
		return BAD_REQUEST;
	const char *wording = wording_names[v[WORDING].number];
	bool given = v[ANSWER].number == 0;
	if (given)
		consent_give(r, r->person.id, wording);
	else if (!db_exec("UPDATE consent SET withdrawn_at = ? WHERE person_id = ? AND wording = ? AND withdrawn_at IS NULL", T(time_now()),
			  I(r->person.id), S(wording)))
		return CONFLICT;
	account_log(r, r->person.id, given ? "account.consent" : "account.consent-withdrawn", wording);
	flash(r, given ? "consent-given" : "consent-withdrawn");
	return see_other(r, "%s", given && v[CONSENT_BACK].given ? way_back(r, v[CONSENT_BACK].text) : "/ucet/data");
}
