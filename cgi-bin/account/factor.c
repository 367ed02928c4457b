/* The second factor: codes of an app (TOTP, RFC 6238), passkeys (passkey.c), and ten recovery codes on paper. People with power over others must have it. */
#include <liboath/oath.h>
#include <stdlib.h>
#include "account/account.h"

enum { CODE, SECRET, PASSWORD };
const struct field factor_fields[] = {
	[CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 30, .required = true },
	[SECRET] = { .name = "klic", .type = FIELD_HIDDEN, .high = 400 },
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};
enum { WAKE_CODE };
const struct field factor_wake_fields[] = {
	[WAKE_CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 30, .required = true },
	{ 0 },
};
enum { END_PASSWORD };
const struct field factor_end_fields[] = {
	[END_PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};

enum { SECRET_BYTES = 20, STEP_SECONDS = 30, DIGITS = 6, RECOVERY_CODES = 10, RECOVERY_DIGITS = 10, SEALED_BYTES = 200 };

int64_t factor_count(int64_t person)
{
	return db_number(0, "SELECT COUNT(*) FROM second_factor WHERE person_id = ? AND kind <> 'recovery'", I(person));
}

bool factor_set(int64_t person)
{
	return factor_count(person) > 0;
}

bool factor_app_set(int64_t person)
{
	return db_number(0, "SELECT COUNT(*) FROM second_factor WHERE person_id = ? AND kind = 'totp'", I(person)) > 0;
}

static const char *bare(struct req *r, const char *typed)
{
	char *out = talloc_zero_size(r->mem, strlen(typed) + 1), *to = out;
	for (; *typed; typed++)
		if (*typed != ' ' && *typed != '-')
			*to++ = *typed;
	return out;
}

/* The time step whose code this is, now or one step beside; -1 none. */
static int64_t totp_step(const char *hex, const char *code)
{
	unsigned char secret[SECRET_BYTES];
	char right[DIGITS + 1];
	int64_t now = time_now() / STEP_SECONDS, found = -1;
	if (strlen(code) != DIGITS || !text_unhex(secret, sizeof secret, hex))
		return -1;
	for (int64_t step = now - 1; step <= now + 1; step++)
		if (oath_hotp_generate((const char *)secret, sizeof secret, (uint64_t)step, DIGITS, false, OATH_HOTP_DYNAMIC_TRUNCATION, right) == OATH_OK &&
		    seal_equal(right, code, DIGITS))
			found = step;
	return found;
}

static bool totp_right(struct req *r, int64_t person, const char *code)
{
	struct {
		int64_t id;
		struct db_bytes secret;
	} row;
	static const struct column columns[] = { { "id", COLUMN_INT, offsetof(__typeof__(row), id) },
						 { "secret", COLUMN_BYTES, offsetof(__typeof__(row), secret) }, { 0 } };
	if (!db_one(r->mem, &row, columns, "SELECT id, secret FROM second_factor WHERE person_id = ? AND kind = 'totp'", I(person)))
		return false;
	const char *hex = seal_open_text(r->mem, "totp", row.secret.bytes, row.secret.length);
	int64_t step = hex ? totp_step(hex, code) : -1;
	/* A code is good once, whoever read it over a shoulder. */
	return step >= 0 && db_exec("UPDATE second_factor SET counter = ?, used_at = ? WHERE id = ? AND counter < ?", I(step), T(time_now()), I(row.id),
				    I(step)) == 1;
}

static void recovery_hash(struct req *r, unsigned char out[SEAL_BYTES], int64_t person, const char *digits)
{
	seal_index(out, "recovery", talloc_asprintf(r->mem, "%" PRId64 " %s", person, digits));
}

static bool recovery_right(struct req *r, int64_t person, const char *digits)
{
	unsigned char hash[SEAL_BYTES];
	recovery_hash(r, hash, person, digits);
	return strlen(digits) == RECOVERY_DIGITS &&
	       db_exec("UPDATE second_factor SET used_at = ? WHERE person_id = ? AND kind = 'recovery' AND secret = ? AND used_at IS NULL",
		       T(time_now()), I(person), B(hash, sizeof hash)) == 1;
}

bool factor_right(struct req *r, int64_t person, const char *typed)
{
	const char *digits = bare(r, typed);
	return totp_right(r, person, digits) || recovery_right(r, person, digits);
}

/* Ten new codes; the old ones are over. They are shown this once. */
static void recovery_make(struct req *r)
{
	db_exec("DELETE FROM second_factor WHERE person_id = ? AND kind = 'recovery'", I(r->person.id));
	for (int i = 0; i < RECOVERY_CODES; i++) {
		unsigned char hash[SEAL_BYTES];
		uint64_t number;
		seal_random(&number, sizeof number);
		number %= UINT64_C(10000000000);
		const char *digits = talloc_asprintf(r->mem, "%010" PRIu64, number);
		recovery_hash(r, hash, r->person.id, digits);
		db_exec("INSERT INTO second_factor (person_id, kind, secret, created_at) VALUES (?, 'recovery', ?, ?)", I(r->person.id),
			B(hash, sizeof hash), T(time_now()));
		page_add(r->page, "recovery", talloc_asprintf(r->mem, "%.5s %s", digits, digits + 5));
	}
}

static int64_t recovery_left(int64_t person)
{
	return db_number(0, "SELECT COUNT(*) FROM second_factor WHERE person_id = ? AND kind = 'recovery' AND used_at IS NULL", I(person));
}

int factor_added(struct req *r, const char *code, const char *path)
{
	if (recovery_left(r->person.id)) {
		flash(r, code);
		return see_other(r, "%s", path);
	}
	page_open(r, "account-recovery");
	recovery_make(r);
	return OK;
}

void factor_forget(struct req *r)
{
	db_exec("DELETE FROM second_factor WHERE person_id = ?", I(r->person.id));
	session_begin(r, r->person.id, false);
}

/* Until it is confirmed by a first code, the new secret lives only in the form, under seal. */
static const char *secret_of_form(struct req *r)
{
	unsigned char bytes[SEALED_BYTES];
	const char *hex = r->values[SECRET].text;
	size_t n = strlen(hex) / 2;
	const char *text = n && n <= sizeof bytes && text_unhex(bytes, n, hex) ? seal_open_text(r->mem, "totp-new", bytes, n) : NULL;
	const char *space = text ? strchr(text, ' ') : NULL;
	/* For one person only: "ID HEX". */
	return space && strtoll(text, NULL, 10) == r->person.id ? space + 1 : NULL;
}

static void offer_secret(struct req *r, const char *hex)
{
	unsigned char secret[SECRET_BYTES];
	char *base32 = NULL;
	if (!hex) {
		seal_random(secret, sizeof secret);
		hex = text_hex(r->mem, secret, sizeof secret);
	}
	text_unhex(secret, sizeof secret, hex);
	if (oath_base32_encode((const char *)secret, sizeof secret, &base32, NULL) != OATH_OK)
		panic("liboath: no memory");
	struct seal_text s = seal_close(r->mem, "totp-new", talloc_asprintf(r->mem, "%" PRId64 " %s", r->person.id, hex));
	form_fill(r, "klic", text_hex(r->mem, s.bytes, s.length));
	xmlNode *node = page_add(r->page, "secret", NULL);
	page_add(node, "key", base32);
	page_set(node, "uri", talloc_asprintf(r->mem, "otpauth://totp/%s?secret=%s&issuer=%s", conf.host, base32, conf.host));
	qr_add(node, talloc_asprintf(r->mem, "otpauth://totp/%s?secret=%s&issuer=%s", conf.host, base32, conf.host));
	free(base32);
}

/* What the page is about: a first set-up, an app besides passkeys, a code wanted for the sleeping roles, or an overview. */
static void state_show(struct req *r, const char *hex, bool app)
{
	bool set = factor_set(r->person.id), asks = !set || app;
	xmlNode *factor = page_add(r->page, "factor", NULL);
	page_set(factor, "state", !set ? "none" : app ? "app" : r->person.strong ? "strong" : "wanted");
	page_set(factor, "app", factor_app_set(r->person.id) ? "yes" : NULL);
	page_set_number(factor, "passkeys", passkey_count(r->person.id));
	page_set(factor, "needed", power_asleep(r) ? "yes" : NULL);
	page_set(factor, "back", way_back(r, request_param(r, "zpet")));
	if (set)
		page_set_number(factor, "left", recovery_left(r->person.id));
	if (asks)
		offer_secret(r, hex);
	else if (!r->person.strong)
		passkey_offer(r, r->person.id);
}

int factor_page(struct req *r)
{
	/* What the person got needs no second factor, only another token. */
	if (r->person.renew && !power_asleep(r)) {
		session_rotate(r);
		return see_other(r, "%s", way_back(r, request_param(r, "zpet")));
	}
	state_show(r, NULL, false);
	return OK;
}

/* An app may be added by who has a passkey, and gave it. */
static bool app_may(struct req *r)
{
	return !factor_set(r->person.id) || (r->person.strong && !factor_app_set(r->person.id));
}

int factor_app_page(struct req *r)
{
	if (!app_may(r))
		return see_other(r, "/ucet/overeni");
	state_show(r, NULL, true);
	return OK;
}

static bool too_often(struct req *r)
{
	return throttle_hit(r, "code", talloc_asprintf(r->mem, "%" PRId64, r->person.id));
}

/* The first code proves that the app has the key; from then on it is kept, and the recovery codes are shown this once. */
int factor_begin(struct req *r)
{
	struct value *v = r->values;
	const char *hex = secret_of_form(r);
	if (too_often(r))
		return too_many(r);
	if (!app_may(r))
		return see_other(r, "/ucet/overeni");
	int64_t step = hex && !v[CODE].error ? totp_step(hex, bare(r, v[CODE].text)) : -1;
	if (step < 0 && !v[CODE].error)
		form_error(r, &v[CODE], "kod", "code");
	if (!v[PASSWORD].error && !password_right(r, r->person.id, v[PASSWORD].text))
		form_error(r, &v[PASSWORD], "heslo", "wrong-own");
	if (step < 0 || v[PASSWORD].error) {
		state_show(r, hex, true);
		return invalid(r);
	}
	struct seal_text s = seal_close(r->mem, "totp", hex);
	db_exec("INSERT INTO second_factor (person_id, kind, secret, counter, created_at, used_at) VALUES (?, 'totp', ?, ?, ?, ?)", I(r->person.id),
		B(s.bytes, s.length), I(step), T(time_now()), T(time_now()));
	account_log(r, r->person.id, "account.factor", "set");
	session_begin(r, r->person.id, true);
	return factor_added(r, "factor-added", "/ucet/overeni");
}

static int awake(struct req *r)
{
	session_begin(r, r->person.id, true);
	account_log(r, r->person.id, "account.sign-in", "second factor");
	return see_other(r, "%s", way_back(r, request_param(r, "zpet")));
}

/* Wakes the roles that sleep: a new session, with the second factor. */
int factor_wake(struct req *r)
{
	struct value *code = &r->values[WAKE_CODE];
	if (too_often(r))
		return too_many(r);
	if (!factor_set(r->person.id))
		return see_other(r, "/ucet/overeni");
	if (code->error || !factor_right(r, r->person.id, code->text)) {
		form_error(r, code, "kod", code->error ? code->error : "code");
		state_show(r, NULL, false);
		return invalid(r);
	}
	return awake(r);
}

int factor_wake_key(struct req *r)
{
	if (too_often(r))
		return too_many(r);
	if (passkey_signer(r, r->person.id))
		return awake(r);
	page_open(r, "account-factor");
	form_add(r, factor_wake_fields);
	state_show(r, NULL, false);
	return passkey_refused(r);
}

int factor_end(struct req *r)
{
	struct value *password = &r->values[END_PASSWORD];
	if (too_often(r))
		return too_many(r);
	if (!r->person.strong || !factor_set(r->person.id))
		return FORBIDDEN;
	if (password->error || !password_right(r, r->person.id, password->text)) {
		form_error(r, password, "heslo", password->error ? password->error : "wrong-own");
		state_show(r, NULL, false);
		return invalid(r);
	}
	passkeys_told(r);
	account_log(r, r->person.id, "account.factor", "ended");
	factor_forget(r);
	flash(r, "factor-ended");
	return see_other(r, "/ucet");
}
