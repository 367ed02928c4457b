/* Start, and the three ways in: shell, CGI, FastCGI. */
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>
#include "handle.h"
#include "render.h"
#include "reply.h"
#include "seal.h"
#include "supervise.h"
#include "web.h"

enum { WATCHDOG_SECONDS = 20 };

/* Where the bytes of a reply go. */
struct outlet {
	void (*put)(void *self, const char *bytes, size_t length);
	void *self;
};

static sigjmp_buf gone_away;
static const struct outlet *current;

static void request_log(const struct req *r, const struct timespec *start)
{
	struct timespec end;
	clock_gettime(CLOCK_MONOTONIC, &end);
	double ms = (double)(end.tv_sec - start->tv_sec) * 1e3 + (double)(end.tv_nsec - start->tv_nsec) / 1e6;
	log_line("request", "route=%s suffix=%s status=%d ms=%.1f sql=%d person=%" PRId64, r->route ? r->route->path : "-",
		 *r->suffix ? r->suffix : "-", r->status, ms, db_count(), r->person.id);
}

static void serve_bytes(const struct gateway *g, void *mem)
{
	struct timespec start;
	size_t length;
	clock_gettime(CLOCK_MONOTONIC, &start);
	struct req *r = talloc_zero(mem, struct req);
	r->mem = mem;
	r->id = text_hex(mem, &start.tv_nsec, 4);
	log_request(r->id);
	handle_request(r, g);
	const char *bytes = reply_make(r, &length);
	current->put(current->self, bytes, length);
	request_log(r, &start);
}

/* One request in and out. A database that is away ends it with 503 from wherever it stood; the next request tries again. */
static void serve(const struct gateway *g, const struct outlet *out)
{
	void *mem = talloc_new(NULL);
	current = out;
	time_tick();
	render_begin();
	db_count_reset();
	if (!sigsetjmp(gone_away, 0))
		serve_bytes(g, mem);
	else {
		size_t length;
		const char *bytes = reply_static(503, &length);
		out->put(out->self, bytes, length);
	}
	current = NULL;
	log_request("");
	talloc_free(mem);
	render_end();
}

static _Noreturn void on_unavailable(const char *reason)
{
	log_line("database-away", "reason=%s", log_quote(reason));
	siglongjmp(gone_away, 1);
}

/* The hook of panic: the reader gets a page, the transaction dies with the connection. */
static void on_panic(const char *reason)
{
	size_t length;
	(void)reason;
	if (!current)
		return;
	const char *bytes = reply_static(500, &length);
	current->put(current->self, bytes, length);
}

static const char *environ_variable(void *self, const char *name)
{
	(void)self;
	return getenv(name);
}

static long stdin_read(void *self, char *buffer, size_t size)
{
	(void)self;
	return read(0, buffer, size);
}

static void stdout_put(void *self, const char *bytes, size_t length)
{
	(void)self;
	fwrite(bytes, 1, length, stdout);
	fflush(stdout);
}

static void serve_environ(void)
{
	serve(&(struct gateway){ environ_variable, stdin_read, NULL }, &(struct outlet){ stdout_put, NULL });
}

static const char *fcgi_variable(void *self, const char *name)
{
	return FCGX_GetParam(name, ((FCGX_Request *)self)->envp);
}

static long fcgi_read(void *self, char *buffer, size_t size)
{
	return FCGX_GetStr(buffer, (int)size, ((FCGX_Request *)self)->in);
}

static void fcgi_put(void *self, const char *bytes, size_t length)
{
	FCGX_Request *request = self;
	FCGX_PutStr(bytes, (int)length, request->out);
	FCGX_Finish_r(request);
}

static volatile sig_atomic_t stopping;

static void on_stop(int signal)
{
	(void)signal;
	stopping = 1;
	FCGX_ShutdownPending();
}

static void on_watchdog(int signal)
{
	(void)signal;
	_exit(75);
}

/* reliability.md 3.1: signals are open only while waiting, so none falls between the test and the accept. */
static void signals_set(sigset_t *while_waiting)
{
	static const int stops[] = { SIGTERM, SIGINT, SIGUSR1 };
	sigset_t stop;
	sigemptyset(&stop);
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		sigaddset(&stop, stops[i]);
		sigaction(stops[i], &(struct sigaction){ .sa_handler = on_stop }, NULL);
	}
	sigaction(SIGALRM, &(struct sigaction){ .sa_handler = on_watchdog }, NULL);
	signal(SIGPIPE, SIG_IGN);
	sigprocmask(SIG_BLOCK, &stop, while_waiting);
}

