/*
 * A message as RFC 5322 and MIME want it. Written here and not by curl_mime, because the same bytes must go to a server, to a folder and again to the
 * server after a crash: boundary, date and Message-ID come from the row.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/outbox.h"
#include "../web/panic.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "letter.h"

enum { LINE_MAX_QP = 75, WORD_BYTES = 42, MARK_BYTES = 5 };
static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char hex[] = "0123456789ABCDEF";

/* ---- encodings ---- */

static bool ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || (unsigned char)*text > '~')
			return false;
	return true;
}

static char *encoded_word(char *out, const unsigned char *bytes, size_t length)
{
	out = talloc_strdup_append_buffer(out, "=?UTF-8?B?");
	for (size_t i = 0; i < length; i += 3) {
		size_t n = length - i < 3 ? length - i : 3;
		unsigned three = (unsigned)bytes[i] << 16 | (n > 1 ? (unsigned)bytes[i + 1] << 8 : 0) | (n > 2 ? bytes[i + 2] : 0);
		char four[4] = { base64[three >> 18], base64[three >> 12 & 63], n > 1 ? base64[three >> 6 & 63] : '=', n > 2 ? base64[three & 63] : '=' };

		out = talloc_strndup_append_buffer(out, four, 4);
	}
	return talloc_strdup_append_buffer(out, "?=");
}

/* Text of a header (RFC 2047): as it is when plain, else words that never split a character. Control characters cannot be in either. */
static char *add_header_text(char *out, const char *text)
{
	if (ascii(text) && strlen(text) < 60 && !strstr(text, "=?"))
		return talloc_strdup_append_buffer(out, text);
	while (*text) {
		size_t n = strlen(text);

		for (n = n < WORD_BYTES ? n : WORD_BYTES; ((unsigned char)text[n] & 0xC0) == 0x80; n--)
			;
		out = encoded_word(out, (const unsigned char *)text, n);
		text += n;
		if (*text)
			out = talloc_strdup_append_buffer(out, "\r\n ");
	}
	return out;
}

/* A name before an address: quoted, or encoded. */
static char *add_name(char *out, const char *name)
{
	if (!ascii(name) || strpbrk(name, "\"\\"))
		return add_header_text(out, name);
	return talloc_asprintf_append_buffer(out, "\"%s\"", name);
}

/* Quoted-printable (RFC 2045 6.7): lines of at most 76, line ends are CRLF, no space at their end. */
static char *add_quoted(char *out, const char *text)
{
	char *made = must(talloc_array(out, char, (unsigned)strlen(text) * 4 + 4)), *to = made;
	int column = 0;

	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		bool end = !c[1] || c[1] == '\n', plain = (*c > ' ' && *c <= '~' && *c != '=') || ((*c == ' ' || *c == '\t') && !end);

		if (*c == '\n') {
			*to++ = '\r', *to++ = '\n', column = 0;
			continue;
		}
		if (column + (plain ? 1 : 3) > LINE_MAX_QP && !(end && column + (plain ? 1 : 3) <= LINE_MAX_QP + 1))
			*to++ = '=', *to++ = '\r', *to++ = '\n', column = 0;
		if (plain)
			*to++ = (char)*c;
		else
			*to++ = '=', *to++ = hex[*c >> 4], *to++ = hex[*c & 15];
		column += plain ? 1 : 3;
	}
	out = talloc_strndup_append_buffer(out, made, (size_t)(to - made));
	talloc_free(made);
	return out;
}

/* ---- bounces ---- */

static const char *mark_of(const void *mem, int64_t id)
{
	unsigned char hash[SEAL_BYTES];

	seal_index(hash, "bounce", talloc_asprintf(mem, "%" PRId64, id));
	return text_hex(mem, hash, MARK_BYTES);
}

const char *mime_return_path(const void *mem, int64_t id)
{
	const char *at = strchr(conf.mail_bounce, '@');

	if (!at)
		return conf.mail_from;
	return talloc_asprintf(mem, "%.*s+%" PRId64 "-%s%s", (int)(at - conf.mail_bounce), conf.mail_bounce, id, mark_of(mem, id), at);
}

