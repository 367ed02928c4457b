/* Addresses as they are compared: one form for each, and nothing that is no address. */
#include "unit.h"
#include "web/contact.h"

static const struct {
	const char *kind, *typed, *wanted;
} cases[] = {
	{ "mail", "jana@example.cz", "jana@example.cz" },
	{ "mail", "Jana.NOVA@Example.CZ", "jana.nova@example.cz" },
	{ "mail", "jana+obec@example.cz", "jana+obec@example.cz" },
	{ "mail", "jana@příklad.cz", "jana@xn--pklad-zsa96e.cz" },
	{ "mail", "jana@PŘÍKLAD.cz", "jana@xn--pklad-zsa96e.cz" },
	{ "mail", "jana@xn--pklad-zsa96e.cz", "jana@xn--pklad-zsa96e.cz" },
	/* Beyond ASCII before the @ is nobody's: josé and jose must never be one. */
	{ "mail", "josé@example.cz", NULL },
	{ "mail", "\u212Aarel@example.cz", NULL },
	{ "mail", "mıke@example.cz", NULL },
	{ "mail", "", NULL },
	{ "mail", "@", NULL },
	{ "mail", "jana", NULL },
	{ "mail", "jana@", NULL },
	{ "mail", "@example.cz", NULL },
	{ "mail", "jana@example", NULL },
	{ "mail", "jana@.cz", NULL },
	{ "mail", "jana@example.c", NULL },
	{ "mail", "jana@ex ample.cz", NULL },
	{ "mail", "ja na@example.cz", NULL },
	{ "mail", "jana@karel@example.cz", NULL },
	{ "mail", ".jana@example.cz", NULL },
	{ "mail", "jana.@example.cz", NULL },
	{ "mail", "ja..na@example.cz", NULL },
	{ "mail", "jana@example.cz\nBcc: x@y.cz", NULL },
	{ "mail", "jana@-example.cz", NULL },
	{ "mail", "\"jana\"@example.cz", NULL },
	{ "phone", "777123456", "+420777123456" },
	{ "phone", "777 123 456", "+420777123456" },
	{ "phone", "+420 777-123-456", "+420777123456" },
	{ "phone", "00420777123456", "+420777123456" },
	{ "phone", "777\u00a0123\u00a0456", "+420777123456" },
	{ "phone", "(777) 123.456", "+420777123456" },
	{ "phone", "+380 44 123 4567", "+380441234567" },
	{ "phone", "00421 905 123 456", "+421905123456" },
	{ "phone", "", NULL },
	{ "phone", "+", NULL },
	{ "phone", "77712345", NULL },
	{ "phone", "7771234567", NULL },
	{ "phone", "112345678", NULL },
	{ "phone", "+42077712345", NULL },
	{ "phone", "+4207771234567", NULL },
	{ "phone", "+0123456789", NULL },
	{ "phone", "777 123 45x", NULL },
	{ "phone", "+1234567890123456", NULL },
};

static void each_address_has_one_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *got = contact_normalise(mem, cases[i].kind, cases[i].typed);
		if (!got != !cases[i].wanted || (got && strcmp(got, cases[i].wanted)))
			fail_msg("%s '%s': %s", cases[i].kind, cases[i].typed, got ? got : "none");
		/* The form is its own form. */
		if (got)
			assert_string_equal(contact_normalise(mem, cases[i].kind, got), got);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(each_address_has_one_form),
};
UNIT_MAIN(tests)
