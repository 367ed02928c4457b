/*
 * Hashes and random bytes of libsodium. The only file of the house that includes sodium.h, with seal.c.
 * seal_open comes first, before fork; every other call panics without it.
 */
#ifndef SOUSEDE_SEAL_H
#define SOUSEDE_SEAL_H
#include <stdbool.h>
#include <stddef.h>

enum { SEAL_BYTES = 32 };

/* Starts the library; may be called again. */
void seal_open(void);

/* BLAKE2b-256 of n bytes. */
void seal_hash(unsigned char out[SEAL_BYTES], const void *bytes, size_t n);

/* BLAKE2b-256 of n texts, each told from its neighbours and a null pointer from "": ("ab", "c"), ("a", "bc") and ("ab", NULL, "c") differ. */
void seal_hash_many(unsigned char out[SEAL_BYTES], const char *const *texts, size_t n);

/* Keyed BLAKE2b-256: whoever has not the key cannot make it. The key is 32 bytes. */
void seal_keyed(unsigned char out[SEAL_BYTES], const unsigned char key[SEAL_BYTES], const void *bytes, size_t n);

/* A hash taken piece by piece; the same as seal_hash of all pieces in a row. Opaque, copyable. */
struct seal_state {
	_Alignas(64) unsigned char opaque[384];
};
void seal_start(struct seal_state *state);
void seal_add(struct seal_state *state, const void *bytes, size_t n);
void seal_end(struct seal_state *state, unsigned char out[SEAL_BYTES]);

/* True when n bytes are equal; takes as long when they are not. */
bool seal_equal(const void *a, const void *b, size_t n);

/* n bytes nobody can guess. */
void seal_random(void *out, size_t n);
#endif
