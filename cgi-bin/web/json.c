/* The XML representation of JSON to JSON bytes. */
#include "json.h"
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "panic.h"

enum { JSON_DEPTH = 100 };

/* Bytes being written; grows by doubling. */
struct out {
	char *bytes;
	size_t used, room;
};

static void put(struct out *o, const char *bytes, size_t n)
{
	if (o->used + n >= o->room) {
		o->room = 2 * (o->used + n) + 64;
		o->bytes = must(talloc_realloc_size(NULL, o->bytes, o->room));
	}
	memcpy(o->bytes + o->used, bytes, n);
	o->used += n;
}

static bool is_element(const xmlNode *node, const char *name)
{
	return !strcmp((const char *)node->name, name);
}

bool json_is(const xmlNode *root)
{
	return root && root->type == XML_ELEMENT_NODE && root->ns && !strcmp((const char *)root->ns->href, JSON_NAMESPACE);
}

/* How many of the bytes need no escape: all but controls, the quote, the backslash and the sign that could open a tag. */
static size_t plain(const char *text)
{
	size_t n = 0;
	while ((unsigned char)text[n] >= ' ' && text[n] != '"' && text[n] != '\\' && text[n] != '<')
		n++;
	return n;
}

static void put_escape(struct out *o, char c)
{
	static const char from[] = "\"\\\n\r\t\b\f", to[] = "\"\\nrtbf";
	const char *known = strchr(from, c);
	char code[8];
	int n = known ? snprintf(code, sizeof code, "\\%c", to[known - from])
		      : snprintf(code, sizeof code, "\\u%04x", (unsigned)(unsigned char)c);
	put(o, code, (size_t)n);
}

static void put_string(struct out *o, const char *text)
{
	put(o, "\"", 1);
	for (;;) {
		size_t n = plain(text);
		put(o, text, n);
		text += n;
		if (!*text)
			break;
		put_escape(o, *text++);
	}
	put(o, "\"", 1);
}

static size_t digits(const char *p)
{
	return strspn(p, "0123456789");
}

/* The grammar of RFC 8259 6: no plus, no leading zero, digits on both sides of the point. */
static bool is_number(const char *p)
{
	p += *p == '-';
	size_t whole = digits(p);
	if (!whole || (*p == '0' && whole > 1))
		return false;
	p += whole;
	if (*p == '.') {
		size_t fraction = digits(p + 1);
		if (!fraction)
			return false;
		p += 1 + fraction;
	}
	if ((*p | 0x20) == 'e') {
		p += 1 + (p[1] == '+' || p[1] == '-');
		size_t exponent = digits(p);
		if (!exponent)
			return false;
		p += exponent;
	}
	return !*p;
}

static void put_scalar(struct out *o, const xmlNode *node, const char *text)
{
	if (is_element(node, "string")) {
		put_string(o, text);
	} else if (is_element(node, "null")) {
		put(o, "null", 4);
	} else if (is_element(node, "boolean")) {
		bool yes = !strcmp(text, "true") || !strcmp(text, "1");
		if (!yes && strcmp(text, "false") && strcmp(text, "0"))
			panic("JSON boolean \"%s\"", text);
		put(o, yes ? "true" : "false", yes ? 4 : 5);
	} else if (is_element(node, "number")) {
		if (!is_number(text))
			panic("JSON number \"%s\"", text);
		put(o, text, strlen(text));
	} else {
		panic("<%s> is not in the vocabulary of JSON", (const char *)node->name);
	}
}

static void put_key(struct out *o, const xmlNode *node)
{
	xmlChar *key = xmlGetNoNsProp(node, (const xmlChar *)"key");
	if (!key)
		panic("<%s> of a JSON map without a key", (const char *)node->name);
	put_string(o, (const char *)key);
	put(o, ":", 1);
	xmlFree(key);
}

static void put_value(struct out *o, const xmlNode *node, int depth);

static void put_children(struct out *o, const xmlNode *node, bool keyed, int depth)
{
	size_t count = 0;
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (child->type != XML_ELEMENT_NODE) {
			if (child->type == XML_TEXT_NODE && !xmlIsBlankNode(child))
				panic("text in <%s> of JSON", (const char *)node->name);
			continue;
		}
		if (count++)
			put(o, ",", 1);
		if (keyed)
			put_key(o, child);
		put_value(o, child, depth + 1);
	}
}

static void put_value(struct out *o, const xmlNode *node, int depth)
{
	if (!json_is(node) || depth > JSON_DEPTH)
		panic("<%s> where JSON should be", (const char *)node->name);
	bool map = is_element(node, "map");
	if (map || is_element(node, "array")) {
		put(o, map ? "{" : "[", 1);
		put_children(o, node, map, depth);
		put(o, map ? "}" : "]", 1);
		return;
	}
	xmlChar *text = must(xmlNodeGetContent(node));
	put_scalar(o, node, (const char *)text);
	xmlFree(text);
}

const char *json_write(const void *mem, const xmlNode *root)
{
	struct out o = { 0 };
	put_value(&o, root, 0);
	put(&o, "", 1);
	return talloc_steal(mem, o.bytes);
}
