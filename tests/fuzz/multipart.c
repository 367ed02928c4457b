/* Bodies of forms with files: the first line is CONTENT_TYPE, the rest is the body. */
#include "ask.h"
#include "web/multipart.h"

FUZZ_START()

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	struct param *texts = NULL;
	struct upload *files = NULL;
	const uint8_t *line = memchr(data, '\n', size);
	if (line && !memchr(data, '\0', (size_t)(line - data))) {
		char *type = talloc_strndup(mem, (const char *)data, (size_t)(line - data));
		/* Where the body ends memory ends, so that a reader past it is seen. */
		size_t length = size - (size_t)(line + 1 - data);
		char *body = memcpy(talloc_size(mem, length), line + 1, length);
		multipart_read(mem, type, body, length, &texts, &files);
		expect_texts(texts);
		for (const struct upload *u = files; u; u = u->next) {
			expect(text_valid(u->name, strlen(u->name)));
			expect((const char *)u->bytes >= body && (const char *)u->bytes + u->length <= body + length && u->length);
		}
	}
	talloc_free(mem);
	return 0;
}
