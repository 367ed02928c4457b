/* An organisation says who it is, and changes what it says. */
#include <stdlib.h>
#include "org.h"

enum { SLUG_TRIES = 30, SLUG_MAX = 70, ICO_LENGTH = 8 };

/* The order of the words is the order of organisation.legal_form. */
static const char *const forms[] = { "spolek", "ops", "ustav", "nadace", "cirkev", "skola", "obecni", "sousede", NULL };
enum { INFORMAL = 7 };
enum { NAME, FORM_OF, ICO, TOWN, PURPOSE, WEB, MAIL, PHONE };
/* What an organisation says of itself, when it is founded and later. */
#define WORDS \
	[NAME] = { .name = "nazev", .type = FIELD_TEXT, .high = 120, .required = true }, \
	[FORM_OF] = { .name = "forma", .type = FIELD_CHOICE, .allowed = forms, .required = true }, \
	[ICO] = { .name = "ico", .type = FIELD_TEXT, .high = 11 }, \
	[TOWN] = { .name = "obec", .type = FIELD_TEXT, .high = 80, .required = true }, \
	[PURPOSE] = { .name = "ucel", .type = FIELD_LONG, .high = 1000, .required = true }, \
	[WEB] = { .name = "web", .type = FIELD_TEXT, .high = 300 }, \
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254 }, \
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE }
const struct field found_fields[] = {
	WORDS,
	{ 0 },
};

/* ---- founding ---- */

/* Eight digits, the last one checks the rest (standards.md 3.4). */
static const char *ico_read(struct req *r, const char *typed)
{
	char *digits = talloc_zero_array(r->mem, char, ICO_LENGTH + 1);
	int n = 0, sum = 0;
	for (; *typed; typed++) {
		if (*typed == ' ')
			continue;
		if (*typed < '0' || *typed > '9' || n == ICO_LENGTH)
			return NULL;
		digits[n++] = *typed;
	}
	if (!n)
		return NULL;
	memmove(digits + ICO_LENGTH - n, digits, (size_t)n);
	memset(digits, '0', (size_t)(ICO_LENGTH - n));
	for (int i = 0; i < ICO_LENGTH - 1; i++)
		sum += (digits[i] - '0') * (ICO_LENGTH - i);
	return digits[ICO_LENGTH - 1] - '0' == (11 - sum % 11) % 10 ? digits : NULL;
}

static int64_t town_find(struct req *r, const char *typed)
{
	return db_number(0, "SELECT code FROM town WHERE slug = ?", S(text_slug(r->mem, typed, SLUG_MAX)));
}

static bool web_fits(struct req *r, struct value *v)
{
	if (v[WEB].given && !v[WEB].error && strncmp(v[WEB].text, "https://", 8) && strncmp(v[WEB].text, "http://", 7))
		form_error(r, &v[WEB], "web", "web");
	return !v[WEB].error;
}

static bool founding_fits(struct req *r, struct value *v, int64_t *town, const char **ico)
{
	bool right = true;
	for (size_t i = 0; found_fields[i].name; i++)
		right = right && !v[i].error;
	*ico = v[ICO].given && !v[ICO].error ? ico_read(r, v[ICO].text) : NULL;
	if (v[ICO].given && !v[ICO].error && !*ico)
		form_error(r, &v[ICO], "ico", "ico"), right = false;
	if (!v[ICO].given && v[FORM_OF].number >= 0 && v[FORM_OF].number != INFORMAL)
		form_error(r, &v[ICO], "ico", "ico-needed"), right = false;
	*town = v[TOWN].error ? 0 : town_find(r, v[TOWN].text);
	if (!v[TOWN].error && !*town)
		form_error(r, &v[TOWN], "obec", "town"), right = false;
	return web_fits(r, v) && right;
}

