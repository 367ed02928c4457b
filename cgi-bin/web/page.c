/* The page document: envelope, elements, CommonMark to its XML. The only file that knows cmark. */
#include <cmark.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "page.h"
#include "panic.h"
#include "policy.h"
#include "render.h"
#include "request.h"
#include "route.h"
#include "session.h"
#include "text.h"

enum { MARKDOWN_DEPTH = 20, MARKDOWN_BYTES = 64 << 10 };
static const char *const COMMONMARK = "http://commonmark.org/xml/1.0";

xmlNode *page_add(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *node = xmlNewTextChild(parent, NULL, (const xmlChar *)name, (const xmlChar *)text);
	if (!node)
		panic("out of memory in <%s>", name);
	return node;
}

void page_set(xmlNode *node, const char *name, const char *value)
{
	if (value && !xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value))
		panic("out of memory in @%s", name);
}

void page_set_number(xmlNode *node, const char *name, int64_t value)
{
	char digits[24];
	snprintf(digits, sizeof digits, "%" PRId64, value);
	page_set(node, name, digits);
}

xmlNode *page_time(xmlNode *parent, const char *name, int64_t when)
{
	if (when < 0)
		return NULL;
	void *mem = talloc_new(NULL);
	xmlNode *node = page_add(parent, name, time_local(mem, (time_t)when));
	page_set(node, "utc", time_utc(mem, (time_t)when));
	page_set_number(node, "day", time_weekday((time_t)when));
	talloc_free(mem);
	return node;
}

static int doc_free(xmlDoc **doc)
{
	xmlFreeDoc(*doc);
	return 0;
}

static xmlNode *doc_new(struct req *r)
{
	xmlDoc **doc = talloc(r->mem, xmlDoc *);
	*doc = xmlNewDoc((const xmlChar *)"1.0");
	talloc_set_destructor(doc, doc_free);
	xmlNode *root = xmlNewDocRawNode(*doc, NULL, (const xmlChar *)"page", NULL);
	xmlDocSetRootElement(*doc, root);
	return root;
}

static void viewer_add(struct req *r)
{
	if (!r->person.id)
		return;
	xmlNode *viewer = page_add(r->page, "viewer", NULL);
	page_set_number(viewer, "id", r->person.id);
	page_set(viewer, "name", r->person.name);
	page_set(viewer, "token", session_token(r));
	if (policy_may("site.desk", r->person.roles))
		page_set(page_add(viewer, "may", NULL), "action", "site.desk");
}

/* What the last page had to say, told once. The code is one of ours or it says nothing. */
void page_flash(struct req *r)
{
	const char *code = param_value(r->cookies, "vzkaz");
	if (!code || !*code || *r->suffix || r->method != GET || strspn(code, "abcdefghijklmnopqrstuvwxyz-") != strlen(code))
		return;
	page_set(page_add(r->page, "flash", NULL), "code", code);
	r->told = true;
}

static void site_set(xmlNode *page)
{
	page_set(page, "base", conf.base);
	page_set(page, "root", conf.root);
	page_set(page, "host", conf.host);
	page_set(page, "operator", conf.operator_name);
	page_set(page, "contact", conf.contact);
	page_set(page, "phone", *conf.phone ? conf.phone : NULL);
	page_set(page, "build", render_build());
}

void page_open(struct req *r, const char *name)
{
	time_t now = time_now();
	xmlNode *page = r->page = doc_new(r);
	page_set(page, "name", name);
	page_set(page, "lang", r->lang);
	page_set(page, "path", r->path);
	page_set(page, "query", r->query);
	page_set(page, "suffix", r->suffix);
	page_set(page, "now", time_local(r->mem, now));
	page_set(page, "today", time_day(r->mem, now));
	page_set_number(page, "weekday", time_weekday(now));
	site_set(page);
	viewer_add(r);
}

bool page_pager(struct req *r, int64_t page, int64_t per, int64_t total)
{
	int64_t pages = total ? (total + per - 1) / per : 1;
	xmlNode *pager = page_add(r->page, "pager", NULL);
	page_set_number(pager, "page", page);
	page_set_number(pager, "pages", pages);
	page_set_number(pager, "per", per);
	page_set_number(pager, "total", total);
	if (page > 1)
		page_set_number(pager, "prev", page - 1);
	if (page < pages)
		page_set_number(pager, "next", page + 1);
	return page <= pages;
}

/* web.md 7: cmark blanks javascript: and its kin, but lets feed: and data:image through, so the list says what may, not what may not. */
static bool address_fits(const char *address)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };
	for (const unsigned char *c = (const unsigned char *)address; *c; c++)
		if (*c < ' ' || *c == '\\')
			return false;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (!strncasecmp(address, schemes[i], strlen(schemes[i])))
			return true;
	return address[0] == '/' && address[1] != '/';
}

static void list_set(xmlNode *element, cmark_node *node)
{
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	page_set(element, "type", ordered ? "ordered" : "bullet");
	page_set(element, "tight", cmark_node_get_list_tight(node) ? "true" : "false");
	if (ordered)
		page_set_number(element, "start", cmark_node_get_list_start(node));
}

static void markdown_set(xmlNode *element, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_HEADING)
		page_set_number(element, "level", cmark_node_get_heading_level(node));
	else if (type == CMARK_NODE_LIST)
		list_set(element, node);
	else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
		const char *address = cmark_node_get_url(node);
		page_set(element, "destination", address && text_valid(address, strlen(address)) && address_fits(address) ? address : "");
	}
}

static bool is_raw_html(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_CUSTOM_BLOCK ||
	       type == CMARK_NODE_CUSTOM_INLINE;
}

/* Known nodes only; at most MARKDOWN_DEPTH deep, which bounds this recursion too. */
static void markdown_copy(xmlNode *parent, xmlNs *ns, cmark_node *node, int depth)
{
	if (is_raw_html(node) || depth > MARKDOWN_DEPTH)
		return;
	const char *name = cmark_node_get_type_string(node), *text = cmark_node_get_literal(node);
	/* Entities may name what XML cannot hold, as "&#1;", and marks of our own. */
	void *mem = talloc_new(NULL);
	xmlNode *element = xmlNewTextChild(parent, ns, (const xmlChar *)name, (const xmlChar *)(text ? text_clean(mem, text, strlen(text)) : NULL));
	if (!element)
		panic("out of memory in CommonMark");
	talloc_free(mem);
	markdown_set(element, node);
	for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
		markdown_copy(element, ns, child, depth + 1);
}

static size_t markdown_length(const char *text)
{
	size_t length = strlen(text);
	if (length <= MARKDOWN_BYTES)
		return length;
	for (length = MARKDOWN_BYTES; length && ((unsigned char)text[length] & 0xC0) == 0x80; length--)
		;
	return length;
}

xmlNode *page_markdown(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *body = page_add(parent, name, NULL);
	cmark_node *document = cmark_parse_document(text, markdown_length(text), CMARK_OPT_VALIDATE_UTF8);
	if (!document)
		panic("out of memory in CommonMark");
	xmlNs *ns = xmlNewNs(body, (const xmlChar *)COMMONMARK, (const xmlChar *)"cm");
	for (cmark_node *child = cmark_node_first_child(document); child; child = cmark_node_next(child))
		markdown_copy(body, ns, child, 1);
	cmark_node_free(document);
	return body;
}
