/* JSON strings: jansson reads back exactly what was written. */
#include "fuzz.h"
#include <jansson.h>
#include <libxml/tree.h>
#include "web/json.h"
#include "web/text.h"

FUZZ_START()

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	const char *text = text_clean(mem, (const char *)data, size);
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *map = xmlNewDocRawNode(doc, NULL, (const xmlChar *)"map", NULL);
	xmlDocSetRootElement(doc, map);
	xmlSetNs(map, xmlNewNs(map, (const xmlChar *)JSON_NAMESPACE, NULL));
	xmlNode *string = xmlNewTextChild(map, map->ns, (const xmlChar *)"string", (const xmlChar *)text);
	xmlNewProp(string, (const xmlChar *)"key", (const xmlChar *)text);

	const char *written = json_write(mem, map);
	json_t *read = json_loads(written, 0, NULL);
	expect(read && json_object_size(read) == 1);
	const char *key = json_object_iter_key(json_object_iter(read));
	expect(!strcmp(key, text) && !strcmp(json_string_value(json_object_get(read, key)), text));
	expect(!strchr(written, '<'));
	json_decref(read);
	xmlFreeDoc(doc);
	talloc_free(mem);
	return 0;
}
