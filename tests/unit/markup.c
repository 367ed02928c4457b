/* HTML as we write it and as libxml2 does, side by side; and what only we do. */
#include "unit.h"
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include "web/markup.h"

static xmlDoc *read_xml(const char *text)
{
	xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "page.xml", "UTF-8", 0);
	assert_non_null(doc);
	return doc;
}

static const char *ours(const char *text)
{
	size_t length;
	xmlDoc *doc = read_xml(text);
	const char *written = markup_write(mem, doc, &length);
	assert_int_equal(strlen(written), length);
	xmlFreeDoc(doc);
	return written;
}

/* Without the format that libxml2 adds to some elements. */
static const char *theirs(const char *text)
{
	xmlDoc *doc = read_xml(text);
	xmlOutputBuffer *buffer = xmlAllocOutputBuffer(NULL);
	htmlNodeDumpFormatOutput(buffer, doc, xmlDocGetRootElement(doc), "UTF-8", 0);
	const char *written = talloc_strdup(mem, (const char *)xmlOutputBufferGetContent(buffer));
	xmlOutputBufferClose(buffer);
	xmlFreeDoc(doc);
	return written;
}

static void writes_what_libxml2_writes(void **state)
{
	static const char *const pages[] = {
		"<p>ab &amp; bc &lt;script&gt; cd</p>",
		"<div><br/><input type=\"text\" value=\"a &amp; &lt;c&gt;\"/><hr/><img src=\"/a.png\" alt=\"\"/></div>",
		"<p class=\"\" title=\"Příliš\">žluťoučký <b>kůň</b>, <i/>úpěl</p>",
		"<a href=\"/hledat?obec=Ústí nad Labem&amp;x=1\">Ústí</a>",
		"<a href=\"https://obec.example/?a=1&amp;b=%C3%BA#c\">b</a>",
		"<ul><li>1</li><li><ul><li>2</li></ul></li></ul>",
		"<svg class=\"ico\" width=\"24\"><use href=\"/s/icons.svg#house\"/></svg>",
		"<table><tbody><tr><th scope=\"row\">a</th><td data-l=\"b\"><time datetime=\"2026-11-22\">22.</time></td></tr></tbody></table>",
		"<textarea rows=\"6\">  a\n  b </textarea>",
		"<form action=\"/a b\"><select><option value=\"\">x</option></select></form>",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++)
		assert_string_equal(ours(pages[i]), theirs(pages[i]));
}

static void spaces_are_hard_where_people_read(void **state)
{
	(void)state;
	assert_string_equal(ours("<p>v obci <b>k domu</b></p>"), "<p>v\xc2\xa0obci <b>k\xc2\xa0""domu</b></p>");
	assert_string_equal(ours("<pre>v obci <b>k domu</b></pre>"), "<pre>v obci <b>k domu</b></pre>");
	assert_string_equal(ours("<title>v obci</title>"), "<title>v obci</title>");
}

static void a_page_has_its_type_and_its_encoding(void **state)
{
	(void)state;
	const char *page = ours("<!DOCTYPE html SYSTEM \"about:legacy-compat\"><html><head><title>a</title></head><body/></html>");
	assert_string_equal(page, "<!DOCTYPE html>\n<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"><title>a</title></head>"
				  "<body></body></html>\n");
}

static void data_in_a_script_cannot_end_it(void **state)
{
	(void)state;
	assert_string_equal(ours("<script type=\"application/ld+json\">{\"a\": \"&lt;/script> &amp; v obci\"}</script>"),
			    "<script type=\"application/ld+json\">{\"a\": \"\\u003C/script> & v obci\"}</script>");
}

static void long_pages_grow(void **state)
{
	(void)state;
	char *text = talloc_strdup(mem, "<p>"), *expected;
	for (int i = 0; i < 20000; i++)
		text = talloc_strdup_append_buffer(text, "&amp;slovo ");
	text = talloc_strdup_append_buffer(text, "</p>");
	expected = talloc_strdup(mem, text);
	assert_string_equal(ours(text), expected);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(writes_what_libxml2_writes),
	cmocka_unit_test(spaces_are_hard_where_people_read),
	cmocka_unit_test(a_page_has_its_type_and_its_encoding),
	cmocka_unit_test(data_in_a_script_cannot_end_it),
	cmocka_unit_test(long_pages_grow),
};

UNIT_MAIN(tests)
