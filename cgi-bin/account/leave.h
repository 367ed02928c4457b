/* Leaving: a town, or everything. In one place for account, org and jobs (flows.md E4, E7). Written in the current transaction. */
#ifndef SOUSEDE_LEAVE_H
#define SOUSEDE_LEAVE_H
#include <stdbool.h>
#include <stdint.h>

/* A town without an admin is listed again and no longer runs its page; its content stays, admins of the site are told. True when that happened. */
bool leave_town(const void *mem, int64_t town, int64_t actor);

/* Deletes a person. Promises of help are released, towns and organisations are left first and hear of it, what hangs in the name of a town or a club stays
 * there, a last letter goes to the address that was. What refers to a person goes with the row by its foreign keys; a number without a name remains in
 * event_log. reason: "own", "idle", "unconfirmed". */
void leave_all(const void *mem, int64_t person, const char *reason);
#endif
