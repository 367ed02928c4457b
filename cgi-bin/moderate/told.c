/* Who hears of it, and small things the forms share. */
#include "moderate.h"
#include <stdarg.h>

const char *link_to(struct req *r, const char *path, ...)
{
	va_list args;
	va_start(args, path);
	const char *below = talloc_vasprintf(r->mem, path, args);
	va_end(args);
	return talloc_asprintf(r->mem, "%s%s", conf.base, below);
}

const char *opened(struct req *r, const char *purpose, const struct db_bytes *sealed)
{
	return sealed->bytes ? seal_open_text(r->mem, purpose, sealed->bytes, sealed->length) : NULL;
}

void wrong(struct req *r, const struct field *fields, size_t field, const char *code)
{
	if (!r->values[field].error)
		form_error(r, &r->values[field], fields[field].name, code);
}

bool any_wrong(const struct req *r, const struct field *fields)
{
	for (size_t i = 0; fields[i].name; i++)
		if (r->values[i].error)
			return true;
	return false;
}

bool reasons_add(struct req *r, const char *code)
{
	db_rows(r->mem, r->page, "reason",
		"SELECT code AS `@code`, priority AS `@priority`, IF(danger, 'yes', NULL) AS `@danger`, label AS `.` FROM report_reason ORDER BY position");
	return db_number(0, "SELECT 1 FROM report_reason WHERE code = ?", S(code));
}

/* Where a statement leads: to the appeal, once per person who may appeal; else to the public copy. */
static const char *statement_link(struct req *r, const struct decision *d, const char *side)
{
	if (d->appeal_until < 0)
		return link_to(r, "/rozhodnuti/%" PRId64, d->id);
	return link_to(r, "/rozhodnuti/odvolani/%s", token_make(r, "appeal", 0, d->id, side, APPEAL_DAYS * DAY, NULL));
}

struct letter {
	const char *kind;
	const struct target *t;
	const struct decision *d;
};

static void tell_author(struct req *r, int64_t person, void *given)
{
	const struct letter *l = given;
	const char *until = l->d->appeal_until < 0 ? NULL : time_day(r->mem, l->d->appeal_until);
	outbox(r, l->kind, l->d->id, person, "what", l->t->title, "action", l->d->action, "reason", l->d->reason, "link", statement_link(r, l->d, "author"),
	       until ? "until" : NULL, until, NULL, NULL);
}

void tell_authors(struct req *r, const char *kind, const struct target *t, const struct decision *d)
{
	target_people(r, t, tell_author, &(struct letter){ kind, t, d });
}

struct reporter {
	int64_t id, person;
	struct db_bytes contact;
	const char *lang;
};
static const struct column reporter_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct reporter, id) },
	{ "person", COLUMN_INT, offsetof(struct reporter, person) },
	{ "contact", COLUMN_BYTES, offsetof(struct reporter, contact) },
	{ "lang", COLUMN_TEXT, offsetof(struct reporter, lang) },
	{ 0 },
};

static void tell_reporter(struct req *r, const struct reporter *who, const struct letter *l)
{
	const char *number = talloc_asprintf(r->mem, "%" PRId64, who->id), *mail = opened(r, "report", &who->contact);
	const char *link = statement_link(r, l->d, "reporter");
	if (who->person)
		outbox(r, l->kind, who->id, who->person, "number", number, "what", l->t->title, "action", l->d->action, "reason", l->d->reason, "link", link);
	else if (mail)
		outbox_to(r, l->kind, who->id, "mail", mail, who->lang, "number", number, "what", l->t->title, "action", l->d->action, "reason", l->d->reason,
			  "link", link);
}

void tell_reporters(struct req *r, const char *kind, const struct target *t, const struct decision *d)
{
	struct reporter *rows;
	size_t count = db_all(r->mem, &rows, sizeof *rows, reporter_columns,
			      "SELECT id, reporter_id AS person, contact, lang FROM report WHERE ? IN (id, merged_into) ORDER BY id", I(d->report));
	for (size_t i = 0; d->report && i < count; i++)
		tell_reporter(r, &rows[i], &(struct letter){ kind, t, d });
}

struct who {
	int64_t id;
};
static const struct column who_columns[] = { { "id", COLUMN_INT, 0 }, { 0 } };

static void tell_all(struct req *r, const struct who *people, size_t count, const char *what, int64_t ref, const char *name, const char *link)
{
	for (size_t i = 0; i < count; i++)
		outbox(r, "org.news", ref, people[i].id, "what", what, "name", name, "link", link);
}

void tell_town(struct req *r, const struct target *t, const struct decision *d)
{
	struct who *people;
	if (!t->board)
		return;
	size_t count = db_all(r->mem, &people, sizeof *people, who_columns,
			      "SELECT person_id AS id FROM membership WHERE town_code = ? AND roles & ? ORDER BY person_id", I(t->town), I(TOWN_ADMIN));
	tell_all(r, people, count, "notice-moderated", d->id, t->title, link_to(r, "/rozhodnuti/%" PRId64, d->id));
}

void tell_admins(struct req *r, const char *what, int64_t report, const char *name)
{
	struct who *people;
	size_t count = db_all(r->mem, &people, sizeof *people, who_columns, "SELECT id FROM person WHERE roles & ? ORDER BY id", I(ADMIN));
	tell_all(r, people, count, what, report, name, link_to(r, "/sprava/hlaseni/%" PRId64, report));
}
