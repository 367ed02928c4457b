/* Closing texts again with the newest key: one row of the table for each sealed column. */
#include "reseal.h"
#include <inttypes.h>
#include <stddef.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/log.h"
#include "../web/seal.h"

enum { BATCH = 100 };

/* Stale rows in the order of their key, after as many as nobody can open. */
#define NEXT(table, key, column) "SELECT " key " AS name, " column " AS sealed FROM " table " WHERE ASCII(" column ") <> ? AND "
#define ORDER(key) " ORDER BY " key " LIMIT ? OFFSET ?"
/* Only while it is what was read: whoever wrote meanwhile used the newest key. */
#define CLOSE(table, key, column) "UPDATE " table " SET " column " = ? WHERE " key " = ? AND " column " = ?"

static const struct walk {
	const char *column, *purpose;
	bool credential;
	const char *next, *close;   /* literals of this table, nothing else */
} walks[] = {
	{ "contact.sealed", "contact", false, NEXT("contact", "id", "sealed") "TRUE" ORDER("id"), CLOSE("contact", "id", "sealed") },
	{ "outbox.address", "outbox", false, NEXT("outbox", "id", "address") "TRUE" ORDER("id"), CLOSE("outbox", "id", "address") },
	{ "outbox.detail", "outbox", false, NEXT("outbox", "id", "detail") "TRUE" ORDER("id"), CLOSE("outbox", "id", "detail") },
	{ "report.explanation", "report", false, NEXT("report", "id", "explanation") "TRUE" ORDER("id"), CLOSE("report", "id", "explanation") },
	{ "report.reporter_name", "report", false, NEXT("report", "id", "reporter_name") "TRUE" ORDER("id"), CLOSE("report", "id", "reporter_name") },
	{ "report.contact", "report", false, NEXT("report", "id", "contact") "TRUE" ORDER("id"), CLOSE("report", "id", "contact") },
	{ "decision.appeal_text", "appeal", false, NEXT("decision", "id", "appeal_text") "TRUE" ORDER("id"), CLOSE("decision", "id", "appeal_text") },
	{ "help_contact.name", "help", false, NEXT("help_contact", "id", "name") "TRUE" ORDER("id"), CLOSE("help_contact", "id", "name") },
	{ "help_contact.phone", "help", false, NEXT("help_contact", "id", "phone") "TRUE" ORDER("id"), CLOSE("help_contact", "id", "phone") },
	{ "help_contact.mail", "help", false, NEXT("help_contact", "id", "mail") "TRUE" ORDER("id"), CLOSE("help_contact", "id", "mail") },
	{ "help_request.place", "help", false, NEXT("help_request", "id", "place") "TRUE" ORDER("id"), CLOSE("help_request", "id", "place") },
	{ "help_message.text", "message", false, NEXT("help_message", "id", "text") "TRUE" ORDER("id"), CLOSE("help_message", "id", "text") },
	{ "help_note.text", "note", false, NEXT("help_note", "id", "text") "TRUE" ORDER("id"), CLOSE("help_note", "id", "text") },
	{ "delivery.recipient", "help", false, NEXT("delivery", "id", "recipient") "TRUE" ORDER("id"), CLOSE("delivery", "id", "recipient") },
	{ "delivery.phone", "help", false, NEXT("delivery", "id", "phone") "TRUE" ORDER("id"), CLOSE("delivery", "id", "phone") },
	{ "delivery.address", "help", false, NEXT("delivery", "id", "address") "TRUE" ORDER("id"), CLOSE("delivery", "id", "address") },
	{ "delivery.pickup", "help", false, NEXT("delivery", "id", "pickup") "TRUE" ORDER("id"), CLOSE("delivery", "id", "pickup") },
	{ "delivery.note", "help", false, NEXT("delivery", "id", "note") "TRUE" ORDER("id"), CLOSE("delivery", "id", "note") },
	{ "token.detail", "token", true, NEXT("token", "hash", "detail") "TRUE" ORDER("hash"), CLOSE("token", "hash", "detail") },
	{ "second_factor.secret", "totp", true, NEXT("second_factor", "id", "secret") "kind = 'totp'" ORDER("id"), CLOSE("second_factor", "id", "secret") },
};

struct row {
	struct db_bytes name, sealed;
};
static const struct column columns[] = { { "name", COLUMN_BYTES, offsetof(struct row, name) }, { "sealed", COLUMN_BYTES, offsetof(struct row, sealed) }, { 0 } };

struct batch {
	const struct walk *walk;
	struct resealed *sum;
	int64_t done, lost;   /* of this batch, which may be repeated */
};

static bool close_again(const void *mem, const struct walk *walk, const struct row *row)
{
	const char *text = seal_open_text(mem, walk->purpose, row->sealed.bytes, row->sealed.length);
	if (!text)
		return false;
	struct seal_text s = seal_close(mem, walk->purpose, text);
	const struct arg args[] = { B(s.bytes, s.length), B(row->name.bytes, row->name.length), B(row->sealed.bytes, row->sealed.length) };
	db_exec_(walk->close, args, 3);
	return true;
}

static void batch_run(void *given)
{
	struct batch *b = given;
	void *mem = talloc_new(NULL);
	struct row *rows;
	const struct arg args[] = { I(*seal_close(mem, "key", "").bytes), I(BATCH), I(b->sum->lost) };
	b->done = b->lost = 0;
	size_t count = db_all_(mem, (void **)&rows, sizeof *rows, columns, b->walk->next, args, 3);
	for (size_t i = 0; i < count; i++)
		close_again(mem, b->walk, &rows[i]) ? b->done++ : b->lost++;
	talloc_free(mem);
}

bool reseal_known(unsigned i, struct resealed *r)
{
	if (i >= sizeof walks / sizeof *walks)
		return false;
	*r = (struct resealed){ .column = walks[i].column, .credential = walks[i].credential };
	return true;
}

bool reseal_column(unsigned i, struct resealed *r)
{
	if (!reseal_known(i, r))
		return false;
	struct batch b = { .walk = &walks[i], .sum = r };
	do {
		db_transaction(batch_run, &b);
		r->done += b.done;
		r->lost += b.lost;
	} while (b.done + b.lost == BATCH);
	return true;
}

int64_t reseal_jobs(void)
{
	struct resealed r;
	int64_t done = 0;
	if (!*conf.key_file)
		return 0;
	seal_renew();
	for (unsigned i = 0; reseal_known(i, &r); i++) {
		if (r.credential)
			continue;
		reseal_column(i, &r);
		done += r.done;
		if (r.done || r.lost)
			log_line("reseal", "column=%s done=%" PRId64 " lost=%" PRId64, r.column, r.done, r.lost);
	}
	return done;
}
