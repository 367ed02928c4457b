/*
 * multipart/form-data (RFC 7578), strictly as browsers write it: whatever is not so is refused, nothing is guessed. Bytes are bytes, a NUL in a file is
 * one of them. Names that files had on somebody's disk are not kept: they say too much and can be trusted with nothing. Everything stays in memory.
 */
#ifndef SOUSEDE_MULTIPART_H
#define SOUSEDE_MULTIPART_H
#include <stdbool.h>
#include <stddef.h>
struct param;

/* A file of a form; bytes point into the body. A field that was left empty has none of it. */
struct upload {
	const char *name;          /* of the field */
	const unsigned char *bytes;
	size_t length;
	struct upload *next;
};

enum { MULTIPART_PARTS_MAX = 60, MULTIPART_HEAD_MAX = 1024, MULTIPART_TEXT_MAX = 1 << 16 };

/* Reads a body of the media type (the whole header) into texts, which are UTF-8 without NUL, and files, both in their order. False when anything is wrong. */
bool multipart_read(void *mem, const char *type, const char *body, size_t length, struct param **texts, struct upload **files);
#endif
