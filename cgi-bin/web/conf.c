/* The INI file of conf.h, read by libinih against one table of keys. */
#include "conf.h"
#include <errno.h>
#include <ini.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>
#include "log.h"
#include "panic.h"
#include "text.h"

enum { EXIT_CONFIG = 78, LABEL_BYTES = 63 };

enum key_type { KEY_TEXT, KEY_BOOL, KEY_NUMBER };

struct key {
	const char *section, *name;
	enum key_type type;
	size_t offset;
	const char *fallback;
	int64_t low, high;                       /* of a number */
	const char *(*wrong)(const char *value); /* why a text does not fit, null when it does */
};

struct conf conf;
static const void *keep;   /* all values, for the life of the process */

static const char *wrong_base(const char *value)
{
	const char *host = value;
	if (!strncmp(value, "https://", 8))
		host += 8;
	else if (!strncmp(value, "http://", 7))
		host += 7;
	else
		return "must begin with https:// or http://";
	size_t n = strcspn(host, "/");
	if (!n || strspn(host, "abcdefghijklmnopqrstuvwxyz0123456789.-:[]") != n)
		return "must name a host in lower case, and a port if it needs one";
	const char *path = host + n;
	if (strspn(path, "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~") != strlen(path))
		return "may have only letters, digits and - . _ ~ in its path";
	if ((*path && path[strlen(path) - 1] == '/') || strstr(path, "//"))
		return "must not end with a slash nor have two in a row";
	return NULL;
}

static const char *wrong_phone(const char *value)
{
	size_t n = strlen(value);
	if (!n)
		return NULL;
	if (value[0] != '+' || n < 8 || n > 16 || strspn(value + 1, "0123456789") != n - 1)
		return "must be + and 7 to 15 digits, as +420777123456";
	return NULL;
}

static const char *wrong_mail(const char *value)
{
	const char *at = strchr(value, '@');
	if (!*value)
		return NULL;
	if (!at || at == value || !at[1] || strchr(at + 1, '@') || strpbrk(value, " \t<>\","))
		return "must be one mail address";
	return NULL;
}

static const char *wrong_smtp(const char *value)
{
	size_t scheme = !strncmp(value, "smtp://", 7) ? 7 : !strncmp(value, "smtps://", 8) ? 8 : 0;
	return !*value || (scheme && !strpbrk(value + scheme, "/@ ")) ? NULL : "must be smtp://host:port or smtps://host:port";
}

static const char *wrong_tls(const char *value)
{
	return !strcmp(value, "required") || !strcmp(value, "try") || !strcmp(value, "none") ? NULL : "must be required, try or none";
}

static const char *wrong_voice(const char *value)
{
	return !strcmp(value, "none") || !strcmp(value, "https") || !strcmp(value, "folder") ? NULL : "must be none, https or folder";
}

static const char *wrong_driver(const char *value)
{
	return !strcmp(value, "gammu") || !wrong_voice(value) ? NULL : "must be none, gammu, https or folder";
}

static const char *wrong_gateway(const char *value)
{
	return !*value || !strncmp(value, "https://", 8) ? NULL : "must begin with https://";
}

