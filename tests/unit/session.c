/* Sessions: from cookie to person, and which POST is genuine. The database is played by db_one_ below. */
#include "unit.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/policy.h"
#include "web/request.h"
#include "web/seal.h"
#include "web/session.h"
#include "web/text.h"

static const char token_hex[] = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/* The one row of the table played here, and what was asked of it. */
static struct {
	int64_t site_roles, town_roles, asked_town;
	time_t expires, asked_now, seen, fresh;
	bool strong, renew;
	int queries, writes;
} table;

struct arg db_text(const char *text)
{
	return (struct arg){ .type = ARG_TEXT, .bytes = text, .length = text ? strlen(text) : 0 };
}

static void fill(void *row, const struct column *columns, const char *name, int64_t number)
{
	for (; columns->name; columns++)
		if (!strcmp(columns->name, name)) {
			assert_true(columns->type == COLUMN_INT || columns->type == COLUMN_TIME || columns->type == COLUMN_BOOL);
			bool flag = number != 0;
			if (columns->type == COLUMN_BOOL)
				memcpy((char *)row + columns->offset, &flag, sizeof flag);
			else
				memcpy((char *)row + columns->offset, &number, sizeof number);
			return;
		}
	fail_msg("no column %s", name);
}

bool db_one_(const void *owner, void *row, const struct column *columns, const char *sql, const struct arg *args, size_t count)
{
	unsigned char token[32], hash[32];
	for (size_t i = 0; i < sizeof token; i++)
		token[i] = (unsigned char)i;
	table.queries++;
	assert_non_null(strstr(sql, "FROM session"));
	assert_int_equal(count, 4);
	assert_int_equal(args[3].number, args[2].number - 30 * 24 * 3600);
	assert_int_equal(args[1].type, ARG_BYTES);
	assert_int_equal(args[1].length, sizeof hash);
	table.asked_town = args[0].number;
	table.asked_now = args[2].number;
	/* The token itself must never be asked for. */
	assert_memory_not_equal(args[1].bytes, token, sizeof token);
	seal_hash(hash, token, sizeof token);
	if (memcmp(args[1].bytes, hash, sizeof hash) || table.expires <= args[2].number)
		return false;
	fill(row, columns, "id", 7);
	fill(row, columns, "site_roles", table.site_roles);
	fill(row, columns, "town_roles", table.town_roles);
	fill(row, columns, "session", 70);
	fill(row, columns, "strong", table.strong);
	fill(row, columns, "renew", table.renew);
	fill(row, columns, "seen_at", table.seen);
	fill(row, columns, "fresh_at", table.fresh);
	for (const struct column *c = columns; c->name; c++)
		if (!strcmp(c->name, "name")) {
			const char *name = talloc_strdup(owner, "Jana");
			memcpy((char *)row + c->offset, &name, sizeof name);
		}
	return true;
}

int64_t db_exec_(const char *sql, const struct arg *args, size_t count)
{
	assert_non_null(strstr(sql, "UPDATE session s JOIN person p"));
	assert_int_equal(count, 3);
	assert_int_equal(args[2].number, 70);
	table.writes++;
	return 1;
}

static int start(void **state)
{
	(void)state;
	setenv("SOUSEDE_NOW", "2026-11-22T08:32:00+01:00", 1);
	time_tick();
	seal_open();
	conf_set("site", "base", "https://obec.example/p");
	memset(&table, 0, sizeof table);
	table.expires = time_now() + 1;
	table.seen = table.fresh = time_now();
	table.strong = true;
	return 0;
}

static struct req *request(const char *cookie, const char *value)
{
	struct req *r = talloc_zero(mem, struct req);
	r->mem = r;
	r->town.code = 563102;
	if (cookie) {
		r->cookies = talloc_zero(r, struct param);
		r->cookies->name = cookie;
		r->cookies->value = value;
	}
	return r;
}

static struct req *signed_in(void)
{
	struct req *r = request("__Host-s", token_hex);
	session_load(r);
	assert_int_equal(r->person.id, 7);
	return r;
}

static void assert_anonymous(struct req *r, int queries)
{
	session_load(r);
	assert_int_equal(r->person.id, 0);
	assert_int_equal(r->person.roles, VISITOR);
	assert_string_equal(r->person.token, "");
	assert_string_equal(r->person.name, "");
	assert_string_equal(session_token(r), "");
	assert_int_equal(table.queries, queries);
}

static void no_cookie_asks_nothing(void **state)
{
	(void)state;
	assert_anonymous(request(NULL, NULL), 0);
	assert_anonymous(request("other", token_hex), 0);
}

static void the_cookie_is_the_person(void **state)
{
	(void)state;
	table.town_roles = CLERK | APPROVER;
	table.site_roles = MODERATOR;
	struct req *r = signed_in();
	assert_string_equal(r->person.name, "Jana");
	assert_string_equal(r->person.token, token_hex);
	assert_int_equal(r->person.roles, VISITOR | PERSON | CLERK | APPROVER | MODERATOR);
	assert_int_equal(table.asked_town, 563102);
	assert_int_equal(table.asked_now, time_now());
	assert_int_equal(table.queries, 1);
}

static void rows_grant_no_role_of_another_kind(void **state)
{
	(void)state;
	table.town_roles = 255;
	table.site_roles = 0;
	assert_int_equal(signed_in()->person.roles, VISITOR | PERSON | CLERK | APPROVER | COORDINATOR);
	table.town_roles = 0;
	table.site_roles = 255;
	assert_int_equal(signed_in()->person.roles, VISITOR | PERSON | MODERATOR | ADMIN);
}

