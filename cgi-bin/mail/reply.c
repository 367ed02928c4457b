/*
 * What somebody wrote in answer to a letter: the first plain text of a message (MIME), as far as it is theirs. What it quotes, the signature below and the
 * lines that introduce a quotation go away. Nothing of the sender is taken over but these words.
 */
#include <ctype.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>
#include "../web/panic.h"
#include "../web/text.h"
#include "letter.h"

enum { PARTS_DEEP = 5, PARTS_MOST = 50 };

/* ---- headers ---- */

/* The value of a field, its folded lines joined; null when it is not in this head. */
static const char *header(const void *mem, const char *head, const char *name)
{
	size_t n = strlen(name);
	for (const char *line = head; line && *line && *line != '\n'; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		if (strncasecmp(line, name, n) || line[n] != ':')
			continue;
		char *value = talloc_strdup(mem, "");
		for (const char *at = line + n + 1; at; ) {
			const char *end = strchrnul(at, '\n');
			value = must(talloc_strndup_append_buffer(value, at, (size_t)(end - at)));
			at = *end && (end[1] == ' ' || end[1] == '\t') ? end + 1 : NULL;
		}
		return value + strspn(value, " \t");
	}
	return NULL;
}

/* "boundary" of "multipart/mixed; boundary="x"": null when there is none. */
static const char *parameter(const void *mem, const char *value, const char *name)
{
	const char *at = value ? strcasestr(value, name) : NULL;
	if (!at || at[strlen(name)] != '=')
		return NULL;
	at += strlen(name) + 1;
	return *at == '"' ? talloc_strndup(mem, at + 1, strcspn(at + 1, "\"")) : talloc_strndup(mem, at, strcspn(at, "; \t"));
}

static const char *body_of(const char *part)
{
	const char *blank = *part == '\n' ? part : strstr(part, "\n\n");
	return !blank ? "" : *part == '\n' ? part + 1 : blank + 2;
}

/* ---- encodings ---- */

static int hex_digit(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

static char *quoted_printable(const void *mem, const char *text)
{
	char *out = must(talloc_strdup(mem, text)), *to = out;
	for (const char *at = text; *at; at++) {
		if (*at == '=' && at[1] == '\n')
			at++;
		else if (*at == '=' && hex_digit(at[1]) >= 0 && hex_digit(at[2]) >= 0) {
			*to++ = (char)(hex_digit(at[1]) * 16 + hex_digit(at[2]));
			at += 2;
		} else
			*to++ = *at;
	}
	*to = '\0';
	return out;
}

static char *base64(const void *mem, const char *text)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *out = must(talloc_strdup(mem, text)), *to = out;
	unsigned bits = 0, count = 0;
	for (const char *at = text; *at && *at != '='; at++) {
		const char *letter = strchr(letters, *at);
		if (!letter)
			continue;
		bits = bits << 6 | (unsigned)(letter - letters);
		if (++count % 4 != 1)
			*to++ = (char)(bits >> (count % 4 == 2 ? 4 : count % 4 == 3 ? 2 : 0));
	}
	*to = '\0';
	return out;
}

static const char *as_utf8(const void *mem, const char *bytes, const char *charset)
{
	size_t left = strlen(bytes), room = left * 4 + 4;
	char *from = (char *)(uintptr_t)bytes, *out = must(talloc_zero_array(mem, char, (unsigned)room + 1)), *to = out;
	iconv_t way = charset && strcasecmp(charset, "utf-8") ? iconv_open("UTF-8", charset) : (iconv_t)-1;
	if (way == (iconv_t)-1)
		return text_clean(mem, bytes, strlen(bytes));
	iconv(way, &from, &left, &to, &room);
	iconv_close(way);
	return text_clean(mem, out, strlen(out));
}

