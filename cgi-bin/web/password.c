/* Passwords: Argon2id, and the turn each hash waits for, so that many sign-ins at once cannot take the machine's memory. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <talloc.h>
#include <unistd.h>
#include "conf.h"
#include "panic.h"
#include "seal.h"

enum { PASSES = 2, MEMORY = 19 << 20, TURNS = 4 };

/* Of a password nobody has: an unknown person costs as much as a known one. */
static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$WvVT/Z0V9qBOHQLCt3czaw$jFnt+y1bh9Sfo3VTPpq9t6hQ1urwtICkXtHa41krc+c";

/* A turn is a lock on something of the site that every process can open: the lock goes with the process that dies, and leaves nothing behind. */
static int turn_open(size_t i)
{
	const char *place[TURNS] = { "", "/xsl", "/schema", "/htdocs" };
	char *path = must(talloc_asprintf(NULL, "%s%s", conf.share, place[i]));
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	talloc_free(path);
	return fd;
}

static int turn_take(void)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	size_t count = cores < 1 ? 1 : cores > TURNS ? TURNS : (size_t)cores;
	for (size_t i = 0; i < count; i++) {
		int fd = turn_open(i);
		if (fd >= 0 && !flock(fd, LOCK_EX | LOCK_NB))
			return fd;
		close(fd);
	}
	int fd = turn_open((size_t)getpid() % count);
	while (fd >= 0 && flock(fd, LOCK_EX) && errno == EINTR)
		;
	return fd;
}

const char *seal_password(const void *mem, const char *password)
{
	char *hash = must(talloc_size(mem, crypto_pwhash_STRBYTES));
	int turn = turn_take();
	int failed = crypto_pwhash_str(hash, password, strlen(password), PASSES, MEMORY);
	close(turn);
	if (failed)
		panic("no memory for a password");
	return hash;
}

bool seal_password_fits(const char *hash, const char *password, bool *stale)
{
	char padded[crypto_pwhash_STRBYTES] = "";
	snprintf(padded, sizeof padded, "%s", hash ? hash : nobody);
	int turn = turn_take();
	bool fits = !crypto_pwhash_str_verify(padded, password, strlen(password));
	close(turn);
	*stale = crypto_pwhash_str_needs_rehash(padded, PASSES, MEMORY) != 0;
	return hash && fits;
}
