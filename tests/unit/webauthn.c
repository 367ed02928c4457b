/* What browsers and devices say of passkeys: what is right is taken, and nothing that was bent anywhere. The vectors are fixed, made by tests/passkey.py. */
#include "unit.h"
#include "account/webauthn.h"
#include "web/seal.h"
#include "web/text.h"

static const char host[] = "sousede.test", origin[] = "https://sousede.test";
static const char challenge[] = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
static const struct {
	int64_t algorithm;
	const char *created, *client, *device, *signature;
} vectors[] = {
#include "webauthn.inc"
};

static struct webauthn_bytes bytes(const char *hex)
{
	size_t n = strlen(hex) / 2;
	unsigned char *out = talloc_size(mem, n + 1);
	assert_true(text_unhex(out, n, hex));
	return (struct webauthn_bytes){ out, n };
}

static struct webauthn_bytes text(const char *words)
{
	return (struct webauthn_bytes){ (const unsigned char *)words, strlen(words) };
}

/* The same with bits of one byte turned. */
static struct webauthn_bytes bent(struct webauthn_bytes from, size_t at, unsigned char bits)
{
	unsigned char *out = talloc_memdup(mem, from.bytes, from.length);
	out[at] ^= bits;
	return (struct webauthn_bytes){ out, from.length };
}

static void words_of_browsers(void **state)
{
	(void)state;
	static const struct {
		const char *words;
		bool right;
	} cases[] = {
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\",\"crossOrigin\":false}", true },
		{ "{\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\",\"type\":\"webauthn.get\"}", true },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\",\"other_keys\":[{\"a\":1}]}", true },
		{ "{\"type\":\"webauthn.create\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"http://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test:8443\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\\u0000\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\",\"crossOrigin\":true}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\",\"topOrigin\":\"https://zlo.example\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"challenge\":\"AAED\",\"origin\":\"https://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AA+C\",\"origin\":\"https://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAECA\",\"origin\":\"https://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":[\"AAEC\"],\"origin\":\"https://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"origin\":\"https://sousede.test\"}", false },
		{ "{\"type\":\"webauthn.get\",\"challenge\":\"AAEC\",\"origin\":\"https://sousede.test\"} x", false },
		{ "[]", false }, { "\"webauthn.get\"", false }, { "null", false }, { "{", false }, { "", false },
	};
	struct webauthn_bytes asked;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (webauthn_client(mem, text(cases[i].words), "webauthn.get", origin, &asked) != cases[i].right)
			fail_msg("%s", cases[i].words);
		else if (cases[i].right)
			assert_true(asked.length == 3 && !memcmp(asked.bytes, "\0\1\2", 3));
}

static void challenges_come_back_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(vectors); i++) {
		struct webauthn_bytes asked;
		assert_true(webauthn_client(mem, bytes(vectors[i].client), "webauthn.get", origin, &asked));
		assert_string_equal(text_hex(mem, asked.bytes, asked.length), challenge);
	}
}

static void keys_sign_and_nothing_else_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(vectors); i++) {
		struct webauthn_key key;
		int64_t counter;
		struct webauthn_bytes client = bytes(vectors[i].client), device = bytes(vectors[i].device), signature = bytes(vectors[i].signature);
		assert_true(webauthn_created(mem, bytes(vectors[i].created), host, &key));
		assert_int_equal(key.algorithm, vectors[i].algorithm);
		assert_int_equal(key.id.length, 32);
		assert_int_equal(key.counter, 1);
		assert_true(webauthn_signed(&key, client, device, signature, host, true, &counter));
		assert_int_equal(counter, 2);
		assert_false(webauthn_signed(&key, client, device, signature, "sousede.example", true, &counter));
		assert_false(webauthn_signed(&key, client, device, (struct webauthn_bytes){ signature.bytes, signature.length - 1 }, host, true, &counter));
		assert_false(webauthn_signed(&key, (struct webauthn_bytes){ client.bytes, client.length - 1 }, device, signature, host, true, &counter));
		key.algorithm = vectors[(i + 1) % COUNT(vectors)].algorithm;
		assert_false(webauthn_signed(&key, client, device, signature, host, true, &counter));
	}
}

/* Every byte of what was signed, changed: refused, and the counter says nothing. */
static void every_byte_counts(void **state)
{
	(void)state;
	struct webauthn_key key;
	assert_true(webauthn_created(mem, bytes(vectors[0].created), host, &key));
	struct webauthn_bytes right[] = { bytes(vectors[0].client), bytes(vectors[0].device), bytes(vectors[0].signature) };
	for (size_t part = 0; part < COUNT(right); part++)
		for (size_t i = 0; i < right[part].length; i++) {
			struct webauthn_bytes said[] = { right[0], right[1], right[2] };
			int64_t counter = 7;
			said[part] = bent(right[part], i, 4);
			assert_false(webauthn_signed(&key, said[0], said[1], said[2], host, false, &counter));
			assert_int_equal(counter, 0);
		}
}

/* Cut anywhere, a new key is none; nor is one for another host or with nobody there. */
static void keys_are_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(vectors); i++) {
		struct webauthn_key key;
		struct webauthn_bytes created = bytes(vectors[i].created);
		for (size_t n = 0; n < created.length; n++)
			assert_false(webauthn_created(mem, (struct webauthn_bytes){ talloc_memdup(mem, created.bytes, n + 1), n }, host, &key));
		assert_false(webauthn_created(mem, created, "zlo.example", &key));
		assert_false(webauthn_created(mem, bent(created, 32, 1), host, &key));
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(words_of_browsers), cmocka_unit_test(challenges_come_back_whole), cmocka_unit_test(keys_sign_and_nothing_else_does),
	cmocka_unit_test(every_byte_counts), cmocka_unit_test(keys_are_whole),
};

int main(void)
{
	seal_open();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, unit_open, unit_close);
}
