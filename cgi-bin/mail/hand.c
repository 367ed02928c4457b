/* The commands mail list, mail again, mail try. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/outbox.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "../web/time.h"
#include "deliver.h"

struct line {
	int64_t id, tries;
	const char *kind, *channel, *state, *created, *problem;
};

static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct line, id) },
	{ "tries", COLUMN_INT, offsetof(struct line, tries) },
	{ "kind", COLUMN_TEXT, offsetof(struct line, kind) },
	{ "channel", COLUMN_TEXT, offsetof(struct line, channel) },
	{ "state", COLUMN_TEXT, offsetof(struct line, state) },
	{ "created", COLUMN_TEXT, offsetof(struct line, created) },
	{ "problem", COLUMN_TEXT, offsetof(struct line, problem) },
	{ NULL, COLUMN_INT, 0 },
};

/* Addresses stay sealed: whoever looks after the mail needs to know what went wrong, not for whom. */
static int list(void)
{
	void *mem = talloc_new(NULL);
	struct line *lines;
	size_t count = db_all(mem, &lines, sizeof(*lines), columns,
	                      "SELECT id, tries, kind, channel, state, CAST(created_at AS CHAR) AS created, problem FROM outbox WHERE state NOT IN ('sent', 'gathered')"
	                      " ORDER BY id DESC LIMIT 200");

	for (size_t i = 0; i < count; i++)
		printf("%" PRId64 "\t%s\t%s\t%s\t%s UTC\ttries %" PRId64 "\t%s\n", lines[i].id, lines[i].state, lines[i].kind, lines[i].channel, lines[i].created,
		       lines[i].tries, lines[i].problem ? lines[i].problem : "");
	talloc_free(mem);
	return EX_OK;
}

static int again(const char *word)
{
	if (db_exec("UPDATE outbox SET state = 'waiting', due_at = ?, since = ?, owner = NULL, leased_until = NULL"
	            " WHERE id = ? AND (state = 'unknown' OR (state = 'failed' AND kept))", T(time_now()), T(time_now()), I(strtoll(word, NULL, 10))) == 1)
		return EX_OK;
	fprintf(stderr, "jobs: no letter %s that failed lately or whose fate nobody knows\n", word);
	return EX_DATAERR;
}

static int try(int argc, char **argv)
{
	void *mem = talloc_new(NULL);
	const char *lang = argc > 1 ? argv[1] : "cs", *kind = argc > 2 ? argv[2] : "site.test";
	const char **pairs = talloc_zero_array(mem, const char *, (unsigned)argc * 2 + 4);
	unsigned char random[8];
	bool sms = argv[0][0] == '+';
	size_t n = 0;

	for (int i = 3; i < argc; i++) {
		pairs[n++] = talloc_strndup(mem, argv[i], strcspn(argv[i], "="));
		pairs[n++] = argv[i] + strcspn(argv[i], "=") + (strchr(argv[i], '=') != NULL);
	}
	seal_random(random, sizeof(random));
	if (n == 0)
		pairs[0] = "trial", pairs[1] = text_hex(mem, random, sizeof(random));   /* each is a new one */
	outbox_to_(mem, kind, 0, sms ? "sms" : "mail", argv[0], lang, pairs);
	talloc_free(mem);
	return EX_OK;
}

int deliver_hand(const struct hand *h, int argc, char **argv)
{
	(void)h;
	if (argc == 1 && !strcmp(argv[0], "list"))
		return list();
	if (argc == 2 && !strcmp(argv[0], "again"))
		return again(argv[1]);
	if (argc >= 2 && !strcmp(argv[0], "try"))
		return try(argc - 1, argv + 1);
	fputs("jobs: mail list, mail again ID, or mail try ADDRESS [LANG [KIND [NAME=VALUE...]]]\n", stderr);
	return EX_USAGE;
}
