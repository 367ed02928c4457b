/*
 * Writes CommonMark whose rendering is exactly the text that was given: every mark in the text is escaped, emphasis is written only where the rules of
 * CommonMark surely read it as such. Raw HTML, entities and link definitions cannot come out.
 */
#ifndef SOUSEDE_FEED_MARKDOWN_H
#define SOUSEDE_FEED_MARKDOWN_H
#include <stddef.h>

struct markdown;

enum markdown_style { MARKDOWN_PLAIN, MARKDOWN_STRONG, MARKDOWN_EM };
enum markdown_container { MARKDOWN_QUOTE, MARKDOWN_BULLETS, MARKDOWN_NUMBERS, MARKDOWN_ITEM };

/* A writer that stops taking text at max bytes of output; belongs to mem. */
struct markdown *markdown_new(const void *mem, size_t max);

/* Text of the running paragraph; white space collapses. UTF-8 without NUL. */
void markdown_text(struct markdown *m, const char *text, size_t length);

/* How the text that follows is written; the outermost style wins, links may hold styles. href null ends the link. */
void markdown_style(struct markdown *m, enum markdown_style style);
enum markdown_style markdown_styled(const struct markdown *m);
void markdown_href(struct markdown *m, const char *href);

/* A line break inside the paragraph. */
void markdown_break(struct markdown *m);

/* Ends the running paragraph; the next is a heading of that level, 0 a paragraph. */
void markdown_block(struct markdown *m, int heading);

/* Opens and closes a block quote, list or list item around the blocks that follow; deeper than eight is left flat. */
void markdown_enter(struct markdown *m, enum markdown_container container);
void markdown_leave(struct markdown *m);

/* Ends everything; null when no text was given. *plain is the text without marks, a line per block or break. */
const char *markdown_end(struct markdown *m, const char **plain);

/* Plain text to CommonMark: empty lines part paragraphs, lines stay lines, http(s) addresses become links. */
const char *markdown_of_text(const void *mem, const char *text, size_t max, const char **plain);
#endif
