/* Cookie to person. 32 random bytes in a __Host- cookie, only their BLAKE2b hash stored; sign-in itself belongs to `account`. */
#ifndef SOUSEDE_SESSION_H
#define SOUSEDE_SESSION_H
#include <stdbool.h>
struct req;

/* Fills r->person from the cookie with one query; without a cookie there is no query and r->person.id stays 0. An unknown or expired token is the anonymous viewer. */
void session_load(struct req *r);

/* The CSRF token of this session: keyed BLAKE2b of the session token, hex; "" for the anonymous viewer. */
const char *session_token(struct req *r);

/* True when the POST carries the token of this session (compared in constant time) and comes from our own origin (Sec-Fetch-Site, else Origin). */
bool session_genuine(struct req *r);
#endif
