/* The calendar of belief: each row in a transaction of its own. */
#include <stddef.h>
#include <inttypes.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/event.h"
#include "../web/log.h"
#include "../web/outbox.h"
#include "../web/policy.h"
#include "../web/time.h"
#include "../web/trust.h"
#include "trust.h"

struct row {
	int64_t id, person, town;
	const char *name, *slug, *until;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct row, id) },
	{ "person", COLUMN_INT, offsetof(struct row, person) },
	{ "town", COLUMN_INT, offsetof(struct row, town) },
	{ "name", COLUMN_TEXT, offsetof(struct row, name) },
	{ "slug", COLUMN_TEXT, offsetof(struct row, slug) },
	{ "until", COLUMN_TEXT, offsetof(struct row, until) },
	{ NULL, COLUMN_INT, 0 },
};

struct step {
	const void *mem;
	const struct row *row;
};

static void each(const void *mem, const struct row *rows, size_t count, void (*work)(void *), const char *event)
{
	for (size_t i = 0; i < count; i++)
		db_transaction(work, &(struct step){ mem, &rows[i] });
	if (count)
		log_line(event, "count=%zu", count);
}

static void tell_admins(const struct step *s, const char *kind, const char *const *pairs)
{
	struct row *admins;
	size_t count = db_all(s->mem, &admins, sizeof(*admins), columns,
	                      "SELECT person_id AS id, person_id AS person, 0 AS town, NULL AS name, NULL AS slug, NULL AS `until` FROM membership WHERE town_code = ? AND roles & ?", I(s->row->town), I(TOWN_ADMIN));

	for (size_t i = 0; i < count; i++)
		outbox_(s->mem, kind, s->row->id, admins[i].id, pairs);
}

static const char *page_of(const struct step *s)
{
	return talloc_asprintf(s->mem, "%s/%s/prevzit", conf.base, s->row->slug);
}

static void code_ends(void *given)
{
	const struct step *s = given;

	if (db_exec("UPDATE town_claim SET state = 'listed', code_hash = NULL WHERE id = ? AND state = 'code_sent'", I(s->row->id)) <= 0)
		return;
	event_log_as(0, "town", s->row->town, "town.claim", "code_sent", "listed", "expired", NULL);
	outbox_(s->mem, "org.news", s->row->id, s->row->person, OUTBOX_PAIRS("what", "claim-expired", "name", s->row->name, "link", page_of(s)));
}

/* Admins who say nothing for two weeks do not accept: only the data box of the office decides now, and the site sends the letter. */
static void vote_ends(void *given)
{
	const struct step *s = given;
	struct row *admins;
	const char *const *pairs = OUTBOX_PAIRS("what", "rival-silent", "name", s->row->name, "link", page_of(s));

	if (db_exec("UPDATE town_claim SET accepted = FALSE WHERE id = ? AND state = 'claimed' AND accepted IS NULL", I(s->row->id)) <= 0)
		return;
	event_log_as(0, "town", s->row->town, "town.claim", "claimed", "claimed", "silence", NULL);
	outbox_(s->mem, "org.news", s->row->id, s->row->person, pairs);
	size_t count = db_all(s->mem, &admins, sizeof(*admins), columns,
	                      "SELECT id, id AS person, 0 AS town, NULL AS name, NULL AS slug, NULL AS `until` FROM person WHERE roles & ?", I(ADMIN));

	for (size_t i = 0; i < count; i++)
		outbox_(s->mem, "org.news", s->row->id, admins[i].id, pairs);
}

static void check_ends(void *given)
{
	const struct step *s = given;

	if (db_exec("UPDATE town_claim SET state = 'suspended' WHERE id = ? AND state = 'verified'", I(s->row->id)) <= 0)
		return;
	db_exec("UPDATE town SET official = FALSE WHERE code = ?", I(s->row->town));
	trust_body(s->mem, s->row->town, 0);
	db_exec("UPDATE board SET revision = revision + 1, changed_at = ? WHERE town_code = ?", T(time_now()), I(s->row->town));
	event_log_as(0, "town", s->row->town, "town.claim", "verified", "suspended", "not_checked", NULL);
	tell_admins(s, "org.news", OUTBOX_PAIRS("what", "town-suspended", "name", s->row->name, "link", page_of(s)));
}

