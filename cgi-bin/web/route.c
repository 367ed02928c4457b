/* The table of formats, and the match of a path against a program's table. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "route.h"

static const struct { const char *suffix; unsigned format; } formats[] = {
	{ "", PAGE }, { "xml", PAGE }, { "rss", RSS }, { "atom", ATOM }, { "json", JSON }, { "ics", ICS },
	{ "jsonld", JSONLD }, { "opml", OPML }, { "html", FRAGMENT }, { "txt", PLAIN }, { "jpg", PICTURE }, { "csv", CSV },
};

unsigned route_format(const char *suffix)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].suffix, suffix))
			return formats[i].format;
	return 0;
}

/* Takes ".rss" off the last segment when it is a format we have. */
static void suffix_take(struct req *r, char *path)
{
	char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
	r->suffix = "";
	if (!dot || dot < slash || dot == slash + 1 || !dot[1] || !route_format(dot + 1))
		return;
	*dot = '\0';
	r->suffix = dot + 1;
}

static bool is_word(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!islower((unsigned char)text[i]) && !isdigit((unsigned char)text[i]) && text[i] != '-')
			return false;
	return length > 0 && length <= 80;
}

/* "123" or "123-nazev": the number, and what follows it. */
static bool number_take(struct req *r, const char *text, size_t length)
{
	char *end;
	if (!isdigit((unsigned char)*text) || *text == '0')
		return false;
	r->number = strtoll(text, &end, 10);
	r->tail = talloc_strndup(r->mem, end, length - (size_t)(end - text));
	return end - text <= 18 && (end == text + length || (*end == '-' && is_word(end, length - (size_t)(end - text))));
}

static bool segment_fits(struct req *r, const char *pattern, size_t plen, const char *text, size_t length)
{
	bool is_id = plen == 3 && !memcmp(pattern, ":id", 3);
	if (is_id)
		return number_take(r, text, length);
	if (*pattern != ':')
		return plen == length && !memcmp(pattern, text, length);
	if (!is_word(text, length))
		return false;
	const char *word = talloc_strndup(r->mem, text, length);
	if (!memcmp(pattern, ":town", plen))
		r->town.slug = word;
	else
		r->word = word;
	return true;
}

static bool path_fits(struct req *r, const char *pattern)
{
	const char *path = r->path;
	r->town.slug = r->word = NULL;
	r->tail = "";
	r->number = 0;
	while (*pattern == '/' && *path == '/') {
		size_t plen = strcspn(++pattern, "/"), length = strcspn(++path, "/");
		if ((plen || length) && !segment_fits(r, pattern, plen, path, length))
			return false;
		pattern += plen;
		path += length;
	}
	return !*pattern && !*path;
}

int route_find(struct req *r, const struct route *table)
{
	char *path = talloc_strdup(r->mem, r->path);
	suffix_take(r, path);
	r->path = path;
	for (const struct route *row = table; row->path; row++) {
		if (!path_fits(r, row->path) || !(row->formats & route_format(r->suffix)))
			continue;
		r->route = row;
		r->allow = row->method == GET ? "GET, HEAD" : "POST";
		if (row->method == r->method)
			return 0;
	}
	return r->route ? 405 : 404;
}
