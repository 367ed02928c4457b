/* The memory of forms that were taken: table repeat_key. */
#include "repeat.h"
#include <string.h>
#include "db.h"
#include "request.h"
#include "route.h"
#include "seal.h"

enum { ANSWER_MAX = 300 };

/* Whose form, of which page, filled in which time; false when the form says nothing of it. */
static bool nonce_of(const struct req *r, unsigned char nonce[SEAL_BYTES])
{
	const char *once = param_value(r->form, "once");
	if (!once || !*once || !(r->route->formats & ASK))
		return false;
	seal_hash_many(nonce, (const char *const[]){ r->person.token, r->path, once }, 3);
	return true;
}

bool repeat_known(struct req *r)
{
	static const struct column columns[] = { { "answer", COLUMN_TEXT, 0 }, { 0 } };
	struct {
		const char *answer;
	} row;
	unsigned char nonce[SEAL_BYTES];
	if (!nonce_of(r, nonce) ||
	    db_exec("INSERT INTO repeat_key (nonce, answer, at) VALUES (?, '', ?)", B(nonce, sizeof nonce), T(time_now())) != DB_DUPLICATE)
		return false;
	if (db_one(r->mem, &row, columns, "SELECT answer FROM repeat_key WHERE nonce = ?", B(nonce, sizeof nonce)))
		r->location = row.answer;
	return r->location != NULL;
}

bool repeat_first(const char *what, const void *bytes, size_t n)
{
	struct seal_state state;
	unsigned char nonce[SEAL_BYTES];
	seal_start(&state);
	seal_add(&state, what, strlen(what) + 1);
	seal_add(&state, bytes, n);
	seal_end(&state, nonce);
	return db_exec("INSERT INTO repeat_key (nonce, answer, at) VALUES (?, '', ?)", B(nonce, sizeof nonce), T(time_now())) != DB_DUPLICATE;
}

void repeat_keep(struct req *r, bool keep)
{
	unsigned char nonce[SEAL_BYTES];
	if (!nonce_of(r, nonce))
		return;
	if (keep && strlen(r->location) <= ANSWER_MAX)
		db_exec("UPDATE repeat_key SET answer = ? WHERE nonce = ?", S(r->location), B(nonce, sizeof nonce));
	else
		db_exec("DELETE FROM repeat_key WHERE nonce = ?", B(nonce, sizeof nonce));
}
