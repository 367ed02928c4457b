/* Header fields, one a line: Accept-Language, If-None-Match, If-Modified-Since, Origin, Sec-Fetch-Site; then what they decide. */
#include "ask.h"
#include "web/conf.h"
#include "web/seal.h"
#include "web/web.h"

const struct route routes[] = { { 0 } };

FUZZ_START(conf_set("site", "base", "https://a.example"); seal_open(); time_open(); setenv("SOUSEDE_NOW", "2026-11-22T08:32:00Z", 1);)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	int status;
	struct asked a = { .names = { "HTTP_ACCEPT_LANGUAGE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_ORIGIN", "HTTP_SEC_FETCH_SITE", "REQUEST_URI" } };
	char *line = talloc_strndup(mem, (const char *)data, size);
	a.values[5] = "/kadan.rss";
	for (size_t i = 0; i < 5 && line; i++)
		a.values[i] = strsep(&line, "\n");
	struct req *r = asked_request(mem, &a, &status);
	expect(!status);
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	r->page = xmlNewDocRawNode(doc, NULL, (const xmlChar *)"page", NULL);
	xmlDocSetRootElement(doc, r->page);
	r->suffix = "rss";
	bool same = unchanged(r, 7, 1700000000);
	/* A tag that is not ours brings the page. */
	expect(!same || !r->if_none_match || strstr(r->if_none_match, "r7-") || strchr(r->if_none_match, '*'));
	session_genuine(r);
	xmlFreeDoc(doc);
	talloc_free(mem);
	return 0;
}
