/*
 * jobs as a daemon: a parent that only keeps three children, for time, mail and feeds. A child that cannot reach the database ends and is
 * started again a little later; so nothing here has to survive a lost connection. Signals are blocked and waited for, never handled.
 */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <talloc.h>
#include <unistd.h>
#include "../help/clock.h"
#include "../help/sms.h"
#include "../mail/deliver.h"
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/log.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "../web/time.h"
#include "ares.h"
#include "clock.h"
#include "court.h"
#include "daemon.h"
#include "fetch.h"
#include "health.h"
#include "reseal.h"
#include "retention.h"
#include "round.h"
#include "source.h"
#include "trust.h"

enum { AT_ONCE = 4, IDLE_SECONDS = 2, RESTART_MS = 1000, TICK_MS = 50 };

static void block_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

/* Waits for a signal; true when it says stop. */
static bool told_to_stop(long milliseconds)
{
	struct timespec limit = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
	sigset_t set;
	int got;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGCHLD);
	got = sigtimedwait(&set, NULL, &limit);
	return got == SIGTERM || got == SIGINT;
}

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- feeds ---- */

struct reading {
	int64_t id;
	const char *host;
	pid_t pid;         /* 0 not begun, -1 done */
	int status;
};

/* When each host was asked last, over batches. */
struct asked {
	char *host;
	long at;
	struct asked *next;
};
static struct asked *asked;

static struct asked *asked_of(const char *host)
{
	struct asked *a = asked;

	while (a && strcmp(a->host, host))
		a = a->next;
	if (!a) {
		a = talloc_zero(NULL, struct asked);
		a->host = talloc_strdup(a, host);
		a->at = -conf.fetch_pause_ms - 1;
		a->next = asked;
		asked = a;
	}
	return a;
}

/* Forgets hosts whose pause is long over. */
static void forget(void)
{
	for (struct asked **a = &asked; *a;) {
		struct asked *old = *a;

		if (now_ms() - old->at < conf.fetch_pause_ms) {
			a = &old->next;
			continue;
		}
		*a = old->next;
		talloc_free(old);
	}
}

static int read_one(void *given)
{
	return round_source(((struct reading *)given)->id);
}

static bool host_busy(const struct reading *readings, size_t count, const char *host)
{
	for (size_t i = 0; i < count; i++)
		if (readings[i].pid > 0 && !strcmp(readings[i].host, host))
			return true;
	return asked_of(host)->at + conf.fetch_pause_ms > now_ms();
}

/* Begins what may begin; returns how many are under way. */
static int begin(struct reading *readings, size_t count)
{
	int under_way = 0;

	for (size_t i = 0; i < count; i++)
		under_way += readings[i].pid > 0;
	for (size_t i = 0; i < count && under_way < AT_ONCE; i++) {
		struct reading *r = &readings[i];

		if (r->pid || host_busy(readings, count, r->host))
			continue;
		r->pid = round_fork(read_one, r);
		asked_of(r->host)->at = now_ms();
		under_way += r->pid > 0;
	}
	return under_way;
}

static size_t reap(struct reading *readings, size_t count)
{
	size_t done = 0;

	for (size_t i = 0; i < count; i++) {
		if (readings[i].pid > 0 && waitpid(readings[i].pid, &readings[i].status, WNOHANG) == readings[i].pid)
			readings[i].pid = -1;
		done += readings[i].pid == -1;
	}
	return done;
}

static void end_all(struct reading *readings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (readings[i].pid > 0) {
			kill(readings[i].pid, SIGTERM);
			waitpid(readings[i].pid, NULL, 0);
			readings[i].pid = -1;
		}
}

/* A reader that broke could not say so itself. */
static void tell_broken(void *mem, const struct reading *readings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int status = readings[i].status;
		const struct source *s;

		if (WIFEXITED(status) && (WEXITSTATUS(status) == ROUND_GOOD || WEXITSTATUS(status) == ROUND_REFUSED || WEXITSTATUS(status) == ROUND_UNREACHED ||
		                          WEXITSTATUS(status) == ROUND_AWAY))
			continue;
		s = source_load(mem, readings[i].id);
		log_line("feed", "source=%" PRId64 " how=broken status=%d", readings[i].id, status);
		if (s)
			source_failed(s, "broken: the reader failed, took too long or too much memory", 0);
	}
}

static struct reading *claim(void *mem, const char *owner, size_t *count)
{
	int64_t *ids;
	struct reading *readings;

