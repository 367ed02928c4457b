/*
 * Helpers (flows.md E4): level 1 of oneself (mail, telephone, the ethics code), 2 and 3 given by a verified town or organisation for 24 months. A helper
 * names the number of her card; who vouches types it. The card leads to a page that says valid or not, and by whom.
 */
#include "../web/qr.h"
#include "../web/seal.h"
#include "../web/trust.h"
#include "org.h"

enum { NUMBER_LENGTH = 8, KNOWN = 2, CHECKED = 3 };
enum { CODE_OF_ETHICS };
const struct field ethics_fields[] = { [CODE_OF_ETHICS] = { .name = "kodex", .type = FIELD_TICK, .required = true }, { 0 } };
enum { NUMBER, LEVEL, SEEN };
static const char *const levels[] = { "2", "3", NULL };
const struct field grant_fields[] = {
	[NUMBER] = { .name = "cislo", .type = FIELD_TEXT, .high = 12, .required = true },
	[LEVEL] = { .name = "uroven", .type = FIELD_CHOICE, .allowed = levels, .required = true },
	[SEEN] = { .name = "videno", .type = FIELD_DATE },
	{ 0 },
};

/* ---- one's own ---- */

static bool reached_both_ways(struct req *r)
{
	return db_number(0, "SELECT COUNT(DISTINCT kind) FROM contact WHERE person_id = ? AND confirmed_at IS NOT NULL", I(r->person.id)) == 2;
}

static void own_add(struct req *r)
{
	db_rows(r->mem, r->page, "level",
		"SELECT p.level AS `@now`, IF(? AND p.level = 0, 'yes', NULL) AS `@ready`, c.number AS `@card` FROM person p"
		"  LEFT JOIN helper_card c ON c.person_id = p.id WHERE p.id = ?",
		I(reached_both_ways(r)), I(r->person.id));
	db_rows(r->mem, r->page, "grant",
		"SELECT g.id AS `@id`, g.level AS `@level`, COALESCE(t.name, o.name) AS `by`, g.granted_at AS given, g.until AS `until` FROM level_grant g"
		"  LEFT JOIN town t ON t.code = g.town_code LEFT JOIN organisation o ON o.id = g.organisation_id"
		" WHERE g.person_id = ? AND g.revoked_at IS NULL AND g.until >= ? ORDER BY g.level DESC, g.until DESC",
		I(r->person.id), S(time_day(r->mem, time_now())));
	db_rows(r->mem, r->page, "sensitive", "SELECT code AS `@code`, min_level AS `@level` FROM sensitive_category WHERE min_level ORDER BY position");
}

int level_page(struct req *r)
{
	own_add(r);
	return OK;
}

int level_one(struct req *r)
{
	if (r->values[CODE_OF_ETHICS].error) {
		own_add(r);
		return invalid(r);
	}
	if (!reached_both_ways(r) || db_exec("UPDATE person SET level = 1 WHERE id = ? AND level = 0", I(r->person.id)) <= 0) {
		own_add(r);
		return conflict(r);
	}
	event_log_add(r, "person", r->person.id, "level.own", "0", "1", NULL, NULL);
	flash(r, "org-level");
	return see_other(r, "/uroven");
}

/* A new number each time: a lost card says "not valid" from then on. */
int card_issue(struct req *r)
{
	static const char letters[] = "23456789abcdefghjkmnpqrstuvwxyz";
	unsigned char random[NUMBER_LENGTH];
	char number[NUMBER_LENGTH + 1] = { 0 };
	seal_random(random, sizeof random);
	for (int i = 0; i < NUMBER_LENGTH; i++)
		number[i] = letters[random[i] % (sizeof letters - 1)];
	if (db_exec("INSERT INTO helper_card (person_id, number, issued_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE number = VALUES(number),"
		    " issued_at = VALUES(issued_at)", I(r->person.id), S(number), T(time_now())) == DB_DUPLICATE)
		return CONFLICT;
	event_log_add(r, "person", r->person.id, "level.own", NULL, NULL, "card", NULL);
	flash(r, "org-card");
	return see_other(r, "/uroven");
}