static const char *decoded(const void *mem, const char *part)
{
	const char *way = header(mem, part, "Content-Transfer-Encoding"), *type = header(mem, part, "Content-Type"), *body = body_of(part);
	if (way && !strncasecmp(way, "quoted-printable", strlen("quoted-printable")))
		body = quoted_printable(mem, body);
	else if (way && !strncasecmp(way, "base64", strlen("base64")))
		body = base64(mem, body);
	return as_utf8(mem, body, parameter(mem, type, "charset"));
}

/* ---- parts ---- */

static const char *first_text(const void *mem, const char *part, int deep, int *parts);

static const char *first_of_several(const void *mem, const char *part, const char *boundary, int deep, int *parts)
{
	const char *line = talloc_asprintf(mem, "\n--%s", boundary), *at = strstr(part, line), *next;
	for (; at; at = next) {
		const char *begin = strchr(at + 1, '\n');
		next = begin ? strstr(begin, line) : NULL;
		if (!begin || !strncmp(at + strlen(line), "--", 2))
			return NULL;
		const char *found = first_text(mem, talloc_strndup(mem, begin + 1, next ? (size_t)(next - begin - 1) : strlen(begin + 1)), deep + 1, parts);
		if (found)
			return found;
	}
	return NULL;
}

static const char *first_text(const void *mem, const char *part, int deep, int *parts)
{
	const char *type = header(mem, part, "Content-Type"), *boundary = parameter(mem, type, "boundary"), *place = header(mem, part, "Content-Disposition");
	if (deep > PARTS_DEEP || ++*parts > PARTS_MOST || (place && !strncasecmp(place, "attachment", strlen("attachment"))))
		return NULL;
	if (type && !strncasecmp(type, "multipart/", strlen("multipart/")))
		return boundary && *boundary ? first_of_several(mem, part, boundary, deep, parts) : NULL;
	return !type || !strncasecmp(type, "text/plain", strlen("text/plain")) ? decoded(mem, part) : NULL;
}

/* ---- whose words ---- */

/* Where another letter begins below an answer, as programs of mail write it. */
static bool ends_answer(const char *line)
{
	static const char *const starts[] = { ">", "-- \n", "--\n", "-----", "_____", "From: ", "Od: ", "Von: ", "Від: ", NULL };
	for (const char *const *start = starts; *start; start++)
		if (!strncmp(line, *start, strlen(*start)))
			return true;
	return false;
}

/* "V pondělí 22. 11. napsal:" stands right above what it quotes, on one line or two. */
static size_t without_introduction(const char *text, size_t length)
{
	while (length && isspace((unsigned char)text[length - 1]))
		length--;
	if (!length || text[length - 1] != ':')
		return length;
	for (int lines = 0; length && lines < 3; lines++) {
		while (length && text[length - 1] != '\n')
			length--;
		if (length >= 2 && text[length - 2] == '\n')
			break;
		if (length)
			length--;
	}
	return length;
}

const char *reply_own(const void *mem, const char *text)
{
	const char *line = text;
	while (*line && !ends_answer(line))
		line = strchr(line, '\n') ? strchr(line, '\n') + 1 : line + strlen(line);
	size_t length = *line == '>' ? without_introduction(text, (size_t)(line - text)) : (size_t)(line - text);
	return text_normalise(mem, talloc_strndup(mem, text, length));
}

bool reply_by_machine(const void *mem, const char *message)
{
	const char *automatic = header(mem, message, "Auto-Submitted"), *bulk = header(mem, message, "Precedence"), *type = header(mem, message, "Content-Type");
	return (automatic && strncasecmp(automatic, "no", 2)) || (bulk && strncasecmp(bulk, "first", 5)) || header(mem, message, "X-Autoreply") ||
	       (type && !strncasecmp(type, "multipart/report", strlen("multipart/report")));
}

const char *reply_text(const void *mem, const char *message)
{
	int parts = 0;
	const char *text = first_text(mem, message, 0, &parts);
	return text ? reply_own(mem, text) : "";
}

const char *reply_id(const void *mem, const char *message)
{
	const char *id = header(mem, message, "Message-ID");
	return id && *id ? id : message;
}
