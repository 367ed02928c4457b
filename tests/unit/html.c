/* Imported HTML to CommonMark: nothing executable survives, and the text that is rendered is the text that was written. */
#include "unit.h"
#include <cmark.h>
#include "feed/address.h"
#include "feed/html.h"
#include "feed/markdown.h"

/* What a reader's browser would get, and what would be read aloud. */
static const char *rendered(const char *markdown)
{
	char *html = cmark_markdown_to_html(markdown ? markdown : "", markdown ? strlen(markdown) : 0, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	const char *copy = talloc_strdup(mem, html);
	free(html);
	return copy;
}

static const char *read_aloud(const char *markdown)
{
	cmark_node *doc = cmark_parse_document(markdown ? markdown : "", markdown ? strlen(markdown) : 0, CMARK_OPT_DEFAULT);
	cmark_iter *i = cmark_iter_new(doc);
	char *text = talloc_strdup(mem, "");
	for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;) {
		cmark_node *node = cmark_iter_get_node(i);
		cmark_node_type type = cmark_node_get_type(node);
		if (e == CMARK_EVENT_ENTER && type == CMARK_NODE_TEXT)
			text = talloc_strdup_append_buffer(text, cmark_node_get_literal(node));
		else if (e == CMARK_EVENT_ENTER && (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK ||
						    type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE || type == CMARK_NODE_THEMATIC_BREAK))
			text = talloc_asprintf_append_buffer(text, "[%s?]", cmark_node_get_type_string(node));
		else if ((e == CMARK_EVENT_ENTER && (type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_SOFTBREAK)) ||
			 (e == CMARK_EVENT_EXIT && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)))
			text = talloc_strdup_append_buffer(text, "\n");
	}
	cmark_iter_free(i);
	cmark_node_free(doc);
	return text;
}

static const char *converted(const char *html)
{
	return html_markdown(mem, html, "https://obec.example/a/", 64 << 10, NULL);
}

/* ---- hostile HTML ---- */

static const char *const hostile[] = {
	"<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>",
	"<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
	"<math><a xlink:href=javascript:alert(1)>x</a></math>", "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
	"<a href=javascript:alert(1)>x</a>", "<a href=\"java\nscript:alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>",
	"<a href=\" javascript:alert(1)\">x</a>", "<a href=\"\x01javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
	"<a href=\"vbscript:msgbox(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<a href=\"feed:javascript:alert(1)\">x</a>",
	"<a href=\"//evil.example\">x</a>", "<a href=\"/\\evil.example\">x</a>", "<a href=\"\\\\evil.example\">x</a>", "<a href=\"https://a:b@evil.example\">x</a>",
	"<a href=\"https://x.example/\" onclick=alert(1)>x</a>", "<a href='https://x.example/)<script>alert(1)</script>'>x</a>",
	"<a href='https://x.example/> [y](javascript:alert(1))'>x</a>", "<body onload=alert(1)>x", "<details open ontoggle=alert(1)>x</details>",
	"<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
	"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
	"<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
	"<textarea><img title=\"</textarea><img src onerror=alert(1)>\"></textarea>", "<title><img title=\"</title><img src onerror=alert(1)>\"></title>",
	"<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>", "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
	"<plaintext><img src=x onerror=alert(1)>", "<style>@import 'javascript:alert(1)'</style>", "<link rel=stylesheet href=javascript:alert(1)>",
	"<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=javascript:alert(1)//>", "<object data=javascript:alert(1)></object>",
	"<embed src=javascript:alert(1)>", "<template><script>alert(1)</script></template>", "<select><template><img src onerror=alert(1)></template></select>",
	"<!--><img src=x onerror=alert(1)>-->", "<!-- --!><img src=x onerror=alert(1)> -->", "<![CDATA[<img src=x onerror=alert(1)>]]>",
	"<?xml-stylesheet href=javascript:alert(1)?><p>x", "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(1)&gt;",
	"<p>[x](javascript:alert(1))</p>", "<p>![x](javascript:alert(1))</p>", "<p>&lt;javascript:alert(1)&gt;</p>", "<p>[x]: javascript:alert(1)</p><p>[x]</p>",
	"<p>`</p><p>&lt;script&gt;alert(1)&lt;/script&gt;`</p>", "<pre>    &lt;script&gt;alert(1)&lt;/script&gt;</pre>", "<p>\\&lt;script&gt;alert(1)&lt;/script&gt;</p>",
	"<p>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;</p>", "<b>*</b><i>*</i><a href=https://x.example/**>**</a>", "<marquee onstart=alert(1)>x</marquee>",
	"<video><source onerror=alert(1)></video>", "<input autofocus onfocus=alert(1)>", "<isindex type=image src=1 onerror=alert(1)>",
};

