/* What people type as their mail or telephone: what comes out can stand in a header and in a command of SMTP, and is itself once more. */
#include <ctype.h>
#include "fuzz.h"
#include "web/contact.h"
#include "web/text.h"

FUZZ_START()

static void same_again(void *mem, const char *kind, const char *address)
{
	const char *again = contact_normalise(mem, kind, address);
	expect(again && !strcmp(again, address));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	const char *typed = text_clean(mem, (const char *)data, size);
	const char *mail = contact_normalise(mem, "mail", typed), *phone = contact_normalise(mem, "phone", typed);
	for (const char *c = mail; c && *c; c++)
		expect(*c > ' ' && *c < 0x7f && !isupper((unsigned char)*c) && !strchr("<>()[]\\,;:\"", *c));
	if (mail) {
		expect(strlen(mail) <= 254 && strchr(mail, '@') == strrchr(mail, '@') && *mail != '@');
		same_again(mem, "mail", mail);
	}
	if (phone) {
		expect(*phone == '+' && strspn(phone + 1, "0123456789") == strlen(phone + 1) && strlen(phone) >= 9 && strlen(phone) <= 16);
		same_again(mem, "phone", phone);
	}
	talloc_free(mem);
	return 0;
}
