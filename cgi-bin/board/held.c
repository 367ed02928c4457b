/* What new people write with a link (reliability.md 2.4), and all that people write whom moderators limited (flows.md E6), waits until somebody of the town has read it. */
#include "board/board.h"
#include <ctype.h>

enum { NEW_DAYS = 7, LINKS_MOST = 2, LIST_MOST = 50 };

enum { NOTICE, EDITION, DECISION, REASON };
enum { LET, REFUSE };
static const char *const decisions[] = { "vyvesit", "nevyvesit", NULL };
const struct field held_fields[] = {
	[NOTICE] = { .name = "oznameni", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX, .required = true },
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	[DECISION] = { .name = "rozhodnuti", .type = FIELD_CHOICE, .allowed = decisions, .required = true },
	[REASON] = { .name = "duvod", .type = FIELD_TEXT, .high = 300 },
	{ 0 },
};

static bool of_name(char c)
{
	return isalnum((unsigned char)c) || c == '-' || (unsigned char)c >= 0x80;
}

/* A name of a host in running text: letters or digits, a dot, and two to twelve letters without diacritics up to the end of the word. */
static bool is_host(const char *word, size_t n)
{
	size_t dot = n;
	while (dot && word[dot - 1] != '.')
		dot--;
	size_t ending = n - dot;
	for (size_t i = dot; i < n; i++)
		if (!isalpha((unsigned char)word[i]))
			return false;
	return dot > 2 && ending >= 2 && ending <= 12 && of_name(word[dot - 2]) && of_name(word[dot - 3]);
}

/* Somewhere in the word: "(//example.org/x" begins with its host, too. */
static bool is_link(const char *word, size_t n)
{
	if (memmem(word, n, "://", 3) || !strncasecmp(word, "www.", 4))
		return true;
	while (n && !of_name(*word))
		word++, n--;
	size_t host = 0;
	while (host < n && (of_name(word[host]) || word[host] == '.'))
		host++;
	while (host && word[host - 1] == '.')
		host--;
	return is_host(word, host);
}

/* The next word that reads as an address of the web; *n is its length, 0 at the end. */
static const char *link_next(const char *text, size_t *n)
{
	for (; *text; text += *n ? *n : 1) {
		*n = strcspn(text, " \t\n()<>\"'*,;!?|");
		if (is_link(text, *n))
			return text;
	}
	*n = 0;
	return text;
}

/* All that a notice says, in one text. */
static const char *words_of(struct req *r)
{
	const struct value *v = r->values;
	return talloc_asprintf(r->mem, "%s\n%s\n%s\n%s\n%s", v[TITLE].text, v[SUMMARY].text, v[BODY].text, v[CATEGORY].text, v[PLACE].text);
}

int held_links(struct req *r, const char *const *known)
{
	int count = 0;
	size_t n;
	for (const char *at = link_next(words_of(r), &n); n; at = link_next(at + n, &n)) {
		bool old = false;
		for (size_t i = 0; known && known[i] && !old; i++)
			old = memmem(known[i], strlen(known[i]), at, n) != NULL;
		count += !old;
	}
	return count;
}

enum watch held_watch(struct req *r, const char *board)
{
	return (enum watch)db_number(UNWATCHED,
				     "SELECT CASE WHEN p.standing = 'limited' THEN ? WHEN ? AND (p.created_at > ? OR NOT EXISTS (SELECT 1 FROM notice n"
				     " WHERE n.author_id = p.id AND n.state IN ('posted', 'extended', 'taken_down', 'archived'))) THEN ? ELSE ? END"
				     "  FROM person p WHERE p.id = ?",
				     I(LIMITED), I(!strcmp(board, "community")), T(time_now() - NEW_DAYS * 24 * 3600), I(NEW), I(UNWATCHED), I(r->person.id));
}

bool held_check(struct req *r, enum watch watch)
{
	struct value *v = r->values;
	int links = watch ? held_links(r, NULL) : 0;
	if (links > LINKS_MOST && !v[BODY].error)
		form_error(r, &v[BODY], "text", "links");
	return watch == LIMITED || links > 0;
}

struct reader {
	int64_t id;
};

/* Who reads for the town; where nobody else does, who reads for the site. */
void held_tell(struct req *r, int64_t notice)
{
	static const struct column columns[] = { { "id", COLUMN_INT, 0 }, { 0 } };
	struct reader *readers;
	const char *link = talloc_asprintf(r->mem, "%s/%s/nastenka/cekajici", conf.base, r->town.slug);
	size_t count = db_all(r->mem, &readers, sizeof *readers, columns,
			      "SELECT m.person_id AS id FROM membership m JOIN person p ON p.id = m.person_id"
			      " WHERE m.town_code = ? AND m.roles & ? AND p.id <> ? AND p.standing IN ('normal', 'warned')",
			      I(r->town.code), I(CLERK | APPROVER), I(r->person.id));
	if (!count) {
		count = db_all(r->mem, &readers, sizeof *readers, columns, "SELECT id FROM person WHERE roles & ?", I(MODERATOR));
		db_exec("UPDATE notice SET site_reads_at = ? WHERE id = ?", T(time_now()), I(notice));
	}
	for (size_t i = 0; i < count; i++)
		outbox(r, "org.news", r->town.code, readers[i].id, "what", "notice-held", "name", r->town.name, "link", link);
}

