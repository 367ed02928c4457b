/* Addresses of others: what is let through has a scheme we know and nothing that could break out of where it is put. */
#include "fuzz.h"
#include "feed/address.h"
#include "feed/fetch.h"
#include "web/text.h"

FUZZ_START()

static void check(void *mem, const char *text, const char *base)
{
	const char *web = address_web(mem, text, base), *link = address_link(mem, text, base);
	expect(!web || !strncmp(web, "http://", 7) || !strncmp(web, "https://", 8));
	expect(!link || !strncmp(link, "http://", 7) || !strncmp(link, "https://", 8) || !strncasecmp(link, "mailto:", 7) || !strncasecmp(link, "tel:", 4));
	for (const char *p = link ? link : ""; *p; p++)
		expect((unsigned char)*p > ' ' && (unsigned char)*p < 0x7f && !strchr("<>\"\\^`{|}", *p));
	if (web) {
		const char *again = address_web(mem, web, NULL);
		expect(again);
		address_file_name(mem, web);
		fetch_host(mem, web);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	const char *text = text_clean(mem, (const char *)data, size);
	check(mem, text, NULL);
	check(mem, text, "https://obec.example/rss/?x=1");
	talloc_free(mem);
	return 0;
}
