/* What is reported and decided about: a notice, an organisation, a person by the card, or any page of ours. */
#include "help/link.h"
#include "moderate.h"

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct target, id) },
	{ "town", COLUMN_INT, offsetof(struct target, town) },
	{ "title", COLUMN_TEXT, offsetof(struct target, title) },
	{ "path", COLUMN_TEXT, offsetof(struct target, path) },
	{ "state", COLUMN_TEXT, offsetof(struct target, state) },
	{ "board", COLUMN_TEXT, offsetof(struct target, board) },
	{ "author", COLUMN_INT, offsetof(struct target, author) },
	{ "organisation", COLUMN_INT, offsetof(struct target, organisation) },
	{ 0 },
};

#define NOTICE                                                                                                                            \
	"SELECT n.id, n.town_code AS town, n.title, CONCAT('/', t.slug, '/nastenka/', n.id, IF(n.slug = '', '', '-'), n.slug) AS path,"    \
	" n.moderation AS state, n.kind AS board, n.author_id AS author, n.organisation_id AS organisation"                               \
	"  FROM notice n JOIN town t ON t.code = n.town_code WHERE n.state NOT IN ('draft', 'approval', 'scheduled', 'redacted')"
#define ORGANISATION                                                                                                                      \
	"SELECT id, town_code AS town, name AS title, CONCAT('/organizace/', slug) AS path, moderation AS state, NULL AS board,"           \
	" 0 AS author, id AS organisation FROM organisation WHERE state <> 'draft'"
#define PERSON_ROW                                                                                                                            \
	"SELECT p.id, p.town_code AS town, " PERSON_SHOWN("p") " AS title,"                                                               \
	" COALESCE((SELECT CONCAT('/karta/', h.number) FROM helper_card h WHERE h.person_id = p.id), '') AS path, p.standing AS state,"    \
	" NULL AS board, p.id AS author, 0 AS organisation FROM person p WHERE p.erased_at IS NULL"

#define REQUEST                                                                                                                           \
	"SELECT q.id, q.town_code AS town, q.title, CONCAT('/', t.slug, '/pomoc/', q.id) AS path, q.moderation AS state, NULL AS board,"    \
	" COALESCE((SELECT c.person_id FROM help_contact c WHERE c.request_id = q.id ORDER BY c.role = 'proxy' LIMIT 1), 0) AS author,"    \
	" 0 AS organisation FROM help_request q JOIN town t ON t.code = q.town_code WHERE q.state NOT IN ('draft', 'unconfirmed')"
#define RESPONSE                                                                                                                          \
	"SELECT a.id, q.town_code AS town, q.title, CONCAT('/', t.slug, '/pomoc/', q.id) AS path, 'visible' AS state, NULL AS board,"      \
	" a.person_id AS author, 0 AS organisation FROM response a JOIN help_request q ON q.id = a.request_id JOIN town t ON t.code = q.town_code WHERE TRUE"

static bool notice_at(struct req *r, const char *path, struct target *t)
{
	const char *at = strstr(path, "/nastenka/"), *digits = at ? at + strlen("/nastenka/") : !strncmp(path, "/o/", 3) ? path + 3 : NULL;
	int64_t id = digits && strspn(digits, "0123456789") - 1 < 18 ? strtoll(digits, NULL, 10) : 0;
	return id && target_load(r, "notice", id, NULL, t) && (!at || !strncmp(t->path, path, (size_t)(at - path) + 1));
}

/* The word after a first part: "/organizace/hasici" → "hasici"; null when the path is another one. */
static const char *word_after(struct req *r, const char *path, const char *first)
{
	size_t n = strlen(first);
	if (strncmp(path, first, n))
		return NULL;
	size_t length = strspn(path + n, "abcdefghijklmnopqrstuvwxyz0123456789-");
	return length ? talloc_strndup(r->mem, path + n, length) : NULL;
}

/* /SLUG/pomoc/ID */
static bool request_at(struct req *r, const char *path, struct target *t)
{
	const char *at = strstr(path, "/pomoc/"), *digits = at ? at + strlen("/pomoc/") : NULL;
	int64_t id = digits && strspn(digits, "0123456789") - 1 < 18 ? strtoll(digits, NULL, 10) : 0;
	return id && target_load(r, "request", id, NULL, t) && !strncmp(t->path, path, (size_t)(at - path) + 1);
}

