/* libsodium: hashes, keyed hashes, comparison in constant time, randomness. */
#include "seal.h"
#include <assert.h>
#include <sodium.h>
#include <string.h>
#include "panic.h"

static bool opened;

static_assert(sizeof(crypto_generichash_state) <= sizeof(struct seal_state), "room for the state");
static_assert((int)SEAL_BYTES == (int)crypto_generichash_BYTES, "BLAKE2b-256");
static_assert((int)SEAL_BYTES == (int)crypto_generichash_KEYBYTES, "key as long as the hash");

void seal_open(void)
{
	if (sodium_init() < 0)
		panic("libsodium does not start");
	opened = true;
}

static void need_open(void)
{
	if (!opened)
		panic("seal_open was not called");
}

void seal_hash(unsigned char out[SEAL_BYTES], const void *bytes, size_t n)
{
	need_open();
	crypto_generichash(out, SEAL_BYTES, bytes, n, NULL, 0);
}

void seal_sha256(unsigned char out[SEAL_BYTES], const void *bytes, size_t n)
{
	need_open();
	crypto_hash_sha256(out, bytes, n);
}

void seal_keyed(unsigned char out[SEAL_BYTES], const unsigned char key[SEAL_BYTES], const void *bytes, size_t n)
{
	need_open();
	crypto_generichash(out, SEAL_BYTES, bytes, n, key, SEAL_BYTES);
}

static crypto_generichash_state *inside(struct seal_state *state)
{
	return (crypto_generichash_state *)(void *)state->opaque;
}

void seal_start(struct seal_state *state)
{
	need_open();
	crypto_generichash_init(inside(state), NULL, 0, SEAL_BYTES);
}

void seal_add(struct seal_state *state, const void *bytes, size_t n)
{
	crypto_generichash_update(inside(state), bytes, n);
}

void seal_end(struct seal_state *state, unsigned char out[SEAL_BYTES])
{
	crypto_generichash_final(inside(state), out, SEAL_BYTES);
}

void seal_hash_many(unsigned char out[SEAL_BYTES], const char *const *texts, size_t n)
{
	struct seal_state state;
	seal_start(&state);
	for (size_t i = 0; i < n; i++) {
		/* A text is its mark, its bytes and a NUL; no text is its mark alone. */
		seal_add(&state, texts[i] ? "+" : "-", 1);
		if (texts[i])
			seal_add(&state, texts[i], strlen(texts[i]) + 1);
	}
	seal_end(&state, out);
}

bool seal_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

void seal_random(void *out, size_t n)
{
	need_open();
	randombytes_buf(out, n);
}
