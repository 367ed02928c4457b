/* logfmt lines on stderr, each written in one piece so that workers do not mix theirs. */
#include "log.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { QUOTE_RING = 4, QUOTE_BYTES = 500, QUOTE_ROOM = 4 * QUOTE_BYTES + 3 };

static const char *program_name = "sousede";
static const char *request_id = "";

void log_open(const char *program)
{
	program_name = program;
}

void log_request(const char *id)
{
	request_id = id;
}

void log_line(const char *event, const char *format, ...)
{
	char *pairs = NULL;
	va_list args;
	va_start(args, format);
	if (vasprintf(&pairs, format, args) < 0)
		pairs = NULL;
	va_end(args);
	/* stderr has no buffer of its own: glibc makes one write of one fprintf. */
	fprintf(stderr, "at=%s program=%s%s%s%s%s\n", event, program_name, *request_id ? " req=" : "", request_id,
		pairs && *pairs ? " " : "", pairs ? pairs : "");
	free(pairs);
}

/* Characters that would end the value, the line, or move a terminal's cursor. */
static bool needs_escape(utf8proc_int32_t c)
{
	return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

static char *put_escaped(char *out, const unsigned char *bytes, utf8proc_ssize_t n)
{
	static const char digits[] = "0123456789abcdef";
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		*out++ = '\\';
		if (bytes[i] == '"' || bytes[i] == '\\') {
			*out++ = (char)bytes[i];
		} else if (bytes[i] == '\n') {
			*out++ = 'n';
		} else {
			*out++ = 'x';
			*out++ = digits[bytes[i] >> 4];
			*out++ = digits[bytes[i] & 15];
		}
	}
	return out;
}

const char *log_quote(const char *text)
{
	static char ring[QUOTE_RING][QUOTE_ROOM];
	static unsigned turn;
	char *start = ring[turn++ % QUOTE_RING], *out = start;
	const unsigned char *p = (const unsigned char *)(text ? text : "");
	size_t left = strnlen((const char *)p, QUOTE_BYTES);

	*out++ = '"';
	while (left) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = utf8proc_iterate(p, (utf8proc_ssize_t)left, &c);
		if (n < 1 || needs_escape(c)) {
			n = n < 1 ? 1 : n;
			out = put_escaped(out, p, n);
		} else {
			memcpy(out, p, (size_t)n);
			out += n;
		}
		p += n;
		left -= (size_t)n;
	}
	*out++ = '"';
	*out = '\0';
	return start;
}
