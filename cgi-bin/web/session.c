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

/* What a session row makes of its viewer. */
struct row {
	int64_t id, site_roles, town_roles;
	const char *name;
};

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, id) },
	{ "name", COLUMN_TEXT, offsetof(struct row, name) },
	{ "site_roles", COLUMN_INT, offsetof(struct row, site_roles) },
	{ "town_roles", COLUMN_INT, offsetof(struct row, town_roles) },
	{ 0 },
};

enum {
	SITE_ROLES = MODERATOR | ADMIN,
	TOWN_ROLES = CLERK | APPROVER | COORDINATOR,
};

/* A __Host- cookie needs https; on a developer's own machine there is none. */
static const char *cookie_name(void)
{
	return strncmp(conf.base, "https:", 6) ? "s" : "__Host-s";
}

static int hex_digit(char c)
{
	const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

/* The bytes of a token of 64 lower-case hex digits. */
static bool token_read(unsigned char token[SEAL_BYTES], const char *hex)
{
	if (!hex || strlen(hex) != 2 * SEAL_BYTES)
		return false;
	for (size_t i = 0; i < SEAL_BYTES; i++) {
		int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		token[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

void session_load(struct req *r)
{
	const char *cookie = param_value(r->cookies, cookie_name());
	unsigned char token[SEAL_BYTES], hash[SEAL_BYTES];
	struct row row = { 0 };

	r->person = (struct person){ .name = "", .roles = VISITOR, .token = "" };
	if (!token_read(token, cookie))
		return;
	seal_hash(hash, token, sizeof token);
	if (!db_one(r->mem, &row, columns,
		    "SELECT p.id, p.name, p.roles AS site_roles, m.roles AS town_roles"
		    "  FROM session s"
		    "  JOIN person p ON p.id = s.person_id"
		    "  LEFT JOIN membership m ON m.person_id = p.id AND m.town_code = ?"
		    " WHERE s.token_hash = ? AND s.expires_at > ?",
		    I(r->town.code), B(hash, sizeof hash), T(time_now())))
		return;
	r->person.id = row.id;
	r->person.name = row.name;
	r->person.token = cookie;
	/* Roles that follow from the situation, as AUTHOR, never come from a row. */
	r->person.roles |= PERSON | ((unsigned)row.site_roles & SITE_ROLES) | ((unsigned)row.town_roles & TOWN_ROLES);
}

const char *session_token(struct req *r)
{
	static const char purpose[] = "form";
	unsigned char token[SEAL_BYTES], mark[SEAL_BYTES];
	if (!r->person.id || !token_read(token, r->person.token))
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
