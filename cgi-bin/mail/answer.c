/* Answers to letters about help: the address says which promise and which side, only we could have made it (help/link.h). */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/log.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "help/link.h"
#include "help/message.h"
#include "letter.h"

struct taking {
	const void *mem;
	int64_t response;
	bool requester, taken;
	const char *text;
	unsigned char letter[SEAL_BYTES];
};

/* The same letter twice is one message; it is taken as well. */
static void take(void *given)
{
	struct taking *t = given;
	struct response a;
	struct request q;

	if (!response_load(t->mem, t->response, &a) || !request_load(t->mem, a.request, NULL, true, &q))
		return;
	t->taken = db_number(0, "SELECT COUNT(*) FROM help_message WHERE message_hash = ?", B(t->letter, sizeof(t->letter))) ||
	           message_send(t->mem, &q, &a, t->requester, t->text, t->letter);
}

/* Of the head alone: what a letter quotes below is nobody's address. */
static const char *word_of(const void *mem, const char *message)
{
	const char *end = strstr(message, "\n\n");

	return mime_reply_word(mem, talloc_strndup(mem, message, end ? (size_t)(end - message) : strlen(message)));
}

static const char *at_most(const void *mem, const char *text)
{
	const char *end = text;

	for (size_t n = 0; *end && n < MESSAGE_LONGEST; n++)
		for (end++; ((unsigned char)*end & 0xC0) == 0x80; end++)
			;
	return talloc_strndup(mem, text, (size_t)(end - text));
}

bool answer_take(const void *mem, const char *message, bool *taken)
{
	const char *word = word_of(mem, message);
	struct taking t = { .mem = mem };

	if (!word || !link_reply_open(mem, word, &t.response, &t.requester))
		return false;
	*taken = reply_by_machine(mem, message);
	t.text = at_most(mem, reply_text(mem, message));
	seal_hash_many(t.letter, (const char *const[]){ word, reply_id(mem, message) }, 2);
	if (!*taken && *t.text) {
		db_transaction(take, &t);
		*taken = t.taken;
	}
	log_line("answer", "response=%" PRId64 " taken=%d", t.response, *taken);
	if (!*taken)
		fputs("jobs: an answer without words, or to somebody who cannot be written to any more\n", stderr);
	return true;
}
