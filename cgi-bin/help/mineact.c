/* What who asks decides about: a helper, the end of the request, its words. */
#include "help/help.h"

enum { DOES };
static const char *const acts[] = { "prijmout", "odmitnout", "propustit", "neprisel", NULL };
static const char *const states[] = { "accepted", "refused", "dropped", "no_show" };
static const char *const done[] = { "help-accepted", "help-refused", "help-dropped", "help-no-show" };
const struct field mine_helper_fields[] = { [DOES] = { .name = "co", .type = FIELD_CHOICE, .allowed = acts, .required = true }, { 0 } };

enum { REASON };
static const char *const reasons[] = { "vyreseno", "nepotrebuji", "omyl", "jine", NULL };
static const char *const reason_codes[] = { "solved_elsewhere", "withdrawn", "duplicate", "other" };
const struct field mine_withdraw_fields[] = { [REASON] = { .name = "duvod", .type = FIELD_CHOICE, .allowed = reasons, .required = true }, { 0 } };

enum { EDITION = ASK_SHARED, KNOWN };
const struct field mine_edit_fields[] = {
	ASK_SHARED_FIELDS,
	[EDITION] = { .name = "verze", .type = FIELD_HIDDEN, .high = 12 },
	[KNOWN] = { .name = "vim", .type = FIELD_HIDDEN, .high = 3 },
	{ 0 },
};

/* ---- helpers ---- */

static bool helper_add(struct req *r, const struct side *s, struct response *a)
{
	if (!response_load(r->mem, r->number, a) || a->request != s->q.id)
		return false;
	xmlNode *helper = page_add(r->page, "helper", NULL);
	page_set_number(helper, "id", a->id);
	page_set(helper, "state", a->state);
	page_set_number(helper, "level", a->level);
	page_add(helper, "who", a->shown);
	return true;
}

/* Asks before somebody is let go, or is said not to have come. */
int mine_helper_page(struct req *r)
{
	struct side s;
	struct response a;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	return helper_add(r, &s, &a) && (!strcmp(a.state, "accepted") || !strcmp(a.state, "done")) ? OK : NOT_FOUND;
}

/* "Did not come" may be said within a week after it is over. */
static bool too_late(const struct response *a, const char *to)
{
	enum { WEEK = 7 * 24 * 3600 };
	return !strcmp(to, "no_show") && a->ended > 0 && time_now() > a->ended + WEEK;
}

int mine_helper(struct req *r)
{
	const struct value *v = r->values;
	struct side s;
	struct response a;
	int refused = side_open(r, &s);
	if (refused || !response_load(r->mem, r->number, &a) || a.request != s.q.id)
		return refused ? refused : NOT_FOUND;
	if (v[DOES].error)
		return BAD_REQUEST;
	const char *to = states[v[DOES].number];
	enum response_result result = too_late(&a, to) ? RESPONSE_REFUSED : response_move(r->mem, &s.q, &a, to, &s.by, NULL);
	if (result == RESPONSE_REFUSED)
		return side_conflict(r, &s);
	flash(r, result == RESPONSE_DONE ? done[v[DOES].number] : result == RESPONSE_LEVEL ? "help-level" : result == RESPONSE_LIMIT ? "help-limit" : "help-full");
	return see_other(r, "%s", s.path);
}

/* ---- withdrawing ---- */

static void promised_add(struct req *r, const struct side *s)
{
	db_rows(r->mem, r->page, "promised", "SELECT " PERSON_SHOWN("p") " AS who FROM response a JOIN person p ON p.id = a.person_id WHERE a.request_id = ? AND a.state = 'accepted'"
	                                     " ORDER BY a.id", I(s->q.id));
}

static bool withdrawable(const struct side *s)
{
	return strcmp(s->q.state, "done_claimed") && request_can(&s->q, "closed", s->by.parts);
}

int mine_withdraw_page(struct req *r)
{
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	promised_add(r, &s);
	return withdrawable(&s) ? OK : NOT_FOUND;
}

int mine_withdraw(struct req *r)
{
	const struct value *v = r->values;
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	promised_add(r, &s);
	if (v[REASON].error)
		return invalid(r);
	if (!withdrawable(&s) || !request_move(r->mem, &s.q, "closed", &s.by, &(struct move){ .outcome = "withdrawn", .reason = reason_codes[v[REASON].number] }))
		return conflict(r);
	flash(r, "help-withdrawn");
	return see_other(r, "%s", s.path);
}

/* ---- correcting ---- */

static bool editable(const struct request *q)
{
	return text_has_word("unconfirmed review open reserved filled", q->state);
}

static const char *word_of(const char *const *words, const char *const *codes, const char *code)
{
	for (size_t i = 0; codes[i]; i++)
		if (!strcmp(codes[i], code))
			return words[i];
	return words[0];
}

