/* What waits for the people of the site, and how much there is of everything. */
#include "admin/admin.h"

enum { PER_PAGE = 50, PAGES = 100000 };
const struct field page_fields[] = { { .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = PAGES, .fallback = "1" }, { 0 } };
enum { PAGE_NUMBER };

void desk_offer(struct req *r)
{
	static const char *const actions[] = { "town.decide", "organisation.decide", "report.decide", "notice.review", "site.log", "site.health", "site.settings", NULL };
	for (const char *const *action = actions; *action; action++)
		offer(r, *action, false);
}

/* What somebody of the site has to do something about: a claim whose office has no mail, or a rival whom the admins answered. */
#define WAITING_CLAIM                                                                                                                       \
	"c.open_town IS NOT NULL AND (c.state = 'claimed' AND NOT (c.rival AND c.accepted IS NULL AND c.vote_until > ?))"
#define OPEN_CLAIM "c.open_town IS NOT NULL"

int desk_page(struct req *r)
{
	db_rows(r->mem, r->page, "counts",
		"SELECT (SELECT COUNT(*) FROM person WHERE erased_at IS NULL) AS `@people`, (SELECT COUNT(*) FROM town WHERE official) AS `@towns`,"
		" (SELECT COUNT(*) FROM organisation WHERE state = 'verified') AS `@organisations`,"
		" (SELECT COUNT(*) FROM notice WHERE hangs) AS `@notices`, (SELECT COUNT(*) FROM source WHERE state = 'active') AS `@sources`");
	db_rows(r->mem, r->page, "waiting",
		"SELECT (SELECT COUNT(*) FROM town_claim c WHERE " WAITING_CLAIM ") AS `@claims`,"
		" (SELECT COUNT(*) FROM organisation WHERE state = 'submitted') AS `@organisations`,"
		" (SELECT COUNT(*) FROM report WHERE state IN ('received', 'triaged', 'in_hand', 'appealed')) AS `@reports`,"
		" (SELECT COUNT(*) FROM outbox WHERE state IN ('failed', 'unknown')) AS `@letters`,"
		" (SELECT COUNT(*) FROM source WHERE state = 'active' AND failures) AS `@sources`,"
		" (SELECT COUNT(*) FROM job_round WHERE done_at IS NULL OR done_at + INTERVAL 3 * every_seconds SECOND < ?) AS `@jobs`",
		T(time_now()), T(time_now()));
	db_rows(r->mem, r->page, "silent",
		"SELECT t.slug AS `@town`, COUNT(*) AS `@count`, t.name AS town FROM notice n JOIN town t ON t.code = n.town_code"
		" WHERE n.state = 'approval' AND n.hangs = 0 AND n.site_reads_at IS NOT NULL GROUP BY t.code, t.slug, t.name ORDER BY MIN(n.site_reads_at), t.code LIMIT 50");
	desk_offer(r);
	return OK;
}

/* Where a page of a list begins; -1 past its end. */
static int64_t offset(struct req *r, int64_t total)
{
	int64_t page = r->values[PAGE_NUMBER].number;
	return page_pager(r, page, PER_PAGE, total) ? (page - 1) * PER_PAGE : -1;
}

int desk_towns(struct req *r)
{
	int64_t from = offset(r, db_number(0, "SELECT COUNT(*) FROM town_claim c WHERE " OPEN_CLAIM));
	if (from < 0)
		return NOT_FOUND;
	db_rows(r->mem, r->page, "claim",
		"SELECT c.id AS `@id`, c.state AS `@state`, c.way AS `@way`, IF(c.rival, 'yes', NULL) AS `@rival`, IF(" WAITING_CLAIM ", 'yes', NULL) AS `@waiting`,"
		" IF(c.rival AND c.accepted IS NULL AND c.vote_until > ?, 'yes', NULL) AS `@voting`, t.slug AS `@town`, t.name AS town, p.name AS who, c.duty,"
		" c.asked_at AS asked, c.code_until AS `until`, c.vote_until AS vote"
		"  FROM town_claim c JOIN town t ON t.code = c.town_code JOIN person p ON p.id = c.person_id WHERE " OPEN_CLAIM
		" ORDER BY `@waiting` IS NULL, c.asked_at, c.id LIMIT ? OFFSET ?",
		T(time_now()), T(time_now()), I(PER_PAGE), I(from));
	return OK;
}

int desk_organisations(struct req *r)
{
	int64_t from = offset(r, db_number(0, "SELECT COUNT(*) FROM organisation WHERE state IN ('submitted', 'suspended')"));
	if (from < 0)
		return NOT_FOUND;
	db_rows(r->mem, r->page, "organisation",
		"SELECT o.id AS `@id`, o.slug AS `@slug`, o.state AS `@state`, o.legal_form AS `@form`, o.register_state AS `@register`, t.slug AS `@town`,"
		" (SELECT COUNT(*) FROM vouch v WHERE v.organisation_id = o.id) AS `@vouches`, o.name, t.name AS town, o.ico, o.register_name, o.created_at AS founded"
		"  FROM organisation o JOIN town t ON t.code = o.town_code WHERE o.state IN ('submitted', 'suspended')"
		" ORDER BY o.state, COALESCE(o.submitted_at, o.created_at), o.id LIMIT ? OFFSET ?",
		I(PER_PAGE), I(from));
	return OK;
}

int desk_levels(struct req *r)
{
	int64_t from = offset(r, db_number(0, "SELECT COUNT(*) FROM level_grant"));
	if (from < 0)
		return NOT_FOUND;
	db_rows(r->mem, r->page, "grant",
		"SELECT g.id AS `@id`, g.level AS `@level`, IF(g.revoked_at IS NULL, IF(g.until >= ?, 'valid', 'over'), 'revoked') AS `@state`, t.slug AS `@town`,"
		" o.slug AS `@organisation`, " PERSON_SHOWN("p") " AS who, COALESCE(t.name, o.name) AS body, w.name AS granted_by, g.granted_at AS granted, g.until"
		"  FROM level_grant g JOIN person p ON p.id = g.person_id LEFT JOIN person w ON w.id = g.granted_by LEFT JOIN town t ON t.code = g.town_code"
		"  LEFT JOIN organisation o ON o.id = g.organisation_id ORDER BY g.id DESC LIMIT ? OFFSET ?",
		S(time_day(r->mem, time_now())), I(PER_PAGE), I(from));
	return OK;
}
