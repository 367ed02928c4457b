/* Bodies with files, part by part. */
#include "multipart.h"
#include <string.h>
#include <talloc.h>
#include "request.h"
#include "text.h"

enum { BOUNDARY_MAX = 70 };

/* "\r\n--boundary" of the header, null when it names none we take. */
static const char *delimiter_of(void *mem, const char *type)
{
	static const char head[] = "multipart/form-data; boundary=", letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=?";
	if (strncasecmp(type, head, sizeof head - 1))
		return NULL;
	const char *boundary = type + sizeof head - 1;
	bool quoted = *boundary == '"';
	boundary += quoted;
	size_t n = strspn(boundary, letters);
	const char *rest = boundary + n + quoted;
	if (!n || n > BOUNDARY_MAX || (quoted && boundary[n] != '"') || *rest)
		return NULL;
	return talloc_asprintf(mem, "\r\n--%.*s", (int)n, boundary);
}

/* The name in  Content-Disposition: form-data; name="kdo"; filename="…"  and whether a file follows; null when the line is another one. */
static const char *name_of(void *mem, const char *line, bool *file)
{
	static const char head[] = "Content-Disposition: form-data; name=\"";
	if (strncasecmp(line, head, sizeof head - 1))
		return NULL;
	const char *name = line + sizeof head - 1;
	size_t n = strcspn(name, "\"");
	const char *rest = name + n + 1;
	if (!n || name[n] != '"' || !text_valid(name, n))
		return NULL;
	*file = !strncasecmp(rest, "; filename=\"", 12);
	return *file || !*rest ? talloc_strndup(mem, name, n) : NULL;
}

/* Lines of a part before its empty one; the first that names the field counts, all others are as many as they like. */
static const char *head_read(void *mem, const char *head, size_t length, bool *file)
{
	const char *name = NULL;
	char *lines = talloc_strndup(mem, head, length);
	if (strlen(lines) != length)
		return NULL;
	for (char *line = lines, *end; !name && *line; line = end) {
		end = strstr(line, "\r\n");
		if (!end)
			end = line + strlen(line);
		else {
			*end = '\0';
			end += 2;
		}
		name = name_of(mem, line, file);
	}
	return name;
}

struct lists {
	struct param **text;
	struct upload **file;
};

static bool keep(void *mem, struct lists *to, const char *name, bool file, const char *bytes, size_t length)
{
	if (file && length) {
		struct upload *u = talloc(mem, struct upload);
		*u = (struct upload){ name, (const unsigned char *)bytes, length, NULL };
		*to->file = u;
		to->file = &u->next;
	}
	if (file)
		return true;
	if (length > MULTIPART_TEXT_MAX || memchr(bytes, '\0', length) || !text_valid(bytes, length))
		return false;
	struct param *p = talloc(mem, struct param);
	*p = (struct param){ name, talloc_strndup(mem, bytes, length), NULL };
	*to->text = p;
	to->text = &p->next;
	return true;
}

/* One part from its headers up to the next delimiter; *at moves there. */
static bool part_read(void *mem, struct lists *to, const char **at, const char *end, const char *delimiter)
{
	size_t room = (size_t)(end - *at);
	const char *head = *at, *empty = memmem(head, room < MULTIPART_HEAD_MAX ? room : MULTIPART_HEAD_MAX, "\r\n\r\n", 4);
	bool file = false;
	const char *name = empty ? head_read(mem, head, (size_t)(empty - head), &file) : NULL;
	if (!name)
		return false;
	const char *bytes = empty + 4, *stop = memmem(bytes, (size_t)(end - bytes), delimiter, strlen(delimiter));
	*at = stop;
	return stop && keep(mem, to, name, file, bytes, (size_t)(stop - bytes));
}

bool multipart_read(void *mem, const char *type, const char *body, size_t length, struct param **texts, struct upload **files)
{
	const char *delimiter = delimiter_of(mem, type), *at = body, *end = body + length;
	struct lists to = { texts, files };
	size_t n = delimiter ? strlen(delimiter) : 0;
	if (!n || length < n || memcmp(body, delimiter + 2, n - 2))
		return false;
	at += n - 2;
	for (int parts = 0; end - at >= 4 && !memcmp(at, "\r\n", 2); at += n) {
		at += 2;
		if (++parts > MULTIPART_PARTS_MAX || !part_read(mem, &to, &at, end, delimiter))
			return false;
	}
	/* After the last delimiter come two dashes, a new line or none, and no more. */
	return (end - at == 2 && !memcmp(at, "--", 2)) || (end - at == 4 && !memcmp(at, "--\r\n", 4));
}
