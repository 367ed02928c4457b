/*
 * RSS 2.0 (and 1.0), with what Antee and VISMO do to it (standards.md 1.6):
 *   Antee dueDate, endDate "28. 8. 2026": the days of the event a piece of news invites to; endDate alone: the day it ends to matter.
 *   Antee board items: attachments as bare addresses in the description after "Přílohy:".
 *   A channel that calls itself "Úřední deska" is an official board.
 *   VISMO wh_ud_od, wh_ud_do: posted and taken down.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "../web/text.h"
#include "address.h"
#include "dialect.h"
#include "feed.h"
#include "html.h"
#include "xml.h"

void read_georss(struct feed *f, struct feed_item *item, const xmlNode *node)
{
	const char *point = xml_child_text(f, node, "point"), *lat = xml_child_text(f, node, "lat"), *lon = xml_child_text(f, node, "long");
	char *rest;

	if (point) {
		item->lat = strtod(point, &rest);
		item->lon = strtod(rest + strspn(rest, ", "), NULL);
	} else if (lat && lon) {
		item->lat = strtod(lat, NULL);
		item->lon = strtod(lon, NULL);
	}
	item->placed = item->lat != 0 && item->lon != 0;
}

/* Every http(s) address in the text is a file. */
static void attach_typed(struct feed *f, struct feed_item *item, const char *text, const char *base)
{
	while ((text = strstr(text, "http"))) {
		size_t n = strcspn(text, " \t\r\n<>\"");

		feed_attach(f, item, talloc_strndup(f, text, n), base, NULL, NULL, -1);
		text += n;
	}
}

static void read_description(struct feed *f, struct feed_item *item, const char *text, const char *base)
{
	static const char mark[] = "Příloh";
	const char *files = text ? strstr(text, mark) : NULL, *plain = text;

	if (!files || !strchr(files, ':') || !strstr(files, "http")) {
		feed_body(f, item, text, base);
		return;
	}
	if (html_looks(text) && !html_markdown(f, text, base, FEED_BODY_MAX, &plain))
		return;
	files = strstr(plain, mark);
	if (!files)
		return;
	attach_typed(f, item, files, base);
	feed_body(f, item, talloc_strndup(f, plain, (size_t)(files - plain)), base);
}

static void read_texts(struct feed *f, struct feed_item *item, const xmlNode *node, const char *base)
{
	const char *content = xml_child_text(f, node, "encoded"), *description = xml_child_text(f, node, "description");

	item->title = xml_child_text(f, node, "title");
	read_description(f, item, content ? content : description, base);
	item->summary = content && item->body ? description : NULL;
	if (content && !item->body)
		read_description(f, item, description, base);
}

static void read_enclosures(struct feed *f, struct feed_item *item, const xmlNode *node, const char *base)
{
	for (const xmlNode *child = node->children; child; child = child->next) {
		const char *length = xml_is(child, "enclosure") ? xml_attribute(f, child, "length") : NULL;

		if (xml_is(child, "enclosure"))
			feed_attach(f, item, xml_attribute(f, child, "url"), base, xml_attribute(f, child, "title"), xml_attribute(f, child, "type"),
			            length ? strtoll(length, NULL, 10) : -1);
	}
}

static void read_days(struct feed *f, struct feed_item *item, const xmlNode *node)
{
	const char *due = feed_day(f, xml_child_text(f, node, "dueDate")), *end = feed_day(f, xml_child_text(f, node, "endDate"));

	item->takedown_on = feed_day(f, xml_child_text(f, node, "wh_ud_do"));
	if (due) {
		item->event_from = time_midnight(due, 0);
		item->event_to = time_midnight(end && strcmp(end, due) >= 0 ? end : due, 1);
		item->event_all_day = true;
	} else if (end)
		item->takedown_on = end;
}

static void read_rss_item(struct feed *f, const xmlNode *node, const char *url)
{
	struct feed_item *item = feed_item_new(f, (int)xmlGetLineNo(node));
	const char *date = xml_child_text(f, node, "wh_ud_od"), *base;

	if (!item)
		return;
	item->iri = xml_child_text(f, node, "guid");
	item->link = address_web(f, xml_child_text(f, node, "link"), url);
	base = item->link ? item->link : url;
	if (!item->link)
		item->link = address_web(f, item->iri, NULL);
	read_texts(f, item, node, base);
	if (!date)
		date = xml_child_text(f, node, xml_child(node, "pubDate") ? "pubDate" : "date");
	feed_posted(item, date, false);
	item->category = xml_child_text(f, node, "category");
	read_days(f, item, node);
	read_enclosures(f, item, node, base);
	read_georss(f, item, node);
	feed_item_done(f, item);
}

static void read_channel(struct feed *f, const xmlNode *channel, const char *url)
{
	f->title = xml_child_text(f, channel, "title");
	f->official = f->title && !strncmp(f->title + strspn(f->title, " \t\r\n"), "Úřední deska", strlen("Úřední deska"));
	for (const xmlNode *child = channel->children; child; child = child->next) {
		const char *rel = xml_is(child, "link") ? xml_attribute(f, child, "rel") : NULL;

		if (rel && !strcmp(rel, "self"))
			f->iri = address_web(f, xml_attribute(f, child, "href"), url);
		else if (xml_is(child, "link") && !f->page)
			f->page = address_web(f, xml_text(f, child), url);
	}
}

static void read_rss(struct feed *f, const xmlNode *root, const char *url)
{
	const xmlNode *channel = xml_child(root, "channel"), *list = xml_is(root, "rss") ? channel : root;

	f->format = FEED_RSS;
	if (!channel) {
		feed_problem(f, (int)xmlGetLineNo(root), "RSS without a channel");
		return;
	}
	read_channel(f, channel, url);
	for (const xmlNode *node = list->children; node; node = node->next)
		if (xml_is(node, "item"))
			read_rss_item(f, node, url ? url : f->page);
}

bool read_xml(struct feed *f, const char *bytes, size_t length, const char *url)
{
	static const struct { const char *root; void (*read)(struct feed *, const xmlNode *, const char *); } dialects[] = {
		{ "rss", read_rss }, { "RDF", read_rss }, { "feed", read_atom }, { "events", read_vismo_events }, { "ud", read_vismo_board },
	};
	const xmlDoc *doc = xml_read(f, bytes, length);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;

	f->format = FEED_RSS;
	for (size_t i = 0; root && i < sizeof(dialects) / sizeof(*dialects); i++)
		if (xml_is(root, dialects[i].root)) {
			dialects[i].read(f, root, url);
			return !f->problem;
		}
	return feed_problem(f, 1, "XML, but no feed: its root is <%s>", root ? (const char *)root->name : "");
}