/* Tags in what cmark wrote: only ours, only with a safe href. */
static void assert_harmless(const char *html, const char *from)
{
	static const char *const tags[] = { "p", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "br /" };
	for (const char *at = html; (at = strchr(at, '<')); at++) {
		size_t n = strcspn(at, ">");
		const char *tag = talloc_strndup(mem, at + 1 + (at[1] == '/'), n - 1 - (at[1] == '/'));
		bool known = !strcmp(tag, "a") && at[1] == '/';
		for (size_t i = 0; i < COUNT(tags); i++)
			known = known || !strcmp(tag, tags[i]);
		known = known || ((!strncmp(tag, "a href=\"https://", 16) || !strncmp(tag, "a href=\"http://", 15) || !strncmp(tag, "a href=\"mailto:", 15) ||
				   !strncmp(tag, "a href=\"tel:", 12)) && strchr(tag + 8, '"') == tag + strlen(tag) - 1);
		if (!known)
			fail_msg("<%s> came out of %s", tag, from);
	}
}

static void nothing_executable_survives(void **state)
{
	(void)state;
	assert_true(COUNT(hostile) >= 42);
	for (size_t i = 0; i < COUNT(hostile); i++) {
		assert_harmless(rendered(converted(hostile[i])), hostile[i]);
		assert_harmless(rendered(markdown_of_text(mem, hostile[i], 64 << 10, NULL)), hostile[i]);
	}
}

/* ---- text stays text ---- */

static void check_text(const char *html, const char *text)
{
	const char *aloud = read_aloud(converted(html));
	if (strcmp(aloud, text))
		fail_msg("%s\nsounds: %s\nnot:    %s\nby:     %s", html, aloud, text, converted(html));
}

static void marks_of_the_text_stay_text(void **state)
{
	(void)state;
	check_text("<p>28. srpna</p>", "28. srpna\n");
	check_text("<p>1) bod</p><p>2) bod</p>", "1) bod\n2) bod\n");
	check_text("<p>- odrážka</p><p>+ plus</p><p>* hvězda</p>", "- odrážka\n+ plus\n* hvězda\n");
	check_text("# nadpis", "# nadpis\n");
	check_text("<h2>C #</h2>", "C #\n");
	check_text("<p>Text<br>====</p><p>Text<br>----</p>", "Text\n====\nText\n----\n");
	check_text("<p>*** a ___ a ---</p>", "*** a ___ a ---\n");
	check_text("<p>~~~</p><p>```</p>", "~~~\n```\n");
	check_text("<p>a &amp;amp; b &amp;lt; c</p>", "a &amp; b &lt; c\n");
	check_text("<p>C:\\slozka\\*.pdf</p>", "C:\\slozka\\*.pdf\n");
	check_text("<p>snake_case_name a 2*3*4</p>", "snake_case_name a 2*3*4\n");
	check_text("<p>&gt; citace</p>", "> citace\n");
	check_text("<p>Pozor!<a href=https://x.example>odkaz</a></p>", "Pozor!odkaz\n");
	check_text("<p>1<b>. bod</b></p>", "1. bod\n");
	check_text("<p>1<b></b>. bod</p>", "1. bod\n");
}

