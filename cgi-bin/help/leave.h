/* Who goes: promises are released first, with everybody told; then what was asked (flows.md E7). Written in the current transaction. */
#ifndef SOUSEDE_HELP_LEAVE_H
#define SOUSEDE_HELP_LEAVE_H
#include <stdint.h>

/* Frees a person of every promise and answer, ends what she asked for and nobody else follows, and takes her words and addresses out of the rest.
 * Offers and answers go with the row of the person. Letters name nobody: they must not outlive the account. */
void help_leave(const void *mem, int64_t person);
#endif
