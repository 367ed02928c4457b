/*
 * Functions of xsl/text.xsl that are nothing but texts and pieces of a date ("22. listopadu 2026"), run here. What they say stays in the sheet:
 * their bodies are read from the baked text.xsl, and one that says anything else is left to the sheet. A date on a page cost 20 µs there.
 */
#ifndef SOUSEDE_WORDS_H
#define SOUSEDE_WORDS_H
#include <libxml/xpath.h>

struct words;

/* Reads the functions of a baked text.xsl; panics when there is no such file. */
struct words *words_read(const char *path);
void words_free(struct words *words);

/* Calls each with the name of every function that words_call can run. */
void words_each(const struct words *words, void (*each)(void *given, const char *name), void *given);

/* The function itself: which one is the name XPath calls it by, its one argument a date with @day; of the words set last. */
void words_call(xmlXPathParserContext *context, int arguments);
void words_set(const struct words *words);
#endif
