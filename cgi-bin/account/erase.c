/* Deleting one's account: what goes, what stays and why comes first; then the password, one's own first name typed, and it is done. */
#include "account/account.h"
#include "account/leave.h"

enum { NAME, PASSWORD };
const struct field erase_fields[] = {
	[NAME] = { .name = "potvrzeni", .type = FIELD_TEXT, .high = 80, .required = true },
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};

/* What the viewer types to say that she means it. */
static const char *given_name(struct req *r)
{
	struct {
		const char *name;
	} row = { 0 };
	static const struct column columns[] = { { "name", COLUMN_TEXT, 0 }, { 0 } };
	db_one(r->mem, &row, columns, "SELECT COALESCE(NULLIF(given, ''), name) AS name FROM person WHERE id = ?", I(r->person.id));
	return row.name;
}

/* Towns and organisations that lose somebody; @last: their last admin. */
static void bodies_add(struct req *r)
{
	db_rows(r->mem, r->page, "body",
		"SELECT 'town' AS `@what`, t.slug AS `@slug`, t.name AS `.`, IF(m.roles & ? AND NOT EXISTS (SELECT 1 FROM membership o WHERE"
		"  o.town_code = m.town_code AND o.person_id <> m.person_id AND o.roles & ?), 'yes', NULL) AS `@last`"
		"  FROM membership m JOIN town t ON t.code = m.town_code WHERE m.person_id = ? ORDER BY t.name",
		I(TOWN_ADMIN), I(TOWN_ADMIN), I(r->person.id));
	db_rows(r->mem, r->page, "body",
		"SELECT 'organisation' AS `@what`, o.slug AS `@slug`, o.name AS `.`, IF(m.role = 'admin' AND NOT EXISTS (SELECT 1 FROM organisation_member n"
		"  WHERE n.organisation_id = m.organisation_id AND n.person_id <> m.person_id AND n.role = 'admin'), 'yes', NULL) AS `@last`"
		"  FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = ? AND o.state <> 'closed' ORDER BY o.name",
		I(r->person.id));
}

int own_erase_page(struct req *r)
{
	db_rows(r->mem, r->page, "mine",
		"SELECT COALESCE(NULLIF(p.given, ''), p.name) AS `@name`, (SELECT COUNT(*) FROM notice n WHERE n.author_id = p.id) AS `@notices`,"
		" (SELECT COUNT(*) FROM response a JOIN help_request q ON q.id = a.request_id AND q.live WHERE a.person_id = p.id AND a.state = 'accepted') AS `@promises`,"
		" (SELECT COUNT(*) FROM help_contact c JOIN help_request q ON q.id = c.request_id AND q.live WHERE c.person_id = p.id) AS `@requests`,"
		" IF(EXISTS (SELECT 1 FROM offer o WHERE o.person_id = p.id), 'yes', NULL) AS `@offers`,"
		" IF(p.level > 1, 'yes', NULL) AS `@helper`,"
		" IF(EXISTS (SELECT 1 FROM town_claim c WHERE c.person_id = p.id AND c.open_town IS NOT NULL), 'yes', NULL) AS `@claims`,"
		" IF(EXISTS (SELECT 1 FROM invitation i WHERE i.invited_by = p.id AND i.state = 'open'), 'yes', NULL) AS `@invites`"
		"  FROM person p WHERE p.id = ?",
		I(r->person.id));
	bodies_add(r);
	return OK;
}

int own_erase(struct req *r)
{
	struct value *v = r->values;
	own_erase_page(r);
	if (password_tried(r))
		return too_many(r);
	if (!v[NAME].error && strcmp(text_fold(r->mem, v[NAME].text), text_fold(r->mem, given_name(r))))
		form_error(r, &v[NAME], "potvrzeni", "not-same");
	if (v[NAME].error || !password_asked(r, &v[PASSWORD], "heslo"))
		return invalid(r);
	leave_all(r->mem, r->person.id, "own");
	session_end(r);
	flash(r, "erased");
	return see_other(r, "/prihlaseni");
}
