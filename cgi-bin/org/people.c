/* People of a town and their roles: invited by mail, given and taken by the town's admins, left by themselves. Towns start with their first admin. */
#include "../web/contact.h"
#include "../web/outbox.h"
#include "../web/token.h"
#include "org.h"

enum { INVITED_DAYS = 14 };

/* The order of the words is the order of the bits below. */
static const char *const role_words[] = { "urednik", "schvalovatel", "koordinator", "spravce", NULL };
static const unsigned role_bits[] = { CLERK, APPROVER, COORDINATOR, TOWN_ADMIN };

enum { MAIL, LABEL, ROLES };
const struct field invite_fields[] = {
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254, .required = true },
	[LABEL] = { .name = "jmeno", .type = FIELD_TEXT, .high = 80, .required = true },
	[ROLES] = { .name = "role", .type = FIELD_SET, .allowed = role_words, .required = true },
	{ 0 },
};
enum { NEW_ROLES, OLD_ROLES };
const struct field roles_fields[] = {
	[NEW_ROLES] = { .name = "role", .type = FIELD_SET, .allowed = role_words },
	[OLD_ROLES] = { .name = "bylo", .type = FIELD_NUMBER, .low = 0, .high = 1023, .required = true },
	{ 0 },
};

static unsigned bits_of(int64_t words)
{
	unsigned bits = 0;
	for (size_t i = 0; i < sizeof role_bits / sizeof *role_bits; i++)
		bits |= words >> i & 1 ? role_bits[i] : 0;
	return bits;
}

static void event(struct req *r, const char *action, int64_t person, const char *reason, int64_t from, int64_t to)
{
	event_log_add(r, "town", r->town.code, action, NULL, NULL, reason,
		      talloc_asprintf(r->mem, "person %" PRId64 " roles %" PRId64 " to %" PRId64, person, from, to));
}

static void people_add(struct req *r)
{
	db_rows(r->mem, r->page, "person",
		"SELECT p.id AS `@id`, m.roles AS `@roles`, IF(m.roles & ?, 'yes', NULL) AS `@clerk`, IF(m.roles & ?, 'yes', NULL) AS `@approver`,"
		" IF(m.roles & ?, 'yes', NULL) AS `@coordinator`, IF(m.roles & ?, 'yes', NULL) AS `@admin`, IF(p.id = ?, 'yes', NULL) AS `@me`, p.name AS `.`"
		"  FROM membership m JOIN person p ON p.id = m.person_id WHERE m.town_code = ? AND m.roles ORDER BY m.roles & ? DESC, p.name",
		I(CLERK), I(APPROVER), I(COORDINATOR), I(TOWN_ADMIN), I(r->person.id), I(r->town.code), I(TOWN_ADMIN));
	db_rows(r->mem, r->page, "invitation",
		"SELECT id AS `@id`, label AS `.`, expires_at AS `@until` FROM invitation WHERE town_code = ? AND state = 'open' AND expires_at > ? ORDER BY id",
		I(r->town.code), T(time_now()));
	offer(r, "town.people.edit", false);
	offer(r, "town.people.leave", false);
}

int people_page(struct req *r)
{
	people_add(r);
	return OK;
}

static const char *role_list(struct req *r, unsigned bits)
{
	static const char *const names[] = { "clerk", "approver", "coordinator", "admin" };
	char *list = talloc_strdup(r->mem, "");
	for (size_t i = 0; i < sizeof role_bits / sizeof *role_bits; i++)
		if (bits & role_bits[i])
			list = talloc_asprintf_append(list, "%s%s", *list ? "," : "", names[i]);
	return list;
}

