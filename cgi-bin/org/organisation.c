/*
 * Organisations: draft → active_unverified → submitted → verified, returned and rejected on the way, suspended and closed after (flows.md E4).
 * What must be found in the register (IČO) jobs asks; who vouches is a verified town, or for a group of neighbours two known persons.
 */
#include "../web/contact.h"
#include "../web/token.h"
#include "../web/trust.h"
#include "org.h"

enum { ITEMS = 20, FEED_ITEMS = 50, SLUG_TRIES = 30, SLUG_MAX = 70, ICO_LENGTH = 8, INVITED_DAYS = 14 };

/* The order of the words is the order of organisation.legal_form. */
static const char *const forms[] = { "spolek", "ops", "ustav", "nadace", "cirkev", "skola", "obecni", "sousede", NULL };
enum { INFORMAL = 7 };
enum { NAME, FORM_OF, ICO, TOWN, PURPOSE, WEB, MAIL, PHONE };
const struct field found_fields[] = {
	[NAME] = { .name = "nazev", .type = FIELD_TEXT, .high = 120, .required = true },
	[FORM_OF] = { .name = "forma", .type = FIELD_CHOICE, .allowed = forms, .required = true },
	[ICO] = { .name = "ico", .type = FIELD_TEXT, .high = 11 },
	[TOWN] = { .name = "obec", .type = FIELD_TEXT, .high = 80, .required = true },
	[PURPOSE] = { .name = "ucel", .type = FIELD_LONG, .high = 1000, .required = true },
	[WEB] = { .name = "web", .type = FIELD_TEXT, .high = 300 },
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254 },
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE },
	{ 0 },
};
enum { DECISION, WHY };
static const char *const decisions[] = { "overit", "vratit", "zamitnout", "pozastavit", "obnovit", "ukoncit", NULL };
const struct field decide_fields[] = {
	[DECISION] = { .name = "rozhodnuti", .type = FIELD_CHOICE, .allowed = decisions, .required = true },
	[WHY] = { .name = "duvod", .type = FIELD_LONG, .high = 500 },
	{ 0 },
};
enum { INVITE_MAIL, LABEL, ROLE };
static const char *const member_roles[] = { "spravce", "koordinator", "clen", NULL };
const struct field member_fields[] = {
	[INVITE_MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254, .required = true },
	[LABEL] = { .name = "jmeno", .type = FIELD_TEXT, .high = 80, .required = true },
	[ROLE] = { .name = "role", .type = FIELD_CHOICE, .allowed = member_roles, .required = true },
	{ 0 },
};
const struct field member_role_fields[] = { { .name = "role", .type = FIELD_CHOICE, .allowed = member_roles }, { 0 } };

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct organisation, id) },
	{ "slug", COLUMN_TEXT, offsetof(struct organisation, slug) },
	{ "name", COLUMN_TEXT, offsetof(struct organisation, name) },
	{ "state", COLUMN_TEXT, offsetof(struct organisation, state) },
	{ "town_slug", COLUMN_TEXT, offsetof(struct organisation, town_slug) },
	{ "town_code", COLUMN_INT, offsetof(struct organisation, town) },
	{ "role", COLUMN_TEXT, offsetof(struct organisation, role) },
	{ 0 },
};

bool organisation_load(struct req *r, struct organisation *o)
{
	return db_one(r->mem, o, columns,
		      "SELECT o.id, o.slug, o.name, o.state, o.town_code, t.slug AS town_slug, m.role FROM organisation o JOIN town t ON t.code = o.town_code"
		      "  LEFT JOIN organisation_member m ON m.organisation_id = o.id AND m.person_id = ? WHERE o.slug = ?",
		      I(r->person.id), S(r->word));
}

bool organisation_manages(const struct req *r, const struct organisation *o)
{
	return may(r, "organisation.manage", o->role && !strcmp(o->role, "admin"));
}

static void event(struct req *r, const struct organisation *o, const char *action, const char *to, const char *reason, const char *note)
{
	event_log_add(r, "organisation", o->id, action, o->state, to, reason, note);
}

static const char *address(struct req *r, const struct organisation *o)
{
	return link_to(r, "/organizace/%s", o->slug);
}

