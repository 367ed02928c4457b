/* How a town helps: by itself or through its coordinators, read first or not, and which telephone is for whoever has no internet. */
#include "dispatch/dispatch.h"

enum { MODE, REVIEW, PHONE, HOURS, EDITION };
static const char *const modes[] = { "sama", "koordinator", NULL };
static const char *const kept[] = { "auto", "dispatched" };
const struct field settings_fields[] = {
	[MODE] = { .name = "rezim", .type = FIELD_CHOICE, .allowed = modes, .fallback = "sama", .required = true },
	[REVIEW] = { .name = "cist", .type = FIELD_TICK },
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE },
	[HOURS] = { .name = "hodiny", .type = FIELD_TEXT, .high = 80 },
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	{ 0 },
};

struct settings {
	bool dispatched, review;
	const char *phone, *hours;
	int64_t version;
};
static const struct column columns[] = {
	{ "dispatched", COLUMN_BOOL, offsetof(struct settings, dispatched) }, { "review", COLUMN_BOOL, offsetof(struct settings, review) },
	{ "phone", COLUMN_TEXT, offsetof(struct settings, phone) },           { "hours", COLUMN_TEXT, offsetof(struct settings, hours) },
	{ "version", COLUMN_INT, offsetof(struct settings, version) },        { 0 },
};

static void load(struct req *r, struct settings *s)
{
#define SETTINGS "SELECT mode = 'dispatched' AS dispatched, review, phone, hours, version FROM town_help WHERE town_code = ?"
	*s = (struct settings){ 0 };
	r->method == POST ? db_one(r->mem, s, columns, SETTINGS " FOR UPDATE", I(r->town.code)) : db_one(r->mem, s, columns, SETTINGS, I(r->town.code));
}

int settings_page(struct req *r)
{
	struct desk d;
	struct settings s;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	load(r, &s);
	form_fill(r, "rezim", modes[s.dispatched]);
	form_fill(r, "cist", s.review ? "ano" : "");
	form_fill(r, "telefon", s.phone ? s.phone : "");
	form_fill(r, "hodiny", s.hours ? s.hours : "");
	form_fill(r, "verze", text_number(r->mem, s.version));
	return OK;
}

/* What somebody else set meanwhile stands beside what was typed. */
static int met(struct req *r, const struct settings *s)
{
	xmlNode *theirs = page_add(r->page, "theirs", NULL);
	page_set(theirs, "mode", modes[s->dispatched]);
	page_set(theirs, "review", s->review ? "yes" : NULL);
	page_set(theirs, "phone", s->phone);
	page_set(theirs, "hours", s->hours);
	form_fill(r, "verze", text_number(r->mem, s->version));
	return conflict(r);
}

/* Requests that are open now follow: jobs invites for them from now on, or no more. */
static void follow(struct req *r, bool dispatched)
{
	db_exec("UPDATE help_request SET wave_due = IF(?, NULL, COALESCE(wave_due, ?)) WHERE town_code = ? AND organisation_id IS NULL AND live AND state = 'open'"
		" AND visibility <> 'coordinators'", I(dispatched), T(time_now()), I(r->town.code));
}

int settings_take(struct req *r)
{
	struct desk d;
	struct settings s;
	struct value *v = r->values;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	const char *phone = v[PHONE].given && !v[PHONE].error ? contact_normalise(r->mem, "phone", v[PHONE].text) : NULL;
	if (v[PHONE].given && !v[PHONE].error && !phone)
		form_error(r, &v[PHONE], "telefon", "phone");
	load(r, &s);
	for (int i = 0; EDITION > i; i++)
		if (v[i].error)
			return invalid(r);
	if (strcmp(v[EDITION].text, text_number(r->mem, s.version)))
		return met(r, &s);
	bool dispatched = v[MODE].number == 1;
	db_exec("INSERT INTO town_help (town_code, mode, review, phone, hours) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE mode = VALUES(mode),"
		" review = VALUES(review), phone = VALUES(phone), hours = VALUES(hours), version = version + 1",
		I(r->town.code), S(kept[dispatched]), I(v[REVIEW].given), S(phone), S(v[HOURS].given ? v[HOURS].text : NULL));
	if (dispatched != s.dispatched)
		follow(r, dispatched);
	event_log_add(r, "town", r->town.code, "help.settings", NULL, kept[dispatched], NULL, v[REVIEW].given ? "review" : NULL);
	flash(r, "help-set");
	return see_other(r, "%s/nastaveni", d.path);
}
