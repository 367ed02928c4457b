/*
 * Organisations: draft → active_unverified → submitted → verified, returned and rejected on the way, suspended and closed after (flows.md E4).
 * What must be found in the register (IČO) jobs asks; who vouches is a verified town, or for a group of neighbours two known persons.
 */
#include "../web/trust.h"
#include "org.h"

enum { ITEMS = 20, FEED_ITEMS = 50 };

enum { DECISION, WHY };
static const char *const decisions[] = { "overit", "vratit", "zamitnout", "pozastavit", "obnovit", "ukoncit", NULL };
const struct field decide_fields[] = {
	[DECISION] = { .name = "rozhodnuti", .type = FIELD_CHOICE, .allowed = decisions, .required = true },
	[WHY] = { .name = "duvod", .type = FIELD_LONG, .high = 500 },
	{ 0 },
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct organisation, id) },
	{ "slug", COLUMN_TEXT, offsetof(struct organisation, slug) },
	{ "name", COLUMN_TEXT, offsetof(struct organisation, name) },
	{ "state", COLUMN_TEXT, offsetof(struct organisation, state) },
	{ "moderation", COLUMN_TEXT, offsetof(struct organisation, moderation) },
	{ "town_slug", COLUMN_TEXT, offsetof(struct organisation, town_slug) },
	{ "town_code", COLUMN_INT, offsetof(struct organisation, town) },
	{ "role", COLUMN_TEXT, offsetof(struct organisation, role) },
	{ 0 },
};

bool organisation_load(struct req *r, struct organisation *o)
{
	return db_one(r->mem, o, columns,
		      "SELECT o.id, o.slug, o.name, o.state, o.moderation, o.town_code, t.slug AS town_slug, m.role FROM organisation o JOIN town t ON t.code = o.town_code"
		      "  LEFT JOIN organisation_member m ON m.organisation_id = o.id AND m.person_id = ? WHERE o.slug = ?",
		      I(r->person.id), S(r->word));
}

bool organisation_manages(const struct req *r, const struct organisation *o)
{
	return may(r, "organisation.manage", o->role && !strcmp(o->role, "admin"));
}

void organisation_event(struct req *r, const struct organisation *o, const char *action, const char *to, const char *reason, const char *note)
{
	event_log_add(r, "organisation", o->id, action, o->state, to, reason, note);
}

static const char *address(struct req *r, const struct organisation *o)
{
	return link_to(r, "/organizace/%s", o->slug);
}

/* Its admins, or, when it touches what they may do there, everybody who belongs to it. */
static void tell_members(struct req *r, const struct organisation *o, bool everybody, const char *what, const char *reason)
{
	struct {
		int64_t id;
	} *people;
	static const struct column id_columns[] = { { "id", COLUMN_INT, 0 }, { 0 } };
	size_t count = db_all(r->mem, &people, sizeof *people, id_columns,
			      "SELECT person_id AS id FROM organisation_member WHERE organisation_id = ? AND (? OR role = 'admin')", I(o->id), I(everybody));
	for (size_t i = 0; i < count; i++)
		tell(r, "org.news", o->id, people[i].id, NEWS(what, o->name, reason, address(r, o)));
}

/* It will be believed in two days: whoever may object is told, once it is submitted. */
void organisation_proven(struct req *r, const struct organisation *o)
{
	if (!db_number(0, "SELECT " TRUST_PROVEN " IS NOT NULL FROM organisation WHERE id = ? AND state = 'submitted'", I(o->id)))
		return;
	tell_site(r, "org.news", o->id, MODERATOR | ADMIN, NEWS("organisation-proven", o->name, NULL, link_to(r, "/organizace/%s/sprava", o->slug)));
	tell_town(r, "org.news", o->id, o->town, NEWS("organisation-proven", o->name, NULL, link_to(r, "/%s/organizace", o->town_slug)));
}

/* ---- pages ---- */

