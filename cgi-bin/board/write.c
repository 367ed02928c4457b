/* Writing a notice: which boards are the writer's, what a notice must say, and the row it becomes. */
#include "board/board.h"
#include <ctype.h>

enum { WEEK = 7 * 24 * 3600, LATE = 10 * 60 };

static const char *const boards[] = { "obec", "krize", "spolky", NULL };
static const char *const kinds[] = { "information", "crisis", "community" };
enum { INFORMATION, CRISIS, COMMUNITY };

enum { BOARD = SHARED, WHEN, URGENT, CLUB };
const struct field write_fields[] = {
	SHARED_FIELDS,
	[BOARD] = { .name = "deska", .type = FIELD_CHOICE, .allowed = boards, .required = true },
	[WHEN] = { .name = "vyvesit", .type = FIELD_MOMENT },
	[URGENT] = { .name = "pilne", .type = FIELD_TICK },
	[CLUB] = { .name = "za", .type = FIELD_NUMBER },
	{ 0 },
};

const char *given(const struct value *v)
{
	return v->given ? v->text : NULL;
}

bool is_page(const struct req *r)
{
	return route_format(r->suffix) == PAGE;
}

bool any_wrong(const struct req *r, const struct field *fields)
{
	for (size_t i = 0; fields[i].name; i++)
		if (r->values[i].error)
			return true;
	return false;
}

int not_allowed(struct req *r)
{
	if (r->method != GET || !policy_may("notice.post", r->person.asleep))
		return FORBIDDEN;
	return see_other(r, "/ucet/overeni?zpet=%s", text_escape(r->mem, r->path));
}

static void wrong(struct req *r, const struct field *fields, int field, const char *code)
{
	if (!r->values[field].error)
		form_error(r, &r->values[field], fields[field].name, code);
}

/* Nine digits in a row, spaces between them allowed: a telephone number, unless a file mark swallows them. */
static bool has_phone(const char *text)
{
	int digits = 0;
	for (const char *c = text; *c; c++) {
		if (isdigit((unsigned char)*c))
			digits++;
		else if (*c != ' ' && *c != '-' && (unsigned char)*c != 0xc2 && (unsigned char)*c != 0xa0)
			digits = 0;
		if (digits == 9 && !isdigit((unsigned char)c[1]))
			return true;
	}
	return false;
}

/* A number of a house after a word for a street. */
static bool has_street(struct req *r, const char *text)
{
	static const char *const words[] = { " ul ", " ulice ", " ulici ", " cp ", " c p " };
	const char *folded = talloc_asprintf(r->mem, " %s ", text_fold(r->mem, text));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (const char *at = folded; (at = strstr(at, words[i])); at++)
			if (strcspn(at + strlen(words[i]), "0123456789") <= (words[i][1] == 'u' ? 24u : 0u) &&
			    strpbrk(at + strlen(words[i]), "0123456789"))
				return true;
	return false;
}

/* visual.md 5: whose telephone or street it is they must say themselves; an office's are public anyway. */
static void private_check(struct req *r)
{
	struct value *v = r->values;
	static const int fields[] = { TITLE, SUMMARY, BODY };
	for (size_t i = 0; i < sizeof fields / sizeof *fields && !v[PUBLIC].given; i++) {
		const char *text = v[fields[i]].text;
		const char *code = has_phone(text) ? "phone-public" : has_street(r, text) ? "street-public" : NULL;
		if (code)
			wrong(r, write_fields, fields[i], code);
	}
}

void shared_check(struct req *r, const char *kind, time_t posted)
{
	const struct value *v = r->values;
	if (v[TO].given && !v[FROM].given)
		wrong(r, write_fields, FROM, "required");
	if (v[TO].when >= 0 && v[FROM].when >= 0 && v[TO].when <= v[FROM].when)
		wrong(r, write_fields, TO, "order");
	if (v[UNTIL].when >= 0 && strcmp(v[UNTIL].text, time_day(r->mem, posted)) < 0)
		wrong(r, write_fields, UNTIL, "past");
	if (v[CATEGORY].given && !*text_slug(r->mem, v[CATEGORY].text, 60))
		wrong(r, write_fields, CATEGORY, "letters");
	if (!strcmp(kind, kinds[COMMUNITY]))
		private_check(r);
}

int64_t category_by_name(struct req *r, const char *name, const char *state)
{
	if (!name)
		return 0;
	int64_t known = db_number(0, "SELECT MIN(id) FROM category WHERE town_code = ? AND name = ?", I(r->town.code), S(name));
	if (known || !strcmp(state, "approval"))
		return known;
	return db_exec("INSERT INTO category (town_code, slug, name) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)",
		       I(r->town.code), S(text_slug(r->mem, name, 60)), S(name));
}

