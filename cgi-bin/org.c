/* Whom we believe: towns that take their pages over, their people, organisations, helpers and their cards. */
#include "org/org.h"

enum { ONE = PAGE | ASK };

const struct route routes[] = {
	{ GET, "/:town/prevzit", "place.read", "org-claim", claim_page, ONE, claim_fields },
	{ POST, "/:town/prevzit", "town.claim", "org-claim", claim_begin, ONE, claim_fields },
	{ POST, "/:town/prevzit/kod", "town.claim", "org-claim", claim_code, ONE, code_fields },
	{ POST, "/:town/prevzit/zrusit", "town.claim", "org-claim", claim_withdraw, ONE, NULL },
	{ POST, "/:town/prevzit/hlas", "town.claim.vote", "org-claim", claim_vote, ONE, vote_fields },
	{ POST, "/:town/prevzit/trva", "town.check", "org-claim", town_check, ONE, NULL },
	{ POST, "/:town/prevzit/dopis", "town.decide", "org-letter", claim_send, ONE, way_fields },
	{ POST, "/:town/prevzit/pozastavit", "town.decide", "org-claim", town_suspend, ONE, reason_fields },
	{ POST, "/:town/prevzit/obnovit", "town.decide", "org-claim", town_restore, ONE, NULL },

	{ GET, "/:town/lide", "town.people", "org-people", people_page, ONE, invite_fields },
	{ POST, "/:town/lide", "town.people.edit", "org-people", people_invite, ONE, invite_fields },
	{ POST, "/:town/lide/odejit", "town.people.leave", "org-people", people_leave, ONE, NULL },
	{ POST, "/:town/lide/:id", "town.people.edit", "org-people", people_roles, ONE, roles_fields },
	{ POST, "/:town/lide/pozvanka/:id", "town.people.edit", "org-people", people_uninvite, ONE, NULL },
	{ GET, "/pozvanka/:word", "invitation.read", "org-invitation", invitation_page, ONE, NULL },
	{ POST, "/pozvanka/:word", "invitation.accept", "org-invitation", invitation_accept, ONE, NULL },
	{ 0 },
};
