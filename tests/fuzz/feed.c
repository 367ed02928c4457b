/* Feeds of any format: every item that comes out is text and safe addresses, within the limits of feed.h. */
#include "fuzz.h"
#include "feed/feed.h"
#include "web/seal.h"
#include "web/text.h"

FUZZ_START(time_open(); seal_open(); setenv("SOUSEDE_NOW", "2026-11-22T08:32:00Z", 1);)

static void expect_text(const char *text)
{
	expect(!text || text_valid(text, strlen(text)));
}

static void expect_address(const char *url)
{
	if (!url)
		return;
	expect_text(url);
	expect(!strncmp(url, "http://", 7) || !strncmp(url, "https://", 8));
	expect(strlen(url) <= FEED_URL_MAX && !strpbrk(url, " \t\r\n<>\""));
}

static void expect_item(const struct feed_item *item)
{
	expect(item->title && *item->title);
	expect_text(item->iri);
	expect_text(item->title);
	expect_text(item->summary);
	expect_text(item->body);
	expect_text(item->plain);
	expect_text(item->category);
	expect_text(item->originator);
	expect_text(item->reference);
	expect_text(item->file_mark);
	expect_text(item->place);
	expect_address(item->link);
	expect(!item->body || strlen(item->body) <= FEED_BODY_MAX);
	expect(!item->issued_on || time_midnight(item->issued_on, 0) != -1);
	expect(!item->takedown_on || time_midnight(item->takedown_on, 0) != -1);
	expect(!item->placed || (item->lat >= -90 && item->lat <= 90 && item->lon >= -180 && item->lon <= 180));
	expect(item->attachment_count <= FEED_ATTACHMENTS_MAX);
	for (size_t i = 0; i < item->attachment_count; i++) {
		expect_address(item->attachments[i].url);
		expect(item->attachments[i].url && item->attachments[i].title);
		expect_text(item->attachments[i].title);
		expect_text(item->attachments[i].media_type);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	/* The first byte chooses whether there is an address. */
	const char *url = size && (data[0] & 1) ? "https://obec.example/rss/" : NULL;
	struct feed *f = feed_read(mem, (const char *)data, size, url);
	expect(f && f->count <= FEED_ITEMS_MAX && (!f->problem || !f->count));
	expect_text(f->title);
	expect_address(f->page);
	for (size_t i = 0; i < f->count; i++) {
		expect_item(&f->items[i]);
		for (size_t j = 0; j < i && j < 50; j++)
			expect(memcmp(f->items[i].key, f->items[j].key, sizeof f->items[i].key));
	}
	for (size_t i = 0; i < f->refused_count; i++)
		expect_text(f->refused[i].what);
	talloc_free(mem);
	return 0;
}
