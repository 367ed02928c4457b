/* A new account: with a mail, confirmed by a link, or with a telephone only, confirmed by somebody of the town. */
#include <ctype.h>
#include "account/account.h"

enum { GIVEN, SURNAME, MAIL, PHONE, PASSWORD, TERMS, BACK };
const struct field join_fields[] = {
	[GIVEN] = { .name = "jmeno", .type = FIELD_TEXT, .high = 60, .required = true },
	[SURNAME] = { .name = "prijmeni", .type = FIELD_TEXT, .high = 60 },
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254 },
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE },
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .low = PASSWORD_LEAST, .high = PASSWORD_MOST, .required = true },
	[TERMS] = { .name = "souhlas", .type = FIELD_TICK, .required = true },
	[BACK] = { .name = "zpet", .type = FIELD_HIDDEN, .high = 300 },
	{ 0 },
};

int join_page(struct req *r)
{
	if (r->person.id)
		return see_other(r, "%s", way_back(r, r->values[BACK].text));
	return OK;
}

const char *initial(struct req *r, const char *surname)
{
	size_t n = *surname != '\0';
	while ((surname[n] & 0xc0) == 0x80)
		n++;
	return n ? talloc_asprintf(r->mem, "%.*s.", (int)n, surname) : "";
}

/* What only we can judge, beside each field; the addresses normalised. */
static bool judged(struct req *r, const char **mail, const char **phone)
{
	struct value *v = r->values;
	*mail = v[MAIL].given ? contact_normalise(r->mem, "mail", v[MAIL].text) : NULL;
	*phone = v[PHONE].given ? contact_normalise(r->mem, "phone", v[PHONE].text) : NULL;
	if (v[MAIL].given && !*mail && !v[MAIL].error)
		form_error(r, &v[MAIL], "mail", "mail");
	if (*mail && guard_disposable(r, *mail))
		form_error(r, &v[MAIL], "mail", "disposable");
	if (v[PHONE].given && !*phone && !v[PHONE].error)
		form_error(r, &v[PHONE], "telefon", "phone");
	if (!v[MAIL].given && !v[PHONE].given)
		form_error(r, &v[MAIL], "mail", "either");
	const char *about = talloc_asprintf(r->mem, "%s %s %s", v[GIVEN].text, v[SURNAME].text, v[MAIL].text);
	const char *wrong = v[PASSWORD].error ? NULL : password_wrong(r, v[PASSWORD].text, about);
	if (wrong)
		form_error(r, &v[PASSWORD], "heslo", wrong);
	bool right = true;
	for (size_t i = 0; i <= TERMS; i++)
		right = right && !v[i].error;
	return right;
}

static int64_t person_make(struct req *r)
{
	struct value *v = r->values;
	const char *letter = initial(r, v[SURNAME].text), *space = *letter ? " " : "";
	int64_t person = db_exec("INSERT INTO person (name, given, initial, lang, created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)",
				 S(talloc_asprintf(r->mem, "%s%s%s", v[GIVEN].text, space, letter)), S(v[GIVEN].text), S(letter), S(r->lang),
				 T(time_now()), T(time_now()));
	password_keep(r, person, v[PASSWORD].text);
	consent_give(r, person, "terms");
	return person;
}

/* The holder of the address is told; to whoever asked nothing differs. The password costs its time here, too. */
static void tell_holder(struct req *r, int64_t holder, const char *mail)
{
	seal_password(r->mem, r->values[PASSWORD].text);
	if (mail)
		outbox_to(r, "account.exists", holder, "mail", mail, r->lang, "link", talloc_asprintf(r->mem, "%s/zapomenute-heslo", conf.base));
}

static void tell_new(struct req *r, int64_t person, const char *mail, const char *phone)
{
	if (mail) {
		int64_t contact = contact_add(r, person, "mail", mail, false);
		const char *hex = token_make(r, "confirm", person, contact, r->values[BACK].given ? r->values[BACK].text : NULL, CONFIRM_SECONDS, NULL);
		outbox_to(r, "account.confirm", person, "mail", mail, r->lang, "link", talloc_asprintf(r->mem, "%s/odkaz/%s", conf.base, hex));
	}
	if (phone)
		contact_add(r, person, "phone", phone, false);
}

int join(struct req *r)
{
	const char *mail, *phone;
	bool right = judged(r, &mail, &phone);
	if (!right)
		return invalid(r);
	if (throttle_hit(r, "sign-up", mail ? mail : phone))
		return too_many(r);
	int64_t holder = mail ? contact_person(r, "mail", mail) : contact_person(r, "phone", phone);
	if (holder)
		tell_holder(r, holder, mail);
	else
		tell_new(r, person_make(r), mail, phone);
	return see_other(r, mail ? "/registrace/posta" : "/registrace/telefon");
}

/* The same words for everybody, whatever happened. */
int join_sent(struct req *r)
{
	page_add(r->page, "way", !strcmp(r->word, "posta") ? "mail" : "phone");
	return !strcmp(r->word, "posta") || !strcmp(r->word, "telefon") ? OK : NOT_FOUND;
}
