/* Text: checks, forms and cuts of UTF-8. Its encodings are in textcode.c, Czech typography in typography.c. */
#include "text.h"
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <utf8proc.h>
#include "panic.h"

enum { PRIVATE_FIRST = 0xe000, PRIVATE_LAST = 0xe00f, FIRST_MARK = 0x300, BOM = 0xfeff };

static char *room(const void *mem, size_t bytes)
{
	return must(talloc_size(mem, bytes));
}

/* Bytes of the character at p and the character; n < 1 when it is not UTF-8. */
static utf8proc_ssize_t step(const char *p, size_t left, utf8proc_int32_t *c)
{
	return utf8proc_iterate((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)left, c);
}

static bool allowed(utf8proc_int32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return c != 0xfffe && c != 0xffff;
}

bool text_valid(const char *text, size_t length)
{
	while (length) {
		utf8proc_int32_t c = (unsigned char)*text;
		utf8proc_ssize_t n = c < 0x80 ? 1 : step(text, length, &c);
		if (n < 1 || !allowed(c))
			return false;
		text += n;
		length -= (size_t)n;
	}
	return true;
}

const char *text_clean(const void *mem, const char *bytes, size_t length)
{
	/* U+FFFD takes three bytes where one was wrong. */
	char *clean = room(mem, 3 * length + 1), *out = clean;
	while (length) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = step(bytes, length, &c);
		if (n < 1) {
			out = (char *)memcpy(out, "\xef\xbf\xbd", 3) + 3;
			n = 1;
		} else if (allowed(c) && !(c >= PRIVATE_FIRST && c <= PRIVATE_LAST)) {
			out = (char *)memcpy(out, bytes, (size_t)n) + n;
		}
		bytes += n;
		length -= (size_t)n;
	}
	*out++ = '\0';
	return must(talloc_realloc_size(mem, clean, (size_t)(out - clean)));
}

/* A character that means nothing at the end of a text. */
static bool blank(utf8proc_int32_t c)
{
	if (c < 0x80)
		return c == ' ' || c == '\t' || c == '\n' || c == '\r';
	utf8proc_category_t is = utf8proc_category(c);
	return is == UTF8PROC_CATEGORY_ZS || is == UTF8PROC_CATEGORY_ZL || is == UTF8PROC_CATEGORY_ZP || c == BOM || c == 0x200b;
}

/* Copies without private marks and with plain line ends, from the first to the last character that is not blank. *plain: NFC without asking further. */
static char *trimmed(const void *mem, const char *text, bool *plain)
{
	size_t left = strlen(text);
	char *copy = room(mem, left + 1), *out = copy, *end = copy;
	*plain = true;
	while (left) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = step(text, left, &c);
		if (n < 1)
			panic("text is not UTF-8");
		bool crlf = c == '\r' && text[1] == '\n';
		bool dropped = crlf || (c >= PRIVATE_FIRST && c <= PRIVATE_LAST) || (out == copy && blank(c));
		if (!dropped) {
			memcpy(out, c == '\r' ? "\n" : text, (size_t)n);
			out += n;
			*plain = *plain && c < FIRST_MARK;
			end = blank(c) ? end : out;
		}
		text += n;
		left -= (size_t)n;
	}
	*end = '\0';
	return copy;
}

static char *mapped(const void *mem, const char *text, utf8proc_option_t options)
{
	utf8proc_uint8_t *made = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, 0, &made, UTF8PROC_NULLTERM | UTF8PROC_STABLE | options);
	if (n < 0)
		panic("%s", utf8proc_errmsg(n));
	char *copy = must(talloc_strdup(mem, (const char *)made));
	free(made);
	return copy;
}

const char *text_normalise(const void *mem, const char *text)
{
	bool plain;
	char *copy = trimmed(mem, text, &plain);
	if (plain)
		return copy;
	const char *composed = mapped(mem, copy, UTF8PROC_COMPOSE);
	talloc_free(copy);
	return composed;
}

size_t text_length(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

/* Letters that Unicode does not take apart. */
static const char *unlike(utf8proc_int32_t c)
{
	static const struct {
		utf8proc_int32_t letter;
		const char *plain;
	} letters[] = { { 0x142, "l" }, { 0x111, "d" }, { 0xf8, "o" },  { 0xe6, "ae" }, { 0x153, "oe" },
			{ 0xf0, "d" },  { 0xfe, "th" }, { 0x131, "i" }, { 0x127, "h" } };
	for (size_t i = 0; c > 0x7f && i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == c)
			return letters[i].plain;
	return NULL;
}

static const char *unaccented(utf8proc_int32_t c)
{
	static const struct {
		utf8proc_int32_t sign;
		const char *plain;
	} signs[] = { { 0x2013, "-" }, { 0x2014, "-" }, { 0x2212, "-" }, { 0x2010, "-" },  { 0x2011, "-" }, { 0x201e, "\"" },
		      { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201a, "'" }, { 0x2018, "'" }, { 0x2019, "'" }, { 0x141, "L" }, { 0xd8, "O" } };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].sign == c)
			return signs[i].plain;
	return unlike(c);
}

const char *text_unaccented(const void *mem, const char *text)
{
	char *bare = mapped(mem, text, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK), *out = must(talloc_strdup(mem, ""));
	for (const char *p = bare; *p;) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = step(p, strlen(p), &c);
		const char *plain = c < 0x80 ? NULL : unaccented(c);
		if (c >= 0x80 && !plain)
			return NULL;
		out = must(plain ? talloc_strdup_append_buffer(out, plain) : talloc_strndup_append_buffer(out, p, (size_t)n));
		p += n;
	}
	talloc_free(bare);
	return out;
}

