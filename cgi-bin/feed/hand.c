/* The commands import and source. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/seal.h"
#include "../web/text.h"
#include "../web/time.h"
#include "address.h"
#include "hand.h"
#include "round.h"

struct task {
	const struct hand *hand;
	const char *what;      /* file or address */
	bool follow;           /* source add: keep asking */
	int64_t town_code;
	void *mem;
};

__attribute__((format(printf, 2, 3))) static int complain(int status, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	fprintf(stderr, "jobs: ");
	vfprintf(stderr, format, list);
	fputc('\n', stderr);
	va_end(list);
	return status;
}

static bool is_address(const char *text)
{
	return !strncmp(text, "http://", 7) || !strncmp(text, "https://", 8);
}

static bool board_known(const char *board)
{
	static const char *const kinds[] = { "official_copy", "information", "community", "crisis" };

	for (size_t i = 0; board && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (!strcmp(board, kinds[i]))
			return true;
	return !board;
}

/* The town's code; 0 after a complaint. */
static int64_t town_code(const struct hand *h)
{
	int64_t code = h->town ? db_number(0, "SELECT code FROM town WHERE slug = ?", S(h->town)) : 0;

	if (!h->town)
		complain(0, "--town SLUG is needed");
	else if (!code)
		complain(0, "no town has the address \"%s\"", h->town);
	return code;
}

/* ---- printing ---- */

static void print_changes(const struct brought *b)
{
	static const char *const words[] = { [BRING_NEW] = "new", [BRING_CHANGED] = "changed", [BRING_AGAIN] = "again", [BRING_DOWN] = "taken down" };

	for (size_t i = 0; i < b->count; i++)
		printf("%s: %" PRId64 " %s\n", words[b->changes[i].what], b->changes[i].id, b->changes[i].title);
}

static void print_refused(const struct feed *f)
{
	for (size_t i = 0; i < f->refused_count; i++) {
		const struct feed_refusal *r = &f->refused[i];

		printf("refused:");
		if (r->line)
			printf(" line %d:", r->line);
		printf(" %s%s%s\n", r->what, *r->what ? ": " : "", r->reason);
	}
}

static void print_brought(const struct task *t, const struct source *s, const struct feed *f, const struct brought *b)
{
	printf("town %s, board %s, source %" PRId64 "\n", t->hand->town, s->kind, s->id);
	printf("new %" PRId64 ", changed %" PRId64 ", again %" PRId64 ", taken down %" PRId64 ", missing %" PRId64 ", unchanged %" PRId64 ", refused %zu\n",
	       b->fresh, b->changed, b->again, b->down, b->missing, b->same, f->refused_count);
	if (t->hand->verbose)
		print_changes(b);
	print_refused(f);
}

/* ---- import ---- */

/* A file's source is known by what its feed says of itself; else by the site its items are on and its title; else by its name. */
static const char *source_address(const struct task *t, const struct feed *f)
{
	const char *name = strrchr(t->what, '/') ? strrchr(t->what, '/') + 1 : t->what, *link = NULL;
	const char *own = f->iri ? f->iri : f->page;

	if (is_address(t->what))
		return address_web(t->mem, t->what, NULL);
	if (own)
		return own;
	for (size_t i = 0; !link && i < f->count; i++)
		link = f->items[i].link;
	if (link && f->title)
		return talloc_asprintf(t->mem, "%.*s/#%s", (int)(strcspn(strstr(link, "://") + 3, "/?#") + (size_t)(strstr(link, "://") + 3 - link)), link,
		                       text_slug(t->mem, f->title, 80));
	return talloc_asprintf(t->mem, "%s/#%s", conf.base, text_slug(t->mem, name, 80));
}

static const char *kind_for(const struct task *t, const struct feed *f)
{
	return t->hand->board ? t->hand->board : f->official ? "official_copy" : "information";
}

/* An address is followed from its first import on; a source somebody paused stays so. */
static int bring_in(const struct task *t, const struct fetched *got, const struct feed *f)
{
	const char *address = source_address(t, f);
	unsigned char hash[SEAL_BYTES];
	struct source *s;
	int64_t id;

	if (!address)
		return complain(EX_USAGE, "refused: address that cannot be read: %s", t->what);
	id = source_for(t->town_code, kind_for(t, f), address);
	s = source_load(t->mem, id);
	seal_hash(hash, got->bytes, got->length);
	print_brought(t, s, f, bring_feed(t->mem, id, f));
	source_good(s, f, got, hash);
	if (t->follow || (is_address(t->what) && !s->format))
		db_exec("UPDATE source SET state = 'active' WHERE id = ?", I(id));
	return EX_OK;
}

static int read_and_bring(const struct task *t)
{
	struct fetched *got = is_address(t->what) ? fetch_url(t->mem, t->what, NULL, NULL) : fetch_file(t->mem, t->what);
	struct feed *f;

	if (got->problem)
		return complain(is_address(t->what) ? ROUND_UNREACHED : EX_NOINPUT, "refused: %s", got->problem);
	f = feed_read(t->mem, got->bytes, got->length, is_address(t->what) ? got->url : NULL);
	if (f->problem)
		return complain(ROUND_REFUSED, "refused: %s",
		                f->problem_line ? talloc_asprintf(f, "line %d: %s", f->problem_line, f->problem) : f->problem);
	return bring_in(t, got, f);
}

static int import_work(void *given)
{
	struct task *t = given;
	int status = read_and_bring(t);

	talloc_free(t->mem);
	db_close();
	return status;
}

/* The work in a limited process. */
static int guarded(struct task *t)
{
	int status = 0;
	pid_t child;

	db_close();
	child = round_fork(import_work, t);
	if (child < 0 || waitpid(child, &status, 0) != child)
		return complain(EX_OSERR, "no process for reading");
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	return complain(ROUND_REFUSED, "refused: reading it took too much time or memory");
}

static int import(const struct hand *h, const char *what, bool follow)
{
	struct task t = { .hand = h, .what = what, .follow = follow, .town_code = town_code(h) };
	int status;

	if (!t.town_code)
		return EX_USAGE;
	if (!board_known(h->board))
		return complain(EX_USAGE, "no board of kind \"%s\": official_copy, information, community, crisis", h->board);
	t.mem = talloc_new(NULL);
	status = guarded(&t);
	talloc_free(t.mem);
	return status;
}

int hand_import(const struct hand *h, int argc, char **argv)
{
	if (argc != 1)
		return complain(EX_USAGE, "import takes one FILE or URL");
	return import(h, argv[0], false);
}

/* ---- source ---- */

/* A source that does not answer now may do so later, when the operator says what board it is for. */
static int add_address(const struct hand *h, const char *url, const char *address)
{
	int status = import(h, url, true);

	if (status != ROUND_UNREACHED || !h->board)
		return status;
	db_exec("UPDATE source SET state = 'active', due_at = ? WHERE id = ?", T(time_now()), I(source_for(town_code(h), h->board, address)));
	printf("added; it will be tried again\n");
	return EX_OK;
}

static int source_add(const struct hand *h, const char *url)
{
	void *mem = talloc_new(NULL);
	const char *address = address_web(mem, url, NULL);
	bool fit = address && fetch_host(mem, address);
	int status = fit ? add_address(h, url, address) : complain(EX_USAGE, "refused: not an address feeds may come from: %s", url);

	talloc_free(mem);
	return status;
}

struct listed {
	int64_t id, items, failures;
	const char *town, *kind, *state, *format, *good, *problem, *url;
};

static const struct column listed_columns[] = {
	{ "id", COLUMN_INT, offsetof(struct listed, id) },
	{ "items", COLUMN_INT, offsetof(struct listed, items) },
	{ "failures", COLUMN_INT, offsetof(struct listed, failures) },
	{ "town", COLUMN_TEXT, offsetof(struct listed, town) },
	{ "kind", COLUMN_TEXT, offsetof(struct listed, kind) },
	{ "state", COLUMN_TEXT, offsetof(struct listed, state) },
	{ "format", COLUMN_TEXT, offsetof(struct listed, format) },
	{ "good", COLUMN_TEXT, offsetof(struct listed, good) },
	{ "problem", COLUMN_TEXT, offsetof(struct listed, problem) },
	{ "url", COLUMN_TEXT, offsetof(struct listed, url) },
	{ NULL, COLUMN_INT, 0 },
};

static int source_list(const struct hand *h)
{
	void *mem = talloc_new(NULL);
	struct listed *rows;
	size_t count = db_all(mem, &rows, sizeof(*rows), listed_columns,
	                      "SELECT s.id, s.items, s.failures, t.slug AS town, s.kind, s.state, s.format, CAST(s.good_at AS CHAR) AS good, s.problem, s.url"
	                      "  FROM source s JOIN town t ON t.code = s.town_code WHERE t.slug = COALESCE(?, t.slug) ORDER BY t.slug, s.id", S(h->town));

	for (size_t i = 0; i < count; i++) {
		const struct listed *r = &rows[i];

		printf("%" PRId64 "\t%s\t%s\t%s\t%s\t%" PRId64 "\t%s\t%s\t%s\n", r->id, r->town, r->kind, r->state, r->format ? r->format : "-", r->items,
		       r->good ? r->good : "never", r->url, r->problem ? r->problem : "");
	}
	talloc_free(mem);
	return EX_OK;
}

static int source_remove(const struct hand *h, int64_t id)
{
	int64_t notices = db_number(0, "SELECT COUNT(*) FROM notice WHERE source_id = ?", I(id));

	if (notices && !h->with_notices)
		return complain(EX_USAGE, "this source has notices: pause it, or remove it --with-notices");
	db_begin();
	db_exec("UPDATE board b JOIN source s ON s.town_code = b.town_code AND s.kind = b.kind SET b.revision = b.revision + 1, b.changed_at = ? WHERE s.id = ?",
	        T(time_now()), I(id));
	db_exec("DELETE FROM notice WHERE source_id = ?", I(id));
	db_exec("DELETE FROM source WHERE id = ?", I(id));
	db_commit();
	printf("removed, with %" PRId64 " notices\n", notices);
	return EX_OK;
}

static int source_one(const struct hand *h, const char *verb, const char *number)
{
	int64_t id = strtoll(number, NULL, 10);

	if (!db_number(0, "SELECT id FROM source WHERE id = ?", I(id)))
		return complain(EX_USAGE, "no source has the number %s", number);
	if (!strcmp(verb, "remove"))
		return source_remove(h, id);
	if (!strcmp(verb, "pause"))
		db_exec("UPDATE source SET state = 'paused' WHERE id = ?", I(id));
	else if (!strcmp(verb, "resume"))
		db_exec("UPDATE source SET state = 'active', due_at = ?, failures = 0 WHERE id = ?", T(time_now()), I(id));
	else
		return complain(EX_USAGE, "source: add, list, pause, resume or remove, not \"%s\"", verb);
	return EX_OK;
}

int hand_source(const struct hand *h, int argc, char **argv)
{
	if (argc == 1 && !strcmp(argv[0], "list"))
		return source_list(h);
	if (argc == 2 && !strcmp(argv[0], "add"))
		return source_add(h, argv[1]);
	if (argc == 2)
		return source_one(h, argv[0], argv[1]);
	return complain(EX_USAGE, "source takes add URL, list, pause ID, resume ID or remove ID");
}
