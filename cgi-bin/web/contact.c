/* Addresses of people: one form to compare, sealed in the database, opened only with a reason that stays written. */
#include "contact.h"
#include <ctype.h>
#include <idn2.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "db.h"
#include "policy.h"
#include "request.h"
#include "seal.h"

enum { MAIL_MAX = 254, LOCAL_MAX = 64 };

/* What RFC 5321 allows before the @ without quotes; letters beyond ASCII would be compared by nobody's rules. */
static bool local_fits(const char *local, size_t n)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.";
	bool dots = *local == '.' || (n && local[n - 1] == '.');
	return n && n <= LOCAL_MAX && strspn(local, allowed) >= n && !dots && !memmem(local, n, "..", 2);
}

static const char *lower(const void *mem, const char *text)
{
	char *copy = talloc_strdup(mem, text);
	for (char *c = copy; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return copy;
}

/* libidn2 drops what may not stand in a host; a space between two names must not make them one. */
static bool host_fits(const char *host)
{
	for (; *host; host++)
		if (!isalnum((unsigned char)*host) && !strchr(".-", *host) && (unsigned char)*host < 0x80)
			return false;
	return true;
}

static const char *mail_normalise(const void *mem, const char *typed)
{
	const char *mail = lower(mem, typed), *at = strrchr(mail, '@');
	char *host = NULL;
	if (!at || !local_fits(mail, (size_t)(at - mail)) || !host_fits(at + 1))
		return NULL;
	if (idn2_to_ascii_8z(at + 1, &host, IDN2_NONTRANSITIONAL | IDN2_USE_STD3_ASCII_RULES) != IDN2_OK)
		return NULL;
	const char *whole = talloc_asprintf(mem, "%.*s@%s", (int)(at - mail), mail, host);
	const char *dot = strrchr(host, '.');
	bool fits = dot && dot != host && strlen(dot) > 2 && strlen(whole) <= MAIL_MAX;
	idn2_free(host);
	return fits ? whole : NULL;
}

static const char *phone_normalise(const void *mem, const char *typed)
{
	char *digits = talloc_zero_size(mem, strlen(typed) + 1), *to = digits;
	bool plus = *typed == '+';
	for (const char *c = typed + plus; *c; c++)
		if (isdigit((unsigned char)*c))
			*to++ = *c;
		else if (!strncmp(c, "\u00a0", 2))
			c++;
		else if (!strchr(" -/.()", *c))
			return NULL;
	if (!plus && !strncmp(digits, "00", 2))
		digits += 2, plus = true;
	size_t n = strlen(digits);
	if (!plus)
		return n == 9 && strchr("234567", *digits) ? talloc_asprintf(mem, "+420%s", digits) : NULL;
	if (!strncmp(digits, "420", 3))
		return n == 12 && strchr("234567", digits[3]) ? talloc_asprintf(mem, "+%s", digits) : NULL;
	return n >= 8 && n <= 15 && *digits != '0' ? talloc_asprintf(mem, "+%s", digits) : NULL;
}

const char *contact_normalise(const void *mem, const char *kind, const char *typed)
{
	return strcmp(kind, "phone") ? mail_normalise(mem, typed) : phone_normalise(mem, typed);
}

int64_t contact_person(struct req *r, const char *kind, const char *normalised)
{
	unsigned char hash[SEAL_BYTES];
	(void)r;
	seal_index(hash, kind, normalised);
	return db_number(0, "SELECT person_id FROM contact WHERE kind = ? AND address_hash = ? AND confirmed_at IS NOT NULL ORDER BY id LIMIT 1",
			 S(kind), B(hash, sizeof hash));
}

int64_t contact_add(struct req *r, int64_t person, const char *kind, const char *normalised, bool confirmed)
{
	unsigned char hash[SEAL_BYTES];
	int64_t holder = contact_person(r, kind, normalised);
	if (confirmed && holder && holder != person)
		return DB_DUPLICATE;
	struct seal_text sealed = seal_close(r->mem, "contact", normalised);
	seal_index(hash, kind, normalised);
	db_exec("INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES (?, ?, ?, ?, ?)"
		" ON DUPLICATE KEY UPDATE confirmed_at = COALESCE(confirmed_at, VALUES(confirmed_at)), bounced_at = NULL",
		I(person), S(kind), B(sealed.bytes, sealed.length), B(hash, sizeof hash), T(confirmed ? time_now() : -1));
	return db_number(0, "SELECT id FROM contact WHERE person_id = ? AND kind = ? AND address_hash = ?", I(person), S(kind), B(hash, sizeof hash));
}

static const char *opened(struct req *r, int64_t person, const char *kind)
{
	struct {
		struct db_bytes sealed;
	} row;
	static const struct column columns[] = { { "sealed", COLUMN_BYTES, 0 }, { 0 } };
	if (!db_one(r->mem, &row, columns,
		    "SELECT sealed FROM contact WHERE person_id = ? AND kind = ? AND confirmed_at IS NOT NULL ORDER BY id LIMIT 1", I(person), S(kind)))
		return NULL;
	return seal_open_text(r->mem, "contact", row.sealed.bytes, row.sealed.length);
}

const char *contact_own(struct req *r, const char *kind)
{
	return opened(r, r->person.id, kind);
}

const char *contact_reveal(struct req *r, int64_t person, const char *kind, const char *reason)
{
	if (person == r->person.id)
		return opened(r, person, kind);
	if (!policy_may("contact.reveal", r->person.roles))
		return NULL;
	const char *text = opened(r, person, kind);
	if (text)
		db_exec("INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES (?, ?, ?, ?, ?)",
			T(time_now()), I(person), I(r->person.id), S(kind), S(reason));
	return text;
}
