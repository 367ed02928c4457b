/* What all readers share: items, limits, clean texts. */
#include <stdarg.h>
#include <string.h>
#include <talloc.h>
#include "../web/text.h"
#include "address.h"
#include "feed.h"
#include "html.h"
#include "markdown.h"

enum { TITLE_MAX = 500, SUMMARY_MAX = 500, NAME_MAX_LENGTH = 200, FALLBACK_MAX = 120 };

/* 1 January 1990 and 2100: what towns put on their web lies between. */
static const time_t reason_from = 631152000, reason_to = 4102444800;

bool feed_problem(struct feed *f, int line, const char *format, ...)
{
	va_list list;

	if (f->problem)
		return false;
	va_start(list, format);
	f->problem = talloc_vasprintf(f, format, list);
	va_end(list);
	f->problem_line = line;
	return false;
}

void feed_refuse(struct feed *f, int line, const char *what, const char *reason)
{
	if (f->refused_count >= FEED_ITEMS_MAX)
		return;
	f->refused = talloc_realloc(f, f->refused, struct feed_refusal, (unsigned)f->refused_count + 1);
	f->refused[f->refused_count++] = (struct feed_refusal){ line, what ? what : "", reason };
}

/* ---- texts ---- */

const char *feed_title(const void *mem, const char *text, size_t max)
{
	return feed_line(mem, text && html_looks(text) ? html_line(mem, text) : text, max);
}

void feed_body(struct feed *f, struct feed_item *item, const char *text, const char *base)
{
	const char *body, *plain;

	if (!text)
		return;
	body = html_looks(text) ? html_markdown(f, text, base, FEED_BODY_MAX, &plain) : markdown_of_text(f, text, FEED_BODY_MAX, &plain);
	if (body) {
		item->body = body;
		item->plain = plain;
	}
}

/* ---- times ---- */

static bool midnight(time_t t)
{
	void *mem = talloc_new(NULL);
	bool is = time_midnight(time_day(mem, t), 0) == t;

	talloc_free(mem);
	return is;
}

void feed_posted(struct feed_item *item, const char *text, bool future)
{
	bool day_only = false;
	time_t t = text ? time_parse(text, &day_only) : -1;

	if (t < reason_from || t > reason_to || (!future && t > time_now()))
		return;
	item->posted = t;
	item->posted_day_only = day_only || midnight(t);
}

const char *feed_day(const void *mem, const char *text)
{
	time_t t = text ? time_parse(text, NULL) : -1;

	return t >= reason_from && t <= reason_to ? time_day(mem, t) : NULL;
}

/* ---- items ---- */

struct feed_item *feed_item_new(struct feed *f, int line)
{
	struct feed_item *item;

	if (f->count >= FEED_ITEMS_MAX) {
		if (f->count == FEED_ITEMS_MAX && (!f->refused_count || strcmp(f->refused[f->refused_count - 1].what, "the rest")))
			feed_refuse(f, line, "the rest", "too many items");
		return NULL;
	}
	item = talloc_zero(f, struct feed_item);
	item->posted = item->event_from = item->event_to = -1;
	item->line = line;
	return item;
}

/* Many notices have no title at the source: the mark of the file stands for it, or the first words. The words of a notice are Czech, as its text is. */
static const char *title_of(struct feed *f, const struct feed_item *item)
{
	const char *mark = item->file_mark ? item->file_mark : item->reference, *title = feed_title(f, item->title, TITLE_MAX);

	if (title)
		return title;
	if (mark)
		return talloc_asprintf(f, "Oznámení %s", mark);
	if (item->summary || item->plain)
		return feed_line(f, item->summary ? item->summary : item->plain, FALLBACK_MAX);
	return item->attachment_count ? item->attachments[0].title : NULL;
}

static void check_times(struct feed_item *item)
{
	if (item->event_from < reason_from || item->event_from > reason_to)
		item->event_from = item->event_to = -1;
	if (item->event_to > reason_to || item->event_to <= item->event_from)
		item->event_to = -1;
	item->event_all_day = item->event_all_day && item->event_from != -1;
	item->placed = item->placed && item->lat >= -90 && item->lat <= 90 && item->lon >= -180 && item->lon <= 180 && (item->lat != 0 || item->lon != 0);
}

void feed_item_done(struct feed *f, struct feed_item *item)
{
	item->summary = feed_title(f, item->summary, SUMMARY_MAX);
	item->category = feed_title(f, item->category, FALLBACK_MAX);
	item->originator = feed_title(f, item->originator, NAME_MAX_LENGTH);
	item->reference = feed_title(f, item->reference, NAME_MAX_LENGTH);
	item->file_mark = feed_title(f, item->file_mark, NAME_MAX_LENGTH);
	item->place = feed_title(f, item->place, 300);
	item->iri = feed_line(f, item->iri, FEED_URL_MAX);
	item->title = title_of(f, item);
	check_times(item);
	if (!item->title) {
		feed_refuse(f, item->line, item->iri ? item->iri : item->link, "no title, no mark and no text");
		return;
	}
	if (f->count >= (f->items ? talloc_array_length(f->items) : 0))
		f->items = talloc_realloc(f, f->items, struct feed_item, (unsigned)f->count * 2 + 16);
	f->items[f->count++] = *item;
	talloc_free(item);
}

static const char *media_type(struct feed *f, const char *type)
{
	static const char iana[] = "http://www.iana.org/assignments/media-types/", iana_tls[] = "https://www.iana.org/assignments/media-types/";
	size_t n;

	if (!type)
		return NULL;
	if (!strncmp(type, iana, strlen(iana)))
		type += strlen(iana);
	else if (!strncmp(type, iana_tls, strlen(iana_tls)))
		type += strlen(iana_tls);
	n = strspn(type, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&^_.+/-");
	return n > 2 && n <= 100 && memchr(type, '/', n) ? talloc_strndup(f, type, n) : NULL;
}

void feed_attach(struct feed *f, struct feed_item *item, const char *url, const char *base, const char *title, const char *type, int64_t bytes)
{
	const char *address = address_web(f, url, base);

	if (!address || item->attachment_count >= FEED_ATTACHMENTS_MAX)
		return;
	for (size_t i = 0; i < item->attachment_count; i++)
		if (!strcmp(item->attachments[i].url, address))
			return;
	title = feed_title(f, title, 300);
	if (!title)
		title = address_file_name(f, address);
	if (!title)
		title = talloc_asprintf(f, "Příloha %zu", item->attachment_count + 1);
	item->attachments = talloc_realloc(f, item->attachments, struct feed_attachment, (unsigned)item->attachment_count + 1);
	item->attachments[item->attachment_count++] =
		(struct feed_attachment){ title, address, media_type(f, type), bytes > 0 && bytes < INT64_MAX / 2 ? bytes : -1 };
}

const char *feed_format_word(enum feed_format format)
{
	static const char *const words[] = { [FEED_OFN] = "ofn", [FEED_RSS] = "rss", [FEED_ATOM] = "atom", [FEED_ICS] = "ics" };

	return words[format];
}
