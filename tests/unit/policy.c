/* Policy: every action by every role, as a truth table. */
#include "unit.h"
#include "web/policy.h"

static const unsigned roles[] = { VISITOR, PERSON, AUTHOR, CLERK, APPROVER, COORDINATOR, MODERATOR, ADMIN, TOWN_ADMIN };

/* Columns: visitor person author clerk approver coordinator moderator admin, admin of the town. */
static const struct {
	const char *action, *may;
} table[] = {
	{ "page.read",            "yyyyyyyyy" },
	{ "place.read",           "yyyyyyyyy" },
	{ "notice.read",          "yyyyyyyyy" },
	{ "source.read",          "yyyyyyyyy" },
	{ "embed.read",           "yyyyyyyyy" },
	{ "health.read",          "yyyyyyyyy" },
	{ "account.enter",        "yyyyyyyyy" },
	{ "account.own",          "-y-------" },
	{ "person.confirm",  "---yyy--" },
	{ "contact.reveal",       "---yyyyy-" },
	{ "notice.post",          "---yy----" },
	{ "notice.edit",          "--yyy----" },
	{ "notice.takedown",      "--yyy-y--" },
	{ "notice.club",          "--y------" },
	{ "notice.cancel",        "----y----" },
	{ "notice.write",         "-y-------" },
	{ "town.claim",           "-y-------" },
	{ "town.claim.vote",      "--------y" },
	{ "town.check",           "--------y" },
	{ "town.decide",          "-------y-" },
	{ "town.people",          "---yyy-yy" },
	{ "town.people.edit",     "--------y" },
	{ "town.people.leave",    "---yyy--y" },
	{ "invitation.read",      "yyyyyyyyy" },
	{ "invitation.accept",    "-y-------" },
	{ "organisation.read",    "yyyyyyyyy" },
	{ "organisation.own",     "-y-------" },
	{ "organisation.manage",  "--y------" },
	{ "organisation.vouch",   "---y----y" },
	{ "organisation.decide",  "------yy-" },
	{ "level.own",            "-y-------" },
	{ "level.grant",          "--yy-y--y" },
	{ "card.read",            "yyyyyyyyy" },
};

static void each_role_may_what_the_table_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		for (size_t j = 0; j < COUNT(roles); j++)
			if (policy_may(table[i].action, roles[j]) != (table[i].may[j] == 'y'))
				fail_msg("%s, role %u", table[i].action, roles[j]);
}

/* One role that may is enough, and roles add up to nothing more than themselves. */
static void roles_together_may_what_one_of_them_may(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		for (unsigned set = 0; set < 512; set++) {
			bool wanted = table[i].may[0] == 'y';
			for (size_t j = 0; j < COUNT(roles); j++)
				wanted = wanted || ((set & roles[j]) && table[i].may[j] == 'y');
			if (policy_may(table[i].action, set) != wanted)
				fail_msg("%s, roles %u", table[i].action, set);
		}
}

static void ask(const void *action)
{
	policy_may(action, ~0u);
}

static void an_action_nobody_decided_panics(void **state)
{
	const char *said;
	(void)state;
	assert_int_equal(ends(ask, "notice.burn", &said), 70);
	assert_says(said, "nobody decided who may notice.burn");
	assert_int_equal(ends(ask, "", &said), 70);
	assert_int_equal(ends(ask, "notice.rea", &said), 70);
}

static void actions_are_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_true(policy_knows(table[i].action));
	assert_false(policy_knows("notice.burn"));
	assert_false(policy_knows(""));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(each_role_may_what_the_table_says), cmocka_unit_test(roles_together_may_what_one_of_them_may),
	cmocka_unit_test(an_action_nobody_decided_panics), cmocka_unit_test(actions_are_known),
};
UNIT_MAIN(tests)
