/*
 * Settings, whatever table they are in: read where they are used, changed here, every change in the log with before and after. Whether somebody else was
 * quicker tells the hash of the row that the form began with, so tables need no column for it.
 */
#include "admin/setting.h"
#include "admin/admin.h"

static const struct setting *setting_of(const struct req *r)
{
	for (const struct setting *s = settings; s->name; s++)
		if (!strcmp(s->name, r->word))
			return s;
	return NULL;
}

static size_t own_count(const struct setting *s)
{
	size_t n = SETTING_OWN;
	while (s->fields[n].name)
		n++;
	return n - SETTING_OWN;
}

/* Rows under parent; null key: all. Returns the last one, null when there is none. */
static xmlNode *rows_add(struct req *r, const struct setting *s, xmlNode *parent, const char *key)
{
	const struct arg args[] = { S(key), S(key) };
	db_rows_(r->mem, parent, "row", s->rows.sql, args, 2);
	if (s->known)
		s->known(r, parent, key);
	xmlNode *last = parent->last;
	return last && xmlStrEqual(last->name, (const xmlChar *)"row") ? last : NULL;
}

/* What the row says of a field; "" for nothing. */
static const char *row_value(struct req *r, const xmlNode *row, const char *name)
{
	for (const xmlNode *n = row->children; n; n = n->next)
		if (xmlStrEqual(n->name, (const xmlChar *)name)) {
			xmlChar *text = xmlNodeGetContent(n);
			const char *copy = talloc_strdup(r->mem, (const char *)text);
			xmlFree(text);
			return copy;
		}
	return "";
}

static const char *edition(struct req *r, const struct setting *s, const xmlNode *row)
{
	unsigned char hash[SEAL_BYTES];
	size_t n = own_count(s);
	const char **texts = talloc_zero_array(r->mem, const char *, (unsigned)n);
	for (size_t i = 0; i < n; i++)
		texts[i] = row_value(r, row, s->fields[SETTING_OWN + i].name);
	seal_hash_many(hash, texts, n);
	return text_hex(r->mem, hash, sizeof hash);
}

/* The form of a table; the key of a new row is typed. */
static bool form_of(struct req *r, const struct setting *s, bool adds)
{
	size_t n = SETTING_OWN + own_count(s) + 1;
	struct field *fields = talloc_memdup(r->mem, s->fields, n * sizeof *fields);
	r->values = talloc_zero_array(r->mem, struct value, (unsigned)n);
	fields[SETTING_KEY].type = adds ? FIELD_TEXT : FIELD_HIDDEN;
	page_set(page_add(r->page, "setting", NULL), "name", s->name);
	return form_read(r, fields, r->values);
}

static void form_take(struct req *r, const struct setting *s, const xmlNode *row)
{
	for (size_t i = SETTING_OWN; s->fields[i].name; i++) {
		const char *text = row_value(r, row, s->fields[i].name);
		form_fill(r, s->fields[i].name, s->fields[i].type != FIELD_TICK ? text : strcmp(text, "0") ? "ano" : "");
	}
}

/* A field as the table keeps it. */
static struct arg arg_of(const struct field *f, const struct value *v)
{
	if (f->type == FIELD_TICK)
		return I(v->given);
	if (!v->given)
		return S(NULL);
	return f->type == FIELD_NUMBER ? I(v->number) : S(v->text);
}

static const char *text_of(const struct field *f, const struct value *v)
{
	return f->type == FIELD_TICK ? v->given ? "1" : "0" : v->text;
}

/* "limity/sign-in: sit 10 → 20, …": what the log keeps; null when nothing differs. row null: all of it is new. */
static const char *difference(struct req *r, const struct setting *s, const xmlNode *row, const char *key)
{
	char *note = talloc_asprintf(r->mem, "%s/%s:", s->name, key);
	size_t before = strlen(note);
	for (size_t i = SETTING_OWN; s->fields[i].name; i++) {
		const char *old = row ? row_value(r, row, s->fields[i].name) : "", *new = text_of(&s->fields[i], &r->values[i]);
		if (strcmp(old, new))
			note = talloc_asprintf_append(note, "%s %s %s → %s", strlen(note) > before ? "," : "", s->fields[i].name, *old ? old : "-", *new ? new : "-");
	}
	return strlen(note) > before ? note : NULL;
}

