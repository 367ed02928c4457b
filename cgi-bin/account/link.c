/* Personal links: GET shows what the link does, only the button acts (programs that check mail open every link). */
#include "account/account.h"

enum { PASSWORD };
const struct field link_fields[] = {
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .low = PASSWORD_LEAST, .high = PASSWORD_MOST },
	{ 0 },
};

bool contact_change(struct req *r, int64_t person, const char *kind, const char *address)
{
	int64_t holder = contact_person(r, kind, address);
	if (holder && holder != person)
		return false;
	db_exec("DELETE FROM contact WHERE person_id = ? AND kind = ?", I(person), S(kind));
	return contact_add(r, person, kind, address, true) != DB_DUPLICATE;
}

/* Somebody else confirmed the address meanwhile: nothing is written, the page says so. */
static int taken(struct req *r)
{
	for (xmlNode *node = r->page->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, "link"))
			page_set(node, "state", "taken");
	return invalid(r);
}

static int confirm(struct req *r, const struct token *t)
{
	struct {
		struct db_bytes sealed;
		const char *kind;
	} row;
	static const struct column columns[] = { { "sealed", COLUMN_BYTES, offsetof(__typeof__(row), sealed) },
						 { "kind", COLUMN_TEXT, offsetof(__typeof__(row), kind) }, { 0 } };
	if (!db_one(r->mem, &row, columns, "SELECT sealed, kind FROM contact WHERE id = ? AND person_id = ?", I(t->subject_id), I(t->person_id)))
		return taken(r);
	const char *address = seal_open_text(r->mem, "contact", row.sealed.bytes, row.sealed.length);
	if (contact_add(r, t->person_id, row.kind, address, true) == DB_DUPLICATE)
		return taken(r);
	account_log(r, t->person_id, "account.confirm", NULL);
	session_begin(r, t->person_id, false);
	flash(r, "confirmed");
	return see_other(r, "%s", way_back(r, t->detail));
}

/* A new password ends every session; the second factor is asked for as always. */
static int reset(struct req *r, const struct token *t)
{
	password_keep(r, t->person_id, r->values[PASSWORD].text);
	db_exec("DELETE FROM session WHERE person_id = ?", I(t->person_id));
	account_log(r, t->person_id, "account.reset", NULL);
	flash(r, "password-set");
	return see_other(r, "/prihlaseni");
}

static int change_mail(struct req *r, const struct token *t)
{
	struct person viewer = r->person;
	r->person.id = t->person_id;
	const char *old = contact_own(r, "mail");
	r->person = viewer;
	if (!contact_change(r, t->person_id, "mail", t->detail))
		return taken(r);
	if (old) {
		const char *hex = token_make(r, "undo_mail", t->person_id, 0, old, UNDO_SECONDS, NULL);
		outbox_to(r, "account.mail-changed", t->person_id, "mail", old, r->lang, "address", address_masked(r, t->detail), "link",
			  talloc_asprintf(r->mem, "%s/odkaz/%s", conf.base, hex));
	}
	account_log(r, t->person_id, "account.change-mail", NULL);
	flash(r, "mail-changed");
	return see_other(r, r->person.id == t->person_id ? "/ucet" : "/prihlaseni");
}

/* The mail or the number that was. Whoever changed it is signed out everywhere, too: the password may be theirs. */
static int undo_mail(struct req *r, const struct token *t)
{
	if (!contact_change(r, t->person_id, strchr(t->detail, '@') ? "mail" : "phone", t->detail))
		return taken(r);
	db_exec("DELETE FROM session WHERE person_id = ?", I(t->person_id));
	db_exec("UPDATE token SET used_at = ? WHERE person_id = ? AND purpose IN ('change_mail', 'reset') AND used_at IS NULL", T(time_now()),
		I(t->person_id));
	account_log(r, t->person_id, "account.undo-mail", NULL);
	flash(r, "mail-undone");
	return see_other(r, "/zapomenute-heslo");
}

static const struct act {
	const char *purpose;
	int (*act)(struct req *r, const struct token *t);
	bool password;
} acts[] = {
	{ "confirm", confirm, false },
	{ "reset", reset, true },
	{ "change_mail", change_mail, false },
	{ "undo_mail", undo_mail, false },
};

static const struct act *act_of(const struct token *t)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (!strcmp(acts[i].purpose, t->purpose))
			return &acts[i];
	return NULL;
}

static const struct act *show(struct req *r, struct token *t)
{
	const struct act *act = token_find(r, r->word, t) ? act_of(t) : NULL;
	xmlNode *link = act ? page_add(r->page, "link", NULL) : NULL;
	if (!act)
		return NULL;
	page_set(link, "purpose", act->purpose);
	page_set(link, "state", t->used >= 0 ? "used" : token_open(t) ? "open" : "expired");
	if (t->detail && *t->detail != '/' && token_open(t))
		page_set(link, "address", address_masked(r, t->detail));
	r->personal = true;
	return act;
}

int link_page(struct req *r)
{
	struct token t;
	return !show(r, &t) ? NOT_FOUND : OK;
}

/* A link that is over says so kindly and offers another; nothing is written. */
int link_act(struct req *r)
{
	struct token t;
	struct value *password = &r->values[PASSWORD];
	const struct act *act = show(r, &t);
	if (!act)
		return NOT_FOUND;
	if (!token_open(&t))
		return invalid(r);
	const char *wrong = !act->password ? NULL : !password->given ? "required" : password_wrong(r, password->text, "");
	if (wrong) {
		form_error(r, password, "heslo", wrong);
		return invalid(r);
	}
	return token_use(r, &t) ? act->act(r, &t) : invalid(r);
}

/* ---- news stopped by one click (RFC 8058) ---- */

static int64_t stop_show(struct req *r, const char *state)
{
	int64_t person = outbox_stops(r->mem, r->word);
	if (!person)
		return 0;
	page_set(page_add(r->page, "stop", NULL), "state", state ? state : db_number(0, "SELECT told = 'never' FROM person WHERE id = ?", I(person)) ? "done" : "asks");
	r->personal = true;
	return person;
}

int stop_page(struct req *r)
{
	return stop_show(r, NULL) ? OK : NOT_FOUND;
}

/* A program of mail wants a plain answer, no redirect; asked twice it is the same. Nobody is signed in by it, nothing else is shown. */
int stop_act(struct req *r)
{
	int64_t person = stop_show(r, "done");
	if (!person)
		return NOT_FOUND;
	if (db_exec("UPDATE person SET told = 'never', version = version + 1 WHERE id = ? AND told <> 'never'", I(person)) == 1)
		account_log(r, person, "account.stop", NULL);
	return OK;
}