static const char *clock_of(struct req *r, time_t when)
{
	return talloc_strndup(r->mem, time_local(r->mem, when) + strlen("2026-11-22T"), strlen("18:00"));
}

/* Days and hours as the form has them: a whole day has no hours. */
static void fill_time(struct req *r, const struct request *q)
{
	time_t first = q->from > 0 ? q->from : q->to;
	bool whole = q->from > 0 ? q->to == time_midnight(time_day(r->mem, q->from), 1) : q->to > 0 && !strcmp(clock_of(r, q->to), "23:59");
	form_fill(r, "kdy", word_of(ask_whens, when_kinds, q->when_kind));
	if (0 > first)
		return;
	form_fill(r, "den", time_day(r->mem, first));
	if (!whole)
		form_fill(r, "hodiny", q->from > 0 && q->to > q->from ? talloc_asprintf(r->mem, "%s–%s", clock_of(r, q->from), clock_of(r, q->to)) : clock_of(r, first));
}

static const char *street_of(struct req *r, int64_t id)
{
	struct db_bytes place;
	static const struct column columns[] = { { "place", COLUMN_BYTES, 0 }, { 0 } };
	return db_one(r->mem, &place, columns, "SELECT place FROM help_request WHERE id = ?", I(id)) && place.bytes
		? seal_open_text(r->mem, "help", place.bytes, place.length) : "";
}

static void fill(struct req *r, const struct request *q)
{
	form_fill(r, "nazev", q->title);
	form_fill(r, "popis", q->text);
	form_fill(r, "cast", q->part ? q->part : "");
	form_fill(r, "adresa", street_of(r, q->id));
	form_fill(r, "kdo", word_of(ask_sees, visibilities, q->visibility));
	form_fill(r, "pilne", q->urgent ? "ano" : "");
	form_fill(r, "lidi", text_number(r->mem, q->slots_needed));
	form_fill(r, "verze", text_number(r->mem, q->version));
	fill_time(r, q);
}

int mine_edit_page(struct req *r)
{
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	if (!editable(&s.q))
		return NOT_FOUND;
	fill(r, &s.q);
	return OK;
}

/* What is asked of people who promised is told to them; a request with as many people as it wants takes nobody else. */
static void save(struct req *r, struct side *s, time_t from, time_t to)
{
	const struct value *v = r->values;
	struct request q = s->q;
	q.when_kind = when_kinds[v[ASK_WHEN].number];
	q.to = to;
	bool lives = q.opened > 0 || !strcmp(q.state, "review");
	db_exec("UPDATE help_request SET title = ?, text = ?, text160 = NULL, when_kind = ?, from_at = ?, to_at = ?, slots_needed = ?, urgent = ?, part = NULLIF(?, ''),"
		" place = ?, visibility = ?, expires_at = ?, reminded_at = NULL, changed_at = ?, version = version + 1 WHERE id = ?",
		S(v[ASK_TITLE].text), S(v[ASK_TEXT].text), S(q.when_kind), T(from), T(to), I(v[ASK_PEOPLE].number), I(v[ASK_URGENT].given), S(v[ASK_PART].text),
		db_sealed(r->mem, "help", v[ASK_STREET].text), S(visibilities[v[ASK_SEES].number]), T(lives ? request_expiry(&q) : -1), T(time_now()), I(q.id));
	event_log_as(s->by.person, "request", q.id, "help.edit", q.state, q.state, NULL, NULL);
	request_load(r->mem, q.id, NULL, true, &s->q);
	told(r->mem, &s->q, TOLD_HELPERS, "changed", NULL, NULL);
	if (!strcmp(s->q.state, "open") && s->q.slots_filled >= s->q.slots_needed)
		request_move(r->mem, &s->q, "filled", &(struct actor){ 0, SYSTEM }, NULL);
	else if (!strcmp(s->q.state, "filled") && s->q.slots_needed > s->q.slots_filled)
		request_move(r->mem, &s->q, "open", &s->by, NULL);
}

static bool fewer_than_promised(struct req *r, const struct side *s)
{
	struct value *v = &r->values[ASK_PEOPLE];
	if (!v->error && s->q.slots_filled > v->number)
		form_error(r, v, "lidi", "promised");
	return v->error != NULL;
}

int mine_edit(struct req *r)
{
	const struct value *v = r->values;
	time_t from, to;
	struct side s;
	int refused = side_open(r, &s);
	if (refused)
		return refused;
	if (!editable(&s.q))
		return CONFLICT;
	bool right = ask_judge(r, &from, &to);
	if (fewer_than_promised(r, &s) || !right || ask_danger(r, v[KNOWN].text))
		return invalid(r);
	if (strtoll(v[EDITION].text, NULL, 10) != s.q.version) {
		form_fill(r, "verze", text_number(r->mem, s.q.version));
		return conflict(r);
	}
	save(r, &s, from, to);
	flash(r, "help-edited");
	return see_other(r, "%s", s.path);
}