#define KEY(of, called, member) .section = of, .name = called, .offset = offsetof(struct conf, member)
#define TEXT .type = KEY_TEXT, .fallback
#define NUMBER .type = KEY_NUMBER, .fallback
#define BOOL .type = KEY_BOOL, .fallback
static const struct key keys[] = {
	{ KEY("site", "base", base), TEXT = "", .wrong = wrong_base },
	{ KEY("site", "share", share), TEXT = "" },
	{ KEY("site", "phone", phone), TEXT = "", .wrong = wrong_phone },
	{ KEY("site", "contact", contact), TEXT = "", .wrong = wrong_mail },
	{ KEY("site", "operator", operator_name), TEXT = "" },
	{ KEY("site", "key_file", key_file), TEXT = "" },
	{ KEY("site", "dev", dev), BOOL = "no" },
	{ KEY("db", "socket", db_socket), TEXT = "" },
	{ KEY("db", "host", db_host), TEXT = "localhost" },
	{ KEY("db", "port", db_port), NUMBER = "3306", .low = 1, .high = 65535 },
	{ KEY("db", "name", db_name), TEXT = "sousede" },
	{ KEY("db", "user", db_user), TEXT = "sousede" },
	{ KEY("db", "password", db_password), TEXT = "" },
	{ KEY("db", "jobs_user", db_jobs_user), TEXT = "" },
	{ KEY("db", "jobs_password", db_jobs_password), TEXT = "" },
	{ KEY("db", "account_user", db_account_user), TEXT = "" },
	{ KEY("db", "account_password", db_account_password), TEXT = "" },
	{ KEY("db", "admin_user", db_admin_user), TEXT = "" },
	{ KEY("db", "admin_password", db_admin_password), TEXT = "" },
	{ KEY("jobs", "ares", ares), TEXT = "https://ares.gov.cz/ekonomicke-subjekty-v-be/rest/ekonomicke-subjekty/" },
	{ KEY("jobs", "fetch_private", fetch_private), BOOL = "no" },
	{ KEY("jobs", "fetch_pause_ms", fetch_pause_ms), NUMBER = "1000", .low = 0, .high = 600000 },
	{ KEY("jobs", "fetch_minutes", fetch_minutes), NUMBER = "60", .low = 1, .high = 10080 },
	{ KEY("mail", "smtp", mail_smtp), TEXT = "", .wrong = wrong_smtp },
	{ KEY("mail", "user", mail_user), TEXT = "" },
	{ KEY("mail", "password", mail_password), TEXT = "" },
	{ KEY("mail", "tls", mail_tls), TEXT = "required", .wrong = wrong_tls },
	{ KEY("mail", "ca", mail_ca), TEXT = "" },
	{ KEY("mail", "from", mail_from), TEXT = "", .wrong = wrong_mail },
	{ KEY("mail", "bounce", mail_bounce), TEXT = "", .wrong = wrong_mail },
	{ KEY("mail", "folder", mail_folder), TEXT = "" },
	{ KEY("sms", "driver", sms.driver), TEXT = "none", .wrong = wrong_driver },
	{ KEY("sms", "url", sms.url), TEXT = "", .wrong = wrong_gateway },
	{ KEY("sms", "type", sms.type), TEXT = "application/json" },
	{ KEY("sms", "body", sms.body), TEXT = "{\"number\":\"{number}\",\"text\":\"{text}\",\"id\":\"{id}\"}" },
	{ KEY("sms", "authorization", sms.authorization), TEXT = "" },
	{ KEY("sms", "ca", sms.ca), TEXT = "" },
	{ KEY("voice", "driver", voice.driver), TEXT = "none", .wrong = wrong_voice },
	{ KEY("voice", "url", voice.url), TEXT = "", .wrong = wrong_gateway },
	{ KEY("voice", "type", voice.type), TEXT = "application/json" },
	{ KEY("voice", "body", voice.body), TEXT = "{\"number\":\"{number}\",\"text\":\"{text}\",\"lang\":\"{lang}\",\"id\":\"{id}\"}" },
	{ KEY("voice", "authorization", voice.authorization), TEXT = "" },
	{ KEY("voice", "ca", voice.ca), TEXT = "" },
};
enum { KEYS = sizeof keys / sizeof *keys };
static int given_at[KEYS]; /* line of the file that gave the key; 0 its fallback stands */

static const struct key *key_find(const char *section, const char *name)
{
	for (const struct key *k = keys; k < keys + KEYS; k++)
		if (!strcmp(k->section, section) && !strcmp(k->name, name))
			return k;
	return NULL;
}

static const char *keep_text(const char *text)
{
	if (!keep)
		keep = must(talloc_new(NULL));
	return must(talloc_strdup(keep, text));
}

