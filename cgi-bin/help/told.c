/* Letters about help: kinds help.news (to the sides), help.helper (to a helper), help.desk (to coordinators). */
#include "help/told.h"
#include <inttypes.h>
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/link.h"
#include "help/offer.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/outbox.h"
#include "web/policy.h"
#include "web/seal.h"
#include "web/text.h"
#include "web/time.h"

struct side {
	const char *role, *lang;
	struct db_bytes phone, mail, nonce;
};
static const struct column side_columns[] = {
	{ "role", COLUMN_TEXT, offsetof(struct side, role) },    { "lang", COLUMN_TEXT, offsetof(struct side, lang) },
	{ "phone", COLUMN_BYTES, offsetof(struct side, phone) }, { "mail", COLUMN_BYTES, offsetof(struct side, mail) },
	{ "nonce", COLUMN_BYTES, offsetof(struct side, nonce) }, { 0 },
};

struct reader {
	int64_t id, person;
	struct db_bytes nonce;
};
static const struct column reader_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct reader, id) },
	{ "person", COLUMN_INT, offsetof(struct reader, person) },
	{ "nonce", COLUMN_BYTES, offsetof(struct reader, nonce) },
	{ 0 },
};

/* What came of a helper: null for a letter about the request alone. number: of the version or message, so that the same change later that day is news. */
struct about {
	const char *what, *who, *note, *phone, *pin;
	int64_t level, metres;
	const char *why, *reply, *number;
};

static const char *whole(const void *mem, const char *path)
{
	return talloc_asprintf(mem, "%s%s", conf.base, path);
}

static const char *moment(const void *mem, time_t when)
{
	return when > 0 ? time_local(mem, when) : NULL;
}

static const char *number(const void *mem, int64_t n)
{
	return n ? text_number(mem, n) : NULL;
}

/* Which version of which answer: two helpers of one name are two pieces of news, and so is one who promises again later that day. */
static const char *edition(const void *mem, const struct response *a)
{
	return talloc_asprintf(mem, "%" PRId64 ".%" PRId64, a->id, a->version);
}

static const char *shown(const void *mem, const struct request *q)
{
	return *q->initial ? talloc_asprintf(mem, "%s %s", q->given, q->initial) : q->given;
}

/* What every letter of a request carries: what, when, where and who stand in its text. */
#define PAIRS(mem, q, about, link)                                                                                                         \
	OUTBOX_PAIRS("what", (about)->what, "title", (q)->title, "category", (q)->category, "when", (q)->when_kind, "from", moment((mem), (q)->from), "to",  \
		     moment((mem), (q)->to), "town", (q)->town_name, "part", (q)->part, "for", shown((mem), (q)), "code", (q)->code, "urgent",               \
		     (q)->urgent ? "yes" : NULL, "short", (q)->text160, "who", (about)->who, "level", number((mem), (about)->level), "metres",               \
		     number((mem), (about)->metres), "why", (about)->why, "phone", (about)->phone, "note", (about)->note, "reply", (about)->reply, "number", (about)->number, "pin",    \
		     (about)->pin, "link", (link))

static const char *opened(const void *mem, const struct db_bytes *bytes)
{
	return bytes->bytes ? seal_open_text(mem, "help", bytes->bytes, bytes->length) : NULL;
}

/* By mail when there is one, else by SMS. */
static void tell_side(const void *mem, const struct request *q, const struct side *s, const struct about *about)
{
	const char *mail = opened(mem, &s->mail), *phone = opened(mem, &s->phone);
	enum link_kind kind = strcmp(s->role, "proxy") ? LINK_REQUESTER : LINK_PROXY;
	const char *link = whole(mem, link_path(mem, kind, q->id, s->nonce.bytes));
	if (mail || phone)
		outbox_to_(mem, "help.news", q->id, mail ? "mail" : "sms", mail ? mail : phone, s->lang, PAIRS(mem, q, about, link));
}

#define SIDES "SELECT role, lang, phone, mail, nonce FROM help_contact WHERE request_id = ? ORDER BY role"

static void tell_sides(const void *mem, const struct request *q, const struct about *about)
{
	struct side *sides;
	size_t count = db_all(mem, &sides, sizeof *sides, side_columns, SIDES, I(q->id));
	for (size_t i = 0; count > i; i++)
		tell_side(mem, q, &sides[i], about);
}

void told_confirm(const void *mem, const struct request *q, const char *pin)
{
	struct about about = { .what = "confirm", .pin = pin };
	struct side asking;
	if (db_one(mem, &asking, side_columns, SIDES " DESC LIMIT 1", I(q->id)))
		tell_side(mem, q, &asking, &about);
}

static void tell_responses(const void *mem, const struct request *q, const char *state, const char *other, const struct about *about)
{
	struct reader *readers;
	size_t count = db_all(mem, &readers, sizeof *readers, reader_columns,
			      "SELECT id, person_id AS person, nonce FROM response WHERE request_id = ? AND state IN (?, ?) ORDER BY id", I(q->id), S(state), S(other));
	for (size_t i = 0; count > i; i++)
		outbox_(mem, "help.helper", q->id, readers[i].person, PAIRS(mem, q, about, whole(mem, link_path(mem, LINK_RESPONSE, readers[i].id, readers[i].nonce.bytes))));
}

