/* Cookies to a session. No bytes but the 64 digits of the known token make a person. */
#include "ask.h"
#include "web/conf.h"
#include "web/db.h"
#include "web/seal.h"
#include "web/session.h"

static const char known[] = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
static unsigned char known_hash[SEAL_BYTES];

struct arg db_text(const char *text)
{
	return (struct arg){ .type = ARG_TEXT, .bytes = text };
}

bool db_one_(const void *mem, void *row, const struct column *columns, const char *sql, const struct arg *args, size_t count)
{
	int64_t id = 7;
	(void)mem;
	(void)sql;
	expect(count == 4 && args[1].length == SEAL_BYTES);
	if (memcmp(args[1].bytes, known_hash, SEAL_BYTES))
		return false;
	memcpy((char *)row + columns->offset, &id, sizeof id);
	return true;
}

/* A session that was seen is noted. */
int64_t db_exec_(const char *sql, const struct arg *args, size_t count)
{
	(void)args;
	expect(!strncmp(sql, "UPDATE session", 14) && count == 3);
	return 1;
}

static void know_token(void)
{
	unsigned char token[SEAL_BYTES];
	for (size_t i = 0; i < sizeof token; i++)
		token[i] = (unsigned char)(i % 16 * 0x11);
	seal_hash(known_hash, token, sizeof token);
}

FUZZ_START(conf_set("site", "base", "https://a.example"); seal_open(); know_token();)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *mem = talloc_new(NULL);
	int status;
	struct asked a = { .names = { "REQUEST_URI", "HTTP_COOKIE" }, .values = { "/", talloc_strndup(mem, (const char *)data, size) } };
	struct req *r = asked_request(mem, &a, &status);
	expect(!status);
	session_load(r);
	expect(!r->person.id || strstr(a.values[1], known));
	expect(strlen(session_token(r)) == (r->person.id ? 64 : 0));
	session_genuine(r);
	talloc_free(mem);
	return 0;
}
