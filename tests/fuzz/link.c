/* The last word of personal links and the digits read over the telephone: only what we made is ours. WORD in the input stands for the link of person 7. */
#include "keyed.h"
#include "web/outbox.h"
#include "web/text.h"

static char word[80];

/* What outbox.c makes, made once more by hand. */
static void make_word(void)
{
	unsigned char mark[SEAL_BYTES];
	void *mem = talloc_new(NULL);
	seal_index(mark, "unsubscribe", "7");
	snprintf(word, sizeof word, "7-%s", text_hex(mem, mark, 20));
	talloc_free(mem);
}

FUZZ_START(keyed(); make_word();)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	unsigned char bytes[SEAL_BYTES];
	const char *text = talloc_strndup(mem, (const char *)data, size), *at = strstr(text, "WORD");
	if (at)
		text = talloc_asprintf(mem, "%.*s%s%s", (int)(at - text), text, word, at + 4);
	int64_t person = outbox_stops(mem, text);
	expect(!person || (person == 7 && !strcmp(text, word)));
	expect(person || strcmp(text, word));
	if (text_unhex(bytes, sizeof bytes, text))
		expect(strlen(text) == 64 && strspn(text, "0123456789abcdefABCDEF") == 64);
	const char *detail = text_clean(mem, text, strlen(text));
	outbox_value(mem, talloc_asprintf(mem, "link=%s\n", text_escape(mem, detail)), "link");
	talloc_free(mem);
	return 0;
}