static void tell_admins(struct req *r, const struct organisation *o, const char *what, const char *reason)
{
	struct {
		int64_t id;
	} *people;
	static const struct column id_columns[] = { { "id", COLUMN_INT, 0 }, { 0 } };
	size_t count = db_all(r->mem, &people, sizeof *people, id_columns,
			      "SELECT person_id AS id FROM organisation_member WHERE organisation_id = ? AND role = 'admin'", I(o->id));
	for (size_t i = 0; i < count; i++)
		tell(r, "org.news", o->id, people[i].id, NEWS(what, o->name, reason, address(r, o)));
}

/* ---- pages ---- */

static void organisation_add(struct req *r, const struct organisation *o, bool inside)
{
	db_rows(r->mem, r->page, "organisation",
		"SELECT id AS `@id`, slug AS `@slug`, state AS `@state`, legal_form AS `@form`, ico AS `@ico`, IF(?, register_state, NULL) AS `@register`,"
		" name, purpose, web, mail, phone, register_name AS register, verified_at AS verified, IF(?, reason, NULL) AS reason,"
		" (SELECT GROUP_CONCAT(t.name SEPARATOR ', ') FROM vouch v JOIN town t ON t.code = v.town_code WHERE v.organisation_id = organisation.id) AS vouched,"
		" (SELECT COUNT(*) FROM vouch v WHERE v.organisation_id = organisation.id AND v.town_code IS NULL) AS `@persons`"
		"  FROM organisation WHERE id = ?",
		I(inside), I(inside), I(o->id));
}

/* Drafts are for their people; who was rejected or has closed is not shown as if nothing happened. */
static bool shown(const struct organisation *o)
{
	static const char *const states[] = { "active_unverified", "submitted", "verified", "returned", "suspended" };
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (!strcmp(o->state, states[i]))
			return true;
	return false;
}

/* Neighbours of level 2 vouch for a group of neighbours that they do not belong to themselves. */
static bool may_vouch(const struct req *r, const struct organisation *o)
{
	return r->person.id && !o->role && db_number(0, "SELECT p.level >= 2 AND o.legal_form = 'informal' AND o.state IN ('active_unverified', 'submitted')"
		"  AND NOT EXISTS (SELECT 1 FROM vouch v WHERE v.organisation_id = o.id AND v.person_id = p.id) FROM person p, organisation o WHERE p.id = ? AND o.id = ?",
		I(r->person.id), I(o->id));
}

int organisation_page(struct req *r)
{
	struct organisation o = { 0 };
	bool feed = *r->suffix && strcmp(r->suffix, "xml");
	if (!organisation_load(r, &o) || (!shown(&o) && !o.role))
		return o.state && !strcmp(o.state, "closed") ? GONE : NOT_FOUND;
	place_load(r, o.town_slug);
	place_page(r);
	organisation_add(r, &o, false);
	notice_of_organisation(r, r->page, o.id, feed ? FEED_ITEMS : ITEMS);
	if (may_vouch(r, &o))
		page_add(r->page, "vouch", NULL);
	if (o.role || may(r, "organisation.decide", false))
		page_set(page_add(r->page, "inside", NULL), "role", o.role);
	return OK;
}

static int desk(struct req *r, struct organisation *o)
{
	organisation_add(r, o, true);
	db_rows(r->mem, r->page, "member",
		"SELECT p.id AS `@id`, m.role AS `@role`, IF(p.id = ?, 'yes', NULL) AS `@me`, p.name AS `.` FROM organisation_member m"
		"  JOIN person p ON p.id = m.person_id WHERE m.organisation_id = ? ORDER BY m.role, p.name",
		I(r->person.id), I(o->id));
	db_rows(r->mem, r->page, "invitation",
		"SELECT id AS `@id`, label AS `.`, expires_at AS `@until` FROM invitation WHERE organisation_id = ? AND state = 'open' AND expires_at > ?"
		" ORDER BY id", I(o->id), T(time_now()));
	offer(r, "organisation.manage", organisation_manages(r, o));
	if (!o->role)
		offer(r, "organisation.decide", false);
	return OK;
}

int organisation_desk(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	if (!o.role && !may(r, "organisation.decide", false))
		return FORBIDDEN;
	form_add(r, decide_fields);
	return desk(r, &o);
}

