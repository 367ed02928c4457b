/* Rows of what people are to be told. The page programs may only add them: they can neither read what waits nor turn it elsewhere. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "db.h"
#include "outbox.h"
#include "panic.h"
#include "seal.h"
#include "text.h"
#include "time.h"

/* "name=value" lines, values percent-encoded; null values are left out. */
static const char *detail_of(const void *mem, const char *const *pairs)
{
	char *detail = talloc_strdup(mem, "");

	for (; pairs[0]; pairs += 2)
		if (pairs[1])
			detail = must(talloc_asprintf_append_buffer(detail, "%s=%s\n", pairs[0], text_escape(mem, pairs[1])));
	return detail;
}

const char *outbox_value(const void *mem, const char *detail, const char *name)
{
	size_t length = strlen(name);

	for (const char *line = detail; line && *line; line = strchr(line, '\n') + 1) {
		char *value;

		if (strncmp(line, name, length) || line[length] != '=')
			continue;
		value = must(talloc_strndup(mem, line + length + 1, strcspn(line, "\n") - length - 1));
		return text_unescape(value, false) ? value : NULL;
	}
	return NULL;
}

/* ---- news one may stop ---- */

enum { MARK_BYTES = 20, MORNING = 7 * 3600 };

/* Everything else concerns the account, a duty or a right: the law or our word wants it told, so it can be neither put off nor stopped. */
static const struct {
	const char *kind, *what;   /* null: whatever it is about */
} news[] = {
	{ "org.expiring", NULL },
	{ "org.news", "person-left" },
	{ "org.news", "organisation-submitted" },
};

static bool is_news(const char *kind, const char *const *pairs)
{
	for (size_t i = 0; i < sizeof(news) / sizeof(*news); i++)
		if (!strcmp(news[i].kind, kind) && (!news[i].what || (!strcmp(pairs[0], "what") && !strcmp(pairs[1], news[i].what))))
			return true;
	return false;
}

/* "ID-MARK": the mark can be made only with the key of the site, so nobody stops the news of others, and no table grows by each letter. */
static const char *stop_word(const void *mem, int64_t person)
{
	unsigned char mark[SEAL_BYTES];

	seal_index(mark, "unsubscribe", talloc_asprintf(mem, "%" PRId64, person));
	return talloc_asprintf(mem, "%" PRId64 "-%s", person, text_hex(mem, mark, MARK_BYTES));
}

int64_t outbox_stops(const void *mem, const char *word)
{
	int64_t person = strtoll(word, NULL, 10);
	const char *right = stop_word(mem, person);

	return person > 0 && strlen(word) == strlen(right) && seal_equal(word, right, strlen(right)) ? person : 0;
}

/* Seven in the morning of tomorrow, or of the next Monday. */
static time_t morning(const void *mem, int days)
{
	return time_midnight(time_day(mem, time_now()), days) + MORNING;
}

void outbox_(const void *mem, const char *kind, int64_t ref_id, int64_t person_id, const char *const *pairs)
{
	bool may_stop = is_news(kind, pairs);
	const char *detail = detail_of(mem, pairs);
	unsigned char what[SEAL_BYTES];

	if (may_stop)
		detail = talloc_asprintf(mem, "%sunsubscribe=%s\n", detail,
		                         text_escape(mem, talloc_asprintf(mem, "%s/odkaz/zastavit/%s", conf.base, stop_word(mem, person_id))));
	seal_index(what, "outbox", talloc_asprintf(mem, "%s\n%s", time_day(mem, time_now()), detail));
	db_exec("INSERT INTO outbox (kind, ref_id, person_id, channel, what_hash, lang, detail, created_at, gather, due_at)"
	        " SELECT ?, ?, p.id, IF(EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id AND c.kind = 'phone' AND c.confirmed_at IS NOT NULL)"
	        " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.person_id = p.id AND c.kind = 'mail' AND c.confirmed_at IS NOT NULL), 'sms', 'mail'),"
	        " ?, p.lang, ?, ?, ? AND p.told IN ('daily', 'weekly'), IF(?, CASE p.told WHEN 'daily' THEN ? WHEN 'weekly' THEN ? ELSE ? END, ?) FROM person p"
	        " WHERE p.id = ? AND NOT (? AND p.told = 'never')",
	        S(kind), I(ref_id), B(what, sizeof(what)), db_sealed(mem, "outbox", detail), T(time_now()), I(may_stop), I(may_stop), T(morning(mem, 1)),
	        T(morning(mem, 8 - time_weekday(time_now()))), T(time_now()), T(time_now()), I(person_id), I(may_stop));
}

int64_t outbox_to_(const void *mem, const char *kind, int64_t ref_id, const char *channel, const char *address, const char *lang, const char *const *pairs)
{
	const char *detail = detail_of(mem, pairs);
	unsigned char what[SEAL_BYTES], hash[SEAL_BYTES];

	seal_index(what, "outbox", talloc_asprintf(mem, "%s\n%s\n%s", time_day(mem, time_now()), address, detail));
	seal_index(hash, strcmp(channel, "sms") ? "mail" : "phone", address);
	return db_exec("INSERT INTO outbox (kind, ref_id, channel, address, address_hash, what_hash, lang, detail, created_at, due_at)"
	               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	               S(kind), I(ref_id), S(channel), db_sealed(mem, "outbox", address), B(hash, sizeof(hash)), B(what, sizeof(what)), S(lang), db_sealed(mem, "outbox", detail),
	               T(time_now()), T(time_now()));
}