/* ---- given by a town or an organisation ---- */

bool giver_town(struct req *r, struct giver *b)
{
	*b = (struct giver){ .town = r->town.code, .name = r->town.name, .path = talloc_asprintf(r->mem, "/%s/pomocnici", r->town.slug) };
	return r->town.official && may(r, "level.grant", false);
}

bool giver_organisation(struct req *r, struct giver *b)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return false;
	*b = (struct giver){ .organisation = o.id, .name = o.name, .path = talloc_asprintf(r->mem, "/organizace/%s/pomocnici", o.slug) };
	return !strcmp(o.state, "verified") && may(r, "level.grant", o.role && strcmp(o.role, "member"));
}

static void helpers_add(struct req *r, const struct giver *b)
{
	page_set(page_add(r->page, "body", b->name), "path", b->path);
	db_rows(r->mem, r->page, "helper",
		"SELECT g.id AS `@id`, g.level AS `@level`, p.name, g.granted_at AS given, g.until AS `until`, g.seen_on AS seen,"
		" LOWER(HEX(LEFT(f.name, 4))) AS `photo/@name`, f.width AS `photo/@width`, f.height AS `photo/@height`,"
		" IF(a.id, 'yes', NULL) AS `photo/@approved`, f.alt AS `photo/.` FROM level_grant g JOIN person p ON p.id = g.person_id"
		"  LEFT JOIN file f ON f.photo_of = p.id LEFT JOIN photo_approval a ON a.file_id = f.id AND (a.town_code <=> g.town_code)"
		"  AND (a.organisation_id <=> g.organisation_id) WHERE (g.town_code <=> NULLIF(?, 0)) AND (g.organisation_id <=> NULLIF(?, 0))"
		"  AND g.revoked_at IS NULL AND g.until >= ? ORDER BY p.name, g.id",
		I(b->town), I(b->organisation), S(time_day(r->mem, time_now())));
}

static int helpers_page(struct req *r, bool entitled, const struct giver *b)
{
	if (!entitled)
		return FORBIDDEN;
	helpers_add(r, b);
	return OK;
}

static int64_t holder_of(struct req *r, const char *typed)
{
	char *number = talloc_strdup(r->mem, text_slug(r->mem, typed, NUMBER_LENGTH + 4));
	size_t n = 0;
	for (const char *c = number; *c; c++)
		if (*c != '-')
			number[n++] = *c;
	number[n] = '\0';
	return db_number(0, "SELECT person_id FROM helper_card WHERE number = ?", S(number));
}

static int give(struct req *r, bool entitled, const struct giver *b)
{
	struct value *v = r->values;
	if (!entitled)
		return FORBIDDEN;
	int64_t level = v[LEVEL].number + KNOWN, person = v[NUMBER].error ? 0 : holder_of(r, v[NUMBER].text);
	if (!v[NUMBER].error && !person)
		form_error(r, &v[NUMBER], "cislo", "card");
	else if (person == r->person.id)
		form_error(r, &v[NUMBER], "cislo", "oneself");
	if (!v[LEVEL].error && level == CHECKED && !v[SEEN].given)
		form_error(r, &v[SEEN], "videno", "required");
	else if (v[SEEN].given && !v[SEEN].error && v[SEEN].when > time_now())
		form_error(r, &v[SEEN], "videno", "date");
	if (v[NUMBER].error || v[LEVEL].error || v[SEEN].error) {
		helpers_add(r, b);
		return invalid(r);
	}
	const char *today = time_day(r->mem, time_now());
	int64_t id = db_exec("INSERT INTO level_grant (person_id, level, town_code, organisation_id, granted_by, granted_at, until, seen_on)"
			     " VALUES (?, ?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ? + INTERVAL 24 MONTH, IF(? = 3, NULLIF(?, ''), NULL))",
			     I(person), I(level), I(b->town), I(b->organisation), I(r->person.id), T(time_now()), S(today), I(level), S(v[SEEN].text));
	trust_level(r->mem, person);
	event_log_add(r, "person", person, "level.grant", NULL, level == CHECKED ? "3" : "2", NULL, talloc_asprintf(r->mem, "grant %" PRId64, id));
	tell(r, "org.news", id, person, NEWS("level-given", b->name, NULL, link_to(r, "/uroven")));
	flash(r, "org-granted");
	return see_other(r, "%s", b->path);
}

