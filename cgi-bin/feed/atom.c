/* Atom (RFC 4287). */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "address.h"
#include "dialect.h"
#include "feed.h"
#include "xml.h"

/* A text construct: the elements of xhtml are written as text and read again as any HTML of others. */
static const char *construct(struct feed *f, const xmlNode *node)
{
	const char *type = node ? xml_attribute(f, node, "type") : NULL, *text;
	xmlBuffer *buffer;

	if (!type || strcmp(type, "xhtml"))
		return xml_text(f, node);
	buffer = xmlBufferCreate();
	xmlNodeDump(buffer, node->doc, (xmlNode *)(uintptr_t)node, 0, 0);
	text = talloc_strdup(f, (const char *)xmlBufferContent(buffer));
	xmlBufferFree(buffer);
	return text;
}

static void read_body(struct feed *f, struct feed_item *item, const xmlNode *entry, const char *base)
{
	const xmlNode *content = xml_child(entry, "content"), *summary = xml_child(entry, "summary");

	feed_body(f, item, construct(f, content ? content : summary), base);
	item->summary = content && item->body ? construct(f, summary) : NULL;
	if (content && !item->body)
		feed_body(f, item, construct(f, summary), base);
}

static void read_links(struct feed *f, struct feed_item *item, const xmlNode *entry, const char *base)
{
	for (const xmlNode *child = entry->children; child; child = child->next) {
		const char *rel, *href, *length;

		if (!xml_is(child, "link"))
			continue;
		rel = xml_attribute(f, child, "rel");
		href = xml_attribute(f, child, "href");
		length = xml_attribute(f, child, "length");
		if ((!rel || !strcmp(rel, "alternate")) && !item->link)
			item->link = address_web(f, href, base);
		else if (rel && !strcmp(rel, "enclosure"))
			feed_attach(f, item, href, base, xml_attribute(f, child, "title"), xml_attribute(f, child, "type"),
			            length ? strtoll(length, NULL, 10) : -1);
	}
}

static void read_entry(struct feed *f, const xmlNode *entry, const char *url)
{
	struct feed_item *item = feed_item_new(f, (int)xmlGetLineNo(entry));
	const xmlNode *category = xml_child(entry, "category");
	const char *published = xml_child_text(f, entry, "published");

	if (!item)
		return;
	item->iri = xml_child_text(f, entry, "id");
	item->title = construct(f, xml_child(entry, "title"));
	read_links(f, item, entry, url);
	read_body(f, item, entry, item->link ? item->link : url);
	feed_posted(item, published ? published : xml_child_text(f, entry, "updated"), false);
	item->category = xml_attribute(f, category, "label");
	if (!item->category)
		item->category = xml_attribute(f, category, "term");
	read_georss(f, item, entry);
	feed_item_done(f, item);
}

void read_atom(struct feed *f, const xmlNode *root, const char *url)
{
	f->format = FEED_ATOM;
	f->title = construct(f, xml_child(root, "title"));
	for (const xmlNode *child = root->children; child; child = child->next) {
		const char *rel = xml_is(child, "link") ? xml_attribute(f, child, "rel") : NULL;

		if (rel && !strcmp(rel, "self"))
			f->iri = address_web(f, xml_attribute(f, child, "href"), url);
		else if (xml_is(child, "link") && (!rel || !strcmp(rel, "alternate")))
			f->page = address_web(f, xml_attribute(f, child, "href"), url);
		else if (xml_is(child, "entry"))
			read_entry(f, child, url);
	}
}
