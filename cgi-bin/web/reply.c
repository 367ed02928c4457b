/* Headers by tables: what every reply carries, what its cacheability is, who may frame and fetch it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "panic.h"
#include "render.h"
#include "reply.h"
#include "route.h"

static const struct { int status; const char *reason; } reasons[] = {
	{ 200, "OK" }, { 303, "See Other" }, { 304, "Not Modified" }, { 308, "Permanent Redirect" }, { 400, "Bad Request" },
	{ 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" },
	{ 410, "Gone" }, { 413, "Content Too Large" }, { 414, "URI Too Long" }, { 415, "Unsupported Media Type" },
	{ 422, "Unprocessable Content" }, { 429, "Too Many Requests" }, { 500, "Internal Server Error" }, { 501, "Not Implemented" },
	{ 503, "Service Unavailable" },
};

static const char *reason(int status)
{
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	panic("no words for status %d", status);
}

/* One function writes headers, and no header can be split by what a reader sent. */
static void header(char **out, const char *name, const char *value)
{
	for (const char *c = value; value && *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return;
	if (value)
		*out = talloc_asprintf_append_buffer(*out, "%s: %s\r\n", name, value);
}

static const char *const policy_common = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
					 "frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; ";

/* What somebody uploaded can do nothing, wherever it is opened. */
static const char *const policy_file = "default-src 'none'; sandbox; ";

static void headers_of_safety(char **out, bool embeddable, bool fetchable, bool file)
{
	bool https = !strncmp(conf.base, "https:", 6);
	char *csp = talloc_asprintf(*out, "%sframe-ancestors %s", file ? policy_file : policy_common, embeddable ? "*" : "'none'");
	header(out, "Content-Security-Policy", csp);
	header(out, "X-Content-Type-Options", "nosniff");
	header(out, "Referrer-Policy", embeddable ? "no-referrer" : "same-origin");
	header(out, "Cross-Origin-Opener-Policy", "same-origin");
	header(out, "Cross-Origin-Resource-Policy", fetchable ? "cross-origin" : "same-origin");
	header(out, "Permissions-Policy", "geolocation=(self)");
	header(out, "Strict-Transport-Security", https ? "max-age=31536000; includeSubDomains" : NULL);
	if (!fetchable)
		return;
	header(out, "Access-Control-Allow-Origin", "*");
	header(out, "Access-Control-Expose-Headers", "ETag, Last-Modified, Link");
}

static const char *cacheability(const struct req *r)
{
	if (r->file && r->etag)
		return "private, no-cache";
	if (r->personal)
		return "no-store";
	if (r->person.id || r->lang_chosen || r->cookie || r->told || r->method != GET)
		return "private, no-cache";
	if (r->status == 404 || r->status == 410)
		return "public, max-age=60";
	if (r->status == 308)
		return "public, max-age=3600";
	if (r->status >= 400 || r->status == 303)
		return "no-store";
	return *r->suffix ? "public, max-age=300, stale-while-revalidate=600, stale-if-error=86400"
			  : "public, max-age=60, stale-while-revalidate=300";
}

static void headers_of_freshness(char **out, struct req *r)
{
	header(out, "Cache-Control", cacheability(r));
	header(out, "Vary", *r->suffix ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
	if (r->status != 200 && r->status != 304)
		return;
	if (r->etag)
		header(out, "ETag", talloc_asprintf(r->mem, "W/\"%s\"", r->etag));
	if (r->modified >= 0)
		header(out, "Last-Modified", time_http(r->mem, r->modified));
	header(out, "Link", r->link);
}

/* The code waits a minute for the page the answer leads to, which takes it away. */
static const char *flash_cookie(struct req *r)
{
	const char *secure = strncmp(conf.base, "https:", 6) ? "" : "; Secure";
	if (!r->flash && !r->told)
		return NULL;
	return talloc_asprintf(r->mem, "vzkaz=%s; Path=%s/; Max-Age=%d; HttpOnly; SameSite=Lax%s", r->flash ? r->flash : "", conf.root,
			       r->flash ? 60 : 0, secure);
}

static const char *location(struct req *r)
{
	return r->location && *r->location == '/' ? talloc_asprintf(r->mem, "%s%s", conf.base, r->location) : r->location;
}

const char *reply_make(struct req *r, size_t *length)
{
	bool has_body = r->status == 200 || r->status >= 400;
	const struct file *file = r->status == 200 ? r->file : NULL;
	struct reply body = !has_body ? (struct reply){ 0 } : file ? (struct reply){ file->type, file->bytes, file->length } : render_page(r);
	char *out = talloc_asprintf(r->mem, "Status: %d %s\r\n", r->status, reason(r->status));
	header(&out, "Content-Type", body.type);
	header(&out, "Content-Disposition", file && file->name ? talloc_asprintf(r->mem, "attachment; filename=\"%s\"", file->name) : NULL);
	header(&out, "Location", location(r));
	header(&out, "Allow", r->status == 405 ? r->allow : NULL);
	header(&out, "Set-Cookie", r->cookie);
	header(&out, "Set-Cookie", flash_cookie(r));
	header(&out, "Retry-After", r->retry ? talloc_asprintf(r->mem, "%d", r->retry) : NULL);
	header(&out, "X-Robots-Tag", r->noindex ? "noindex" : NULL);
	headers_of_freshness(&out, r);
	headers_of_safety(&out, r->embeddable, !r->file && (*r->suffix || r->embeddable), r->file);
	if (has_body)
		header(&out, "Content-Length", talloc_asprintf(r->mem, "%zu", body.length));
	out = talloc_strdup_append_buffer(out, "\r\n");
	size_t head = strlen(out), bytes = r->head ? 0 : body.length;
	out = talloc_realloc_size(r->mem, out, head + bytes + 1);
	if (bytes)
		memcpy(out + head, body.body, bytes);
	out[head + bytes] = '\0';
	*length = head + bytes;
	return out;
}

static struct { int status; const char *extra; char *bytes; size_t length; } statics[] = {
	{ 500, "", NULL, 0 }, { 503, "Retry-After: 10\r\n", NULL, 0 },
};

static char *file_read(int status)
{
	char *path = talloc_asprintf(NULL, "%s/htdocs/%d.html", conf.share, status), *text = talloc_strdup(NULL, "");
	FILE *file = fopen(path, "r");
	char part[4096];
	for (size_t n; file && (n = fread(part, 1, sizeof part, file)) > 0;)
		text = talloc_strndup_append_buffer(text, part, n);
	if (file)
		fclose(file);
	talloc_free(path);
	return text;
}

void reply_open(void)
{
	for (size_t i = 0; i < sizeof statics / sizeof *statics; i++) {
		char *body = file_read(statics[i].status);
		char *out = talloc_asprintf(NULL, "Status: %d %s\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n%s",
					    statics[i].status, reason(statics[i].status), statics[i].extra);
		headers_of_safety(&out, false, false, false);
		header(&out, "Content-Length", talloc_asprintf(out, "%zu", strlen(body)));
		statics[i].bytes = talloc_asprintf(NULL, "%s\r\n%s", out, body);
		statics[i].length = strlen(statics[i].bytes);
		talloc_free(out);
		talloc_free(body);
	}
}

const char *reply_static(int status, size_t *length)
{
	size_t i = status == 503;
	*length = statics[i].length;
	return statics[i].bytes;
}
