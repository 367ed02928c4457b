/* Inside the CommonMark writer: what markdown.c (blocks) and runs.c (text within a block) share. Nobody else includes this. */
#ifndef SOUSEDE_FEED_RUNS_H
#define SOUSEDE_FEED_RUNS_H
#include <stdbool.h>
#include "markdown.h"

enum { DEPTH_MAX = 8, MARKS_MAX = 10, BLOCK_MAX = 10 };

struct buffer {
	char *bytes;   /* always ends with NUL */
	size_t length, room;
};

/* A stretch of the paragraph in one style and one link. */
struct run {
	size_t start, end;
	enum markdown_style style;
	const char *href;
};

/* A container that is open. */
struct level {
	enum markdown_container container;
	int number;      /* of the next item, in a list */
	bool started;    /* its marker is written */
	char marker[16];
};

struct markdown {
	const void *mem;
	size_t max;
	struct buffer out, plain, line;
	struct run *runs;
	size_t run_count;
	enum markdown_style style;
	const char *href;
	int heading;
	struct level levels[DEPTH_MAX + 1];
	int depth, too_deep;
	size_t due;      /* bytes the running paragraph writes at most */
	bool full;
};

/* Adds bytes to a buffer. */
void runs_put(struct markdown *m, struct buffer *b, const char *bytes, size_t n);
void runs_put_text(struct markdown *m, struct buffer *b, const char *text);

/* The gathered paragraph as CommonMark, without the marks of its block. */
void runs_write(struct markdown *m, struct buffer *raw);
#endif
