/* /nabidka/WORD: how a standing offer is, and one tap for what its helper wants of it. */
#include "help/offering.h"

enum { DAY = 86400, WEEK = 7 * DAY, MONTH = 30 * DAY };

static const char *const words[] = { "plati", "tyden", "mesic", "pauza", "obnovit", "konec", NULL };
enum { PRESS, UNTIL };
const struct field standing_fields[] = {
	[PRESS] = { .name = "co", .type = FIELD_CHOICE, .allowed = words, .required = true },
	[UNTIL] = { .name = "do", .type = FIELD_DATE },
	{ 0 },
};

/* What may be pressed, in the order of words: in which states, what becomes of it (null: it stays and holds longer), for how long. */
static const struct press {
	const char *states, *to;
	time_t seconds;
	const char *said;
} presses[] = {
	{ "active paused", NULL, 0, "offer-holds" },
	{ "active", "paused", WEEK, "offer-rests" },
	{ "active", "paused", MONTH, "offer-rests" },
	{ "active", "paused", 0, "offer-rests" },
	{ "paused expired", "active", 0, "offer-made" },
	{ "unconfirmed active paused", "withdrawn", 0, "offer-ended" },
};

int standing_load(struct req *r, bool lock, struct offer *o)
{
	int64_t id;
	r->personal = true;
	return link_open(r->mem, LINK_OFFER, r->word, &id) && offer_load(r->mem, id, lock, o) ? 0 : NOT_FOUND;
}

void standing_add(struct req *r, const struct offer *o)
{
	db_rows(r->mem, r->page, "standing",
		"SELECT o.state AS `@state`, IF(p.level = 0, 'yes', NULL) AS `@first`, o.radius_km AS `@km`, o.days AS `@days`, o.hour_from AS `@from`, o.hour_to AS `@to`,"
		" IF(o.inexhaustible, 'yes', NULL) AS `@always`, IF(o.ask_me = 'never', 'yes', NULL) AS `@unasked`, t.slug AS `where/@slug`, t.name AS `where/.`, g.name AS body,"
		" NULLIF(o.text, '') AS text, o.valid_until AS valid, o.paused_until AS rest"
		"  FROM offer o JOIN person p ON p.id = o.person_id JOIN town t ON t.code = o.town_code LEFT JOIN organisation g ON g.id = o.organisation_id WHERE o.id = ?",
		I(o->id));
	db_rows(r->mem, r->page, "category", "SELECT k.code AS `@code`, k.icon AS `@icon`, k.min_level AS `@level`, IF(k.crisis, 'yes', NULL) AS `@crisis`"
	                                     "  FROM offer_category c JOIN help_category k ON k.code = c.category WHERE c.offer_id = ? ORDER BY k.position", I(o->id));
	page_set(page_add(r->page, "offer", NULL), "word", r->word);
	for (size_t i = 0; i < sizeof presses / sizeof *presses; i++)
		if (text_has_word(presses[i].states, o->state))
			page_set(page_add(r->page, "press", NULL), "name", words[i]);
}

int standing_page(struct req *r)
{
	struct offer o;
	int refusal = standing_load(r, false, &o);
	if (refusal)
		return refusal;
	standing_add(r, &o);
	return OK;
}

/* The day a pause ends: a week or a month from now, or as was typed; null: until somebody says. */
static const char *rest_until(struct req *r, const struct press *p)
{
	const struct value *v = &r->values[UNTIL];
	if (p->seconds)
		return time_day(r->mem, time_now() + p->seconds);
	return p->to && !strcmp(p->to, "paused") && v->given ? v->text : NULL;
}

static bool so_already(const struct press *p, const struct offer *o)
{
	return p->to && !strcmp(p->to, o->state);
}

static int refused(struct req *r, const struct offer *o)
{
	standing_add(r, o);
	return conflict(r);
}

int standing_press(struct req *r)
{
	struct value *v = r->values;
	struct offer o;
	int refusal = standing_load(r, true, &o);
	if (refusal)
		return refusal;
	if (v[PRESS].error)
		return BAD_REQUEST;
	const struct press *p = &presses[v[PRESS].number];
	if (v[UNTIL].given && !v[UNTIL].error && time_now() >= v[UNTIL].when)
		form_error(r, &v[UNTIL], "do", "past");
	if (v[UNTIL].error) {
		standing_add(r, &o);
		return invalid(r);
	}
	const struct actor by = { o.person, HELPER };
	if (!text_has_word(p->states, o.state))
		return so_already(p, &o) ? see_other(r, "/nabidka/%s", r->word) : refused(r, &o);
	if (p->to)
		offer_move(r->mem, &o, p->to, &by, rest_until(r, p));
	else
		offer_still(r->mem, &o, &by);
	flash(r, p->said);
	return see_other(r, "/nabidka/%s", r->word);
}
