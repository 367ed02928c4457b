/* Offering help: with what, how far, when, and how much of it. One form makes an offer and changes it. */
#include "help/offering.h"
#include "help/make.h"

static const char *const distances[] = { "1", "3", "5", "10", "30", "50", NULL };
static const char *const week[] = { "po", "ut", "st", "ct", "pa", "so", "ne", NULL };
static const char *const languages[] = { "en", "uk", "de", "pl", "ru", "vi", NULL };
static const char *const asking[] = { "hned", "nikdy", NULL };

enum { WITH, TEXT, DISTANCE, DAYS, FROM, TO, TRANSPORT, LANGUAGES, PARALLEL, MONTHLY, NOTICE, ALWAYS, ASKED, PHONE, UNTIL, ON_BEHALF, EDITION };
const struct field offering_fields[] = {
	[WITH] = { .name = "s-cim", .type = FIELD_SET, .allowed = request_categories, .required = true },
	[TEXT] = { .name = "popis", .type = FIELD_LONG, .high = 500 },
	[DISTANCE] = { .name = "km", .type = FIELD_CHOICE, .allowed = distances, .fallback = "5" },
	[DAYS] = { .name = "dny", .type = FIELD_SET, .allowed = week },
	[FROM] = { .name = "od", .type = FIELD_NUMBER, .low = 0, .high = 23, .fallback = "8" },
	[TO] = { .name = "do", .type = FIELD_NUMBER, .low = 1, .high = 24, .fallback = "20" },
	[TRANSPORT] = { .name = "cim", .type = FIELD_SET, .allowed = person_transports },
	[LANGUAGES] = { .name = "jazyky", .type = FIELD_SET, .allowed = languages },
	[PARALLEL] = { .name = "najednou", .type = FIELD_NUMBER, .low = 1, .high = 20, .fallback = "2" },
	[MONTHLY] = { .name = "mesicne", .type = FIELD_NUMBER, .low = 0, .high = 60, .fallback = "0" },
	[NOTICE] = { .name = "predem", .type = FIELD_NUMBER, .low = 0, .high = 72, .fallback = "0" },
	[ALWAYS] = { .name = "porad", .type = FIELD_TICK },
	[ASKED] = { .name = "ptat", .type = FIELD_CHOICE, .allowed = asking, .fallback = "hned" },
	[PHONE] = { .name = "telefon", .type = FIELD_TICK },
	[UNTIL] = { .name = "plati", .type = FIELD_DATE },
	[ON_BEHALF] = { .name = "za", .type = FIELD_NUMBER, .low = 0, .high = INT64_MAX, .fallback = "0" },
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	{ 0 },
};

enum { YEAR_DAYS = 366, DAY = 86400, EVERY_DAY = 127 };

/* Organisations in whose name the viewer may offer. */
#define SPEAKS                                                                                                                             \
	"FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id AND o.state = 'verified'"                              \
	" WHERE m.person_id = ? AND m.role IN ('admin', 'coordinator')"

/* What is drawn around the fields: categories that are there, organisations of who has some. */
static void around_add(struct req *r, int64_t town, int64_t person)
{
	int64_t bits = request_offered(r->mem, town);
	for (int bit = 0; request_categories[bit]; bit++)
		if (!(bits >> bit & 1))
			form_withhold(r, "s-cim", request_categories[bit]);
	db_rows(r->mem, r->page, "body", "SELECT o.id AS `@id`, IF(o.id = ?, 'yes', NULL) AS `@chosen`, o.name AS `.` " SPEAKS " ORDER BY o.name",
	        I(r->values[ON_BEHALF].number), I(person));
}

static void wrong(struct req *r, int field, const char *code)
{
	if (!r->values[field].error)
		form_error(r, &r->values[field], offering_fields[field].name, code);
}

