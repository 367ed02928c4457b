/* Text: checks, forms, cuts, encodings and Czech typography. */
#include "unit.h"
#include "web/text.h"

static void valid_is_utf8_for_xml(void **state)
{
	static const struct {
		const char *text;
		size_t length;
		bool valid;
	} cases[] = {
		{ "", 0, true }, { "Kadaň\t\r\n", 9, true }, { "\x7f", 1, true }, { "😀", 4, true },
		{ "\xef\xbf\xbd", 3, true }, { "\xf4\x8f\xbf\xbf", 4, true },
		{ "a\0b", 3, false }, { "\x01", 1, false }, { "\x1f", 1, false }, { "\x0b", 1, false },
		{ "\xff", 1, false }, { "\xc5", 1, false }, { "\x88", 1, false },
		{ "\xc0\xaf", 2, false }, { "\xe0\x80\xaf", 3, false },            /* overlong */
		{ "\xed\xa0\x80", 3, false }, { "\xed\xbf\xbf", 3, false },        /* surrogates */
		{ "\xef\xbf\xbe", 3, false }, { "\xef\xbf\xbf", 3, false },        /* U+FFFE, U+FFFF */
		{ "\xf4\x90\x80\x80", 4, false }, { "\xf8\x88\x80\x80\x80", 5, false },
		{ "Kada\xc5\x88", 5, false },                                     /* cut in a character */
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (text_valid(cases[i].text, cases[i].length) != cases[i].valid)
			fail_msg("case %zu: %s", i, cases[i].text);
}

/* Pairs of what goes in and what comes out of a function of one text. */
struct pair {
	const char *in, *out;
};

static void check_pairs(const struct pair *pairs, size_t count, const char *(*work)(const void *, const char *))
{
	for (size_t i = 0; i < count; i++) {
		const char *got = work(mem, pairs[i].in);
		if (strcmp(got, pairs[i].out))
			fail_msg("\"%s\" gave \"%s\", not \"%s\"", pairs[i].in, got, pairs[i].out);
	}
}

static void normalise_makes_one_form(void **state)
{
	static const struct pair pairs[] = {
		{ "", "" }, { "  \t\n ", "" }, { " a b ", "a b" }, { "a\r\nb\rc\n", "a\nb\nc" },
		{ "Kadan\xcc\x8c", "Kadaň" }, { "r\xcc\x8c\xc3\xa1""d", "řád" },
		{ "\xc2\xa0" "a" "\xe2\x80\x83", "a" }, { "\xef\xbb\xbf" "a", "a" },
		{ "a\xee\x80\x80" "b\xee\x80\x8f" "c", "abc" }, { "\xee\x80\x90", "\xee\x80\x90" },
		{ "a \xcc\x81", "a \xcc\x81" }, { "Ω", "Ω" }, { "\xe2\x84\xa6", "Ω" },
	};
	(void)state;
	check_pairs(pairs, COUNT(pairs), text_normalise);
}

static void length_counts_characters(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("abc"), 3);
	assert_int_equal(text_length("Žďár"), 4);
	assert_int_equal(text_length("😀ж"), 2);
}

static void fold_is_plain_lower_case(void **state)
{
	static const struct pair pairs[] = {
		{ "", "" }, { "Nová Ves (Liberec)", "nova ves liberec" }, { "  --Ústí nad  Labem!", "usti nad labem" },
		{ "ŽLUŤOUČKÝ KŮŇ", "zlutoucky kun" }, { "Łódź", "lodz" }, { "Straße", "strasse" }, { "Ærø", "aero" },
		{ "č. j. 12/2026", "c j 12 2026" }, { "Київ", "киів" }, { "²", "2" }, { "ﬁ", "fi" }, { "İI", "ii" },
	};
	(void)state;
	check_pairs(pairs, COUNT(pairs), text_fold);
}

