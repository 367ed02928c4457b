/*
 * Pictures of people: JPEG, PNG and WebP of at most 10 MB and 40 million pixels become upright JPEGs without metadata. Decoding happens in the program
 * `picture` beside this one, a child with limits, one at a time on the machine: what breaks a decoder breaks that child.
 */
#ifndef SOUSEDE_IMAGE_H
#define SOUSEDE_IMAGE_H
#include <stddef.h>

enum { IMAGE_BYTES_MAX = 10 << 20 };

struct image {
	const unsigned char *bytes;
	size_t length;
	int width, height;
};

/* Makes a picture of at most `side` pixels each way; out belongs to mem. Null, or the code of what is wrong: image-type, image-pixels, image-broken. */
const char *image_make(void *mem, const void *bytes, size_t length, int side, struct image *out);
#endif
