/* The log of acts, newest first; older ones are asked for by the number of the last row. */
#include "admin/admin.h"

enum { PER_PAGE = 50 };
enum { OBJECT, NUMBER, ACTION, ACTOR, FROM, TO, BEFORE };
static const char *const objects[] = { "oznameni", "obec", "organizace", "clovek", "hlaseni", "rozhodnuti", "nastaveni", "dopis", NULL };
static const char *const names[] = { "notice", "town", "organisation", "person", "report", "decision", "setting", "letter" };
const struct field log_fields[] = {
	[OBJECT] = { .name = "ceho", .type = FIELD_CHOICE, .allowed = objects },
	[NUMBER] = { .name = "cislo", .type = FIELD_NUMBER, .low = 0, .high = INT64_MAX },
	[ACTION] = { .name = "co", .type = FIELD_TEXT, .high = 40 },
	[ACTOR] = { .name = "kdo", .type = FIELD_NUMBER, .low = 0, .high = INT64_MAX },
	[FROM] = { .name = "od", .type = FIELD_DATE },
	[TO] = { .name = "do", .type = FIELD_DATE },
	[BEFORE] = { .name = "pred", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX },
	{ 0 },
};

static bool any_wrong(const struct req *r)
{
	for (size_t i = 0; log_fields[i].name; i++)
		if (r->values[i].error)
			return true;
	return false;
}

/* A day's end is the next midnight in Prague. */
static time_t end_of(struct req *r, const struct value *v)
{
	return v->when < 0 ? -1 : time_midnight(time_day(r->mem, v->when), 1);
}

static void rows(struct req *r)
{
	const struct value *v = r->values;
	const char *object = v[OBJECT].number < 0 ? NULL : names[v[OBJECT].number];
	int count = db_rows(r->mem, r->page, "act",
		"SELECT l.id AS `@id`, l.object AS `@object`, l.object_id AS `@number`, l.action AS `@action`, l.actor_id AS `@actor`, l.state_from AS `@from`,"
		" l.state_to AS `@to`, l.reason_code AS `@reason`, COALESCE(t.slug, o.slug) AS `@slug`, l.at, p.name AS who, COALESCE(t.name, o.name, q.name) AS name, l.note"
		"  FROM event_log l LEFT JOIN person p ON p.id = l.actor_id LEFT JOIN town t ON l.object = 'town' AND t.code = l.object_id"
		"  LEFT JOIN organisation o ON l.object = 'organisation' AND o.id = l.object_id LEFT JOIN person q ON l.object = 'person' AND q.id = l.object_id"
		" WHERE l.object = COALESCE(?, l.object) AND (? = 0 OR l.object_id = ?) AND l.action LIKE CONCAT(?, '%') AND (? = 0 OR l.actor_id = ?)"
		" AND l.at >= COALESCE(?, l.at) AND (? IS NULL OR ? > l.at) AND (? = 0 OR ? > l.id) ORDER BY l.id DESC LIMIT ?",
		S(object), I(v[NUMBER].number), I(v[NUMBER].number), S(v[ACTION].text), I(v[ACTOR].number), I(v[ACTOR].number), T(v[FROM].when),
		T(end_of(r, &v[TO])), T(end_of(r, &v[TO])), I(v[BEFORE].number), I(v[BEFORE].number), I(PER_PAGE + 1));
	if (count > PER_PAGE) {
		/* The row too many says only that there is more. */
		xmlNode *last = r->page->last, *shown = last->prev;
		xmlUnlinkNode(last);
		xmlFreeNode(last);
		xmlChar *id = xmlGetProp(shown, (const xmlChar *)"id");
		page_set(page_add(r->page, "older", NULL), "than", (const char *)id);
		xmlFree(id);
	}
}

int log_page(struct req *r)
{
	if (any_wrong(r))
		return INVALID;
	rows(r);
	return OK;
}
