/* Delivery reports: whatever comes back, only an address that we made names a letter. MARK in the input stands for the one of letter 7. */
#include "keyed.h"
#include "mail/letter.h"
#include "web/route.h"
#include "web/text.h"

FUZZ_START(keyed(); conf_set("mail", "from", "posta@a.example"); conf_set("mail", "bounce", "zpet@a.example");)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	struct bounce r = { 0 };
	const char *ours = mime_return_path(mem, 7), *text = talloc_strndup(mem, (const char *)data, size), *at = strstr(text, "MARK");
	char *message = at ? talloc_asprintf(mem, "%.*s%s%s", (int)(at - text), text, ours, at + 4) : talloc_strdup(mem, text);
	const char *whole = talloc_strdup(mem, message);
	bounce_read(mem, &r, message);
	expect(!r.id || strcasestr(whole, mime_return_path(mem, r.id)));
	expect(strspn(r.status, "0123456789.") == strlen(r.status));
	talloc_free(mem);
	return 0;
}
