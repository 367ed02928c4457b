/* HTML of others to CommonMark: the tree is only read, never written out again. */
#include <string.h>
#include <strings.h>
#include <talloc.h>
#include <libxml/HTMLparser.h>
#include "../web/text.h"
#include "address.h"
#include "html.h"
#include "markdown.h"

enum treatment {
	THROUGH,   /* unknown: its content as if it were not there */
	DROP,      /* with everything inside */
	BLOCK, PRE, HEADING, QUOTE, BULLETS, NUMBERS, ITEM, ROW, CELL, STRONG, EM, LINK, BREAK,
};

static const struct element {
	const char *name;
	enum treatment treatment;
	int heading;
} elements[] = {
	{ "script", DROP, 0 }, { "style", DROP, 0 }, { "template", DROP, 0 }, { "noscript", DROP, 0 }, { "iframe", DROP, 0 }, { "object", DROP, 0 }, { "embed", DROP, 0 },
	{ "svg", DROP, 0 }, { "math", DROP, 0 }, { "xmp", DROP, 0 }, { "noembed", DROP, 0 }, { "noframes", DROP, 0 }, { "plaintext", DROP, 0 }, { "title", DROP, 0 },
	{ "textarea", DROP, 0 }, { "select", DROP, 0 }, { "head", DROP, 0 }, { "applet", DROP, 0 }, { "audio", DROP, 0 }, { "video", DROP, 0 }, { "canvas", DROP, 0 },
	{ "button", DROP, 0 }, { "option", DROP, 0 }, { "frameset", DROP, 0 }, { "map", DROP, 0 },
	{ "p", BLOCK, 0 }, { "div", BLOCK, 0 }, { "section", BLOCK, 0 }, { "article", BLOCK, 0 }, { "header", BLOCK, 0 }, { "footer", BLOCK, 0 }, { "main", BLOCK, 0 },
	{ "aside", BLOCK, 0 }, { "nav", BLOCK, 0 }, { "address", BLOCK, 0 }, { "figure", BLOCK, 0 }, { "figcaption", BLOCK, 0 }, { "pre", PRE, 0 }, { "hr", BLOCK, 0 },
	{ "dl", BLOCK, 0 }, { "dt", BLOCK, 0 }, { "dd", BLOCK, 0 }, { "table", BLOCK, 0 }, { "caption", BLOCK, 0 }, { "form", BLOCK, 0 }, { "fieldset", BLOCK, 0 },
	{ "legend", BLOCK, 0 }, { "center", BLOCK, 0 }, { "body", BLOCK, 0 }, { "details", BLOCK, 0 }, { "summary", BLOCK, 0 },
	{ "h1", HEADING, 2 }, { "h2", HEADING, 2 }, { "h3", HEADING, 3 }, { "h4", HEADING, 4 }, { "h5", HEADING, 5 }, { "h6", HEADING, 6 },
	{ "blockquote", QUOTE, 0 }, { "ul", BULLETS, 0 }, { "menu", BULLETS, 0 }, { "ol", NUMBERS, 0 }, { "li", ITEM, 0 }, { "tr", ROW, 0 }, { "td", CELL, 0 }, { "th", CELL, 0 },
	{ "strong", STRONG, 0 }, { "b", STRONG, 0 }, { "em", EM, 0 }, { "i", EM, 0 }, { "a", LINK, 0 }, { "br", BREAK, 0 },
};

struct walk {
	struct markdown *m;
	const void *mem;
	const char *base;
	const char *href;      /* of the link we are in */
	int list;              /* how many lists we are in */
	bool row;              /* in a table row: blocks inside are only spaces */
	bool pre;              /* line ends of the text count */
};

static const struct element *element_of(const xmlNode *node)
{
	static const struct element unknown = { "", THROUGH, 0 };

	for (size_t i = 0; i < sizeof(elements) / sizeof(*elements); i++)
		if (!strcasecmp((const char *)node->name, elements[i].name))
			return &elements[i];
	return &unknown;
}

static void walk(struct walk *w, const xmlNode *node, int depth);

static void walk_children(struct walk *w, const xmlNode *node, int depth)
{
	for (const xmlNode *child = node->children; child; child = child->next)
		walk(w, child, depth + 1);
}

static void walk_block(struct walk *w, const xmlNode *node, int heading, int depth)
{
	if (w->row) {
		markdown_text(w->m, " ", 1);
		walk_children(w, node, depth);
		markdown_text(w->m, " ", 1);
		return;
	}
	markdown_block(w->m, heading);
	walk_children(w, node, depth);
	markdown_block(w->m, 0);
}

static void walk_pre(struct walk *w, const xmlNode *node, int depth)
{
	bool outer = w->pre;

	w->pre = !w->row;
	walk_block(w, node, 0, depth);
	w->pre = outer;
}

static void walk_text(struct walk *w, const char *text)
{
	size_t n;

	for (; w->pre && text[n = strcspn(text, "\n")]; text += n + 1) {
		markdown_text(w->m, text, n);
		markdown_break(w->m);
	}
	markdown_text(w->m, text, strlen(text));
}

static void walk_inside(struct walk *w, const xmlNode *node, enum markdown_container container, int depth)
{
	bool list = container == MARKDOWN_BULLETS || container == MARKDOWN_NUMBERS;
	bool stray = container == MARKDOWN_ITEM && !w->list;

	if (w->row) {
		walk_block(w, node, 0, depth);
		return;
	}
	if (stray)
		markdown_enter(w->m, MARKDOWN_BULLETS);
	markdown_enter(w->m, container);
	w->list += list;
	walk_children(w, node, depth);
	w->list -= list;
	markdown_leave(w->m);
	if (stray)
		markdown_leave(w->m);
}