int64_t mime_returned(const void *mem, const char *address)
{
	const char *plus = strrchr(address, '+');
	int64_t id = plus ? strtoll(plus + 1, NULL, 10) : 0;

	return id > 0 && *conf.mail_bounce && !strcasecmp(address, mime_return_path(mem, id)) ? id : 0;
}

/* ---- answers ---- */

const char *mime_reply_address(const void *mem, const char *word)
{
	const char *at = strchr(conf.mail_bounce, '@');

	return talloc_asprintf(mem, "%.*s+%s%s", (int)(at - conf.mail_bounce), conf.mail_bounce, word, at);
}

const char *mime_reply_word(const void *mem, const char *line)
{
	for (const char *at = *conf.mail_bounce ? strchr(line, '@') : NULL; at; at = strchr(at + 1, '@')) {
		const char *plus = at, *word;

		while (plus > line && plus[-1] != '+' && !strchr(" \t<>,;:\"()", plus[-1]))
			plus--;
		word = talloc_strndup(mem, plus, (size_t)(at - plus));
		if (plus > line && plus[-1] == '+' && strcasestr(line, mime_reply_address(mem, word)))
			return word;
	}
	return NULL;
}

/* ---- the message ---- */

/* RFC 5322 3.3, in UTC. */
static const char *date_of(const void *mem, time_t t)
{
	const char *http = time_http(mem, t);

	return talloc_asprintf(mem, "%.*s +0000", (int)(strlen(http) - strlen(" GMT")), http);
}

/* One click and nothing else comes (RFC 8058), for what people ordered and may stop. */
static char *add_unsubscribe(char *out, const struct letter *letter)
{
	const char *link = outbox_value(out, letter->detail, "unsubscribe");

	if (!link || !ascii(link) || strpbrk(link, " <>"))
		return out;
	return talloc_asprintf_append_buffer(out, "List-Unsubscribe: <%s>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", link);
}

static char *add_headers(char *out, const struct letter *letter)
{
	out = add_name(talloc_strdup_append_buffer(out, "From: "), *conf.operator_name ? conf.operator_name : conf.host);
	out = talloc_asprintf_append_buffer(out, " <%s>\r\nTo: <%s>\r\nSubject: ", conf.mail_from, letter->to);
	out = add_header_text(out, letter->subject);
	out = talloc_asprintf_append_buffer(out, "\r\nDate: %s\r\nMessage-ID: <%s>\r\n", date_of(out, letter->created), letter->message_id);
	out = talloc_asprintf_append_buffer(out, "Auto-Submitted: auto-generated\r\nContent-Language: %s\r\n", letter->lang);
	const char *reply = outbox_value(out, letter->detail, "reply");
	if (reply && *conf.mail_bounce)
		out = talloc_asprintf_append_buffer(out, "Reply-To: <%s>\r\n", mime_reply_address(out, reply));
	else if (*conf.contact && strcmp(conf.contact, conf.mail_from))
		out = talloc_asprintf_append_buffer(out, "Reply-To: <%s>\r\n", conf.contact);
	return add_unsubscribe(out, letter);
}

static char *add_part(char *out, const char *boundary, const char *type, const char *text)
{
	out = talloc_asprintf_append_buffer(out, "--%s\r\nContent-Type: %s; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", boundary, type);
	return talloc_strdup_append_buffer(add_quoted(out, text), "\r\n");
}

const char *mime_message(const void *mem, const struct letter *letter, size_t *length)
{
	const char *boundary = talloc_asprintf(mem, "=_%s", mark_of(mem, letter->id));
	char *out = add_headers(must(talloc_strdup(mem, "")), letter);

	out = talloc_asprintf_append_buffer(out, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"%s\"\r\n\r\n", boundary);
	out = add_part(out, boundary, "text/plain", letter->text);
	out = add_part(out, boundary, "text/html", letter->html);
	out = must(talloc_asprintf_append_buffer(out, "--%s--\r\n", boundary));
	*length = strlen(out);
	return out;
}
