/* Members of an organisation: invited by mail, their roles, leaving. */
#include "../web/contact.h"
#include "../web/outbox.h"
#include "../web/token.h"
#include "org.h"

enum { INVITED_DAYS = 14 };

enum { INVITE_MAIL, LABEL, ROLE };
static const char *const member_roles[] = { "spravce", "koordinator", "clen", NULL };
const struct field member_fields[] = {
	[INVITE_MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254, .required = true },
	[LABEL] = { .name = "jmeno", .type = FIELD_TEXT, .high = 80, .required = true },
	[ROLE] = { .name = "role", .type = FIELD_CHOICE, .allowed = member_roles, .required = true },
	{ 0 },
};
const struct field member_role_fields[] = { { .name = "role", .type = FIELD_CHOICE, .allowed = member_roles }, { 0 } };


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
		desk_add(r, &o);
		return invalid(r);
	}
	int64_t id = db_exec("INSERT INTO invitation (organisation_id, roles, label, invited_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
			     I(o.id), I(v[ROLE].number + 1), S(v[LABEL].text), I(r->person.id), T(time_now()), T(time_now() + INVITED_DAYS * DAY));
	const char *hex = token_make(r, "join", 0, id, NULL, INVITED_DAYS * DAY, NULL);
	outbox_to(r, "org.invite", id, "mail", mail, r->lang, "name", o.name, "who", r->person.name, "link", link_to(r, "/pozvanka/%s", hex));
	organisation_event(r, &o, "organisation.manage", o.state, "invited", talloc_asprintf(r->mem, "invitation %" PRId64, id));
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
	organisation_event(r, &o, "organisation.manage", o.state, role->given ? "role" : "removed", talloc_asprintf(r->mem, "person %" PRId64, r->number));
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
	organisation_event(r, &o, "organisation.own", o.state, "left", NULL);
	return see_other(r, "/organizace/%s", o.slug);
}
