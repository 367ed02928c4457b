/* Town notice boards: what hangs, the archive, one notice, a month for feed readers, and where imported notices come from. */
#include "board/board.h"

enum { PER_PAGE = 20, AT_MOST = 50, PER_MONTH = 2000, TOMBSTONES = 20, LATE_PAGES = 5000 };

static const char *const yes[] = { "ano", NULL };

enum { BOARDS, GROUP, TEXT, ARCHIVE, PAGE_NUMBER, AMOUNT };
static const struct field list_query[] = {
	[BOARDS] = { .name = "deska", .type = FIELD_SET, .allowed = notice_boards },
	[GROUP] = { .name = "kategorie", .type = FIELD_TEXT, .high = 60 },
	[TEXT] = { .name = "q", .type = FIELD_TEXT, .high = 100 },
	[ARCHIVE] = { .name = "archiv", .type = FIELD_CHOICE, .allowed = yes },
	[PAGE_NUMBER] = { .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = LATE_PAGES, .fallback = "1" },
	[AMOUNT] = { .name = "pocet", .type = FIELD_NUMBER, .low = 1, .high = AT_MOST },
	{ 0 },
};

static struct notice_filter filter_of(const struct req *r)
{
	const struct value *v = r->values;
	struct notice_filter f = notice_filter_for(r, PER_PAGE);
	f.boards = v[BOARDS].given ? v[BOARDS].number : f.boards;
	f.category = v[GROUP].text;
	f.text = v[TEXT].text;
	f.archive = v[ARCHIVE].given;
	f.limit = v[AMOUNT].given ? v[AMOUNT].number : f.limit;
	f.offset = (v[PAGE_NUMBER].number - 1) * f.limit;
	return f;
}

static void filter_page(struct req *r)
{
	const struct value *v = r->values;
	xmlNode *filter = page_add(r->page, "filter", NULL);
	for (const struct field *f = list_query; f->name; f++)
		if (f - list_query < PAGE_NUMBER && v[f - list_query].given)
			page_set(filter, f->name, v[f - list_query].text);
}

/* The Prague month "2026-11" of the newest notice posted before a moment, or of the oldest from it on; null when there is none. */
static const char *month_next_to(struct req *r, time_t moment, bool before)
{
	struct {
		time_t posted;
	} row;
	static const struct column columns[] = { { "posted", COLUMN_TIME, 0 }, { 0 } };
	if (before)
		db_one(r->mem, &row, columns,
		       "SELECT MAX(p) AS posted FROM ("
		       "SELECT MAX(posted_at) AS p FROM notice WHERE town_code = ? AND hangs = 1 AND posted_at < ? UNION ALL "
		       "SELECT MAX(posted_at) FROM notice WHERE town_code = ? AND hangs = 0 AND posted_at < ?) AS both_states",
		       I(r->town.code), T(moment), I(r->town.code), T(moment));
	else
		db_one(r->mem, &row, columns,
		       "SELECT MIN(p) AS posted FROM ("
		       "SELECT MIN(posted_at) AS p FROM notice WHERE town_code = ? AND hangs = 1 AND posted_at >= ? UNION ALL "
		       "SELECT MIN(posted_at) FROM notice WHERE town_code = ? AND hangs = 0 AND posted_at >= ? AND posted_at <= ?) AS both_states",
		       I(r->town.code), T(moment), I(r->town.code), T(moment), T(time_now()));
	return row.posted < 0 ? NULL : talloc_strndup(r->mem, time_day(r->mem, row.posted), 7);
}

/* RFC 6721: what was taken down or hidden lately, so that readers may forget it. */
static void tombstones(struct req *r, int64_t boards)
{
	boards = boards ? boards : -1;
	db_rows(r->mem, r->page, "gone",
		"SELECT id AS `@id`, takendown_at AS at FROM notice WHERE town_code = ? AND takendown_at IS NOT NULL AND moderation = 'visible'"
		" AND ? & (1 << (kind + 0 - 1)) ORDER BY takendown_at DESC LIMIT ?",
		I(r->town.code), I(boards), I(TOMBSTONES));
	db_rows(r->mem, r->page, "gone",
		"SELECT id AS `@id`, moderated_at AS at FROM notice WHERE town_code = ? AND moderated_at IS NOT NULL AND moderation <> 'visible'"
		" AND ? & (1 << (kind + 0 - 1)) ORDER BY moderated_at DESC LIMIT ?",
		I(r->town.code), I(boards), I(TOMBSTONES));
}