static int take(struct req *r, bool entitled, const struct giver *b)
{
	if (!entitled)
		return FORBIDDEN;
	int64_t person = db_number(0, "SELECT person_id FROM level_grant WHERE id = ? AND revoked_at IS NULL AND (town_code <=> NULLIF(?, 0))"
				      " AND (organisation_id <=> NULLIF(?, 0)) FOR UPDATE", I(r->number), I(b->town), I(b->organisation));
	if (!person)
		return CONFLICT;
	db_exec("UPDATE level_grant SET revoked_at = ? WHERE id = ?", T(time_now()), I(r->number));
	trust_level(r->mem, person);
	event_log_add(r, "person", person, "level.grant", NULL, "revoked", NULL, talloc_asprintf(r->mem, "grant %" PRId64, r->number));
	tell(r, "org.news", r->number, person, NEWS("level-ended", b->name, NULL, link_to(r, "/uroven")));
	flash(r, "org-revoked");
	return see_other(r, "%s", b->path);
}

#define OF(body, what)                            \
	struct giver b = { 0 };                    \
	bool entitled = giver_##body(r, &b);       \
	return what(r, entitled, &b)

int town_helpers(struct req *r)
{
	OF(town, helpers_page);
}

int town_grant(struct req *r)
{
	OF(town, give);
}

int town_revoke(struct req *r)
{
	OF(town, take);
}

int organisation_helpers(struct req *r)
{
	OF(organisation, helpers_page);
}

int organisation_grant(struct req *r)
{
	OF(organisation, give);
}

int organisation_revoke(struct req *r)
{
	OF(organisation, take);
}

/* ---- the card ---- */

/* Whoever reads the code learns whether it holds and who vouches; never more than the first name and initial. */
int card_page(struct req *r)
{
	const char *today = time_day(r->mem, time_now());
	xmlNode *card = page_add(r->page, "card", NULL);
	page_set(card, "number", r->word);
	int64_t holder = db_number(0, "SELECT person_id FROM helper_card WHERE number = ?", S(r->word));
	int grants = db_rows(r->mem, card, "grant",
			     "SELECT g.level AS `@level`, COALESCE(t.name, o.name) AS `by`, IF(t.code IS NULL, 'organisation', 'town') AS `@body`,"
			     " g.until AS `until`, g.seen_on AS seen FROM level_grant g LEFT JOIN town t ON t.code = g.town_code AND t.official"
			     "  LEFT JOIN organisation o ON o.id = g.organisation_id AND o.state = 'verified'"
			     " WHERE g.person_id = ? AND g.revoked_at IS NULL AND g.until >= ? AND (t.code IS NOT NULL OR o.id IS NOT NULL)"
			     " ORDER BY g.level DESC, g.until DESC", I(holder), S(today));
	bool valid = grants && db_number(0, "SELECT standing NOT IN ('suspended', 'banned') FROM person WHERE id = ?", I(holder));
	page_set(card, "valid", valid ? "yes" : "no");
	page_set(card, "mine", holder && holder == r->person.id ? "yes" : NULL);
	if (valid)
		db_rows(r->mem, card, "holder", "SELECT " PERSON_SHOWN("p") " AS `.` FROM person p WHERE p.id = ?", I(holder));
	if (valid)
		db_rows(r->mem, card, "photo", "SELECT width AS `@width`, height AS `@height`, alt AS `.` FROM file WHERE id = ?", I(photo_of_card(r, holder)));
	qr_add(card, link_to(r, "/karta/%s", r->word));
	return OK;
}