static const char *set_bool(bool *place, const char *value)
{
	bool yes = !strcmp(value, "yes") || !strcmp(value, "true") || !strcmp(value, "1");
	bool no = !strcmp(value, "no") || !strcmp(value, "false") || !strcmp(value, "0");
	*place = yes;
	return yes || no ? NULL : "must be yes or no";
}

static const char *set_number(const struct key *k, int64_t *place, const char *value)
{
	size_t n = strlen(value);
	if (n && n < 18 && strspn(value, "0123456789") == n) {
		*place = strtoll(value, NULL, 10);
		if (*place >= k->low && *place <= k->high)
			return NULL;
	}
	return must(talloc_asprintf(keep, "must be a whole number from %lld to %lld", (long long)k->low, (long long)k->high));
}

/* Null when the value is in its place, otherwise why it is not. */
static const char *key_set(const struct key *k, const char *value)
{
	void *place = (char *)&conf + k->offset;
	if (!text_valid(value, strlen(value)))
		return "is not UTF-8";
	if (k->type == KEY_BOOL)
		return set_bool(place, value);
	if (k->type == KEY_NUMBER)
		return set_number(k, place, value);
	const char *why = k->wrong ? k->wrong(value) : NULL;
	if (!why)
		*(const char **)place = keep_text(value);
	return why;
}

/* Fallbacks, once; those of checked keys are empty texts, which need no check. */
static void defaults(void)
{
	static bool done;
	for (const struct key *k = keys; !done && k < keys + KEYS; k++)
		if (k->type == KEY_TEXT)
			*(const char **)(void *)((char *)&conf + k->offset) = keep_text(k->fallback);
		else
			key_set(k, k->fallback);
	done = true;
}

/* What follows from other values. */
static void derive(void)
{
	static const struct {
		const char *key, **user, **password;
	} accounts[] = { { "jobs_user", &conf.db_jobs_user, &conf.db_jobs_password }, { "account_user", &conf.db_account_user, &conf.db_account_password },
			 { "admin_user", &conf.db_admin_user, &conf.db_admin_password } };
	if (!given_at[key_find("mail", "from") - keys])
		conf.mail_from = conf.contact;
	const char *host = strstr(conf.base, "://");
	host = host ? host + 3 : conf.base;
	const char *path = host + strcspn(host, "/");
	conf.host = must(talloc_strndup(keep, host, (size_t)(path - host)));
	conf.root = path;
	conf.contact_url = must(talloc_asprintf(keep, "%s/o-projektu", conf.base));
	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		if (!given_at[key_find("db", accounts[i].key) - keys]) {
			*accounts[i].user = conf.db_user;
			*accounts[i].password = conf.db_password;
		}
}

bool conf_set(const char *section, const char *name, const char *value)
{
	defaults();
	const struct key *k = key_find(section, name);
	if (!k || key_set(k, value))
		return false;
	given_at[k - keys] = -1;
	derive();
	return true;
}

/* One reading of a file. inih goes on after an error; the first one is reported. */
struct reading {
	FILE *file;
	int line, wrong_line;
	const char *why;
};

static void wrong(struct reading *in, const char *why)
{
	if (in->why)
		return;
	in->why = why;
	in->wrong_line = in->line;
}

/* fgets that counts lines and notices those that inih would cut in two. */
static char *read_line(char *line, int size, void *reading)
{
	struct reading *in = reading;
	char *got = fgets(line, size, in->file);
	if (!got)
		return NULL;
	in->line++;
	if (!strchr(line, '\n') && !feof(in->file)) {
		wrong(in, must(talloc_asprintf(keep, "line longer than %d bytes", size - 2)));
		for (int c = 0; c != '\n' && c != EOF;)
			c = fgetc(in->file);
	}
	return got;
}

static int read_key(void *reading, const char *section, const char *name, const char *value)
{
	struct reading *in = reading;
	const struct key *k = key_find(section, name);
	const char *label = must(talloc_asprintf(keep, "[%.*s] %.*s", LABEL_BYTES, section, LABEL_BYTES, name));
	const char *why = !k ? "is no key, see sousede.conf(5)" : given_at[k - keys] > 0 ? "was given already" : key_set(k, value);
	if (why)
		wrong(in, must(talloc_asprintf(keep, "%s %s", label, why)));
	else if (k)
		given_at[k - keys] = in->line;
	return !why;
}

