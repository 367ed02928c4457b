/* Log lines and the end of the world. */
#include "unit.h"
#include "web/log.h"
#include "web/panic.h"

static void quotes_keep_a_line_one_line(void **state)
{
	(void)state;
	assert_string_equal(log_quote(NULL), "\"\"");
	assert_string_equal(log_quote("řeka"), "\"řeka\"");
	assert_string_equal(log_quote("a\"b\\c\nd\te"), "\"a\\\"b\\\\c\\nd\\x09e\"");
	assert_string_equal(log_quote("\x1b[2J\x7f\xc2\x9b\xe2\x80\xa8\xff"), "\"\\x1b[2J\\x7f\\xc2\\x9b\\xe2\\x80\\xa8\\xff\"");
}

static void quotes_are_cut(void **state)
{
	char text[2001];
	(void)state;
	memset(text, 'x', 2000);
	text[2000] = '\0';
	assert_int_equal(strlen(log_quote(text)), 502);
	memset(text, '\x01', 2000);
	assert_int_equal(strlen(log_quote(text)), 2002);
}

static void four_quotes_live_together(void **state)
{
	const char *quotes[4];
	(void)state;
	for (int i = 0; i < 4; i++)
		quotes[i] = log_quote((char[]){ (char)('a' + i), '\0' });
	assert_string_equal(quotes[0], "\"a\"");
	assert_string_equal(quotes[3], "\"d\"");
}

static void write_lines(const void *given)
{
	(void)given;
	log_line("start", "%s", "");
	log_open("board");
	log_request("1a2b");
	log_line("request", "status=%d", 200);
	log_request("");
	log_line("stop", "n=%d", 1);
}

static void lines_carry_program_and_request(void **state)
{
	const char *said;
	(void)state;
	assert_int_equal(ends(write_lines, NULL, &said), 0);
	assert_string_equal(said, "at=start program=sousede\nat=request program=board req=1a2b status=200\nat=stop program=board n=1\n");
}

static void last_words(const char *reason)
{
	log_line("hook", "reason=%s", log_quote(reason));
}

static void panic_in_hook(const char *reason)
{
	panic("again: %s", reason);
}

static void panic_plainly(const void *hook)
{
	panic_hook(hook ? last_words : NULL);
	panic("the %s is gone", "bridge");
}

static void panic_twice(const void *given)
{
	(void)given;
	panic_hook(panic_in_hook);
	panic("first");
}

static void panic_says_why_and_ends(void **state)
{
	const char *said;
	(void)state;
	assert_int_equal(ends(panic_plainly, NULL, &said), 70);
	assert_says(said, "at=panic program=");
	assert_says(said, "log.c line=");
	assert_says(said, "reason=\"the bridge is gone\"\n");
	assert_int_equal(ends(panic_plainly, "hook", &said), 70);
	assert_says(said, "at=hook program=sousede reason=\"the bridge is gone\"\n");
	assert_int_equal(ends(panic_twice, NULL, &said), 70);
	assert_says(said, "again: first");
}

static void need_memory(const void *given)
{
	(void)given;
	assert_string_equal(must(talloc_strdup(mem, "x")), "x");
	must(NULL);
}

static void memory_that_ran_out_panics(void **state)
{
	const char *said;
	(void)state;
	assert_int_equal(ends(need_memory, NULL, &said), 70);
	assert_says(said, "out of memory");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(quotes_keep_a_line_one_line), cmocka_unit_test(quotes_are_cut), cmocka_unit_test(four_quotes_live_together),
	cmocka_unit_test(lines_carry_program_and_request), cmocka_unit_test(panic_says_why_and_ends), cmocka_unit_test(memory_that_ran_out_panics),
};
UNIT_MAIN(tests)
