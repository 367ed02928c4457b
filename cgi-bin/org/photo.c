/* Photos of helpers: who vouches looks at the photo and says that it is the person; from then on it stands on the card as long as the vouching holds. */
#include "../web/file.h"
#include "org.h"

enum { PHOTO, AGREED };
static const char *const yes_no[] = { "ano", "ne", NULL };
const struct field approval_fields[] = {
	[PHOTO] = { .name = "foto", .type = FIELD_TEXT, .low = 8, .high = 8, .required = true },
	[AGREED] = { .name = "souhlas", .type = FIELD_CHOICE, .allowed = yes_no, .required = true },
	{ 0 },
};

static bool giver_here(struct req *r, struct giver *b)
{
	return r->town.code ? giver_town(r, b) : giver_organisation(r, b);
}

/* The photo of the helper whom this body vouches for by the grant in the address; 0 when there is none. */
static int64_t photo_of_grant(struct req *r, const struct giver *b)
{
	return db_number(0, "SELECT f.id FROM level_grant g JOIN file f ON f.photo_of = g.person_id WHERE g.id = ? AND g.revoked_at IS NULL AND g.until >= ?"
			    "  AND (g.town_code <=> NULLIF(?, 0)) AND (g.organisation_id <=> NULLIF(?, 0))",
			 I(r->number), S(time_day(r->mem, time_now())), I(b->town), I(b->organisation));
}

int helper_photo(struct req *r)
{
	struct giver b = { 0 };
	r->personal = true;
	return giver_here(r, &b) ? file_send(r, photo_of_grant(r, &b)) : FORBIDDEN;
}

/* The form names the photo that was looked at: another one put up meanwhile is not agreed to unseen. */
int helper_photo_approve(struct req *r)
{
	const struct value *v = r->values;
	struct giver b = { 0 };
	if (!giver_here(r, &b))
		return FORBIDDEN;
	int64_t file = photo_of_grant(r, &b);
	if (v[PHOTO].error || v[AGREED].error ||
	    !db_number(0, "SELECT LOWER(HEX(LEFT(name, 4))) = ? FROM file WHERE id = ? FOR UPDATE", S(v[PHOTO].text), I(file)))
		return CONFLICT;
	db_exec("DELETE FROM photo_approval WHERE file_id = ? AND (town_code <=> NULLIF(?, 0)) AND (organisation_id <=> NULLIF(?, 0))", I(file), I(b.town),
		I(b.organisation));
	if (!v[AGREED].number)
		db_exec("INSERT INTO photo_approval (file_id, town_code, organisation_id, approved_by, at) VALUES (?, NULLIF(?, 0), NULLIF(?, 0), ?, ?)",
			I(file), I(b.town), I(b.organisation), I(r->person.id), T(time_now()));
	event_log_add(r, "person", db_number(0, "SELECT person_id FROM file WHERE id = ?", I(file)), "level.grant", NULL, NULL, "photo", v[AGREED].text);
	flash(r, v[AGREED].number ? "org-photo-off" : "org-photo");
	return see_other(r, "%s", b.path);
}

/* ---- on the card ---- */

int64_t photo_of_card(struct req *r, int64_t holder)
{
	return db_number(0, "SELECT f.id FROM file f JOIN person p ON p.id = f.person_id AND p.standing NOT IN ('suspended', 'banned')"
			    "  JOIN photo_approval a ON a.file_id = f.id JOIN level_grant g ON g.person_id = p.id AND (g.town_code <=> a.town_code)"
			    "  AND (g.organisation_id <=> a.organisation_id) AND g.revoked_at IS NULL AND g.until >= ?"
			    "  LEFT JOIN town t ON t.code = g.town_code AND t.official LEFT JOIN organisation o ON o.id = g.organisation_id AND o.state = 'verified'"
			    " WHERE f.photo_of = ? AND (t.code IS NOT NULL OR o.id IS NOT NULL) LIMIT 1",
			 S(time_day(r->mem, time_now())), I(holder));
}

int card_photo(struct req *r)
{
	return file_send(r, photo_of_card(r, db_number(0, "SELECT person_id FROM helper_card WHERE number = ?", S(r->word))));
}
