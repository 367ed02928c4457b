/* For stories: one request to a program that stays, as mod_fcgid keeps it.
 *
 *   stay DIR PROGRAM [COMMAND…]   a CGI program's environment and standard input in, its output out. Starts PROGRAM (by COMMAND, as valgrind) when it
 *                                 is not there, and anew when the clock, the settings, the keys or anything else in the environment are not those it
 *                                 knows; its log is our standard error.
 *   stay DIR                      ends all that stay in DIR and waits for them
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

enum { BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6, PIECE = 60000 };
extern char **environ;

/* What a web server says of a request; everything else in the environment is the program's. */
static bool of_request(const char *variable)
{
	static const char *const names[] = { "GATEWAY_INTERFACE", "SERVER_", "HTTP", "REMOTE_", "REQUEST_", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "CONTENT_" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strncmp(variable, names[i], strlen(names[i])))
			return true;
	return false;
}

static uint64_t folded(uint64_t sum, const void *bytes, size_t length)
{
	for (const unsigned char *p = bytes; length--; p++)
		sum = (sum ^ *p) * 0x100000001b3;
	return sum;
}

static uint64_t folded_file(uint64_t sum, const char *path)
{
	struct stat s = { 0 };
	stat(path, &s);
	sum = folded(sum, &s.st_mtim, sizeof s.st_mtim);
	sum = folded(sum, &s.st_ino, sizeof s.st_ino);
	return folded(sum, &s.st_size, sizeof s.st_size);
}

/* What a program reads once, when it starts. */
static uint64_t ground(const char *program)
{
	const char *settings = getenv("SOUSEDE_CONF");
	char keys[PATH_MAX];
	uint64_t sum = folded_file(folded(0xcbf29ce484222325, program, strlen(program)), program);
	for (char **v = environ; *v; v++)
		if (!of_request(*v) && strncmp(*v, "_=", 2))
			sum = folded(sum, *v, strlen(*v) + 1);
	if (!settings)
		return sum;
	snprintf(keys, sizeof keys, "%.*s/keys", (int)(strrchr(settings, '/') - settings), settings);
	return folded_file(folded_file(sum, settings), keys);
}

static void end(int pid)
{
	struct pollfd gone = { .fd = (int)syscall(SYS_pidfd_open, pid, 0), .events = POLLIN };
	if (gone.fd < 0)
		return;
	kill(pid, SIGTERM);
	if (!poll(&gone, 1, 60000))
		kill(pid, SIGKILL);
	close(gone.fd);
}

static void become(char **command, int listener, int home)
{
	for (char **v = environ; *v;)
		if (of_request(*v))
			unsetenv(strndup(*v, strcspn(*v, "=")));
		else
			v++;
	dup2(listener, 0);
	dup2(open("/dev/null", O_WRONLY), 1);
	if (fchdir(home))
		_exit(127);
	close_range(3, ~0U, 0);
	execvp(*command, command);
	_exit(127);
}

static pid_t start(char **command, const struct sockaddr_un *at, int home)
{
	int listener = socket(AF_UNIX, SOCK_STREAM, 0);
	unlink(at->sun_path);
	if (bind(listener, (const struct sockaddr *)at, sizeof *at) || listen(listener, 64))
		return -1;
	pid_t pid = fork();
	if (!pid)
		become(command, listener, home);
	close(listener);
	return pid;
}

static int connected(const struct sockaddr_un *at)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (!connect(fd, (const struct sockaddr *)at, sizeof *at))
		return fd;
	close(fd);
	return -1;
}