static int64_t organisation_insert(struct req *r, const struct value *v, int64_t town, const char *ico, const char **slug)
{
	const char *stem = text_slug(r->mem, v[NAME].text, SLUG_MAX);
	int64_t id = DB_DUPLICATE;
	stem = *stem && strcmp(stem, "zalozit") ? stem : "organizace";
	for (int i = 1; id == DB_DUPLICATE && i < SLUG_TRIES; i++) {
		*slug = i == 1 ? stem : talloc_asprintf(r->mem, "%s-%d", stem, i);
		id = db_exec("INSERT INTO organisation (slug, name, legal_form, ico, town_code, purpose, web, mail, phone, register_state, created_at)"
			     " VALUES (?, ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), IF(? IS NULL, NULL, 'wanted'), ?)",
			     S(*slug), S(v[NAME].text), I(v[FORM_OF].number + 1), S(ico), I(town), S(v[PURPOSE].text), S(v[WEB].text), S(v[MAIL].text),
			     S(v[PHONE].text), S(ico), T(time_now()));
	}
	return id;
}

int organisation_found_page(struct req *r)
{
	(void)r;
	return OK;
}

int organisation_found(struct req *r)
{
	struct organisation o = { 0 };
	int64_t town;
	const char *ico;
	if (!founding_fits(r, r->values, &town, &ico))
		return invalid(r);
	o.id = organisation_insert(r, r->values, town, ico, &o.slug);
	if (o.id == DB_DUPLICATE)
		return CONFLICT;
	db_exec("INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (?, ?, 'admin', ?)", I(o.id), I(r->person.id), T(time_now()));
	organisation_event(r, &o, "organisation.own", "draft", NULL, r->values[NAME].text);
	flash(r, "org-founded");
	return see_other(r, "/organizace/%s/sprava", o.slug);
}

/* ---- editing ---- */

enum { EDITION = PHONE + 1 };
const struct field edit_fields[] = {
	WORDS,
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 20 },
	{ 0 },
};

struct words {
	const char *ico, *town, *purpose, *web, *mail, *phone, *proof;
	int64_t form, version;
};

static void words_load(struct req *r, const struct organisation *o, struct words *w)
{
	static const struct column columns[] = {
		{ "ico", COLUMN_TEXT, offsetof(struct words, ico) },
		{ "town", COLUMN_TEXT, offsetof(struct words, town) },
		{ "purpose", COLUMN_TEXT, offsetof(struct words, purpose) },
		{ "web", COLUMN_TEXT, offsetof(struct words, web) },
		{ "mail", COLUMN_TEXT, offsetof(struct words, mail) },
		{ "phone", COLUMN_TEXT, offsetof(struct words, phone) },
		{ "proof", COLUMN_TEXT, offsetof(struct words, proof) },
		{ "form", COLUMN_INT, offsetof(struct words, form) },
		{ "version", COLUMN_INT, offsetof(struct words, version) },
		{ 0 },
	};
	db_one(r->mem, w, columns,
	       "SELECT o.ico, t.slug AS town, o.purpose, o.web, o.mail, o.phone, o.proof_domain AS proof, o.legal_form + 0 AS form, o.version"
	       "  FROM organisation o JOIN town t ON t.code = o.town_code WHERE o.id = ?", I(o->id));
}

/* Who it is was what the evidence is about: while somebody judges it, and after, only its words and contacts change. */
static bool settled(const struct organisation *o)
{
	return !strcmp(o->state, "submitted") || !strcmp(o->state, "verified");
}

static bool over(const struct organisation *o)
{
	return !strcmp(o->state, "suspended") || !strcmp(o->state, "rejected") || !strcmp(o->state, "closed");
}

/* 0, or why the viewer may not. */
static int edit_begin(struct req *r, struct organisation *o, struct words *w)
{
	if (!organisation_load(r, o))
		return NOT_FOUND;
	if (!organisation_manages(r, o))
		return FORBIDDEN;
	if (over(o))
		return CONFLICT;
	words_load(r, o, w);
	xmlNode *edit = page_add(r->page, "edit", o->name);
	page_set(edit, "slug", o->slug);
	page_set(edit, "settled", settled(o) ? "yes" : NULL);
	return 0;
}

static const char *or_nothing(const char *text)
{
	return text ? text : "";
}