static void organisation_add(struct req *r, const struct organisation *o, bool inside)
{
	db_rows(r->mem, r->page, "organisation",
		"SELECT id AS `@id`, slug AS `@slug`, state AS `@state`, legal_form AS `@form`, ico AS `@ico`, IF(?, register_state, NULL) AS `@register`,"
		" name, purpose, web, mail, phone, register_name AS register, verified_at AS verified, IF(?, reason, NULL) AS reason, proof_domain AS proof,"
		" document_on AS document, IF(state = 'submitted', " TRUST_PROVEN " + INTERVAL ? HOUR, NULL) AS believed,"
		" (SELECT GROUP_CONCAT(t.name SEPARATOR ', ') FROM vouch v JOIN town t ON t.code = v.town_code WHERE v.organisation_id = organisation.id) AS vouched,"
		" (SELECT COUNT(*) FROM vouch v WHERE v.organisation_id = organisation.id AND v.town_code IS NULL) AS `@persons`"
		"  FROM organisation WHERE id = ?",
		I(inside), I(inside), I(TRUST_OBJECT_HOURS), I(o->id));
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
	if (!strcmp(o.moderation, "hidden") || !strcmp(o.moderation, "removed") || (feed && strcmp(o.moderation, "visible"))) {
		page_set(page_add(r->page, "error", NULL), "code", o.moderation);
		return GONE;
	}
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

/*
 * What the site decides: from which states, to which, whether everybody there is told. It must say why, which those told read; who verifies says which
 * documents were seen, which only the log keeps, with the day.
 */
static const struct {
	const char *from[3], *to, *news;
	bool why, everybody;
} steps[] = {
	{ { "submitted" }, "verified", "organisation-verified", true, false },
	{ { "submitted" }, "returned", "organisation-returned", true, false },
	{ { "submitted" }, "rejected", "organisation-rejected", true, false },
	{ { "verified" }, "suspended", "organisation-suspended", true, true },
	{ { "suspended" }, "verified", "organisation-verified", false, true },
	{ { "verified", "suspended", "rejected" }, "closed", "organisation-closed", true, true },
};

static bool step_fits(int64_t step, const char *state)
{
	for (size_t i = 0; i < 3; i++)
		if (steps[step].from[i] && !strcmp(steps[step].from[i], state))
			return true;
	return false;
}

/* The forms of the desk; that of the route is on the page already. */
static const struct field *const desk_forms[] = { member_fields, decide_fields, box_fields, proof_fields };

void desk_add(struct req *r, const struct organisation *o)
{
	for (size_t i = 0; i < sizeof desk_forms / sizeof *desk_forms; i++)
		if (r->route->query != desk_forms[i])
			form_add(r, desk_forms[i]);
	for (int64_t step = 0; decisions[step]; step++)
		if (!step_fits(step, o->state))
			form_withhold(r, "rozhodnuti", decisions[step]);
	organisation_add(r, o, true);
	db_rows(r->mem, r->page, "member",
		"SELECT p.id AS `@id`, m.role AS `@role`, IF(p.id = ?, 'yes', NULL) AS `@me`, p.name AS `.` FROM organisation_member m"
		"  JOIN person p ON p.id = m.person_id WHERE m.organisation_id = ? ORDER BY m.role, p.name",
		I(r->person.id), I(o->id));
	db_rows(r->mem, r->page, "invitation",
		"SELECT id AS `@id`, label AS `.`, expires_at AS `@until` FROM invitation WHERE organisation_id = ? AND state = 'open' AND expires_at > ?"
		" ORDER BY id", I(o->id), T(time_now()));
	proof_add(r, o);
	offer(r, "organisation.manage", organisation_manages(r, o));
	if (!o->role)
		offer(r, "organisation.decide", false);
}

int organisation_desk(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	if (!o.role && !may(r, "organisation.decide", false))
		return FORBIDDEN;
	desk_add(r, &o);
	return OK;
}

int organisation_list(struct req *r)
{
	db_rows(r->mem, r->page, "organisation",
		"SELECT o.id AS `@id`, o.slug AS `@slug`, o.state AS `@state`, o.legal_form AS `@form`, o.name, o.purpose, o.register_name AS register,"
		" IF(EXISTS (SELECT 1 FROM vouch v WHERE v.organisation_id = o.id AND v.town_code = o.town_code), 'yes', NULL) AS `@vouched`,"
		" IF(state = 'submitted', " TRUST_PROVEN " + INTERVAL ? HOUR, NULL) AS believed"
		"  FROM organisation o WHERE o.town_code = ? AND (o.state IN ('active_unverified', 'submitted', 'verified', 'returned') OR (o.state = 'suspended' AND ?)) AND o.moderation = 'visible' ORDER BY o.name",
		I(TRUST_OBJECT_HOURS), I(r->town.code), I(may(r, "town.people", false)));
	if (r->town.official)
		offer(r, "organisation.vouch", false);
	offer(r, "organisation.own", false);
	form_add(r, no_fields);
	return OK;
}

/* ---- states ---- */

/* One step of one state to another; false when it is not there any more. */
static bool state_set(const struct organisation *o, const char *to, const char *reason)
{
	return db_exec("UPDATE organisation SET state = ?, reason = ?, version = version + 1, verified_at = IF(? = 'verified', COALESCE(verified_at, ?), verified_at)"
		       " , submitted_at = IF(? = 'submitted', ?, submitted_at) WHERE id = ? AND state = ?", S(to), S(reason), S(to), T(time_now()), S(to), T(time_now()),
		       I(o->id), S(o->state)) > 0;
}

/* What hung on being believed: levels it gave, what it planned to post. Planned notices wait while it is suspended (cgi-bin/feed/clock.c). */
static void belief_changed(struct req *r, const struct organisation *o, const char *to)
{
	if (!strcmp(to, "verified"))
		db_exec("UPDATE notice SET posted_at = ? WHERE organisation_id = ? AND state = 'scheduled' AND posted_at < ?", T(time_now()), I(o->id),
			T(time_now()));
	else if (!strcmp(to, "closed"))
		db_exec("UPDATE notice SET state = 'cancelled', changed_at = ? WHERE organisation_id = ? AND state = 'scheduled'", T(time_now()), I(o->id));
	trust_body(r->mem, 0, o->id);
}

int desk_again(struct req *r, const char *said, const struct organisation *o)
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
	organisation_event(r, &o, "organisation.manage", to, NULL, NULL);
	if (!strcmp(to, "submitted")) {
		tell_site(r, "org.news", o.id, MODERATOR | ADMIN, NEWS("organisation-submitted", o.name, NULL, link_to(r, "/organizace/%s/sprava", o.slug)));
		tell_town(r, "org.news", o.id, o.town, NEWS("organisation-submitted", o.name, NULL, link_to(r, "/%s/organizace", o.town_slug)));
		if (!trust_believe(r->mem, o.id, r->person.id))
			organisation_proven(r, &o);
	}
	if (!strcmp(to, "closed")) {
		belief_changed(r, &o, to);
		tell_members(r, &o, true, "organisation-closed", NULL);
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

static const char *const closes[] = { "draft", "active_unverified", "submitted", "verified", "returned", "rejected", NULL };

/* It cannot be undone: what it means stands on a page of its own. */
int organisation_close_page(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	if (!organisation_manages(r, &o))
		return FORBIDDEN;
	const char *const *state = closes;
	while (*state && strcmp(*state, o.state))
		state++;
	if (!*state)
		return CONFLICT;
	organisation_add(r, &o, true);
	form_add(r, no_fields);
	return OK;
}

int organisation_close(struct req *r)
{
	return own_step(r, closes, "closed", "org-closed");
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
		desk_add(r, &o);
		return invalid(r);
	}
	const char *to = steps[v[DECISION].number].to, *seen = v[WHY].given ? v[WHY].text : NULL, *reason = strcmp(to, "verified") ? seen : NULL;
	if (!step_fits(v[DECISION].number, o.state) || !state_set(&o, to, reason)) {
		desk_add(r, &o);
		return conflict(r);
	}
	if (!strcmp(o.state, "submitted") && !strcmp(to, "verified"))
		db_exec("UPDATE organisation SET document_on = ? WHERE id = ?", S(time_day(r->mem, time_now())), I(o.id));
	belief_changed(r, &o, to);
	organisation_event(r, &o, "organisation.decide", to, NULL, seen);
	tell_members(r, &o, steps[v[DECISION].number].everybody, steps[v[DECISION].number].news, reason);
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
	organisation_event(r, o, "organisation.vouch", o->state, town ? "town" : "person", NULL);
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

/* One click of who vouches for the town, or decides for the site, before the time is over: the mail proves nothing any more, a moderator decides. */
static int object(struct req *r, const struct organisation *o)
{
	if (o->role)
		return FORBIDDEN;
	if (db_exec("UPDATE organisation SET proof_domain = NULL, version = version + 1 WHERE id = ? AND state = 'submitted' AND " TRUST_PROVEN " IS NOT NULL", I(o->id)) <= 0)
		return CONFLICT;
	organisation_event(r, o, r->town.code ? "organisation.vouch" : "organisation.decide", o->state, "objected", NULL);
	tell_site(r, "org.news", o->id, MODERATOR, NEWS("organisation-objected", o->name, NULL, link_to(r, "/organizace/%s/sprava", o->slug)));
	tell_members(r, o, false, "organisation-objected", NULL);
	flash(r, "org-objected");
	return OK;
}

int organisation_object_town(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o) || o.town != r->town.code)
		return NOT_FOUND;
	if (!r->town.official)
		return FORBIDDEN;
	int status = object(r, &o);
	return status == OK ? see_other(r, "/%s/organizace", r->town.slug) : status;
}

int organisation_object_site(struct req *r)
{
	struct organisation o;
	if (!organisation_load(r, &o))
		return NOT_FOUND;
	int status = object(r, &o);
	return status == OK ? see_other(r, "/organizace/%s/sprava", o.slug) : status;
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