/* The connection to a program that knows what is the case; NAME.is has its number and the sum of what it knows. */
static int reach(const char *program, char **command, int home)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	const char *name = strrchr(program, '/') + 1;
	char is[NAME_MAX], text[64] = "";
	unsigned long long known = 0, now = ground(program);
	int pid = 0, fd = -1;
	snprintf(at.sun_path, sizeof at.sun_path, "%s.sock", name);
	snprintf(is, sizeof is, "%s.is", name);
	int lock = open(is, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	flock(lock, LOCK_EX);
	if (pread(lock, text, sizeof text - 1, 0) > 0 && sscanf(text, "%d %llx", &pid, &known) == 2 && known == now)
		fd = connected(&at);
	if (fd < 0) {
		if (pid > 0)
			end(pid);
		pid = start(command, &at, home);
		dprintf(ftruncate(lock, 0) ? 2 : lock, "%d %llx\n", pid, now);
		fd = connected(&at);
	}
	close(lock);
	return fd;
}

/* False when the program has closed: it may have answered already. */
static bool put(int fd, const char *bytes, size_t length)
{
	for (ssize_t n; length; bytes += n, length -= (size_t)n)
		if ((n = write(fd, bytes, length)) <= 0)
			return false;
	return true;
}

static bool record(int fd, int type, const char *content, size_t length)
{
	const char head[8] = { 1, (char)type, 0, 1, (char)(length >> 8), (char)length };
	return put(fd, head, sizeof head) && put(fd, content, length);
}

static size_t size_put(char *to, size_t n)
{
	const char bytes[] = { (char)(n >> 24 | 0x80), (char)(n >> 16), (char)(n >> 8), (char)n };
	memcpy(to, n > 127 ? bytes : bytes + 3, n > 127 ? 4 : 1);
	return n > 127 ? 4 : 1;
}

static bool environment_put(int fd)
{
	bool sent = true;
	for (char **v = environ; *v; v++) {
		size_t name = strcspn(*v, "="), value = strlen(*v) - name - !!(*v)[name];
		if (!of_request(*v))
			continue;
		char *pair = malloc(8 + name + value);
		size_t length = size_put(pair, name);
		length += size_put(pair + length, value);
		memcpy(mempcpy(pair + length, *v, name), *v + name + 1, value);
		length += name + value;
		for (size_t at = 0; at < length; at += PIECE)
			sent = sent && record(fd, PARAMS, pair + at, length - at < PIECE ? length - at : PIECE);
		free(pair);
	}
	return sent && record(fd, PARAMS, "", 0);
}

static void ask(int fd)
{
	static char piece[PIECE];
	bool sent = record(fd, BEGIN, "\0\1\0\0\0\0\0\0", 8) && environment_put(fd);
	for (ssize_t n; sent && (n = read(0, piece, sizeof piece)) > 0;)
		sent = record(fd, STDIN, piece, (size_t)n);
	if (sent)
		record(fd, STDIN, "", 0);
}

/* What the program says, until it says that it has ended; 99 when it never does. */
static int listen_to(int fd)
{
	unsigned char head[8];
	static char content[65535 + 255];
	for (FILE *in = fdopen(fd, "r"); fread(head, sizeof head, 1, in);) {
		size_t length = (size_t)(head[4] << 8 | head[5]);
		if (fread(content, 1, length + head[6], in) != length + head[6])
			return 99;
		if (head[1] == STDOUT)
			fwrite(content, 1, length, stdout);
		if (head[1] == END)
			return fflush(stdout) ? 99 : 0;
	}
	return 99;
}

static void end_all(void)
{
	DIR *here = opendir(".");
	for (struct dirent *e; here && (e = readdir(here));) {
		FILE *is = strstr(e->d_name, ".is") ? fopen(e->d_name, "r") : NULL;
		int pid;
		if (is && fscanf(is, "%d", &pid) == 1 && pid > 0)
			end(pid);
		unlink(e->d_name);
	}
}

int main(int argc, char **argv)
{
	int home = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	signal(SIGPIPE, SIG_IGN);
	if (argc < 2 || (chdir(argv[1]) && (mkdir(argv[1], 0700) || chdir(argv[1]))))
		return 64;
	if (argc == 2)
		return end_all(), 0;
	int fd = reach(argv[2], argv + (argc > 3 ? 3 : 2), home);
	if (fd < 0)
		return 69;
	ask(fd);
	return listen_to(fd);
}