static void for_atom(struct req *r, const struct notice_filter *f)
{
	tombstones(r, f->boards);
	page_set(page_add(r->page, "archive", NULL), "prev", month_next_to(r, time_now() + 1, true));
}

static int board_list(struct req *r)
{
	struct notice_filter f = filter_of(r);
	const char *allowed;
	if (unchanged(r, r->town.revision, r->town.changed))
		return NOT_MODIFIED;
	filter_page(r);
	notice_categories(r);
	if (!notice_category_known(r, f.category, &allowed))
		return bad_value(r, "kategorie", allowed);
	int64_t hanging = notice_counts(r, f.boards);
	bool plain = !f.archive && !f.dated && !*f.category && !*f.text;
	if (!page_pager(r, r->values[PAGE_NUMBER].number, f.limit, plain ? hanging : notice_count(r, &f)))
		return NOT_FOUND;
	notice_list(r, r->page, &f);
	if (!strcmp(r->suffix, "atom"))
		for_atom(r, &f);
	write_offer(r);
	held_offer(r);
	return OK;
}

/* What a reader may be told of a notice depends on its state alone. */
struct standing {
	const char *slug, *state, *moderation;
	bool personal;
	time_t takendown;
};
static const struct column standing_columns[] = {
	{ "slug", COLUMN_TEXT, offsetof(struct standing, slug) },
	{ "state", COLUMN_TEXT, offsetof(struct standing, state) },
	{ "moderation", COLUMN_TEXT, offsetof(struct standing, moderation) },
	{ "personal_data", COLUMN_BOOL, offsetof(struct standing, personal) },
	{ "takendown_at", COLUMN_TIME, offsetof(struct standing, takendown) },
	{ 0 },
};

enum showing { NEVER, NOW, AFTER, ERASED };
static enum showing showing_of(const struct standing *s)
{
	static const struct {
		const char *state;
		enum showing showing;
	} states[] = {
		{ "posted", NOW },       { "extended", NOW },   { "cancelled", AFTER },
		{ "taken_down", AFTER }, { "archived", AFTER }, { "redacted", ERASED },
	};
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (!strcmp(states[i].state, s->state))
			return states[i].showing == AFTER && s->personal ? ERASED : states[i].showing;
	return NEVER;
}

/* 410: it hung here, it named people, and so nothing but the day remains (GDPR art. 17, standards.md 2.4). */
static int gone(struct req *r, const struct standing *s)
{
	xmlNode *error = page_add(r->page, "error", NULL);
	page_set(error, "code", "taken-down");
	page_time(error, "takendown", s->takendown);
	return GONE;
}

/* 410: moderators took it away, for a time or for good; why says the list of decisions. */
static int taken_away(struct req *r, const struct standing *s)
{
	page_set(page_add(r->page, "error", NULL), "code", s->moderation);
	return GONE;
}

static void history(struct req *r, xmlNode *item)
{
	db_rows(r->mem, item, "version",
		"SELECT version AS `@number`, title, recorded_at AS recorded FROM notice_version WHERE notice_id = ? ORDER BY version",
		I(r->number));
}

static int board_show(struct req *r)
{
	struct standing s;
	if (!db_one(r->mem, &s, standing_columns,
		    "SELECT slug, state, moderation, personal_data, takendown_at FROM notice WHERE id = ? AND town_code = ?", I(r->number),
		    I(r->town.code)) ||
	    (showing_of(&s) == NEVER && !change_offer(r)))
		return NOT_FOUND;
	if (!strcmp(s.moderation, "hidden") || !strcmp(s.moderation, "removed"))
		return taken_away(r, &s);
	if (showing_of(&s) == ERASED)
		return gone(r, &s);
	const char *tail = *s.slug ? talloc_asprintf(r->mem, "-%s", s.slug) : "";
	if (strcmp(r->tail, tail))
		return moved(r, "/%s/nastenka/%" PRId64 "%s%s%s", r->town.slug, r->number, tail, *r->suffix ? "." : "", r->suffix);
	if (unchanged(r, r->town.revision, r->town.changed))
		return NOT_MODIFIED;
	if (showing_of(&s) != NEVER)
		change_offer(r);
	notice_show(r, r->page, r->number);
	history(r, r->page->last);
	return OK;
}

