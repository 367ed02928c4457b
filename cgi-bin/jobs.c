/* Everything that is not a page: posting and taking down by time, feeds in, and the operator's commands. sousede-jobs(8). */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>
#include "feed/daemon.h"
#include "feed/fetch.h"
#include "feed/hand.h"
#include "feed/territory.h"
#include "mail/deliver.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/log.h"
#include "web/seal.h"
#include "web/time.h"

static const char usage[] =
	"usage: jobs                                     run until told to stop\n"
	"       jobs --once                              do what is due now, for cron\n"
	"       jobs import FILE|URL --town SLUG [--board KIND] [-v]\n"
	"       jobs source add URL --town SLUG [--board KIND]\n"
	"       jobs source list [--town SLUG]\n"
	"       jobs source pause|resume ID\n"
	"       jobs source remove ID [--with-notices]\n"
	"       jobs places [FILE|FOLDER|URL...]         municipalities as the lists of RUIAN have them\n"
	"       jobs mail list                           letters that wait, failed, or nobody knows about\n"
	"       jobs mail again ID                       sends such a letter once more\n"
	"       jobs mail try ADDRESS [LANG [KIND [NAME=VALUE...]]]   puts a trial letter into the outbox\n"
	"       jobs bounce < MESSAGE                    takes note of a delivery report that came back\n"
	"       jobs --help | --version\n"
	"KIND: official_copy, information, community, crisis; by default official_copy for an OFN board, else information.\n"
	"Status: 0 done, 64 wrong use, 65 the feed is refused, 66 no such file, 69 it cannot be fetched, 75 the database is away.\n";

static const struct command {
	const char *name;
	int (*run)(const struct hand *h, int argc, char **argv);
} commands[] = {
	{ "import", hand_import },
	{ "source", hand_source },
	{ "places", territory_hand },
	{ "mail", deliver_hand },
	{ "bounce", bounce_hand },
};

static _Noreturn void database_away(const char *reason)
{
	log_line("database-away", "reason=%s", log_quote(reason));
	fflush(NULL);
	_exit(EX_TEMPFAIL);   /* from wherever we stood: nothing is tidy */
}

static int run(const struct hand *h, bool once, int argc, char **argv)
{
	if (!argc)
		return once ? daemon_once() : daemon_run();
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (!strcmp(argv[0], commands[i].name))
			return commands[i].run(h, argc - 1, argv + 1);
	fputs(usage, stderr);
	return EX_USAGE;
}

static void set_up(void)
{
	log_open("jobs");
	conf_load();
	time_open();
	seal_open();
	fetch_open();
	db_as_jobs();
	db_on_unavailable(database_away);
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "once", no_argument, NULL, 'o' }, { "town", required_argument, NULL, 't' }, { "board", required_argument, NULL, 'b' },
		{ "verbose", no_argument, NULL, 'v' }, { "with-notices", no_argument, NULL, 'n' }, { "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' }, { NULL, 0, NULL, 0 },
	};
	struct hand hand = { 0 };
	bool once = false;

	for (int c; (c = getopt_long(argc, argv, "v", options, NULL)) != -1;) {
		switch (c) {
		case 'o': once = true; break;
		case 't': hand.town = optarg; break;
		case 'b': hand.board = optarg; break;
		case 'v': hand.verbose = true; break;
		case 'n': hand.with_notices = true; break;
		case 'h': fputs(usage, stdout); return EX_OK;
		case 'V': puts("sousede " VERSION); return EX_OK;
		default: fputs(usage, stderr); return EX_USAGE;
		}
	}
	set_up();
	return run(&hand, once, argc - optind, argv + optind);
}
