/* Text on its way in and out: percent-encoding, hex digits, the lines of iCalendar. */
#include <inttypes.h>
#include <ctype.h>
#include <string.h>
#include <talloc.h>
#include "panic.h"
#include "text.h"

static char *room(const void *mem, size_t bytes)
{
	return must(talloc_size(mem, bytes));
}

const char *text_fold_lines(const void *mem, const char *text)
{
	enum { LINE = 75 };
	size_t length = strlen(text), lines = 1;
	for (const char *p = text; *p; p++)
		lines += *p == '\n';
	/* Each line grows by CR LF at most, each fold by three bytes, and a folded line carries at least 71. */
	char *made = room(mem, length + 2 * lines + 3 * (length / (LINE - 4)) + 3), *out = made;
	size_t used = 0;
	while (*text) {
		size_t n = 1;
		while ((text[n] & 0xc0) == 0x80)
			n++;
		if (*text == '\n') {
			out = stpcpy(out, "\r\n");
			used = 0;
		} else if (*text != '\r') {
			if (used + n > LINE) {
				out = stpcpy(out, "\r\n ");
				used = 1;
			}
			out = (char *)memcpy(out, text, n) + n;
			used += n;
		}
		text += n;
	}
	if (used)
		out = stpcpy(out, "\r\n");
	*out = '\0';
	return made;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool text_unescape(char *text, bool plus)
{
	char *out = text;
	for (; *text; text++) {
		if (*text != '%') {
			*out++ = plus && *text == '+' ? ' ' : *text;
			continue;
		}
		int high = hex_digit(text[1]), low = high < 0 ? -1 : hex_digit(text[2]);
		if (low < 0 || !(high | low))
			return false;
		*out++ = (char)(high << 4 | low);
		text += 2;
	}
	*out = '\0';
	return true;
}

const char *text_escape(const void *mem, const char *text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *made = room(mem, 3 * strlen(text) + 1), *out = made;
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c < 0x80 && (isalnum(c) || strchr("-._~", c))) {
			*out++ = (char)c;
		} else {
			*out++ = '%';
			*out++ = digits[c >> 4];
			*out++ = digits[c & 15];
		}
	}
	*out = '\0';
	return made;
}

const char *text_hex(const void *mem, const void *bytes, size_t length)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *p = bytes;
	char *made = room(mem, 2 * length + 1), *out = made;
	for (size_t i = 0; i < length; i++) {
		*out++ = digits[p[i] >> 4];
		*out++ = digits[p[i] & 15];
	}
	*out = '\0';
	return made;
}

/* Lower case only: what names one thing has one spelling. */
static int hex_value(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

bool text_unhex(unsigned char *out, size_t length, const char *hex)
{
	if (!hex || strlen(hex) != 2 * length)
		return false;
	for (size_t i = 0; i < length; i++) {
		int high = hex_value(hex[2 * i]), low = hex_value(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		out[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

const char *text_words(const void *mem, const char *const *words, int64_t bits)
{
	char *out = talloc_strdup(mem, "");
	for (int i = 0; words[i]; i++)
		if (bits >> i & 1)
			out = talloc_asprintf_append(out, "%s%s", *out ? "," : "", words[i]);
	return out;
}

const char *text_number(const void *mem, int64_t n)
{
	return talloc_asprintf(mem, "%" PRId64, n);
}
