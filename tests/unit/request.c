/* What comes in is checked once: paths, queries, bodies, cookies; and what a path means to a table of routes. */
#include "unit.h"
#include "web/web.h"

static int nothing(struct req *r)
{
	(void)r;
	return OK;
}

const struct route routes[] = {
	{ GET, "/", "page.read", "front", nothing, PAGE, NULL },
	{ GET, "/:town/nastenka", "notice.read", "list", nothing, LIST, NULL },
	{ GET, "/:town/nastenka/:id", "notice.read", "show", nothing, PAGE | RSS, NULL },
	{ POST, "/:town/nastenka", "notice.post", "post", nothing, PAGE, NULL },
	{ GET, "/kraj/:word", "place.read", "region", nothing, PAGE | OPML, NULL },
	{ 0 },
};

struct given {
	const char *method, *uri, *type, *length, *body, *cookie;
	size_t at;
};

static const char *given_variable(void *self, const char *name)
{
	const struct given *g = self;
	const struct { const char *name, *value; } variables[] = {
		{ "REQUEST_METHOD", g->method }, { "REQUEST_URI", g->uri }, { "CONTENT_TYPE", g->type },
		{ "CONTENT_LENGTH", g->length }, { "HTTP_COOKIE", g->cookie },
	};
	for (size_t i = 0; i < COUNT(variables); i++)
		if (!strcmp(variables[i].name, name))
			return variables[i].value;
	return NULL;
}

/* Three bytes at a time: a body comes in pieces. */
static long given_read(void *self, char *buffer, size_t size)
{
	struct given *g = self;
	size_t left = strlen(g->body) - g->at, n = left < 3 ? left : 3;
	n = n < size ? n : size;
	memcpy(buffer, g->body + g->at, n);
	g->at += n;
	return (long)n;
}

static int reads(struct req *r, struct given given)
{
	*r = (struct req){ .mem = mem };
	conf.root = "";
	return request_read(r, &(struct gateway){ given_variable, given_read, &given });
}

static int gets(struct req *r, const char *uri)
{
	return reads(r, (struct given){ .method = "GET", .uri = uri });
}

static int posts(struct req *r, const char *length, const char *type, const char *body)
{
	return reads(r, (struct given){ .method = "POST", .uri = "/x", .length = length, .type = type, .body = body });
}

static const char *const FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

static void path_is_decoded_once(void **state)
{
	(void)state;
	struct req r;
	assert_int_equal(gets(&r, "/kada%C5%88/n%25C3"), 0);
	assert_string_equal(r.path, "/kadaň/n%C3");
	assert_int_equal(gets(&r, "/a?b=c+d%20e&q=%C5%BElu%C5%A5&q=2&empty&=x&&"), 0);
	assert_string_equal(r.path, "/a");
	assert_string_equal(request_param(&r, "b"), "c d e");
	assert_string_equal(request_param(&r, "q"), "žluť");
	assert_string_equal(request_param(&r, "empty"), "");
	assert_null(request_param(&r, "c"));
}

static void what_is_not_text_is_refused(void **state)
{
	(void)state;
	struct req r;
	static const char *const bad[] = { "/%", "/%4", "/%zz", "/%00", "/a%00b", "/%ff%fe", "/%c0%af", "/%ed%a0%80", "/?q=%00", "/?q=%ff", "/?%ff=1",
					   "nastenka", "http://x/", "/a%2fb", "/a%2Fb", "/%01", "*" };
	for (size_t i = 0; i < COUNT(bad); i++)
		if (gets(&r, bad[i]) != 400)
			fail_msg("%s was read", bad[i]);
}

static void too_long_is_refused(void **state)
{
	(void)state;
	struct req r;
	char *path = talloc_asprintf(mem, "/%*s", REQUEST_PATH_MAX, ""), *query = talloc_asprintf(mem, "/?q=%*s", REQUEST_QUERY_MAX, ""), *many = talloc_strdup(mem, "/?");
	memset(path + 1, 'a', REQUEST_PATH_MAX);
	memset(query + 4, 'a', REQUEST_QUERY_MAX);
	for (int i = 0; i <= REQUEST_PARAMS_MAX; i++)
		many = talloc_strdup_append(many, "a&");
	assert_int_equal(gets(&r, path), 414);
	assert_int_equal(gets(&r, query), 414);
	assert_int_equal(gets(&r, many), 400);
	assert_int_equal(posts(&r, "1048577", FORM_TYPE, ""), 413);
	assert_int_equal(posts(&r, "99999999999999999999", FORM_TYPE, ""), 400);
}

