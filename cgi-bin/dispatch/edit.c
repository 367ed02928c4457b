/* The public words of a request: read and mended before everybody sees them, and what is said when it is turned down or ends. */
#include "dispatch/dispatch.h"
#include "help/make.h"

enum { TITLE, TEXT, PART, SHORT, EDITION, ACTION };
static const char *const actions[] = { "ulozit", "zverejnit", NULL };
enum { PUBLISH = 1 };
const struct field edit_fields[] = {
	[TITLE] = { .name = "nazev", .type = FIELD_TEXT, .high = 80, .required = true },
	[TEXT] = { .name = "text", .type = FIELD_LONG, .high = 1000 },
	[PART] = { .name = "cast", .type = FIELD_TEXT, .high = 80 },
	[SHORT] = { .name = "sms", .type = FIELD_TEXT, .high = 160 },
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	[ACTION] = { .name = "akce", .type = FIELD_CHOICE, .allowed = actions, .fallback = "ulozit" },
	{ 0 },
};

enum { REASON, NOTE };
static const char *const reasons[] = { "uz-neni-potreba", "vyreseno-jinde", "neni-kdo", "dvakrat", "jinde", "obchod", "osobni-udaje", "nebezpecne", "urazlive", "jine", NULL };
static const char *const codes[] = { "withdrawn", "solved_elsewhere", "no_capacity", "duplicate", "not_local", "commercial", "personal_data", "dangerous", "offensive", "other" };
const struct field end_fields[] = {
	[REASON] = { .name = "duvod", .type = FIELD_CHOICE, .allowed = reasons, .required = true },
	[NOTE] = { .name = "poznamka", .type = FIELD_TEXT, .high = 300 },
	{ 0 },
};

static const char *or_nothing(const char *text)
{
	return text ? text : "";
}

static bool is_over(const struct request *q)
{
	return !strcmp(q->state, "closed") || !strcmp(q->state, "hidden") || !strcmp(q->state, "done_claimed");
}

/* 0, or why its words are nobody's to change. */
static int editing(struct req *r, struct work *w)
{
	int refused = work_open(r, w);
	if (refused)
		return refused;
	show_request(r, r->page, w->q.id);
	if (!strcmp(w->q.state, "review"))
		page_set(page_add(r->page, "can", NULL), "do", "zverejnit");
	return is_over(&w->q) ? CONFLICT : 0;
}

int edit_page(struct req *r)
{
	struct work w;
	int refused = editing(r, &w);
	if (refused)
		return refused;
	form_fill(r, "nazev", w.q.title);
	form_fill(r, "text", w.q.text);
	form_fill(r, "cast", or_nothing(w.q.part));
	form_fill(r, "sms", w.q.text160 ? w.q.text160 : text_excerpt(r->mem, talloc_asprintf(r->mem, "%s: %s", w.q.town_name, w.q.title), 160));
	form_fill(r, "verze", text_number(r->mem, w.q.version));
	return OK;
}

/* What somebody else wrote meanwhile stands beside what was typed. */
static int met(struct req *r, const struct request *q)
{
	xmlNode *theirs = page_add(r->page, "theirs", NULL);
	page_add(theirs, "title", q->title);
	page_add(theirs, "text", q->text);
	page_add(theirs, "part", q->part);
	page_add(theirs, "short", q->text160);
	page_time(theirs, "changed", q->changed);
	form_fill(r, "verze", text_number(r->mem, q->version));
	return conflict(r);
}

static void words_keep(struct req *r, struct request *q)
{
	const struct value *v = r->values;
	q->version++;
	db_exec("UPDATE help_request SET title = ?, text = ?, part = ?, text160 = ?, changed_at = ?, version = ? WHERE id = ?", S(v[TITLE].text), S(v[TEXT].text),
		S(v[PART].given ? v[PART].text : NULL), S(v[SHORT].given ? v[SHORT].text : NULL), T(time_now()), I(q->version), I(q->id));
	q->title = v[TITLE].text;
	q->text = v[TEXT].text;
	q->text160 = v[SHORT].given ? v[SHORT].text : NULL;
	event_log_add(r, "request", q->id, "help.edit", q->state, q->state, NULL, NULL);
}

/* What would give somebody away is as wrong from a coordinator as from who asks. */
static bool any_wrong(struct req *r)
{
	bool wrong = false;
	for (size_t i = TITLE; EDITION > i; i++) {
		const char *exposed = text_exposes(r->mem, r->values[i].text, NULL);
		if (exposed && !r->values[i].error)
			form_error(r, &r->values[i], edit_fields[i].name, exposed);
	}
	for (size_t i = 0; edit_fields[i].name; i++)
		wrong = wrong || r->values[i].error;
	return wrong;
}

int edit_take(struct req *r)
{
	struct work w;
	struct value *v = r->values;
	int refused = editing(r, &w);
	bool publish = v[ACTION].number == PUBLISH;
	if (refused)
		return refused;
	if (publish && !v[SHORT].given)
		form_error(r, &v[SHORT], "sms", "required");
	if (any_wrong(r))
		return invalid(r);
	if (strcmp(v[EDITION].text, text_number(r->mem, w.q.version)))
		return met(r, &w.q);
	words_keep(r, &w.q);
	if (publish && !request_move(r->mem, &w.q, "open", &w.by, NULL))
		return CONFLICT;
	return work_done(r, &w, publish ? "help-published" : "help-edited");
}

/* ---- turned down, or no longer needed ---- */

static int ending(struct req *r, struct work *w)
{
	int refused = work_open(r, w);
	if (refused)
		return refused;
	show_request(r, r->page, w->q.id);
	bool can = request_can(&w->q, "closed", w->by.parts) && strcmp(w->q.state, "done_claimed");
	return can ? 0 : CONFLICT;
}

int end_page(struct req *r)
{
	struct work w;
	int refused = ending(r, &w);
	return refused ? refused : OK;
}

/* Who hears that a request will not be public hears why. */
int end_take(struct req *r)
{
	struct work w;
	struct value *v = r->values;
	int refused = ending(r, &w);
	if (refused)
		return refused;
	bool review = !strcmp(w.q.state, "review");
	const char *outcome = review ? "rejected" : !strcmp(w.q.state, "hidden") ? "removed" : "withdrawn";
	if (review && !v[NOTE].given)
		form_error(r, &v[NOTE], "poznamka", "required");
	if (v[REASON].error || v[NOTE].error)
		return invalid(r);
	struct move how = { .outcome = outcome, .reason = codes[v[REASON].number], .note = v[NOTE].given ? v[NOTE].text : NULL };
	return request_move(r->mem, &w.q, "closed", &w.by, &how) ? work_done(r, &w, review ? "help-rejected" : "help-ended") : CONFLICT;
}
