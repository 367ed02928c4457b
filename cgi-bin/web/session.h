/* Cookie to person. 32 random bytes in a __Host- cookie, only their BLAKE2b hash stored; sign-in itself belongs to `account`. */
#ifndef SOUSEDE_SESSION_H
#define SOUSEDE_SESSION_H
#include <stdbool.h>
#include <stdint.h>
struct req;

/* SQL: how others see a person, by the alias of table person: first name and initial, unless they let the whole name be shown. */
#define PERSON_SHOWN(p) "IF(" p ".full_name, " p ".name, CONCAT_WS(' ', " p ".given, NULLIF(" p ".initial, '')))"

/* How people move, as forms ask it: words in the order of person.transport and of all columns like it. */
extern const char *const person_transports[];

/* Fills r->person from the cookie with one query; without a cookie there is no query and r->person.id stays 0. An unknown or expired token is the anonymous viewer.
 * CLERK, APPROVER, MODERATOR and ADMIN are given only to a session with a second factor at most 24 hours old and used in the last 12; until then those
 * bits stand in r->person.asleep and a refusal leads to /ucet/overeni. */
void session_load(struct req *r);

/* Signs a person in: a new token whatever there was before, the old session of this browser ends. Ninety days, thirty without a visit. */
void session_begin(struct req *r, int64_t person, bool strong);

/* The person's rights grew: in none of their sessions do roles hold until it has another token, so that nobody who knows an older one gets them.
 * Those roles are asleep meanwhile: /ucet/overeni gives the new token, after a second factor where the roles need one. */
void session_renew(int64_t person);

/* Another token for this session; when it ends and what was proved in it stays. Only account may write tokens. */
void session_rotate(struct req *r);

/* Ends the session of this request and takes its cookie back. */
void session_end(struct req *r);

/* The CSRF token of this session: keyed BLAKE2b of the session token, hex; "" for the anonymous viewer. */
const char *session_token(struct req *r);

/* True when the POST carries the token of this session (compared in constant time) and comes from our own origin (Sec-Fetch-Site, else Origin). */
bool session_genuine(struct req *r);
#endif
