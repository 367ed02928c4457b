/*
 * Demonstration people who can sign in: one for each line "MAIL GIVEN SURNAME TOWN yes|no" of the input; yes gives a second factor.
 * Prints "MAIL PASSWORD [RECOVERY CODES]" for those it made; who is there already stays as they are. Used by ./serve; knows the key, so it is no SQL.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <talloc.h>
#include "web/conf.h"
#include "web/contact.h"
#include "web/db.h"
#include "web/log.h"
#include "web/panic.h"
#include "web/request.h"
#include "web/route.h"
#include "web/seal.h"
#include "web/text.h"
#include "web/time.h"

enum { RECOVERY_CODES = 10, CODES_PRINTED = 3, SECRET_BYTES = 20, PASSWORD_BYTES = 6 };

/* The library asks its program for a table. */
const struct route routes[] = { { 0 } };

static const char *initial(const void *mem, const char *surname)
{
	size_t n = 1;
	while (((unsigned char)surname[n] & 0xc0) == 0x80)
		n++;
	return talloc_asprintf(mem, "%.*s.", (int)n, surname);
}

static int64_t person_make(struct req *r, const char *given, const char *surname, int64_t town)
{
	return db_exec("INSERT INTO person (name, given, initial, town_code, created_at) VALUES (?, ?, ?, ?, ?)",
		       S(talloc_asprintf(r->mem, "%s %s", given, surname)), S(given), S(initial(r->mem, surname)), I(town), T(time_now()));
}

static void password_make(struct req *r, int64_t person)
{
	unsigned char bytes[PASSWORD_BYTES];
	seal_random(bytes, sizeof bytes);
	const char *password = text_hex(r->mem, bytes, sizeof bytes);
	db_exec("INSERT INTO credential (person_id, password_hash, changed_at) VALUES (?, ?, ?)", I(person), S(seal_password(r->mem, password)),
		T(time_now()));
	printf(" %s", password);
}

/* An app that nobody has, and codes on paper instead. */
static void factor_make(struct req *r, int64_t person)
{
	unsigned char secret[SECRET_BYTES], hash[SEAL_BYTES];
	seal_random(secret, sizeof secret);
	struct seal_text s = seal_close(r->mem, "totp", text_hex(r->mem, secret, sizeof secret));
	db_exec("INSERT INTO second_factor (person_id, kind, secret, created_at) VALUES (?, 'totp', ?, ?)", I(person), B(s.bytes, s.length), T(time_now()));
	for (int i = 0; i < RECOVERY_CODES; i++) {
		uint64_t number;
		seal_random(&number, sizeof number);
		const char *digits = talloc_asprintf(r->mem, "%010" PRIu64, number % UINT64_C(10000000000));
		seal_index(hash, "recovery", talloc_asprintf(r->mem, "%" PRId64 " %s", person, digits));
		db_exec("INSERT INTO second_factor (person_id, kind, secret, created_at) VALUES (?, 'recovery', ?, ?)", I(person), B(hash, sizeof hash),
			T(time_now()));
		if (i < CODES_PRINTED)
			printf(" %s", digits);
	}
}

static void make(struct req *r, const char *mail, const char *given, const char *surname, int64_t town, bool strong)
{
	if (contact_person(r, "mail", mail))
		return;
	db_begin();
	int64_t person = person_make(r, given, surname, town);
	contact_add(r, person, "mail", mail, true);
	db_exec("INSERT INTO consent (person_id, wording, version, given_at) SELECT ?, name, MAX(version), ? FROM wording WHERE name = 'terms' GROUP BY name", I(person),
		T(time_now()));
	printf("%s", mail);
	password_make(r, person);
	if (strong)
		factor_make(r, person);
	db_commit();
	putchar('\n');
}

int main(void)
{
	char line[400], mail[100], given[60], surname[60], strong[4];
	int64_t town;
	log_open("people");
	conf_load();
	time_open();
	time_tick();
	seal_open();
	db_as_account();
	struct req *r = talloc_zero(NULL, struct req);
	r->mem = r;
	while (fgets(line, sizeof line, stdin)) {
		if (*line == '#' || *line == '\n')
			continue;
		if (sscanf(line, "%99s %59s %59s %" SCNd64 " %3s", mail, given, surname, &town, strong) != 5)
			return fprintf(stderr, "people: not MAIL GIVEN SURNAME TOWN yes|no: %s", line), EX_DATAERR;
		make(r, mail, given, surname, town, !strcmp(strong, "yes"));
	}
	talloc_free(r);
	return EX_OK;
}