int organisation_edit_page(struct req *r)
{
	struct organisation o;
	struct words w;
	int status = edit_begin(r, &o, &w);
	if (status)
		return status;
	form_fill(r, "nazev", o.name);
	form_fill(r, "forma", forms[w.form - 1]);
	form_fill(r, "ico", or_nothing(w.ico));
	form_fill(r, "obec", w.town);
	form_fill(r, "ucel", w.purpose);
	form_fill(r, "web", or_nothing(w.web));
	form_fill(r, "mail", or_nothing(w.mail));
	form_fill(r, "telefon", or_nothing(w.phone));
	form_fill(r, "verze", talloc_asprintf(r->mem, "%" PRId64, w.version));
	return OK;
}

static bool edit_fits(struct req *r, bool same, int64_t *town, const char **ico)
{
	struct value *v = r->values;
	if (!same)
		return founding_fits(r, v, town, ico);
	return web_fits(r, v) && !v[PURPOSE].error && !v[MAIL].error && !v[PHONE].error;
}

/* Somebody else changed it in between: what it says now stands beside what was typed, and the next try is meant for that. */
static int met(struct req *r, const struct organisation *o, const struct words *w)
{
	xmlNode *theirs = page_add(r->page, "theirs", NULL);
	page_add(theirs, "name", o->name);
	page_add(theirs, "purpose", w->purpose);
	page_add(theirs, "web", w->web);
	page_add(theirs, "mail", w->mail);
	page_add(theirs, "phone", w->phone);
	form_fill(r, "verze", talloc_asprintf(r->mem, "%" PRId64, w->version));
	return conflict(r);
}

/* Another name, form or number: what the register said and who vouched was about somebody else. */
static void identity_set(const struct organisation *o, const struct words *w, const struct value *v, int64_t town, const char *ico)
{
	bool same = !strcmp(o->name, v[NAME].text) && w->form == v[FORM_OF].number + 1 && !strcmp(or_nothing(w->ico), or_nothing(ico));
	db_exec("UPDATE organisation SET town_code = ? WHERE id = ?", I(town), I(o->id));
	if (same)
		return;
	db_exec("UPDATE organisation SET name = ?, legal_form = ?, ico = ?, register_state = IF(? IS NULL, NULL, 'wanted'), register_name = NULL,"
		" register_town = NULL, register_at = NULL WHERE id = ?", S(v[NAME].text), I(v[FORM_OF].number + 1), S(ico), S(ico), I(o->id));
	db_exec("DELETE FROM vouch WHERE organisation_id = ?", I(o->id));
}

static void words_set(struct req *r, const struct organisation *o, const struct words *w)
{
	const struct value *v = r->values;
	const char *domain = proof_domain(r, v[WEB].text);
	db_exec("UPDATE organisation SET purpose = ?, web = NULLIF(?, ''), mail = NULLIF(?, ''), phone = NULLIF(?, ''), version = version + 1 WHERE id = ?",
		S(v[PURPOSE].text), S(v[WEB].text), S(v[MAIL].text), S(v[PHONE].text), I(o->id));
	if (w->proof && strcmp(o->state, "verified") && (!domain || strcmp(domain, w->proof)))
		db_exec("UPDATE organisation SET proof_domain = NULL, proof_at = NULL WHERE id = ?", I(o->id));
}

int organisation_edit(struct req *r)
{
	struct organisation o;
	struct words w;
	int64_t town;
	const char *ico;
	int status = edit_begin(r, &o, &w);
	if (status)
		return status;
	if (!edit_fits(r, settled(&o), &town, &ico))
		return invalid(r);
	if (db_number(0, "SELECT version FROM organisation WHERE id = ? FOR UPDATE", I(o.id)) != strtoll(r->values[EDITION].text, NULL, 10))
		return met(r, &o, &w);
	if (!settled(&o))
		identity_set(&o, &w, r->values, town, ico);
	words_set(r, &o, &w);
	organisation_event(r, &o, "organisation.manage", o.state, "edited", NULL);
	flash(r, "org-edited");
	return see_other(r, "/organizace/%s", o.slug);
}