static void body_is_a_form_of_the_announced_length(void **state)
{
	(void)state;
	struct req r;
	assert_int_equal(posts(&r, "14", FORM_TYPE, "a=1&b=%C4%8Daj"), 0);
	assert_string_equal(param_value(r.form, "b"), "čaj");
	assert_int_equal(posts(&r, "15", FORM_TYPE, "a=1&b=%C4%8Daj"), 400);
	assert_int_equal(posts(&r, "-1", FORM_TYPE, "a=1"), 400);
	assert_int_equal(posts(&r, "+3", FORM_TYPE, "a=1"), 400);
	assert_int_equal(posts(&r, "3x", FORM_TYPE, "a=1"), 400);
	assert_int_equal(posts(&r, "3", "text/plain", "a=1"), 415);
	assert_int_equal(posts(&r, "3", NULL, "a=1"), 415);
	assert_int_equal(posts(&r, NULL, NULL, ""), 0);
}

static void cookies_are_found_by_name(void **state)
{
	(void)state;
	struct req r;
	assert_int_equal(reads(&r, (struct given){ .method = "GET", .uri = "/", .cookie = "a=1; __Host-s=x=y;jazyk=en; broken; =z" }), 0);
	assert_string_equal(param_value(r.cookies, "a"), "1");
	assert_string_equal(param_value(r.cookies, "__Host-s"), "x=y");
	assert_string_equal(param_value(r.cookies, "jazyk"), "en");
	assert_null(param_value(r.cookies, "broken"));
}

static void the_site_may_live_in_a_folder(void **state)
{
	(void)state;
	struct req r = { .mem = mem };
	struct given given = { .method = "GET", .uri = "/sousede/kadan" };
	conf.root = "/sousede";
	assert_int_equal(request_read(&r, &(struct gateway){ given_variable, given_read, &given }), 0);
	assert_string_equal(r.path, "/kadan");
	given.uri = "/sousede";
	assert_int_equal(request_read(&r, &(struct gateway){ given_variable, given_read, &given }), 0);
	assert_string_equal(r.path, "/");
	given.uri = "/sousedeni";
	assert_int_equal(request_read(&r, &(struct gateway){ given_variable, given_read, &given }), 0);
	assert_string_equal(r.path, "/sousedeni");
}

struct wanted {
	const char *method, *uri;
	int status;
	const char *page, *suffix, *town, *word;
	int64_t number;
	const char *tail;
};

static void check_route(const struct wanted *w)
{
	struct req r;
	assert_int_equal(reads(&r, (struct given){ .method = w->method, .uri = w->uri, .body = "" }), 0);
	int status = route_find(&r, routes);
	if (status != w->status)
		fail_msg("%s %s gave %d, not %d", w->method, w->uri, status, w->status);
	if (status)
		return;
	assert_string_equal(r.route->page, w->page);
	assert_string_equal(r.suffix, w->suffix);
	assert_string_equal(r.town.slug ? r.town.slug : "", w->town);
	assert_string_equal(r.word ? r.word : "", w->word);
	assert_int_equal(r.number, w->number);
	assert_string_equal(r.tail, w->tail);
}

