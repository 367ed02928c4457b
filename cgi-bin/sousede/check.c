/* sousede check: settings, database, keys, sheets, mail, admins: what is well, and what to do about what is not. */
#include <errno.h>
#include <glob.h>
#include <inttypes.h>
#include <setjmp.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <talloc.h>
#include <unistd.h>
#include "../mail/letter.h"
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/policy.h"
#include "../web/seal.h"
#include "../web/time.h"
#include "sousede.h"

static sigjmp_buf back;
static const char *away;

static _Noreturn void database_away(const char *reason)
{
	away = reason;
	siglongjmp(back, 1);
}

/* Null when the account signs in. */
static const char *signs_in(void (*choose)(void))
{
	db_close();
	if (choose)
		choose();
	if (sigsetjmp(back, 0))
		return away;
	db_number(0, "SELECT 1");
	return NULL;
}

static const char *pages(const void *mem)
{
	(void)mem;
	return signs_in(NULL);
}

static const char *account(const void *mem)
{
	(void)mem;
	return signs_in(db_as_account);
}

static const char *desk(const void *mem)
{
	(void)mem;
	return signs_in(db_as_admin);
}

static const char *jobs(const void *mem)
{
	(void)mem;
	return signs_in(db_as_jobs);
}

/* A bundle has no files to compare with. */
static const char *schema(const void *mem)
{
	glob_t files;
	if (glob(talloc_asprintf(mem, "%s/schema/[0-9][0-9][0-9]-*.sql", conf.share), 0, NULL, &files))
		return NULL;
	int64_t wanted = (int64_t)files.gl_pathc;
	globfree(&files);
	if (signs_in(db_as_jobs))
		return "?";
	int64_t missing = wanted - db_number(0, "SELECT COUNT(*) FROM schema_version");
	return missing > 0 ? talloc_asprintf(mem, "%" PRId64, missing) : NULL;
}

static const char *keys(const void *mem)
{
	struct stat file;
	if (stat(conf.key_file, &file) || access(conf.key_file, R_OK))
		return *conf.key_file ? talloc_asprintf(mem, "%s: %s", conf.key_file, strerror(errno)) : "[site] key_file";
	if (file.st_mode & S_IRWXO)
		return talloc_asprintf(mem, "%s: %03o", conf.key_file, (unsigned)file.st_mode & 0777);
	struct seal_text probe = seal_close(mem, "check", "");
	return seal_open_text(mem, "check", probe.bytes, probe.length) ? NULL : conf.key_file;
}

static const char *sheets(const void *mem)
{
	const char *name = talloc_asprintf(mem, "%s/xsl/cs/home.xsl", conf.share);
	return access(name, R_OK) ? name : NULL;
}

static const char *mail(const void *mem)
{
	if (*conf.mail_smtp)
		return smtp_reach(mem);
	if (*conf.mail_folder)
		return access(conf.mail_folder, W_OK | X_OK) ? talloc_asprintf(mem, "%s: %s", conf.mail_folder, strerror(errno)) : NULL;
	return "[mail] smtp";
}

static const char *admins(const void *mem)
{
	(void)mem;
	return signs_in(db_as_account) || !db_number(0, "SELECT COUNT(*) FROM person WHERE roles & ? AND erased_at IS NULL", I(ADMIN)) ? "" : NULL;
}

/* Each has two sentences: NAME-good, and NAME-bad with the detail. */
static const struct check {
	const char *name;
	const char *(*wrong)(const void *mem);
} checks[] = {
	{ "pages", pages },   { "account", account }, { "desk", desk },     { "jobs", jobs }, { "schema", schema },
	{ "keys", keys },     { "sheets", sheets },   { "mail", mail },     { "admins", admins },
};

static bool is_well(const void *mem, const struct check *check)
{
	const char *wrong = check->wrong(mem);
	fputs(wrong ? "!!  " : "ok  ", stdout);
	say(stdout, talloc_asprintf(mem, "%s-%s", check->name, wrong ? "bad" : "good"), wrong);
	return !wrong;
}

int check_command(int argc, char **argv)
{
	bool well = true;
	(void)argv;
	if (argc)
		return misused();
	conf_load();
	time_open();
	seal_open();
	db_on_unavailable(database_away);
	void *mem = talloc_new(NULL);
	for (size_t i = 0; i != sizeof checks / sizeof *checks; i++)
		well = is_well(mem, &checks[i]) && well;
	db_close();
	smtp_close();
	talloc_free(mem);
	return well ? EX_OK : EX_CONFIG;
}