	*count = source_claim(mem, owner, &ids);
	readings = talloc_zero_array(mem, struct reading, (unsigned)*count + 1);
	for (size_t i = 0; i < *count; i++) {
		const struct source *s = source_load(mem, ids[i]);
		const char *host = s ? fetch_host(mem, s->url) : NULL;

		readings[i] = (struct reading){ .id = ids[i], .host = host ? host : "" };
	}
	db_close();   /* before fork: a connection belongs to one process */
	return readings;
}

/* One batch of due sources; returns how many there were, -1 when told to stop. */
static int read_batch(const char *owner)
{
	void *mem = talloc_new(NULL);
	size_t count;
	struct reading *readings = claim(mem, owner, &count);
	bool stop = false;

	while (!stop && reap(readings, count) < count) {
		begin(readings, count);
		stop = told_to_stop(TICK_MS);
	}
	end_all(readings, count);
	if (stop)
		source_release(owner);
	else
		tell_broken(mem, readings, count);
	talloc_free(mem);
	forget();
	return stop ? -1 : (int)count;
}

/* The name this process holds leases under; one for its whole life. */
static const char *owner_name(void)
{
	static char name[17];
	unsigned char bytes[8];
	void *mem = talloc_new(NULL);

	seal_random(bytes, sizeof(bytes));
	memcpy(name, text_hex(mem, bytes, sizeof(bytes)), sizeof(name));
	talloc_free(mem);
	return name;
}

static void feeds_loop(void)
{
	const char *owner = owner_name();

	for (int did = 0; did >= 0;) {
		time_tick();
		did = read_batch(owner);
		ares_run();
		health_round("feeds", did);
		if (!did && told_to_stop(IDLE_SECONDS * 1000))
			break;
	}
}

/* ---- time ---- */

static void hourly(void)
{
	clock_archive();
	retention_run();
	trust_run();
	court_remind();
	help_hourly();
	health_round("archive", reseal_jobs());
}

static void clock_loop(void)
{
	time_t archived = 0;

	do {
		time_tick();
		clock_run();
		health_round("clock", 0);
		court_run();
		help_hear();
		help_run();
		if (time_now() - archived > 3600) {
			hourly();
			archived = time_now();
		}
	} while (!told_to_stop((long)clock_wait(IDLE_SECONDS) * 1000 + 200));
}

/* ---- mail ---- */

static void mail_loop(void)
{
	const char *owner = owner_name();

	for (size_t did = 1; !told_to_stop(did ? 0 : IDLE_SECONDS * 1000);) {
		time_tick();
		did = deliver_batch(owner);
		health_round("mail", (int64_t)did);
	}
}

int daemon_once(void)
{
	const char *owner = owner_name();
	int did;

	block_signals();
	time_tick();
	clock_run();
	health_round("clock", 0);
	court_run();
	help_hear();
	help_run();
	hourly();
	ares_run();
	for (size_t sent = 1; sent; health_round("mail", (int64_t)sent))
		sent = deliver_batch(owner);
	do
		health_round("feeds", did = read_batch(owner));
	while (did > 0);
	return did < 0 ? EX_TEMPFAIL : EX_OK;
}

/* ---- the parent ---- */

struct loop {
	const char *name;
	void (*run)(void);
	pid_t pid;
	long next;   /* not started before */
};

static void start(struct loop *loop, pid_t parent)
{
	fflush(NULL);
	loop->pid = fork();
	if (loop->pid)
		return;
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		exit(EX_OK);
	loop->run();
	exit(EX_OK);
}

static void keep(struct loop *loop, pid_t parent)
{
	int status;

	if (loop->pid > 0 && waitpid(loop->pid, &status, WNOHANG) == loop->pid) {
		log_line("loop-ended", "loop=%s status=%d", loop->name, status);
		loop->pid = 0;
		loop->next = now_ms() + RESTART_MS;
	}
	if (loop->pid <= 0 && now_ms() >= loop->next)
		start(loop, parent);
}

int daemon_run(void)
{
	struct loop loops[] = { { "time", clock_loop, 0, 0 }, { "mail", mail_loop, 0, 0 }, { "feeds", feeds_loop, 0, 0 } };
	const size_t count = sizeof(loops) / sizeof(*loops);
	pid_t self = getpid();

	block_signals();
	log_line("start", "pid=%d", (int)self);
	do {
		for (size_t i = 0; i < count; i++)
			keep(&loops[i], self);
	} while (!told_to_stop(RESTART_MS));
	for (size_t i = 0; i < count; i++)
		if (loops[i].pid > 0)
			kill(loops[i].pid, SIGTERM);
	for (size_t i = 0; i < count; i++)
		while (loops[i].pid > 0 && waitpid(loops[i].pid, NULL, 0) < 0 && errno == EINTR)
			;
	log_line("stop", "pid=%d", (int)self);
	return EX_OK;
}
