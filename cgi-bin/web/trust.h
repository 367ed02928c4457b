/* What is believed once its evidence is together, judged in one place for pages and jobs (flows.md E4). Written in the current transaction. */
#ifndef SOUSEDE_TRUST_H
#define SOUSEDE_TRUST_H
#include <stdbool.h>
#include <stdint.h>

/* Verifies a submitted organisation that the register knows (or a group of neighbours) and that a town, or two known neighbours, vouch for.
 * Logged in the name of actor (0 the system), its admins are told. True when that happened. */
bool trust_believe(const void *mem, int64_t organisation, int64_t actor);

/* The level of a helper again: the highest one that is granted and valid today, at least what she has of herself (0 or 1). */
void trust_level(const void *mem, int64_t person);

/* A town or an organisation (the other is 0) began or ceased to be believed: the levels it gave count again, or not; their holders are told when theirs changed. */
void trust_body(const void *mem, int64_t town, int64_t organisation);
#endif
