/* /ucet/pomoc: what I asked for, what I promised, what I offer, the hours. Each row leads to the page of its own link. */
#include "help/party.h"

struct row {
	int64_t id, waits;
	const char *part, *code, *state, *outcome, *category, *title, *town, *answer, *given, *initial;
	time_t from, to, until;
	struct db_bytes nonce;
};
#define FIELD(name, type, member) { name, type, offsetof(struct row, member) }
static const struct column columns[] = {
	FIELD("id", COLUMN_INT, id),           FIELD("waits", COLUMN_INT, waits),     FIELD("part", COLUMN_TEXT, part),
	FIELD("code", COLUMN_TEXT, code),      FIELD("state", COLUMN_TEXT, state),    FIELD("outcome", COLUMN_TEXT, outcome),
	FIELD("category", COLUMN_TEXT, category), FIELD("title", COLUMN_TEXT, title), FIELD("town", COLUMN_TEXT, town),
	FIELD("answer", COLUMN_TEXT, answer),  FIELD("given", COLUMN_TEXT, given),    FIELD("initial", COLUMN_TEXT, initial),
	FIELD("from_at", COLUMN_TIME, from),   FIELD("to_at", COLUMN_TIME, to),       FIELD("until", COLUMN_TIME, until),
	FIELD("nonce", COLUMN_BYTES, nonce),   { 0 },
};

static void row_add(struct req *r, const char *name, const struct row *row, enum link_kind kind)
{
	xmlNode *node = page_add(r->page, name, NULL);
	page_set(node, "href", link_path(r->mem, kind, row->id, row->nonce.bytes));
	page_set(node, "code", row->code);
	page_set(node, "state", row->state);
	page_set(node, "outcome", row->outcome);
	page_set(node, "category", row->category);
	page_set(node, "answer", row->answer);
	if (row->waits)
		page_set_number(node, "waits", row->waits);
	page_add(node, "title", row->title);
	if (row->given)
		page_add(node, "who", *row->initial ? talloc_asprintf(r->mem, "%s %s", row->given, row->initial) : row->given);
	page_add(node, "town", row->town);
	page_time(node, "from", row->from);
	page_time(node, "to", row->to);
	page_time(node, "until", row->until);
}

/* What I asked for, what I promised (to be answered or done first), what I offer: an element each, by the kind of its link. The argument is the person. */
static const struct list {
	const char *name, *sql;
	enum link_kind kind;
} lists[] = {
	{ "asked", "SELECT q.id, c.role AS part, q.code, q.state, q.outcome, q.category, q.title, t.name AS town, NULL AS answer, q.given, q.initial, q.from_at, q.to_at,"
	           " NULL AS until, c.nonce, (SELECT COUNT(*) FROM response a WHERE a.request_id = q.id AND a.state = 'applied') AS waits"
	           "  FROM help_contact c JOIN help_request q ON q.id = c.request_id JOIN town t ON t.code = q.town_code"
	           " WHERE c.person_id = ? ORDER BY q.live DESC, q.id DESC LIMIT 50", LINK_REQUESTER },
	{ "promise", "SELECT a.id, NULL AS part, q.code, q.state, q.outcome, q.category, q.title, t.name AS town, a.state AS answer, q.given, q.initial, q.from_at, q.to_at,"
	             " NULL AS until, a.nonce, (SELECT COUNT(*) FROM help_message m WHERE m.response_id = a.id AND m.side <> 'helper' AND m.read_at IS NULL) AS waits"
	             "  FROM response a JOIN help_request q ON q.id = a.request_id JOIN town t ON t.code = q.town_code"
	             " WHERE a.person_id = ? AND a.state IN ('invited', 'applied', 'accepted', 'done', 'no_show')"
	             " ORDER BY FIELD(a.state, 'invited', 'accepted', 'applied', 'no_show', 'done'), q.from_at, a.id DESC LIMIT 50", LINK_RESPONSE },
	{ "mine", "SELECT o.id, NULL AS part, NULL AS code, o.state, NULL AS outcome, (SELECT MIN(k.category) FROM offer_category k WHERE k.offer_id = o.id) AS category,"
	          " o.text AS title, t.name AS town, NULL AS answer, NULL AS given, NULL AS initial, NULL AS from_at, NULL AS to_at,"
	          " CAST(o.valid_until AS DATETIME) AS until, o.nonce, 0 AS waits"
	          "  FROM offer o JOIN town t ON t.code = o.town_code WHERE o.person_id = ? AND o.state IN ('active', 'paused', 'unconfirmed') ORDER BY o.id DESC LIMIT 50",
	  LINK_OFFER },
};

static void list_add(struct req *r, const struct list *list)
{
	struct row *rows;
	size_t count = db_all_(r->mem, (void **)&rows, sizeof *rows, columns, list->sql, DB_ARGS(I(r->person.id)));
	for (size_t i = 0; count > i; i++)
		row_add(r, list->name, &rows[i], rows[i].part && !strcmp(rows[i].part, "proxy") ? LINK_PROXY : list->kind);
}

int own_help(struct req *r)
{
	r->personal = true;
	for (size_t i = 0; i != sizeof lists / sizeof *lists; i++)
		list_add(r, &lists[i]);
	db_rows(r->mem, r->page, "given", "SELECT YEAR(q.closed_at) AS `@year`, COUNT(*) AS `@times`, SUM(a.hours) AS `@hours` FROM response a JOIN help_request q ON q.id = a.request_id"
	                                  " WHERE a.person_id = ? AND a.state = 'done' GROUP BY YEAR(q.closed_at) ORDER BY 1 DESC", I(r->person.id));
	return OK;
}
