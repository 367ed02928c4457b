/* Policy: every action by every role, as a truth table: tests/policy.txt, which people read and agreed to (`sousede policy` prints it). */
#include <stdio.h>
#include "unit.h"
#include "web/policy.h"

enum { ROWS = 200, ROLES = 9 };

static struct {
	char action[60];
	bool may[ROLES];
} table[ROWS];
static size_t count;

/* The words of a line. */
static size_t words_of(char *line, char **words, size_t most)
{
	size_t n = 0;
	for (char *word = strtok(line, " \n"); word && n < most; word = strtok(NULL, " \n"))
		words[n++] = word;
	return n;
}

static int table_read(void **state)
{
	char line[400], *words[ROLES + 2];
	(void)state;
	FILE *file = fopen(MATRIX, "re");
	if (!file || !fgets(line, sizeof line, file) || words_of(line, words, ROLES + 2) != ROLES + 1)
		return -1;
	for (size_t i = 0; i < ROLES; i++)
		if (!policy_role(i) || strcmp(words[i + 1], policy_role(i)))
			return -1;
	for (count = 0; count < ROWS && fgets(line, sizeof line, file); count++) {
		if (words_of(line, words, ROLES + 2) != ROLES + 1)
			return -1;
		snprintf(table[count].action, sizeof table[count].action, "%s", words[0]);
		for (size_t i = 0; i < ROLES; i++)
			table[count].may[i] = !strcmp(words[i + 1], "yes");
	}
	fclose(file);
	return 0;
}

/* A new row of policy.c is a new line of the file, in the same order: sousede policy > tests/policy.txt, and look at the difference. */
static void every_row_was_agreed_to(void **state)
{
	(void)state;
	assert_null(policy_role(ROLES));
	for (size_t i = 0; i < count || policy_action(i); i++) {
		if (i >= count || !policy_action(i))
			fail_msg("%s: only in %s", i < count ? table[i].action : policy_action(i), i < count ? MATRIX : "policy.c");
		assert_string_equal(policy_action(i), table[i].action);
	}
}

static void each_role_may_what_the_table_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < ROLES; j++)
			if (policy_may(table[i].action, 1u << j) != table[i].may[j])
				fail_msg("%s, %s", table[i].action, policy_role(j));
}

/* One role that may is enough, and roles add up to nothing more than themselves. */
static void roles_together_may_what_one_of_them_may(void **state)
{
	(void)state;
	for (size_t i = 0; i < count; i++)
		for (unsigned set = 0; set < 1u << ROLES; set++) {
			bool wanted = table[i].may[0];
			for (size_t j = 0; j < ROLES; j++)
				wanted = wanted || ((set & 1u << j) && table[i].may[j]);
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
	for (size_t i = 0; i < count; i++)
		assert_true(policy_knows(table[i].action));
	assert_false(policy_knows("notice.burn"));
	assert_false(policy_knows(""));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup(every_row_was_agreed_to, table_read), cmocka_unit_test(each_role_may_what_the_table_says),
	cmocka_unit_test(roles_together_may_what_one_of_them_may), cmocka_unit_test(an_action_nobody_decided_panics), cmocka_unit_test(actions_are_known),
};
UNIT_MAIN(tests)
