/* Field tables to values and to the <form> of the page. */
#include "form.h"
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "guard.h"
#include "page.h"
#include "panic.h"
#include "request.h"
#include "route.h"
#include "seal.h"
#include "text.h"

enum { TEXT_MAX = 200, NUMBER_DIGITS = 18 };
static const time_t FOR_EVER = 4102444800; /* 2100-01-01: later is a slip of the finger */

static const char *const type_names[] = {
	[FIELD_TEXT] = "text",     [FIELD_NUMBER] = "number", [FIELD_DECIMAL] = "decimal",
	[FIELD_CHOICE] = "choice", [FIELD_SET] = "set",       [FIELD_COLOUR] = "colour",
	[FIELD_LONG] = "long",     [FIELD_DATE] = "date",     [FIELD_MOMENT] = "moment",
	[FIELD_MAIL] = "mail",     [FIELD_PHONE] = "phone",   [FIELD_SECRET] = "secret",
	[FIELD_TICK] = "tick",     [FIELD_HIDDEN] = "hidden", [FIELD_FILE] = "file",
};

/* Types that are counted in characters, and what a browser is told of it. */
enum { COUNTED = 1 << FIELD_TEXT | 1 << FIELD_LONG | 1 << FIELD_MAIL | 1 << FIELD_SECRET | 1 << FIELD_HIDDEN };
static bool counted(const struct field *f)
{
	return COUNTED >> f->type & 1;
}

static int64_t text_max(const struct field *f)
{
	return f->high ? f->high : TEXT_MAX;
}

static bool bounded(const struct field *f)
{
	return f->low || f->high;
}

/* What came under the name, trimmed; checkboxes come one by one and join. */
static const char *sent(struct req *r, const struct field *f)
{
	const struct param *p = r->method == POST ? r->form : r->params;
	const char *text = "";
	for (; p; p = p->next) {
		if (strcmp(p->name, f->name))
			continue;
		if (f->type == FIELD_SECRET)
			return p->value;
		if (f->type != FIELD_SET)
			return text_normalise(r->mem, p->value);
		text = *text ? must(talloc_asprintf(r->mem, "%s,%s", text, p->value)) : p->value;
	}
	return text_normalise(r->mem, text);
}

static const char *read_number(const struct field *f, struct value *v)
{
	const char *digits = v->text + (*v->text == '-');
	size_t n = strlen(digits);
	if (!n || strspn(digits, "0123456789") != n)
		return "number";
	if (n > NUMBER_DIGITS)
		return "range";
	v->number = strtoll(v->text, NULL, 10);
	return bounded(f) && (v->number < f->low || v->number > f->high) ? "range" : NULL;
}

/* Digits with at most one point or comma among them. */
static const char *read_decimal(const struct field *f, struct value *v)
{
	char plain[64];
	const char *digits = v->text + (*v->text == '-');
	size_t n = strlen(v->text), whole = strspn(digits, "0123456789");
	const char *rest = digits + whole;
	if ((*rest == '.' || *rest == ',') && rest[1])
		rest += 1 + strspn(rest + 1, "0123456789");
	if (!whole || *rest || n >= sizeof plain)
		return "number";
	for (size_t i = 0; i <= n; i++)
		plain[i] = (char)(v->text[i] == ',' ? '.' : v->text[i]);
	v->decimal = strtod(plain, NULL);
	return bounded(f) && (v->decimal < (double)f->low || v->decimal > (double)f->high) ? "range" : NULL;
}

/* Index of the n bytes at word among the allowed; -1 none. */
static int64_t word_index(const struct field *f, const char *word, size_t n)
{
	for (int64_t i = 0; f->allowed[i]; i++)
		if (strlen(f->allowed[i]) == n && !memcmp(f->allowed[i], word, n))
			return i;
	return -1;
}

static const char *read_choice(const struct field *f, struct value *v)
{
	v->number = word_index(f, v->text, strlen(v->text));
	return v->number < 0 ? "choice" : NULL;
}

static const char *read_set(const struct field *f, struct value *v)
{
	for (const char *word = v->text; *word; word += *word == ',') {
		word += strspn(word, " ");
		size_t n = strcspn(word, ","), bare = n;
		while (bare && word[bare - 1] == ' ')
			bare--;
		int64_t at = bare ? word_index(f, word, bare) : -1;
		if (bare && at < 0)
			return "choice";
		if (bare)
			v->number |= INT64_C(1) << at;
		word += n;
	}
	return NULL;
}

