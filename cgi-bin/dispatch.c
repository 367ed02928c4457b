/* The coordinators' desk of a town or an organisation. */
#include "dispatch/dispatch.h"

/* One request as its coordinators see it. */
static int dispatch_show(struct req *r)
{
	struct request q;
	if (!request_load(r->mem, r->number, NULL, false, &q) || q.town != r->town.code || !(request_parts(&q, r->person.id, r->person.roles) & HANDLER))
		return NOT_FOUND;
	r->personal = true;
	show_request(r, r->page, q.id);
	return OK;
}

const struct route routes[] = {
	{ GET, "/:town/koordinace/:id", "help.desk", "dispatch-show", dispatch_show, PAGE, NULL },
	{ 0 },
};