static void check_soon(void *given)
{
	const struct step *s = given;

	tell_admins(s, "org.check", OUTBOX_PAIRS("town", s->row->name, "until", s->row->until, "link", page_of(s)));
}

static void level_soon(void *given)
{
	const struct step *s = given;

	outbox_(s->mem, "org.expiring", s->row->id, s->row->person,
	        OUTBOX_PAIRS("what", s->row->name, "until", s->row->until, "link", talloc_asprintf(s->mem, "%s/uroven", conf.base)));
}

static void level_ends(void *given)
{
	const struct step *s = given;

	trust_level(s->mem, s->row->person);
	outbox_(s->mem, "org.news", s->row->id, s->row->person,
	        OUTBOX_PAIRS("what", "level-ended", "name", s->row->name, "link", talloc_asprintf(s->mem, "%s/uroven", conf.base)));
}

#define CLAIM                                                                                                                               \
	"SELECT c.id, c.person_id AS person, c.town_code AS town, t.name, t.slug, CAST(c.check_on AS CHAR) AS `until`"                      \
	"  FROM town_claim c JOIN town t ON t.code = c.town_code"
#define GRANT                                                                                                                               \
	"SELECT g.id, g.person_id AS person, 0 AS town, NULL AS slug, COALESCE(t.name, o.name) AS name, CAST(g.until AS CHAR) AS `until` FROM level_grant g"         \
	"  LEFT JOIN town t ON t.code = g.town_code LEFT JOIN organisation o ON o.id = g.organisation_id WHERE g.revoked_at IS NULL"

static void proof_stands(void *given)
{
	const struct step *s = given;

	trust_believe(s->mem, s->row->id, 0);
}

/* Nobody objected to what proves them. */
static void organisations(void *mem)
{
	struct row *rows;
	size_t count = db_all(mem, &rows, sizeof(*rows), columns,
	                      "SELECT id, 0 AS person, town_code AS town, name, slug, NULL AS `until` FROM organisation"
	                      " WHERE state = 'submitted' AND register_state = 'found' AND " TRUST_PROVEN " <= ? LIMIT 1000",
	                      T(time_now() - TRUST_OBJECT_HOURS * 3600));

	each(mem, rows, count, proof_stands, "proof-stands");
}

static void towns(void *mem, const char *today)
{
	struct row *rows;
	size_t count;

	count = db_all(mem, &rows, sizeof(*rows), columns, CLAIM " WHERE c.state = 'code_sent' AND c.code_until <= ?", T(time_now()));
	each(mem, rows, count, code_ends, "claim-expired");
	count = db_all(mem, &rows, sizeof(*rows), columns, CLAIM " WHERE c.state = 'claimed' AND c.rival AND c.accepted IS NULL AND c.vote_until <= ?",
	               T(time_now()));
	each(mem, rows, count, vote_ends, "rival-silent");
	count = db_all(mem, &rows, sizeof(*rows), columns, CLAIM " WHERE c.state = 'verified' AND c.check_on < ?", S(today));
	each(mem, rows, count, check_ends, "town-suspended");
	count = db_all(mem, &rows, sizeof(*rows), columns, CLAIM " WHERE c.state = 'verified' AND c.check_on IN (? + INTERVAL 30 DAY, ? + INTERVAL 7 DAY)",
	               S(today), S(today));
	each(mem, rows, count, check_soon, "town-check");
}

static void levels(void *mem, const char *today)
{
	struct row *rows;
	size_t count = db_all(mem, &rows, sizeof(*rows), columns, GRANT " AND g.until IN (? + INTERVAL 30 DAY, ? + INTERVAL 7 DAY)", S(today), S(today));

	each(mem, rows, count, level_soon, "level-soon");
	count = db_all(mem, &rows, sizeof(*rows), columns,
	               GRANT " AND g.until < ? AND EXISTS (SELECT 1 FROM person p WHERE p.id = g.person_id AND p.level > 1 AND p.level >"
	                     "  COALESCE((SELECT MAX(h.level) FROM level_grant h WHERE h.person_id = p.id AND h.revoked_at IS NULL AND h.until >= ?), 1))",
	               S(today), S(today));
	each(mem, rows, count, level_ends, "level-ended");
}

void trust_run(void)
{
	void *mem = talloc_new(NULL);
	const char *today = time_day(mem, time_now());

	towns(mem, today);
	organisations(mem);
	levels(mem, today);
	talloc_free(mem);
}