static void judge(struct req *r, int64_t town, int64_t person)
{
	struct value *v = r->values;
	if (v[WITH].number & ~request_offered(r->mem, town))
		wrong(r, WITH, "choice");
	const char *exposed = text_exposes(r->mem, v[TEXT].text, NULL);
	if (exposed)
		wrong(r, TEXT, exposed);
	if (v[FROM].number >= v[TO].number && !v[FROM].error)
		wrong(r, TO, "earlier");
	if (v[UNTIL].given && !v[UNTIL].error && (time_now() > v[UNTIL].when + DAY || v[UNTIL].when > time_now() + YEAR_DAYS * (time_t)DAY))
		wrong(r, UNTIL, "far");
	if (v[ON_BEHALF].number && !db_number(0, "SELECT COUNT(*) " SPEAKS " AND o.id = ?", I(person), I(v[ON_BEHALF].number)))
		wrong(r, ON_BEHALF, "choice");
}

static bool any_wrong(const struct req *r)
{
	for (int i = 0; offering_fields[i].name; i++)
		if (r->values[i].error)
			return true;
	return false;
}

static void store(struct req *r, int64_t id)
{
	const struct value *v = r->values;
	db_exec("UPDATE offer SET organisation_id = NULLIF(?, 0), text = ?, radius_km = ?, days = ?, hour_from = ?, hour_to = ?, transport = ?, languages = ?,"
		" max_parallel = ?, max_per_month = ?, notice_hours = ?, inexhaustible = ?, ask_me = ?, show_phone = ?, valid_until = ?, changed_at = ? WHERE id = ?",
		I(v[ON_BEHALF].number), S(v[TEXT].text), I(strtoll(v[DISTANCE].text, NULL, 10)), I(v[DAYS].number ? v[DAYS].number : EVERY_DAY), I(v[FROM].number),
		I(v[TO].number), I(v[TRANSPORT].number), S(text_words(r->mem, languages, v[LANGUAGES].number)), I(v[PARALLEL].number), I(v[MONTHLY].number),
		I(v[NOTICE].number), I(v[ALWAYS].number), S(v[ASKED].number ? "never" : "now"), I(v[PHONE].number),
		S(v[UNTIL].given ? v[UNTIL].text : offer_term(r->mem)), T(time_now()), I(id));
	db_exec("DELETE FROM offer_category WHERE offer_id = ?", I(id));
	for (int i = 0; request_categories[i]; i++)
		if (v[WITH].number >> i & 1)
			db_exec("INSERT INTO offer_category (offer_id, category) VALUES (?, ?)", I(id), S(request_categories[i]));
}

/* ---- a new one ---- */

int offering_page(struct req *r)
{
	r->personal = true;
	around_add(r, r->town.code, r->person.id);
	form_fill(r, "plati", offer_term(r->mem));
	return OK;
}

/* Who has not the first level yet makes an offer that waits for it. */
static int64_t make(struct req *r, const char *state)
{
	int64_t id = db_exec("INSERT INTO offer (person_id, state, town_code, lat, lon, valid_until, nonce, created_at, changed_at)"
	                     " SELECT ?, ?, code, ROUND(lat, 2), ROUND(lon, 2), ?, RANDOM_BYTES(8), ?, ? FROM town WHERE code = ?",
	                     I(r->person.id), S(state), S(offer_term(r->mem)), T(time_now()), T(time_now()), I(r->town.code));
	store(r, id);
	event_log_add(r, "offer", id, "help.answer", NULL, state, NULL, NULL);
	return id;
}

int offering_make(struct req *r)
{
	if (throttle_hit(r, "help-offer", talloc_asprintf(r->mem, "%" PRId64, r->person.id)))
		return too_many(r);
	judge(r, r->town.code, r->person.id);
	if (any_wrong(r)) {
		around_add(r, r->town.code, r->person.id);
		return invalid(r);
	}
	bool known = db_number(0, "SELECT level FROM person WHERE id = ?", I(r->person.id)) > 0;
	int64_t id = make(r, known ? "active" : "unconfirmed");
	flash(r, known ? "offer-made" : "offer-waits");
	return see_other(r, "%s", link_of(r->mem, LINK_OFFER, id));
}

/* ---- a change ---- */

