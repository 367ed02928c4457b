/* The hardened XML reader: reliability.md 3.2 says what each of these limits is for. */
#include <iconv.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>
#include <libxml/parser.h>
#include "../web/text.h"
#include "feed.h"
#include "xml.h"

/* ---- to UTF-8 ---- */

static const char *declared(const void *mem, const char *bytes, size_t length)
{
	size_t n = length < 200 ? length : 200;
	const char *head = talloc_strndup(mem, bytes, n), *at = strstr(head, "?>") ? strstr(head, "encoding") : NULL, *end = strstr(head, "?>");
	size_t quote = at ? strcspn(at, "\"'") : 0;

	if (strncmp(head, "<?xml", 5) || !at || at > end || !at[quote])
		return "UTF-8";
	return talloc_strndup(mem, at + quote + 1, strcspn(at + quote + 1, "\"'"));
}

static const char *encoding_of(const void *mem, const char *bytes, size_t length)
{
	if (length > 1 && (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2)))
		return "UTF-16";
	if (length > 3 && (!memcmp(bytes, "<\0?", 3) || !memcmp(bytes, "\0<\0", 3)))
		return *bytes ? "UTF-16LE" : "UTF-16BE";
	return declared(mem, bytes, length);
}

/* Whatever the document says it is, as UTF-8; null when it is not that. */
static const char *recoded(struct feed *f, const char *bytes, size_t *length)
{
	const char *encoding = encoding_of(f, bytes, *length);
	size_t left = *length * 3 + 4, room = left, in = *length;
	char *from, *out, *to;
	iconv_t convert;
	bool whole;

	if (!strcasecmp(encoding, "UTF-8") || !strcasecmp(encoding, "US-ASCII"))
		return bytes;
	convert = iconv_open("UTF-8", encoding);
	if (convert == (iconv_t)-1)
		return feed_problem(f, 1, "unknown encoding %s", text_normalise(f, text_clean(f, encoding, strlen(encoding)))), NULL;
	from = talloc_memdup(f, bytes, *length);
	out = to = talloc_array(f, char, (unsigned)room);
	whole = iconv(convert, &from, &in, &to, &left) != (size_t)-1 && !in;
	iconv_close(convert);
	*length = room - left;
	if (!whole)
		feed_problem(f, 0, "not the encoding it says it is (%s)", encoding);
	return whole ? out : NULL;
}

/* ---- before the parser sees it ---- */

static size_t line_of(const char *bytes, const char *at)
{
	size_t line = 1;

	for (; bytes < at; bytes++)
		line += *bytes == '\n';
	return line;
}

/* The end of what begins with a "<" at `at`: a comment, a CDATA section, an instruction or a tag; null when it has none. */
static const char *markup_end(const char *at, const char *end, bool *tag)
{
	static const struct { const char *from, *to; } sections[] = { { "<!--", "-->" }, { "<![CDATA[", "]]>" }, { "<?", "?>" } };

	*tag = false;
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		size_t n = strlen(sections[i].from);

		if ((size_t)(end - at) >= n && !memcmp(at, sections[i].from, n)) {
			const char *to = memmem(at + n, (size_t)(end - at) - n, sections[i].to, strlen(sections[i].to));

			return to ? to + strlen(sections[i].to) : NULL;
		}
	}
	*tag = true;
	at = memchr(at, '>', (size_t)(end - at));
	return at ? at + 1 : NULL;
}

/* No document type, no tag longer than the cap (attributes cost square time), not too many tags (each costs memory). */
static bool harmless(struct feed *f, const char *bytes, size_t length)
{
	const char *end = bytes + length, *at = bytes, *next;
	size_t tags = 0;
	bool tag;

	while ((at = memchr(at, '<', (size_t)(end - at)))) {
		next = markup_end(at, end, &tag);
		if (tag && end - at > 9 && !strncasecmp(at, "<!DOCTYPE", 9))
			return feed_problem(f, (int)line_of(bytes, at), "document type declarations are not allowed");
		if (tag && (next ? next : end) - at > XML_TAG_MAX)
			return feed_problem(f, (int)line_of(bytes, at), "a tag longer than %d bytes", XML_TAG_MAX);
		if (++tags > XML_TAGS_MAX)
			return feed_problem(f, (int)line_of(bytes, at), "more than %d tags", XML_TAGS_MAX);
		if (!next)
			return true;   /* the parser tells what is wrong */
		at = next;
	}
	return true;
}

/* ---- the parser ---- */

static void refuse_subset(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	(void)name, (void)external, (void)system;
	xmlStopParser(context);
}

static xmlParserInputPtr refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context)
{
	(void)url, (void)id, (void)context;
	return NULL;
}

static void quiet(void *context, xmlErrorPtr error)
{
	(void)context, (void)error;
}

static bool shallow(const xmlNode *node, int depth)
{
	for (; node; node = node->next)
		if (depth > XML_DEPTH || !shallow(node->type == XML_ELEMENT_NODE ? node->children : NULL, depth + 1))
			return false;
	return true;
}

static int doc_free(xmlDoc **doc)
{
	xmlFreeDoc(*doc);
	return 0;
}

static void parse_problem(struct feed *f, xmlParserCtxtPtr context)
{
	const xmlError *error = xmlCtxtGetLastError(context);
	const char *message = error && error->message ? feed_line(f, error->message, 120) : NULL;

	feed_problem(f, error ? error->line : 0, "broken XML: %s", message ? message : "unreadable");
}

xmlDoc *xml_read(struct feed *f, const char *bytes, size_t length)
{
	xmlParserCtxtPtr context;
	xmlDoc *doc, **owned;

	bytes = recoded(f, bytes, &length);
	if (!bytes || !harmless(f, bytes, length))
		return NULL;
	xmlSetExternalEntityLoader(refuse_entity);
	context = xmlNewParserCtxt();
	if (!context)
		return feed_problem(f, 0, "out of memory"), NULL;
	context->sax->internalSubset = refuse_subset;
	context->sax->serror = quiet;
	doc = xmlCtxtReadMemory(context, bytes, (int)length, NULL, "UTF-8",
	                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
	if (!doc || !shallow(doc->children, 0)) {
		if (doc)
			feed_problem(f, 0, "elements deeper than %d", XML_DEPTH);
		else
			parse_problem(f, context);
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(context);
	if (doc) {
		owned = talloc(f, xmlDoc *);
		*owned = doc;
		talloc_set_destructor(owned, doc_free);
	}
	return doc;
}

/* ---- reading the tree ---- */

bool xml_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

xmlNode *xml_child(const xmlNode *parent, const char *name)
{
	for (xmlNode *node = parent ? parent->children : NULL; node; node = node->next)
		if (xml_is(node, name))
			return node;
	return NULL;
}

const char *xml_text(const void *mem, const xmlNode *node)
{
	xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
	const char *text = content ? talloc_strdup(mem, (const char *)content) : NULL;

	xmlFree(content);
	return text && text[strspn(text, " \t\r\n")] ? text : NULL;
}

const char *xml_child_text(const void *mem, const xmlNode *parent, const char *name)
{
	return xml_text(mem, xml_child(parent, name));
}

const char *xml_attribute(const void *mem, const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node ? node->properties : NULL; a; a = a->next)
		if (!strcmp((const char *)a->name, name)) {
			xmlChar *content = xmlNodeListGetString(node->doc, a->children, 1);
			const char *text = content ? talloc_strdup(mem, (const char *)content) : NULL;

			xmlFree(content);
			return text;
		}
	return NULL;
}
