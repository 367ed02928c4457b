/* A forgotten password: a link to the mail, or a code by SMS to who has only a telephone. The answer is the same for everybody. */
#include "account/account.h"

enum { WHO };
const struct field forgot_fields[] = {
	[WHO] = { .name = "kdo", .type = FIELD_TEXT, .high = 254, .required = true },
	{ 0 },
};

enum { CODE_WHO, CODE };
const struct field reset_code_fields[] = {
	[CODE_WHO] = { .name = "kdo", .type = FIELD_TEXT, .high = 254, .required = true },
	[CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 30, .required = true },
	{ 0 },
};

int forgot_page(struct req *r)
{
	(void)r;
	return OK;
}

int forgot(struct req *r)
{
	const char *address;
	if (r->values[WHO].error)
		return invalid(r);
	const char *kind = address_kind(r, r->values[WHO].text, &address);
	if (!address) {
		form_error(r, &r->values[WHO], "kdo", "address");
		return invalid(r);
	}
	if (throttle_hit(r, "reset", address))
		return too_many(r);
	int64_t person = contact_person(r, kind, address);
	if (person) {
		char code[TOKEN_CODE_SIZE];
		const char *hex = token_make(r, "reset", person, 0, NULL, LINK_SECONDS, code);
		outbox(r, "account.reset", person, person, "link", talloc_asprintf(r->mem, "%s/odkaz/%s", conf.base, hex), "code", code);
	}
	return see_other(r, "/zapomenute-heslo/odeslano");
}

/* The code of an SMS, or read to somebody over the telephone, becomes a link of its own. */
int forgot_code(struct req *r)
{
	struct value *v = r->values;
	struct token t;
	const char *address;
	if (v[CODE_WHO].error || v[CODE].error)
		return invalid(r);
	const char *kind = address_kind(r, v[CODE_WHO].text, &address);
	if (throttle_hit(r, "code", address ? address : v[CODE_WHO].text))
		return too_many(r);
	int64_t person = address ? contact_person(r, kind, address) : 0;
	if (!person || !token_by_code(r, person, 0, "reset", v[CODE].text, &t)) {
		form_error(r, &v[CODE], "kod", "code");
		return invalid(r);
	}
	token_use(r, &t);
	return see_other(r, "/odkaz/%s", token_make(r, "reset", person, 0, NULL, LINK_SECONDS, NULL));
}