static int64_t write(struct req *r, const struct setting *s, const struct literal *statement, const char *key)
{
	size_t n = own_count(s);
	struct arg *args = talloc_zero_array(r->mem, struct arg, (unsigned)n + 1);
	for (size_t i = 0; i < n; i++)
		args[i] = arg_of(&s->fields[SETTING_OWN + i], &r->values[SETTING_OWN + i]);
	args[n] = S(key);
	return db_exec_(statement->sql, args, n + 1);
}

static int done(struct req *r, const struct setting *s, const char *note)
{
	event_log_add(r, "setting", 0, "site.settings", NULL, NULL, NULL, note);
	flash(r, "admin-saved");
	return see_other(r, "/sprava/nastaveni/%s", s->name);
}

int setting_all(struct req *r)
{
	for (const struct setting *s = settings; s->name; s++)
		page_set(page_add(r->page, "setting", NULL), "name", s->name);
	return OK;
}

int setting_list(struct req *r)
{
	const struct setting *s = setting_of(r);
	if (!s)
		return NOT_FOUND;
	xmlNode *setting = page_add(r->page, "setting", NULL);
	page_set(setting, "name", s->name);
	page_set(setting, "adds", s->add.sql ? "yes" : NULL);
	for (size_t i = SETTING_OWN; s->fields[i].name; i++)
		page_set(page_add(setting, "column", NULL), "name", s->fields[i].name);
	rows_add(r, s, setting, NULL);
	return OK;
}

int setting_page(struct req *r)
{
	const struct setting *s = setting_of(r);
	if (!s)
		return NOT_FOUND;
	form_of(r, s, false);
	const char *key = r->values[SETTING_KEY].text;
	xmlNode *row = rows_add(r, s, r->page, key);
	if (!row || !*key)
		return NOT_FOUND;
	form_take(r, s, row);
	form_fill(r, "klic", key);
	form_fill(r, "verze", edition(r, s, row));
	return OK;
}

int setting_save(struct req *r)
{
	const struct setting *s = setting_of(r);
	if (!s)
		return NOT_FOUND;
	bool good = form_of(r, s, false);
	const char *key = r->values[SETTING_KEY].text;
	xmlNode *row = rows_add(r, s, r->page, key);
	if (!row || !*key)
		return NOT_FOUND;
	if (!good)
		return invalid(r);
	if (strcmp(edition(r, s, row), r->values[SETTING_EDITION].text)) {
		form_fill(r, "verze", edition(r, s, row));
		return conflict(r);
	}
	const char *note = difference(r, s, row, key);
	if (!note)
		return see_other(r, "/sprava/nastaveni/%s", s->name);
	write(r, s, &s->save, key);
	return done(r, s, note);
}

int setting_new(struct req *r)
{
	const struct setting *s = setting_of(r);
	if (!s || !s->add.sql)
		return NOT_FOUND;
	form_of(r, s, true);
	return OK;
}

/* A key is a word of addresses and catalogues. */
int setting_add(struct req *r)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
	const struct setting *s = setting_of(r);
	if (!s || !s->add.sql)
		return NOT_FOUND;
	bool good = form_of(r, s, true);
	struct value *key = &r->values[SETTING_KEY];
	if (!key->error && strspn(key->text, letters) != strlen(key->text)) {
		form_error(r, key, "klic", "letters");
		good = false;
	}
	if (good && write(r, s, &s->add, key->text) == DB_DUPLICATE) {
		form_error(r, key, "klic", "taken");
		good = false;
	}
	return good ? done(r, s, difference(r, s, NULL, key->text)) : invalid(r);
}
