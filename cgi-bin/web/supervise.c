/* Own prefork: multiwatch gives up after three quick deaths, spawn-fcgi restarts nothing (house.md C3). */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "log.h"
#include "panic.h"
#include "supervise.h"

enum { WORKERS_MAX = 64, BACKLOG = 511 };

void supervise_listen(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	if (strlen(path) >= sizeof address.sun_path)
		panic("socket path longer than %zu bytes: %s", sizeof address.sun_path - 1, path);
	memcpy(address.sun_path, path, strlen(path));
	unlink(path);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	mode_t before = umask(0117);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, BACKLOG) || dup2(fd, 0) < 0)
		panic("listen on %s: %s", path, strerror(errno));
	umask(before);
	if (fd)
		close(fd);
}

/* Signals are waited for, never handled: nothing can come between a test and a wait. */
static sigset_t awaited(void)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGUSR1);
	return set;
}

/* In the child returns 0. A worker must not outlive its supervisor. */
static pid_t worker_start(const sigset_t *before)
{
	pid_t supervisor = getpid(), pid = fork();
	if (pid)
		return pid;
	sigprocmask(SIG_SETMASK, before, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != supervisor)
		_exit(0);
	return 0;
}

static void workers_tell(const pid_t *workers, int count, int signal)
{
	for (int i = 0; i < count; i++)
		if (workers[i] > 0)
			kill(workers[i], signal);
}

/* Forgets the workers that ended; true when one of them was not asked to. */
static bool workers_reap(pid_t *workers, int count)
{
	bool unasked = false;
	int status;
	for (pid_t gone; (gone = waitpid(-1, &status, WNOHANG)) > 0;) {
		bool calm = WIFEXITED(status) && !WEXITSTATUS(status);
		if (!calm)
			log_line("worker-gone", "pid=%d status=%d", (int)gone, status);
		unasked = unasked || !calm;
		for (int i = 0; i < count; i++)
			workers[i] = workers[i] == gone ? 0 : workers[i];
	}
	return unasked;
}

static _Noreturn void workers_stop(const pid_t *workers, int count)
{
	workers_tell(workers, count, SIGTERM);
	while (wait(NULL) > 0 || errno == EINTR)
		;
	log_line("stop", "workers=%d", count);
	exit(0);
}

/* One round: waits for a signal and does what it asks. */
static void supervise_once(const sigset_t *set, pid_t *workers, int count)
{
	int got = sigwaitinfo(set, NULL);
	if (got == SIGHUP)
		workers_tell(workers, count, SIGTERM);
	else if (got != SIGCHLD && got > 0)
		workers_stop(workers, count);
	if (workers_reap(workers, count))
		nanosleep(&(struct timespec){ .tv_nsec = 200 * 1000000 }, NULL);
}

void supervise(int count)
{
	pid_t workers[WORKERS_MAX] = { 0 };
	sigset_t set = awaited(), before;
	count = count > WORKERS_MAX ? WORKERS_MAX : count;
	sigprocmask(SIG_BLOCK, &set, &before);
	log_line("start", "workers=%d", count);
	for (;;) {
		for (int i = 0; i < count; i++)
			if (workers[i] <= 0 && !(workers[i] = worker_start(&before)))
				return;
		supervise_once(&set, workers, count);
	}
}
