/*
 * Preloaded into a program: allocation number $FAILNTH fails, once. With FAILNTH=0 none fails and the number of them is written to $FAILNTH_COUNT.
 * A crash in code of the program itself ends with status 100, one inside a library with 101 (reliability.md 3.2 accepts those: the worker is replaced).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static long wanted, reached;

static int fails(void)
{
	if (++reached != wanted)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	return fails() ? NULL : __libc_realloc(block, size);
}

static void crashed(int number, siginfo_t *info, void *context)
{
	const ucontext_t *at = context;
	Dl_info where;
	(void)number;
	(void)info;
	int known = dladdr((void *)at->uc_mcontext.gregs[REG_RIP], &where);
	_exit(known && !strstr(where.dli_fname, ".so") ? 100 : 101);
}

__attribute__((constructor)) static void begin(void)
{
	const char *number = getenv("FAILNTH");
	struct sigaction action = { .sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_NODEFER };
	static const int deadly[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL };
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		sigaction(deadly[i], &action, NULL);
	reached = 0;
	wanted = number ? atol(number) : 0;
}

__attribute__((destructor)) static void end(void)
{
	const char *file = getenv("FAILNTH_COUNT");
	char text[32];
	int length = snprintf(text, sizeof text, "%ld\n", reached), fd = file ? open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
	if (fd >= 0 && write(fd, text, (size_t)length) == length)
		close(fd);
}