static void slug_fits_an_address(void **state)
{
	(void)state;
	assert_string_equal(text_slug(mem, "Záměr pronájmu č. 5", 80), "zamer-pronajmu-c-5");
	assert_string_equal(text_slug(mem, "--a--", 80), "a");
	assert_string_equal(text_slug(mem, "Київ", 80), "");
	assert_string_equal(text_slug(mem, "Київ 2026", 80), "2026");
	assert_string_equal(text_slug(mem, "", 80), "");
	assert_string_equal(text_slug(mem, "zamer pronajmu", 10), "zamer");
	assert_string_equal(text_slug(mem, "zamer pronajmu", 14), "zamer-pronajmu");
	assert_string_equal(text_slug(mem, "zamer pronajmu", 5), "zamer");
	assert_string_equal(text_slug(mem, "zamer pronajmu", 6), "zamer");
	assert_string_equal(text_slug(mem, "nejneobhospodařovávatelnější", 4), "nejn");
}

static void excerpt_ends_well(void **state)
{
	(void)state;
	assert_string_equal(text_excerpt(mem, "", 10), "");
	assert_string_equal(text_excerpt(mem, "Krátký  \n text", 20), "Krátký text");
	assert_string_equal(text_excerpt(mem, "Krátký text", 11), "Krátký text");
	assert_string_equal(text_excerpt(mem, "Krátký text", 10), "Krátký…");
	assert_string_equal(text_excerpt(mem, "Voda nepoteče, stroje stojí", 15), "Voda nepoteče…");
	assert_string_equal(text_excerpt(mem, "Nejneobhospodařovávatelnějšímu", 5), "Nejn…");
	assert_string_equal(text_excerpt(mem, "Řřřřřřř", 4), "Řřř…");
	assert_string_equal(text_excerpt(mem, "Voda dnes nepoteče. Opravujeme potrubí v celé obci.", 30), "Voda dnes nepoteče.");
	/* A date or an abbreviation ends no sentence. */
	assert_string_equal(text_excerpt(mem, "Schůze bude dne 28. 8. Vezměte si židle a dobrou náladu.", 26), "Schůze bude dne 28. 8…");
	assert_string_equal(text_excerpt(mem, "Slovo", 0), "");
	assert_string_equal(text_excerpt(mem, "a", 1), "a");
	assert_string_equal(text_excerpt(mem, "ab", 1), "…");
}

