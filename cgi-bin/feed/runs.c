/* Text within a paragraph: runs of styles and links are gathered, then written with every mark of the text escaped. */
#include <string.h>
#include <talloc.h>
#include <utf8proc.h>
#include "runs.h"

void runs_put(struct markdown *m, struct buffer *b, const char *bytes, size_t n)
{
	if (b->length + n + 1 > b->room) {
		b->room = (b->length + n + 1) * 2 + 64;
		b->bytes = talloc_realloc(m, b->bytes, char, (unsigned)b->room);
	}
	memcpy(b->bytes + b->length, bytes, n);
	b->length += n;
	b->bytes[b->length] = '\0';
}

void runs_put_text(struct markdown *m, struct buffer *b, const char *text)
{
	runs_put(m, b, text, strlen(text));
}

/* ---- gathering a paragraph ---- */

/* Takes note of what more text costs; false when max could be passed, and then nothing more is taken. */
static bool afford(struct markdown *m, size_t cost)
{
	size_t prefix = 0;

	for (int i = 0; i < m->depth; i++)
		prefix += strlen(m->levels[i].marker);
	/* The gap before the paragraph and its first line have a prefix each. */
	m->full = m->full || m->out.length + m->due + cost + 2 * prefix + BLOCK_MAX > m->max;
	m->due += m->full ? 0 : cost;
	return !m->full;
}

static void append(struct markdown *m, const char *bytes, size_t n)
{
	struct run *last = m->run_count ? &m->runs[m->run_count - 1] : NULL;
	bool fresh = !last || last->style != m->style || last->href != m->href;
	size_t cost = *bytes == '\n' ? 3 + (size_t)m->depth * sizeof(m->levels->marker) : 2 * n;

	if (fresh)
		cost += MARKS_MAX + (m->href ? 2 * strlen(m->href) : 0);
	if (!afford(m, cost))
		return;
	if (fresh) {
		m->runs = talloc_realloc(m, m->runs, struct run, (unsigned)m->run_count + 1);
		last = &m->runs[m->run_count++];
		*last = (struct run){ m->line.length, m->line.length, m->style, m->href };
	}
	runs_put(m, &m->line, bytes, n);
	last->end = m->line.length;
}

static bool at_gap(const struct markdown *m)
{
	return !m->line.length || strchr(" \n", m->line.bytes[m->line.length - 1]);
}

/* Characters nobody sees, that hide or turn others around. */
static bool invisible(utf8proc_int32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

static bool blank(utf8proc_int32_t c)
{
	return c <= 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0) || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
	       c == 0x205F || c == 0x3000 || c == 0x1680;
}

void markdown_text(struct markdown *m, const char *text, size_t length)
{
	utf8proc_int32_t c;

	for (size_t i = 0; i < length && !m->full;) {
		utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(length - i), &c);

		if (n < 1)
			n = 1, c = 0xFFFD;
		if (blank(c)) {
			if (!at_gap(m))
				append(m, " ", 1);
		} else if (c == 0xFFFD)
			append(m, "\xEF\xBF\xBD", 3);
		else if (!invisible(c))
			append(m, text + i, (size_t)n);
		i += (size_t)n;
	}
}

void markdown_style(struct markdown *m, enum markdown_style style)
{
	m->style = style;
}

enum markdown_style markdown_styled(const struct markdown *m)
{
	return m->style;
}

void markdown_href(struct markdown *m, const char *href)
{
	m->href = href;
}

void markdown_break(struct markdown *m)
{
	while (m->line.length && m->line.bytes[m->line.length - 1] == ' ') {
		m->line.length--;
		m->runs[m->run_count - 1].end--;
	}
	if (m->line.length)
		append(m, "\n", 1);
}

/* ---- writing a paragraph ---- */

enum kind { WORD, SPACE, MARK, OTHER };   /* MARK: punctuation for sure */

static enum kind kind_of(utf8proc_int32_t c)
{
	utf8proc_category_t category;

	if (blank(c))
		return SPACE;
	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ? WORD : MARK;
	category = utf8proc_category(c);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO ? WORD : OTHER;
}

static enum kind kind_at(const struct markdown *m, size_t at)
{
	utf8proc_int32_t c = ' ';

	utf8proc_iterate((const utf8proc_uint8_t *)m->line.bytes + at, (utf8proc_ssize_t)(m->line.length - at), &c);
	return kind_of(c);
}

static enum kind kind_before(const struct markdown *m, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)m->line.bytes[at] & 0xC0) == 0x80);
	return kind_at(m, at);
}

/* What stands in the written text before and after a run: a bracket where a link begins or ends. */
static enum kind outside_before(const struct markdown *m, size_t i)
{
	if (i && m->runs[i - 1].href == m->runs[i].href)
		return kind_before(m, m->runs[i].start);
	return !i && !m->runs[i].href ? SPACE : MARK;
}

