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
	{ "person.confirm", CLERK | APPROVER | COORDINATOR },
	{ "contact.reveal", CLERK | APPROVER | COORDINATOR | MODERATOR | ADMIN },
	/* The board speaks for the town: its people write there. Take-down for breaking a law is also the site's. */
	{ "notice.post", CLERK | APPROVER },
	{ "notice.edit", AUTHOR | CLERK | APPROVER },
	{ "notice.takedown", AUTHOR | CLERK | APPROVER | MODERATOR },
	/* Called off, as posted by mistake. */
	{ "notice.cancel", APPROVER },
	/* The community board belongs to verified clubs; author is whoever speaks for the club. */
	{ "notice.club", AUTHOR },
	/* What somebody new wrote with a link is read before it hangs. */
	{ "notice.review", CLERK | APPROVER | MODERATOR },
	/* The pages of writing: which board is whose, and which notice, their handlers decide by the rows above. */
	{ "notice.write", PERSON },
	/* A town is taken over by whoever proves it; then its own admins say who is who. The site steps in only where the town cannot. */
	{ "town.claim", PERSON },
	{ "town.claim.vote", TOWN_ADMIN },
	{ "town.check", TOWN_ADMIN },
	{ "town.decide", ADMIN },
	{ "town.people", CLERK | APPROVER | COORDINATOR | TOWN_ADMIN | ADMIN },
	{ "town.people.edit", TOWN_ADMIN },
	{ "town.people.leave", CLERK | APPROVER | COORDINATOR | TOWN_ADMIN },
	{ "invitation.read", VISITOR },
	{ "invitation.accept", PERSON },
	/* An organisation belongs to its admins (its authors); a town or known neighbours vouch for it, the site decides what is in doubt. */
	{ "organisation.read", VISITOR },
	{ "organisation.own", PERSON },
	{ "organisation.manage", AUTHOR },
	{ "organisation.vouch", CLERK | TOWN_ADMIN },
	{ "organisation.decide", MODERATOR | ADMIN },
	/* Levels are given by towns and verified organisations, never by oneself. */
	{ "level.own", PERSON },
	{ "level.grant", CLERK | COORDINATOR | TOWN_ADMIN | AUTHOR },
	{ "card.read", VISITOR },
	/* Help is asked for by anybody and answered by helpers; personal links are their own right. Who coordinates sees what is asked in the town (author: who
	 * speaks for the organisation that handles it). Which request, its handlers decide by help/request.h. */
	{ "help.read", VISITOR },
	{ "help.ask", VISITOR },
	{ "help.link", VISITOR },
	{ "help.own", PERSON },
	{ "help.answer", PERSON },
	{ "help.desk", AUTHOR | CLERK | APPROVER | COORDINATOR | TOWN_ADMIN },
	{ "help.settings", COORDINATOR | APPROVER | TOWN_ADMIN },
	{ "help.crisis", COORDINATOR | APPROVER | TOWN_ADMIN },
	/* The desk of the site. */
	{ "site.desk", MODERATOR | ADMIN },
	{ "site.log", ADMIN },
	{ "site.health", ADMIN },
	{ "site.settings", ADMIN },
	/* Who looks after the site is decided on its server (`sousede admin`), on no page. */
	{ "site.admin", 0 },
	/* Anybody reports and appeals by link; the site decides, a town's clerks on its community board; own things never (their handlers). */
	{ "report.send", VISITOR },
	{ "report.decide", MODERATOR | ADMIN },
	{ "report.triage", MODERATOR | ADMIN },
	{ "report.town", CLERK | APPROVER },
	{ "appeal.send", VISITOR },
	{ "decision.read", VISITOR },
	{ "person.standing", MODERATOR | ADMIN },
};

static const unsigned *row_find(const char *action)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].action, action))
			return &rows[i].roles;
	return NULL;
}

const char *policy_action(size_t row)
{
	return sizeof rows / sizeof *rows > row ? rows[row].action : NULL;
}

/* In the order of their bits. */
const char *policy_role(size_t i)
{
	static const char *const names[] = { "visitor", "person", "author", "clerk", "approver", "coordinator", "moderator", "admin", "town-admin" };
	return sizeof names / sizeof *names > i ? names[i] : NULL;
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
