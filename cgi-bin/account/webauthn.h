/*
 * What browsers and devices say of passkeys (W3C Web Authentication, level 2), judged. Knows no request and no database; only webauthn.c includes fido.h.
 * Where the key was made is not asked (attestation "none"): any device of the person is good.
 */
#ifndef SOUSEDE_WEBAUTHN_H
#define SOUSEDE_WEBAUTHN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct webauthn_bytes {
	const unsigned char *bytes;
	size_t length;
};

struct webauthn_key {
	struct webauthn_bytes id, point;   /* of the credential; of the public key, in the form of libfido2 */
	int64_t algorithm;                 /* COSE: one of webauthn_algorithms */
	int64_t counter;                   /* of signatures; 0 when the device does not count */
};

/* What we take, best first; ends with 0. */
extern const int64_t webauthn_algorithms[];

/* What the browser says it did ("webauthn.create", "webauthn.get"), on a page of this origin ("https://host") that stood in no frame of others:
 * true when it is so, and challenge is what it was asked with. */
bool webauthn_client(const void *mem, struct webauthn_bytes client, const char *type, const char *origin, struct webauthn_bytes *challenge);

/* What the device says of a new key: true when it is for this host and somebody was there to agree. */
bool webauthn_created(const void *mem, struct webauthn_bytes device, const char *host, struct webauthn_key *key);

/* True when the key signed these words of browser and device, for this host, with somebody there; verified: whom the device knows by finger, face or PIN.
 * counter is what the device counts now; whether it may be so, the caller judges. */
bool webauthn_signed(const struct webauthn_key *key, struct webauthn_bytes client, struct webauthn_bytes device, struct webauthn_bytes signature, const char *host,
		     bool verified, int64_t *counter);
#endif
