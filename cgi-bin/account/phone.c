/* Who has only a telephone calls the office: a clerk or coordinator of the town hears the number, knows the caller, and confirms the account. */
#include "account/account.h"

enum { PHONE, WHO };
const struct field phone_fields[] = {
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE, .required = true },
	[WHO] = { .name = "kdo", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX },
	{ 0 },
};

int phone_page(struct req *r)
{
	r->personal = true;
	return OK;
}

/* Accounts that wait with this number; two may, and only one of them is the caller's. */
static int waiting(struct req *r, const char *phone)
{
	unsigned char hash[SEAL_BYTES];
	seal_index(hash, "phone", phone);
	return db_rows(r->mem, r->page, "waiting",
		       "SELECT p.id AS `@id`, p.name, p.created_at AS since FROM contact c JOIN person p ON p.id = c.person_id"
		       " WHERE c.kind = 'phone' AND c.address_hash = ? AND c.confirmed_at IS NULL AND p.erased_at IS NULL ORDER BY p.id DESC LIMIT 20",
		       B(hash, sizeof hash));
}

int phone_confirm(struct req *r)
{
	struct value *v = r->values;
	unsigned char hash[SEAL_BYTES];
	const char *phone = v[PHONE].error ? NULL : contact_normalise(r->mem, "phone", v[PHONE].text);
	if (!phone) {
		form_error(r, &v[PHONE], "telefon", v[PHONE].error ? v[PHONE].error : "phone");
		return invalid(r);
	}
	if (!waiting(r, phone) || contact_person(r, "phone", phone)) {
		form_error(r, &v[PHONE], "telefon", "nobody-waits");
		return invalid(r);
	}
	if (!v[WHO].given)
		return OK;
	seal_index(hash, "phone", phone);
	if (db_exec("UPDATE contact SET confirmed_at = ? WHERE person_id = ? AND kind = 'phone' AND address_hash = ? AND confirmed_at IS NULL",
		    T(time_now()), I(v[WHO].number), B(hash, sizeof hash)) != 1)
		return NOT_FOUND;
	event_log_add(r, "person", v[WHO].number, "person.confirm", NULL, NULL, NULL, r->town.slug);
	flash(r, "phone-confirmed");
	return see_other(r, "/%s/potvrdit-telefon", r->town.slug);
}
