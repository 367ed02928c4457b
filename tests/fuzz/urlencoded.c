/* Bodies of forms: the first line is CONTENT_LENGTH, the second CONTENT_TYPE, the rest is the body. */
#include "ask.h"
#include "web/conf.h"

FUZZ_START(conf_set("site", "base", "https://a.example");)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	int status;
	char *length = talloc_strndup(mem, (const char *)data, size), *type = strchr(length, '\n'), *body = type ? strchr(type + 1, '\n') : NULL;
	if (body) {
		*type++ = '\0';
		*body++ = '\0';
		size_t head = (size_t)(body - length);
		struct asked a = { .names = { "REQUEST_METHOD", "REQUEST_URI", "CONTENT_LENGTH", "CONTENT_TYPE" }, .values = { "POST", "/", length, type },
				   .body = (const char *)data + head, .left = size - head };
		struct req *r = asked_request(mem, &a, &status);
		expect(status == 0 || status == 400 || status == 413 || status == 415);
		if (!status)
			expect_texts(r->form);
	}
	talloc_free(mem);
	return 0;
}
