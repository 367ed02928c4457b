/*
 * A result tree to HTML, in one walk: the reader's typography on its texts, escaping, elements without an end tag. Writes what libxml2 would,
 * several times faster; tests/unit/markup.c holds the two side by side.
 */
#ifndef SOUSEDE_MARKUP_H
#define SOUSEDE_MARKUP_H
#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

/* Bytes of the document in mem, NUL-terminated, with the hard spaces of text_typography in every text but code and titles, whatever language
 * the page is in: notices are Czech on English pages too, and nobody misses a break after "a". */
const char *markup_write(const void *mem, xmlDoc *doc, size_t *length);
#endif