static const char *read_colour(struct value *v)
{
	const char *hex = v->text + (*v->text == '#');
	if (strlen(hex) != 6 || strspn(hex, "0123456789abcdefABCDEF") != 6)
		return "colour";
	v->number = strtoll(hex, NULL, 16);
	return NULL;
}

static const char *read_text(const struct field *f, struct value *v)
{
	int64_t length = (int64_t)text_length(v->text);
	return length > text_max(f) ? "too-long" : length < f->low ? "too-short" : NULL;
}

/* A day of the calendar, kept as browsers write it. */
static const char *read_date(struct req *r, struct value *v)
{
	bool day;
	v->when = time_parse(v->text, &day);
	if (v->when < 0 || !day || v->when > FOR_EVER) {
		v->when = -1;
		return "date";
	}
	v->text = time_day(r->mem, v->when);
	return NULL;
}

static const char *read_moment(struct req *r, struct value *v)
{
	bool day;
	v->when = time_parse(v->text, &day);
	if (v->when < 0 || day || v->when > FOR_EVER) {
		v->when = -1;
		return "moment";
	}
	v->text = talloc_strndup(r->mem, time_local(r->mem, v->when), strlen("2026-12-07T18:00"));
	return NULL;
}

/* One @ with something before it and a name with a dot after it; no spaces. Whether anybody reads it only a letter tells. */
static const char *read_mail(const struct field *f, struct value *v)
{
	const char *at = strchr(v->text, '@'), *dot = at ? strrchr(at, '.') : NULL;
	bool fits = at && at > v->text && !strchr(at + 1, '@') && dot && dot > at + 1 && dot[1] && !strpbrk(v->text, " \t\n<>,;\"\\");
	return fits ? read_text(f, v) : "mail";
}

static const char *read_phone(struct value *v)
{
	const char *c = v->text;
	bool abroad = *c == '+' || !strncmp(c, "00", 2);
	c += *c == '+' ? 1 : abroad ? 2 : 0;
	for (v->number = 0; *c; c++)
		if (*c >= '0' && *c <= '9')
			v->number++;
		else if (!strchr(" -/().", *c) && strncmp(c, "\u00a0", 2) && (*c & 0xc0) != 0x80)
			return "phone";
	return (abroad ? v->number >= 7 && v->number <= 15 : v->number == 9) ? NULL : "phone";
}

static const char *judge(struct req *r, const struct field *f, struct value *v)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_SECRET:
	case FIELD_HIDDEN:
		return read_text(f, v);
	case FIELD_DATE:
		return read_date(r, v);
	case FIELD_MOMENT:
		return read_moment(r, v);
	case FIELD_MAIL:
		return read_mail(f, v);
	case FIELD_PHONE:
		return read_phone(v);
	case FIELD_TICK:
		v->number = 1;
		return NULL;
	case FIELD_NUMBER:
		return read_number(f, v);
	case FIELD_DECIMAL:
		return read_decimal(f, v);
	case FIELD_CHOICE:
		return read_choice(f, v);
	case FIELD_SET:
		return read_set(f, v);
	case FIELD_COLOUR:
		return read_colour(v);
	case FIELD_FILE:
		break;
	}
	panic("field %s of no type", f->name);
}

/* The page of a form to be posted. */
static bool is_asking(const struct req *r)
{
	return r->route && r->route->formats & ASK;
}

static void file_read(struct req *r, const struct field *f, struct value *v)
{
	const struct upload *u = r->files;
	while (u && strcmp(u->name, f->name))
		u = u->next;
	bool too_big = u && u->length > (size_t)f->high;
	*v = (struct value){ .text = "", .file = u, .given = u, .number = -1, .when = -1 };
	v->error = too_big ? "too-big" : !u && f->required && (r->method == POST || !is_asking(r)) ? "required" : NULL;
}

static void value_read(struct req *r, const struct field *f, struct value *v)
{
	if (f->type == FIELD_FILE) {
		file_read(r, f, v);
		return;
	}
	*v = (struct value){ .text = sent(r, f), .number = f->type == FIELD_CHOICE ? -1 : 0, .when = -1 };
	v->given = *v->text != '\0';
	if (!v->given && f->fallback)
		v->text = f->fallback;
	if (*v->text)
		v->error = judge(r, f, v);
	else if (f->required)
		v->error = "required";
	if (is_asking(r) && r->method != POST)
		v->error = NULL;
}

static void options_add(xmlNode *node, const struct field *f, const struct value *v)
{
	for (int64_t i = 0; f->allowed && f->allowed[i]; i++) {
		xmlNode *option = page_add(node, "option", NULL);
		bool selected = f->type == FIELD_SET ? v->number >> i & 1 : v->number == i;
		page_set(option, "value", f->allowed[i]);
		page_set(option, "selected", selected ? "yes" : NULL);
	}
}