static void shape_is_kept(void **state)
{
	(void)state;
	assert_string_equal(rendered(converted("<div><h1>Nadpis</h1><p>Text <strong>tučný</strong> a <em>šikmý</em>.</p></div>")),
			    "<h2>Nadpis</h2>\n<p>Text <strong>tučný</strong> a <em>šikmý</em>.</p>\n");
	assert_string_equal(rendered(converted("<ul><li>jedna</li><li>dvě<ol><li>a</li><li>b</li></ol></li></ul>")),
			    "<ul>\n<li>jedna</li>\n<li>dvě\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n</li>\n</ul>\n");
	assert_string_equal(rendered(converted("<blockquote><p>jedna</p><p>dvě</p></blockquote><blockquote>tři</blockquote>")),
			    "<blockquote>\n<p>jedna</p>\n<p>dvě</p>\n</blockquote>\n<blockquote>\n<p>tři</p>\n</blockquote>\n");
	assert_string_equal(rendered(converted("řádek<br>řádek<br><br>")), "<p>řádek<br />\nřádek</p>\n");
	assert_string_equal(rendered(converted("<table><tr><th>Den</th><th>Hodina</th></tr><tr><td>po</td><td><p>8–12</p></td></tr></table>")),
			    "<p>Den | Hodina</p>\n<p>po | 8–12</p>\n");
	assert_string_equal(rendered(converted("<p><b>Spor</b>tem <b> k </b>zdraví</p>")), "<p><strong>Spor</strong>tem <strong>k</strong> zdraví</p>\n");
	assert_string_equal(rendered(converted("<p><b>a</b><b>b</b><i>c</i></p>")), "<p><strong>ab</strong>c</p>\n");
	assert_string_equal(rendered(converted("<p>x<b>„y“</b>z</p>")), "<p>x„y“z</p>\n");
	assert_string_equal(rendered(converted("<a href='b.pdf?a=1&amp;utm_source=rss&amp;b=2#c'>soubor</a>")),
			    "<p><a href=\"https://obec.example/a/b.pdf?a=1&amp;b=2#c\">soubor</a></p>\n");
	assert_string_equal(rendered(converted("<a href='mailto:urad@obec.example'>pošta</a> <a href='tel:+420123456789'>hovor</a>")),
			    "<p><a href=\"mailto:urad@obec.example\">pošta</a> <a href=\"tel:+420123456789\">hovor</a></p>\n");
	assert_string_equal(rendered(converted("<a href='https://x.example/?a=1&amp;copy;=2'><b>a</b> b</a>")),
			    "<p><a href=\"https://x.example/?a=1&amp;copy;=2\"><strong>a</strong> b</a></p>\n");
	assert_string_equal(rendered(converted("<pre>a\n  b\n</pre>")), "<p>a<br />\nb</p>\n");
}

static void limits_hold(void **state)
{
	(void)state;
	char *deep = talloc_strdup(mem, ""), *wide = talloc_zero_array(mem, char, 400000), *long_tag = talloc_zero_array(mem, char, 100000);
	for (int i = 0; i < 20000; i++)
		deep = talloc_strdup_append_buffer(deep, "<ul><li><b>");
	assert_null(converted(talloc_asprintf(mem, "%shluboko", deep)));
	memset(wide, 'a', 399999);
	assert_true(strlen(converted(wide)) <= 64 << 10);
	memset(long_tag, 'x', 99999);
	assert_string_equal(converted(talloc_asprintf(mem, "<p>před<img src=\"data:%s\">po</p>", long_tag)), "předpo");
	assert_null(converted("<p>&nbsp;</p><div></div>"));
	assert_null(converted(""));
	assert_string_equal(html_line(mem, "<b>Jeden</b><br>a &amp; dva"), "Jeden a & dva");
	assert_true(html_looks("<p>") && html_looks("a &amp; b") && html_looks("a &#38; b") && html_looks("</b>") && html_looks("<!-- x -->"));
	assert_false(html_looks("5 < 6 & 7 > 3; a &; <"));
}

/* ---- any text at all ---- */

static unsigned seed = 1;

static unsigned chance(unsigned n)
{
	seed = seed * 1103515245 + 12345;
	return (seed >> 16) % n;
}

static void some_text(struct markdown *m)
{
	static const char *const pieces[] = { "*", "**", "_", "`", "```", "[", "]", "(", ")", "<", ">", "&", "&amp;", "#", "##", "-", "--- ", "+", "=", "==", "~~~", "!",
		"\\", "|", "1", "12", ".", ")", " ", "  ", "a", "ž", "„", "“", "–", "https://x.example", ":", "\"", "'", "/", "\t", "x y", "\xC2\xA0", "😀", "{", "}", "$" };
	for (unsigned n = chance(6) + 1; n; n--) {
		const char *piece = pieces[chance(COUNT(pieces))];
		markdown_text(m, piece, strlen(piece));
	}
}

