/* From bytes to a feed: which format it is, the reader of that format, the identity of its items. */
#include <string.h>
#include <strings.h>
#include <talloc.h>
#include "feed.h"
#include "identity.h"

static bool begins(const char *bytes, size_t length, const char *word)
{
	return length >= strlen(word) && !strncasecmp(bytes, word, strlen(word));
}

static bool read_any(struct feed *f, const char *bytes, size_t length, const char *url)
{
	const char *text = bytes;
	size_t left = length;

	if (begins(text, left, "\xEF\xBB\xBF"))
		text += 3, left -= 3;
	while (left && strchr(" \t\r\n", *text))
		text++, left--;
	if (!left)
		return feed_problem(f, 0, "empty");
	if (*text == '{' || *text == '[')
		return read_ofn(f, bytes + (bytes[0] == '\xEF' ? 3 : 0), length - (bytes[0] == '\xEF' ? 3 : 0), url);
	if (begins(text, left, "BEGIN:VCALENDAR"))
		return read_ics(f, text, left, url);
	if (begins(text, left, "<!DOCTYPE html") || begins(text, left, "<html"))
		return feed_problem(f, 1, "a web page, not a feed");
	if (*text == '<' || begins(text, left, "\xFF\xFE") || begins(text, left, "\xFE\xFF") || *text == '\0')
		return read_xml(f, *text == '<' ? text : bytes, *text == '<' ? left : length, url);
	return feed_problem(f, 1, "neither JSON nor XML nor iCalendar");
}

struct feed *feed_read(const void *mem, const char *bytes, size_t length, const char *url)
{
	struct feed *f = talloc_zero(mem, struct feed);

	if (length > FEED_BYTES_MAX)
		feed_problem(f, 0, "larger than %d bytes", FEED_BYTES_MAX);
	else
		read_any(f, bytes, length, url);
	if (f->problem)
		f->count = f->refused_count = 0;
	f->title = feed_title(f, f->title, 200);
	identity_settle(f);
	return f;
}
