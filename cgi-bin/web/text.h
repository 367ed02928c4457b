/*
 * Text: NUL-terminated UTF-8, checked once at the edge. Results belong to the talloc context given first.
 * Unicode work is libutf8proc's. Czech typography: standards.md 4.4, ČSN 01 6910.
 */
#ifndef SOUSEDE_TEXT_H
#define SOUSEDE_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True for valid UTF-8 without NUL, C0 (but \t \n \r), U+FFFE, U+FFFF, surrogates. length in bytes. */
bool text_valid(const char *text, size_t length);

/* NFC, line ends to \n, spaces trimmed at both ends, private-use U+E000–U+E00F removed. */
const char *text_normalise(const void *mem, const char *text);

/* Characters (code points), not bytes. */
size_t text_length(const char *text);

/* Lower case without diacritics, runs of anything but letters and digits to one space: "Nová Ves (Liberec)" → "nova ves liberec". */
const char *text_fold(const void *mem, const char *text);

/* Address part: folded, hyphens for spaces, at most max bytes cut at a hyphen; "" when nothing remains. ASCII [a-z0-9-]. */
const char *text_slug(const void *mem, const char *text, size_t max);

/* First sentences of plain text within max characters, cut at a word, "…" when cut; white space to single spaces. */
const char *text_excerpt(const void *mem, const char *text, size_t max);

/* Bytes fit for XML 1.0: drops what text_valid refuses and private-use U+E000–U+E00F, replaces invalid UTF-8 by U+FFFD. For input of others (feeds). */
const char *text_clean(const void *mem, const char *bytes, size_t length);

/* Czech hard spaces: after one-letter prepositions and conjunctions, within dates and numbers, before units, after č., §, čp., initials, before a spaced dash.
 * Returns the text itself when nothing changes. */
const char *text_typography(const void *mem, const char *text);

/* iCalendar lines (RFC 5545 3.1): LF or CRLF in, CRLF out, folded at 75 octets without splitting a character. */
const char *text_fold_lines(const void *mem, const char *text);

/* Percent-decoding in place of + and %XX; false on a broken escape. plus: "+" means space (query, forms). */
bool text_unescape(char *text, bool plus);

/* Percent-encodes all but RFC 3986 unreserved characters. */
const char *text_escape(const void *mem, const char *text);

/* printf into talloc memory is talloc_asprintf; lower-case hex of bytes. */
const char *text_hex(const void *mem, const void *bytes, size_t length);

/* The other way: exactly length bytes of lower-case hex; false (and out undefined) for anything else, a null pointer too. */
bool text_unhex(unsigned char *out, size_t length, const char *hex);

/* Optimal string alignment distance ≤ 1 between two folded words or names (one letter wrong, missing, extra, or two swapped). */
bool text_near(const char *a, const char *b);

/* A whole number in digits. */
const char *text_number(const void *mem, int64_t n);

/* "kolo,auto": the words of bits, comma separated, as forms and lists in columns have them. words ends with null. */
const char *text_words(const void *mem, const char *const *words, int64_t bits);

/* True when a word stands among words parted by single spaces: a closed set as data. */
bool text_has_word(const char *words, const char *word);

/* ASCII for old telephones: letters without accents, plain quotes and dashes: "Příliš „žluťoučký“" → "Prilis "zlutoucky""; null when letters of another
 * script remain. */
const char *text_unaccented(const void *mem, const char *text);
#endif
