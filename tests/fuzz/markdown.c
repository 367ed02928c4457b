/* The writer of CommonMark for imported text: cmark reads no HTML, no code and no link of another kind in what it wrote. */
#include "fuzz.h"
#include <cmark.h>
#include "feed/html.h"
#include "feed/markdown.h"
#include "web/text.h"

FUZZ_START()

static void expect_harmless(const char *markdown)
{
	cmark_node *doc = cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
	cmark_iter *walk = cmark_iter_new(doc);
	while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);
		cmark_node_type type = cmark_node_get_type(node);
		expect(type != CMARK_NODE_HTML_BLOCK && type != CMARK_NODE_HTML_INLINE && type != CMARK_NODE_CODE &&
		       type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_IMAGE);
		const char *url = type == CMARK_NODE_LINK ? cmark_node_get_url(node) : "http:";
		expect(!strncmp(url, "http:", 5) || !strncmp(url, "https:", 6) || !strncmp(url, "mailto:", 7) || !strncmp(url, "tel:", 4));
	}
	cmark_iter_free(walk);
	cmark_node_free(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	const char *plain = NULL, *text = text_clean(mem, (const char *)data, size);
	const char *markdown = markdown_of_text(mem, text, 4096, &plain);
	if (markdown) {
		expect(text_valid(markdown, strlen(markdown)) && strlen(markdown) <= 4096);
		expect_harmless(markdown);
	}
	markdown = html_markdown(mem, text, "https://a.example/b/", 4096, &plain);
	if (markdown) {
		expect(text_valid(markdown, strlen(markdown)) && strlen(markdown) <= 4096);
		expect_harmless(markdown);
	}
	html_line(mem, text);
	talloc_free(mem);
	return 0;
}
