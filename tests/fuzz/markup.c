/* CommonMark of people to XML: only known elements, only addresses that may be followed, never raw HTML. */
#include "fuzz.h"
#include <libxml/tree.h>
#include "web/page.h"
#include "web/route.h"
#include "web/text.h"

const struct route routes[] = { { 0 } };

FUZZ_START()

static void expect_element(const xmlNode *node, int depth)
{
	static const char *const known[] = { "block_quote", "list", "item", "code_block", "paragraph", "heading", "thematic_break",
		"text", "softbreak", "linebreak", "code", "emph", "strong", "link", "image" };
	bool found = false;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		found = found || !strcmp((const char *)node->name, known[i]);
	expect(found && depth <= 22 && node->ns);
	xmlChar *to = xmlGetNoNsProp(node, (const xmlChar *)"destination");
	if (to && *to) {
		const char *address = (const char *)to;
		expect(!strncasecmp(address, "http://", 7) || !strncasecmp(address, "https://", 8) || !strncasecmp(address, "mailto:", 7) ||
		       !strncasecmp(address, "tel:", 4) || (*address == '/' && address[1] != '/' && address[1] != '\\'));
		expect(!strpbrk(address, "\t\n\r"));
	}
	xmlFree(to);
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			expect_element(child, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	xmlChar *bytes;
	int length;
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *page = xmlNewDocRawNode(doc, NULL, (const xmlChar *)"page", NULL);
	xmlDocSetRootElement(doc, page);
	xmlNode *body = page_markdown(page, "body", text_clean(mem, (const char *)data, size));
	for (const xmlNode *child = body->children; child; child = child->next)
		expect_element(child, 1);
	/* What libxml2 wrote, it reads again. */
	xmlDocDumpMemory(doc, &bytes, &length);
	xmlDoc *again = xmlReadMemory((const char *)bytes, length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
	expect(again);
	xmlFreeDoc(again);
	xmlFree(bytes);
	xmlFreeDoc(doc);
	talloc_free(mem);
	return 0;
}
