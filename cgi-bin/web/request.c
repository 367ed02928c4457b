/* What came in: path, query, cookies, body; every limit and the check of UTF-8 in one place. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "multipart.h"
#include "request.h"
#include "text.h"

enum { AGENT_MAX = 120 };

static const char *variable(const struct gateway *g, const char *name)
{
	const char *value = g->variable(g->self, name);
	return value && *value ? value : NULL;
}

const char *param_value(const struct param *list, const char *name)
{
	for (; list; list = list->next)
		if (!strcmp(list->name, name))
			return list->value;
	return NULL;
}

const char *request_param(const struct req *r, const char *name)
{
	return param_value(r->params, name);
}

static char *decoded(void *mem, const char *text, size_t length, bool plus)
{
	char *copy = talloc_strndup(mem, text, length);
	bool sound = text_unescape(copy, plus) && text_valid(copy, strlen(copy));
	return sound ? copy : NULL;
}

/* "a=1&b=2" appended at *tail in order; false when a part is broken or there are too many. */
static bool pairs_read(struct req *r, const char *text, struct param **tail)
{
	int count = 0;
	for (size_t length; *text; text += length + (text[length] != '\0')) {
		length = strcspn(text, "&");
		if (!length)
			continue;
		const char *equals = memchr(text, '=', length);
		size_t name = equals ? (size_t)(equals - text) : length, rest = equals ? length - name - 1 : 0;
		struct param *p = talloc(r->mem, struct param);
		*p = (struct param){ decoded(r->mem, text, name, true), decoded(r->mem, equals ? equals + 1 : "", rest, true), NULL };
		if (!p->name || !p->value || ++count > REQUEST_PARAMS_MAX)
			return false;
		*tail = p;
		tail = &p->next;
	}
	return true;
}

static void cookies_read(struct req *r, const char *text)
{
	struct param **tail = &r->cookies;
	for (size_t length; text && *text; text += length + (text[length] == ';')) {
		while (*text == ' ')
			text++;
		length = strcspn(text, ";");
		const char *equals = memchr(text, '=', length);
		if (!equals)
			continue;
		struct param *p = talloc(r->mem, struct param);
		*p = (struct param){ talloc_strndup(r->mem, text, (size_t)(equals - text)),
				     talloc_strndup(r->mem, equals + 1, length - (size_t)(equals - text) - 1), NULL };
		*tail = p;
		tail = &p->next;
	}
}

/* Path below conf.root, decoded once; a slash that came in encoded would change the meaning, so it is refused. */
static int path_read(struct req *r, const char *target)
{
	size_t length = strcspn(target, "?#"), root = strlen(conf.root);
	if (length > REQUEST_PATH_MAX)
		return 414;
	const char *path = decoded(r->mem, target, length, false);
	r->path = path ? path : "/";
	if (!path || *target != '/' || strcasestr(talloc_strndup(r->mem, target, length), "%2f"))
		return 400;
	if (root && !strncmp(r->path, conf.root, root) && (r->path[root] == '/' || !r->path[root]))
		r->path = r->path[root] ? r->path + root : "/";
	return 0;
}

static int query_read(struct req *r, const char *target)
{
	const char *mark = strchr(target, '?');
	r->query = mark ? talloc_strdup(r->mem, mark + 1) : "";
	if (strlen(r->query) > REQUEST_QUERY_MAX)
		return 414;
	return pairs_read(r, r->query, &r->params) ? 0 : 400;
}

/* As many bytes as were announced, with a NUL behind them; null when fewer came. */
static const char *bytes_read(struct req *r, const struct gateway *g, size_t length)
{
	char *bytes = talloc_size(r->mem, length + 1);
	size_t got = 0;
	for (long n; got < length && (n = g->read(g->self, bytes + got, length - got)) > 0;)
		got += (size_t)n;
	bytes[got] = '\0';
	return got == length ? bytes : NULL;
}

static int body_read(struct req *r, const struct gateway *g)
{
	const char *type = variable(g, "CONTENT_TYPE"), *announced = variable(g, "CONTENT_LENGTH");
	char *end;
	errno = 0;
	long long length = strtoll(announced ? announced : "0", &end, 10);
	if (errno || *end || length < 0 || (announced && !isdigit((unsigned char)*announced)))
		return 400;
	bool files = length && type && !strncasecmp(type, "multipart/form-data", 19);
	if (length > (files ? REQUEST_UPLOAD_MAX : REQUEST_BODY_MAX))
		return 413;
	if (length && !files && (!type || strncasecmp(type, "application/x-www-form-urlencoded", 33)))
		return 415;
	r->multipart = files ? type : NULL;
	r->announced = (size_t)length;
	const char *body = files ? "" : bytes_read(r, g, (size_t)length);
	return body && (files || strlen(body) == (size_t)length) && pairs_read(r, body, &r->form) ? 0 : 400;
}

int request_upload(struct req *r, const struct gateway *g)
{
	const char *type = r->multipart, *body = type ? bytes_read(r, g, r->announced) : NULL;
	r->multipart = NULL;
	return !type || (body && multipart_read(r->mem, type, body, r->announced, &r->form, &r->files)) ? 0 : 400;
}

static void headers_read(struct req *r, const struct gateway *g)
{
	r->if_none_match = variable(g, "HTTP_IF_NONE_MATCH");
	r->if_modified_since = variable(g, "HTTP_IF_MODIFIED_SINCE");
	r->accept_language = variable(g, "HTTP_ACCEPT_LANGUAGE");
	r->origin = variable(g, "HTTP_ORIGIN");
	r->fetch_site = variable(g, "HTTP_SEC_FETCH_SITE");
	const char *agent = variable(g, "HTTP_USER_AGENT");
	r->agent = agent && text_valid(agent, strlen(agent)) ? text_excerpt(r->mem, agent, AGENT_MAX) : "";
	const char *remote = variable(g, "REMOTE_ADDR");
	r->remote = remote ? remote : "";
	cookies_read(r, variable(g, "HTTP_COOKIE"));
}

static void method_read(struct req *r, const char *method)
{
	r->head = method && !strcmp(method, "HEAD");
	r->method = !method || r->head || !strcmp(method, "GET") ? GET : !strcmp(method, "POST") ? POST : OTHER_METHOD;
}

int request_read(struct req *r, const struct gateway *g)
{
	const char *target = variable(g, "REQUEST_URI");
	r->path = r->query = r->suffix = r->tail = "";
	r->lang = "cs";
	r->modified = r->town.changed = -1;
	method_read(r, variable(g, "REQUEST_METHOD"));
	headers_read(r, g);
	int status = path_read(r, target ? target : "/");
	if (!status)
		status = query_read(r, target ? target : "/");
	if (!status && r->method == POST)
		status = body_read(r, g);
	return status;
}
