/* Addresses in feeds: what becomes a link and what does not. */
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>
#include <libxml/uri.h>
#include "address.h"
#include "feed.h"

/* Without white space around and with &amp; decoded as often as somebody encoded it; null when control characters or nothing remain. */
static char *unwrapped(const void *mem, const char *text)
{
	char *out = talloc_strdup(mem, text + strspn(text, " \t\r\n")), *at;

	for (size_t n = strlen(out); n && strchr(" \t\r\n", out[n - 1]); n--)
		out[n - 1] = '\0';
	while ((at = strstr(out, "&amp;")))
		memmove(at + 1, at + 5, strlen(at + 5) + 1);
	for (const char *c = out; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7F)
			return NULL;
	return *out && strlen(out) <= FEED_URL_MAX ? out : NULL;
}

/* Percent-encodes what an address may not hold, a lonely % included. */
static char *encoded(const void *mem, const char *text)
{
	char *out = talloc_array(mem, char, (unsigned)strlen(text) * 3 + 1), *to = out;

	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		bool lonely = *c == '%' && !(isxdigit(c[1]) && isxdigit(c[2]));

		if (lonely || *c >= 0x80 || strchr(" \"<>\\^`{|}[]", *c)) {
			*to++ = '%';
			*to++ = "0123456789ABCDEF"[*c >> 4];
			*to++ = "0123456789ABCDEF"[*c & 15];
		} else
			*to++ = (char)*c;
	}
	*to = '\0';
	return out;
}

static bool has_scheme(const char *text)
{
	size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

	return n && isalpha((unsigned char)*text) && text[n] == ':';
}

/* "//host", "\\host" and the like: browsers take them for another site. */
static bool elsewhere(const char *text)
{
	return text[0] == '\\' || (text[0] == '/' && (text[1] == '/' || text[1] == '\\'));
}

static const char *whole(const void *mem, const char *text, const char *base)
{
	xmlChar *built;
	const char *out;

	if (has_scheme(text))
		return text;
	if (!base)
		return NULL;
	built = xmlBuildURI((const xmlChar *)text, (const xmlChar *)base);
	out = built ? talloc_strdup(mem, (const char *)built) : NULL;
	xmlFree(built);
	return out;
}

static bool tracker(const char *name)
{
	return !strncmp(name, "utm_", 4) || !strncmp(name, "fbclid=", 7) || !strncmp(name, "gclid=", 6);
}

/* The same without trackers in its query. */
static char *untracked(const void *mem, const char *url)
{
	size_t query = strcspn(url, "?#"), end = query + strcspn(url + query, "#");
	char *out = talloc_strndup(mem, url, query);
	const char *sign = "?";

	for (size_t at = query + 1, n; at < end; at += n + 1) {
		n = strcspn(url + at, "&#");
		if (!n || tracker(url + at))
			continue;
		out = talloc_asprintf_append_buffer(out, "%s%.*s", sign, (int)n, url + at);
		sign = "&";
	}
	return talloc_strdup_append_buffer(out, url + end);
}

/* True for scheme://host… without credentials. */
static bool sound(const char *url)
{
	const char *host = strstr(url, "://");
	size_t n;

	if (!host || (strncasecmp(url, "http://", 7) && strncasecmp(url, "https://", 8)))
		return false;
	n = strcspn(host + 3, "/?#");
	return n && host[3] != ':' && !memchr(host + 3, '@', n);
}

const char *address_web(const void *mem, const char *text, const char *base)
{
	char *url = text ? unwrapped(mem, text) : NULL;
	const char *made;

	if (!url || elsewhere(url) || !(made = whole(mem, encoded(mem, url), base)) || !sound(made))
		return NULL;
	url = untracked(mem, made);
	for (char *c = url; *c && *c != ':'; c++)
		*c = (char)tolower((unsigned char)*c);
	return strlen(url) <= FEED_URL_MAX ? url : NULL;
}

const char *address_link(const void *mem, const char *text, const char *base)
{
	char *url = text ? unwrapped(mem, text) : NULL;

	if (url && (!strncasecmp(url, "mailto:", 7) || !strncasecmp(url, "tel:", 4)))
		return encoded(mem, url);
	return address_web(mem, text, base);
}

const char *address_file_name(const void *mem, const char *url)
{
	static const char *const documents[] = { "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "zip", "jpg", "jpeg", "png", "txt", "ppt", "pptx", "zfo" };
	const char *path = strstr(url, "://") ? strstr(url, "://") + 3 : url, *slash = NULL, *dot;
	char *name;

	for (const char *c = path; *c && !strchr("?#", *c); c++)
		slash = *c == '/' ? c : slash;
	if (!slash)
		return NULL;
	name = xmlURIUnescapeString(slash + 1, (int)strcspn(slash + 1, "?#"), NULL);
	path = name && *name ? feed_line(mem, name, 200) : NULL;
	xmlFree(name);
	dot = path ? strrchr(path, '.') : NULL;
	for (size_t i = 0; dot && i < sizeof(documents) / sizeof(*documents); i++)
		if (!strcasecmp(dot + 1, documents[i]))
			return path;
	return NULL;
}
