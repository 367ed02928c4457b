/* The only writer of HTML. Names come from our sheets, every text and attribute is escaped, and there is no way around it. */
#include "markup.h"
#include <libxml/HTMLtree.h>
#include <libxml/uri.h>
#include <string.h>
#include <talloc.h>
#include "panic.h"
#include "text.h"

enum { ROOM = 32 << 10 };

struct out {
	const void *mem;
	char *bytes;
	size_t used, room;
};

static void put(struct out *out, const char *bytes, size_t length)
{
	if (out->used + length >= out->room) {
		out->room = 2 * (out->used + length) + ROOM;
		out->bytes = must(talloc_realloc_size(out->mem, out->bytes, out->room));
	}
	memcpy(out->bytes + out->used, bytes, length);
	out->used += length;
}

static void put_text(struct out *out, const char *text)
{
	put(out, text, strlen(text));
}

typedef const char *const references[256];
static references in_text = { ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['\r'] = "&#13;" };
static references in_attribute = { ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\r'] = "&#13;" };
/* What stands in a script element is data in JSON; nothing in it may look like the element's end. */
static references in_script = { ['<'] = "\\u003C" };

/* Text whose characters that mean something there are written by references. */
static void put_by(struct out *out, const char *text, references table)
{
	const char *from = text;
	for (; *text; text++) {
		const char *reference = table[(unsigned char)*text];
		if (!reference)
			continue;
		put(out, from, (size_t)(text - from));
		put_text(out, reference);
		from = text + 1;
	}
	put(out, from, (size_t)(text - from));
}

static bool named(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (!strcmp(name, *list))
			return true;
	return false;
}

/* An address with spaces or letters outside ASCII is written as browsers send it. */
static void put_address(struct out *out, const char *value)
{
	const unsigned char *odd = (const unsigned char *)value;
	while (*odd > ' ' && *odd < 0x7f)
		odd++;
	if (!*odd) {
		put_by(out, value, in_attribute);
		return;
	}
	xmlChar *escaped = must(xmlURIEscapeStr((const xmlChar *)value, (const xmlChar *)"\"#$%&+,/:;<=>?@[\\]^`{|}"));
	put_by(out, (const char *)escaped, in_attribute);
	xmlFree(escaped);
}

static void put_attribute(struct out *out, const xmlAttr *attribute)
{
	static const char *const addresses[] = { "href", "src", "action", NULL };
	const char *name = (const char *)attribute->name;
	put(out, " ", 1);
	put_text(out, name);
	put(out, "=\"", 2);
	for (const xmlNode *n = attribute->children; n; n = n->next) {
		const char *value = n->content ? (const char *)n->content : "";
		if (named(name, addresses))
			put_address(out, value);
		else
			put_by(out, value, in_attribute);
	}
	put(out, "\"", 1);
}

static void put_words(struct out *out, const xmlNode *node, bool plain)
{
	const char *text = (const char *)node->content;
	if (node->parent && !strcmp((const char *)node->parent->name, "script"))
		put_by(out, text, in_script);
	else
		put_by(out, plain ? text : text_typography(out->mem, text), in_text);
}

static void put_open(struct out *out, const xmlNode *element)
{
	put(out, "<", 1);
	put_text(out, (const char *)element->name);
	for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next)
		put_attribute(out, attribute);
	put(out, ">", 1);
}

static void put_close(struct out *out, const xmlNode *element)
{
	put(out, "<", 1);
	put(out, "/", 1);
	put_text(out, (const char *)element->name);
	put(out, ">", 1);
}

/* plain: typography would change what the text means there. */
static void put_nodes(struct out *out, const xmlNode *nodes, bool plain)
{
	static const char *const keepers[] = { "pre", "code", "textarea", "title", NULL };
	static const char *const empties[] = { "area",  "base", "br",   "col",    "embed", "hr",  "img",
					       "input", "link", "meta", "source", "track", "wbr", NULL };
	for (const xmlNode *n = nodes; n; n = n->next) {
		if (n->type == XML_TEXT_NODE && n->content)
			put_words(out, n, plain);
		if (n->type != XML_ELEMENT_NODE)
			continue;
		put_open(out, n);
		put_nodes(out, n->children, plain || named((const char *)n->name, keepers));
		if (n->children || !named((const char *)n->name, empties))
			put_close(out, n);
	}
}

const char *markup_write(const void *mem, xmlDoc *doc, size_t *length)
{
	struct out out = { .mem = mem };
	htmlSetMetaEncoding(doc, (const xmlChar *)"UTF-8");
	if (doc->intSubset) {
		put(&out, "<", 1);
		put_text(&out, "!DOCTYPE html>\n");
	}
	put_nodes(&out, doc->children, false);
	put(&out, "\n", doc->intSubset != NULL);
	*length = out.used;
	put(&out, "", 1);
	return out.bytes;
}
