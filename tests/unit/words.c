/* Dates put together as a sheet says; what a sheet says in other words is left to it. */
#include "unit.h"
#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <sys/stat.h>
#include "web/words.h"

#define HEAD \
	"<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:func=\"http://exslt.org/functions\">" \
	"<xsl:variable name=\"months\"><xsl:text>ledna února března dubna května června července srpna září října listopadu prosince</xsl:text></xsl:variable>" \
	"<xsl:variable name=\"weekdays\"><xsl:text>pondělí úterý středa čtvrtek pátek sobota neděle</xsl:text></xsl:variable>"
#define FUNCTION(name, body) "<func:function name=\"t:" name "\"><xsl:param name=\"d\"/><func:result>" body "</func:result></func:function>"
#define PIECE(expression) "<xsl:value-of select=\"" expression "\"/>"
#define SAID(text) "<xsl:text>" text "</xsl:text>"

static const char sheet[] = HEAD
	FUNCTION("date", PIECE("number(substring($d, 9, 2))") SAID(". ") PIECE("t:word($months, substring($d, 6, 2))") SAID(" ") PIECE("substring($d, 1, 4)"))
	FUNCTION("short", PIECE("number(substring($d, 9, 2))") SAID(". ") PIECE("number(substring($d, 6, 2))") SAID(". ") PIECE("substring($d, 1, 4)"))
	FUNCTION("weekday", PIECE("t:word($weekdays, $d/@day)") SAID(" ") PIECE("t:date($d)"))
	FUNCTION("time", PIECE("number(substring($d, 12, 2))") SAID(".") PIECE("substring($d, 15, 2)"))
	FUNCTION("other", PIECE("translate($d, '-', '/')"))
	FUNCTION("chosen", "<xsl:choose><xsl:otherwise/></xsl:choose>")
	"<func:function name=\"t:two\"><xsl:param name=\"d\"/><xsl:param name=\"e\"/><func:result><xsl:text>x</xsl:text></func:result></func:function>"
	"</xsl:stylesheet>";

static struct words *words;

static int sheet_read(void **state)
{
	char path[] = "/tmp/sousede-unit-XXXXXX";
	int fd = mkstemp(path), status = unit_open(state);
	if (fd < 0 || write(fd, sheet, sizeof sheet - 1) != (ssize_t)sizeof sheet - 1)
		return -1;
	close(fd);
	words = words_read(path);
	unlink(path);
	words_set(words);
	return status;
}

static int sheet_free(void **state)
{
	words_free(words);
	return unit_close(state);
}

static void name_add(void *given, const char *name)
{
	char **names = given;
	*names = talloc_asprintf_append(*names, " %s", name);
}

static void what_is_known_is_run_here(void **state)
{
	(void)state;
	char *names = talloc_strdup(mem, "");
	words_each(words, name_add, &names);
	assert_string_equal(names, " date short weekday time");
}

/* The value of an expression about /d of a document, our functions in it. */
static const char *said(const char *document, const char *expression)
{
	xmlDoc *doc = xmlReadMemory(document, (int)strlen(document), "d.xml", "UTF-8", 0);
	xmlXPathContext *context = xmlXPathNewContext(doc);
	static const char *const names[] = { "date", "short", "weekday", "time" };
	xmlXPathRegisterNs(context, (const xmlChar *)"t", (const xmlChar *)"urn:t");
	for (size_t i = 0; i < COUNT(names); i++)
		xmlXPathRegisterFuncNS(context, (const xmlChar *)names[i], (const xmlChar *)"urn:t", words_call);
	xmlXPathObject *object = xmlXPathEval((const xmlChar *)expression, context);
	xmlChar *text = object ? xmlXPathCastToString(object) : xmlStrdup((const xmlChar *)"(error)");
	const char *copy = talloc_strdup(mem, (const char *)text);
	xmlFree(text);
	xmlXPathFreeObject(object);
	xmlXPathFreeContext(context);
	xmlFreeDoc(doc);
	return copy;
}

static void dates_are_put_together(void **state)
{
	static const char moment[] = "<d day=\"7\">2026-11-02T08:05:00+01:00</d>";
	(void)state;
	assert_string_equal(said(moment, "t:date(/d)"), "2. listopadu 2026");
	assert_string_equal(said(moment, "t:short(/d)"), "2. 11. 2026");
	assert_string_equal(said(moment, "t:weekday(/d)"), "neděle 2. listopadu 2026");
	assert_string_equal(said(moment, "t:time(/d)"), "8.05");
	assert_string_equal(said(moment, "t:date('2027-01-31')"), "31. ledna 2027");
	assert_string_equal(said(moment, "t:weekday('2027-01-31')"), " 31. ledna 2027");
}

static void what_is_missing_says_nothing(void **state)
{
	(void)state;
	assert_string_equal(said("<d/>", "t:date(/d)"), "");
	assert_string_equal(said("<d/>", "t:date(/nothing)"), "");
	assert_string_equal(said("<d>2026-11-02</d>", "t:time(/d)"), "0.");
	assert_string_equal(said("<d>2026-99-02</d>", "t:date(/d)"), "2.  2026");
	assert_string_equal(said("<d/>", "t:date()"), "(error)");
	assert_string_equal(said("<d/>", "t:date(1, 2)"), "(error)");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(what_is_known_is_run_here),
	cmocka_unit_test(dates_are_put_together),
	cmocka_unit_test(what_is_missing_says_nothing),
};

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, sheet_read, sheet_free);
}
