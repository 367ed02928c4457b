/* The watch over forms of strangers: stamp, work, question. */
#include "guard.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "conf.h"
#include "page.h"
#include "panic.h"
#include "request.h"
#include "route.h"
#include "seal.h"
#include "text.h"
#include "time.h"

enum { TIME_DIGITS = 8, STAMP = TIME_DIGITS + 2 * SEAL_BYTES, TERM = 9, ANSWER_MAX = 40, WORK_DIGITS = 16, LINE = 300, STEP_MS = 250 };

/* "TIME MAC", both hex. */
static const char *stamp_make(struct req *r, const char *once, time_t at)
{
	unsigned char mac[SEAL_BYTES];
	seal_index(mac, "guard", talloc_asprintf(r->mem, "%s\n%s\n%08" PRIx64, r->path, once, (int64_t)at));
	return talloc_asprintf(r->mem, "%08" PRIx64 "%s", (int64_t)at, text_hex(r->mem, mac, sizeof mac));
}

/* When the form that came was opened; -1 when it is none of ours. */
static time_t stamp_read(struct req *r, const char *stamp)
{
	const char *once = param_value(r->form, "once");
	if (!once || !stamp || strlen(stamp) != STAMP)
		return -1;
	time_t at = strtoll(talloc_strndup(r->mem, stamp, TIME_DIGITS), NULL, 16);
	return seal_equal(stamp, stamp_make(r, once, at), STAMP) ? at : -1;
}

/* The terms of the sum come from the stamp, so nothing has to be remembered. */
static int term(const char *stamp, int which)
{
	return 1 + stamp[TIME_DIGITS + which] % TERM;
}

/* SHA-256 of "STAMP:NUMBER" begins with so many zero bits. */
static bool is_worked(struct req *r, const char *stamp, const char *number)
{
	unsigned char hash[SEAL_BYTES];
	if (!number || !*number || strlen(number) > WORK_DIGITS)
		return false;
	const char *text = talloc_asprintf(r->mem, "%s:%s", stamp, number);
	seal_sha256(hash, text, strlen(text));
	return !(((uint32_t)hash[0] << 24 | (uint32_t)hash[1] << 16 | (uint32_t)hash[2] << 8 | hash[3]) >> (32 - GUARD_BITS));
}

/* True when a line of a shipped list is for what is looked for. */
static bool listed(struct req *r, const char *name, bool (*fits)(char *line, const char *what), const char *what)
{
	char line[LINE];
	bool found = false;
	FILE *file = fopen(talloc_asprintf(r->mem, "%s/schema/%s", conf.share, name), "re");
	if (!file)
		panic("no list %s in %s/schema", name, conf.share);
	while (!found && fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		found = *line && *line != '#' && fits(line, what);
	}
	fclose(file);
	return found;
}

/* "7 sedm seven": the number and its words; what is looked for is "7 sedm". */
static bool is_number(char *line, const char *what)
{
	size_t digits = strcspn(what, " ");
	char *rest = line + strcspn(line, " ");
	if ((size_t)(rest - line) != digits || memcmp(line, what, digits))
		return false;
	for (const char *word; (word = strsep(&rest, " "));)
		if (!strcmp(word, what + digits + 1))
			return true;
	return false;
}

/* Folded, in one word. */
static const char *word_of(struct req *r, const char *typed)
{
	const char *folded = text_fold(r->mem, typed ? typed : "");
	char *word = talloc_zero_size(r->mem, strlen(folded) + 1), *to = word;
	for (; *folded; folded++)
		if (*folded != ' ')
			*to++ = *folded;
	return word;
}

static bool is_answered(struct req *r, const char *stamp, const char *typed)
{
	int sum = term(stamp, 0) + term(stamp, 1);
	const char *answer = word_of(r, typed);
	return *answer && (!strcmp(answer, talloc_asprintf(r->mem, "%d", sum)) ||
			   listed(r, "numbers.txt", is_number, talloc_asprintf(r->mem, "%d %s", sum, answer)));
}

/* A field that no one sees and somebody filled in leaves only the question. */
static bool is_human(struct req *r, const char *stamp)
{
	const char *trap = param_value(r->form, "web");
	return (!(trap && *trap) && is_worked(r, stamp, param_value(r->form, "prace"))) || is_answered(r, stamp, param_value(r->form, "otazka"));
}

/* Null, or why the form goes back: old, fast, answer. */
static const char *problem(struct req *r, const char *stamp, time_t at)
{
	time_t now = time_now();
	if (at < 0 || at > now || at < now - GUARD_DAY)
		return "old";
	return at > now - GUARD_SECONDS ? "fast" : is_human(r, stamp) ? NULL : "answer";
}

static void question_add(xmlNode *form, const char *stamp, const char *error)
{
	xmlNode *field = page_add(form, "field", NULL);
	page_set(field, "name", "otazka");
	page_set(field, "type", "question");
	page_set(field, "required", "yes");
	page_set(field, "error", error);
	page_set_number(field, "max", ANSWER_MAX);
	page_set_number(field, "low", term(stamp, 0));
	page_set_number(field, "high", term(stamp, 1));
}

void guard_add(struct req *r, xmlNode *form, const char *once)
{
	if (r->person.id)
		return;
	const char *sent = r->method == POST ? param_value(r->form, "stamp") : NULL, *wrong = NULL;
	time_t at = stamp_read(r, sent);
	if (r->method == POST)
		wrong = problem(r, sent, at);
	bool keeps = at >= 0 && !(wrong && !strcmp(wrong, "old"));
	const char *stamp = stamp_make(r, once, keeps ? at : time_now());
	r->stopped = wrong != NULL;
	page_set(form, "stamp", stamp);
	page_set_number(form, "work", GUARD_BITS);
	page_set(form, "again", wrong && strcmp(wrong, "answer") ? wrong : NULL);
	question_add(form, stamp, wrong && !strcmp(wrong, "answer") ? wrong : NULL);
}

void guard_even(const struct timespec *since)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	int64_t passed = (now.tv_sec - since->tv_sec) * 1000000000 + now.tv_nsec - since->tv_nsec, step = STEP_MS * INT64_C(1000000);
	int64_t left = step - passed % step;
	nanosleep(&(struct timespec){ .tv_nsec = left }, NULL);
}

/* The host, or a domain it is below. */
static bool is_host(char *line, const char *host)
{
	size_t n = strlen(line), length = strlen(host);
	return length >= n && !strcmp(host + length - n, line) && (length == n || host[length - n - 1] == '.');
}

bool guard_disposable(struct req *r, const char *mail)
{
	return listed(r, "disposable.txt", is_host, strchr(mail, '@') + 1);
}
