/* One reading of one source. */
#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <talloc.h>
#include <unistd.h>
#include "../web/db.h"
#include "../web/log.h"
#include "../web/panic.h"
#include "../web/seal.h"
#include "../web/time.h"
#include "round.h"

static void limit(int what, rlim_t value)
{
	struct rlimit l = { value, value };

	setrlimit((__rlimit_resource_t)what, &l);
}

static void be_limited(void)
{
	sigset_t none;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
#ifndef __SANITIZE_ADDRESS__
	limit(RLIMIT_DATA, ROUND_MEMORY);
#endif
	limit(RLIMIT_CPU, ROUND_CPU_SECONDS);
	limit(RLIMIT_CORE, 0);
}

pid_t round_fork(int (*work)(void *given), void *given)
{
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child)
		return child;
	be_limited();
	exit(work(given));
}

/* What the next occurrences in a calendar are moves on with the day, though the file stays the same. */
static bool worth_reading(const struct source *s)
{
	void *mem = talloc_new(NULL);
	bool moved = s->format && !strcmp(s->format, "ics") && s->good_at != -1 && strcmp(time_day(mem, s->good_at), time_day(mem, time_now()));

	talloc_free(mem);
	return moved;
}

static bool same_bytes(const struct source *s, const struct fetched *got)
{
	unsigned char hash[32];

	seal_hash(hash, got->bytes, got->length);
	return s->format && !memcmp(hash, s->body_hash, sizeof(hash));
}

static void log_brought(const struct source *s, const struct fetched *got, const struct brought *b, const char *how)
{
	log_line("feed", "source=%" PRId64 " town=%" PRId64 " status=%ld how=%s new=%" PRId64 " changed=%" PRId64 " again=%" PRId64 " down=%" PRId64
	         " same=%" PRId64 " absent=%" PRId64, s->id, s->town_code, got->status, how, b->fresh, b->changed, b->again, b->down, b->same, b->missing);
}

static int failed(const struct source *s, const char *problem, int64_t retry_after, enum round how)
{
	log_line("feed", "source=%" PRId64 " town=%" PRId64 " how=failed problem=%s", s->id, s->town_code, log_quote(problem));
	source_failed(s, problem, retry_after);
	return how;
}

/* Reads what came and brings it in. */
static int read_and_bring(void *mem, const struct source *s, const struct fetched *got)
{
	struct feed *feed = feed_read(mem, got->bytes, got->length, got->url);
	unsigned char hash[SEAL_BYTES];

	if (feed->problem)
		return failed(s, feed->problem_line ? talloc_asprintf(mem, "broken line %d: %s", feed->problem_line, feed->problem)
		                                    : talloc_asprintf(mem, "broken: %s", feed->problem), 0, ROUND_REFUSED);
	seal_hash(hash, got->bytes, got->length);
	log_brought(s, got, bring_feed(mem, s->id, feed), "read");
	source_good(s, feed, got, hash);
	return ROUND_GOOD;
}

static int read_source(void *mem, const struct source *s)
{
	bool whole = worth_reading(s);
	struct fetched *got;

	db_close();   /* a slow server must not hold a connection */
	got = fetch_url(mem, s->url, whole ? NULL : s->etag, whole ? NULL : s->last_modified);
	if (got->problem)
		return failed(s, got->problem, got->retry_after, ROUND_UNREACHED);
	if (got->status == 200 && (whole || !same_bytes(s, got)))
		return read_and_bring(mem, s, got);
	log_brought(s, got, bring_nothing_new(mem, s->id), "same");
	source_same(s, got);
	return ROUND_GOOD;
}

int round_source(int64_t id)
{
	void *mem = talloc_new(NULL);
	const struct source *s = source_load(mem, id);
	int how = s ? read_source(mem, s) : ROUND_GOOD;

	talloc_free(mem);
	db_close();
	return how;
}