void held_offer(struct req *r)
{
	if (!r->person.id || !is_page(r) || !may(r, "notice.review", false))
		return;
	int64_t count = db_number(0, "SELECT COUNT(*) FROM notice WHERE town_code = ? AND hangs = 0 AND state = 'approval'", I(r->town.code));
	if (count)
		page_set_number(r->page, "held", count);
}

/* Whoever moderators limited is read, and reads nobody: two such could let each other through. */
static bool barred(struct req *r)
{
	return held_watch(r, "") == LIMITED;
}

int held_page(struct req *r)
{
	if (barred(r))
		page_set(r->page, "barred", "yes");
	db_rows(r->mem, r->page, "held",
		"SELECT n.id AS `@id`, n.version AS `@version`, IF(n.author_id = ?, 'yes', NULL) AS `@own`, n.title, n.summary, n.body AS `body.md`, n.originator, n.place, n.event_from AS `from`,"
		" n.event_to AS `to`, n.posted_at AS posted, n.changed_at AS written, p.given AS `who/given`, p.initial AS `who/initial`"
		"  FROM notice n LEFT JOIN person p ON p.id = n.author_id"
		" WHERE n.town_code = ? AND n.hangs = 0 AND n.state = 'approval' ORDER BY n.id LIMIT ?",
		I(r->person.id), I(r->town.code), I(LIST_MOST));
	return OK;
}

struct held {
	int64_t version, author;
	time_t posted;
	const char *kind, *title;
};

static bool load(struct req *r, struct held *h)
{
	static const struct column columns[] = { { "version", COLUMN_INT, offsetof(struct held, version) },
						 { "author_id", COLUMN_INT, offsetof(struct held, author) },
						 { "posted_at", COLUMN_TIME, offsetof(struct held, posted) },
						 { "kind", COLUMN_TEXT, offsetof(struct held, kind) },
						 { "title", COLUMN_TEXT, offsetof(struct held, title) }, { 0 } };
	return db_one(r->mem, h, columns, "SELECT version, author_id, posted_at, kind, title FROM notice WHERE id = ? AND town_code = ? AND state = 'approval' FOR UPDATE",
		      I(r->values[NOTICE].number), I(r->town.code));
}

/* Refused, it is a draft again: nobody but its author ever saw it, and so it is in no archive. */
static void decide(struct req *r, const struct held *h, const char *state)
{
	const struct value *v = r->values;
	time_t now = time_now();
	db_exec("UPDATE notice SET state = ?, posted_at = GREATEST(posted_at, ?), changed_at = ?, version = version + 1 WHERE id = ?", S(state), T(now), T(now),
		I(v[NOTICE].number));
	board_bump(r, h->kind);
	event_log_add(r, "notice", v[NOTICE].number, "notice.review", "approval", state, NULL, given(&v[REASON]));
	if (!strcmp(state, "posted"))
		notice_receipt(r->mem, v[NOTICE].number);
	else
		outbox(r, "org.news", v[NOTICE].number, h->author, "what", strcmp(state, "draft") ? "notice-let" : "notice-refused", "name", h->title, "reason",
		       given(&v[REASON]), "link", talloc_asprintf(r->mem, "%s/%s/nastenka", conf.base, r->town.slug));
}

int held_take(struct req *r)
{
	struct value *v = r->values;
	struct held h;
	bool refuses = v[DECISION].number == REFUSE;
	if (refuses && !v[REASON].given && !v[REASON].error)
		form_error(r, &v[REASON], "duvod", "required");
	if (any_wrong(r, held_fields)) {
		held_page(r);
		return invalid(r);
	}
	if (!load(r, &h))
		return CONFLICT;
	if (h.author == r->person.id || barred(r))
		return FORBIDDEN;
	if (strcmp(v[EDITION].text, talloc_asprintf(r->mem, "%" PRId64, h.version))) {
		held_page(r);
		return conflict(r);
	}
	decide(r, &h, refuses ? "draft" : h.posted > time_now() ? "scheduled" : "posted");
	flash(r, refuses ? "notice-refused" : "notice-let");
	return see_other(r, "/%s/nastenka/cekajici", r->town.slug);
}