static void any_text_comes_back(void **state)
{
	(void)state;
	for (unsigned round = 0; round < 20000; round++) {
		struct markdown *m = markdown_new(mem, 64 << 10);
		const char *plain, *text;
		int depth = 0;
		seed = round;
		for (unsigned n = chance(12) + 1; n; n--) {
			switch (chance(9)) {
			case 0: markdown_break(m); break;
			case 1: markdown_block(m, (int)chance(4) ? 0 : 3); break;
			case 2: markdown_style(m, (enum markdown_style)chance(3)); break;
			case 3: markdown_href(m, chance(2) ? "https://x.example/?a=1&lt;=\\2" : NULL); break;
			case 4: markdown_enter(m, MARKDOWN_QUOTE); depth++; break;
			case 5: markdown_enter(m, chance(2) ? MARKDOWN_BULLETS : MARKDOWN_NUMBERS); markdown_enter(m, MARKDOWN_ITEM); depth += 2; break;
			case 6: if (depth) markdown_leave(m), depth--; break;
			default: some_text(m);
			}
		}
		text = markdown_end(m, &plain);
		/* A heading has no lines; everything else reads as it was written. */
		const char *aloud = read_aloud(text);
		char *got = talloc_strdup(mem, aloud), *wanted = talloc_strdup(mem, plain ? plain : "");
		for (char *c = got; *c; c++)
			*c = *c == '\n' ? ' ' : *c;
		for (char *c = wanted; *c; c++)
			*c = *c == '\n' ? ' ' : *c;
		if (strcmp(got, wanted))
			fail_msg("round %u\nwritten: %s\nsounds:  %s\nby:\n%s", round, wanted, got, text ? text : "(none)");
		assert_harmless(rendered(text), "any text");
	}
}

static void plain_text_keeps_lines_and_links(void **state)
{
	(void)state;
	assert_string_equal(rendered(markdown_of_text(mem, "První řádek\ndruhý řádek\n\n\nViz https://obec.example/a_b?c=1&d=2.\n", 64 << 10, NULL)),
			    "<p>První řádek<br />\ndruhý řádek</p>\n"
			    "<p>Viz <a href=\"https://obec.example/a_b?c=1&amp;d=2\">https://obec.example/a_b?c=1&amp;d=2</a>.</p>\n");
	assert_null(markdown_of_text(mem, " \n\t\n", 64 << 10, NULL));
}

static void addresses_are_judged(void **state)
{
	(void)state;
	static const struct { const char *text, *base, *url; } cases[] = {
		{ " https://Obec.example/a b?x=č ", NULL, "https://Obec.example/a%20b?x=%C4%8D" }, { "HTTP://obec.example", NULL, "http://obec.example" },
		{ "https://o.example/?a=1&amp;amp;b=2", NULL, "https://o.example/?a=1&b=2" }, { "https://o.example/?utm_source=x", NULL, "https://o.example/" },
		{ "https://o.example/?utm_a=x&id=1&utm_b=y&z#f", NULL, "https://o.example/?id=1&z#f" }, { "https://o.example/?id=1&fbclid=2", NULL, "https://o.example/?id=1" },
		{ "../x.pdf", "https://o.example/a/b/", "https://o.example/a/x.pdf" }, { "x.pdf", NULL, NULL }, { "/x", "https://o.example/a/", "https://o.example/x" },
		{ "https://o.example/100%", NULL, "https://o.example/100%25" }, { "javascript:alert(1)", NULL, NULL }, { "ftp://o.example/", NULL, NULL },
		{ "//o.example/", "https://o.example/", NULL }, { "/\\o.example/", "https://o.example/", NULL }, { "https://", NULL, NULL }, { "https:///x", NULL, NULL },
		{ "https://a@o.example/", NULL, NULL }, { "https://o.example/\nx", NULL, NULL }, { "", NULL, NULL }, { "https://:80/", NULL, NULL },
		{ "https://o.example/@x", NULL, "https://o.example/@x" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *url = address_web(mem, cases[i].text, cases[i].base);
		if ((url == NULL) != (cases[i].url == NULL) || (url && strcmp(url, cases[i].url)))
			fail_msg("%s became %s", cases[i].text, url ? url : "nothing");
	}
	assert_null(address_web(mem, NULL, NULL));
	assert_string_equal(address_file_name(mem, "https://o.example/soubory/Vyhl%C3%A1%C5%A1ka%201.pdf?x=1"), "Vyhláška 1.pdf");
	assert_null(address_file_name(mem, "https://o.example/file.php?oid=1"));
	assert_null(address_file_name(mem, "https://o.example"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_executable_survives), cmocka_unit_test(marks_of_the_text_stay_text), cmocka_unit_test(shape_is_kept),
		cmocka_unit_test(limits_hold), cmocka_unit_test(any_text_comes_back), cmocka_unit_test(plain_text_keeps_lines_and_links),
		cmocka_unit_test(addresses_are_judged),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("html", tests, unit_open, unit_close);
}
