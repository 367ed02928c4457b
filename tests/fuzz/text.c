/* Text functions: whatever the bytes, what comes out is UTF-8 fit for XML and keeps the promises of text.h. */
#include "fuzz.h"
#include "web/text.h"

FUZZ_START()

static bool sound(const char *text)
{
	return text_valid(text, strlen(text));
}

/* Typography may only change spaces to hard ones. */
static void check_typography(void *mem, const char *text)
{
	const char *set = text_typography(mem, text), *p = text;
	for (const char *q = set; *q; p++) {
		bool hard = *p == ' ' && !strncmp(q, "\xc2\xa0", 2);
		expect(hard || *p == *q);
		q += hard ? 2 : 1;
	}
	expect(!*p);
	const char *again = text_typography(mem, set);
	expect(!strcmp(again, set));
}

static void check_lines(void *mem, const char *text)
{
	for (const char *line = text_fold_lines(mem, text), *end; *line; line = end + 2) {
		end = strstr(line, "\r\n");
		expect(end && end - line <= 75 && text_valid(line, (size_t)(end - line)));
	}
}

static void check_cuts(void *mem, const char *text)
{
	for (size_t max = 0; max < 40; max = 2 * max + 1) {
		const char *excerpt = text_excerpt(mem, text, max), *slug = text_slug(mem, text, max);
		expect(sound(excerpt) && text_length(excerpt) <= max);
		expect(strlen(slug) <= max && strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(slug));
		expect(*slug != '-' && (!*slug || slug[strlen(slug) - 1] != '-'));
	}
}

static void check_codes(void *mem, const char *text)
{
	char *back = talloc_strdup(mem, text_escape(mem, text));
	expect(text_unescape(back, true) && !strcmp(back, text));
	text_unescape(talloc_strdup(mem, text), false);
	expect(text_near(text, text));
}

/* Our own marks, U+E000 to U+E00F, are taken out of what others write. */
static bool marked(const char *data, size_t size)
{
	for (size_t i = 0; i + 2 < size; i++)
		if (!memcmp(data + i, "\xee\x80", 2) && (unsigned char)data[i + 2] < 0x90)
			return true;
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	const char *clean = text_clean(mem, (const char *)data, size);
	expect(sound(clean));
	if (text_valid((const char *)data, size) && !marked((const char *)data, size))
		expect(strlen(clean) == size && !memcmp(clean, data, size));
	const char *normal = text_normalise(mem, clean);
	expect(sound(normal) && !strcmp(text_normalise(mem, normal), normal));
	const char *folded = text_fold(mem, normal);
	expect(sound(folded) && !strstr(folded, "  "));
	check_typography(mem, clean);
	check_lines(mem, clean);
	check_cuts(mem, clean);
	check_codes(mem, clean);
	expect(strlen(text_hex(mem, data, size)) == 2 * size);
	talloc_free(mem);
	return 0;
}
