/*
 * Personal links and one-time codes (flows.md E0): {base}/odkaz/HEX. Only a hash is stored; GET shows, POST acts and uses it up together with its siblings
 * (open tokens of the same purpose and person, or of the same purpose and subject when there is no person).
 */
#ifndef SOUSEDE_TOKEN_H
#define SOUSEDE_TOKEN_H
#include <stdbool.h>
#include <stdint.h>
#include "seal.h"
#include "time.h"
struct req;

enum { TOKEN_CODE_SIZE = 11 };   /* "1234 5678" */

struct token {
	unsigned char hash[SEAL_BYTES];
	const char *hex;           /* as it stands in the link; null when it was found by its code */
	const char *purpose;       /* of the table's list */
	const char *detail;        /* opened; null when there is none */
	int64_t person_id, subject_id;
	time_t expires, used;      /* used: -1 not yet */
};

/* Makes a token; person and subject may be 0, detail null. code, when not null, is filled with eight digits to be read over the telephone.
 * Returns the hex for the link, which is not kept anywhere. */
const char *token_make(struct req *r, const char *purpose, int64_t person, int64_t subject, const char *detail, int64_t seconds, char code[TOKEN_CODE_SIZE]);

/* For GET: fills t from the hex of a link, uses nothing up. False when it never was; whether it may still be used says token_open. */
bool token_find(struct req *r, const char *hex, struct token *t);

/* True when it is neither used nor expired. */
bool token_open(const struct token *t);

/* For POST, in the transaction of what it does: true for exactly one caller. Its siblings are dead after it. */
bool token_use(struct req *r, const struct token *t);

/* The open token of a purpose whose code was typed, of a person or (person 0) of a subject. A wrong code counts: five and the tokens are dead.
 * Call it before anything is written: counting closes the transaction and opens another. Spaces in the code do not matter. */
bool token_by_code(struct req *r, int64_t person, int64_t subject, const char *purpose, const char *code, struct token *t);
#endif
