/* Changes of what one signs in with. Each asks for the password again. */
#include "account/account.h"

enum { OLD, NEW };
const struct field password_fields[] = {
	[OLD] = { .name = "stare", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	[NEW] = { .name = "heslo", .type = FIELD_SECRET, .low = PASSWORD_LEAST, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};

enum { MAIL, PASSWORD };
const struct field mail_fields[] = {
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254, .required = true },
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};

bool password_asked(struct req *r, struct value *v, const char *name)
{
	if (v->error || password_right(r, r->person.id, v->text))
		return !v->error;
	form_error(r, v, name, "wrong-own");
	return false;
}

bool password_tried(struct req *r)
{
	return throttle_hit(r, "password", talloc_asprintf(r->mem, "%" PRId64, r->person.id));
}

int own_password_page(struct req *r)
{
	page_set(page_add(r->page, "mine", NULL), "mail", contact_own(r, "mail"));
	return OK;
}

/* Everybody else who is signed in is signed out, and this browser gets a new session. */
int own_password(struct req *r)
{
	struct value *v = r->values;
	own_password_page(r);
	if (password_tried(r))
		return too_many(r);
	const char *wrong = v[NEW].error ? NULL : password_wrong(r, v[NEW].text, r->person.name);
	if (wrong)
		form_error(r, &v[NEW], "heslo", wrong);
	if (v[NEW].error || !password_asked(r, &v[OLD], "stare"))
		return invalid(r);
	bool strong = r->person.strong;
	password_keep(r, r->person.id, v[NEW].text);
	db_exec("DELETE FROM session WHERE person_id = ? AND id <> ?", I(r->person.id), I(r->person.session));
	db_exec("UPDATE token SET used_at = ? WHERE person_id = ? AND purpose = 'reset' AND used_at IS NULL", T(time_now()), I(r->person.id));
	account_log(r, r->person.id, "account.password", NULL);
	session_begin(r, r->person.id, strong);
	flash(r, "password-changed");
	return see_other(r, "/ucet");
}

int own_mail_page(struct req *r)
{
	const char *mail = contact_own(r, "mail");
	page_set(page_add(r->page, "mine", NULL), "mail", mail);
	return OK;
}

/* The new address gets a link; only it changes anything. Whether somebody has the address already shows in nothing. */
int own_mail(struct req *r)
{
	struct value *v = r->values;
	own_mail_page(r);
	if (password_tried(r))
		return too_many(r);
	const char *mail = v[MAIL].error ? NULL : contact_normalise(r->mem, "mail", v[MAIL].text);
	if (!mail && !v[MAIL].error)
		form_error(r, &v[MAIL], "mail", "mail");
	if (mail && guard_disposable(r, mail))
		form_error(r, &v[MAIL], "mail", "disposable");
	if (v[MAIL].error || !password_asked(r, &v[PASSWORD], "heslo"))
		return invalid(r);
	int64_t holder = contact_person(r, "mail", mail);
	if (!holder) {
		const char *hex = token_make(r, "change_mail", r->person.id, 0, mail, LINK_SECONDS, NULL);
		outbox_to(r, "account.change-mail", r->person.id, "mail", mail, r->lang, "link", talloc_asprintf(r->mem, "%s/odkaz/%s", conf.base, hex));
	} else if (holder != r->person.id) {
		outbox_to(r, "account.exists", holder, "mail", mail, r->lang, "link", talloc_asprintf(r->mem, "%s/zapomenute-heslo", conf.base));
	}
	flash(r, "mail-sent");
	return see_other(r, "/ucet");
}
