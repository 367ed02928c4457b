/* Field tables to values and to the <form> of the page. */
#include "form.h"
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "page.h"
#include "panic.h"
#include "request.h"
#include "text.h"

enum { TEXT_MAX = 200, NUMBER_DIGITS = 18 };

static const char *const type_names[] = {
	[FIELD_TEXT] = "text",     [FIELD_NUMBER] = "number", [FIELD_DECIMAL] = "decimal",
	[FIELD_CHOICE] = "choice", [FIELD_SET] = "set",       [FIELD_COLOUR] = "colour",
};

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

static const char *judge(const struct field *f, struct value *v)
{
	switch (f->type) {
	case FIELD_TEXT:
		return (int64_t)text_length(v->text) > text_max(f) ? "too-long" : NULL;
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
	}
	panic("field %s of no type", f->name);
}

static void value_read(struct req *r, const struct field *f, struct value *v)
{
	*v = (struct value){ .text = sent(r, f), .number = f->type == FIELD_CHOICE ? -1 : 0 };
	v->given = *v->text != '\0';
	if (!v->given && f->fallback)
		v->text = f->fallback;
	if (*v->text)
		v->error = judge(f, v);
	else if (f->required)
		v->error = "required";
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
	if (f->type == FIELD_TEXT)
		page_set_number(node, "max", text_max(f));
	if ((f->type == FIELD_NUMBER || f->type == FIELD_DECIMAL) && bounded(f)) {
		page_set_number(node, "low", f->low);
		page_set_number(node, "high", f->high);
	}
	page_add(node, "value", v->text);
	options_add(node, f, v);
}

bool form_read(struct req *r, const struct field *fields, struct value *values)
{
	bool right = true;
	xmlNode *form = page_add(r->page, "form", NULL);
	for (; fields->name; fields++, values++) {
		value_read(r, fields, values);
		field_add(form, fields, values);
		right = right && !values->error;
	}
	return right;
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
