/* YES and NO of a helper, by personal link: one tap, and the same tap again does no harm. */
#include "help/answer.h"
#include "help/party.h"
#include "help/match.h"

static int say_yes(struct req *r, struct answer *s);
static int say_no(struct req *r, struct answer *s);
static int offer_self(struct req *r, struct answer *s);
static int leave(struct req *r, struct answer *s);

/* What may be pressed: the word, in which states of the response, what it does. The order is the order of answer_words. */
static const struct press {
	const char *word, *states;
	bool taking;   /* only while the request takes somebody */
	int (*press)(struct req *r, struct answer *s);
} presses[] = {
	{ "ano", "invited", false, say_yes },
	{ "ne", "invited", false, say_no },
	{ "pomohu", "declined lapsed left", true, offer_self },
	{ "odejit", "applied accepted", false, leave },
};
static const char *const answer_words[] = { "ano", "ne", "pomohu", "odejit", NULL };

enum { PRESS };
const struct field answer_fields[] = {
	[PRESS] = { .name = "co", .type = FIELD_CHOICE, .allowed = answer_words, .required = true },
	{ 0 },
};

static bool may_press(const struct press *p, const struct answer *s)
{
	return text_has_word(p->states, s->a.state) && (!p->taking || request_takes(&s->q));
}

/* The request is locked before the response is read: whoever was quicker is seen. */
int answer_load(struct req *r, bool lock, struct answer *s)
{
	int64_t id;
	if (!link_open(r->mem, LINK_RESPONSE, r->word, &id) || !response_load(r->mem, id, &s->a) || !request_load(r->mem, s->a.request, NULL, lock, &s->q) ||
	    !response_load(r->mem, id, &s->a))
		return NOT_FOUND;
	s->by = (struct actor){ s->a.person, HELPER };
	r->personal = true;
	return request_past(&s->q) ? GONE : 0;
}

void answer_add(struct req *r, const struct answer *s)
{
	xmlNode *node;
	show_request(r, r->page, s->q.id);
	node = page_add(r->page, "answer", NULL);
	page_set(node, "state", s->a.state);
	page_set(node, "word", r->word);
	if (*s->a.why)
		page_set(node, "why", s->a.why);
	page_set_number(node, "metres", s->a.metres);
	if (!strcmp(s->a.state, "invited") && s->a.until > 0)
		page_time(node, "until", s->a.until);
	doing_add(r, node, s->a.id);
	for (const struct press *p = presses; presses + sizeof presses / sizeof *presses > p; p++)
		if (may_press(p, s))
			page_set(page_add(r->page, "press", NULL), "name", p->word);
}

int answer_again(struct req *r, const char *said)
{
	if (said)
		flash(r, said);
	return see_other(r, "/odpoved/%s", r->word);
}

int answer_refused(struct req *r, const struct answer *s, const char *why)
{
	answer_add(r, s);
	page_set(page_add(r->page, "refusal", NULL), "code", why);
	return conflict(r);
}

/* What a library call came to, as a page. */
static int result(struct req *r, struct answer *s, enum response_result came, const char *said)
{
	static const char *const why[] = { [RESPONSE_LEVEL] = "level", [RESPONSE_LIMIT] = "limit", [RESPONSE_REFUSED] = "state" };
	if (came == RESPONSE_DONE || came == RESPONSE_COVERED)
		return answer_again(r, came == RESPONSE_DONE ? said : NULL);
	return answer_refused(r, s, why[came]);
}

static int say_yes(struct req *r, struct answer *s)
{
	return result(r, s, response_move(r->mem, &s->q, &s->a, "accepted", &s->by, NULL), "help-yes");
}

static int say_no(struct req *r, struct answer *s)
{
	enum response_result came = response_move(r->mem, &s->q, &s->a, "declined", &s->by, NULL);
	match_hurry(r->mem, &s->q);
	return result(r, s, came, "help-no");
}

/* Late, or with second thoughts: as from a list. It is another response with a link of its own. */
static int offer_self(struct req *r, struct answer *s)
{
	int64_t id;
	enum response_result came = response_apply(r->mem, &s->q, s->a.person, &id);
	if (came != RESPONSE_DONE)
		return result(r, s, came, NULL);
	flash(r, "help-applied");
	return see_other(r, "%s", link_of(r->mem, LINK_RESPONSE, id));
}

static int leave(struct req *r, struct answer *s)
{
	return result(r, s, response_move(r->mem, &s->q, &s->a, "left", &s->by, NULL), "help-left");
}

int respond_page(struct req *r)
{
	struct answer s;
	int refusal = answer_load(r, false, &s);
	if (refusal)
		return refusal;
	answer_add(r, &s);
	return OK;
}

/* The second tap on what is so already is no mistake. */
static bool so_already(const struct press *p, const struct answer *s)
{
	static const char *const came[][2] = { { "ano", "accepted" }, { "ne", "declined" }, { "odejit", "left" } };
	for (size_t i = 0; i < sizeof came / sizeof *came; i++)
		if (!strcmp(came[i][0], p->word) && !strcmp(came[i][1], s->a.state))
			return true;
	return !strcmp(s->a.state, "superseded");
}

int respond_press(struct req *r)
{
	const struct value *v = &r->values[PRESS];
	struct answer s;
	int refusal = answer_load(r, true, &s);
	if (refusal)
		return refusal;
	if (v->error)
		return BAD_REQUEST;
	const struct press *p = &presses[v->number];
	if (may_press(p, &s))
		return p->press(r, &s);
	return so_already(p, &s) ? answer_again(r, NULL) : answer_refused(r, &s, "state");
}

/* Asked once more before a promise is broken. */
int respond_leave(struct req *r)
{
	struct answer s;
	int refusal = answer_load(r, false, &s);
	if (refusal)
		return refusal;
	if (!text_has_word("applied accepted", s.a.state))
		return answer_again(r, NULL);
	answer_add(r, &s);
	return OK;
}
