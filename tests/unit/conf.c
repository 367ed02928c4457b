/* Configuration: what the file may say, and the line that is wrong. */
#include "unit.h"
#include <sys/stat.h>
#include "web/conf.h"

static const char *folder;

/* Writes the file; SOUSEDE_CONF names it. */
static void file_write(const char *text)
{
	const char *path = talloc_asprintf(mem, "%s/sousede.conf", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	setenv("SOUSEDE_CONF", path, 1);
}

static int folder_make(void **state)
{
	int status = unit_open(state);
	char *name = talloc_strdup(mem, "/tmp/sousede-unit-XXXXXX");
	folder = mkdtemp(name);
	return status || !folder || mkdir(talloc_asprintf(mem, "%s/data", folder), 0700);
}

static int folder_drop(void **state)
{
	rmdir(talloc_asprintf(mem, "%s/data", folder));
	unlink(talloc_asprintf(mem, "%s/sousede.conf", folder));
	rmdir(folder);
	return unit_close(state);
}

/* In a child: loads, and says on stderr what the format names. */
static void load_and_tell(const void *given)
{
	(void)given;
	conf_load();
	fprintf(stderr, "base=%s root=%s host=%s url=%s share=%s phone=%s contact=%s operator=%s dev=%d\n", conf.base, conf.root, conf.host,
		conf.contact_url, conf.share, conf.phone, conf.contact, conf.operator_name, conf.dev);
	fprintf(stderr, "socket=%s dbhost=%s port=%lld name=%s user=%s password=%s jobs=%s jobspassword=%s private=%d pause=%lld minutes=%lld\n", conf.db_socket,
		conf.db_host, (long long)conf.db_port, conf.db_name, conf.db_user, conf.db_password, conf.db_jobs_user, conf.db_jobs_password,
		conf.fetch_private, (long long)conf.fetch_pause_ms, (long long)conf.fetch_minutes);
}

static const char *loaded(const char *text)
{
	const char *said;
	file_write(text);
	int status = ends(load_and_tell, NULL, &said);
	if (status)
		fail_msg("%d: %s", status, said);
	return said;
}

static void every_key_is_read(void **state)
{
	(void)state;
	const char *said = loaded("; a comment\n[site]\nbase = https://obec.example/sousede\nshare = data\nphone = +420777123456\n"
				  "contact = spravce@obec.example\noperator = Město Kadaň\ndev = yes\n\n[db]\nsocket = db.sock\nhost = db.example\nport = 3307\n"
				  "name = n\nuser = u\npassword = h#e=s'lo\njobs_user = ju\njobs_password = jp\n[jobs]\nfetch_private = true\nfetch_pause_ms = 0\nfetch_minutes = 5\n");
	assert_says(said, "base=https://obec.example/sousede root=/sousede host=obec.example url=https://obec.example/sousede/o-projektu ");
	assert_says(said, talloc_asprintf(mem, "share=%s/data ", folder));
	assert_says(said, "phone=+420777123456 contact=spravce@obec.example operator=Město Kadaň dev=1\n");
	assert_says(said, talloc_asprintf(mem, "socket=%s/db.sock ", folder));
	assert_says(said, "dbhost=db.example port=3307 name=n user=u password=h#e=s'lo jobs=ju jobspassword=jp private=1 pause=0 minutes=5\n");
}

static void what_is_not_said_has_a_fallback(void **state)
{
	(void)state;
	const char *said = loaded("[site]\nbase = http://localhost:8080\n");
	assert_says(said, "base=http://localhost:8080 root= host=localhost:8080 ");
	assert_says(said, "phone= contact= operator= dev=0\n");
	assert_says(said, "socket= dbhost=localhost port=3306 name=sousede user=sousede password= jobs=sousede jobspassword= private=0 pause=1000 minutes=60\n");
}

static void jobs_take_the_account_of_the_pages(void **state)
{
	(void)state;
	assert_says(loaded("[site]\nbase = https://a\n[db]\nuser = web\npassword = x\n"), "jobs=web jobspassword=x ");
	assert_says(loaded("[site]\nbase = https://a\n[db]\njobs_user = j\nuser = web\npassword = x\n"), "jobs=j jobspassword= ");
}

static void absolute_paths_stay(void **state)
{
	(void)state;
	const char *said = loaded("[site]\nbase = https://a\nshare = /tmp\n[db]\nsocket = /run/x.sock\n");
	assert_says(said, "share=/tmp ");
	assert_says(said, "socket=/run/x.sock ");
}

static void mistakes_name_file_line_and_reason(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *reason;
	} cases[] = {
		{ "[site]\nbase = https://a\ncolour = red\n", 3, "[site] colour is no key" },
		{ "[site]\nbase = https://a\n\n[mail]\nhost = x\n", 5, "[mail] host is no key" },
		{ "base = https://a\n", 1, "[] base is no key" },
		{ "[site]\nbase = https://a\nnonsense\n", 3, "neither [section] nor key = value" },
		{ "[site\nbase = https://a\n", 1, "neither [section] nor key = value" },
		{ "[site]\nbase = https://a\nbase = https://b\n", 3, "[site] base was given already" },
		{ "[site]\nbase = ftp://a\n", 2, "[site] base must begin with https:// or http://" },
		{ "[site]\nbase = https://\n", 2, "must name a host" }, { "[site]\nbase = https://A.cz\n", 2, "must name a host" },
		{ "[site]\nbase = https://u@a.cz\n", 2, "must name a host" }, { "[site]\nbase = https://a/\n", 2, "must not end with a slash" },
		{ "[site]\nbase = https://a//b\n", 2, "two in a row" }, { "[site]\nbase = https://a/b?c\n", 2, "in its path" },
		{ "[site]\nbase = https://a\nphone = 777 123 456\n", 3, "[site] phone must be + and 7 to 15 digits" },
		{ "[site]\nbase = https://a\ncontact = nobody\n", 3, "[site] contact must be one mail address" },
		{ "[site]\nbase = https://a\ncontact = a@b, c@d\n", 3, "must be one mail address" },
		{ "[site]\nbase = https://a\ndev = maybe\n", 3, "[site] dev must be yes or no" },
		{ "[site]\nbase = https://a\noperator = \xff\n", 3, "[site] operator is not UTF-8" },
		{ "[site]\nbase = https://a\n[db]\nport = 0\n", 4, "[db] port must be a whole number from 1 to 65535" },
		{ "[site]\nbase = https://a\n[db]\nport = 65536\n", 4, "from 1 to 65535" }, { "[site]\nbase = https://a\n[db]\nport = 33o6\n", 4, "whole number" },
		{ "[site]\nbase = https://a\n[db]\nport = \n", 4, "whole number" }, { "[site]\nbase = https://a\n[db]\nport = -1\n", 4, "whole number" },
		{ "[site]\nbase = https://a\n[db]\nport = 99999999999999999999\n", 4, "whole number" },
		{ "[site]\nbase = https://a\n[jobs]\nfetch_minutes = 0\n", 4, "from 1 to 10080" },
		{ "[site]\nbase = https://a\nshare = nowhere\n", 3, "share: no folder" },
		{ "[site]\ndev = yes\n", 2, "[site] base is missing" }, { "", 0, "[site] base is missing" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *said;
		file_write(cases[i].text);
		int status = ends(load_and_tell, NULL, &said);
		if (status != 78)
			fail_msg("%d for: %s", status, cases[i].text);
		assert_says(said, talloc_asprintf(mem, "at=config program=sousede file=\"%s/sousede.conf\" line=%d reason=\"", folder, cases[i].line));
		assert_says(said, cases[i].reason);
	}
}

static void a_line_too_long_is_no_two_lines(void **state)
{
	const char *said;
	char word[301];
	(void)state;
	memset(word, 'x', 300);
	word[300] = '\0';
	file_write(talloc_asprintf(mem, "[site]\nbase = https://a\n[db]\npassword = %s\nname = x\n", word));
	assert_int_equal(ends(load_and_tell, NULL, &said), 78);
	assert_says(said, "line=4 reason=\"line longer than");
	file_write(talloc_asprintf(mem, "[site]\nbase = https://a\n# %s\n[db]\nport = x\n", word));
	assert_int_equal(ends(load_and_tell, NULL, &said), 78);
	assert_says(said, "line=3 ");
}

static void the_first_mistake_is_told(void **state)
{
	const char *said;
	(void)state;
	file_write("[site]\nbase = https://a\nx = y\nnonsense\ndev = maybe\n");
	assert_int_equal(ends(load_and_tell, NULL, &said), 78);
	assert_says(said, "line=3 ");
	file_write("[site]\nbase = https://a\nnonsense\nx = y\n");
	assert_int_equal(ends(load_and_tell, NULL, &said), 78);
	assert_says(said, "line=3 reason=\"neither");
}

static void a_file_that_is_asked_for_must_be_there(void **state)
{
	const char *said;
	(void)state;
	setenv("SOUSEDE_CONF", "/nowhere/sousede.conf", 1);
	assert_int_equal(ends(load_and_tell, NULL, &said), 78);
	assert_says(said, "file=\"/nowhere/sousede.conf\" line=0 reason=\"No such file");
}

static void single_values_can_be_set(void **state)
{
	(void)state;
	assert_true(conf_set("site", "base", "https://obec.example:8443/a/b"));
	assert_string_equal(conf.root, "/a/b");
	assert_string_equal(conf.host, "obec.example:8443");
	assert_string_equal(conf.contact_url, "https://obec.example:8443/a/b/o-projektu");
	assert_false(conf_set("site", "base", "nowhere"));
	assert_string_equal(conf.base, "https://obec.example:8443/a/b");
	assert_true(conf_set("db", "user", "web"));
	assert_string_equal(conf.db_jobs_user, "web");
	assert_true(conf_set("db", "jobs_user", "jobs"));
	assert_true(conf_set("db", "user", "other"));
	assert_string_equal(conf.db_jobs_user, "jobs");
	assert_false(conf_set("site", "nothing", "x"));
	assert_false(conf_set("nothing", "base", "https://a"));
	assert_false(conf_set("db", "port", "no"));
	assert_int_equal(conf.db_port, 3306);
	assert_true(conf_set("site", "base", "https://a"));
	assert_string_equal(conf.root, "");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_key_is_read), cmocka_unit_test(what_is_not_said_has_a_fallback), cmocka_unit_test(jobs_take_the_account_of_the_pages),
	cmocka_unit_test(absolute_paths_stay), cmocka_unit_test(mistakes_name_file_line_and_reason), cmocka_unit_test(a_line_too_long_is_no_two_lines),
	cmocka_unit_test(the_first_mistake_is_told), cmocka_unit_test(a_file_that_is_asked_for_must_be_there), cmocka_unit_test(single_values_can_be_set),
};

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, folder_make, folder_drop);
}
