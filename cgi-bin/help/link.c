/* Personal links: words nobody can make but the site. */
#include "help/link.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "web/db.h"
#include "web/seal.h"
#include "web/text.h"

enum { NONCE_BYTES = 8, MAC_BYTES = 16 };

static const char *const paths[] = { "prosba", "prosba", "odpoved", "nabidka", "pomoc/potvrdit" };

static const char *word_of(const void *mem, const char *purpose, int64_t id, const unsigned char *nonce)
{
	unsigned char mac[SEAL_BYTES];
	seal_index(mac, "help-link", talloc_asprintf(mem, "%s %" PRId64 " %s", purpose, id, text_hex(mem, nonce, NONCE_BYTES)));
	return talloc_asprintf(mem, "%" PRId64 "-%s", id, text_hex(mem, mac, MAC_BYTES));
}

static const char *purpose_of(enum link_kind kind)
{
	static const char *const purposes[] = { "requester", "proxy", "response", "offer", "confirm" };
	return purposes[kind];
}

const char *link_path(const void *mem, enum link_kind kind, int64_t id, const unsigned char *nonce)
{
	return talloc_asprintf(mem, "/%s/%s", paths[kind], word_of(mem, purpose_of(kind), id, nonce));
}

static bool nonce_of(const void *mem, enum link_kind kind, int64_t id, struct db_bytes *nonce)
{
	static const struct column columns[] = { { "nonce", COLUMN_BYTES, 0 }, { 0 } };
	if (kind == LINK_OFFER)
		return db_one(mem, nonce, columns, "SELECT nonce FROM offer WHERE id = ?", I(id));
	if (kind == LINK_RESPONSE)
		return db_one(mem, nonce, columns, "SELECT nonce FROM response WHERE id = ?", I(id));
	return db_one(mem, nonce, columns, "SELECT nonce FROM help_contact WHERE request_id = ? AND role = ?", I(id), S(kind == LINK_PROXY ? "proxy" : "requester"));
}

const char *link_of(const void *mem, enum link_kind kind, int64_t id)
{
	struct db_bytes nonce;
	return nonce_of(mem, kind, id, &nonce) && nonce.length == NONCE_BYTES ? link_path(mem, kind, id, nonce.bytes) : NULL;
}

static bool word_fits(const void *mem, enum link_kind kind, const char *purpose, const char *word, int64_t *id)
{
	static const unsigned char nobody[NONCE_BYTES];
	struct db_bytes nonce;
	*id = strtoll(word, NULL, 10);
	bool known = *id > 0 && nonce_of(mem, kind, *id, &nonce) && nonce.length == NONCE_BYTES;
	const char *right = word_of(mem, purpose, *id, known ? nonce.bytes : nobody);
	return strlen(word) == strlen(right) && seal_equal(word, right, strlen(right)) && known;
}

bool link_open(const void *mem, enum link_kind kind, const char *word, int64_t *id)
{
	return word_fits(mem, kind, purpose_of(kind), word, id);
}

bool link_open_side(const void *mem, const char *word, int64_t *id, bool *proxy)
{
	*proxy = link_open(mem, LINK_PROXY, word, id);
	return *proxy || link_open(mem, LINK_REQUESTER, word, id);
}

const char *link_reply_word(const void *mem, int64_t response, bool requester, const unsigned char *nonce)
{
	return talloc_asprintf(mem, "%s-%c", word_of(mem, requester ? "reply-requester" : "reply-helper", response, nonce), requester ? 'r' : 'h');
}

bool link_reply_open(const void *mem, const char *word, int64_t *response, bool *requester)
{
	size_t n = strlen(word);
	if (3 > n || word[n - 2] != '-')
		return false;
	*requester = word[n - 1] == 'r';
	return word_fits(mem, LINK_RESPONSE, *requester ? "reply-requester" : "reply-helper", talloc_strndup(mem, word, n - 2), response);
}
