/* The CommonMark writer: blocks and containers; runs.c writes what stands in them. */
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "runs.h"

struct markdown *markdown_new(const void *mem, size_t max)
{
	struct markdown *m = talloc_zero(mem, struct markdown);

	m->mem = mem;
	m->max = max;
	runs_put(m, &m->out, "", 0);
	runs_put(m, &m->plain, "", 0);
	runs_put(m, &m->line, "", 0);
	return m;
}

/* What a container that has begun puts at the start of a line: > or an item's indent. */
static void put_inner(struct markdown *m, const struct level *l)
{
	if (l->container == MARKDOWN_QUOTE)
		runs_put_text(m, &m->out, "> ");
	else if (l->container == MARKDOWN_ITEM)
		for (size_t n = strlen(l->marker); n; n--)
			runs_put(m, &m->out, " ", 1);
}

/* The start of a block's line: in its first one, containers begin that have not begun. */
static void put_prefix(struct markdown *m, bool first)
{
	for (int i = 0; i < m->depth; i++) {
		struct level *l = &m->levels[i];

		if (l->container == MARKDOWN_ITEM && !l->started)
			runs_put_text(m, &m->out, l->marker);
		else
			put_inner(m, l);
		l->started = l->started || first;
	}
}

/* True when the block begins an item that needs no empty line before it: not the first of its list, or of a list inside an item. */
static bool close_up(const struct markdown *m)
{
	int i = 0;

	while (i < m->depth && m->levels[i].started)
		i++;
	if (i == m->depth || m->levels[i].container == MARKDOWN_QUOTE)
		return false;
	if (m->levels[i].container == MARKDOWN_ITEM)
		return true;
	return i > 0 && m->levels[i - 1].container == MARKDOWN_ITEM;
}

static void put_gap(struct markdown *m)
{
	bool close = close_up(m);

	if (!m->out.length)
		return;
	runs_put_text(m, &m->out, "\n");
	if (close)
		return;
	for (int i = 0; i < m->depth && m->levels[i].started; i++)
		put_inner(m, &m->levels[i]);
	while (m->out.length && m->out.bytes[m->out.length - 1] == ' ')
		m->out.length--;
	runs_put_text(m, &m->out, "\n");
}

static void put_block(struct markdown *m)
{
	struct buffer raw = { 0 };
	char *line, *rest;

	runs_put(m, &raw, "", 0);
	runs_write(m, &raw);
	put_gap(m);
	rest = raw.bytes;
	for (bool first = true; (line = strsep(&rest, "\n")); first = false) {
		if (!first)
			runs_put_text(m, &m->out, "\n");
		put_prefix(m, first);
		for (int i = 0; first && m->heading && i <= m->heading; i++)
			runs_put_text(m, &m->out, i < m->heading ? "#" : " ");
		runs_put_text(m, &m->out, line);
	}
	runs_put(m, &m->plain, m->line.bytes, m->line.length);
	runs_put_text(m, &m->plain, "\n");
}

void markdown_block(struct markdown *m, int heading)
{
	while (m->line.length && strchr(" \n", m->line.bytes[m->line.length - 1])) {
		m->line.length--;
		if (--m->runs[m->run_count - 1].end == m->runs[m->run_count - 1].start)
			m->run_count--;
	}
	m->line.bytes[m->line.length] = '\0';
	if (m->line.length)
		put_block(m);
	m->line.length = 0;
	m->run_count = 0;
	m->due = 0;
	m->heading = heading;
}

void markdown_enter(struct markdown *m, enum markdown_container container)
{
	struct level *list = m->depth ? &m->levels[m->depth - 1] : NULL, *l;
	bool numbered = list && list->container == MARKDOWN_NUMBERS;

	markdown_block(m, 0);
	if (m->too_deep || m->depth == DEPTH_MAX) {
		m->too_deep++;
		return;
	}
	l = &m->levels[m->depth++];
	*l = (struct level){ .container = container, .number = 1 };
	if (container == MARKDOWN_ITEM && numbered)
		snprintf(l->marker, sizeof(l->marker), "%d. ", list->number);
	else
		snprintf(l->marker, sizeof(l->marker), "- ");
}

void markdown_leave(struct markdown *m)
{
	struct level *l;

	markdown_block(m, 0);
	if (m->too_deep) {
		m->too_deep--;
		return;
	}
	l = &m->levels[--m->depth];
	if (l->container == MARKDOWN_ITEM && l->started && m->depth)
		m->levels[m->depth - 1].number++;
}

const char *markdown_end(struct markdown *m, const char **plain)
{
	const char *text = NULL;

	markdown_block(m, 0);
	if (plain)
		*plain = m->out.length ? talloc_strdup(m->mem, m->plain.bytes) : NULL;
	if (m->out.length)
		text = talloc_strdup(m->mem, m->out.bytes);
	talloc_free(m);
	return text;
}