static enum kind outside_after(const struct markdown *m, size_t i)
{
	if (i + 1 < m->run_count && m->runs[i + 1].href == m->runs[i].href)
		return kind_at(m, m->runs[i].end);
	return i + 1 == m->run_count && !m->runs[i].href ? SPACE : MARK;
}

/* Emphasis is kept where its marks are left- and right-flanking without doubt (CommonMark 6.2). */
static bool flanks(const struct markdown *m, size_t i)
{
	const struct run *r = &m->runs[i];
	enum kind before = outside_before(m, i), after = outside_after(m, i);
	enum kind first = kind_at(m, r->start), last = kind_before(m, r->end);

	if (i && m->runs[i - 1].style != MARKDOWN_PLAIN && m->runs[i - 1].href == r->href)
		return false;
	return first != SPACE && last != SPACE && (first == WORD || before == SPACE || before == MARK) &&
	       (last == WORD || after == SPACE || after == MARK);
}

static void add_run(struct run *runs, size_t *count, struct run r)
{
	struct run *last = *count ? &runs[*count - 1] : NULL;

	if (r.start == r.end)
		return;
	if (last && last->style == r.style && last->href == r.href)
		last->end = r.end;
	else
		runs[(*count)++] = r;
}

/* Takes white space out of the ends of styled runs and links, joins equal neighbours. */
static void tidy_runs(struct markdown *m)
{
	struct run *tidy = talloc_array(m, struct run, (unsigned)m->run_count * 3);
	size_t count = 0;

	for (size_t i = 0; i < m->run_count; i++) {
		struct run r = m->runs[i];
		size_t from = r.start, to = r.end;

		if (r.style != MARKDOWN_PLAIN) {
			while (from < to && strchr(" \n", m->line.bytes[from]))
				from++;
			while (to > from && strchr(" \n", m->line.bytes[to - 1]))
				to--;
		}
		add_run(tidy, &count, (struct run){ r.start, from, MARKDOWN_PLAIN, r.href });
		add_run(tidy, &count, (struct run){ from, to, r.style, r.href });
		add_run(tidy, &count, (struct run){ to, r.end, MARKDOWN_PLAIN, r.href });
	}
	m->runs = tidy;
	m->run_count = count;
}

/* True when the line written so far is a number: a point or bracket after it would make a list. */
static bool after_number(const struct buffer *raw)
{
	size_t i = raw->length;

	while (i && raw->bytes[i - 1] >= '0' && raw->bytes[i - 1] <= '9')
		i--;
	return i < raw->length && (!i || raw->bytes[i - 1] == '\n');
}

/* Characters of a run; what could begin a block at the start of a line, or mean anything anywhere, gets a backslash. */
static void put_escaped(struct markdown *m, struct buffer *raw, const struct run *r, bool before_link)
{
	for (size_t i = r->start; i < r->end; i++) {
		char c = m->line.bytes[i];
		bool starts = !raw->length || raw->bytes[raw->length - 1] == '\n';

		if (c == '\n') {
			runs_put_text(m, raw, m->heading ? " " : "\\\n");
			continue;
		}
		if (strchr("\\`*_[]<>&#", c) || (starts && strchr("-+=~", c)) || (strchr(".)", c) && after_number(raw)) ||
		    (c == '!' && before_link && i + 1 == r->end))
			runs_put_text(m, raw, "\\");
		runs_put(m, raw, &c, 1);
	}
}

/* A link's address inside <…>: entities would be decoded there. */
static void put_address(struct markdown *m, struct buffer *raw, const char *href)
{
	runs_put_text(m, raw, "](<");
	for (; *href; href++) {
		if (strchr("\\<>", *href))
			runs_put_text(m, raw, "\\");
		runs_put(m, raw, href, 1);
		if (*href == '&')
			runs_put_text(m, raw, "amp;");
	}
	runs_put_text(m, raw, ">)");
}

void runs_write(struct markdown *m, struct buffer *raw)
{
	tidy_runs(m);
	for (size_t i = 0; i < m->run_count; i++) {
		struct run *r = &m->runs[i];
		const char *mark = r->style == MARKDOWN_STRONG ? "**" : "*";
		const char *next = i + 1 < m->run_count ? m->runs[i + 1].href : NULL;
		bool styled = r->style != MARKDOWN_PLAIN && flanks(m, i);

		if (!styled)
			r->style = MARKDOWN_PLAIN;
		if (r->href && (!i || m->runs[i - 1].href != r->href))
			runs_put_text(m, raw, "[");
		if (styled)
			runs_put_text(m, raw, mark);
		put_escaped(m, raw, r, next && !r->href);
		if (styled)
			runs_put_text(m, raw, mark);
		if (r->href && next != r->href)
			put_address(m, raw, r->href);
	}
}
