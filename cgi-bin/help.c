/* Neighbourly help: asked for, offered, answered. */
#include "help/answer.h"
#include "help/apply.h"
#include "help/help.h"

/* One request; what is not public is shown to those it concerns. */
static int help_show(struct req *r)
{
	struct request q;
	if (!request_load(r->mem, r->number, NULL, false, &q) || q.town != r->town.code)
		return NOT_FOUND;
	if (!request_seen(&q, r->person.id, r->person.roles))
		return NOT_FOUND;
	show_request(r, r->page, q.id);
	apply_add(r, &q);
	return OK;
}

const struct route routes[] = {
	{ GET, "/:town/pomoc/:id", "help.read", "help-show", help_show, PAGE, NULL },
	/* offering */
	{ GET, "/odpoved/:word", "help.link", "help-answer", respond_page, PAGE | ASK, answer_fields },
	{ POST, "/odpoved/:word", "help.link", "help-answer", respond_press, PAGE | ASK, answer_fields },
	{ GET, "/odpoved/:word/odejit", "help.link", "help-leave", respond_leave, PAGE | ASK, answer_fields },
	{ GET, "/:town/pomoc/:id/pomohu", "help.answer", "help-apply", apply_page, PAGE | ASK, NULL },
	{ POST, "/:town/pomoc/:id/pomohu", "help.answer", "help-apply", apply_press, PAGE | ASK, NULL },
	{ 0 },
};
