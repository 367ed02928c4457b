/* sousede policy: who may do what, every action by every role. tests/policy.txt is this, looked at and agreed to. */
#include <string.h>
#include <sysexits.h>
#include "../web/policy.h"
#include "sousede.h"

enum { ACTION_WIDTH = 22 };

static void row_print(const char *action)
{
	printf("%-*s", ACTION_WIDTH, action);
	for (size_t i = 0; policy_role(i); i++)
		printf("  %-*s", policy_role(i + 1) ? (int)strlen(policy_role(i)) : 0, policy_may(action, 1u << i) ? "yes" : "-");
	putchar('\n');
}

int policy_command(int argc, char **argv)
{
	(void)argv;
	if (argc)
		return misused();
	printf("%-*s", ACTION_WIDTH, "action");
	for (size_t i = 0; policy_role(i); i++)
		printf("  %s", policy_role(i));
	putchar('\n');
	for (size_t row = 0; policy_action(row); row++)
		row_print(policy_action(row));
	return EX_OK;
}
