/* What moderators see to, beside the state the author gave (flows.md E6), set in one place for pages and jobs. Written in the current transaction. */
#ifndef SOUSEDE_MODERATION_H
#define SOUSEDE_MODERATION_H
#include <stdint.h>

/* Shows or takes away: target "notice", "organisation" or "request", to visible, limited, hidden or removed. Readers' copies of the boards are stale from now on.
 * For a person the standing: normal, warned, limited, suspended or banned; who is banned is signed out everywhere. until -1 for good. */
void moderation_set(const char *target, int64_t id, const char *to, int64_t until);
#endif
