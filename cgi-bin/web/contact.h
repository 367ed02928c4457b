/*
 * How people are reached: addresses are normalised, stored under seal and found by a keyed hash. An address has at most one confirmed holder.
 * kind is "mail" or "phone" everywhere.
 */
#ifndef SOUSEDE_CONTACT_H
#define SOUSEDE_CONTACT_H
#include <stdbool.h>
#include <stdint.h>
struct req;

/* What was typed as it is compared and used: mail in ASCII lower case (the host by IDNA), phone in E.164 (nine Czech digits get +420, 00 becomes +).
 * Null when it is neither. */
const char *contact_normalise(const void *mem, const char *kind, const char *typed);

/* The holder of a confirmed address; 0 when nobody has it. */
int64_t contact_person(struct req *r, const char *kind, const char *normalised);

/* Adds an address to a person (or confirms the one that is there) and returns its id; DB_DUPLICATE when another person holds it confirmed. */
int64_t contact_add(struct req *r, int64_t person, const char *kind, const char *normalised, bool confirmed);

/* The confirmed address of the viewer's own, without any log; null when there is none. */
const char *contact_own(struct req *r, const char *kind);

/* Opens somebody's address for the viewer. Whether the viewer has to do with this person at all (the same town, the same claim) the caller has checked. reason names the object it is opened for ("claim 12"). Writes reveal_log, which the person sees, unless it is
 * the viewer's own. Null when there is none, or when the viewer's roles do not let them (policy "contact.reveal"). */
const char *contact_reveal(struct req *r, int64_t person, const char *kind, const char *reason);
#endif
