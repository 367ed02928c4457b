/* The life of a request, top to bottom: no hooks, no filters. */
#include "handle.h"
#include <string.h>
#include "answer.h"
#include "guard.h"
#include "repeat.h"
#include "web.h"

/* The person's choice, the cookie, what the browser asks for, Czech. Feeds do not negotiate (web.md 1.1). */
static bool language_choose(struct req *r)
{
	static const char *const known[] = { "cs", "en", "uk" };
	const char *asked = request_param(r, "jazyk"), *kept = param_value(r->cookies, "jazyk");
	const char *wish = asked ? asked : *r->suffix ? NULL : kept ? kept : r->accept_language;
	bool found = false;
	for (size_t i = 0; wish && !found && i < sizeof known / sizeof *known; i++)
		if ((found = !strncmp(wish, known[i], 2) && (wish[2] == '\0' || !asked)))
			r->lang = known[i];
	r->lang_chosen = !*r->suffix && (asked || kept);
	if (asked && found && !*r->suffix)
		r->cookie = talloc_asprintf(r->mem, "jazyk=%s; Path=%s/; Max-Age=31536000; SameSite=Lax%s", r->lang, conf.root,
					    !strncmp(conf.base, "https:", 6) ? "; Secure" : "");
	return found || !asked;
}

/* The same place under its present address: only the town's segment changes. A name that towns share leads to the list of them. */
static int town_moved(struct req *r, const char *slug)
{
	if (strchr(r->location, '?'))
		return SEE_OTHER;
	const char *old = strstr(r->path, slug), *dot = *r->suffix ? "." : "";
	const char *query = *r->query ? talloc_asprintf(r->mem, "?%s", r->query) : "";
	return moved(r, "%.*s%s%s%s%s%s", (int)(old - r->path), r->path, r->location + 1, old + strlen(slug), dot, r->suffix, query);
}

static bool query_fits(struct req *r)
{
	size_t count = 0;
	while (r->route->query && r->route->query[count].name)
		count++;
	r->values = talloc_zero_array(r->mem, struct value, (unsigned)count + 1);
	if (!count || form_read(r, r->route->query, r->values) || r->route->formats & (FORM | ASK))
		return true;
	for (size_t i = 0; i < count; i++)
		if (r->values[i].error) {
			const struct field *f = &r->route->query[i];
			char *allowed = f->allowed ? talloc_strdup(r->mem, "") : f->type == FIELD_NUMBER || f->type == FIELD_DECIMAL
				? talloc_asprintf(r->mem, "%" PRId64 "–%" PRId64, f->low, f->high) : NULL;
			for (const char *const *word = f->allowed; word && *word; word++)
				allowed = talloc_asprintf_append(allowed, "%s%s", *allowed ? ", " : "", *word);
			bad_value(r, f->name, allowed);
			break;
		}
	return false;
}

static int look(struct req *r)
{
	answer_page(r, r->route->page);
	return !query_fits(r) ? BAD_REQUEST : r->stopped ? invalid(r) : r->route->handler(r);
}

/* One try of a POST, in a transaction; a conflict with another one starts it anew, page and all. */
static void act(void *given)
{
	struct req *r = given;
	r->location = r->flash = NULL;
	r->hits = NULL;
	r->kept = r->stopped = false;
	r->status = SEE_OTHER;
	if (repeat_known(r))
		return;
	const char *cookie = r->cookie;
	r->status = look(r);
	if (r->status >= 400)
		db_rollback();
	else
		repeat_keep(r, r->status == SEE_OTHER && r->cookie == cookie);
}

static int work(struct req *r)
{
	struct timespec began;
	clock_gettime(CLOCK_MONOTONIC, &began);
	r->personal = r->route->formats & ASK || !policy_may(r->route->action, VISITOR);
	if (r->method != POST)
		r->status = look(r);
	else
		db_transaction(act, r);
	throttle_settle(r);
	if (r->method == POST && r->route->formats & EVEN)
		guard_even(&began);
	return r->status;
}

/* Files are taken only where a form asks for them, and from who may send it. */
static int upload(struct req *r, const struct gateway *g)
{
	return r->multipart && !(r->route->formats & UPLOAD) ? 415 : request_upload(r, g);
}

static int handle(struct req *r, const struct gateway *g)
{
	const char *slug = r->town.slug;
	if (!language_choose(r))
		return BAD_REQUEST;
	if (slug && !place_load(r, slug))
		return r->location ? town_moved(r, slug) : NOT_FOUND;
	session_load(r);
	r->person.roles |= VISITOR;
	if (!policy_may(r->route->action, r->person.roles))
		return answer_may_not(r);
	int refused = upload(r, g);
	if (refused)
		return refused;
	if (r->method == POST && !(r->route->formats & ONE_CLICK) && !session_genuine(r))
		return FORBIDDEN;
	return work(r);
}

static bool slash_ends(struct req *r)
{
	size_t length = strlen(r->path);
	if (length > 1 && r->path[length - 1] == '/')
		r->location = talloc_strndup(r->mem, r->path, length - 1);
	return r->location && r->location[1] != '/';
}

static void language_error(struct req *r)
{
	if (!r->page && request_param(r, "jazyk")) {
		answer_page(r, "error");
		bad_value(r, "jazyk", "cs, en, uk");
	}
}

void handle_request(struct req *r, const struct gateway *g)
{
	r->status = request_read(r, g);
	if (!r->status && slash_ends(r))
		r->status = MOVED;
	if (!r->status)
		r->status = route_find(r, routes);
	bool routed = !r->status;
	if (routed)
		r->status = handle(r, g);
	if (routed && r->status == BAD_REQUEST)
		language_error(r);
	bool own_page = r->page && (r->status == OK || r->status == INVALID || r->kept);
	if (r->status >= 400 && !own_page)
		answer_refusal(r, r->status);
	else if (r->page)
		page_set_number(r->page, "status", r->status);
}
