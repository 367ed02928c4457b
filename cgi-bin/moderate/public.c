/* What is said to everybody: decisions without names (DSA art. 15, 24.5), the terms (art. 14), the contact point (art. 11 and 12). */
#include "moderate.h"

enum { PER_PAGE = 30, PER_FEED = 100 };
enum { PAGE_NUMBER };
const struct field decisions_query[] = {
	[PAGE_NUMBER] = { .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = 1000, .fallback = "1" },
	{ 0 },
};

/* The public copy: who, where exactly and what it said stays out. Of a person not even the town. */
#define PUBLIC                                                                                                                             \
	"SELECT d.id AS `@id`, d.target AS `@target`, d.action AS `@action`, d.reason AS `@reason`, d.outcome AS `@outcome`,"              \
	" d.reviews AS `@reviews`, IF(d.automated, 'yes', NULL) AS `@automated`, IF(d.state = 'appealed', 'yes', NULL) AS `@appealed`,"    \
	" IF(d.report_id IS NULL, 'yes', NULL) AS `@own`, IF(d.target = 'person', NULL, t.name) AS town, d.ground, d.summary,"             \
	" d.until AS `until`, d.decided_at AS decided FROM decision d LEFT JOIN town t ON t.code = d.town_code"

int decisions_page(struct req *r)
{
	struct {
		int64_t revision;
		time_t changed;
	} last;
	static const struct column columns[] = { { "revision", COLUMN_INT, 0 }, { "changed", COLUMN_TIME, sizeof(int64_t) }, { 0 } };
	int64_t number = r->values[PAGE_NUMBER].number, per = *r->suffix && strcmp(r->suffix, "xml") ? PER_FEED : PER_PAGE;
	db_one(r->mem, &last, columns,
	       "SELECT COUNT(*) + COUNT(appealed_at) + COUNT(outcome) AS revision, MAX(GREATEST(decided_at, COALESCE(appealed_at, decided_at))) AS changed FROM decision");
	if (unchanged(r, last.revision, last.changed))
		return NOT_MODIFIED;
	if (!page_pager(r, number, per, db_number(0, "SELECT COUNT(*) FROM decision")))
		return NOT_FOUND;
	db_rows(r->mem, r->page, "decision", PUBLIC " ORDER BY d.id DESC LIMIT ? OFFSET ?", I(per), I((number - 1) * per));
	return OK;
}

int decision_page(struct req *r)
{
	if (*r->tail || !db_rows(r->mem, r->page, "decision", PUBLIC " WHERE d.id = ?", I(r->number)))
		return NOT_FOUND;
	db_rows(r->mem, r->page, "review", "SELECT id AS `@id` FROM decision WHERE reviews = ?", I(r->number));
	return OK;
}

int terms_page(struct req *r)
{
	db_rows(r->mem, r->page, "terms", "SELECT version AS `@version`, since FROM wording WHERE name = 'terms' AND since <= ? ORDER BY version DESC LIMIT 1",
		S(time_day(r->mem, time_now())));
	return OK;
}

int contact_page(struct req *r)
{
	(void)r;
	return OK;
}