static bool letter_or_digit(utf8proc_int32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	utf8proc_category_t is = utf8proc_category(c);
	return (is >= UTF8PROC_CATEGORY_LU && is <= UTF8PROC_CATEGORY_LO) || is == UTF8PROC_CATEGORY_ND;
}

static char *fold(const void *mem, const char *text)
{
	char *decomposed = mapped(NULL, text, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
	const char *p = decomposed;
	size_t left = strlen(p);
	/* No letter of the table grows; a space stands for at least a byte. */
	char *folded = room(mem, left + 1), *out = folded;
	bool gap = false;
	while (left) {
		utf8proc_int32_t c;
		utf8proc_ssize_t n = step(p, left, &c);
		bool word = letter_or_digit(c);
		if (word && gap && out > folded)
			*out++ = ' ';
		gap = !word;
		const char *plain = word ? unlike(c) : NULL;
		if (plain)
			out = stpcpy(out, plain);
		else if (word)
			out = (char *)memcpy(out, p, (size_t)n) + n;
		p += n;
		left -= (size_t)n;
	}
	*out = '\0';
	talloc_free(decomposed);
	return folded;
}

const char *text_fold(const void *mem, const char *text)
{
	return fold(mem, text);
}

const char *text_slug(const void *mem, const char *text, size_t max)
{
	char *folded = fold(NULL, text);
	char *slug = room(mem, strlen(folded) + 1), *out = slug, *hyphen = slug;
	bool gap = false;
	for (const char *p = folded; *p; p++) {
		bool kept = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
		if (kept && gap && out > slug) {
			hyphen = out;
			*out++ = '-';
		}
		if (kept && (size_t)(out - slug) >= max) {
			out = hyphen > slug ? hyphen : slug + max;
			break;
		}
		if (kept)
			*out++ = *p;
		gap = !kept;
	}
	*out = '\0';
	talloc_free(folded);
	return slug;
}

/* The character after the one at p. */
static char *after(const char *text)
{
	char *p = (char *)(uintptr_t)text;
	if (*p)
		p++;
	while ((*p & 0xc0) == 0x80)
		p++;
	return p;
}

/* Characters no cut text should end with. */
static bool dangling(utf8proc_int32_t c)
{
	return blank(c) || (c < 0x80 && strchr(".,;:-(", c)) || c == 0x2013 || c == 0x201e;
}

/* Does a sentence end before p, where white space stands? A full stop after a short word or a number is more likely an abbreviation or a date. */
static bool sentence_ends(const char *start, const char *p)
{
	if (p == start || !strchr(".!?", p[-1]))
		return false;
	if (p[-1] != '.')
		return true;
	const char *word = p - 1;
	while (word > start && word[-1] != ' ' && !(word[-1] >= '0' && word[-1] <= '9'))
		word--;
	return p - word > 4;
}

/* White space of any length to one space. */
static char *spaced(const void *mem, const char *text)
{
	char *copy = room(mem, strlen(text) + 1), *out = copy;
	for (; *text; text++) {
		bool space = *text == ' ' || *text == '\t' || *text == '\n' || *text == '\r';
		if (!space)
			*out++ = *text;
		else if (out > copy && out[-1] != ' ')
			*out++ = ' ';
	}
	if (out > copy && out[-1] == ' ')
		out--;
	*out = '\0';
	return copy;
}

/* Where to cut so that no dangling character remains before the end. */
static char *without_dangling(char *start, char *end)
{
	while (end > start) {
		char *last = end - 1;
		while (last > start && (*last & 0xc0) == 0x80)
			last--;
		utf8proc_int32_t c;
		if (step(last, (size_t)(end - last), &c) < 1 || !dangling(c))
			break;
		end = last;
	}
	return end;
}

const char *text_excerpt(const void *mem, const char *text, size_t max)
{
	char *copy = spaced(mem, max ? text : "");
	char *word = copy, *sentence = copy, *p = copy;
	for (size_t n = 0; *p && n < max; n++) {
		if (*p == ' ' && sentence_ends(copy, p) && n >= max / 2)
			sentence = p;
		if (*p == ' ')
			word = p;
		p = after(p);
	}
	if (!*p)
		return copy;
	if (*p == ' ' && sentence_ends(copy, p))
		sentence = p;
	if (sentence > copy) {
		*sentence = '\0';
		return copy;
	}
	char *end = word;
	if (word == copy) /* one word longer than all the room */
		for (end = p - 1; end > copy && (*end & 0xc0) == 0x80;)
			end--;
	*without_dangling(copy, end) = '\0';
	return must(talloc_strdup_append(copy, "…"));
}

/* Does the character at a equal the one at b? */
static bool same(const char *a, const char *b)
{
	size_t n = (size_t)(after(a) - a);
	return n && n == (size_t)(after(b) - b) && !memcmp(a, b, n);
}

bool text_near(const char *a, const char *b)
{
	while (same(a, b)) {
		a = after(a);
		b = after(b);
	}
	const char *a1 = after(a), *b1 = after(b);
	return !strcmp(a1, b1) || !strcmp(a1, b) || !strcmp(a, b1) || (same(a, b1) && same(a1, b) && !strcmp(after(a1), after(b1)));
}

bool text_has_word(const char *words, const char *word)
{
	size_t n = strlen(word);
	for (const char *at = words; (at = strstr(at, word)); at += n)
		if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
			return true;
	return false;
}
