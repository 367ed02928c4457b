/* Personal links and one-time codes: only hashes are kept. */
#include "token.h"
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "db.h"
#include "panic.h"
#include "request.h"
#include "text.h"

enum { CODE_TRIES = 5, CODES = 100000000 };

struct row {
	unsigned char hash[SEAL_BYTES], code_hash[SEAL_BYTES];
	const char *purpose;
	struct db_bytes detail;
	int64_t person_id, subject_id;
	time_t expires, used;
};

static const struct column columns[] = {
	{ "hash", COLUMN_BYTES32, offsetof(struct row, hash) },
	{ "code_hash", COLUMN_BYTES32, offsetof(struct row, code_hash) },
	{ "purpose", COLUMN_TEXT, offsetof(struct row, purpose) },
	{ "detail", COLUMN_BYTES, offsetof(struct row, detail) },
	{ "person_id", COLUMN_INT, offsetof(struct row, person_id) },
	{ "subject_id", COLUMN_INT, offsetof(struct row, subject_id) },
	{ "expires_at", COLUMN_TIME, offsetof(struct row, expires) },
	{ "used_at", COLUMN_TIME, offsetof(struct row, used) },
	{ 0 },
};

/* The hash of a code is keyed and bound to its holder, so that a copy of the database does not tell eight digits. */
static void code_hash(struct req *r, unsigned char out[SEAL_BYTES], const char *purpose, int64_t person, int64_t subject, const char *digits)
{
	int64_t holder = person ? person : subject;
	seal_index(out, "code", talloc_asprintf(r->mem, "%s %s %" PRId64 " %s", purpose, person ? "person" : "subject", holder, digits));
}

/* Eight digits, each as likely as any other. */
static unsigned code_make(char code[TOKEN_CODE_SIZE])
{
	uint32_t number;
	do
		seal_random(&number, sizeof number);
	while (number >= UINT32_MAX - UINT32_MAX % CODES);
	number %= CODES;
	snprintf(code, TOKEN_CODE_SIZE, "%04u %04u", number / 10000 % 10000, number % 10000);
	return number;
}

static struct arg id_or_null(int64_t id)
{
	return id ? I(id) : S(NULL);
}

const char *token_make(struct req *r, const char *purpose, int64_t person, int64_t subject, const char *detail, int64_t seconds, char code[TOKEN_CODE_SIZE])
{
	unsigned char secret[SEAL_BYTES], hash[SEAL_BYTES], code_mark[SEAL_BYTES];
	struct seal_text sealed = { 0 };
	seal_random(secret, sizeof secret);
	seal_hash(hash, secret, sizeof secret);
	if (code)
		code_hash(r, code_mark, purpose, person, subject, talloc_asprintf(r->mem, "%08u", code_make(code)));
	if (detail)
		sealed = seal_close(r->mem, "token", detail);
	db_exec("INSERT INTO token (hash, purpose, person_id, subject_id, detail, code_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		B(hash, sizeof hash), S(purpose), id_or_null(person), id_or_null(subject), B(sealed.bytes, sealed.length),
		B(code ? code_mark : NULL, SEAL_BYTES), T(time_now()), T(time_now() + seconds));
	return text_hex(r->mem, secret, sizeof secret);
}

static void land(struct req *r, const struct row *row, struct token *t)
{
	*t = (struct token){ .purpose = row->purpose, .person_id = row->person_id, .subject_id = row->subject_id,
			     .expires = row->expires, .used = row->used };
	memcpy(t->hash, row->hash, sizeof t->hash);
	t->detail = seal_open_text(r->mem, "token", row->detail.bytes, row->detail.length);
}

bool token_find(struct req *r, const char *hex, struct token *t)
{
	unsigned char secret[SEAL_BYTES], hash[SEAL_BYTES];
	struct row row;
	if (!text_unhex(secret, sizeof secret, hex))
		return false;
	seal_hash(hash, secret, sizeof secret);
	if (!db_one(r->mem, &row, columns,
		    "SELECT hash, code_hash, purpose, detail, person_id, subject_id, expires_at, used_at FROM token WHERE hash = ?",
		    B(hash, sizeof hash)))
		return false;
	land(r, &row, t);
	t->hex = hex;
	return true;
}

bool token_open(const struct token *t)
{
	return t->used < 0 && t->expires > time_now();
}

bool token_use(struct req *r, const struct token *t)
{
	(void)r;
	time_t now = time_now();
	if (db_exec("UPDATE token SET used_at = ? WHERE hash = ? AND used_at IS NULL AND expires_at > ?", T(now), B(t->hash, sizeof t->hash), T(now)) != 1)
		return false;
	if (t->person_id)
		db_exec("UPDATE token SET used_at = ? WHERE purpose = ? AND person_id = ? AND used_at IS NULL", T(now), S(t->purpose), I(t->person_id));
	else if (t->subject_id)
		db_exec("UPDATE token SET used_at = ? WHERE purpose = ? AND person_id IS NULL AND subject_id = ? AND used_at IS NULL",
			T(now), S(t->purpose), I(t->subject_id));
	return true;
}

static const char *digits_of(struct req *r, const char *code)
{
	char *digits = talloc_zero_size(r->mem, strlen(code) + 1), *to = digits;
	for (; *code; code++)
		if (*code != ' ' && *code != '-')
			*to++ = *code;
	return digits;
}

/* A miss must stay counted although the request it came in is refused. */
static void miss_count(int64_t person, int64_t subject, const char *purpose)
{
	db_rollback();
	db_exec("UPDATE token SET tries = tries + 1 WHERE purpose = ? AND person_id <=> ? AND (? OR subject_id <=> ?) AND used_at IS NULL AND tries < ?",
		S(purpose), id_or_null(person), I(person != 0), id_or_null(subject), I(CODE_TRIES));
	db_begin();
}

bool token_by_code(struct req *r, int64_t person, int64_t subject, const char *purpose, const char *code, struct token *t)
{
	unsigned char mark[SEAL_BYTES];
	struct row row;
	code_hash(r, mark, purpose, person, subject, digits_of(r, code));
	if (!db_one(r->mem, &row, columns,
		    "SELECT hash, code_hash, purpose, detail, person_id, subject_id, expires_at, used_at FROM token"
		    " WHERE purpose = ? AND person_id <=> ? AND (? OR subject_id <=> ?) AND code_hash = ? AND tries < ? AND used_at IS NULL AND expires_at > ?",
		    S(purpose), id_or_null(person), I(person != 0), id_or_null(subject), B(mark, sizeof mark), I(CODE_TRIES), T(time_now()))) {
		miss_count(person, subject, purpose);
		return false;
	}
	land(r, &row, t);
	return true;
}
