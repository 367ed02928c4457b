/* Neighbourly help: asked for, offered, answered. */
#include "help/help.h"

/* One request; what is not public is shown to those it concerns. */
static int help_show(struct req *r)
{
	struct request q;
	if (!request_load(r->mem, r->number, NULL, false, &q) || q.town != r->town.code)
		return NOT_FOUND;
	bool listed = !strcmp(q.visibility, "public") && !strcmp(q.moderation, "visible") && strcmp(q.state, "draft") && strcmp(q.state, "unconfirmed") &&
		      strcmp(q.state, "review") && strcmp(q.state, "hidden");
	if (!listed && !request_parts(&q, r->person.id, r->person.roles))
		return NOT_FOUND;
	show_request(r, r->page, q.id);
	return OK;
}

const struct route routes[] = {
	{ GET, "/:town/pomoc/:id", "help.read", "help-show", help_show, PAGE, NULL },
	{ 0 },
};
