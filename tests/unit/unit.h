/* What every unit test begins with: cmocka speaking TAP, one talloc context, and processes that end as they should. */
#ifndef SOUSEDE_UNIT_H
#define SOUSEDE_UNIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <talloc.h>
#include <unistd.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Freed after each group. */
static void *mem;

static int unit_open(void **state)
{
	(void)state;
	mem = talloc_new(NULL);
	return mem ? 0 : -1;
}

static int unit_close(void **state)
{
	(void)state;
	talloc_free(mem);
	return 0;
}

#define UNIT_MAIN(tests) \
	int main(void) \
	{ \
		cmocka_set_message_output(CM_OUTPUT_TAP); \
		return cmocka_run_group_tests(tests, unit_open, unit_close); \
	}

/* Does the work in a child; returns its exit status (or -signal) and what it said on stderr, in mem. */
static inline int ends(void (*work)(const void *given), const void *given, const char **said)
{
	int out[2], status;
	char text[4096];
	size_t length = 0;
	assert_int_equal(pipe(out), 0);
	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (!child) {
		dup2(out[1], STDERR_FILENO);
		close(out[0]);
		close(out[1]);
		work(given);
		_exit(0);
	}
	close(out[1]);
	for (ssize_t n; length < sizeof text - 1 && (n = read(out[0], text + length, sizeof text - 1 - length)) > 0;)
		length += (size_t)n;
	close(out[0]);
	waitpid(child, &status, 0);
	text[length] = '\0';
	*said = talloc_strdup(mem, text);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* The text is in what was said. */
static inline void assert_says(const char *said, const char *text)
{
	if (!strstr(said, text))
		fail_msg("\"%s\" is not in: %s", text, said);
}
#endif
