/* What became of requests, month by month: asked, helped, nobody found, and how long it took until somebody said yes. Figures of a town, never of a person. */
#include "dispatch/dispatch.h"

enum { MONTHS = 12, LAST = 12 };

#define TOWN " FROM help_request q WHERE q.town_code = ? AND q.created_at >= ? AND q.created_at < ? AND q.state NOT IN ('draft', 'unconfirmed')"
#define CLUB " FROM help_request q WHERE q.organisation_id = ? AND q.created_at >= ? AND q.created_at < ? AND q.state NOT IN ('draft', 'unconfirmed')"
#define HOURS "SELECT DISTINCT ROUND(MEDIAN(TIMESTAMPDIFF(MINUTE, q.opened_at, q.first_yes_at)) OVER () / 60, 1)"
#define COUNTS                                                                                                                             \
	"SELECT ? AS `@name`, COUNT(*) AS `@asked`, COALESCE(SUM(q.outcome = 'fulfilled'), 0) AS `@fulfilled`, COALESCE(SUM(q.outcome = 'partly'), 0) AS `@partly`," \
	" COALESCE(SUM(q.outcome IN ('unfulfilled', 'expired')), 0) AS `@unfulfilled`, "
#define KINDS                                                                                                                              \
	"SELECT q.category AS `@code`, COUNT(*) AS `@asked`, SUM(COALESCE(q.outcome IN ('fulfilled', 'partly'), FALSE)) AS `@helped`,"         \
	" SUM(COALESCE(q.outcome IN ('unfulfilled', 'expired'), FALSE)) AS `@unfulfilled`"
#define MONTH(where) db_rows(r->mem, r->page, "month", COUNTS "(" HOURS where " AND q.first_yes_at IS NOT NULL) AS `@median`" where, S(name), I(whose), T(from), T(to), I(whose), T(from), T(to))
#define KIND(where) db_rows(r->mem, r->page, "kind", KINDS where " GROUP BY q.category ORDER BY COUNT(*) DESC, q.category", I(whose), T(from), T(to))

/* "2026-11" is so many months before now. */
static const char *month_before(struct req *r, int back)
{
	const char *today = time_day(r->mem, time_now());
	int year = 0, month = 0;
	if (sscanf(today, "%4d-%2d", &year, &month) != 2)
		return today;
	int count = year * MONTHS + month - 1 - back;
	return talloc_asprintf(r->mem, "%04d-%02d", count / MONTHS, count % MONTHS + 1);
}

static time_t first_of(struct req *r, int back)
{
	return time_midnight(talloc_asprintf(r->mem, "%s-01", month_before(r, back)), 0);
}

int desk_figures(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	int64_t whose = d.town ? d.town : d.organisation;
	for (int back = 0; LAST > back; back++) {
		const char *name = month_before(r, back);
		time_t from = first_of(r, back), to = first_of(r, back - 1);
		d.town ? MONTH(TOWN) : MONTH(CLUB);
	}
	time_t from = first_of(r, LAST - 1), to = first_of(r, -1);
	d.town ? KIND(TOWN) : KIND(CLUB);
	return OK;
}
