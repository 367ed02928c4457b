/* Signing in and out. Whether an account exists shows in nothing: same answer, same words, same work. */
#include "account/account.h"

enum { WHO, PASSWORD, BACK };
const struct field sign_fields[] = {
	[WHO] = { .name = "kdo", .type = FIELD_TEXT, .high = 254, .required = true },
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	[BACK] = { .name = "zpet", .type = FIELD_HIDDEN, .high = 300 },
	{ 0 },
};

enum { CODE, STEP, CODE_BACK };
const struct field code_fields[] = {
	[CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 30, .required = true },
	[STEP] = { .name = "krok", .type = FIELD_HIDDEN, .high = 400, .required = true },
	[CODE_BACK] = { .name = "zpet", .type = FIELD_HIDDEN, .high = 300 },
	{ 0 },
};

enum { STEP_SECONDS = 600, STEP_BYTES = 200 };

const char *way_back(struct req *r, const char *path)
{
	(void)r;
	bool ours = path && path[0] == '/' && path[1] != '/' && path[1] != '\\' && !strchr(path, '\\');
	for (const char *c = path; ours && *c; c++)
		ours = (unsigned char)*c > ' ' && *c != 0x7f;
	return ours ? path : "/ucet";
}

const char *address_kind(struct req *r, const char *typed, const char **normalised)
{
	const char *kind = strchr(typed, '@') ? "mail" : "phone";
	*normalised = contact_normalise(r->mem, kind, typed);
	return kind;
}

int sign_page(struct req *r)
{
	if (r->person.id)
		return see_other(r, "%s", way_back(r, r->values[BACK].text));
	passkey_offer(r, 0);
	return OK;
}

static int sign_again(struct req *r)
{
	passkey_offer(r, 0);
	return invalid(r);
}

/* Between password and code nothing is kept: the form carries who it is, under seal, for ten minutes. */
static const char *step_make(struct req *r, int64_t person)
{
	struct seal_text s = seal_close(r->mem, "sign-in", talloc_asprintf(r->mem, "%" PRId64 " %" PRId64, person, (int64_t)time_now() + STEP_SECONDS));
	return text_hex(r->mem, s.bytes, s.length);
}

static int64_t step_person(struct req *r, const char *hex)
{
	unsigned char bytes[STEP_BYTES];
	int64_t person, until;
	size_t n = strlen(hex) / 2;
	const char *text = n <= sizeof bytes && text_unhex(bytes, n, hex) ? seal_open_text(r->mem, "sign-in", bytes, n) : NULL;
	return text && sscanf(text, "%" SCNd64 " %" SCNd64, &person, &until) == 2 && until > time_now() ? person : 0;
}

static int code_wanted(struct req *r, int64_t person, const char *back)
{
	page_open(r, "account-code");
	form_add(r, code_fields);
	form_fill(r, "krok", step_make(r, person));
	form_fill(r, "zpet", back);
	passkey_offer(r, person);
	return OK;
}

static int signed_in(struct req *r, int64_t person, bool strong, const char *back)
{
	session_begin(r, person, strong);
	account_log(r, person, "account.sign-in", NULL);
	db_exec("UPDATE person SET seen_at = ?, idle_told = 0 WHERE id = ?", T(time_now()), I(person));
	if (consent_wanted(r, person))
		return see_other(r, "/ucet/souhlas?zpet=%s", text_escape(r->mem, way_back(r, back)));
	return see_other(r, "%s", way_back(r, back));
}

static bool banned(int64_t person)
{
	return db_number(0, "SELECT standing = 'banned' OR erased_at IS NOT NULL FROM person WHERE id = ?", I(person));
}

int sign_in(struct req *r)
{
	struct value *v = r->values;
	const char *address;
	if (v[WHO].error || v[PASSWORD].error)
		return sign_again(r);
	const char *kind = address_kind(r, v[WHO].text, &address);
	/* Counted by who knocks at which door: a stranger who guesses locks out himself, not the owner. */
	if (throttle_hit(r, "sign-in", talloc_asprintf(r->mem, "%s %s", address ? address : v[WHO].text, r->remote)))
		return too_many(r);
	int64_t person = address ? contact_person(r, kind, address) : 0;
	if (!password_right(r, person, v[PASSWORD].text)) {
		form_error(r, &v[PASSWORD], "heslo", "wrong");
		return sign_again(r);
	}
	if (banned(person)) {
		form_error(r, &v[WHO], "kdo", "banned");
		return sign_again(r);
	}
	return factor_set(person) ? code_wanted(r, person, v[BACK].text) : signed_in(r, person, false, v[BACK].text);
}

int sign_code(struct req *r)
{
	struct value *v = r->values;
	int64_t person = step_person(r, v[STEP].text);
	if (!person)
		return see_other(r, "/prihlaseni?zpet=%s", text_escape(r->mem, v[CODE_BACK].text));
	if (throttle_hit(r, "code", talloc_asprintf(r->mem, "%" PRId64, person)))
		return too_many(r);
	if (v[CODE].error || !factor_right(r, person, v[CODE].text)) {
		form_error(r, &v[CODE], "kod", v[CODE].error ? v[CODE].error : "code");
		passkey_offer(r, person);
		return invalid(r);
	}
	return signed_in(r, person, true, v[CODE_BACK].text);
}

/* A page that asks again: for the code when the password was right, else for everything. */
static int key_again(struct req *r, int64_t asked)
{
	const char *back = r->values[KEY_BACK].text;
	if (asked) {
		code_wanted(r, asked, back);
		return passkey_refused(r);
	}
	page_open(r, "account-sign");
	form_add(r, sign_fields);
	form_fill(r, "zpet", back);
	passkey_offer(r, 0);
	return passkey_refused(r);
}

/* A passkey as the second step after the password, or, without one, as both. */
int sign_key(struct req *r)
{
	const struct value *v = r->values;
	const char *back = v[KEY_BACK].text;
	int64_t asked = step_person(r, v[KEY_STEP].text);
	if (v[KEY_STEP].given && !asked)
		return see_other(r, "/prihlaseni?zpet=%s", text_escape(r->mem, back));
	if (asked ? throttle_hit(r, "code", talloc_asprintf(r->mem, "%" PRId64, asked)) : throttle_hit(r, "sign-in", v[KEY_ID].text))
		return too_many(r);
	int64_t person = passkey_signer(r, asked);
	return !person || banned(person) ? key_again(r, asked) : signed_in(r, person, true, back);
}

int sign_out(struct req *r)
{
	session_end(r);
	flash(r, "signed-out");
	return see_other(r, "/prihlaseni");
}
