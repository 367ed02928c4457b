/*
 * Czech hard spaces (ČSN 01 6910). Each space of a text is judged by the word before it and the word after it; nothing else is looked at.
 * Runs over every text of every page, so a space costs a few comparisons and an unchanged text nothing.
 */
#include <string.h>
#include <talloc.h>
#include <utf8proc.h>
#include "panic.h"
#include "text.h"

static const char nbsp[] = "\xc2\xa0";

/* A word: from, to, without the spaces around it. */
struct word {
	const char *from, *to;
};

static size_t size(struct word w)
{
	return (size_t)(w.to - w.from);
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the letter at p, 0 when no letter is there. */
static size_t letter(const char *p, bool *capital)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)p, -1, &c);
	utf8proc_category_t kind = n > 0 ? utf8proc_category(c) : UTF8PROC_CATEGORY_CN;
	*capital = kind == UTF8PROC_CATEGORY_LU;
	return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO ? (size_t)n : 0;
}

static bool capital(const char *p)
{
	bool is_capital;
	return letter(p, &is_capital) && is_capital;
}

static bool small(const char *p)
{
	bool is_capital;
	return letter(p, &is_capital) && !is_capital;
}

static bool space_at(const char *p)
{
	return *p == ' ' || *p == '\n' || *p == '\t' || !strncmp(p, nbsp, 2);
}

/* The word that ends at a space, without the brackets and quotes that open it. */
static struct word before(const char *text, const char *space)
{
	struct word w = { space, space };
	while (w.from > text && w.from[-1] != ' ' && w.from[-1] != '\n' && w.from[-1] != '\t' &&
	       !(w.from > text + 1 && !memcmp(w.from - 2, nbsp, 2)))
		w.from--;
	while (w.from < w.to) {
		if (strchr("([\"'/", *w.from))
			w.from++;
		else if (!strncmp(w.from, "„", 3) || !strncmp(w.from, "‚", 3) || !strncmp(w.from, "–", 3))
			w.from += 3;
		else
			break;
	}
	return w;
}

static struct word following(const char *space)
{
	struct word w = { space + 1, space + 1 };
	while (*w.to && !space_at(w.to))
		w.to++;
	return w;
}

static bool is(struct word w, const char *text)
{
	size_t n = strlen(text);
	return size(w) == n && !memcmp(w.from, text, n);
}

static bool any(struct word w, const char *const *list)
{
	for (; *list; list++)
		if (is(w, *list))
			return true;
	return false;
}

/* Without what may close a sentence or a bracket. */
static struct word bare(struct word w)
{
	while (w.to > w.from) {
		if (strchr(".,;:!?)]", w.to[-1]))
			w.to--;
		else if (size(w) > 3 && (!memcmp(w.to - 3, "“", 3) || !memcmp(w.to - 3, "‘", 3)))
			w.to -= 3;
		else
			break;
	}
	return w;
}

/* Number of leading digits. */
static size_t digits(struct word w)
{
	size_t n = 0;
	while (n < size(w) && digit(w.from[n]))
		n++;
	return n;
}

/* A letter and a full stop, and no more than `more` bytes after: an initial, or one letter of "č. p." and "s. r. o.". */
static bool dotted_letter(struct word w, size_t more)
{
	bool is_capital;
	size_t n = size(w) < 2 ? 0 : letter(w.from, &is_capital);
	return n && w.from[n] == '.' && size(w) <= n + 1 + more;
}

/* What stands before a number or a name and is never left at the end of a line. */
static bool leads(struct word w, struct word next)
{
	static const char *const always[] = { "č.",  "čp.",  "čj.",  "če.",  "č.j.", "č.p.",  "č.e.", "j.",  "ev.",  "odst.", "písm.",
					      "čl.", "str.", "obr.", "tab.", "tel.", "parc.", "sp.",  "zn.", "roč.", "kat.",  NULL };
	static const char *const names[] = { "p.",    "pí",    "Ing.",    "Mgr.",  "Bc.",   "Dr.",   "MUDr.", "JUDr.", "PhDr.",
					     "RNDr.", "MVDr.", "PaedDr.", "ThDr.", "doc.",  "prof.", "Doc.",  "Prof.", "sv.",
					     "Sv.",   "ul.",   "nám.",    "tř.",   "nábř.", "arch.", NULL };
	if (w.to[-1] != '.' && !is(w, "pí"))
		return is(w, "§") || is(w, "§§");
	if (any(w, always))
		return true;
	if (any(w, names) && (capital(next.from) || any(next, names)))
		return true;
	if (!dotted_letter(w, 0))
		return false;
	return capital(w.from) ? capital(next.from) : digit(*next.from) || dotted_letter(next, 2);
}

