/* The operator's command: who may do what, the first admin, the keys, whether all is well. sousede(8). No pages, no addresses. */
#include <string.h>
#include <sysexits.h>
#include "sousede/sousede.h"
#include "web/log.h"

static const struct command {
	const char *name;
	int (*run)(int argc, char **argv);
} commands[] = {
	{ "policy", policy_command },
	{ "admin", admin_command },
	{ "key", key_command },
	{ "check", check_command },
};

int misused(void)
{
	say(stderr, "usage");
	return EX_USAGE;
}

int main(int argc, char **argv)
{
	log_open("sousede");
	for (size_t i = 0; argc > 1 && i != sizeof commands / sizeof *commands; i++)
		if (!strcmp(argv[1], commands[i].name))
			return commands[i].run(argc - 2, argv + 2);
	if (argc == 2 && !strcmp(argv[1], "--help"))
		return say(stdout, "usage"), EX_OK;
	if (argc == 2 && !strcmp(argv[1], "--version"))
		return puts("sousede " VERSION), EX_OK;
	return misused();
}
