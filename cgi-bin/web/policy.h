/*
 * Who may do what: one table, tested as a truth table. Every route row names its action; <may> in the page and the refusal of a request read the same row.
 * Roles are per town; relations to the subject (author) are computed by the caller.
 */
#ifndef SOUSEDE_POLICY_H
#define SOUSEDE_POLICY_H
#include <stdbool.h>
#include <stddef.h>

enum role {
	VISITOR = 1,      /* anybody, signed in or not */
	PERSON = 2,       /* signed in, contact confirmed */
	AUTHOR = 4,       /* of the subject at hand */
	CLERK = 8,        /* úředník of this town */
	APPROVER = 16,    /* schvalovatel of this town */
	COORDINATOR = 32, /* of this town */
	MODERATOR = 64,   /* of the site */
	ADMIN = 128,      /* of the site */
	TOWN_ADMIN = 256, /* správce of this town: its people, its vouching */
};

/* True when one of the roles (bits of enum role) may do the action; an action without a row panics: a route must not name what nobody decided. */
bool policy_may(const char *action, unsigned roles);

/* True when the table has the action. */
bool policy_knows(const char *action);

/* The table for people (`sousede policy`): the action of a row, null past the last; the name of the role whose bit is 1 << i, null past the last. */
const char *policy_action(size_t row);
const char *policy_role(size_t i);
#endif
