/*
 * Personal links of help (flows.md E0): they can be made again for every letter, so they are not stored; a MAC with the key of the site over kind, row and its
 * nonce. GET shows, POST acts. They end 14 days after what they open is over; a new nonce ends them at once.
 *   /prosba/ID-MAC     the side of who asks: state, helpers to accept, messages, withdraw, renew, done
 *   /odpoved/ID-MAC    the side of a helper: YES, NO, contact, messages, done
 *   /nabidka/ID-MAC    an offer: still true, pause, end
 *   /pomoc/potvrdit/ID-MAC  where who just asked types the code that came to the telephone; opens nothing else
 */
#ifndef SOUSEDE_HELP_LINK_H
#define SOUSEDE_HELP_LINK_H
#include <stdbool.h>
#include <stdint.h>

enum link_kind { LINK_REQUESTER, LINK_PROXY, LINK_RESPONSE, LINK_OFFER, LINK_CONFIRM };

/* The path below the root: "/odpoved/17-0f3a…". nonce: 8 bytes of the row. */
const char *link_path(const void *mem, enum link_kind kind, int64_t id, const unsigned char *nonce);

/* The path with the nonce the row has now; null when there is none. */
const char *link_of(const void *mem, enum link_kind kind, int64_t id);

/* From a word "ID-MAC" to the row: true when the MAC is ours for the nonce the row has now. A wrong word and a missing row look alike and take as long. */
bool link_open(const void *mem, enum link_kind kind, const char *word, int64_t *id);

/* The same for who asks, in either capacity: *proxy says which. */
bool link_open_side(const void *mem, const char *word, int64_t *id, bool *proxy);

/* The word of a mail address that answers a response's letter: "17-0f3a…-r" (side). And back. */
const char *link_reply_word(const void *mem, int64_t response, bool requester, const unsigned char *nonce);
bool link_reply_open(const void *mem, const char *word, int64_t *response, bool *requester);
#endif