struct kept {
	const char *with, *text, *languages, *asked, *until;
	int64_t km, days, from, to, transport, parallel, monthly, notice, body;
	bool always, phone;
};
#define FIELD(name, type, member) { name, type, offsetof(struct kept, member) }
static const struct column kept_columns[] = {
	FIELD("with_", COLUMN_TEXT, with),
	FIELD("text", COLUMN_TEXT, text),
	FIELD("languages", COLUMN_TEXT, languages),
	FIELD("ask_me", COLUMN_TEXT, asked),
	FIELD("valid", COLUMN_TEXT, until),
	FIELD("radius_km", COLUMN_INT, km),
	FIELD("days", COLUMN_INT, days),
	FIELD("hour_from", COLUMN_INT, from),
	FIELD("hour_to", COLUMN_INT, to),
	FIELD("moves", COLUMN_INT, transport),
	FIELD("max_parallel", COLUMN_INT, parallel),
	FIELD("max_per_month", COLUMN_INT, monthly),
	FIELD("notice_hours", COLUMN_INT, notice),
	FIELD("organisation_id", COLUMN_INT, body),
	FIELD("inexhaustible", COLUMN_BOOL, always),
	FIELD("show_phone", COLUMN_BOOL, phone),
	{ 0 },
};

/* What the form of a change begins with. */
static void fill(struct req *r, const struct offer *o)
{
	struct kept k;
	db_one(r->mem, &k, kept_columns,
	       "SELECT o.*, transport + 0 AS moves, CAST(valid_until AS CHAR) AS valid, (SELECT GROUP_CONCAT(category) FROM offer_category WHERE offer_id = o.id) AS with_"
	       "  FROM offer o WHERE o.id = ?", I(o->id));
	const char *const fields[][2] = {
		{ "s-cim", k.with ? k.with : "" }, { "popis", k.text }, { "km", text_number(r->mem, k.km) }, { "dny", k.days == EVERY_DAY ? "" : text_words(r->mem, week, k.days) },
		{ "od", text_number(r->mem, k.from) }, { "do", text_number(r->mem, k.to) }, { "cim", text_words(r->mem, person_transports, k.transport) }, { "jazyky", k.languages },
		{ "najednou", text_number(r->mem, k.parallel) }, { "mesicne", text_number(r->mem, k.monthly) }, { "predem", text_number(r->mem, k.notice) }, { "porad", k.always ? "ano" : "" },
		{ "ptat", strcmp(k.asked, "never") ? "hned" : "nikdy" }, { "telefon", k.phone ? "ano" : "" }, { "plati", k.until }, { "verze", text_number(r->mem, o->version) },
	};
	r->values[ON_BEHALF].number = k.body;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		form_fill(r, fields[i][0], fields[i][1]);
}

static bool may_change(const struct offer *o)
{
	return text_has_word("unconfirmed active paused", o->state);
}

int offering_change_page(struct req *r)
{
	struct offer o;
	int refusal = standing_load(r, false, &o);
	if (refusal)
		return refusal;
	if (!may_change(&o))
		return see_other(r, "/nabidka/%s", r->word);
	fill(r, &o);
	around_add(r, o.town, o.person);
	standing_add(r, &o);
	return OK;
}

/* In another window, or by jobs meanwhile: what it is now stands beside what was typed, the next try is meant for it. */
static int met(struct req *r, const struct offer *o)
{
	form_fill(r, "verze", text_number(r->mem, o->version));
	return conflict(r);
}

int offering_change(struct req *r)
{
	struct offer o;
	int refusal = standing_load(r, true, &o);
	if (refusal)
		return refusal;
	judge(r, o.town, o.person);
	around_add(r, o.town, o.person);
	standing_add(r, &o);
	if (any_wrong(r))
		return invalid(r);
	if (!may_change(&o) || strcmp(r->values[EDITION].text, text_number(r->mem, o.version)))
		return met(r, &o);
	store(r, o.id);
	offer_changed(&o, &(struct actor){ o.person, HELPER });
	flash(r, "offer-changed");
	return see_other(r, "/nabidka/%s", r->word);
}
