/* Texts under seal: the file of keys, XChaCha20-Poly1305, and the keyed hash that finds an address without telling it. */
#include <assert.h>
#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "panic.h"
#include "seal.h"

enum {
	KEYS = 16,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	MARK = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	HEAD = 1 + NONCE, /* id of the key, nonce */
	INDEX = 0,        /* the id of the index key, which no text has */
};
static_assert((int)SEAL_BYTES == (int)crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "one size of keys");

struct key {
	unsigned char id, bytes[SEAL_BYTES];
};

static struct key *keys; /* newest first, the index key last; in memory that is not written to disk */
static size_t key_count;

/* "7 HEX" or "index HEX"; false when it is neither. */
static bool key_read(struct key *key, const char *line)
{
	size_t n;
	char *end;
	bool index = !strncmp(line, "index ", 6);
	long id = strtol(line, &end, 10);
	if (!index && (id < 1 || id > 255 || *end != ' '))
		return false;
	const char *digits = index ? line + 6 : end + 1;
	key->id = index ? INDEX : (unsigned char)id;
	return !sodium_hex2bin(key->bytes, SEAL_BYTES, digits, strcspn(digits, "\r\n"), NULL, &n, NULL) && n == SEAL_BYTES;
}

static void keys_load(void)
{
	char line[160];
	if (keys)
		return;
	FILE *file = *conf.key_file ? fopen(conf.key_file, "re") : NULL;
	if (!file)
		panic("no keys in [site] key_file \"%s\": %s", conf.key_file, *conf.key_file ? strerror(errno) : "not set");
	keys = must(sodium_allocarray(KEYS, sizeof *keys));
	struct key index = { .id = 1 };
	while (fgets(line, sizeof line, file)) {
		struct key *key = &keys[key_count];
		if (key_count >= KEYS - 1 || !key_read(key, line))
			panic("[site] key_file %s: line %zu is no key", conf.key_file, key_count + 1);
		if (key->id == INDEX)
			index = *key;
		else
			key_count++;
	}
	sodium_memzero(line, sizeof line);
	fclose(file);
	if (index.id != INDEX || !key_count)
		panic("[site] key_file %s has no index key or no other", conf.key_file);
	keys[key_count] = index;
	sodium_memzero(&index, sizeof index);
}

struct seal_text seal_close(const void *mem, const char *purpose, const char *text)
{
	unsigned long long body;
	keys_load();
	size_t n = strlen(text);
	unsigned char *out = must(talloc_size(mem, HEAD + n + MARK));
	out[0] = keys->id;
	randombytes_buf(out + 1, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + HEAD, &body, (const unsigned char *)text, n, (const unsigned char *)purpose, strlen(purpose),
						   NULL, out + 1, keys->bytes);
	return (struct seal_text){ out, HEAD + (size_t)body };
}

void seal_renew(void)
{
	sodium_free(keys);
	keys = NULL;
	key_count = 0;
}

static const struct key *key_known(unsigned char id)
{
	keys_load();
	for (size_t i = 0; i < key_count; i++)
		if (keys[i].id == id)
			return &keys[i];
	return NULL;
}

/* A key that came since the file was read. */
static const struct key *key_of(unsigned char id)
{
	const struct key *key = id == INDEX ? NULL : key_known(id);
	if (key || id == INDEX)
		return key;
	seal_renew();
	return key_known(id);
}

const char *seal_open_text(const void *mem, const char *purpose, const void *bytes, size_t length)
{
	const unsigned char *in = bytes;
	const struct key *key = in && length >= HEAD + MARK ? key_of(*in) : NULL;
	if (!key)
		return NULL;
	char *text = must(talloc_zero_size(mem, length - HEAD - MARK + 1));
	if (crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)text, NULL, NULL, in + HEAD, length - HEAD, (const unsigned char *)purpose,
						       strlen(purpose), in + 1, key->bytes))
		return NULL;
	return text;
}

bool seal_stale(const void *bytes, size_t length)
{
	keys_load();
	return length && *(const unsigned char *)bytes != keys->id;
}

void seal_index(unsigned char out[SEAL_BYTES], const char *kind, const char *normalised)
{
	crypto_generichash_state state;
	keys_load();
	crypto_generichash_init(&state, keys[key_count].bytes, SEAL_BYTES, SEAL_BYTES);
	crypto_generichash_update(&state, (const unsigned char *)kind, strlen(kind) + 1);
	crypto_generichash_update(&state, (const unsigned char *)normalised, strlen(normalised));
	crypto_generichash_final(&state, out, SEAL_BYTES);
}