static bool one_letter_word(struct word w)
{
	return size(w) == 1 && strchr("kKsSvVzZoOuUaAiI", *w.from);
}

/* "1 200", "777 123 456", "+420 777", "432 01". */
static bool splits_number(struct word w, struct word next)
{
	size_t n = 0, m = digits(next);
	while (n < size(w) && digit(w.to[-1 - (int)n]))
		n++;
	bool whole = m == size(bare(next)) || next.from[m] == ',' || !strncmp(next.from + m, "–", 3);
	return n >= 1 && n <= 3 && whole && (m == 3 || (m == 2 && n == 3));
}

static bool is_unit(struct word w)
{
	static const char *const units[] = {
		"Kč",     "Kčs",      "%",   "‰",    "€",   "EUR",  "USD",  "tis", "mil",    "mld",    "km",     "m",      "dm",   "cm",
		"mm",     "m²",       "m2",  "m³",   "m3",  "km²",  "km2",  "ha",  "kg",     "g",      "mg",     "t",      "q",    "l",
		"hl",     "dl",       "ml",  "kW",   "kWh", "MW",   "MWh",  "GWh", "kWp",    "W",      "V",      "A",      "Hz",   "MHz",
		"GHz",    "°C",       "°",   "kB",   "MB",  "GB",   "TB",   "h",   "hod",    "hodin",  "hodiny", "hodinu", "min",  "minut",
		"minuty", "s",        "dní", "dny",  "den", "let",  "roky", "rok", "měsíců", "měsíce", "týdnů",  "týdny",  "osob", "osoby",
		"lidí",   "obyvatel", "ks",  "kusů", "bm",  "km/h", "m/s",  "Sb",  "px",     "bodů",   "hlasů",  "x",      "×",    NULL
	};
	return any(bare(w), units);
}

static bool is_month(struct word w)
{
	static const char *const months[] = { "ledna", "února", "března", "dubna",     "května",   "června", "července",
					      "srpna", "září",  "října",  "listopadu", "prosince", NULL };
	return any(w, months);
}

static bool is_dash(struct word w)
{
	return is(w, "–") || is(w, "—") || is(w, "-");
}

/* Is the space at p, which has a neighbour on both sides or ends the text, a hard one? */
static bool hard(const char *text, const char *p)
{
	struct word w = before(text, p), next = following(p);
	if (!size(w))
		return false;
	if (one_letter_word(w))
		return true;
	if (is_dash(next) || leads(w, next))
		return true;
	if (!size(next))
		return false;
	char last = w.to[-1];
	if (last == '.' && size(w) > 1 && digit(w.to[-2]))
		return digit(*next.from) || small(next.from);
	if (digit(last))
		return splits_number(w, next) || is_unit(next);
	if (digit(*next.from) && is_month(w))
		return digits(next) == 4;
	/* "Marie H.", "Marie H.," */
	return dotted_letter(next, 1) && capital(next.from) && capital(w.from) && !strchr(".,;:!?)]", last);
}

const char *text_typography(const void *mem, const char *text)
{
	char *made = NULL, *out = NULL;
	const char *copied = text;
	for (const char *p = strchr(text, ' '); p; p = strchr(p + 1, ' ')) {
		if (p[1] == ' ' || !hard(text, p))
			continue;
		if (!made) {
			size_t spaces = 0;
			for (const char *q = p; q; q = strchr(q + 1, ' '))
				spaces++;
			out = made = must(talloc_size(mem, strlen(text) + spaces + 1));
		}
		out = (char *)memcpy(out, copied, (size_t)(p - copied)) + (p - copied);
		out = (char *)memcpy(out, nbsp, 2) + 2;
		copied = p + 1;
	}
	if (!made)
		return text;
	memcpy(out, copied, strlen(copied) + 1);
	return made;
}
