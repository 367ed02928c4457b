/* The same SELECT through libxml2 and a small sheet, with nothing around it: no layout, session, languages, dates, checks. */
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <string.h>
#include "peer.h"
#include "rows.h"

static xmlDoc *document(void)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *page = xmlNewDocRawNode(doc, NULL, (const xmlChar *)"page", NULL);
	xmlDocSetRootElement(doc, page);
	while (rows_next()) {
		xmlNode *item = xmlNewTextChild(page, NULL, (const xmlChar *)"item", NULL);
		for (unsigned i = 0; i < columns; i++) {
			const char *name = strrchr(names[i], '/') ? strrchr(names[i], '/') + 1 : names[i];
			if (cells[i].is_null_value)
				continue;
			if (*name == '@')
				xmlSetProp(item, (const xmlChar *)name + 1, (const xmlChar *)texts[i]);
			else
				xmlNewTextChild(item, NULL, (const xmlChar *)(*name == '.' ? "category" : name), (const xmlChar *)texts[i]);
		}
	}
	return doc;
}

int main(int argc, char **argv)
{
	FCGX_Request request;
	if (argc < 2)
		return 64;
	peer_listen(argv[1]);
	rows_open();
	xsltStylesheet *sheet = xsltParseStylesheetFile((const xmlChar *)getenv("BENCH_SHEET"));
	FCGX_InitRequest(&request, 0, 0);
	while (FCGX_Accept_r(&request) >= 0) {
		xmlChar *bytes;
		int length;
		rows_ask();
		xmlDoc *doc = document(), *result = xsltApplyStylesheet(sheet, doc, NULL);
		xsltSaveResultToString(&bytes, &length, result, sheet);
		FCGX_FPrintF(request.out, "Content-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n", length);
		FCGX_PutStr((const char *)bytes, length, request.out);
		FCGX_Finish_r(&request);
		xmlFree(bytes);
		xmlFreeDoc(result);
		xmlFreeDoc(doc);
	}
	return 0;
}