static void paths_find_their_row(void **state)
{
	(void)state;
	static const struct wanted table[] = {
		{ "GET", "/", 0, "front", "", "", "", 0, "" },
		{ "GET", "/kadan/nastenka", 0, "list", "", "kadan", "", 0, "" },
		{ "GET", "/kadan/nastenka.rss", 0, "list", "rss", "kadan", "", 0, "" },
		{ "GET", "/kadan/nastenka.xml?strana=2", 0, "list", "xml", "kadan", "", 0, "" },
		{ "HEAD", "/kadan/nastenka.jsonld", 0, "list", "jsonld", "kadan", "", 0, "" },
		{ "GET", "/kadan/nastenka/12", 0, "show", "", "kadan", "", 12, "" },
		{ "GET", "/kadan/nastenka/12-zamer-2", 0, "show", "", "kadan", "", 12, "-zamer-2" },
		{ "GET", "/kadan/nastenka/12-zamer.rss", 0, "show", "rss", "kadan", "", 12, "-zamer" },
		{ "GET", "/kraj/vysocina.opml", 0, "region", "opml", "", "vysocina", 0, "" },
		{ "POST", "/kadan/nastenka", 0, "post", "", "kadan", "", 0, "" },
		{ "POST", "/kadan/nastenka/12", .status = 405 }, { "DELETE", "/", .status = 405 }, { "FOO", "/kadan/nastenka", .status = 405 },
		{ "GET", "/kadan/nastenka/012", .status = 404 }, { "GET", "/kadan/nastenka/12x", .status = 404 }, { "GET", "/kadan/nastenka/x", .status = 404 },
		{ "GET", "/kadan/nastenka/12345678901234567890", .status = 404 }, { "GET", "/kadan/nastenka/12-Velk%C3%A9", .status = 404 },
		{ "GET", "/kadan/nastenka.opml", .status = 404 }, { "GET", "/kadan/nastenka.php", .status = 404 }, { "GET", "/kadan/nastenka/12.ics", .status = 404 },
		{ "GET", "/Kadan/nastenka", .status = 404 }, { "GET", "//nastenka", .status = 404 }, { "GET", "/kadan//nastenka", .status = 404 },
		{ "GET", "/kadan/nastenka/12/3", .status = 404 }, { "GET", "/..%5cetc/nastenka", .status = 404 }, { "GET", "/.rss", .status = 404 },
	};
	for (size_t i = 0; i < COUNT(table); i++)
		check_route(&table[i]);
}

static bool not_modified(const char *if_none_match, const char *if_modified_since)
{
	struct req r = { .mem = mem, .suffix = "rss", .lang = "cs", .if_none_match = if_none_match, .if_modified_since = if_modified_since };
	r.page = xmlNewNode(NULL, (const xmlChar *)"page");
	bool same = unchanged(&r, 42, 1763625120);
	xmlFreeNode(r.page);
	return same;
}

static void unchanged_follows_rfc_9110(void **state)
{
	(void)state;
	setenv("SOUSEDE_NOW", "2026-11-22T08:32:00+01:00", 1);
	time_open();
	time_tick();
	assert_true(not_modified("W/\"r42--cs\"", NULL));
	assert_true(not_modified("\"r42--cs\"", NULL));
	assert_true(not_modified("W/\"x\", W/\"r42--cs\"", NULL));
	assert_true(not_modified("W/\"r42--cs-gzip\"", NULL));
	assert_true(not_modified("\"r42--cs-br\"", NULL));
	assert_true(not_modified("*", NULL));
	assert_false(not_modified("W/\"r41--cs\"", NULL));
	assert_false(not_modified("W/\"r42--cs-zip\"", NULL));
	assert_false(not_modified("W/\"r42--cs", NULL));
	assert_false(not_modified("r42--cs", NULL));
	assert_true(not_modified(NULL, "Thu, 20 Nov 2025 07:52:00 GMT"));
	assert_true(not_modified(NULL, "Fri, 21 Nov 2025 07:52:00 GMT"));
	assert_false(not_modified(NULL, "Thu, 20 Nov 2025 07:51:59 GMT"));
	assert_false(not_modified(NULL, "yesterday"));
	assert_false(not_modified("\"other\"", "Fri, 21 Nov 2025 07:52:00 GMT"));
	assert_false(not_modified(NULL, NULL));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(path_is_decoded_once),
	cmocka_unit_test(what_is_not_text_is_refused),
	cmocka_unit_test(too_long_is_refused),
	cmocka_unit_test(body_is_a_form_of_the_announced_length),
	cmocka_unit_test(cookies_are_found_by_name),
	cmocka_unit_test(the_site_may_live_in_a_folder),
	cmocka_unit_test(paths_find_their_row),
	cmocka_unit_test(unchanged_follows_rfc_9110),
};

UNIT_MAIN(tests)
