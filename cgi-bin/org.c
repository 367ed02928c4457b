/* Whom we believe: towns that take their pages over, their people, organisations, helpers and their cards. */
#include "org/org.h"

enum { ONE = PAGE | ASK };

const struct route routes[] = {
	{ GET, "/organizace/zalozit", "organisation.own", "org-found", organisation_found_page, ONE, found_fields },
	{ POST, "/organizace/zalozit", "organisation.own", "org-found", organisation_found, ONE, found_fields },
	{ GET, "/organizace/:word", "organisation.read", "organisation", organisation_page, LIST, NULL },
	{ GET, "/organizace/:word/sprava", "organisation.own", "org-desk", organisation_desk, ONE, member_fields },
	{ POST, "/organizace/:word/zverejnit", "organisation.own", "org-desk", organisation_publish, ONE, NULL },
	{ POST, "/organizace/:word/podat", "organisation.own", "org-desk", organisation_submit, ONE, NULL },
	{ POST, "/organizace/:word/ukoncit", "organisation.own", "org-desk", organisation_close, ONE, NULL },
	{ POST, "/organizace/:word/rozhodnout", "organisation.decide", "org-desk", organisation_decide, ONE, decide_fields },
	{ POST, "/organizace/:word/zarucit", "organisation.own", "organisation", organisation_vouch_person, ONE, NULL },
	{ POST, "/organizace/:word/lide", "organisation.own", "org-desk", member_invite, ONE, member_fields },
	{ POST, "/organizace/:word/lide/:id", "organisation.own", "org-desk", member_role, ONE, member_role_fields },
	{ POST, "/organizace/:word/odejit", "organisation.own", "org-desk", member_leave, ONE, NULL },
	{ GET, "/:town/organizace", "organisation.read", "org-list", organisation_list, ONE, NULL },
	{ POST, "/:town/organizace/:word", "organisation.vouch", "org-list", organisation_vouch_town, ONE, NULL },

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
