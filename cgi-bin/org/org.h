/* The program org: handlers in the order of its routes, and what its files share. */
#ifndef SOUSEDE_ORG_H
#define SOUSEDE_ORG_H
#include "../web/web.h"

enum { ORG_CODE_SIZE = 12, DAY = 24 * 3600 };

/* A form that stands on the page beside that of the route; one of no fields only carries its name (repeat.h). */
extern const struct field no_fields[];


/* town.c: a town is claimed, verified, held and left (flows.md E4). */
extern const struct field claim_fields[], code_fields[], way_fields[], vote_fields[], reason_fields[];
int claim_page(struct req *r);
int claim_begin(struct req *r);
int claim_code(struct req *r);
int claim_send(struct req *r);
int claim_vote(struct req *r);
int claim_withdraw(struct req *r);
int town_check(struct req *r);
int town_suspend(struct req *r);
int town_restore(struct req *r);

/* people.c: people of a town, invitations. */
extern const struct field invite_fields[], roles_fields[];
int people_page(struct req *r);
int people_invite(struct req *r);
int people_uninvite(struct req *r);
int people_roles(struct req *r);
int people_leave(struct req *r);
int invitation_page(struct req *r);
int invitation_accept(struct req *r);

/* organisation.c: organisations, their states and who vouches for them; what the viewer is there, null when nothing. */
struct organisation {
	int64_t id, town;
	const char *slug, *name, *state, *town_slug, *role, *moderation;
};
extern const struct field decide_fields[];
bool organisation_load(struct req *r, struct organisation *o);
bool organisation_manages(const struct req *r, const struct organisation *o);
void organisation_event(struct req *r, const struct organisation *o, const char *action, const char *to, const char *reason, const char *note);
/* What its desk shows; back to it with a flash. */
void desk_add(struct req *r, const struct organisation *o);
int desk_again(struct req *r, const char *said, const struct organisation *o);
/* The town and the site hear of one that its evidence has just verified. */
void organisation_proven(struct req *r, const struct organisation *o);
int organisation_page(struct req *r);
int organisation_desk(struct req *r);
int organisation_list(struct req *r);
int organisation_publish(struct req *r);
int organisation_submit(struct req *r);
int organisation_close_page(struct req *r);
int organisation_close(struct req *r);
int organisation_decide(struct req *r);
int organisation_vouch_town(struct req *r);
int organisation_object_town(struct req *r);
int organisation_object_site(struct req *r);
int organisation_vouch_person(struct req *r);

/* found.c: an organisation says who it is, and changes what it says. */
extern const struct field found_fields[], edit_fields[];
int organisation_found_page(struct req *r);
int organisation_found(struct req *r);
int organisation_edit_page(struct req *r);
int organisation_edit(struct req *r);

/* proof.c: mail at its domain. */
extern const struct field box_fields[], proof_fields[];
/* The domain of a web address at which mail proves something, in ASCII; null when there is none, or when anybody may have mail there. */
const char *proof_domain(struct req *r, const char *web);
void proof_add(struct req *r, const struct organisation *o);
int proof_send(struct req *r);
int proof_code(struct req *r);

/* member.c: its people. */
extern const struct field member_fields[], member_role_fields[];
int member_invite(struct req *r);
int member_role(struct req *r);
int member_leave(struct req *r);

/* level.c: levels of helpers and their cards. */
struct giver {
	int64_t town, organisation;
	const char *name, *path;
};
/* Fills b with the town or organisation of the address; true when it may vouch and the viewer may do so in its name. */
bool giver_town(struct req *r, struct giver *b);
bool giver_organisation(struct req *r, struct giver *b);
extern const struct field ethics_fields[], grant_fields[];
int level_page(struct req *r);
int level_one(struct req *r);
int card_issue(struct req *r);
int card_page(struct req *r);
int town_helpers(struct req *r);
int town_grant(struct req *r);
int town_revoke(struct req *r);
int organisation_helpers(struct req *r);
int organisation_grant(struct req *r);
int organisation_revoke(struct req *r);

/* photo.c: who vouches agrees to the photo on the card. */
extern const struct field approval_fields[];
int helper_photo(struct req *r);
int helper_photo_approve(struct req *r);
int card_photo(struct req *r);
/* The file that a valid card of this person shows; 0 none. */
int64_t photo_of_card(struct req *r, int64_t holder);

/* told.c: ten characters nobody mistakes for another, "ABCDE-23456"; only a hash is kept. */
void code_make(char code[ORG_CODE_SIZE], unsigned char hash[32]);
void code_hash(struct req *r, unsigned char hash[32], const char *typed);

/* Who hears of it. A whole address is made of the path. */
const char *link_to(struct req *r, const char *path, ...) __attribute__((format(printf, 2, 3)));
void tell_site(struct req *r, const char *kind, int64_t ref, unsigned roles, const char *const *pairs);
void tell_town(struct req *r, const char *kind, int64_t ref, int64_t town, const char *const *pairs);
void tell(struct req *r, const char *kind, int64_t ref, int64_t person, const char *const *pairs);
/* The pairs of an "org.news": what happened, to whom, the reason (may be null), where to look. */
#define NEWS(what, name, reason, link) (const char *const[]){ "what", what, "name", name, "link", link, (reason) ? "reason" : NULL, (reason), NULL, NULL }

/* The town stops or starts to run its page; readers' copies are stale. */
void town_official(struct req *r, int64_t town, bool official);

/* A town whose last admin went is listed again; its content stays. Returns true when that happened. */
bool town_left(struct req *r);
#endif
