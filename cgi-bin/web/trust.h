/* What is believed once its evidence is together, judged in one place for pages and jobs (flows.md E4). Written in the current transaction. */
#ifndef SOUSEDE_TRUST_H
#define SOUSEDE_TRUST_H
#include <stdbool.h>
#include <stdint.h>

/* Mail at a domain that the organisation itself named proves little, and the register knows no domains: it is believed only when for so long nobody of its
 * town or of the site objected (then proof_domain is gone). SQL: since when, of a submitted organisation so proven. */
enum { TRUST_OBJECT_HOURS = 48 };
#define TRUST_PROVEN "IF(legal_form <> 'informal' AND proof_domain IS NOT NULL, GREATEST(proof_at, submitted_at), NULL)"

/* Verifies a submitted organisation that the register knows (or a group of neighbours) and that a town, or two known neighbours, vouch for, or whose proof
 * nobody objected to.
 * Logged in the name of actor (0 the system), its admins are told. True when that happened. */
bool trust_believe(const void *mem, int64_t organisation, int64_t actor);

/* The level of a helper again: the highest one that is granted and valid today, at least what she has of herself (0 or 1). */
void trust_level(const void *mem, int64_t person);

/* A town or an organisation (the other is 0) began or ceased to be believed: the levels it gave count again, or not; their holders are told when theirs changed. */
void trust_body(const void *mem, int64_t town, int64_t organisation);
#endif