int people_invite(struct req *r)
{
	struct value *v = r->values;
	const char *mail = v[MAIL].error ? NULL : contact_normalise(r->mem, "mail", v[MAIL].text);
	unsigned roles = bits_of(v[ROLES].number);
	if (!v[MAIL].error && !mail)
		form_error(r, &v[MAIL], "mail", "mail");
	if (v[MAIL].error || v[LABEL].error || v[ROLES].error) {
		people_add(r);
		return invalid(r);
	}
	int64_t id = db_exec("INSERT INTO invitation (town_code, roles, label, invited_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
			     I(r->town.code), I(roles), S(v[LABEL].text), I(r->person.id), T(time_now()), T(time_now() + INVITED_DAYS * DAY));
	const char *hex = token_make(r, "join", 0, id, NULL, INVITED_DAYS * DAY, NULL);
	outbox_to(r, "org.invite", id, "mail", mail, r->lang, "name", r->town.name, "who", r->person.name, "roles", role_list(r, roles), "link",
		  link_to(r, "/pozvanka/%s", hex));
	event_log_add(r, "town", r->town.code, "town.people.edit", NULL, NULL, "invited", talloc_asprintf(r->mem, "invitation %" PRId64 " roles %u", id, roles));
	flash(r, "org-invited");
	return see_other(r, "/%s/lide", r->town.slug);
}

int people_uninvite(struct req *r)
{
	if (!db_exec("UPDATE invitation SET state = 'withdrawn' WHERE id = ? AND town_code = ? AND state = 'open'", I(r->number), I(r->town.code)))
		return CONFLICT;
	event_log_add(r, "town", r->town.code, "town.people.edit", "open", "withdrawn", NULL, talloc_asprintf(r->mem, "invitation %" PRId64, r->number));
	flash(r, "org-uninvited");
	return see_other(r, "/%s/lide", r->town.slug);
}

/* None left in any row: the whole membership goes. */
static bool roles_set(struct req *r, int64_t person, int64_t from, int64_t to)
{
	if (to)
		return db_exec("UPDATE membership SET roles = ? WHERE person_id = ? AND town_code = ? AND roles = ?", I(to), I(person), I(r->town.code), I(from)) > 0;
	return db_exec("DELETE FROM membership WHERE person_id = ? AND town_code = ? AND roles = ?", I(person), I(r->town.code), I(from)) > 0;
}

/* Nobody takes the last admin by mistake: leaving is an act of its own. */
static bool nobody_would_remain(struct req *r, int64_t person, unsigned roles)
{
	return !(roles & TOWN_ADMIN) && !db_number(0, "SELECT COUNT(*) FROM membership WHERE town_code = ? AND roles & ? AND person_id <> ? FOR UPDATE",
						   I(r->town.code), I(TOWN_ADMIN), I(person));
}

int people_roles(struct req *r)
{
	const struct value *v = r->values;
	unsigned roles = bits_of(v[NEW_ROLES].number);
	if (v[NEW_ROLES].error || v[OLD_ROLES].error)
		return BAD_REQUEST;
	if (nobody_would_remain(r, r->number, roles) || (unsigned)v[OLD_ROLES].number == roles) {
		flash(r, roles & TOWN_ADMIN ? "org-roles" : "org-last-admin");
		return see_other(r, "/%s/lide", r->town.slug);
	}
	if (!roles_set(r, r->number, v[OLD_ROLES].number, roles)) {
		people_add(r);
		return conflict(r);
	}
	if (roles & ~(unsigned)v[OLD_ROLES].number)
		session_renew(r->number);
	event(r, "town.people.edit", r->number, roles ? "roles" : "removed", v[OLD_ROLES].number, roles);
	tell(r, "org.news", r->number, r->number,
	     NEWS(roles ? "roles-changed" : "roles-ended", r->town.name, NULL, link_to(r, "/%s/lide", r->town.slug)));
	flash(r, "org-roles");
	return see_other(r, "/%s/lide", r->town.slug);
}

int people_leave(struct req *r)
{
	int64_t roles = db_number(0, "SELECT roles FROM membership WHERE town_code = ? AND person_id = ? FOR UPDATE", I(r->town.code), I(r->person.id));
	if (!roles || !roles_set(r, r->person.id, roles, 0))
		return CONFLICT;
	event(r, "town.people.leave", r->person.id, "left", roles, 0);
	tell_town(r, "org.news", r->person.id, r->town.code, NEWS("person-left", r->person.name, NULL, link_to(r, "/%s/lide", r->town.slug)));
	flash(r, roles & TOWN_ADMIN && town_left(r) ? "org-left-last" : "org-left");
	return see_other(r, "/%s/prevzit", r->town.slug);
}