static void walk_style(struct walk *w, const xmlNode *node, enum markdown_style style, int depth)
{
	enum markdown_style outer = markdown_styled(w->m);

	if (outer == MARKDOWN_PLAIN)
		markdown_style(w->m, style);
	walk_children(w, node, depth);
	markdown_style(w->m, outer);
}

static void walk_link(struct walk *w, const xmlNode *node, int depth)
{
	const char *outer = w->href;
	xmlChar *href = xmlGetNoNsProp(node, (const xmlChar *)"href");
	const char *link = href && !outer ? address_link(w->mem, (const char *)href, w->base) : NULL;

	xmlFree(href);
	w->href = outer ? outer : link;
	markdown_href(w->m, w->href);
	walk_children(w, node, depth);
	w->href = outer;
	markdown_href(w->m, outer);
}

static void walk_row(struct walk *w, const xmlNode *node, int depth)
{
	bool outer = w->row;

	if (!outer)
		markdown_block(w->m, 0);
	w->row = true;
	walk_children(w, node, depth);
	w->row = outer;
	if (!outer)
		markdown_block(w->m, 0);
}

static bool first_cell(const xmlNode *node)
{
	while ((node = node->prev))
		if (node->type == XML_ELEMENT_NODE)
			return false;
	return true;
}

static void walk_element(struct walk *w, const xmlNode *node, int depth)
{
	const struct element *e = element_of(node);

	switch (e->treatment) {
	case DROP: break;
	case THROUGH: walk_children(w, node, depth); break;
	case BLOCK: walk_block(w, node, 0, depth); break;
	case PRE: walk_pre(w, node, depth); break;
	case HEADING: walk_block(w, node, e->heading, depth); break;
	case QUOTE: walk_inside(w, node, MARKDOWN_QUOTE, depth); break;
	case BULLETS: walk_inside(w, node, MARKDOWN_BULLETS, depth); break;
	case NUMBERS: walk_inside(w, node, MARKDOWN_NUMBERS, depth); break;
	case ITEM: walk_inside(w, node, MARKDOWN_ITEM, depth); break;
	case ROW: walk_row(w, node, depth); break;
	case CELL:
		if (!first_cell(node))
			markdown_text(w->m, " | ", 3);
		walk_children(w, node, depth);
		break;
	case STRONG: walk_style(w, node, MARKDOWN_STRONG, depth); break;
	case EM: walk_style(w, node, MARKDOWN_EM, depth); break;
	case LINK: walk_link(w, node, depth); break;
	case BREAK: markdown_break(w->m); break;
	}
}

/* What lies deeper than the cap is dropped; so is everything that is neither text nor element. */
static void walk(struct walk *w, const xmlNode *node, int depth)
{
	if (depth > HTML_DEPTH_MAX)
		return;
	if (node->type == XML_ELEMENT_NODE)
		walk_element(w, node, depth);
	else if (node->type == XML_TEXT_NODE && node->content)
		walk_text(w, text_clean(w->mem, (const char *)node->content, strlen((const char *)node->content)));   /* entities may name anything */
}

bool html_looks(const char *text)
{
	for (; (text = strpbrk(text, "<&")); text++) {
		if (*text == '<' && (strchr("!/?", text[1]) ? text[1] != '\0' : ((text[1] | 32) >= 'a' && (text[1] | 32) <= 'z')))
			return true;
		if (*text == '&' && text[1 + strspn(text + 1, "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] == ';' && text[1] != ';')
			return true;
	}
	return false;
}

/* Drops tags longer than the cap (pictures pasted as data:), for the parser takes square time over attributes; stops after too many tags. */
static char *trimmed(const void *mem, const char *html)
{
	size_t length = strnlen(html, HTML_BYTES_MAX), tags = 0, n;
	char *out = talloc_array(mem, char, (unsigned)length + 1), *to = out;

	for (const char *end = html + length; html < end; html += n) {
		n = strcspn(html + 1, "<") + 1;
		if (n > (size_t)(end - html))
			n = (size_t)(end - html);
		if (*html == '<') {
			const char *close = memchr(html, '>', n);
			size_t tag = close ? (size_t)(close - html) + 1 : n;

			if (++tags > HTML_TAGS_MAX)
				break;
			if (tag > HTML_TAG_MAX) {
				n = tag;
				continue;
			}
		}
		memcpy(to, html, n);
		to += n;
	}
	*to = '\0';
	return out;
}

static htmlDocPtr parsed(const char *html)
{
	htmlParserCtxtPtr context = htmlNewParserCtxt();
	htmlDocPtr doc = NULL;

	if (context)
		doc = htmlCtxtReadMemory(context, html, (int)strlen(html), NULL, "UTF-8",
		                         HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
	htmlFreeParserCtxt(context);
	return doc;
}

const char *html_markdown(const void *mem, const char *html, const char *base, size_t max, const char **plain)
{
	struct walk w = { .m = markdown_new(mem, max), .mem = mem, .base = base };
	htmlDocPtr doc = parsed(trimmed(mem, text_clean(mem, html, strlen(html))));

	for (const xmlNode *node = doc ? doc->children : NULL; node; node = node->next)
		walk(&w, node, 0);
	xmlFreeDoc(doc);
	return markdown_end(w.m, plain);
}

const char *html_line(const void *mem, const char *html)
{
	const char *plain;
	char *line;

	if (!html_markdown(mem, html, NULL, 32 << 10, &plain))
		return NULL;
	line = talloc_strdup(mem, plain);
	for (char *c = line; *c; c++)
		*c = *c == '\n' ? ' ' : *c;
	return text_normalise(mem, line);
}
