/* sousede admin: who looks after the whole site. Decided here, on the server, by no page. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/contact.h"
#include "../web/db.h"
#include "../web/event.h"
#include "../web/outbox.h"
#include "../web/policy.h"
#include "../web/request.h"
#include "../web/route.h"
#include "../web/seal.h"
#include "../web/session.h"
#include "../web/text.h"
#include "../web/time.h"
#include "../web/token.h"
#include "sousede.h"

enum { LINK_SECONDS = 24 * 3600, NAME_MAX_LETTERS = 80 };

/* The library asks its program for a table. */
const struct route routes[] = { { 0 } };

struct admin {
	int64_t id, roles;
	const char *name, *seen;
	bool gone, password, factor;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct admin, id) },
	{ "roles", COLUMN_INT, offsetof(struct admin, roles) },
	{ "name", COLUMN_TEXT, offsetof(struct admin, name) },
	{ "seen", COLUMN_TEXT, offsetof(struct admin, seen) },
	{ "gone", COLUMN_BOOL, offsetof(struct admin, gone) },
	{ "password", COLUMN_BOOL, offsetof(struct admin, password) },
	{ "factor", COLUMN_BOOL, offsetof(struct admin, factor) },
	{ 0 },
};
#define ADMIN_ROW                                                                                                                           \
	"SELECT p.id, p.roles, p.name, (SELECT DATE(MAX(seen_at)) FROM session s WHERE s.person_id = p.id) AS seen,"                        \
	" p.erased_at IS NOT NULL OR p.standing = 'banned' AS gone, EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id) AS password," \
	" EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id AND f.kind <> 'recovery') AS factor FROM person p"

static const char *kind_of(const char *typed)
{
	return strchr(typed, '@') ? "mail" : "phone";
}

/* Nobody has this address yet: whoever reads its mail, or is called by the operator, gets the link. */
static int64_t person_make(struct req *r, const char *typed, const char *address, const char *name)
{
	const char *shown = name ? name : !strcmp(kind_of(typed), "mail") ? talloc_strndup(r->mem, address, strcspn(address, "@")) : conf.operator_name;
	shown = text_excerpt(r->mem, text_normalise(r->mem, shown), NAME_MAX_LETTERS);
	int64_t person = db_exec("INSERT INTO person (name, given, created_at) VALUES (?, ?, ?)", S(shown),
				 S(talloc_strndup(r->mem, shown, strcspn(shown, " "))), T(time_now()));
	contact_add(r, person, kind_of(typed), address, true);
	return person;
}

static void raise_to(struct req *r, const struct admin *a, bool admin)
{
	db_exec("UPDATE person SET roles = ?, version = version + 1 WHERE id = ?", I(admin ? a->roles | ADMIN : a->roles & ~ADMIN), I(a->id));
	if (admin)
		session_renew(a->id);
	event_log_add(r, "person", a->id, "site.admin", admin ? "person" : "admin", admin ? "admin" : "person", NULL, NULL);
}

/* The link to a first password: here, and by mail where letters leave. */
static void link_give(struct req *r, const struct admin *a)
{
	const char *link = talloc_asprintf(r->mem, "%s/odkaz/%s", conf.base, token_make(r, "reset", a->id, 0, NULL, LINK_SECONDS, NULL));
	if (*conf.mail_smtp || *conf.mail_folder)
		outbox(r, "account.admin", a->id, a->id, "link", link);
	say(stdout, "admin-link", link);
}

/* What is left to do before the rights wake up. */
static void next_steps(struct req *r, const struct admin *a)
{
	if (!a->password)
		link_give(r, a);
	if (!a->factor)
		say(stdout, "admin-factor", talloc_asprintf(r->mem, "%s/ucet/overeni", conf.base));
	say(stdout, "admin-desk", talloc_asprintf(r->mem, "%s/sprava", conf.base));
}

static int add(struct req *r, const char *typed, const char *name)
{
	const char *address = contact_normalise(r->mem, kind_of(typed), text_normalise(r->mem, typed));
	struct admin a;
	if (!address) {
		say(stderr, "admin-address", typed);
		return EX_DATAERR;
	}
	int64_t person = contact_person(r, kind_of(typed), address);
	if (!person)
		person = person_make(r, typed, address, name);
	db_one(r->mem, &a, columns, ADMIN_ROW " WHERE p.id = ?", I(person));
	if (a.gone) {
		say(stderr, "admin-gone", a.name);
		return EX_DATAERR;
	}
	bool already = a.roles & ADMIN;
	if (!already)
		raise_to(r, &a, true);
	say(stdout, already ? "admin-already" : "admin-added", a.name);
	next_steps(r, &a);
	return EX_OK;
}

static int list(struct req *r)
{
	struct admin *admins;
	size_t count = db_all(r->mem, &admins, sizeof *admins, columns, ADMIN_ROW " WHERE p.roles & ? AND p.erased_at IS NULL ORDER BY p.id", I(ADMIN));
	for (size_t i = 0; i != count; i++)
		printf("%" PRId64 "\t%s\tsecond factor %s\tseen %s\n", admins[i].id, admins[i].name, admins[i].factor ? "yes" : "no",
		       admins[i].seen ? admins[i].seen : "never");
	if (!count)
		say(stderr, "admin-none");
	return EX_OK;
}

/* By the number in the list, or by an address. */
static int64_t person_by(struct req *r, const char *typed)
{
	char *end;
	int64_t id = strtoll(typed, &end, 10);
	const char *address = contact_normalise(r->mem, kind_of(typed), typed);
	return address ? contact_person(r, kind_of(typed), address) : *end ? 0 : id;
}

static int take_away(struct req *r, const char *typed)
{
	struct admin a;
	if (!db_one(r->mem, &a, columns, ADMIN_ROW " WHERE p.id = ? AND p.roles & ? FOR UPDATE", I(person_by(r, typed)), I(ADMIN))) {
		say(stderr, "admin-not", typed);
		return EX_DATAERR;
	}
	if (db_number(0, "SELECT COUNT(*) FROM person WHERE roles & ? AND erased_at IS NULL", I(ADMIN)) == 1) {
		say(stderr, "admin-last", a.name);
		return EX_DATAERR;
	}
	raise_to(r, &a, false);
	say(stdout, "admin-removed", a.name);
	return EX_OK;
}

static struct req *nobody(void)
{
	conf_load();
	time_open();
	time_tick();
	seal_open();
	db_as_account();
	struct req *r = talloc_zero(NULL, struct req);
	r->mem = r;
	r->lang = "cs";
	return r;
}

int admin_command(int argc, char **argv)
{
	bool adds = (argc == 2 || argc == 3) && !strcmp(argv[0], "add");
	bool lists = argc == 1 && !strcmp(argv[0], "list");
	if (!adds && !lists && (argc != 2 || strcmp(argv[0], "remove")))
		return misused();
	struct req *r = nobody();
	db_begin();
	int status = adds ? add(r, argv[1], argc == 3 ? argv[2] : NULL) : lists ? list(r) : take_away(r, argv[1]);
	status ? db_rollback() : db_commit();
	talloc_free(r);
	return status;
}