/* ---- the invitation in the hands of who got it ---- */

struct invited {
	int64_t id, town, organisation, roles;
	const char *town_slug, *organisation_slug, *state;
};
static const struct column invited_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct invited, id) },
	{ "town_code", COLUMN_INT, offsetof(struct invited, town) },
	{ "organisation_id", COLUMN_INT, offsetof(struct invited, organisation) },
	{ "roles", COLUMN_INT, offsetof(struct invited, roles) },
	{ "town_slug", COLUMN_TEXT, offsetof(struct invited, town_slug) },
	{ "organisation_slug", COLUMN_TEXT, offsetof(struct invited, organisation_slug) },
	{ "state", COLUMN_TEXT, offsetof(struct invited, state) },
	{ 0 },
};

static bool invited_find(struct req *r, struct token *t, struct invited *i)
{
	return token_find(r, r->word, t) && !strcmp(t->purpose, "join") &&
	       db_one(r->mem, i, invited_columns,
		      "SELECT i.id, i.town_code, i.organisation_id, i.roles, i.state, t.slug AS town_slug, o.slug AS organisation_slug FROM invitation i"
		      "  LEFT JOIN town t ON t.code = i.town_code LEFT JOIN organisation o ON o.id = i.organisation_id WHERE i.id = ?",
		      I(t->subject_id));
}

int invitation_page(struct req *r)
{
	struct invited i;
	struct token t;
	if (!invited_find(r, &t, &i))
		return NOT_FOUND;
	bool open = token_open(&t) && !strcmp(i.state, "open");
	db_rows(r->mem, r->page, "invitation",
		"SELECT ? AS `@state`, i.label, COALESCE(t.name, o.name) AS name, IF(t.code IS NULL, 'organisation', 'town') AS `@body`, p.name AS who,"
		" IF(t.code IS NOT NULL AND i.roles & ?, 'yes', NULL) AS `@clerk`, IF(t.code IS NOT NULL AND i.roles & ?, 'yes', NULL) AS `@approver`,"
		" IF(t.code IS NOT NULL AND i.roles & ?, 'yes', NULL) AS `@coordinator`, IF(t.code IS NOT NULL AND i.roles & ?, 'yes', NULL) AS `@admin`,"
		" IF(o.id IS NULL, NULL, i.roles) AS `@role`, i.expires_at AS `until`"
		"  FROM invitation i JOIN person p ON p.id = i.invited_by LEFT JOIN town t ON t.code = i.town_code LEFT JOIN organisation o ON o.id = i.organisation_id"
		" WHERE i.id = ?",
		S(open ? "open" : "over"), I(CLERK), I(APPROVER), I(COORDINATOR), I(TOWN_ADMIN), I(i.id));
	offer(r, "invitation.accept", false);
	form_add(r, no_fields);
	return OK;
}

static int joined_organisation(struct req *r, const struct invited *i)
{
	db_exec("INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE role = LEAST(role + 0, VALUES(role) + 0)",
		I(i->organisation), I(r->person.id), I(i->roles), T(time_now()));
	event_log_add(r, "organisation", i->organisation, "invitation.accept", NULL, NULL, "joined", talloc_asprintf(r->mem, "person %" PRId64, r->person.id));
	return see_other(r, "/organizace/%s", i->organisation_slug);
}

int invitation_accept(struct req *r)
{
	struct invited i;
	struct token t;
	if (!invited_find(r, &t, &i))
		return NOT_FOUND;
	if (!token_use(r, &t) || db_exec("UPDATE invitation SET state = 'accepted' WHERE id = ? AND state = 'open'", I(i.id)) != 1)
		return CONFLICT;
	flash(r, "org-joined");
	if (i.organisation)
		return joined_organisation(r, &i);
	r->town.code = i.town;
	db_exec("INSERT INTO membership (person_id, town_code, roles) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE roles = roles | VALUES(roles)",
		I(r->person.id), I(i.town), I(i.roles));
	session_renew(r->person.id);
	event(r, "invitation.accept", r->person.id, "joined", 0, i.roles);
	return see_other(r, "/%s/lide", i.town_slug);
}
