/* What may happen to a notice that hangs: flows.md E5. The row is locked, its state, the right and the version are checked, then everything is written at once. */
#include "board/board.h"

enum { EDITION = SHARED };
const struct field change_fields[] = {
	SHARED_FIELDS,
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	{ 0 },
};

static const char *const reasons[] = { "neplati", "omyl", "chyba", "osobni", "jine", NULL };
enum { REASON, NOTE, DOWN_EDITION };
enum { OUTDATED, BY_MISTAKE };
const struct field down_fields[] = {
	[REASON] = { .name = "duvod", .type = FIELD_CHOICE, .allowed = reasons, .required = true },
	[NOTE] = { .name = "poznamka", .type = FIELD_TEXT, .high = 300 },
	[DOWN_EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	{ 0 },
};

struct notice {
	const char *kind, *state, *slug, *title, *summary, *body, *category, *place, *until, *originator;
	time_t from, to, posted, changed;
	int64_t version, source, club;
};
static const struct column columns[] = {
	{ "kind", COLUMN_TEXT, offsetof(struct notice, kind) },          { "state", COLUMN_TEXT, offsetof(struct notice, state) },
	{ "slug", COLUMN_TEXT, offsetof(struct notice, slug) },          { "title", COLUMN_TEXT, offsetof(struct notice, title) },
	{ "summary", COLUMN_TEXT, offsetof(struct notice, summary) },    { "body", COLUMN_TEXT, offsetof(struct notice, body) },
	{ "category", COLUMN_TEXT, offsetof(struct notice, category) },  { "place", COLUMN_TEXT, offsetof(struct notice, place) },
	{ "takedown_on", COLUMN_TEXT, offsetof(struct notice, until) },  { "originator", COLUMN_TEXT, offsetof(struct notice, originator) },
	{ "event_from", COLUMN_TIME, offsetof(struct notice, from) },    { "event_to", COLUMN_TIME, offsetof(struct notice, to) },
	{ "posted_at", COLUMN_TIME, offsetof(struct notice, posted) },   { "changed_at", COLUMN_TIME, offsetof(struct notice, changed) },
	{ "version", COLUMN_INT, offsetof(struct notice, version) },     { "source_id", COLUMN_INT, offsetof(struct notice, source) },
	{ "organisation_id", COLUMN_INT, offsetof(struct notice, club) },
	{ 0 },
};

#define NOTICE                                                                                                                             \
	"SELECT n.kind, IF(n.moderation IN ('hidden', 'removed'), 'redacted', n.state) AS state, n.slug, n.title, n.summary, n.body, c.name AS category, n.place, n.takedown_on, n.originator,"            \
	" n.event_from, n.event_to, n.posted_at, n.changed_at, n.version, n.source_id, n.organisation_id"                                  \
	"  FROM notice n LEFT JOIN category c ON c.id = n.category_id WHERE n.id = ? AND n.town_code = ?"

/* What moderators took away is nobody's to change meanwhile: neither hanging nor waiting. */
static bool load(struct req *r, struct notice *n)
{
	return r->method == POST ? db_one(r->mem, n, columns, NOTICE " FOR UPDATE", I(r->number), I(r->town.code))
				 : db_one(r->mem, n, columns, NOTICE, I(r->number), I(r->town.code));
}

static bool hangs(const struct notice *n)
{
	return text_has_word("posted extended", n->state);
}

static bool waits(const struct notice *n)
{
	return text_has_word("scheduled approval", n->state);
}

/* What was brought in follows its source, and nothing else. A club's words are the club's; the town may take them down, not change them. */
static bool may_edit(struct req *r, const struct notice *n)
{
	if (n->source || !strcmp(n->kind, "official_copy"))
		return false;
	if (!strcmp(n->kind, "community"))
		return may(r, "notice.club", n->club && speaks_for(r, n->club));
	return r->town.official && may(r, "notice.edit", false);
}

static bool may_take_down(struct req *r, const struct notice *n)
{
	if (n->source || !strcmp(n->kind, "official_copy"))
		return false;
	return may_edit(r, n) || (hangs(n) && r->town.official && may(r, "notice.takedown", false));
}

bool change_offer(struct req *r)
{
	struct notice n;
	if (!r->person.id || !is_page(r) || !load(r, &n))
		return false;
	bool edits = may_edit(r, &n), now = hangs(&n) || waits(&n);
	if (edits && now)
		offer(r, "notice.edit", edits);
	if (may_take_down(r, &n) && now)
		offer(r, "notice.takedown", edits);
	return edits && waits(&n);
}

static int to_notice(struct req *r, const char *slug)
{
	return see_other(r, "/%s/nastenka/%" PRId64 "%s%s", r->town.slug, r->number, *slug ? "-" : "", slug);
}

/* 0, or why the viewer may not: a state that allows nothing is a conflict, told without a form. */
static int refused(struct req *r, struct notice *n, bool (*allowed)(struct req *, const struct notice *))
{
	if (!load(r, n))
		return NOT_FOUND;
	if (!allowed(r, n))
		return not_allowed(r);
	return hangs(n) || waits(n) ? 0 : CONFLICT;
}

static void notice_page(struct req *r, const struct notice *n)
{
	xmlNode *notice = page_add(r->page, "notice", NULL);
	page_set_number(notice, "id", r->number);
	page_set(notice, "href", talloc_asprintf(r->mem, "/%s/nastenka/%" PRId64 "%s%s", r->town.slug, r->number, *n->slug ? "-" : "", n->slug));
	page_set(notice, "kind", n->kind);
	page_set(notice, "state", n->state);
	page_add(notice, "title", n->title);
	page_time(notice, "posted", n->posted);
}

static const char *moment(struct req *r, time_t when)
{
	return when < 0 ? "" : talloc_strndup(r->mem, time_local(r->mem, when), 16);
}

static const char *or_nothing(const char *text)
{
	return text ? text : "";
}

int change_page(struct req *r)
{
	struct notice n;
	int refusal = refused(r, &n, may_edit);
	if (refusal)
		return refusal;
	form_fill(r, "nazev", n.title);
	form_fill(r, "shrnuti", or_nothing(n.summary));
	form_fill(r, "text", or_nothing(n.body));
	form_fill(r, "kategorie", or_nothing(n.category));
	form_fill(r, "misto", or_nothing(n.place));
	form_fill(r, "od", moment(r, n.from));
	form_fill(r, "do", moment(r, n.to));
	form_fill(r, "visi", or_nothing(n.until));
	form_fill(r, "verze", text_number(r->mem, n.version));
	form_around(r);
	notice_page(r, &n);
	return OK;
}

/* Somebody else changed it in between: what they wrote stands beside what was typed, and the next try is meant for their version. */
static int met(struct req *r, const struct notice *n)
{
	xmlNode *theirs = page_add(r->page, "theirs", NULL);
	page_add(theirs, "title", n->title);
	page_add(theirs, "summary", n->summary);
	page_add(theirs, "text", or_nothing(n->body));
	page_time(theirs, "changed", n->changed);
	form_fill(r, "verze", text_number(r->mem, n->version));
	return conflict(r);
}

static bool same_text(const char *a, const char *b)
{
	return !strcmp(or_nothing(a), or_nothing(b));
}

/* The words, the time and the place are as they were: only the last day may differ. */
static bool same_words(struct req *r, const struct notice *n)
{
	const struct value *v = r->values;
	return same_text(v[TITLE].text, n->title) && same_text(given(&v[SUMMARY]), n->summary) && same_text(v[BODY].text, n->body) &&
	       same_text(given(&v[CATEGORY]), n->category) && same_text(given(&v[PLACE]), n->place) && same_text(v[FROM].text, moment(r, n->from)) &&
	       same_text(v[TO].text, moment(r, n->to));
}

/* Whether the last day moved, and that a hanging notice only hangs longer: shorter is a take-down, with its reason. */
static bool is_longer(struct req *r, const struct notice *n)
{
	struct value *v = r->values;
	if (same_text(given(&v[UNTIL]), n->until))
		return false;
	bool shorter = v[UNTIL].given && (!n->until || strcmp(v[UNTIL].text, n->until) < 0);
	if (shorter && hangs(n) && !v[UNTIL].error)
		form_error(r, &v[UNTIL], "visi", "shorter");
	return true;
}

/* What it said before is kept, unless nobody has seen it. */
static void keep(struct req *r, const struct notice *n)
{
	if (hangs(n))
		db_exec("INSERT INTO notice_version (notice_id, version, recorded_at, title, summary, body, takedown_on, source_hash)"
			" SELECT id, version, ?, title, summary, body, takedown_on, source_hash FROM notice WHERE id = ?",
			T(time_now()), I(r->number));
}

static void update(struct req *r, const struct notice *n, const char *state)
{
	const struct value *v = r->values;
	int64_t category = category_by_name(r, given(&v[CATEGORY]), state);
	db_exec("UPDATE notice SET state = ?, slug = ?, title = ?, summary = ?, body = ?, category_id = NULLIF(?, 0), place = ?, event_from = ?,"
		" event_to = ?, takedown_on = ?, search_text = ?, changed_at = ?, version = version + 1 WHERE id = ?",
		S(state), S(text_slug(r->mem, v[TITLE].text, 80)), S(v[TITLE].text), S(given(&v[SUMMARY])), S(v[BODY].text), I(category),
		S(given(&v[PLACE])), T(v[FROM].when), T(v[TO].when), S(given(&v[UNTIL])), S(search_text(r, n->originator)), T(time_now()), I(r->number));
	board_bump(r, n->kind);
}

/* Who is watched changes nothing in what was let through or hangs, or adds no link to it: nobody would read it before everybody. */
static void watched_check(struct req *r, const struct notice *n)
{
	struct value *v = r->values;
	const char *known[] = { n->title, or_nothing(n->summary), or_nothing(n->body), or_nothing(n->category), or_nothing(n->place), NULL };
	enum watch watch = strcmp(n->state, "approval") ? held_watch(r, n->kind) : UNWATCHED;
	const char *error = watch == LIMITED ? "limited" : watch == NEW && held_links(r, known) ? "links-added" : NULL;
	if (error && !v[BODY].error)
		form_error(r, &v[BODY], "text", error);
}

int change_take(struct req *r)
{
	struct notice n;
	int refusal = refused(r, &n, may_edit);
	if (refusal)
		return refusal;
	bool preview = form_around(r), longer = is_longer(r, &n), same = same_words(r, &n);
	notice_page(r, &n);
	shared_check(r, n.kind, waits(&n) ? n.posted : time_now());
	watched_check(r, &n);
	if (any_wrong(r, change_fields))
		return invalid(r);
	if (strcmp(r->values[EDITION].text, text_number(r->mem, n.version)))
		return met(r, &n);
	if (preview)
		return OK;
	if (same && !longer)
		return to_notice(r, n.slug);
	const char *state = longer && hangs(&n) ? "extended" : n.state;
	if (!same)
		keep(r, &n);
	update(r, &n, state);
	event_log_add(r, "notice", r->number, "notice.edit", n.state, state, same ? "extended" : "corrected", longer ? n.until : NULL);
	flash(r, same ? "notice-extended" : "notice-changed");
	return to_notice(r, text_slug(r->mem, r->values[TITLE].text, 80));
}

int down_page(struct req *r)
{
	struct notice n;
	int refusal = refused(r, &n, may_take_down);
	if (refusal)
		return refusal;
	form_fill(r, "verze", text_number(r->mem, n.version));
	if (!may(r, "notice.cancel", false) && hangs(&n))
		form_withhold(r, "duvod", reasons[BY_MISTAKE]);
	notice_page(r, &n);
	return OK;
}

/* Called off: it never hung, or it hung by mistake and an approver says so. What nobody read is in no archive. */
static const char *state_after(const struct req *r, const struct notice *n)
{
	if (!strcmp(n->state, "approval"))
		return "draft";
	return waits(n) || r->values[REASON].number == BY_MISTAKE ? "cancelled" : "taken_down";
}

int down_take(struct req *r)
{
	struct notice n;
	struct value *v = r->values;
	int refusal = refused(r, &n, may_take_down);
	if (refusal)
		return refusal;
	notice_page(r, &n);
	if (v[REASON].number == BY_MISTAKE && hangs(&n) && !may(r, "notice.cancel", false))
		form_error(r, &v[REASON], "duvod", "choice");
	if (any_wrong(r, down_fields))
		return invalid(r);
	if (strcmp(v[DOWN_EDITION].text, text_number(r->mem, n.version)))
		return CONFLICT;
	const char *state = state_after(r, &n);
	db_exec("UPDATE notice SET state = ?, takendown_at = IF(?, ?, takendown_at), changed_at = ?, version = version + 1 WHERE id = ?", S(state),
		I(hangs(&n)), T(time_now()), T(time_now()), I(r->number));
	board_bump(r, n.kind);
	event_log_add(r, "notice", r->number, hangs(&n) ? "notice.takedown" : "notice.edit", n.state, state, v[REASON].text, given(&v[NOTE]));
	flash(r, hangs(&n) && strcmp(state, "cancelled") ? "notice-down" : "notice-cancelled");
	return see_other(r, "/%s/nastenka", r->town.slug);
}
