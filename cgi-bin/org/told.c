/* Codes that are typed from a letter, and who is told of what. */
#include <ctype.h>
#include <stdarg.h>
#include "../web/outbox.h"
#include "../web/seal.h"
#include "org.h"

/* Without I, O, 0 and 1: read from paper, over the telephone. */
static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
enum { CODE_LENGTH = 10 };

void code_make(char code[ORG_CODE_SIZE], unsigned char hash[SEAL_BYTES])
{
	unsigned char random[CODE_LENGTH];
	char plain[CODE_LENGTH];
	seal_random(random, sizeof random);
	for (int i = 0; i < CODE_LENGTH; i++)
		plain[i] = letters[random[i] % (sizeof letters - 1)];
	snprintf(code, ORG_CODE_SIZE, "%.5s-%.5s", plain, plain + CODE_LENGTH / 2);
	seal_hash(hash, plain, sizeof plain);
}

void code_hash(struct req *r, unsigned char hash[SEAL_BYTES], const char *typed)
{
	char *plain = talloc_zero_array(r->mem, char, (unsigned)strlen(typed) + 1);
	size_t n = 0;
	for (; *typed; typed++)
		if (isalnum((unsigned char)*typed))
			plain[n++] = (char)toupper((unsigned char)*typed);
	seal_hash(hash, plain, n);
}

const struct field no_fields[] = { { 0 } };

const char *link_to(struct req *r, const char *path, ...)
{
	va_list args;
	va_start(args, path);
	const char *below = talloc_vasprintf(r->mem, path, args);
	va_end(args);
	return talloc_asprintf(r->mem, "%s%s", conf.base, below);
}

void tell(struct req *r, const char *kind, int64_t ref, int64_t person, const char *const *pairs)
{
	outbox_(r->mem, kind, ref, person, pairs);
}

struct who {
	int64_t id;
};
static const struct column who_columns[] = { { "id", COLUMN_INT, 0 }, { 0 } };

void tell_site(struct req *r, const char *kind, int64_t ref, unsigned roles, const char *const *pairs)
{
	struct who *people;
	size_t count = db_all(r->mem, &people, sizeof *people, who_columns, "SELECT id FROM person WHERE roles & ? ORDER BY id", I(roles));
	for (size_t i = 0; i < count; i++)
		tell(r, kind, ref, people[i].id, pairs);
}

void tell_town(struct req *r, const char *kind, int64_t ref, int64_t town, const char *const *pairs)
{
	struct who *people;
	size_t count = db_all(r->mem, &people, sizeof *people, who_columns,
			      "SELECT person_id AS id FROM membership WHERE town_code = ? AND roles & ? ORDER BY person_id", I(town), I(TOWN_ADMIN));
	for (size_t i = 0; i < count; i++)
		tell(r, kind, ref, people[i].id, pairs);
}
