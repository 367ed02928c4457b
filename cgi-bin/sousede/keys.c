/* sousede key: the file of keys, made, given a new key, and the texts of older keys closed again. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <talloc.h>
#include <unistd.h>
#include "../feed/reseal.h"
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/panic.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "sousede.h"

enum { IDS = 255, FILE_MAX = 64 * 1024, LINES_MAX = 15 };

static void key_write(const void *mem, FILE *file, const char *id)
{
	unsigned char bytes[SEAL_BYTES];
	seal_random(bytes, sizeof bytes);
	fprintf(file, "%s %s\n", id, text_hex(mem, bytes, sizeof bytes));
}

static int failed(const char *name)
{
	say(stderr, "key-file", name, strerror(errno));
	return EX_CANTCREAT;
}

/* Whole and on the disk under its name, or not there. */
static int file_put(const void *mem, const char *name, const char *id, const char *rest)
{
	const char *fresh = talloc_asprintf(mem, "%s.new", name);
	umask(S_IRWXG | S_IRWXO);
	FILE *file = fopen(fresh, "we");
	if (!file)
		return failed(fresh);
	key_write(mem, file, id);
	if (rest)
		fputs(rest, file);
	else
		key_write(mem, file, "index");
	bool good = !fflush(file) && !fsync(fileno(file));
	if (fclose(file) || !good || rename(fresh, name))
		return failed(name);
	return EX_OK;
}

/* "" when there is no such file. */
static const char *file_get(const void *mem, const char *name)
{
	char *text = must(talloc_zero_size(mem, FILE_MAX + 1));
	FILE *file = fopen(name, "re");
	if (!file)
		return "";
	size_t n = fread(text, 1, FILE_MAX, file);
	fclose(file);
	text[n] = '\0';
	return text;
}

static int key_new(const void *mem, const char *name)
{
	if (!*file_get(mem, name))
		return file_put(mem, name, "1", NULL);
	say(stderr, "key-there", name);
	return EX_OK;
}

static int lines_of(const char *text)
{
	int lines = 0;
	for (; (text = strchr(text, '\n')); text++)
		lines++;
	return lines;
}

/* Readers keep who may read the file. */
static int key_rotate(const void *mem, const char *name)
{
	struct stat before;
	const char *old = file_get(mem, name);
	long id = strtol(old, NULL, 10);
	if (id < 1 || id > IDS || stat(name, &before)) {
		say(stderr, "key-none", name);
		return EX_NOINPUT;
	}
	if (lines_of(old) >= LINES_MAX) {
		say(stderr, "key-many", name);
		return EX_DATAERR;
	}
	int status = file_put(mem, name, talloc_asprintf(mem, "%ld", id % IDS + 1), old);
	if (status)
		return status;
	if (chown(name, before.st_uid, before.st_gid) || chmod(name, before.st_mode & 0777))
		return failed(name);
	say(stdout, "key-rotated");
	return EX_OK;
}

static int64_t column_again(const void *mem, unsigned i, struct resealed *r)
{
	db_close();
	r->credential ? db_as_account() : db_as_jobs();
	reseal_column(i, r);
	const char *lost = r->lost ? talloc_asprintf(mem, "%" PRId64, r->lost) : NULL;
	printf("%-22s %" PRId64 "\n", r->column, r->done);
	if (lost)
		say(stderr, "key-lost", r->column, lost);
	return r->lost;
}

static int key_reseal(const void *mem)
{
	struct resealed r;
	int64_t lost = 0;
	for (unsigned i = 0; reseal_known(i, &r); i++)
		lost += column_again(mem, i, &r);
	if (lost)
		return EX_DATAERR;
	say(stdout, "key-resealed", conf.key_file);
	return EX_OK;
}

int key_command(int argc, char **argv)
{
	void *mem = talloc_new(NULL);
	bool file = argc == 2 && strcmp(argv[0], "reseal");
	int status = EX_USAGE;
	seal_open();
	if (argc == 1)
		conf_load();
	if (argc != 1 && !file)
		status = misused();
	else if (!strcmp(argv[0], "new"))
		status = key_new(mem, file ? argv[1] : conf.key_file);
	else if (!strcmp(argv[0], "rotate"))
		status = key_rotate(mem, file ? argv[1] : conf.key_file);
	else if (!strcmp(argv[0], "reseal"))
		status = key_reseal(mem);
	else
		status = misused();
	talloc_free(mem);
	return status;
}