/* /odpoved/WORD… and /prosba/WORD/zpravy/ID: who has the link is one of the two. */
static bool promise_at(struct req *r, const char *path, struct target *t)
{
	const char *helper = word_after(r, path, "/odpoved/"), *asker = word_after(r, path, "/prosba/"), *last = strrchr(path, '/');
	int64_t request = 0, id = 0;
	if (helper && !link_open(r->mem, LINK_RESPONSE, helper, &id))
		id = 0;
	if (asker && (link_open(r->mem, LINK_REQUESTER, asker, &request) || link_open(r->mem, LINK_PROXY, asker, &request)))
		id = db_number(0, "SELECT id FROM response WHERE id = ? AND request_id = ?", I(strtoll(last + 1, NULL, 10)), I(request));
	if (!id || !target_load(r, "response", id, NULL, t))
		return false;
	t->party = true;
	return true;
}

static bool known_at(struct req *r, const char *path, struct target *t)
{
	const char *slug = word_after(r, path, "/organizace/"), *card = word_after(r, path, "/karta/");
	int64_t id = slug ? db_number(0, "SELECT id FROM organisation WHERE slug = ?", S(slug))
		     : card ? db_number(0, "SELECT person_id FROM helper_card WHERE number = ?", S(card)) : 0;
	if (id)
		return target_load(r, slug ? "organisation" : "person", id, NULL, t);
	return notice_at(r, path, t) || request_at(r, path, t) || promise_at(r, path, t);
}

const char *target_find(struct req *r, const char *typed, struct target *t)
{
	size_t base = strlen(conf.base);
	if (!strncmp(typed, conf.base, base))
		typed += base;
	if (*typed != '/' || typed[1] == '/')
		return "elsewhere";
	char *path = talloc_strndup(r->mem, typed, strcspn(typed, "?#"));
	if (!known_at(r, path, t))
		target_load(r, "page", 0, path, t);
	return NULL;
}

bool target_load(struct req *r, const char *kind, int64_t id, const char *place, struct target *t)
{
	*t = (struct target){ .kind = kind, .title = place, .path = place, .state = "visible" };
	if (!strcmp(kind, "notice"))
		return db_one(r->mem, t, columns, NOTICE " AND n.id = ?", I(id));
	if (!strcmp(kind, "organisation"))
		return db_one(r->mem, t, columns, ORGANISATION " AND id = ?", I(id));
	if (!strcmp(kind, "person"))
		return db_one(r->mem, t, columns, PERSON_ROW " AND p.id = ?", I(id));
	if (!strcmp(kind, "request"))
		return db_one(r->mem, t, columns, REQUEST " AND q.id = ?", I(id));
	if (!strcmp(kind, "response"))
		return db_one(r->mem, t, columns, RESPONSE " AND a.id = ?", I(id));
	return true;
}

bool target_own(const struct req *r, const struct target *t)
{
	if (t->author && t->author == r->person.id)
		return true;
	if (!strcmp(t->kind, "response") && db_number(0, "SELECT COUNT(*) FROM help_contact c JOIN response a ON a.request_id = c.request_id WHERE a.id = ? AND c.person_id = ?",
						      I(t->id), I(r->person.id)))
		return true;
	return t->organisation && db_number(0, "SELECT COUNT(*) FROM organisation_member WHERE organisation_id = ? AND person_id = ?", I(t->organisation),
					    I(r->person.id));
}

void target_add(struct req *r, const struct target *t)
{
	xmlNode *target = page_add(r->page, "target", NULL);
	page_set(target, "kind", t->kind);
	if (t->id)
		page_set_number(target, "id", t->id);
	page_set(target, "path", t->path && *t->path ? t->path : NULL);
	page_set(target, "state", t->state);
	page_set(target, "board", t->board);
	page_add(target, "title", t->title);
}

void target_people(struct req *r, const struct target *t, void (*each)(struct req *r, int64_t person, void *given), void *given)
{
	struct {
		int64_t id;
	} *people;
	static const struct column id_columns[] = { { "id", COLUMN_INT, 0 }, { 0 } };
	if (!strcmp(t->kind, "response"))   /* the one of the two who reports it may be the helper herself */
		return;
	if (t->author) {
		each(r, t->author, given);
		return;
	}
	size_t count = db_all(r->mem, &people, sizeof *people, id_columns,
			      "SELECT person_id AS id FROM organisation_member WHERE organisation_id = ? AND role = 'admin' ORDER BY person_id", I(t->organisation));
	for (size_t i = 0; i < count; i++)
		each(r, people[i].id, given);
}
