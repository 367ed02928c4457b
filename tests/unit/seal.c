/* Hashes: known values, and texts that must not be taken for one another. */
#include "unit.h"
#include "web/seal.h"
#include "web/text.h"

static int start(void **state)
{
	seal_open();
	seal_open();
	return unit_open(state);
}

static void blake2b_of_known_texts(void **state)
{
	unsigned char out[SEAL_BYTES];
	(void)state;
	seal_hash(out, "", 0);
	assert_string_equal(text_hex(mem, out, sizeof out), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
	seal_hash(out, "abc", 3);
	assert_string_equal(text_hex(mem, out, sizeof out), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

static void pieces_make_the_whole(void **state)
{
	unsigned char whole[SEAL_BYTES], pieces[SEAL_BYTES];
	struct seal_state hash, copy;
	(void)state;
	seal_hash(whole, "abcdef", 6);
	seal_start(&hash);
	seal_add(&hash, "abc", 3);
	copy = hash;
	seal_add(&hash, "def", 3);
	seal_end(&hash, pieces);
	assert_memory_equal(whole, pieces, SEAL_BYTES);
	seal_add(&copy, "deg", 3);
	seal_end(&copy, pieces);
	assert_memory_not_equal(whole, pieces, SEAL_BYTES);
}

static void lists_are_told_apart(void **state)
{
	static const struct {
		const char *texts[3];
		size_t count;
	} lists[] = {
		{ { "ab", "c" }, 2 }, { { "a", "bc" }, 2 }, { { "abc" }, 1 }, { { "ab", NULL, "c" }, 3 }, { { "ab", "", "c" }, 3 }, { { "ab", "c", NULL }, 3 },
		{ { "ab", "c", "" }, 3 }, { { NULL }, 1 }, { { "" }, 1 }, { { NULL }, 0 }, { { "-" }, 1 }, { { "+" }, 1 }, { { NULL, NULL }, 2 }, { { "+-" }, 1 },
	};
	unsigned char out[COUNT(lists)][SEAL_BYTES];
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		seal_hash_many(out[i], lists[i].texts, lists[i].count);
		for (size_t j = 0; j < i; j++)
			if (!memcmp(out[i], out[j], SEAL_BYTES))
				fail_msg("lists %zu and %zu", i, j);
	}
}

static void keys_matter(void **state)
{
	unsigned char key[SEAL_BYTES] = { 1 }, a[SEAL_BYTES], b[SEAL_BYTES], plain[SEAL_BYTES];
	(void)state;
	seal_keyed(a, key, "x", 1);
	key[31] = 1;
	seal_keyed(b, key, "x", 1);
	seal_hash(plain, "x", 1);
	assert_memory_not_equal(a, b, SEAL_BYTES);
	assert_memory_not_equal(a, plain, SEAL_BYTES);
	assert_true(seal_equal(a, a, SEAL_BYTES));
	assert_false(seal_equal(a, b, SEAL_BYTES));
	seal_random(a, sizeof a);
	seal_random(b, sizeof b);
	assert_memory_not_equal(a, b, SEAL_BYTES);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(blake2b_of_known_texts), cmocka_unit_test(pieces_make_the_whole),
	cmocka_unit_test(lists_are_told_apart), cmocka_unit_test(keys_matter),
};

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, start, unit_close);
}