/* Whose it is; nobody's: the coordinators of the handling body, and where a town has none, its clerks and admins. */
#define COORDINATORS                                                                                                                       \
	"SELECT p.id, p.id AS person, NULL AS nonce FROM person p WHERE p.id = ?"                                                         \
	" UNION SELECT m.person_id, m.person_id, NULL FROM membership m WHERE ? = 0 AND ? = 0 AND m.town_code = ?"                        \
	"  AND m.roles & IF(EXISTS (SELECT 1 FROM membership c WHERE c.town_code = m.town_code AND c.roles & ?), ?, ?)"                   \
	" UNION SELECT m.person_id, m.person_id, NULL FROM organisation_member m WHERE ? = 0 AND m.organisation_id = ? AND m.role IN ('admin', 'coordinator')"

/* Its page at the desk of who handles it. */
static const char *desk_of(const void *mem, const struct request *q)
{
	struct {
		const char *slug;
	} club;
	static const struct column club_columns[] = { { "slug", COLUMN_TEXT, 0 }, { 0 } };
	if (q->organisation && db_one(mem, &club, club_columns, "SELECT slug FROM organisation WHERE id = ?", I(q->organisation)))
		return whole(mem, talloc_asprintf(mem, "/organizace/%s/koordinace/%" PRId64, club.slug, q->id));
	return whole(mem, talloc_asprintf(mem, "/%s/koordinace/%" PRId64, q->town_slug, q->id));
}

static void tell_coordinators(const void *mem, const struct request *q, const struct about *about)
{
	struct reader *readers;
	const char *link = desk_of(mem, q);
	size_t count = db_all(mem, &readers, sizeof *readers, reader_columns, COORDINATORS, I(q->coordinator), I(q->coordinator), I(q->organisation), I(q->town),
			      I(COORDINATOR), I(COORDINATOR), I(CLERK | APPROVER | TOWN_ADMIN), I(q->coordinator), I(q->organisation));
	for (size_t i = 0; count > i; i++)
		outbox_(mem, "help.desk", q->id, readers[i].person, PAIRS(mem, q, about, link));
}

void told(const void *mem, const struct request *q, unsigned whom, const char *what, const char *who, const char *note)
{
	struct about about = { .what = what, .who = who, .note = note, .number = number(mem, q->version) };
	if (whom & TOLD_SIDES)
		tell_sides(mem, q, &about);
	if (whom & TOLD_HELPERS)
		tell_responses(mem, q, "accepted", "accepted", &about);
	if (whom & TOLD_INVITED)
		tell_responses(mem, q, "invited", "applied", &about);
	if (whom & TOLD_COORDINATORS)
		tell_coordinators(mem, q, &about);
}

void told_helper(const void *mem, const struct request *q, const struct response *a, const char *what, const char *note)
{
	struct about about = { .what = what, .note = note, .metres = a->metres, .why = a->why, .number = edition(mem, a) };
	struct reader one;
	if (db_one(mem, &one, reader_columns, "SELECT id, person_id AS person, nonce FROM response WHERE id = ?", I(a->id)))
		outbox_(mem, "help.helper", q->id, a->person, PAIRS(mem, q, &about, whole(mem, link_path(mem, LINK_RESPONSE, a->id, one.nonce.bytes))));
}

/* The number of a helper who lets it be seen. */
static const char *phone_of(const void *mem, const struct response *a)
{
	struct db_bytes sealed;
	static const struct column columns[] = { { "sealed", COLUMN_BYTES, 0 }, { 0 } };
	if (!a->shows_phone || strcmp(a->state, "accepted") ||
	    !db_one(mem, &sealed, columns, "SELECT sealed FROM contact WHERE person_id = ? AND kind = 'phone' AND confirmed_at IS NOT NULL ORDER BY id LIMIT 1", I(a->person)))
		return NULL;
	return seal_open_text(mem, "contact", sealed.bytes, sealed.length);
}

void told_of_helper(const void *mem, const struct request *q, const struct response *a, const char *what)
{
	struct about about = { .what = what, .who = a->shown, .level = a->level, .phone = phone_of(mem, a), .number = edition(mem, a) };
	tell_sides(mem, q, &about);
	about.phone = NULL;
	tell_coordinators(mem, q, &about);
}

void told_message(const void *mem, const struct request *q, const struct response *a, bool from_requester, int64_t id, const char *text)
{
	struct reader one;
	struct about about = { .what = "message", .note = text, .number = number(mem, id), .who = from_requester ? shown(mem, q) : a->shown };
	if (!db_one(mem, &one, reader_columns, "SELECT id, person_id AS person, nonce FROM response WHERE id = ?", I(a->id)))
		return;
	about.reply = *conf.mail_bounce ? link_reply_word(mem, a->id, !from_requester, one.nonce.bytes) : NULL;
	if (!from_requester)
		tell_sides(mem, q, &about);
	else
		outbox_(mem, "help.helper", q->id, a->person, PAIRS(mem, q, &about, whole(mem, link_path(mem, LINK_RESPONSE, a->id, one.nonce.bytes))));
}

void told_offer(const void *mem, const struct offer *o, const char *what)
{
	struct reader one;
	if (db_one(mem, &one, reader_columns, "SELECT id, person_id AS person, nonce FROM offer WHERE id = ?", I(o->id)))
		outbox_(mem, "help.offer", o->id, o->person,
		        OUTBOX_PAIRS("what", what, "town", o->town_name, "until", o->valid_until, "link", whole(mem, link_path(mem, LINK_OFFER, o->id, one.nonce.bytes))));
}
