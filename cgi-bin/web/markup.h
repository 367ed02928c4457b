/*
 * A result tree to HTML, in one walk: the reader's typography on its texts, escaping, elements without an end tag. Writes what libxml2 would,
 * several times faster; tests/unit/markup.c holds the two side by side.
 */
#ifndef SOUSEDE_MARKUP_H
#define SOUSEDE_MARKUP_H
#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

/* Bytes of the document in mem, NUL-terminated; `czech` puts the hard spaces of text_typography into every text but code and titles. */
const char *markup_write(const void *mem, xmlDoc *doc, bool czech, size_t *length);
#endif
