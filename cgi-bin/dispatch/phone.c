/* On the telephone: one screen while talking. Who calls is found by her number, a request by its spoken code; a new one is written down and open at once. */
#include "dispatch/dispatch.h"
#include <ctype.h>
#include "help/asking.h"
#include "web/qr.h"

enum { FIND };
const struct field find_fields[] = { [FIND] = { .name = "hledat", .type = FIELD_TEXT, .high = 30, .required = true }, { 0 } };

enum { ANEW = ASKING_END };
const struct field phone_fields[] = {
	ASKING_FIELDS(true),
	[ANEW] = { .name = "nova", .type = FIELD_TICK },
	{ 0 },
};

int phone_page(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	form_add(r, find_fields);
	asking_categories(r, -1);
	return OK;
}

/* ---- who calls ---- */

/* Her requests that this desk handles, and what she offers in this town. */
static void known_add(struct req *r, const struct desk *d, const char *phone)
{
	unsigned char *hash = talloc_size(r->mem, SEAL_BYTES);
	seal_index(hash, "phone", phone);
	page_set(page_add(r->page, "found", NULL), "phone", phone);
	db_rows(r->mem, r->page, "earlier",
		"SELECT q.id AS `@id`, q.code AS `@code`, q.state AS `@state`, q.outcome AS `@outcome`, q.title, CONCAT_WS(' ', NULLIF(q.given, ''), NULLIF(q.initial, '')) AS who,"
		" q.created_at AS created FROM help_request q WHERE q.id IN (SELECT request_id FROM help_contact WHERE phone_hash = ?)"
		" AND IF(?, q.town_code = ? AND q.organisation_id IS NULL, q.organisation_id = ?) ORDER BY q.id DESC LIMIT 20",
		B(hash, SEAL_BYTES), I(d->town), I(d->town), I(d->organisation));
	db_rows(r->mem, r->page, "offered",
		"SELECT o.state AS `@state`, p.level AS `@level`, " PERSON_SHOWN("p") " AS who, NULLIF(o.text, '') AS text, o.valid_until AS `until` FROM offer o JOIN person p ON p.id = o.person_id"
		" WHERE o.person_id = ? AND o.town_code = ? AND o.state IN ('active', 'paused') ORDER BY o.id DESC LIMIT 10",
		I(contact_person(r, "phone", phone)), I(r->town.code));
}

/* "k7m 4tx" as it was spoken. */
static const char *spoken(struct req *r, const char *typed)
{
	char *code = talloc_zero_array(r->mem, char, (unsigned)strlen(typed) + 1);
	size_t n = 0;
	for (; *typed; typed++)
		if (isalnum((unsigned char)*typed))
			code[n++] = (char)tolower((unsigned char)*typed);
	return code;
}

static bool of_desk(const struct desk *d, const struct request *q)
{
	return d->town ? q->town == d->town && !q->organisation : q->organisation == d->organisation;
}

int phone_find(struct req *r)
{
	struct desk d;
	struct request q;
	struct value *v = r->values;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	if (throttle_hit(r, "code", NULL))
		return too_many(r);
	form_add(r, phone_fields);
	asking_categories(r, -1);
	const char *phone = contact_normalise(r->mem, "phone", v[FIND].text);
	if (phone) {
		form_fill(r, "telefon", phone);
		known_add(r, &d, phone);
		return OK;
	}
	if (!v[FIND].error && request_load(r->mem, 0, spoken(r, v[FIND].text), false, &q) && of_desk(&d, &q))
		return see_other(r, "%s/%" PRId64, d.path, q.id);
	if (!v[FIND].error)
		form_error(r, &v[FIND], "hledat", "nobody");
	return invalid(r);
}

/* ---- what she asks for ---- */

/* The same asked for already: shown first, written once more only when it is said to be another one. */
static bool asked_already(struct req *r, const struct asking *a)
{
	int64_t same = r->values[ANEW].given ? 0 : help_contact_duplicate(r->mem, a->phone, NULL, request_categories[r->values[ASKING_KIND].number]);
	return same && db_rows(r->mem, r->page, "same", "SELECT id AS `@id`, title AS `.` FROM help_request WHERE id = ?", I(same));
}

int phone_take(struct req *r)
{
	struct desk d;
	struct asking a = { 0 };
	struct request q;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	form_add(r, find_fields);
	if (!asking_judge(r, &a) || asked_already(r, &a))
		return invalid(r);
	int64_t id = asking_make(r, &a, &(struct request_new){ .entered = "phone", .entered_by = r->person.id });
	/* Whoever calls is heard, so the number is confirmed. */
	asking_contacts(r, id, &a, &(struct help_contact){ r->values[ASKING_NAME].text, a.phone, NULL, "cs", contact_person(r, "phone", a.phone), true });
	if (d.organisation)
		db_exec("UPDATE help_request SET organisation_id = ? WHERE id = ?", I(d.organisation), I(id));
	request_load(r->mem, id, NULL, true, &q);
	request_confirm(r->mem, &q, &(struct actor){ r->person.id, HANDLER });
	flash(r, "help-taken");
	return see_other(r, "%s/%" PRId64 "/listek", d.path, id);
}

/* ---- the slip for who has no internet: what, when, the code, whom to call; no address, no telephone of hers ---- */

int phone_slip(struct req *r)
{
	struct work w;
	int refused = work_open(r, &w);
	if (refused)
		return refused;
	show_request(r, r->page, w.q.id);
	db_rows(r->mem, r->page, "line", "SELECT phone AS `@phone`, hours AS `.` FROM town_help WHERE town_code = ? AND phone IS NOT NULL", I(w.q.town));
	db_rows(r->mem, r->page, "helper", "SELECT c.number AS `@card`, " PERSON_SHOWN("p") " AS `.` FROM response a JOIN person p ON p.id = a.person_id"
	                                   "  LEFT JOIN helper_card c ON c.person_id = p.id WHERE a.request_id = ? AND a.state = 'accepted' ORDER BY a.id LIMIT 10", I(w.q.id));
	qr_add(r->page, talloc_asprintf(r->mem, "%s/%s/pomoc/%" PRId64, conf.base, w.q.town_slug, w.q.id));
	return OK;
}
