/* Organisations are looked up in the register; the answer may complete what is needed to believe them. */
#include <inttypes.h>
#include <jansson.h>
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/log.h"
#include "../web/text.h"
#include "../web/time.h"
#include "../web/trust.h"
#include "ares.h"
#include "fetch.h"

enum { AT_ONCE = 5, AGAIN = 3600, NAME_MAX_CHARACTERS = 300 };

struct waiting {
	int64_t id;
	const char *ico;
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct waiting, id) },
	{ "ico", COLUMN_TEXT, offsetof(struct waiting, ico) },
	{ NULL, COLUMN_INT, 0 },
};

struct ares ares_read(const void *mem, const char *ico, const char *bytes, size_t length)
{
	json_t *root = json_loadb(bytes, length, 0, NULL);
	const char *said = json_string_value(json_object_get(root, "ico")), *name = json_string_value(json_object_get(root, "obchodniJmeno"));
	struct ares a = { 0 };

	if (said && name && !strcmp(said, ico)) {
		a.name = text_excerpt(mem, text_clean(mem, name, strlen(name)), NAME_MAX_CHARACTERS);
		a.town = (int)json_integer_value(json_object_get(json_object_get(root, "sidlo"), "kodObce"));
		a.ended = json_is_string(json_object_get(root, "datumZaniku"));
	}
	json_decref(root);
	return a;
}

struct step {
	const void *mem;
	const struct waiting *who;
	const char *state;
	struct ares answer;
};

static void write_down(void *given)
{
	struct step *s = given;

	db_exec("UPDATE organisation SET register_state = ?, register_name = ?, register_town = NULLIF(?, 0), register_at = ? WHERE id = ? AND register_state = 'wanted'",
	        S(s->state), S(s->answer.name), I(s->answer.town), T(time_now()), I(s->who->id));
	trust_believe(s->mem, s->who->id, 0);
}

static void ask(const void *mem, const struct waiting *w)
{
	struct fetched *got = fetch_url(mem, talloc_asprintf(mem, "%s%s", conf.ares, w->ico), NULL, NULL);
	struct step step = { .mem = mem, .who = w, .state = "wanted" };

	if (!got->problem)
		step.answer = ares_read(mem, w->ico, got->bytes, got->length);
	if (step.answer.name)
		step.state = step.answer.ended ? "ended" : "found";
	else if (got->problem && !strcmp(got->problem, "status 404"))
		step.state = "unknown";
	log_line("ares", "organisation=%" PRId64 " state=%s problem=%s", w->id, step.state, log_quote(got->problem ? got->problem : ""));
	db_transaction(write_down, &step);
}

void ares_run(void)
{
	void *mem = talloc_new(NULL);
	struct waiting *list;
	size_t count;

	if (*conf.ares) {
		count = db_all(mem, &list, sizeof(*list), columns,
		               "SELECT id, ico FROM organisation WHERE register_state = 'wanted' AND state NOT IN ('draft', 'closed', 'rejected')"
		               " AND (register_at IS NULL OR register_at <= ?) ORDER BY register_at, id LIMIT ?", T(time_now() - AGAIN), I(AT_ONCE));
		for (size_t i = 0; i < count; i++)
			ask(mem, &list[i]);
	}
	talloc_free(mem);
}
