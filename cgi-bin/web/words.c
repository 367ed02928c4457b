/* Bodies of functions become lists of pieces; a call puts the pieces together. */
#include "words.h"
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpathInternals.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "panic.h"

enum { FUNCTIONS = 16, PIECES = 12, DEPTH = 3, ROOM = 400 };

enum piece { TEXT, DAY, MONTH, YEAR, HOUR, MINUTE, MONTH_WORD, WEEKDAY_WORD, CALL };

struct function {
	const char *name;
	int count;
	struct {
		enum piece piece;
		const char *text; /* of TEXT; the name of CALL */
	} pieces[PIECES];
};

struct words {
	struct function functions[FUNCTIONS];
	int count;
	const char *months[12], *weekdays[7];
};

static const struct words *current;

/* The expressions whose meaning is known; $d is the local text of a moment or a day. */
static const struct {
	const char *expression;
	enum piece piece;
	const char *name;
} known[] = {
	{ "number(substring($d, 9, 2))", DAY, NULL },
	{ "number(substring($d, 6, 2))", MONTH, NULL },
	{ "substring($d, 1, 4)", YEAR, NULL },
	{ "number(substring($d, 12, 2))", HOUR, NULL },
	{ "substring($d, 15, 2)", MINUTE, NULL },
	{ "t:word($months, substring($d, 6, 2))", MONTH_WORD, NULL },
	{ "t:word($weekdays, $d/@day)", WEEKDAY_WORD, NULL },
	{ "t:date($d)", CALL, "date" },
	{ "t:day($d)", CALL, "day" },
};

static bool is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

static const char *attribute(void *mem, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	const char *copy = must(talloc_strdup(mem, value ? (const char *)value : ""));
	xmlFree(value);
	return copy;
}

static const char *content(void *mem, const xmlNode *node)
{
	xmlChar *value = xmlNodeGetContent(node);
	const char *copy = must(talloc_strdup(mem, value ? (const char *)value : ""));
	xmlFree(value);
	return copy;
}

static bool piece_read(struct words *words, struct function *f, const xmlNode *node)
{
	if (f->count == PIECES)
		return false;
	if (is(node, "text")) {
		f->pieces[f->count].text = content(words, node);
		f->pieces[f->count++].piece = TEXT;
		return true;
	}
	const char *select = is(node, "value-of") ? attribute(words, node, "select") : "";
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(select, known[i].expression)) {
			f->pieces[f->count].text = known[i].name;
			f->pieces[f->count++].piece = known[i].piece;
			return true;
		}
	return false;
}

/* <func:function name="t:NAME"><xsl:param name="d"/><func:result>texts and pieces</func:result></func:function> */
static bool function_read(struct words *words, struct function *f, const xmlNode *node)
{
	const xmlNode *param = xmlFirstElementChild((xmlNode *)(uintptr_t)node),
		      *result = param ? xmlNextElementSibling((xmlNode *)(uintptr_t)param) : NULL;
	const char *name = attribute(words, node, "name");
	if (!result || !is(param, "param") || !is(result, "result") || xmlNextElementSibling((xmlNode *)(uintptr_t)result) ||
	    strncmp(name, "t:", 2))
		return false;
	*f = (struct function){ .name = name + 2 };
	for (const xmlNode *n = result->children; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE && !piece_read(words, f, n))
			return false;
	return f->count > 0;
}

static void list_read(struct words *words, const xmlNode *variable, const char **list, int count)
{
	char *rest = must(talloc_strdup(words, content(words, variable)));
	for (int i = 0; i < count; i++) {
		const char *word = strsep(&rest, " ");
		list[i] = word ? word : "";
	}
}

struct words *words_read(const char *path)
{
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
	struct words *words = must(talloc_zero(NULL, struct words));
	if (!doc)
		panic("%s: not a sheet", path);
	for (const xmlNode *n = xmlDocGetRootElement(doc)->children; n; n = n->next) {
		if (is(n, "variable") && !strcmp(attribute(words, n, "name"), "months"))
			list_read(words, n, words->months, 12);
		if (is(n, "variable") && !strcmp(attribute(words, n, "name"), "weekdays"))
			list_read(words, n, words->weekdays, 7);
		if (is(n, "function") && words->count < FUNCTIONS)
			words->count += function_read(words, &words->functions[words->count], n);
	}
	xmlFreeDoc(doc);
	return words;
}