int organisation_list(struct req *r)
{
	db_rows(r->mem, r->page, "organisation",
		"SELECT o.id AS `@id`, o.slug AS `@slug`, o.state AS `@state`, o.legal_form AS `@form`, o.name, o.purpose, o.register_name AS register,"
		" IF(EXISTS (SELECT 1 FROM vouch v WHERE v.organisation_id = o.id AND v.town_code = o.town_code), 'yes', NULL) AS `@vouched`"
		"  FROM organisation o WHERE o.town_code = ? AND o.state IN ('active_unverified', 'submitted', 'verified', 'returned') ORDER BY o.name",
		I(r->town.code));
	if (r->town.official)
		offer(r, "organisation.vouch", false);
	offer(r, "organisation.own", false);
	form_add(r, no_fields);
	return OK;
}

/* ---- founding ---- */

/* Eight digits, the last one checks the rest (standards.md 3.4). */
static const char *ico_read(struct req *r, const char *typed)
{
	char *digits = talloc_zero_array(r->mem, char, ICO_LENGTH + 1);
	int n = 0, sum = 0;
	for (; *typed; typed++) {
		if (*typed == ' ')
			continue;
		if (*typed < '0' || *typed > '9' || n == ICO_LENGTH)
			return NULL;
		digits[n++] = *typed;
	}
	if (!n)
		return NULL;
	memmove(digits + ICO_LENGTH - n, digits, (size_t)n);
	memset(digits, '0', (size_t)(ICO_LENGTH - n));
	for (int i = 0; i < ICO_LENGTH - 1; i++)
		sum += (digits[i] - '0') * (ICO_LENGTH - i);
	return digits[ICO_LENGTH - 1] - '0' == (11 - sum % 11) % 10 ? digits : NULL;
}

static int64_t town_find(struct req *r, const char *typed)
{
	return db_number(0, "SELECT code FROM town WHERE slug = ?", S(text_slug(r->mem, typed, SLUG_MAX)));
}

static bool founding_fits(struct req *r, struct value *v, int64_t *town, const char **ico)
{
	bool right = true;
	for (size_t i = 0; found_fields[i].name; i++)
		right = right && !v[i].error;
	*ico = v[ICO].given && !v[ICO].error ? ico_read(r, v[ICO].text) : NULL;
	if (v[ICO].given && !v[ICO].error && !*ico)
		form_error(r, &v[ICO], "ico", "ico"), right = false;
	if (!v[ICO].given && v[FORM_OF].number >= 0 && v[FORM_OF].number != INFORMAL)
		form_error(r, &v[ICO], "ico", "ico-needed"), right = false;
	*town = v[TOWN].error ? 0 : town_find(r, v[TOWN].text);
	if (!v[TOWN].error && !*town)
		form_error(r, &v[TOWN], "obec", "town"), right = false;
	if (v[WEB].given && !v[WEB].error && strncmp(v[WEB].text, "https://", 8) && strncmp(v[WEB].text, "http://", 7))
		form_error(r, &v[WEB], "web", "web"), right = false;
	return right;
}

static int64_t organisation_insert(struct req *r, const struct value *v, int64_t town, const char *ico, const char **slug)
{
	const char *stem = text_slug(r->mem, v[NAME].text, SLUG_MAX);
	int64_t id = DB_DUPLICATE;
	stem = *stem && strcmp(stem, "zalozit") ? stem : "organizace";
	for (int i = 1; id == DB_DUPLICATE && i < SLUG_TRIES; i++) {
		*slug = i == 1 ? stem : talloc_asprintf(r->mem, "%s-%d", stem, i);
		id = db_exec("INSERT INTO organisation (slug, name, legal_form, ico, town_code, purpose, web, mail, phone, register_state, created_at)"
			     " VALUES (?, ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), IF(? IS NULL, NULL, 'wanted'), ?)",
			     S(*slug), S(v[NAME].text), I(v[FORM_OF].number + 1), S(ico), I(town), S(v[PURPOSE].text), S(v[WEB].text), S(v[MAIL].text),
			     S(v[PHONE].text), S(ico), T(time_now()));
	}
	return id;
}

int organisation_found_page(struct req *r)
{
	(void)r;
	return OK;
}

int organisation_found(struct req *r)
{
	struct organisation o = { 0 };
	int64_t town;
	const char *ico;
	if (!founding_fits(r, r->values, &town, &ico))
		return invalid(r);
	o.id = organisation_insert(r, r->values, town, ico, &o.slug);
	if (o.id == DB_DUPLICATE)
		return CONFLICT;
	db_exec("INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (?, ?, 'admin', ?)", I(o.id), I(r->person.id), T(time_now()));
	event(r, &o, "organisation.own", "draft", NULL, r->values[NAME].text);
	flash(r, "org-founded");
	return see_other(r, "/organizace/%s/sprava", o.slug);
}