const char *search_text(struct req *r, const char *originator)
{
	const struct value *v = r->values;
	return text_fold(r->mem, talloc_asprintf(r->mem, "%s\n%s\n%s\n%s", v[TITLE].text, v[SUMMARY].text, v[BODY].text, originator ? originator : ""));
}

void board_bump(struct req *r, const char *kind)
{
	db_exec("INSERT INTO board (town_code, kind, revision, changed_at) VALUES (?, ?, 1, ?)"
		" ON DUPLICATE KEY UPDATE revision = revision + 1, changed_at = GREATEST(changed_at, VALUES(changed_at))",
		I(r->town.code), S(kind), T(time_now()));
}

bool form_around(struct req *r)
{
	const struct value *v = r->values;
	notice_categories(r);
	db_rows(r->mem, r->page, "offer",
		"SELECT o.name AS `@name` FROM category_offer o WHERE o.offered"
		" AND NOT EXISTS (SELECT 1 FROM category c WHERE c.town_code = ? AND c.name = o.name) ORDER BY o.name",
		I(r->town.code));
	if (!param_value(r->form, "nahled"))
		return false;
	xmlNode *preview = page_add(r->page, "preview", NULL);
	page_add(preview, "title", v[TITLE].text);
	page_add(preview, "summary", given(&v[SUMMARY]));
	page_markdown(preview, "body", v[BODY].text);
	return true;
}

#define CLUBS                                                                                                                              \
	" FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id JOIN person p ON p.id = m.person_id"                  \
	" WHERE m.person_id = ? AND o.town_code = ? AND o.state = 'verified' AND m.role IN ('admin', 'coordinator')"                       \
	" AND p.standing IN ('normal', 'warned', 'limited') AND ? IN (0, o.id)"

bool speaks_for(struct req *r, int64_t organisation)
{
	return r->person.id && db_number(0, "SELECT COUNT(*)" CLUBS, I(r->person.id), I(r->town.code), I(organisation)) > 0;
}

/* Bits in the order of boards: where the viewer may write. Only a town that runs its page speaks on it. */
static unsigned boards_of(struct req *r)
{
	bool town = r->town.official && may(r, "notice.post", false), club = may(r, "notice.club", speaks_for(r, 0));
	return (town ? 1u << INFORMATION | 1u << CRISIS : 0) | (club ? 1u << COMMUNITY : 0);
}

/* The club the notice is of: the one that was chosen, or the only one there is; 0 for none. */
static int64_t club_of(struct req *r)
{
	struct value *v = r->values;
	if (v[BOARD].number != COMMUNITY || v[CLUB].error)
		return 0;
	if (!v[CLUB].given && db_number(0, "SELECT COUNT(*)" CLUBS, I(r->person.id), I(r->town.code), I(0)) > 1)
		wrong(r, write_fields, CLUB, "required");
	return db_number(0, "SELECT MIN(o.id)" CLUBS, I(r->person.id), I(r->town.code), I(v[CLUB].number));
}

/* How many more urgent ones the week still takes. */
static int64_t urgent_left(struct req *r)
{
	int64_t posted = db_number(0,
				   "SELECT COUNT(*) FROM notice WHERE town_code = ? AND urgent AND source_id IS NULL AND author_id IS NOT NULL"
				   " AND kind <> 'crisis' AND state NOT IN ('cancelled', 'draft') AND posted_at > ?",
				   I(r->town.code), T(time_now() - WEEK));
	int64_t left = db_number(0, "SELECT urgent_a_week FROM notice_rule WHERE kind = 'information'") - posted;
	return left > 0 ? left : 0;
}

/* The page around the form: only the boards that are the writer's. */
static bool around(struct req *r, unsigned mine)
{
	for (int i = 0; boards[i]; i++)
		if (!(mine >> i & 1))
			form_withhold(r, "deska", boards[i]);
	page_set_number(page_add(r->page, "urgent", NULL), "left", urgent_left(r));
	db_rows(r->mem, r->page, "club", "SELECT o.id AS `@id`, o.name" CLUBS " ORDER BY o.name", I(r->person.id), I(r->town.code), I(0));
	return form_around(r);
}

/* What an admin of the site decided for the kind. */
static int64_t hangs_days(const char *kind)
{
	return db_number(30, "SELECT hangs_days FROM notice_rule WHERE kind = ?", S(kind));
}

int write_page(struct req *r)
{
	unsigned mine = boards_of(r);
	if (!mine)
		return not_allowed(r);
	around(r, mine);
	if (!r->values[BOARD].given)
		form_fill(r, "deska", boards[mine & 1u << INFORMATION ? INFORMATION : COMMUNITY]);
	if (!r->values[UNTIL].given)
		form_fill(r, "visi", time_day(r->mem, time_now() + hangs_days(kinds[mine & 1u << INFORMATION ? INFORMATION : COMMUNITY]) * 24 * 3600));
	return OK;
}

