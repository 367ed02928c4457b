/* JSON: the XML representation to bytes, and what is refused. */
#include "unit.h"
#include <libxml/parser.h>
#include "web/json.h"

/* Reads XML whose elements are of the vocabulary. */
static xmlDoc *doc(const char *inner)
{
	const char *text = talloc_asprintf(mem, "<root xmlns=\"" JSON_NAMESPACE "\">%s</root>", inner);
	xmlDoc *made = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NONET);
	assert_non_null(made);
	return made;
}

static const char *written(const char *inner)
{
	xmlDoc *made = doc(inner);
	const char *json = json_write(mem, xmlDocGetRootElement(made)->children);
	xmlFreeDoc(made);
	return json;
}

static void values_are_written(void **state)
{
	static const char *const cases[][2] = {
		{ "<map/>", "{}" }, { "<array/>", "[]" }, { "<null/>", "null" }, { "<string/>", "\"\"" },
		{ "<string>řeka 😀</string>", "\"řeka 😀\"" }, { "<boolean>true</boolean>", "true" }, { "<boolean>0</boolean>", "false" },
		{ "<number>-12.50e+3</number>", "-12.50e+3" }, { "<number>0</number>", "0" },
		{ "<map>\n <string key='a'>b</string>\n <number key='c'>1</number>\n</map>", "{\"a\":\"b\",\"c\":1}" },
		{ "<array><map><array key='x'><null/><null/></array></map><array/></array>", "[{\"x\":[null,null]},[]]" },
		{ "<map><string key='&quot;&lt;k'/></map>", "{\"\\\"\\u003ck\":\"\"}" },
		{ "<map><!-- a note --><null key='a'/></map>", "{\"a\":null}" },
		{ "<string>a<![CDATA[<b]]>&amp;c</string>", "\"a\\u003cb&c\"" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(written(cases[i][0]), cases[i][1]);
}

static void strings_are_escaped(void **state)
{
	(void)state;
	assert_string_equal(written("<string>\"\\/&#9;&#10;&#13;\x7f</string>"), "\"\\\"\\\\/\\t\\n\\r\x7f\"");
	assert_string_equal(written("<string>&lt;/script>&lt;!--</string>"), "\"\\u003c/script>\\u003c!--\"");
	/* XML cannot carry the other controls, a text node made by a program can. */
	xmlDoc *made = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *node = xmlNewDocRawNode(made, NULL, (const xmlChar *)"string", NULL);
	xmlDocSetRootElement(made, node);
	xmlSetNs(node, xmlNewNs(node, (const xmlChar *)JSON_NAMESPACE, NULL));
	xmlNodeAddContent(node, (const xmlChar *)"\x01\b\f\x1f");
	assert_string_equal(json_write(mem, node), "\"\\u0001\\b\\f\\u001f\"");
	xmlFreeDoc(made);
}

static void long_documents_are_whole(void **state)
{
	enum { TIMES = 5000 };
	(void)state;
	char *inner = talloc_strdup(mem, "<array>");
	for (int i = 0; i < TIMES; i++)
		inner = talloc_strdup_append(inner, "<string>0123456789</string>");
	inner = talloc_strdup_append(inner, "</array>");
	assert_int_equal(strlen(written(inner)), TIMES * 13 + 1);
}

static void write_it(const void *inner)
{
	written(inner);
}

static void what_is_no_json_panics(void **state)
{
	static const char *const cases[][2] = {
		{ "<item/>", "not in the vocabulary" }, { "<number>1,5</number>", "JSON number" }, { "<number/>", "JSON number" },
		{ "<number>01</number>", "JSON number" }, { "<number>.5</number>", "JSON number" }, { "<number>5.</number>", "JSON number" },
		{ "<number>+5</number>", "JSON number" }, { "<number>1e</number>", "JSON number" }, { "<number>NaN</number>", "JSON number" },
		{ "<number> 1</number>", "JSON number" }, { "<number>-</number>", "JSON number" },
		{ "<boolean>yes</boolean>", "JSON boolean" }, { "<boolean/>", "JSON boolean" }, { "<map><string/></map>", "without a key" },
		{ "<map>text</map>", "text in <map>" }, { "<array>text</array>", "text in <array>" }, { "<array><b xmlns='urn:x'/></array>", "where JSON should be" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *said;
		if (ends(write_it, cases[i][0], &said) != 70)
			fail_msg("%s was written", cases[i][0]);
		assert_says(said, cases[i][1]);
	}
}

static void depth_has_an_end(void **state)
{
	const char *said;
	(void)state;
	char *open = talloc_strdup(mem, ""), *close = talloc_strdup(mem, "");
	for (int i = 0; i < 120; i++) {
		open = talloc_strdup_append(open, "<array>");
		close = talloc_strdup_append(close, "</array>");
	}
	assert_int_equal(ends(write_it, talloc_asprintf(mem, "%s%s", open, close), &said), 70);
}

static void vocabulary_is_known_by_its_namespace(void **state)
{
	(void)state;
	xmlDoc *made = doc("<map/>"), *other = xmlReadDoc((const xmlChar *)"<map/>", NULL, NULL, 0);
	assert_true(json_is(xmlDocGetRootElement(made)->children));
	assert_false(json_is(xmlDocGetRootElement(other)));
	assert_false(json_is(NULL));
	xmlFreeDoc(made);
	xmlFreeDoc(other);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(values_are_written), cmocka_unit_test(strings_are_escaped), cmocka_unit_test(long_documents_are_whole),
	cmocka_unit_test(what_is_no_json_panics), cmocka_unit_test(depth_has_an_end), cmocka_unit_test(vocabulary_is_known_by_its_namespace),
};
UNIT_MAIN(tests)
