/* Imported HTML to CommonMark: libxml2 reads whatever it is, an allow-list keeps text, paragraphs, lists, headings, quotes, emphasis and safe links. */
#ifndef SOUSEDE_FEED_HTML_H
#define SOUSEDE_FEED_HTML_H
#include <stdbool.h>
#include <stddef.h>

enum { HTML_BYTES_MAX = 512 << 10, HTML_TAG_MAX = 16 << 10, HTML_TAGS_MAX = 20000, HTML_DEPTH_MAX = 40 };

/* True when the text has tags or entities. */
bool html_looks(const char *text);

/* CommonMark of at most max bytes; null when no text remains. Relative links need base (may be null). *plain (may be null) gets the text alone. */
const char *html_markdown(const void *mem, const char *html, const char *base, size_t max, const char **plain);

/* Its text alone on one line; null when none. */
const char *html_line(const void *mem, const char *html);
#endif