static void check(struct req *r, unsigned mine, time_t posted, int64_t club)
{
	const struct value *v = r->values;
	if (v[BOARD].number == COMMUNITY && !club)
		wrong(r, write_fields, CLUB, "choice");
	if (v[BOARD].number >= 0 && !(mine >> v[BOARD].number & 1))
		wrong(r, write_fields, BOARD, "choice");
	if (posted < time_now() - LATE)
		wrong(r, write_fields, WHEN, "past");
	if (v[URGENT].given && v[BOARD].number == COMMUNITY)
		wrong(r, write_fields, URGENT, "town-only");
	if (v[URGENT].given && v[BOARD].number == INFORMATION && urgent_left(r) <= 0)
		wrong(r, write_fields, URGENT, "weekly");
	shared_check(r, v[BOARD].number >= 0 ? kinds[v[BOARD].number] : "", posted);
}

static const char *club_name(struct req *r, int64_t club)
{
	static const struct column columns[] = { { "name", COLUMN_TEXT, 0 }, { 0 } };
	struct {
		const char *name;
	} row = { NULL };
	if (club)
		db_one(r->mem, &row, columns, "SELECT name FROM organisation WHERE id = ?", I(club));
	return row.name;
}

static int64_t insert(struct req *r, const char *kind, const char *state, time_t posted, int64_t club)
{
	const char *originator = club_name(r, club);
	const struct value *v = r->values;
	int64_t category = category_by_name(r, given(&v[CATEGORY]), state);
	board_bump(r, kind);
	return db_exec("INSERT INTO notice (town_code, kind, state, slug, title, summary, body, category_id, posted_at, takedown_on, changed_at, urgent,"
		       " event_from, event_to, place, originator, organisation_id, search_text, author_id)"
		       " VALUES (?, ?, ?, ?, ?, ?, ?, NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, 0), ?, ?)",
		       I(r->town.code), S(kind), S(state), S(text_slug(r->mem, v[TITLE].text, 80)), S(v[TITLE].text), S(given(&v[SUMMARY])), S(v[BODY].text),
		       I(category), T(posted), S(given(&v[UNTIL])), T(time_now()), I(v[URGENT].given), T(v[FROM].when), T(v[TO].when), S(given(&v[PLACE])),
		       S(originator), I(club), S(search_text(r, originator)), I(r->person.id));
}

enum { AT_ONCE, LATER, HELD };
static const struct hanging {
	const char *state, *flash;
} hangings[] = {
	[AT_ONCE] = { "posted", "notice-posted" },
	[LATER] = { "scheduled", "notice-scheduled" },
	[HELD] = { "approval", "notice-held" },
};

int write_take(struct req *r)
{
	const struct value *v = r->values;
	unsigned mine = boards_of(r);
	if (!mine)
		return FORBIDDEN;
	time_t now = time_now(), posted = v[WHEN].when >= 0 ? v[WHEN].when : now;
	bool preview = around(r, mine);
	int64_t club = club_of(r);
	check(r, mine, posted, club);
	enum watch watch = v[BOARD].error ? UNWATCHED : held_watch(r, kinds[v[BOARD].number]);
	bool waits = held_check(r, watch);
	if (any_wrong(r, write_fields))
		return invalid(r);
	if (preview)
		return OK;
	if (watch && throttle_hit(r, "post-new", talloc_asprintf(r->mem, "%" PRId64, r->person.id))) {
		wrong(r, write_fields, BOARD, "daily");
		return invalid(r);
	}
	const struct hanging *how = &hangings[waits ? HELD : posted > now ? LATER : AT_ONCE];
	int64_t id = insert(r, kinds[v[BOARD].number], how->state, posted > now ? posted : now, club);
	event_log_add(r, "notice", id, "notice.post", NULL, how->state, NULL, NULL);
	if (waits)
		held_tell(r, id);
	else if (how == &hangings[AT_ONCE])
		notice_receipt(r->mem, id);
	flash(r, how->flash);
	const char *slug = text_slug(r->mem, v[TITLE].text, 80);
	return see_other(r, "/%s/nastenka/%" PRId64 "%s%s", r->town.slug, id, *slug ? "-" : "", slug);
}

void write_offer(struct req *r)
{
	if (!r->person.id || !is_page(r) || !boards_of(r))
		return;
	offer(r, "notice.write", false);
	db_rows(r->mem, r->page, "waiting",
		"SELECT id AS `@id`, " NOTICE_HREF("?") " AS `@href`, kind AS `@kind`, state AS `@state`, title, posted_at AS posted FROM notice n"
		" WHERE town_code = ? AND hangs = 0 AND state IN ('scheduled', 'approval') AND IF(kind = 'community', author_id = ?, author_id IS NOT NULL AND ?)"
		" ORDER BY posted_at, id LIMIT 50",
		S(r->town.slug), I(r->town.code), I(r->person.id), I(may(r, "notice.post", false)));
}
