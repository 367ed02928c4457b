/* What browsers and devices say of passkeys. First byte: a new key, words of a browser, or what a device signed. */
#include "fuzz.h"
#include "account/webauthn.h"
#include "web/seal.h"

static const char host[] = "sousede.test", origin[] = "https://sousede.test";

FUZZ_START(seal_open();)

static void created(void *mem, struct webauthn_bytes device)
{
	struct webauthn_key key;
	if (!webauthn_created(mem, device, host, &key))
		return;
	expect(key.id.length && key.id.length <= 1023 && key.point.length && key.point.length <= 600);
	expect(key.algorithm == -7 || key.algorithm == -8 || key.algorithm == -257);
	expect(key.counter >= 0 && key.counter <= UINT32_MAX);
	int64_t counter;
	expect(!webauthn_signed(&key, device, device, device, host, false, &counter) && !counter);
}

static void client(void *mem, struct webauthn_bytes words)
{
	struct webauthn_bytes challenge;
	if (webauthn_client(mem, words, "webauthn.get", origin, &challenge))
		expect(challenge.length <= words.length && memmem(words.bytes, words.length, "challenge", 9));
}

/* Nobody signs by chance. */
static void signed_by(void *mem, struct webauthn_bytes device)
{
	static const unsigned char point[259] = { 4, 7 };
	static const struct {
		int64_t algorithm;
		size_t length;
	} kinds[] = { { -7, 64 }, { -8, 32 }, { -257, 259 }, { 0, 64 }, { -7, 1 } };
	(void)mem;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct webauthn_key key = { .algorithm = kinds[i].algorithm, .point = { point, kinds[i].length } };
		int64_t counter;
		expect(!webauthn_signed(&key, device, device, device, host, false, &counter));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const readers[])(void *mem, struct webauthn_bytes bytes) = { created, client, signed_by };
	if (!size)
		return 0;
	void *mem = talloc_new(NULL);
	readers[*data % 3](mem, (struct webauthn_bytes){ data + 1, size - 1 });
	talloc_free(mem);
	return 0;
}
