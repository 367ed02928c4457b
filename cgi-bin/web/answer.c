/* What a handler may answer with, and the conditional request (RFC 9110 13). */
#include <stdarg.h>
#include <string.h>
#include "answer.h"
#include "render.h"
#include "web.h"

static int redirect(struct req *r, int status, const char *path, va_list args)
{
	r->location = talloc_vasprintf(r->mem, path, args);
	return status;
}

int see_other(struct req *r, const char *path, ...)
{
	va_list args;
	va_start(args, path);
	int status = redirect(r, SEE_OTHER, path, args);
	va_end(args);
	return status;
}

int moved(struct req *r, const char *path, ...)
{
	va_list args;
	va_start(args, path);
	int status = redirect(r, MOVED, path, args);
	va_end(args);
	return status;
}

int bad_value(struct req *r, const char *name, const char *allowed)
{
	xmlNode *error = page_add(r->page, "error", NULL);
	page_set(error, "code", "bad-value");
	page_set(error, "field", name);
	page_set(error, "value", request_param(r, name));
	page_set(error, "allowed", allowed);
	return BAD_REQUEST;
}

int invalid(struct req *r)
{
	r->kept = true;
	return INVALID;
}

int conflict(struct req *r)
{
	r->kept = true;
	return CONFLICT;
}

int too_many(struct req *r)
{
	r->retry = throttle_wait(r);
	return TOO_MANY;
}

void flash(struct req *r, const char *code)
{
	r->flash = code;
}

static const char *code_of(int status)
{
	static const struct { int status; const char *code; } codes[] = {
		{ 400, "bad-request" }, { 401, "sign-in" }, { 403, "forbidden" }, { 404, "not-found" }, { 405, "method" }, { 409, "conflict" },
		{ 410, "gone" }, { 413, "too-large" }, { 414, "too-long" }, { 415, "media-type" }, { 422, "invalid" }, { 429, "too-many" }, { 501, "not-implemented" },
	};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (codes[i].status == status)
			return codes[i].code;
	return "error";
}

static xmlNode *element(xmlNode *parent, const char *name)
{
	for (xmlNode *n = parent ? parent->children : NULL; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE && !strcmp((const char *)n->name, name))
			return n;
	return NULL;
}

void answer_page(struct req *r, const char *name)
{
	page_open(r, name);
	if (r->town.code)
		place_page(r);
	page_flash(r);
}

bool offer(struct req *r, const char *action, bool own)
{
	xmlNode *viewer = element(r->page, "viewer");
	if (!viewer || !may(r, action, own))
		return false;
	page_set(page_add(viewer, "may", NULL), "action", action);
	return true;
}

void answer_refusal(struct req *r, int status)
{
	xmlNode *said = element(r->page, "error");
	if (strcmp(r->suffix, "xml"))
		r->suffix = "";
	answer_page(r, "error");
	page_set_number(r->page, "status", status);
	if (said)
		xmlAddChild(r->page, xmlDocCopyNode(said, r->page->doc, 1));
	else
		page_set(page_add(r->page, "error", NULL), "code", code_of(status));
}

int answer_may_not(struct req *r)
{
	unsigned could = r->person.id ? r->person.roles | r->person.asleep : PERSON;
	if (r->method != GET || *r->suffix || !policy_may(r->route->action, could))
		return FORBIDDEN;
	const char *query = *r->query ? talloc_asprintf(r->mem, "?%s", r->query) : "";
	const char *back = text_escape(r->mem, talloc_asprintf(r->mem, "%s%s", r->path, query));
	return see_other(r, "%s?zpet=%s", r->person.id ? "/ucet/overeni" : "/prihlaseni", back);
}

/* Compression modules append to tags (web.md 0.3); the tag is still ours. */
static size_t tag_length(const char *tag)
{
	static const char *const endings[] = { "-gzip", "-br", ";gzip", "-df" };
	size_t length = strcspn(tag, "\"");
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);
		if (length > n && !memcmp(tag + length - n, endings[i], n))
			return length - n;
	}
	return length;
}

/* Weak comparison against a list of tags, or "*". */
static bool tag_listed(const char *list, const char *etag)
{
	if (!strcmp(list, "*"))
		return true;
	for (const char *quote, *end; (quote = strchr(list, '"')) && (end = strchr(quote + 1, '"')); list = end + 1)
		if (tag_length(quote + 1) == strlen(etag) && !strncmp(quote + 1, etag, strlen(etag)))
			return true;
	return false;
}

bool answer_known(const struct req *r, const char *etag)
{
	return r->if_none_match && tag_listed(r->if_none_match, etag);
}

bool unchanged(struct req *r, int64_t revision, time_t changed)
{
	time_t now = time_now();
	const char *day = *r->suffix ? "" : time_day(r->mem, now);
	/* Whoever signed in has a page of their own: with their name, their buttons and the token of their forms. */
	const char *own = r->person.id ? talloc_asprintf(r->mem, "-%.12s-%x", session_token(r), r->person.roles) : "";
	r->etag = talloc_asprintf(r->mem, "r%" PRId64 "-%s-%s%s%s%s", revision, render_build(), r->lang, *day ? "-" : "", day, own);
	r->modified = changed > now ? now : changed;
	if (r->modified >= 0)
		page_set(r->page, "modified", time_local(r->mem, r->modified));
	if (r->told) {
		r->etag = NULL;
		return false;
	}
	if (r->if_none_match)
		return answer_known(r, r->etag);
	if (!r->if_modified_since || r->modified < 0 || !*r->suffix)
		return false;
	return time_parse(r->if_modified_since, NULL) >= r->modified;
}

bool may(const struct req *r, const char *action, bool own)
{
	return policy_may(action, r->person.roles | (own ? AUTHOR : 0u) | VISITOR);
}

bool wants_full(const struct req *r)
{
	return *r->suffix != '\0';
}
