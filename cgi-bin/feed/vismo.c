/* VISMO's own XML: events (/rss/?6) and the official board (/rss/?9); standards.md 1.6. */
#include <string.h>
#include <talloc.h>
#include "address.h"
#include "dialect.h"
#include "feed.h"
#include "xml.h"

enum { DATES_MAX = 20 };

/* Text of the first element of that name anywhere below. */
static const char *deep_text(struct feed *f, const xmlNode *node, const char *name)
{
	const char *found = NULL;

	for (const xmlNode *child = node ? node->children : NULL; child && !found; child = child->next)
		found = xml_is(child, name) ? xml_text(f, child) : deep_text(f, child, name);
	return found;
}

static time_t moment(struct feed *f, const char *day, const char *clock)
{
	return day && clock ? time_parse(talloc_asprintf(f, "%sT%s", day, clock), NULL) : -1;
}

/* From day and hour to day and hour; without hours whole days. */
static void read_date(struct feed *f, struct feed_item *item, const xmlNode *date)
{
	const char *from = feed_day(f, xml_child_text(f, date, "start_date")), *to = feed_day(f, xml_child_text(f, date, "end_date"));
	const char *start = xml_child_text(f, date, "start_time"), *end = xml_child_text(f, date, "end_time");

	if (!from)
		return;
	item->event_from = moment(f, from, start);
	item->event_to = moment(f, to ? to : from, end);
	if (item->event_from == -1) {
		item->event_all_day = true;
		item->event_from = time_midnight(from, 0);
		item->event_to = time_midnight(to ? to : from, 1);
	}
}

static void read_event(struct feed *f, const xmlNode *event, const xmlNode *date, const char *url)
{
	struct feed_item *item = feed_item_new(f, (int)xmlGetLineNo(event));
	const char *id = xml_child_text(f, event, "id"), *day = xml_child_text(f, date, "start_date"), *note = deep_text(f, event, "note");

	if (!item)
		return;
	item->iri = id && day ? talloc_asprintf(f, "%s#%s", id, day) : id;
	item->title = xml_child_text(f, event, "name");
	item->link = address_web(f, deep_text(f, event, "url"), url);
	feed_body(f, item, note ? note : xml_child_text(f, event, "description"), item->link ? item->link : url);
	item->summary = note && item->body ? xml_child_text(f, event, "description") : NULL;
	item->place = xml_child_text(f, event, "place");
	item->originator = deep_text(f, xml_child(event, "organizer"), "name");
	item->category = deep_text(f, xml_child(event, "types"), "type");
	read_date(f, item, date);
	feed_item_done(f, item);
}

void read_vismo_events(struct feed *f, const xmlNode *root, const char *url)
{
	f->format = FEED_RSS;
	for (const xmlNode *event = root->children; event; event = event->next) {
		const xmlNode *dates = xml_is(event, "event") ? xml_child(event, "dates") : NULL;
		int count = 0;

		for (const xmlNode *date = dates ? dates->children : NULL; date && count < DATES_MAX; date = date->next)
			if (xml_is(date, "date")) {
				read_event(f, event, date, url);
				count++;
			}
		if (xml_is(event, "event") && !count)
			read_event(f, event, NULL, url);
	}
}

static void read_board_item(struct feed *f, const xmlNode *node, const char *url)
{
	struct feed_item *item = feed_item_new(f, (int)xmlGetLineNo(node));
	const xmlNode *files = xml_child(node, "PRILOHY");

	if (!item)
		return;
	item->iri = xml_attribute(f, node, "id");
	item->title = xml_child_text(f, node, "NAZEV");
	item->category = xml_child_text(f, node, "TYP");
	feed_posted(item, xml_child_text(f, node, "VYVESENO"), true);
	item->takedown_on = feed_day(f, xml_child_text(f, node, "STAZENO"));
	for (const xmlNode *file = files ? files->children : NULL; file; file = file->next)
		if (xml_is(file, "item"))
			feed_attach(f, item, xml_child_text(f, file, "URL"), url, xml_child_text(f, file, "NAME"), NULL, -1);
	feed_item_done(f, item);
}

void read_vismo_board(struct feed *f, const xmlNode *root, const char *url)
{
	f->format = FEED_RSS;
	f->official = true;
	for (const xmlNode *node = root->children; node; node = node->next)
		if (xml_is(node, "item"))
			read_board_item(f, node, url);
}