/* Power over others sleeps until a second factor wakes it; what is one's own does not. */
static void power_wants_a_second_factor(void **state)
{
	static const struct {
		bool strong;
		time_t seen, fresh;
		bool awake;
	} cases[] = { { true, 0, 0, true }, { false, 0, 0, false }, { true, 13 * 3600, 14 * 3600, false }, { true, 0, 25 * 3600, false },
		      { true, 11 * 3600, 23 * 3600, true } };
	(void)state;
	table.town_roles = CLERK | COORDINATOR;
	table.site_roles = ADMIN;
	for (size_t i = 0; i < COUNT(cases); i++) {
		table.strong = cases[i].strong;
		table.seen = time_now() - cases[i].seen;
		table.fresh = time_now() - cases[i].fresh;
		struct req *r = signed_in();
		assert_int_equal(r->person.roles, VISITOR | PERSON | COORDINATOR | (cases[i].awake ? CLERK | ADMIN : 0));
		assert_int_equal(r->person.asleep, cases[i].awake ? 0 : CLERK | ADMIN);
	}
}

/* Rights grew: none hold before the token is another, with a second factor or without. */
static void grown_rights_want_a_new_token(void **state)
{
	(void)state;
	table.town_roles = CLERK | COORDINATOR;
	table.renew = true;
	struct req *r = signed_in();
	assert_true(r->person.renew && !r->person.strong);
	assert_int_equal(r->person.roles, VISITOR | PERSON);
	assert_int_equal(r->person.asleep, CLERK | COORDINATOR);
}

static void a_visit_is_written_once_an_hour(void **state)
{
	(void)state;
	table.seen = time_now() - 3600;
	signed_in();
	assert_int_equal(table.writes, 0);
	table.seen--;
	signed_in();
	assert_int_equal(table.writes, 1);
}

static void unknown_and_expired_are_anonymous(void **state)
{
	(void)state;
	assert_anonymous(request("__Host-s", "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"), 1);
	table.expires = time_now();
	assert_anonymous(request("__Host-s", token_hex), 2);
}

static void a_token_has_one_spelling(void **state)
{
	static const char *const cases[] = { "", "00", "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
		"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1g", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0",
		"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1", " 00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" };
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_anonymous(request("__Host-s", cases[i]), 0);
}

static void without_https_the_cookie_has_a_plain_name(void **state)
{
	(void)state;
	assert_anonymous(request("s", token_hex), 0);
	conf_set("site", "base", "http://localhost:8080");
	assert_anonymous(request("__Host-s", token_hex), 0);
	struct req *r = request("s", token_hex);
	session_load(r);
	assert_int_equal(r->person.id, 7);
}

static void the_form_token_is_not_the_session(void **state)
{
	(void)state;
	struct req *r = signed_in();
	const char *token = session_token(r);
	assert_int_equal(strlen(token), 64);
	assert_string_not_equal(token, token_hex);
	assert_string_equal(session_token(signed_in()), token);
	r->person.token = "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
	assert_string_not_equal(session_token(r), token);
}

static bool genuine(const char *token, const char *site, const char *origin)
{
	struct req *r = signed_in();
	r->fetch_site = site;
	r->origin = origin;
	if (token) {
		r->form = talloc_zero(r, struct param);
		r->form->name = "token";
		r->form->value = token;
	}
	return session_genuine(r);
}

static void a_post_needs_token_and_origin(void **state)
{
	const char *own = session_token(signed_in()), *home = "https://obec.example";
	(void)state;
	assert_true(genuine(own, "same-origin", NULL));
	assert_true(genuine(own, "none", NULL));
	assert_true(genuine(own, NULL, home));
	assert_false(genuine(own, NULL, NULL));
	assert_false(genuine(own, "cross-site", home));
	assert_false(genuine(own, "same-site", home));
	assert_false(genuine(own, "", home));
	assert_false(genuine(own, NULL, "null"));
	assert_false(genuine(own, NULL, "http://obec.example"));
	assert_false(genuine(own, NULL, "https://obec.example.evil"));
	assert_false(genuine(own, NULL, "https://obec.exampl"));
	assert_false(genuine(own, NULL, "https://obec.example/p"));
	assert_false(genuine(NULL, "same-origin", home));
	assert_false(genuine("", "same-origin", home));
	assert_false(genuine(token_hex, "same-origin", home));
	assert_false(genuine(talloc_asprintf(mem, "%s0", own), "same-origin", home));
}

static void nobody_needs_the_origin_alone(void **state)
{
	(void)state;
	struct req *r = request(NULL, NULL);
	session_load(r);
	assert_false(session_genuine(r));
	r->fetch_site = "cross-site";
	assert_false(session_genuine(r));
	r->fetch_site = "same-origin";
	assert_true(session_genuine(r));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup(no_cookie_asks_nothing, start), cmocka_unit_test_setup(the_cookie_is_the_person, start),
	cmocka_unit_test_setup(rows_grant_no_role_of_another_kind, start), cmocka_unit_test_setup(unknown_and_expired_are_anonymous, start),
	cmocka_unit_test_setup(a_token_has_one_spelling, start), cmocka_unit_test_setup(without_https_the_cookie_has_a_plain_name, start),
	cmocka_unit_test_setup(the_form_token_is_not_the_session, start), cmocka_unit_test_setup(a_post_needs_token_and_origin, start),
	cmocka_unit_test_setup(nobody_needs_the_origin_alone, start), cmocka_unit_test_setup(power_wants_a_second_factor, start),
	cmocka_unit_test_setup(grown_rights_want_a_new_token, start),
	cmocka_unit_test_setup(a_visit_is_written_once_an_hour, start),
};
UNIT_MAIN(tests)