static int board_permalink(struct req *r)
{
	struct {
		const char *town, *slug;
	} to;
	static const struct column columns[] = { { "town", COLUMN_TEXT, 0 }, { "slug", COLUMN_TEXT, sizeof(char *) }, { 0 } };
	if (!db_one(r->mem, &to, columns,
		    "SELECT t.slug AS town, n.slug FROM notice n JOIN town t ON t.code = n.town_code"
		    " WHERE n.id = ? AND n.state NOT IN ('draft', 'approval', 'scheduled')",
		    I(r->number)))
		return NOT_FOUND;
	return moved(r, "/%s/nastenka/%" PRId64 "%s%s", to.town, r->number, *to.slug ? "-" : "", to.slug);
}

/* The first moments of a month "2026-11" and of the next one; false when it is no month. */
static bool month_bounds(struct req *r, const char *month, time_t *since, time_t *until)
{
	const char *first = talloc_asprintf(r->mem, "%s-01", month);
	*since = strlen(month) == 7 ? time_midnight(first, 0) : -1;
	if (*since < 0 || *since > time_now())
		return false;
	const char *within_next = time_day(r->mem, time_midnight(first, 31));
	*until = time_midnight(talloc_asprintf(r->mem, "%.7s-01", within_next), 0);
	return true;
}

static int board_month(struct req *r)
{
	struct notice_filter f = notice_filter_for(r, PER_MONTH);
	f.either = true;
	f.limit = PER_MONTH;
	if (!month_bounds(r, r->word, &f.since, &f.until))
		return NOT_FOUND;
	if (unchanged(r, r->town.revision, r->town.changed))
		return NOT_MODIFIED;
	xmlNode *archive = page_add(r->page, "archive", NULL);
	page_set(archive, "month", r->word);
	page_set(archive, "prev", month_next_to(r, f.since, true));
	page_set(archive, "next", month_next_to(r, f.until, false));
	page_set_number(archive, "count", notice_list(r, r->page, &f));
	return OK;
}

static int board_sources(struct req *r)
{
	db_rows(r->mem, r->page, "source",
		"SELECT id AS `@id`, kind AS `@kind`, format AS `@format`, state AS `@state`, items AS `@items`, failures AS `@failures`,"
		" title, url, page, problem, tried_at AS tried, good_at AS good, due_at AS due"
		"  FROM source WHERE town_code = ? ORDER BY kind, id",
		I(r->town.code));
	return OK;
}

const struct route routes[] = {
	{ GET, "/:town/nastenka", "notice.read", "board-list", board_list, LIST, list_query },
	{ GET, "/:town/nastenka/:id", "notice.read", "board-show", board_show, LIST, NULL },
	{ GET, "/:town/nastenka/napsat", "notice.write", "board-write", write_page, PAGE | ASK, write_fields },
	{ POST, "/:town/nastenka/napsat", "notice.write", "board-write", write_take, PAGE | ASK, write_fields },
	{ GET, "/:town/nastenka/cekajici", "notice.review", "board-held", held_page, PAGE | ASK, held_fields },
	{ POST, "/:town/nastenka/cekajici", "notice.review", "board-held", held_take, PAGE | ASK, held_fields },
	{ GET, "/:town/nastenka/:id/upravit", "notice.write", "board-change", change_page, PAGE | ASK, change_fields },
	{ POST, "/:town/nastenka/:id/upravit", "notice.write", "board-change", change_take, PAGE | ASK, change_fields },
	{ GET, "/:town/nastenka/:id/sejmout", "notice.write", "board-down", down_page, PAGE | ASK, down_fields },
	{ POST, "/:town/nastenka/:id/sejmout", "notice.write", "board-down", down_take, PAGE | ASK, down_fields },
	{ GET, "/o/:id", "notice.read", "board-show", board_permalink, PAGE, NULL },
	{ GET, "/:town/archiv/:word", "notice.read", "board-month", board_month, LIST, NULL },
	{ GET, "/:town/zdroje", "source.read", "board-sources", board_sources, PAGE, NULL },
	{ 0 },
};
