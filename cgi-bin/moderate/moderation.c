/* Content states and standing: four tables. */
#include "moderation.h"
#include <string.h>
#include <talloc.h>
#include "help/request.h"
#include "../web/db.h"
#include "../web/panic.h"
#include "../web/time.h"

static void notice_set(int64_t id, const char *to)
{
	time_t now = time_now();
	db_exec("UPDATE notice SET moderation = ?, moderated_at = ?, changed_at = ?, version = version + 1 WHERE id = ?", S(to), T(now), T(now), I(id));
	db_exec("UPDATE board b JOIN notice n ON n.town_code = b.town_code AND n.kind = b.kind SET b.revision = b.revision + 1, b.changed_at = ? WHERE n.id = ?",
		T(now), I(id));
}

/* Its notices hang on the community board, whose readers are told by the revision. */
static void organisation_set(int64_t id, const char *to)
{
	time_t now = time_now();
	db_exec("UPDATE organisation SET moderation = ?, moderated_at = ?, version = version + 1 WHERE id = ?", S(to), T(now), I(id));
	db_exec("UPDATE board b JOIN organisation o ON o.town_code = b.town_code SET b.revision = b.revision + 1, b.changed_at = ? WHERE o.id = ?", T(now), I(id));
}

static void person_set(int64_t id, const char *to, int64_t until)
{
	db_exec("UPDATE person SET standing = ?, standing_until = ? WHERE id = ?", S(to), T(until), I(id));
	if (!strcmp(to, "banned"))
		db_exec("UPDATE session SET expires_at = ? WHERE person_id = ?", T(time_now()), I(id));
	/* Review before publishing holds for what is planned, too. */
	if (!strcmp(to, "limited"))
		db_exec("UPDATE notice SET state = 'approval', changed_at = ?, version = version + 1 WHERE author_id = ? AND state = 'scheduled'", T(time_now()), I(id));
}

/* A request goes through its table of states, so that its sides and helpers hear of it; limited is only a mark. */
static void request_set(int64_t id, const char *to)
{
	void *mem = talloc_new(NULL);
	struct request q;
	struct actor overseer = { 0, OVERSEER };
	bool loaded = request_load(mem, id, NULL, true, &q), away = !strcmp(to, "hidden") || !strcmp(to, "removed");
	if (loaded && away && strcmp(q.state, "hidden"))
		request_move(mem, &q, "hidden", &overseer, NULL);
	if (loaded && !strcmp(to, "removed"))
		request_move(mem, &q, "closed", &overseer, &(struct move){ .outcome = "removed" });
	if (loaded && !away && !strcmp(q.state, "hidden") && q.hidden_from)
		request_move(mem, &q, q.hidden_from, &overseer, NULL);
	db_exec("UPDATE help_request SET moderation = ?, moderated_at = ?, version = version + 1 WHERE id = ?", S(to), T(time_now()), I(id));
	talloc_free(mem);
}

void moderation_set(const char *target, int64_t id, const char *to, int64_t until)
{
	if (!strcmp(target, "notice"))
		notice_set(id, to);
	else if (!strcmp(target, "organisation"))
		organisation_set(id, to);
	else if (!strcmp(target, "person"))
		person_set(id, to, until);
	else if (!strcmp(target, "request"))
		request_set(id, to);
	else
		panic("nothing to moderate: %s", target);
}
