/* Neighbourly help: asked for, offered, answered. */
#include "help/help.h"

static bool among(const char *const *words, const char *word)
{
	for (; *words; words++)
		if (!strcmp(*words, word))
			return true;
	return false;
}

/* Who may read what is not for everybody: neighbours who signed in, verified helpers. What waits or was hidden is for those it concerns. */
static bool readable(const struct req *r, const struct request *q)
{
	static const char *const withheld[] = { "draft", "unconfirmed", "review", "hidden", NULL };
	if (among(withheld, q->state) || strcmp(q->moderation, "visible") || (q->outcome && among((const char *const[]){ "rejected", "removed", NULL }, q->outcome)))
		return false;
	if (!strcmp(q->visibility, "verified_helpers"))
		return db_number(0, "SELECT level >= 2 FROM person WHERE id = ?", I(r->person.id)) > 0;
	return !strcmp(q->visibility, "public") || (r->person.id && !strcmp(q->visibility, "local_members"));
}

/* One request; what is not public is shown to those it concerns. Who asks gets the way to its own page. */
static int help_show(struct req *r)
{
	struct request q;
	if (!request_load(r->mem, r->number, NULL, false, &q) || q.town != r->town.code)
		return NOT_FOUND;
	unsigned parts = request_parts(&q, r->person.id, r->person.roles);
	if (!readable(r, &q) && !parts)
		return NOT_FOUND;
	r->personal = r->person.id || strcmp(q.visibility, "public");
	show_request(r, r->page, q.id);
	if (parts & (REQUESTER | PROXY))
		page_set(page_add(r->page, "mine", NULL), "path", link_of(r->mem, parts & PROXY ? LINK_PROXY : LINK_REQUESTER, q.id));
	return OK;
}

const struct route routes[] = {
	/* asking, ask.c */
	{ GET, "/:town/pomoc/potrebuji", "help.ask", "help-ask", ask_page, PAGE | ASK | GUARD, ask_fields },
	{ POST, "/:town/pomoc/potrebuji", "help.ask", "help-ask", ask, PAGE | ASK | GUARD, ask_fields },
	{ GET, "/pomoc/potvrdit/:word", "help.ask", "help-confirm", ask_confirm_page, PAGE | ASK, ask_code_fields },
	{ POST, "/pomoc/potvrdit/:word", "help.ask", "help-confirm", ask_confirm, PAGE | ASK, ask_code_fields },
	/* who asks, mine.c and mineact.c */
	{ GET, "/prosba/:word", "help.link", "help-mine", mine_page, PAGE | ASK, NULL },
	{ POST, "/prosba/:word/potvrdit", "help.link", "help-mine", mine_confirm, PAGE | ASK, NULL },
	{ POST, "/prosba/:word/stejna", "help.link", "help-mine", mine_same, PAGE | ASK, NULL },
	{ POST, "/prosba/:word/prodlouzit", "help.link", "help-mine", mine_renew, PAGE | ASK, NULL },
	{ POST, "/prosba/:word/hotovo", "help.link", "help-mine", mine_done, PAGE | ASK, mine_done_fields },
	{ GET, "/prosba/:word/pomocnik/:id", "help.link", "help-helper", mine_helper_page, PAGE | ASK, mine_helper_fields },
	{ POST, "/prosba/:word/pomocnik/:id", "help.link", "help-mine", mine_helper, PAGE | ASK, mine_helper_fields },
	{ GET, "/prosba/:word/stahnout", "help.link", "help-withdraw", mine_withdraw_page, PAGE | ASK, mine_withdraw_fields },
	{ POST, "/prosba/:word/stahnout", "help.link", "help-withdraw", mine_withdraw, PAGE | ASK, mine_withdraw_fields },
	{ GET, "/prosba/:word/upravit", "help.link", "help-edit", mine_edit_page, PAGE | ASK, mine_edit_fields },
	{ POST, "/prosba/:word/upravit", "help.link", "help-edit", mine_edit, PAGE | ASK, mine_edit_fields },
	/* the public */
	{ GET, "/:town/pomoc/:id", "help.read", "help-show", help_show, PAGE, NULL },
	{ 0 },
};
