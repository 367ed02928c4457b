/* What a person says about themselves: everything but the name is up to them. */
#include <ctype.h>
#include <stdlib.h>
#include "account/account.h"

static const char *const languages[] = { "cs", "sk", "en", "uk", "de", "pl", "ru", "vi", NULL };
/* In the order of the table's SET and ENUM. */
static const char *const times[] = { "dopoledne", "odpoledne", "vecer", "vikend", NULL };
static const char *const told[] = { "hned", "denne", "tydne", "nikdy", NULL };

enum { GIVEN, SURNAME, WHOLE, TOWN, PART, ABOUT, LANGUAGES, TRANSPORT, TIMES, TOLD, VERSION_SEEN };
const struct field profile_fields[] = {
	[GIVEN] = { .name = "jmeno", .type = FIELD_TEXT, .high = 60, .required = true },
	[SURNAME] = { .name = "prijmeni", .type = FIELD_TEXT, .high = 60 },
	[WHOLE] = { .name = "cele", .type = FIELD_TICK },
	[TOWN] = { .name = "obec", .type = FIELD_TEXT, .high = 100 },
	[PART] = { .name = "cast", .type = FIELD_TEXT, .high = 80 },
	[ABOUT] = { .name = "umim", .type = FIELD_LONG, .high = 500 },
	[LANGUAGES] = { .name = "jazyky", .type = FIELD_SET, .allowed = languages },
	[TRANSPORT] = { .name = "doprava", .type = FIELD_SET, .allowed = person_transports },
	[TIMES] = { .name = "kdy", .type = FIELD_SET, .allowed = times },
	[TOLD] = { .name = "zpravy", .type = FIELD_CHOICE, .allowed = told, .fallback = "hned" },
	[VERSION_SEEN] = { .name = "verze", .type = FIELD_HIDDEN, .high = 20 },
	{ 0 },
};

struct person_row {
	int64_t town_code, transport, times, told, version;
	const char *name, *given, *initial, *part, *about, *languages, *town;
	bool full_name;
};

static const struct column columns[] = {
	{ "town_code", COLUMN_INT, offsetof(struct person_row, town_code) },
	{ "transport", COLUMN_INT, offsetof(struct person_row, transport) },
	{ "times", COLUMN_INT, offsetof(struct person_row, times) },
	{ "told", COLUMN_INT, offsetof(struct person_row, told) },
	{ "version", COLUMN_INT, offsetof(struct person_row, version) },
	{ "name", COLUMN_TEXT, offsetof(struct person_row, name) },
	{ "given", COLUMN_TEXT, offsetof(struct person_row, given) },
	{ "initial", COLUMN_TEXT, offsetof(struct person_row, initial) },
	{ "part", COLUMN_TEXT, offsetof(struct person_row, part) },
	{ "about", COLUMN_TEXT, offsetof(struct person_row, about) },
	{ "languages", COLUMN_TEXT, offsetof(struct person_row, languages) },
	{ "town", COLUMN_TEXT, offsetof(struct person_row, town) },
	{ "full_name", COLUMN_BOOL, offsetof(struct person_row, full_name) },
	{ 0 },
};

static void person_read(struct req *r, struct person_row *p)
{
	*p = (struct person_row){ 0 };
	db_one(r->mem, p, columns,
	       "SELECT p.town_code, p.transport + 0 AS transport, p.times + 0 AS times, p.told + 0 AS told, p.version, p.name, p.given, p.initial, p.part,"
	       " p.about, p.languages, p.full_name, t.slug AS town FROM person p LEFT JOIN town t ON t.code = p.town_code WHERE p.id = ?",
	       I(r->person.id));
}

/* The surname as it was typed; of one that is not shown only its letter is known. */
static const char *surname_of(const struct person_row *p)
{
	size_t n = strlen(p->given);
	return p->full_name && strlen(p->name) > n + 1 ? p->name + n + 1 : p->initial;
}

