/* The program `picture` is asked for one picture: bytes go in and come out in memory that both see as files, so neither waits for the other. */
#include "image.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <talloc.h>
#include <unistd.h>
#include "conf.h"
#include "log.h"
#include "panic.h"

enum { PATH_SIZE = 4096, DONE = 0, OTHER_TYPE = 2, TOO_MANY_PIXELS, BROKEN };

/* One decoder at a time for the whole machine; the lock goes with the process. */
static int turn_take(void)
{
	char *path = talloc_asprintf(NULL, "%s/build", conf.share);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	talloc_free(path);
	while (fd >= 0 && flock(fd, LOCK_EX) && errno == EINTR)
		;
	return fd;
}

/* Beside the program that runs, whatever folder that is. */
static const char *decoder(void *mem)
{
	char path[PATH_SIZE] = "";
	if (readlink("/proc/self/exe", path, sizeof path - 1) < 0)
		panic("/proc/self/exe: %s", strerror(errno));
	char *slash = strrchr(path, '/');
	return talloc_asprintf(mem, "%.*s/picture", slash ? (int)(slash - path) : 0, path);
}

static int memory_file(const void *bytes, size_t length)
{
	int fd = memfd_create("picture", MFD_CLOEXEC);
	const char *at = bytes;
	for (ssize_t n; length && (n = write(fd, at, length)) > 0; length -= (size_t)n)
		at += n;
	if (fd < 0 || length || lseek(fd, 0, SEEK_SET))
		panic("no memory for a picture: %s", strerror(errno));
	return fd;
}

/* Exit status of the decoder, or -1 when it came to a bad end. */
static int run(void *mem, int in, int out, int side)
{
	char *const arguments[] = { talloc_strdup(mem, decoder(mem)), talloc_asprintf(mem, "%d", side), NULL }, *const environment[] = { NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t none;
	pid_t pid;
	int status = 0;
	sigemptyset(&none);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, 0);
	posix_spawn_file_actions_adddup2(&files, out, 1);
	posix_spawnattr_init(&how);
	posix_spawnattr_setsigmask(&how, &none);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
	int failed = posix_spawn(&pid, arguments[0], &files, &how, arguments, environment);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	if (failed)
		panic("%s: %s", arguments[0], strerror(failed));
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Width and height stand in the frame header of what our own decoder wrote. */
static bool measured(struct image *out)
{
	const unsigned char *b = out->bytes;
	for (size_t at = 2; at + 9 < out->length && b[at] == 0xff; at += 2 + (size_t)(b[at + 2] << 8 | b[at + 3]))
		if (b[at + 1] == 0xc0 || b[at + 1] == 0xc2) {
			out->height = b[at + 5] << 8 | b[at + 6];
			out->width = b[at + 7] << 8 | b[at + 8];
			return true;
		}
	return false;
}

static bool result(void *mem, int fd, struct image *out)
{
	struct stat stat;
	if (fstat(fd, &stat) || stat.st_size < 1 || stat.st_size > IMAGE_BYTES_MAX)
		return false;
	unsigned char *bytes = talloc_array(mem, unsigned char, (unsigned)stat.st_size);
	*out = (struct image){ .bytes = bytes, .length = (size_t)stat.st_size };
	return pread(fd, bytes, out->length, 0) == (ssize_t)out->length && measured(out);
}

const char *image_make(void *mem, const void *bytes, size_t length, int side, struct image *out)
{
	int turn = turn_take(), in = memory_file(bytes, length), to = memory_file("", 0), status = run(mem, in, to, side);
	bool done = status == DONE && result(mem, to, out);
	close(in);
	close(to);
	close(turn);
	if (!done && (status < OTHER_TYPE || status > BROKEN))
		log_line("picture", "status=%d bytes=%zu", status, length);
	return done ? NULL : status == OTHER_TYPE ? "image-type" : status == TOO_MANY_PIXELS ? "image-pixels" : "image-broken";
}