static _Noreturn void refuse(const char *file, int line, const char *why)
{
	log_line("config", "file=%s line=%d reason=%s", log_quote(file), line, log_quote(why));
	exit(EXIT_CONFIG);
}

static void read_file(FILE *file, const char *name)
{
	struct reading in = { .file = file };
	int line = ini_parse_stream(read_line, &in, read_key, &in);
	if (in.why && (line <= 0 || in.wrong_line <= line))
		refuse(name, in.wrong_line, in.why);
	if (line)
		refuse(name, line < 0 ? in.line : line, "neither [section] nor key = value");
	if (!*conf.base)
		refuse(name, in.line, "[site] base is missing");
}

/* Folder of a path, which has a slash in it. */
static const char *folder(const char *path)
{
	return must(talloc_strndup(keep, path, (size_t)(strrchr(path, '/') - path)));
}

/* Folder of the running program; some hosts have no /proc. */
static const char *program_folder(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	if (n > 0)
		path[n] = '\0';
	else if (!realpath((const char *)getauxval(AT_EXECFN), path))
		return ".";
	return folder(path);
}

static bool is_folder(const char *path)
{
	struct stat st;
	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* Opens the first of the places in conf.h; *name is its real path. */
static FILE *open_first(const char **name)
{
	const char *asked = getenv("SOUSEDE_CONF");
	const char *places[] = {
		must(talloc_asprintf(keep, "%s/../etc/sousede.conf", program_folder())),
		SYSCONFDIR "/sousede.conf",
	};
	bool chosen = asked && *asked;
	size_t count = chosen ? 1 : sizeof places / sizeof *places;
	for (size_t i = 0; i < count; i++) {
		const char *path = chosen ? asked : places[i];
		FILE *file = fopen(path, "re");
		if (!file && (chosen || errno != ENOENT))
			refuse(path, 0, strerror(errno));
		if (file) {
			char real[PATH_MAX];
			*name = keep_text(realpath(path, real) ? real : path);
			return file;
		}
	}
	refuse(places[count - 1], 0, "no configuration: write it here or name it by SOUSEDE_CONF");
}

/* A path of the file means what it means in the folder of the file. */
static const char *beside(const char *file, const char *path)
{
	if (!*path || *path == '/' || !strchr(file, '/'))
		return path;
	return must(talloc_asprintf(keep, "%s/%s", folder(file), path));
}

/* Where the data files are when nobody says: beside the program of a bundle or a build tree, else where they were installed. */
static const char *find_share(void)
{
	static const char *const nearby[] = { "../share/sousede", "share/sousede" };
	const char *here = program_folder();
	for (size_t i = 0; i < sizeof nearby / sizeof *nearby; i++) {
		const char *path = must(talloc_asprintf(keep, "%s/%s", here, nearby[i]));
		if (is_folder(path))
			return path;
	}
	return PKGDATADIR;
}

void conf_load(void)
{
	const char *name;
	defaults();
	FILE *file = open_first(&name);
	read_file(file, name);
	fclose(file);

	conf.db_socket = beside(name, conf.db_socket);
	conf.key_file = beside(name, conf.key_file);
	conf.mail_folder = beside(name, conf.mail_folder);
	if ((!strcmp(conf.sms.driver, "folder") || !strcmp(conf.voice.driver, "folder")) && !*conf.mail_folder)
		refuse(name, 0, "driver = folder needs [mail] folder");
	if (!*conf.share) {
		conf.share = find_share();
	} else {
		conf.share = beside(name, conf.share);
		if (!is_folder(conf.share))
			refuse(name, given_at[key_find("site", "share") - keys],
			       must(talloc_asprintf(keep, "[site] share: no folder %s", conf.share)));
	}
	derive();
}