/* A signal that came during a request. Waiting alone does not let it in: while the next request is there already, ppoll returns with that. */
static bool stop_came(const sigset_t *waiting)
{
	sigset_t blocked;
	sigprocmask(SIG_SETMASK, waiting, &blocked);
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	return stopping;
}

/* Waits for a request. A worker that has had nothing to do for a second gives back the memory that the largest page took. */
static bool awaited(const sigset_t *waiting)
{
	struct pollfd listener = { .fd = 0, .events = POLLIN };
	int ready = ppoll(&listener, 1, &(struct timespec){ .tv_sec = 1 }, waiting);
	if (ready)
		return ready > 0;
	render_rest();
	return ppoll(&listener, 1, NULL, waiting) > 0;
}

static void serve_fastcgi(void)
{
	FCGX_Request request;
	sigset_t waiting;
	FCGX_Init();
	FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR);
	signals_set(&waiting);
	fcntl(0, F_SETFL, fcntl(0, F_GETFL) | O_NONBLOCK);
	while (!stop_came(&waiting)) {
		if (!awaited(&waiting))
			continue;
		alarm(WATCHDOG_SECONDS);
		if (FCGX_Accept_r(&request) >= 0)
			serve(&(struct gateway){ fcgi_variable, fcgi_read, &request }, &(struct outlet){ fcgi_put, &request });
		alarm(0);
	}
	db_close();
}

/* "board get /kadan/nastenka", "board post /cesta a=1 b=2": what a browser would get, headers and all. */
static void serve_shell(int argc, char **argv)
{
	static const char *const methods[] = { "get", "GET", "head", "HEAD", "post", "POST" };
	for (size_t i = 0; i < 6; i += 2)
		if (!strcmp(argv[0], methods[i]))
			setenv("REQUEST_METHOD", methods[i + 1], 1);
	setenv("REQUEST_URI", argc > 1 ? argv[1] : "/", 1);
	serve_environ();
}

static int routes_print(void)
{
	for (const struct route *row = routes; row->path; row++)
		printf("%s %s %s %s %u\n", row->method == GET ? "GET" : "POST", row->path, row->action, row->page, row->formats);
	return 0;
}

static unsigned formats_offered(void)
{
	unsigned formats = 0;
	for (const struct route *row = routes; row->path; row++)
		formats |= row->formats;
	return formats;
}

static const char usage[] = "usage: %s get|head|post /path     one request, as a browser would see it\n"
			    "       %s routes                  the table of routes\n"
			    "       %s --listen SOCKET --workers N   FastCGI under a supervisor\n"
			    "       run by a web server: CGI, or FastCGI on descriptor 0\n";

/* A route whose action nobody decided never answers anybody. */
static void routes_check(void)
{
	for (const struct route *row = routes; row->path; row++)
		if (!row->action || !policy_knows(row->action))
			panic("nobody decided who may %s %s", row->path, row->action ? row->action : "");
}

/* Programs with rights of their own in the database. */
static const struct {
	const char *program;
	void (*choose)(void);
} accounts[] = { { "account", db_as_account }, { "admin", db_as_admin } };

static void open_all(const char *program)
{
	log_open(program);
	routes_check();
	conf_load();
	time_open();
	seal_open();
	render_open(program);
	reply_open();
	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		if (!strcmp(program, accounts[i].program))
			accounts[i].choose();
	db_on_unavailable(on_unavailable);
	panic_hook(on_panic);
}

int main(int argc, char **argv)
{
	static const struct option options[] = { { "listen", required_argument, NULL, 'l' }, { "workers", required_argument, NULL, 'w' }, { 0 } };
	const char *slash = strrchr(argv[0], '/'), *name = slash ? slash + 1 : argv[0];
	static char program[32];
	snprintf(program, sizeof program, "%.*s", (int)strcspn(name, "."), name);
	const char *socket = NULL;
	int workers = 0;
	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == '?')
			return fprintf(stderr, usage, program, program, program), EX_USAGE;
		socket = c == 'l' ? optarg : socket;
		workers = c == 'w' ? (int)strtol(optarg, NULL, 10) : workers;
	}
	if (optind < argc && !strcmp(argv[optind], "routes"))
		return routes_print();
	open_all(program);
	if (optind < argc)
		return serve_shell(argc - optind, argv + optind), 0;
	if (socket)
		supervise_listen(socket);
	else if (FCGX_IsCGI())
		return serve_environ(), 0;
	/* What no fork will share is compiled when somebody asks for it: where a web server starts programs, a reader waits for them. */
	render_preload(workers > 0 ? formats_offered() : 0);
	if (workers > 0)
		supervise(workers);
	serve_fastcgi();
	return 0;
}
