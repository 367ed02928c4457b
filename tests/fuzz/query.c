/* Path and query: read, routed, and judged by a table with a field of each type. */
#include "ask.h"
#include <libxml/tree.h>
#include "web/conf.h"

static const char *const words[] = { "uredni", "obec", "spolky", "krize", NULL };
static const struct field fields[] = {
	{ .name = "q", .type = FIELD_TEXT, .high = 100, .required = true },
	{ .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = 1000, .fallback = "1" },
	{ .name = "lat", .type = FIELD_DECIMAL, .low = -90, .high = 90 },
	{ .name = "archiv", .type = FIELD_CHOICE, .allowed = words },
	{ .name = "deska", .type = FIELD_SET, .allowed = words },
	{ .name = "barva", .type = FIELD_COLOUR },
	{ 0 },
};
enum { FIELDS = sizeof fields / sizeof *fields - 1 };

const struct route routes[] = {
	{ .method = GET, .path = "/", .formats = PAGE },
	{ .method = GET, .path = "/:town", .formats = LIST },
	{ .method = GET, .path = "/:town/nastenka/:id", .formats = PAGE | FEEDS },
	{ .method = GET, .path = "/:town/archiv/:word", .formats = PAGE | ATOM },
	{ .method = POST, .path = "/:town/nastenka", .formats = PAGE },
	{ 0 },
};

FUZZ_START(conf_set("site", "base", "https://a.example/p");)

static void check_values(struct req *r)
{
	struct value v[FIELDS];
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	r->page = xmlNewDocRawNode(doc, NULL, (const xmlChar *)"page", NULL);
	xmlDocSetRootElement(doc, r->page);
	bool right = form_read(r, fields, v), wrong = false;
	for (size_t i = 0; i < FIELDS; i++) {
		wrong = wrong || v[i].error;
		expect(v[i].text && text_valid(v[i].text, strlen(v[i].text)));
	}
	expect(right == !wrong);
	expect(v[0].error || (v[0].given && text_length(v[0].text) <= 100));
	expect(v[1].error || (v[1].number >= 1 && v[1].number <= 1000));
	expect(v[2].error || (v[2].decimal >= -90 && v[2].decimal <= 90));
	expect(v[3].error || (v[3].number >= -1 && v[3].number < 4));
	expect(v[4].error || (v[4].number >= 0 && v[4].number < 16));
	expect(v[5].error || (v[5].number >= 0 && v[5].number <= 0xffffff));
	xmlFreeDoc(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	int status;
	struct asked a = { .names = { "REQUEST_URI" }, .values = { talloc_strndup(mem, (const char *)data, size) } };
	struct req *r = asked_request(mem, &a, &status);
	expect(status == 0 || status == 400 || status == 414);
	if (!status) {
		expect(text_valid(r->path, strlen(r->path)) && *r->path == '/');
		expect_texts(r->params);
		status = route_find(r, routes);
		expect(status == 0 || status == 404 || status == 405);
		expect(status || (r->route->formats & route_format(r->suffix)));
		if (!status && r->town.slug)
			expect(strspn(r->town.slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(r->town.slug));
		check_values(r);
	}
	talloc_free(mem);
	return 0;
}
