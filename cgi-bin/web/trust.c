/* Evidence to belief: two statements. */
#include "trust.h"
#include <stddef.h>
#include <talloc.h>
#include "conf.h"
#include "db.h"
#include "event.h"
#include "outbox.h"
#include "time.h"

struct admin {
	int64_t id;
	const char *name, *slug;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct admin, id) },
	{ "name", COLUMN_TEXT, offsetof(struct admin, name) },
	{ "slug", COLUMN_TEXT, offsetof(struct admin, slug) },
	{ 0 },
};

bool trust_believe(const void *mem, int64_t organisation, int64_t actor)
{
	struct admin *admins;
	if (db_exec("UPDATE organisation o SET state = 'verified', verified_at = ?, reason = NULL, version = version + 1 WHERE id = ? AND state = 'submitted'"
		    " AND (legal_form = 'informal' OR register_state = 'found') AND (" TRUST_PROVEN " <= ? OR EXISTS (SELECT 1 FROM vouch v JOIN town t ON t.code = v.town_code AND t.official"
		    "  WHERE v.organisation_id = o.id) OR (legal_form = 'informal' AND (SELECT COUNT(*) FROM vouch v JOIN person p ON p.id = v.person_id"
		    "  WHERE v.organisation_id = o.id AND v.town_code IS NULL AND p.level >= 2) >= 2))",
		    T(time_now()), I(organisation), T(time_now() - TRUST_OBJECT_HOURS * 3600)) <= 0)
		return false;
	event_log_as(actor, "organisation", organisation, "organisation.vouch", "submitted", "verified", "evidence", NULL);
	size_t count = db_all(mem, &admins, sizeof *admins, columns,
			      "SELECT m.person_id AS id, o.name, o.slug FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id"
			      " WHERE o.id = ? AND m.role = 'admin'", I(organisation));
	for (size_t i = 0; i < count; i++)
		outbox_(mem, "org.news", organisation, admins[i].id,
			OUTBOX_PAIRS("what", "organisation-verified", "name", admins[i].name, "link",
				     talloc_asprintf(mem, "%s/organizace/%s", conf.base, admins[i].slug)));
	return true;
}

/* Who is not believed any more gives no level: a town that is listed again, an organisation that is suspended or closed. */
void trust_level(const void *mem, int64_t person)
{
	db_exec("UPDATE person p SET level = GREATEST(LEAST(level, 1), COALESCE((SELECT MAX(g.level) FROM level_grant g LEFT JOIN town t ON t.code = g.town_code"
		" LEFT JOIN organisation o ON o.id = g.organisation_id WHERE g.person_id = p.id AND g.revoked_at IS NULL AND g.until >= ?"
		" AND (t.official OR o.state = 'verified')), 0)) WHERE id = ?", S(time_day(mem, time_now())), I(person));
}

struct holder {
	int64_t id, level;
	const char *name;
};

static void holder_told(const void *mem, const struct holder *h)
{
	int64_t level = db_number(0, "SELECT level FROM person WHERE id = ?", I(h->id));

	if (level != h->level)
		outbox_(mem, "org.news", h->id, h->id, OUTBOX_PAIRS("what", level < h->level ? "level-paused" : "level-back", "name", h->name, "link",
								      talloc_asprintf(mem, "%s/uroven", conf.base)));
}

void trust_body(const void *mem, int64_t town, int64_t organisation)
{
	static const struct column holder_columns[] = {
		{ "id", COLUMN_INT, offsetof(struct holder, id) },
		{ "level", COLUMN_INT, offsetof(struct holder, level) },
		{ "name", COLUMN_TEXT, offsetof(struct holder, name) },
		{ 0 },
	};
	struct holder *holders;
	size_t count = db_all(mem, &holders, sizeof *holders, holder_columns,
			      "SELECT DISTINCT p.id, p.level, COALESCE(t.name, o.name) AS name FROM level_grant g JOIN person p ON p.id = g.person_id"
			      "  LEFT JOIN town t ON t.code = g.town_code LEFT JOIN organisation o ON o.id = g.organisation_id"
			      " WHERE (g.town_code <=> NULLIF(?, 0)) AND (g.organisation_id <=> NULLIF(?, 0)) AND g.revoked_at IS NULL AND g.until >= ?"
			      " ORDER BY p.id", I(town), I(organisation), S(time_day(mem, time_now())));

	for (size_t i = 0; i < count; i++) {
		trust_level(mem, holders[i].id);
		holder_told(mem, &holders[i]);
	}
}
