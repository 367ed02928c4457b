/* Plain text to CommonMark: paragraphs, lines and addresses that were only typed. */
#include <stdbool.h>
#include <string.h>
#include <talloc.h>
#include "../web/text.h"
#include "address.h"
#include "feed.h"
#include "markdown.h"

/* Length of an http(s) address at the start of text, without the punctuation that ends a sentence; 0 when there is none. */
static size_t address_length(const char *text)
{
	size_t n;

	if (strncmp(text, "http://", 7) && strncmp(text, "https://", 8))
		return 0;
	n = strcspn(text, " \t\n<>\"'");
	while (n && strchr(".,;:!?)]}", text[n - 1]))
		n--;
	return n > 8 ? n : 0;
}

static const char *next_address(const char *text, const char *end, size_t *length)
{
	for (const char *at = text; (at = strstr(at, "http")) && at < end; at++)
		if ((*length = address_length(at)))
			return at;
	return NULL;
}

static void put_line(struct markdown *m, const void *mem, const char *line, size_t length)
{
	const char *end = line + length, *at;
	size_t n;

	while ((at = next_address(line, end, &n))) {
		markdown_text(m, line, (size_t)(at - line));
		markdown_href(m, address_web(mem, talloc_strndup(mem, at, n), NULL));
		markdown_text(m, at, n);
		markdown_href(m, NULL);
		line = at + n;
	}
	markdown_text(m, line, (size_t)(end - line));
}

const char *markdown_of_text(const void *mem, const char *text, size_t max, const char **plain)
{
	struct markdown *m = markdown_new(mem, max);

	text = text_normalise(mem, text_clean(mem, text, strlen(text)));
	while (*text) {
		size_t n = strcspn(text, "\n");

		if (strspn(text, " \t") >= n)
			markdown_block(m, 0);
		else {
			put_line(m, mem, text, n);
			markdown_break(m);
		}
		text += n + (text[n] == '\n');
	}
	return markdown_end(m, plain);
}

const char *feed_line(const void *mem, const char *text, size_t max)
{
	const char *line = text ? text_excerpt(mem, text_normalise(mem, text_clean(mem, text, strlen(text))), max) : NULL;

	return line && *line ? line : NULL;
}
