/*
 * Files of people, in the database as rows of less than 8 kB (a full disk then refuses a write and nothing worse): written in the transaction of the
 * request, gone with their owner. Whoever asks for one was judged by the handler before.
 */
#ifndef SOUSEDE_FILE_H
#define SOUSEDE_FILE_H
#include <stddef.h>
#include <stdint.h>
struct req;
struct image;

/* Everything that one account may keep. */
enum { FILE_QUOTA = 5 << 20 };

/* Keeps the viewer's photo in place of the one before, which is gone with what was approved of it. Its id, or 0 when the quota is used up. */
int64_t file_photo(struct req *r, const struct image *image, const char *alt);

/* The photo of a person; 0 none. */
int64_t file_of(int64_t person);

/* The bytes of a file, belonging to mem; null when there is no such file. */
const unsigned char *file_bytes(void *mem, int64_t id, size_t *length);

/* Answers with the file: 200 or 304; it is told by a random name, so a name is its ETag. Id 0, or no such file: 404. */
int file_send(struct req *r, int64_t id);
#endif
