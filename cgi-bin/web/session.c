/* Cookie to person. The database knows only the hash of a token. */
#include "session.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "db.h"
#include "panic.h"
#include "policy.h"
#include "request.h"
#include "seal.h"
#include "text.h"

const char *const person_transports[] = { "pesky", "kolo", "motorka", "auto", "dodavka", NULL };

/* What a session row makes of its viewer. */
struct row {
	int64_t id, session, site_roles, town_roles;
	const char *name;
	bool strong, renew;
	time_t seen, fresh;
};

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, id) },
	{ "name", COLUMN_TEXT, offsetof(struct row, name) },
	{ "site_roles", COLUMN_INT, offsetof(struct row, site_roles) },
	{ "town_roles", COLUMN_INT, offsetof(struct row, town_roles) },
	{ "session", COLUMN_INT, offsetof(struct row, session) },
	{ "strong", COLUMN_BOOL, offsetof(struct row, strong) },
	{ "renew", COLUMN_BOOL, offsetof(struct row, renew) },
	{ "seen_at", COLUMN_TIME, offsetof(struct row, seen) },
	{ "fresh_at", COLUMN_TIME, offsetof(struct row, fresh) },
	{ 0 },
};

enum {
	SITE_ROLES = MODERATOR | ADMIN,
	TOWN_ROLES = CLERK | APPROVER | COORDINATOR | TOWN_ADMIN,
	/* Roles that act on others: only with a second factor, given lately. */
	POWER = CLERK | APPROVER | MODERATOR | ADMIN | TOWN_ADMIN,
	HOUR = 3600,
	IDLE = 30 * 24 * HOUR,
	IDLE_STRONG = 12 * HOUR,
	LONG_STRONG = 24 * HOUR,
	LONG = 90 * 24 * HOUR,
};

/* A __Host- cookie needs https; on a developer's own machine there is none. */
static const char *cookie_name(void)
{
	return strncmp(conf.base, "https:", 6) ? "s" : "__Host-s";
}

/* To the hour, so that reading a page seldom writes. */
static void seen_now(const struct row *row)
{
	if (row->seen < time_now() - HOUR)
		db_exec("UPDATE session s JOIN person p ON p.id = s.person_id SET s.seen_at = ?, p.seen_at = ?, p.idle_told = 0 WHERE s.id = ?",
			T(time_now()), T(time_now()), I(row->session));
}

void session_load(struct req *r)
{
	const char *cookie = param_value(r->cookies, cookie_name());
	unsigned char token[SEAL_BYTES], hash[SEAL_BYTES];
	struct row row = { 0 };
	time_t now = time_now();

	r->person = (struct person){ .name = "", .roles = VISITOR, .token = "" };
	if (!text_unhex(token, sizeof token, cookie))
		return;
	seal_hash(hash, token, sizeof token);
	if (!db_one(r->mem, &row, columns,
		    "SELECT p.id, p.name, p.roles * (p.standing <> 'suspended') AS site_roles, m.roles * (p.standing <> 'suspended') AS town_roles, s.id AS session, s.strong, s.renew, s.seen_at, s.fresh_at"
		    "  FROM session s"
		    "  JOIN person p ON p.id = s.person_id"
		    "  LEFT JOIN membership m ON m.person_id = p.id AND m.town_code = ?"
		    " WHERE s.token_hash = ? AND p.standing <> 'banned' AND p.erased_at IS NULL AND s.expires_at > ? AND COALESCE(s.seen_at, s.created_at) > ?",
		    I(r->town.code), B(hash, sizeof hash), T(now), T(now - IDLE)))
		return;
	/* Roles that follow from the situation, as AUTHOR, never come from a row. */
	unsigned roles = ((unsigned)row.site_roles & SITE_ROLES) | ((unsigned)row.town_roles & TOWN_ROLES);
	bool strong = row.strong && !row.renew && row.fresh > now - LONG_STRONG && (row.seen < 0 || row.seen > now - IDLE_STRONG);
	r->person = (struct person){ .id = row.id, .name = row.name, .token = cookie, .session = row.session, .fresh = row.fresh, .strong = strong, .renew = row.renew };
	r->person.asleep = row.renew ? roles : strong ? 0 : roles & POWER;
	r->person.roles = VISITOR | PERSON | (roles & ~r->person.asleep);
	seen_now(&row);
}

/* "s=…; Path=/": with https a __Host- cookie, which no other host of the domain can set. */
static void cookie_set(struct req *r, const char *value, long age)
{
	bool https = !strncmp(conf.base, "https:", 6);
	r->cookie = talloc_asprintf(r->mem, "%s=%s; Path=/; Max-Age=%ld; HttpOnly; SameSite=Lax%s", cookie_name(), value, age, https ? "; Secure" : "");
}

void session_begin(struct req *r, int64_t person, bool strong)
{
	unsigned char token[SEAL_BYTES], hash[SEAL_BYTES];
	time_t now = time_now();
	session_end(r);
	seal_random(token, sizeof token);
	seal_hash(hash, token, sizeof token);
	db_exec("INSERT INTO session (token_hash, person_id, created_at, expires_at, seen_at, fresh_at, strong, agent)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		B(hash, sizeof hash), I(person), T(now), T(now + LONG), T(now), T(now), I(strong), S(r->agent));
	cookie_set(r, text_hex(r->mem, token, sizeof token), LONG);
}

void session_renew(int64_t person)
{
	db_exec("UPDATE session SET renew = TRUE WHERE person_id = ?", I(person));
}

void session_rotate(struct req *r)
{
	unsigned char token[SEAL_BYTES], hash[SEAL_BYTES];
	seal_random(token, sizeof token);
	seal_hash(hash, token, sizeof token);
	db_exec("UPDATE session SET token_hash = ?, renew = FALSE WHERE id = ?", B(hash, sizeof hash), I(r->person.session));
	cookie_set(r, text_hex(r->mem, token, sizeof token), LONG);
}

void session_end(struct req *r)
{
	if (!r->person.session)
		return;
	db_exec("DELETE FROM session WHERE id = ?", I(r->person.session));
	cookie_set(r, "", 0);
}

const char *session_token(struct req *r)
{
	static const char purpose[] = "form";
	unsigned char token[SEAL_BYTES], mark[SEAL_BYTES];
	if (!r->person.id || !text_unhex(token, sizeof token, r->person.token))
		return "";
	seal_keyed(mark, token, purpose, sizeof purpose);
	return text_hex(r->mem, mark, sizeof mark);
}

/* Browsers say where a form stood ("none": the person's own act, as a restored tab); what says nothing is no browser with our cookie. */
static bool from_here(const struct req *r)
{
	if (r->fetch_site)
		return !strcmp(r->fetch_site, "same-origin") || !strcmp(r->fetch_site, "none");
	size_t n = strlen(conf.base) - strlen(conf.root);
	return r->origin && strlen(r->origin) == n && !strncmp(r->origin, conf.base, n);
}

bool session_genuine(struct req *r)
{
	const char *own = session_token(r), *sent = param_value(r->form, "token");
	if (!from_here(r))
		return false;
	/* Nobody's session gives nobody's rights: there is nothing to steal but the origin. */
	if (!r->person.id)
		return true;
	return sent && strlen(sent) == strlen(own) && *own && seal_equal(sent, own, strlen(own));
}
