/* What coordinators tell each other: notes under seal, and who a request is handed to. */
#include "dispatch/dispatch.h"
#include <stdlib.h>

const struct field note_fields[] = { { .name = "poznamka", .type = FIELD_LONG, .high = 1000, .required = true }, { 0 } };
enum { TO, WHY };
const struct field hand_fields[] = {
	[TO] = { .name = "komu", .type = FIELD_TEXT, .high = 24, .required = true },
	[WHY] = { .name = "proc", .type = FIELD_TEXT, .high = 300 },
	{ 0 },
};

void note_keep(struct req *r, int64_t request, const char *kind, int64_t helper, const char *text)
{
	struct seal_text sealed = seal_close(r->mem, "note", text);
	db_exec("INSERT INTO help_note (request_id, written_by, kind, helper_id, text, at) VALUES (?, ?, ?, NULLIF(?, 0), ?, ?)", I(request), I(r->person.id), S(kind),
		I(helper), B(sealed.bytes, sealed.length), T(time_now()));
}

struct note {
	int64_t id;
	const char *kind, *by, *to;
	struct db_bytes text;
	time_t at;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct note, id) },   { "kind", COLUMN_TEXT, offsetof(struct note, kind) },
	{ "by", COLUMN_TEXT, offsetof(struct note, by) },  { "to", COLUMN_TEXT, offsetof(struct note, to) },
	{ "text", COLUMN_BYTES, offsetof(struct note, text) }, { "at", COLUMN_TIME, offsetof(struct note, at) },
	{ 0 },
};

static void written_add(struct req *r, int64_t request)
{
	struct note *notes;
	size_t count = db_all(r->mem, &notes, sizeof *notes, columns,
			      "SELECT n.id, n.kind, NULLIF(" PERSON_SHOWN("p") ", '') AS `by`, NULLIF(" PERSON_SHOWN("h") ", '') AS `to`, n.text, n.at FROM help_note n"
			      "  LEFT JOIN person p ON p.id = n.written_by LEFT JOIN person h ON h.id = n.helper_id WHERE n.request_id = ? ORDER BY n.id DESC LIMIT 100",
			      I(request));
	for (size_t i = 0; count > i; i++) {
		xmlNode *note = page_add(r->page, "note", NULL);
		page_set_number(note, "id", notes[i].id);
		page_set(note, "kind", notes[i].kind);
		page_set(note, "by", notes[i].by);
		page_set(note, "to", notes[i].to);
		page_time(note, "at", notes[i].at);
		page_add(note, "text", seal_open_text(r->mem, "note", notes[i].text.bytes, notes[i].text.length));
	}
}

/* To whom it may be handed: "p7" a colleague, "o3" an organisation of the town, "m" back to the town. */
static void hands_add(struct req *r, const struct work *w)
{
	int64_t handlers = CLERK | APPROVER | COORDINATOR | TOWN_ADMIN;
	if (w->desk.town)
		db_rows(r->mem, r->page, "hand",
			"SELECT CONCAT('p', p.id) AS `@to`, IF(p.id = ?, 'yes', NULL) AS `@me`, p.name AS `.` FROM membership m JOIN person p ON p.id = m.person_id"
			" WHERE m.town_code = ? AND m.roles & ? ORDER BY p.name, p.id LIMIT 100", I(r->person.id), I(w->q.town), I(handlers));
	else
		db_rows(r->mem, r->page, "hand",
			"SELECT CONCAT('p', p.id) AS `@to`, IF(p.id = ?, 'yes', NULL) AS `@me`, p.name AS `.` FROM organisation_member m JOIN person p ON p.id = m.person_id"
			" WHERE m.organisation_id = ? AND m.role IN ('admin', 'coordinator') ORDER BY p.name, p.id LIMIT 100", I(r->person.id), I(w->q.organisation));
	if (w->desk.town)
		db_rows(r->mem, r->page, "hand", "SELECT CONCAT('o', id) AS `@to`, name AS `.` FROM organisation WHERE town_code = ? AND state = 'verified' ORDER BY name LIMIT 100",
			I(w->q.town));
	else
		page_set(page_add(r->page, "hand", w->q.town_name), "to", "m");
}

void notes_add(struct req *r, const struct work *w)
{
	if (r->route->query != note_fields)
		form_add(r, note_fields);
	if (r->route->query != hand_fields)
		form_add(r, hand_fields);
	written_add(r, w->q.id);
	hands_add(r, w);
}

int note_write(struct req *r)
{
	struct work w;
	int refused = work_open(r, &w);
	if (refused)
		return refused;
	if (r->values[0].error) {
		work_page(r, &w);
		return invalid(r);
	}
	note_keep(r, w.q.id, "note", 0, r->values[0].text);
	return work_done(r, &w, "help-noted");
}

/* The name of who is chosen among those offered; null when nobody is. */
static const char *chosen(struct req *r, const struct work *w, const char *to)
{
	for (xmlNode *n = r->page->children; n; n = n->next) {
		xmlChar *word = n->type == XML_ELEMENT_NODE && !strcmp((const char *)n->name, "hand") ? xmlGetNoNsProp(n, (const xmlChar *)"to") : NULL;
		bool found = word && !strcmp((const char *)word, to);
		xmlFree(word);
		if (found)
			return *to == 'm' ? w->q.town_name : talloc_strdup(r->mem, (const char *)n->children->content);
	}
	return NULL;
}

static void hand(struct work *w, const char *to)
{
	int64_t id = strtoll(to + 1, NULL, 10);
	w->q.coordinator = *to == 'p' ? id : 0;
	w->q.organisation = *to == 'o' ? id : *to == 'm' ? 0 : w->q.organisation;
	db_exec("UPDATE help_request SET coordinator_id = NULLIF(?, 0), organisation_id = NULLIF(?, 0), version = version + 1 WHERE id = ?", I(w->q.coordinator),
		I(w->q.organisation), I(w->q.id));
}

int note_hand(struct req *r)
{
	struct work w;
	struct value *v = r->values;
	int refused = work_open(r, &w);
	if (refused)
		return refused;
	work_page(r, &w);
	const char *name = v[TO].error ? NULL : chosen(r, &w, v[TO].text);
	if (!name && !v[TO].error)
		form_error(r, &v[TO], "komu", "choice");
	if (v[TO].error || v[WHY].error)
		return invalid(r);
	bool stays = *v[TO].text == 'p';
	hand(&w, v[TO].text);
	note_keep(r, w.q.id, "handover", 0, v[WHY].given ? talloc_asprintf(r->mem, "%s: %s", name, v[WHY].text) : name);
	event_log_add(r, "request", w.q.id, "help.handover", w.q.state, w.q.state, NULL, v[TO].text);
	if (w.q.coordinator != r->person.id)
		told(r->mem, &w.q, TOLD_COORDINATORS, "handover", r->person.name, v[WHY].given ? v[WHY].text : NULL);
	flash(r, "help-handed");
	return stays ? see_other(r, "%s/%" PRId64, w.desk.path, w.q.id) : see_other(r, "%s", w.desk.path);
}
