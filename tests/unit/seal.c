/* Hashes: known values, and texts that must not be taken for one another. */
#include <sys/mman.h>
#include "unit.h"
#include "web/conf.h"
#include "web/panic.h"
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

/* --- texts under seal: a key file of this test's own */

static void keys_write(const char *text)
{
	FILE *file = fopen(conf.key_file, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static const char index_key[] = "index 202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f\n";
static const char first_key[] = "1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

static int with_keys(void **state)
{
	(void)state;
	conf_set("site", "key_file", talloc_asprintf(mem, "/tmp/sousede-keys-%d", (int)getpid()));
	keys_write(talloc_asprintf(mem, "%s%s", first_key, index_key));
	return 0;
}

static int without_keys(void **state)
{
	(void)state;
	unlink(conf.key_file);
	return 0;
}

static void what_is_closed_opens(void **state)
{
	static const char *const texts[] = { "", "jana@example.cz", "+420777123456", "Žluťoučký kůň" };
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct seal_text sealed = seal_close(mem, "contact", texts[i]), again = seal_close(mem, "contact", texts[i]);
		assert_string_equal(seal_open_text(mem, "contact", sealed.bytes, sealed.length), texts[i]);
		assert_false(seal_stale(sealed.bytes, sealed.length));
		assert_int_equal(sealed.length, again.length);
		assert_memory_not_equal(sealed.bytes, again.bytes, sealed.length);
	}
}

static void nothing_else_opens(void **state)
{
	(void)state;
	struct seal_text sealed = seal_close(mem, "contact", "jana@example.cz");
	assert_null(seal_open_text(mem, "outbox", sealed.bytes, sealed.length));
	assert_null(seal_open_text(mem, "contact", NULL, 0));
	for (size_t n = 0; n < sealed.length; n++)
		assert_null(seal_open_text(mem, "contact", sealed.bytes, n));
	for (size_t i = 0; i < sealed.length; i++) {
		unsigned char *bent = talloc_memdup(mem, sealed.bytes, sealed.length);
		bent[i] ^= 1;
		assert_null(seal_open_text(mem, "contact", bent, sealed.length));
	}
}

static void an_index_is_of_its_kind_and_key(void **state)
{
	unsigned char one[SEAL_BYTES], two[SEAL_BYTES];
	(void)state;
	seal_index(one, "mail", "jana@example.cz");
	seal_index(two, "mail", "jana@example.cz");
	assert_memory_equal(one, two, SEAL_BYTES);
	seal_index(two, "phone", "jana@example.cz");
	assert_memory_not_equal(one, two, SEAL_BYTES);
	seal_hash(two, "jana@example.cz", 15);
	assert_memory_not_equal(one, two, SEAL_BYTES);
}

/* The keys are read once in a process, so what a rotated file opens is asked of a child. */
static void rotated(const void *sealed)
{
	const struct seal_text *old = sealed;
	const char *text = seal_open_text(mem, "contact", old->bytes, old->length);
	panic("%s %s", text ? text : "closed", seal_stale(old->bytes, old->length) ? "stale" : "fresh");
}

static void close_one(const void *to)
{
	struct seal_text sealed = seal_close(mem, "contact", "jana@example.cz");
	memcpy((void *)(uintptr_t)to, sealed.bytes, sealed.length);
	panic("%zu", sealed.length);
}

static void an_old_key_still_opens(void **state)
{
	const char *said;
	unsigned char *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	(void)state;
	assert_int_equal(ends(close_one, shared, &said), 70);
	struct seal_text old = { shared, 1 + 24 + strlen("jana@example.cz") + 16 };
	keys_write(talloc_asprintf(mem, "2 f00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n%s%s", first_key, index_key));
	assert_int_equal(ends(rotated, &old, &said), 70);
	assert_says(said, "jana@example.cz stale");
	keys_write(talloc_asprintf(mem, "2 f00102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n%s", index_key));
	assert_int_equal(ends(rotated, &old, &said), 70);
	assert_says(said, "closed");
}

static void a_broken_key_file_panics(void **state)
{
	static const char *const files[] = { "", first_key, index_key, "1 00\n", "256 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", "hello\n" };
	const char *said;
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		keys_write(files[i]);
		assert_int_equal(ends(close_one, NULL, &said), 70);
		assert_says(said, "key_file");
	}
	unlink(conf.key_file);
	assert_int_equal(ends(close_one, NULL, &said), 70);
}

static void passwords_fit_only_themselves(void **state)
{
	bool stale;
	(void)state;
	const char *hash = seal_password(mem, "  správný kůň baterie \U0001f40e ");
	assert_memory_equal(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31);
	assert_true(seal_password_fits(hash, "  správný kůň baterie \U0001f40e ", &stale));
	assert_false(stale);
	assert_false(seal_password_fits(hash, "správný kůň baterie \U0001f40e", &stale));
	assert_false(seal_password_fits(hash, "", &stale));
	assert_false(seal_password_fits(NULL, "", &stale));
	assert_false(seal_password_fits("", "", &stale));
	assert_false(seal_password_fits("$argon2id$", "x", &stale));
	assert_true(seal_password_fits("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$FHVJzUjSEqmAqTSDS0LF3hH12/HzG6bE3HVbFKGaWRk", "x", &stale) || stale);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(blake2b_of_known_texts), cmocka_unit_test(pieces_make_the_whole),
	cmocka_unit_test(lists_are_told_apart), cmocka_unit_test(keys_matter),
	/* Those that read the keys in children come before the keys are read here. */
	cmocka_unit_test_setup_teardown(an_old_key_still_opens, with_keys, without_keys),
	cmocka_unit_test_setup_teardown(a_broken_key_file_panics, with_keys, without_keys),
	cmocka_unit_test_setup_teardown(what_is_closed_opens, with_keys, without_keys),
	cmocka_unit_test_setup_teardown(nothing_else_opens, with_keys, without_keys),
	cmocka_unit_test_setup_teardown(an_index_is_of_its_kind_and_key, with_keys, without_keys),
	cmocka_unit_test_setup_teardown(passwords_fit_only_themselves, with_keys, without_keys),
};

int main(void)
{
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, start, unit_close);
}
