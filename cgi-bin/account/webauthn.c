/* Passkeys judged: the words of the browser are JSON (jansson), those of the device bytes whose form and signature libfido2 knows. */
#include "account/webauthn.h"
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <jansson.h>
#include <string.h>
#include <talloc.h>
#include "web/panic.h"
#include "web/seal.h"

enum { CLIENT_MOST = 2000, CHALLENGE_MOST = 600, HOST_BYTES = 32, DEVICE_LEAST = 37, PRESENT = 1, ID_MOST = 1023 };

const int64_t webauthn_algorithms[] = { COSE_ES256, COSE_EDDSA, COSE_RS256, 0 };

/* ---- the browser */

static int digit_of(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

/* Base64 of addresses, without padding (RFC 4648 5). */
static bool base64url(const void *mem, const char *text, struct webauthn_bytes *out)
{
	size_t n = strlen(text);
	if (n % 4 == 1 || n > CHALLENGE_MOST)
		return false;
	unsigned char *bytes = must(talloc_zero_size(mem, n + 1)), *to = bytes;
	uint32_t bits = 0;
	for (size_t i = 0; i < n; i++) {
		int digit = digit_of(text[i]);
		if (digit < 0)
			return false;
		bits = bits << 6 | (uint32_t)digit;
		if (i % 4)
			*to++ = (unsigned char)(bits >> (6 - i % 4 * 2));
	}
	*out = (struct webauthn_bytes){ bytes, (size_t)(to - bytes) };
	return true;
}

static bool is(const json_t *object, const char *name, const char *wanted)
{
	const char *text = json_string_value(json_object_get(object, name));
	return text && !strcmp(text, wanted);
}

bool webauthn_client(const void *mem, struct webauthn_bytes client, const char *type, const char *origin, struct webauthn_bytes *challenge)
{
	json_t *said = client.length && client.length <= CLIENT_MOST ? json_loadb((const char *)client.bytes, client.length, JSON_REJECT_DUPLICATES, NULL) : NULL;
	const char *asked = json_string_value(json_object_get(said, "challenge"));
	bool right = asked && is(said, "type", type) && is(said, "origin", origin) && !json_is_true(json_object_get(said, "crossOrigin")) &&
		     !json_object_get(said, "topOrigin") && base64url(mem, asked, challenge);
	json_decref(said);
	return right;
}

/* ---- the device */

/* SHA-256 of the host, flags, counter: what every device begins with. */
static bool for_host(struct webauthn_bytes device, const char *host)
{
	unsigned char hash[SEAL_BYTES];
	seal_sha256(hash, host, strlen(host));
	return device.length >= DEVICE_LEAST && !memcmp(device.bytes, hash, HOST_BYTES) && device.bytes[HOST_BYTES] & PRESENT;
}

static fido_cred_t *created_as(int64_t algorithm, struct webauthn_bytes device)
{
	fido_cred_t *cred = must(fido_cred_new());
	if (fido_cred_set_type(cred, (int)algorithm) != FIDO_OK || fido_cred_set_authdata_raw(cred, device.bytes, device.length) != FIDO_OK)
		fido_cred_free(&cred);
	return cred;
}

static struct webauthn_bytes copy(const void *mem, const unsigned char *bytes, size_t n)
{
	return (struct webauthn_bytes){ bytes && n ? must(talloc_memdup(mem, bytes, n)) : NULL, bytes ? n : 0 };
}

bool webauthn_created(const void *mem, struct webauthn_bytes device, const char *host, struct webauthn_key *key)
{
	fido_cred_t *cred = NULL;
	fido_init(0);
	if (!for_host(device, host))
		return false;
	for (const int64_t *algorithm = webauthn_algorithms; *algorithm && !cred; algorithm++) {
		cred = created_as(*algorithm, device);
		key->algorithm = *algorithm;
	}
	if (!cred)
		return false;
	key->id = copy(mem, fido_cred_id_ptr(cred), fido_cred_id_len(cred));
	key->point = copy(mem, fido_cred_pubkey_ptr(cred), fido_cred_pubkey_len(cred));
	key->counter = fido_cred_sigcount(cred);
	fido_cred_free(&cred);
	return key->id.length && key->id.length <= ID_MOST && key->point.length;
}

/* ---- the signature */

static int es256(const fido_assert_t *assert, struct webauthn_bytes point)
{
	es256_pk_t *pk = must(es256_pk_new());
	int wrong = es256_pk_from_ptr(pk, point.bytes, point.length);
	wrong = wrong ? wrong : fido_assert_verify(assert, 0, COSE_ES256, pk);
	es256_pk_free(&pk);
	return wrong;
}

static int eddsa(const fido_assert_t *assert, struct webauthn_bytes point)
{
	eddsa_pk_t *pk = must(eddsa_pk_new());
	int wrong = eddsa_pk_from_ptr(pk, point.bytes, point.length);
	wrong = wrong ? wrong : fido_assert_verify(assert, 0, COSE_EDDSA, pk);
	eddsa_pk_free(&pk);
	return wrong;
}

static int rs256(const fido_assert_t *assert, struct webauthn_bytes point)
{
	rs256_pk_t *pk = must(rs256_pk_new());
	int wrong = rs256_pk_from_ptr(pk, point.bytes, point.length);
	wrong = wrong ? wrong : fido_assert_verify(assert, 0, COSE_RS256, pk);
	rs256_pk_free(&pk);
	return wrong;
}

static const struct {
	int64_t algorithm;
	int (*verify)(const fido_assert_t *assert, struct webauthn_bytes point);
} verifiers[] = { { COSE_ES256, es256 }, { COSE_EDDSA, eddsa }, { COSE_RS256, rs256 } };

static bool fits(const fido_assert_t *assert, const struct webauthn_key *key)
{
	for (size_t i = 0; i < sizeof verifiers / sizeof *verifiers; i++)
		if (verifiers[i].algorithm == key->algorithm)
			return verifiers[i].verify(assert, key->point) == FIDO_OK;
	return false;
}

bool webauthn_signed(const struct webauthn_key *key, struct webauthn_bytes client, struct webauthn_bytes device, struct webauthn_bytes signature, const char *host,
		     bool verified, int64_t *counter)
{
	fido_init(0);
	fido_assert_t *assert = must(fido_assert_new());
	bool right = client.length && signature.length && for_host(device, host) && fido_assert_set_rp(assert, host) == FIDO_OK &&
		     fido_assert_set_clientdata(assert, client.bytes, client.length) == FIDO_OK && fido_assert_set_count(assert, 1) == FIDO_OK &&
		     fido_assert_set_authdata_raw(assert, 0, device.bytes, device.length) == FIDO_OK &&
		     fido_assert_set_sig(assert, 0, signature.bytes, signature.length) == FIDO_OK && fido_assert_set_up(assert, FIDO_OPT_TRUE) == FIDO_OK &&
		     fido_assert_set_uv(assert, verified ? FIDO_OPT_TRUE : FIDO_OPT_OMIT) == FIDO_OK && fits(assert, key);
	*counter = right ? fido_assert_sigcount(assert, 0) : 0;
	fido_assert_free(&assert);
	return right;
}