static void field_add(xmlNode *form, const struct field *f, const struct value *v)
{
	xmlNode *node = page_add(form, "field", NULL);
	page_set(node, "name", f->name);
	page_set(node, "type", type_names[f->type]);
	page_set(node, "required", f->required ? "yes" : NULL);
	page_set(node, "error", v->error);
	if (counted(f))
		page_set_number(node, "max", text_max(f));
	if (f->type == FIELD_FILE)
		page_set_number(node, "high", f->high);
	if (counted(f) && f->low)
		page_set_number(node, "min", f->low);
	if (f->type == FIELD_PHONE && v->error && v->number)
		page_set_number(node, "digits", v->number);
	if ((f->type == FIELD_NUMBER || f->type == FIELD_DECIMAL) && bounded(f)) {
		page_set_number(node, "low", f->low);
		page_set_number(node, "high", f->high);
	}
	if (f->type != FIELD_SECRET && f->type != FIELD_FILE)
		page_add(node, "value", v->text);
	options_add(node, f, v);
}

/* The name of one filling-in of the form: sending it twice does one thing. */
static const char *once(struct req *r)
{
	unsigned char nonce[16];
	seal_random(nonce, sizeof nonce);
	return text_hex(r->mem, nonce, sizeof nonce);
}

static bool form_take(struct req *r, const struct field *fields, struct value *values, bool judged)
{
	bool right = true;
	xmlNode *form = page_add(r->page, "form", NULL);
	const char *nonce = is_asking(r) ? once(r) : NULL;
	page_set(form, "once", nonce);
	for (; fields->name; fields++, values++) {
		value_read(r, fields, values);
		values->error = judged ? values->error : NULL;
		field_add(form, fields, values);
		right = right && !values->error;
	}
	if (nonce && r->route->formats & GUARD)
		guard_add(r, form, nonce);
	return right;
}

bool form_read(struct req *r, const struct field *fields, struct value *values)
{
	return form_take(r, fields, values, true);
}

void form_add(struct req *r, const struct field *fields)
{
	unsigned count = 0;
	while (fields[count].name)
		count++;
	form_take(r, fields, talloc_zero_array(r->mem, struct value, count + 1), false);
}

/* The <field> of a name in any <form> of the page. */
static xmlNode *field_find(const xmlNode *page, const char *name)
{
	for (xmlNode *form = page->children; form; form = form->next) {
		if (form->type != XML_ELEMENT_NODE || strcmp((const char *)form->name, "form"))
			continue;
		for (xmlNode *field = form->children; field; field = field->next) {
			xmlChar *known = xmlGetNoNsProp(field, (const xmlChar *)"name");
			bool found = known && !strcmp((const char *)known, name);
			xmlFree(known);
			if (found)
				return field;
		}
	}
	return NULL;
}

void form_error(struct req *r, struct value *value, const char *name, const char *code)
{
	xmlNode *field = field_find(r->page, name);
	if (!field)
		panic("no field %s in the form", name);
	value->error = code;
	page_set(field, "error", code);
}

static bool word_among(const char *list, const char *word)
{
	size_t n = strlen(word);
	for (; *list; list += strcspn(list, ","), list += *list == ',')
		if (strcspn(list, ",") == n && !strncmp(list, word, n))
			return true;
	return false;
}

void form_withhold(struct req *r, const char *name, const char *word)
{
	xmlNode *field = field_find(r->page, name);
	if (!field)
		panic("no field %s in the form", name);
	for (xmlNode *n = field->children, *next; n; n = next) {
		xmlChar *own = xmlGetNoNsProp(n, (const xmlChar *)"value");
		next = n->next;
		if (own && !strcmp((const char *)own, word)) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		}
		xmlFree(own);
	}
}

static void text_replace(xmlNode *node, const char *text)
{
	for (xmlNode *old; (old = node->children);) {
		xmlUnlinkNode(old);
		xmlFreeNode(old);
	}
	xmlNodeAddContent(node, (const xmlChar *)text);
}

void form_fill(struct req *r, const char *name, const char *text)
{
	xmlNode *field = field_find(r->page, name);
	if (!field)
		panic("no field %s in the form", name);
	for (xmlNode *n = field->children; n; n = n->next) {
		xmlChar *word = xmlGetNoNsProp(n, (const xmlChar *)"value");
		if (!word)
			text_replace(n, text);
		else if (word_among(text, (const char *)word))
			page_set(n, "selected", "yes");
		else
			xmlUnsetProp(n, (const xmlChar *)"selected");
		xmlFree(word);
	}
}
