/* Every libxslt call: sheets compiled once, page document to bytes. The sheet's xsl:output decides the media type; C knows no formats. */
#ifndef SOUSEDE_RENDER_H
#define SOUSEDE_RENDER_H
#include <stddef.h>
struct req;

struct reply {
	const char *type;      /* Content-Type */
	const char *body;
	size_t length;
};

/* Once per process: library set-up, security preferences that forbid files and network. */
void render_open(const char *program);

/* Compiles, before fork, the page in every language and the other formats (enum format) in Czech. Six feeds in two more languages would be half of
 * the memory of a program, and hardly anybody asks for them: a worker compiles such a one in a few milliseconds when it is asked. */
void render_preload(unsigned formats);

/* Around each request, and after a while without any: memory of libxml2 (arena.h). */
void render_begin(void);
void render_end(void);
void render_rest(void);

/* Transforms r->page by the sheet of the program and language, or of the suffix. Belongs to r->mem. */
struct reply render_page(struct req *r);

/* Eight hex digits that change with any sheet, stylesheet or icon of this build; part of each ETag. */
const char *render_build(void);
#endif
