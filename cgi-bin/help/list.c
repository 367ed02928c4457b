/* Lists of requests and offers around a town, and the way in for who has not said which town. */
#include "help/crisis.h"
#include "help/help.h"
#include "help/near.h"

enum { PER_PAGE = 20, PER_FEED = 50, FOUND = 20 };

static const char *const distances[] = { "1", "3", "5", "10", "30", NULL };
static const char *const whens[] = { "hned", "tyden", "pravidelne", NULL };
static const char *const wishes[] = { "potrebuji", "pomohu", NULL };

enum { PLACE, KM, CATEGORY, PAGE_NUMBER, WHEN };
#define AROUND                                                                                                                             \
	[PLACE] = { .name = "misto", .type = FIELD_TEXT, .high = 80 }, [KM] = { .name = "km", .type = FIELD_CHOICE, .allowed = distances, .fallback = "5" }, \
	[CATEGORY] = { .name = "s-cim", .type = FIELD_TEXT, .high = 20 },                                                                 \
	[PAGE_NUMBER] = { .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = 1000, .fallback = "1" }
const struct field requests_query[] = { AROUND, [WHEN] = { .name = "kdy", .type = FIELD_CHOICE, .allowed = whens }, { 0 } };
const struct field offers_query[] = { AROUND, { 0 } };
enum { TOWN, WISH };
const struct field entry_query[] = {
	[TOWN] = { .name = "obec", .type = FIELD_TEXT, .high = 100 },
	[WISH] = { .name = "chci", .type = FIELD_CHOICE, .allowed = wishes },
	{ 0 },
};

/* Somewhere else was typed as the place. */
static bool is_elsewhere(const struct req *r)
{
	const char *typed = r->values[PLACE].text;
	return !*r->suffix && *typed && strcmp(text_fold(r->mem, typed), text_fold(r->mem, r->town.name)) != 0;
}

/* A list of what happens is as old as its last change; while that is a second old, another one could still hide behind it. */
static bool same_as_before(struct req *r, const struct near *n)
{
	bool same = unchanged(r, n->revision, n->changed);
	if (n->settled)
		return same;
	r->etag = NULL;
	r->modified = -1;
	return false;
}

static void counts_add(struct req *r, const struct near *n)
{
	xmlNode *count = page_add(r->page, "count", NULL);
	page_set_number(count, "requests", n->requests);
	page_set_number(count, "offers", n->offers);
	page_set_number(count, "km", n->filter.km);
	show_categories(r, r->page, crisis_on(r->town.code));
}

static int list(struct req *r, bool offers)
{
	const struct value *v = r->values;
	const char *allowed = NULL;
	struct near_filter filter = { .km = strtoll(v[KM].text, NULL, 10), .category = v[CATEGORY].text, .dated = !strcmp(r->suffix, "ics") };
	if (!offers)
		filter.when = v[WHEN].given ? NEAR_NOW + (enum near_when)v[WHEN].number : NEAR_ANY;
	if (is_elsewhere(r))
		return see_other(r, "/pomoc?obec=%s", text_escape(r->mem, v[PLACE].text));
	if (!near_category(r, v[CATEGORY].text, &allowed))
		return bad_value(r, "s-cim", allowed);
	r->noindex = true;
	struct near n = near_read(r, &filter);
	n.revision ^= db_number(0, "SELECT version FROM town_help WHERE town_code = ?", I(r->town.code)) << 40;
	if (same_as_before(r, &n))
		return NOT_MODIFIED;
	counts_add(r, &n);
	if (!*r->suffix || !strcmp(r->suffix, "xml"))
		crisis_show(r->mem, r->page, r->town.code);
	int64_t per = n.pages ? PER_PAGE : PER_FEED, page = v[PAGE_NUMBER].number;
	if (!page_pager(r, page, per, offers ? n.offers : n.requests))
		return NOT_FOUND;
	(offers ? near_offers : near_requests)(r, r->page, &n, per, (page - 1) * per);
	return OK;
}

int list_requests(struct req *r)
{
	return list(r, false);
}

int list_offers(struct req *r)
{
	return list(r, true);
}

/* Which town; what is wanted there may be said before. */
int list_entry(struct req *r)
{
	const struct value *v = r->values;
	if (!v[TOWN].given)
		return OK;
	place_find(r, v[TOWN].text, FOUND);
	const char *slug = *r->suffix ? NULL : place_only(r);
	return slug ? see_other(r, "/%s/pomoc%s%s", slug, v[WISH].given ? "/" : "", v[WISH].text) : OK;
}
