/* Neighbourly help: asked for, offered, answered. */
#include "help/answer.h"
#include "help/apply.h"
#include "help/help.h"
#include "help/offering.h"
#include "help/party.h"

/* One request; what is not public is shown to those it concerns. Who asks gets the way to its own page. */
static int help_show(struct req *r)
{
	struct request q;
	if (!request_load(r->mem, r->number, NULL, false, &q) || q.town != r->town.code)
		return NOT_FOUND;
	r->noindex = true;
	if (!request_seen(&q, r->person.id, r->person.roles))
		return NOT_FOUND;
	r->personal = r->person.id || strcmp(q.visibility, "public");
	show_request(r, r->page, q.id);
	apply_add(r, &q);
	unsigned parts = request_parts(&q, r->person.id, r->person.roles);
	if (parts & (REQUESTER | PROXY))
		page_set(page_add(r->page, "mine", NULL), "path", link_of(r->mem, parts & PROXY ? LINK_PROXY : LINK_REQUESTER, q.id));
	return OK;
}

const struct route routes[] = {
	/* no town is called so */
	{ GET, "/ucet/pomoc", "help.own", "help-own", own_help, PAGE, NULL },
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
	/* lists and paper */
	{ GET, "/pomoc", "help.read", "help-entry", list_entry, PAGE, entry_query },
	{ GET, "/:town/pomoc", "help.read", "help-list", list_requests, LIST, requests_query },
	{ GET, "/:town/pomoc/nabidky", "help.read", "help-offers", list_offers, PAGE | RSS | ATOM | JSON | JSONLD, offers_query },
	{ GET, "/:town/pomoc/letak", "help.read", "help-sheet", sheet_page, PAGE, sheet_query },
	{ GET, "/plakat", "help.read", "help-poster-code", poster_form, PAGE | FORM, poster_query },
	{ GET, "/plakat/:word", "help.read", "help-poster", poster_page, PAGE, NULL },
	/* the public */
	{ GET, "/:town/pomoc/:id", "help.read", "help-show", help_show, PAGE, NULL },
	/* offering */
	{ GET, "/odpoved/:word", "help.link", "help-answer", respond_page, PAGE | ASK, answer_fields },
	{ POST, "/odpoved/:word", "help.link", "help-answer", respond_press, PAGE | ASK, answer_fields },
	{ GET, "/odpoved/:word/odejit", "help.link", "help-leave", respond_leave, PAGE | ASK, answer_fields },
	{ GET, "/:town/pomoc/pomohu", "help.answer", "help-offer", offering_page, PAGE | ASK, offering_fields },
	{ POST, "/:town/pomoc/pomohu", "help.answer", "help-offer", offering_make, PAGE | ASK, offering_fields },
	{ GET, "/nabidka/:word", "help.link", "help-standing", standing_page, PAGE | ASK, standing_fields },
	{ POST, "/nabidka/:word", "help.link", "help-standing", standing_press, PAGE | ASK, standing_fields },
	{ GET, "/nabidka/:word/konec", "help.link", "help-standing-end", standing_page, PAGE | ASK, standing_fields },
	{ GET, "/nabidka/:word/upravit", "help.link", "help-offer-change", offering_change_page, PAGE | ASK, offering_fields },
	{ POST, "/nabidka/:word/upravit", "help.link", "help-offer-change", offering_change, PAGE | ASK, offering_fields },
	{ GET, "/:town/pomoc/:id/pomohu", "help.answer", "help-apply", apply_page, PAGE | ASK, apply_fields },
	{ POST, "/:town/pomoc/:id/pomohu", "help.answer", "help-apply", apply_press, PAGE | ASK, apply_fields },
	/* doing */
	{ GET, "/odpoved/:word/zpravy", "help.link", "help-talk", talk_page, PAGE | ASK, talk_fields },
	{ POST, "/odpoved/:word/zpravy", "help.link", "help-talk", talk, PAGE | ASK, talk_fields },
	{ GET, "/prosba/:word/zpravy/:id", "help.link", "help-talk", talk_page, PAGE | ASK, talk_fields },
	{ POST, "/prosba/:word/zpravy/:id", "help.link", "help-talk", talk, PAGE | ASK, talk_fields },
	{ GET, "/odpoved/:word/ohlas", "help.link", "help-after", after_page, PAGE | ASK, after_fields },
	{ POST, "/odpoved/:word/ohlas", "help.link", "help-after", after, PAGE | ASK, after_fields },
	{ GET, "/prosba/:word/ohlas/:id", "help.link", "help-after", after_page, PAGE | ASK, after_fields },
	{ POST, "/prosba/:word/ohlas/:id", "help.link", "help-after", after, PAGE | ASK, after_fields },
	{ GET, "/odpoved/:word/blokovat", "help.link", "help-block", block_page, PAGE | ASK, NULL },
	{ POST, "/odpoved/:word/blokovat", "help.link", "help-block", block, PAGE | ASK, NULL },
	{ GET, "/prosba/:word/blokovat/:id", "help.link", "help-block", block_page, PAGE | ASK, NULL },
	{ POST, "/prosba/:word/blokovat/:id", "help.link", "help-block", block, PAGE | ASK, NULL },
	{ GET, "/odpoved/:word/kontakt", "help.link", "help-contact", show_before, PAGE, NULL },
	{ POST, "/odpoved/:word/kontakt", "help.link", "help-contact", doing_contact, PAGE | ASK, NULL },
	{ POST, "/odpoved/:word/zacit", "help.link", "help-contact", doing_start, PAGE | ASK, NULL },
	{ GET, "/odpoved/:word/hotovo", "help.link", "help-done", doing_done_page, PAGE | ASK, done_fields },
	{ POST, "/odpoved/:word/hotovo", "help.link", "help-done", doing_done, PAGE | ASK, done_fields },
	{ POST, "/odpoved/:word/nesouhlas", "help.link", "help-contact", doing_dispute, PAGE | ASK, NULL },
	{ 0 },
};
