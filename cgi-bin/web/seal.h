/*
 * libsodium: hashes and random bytes (seal.c), texts under seal (sealtext.c), passwords (password.c). Nobody else includes sodium.h.
 * seal_open comes first, before fork; every other call panics without it.
 *
 * Keys live outside the database in the file [site] key_file, one a line: "index HEX" (finds sealed addresses; never changes) and "ID HEX", newest
 * first, ID 1–255. `sousede key new` makes the file, `sousede key rotate` puts a new key at its head: new texts get it, old ones still open.
 * The file is read at the first call that needs it, and again when a text names a key it did not have; without it such a call panics, pages that
 * seal nothing never ask for it.
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

/* SHA-256, which browsers can make, too. */
void seal_sha256(unsigned char out[SEAL_BYTES], const void *bytes, size_t n);

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

/* A text under seal, as it is stored: id of the key, nonce, XChaCha20-Poly1305. For the database: B(s.bytes, s.length). */
struct seal_text {
	const unsigned char *bytes;
	size_t length;
};

/* Closes a text for a purpose ("contact", "outbox", "token" …): opened for any other purpose it is refused. Belongs to mem. */
struct seal_text seal_close(const void *mem, const char *purpose, const char *text);

/* The text, or null when these bytes were not closed for this purpose by a key of ours. */
const char *seal_open_text(const void *mem, const char *purpose, const void *bytes, size_t length);

/* Forgets the keys: the next call that needs them reads the file again. */
void seal_renew(void);

/* True when the text was closed by an older key and should be closed again. */
bool seal_stale(const void *bytes, size_t length);

/* Finds a sealed text without telling it: a hash keyed with the index key. The same value of another kind gives another hash. */
void seal_index(unsigned char out[SEAL_BYTES], const char *kind, const char *normalised);

/* Argon2id (t = 2, m = 19 MiB, p = 1) in libsodium's own string form. At most one for each core runs at once on the machine; others wait. */
const char *seal_password(const void *mem, const char *password);

/* True when the password fits; stale says that the hash should be made again with today's cost. A null hash takes as long and never fits. */
bool seal_password_fits(const char *hash, const char *password, bool *stale);
#endif
