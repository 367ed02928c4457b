/* The end of the world. */
#include "panic.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "log.h"

enum { EXIT_SOFTWARE = 70 };

static void (*last_words)(const char *reason);

void panic_hook(void (*hook)(const char *reason))
{
	last_words = hook;
}

void panic_at(const char *file, int line, const char *format, ...)
{
	char *reason = NULL;
	va_list args;
	va_start(args, format);
	if (vasprintf(&reason, format, args) < 0)
		reason = NULL;
	va_end(args);
	const char *why = reason ? reason : format;
	log_line("panic", "file=%s line=%d reason=%s", file, line, log_quote(why));

	void (*hook)(const char *) = last_words;
	last_words = NULL;
	if (hook)
		hook(why);
	/* Not exit: what is registered there belongs to a world that just ended. */
	_exit(EXIT_SOFTWARE);
}

void *must_at(const char *file, int line, void *pointer)
{
	if (!pointer)
		panic_at(file, line, "out of memory");
	return pointer;
}