/* ---- states ---- */

/* One step of one state to another; false when it is not there any more. */
static bool state_set(const struct organisation *o, const char *to, const char *reason)
{
	return db_exec("UPDATE organisation SET state = ?, reason = ?, version = version + 1, verified_at = IF(? = 'verified', COALESCE(verified_at, ?), verified_at)"
		       " WHERE id = ? AND state = ?", S(to), S(reason), S(to), T(time_now()), I(o->id), S(o->state)) > 0;
}

static int desk_again(struct req *r, const char *said, const struct organisation *o)
{
	flash(r, said);
	return see_other(r, "/organizace/%s/sprava", o->slug);
}

/* What the organisation's own admins do with it. */
static int own_step(struct req *r, const char *const *from, const char *to, const char *said)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	if (!organisation_manages(r, &o))
		return FORBIDDEN;
	while (*from && strcmp(*from, o.state))
		from++;
	if (!*from || !state_set(&o, to, NULL))
		return CONFLICT;
	event(r, &o, "organisation.manage", to, NULL, NULL);
	if (!strcmp(to, "submitted")) {
		tell_site(r, "org.news", o.id, ADMIN, NEWS("organisation-submitted", o.name, NULL, link_to(r, "/organizace/%s/sprava", o.slug)));
		tell_town(r, "org.news", o.id, o.town, NEWS("organisation-submitted", o.name, NULL, link_to(r, "/%s/organizace", o.town_slug)));
		trust_believe(r->mem, o.id, r->person.id);
	}
	return desk_again(r, said, &o);
}

int organisation_publish(struct req *r)
{
	static const char *const from[] = { "draft", NULL };
	return own_step(r, from, "active_unverified", "org-published");
}

int organisation_submit(struct req *r)
{
	static const char *const from[] = { "active_unverified", "returned", NULL };
	return own_step(r, from, "submitted", "org-submitted");
}

int organisation_close(struct req *r)
{
	static const char *const from[] = { "draft", "active_unverified", "submitted", "verified", "returned", "rejected", NULL };
	return own_step(r, from, "closed", "org-closed");
}

/* What the site decides: from which states, to which, and whether it must say why. */
static const struct {
	const char *from[3], *to, *news;
	bool why;
} steps[] = {
	{ { "submitted" }, "verified", "organisation-verified", false },
	{ { "submitted" }, "returned", "organisation-returned", true },
	{ { "submitted" }, "rejected", "organisation-rejected", true },
	{ { "verified" }, "suspended", "organisation-suspended", true },
	{ { "suspended" }, "verified", "organisation-verified", false },
	{ { "verified", "suspended", "rejected" }, "closed", "organisation-closed", true },
};

static bool step_fits(int64_t step, const char *state)
{
	for (size_t i = 0; i < 3; i++)
		if (steps[step].from[i] && !strcmp(steps[step].from[i], state))
			return true;
	return false;
}

int organisation_decide(struct req *r)
{
	struct value *v = r->values;
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	/* Nobody decides on their own (flows.md E6). */
	if (o.role)
		return FORBIDDEN;
	if (!v[DECISION].error && steps[v[DECISION].number].why && !v[WHY].given)
		form_error(r, &v[WHY], "duvod", "required");
	if (v[DECISION].error || v[WHY].error) {
		desk(r, &o);
		return invalid(r);
	}
	const char *reason = v[WHY].given ? v[WHY].text : NULL;
	if (!step_fits(v[DECISION].number, o.state) || !state_set(&o, steps[v[DECISION].number].to, reason)) {
		desk(r, &o);
		return conflict(r);
	}
	event(r, &o, "organisation.decide", steps[v[DECISION].number].to, NULL, reason);
	tell_admins(r, &o, steps[v[DECISION].number].news, reason);
	return desk_again(r, "org-decided", &o);
}

/* ---- vouching ---- */

static int vouched(struct req *r, struct organisation *o, int64_t town)
{
	if (strcmp(o->state, "active_unverified") && strcmp(o->state, "submitted"))
		return CONFLICT;
	if (db_exec("INSERT INTO vouch (organisation_id, town_code, person_id, at) VALUES (?, NULLIF(?, 0), ?, ?)", I(o->id), I(town), I(r->person.id),
		    T(time_now())) == DB_DUPLICATE)
		return CONFLICT;
	event(r, o, "organisation.vouch", o->state, town ? "town" : "person", NULL);
	trust_believe(r->mem, o->id, r->person.id);
	flash(r, "org-vouched");
	return OK;
}