int profile_page(struct req *r)
{
	struct person_row p;
	person_read(r, &p);
	form_fill(r, "jmeno", *p.given ? p.given : p.name);
	form_fill(r, "prijmeni", surname_of(&p));
	form_fill(r, "cele", p.full_name ? "ano" : "");
	form_fill(r, "obec", p.town ? p.town : "");
	form_fill(r, "cast", p.part ? p.part : "");
	form_fill(r, "umim", p.about ? p.about : "");
	form_fill(r, "jazyky", p.languages);
	form_fill(r, "doprava", text_words(r->mem, person_transports, p.transport));
	form_fill(r, "kdy", text_words(r->mem, times, p.times));
	form_fill(r, "zpravy", told[p.told > 0 ? p.told - 1 : 0]);
	form_fill(r, "verze", talloc_asprintf(r->mem, "%" PRId64, p.version));
	return OK;
}

/* A town by the word of its address, or by its name when only one has it; 0 unknown. */
static int64_t town_named(struct req *r, const char *typed)
{
	int64_t code = db_number(0, "SELECT code FROM town WHERE slug = ? AND ended_on IS NULL", S(text_slug(r->mem, typed, 80)));
	return code ? code : db_number(0, "SELECT CASE WHEN COUNT(*) = 1 THEN MAX(code) END FROM town WHERE name = ? AND ended_on IS NULL", S(typed));
}

/* Nine digits in a row of a text, or an @: an address that would be public. */
static bool tells_contact(const char *text)
{
	int digits = 0;
	for (; *text; text++) {
		if (*text == '@')
			return true;
		digits = isdigit((unsigned char)*text) ? digits + 1 : strchr(" -/.", *text) ? digits : 0;
		if (digits >= 9)
			return true;
	}
	return false;
}

static bool judged(struct req *r, int64_t *town)
{
	struct value *v = r->values;
	*town = v[TOWN].given && !v[TOWN].error ? town_named(r, v[TOWN].text) : 0;
	if (v[TOWN].given && !v[TOWN].error && !*town)
		form_error(r, &v[TOWN], "obec", "town");
	if (!v[ABOUT].error && tells_contact(v[ABOUT].text))
		form_error(r, &v[ABOUT], "umim", "contact");
	for (size_t i = 0; i <= VERSION_SEEN; i++)
		if (v[i].error)
			return false;
	return true;
}

static int64_t save(struct req *r, int64_t town, int64_t version)
{
	const struct value *v = r->values;
	const char *letter = initial(r, v[SURNAME].text), *shown = v[WHOLE].given ? v[SURNAME].text : letter;
	const char *name = talloc_asprintf(r->mem, "%s%s%s", v[GIVEN].text, *shown ? " " : "", shown);
	return db_exec("UPDATE person SET name = ?, given = ?, initial = ?, full_name = ?, town_code = ?, part = ?, about = ?, languages = ?, transport = ?,"
		       " times = ?, told = ?, version = version + 1 WHERE id = ? AND version = ?",
		       S(text_excerpt(r->mem, name, 80)), S(v[GIVEN].text), S(letter), I(v[WHOLE].given && *v[SURNAME].text), town ? I(town) : S(NULL),
		       S(v[PART].given ? v[PART].text : NULL), S(v[ABOUT].given ? v[ABOUT].text : NULL), S(v[LANGUAGES].text), I(v[TRANSPORT].number),
		       I(v[TIMES].number), I(v[TOLD].number + 1), I(r->person.id), I(version));
}

/* Saved from two windows: the second sees what the first wrote, nothing typed is lost. */
int profile(struct req *r)
{
	struct person_row p;
	int64_t town;
	if (!judged(r, &town))
		return invalid(r);
	if (save(r, town, strtoll(r->values[VERSION_SEEN].text, NULL, 10)) == 1) {
		flash(r, "profile-saved");
		return see_other(r, "/ucet");
	}
	person_read(r, &p);
	page_add(r->page, "theirs", p.about ? p.about : "");
	form_fill(r, "verze", talloc_asprintf(r->mem, "%" PRId64, p.version));
	return conflict(r);
}
