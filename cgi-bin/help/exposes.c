/* What would give somebody away in a public text. People write numbers in many ways; dates, hours and sums of money stay. */
#include <ctype.h>
#include <string.h>
#include <talloc.h>
#include "help/make.h"
#include "web/text.h"

enum { PHONE_DIGITS = 9, MOST = 24 };

static bool is_digit(char c)
{
	return isdigit((unsigned char)c);
}

/* Digits in groups with one sign between them: their count, the shortest group but the last, and whether only spaces part them. */
struct run {
	size_t digits, shortest;
	bool spaces;
};

static const char *run_read(const char *at, struct run *run)
{
	*run = (struct run){ 0, MOST, true };
	for (;;) {
		size_t n = strspn(at, "0123456789");
		run->digits += n;
		run->shortest = run->shortest > n ? n : run->shortest;
		at += n;
		size_t gap = !strncmp(at, "\u00a0", 2) ? 2 : strchr(" .-/", *at) && *at ? 1 : 0;
		if (!gap || !is_digit(at[gap]))
			return at;
		run->spaces = run->spaces && (gap == 2 || *at == ' ');
		at += gap;
	}
}

/* Nine digits or more: in groups of three, or of two when only spaces part them and there are exactly as many as a number has. */
static bool has_phone(const char *text)
{
	struct run run;
	while (*(text += strcspn(text, "0123456789"))) {
		text = run_read(text, &run);
		bool exact = run.digits == PHONE_DIGITS || run.digits == PHONE_DIGITS + 3;
		if (run.digits >= PHONE_DIGITS && (run.shortest >= 3 || (run.spaces && exact && run.shortest == 2)))
			return true;
	}
	return false;
}

static bool has_mail(const char *text)
{
	for (const char *at = text; (at = strchr(at, '@')); at++)
		if (at > text && isgraph((unsigned char)at[-1]) && strchr(at, '.') && isalnum((unsigned char)at[1]))
			return true;
	return false;
}

/* "ulice Dlouhá", "ul. Dlouhá", "č. p. 12", "čp. 12" in folded words. */
static bool has_street(const char *folded)
{
	static const char *const signs[] = { " ulice ", " ulici ", " ul ", " namesti ", " nabrezi ", " trida ", " cp ", " c p ", " cislo popisne ", " вулиц", " вул ", " street ", NULL };
	for (const char *const *sign = signs; *sign; sign++) {
		const char *at = strstr(folded, *sign), *end = at ? at + strlen(*sign) : NULL;
		size_t word = end ? strcspn(end, " ") : 0;
		bool number = end && (is_digit(*end) || (end[word] && is_digit(end[word + 1])));
		if (at && (number || !strcmp(*sign, " ul ")))
			return true;
	}
	return false;
}

const char *text_exposes(const void *mem, const char *text, const char *street)
{
	const char *folded = talloc_asprintf(mem, " %s ", text_fold(mem, text));
	const char *own = street ? text_fold(mem, street) : "";
	if (has_phone(text))
		return "phone";
	if (has_mail(text))
		return "mail";
	bool repeated = strpbrk(own, "0123456789") && strstr(folded, talloc_asprintf(mem, " %s ", own));
	return repeated || has_street(folded) ? "street" : NULL;
}
