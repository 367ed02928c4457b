/* The board: requests by their state, urgent ones first, then what stands still longest. */
#include "dispatch/dispatch.h"

enum { SHOWN = 20, PER_PAGE = 50 };

struct club {
	int64_t id;
	const char *name, *town_slug;
	bool handles;
};
static const struct column club_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct club, id) },
	{ "name", COLUMN_TEXT, offsetof(struct club, name) },
	{ "town_slug", COLUMN_TEXT, offsetof(struct club, town_slug) },
	{ "handles", COLUMN_BOOL, offsetof(struct club, handles) },
	{ 0 },
};

/* A verified organisation's admins and coordinators; its town stands around the page. */
static int desk_club(struct req *r, struct desk *d)
{
	struct club c;
	if (!db_one(r->mem, &c, club_columns,
		    "SELECT o.id, o.name, t.slug AS town_slug, o.state = 'verified' AND COALESCE(m.role IN ('admin', 'coordinator'), FALSE) AS handles"
		    "  FROM organisation o JOIN town t ON t.code = o.town_code LEFT JOIN organisation_member m ON m.organisation_id = o.id AND m.person_id = ?"
		    " WHERE o.slug = ?",
		    I(r->person.id), S(r->word)))
		return NOT_FOUND;
	if (!may(r, "help.desk", c.handles))
		return FORBIDDEN;
	place_load(r, c.town_slug);
	place_page(r);
	*d = (struct desk){ .organisation = c.id, .name = c.name, .path = talloc_asprintf(r->mem, "/organizace/%s/koordinace", r->word) };
	return 0;
}

int desk_open(struct req *r, struct desk *d)
{
	int refused = 0;
	if (r->word)
		refused = desk_club(r, d);
	else
		*d = (struct desk){ .town = r->town.code, .name = r->town.name, .path = talloc_asprintf(r->mem, "/%s/koordinace", r->town.slug) };
	if (refused || (d->town && !r->town.official))
		return refused ? refused : FORBIDDEN;
	xmlNode *desk = page_add(r->page, "desk", d->name);
	page_set(desk, "path", d->path);
	page_set(desk, "of", d->town ? "town" : "organisation");
	r->personal = true;
	return 0;
}

/* ---- columns ---- */

static const char *const words[] = { "precist", "hleda-se", "domlouva-se", "slibeno", "probiha", "hotovo", "skryte", "uzavrene", NULL };
static const char *const states[] = { "review", "open", "reserved", "filled", "underway", "done_claimed", "hidden", "closed" };
enum { HIDDEN = 6, CLOSED = 7 };
enum { STATE, PAGE_NUMBER };
const struct field board_query[] = {
	[STATE] = { .name = "stav", .type = FIELD_CHOICE, .allowed = words },
	[PAGE_NUMBER] = { .name = "strana", .type = FIELD_NUMBER, .low = 1, .high = 1000, .fallback = "1" },
	{ 0 },
};

#define TOWN " WHERE q.town_code = ? AND q.organisation_id IS NULL"
#define CLUB " WHERE q.organisation_id = ?"
#define CARD                                                                                                                               \
	"SELECT q.id AS `@id`, q.code AS `@code`, q.state AS `@state`, q.outcome AS `@outcome`, q.category AS `@category`, k.icon AS `@icon`,"           \
	" IF(q.urgent, 'yes', NULL) AS `@urgent`, IF(q.live AND q.changed_at < ? - INTERVAL IF(q.urgent, 2, 24) HOUR, 'yes', NULL) AS `@stale`,"      \
	" q.slots_needed AS `@slots`, q.slots_filled AS `@filled`,"                                                                        \
	" NULLIF((SELECT COUNT(*) FROM response a WHERE a.request_id = q.id AND a.state = 'applied'), 0) AS `@applied`,"                   \
	" NULLIF((SELECT COUNT(*) FROM response a WHERE a.request_id = q.id AND a.state = 'invited'), 0) AS `@invited`, q.title,"           \
	" CONCAT_WS(' ', NULLIF(q.given, ''), NULLIF(q.initial, '')) AS who, t.name AS `where`, q.part, NULLIF(" PERSON_SHOWN("p") ", '') AS coordinator, q.changed_at AS changed" \
	"  FROM help_request q JOIN town t ON t.code = q.town_code JOIN help_category k ON k.code = q.category LEFT JOIN person p ON p.id = q.coordinator_id"

static int64_t scope(const struct desk *d)
{
	return d->town ? d->town : d->organisation;
}

static int64_t column_count(const struct desk *d, size_t column)
{
	return d->town ? db_number(0, "SELECT COUNT(*) FROM help_request q" TOWN " AND q.live = ? AND q.state = ?", I(d->town), I(column != CLOSED), S(states[column]))
		       : db_number(0, "SELECT COUNT(*) FROM help_request q" CLUB " AND q.live = ? AND q.state = ?", I(d->organisation), I(column != CLOSED), S(states[column]));
}

static void column_add(struct req *r, const struct desk *d, size_t column, int64_t count, int64_t limit, int64_t offset)
{
#define ORDER " AND q.live = 1 AND q.state = ? ORDER BY q.urgent DESC, q.changed_at LIMIT ? OFFSET ?"
#define ENDED " AND q.live = 0 AND q.state = ? ORDER BY q.changed_at DESC LIMIT ? OFFSET ?"
#define CARDS(where) db_rows(r->mem, node, "card", CARD where, T(time_now()), I(scope(d)), S(states[column]), I(limit), I(offset))
	xmlNode *node = page_add(r->page, "column", NULL);
	page_set(node, "state", states[column]);
	page_set(node, "word", words[column]);
	page_set_number(node, "count", count);
	if (!count)
		return;
	if (column == CLOSED)
		d->town ? CARDS(TOWN ENDED) : CARDS(CLUB ENDED);
	else
		d->town ? CARDS(TOWN ORDER) : CARDS(CLUB ORDER);
}

/* Changes with every change of a request or of an answer to it. */
static bool board_unchanged(struct req *r, const struct desk *d)
{
#define MARK(table) "SELECT COUNT(*) * 4294967296 + COALESCE(BIT_XOR(CRC32(CONCAT_WS(':', " table ".id, " table ".version))), 0) FROM help_request q"
#define ANSWERS " JOIN response a ON a.request_id = q.id"
	int64_t own = d->town ? db_number(0, MARK("q") TOWN " AND q.live = 1", I(d->town)) : db_number(0, MARK("q") CLUB " AND q.live = 1", I(d->organisation));
	int64_t theirs = d->town ? db_number(0, MARK("a") ANSWERS TOWN " AND q.live = 1", I(d->town)) : db_number(0, MARK("a") ANSWERS CLUB " AND q.live = 1", I(d->organisation));
	return unchanged(r, own ^ theirs, -1);
}

static int column_page(struct req *r, const struct desk *d, size_t column)
{
	int64_t number = r->values[PAGE_NUMBER].number, count = column_count(d, column);
	if (!page_pager(r, number, PER_PAGE, count))
		return NOT_FOUND;
	column_add(r, d, column, count, PER_PAGE, (number - 1) * PER_PAGE);
	return OK;
}

int desk_board(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	offer(r, "help.settings", false);
	offer(r, "help.crisis", false);
	if (r->values[STATE].given)
		return column_page(r, &d, (size_t)r->values[STATE].number);
	if (board_unchanged(r, &d))
		return NOT_MODIFIED;
	for (size_t i = 0; CLOSED > i; i++) {
		int64_t count = column_count(&d, i);
		if (count || i != HIDDEN)
			column_add(r, &d, i, count, SHOWN, 0);
	}
	return OK;
}
