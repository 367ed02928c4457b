/* The table of who may do what. A row is a decision: everybody named in it may, nobody else. */
#include "policy.h"
#include <stddef.h>
#include <string.h>
#include "panic.h"

static const struct {
	const char *action;
	unsigned roles;
} rows[] = {
	/* Whatever hangs in public is read by anybody. */
	{ "page.read", VISITOR },
	{ "place.read", VISITOR },
	{ "notice.read", VISITOR },
	{ "source.read", VISITOR },
	{ "embed.read", VISITOR },
	{ "health.read", VISITOR },
	/* One's own account; its credentials are asked for again by the page itself. */
	{ "account.enter", VISITOR },
	{ "account.own", PERSON },
	{ "contact.reveal", CLERK | APPROVER | COORDINATOR | MODERATOR | ADMIN },
	/* The board speaks for the town: its people write there. Take-down for breaking a law is also the site's. */
	{ "notice.post", CLERK | APPROVER },
	{ "notice.edit", CLERK | APPROVER },
	{ "notice.takedown", CLERK | APPROVER | MODERATOR },
};

static const unsigned *row_find(const char *action)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].action, action))
			return &rows[i].roles;
	return NULL;
}

bool policy_knows(const char *action)
{
	return row_find(action) != NULL;
}

bool policy_may(const char *action, unsigned roles)
{
	const unsigned *allowed = row_find(action);
	if (!allowed)
		panic("nobody decided who may %s", action);
	return (*allowed & (roles | VISITOR)) != 0;
}