void words_free(struct words *words)
{
	if (current == words)
		current = NULL;
	talloc_free(words);
}

void words_set(const struct words *words)
{
	current = words;
}

void words_each(const struct words *words, void (*each)(void *given, const char *name), void *given)
{
	for (int i = 0; i < words->count; i++)
		each(given, words->functions[i].name);
}

static const struct function *function_named(const char *name)
{
	for (int i = 0; current && i < current->count; i++)
		if (!strcmp(current->functions[i].name, name))
			return &current->functions[i];
	return NULL;
}

struct moment {
	const char *text;
	size_t length;
	int weekday;
};

/* The number of so many digits from a place, as XPath counts places. */
static int number_at(const struct moment *m, size_t place, size_t digits)
{
	int number = 0;
	for (size_t i = place - 1; i < place - 1 + digits && i < m->length; i++)
		number = 10 * number + (m->text[i] - '0');
	return number;
}

static void put(char *out, const char *text, size_t length)
{
	size_t used = strlen(out), left = ROOM - 1 - used;
	length = length < left ? length : left;
	memcpy(out + used, text, length);
	out[used + length] = '\0';
}

static void put_word(char *out, const char *const *words, int count, int number)
{
	if (number >= 1 && number <= count)
		put(out, words[number - 1], strlen(words[number - 1]));
}

static void put_number(char *out, int number)
{
	char digits[12];
	put(out, digits, (size_t)snprintf(digits, sizeof digits, "%d", number));
}

static void put_function(char *out, const struct function *f, const struct moment *m, int depth)
{
	for (int i = 0; i < f->count; i++) {
		const struct function *inner;
		switch (f->pieces[i].piece) {
		case TEXT:
			put(out, f->pieces[i].text, strlen(f->pieces[i].text));
			break;
		case DAY:
			put_number(out, number_at(m, 9, 2));
			break;
		case MONTH:
			put_number(out, number_at(m, 6, 2));
			break;
		case YEAR:
			put(out, m->text, m->length < 4 ? m->length : 4);
			break;
		case HOUR:
			put_number(out, number_at(m, 12, 2));
			break;
		case MINUTE:
			put(out, m->length >= 16 ? m->text + 14 : "", m->length >= 16 ? 2 : 0);
			break;
		case MONTH_WORD:
			put_word(out, current->months, 12, number_at(m, 6, 2));
			break;
		case WEEKDAY_WORD:
			put_word(out, current->weekdays, 7, m->weekday);
			break;
		case CALL:
			if (depth < DEPTH && (inner = function_named(f->pieces[i].text)))
				put_function(out, inner, m, depth + 1);
			break;
		}
	}
}

static int weekday_of(const xmlXPathObject *argument)
{
	const xmlNode *node = argument->nodesetval && argument->nodesetval->nodeNr ? argument->nodesetval->nodeTab[0] : NULL;
	xmlChar *day = node && node->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(node, (const xmlChar *)"day") : NULL;
	int number = day ? *day - '0' : 0;
	xmlFree(day);
	return number;
}

void words_call(xmlXPathParserContext *context, int arguments)
{
	const struct function *f = function_named((const char *)context->context->function);
	xmlXPathObject *argument = arguments == 1 ? valuePop(context) : NULL;
	char out[ROOM] = "";
	if (!f || !argument) {
		xmlXPathErr(context, XPATH_INVALID_ARITY);
		xmlXPathFreeObject(argument);
		return;
	}
	xmlChar *text = xmlXPathCastToString(argument);
	struct moment moment = { (const char *)text, strlen((const char *)text),
				 argument->type == XPATH_NODESET ? weekday_of(argument) : 0 };
	/* What is not there says nothing. */
	if (moment.length)
		put_function(out, f, &moment, 0);
	xmlFree(text);
	xmlXPathFreeObject(argument);
	valuePush(context, xmlXPathNewString((const xmlChar *)out));
}