static void clean_repairs_anything(void **state)
{
	(void)state;
	assert_string_equal(text_clean(mem, "a\0b\x01" "c\xff" "d", 7), "abc\xef\xbf\xbd" "d");
	assert_string_equal(text_clean(mem, "\xef\xbf\xbe\xed\xa0\x80", 6), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	assert_string_equal(text_clean(mem, "Kada\xc5\x88", 5), "Kada\xef\xbf\xbd");
	assert_string_equal(text_clean(mem, "Kadaň", 6), "Kadaň");
	assert_string_equal(text_clean(mem, "", 0), "");
	char all[256];
	for (size_t i = 0; i < sizeof all; i++)
		all[i] = (char)i;
	const char *clean = text_clean(mem, all, sizeof all);
	assert_true(text_valid(clean, strlen(clean)));
}

/* In the cases below ~ stands for a hard space. */
static const char *shown(const char *text)
{
	char *made = talloc_strdup(mem, text), *out = made;
	for (const char *p = text; *p; p++) {
		bool hard = !strncmp(p, "\xc2\xa0", 2);
		*out++ = hard ? '~' : *p;
		p += hard;
	}
	*out = '\0';
	return made;
}

static void typography_holds_together(void **state)
{
	static const char *const cases[] = {
		/* one letter */
		"V~sobotu v~7.30 a~v~neděli", "šel k~lesu s~psem, z~města, u~řeky, o~víkendu i~doma", "(v~lese) „V~sobotu“ ‚a~tak‘",
		"K~S~V~Z~O~U~A~I~konec", "pes byl", "do v~", "auto, v~němž", "av ne", "– a~pak",
		/* dates */
		"22.~11.~2026", "dne 1.~5.~– 3.~5.~2026 bude", "17.~listopadu~2026", "17.~listopadu", "listopadu 5", "v~listopadu~2026",
		"středa 25.~listopadu", "5.~patro", "Bod 5. Další věta", "1.~září~2026, 2.~února~2027",
		/* numbers */
		"1~234,5~Kč", "15~%", "15% roztok", "12~345~678~obyvatel", "v~roce 2026 120~lidí ano", "rok 2026 100~Kč", "800~000~494.",
		"+420~777~123~456", "PSČ 432~01 Kadaň", "432~01, Kadaň", "5 6 7 8", "1234 567", "10~000–20~000~Kč",
		/* units */
		"5~km", "5~m²", "20~°C", "8–12~hodin", "90~min.", "1,5~ha", "3~kg.", "250~kW", "5 koček", "10~hod.", "(5~km)", "12~000~Kč,",
		"250/2017~Sb.", "sto km",
		/* abbreviations and marks */
		"č.~5", "č.~j.~MU/123/2026", "č.~p.~5", "čp.~12", "§~25 odst.~1 písm.~a)", "čl.~3", "sp.~zn.~5 C 12/2026", "§§~3", "s.~r.~o.", "a.~s.", "z.~s.",
		"ev.~č.~12", "tel.~777~123~456", "str.~5", "zákon č.~500/2004~Sb.", "např. voda", "tzv. louka",
		/* names */
		"p.~Novák", "Ing.~Nová", "doc.~MUDr.~Bílá", "J.~Novák", "T.~G.~Masaryk", "Č.~Řezáč", "Marie~H.", "Marie~H., Věra~S. a~dál", "Žofie~Š.",
		"marie H.", "náměstí", "nám.~Míru", "ul.~Řeznická", "sv.~Anna", "pí~Nová", "Bydlí v~Praze. A~dál", "třída I. stupně",
		/* dash */
		"Kadaň~– Sever", "Kadaň~— Sever", "Kadaň~- Sever", "9:00–12:00", "Praha-východ",
		/* nothing to do */
		"", " ", "  ", "slovo", "dvě slova", "a  b", "a", "„", "http://kadan.example/a", "i", "ž š", "Kadaň\nmá",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *plain = talloc_strdup(mem, cases[i]);
		for (char *p = plain; *p; p++)
			*p = *p == '~' ? ' ' : *p;
		const char *got = text_typography(mem, plain);
		if (strcmp(shown(got), cases[i]))
			fail_msg("\"%s\" gave \"%s\"", cases[i], shown(got));
		if (!strchr(cases[i], '~') && got != plain)
			fail_msg("\"%s\" was copied though unchanged", cases[i]);
		assert_string_equal(text_typography(mem, got), got);
	}
}

static void typography_survives_long_texts(void **state)
{
	enum { TIMES = 20000 };
	(void)state;
	char *text = talloc_array(mem, char, 2 * TIMES + 1);
	for (int i = 0; i < TIMES; i++)
		memcpy(text + 2 * i, "a ", 2);
	text[2 * TIMES] = '\0';
	assert_int_equal(strlen(text_typography(mem, text)), 3 * TIMES);
}

static void lines_fold_at_75_octets(void **state)
{
	(void)state;
	assert_string_equal(text_fold_lines(mem, ""), "");
	assert_string_equal(text_fold_lines(mem, "A:1\nB:2\r\nC:3"), "A:1\r\nB:2\r\nC:3\r\n");
	assert_string_equal(text_fold_lines(mem, "A\rB\n"), "AB\r\n");
	char line[301];
	memset(line, 'x', 300);
	line[75] = '\0';
	assert_int_equal(strlen(text_fold_lines(mem, line)), 77);
	line[75] = 'x';
	line[76] = '\0';
	assert_int_equal(strlen(text_fold_lines(mem, line)), 76 + 3 + 2);
	line[76] = 'x';
	line[300] = '\0';
	assert_int_equal(strlen(text_fold_lines(mem, line)), 300 + 4 * 3 + 2);
}

/* No line is longer than 75 octets, each is UTF-8 by itself, and unfolding gives the text back. */
static void check_folding(const char *text)
{
	const char *folded = text_fold_lines(mem, text);
	char *whole = talloc_strdup(mem, "");
	for (const char *line = folded; *line;) {
		const char *end = strstr(line, "\r\n");
		assert_non_null(end);
		assert_true(end - line <= 75);
		assert_true(text_valid(line, (size_t)(end - line)));
		whole = talloc_asprintf_append(whole, "%.*s", (int)(end - line - (line > folded)), line + (line > folded));
		line = end + 2;
	}
	assert_string_equal(whole, text);
}

static void folding_splits_no_character(void **state)
{
	static const char *const letters[] = { "ř", "€", "😀" };
	(void)state;
	for (size_t shift = 0; shift < 5; shift++)
		for (size_t i = 0; i < COUNT(letters); i++) {
			char *text = talloc_strdup(mem, "aaaa" + shift);
			for (int n = 0; n < 90; n++)
				text = talloc_strdup_append(text, letters[i]);
			check_folding(text);
		}
}

static void unescape_reads_or_refuses(void **state)
{
	static const struct {
		const char *in;
		bool plus, right;
		const char *out;
	} cases[] = {
		{ "", true, true, "" }, { "a+b%20c", true, true, "a b c" }, { "a+b%20c", false, true, "a+b c" }, { "%C5%99%c5%99", false, true, "řř" },
		{ "%2F%2f", false, true, "//" }, { "100%25", true, true, "100%" }, { "%", true, false, "" }, { "%2", true, false, "" },
		{ "%zz", true, false, "" }, { "a%00b", true, false, "" }, { "%2g", false, false, "" }, { "%+1", true, false, "" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *text = talloc_strdup(mem, cases[i].in);
		bool right = text_unescape(text, cases[i].plus);
		if (right != cases[i].right || (right && strcmp(text, cases[i].out)))
			fail_msg("\"%s\" gave \"%s\"", cases[i].in, text);
	}
}

static void escape_leaves_the_unreserved(void **state)
{
	(void)state;
	assert_string_equal(text_escape(mem, "aZ09-._~"), "aZ09-._~");
	assert_string_equal(text_escape(mem, "a b/ř?&=+%"), "a%20b%2F%C5%99%3F%26%3D%2B%25");
	for (int c = 1; c < 256; c++) {
		char one[2] = { (char)c, '\0' };
		char *back = talloc_strdup(mem, text_escape(mem, one));
		assert_true(text_unescape(back, true));
		assert_string_equal(back, one);
	}
}

static void hex_is_lower_case(void **state)
{
	(void)state;
	assert_string_equal(text_hex(mem, "\x00\x0f\xf0\xab", 4), "000ff0ab");
	assert_string_equal(text_hex(mem, "", 0), "");
}

static void near_forgives_one_letter(void **state)
{
	static const struct {
		const char *a, *b;
		bool near;
	} cases[] = {
		{ "kadan", "kadan", true }, { "", "", true }, { "", "a", true }, { "", "ab", false },
		{ "kadan", "kadam", true }, { "kadan", "kada", true }, { "kadan", "kadann", true }, { "kadan", "adan", true },
		{ "kadan", "akdan", true }, { "kadan", "kadna", true }, { "kadan", "kdana", false }, { "kadan", "kaan", true },
		{ "kadan", "kamam", false }, { "kadan", "ka", false }, { "ab", "ba", true }, { "abc", "cba", false }, { "ab", "bc", false },
		{ "київ", "кіїв", true }, { "київ", "киів", true }, { "київ", "икїв", true }, { "київ", "кв", false },
		{ "нова", "novа", false }, { "a", "b", true }, { "ab", "cd", false }, { "abab", "baab", true }, { "abcd", "badc", false },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (text_near(cases[i].a, cases[i].b) != cases[i].near || text_near(cases[i].b, cases[i].a) != cases[i].near)
			fail_msg("%s, %s", cases[i].a, cases[i].b);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(valid_is_utf8_for_xml), cmocka_unit_test(normalise_makes_one_form), cmocka_unit_test(length_counts_characters),
	cmocka_unit_test(fold_is_plain_lower_case), cmocka_unit_test(slug_fits_an_address), cmocka_unit_test(excerpt_ends_well),
	cmocka_unit_test(clean_repairs_anything), cmocka_unit_test(typography_holds_together), cmocka_unit_test(typography_survives_long_texts),
	cmocka_unit_test(lines_fold_at_75_octets), cmocka_unit_test(folding_splits_no_character), cmocka_unit_test(unescape_reads_or_refuses),
	cmocka_unit_test(escape_leaves_the_unreserved), cmocka_unit_test(hex_is_lower_case), cmocka_unit_test(near_forgives_one_letter),
};
UNIT_MAIN(tests)
