/* Paper: the sheet for the door of a shop with strips to tear off, and the code that stands on them. */
#include <ctype.h>
#include "help/help.h"
#include "help/near.h"
#include "web/qr.h"

enum { ON_SHEET = 7, CODE_LENGTH = 6 };

const struct field sheet_query[] = { { .name = "kod", .type = FIELD_TEXT, .high = 12 }, { 0 } };
const struct field poster_query[] = { { .name = "kod", .type = FIELD_TEXT, .high = 12 }, { 0 } };

/* "K7M 4TX" as it is written on paper to "k7m4tx"; "" when it cannot be a code. */
static const char *code_of(struct req *r, const char *typed)
{
	char *code = talloc_zero_size(r->mem, CODE_LENGTH + 1);
	size_t n = 0;
	for (const char *c = typed; *c; c++) {
		if (isspace((unsigned char)*c) || *c == '-')
			continue;
		if (n == CODE_LENGTH || !isalnum((unsigned char)*c))
			return "";
		code[n++] = (char)tolower((unsigned char)*c);
	}
	return n == CODE_LENGTH ? code : "";
}

/* A request everybody may read: the only kind that stands on paper. */
static bool is_public(const struct request *q)
{
	return !strcmp(q->visibility, "public") && !strcmp(q->moderation, "visible") && q->opened > 0 && strcmp(q->state, "hidden") != 0;
}

static bool is_wanted(const struct request *q)
{
	return is_public(q) && (!strcmp(q->state, "open") || !strcmp(q->state, "reserved"));
}

/* The telephone of the town's help, where people without the internet call. */
static void desk_add(struct req *r)
{
	db_rows(r->mem, r->page, "desk", "SELECT phone AS `@phone`, hours AS `@hours` FROM town_help WHERE town_code = ? AND phone IS NOT NULL", I(r->town.code));
}

/* All requests of the town, or the one whose code is given: its strips alone then. */
int sheet_page(struct req *r)
{
	const struct value *v = r->values;
	struct request q;
	const char *code = code_of(r, v[0].text);
	r->noindex = true;
	if (v[0].given && (!*code || !request_load(r->mem, 0, code, false, &q) || q.town != r->town.code || !is_wanted(&q)))
		return NOT_FOUND;
	desk_add(r);
	if (v[0].given) {
		show_request(r, r->page, q.id);
	} else {
		struct near n = near_read(r, &(struct near_filter){ .km = 0, .category = "" });
		n.pages = false;
		near_requests(r, r->page, &n, ON_SHEET, 0);
	}
	qr_add(r->page, v[0].given ? talloc_asprintf(r->mem, "%s/plakat/%s", conf.base, code) : talloc_asprintf(r->mem, "%s/%s/pomoc", conf.base, r->town.slug));
	return OK;
}

/* The code typed from paper. */
int poster_form(struct req *r)
{
	struct value *v = r->values;
	const char *code = code_of(r, v[0].text);
	if (!v[0].given)
		return OK;
	if (!*code)
		return form_error(r, &v[0], "kod", "code"), invalid(r);
	return see_other(r, "/plakat/%s", code);
}

/* The strip brings who took it to the request; who has no account yet makes one and comes back. */
int poster_page(struct req *r)
{
	struct request q;
	r->noindex = true;
	if (!request_load(r->mem, 0, r->word, false, &q) || !is_public(&q))
		return NOT_FOUND;
	show_request(r, r->page, q.id);
	return OK;
}
