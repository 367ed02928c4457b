/* ANO and NE by short message: gammu-smsd puts what comes into its inbox. The number says who it is, the latest open invitation what she answers. */
#include "help/sms.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "help/match.h"
#include "help/request.h"
#include "help/response.h"
#include "help/told.h"
#include "web/conf.h"
#include "web/contact.h"
#include "web/db.h"
#include "web/log.h"
#include "web/seal.h"
#include "web/text.h"

enum { AT_ONCE = 50 };

struct message {
	int64_t id;
	const char *number, *text;
};
static const struct column message_columns[] = {
	{ "ID", COLUMN_INT, offsetof(struct message, id) },
	{ "SenderNumber", COLUMN_TEXT, offsetof(struct message, number) },
	{ "TextDecoded", COLUMN_TEXT, offsetof(struct message, text) },
	{ 0 },
};

struct hearing {
	const void *mem;
	const struct message *message;
	const char *came;
};

/* "accepted", "declined", or null: one word, the first of the message. */
static const char *meaning(const void *mem, const char *text)
{
	const char *folded = text_fold(mem, text);
	const char *word = talloc_strndup(mem, folded, strcspn(folded, " "));
	if (*word && text_has_word("ano a yes y tak", word))
		return "accepted";
	return *word && text_has_word("ne n no ni", word) ? "declined" : NULL;
}

static int64_t person_of(const void *mem, const char *number)
{
	unsigned char hash[SEAL_BYTES];
	const char *normalised = contact_normalise(mem, "phone", number);
	if (!normalised)
		return 0;
	seal_index(hash, "phone", normalised);
	return db_number(0, "SELECT person_id FROM contact WHERE kind = 'phone' AND address_hash = ? AND confirmed_at IS NOT NULL LIMIT 1", B(hash, sizeof hash));
}

/* Open or, when there is none, the last one that somebody else was quicker with. */
static int64_t asked_of(int64_t person)
{
	return db_number(0, "SELECT id FROM response WHERE person_id = ? AND (state = 'invited' OR (state = 'superseded' AND asked_at > ? - INTERVAL 7 DAY))"
	                    " ORDER BY state = 'invited' DESC, asked_at DESC, id DESC LIMIT 1", I(person), T(time_now()));
}

static void answer(void *given)
{
	struct hearing *h = given;
	struct response a;
	struct request q;
	const char *to = meaning(h->mem, h->message->text);
	int64_t person = person_of(h->mem, h->message->number);
	h->came = "nobody";
	if (!to || !person || !response_load(h->mem, asked_of(person), &a) || !request_load(h->mem, a.request, NULL, true, &q) || !response_load(h->mem, a.id, &a))
		return;
	h->came = "late";
	if (!strcmp(a.state, "superseded"))
		told_helper(h->mem, &q, &a, "covered", NULL);
	else if (response_move(h->mem, &q, &a, to, &(struct actor){ person, HELPER }, "sms") == RESPONSE_DONE)
		h->came = to;
	if (!strcmp(h->came, "declined"))
		match_hurry(h->mem, &q);
}

/* Who gave jobs no right to the inbox (docs/mail.md) hears nothing, and nothing else stops for it. */
static bool may_hear(void)
{
	return !strcmp(conf.sms.driver, "gammu") && db_number(0, "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'smsd' AND table_name = 'inbox'");
}

void help_hear(void)
{
	void *mem = talloc_new(NULL);
	struct message *messages;
	size_t count = 0;
	if (may_hear())
		count = db_all(mem, &messages, sizeof *messages, message_columns,
			       "SELECT ID, SenderNumber, TextDecoded FROM smsd.inbox WHERE Processed = 'false' ORDER BY ID LIMIT ?", I(AT_ONCE));
	for (size_t i = 0; count > i; i++) {
		struct hearing h = { mem, &messages[i], "nobody" };
		db_transaction(answer, &h);
		/* These tables know no transactions: a message heard twice finds its answer given. */
		db_exec("UPDATE smsd.inbox SET Processed = 'true' WHERE ID = ?", I(messages[i].id));
		log_line("help-sms", "came=%s", h.came);
	}
	talloc_free(mem);
}