/* One click of a clerk in the name of the town. */
int organisation_vouch_town(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o) || o.town != r->town.code)
		return NOT_FOUND;
	if (!r->town.official)
		return FORBIDDEN;
	int status = vouched(r, &o, r->town.code);
	return status == OK ? see_other(r, "/%s/organizace", r->town.slug) : status;
}

/* Neighbours of level 2 for a group of neighbours that they do not belong to themselves. */
int organisation_vouch_person(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	if (!may_vouch(r, &o))
		return FORBIDDEN;
	int status = vouched(r, &o, 0);
	return status == OK ? see_other(r, "/organizace/%s", o.slug) : status;
}

/* ---- members ---- */

/* 0, or why its members are not the viewer's to change. */
static int refused(struct req *r, struct organisation *o)
{
	if (!organisation_load(r, o))
		return NOT_FOUND;
	if (!organisation_manages(r, o))
		return FORBIDDEN;
	return strcmp(o->state, "closed") ? 0 : CONFLICT;
}

int member_invite(struct req *r)
{
	struct value *v = r->values;
	struct organisation o;
	int refusal = refused(r, &o);
	if (refusal)
		return refusal;
	const char *mail = v[INVITE_MAIL].error ? NULL : contact_normalise(r->mem, "mail", v[INVITE_MAIL].text);
	if (!v[INVITE_MAIL].error && !mail)
		form_error(r, &v[INVITE_MAIL], "mail", "mail");
	if (v[INVITE_MAIL].error || v[LABEL].error || v[ROLE].error) {
		desk(r, &o);
		return invalid(r);
	}
	int64_t id = db_exec("INSERT INTO invitation (organisation_id, roles, label, invited_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
			     I(o.id), I(v[ROLE].number + 1), S(v[LABEL].text), I(r->person.id), T(time_now()), T(time_now() + INVITED_DAYS * DAY));
	const char *hex = token_make(r, "join", 0, id, NULL, INVITED_DAYS * DAY, NULL);
	outbox_to(r, "org.invite", id, "mail", mail, r->lang, "name", o.name, "who", r->person.name, "link", link_to(r, "/pozvanka/%s", hex));
	event(r, &o, "organisation.manage", o.state, "invited", talloc_asprintf(r->mem, "invitation %" PRId64, id));
	return desk_again(r, "org-invited", &o);
}

static bool last_admin(const struct organisation *o, int64_t person)
{
	return !db_number(0, "SELECT COUNT(*) FROM organisation_member WHERE organisation_id = ? AND role = 'admin' AND person_id <> ? FOR UPDATE",
			  I(o->id), I(person));
}

/* A role, or none: removed. An organisation is never without an admin; who wants to end it closes it. */
int member_role(struct req *r)
{
	struct organisation o;
	const struct value *role = &r->values[0];
	int refusal = refused(r, &o);
	if (refusal)
		return refusal;
	if (role->error)
		return BAD_REQUEST;
	if (role->number != 0 && last_admin(&o, r->number))
		return desk_again(r, "org-last-admin", &o);
	int64_t changed = role->given
		? db_exec("UPDATE organisation_member SET role = ? WHERE organisation_id = ? AND person_id = ?", I(role->number + 1), I(o.id), I(r->number))
		: db_exec("DELETE FROM organisation_member WHERE organisation_id = ? AND person_id = ?", I(o.id), I(r->number));
	if (changed <= 0)
		return CONFLICT;
	event(r, &o, "organisation.manage", o.state, role->given ? "role" : "removed", talloc_asprintf(r->mem, "person %" PRId64, r->number));
	return desk_again(r, "org-roles", &o);
}

int member_leave(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	if (!o.role)
		return FORBIDDEN;
	if (last_admin(&o, r->person.id))
		return desk_again(r, "org-last-admin", &o);
	db_exec("DELETE FROM organisation_member WHERE organisation_id = ? AND person_id = ?", I(o.id), I(r->person.id));
	event(r, &o, "organisation.own", o.state, "left", NULL);
	return see_other(r, "/organizace/%s", o.slug);
}
