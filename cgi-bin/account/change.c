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

enum { NUMBER, NUMBER_PASSWORD };
const struct field number_fields[] = {
	[NUMBER] = { .name = "telefon", .type = FIELD_PHONE, .required = true },
	[NUMBER_PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};

enum { CODE, STEP };
const struct field number_code_fields[] = {
	[CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 30, .required = true },
	[STEP] = { .name = "krok", .type = FIELD_HIDDEN, .high = 400, .required = true },
	{ 0 },
};

enum { CODE_SECONDS = 600, CODE_DIGITS = 8, STEP_BYTES = 200, PHONE_MOST = 20 };

/* Between number and code nothing is kept: the form carries both under seal, for ten minutes and for one person. */
struct step {
	int64_t person, until;
	char phone[PHONE_MOST + 1], code[CODE_DIGITS + 1];
};

static const char *step_close(struct req *r, const struct step *step)
{
	const char *text = talloc_asprintf(r->mem, "%" PRId64 " %" PRId64 " %s %s", step->person, step->until, step->phone, step->code);
	struct seal_text s = seal_close(r->mem, "change-phone", text);
	return text_hex(r->mem, s.bytes, s.length);
}

static bool step_open(struct req *r, const char *hex, struct step *step)
{
	unsigned char bytes[STEP_BYTES];
	size_t n = strlen(hex) / 2;
	const char *text = n <= sizeof bytes && text_unhex(bytes, n, hex) ? seal_open_text(r->mem, "change-phone", bytes, n) : NULL;
	return text && sscanf(text, "%" SCNd64 " %" SCNd64 " %20s %8s", &step->person, &step->until, step->phone, step->code) == 4 &&
	       step->person == r->person.id && step->until > time_now();
}

static void phone_show(struct req *r, const char *phone)
{
	xmlNode *mine = page_add(r->page, "mine", NULL);
	page_set(mine, "phone", phone ? address_masked(r, phone) : NULL);
}

int own_number_page(struct req *r)
{
	phone_show(r, contact_own(r, "phone"));
	return OK;
}

static int code_wanted(struct req *r, const char *phone)
{
	struct step step = { .person = r->person.id, .until = time_now() + CODE_SECONDS };
	uint64_t random;
	seal_random(&random, sizeof random);
	snprintf(step.code, sizeof step.code, "%08" PRIu64, random % UINT64_C(100000000));
	snprintf(step.phone, sizeof step.phone, "%s", phone);
	int64_t holder = contact_person(r, "phone", phone);
	if (!holder || holder == r->person.id)
		outbox_to(r, "account.change-phone", r->person.id, "sms", phone, r->lang, "code", talloc_asprintf(r->mem, "%.4s %s", step.code, step.code + 4));
	page_open(r, "account-number-code");
	form_add(r, number_code_fields);
	form_fill(r, "krok", step_close(r, &step));
	phone_show(r, phone);
	return OK;
}

/* The new number gets a code; only it changes anything. Whether somebody has the number already shows in nothing. */
int own_number(struct req *r)
{
	struct value *v = r->values;
	const char *phone = v[NUMBER].error ? NULL : contact_normalise(r->mem, "phone", v[NUMBER].text);
	if (!phone && !v[NUMBER].error)
		form_error(r, &v[NUMBER], "telefon", "phone");
	if (password_tried(r) || (phone && throttle_hit(r, "reset", phone)))
		return too_many(r);
	if (v[NUMBER].error || !password_asked(r, &v[NUMBER_PASSWORD], "heslo")) {
		own_number_page(r);
		return invalid(r);
	}
	return code_wanted(r, phone);
}

/* The number that was is told, and the mail, each with a way back for seven days. */
static void number_told(struct req *r, const char *old, const char *phone)
{
	const char *link = NULL;
	if (old) {
		const char *hex = token_make(r, "undo_mail", r->person.id, 0, old, UNDO_SECONDS, NULL);
		link = talloc_asprintf(r->mem, "%s/odkaz/%s", conf.base, hex);
		outbox_to(r, "account.phone-changed", r->person.id, "sms", old, r->lang, "address", address_masked(r, phone), "link", link);
	}
	if (contact_own(r, "mail"))
		outbox(r, "account.phone-changed", r->person.id, r->person.id, "address", address_masked(r, phone), "link", link);
}

static const char *digits_of(struct req *r, const char *typed)
{
	char *digits = talloc_zero_size(r->mem, strlen(typed) + 1), *to = digits;
	for (; *typed; typed++)
		if (*typed != ' ' && *typed != '-')
			*to++ = *typed;
	return digits;
}

int own_number_code(struct req *r)
{
	struct value *v = r->values;
	struct step step;
	if (!step_open(r, v[STEP].text, &step)) {
		flash(r, "phone-late");
		return see_other(r, "/ucet/telefon");
	}
	phone_show(r, step.phone);
	if (throttle_hit(r, "code", talloc_asprintf(r->mem, "%" PRId64, r->person.id)))
		return too_many(r);
	const char *digits = digits_of(r, v[CODE].text), *old = contact_own(r, "phone");
	bool right = strlen(digits) == CODE_DIGITS && seal_equal(digits, step.code, CODE_DIGITS);
	if (!right || !contact_change(r, r->person.id, "phone", step.phone)) {
		form_error(r, &v[CODE], "kod", v[CODE].error ? v[CODE].error : "code");
		return invalid(r);
	}
	number_told(r, old && strcmp(old, step.phone) ? old : NULL, step.phone);
	account_log(r, r->person.id, "account.change-phone", NULL);
	flash(r, "phone-changed");
	return see_other(r, "/ucet");
}
