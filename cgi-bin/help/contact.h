/* Sealed contacts of a request: written once, opened only for those entitled, each opening by somebody else in reveal_log (and so seen by the person). */
#ifndef SOUSEDE_HELP_CONTACT_H
#define SOUSEDE_HELP_CONTACT_H
#include <libxml/tree.h>
#include "help/request.h"
struct req;

struct help_contact {
	const char *name, *phone, *mail;   /* normalised by contact_normalise; null when there is none */
	const char *lang;
	int64_t person;                    /* 0 no account */
	bool confirmed;
};

/* Writes the contact of a role ("requester", "proxy"); another of the role is replaced. */
void help_contact_keep(const void *mem, int64_t request, const char *role, const struct help_contact *c);

/* Opens the contacts of a request for its entitled viewer (HANDLER, accepted HELPER, the sides themselves) into <contact role name phone mail> and <place>
 * under parent, and logs it. False when the parts do not entitle, or all is erased: nothing is added. */
bool help_contact_reveal(struct req *r, xmlNode *parent, const struct request *q, unsigned parts);

/* The same when the viewer came by the personal link of a person. */
bool help_contact_reveal_to(struct req *r, xmlNode *parent, const struct request *q, unsigned parts, int64_t viewer);

/* Who opened them, for the sides: <look as>at, who</look>, newest first. */
void help_contact_looks(void *mem, xmlNode *parent, int64_t request);

/* Requests not closed longer than 7 days ago with this phone or mail (normalised, may be null) and category, newest first: id of the newest, 0 none. */
int64_t help_contact_duplicate(const void *mem, const char *phone, const char *mail, const char *category);
#endif
