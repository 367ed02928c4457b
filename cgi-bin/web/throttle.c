/* Limits and their counts: table throttle. */
#include "throttle.h"
#include <arpa/inet.h>
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "db.h"
#include "panic.h"
#include "request.h"
#include "seal.h"
#include "text.h"
#include "time.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

struct limit {
	int64_t count, seconds;   /* 0: none */
};

static const struct row {
	const char *action;
	struct limit network, subject;
} rows[] = {
	{ "sign-in", { 10, 5 * MINUTE }, { 10, HOUR } },     /* subject: the account */
	{ "sign-up", { 5, 30 * MINUTE }, { 3, 30 * MINUTE } },
	{ "reset", { 25, 5 * MINUTE }, { 3, 30 * MINUTE } }, /* subject: the address it is sent to */
	{ "code", { 20, 5 * MINUTE }, { 10, HOUR } },        /* subject: what the code opens */
	{ "password", { 10, 10 * MINUTE }, { 10, 10 * MINUTE } },
	{ "claim", { 5, HOUR }, { 5, DAY } },
	{ "post-new", { 0, 0 }, { 3, DAY } },                /* subject: somebody new here */
	{ "report", { 10, HOUR }, { 0, 0 } },
	{ "ask-help", { 20, HOUR }, { 10, DAY } },           /* subject: how who asks is reached */
	{ "upload", { 30, 30 * MINUTE }, { 10, 30 * MINUTE } }, /* subject: whose file */
	{ "help-offer", { 0, 0 }, { 10, DAY } },                /* subject: the helper */
	{ "help-apply", { 0, 0 }, { 20, DAY } },                /* subject: the helper */
	{ "export", { 0, 0 }, { 3, DAY } },
};

/* What is to be counted once the transaction is over. */
struct hit {
	unsigned char bucket[SEAL_BYTES];
	time_t start;
	int64_t left;             /* seconds of the window */
	bool over;
	struct hit *next;
};

static const struct row *row_find(const char *action)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (!strcmp(rows[i].action, action))
			return &rows[i];
	panic("nobody decided how often one may %s", action);
}

/* An IPv6 network is one customer: its first 64 bits. IPv4 inside IPv6 is IPv4. */
static const char *network_of(struct req *r)
{
	static const unsigned char inside[12] = { [10] = 0xff, [11] = 0xff };
	unsigned char address[16];
	if (inet_pton(AF_INET6, r->remote, address) != 1)
		return r->remote;
	return memcmp(address, inside, sizeof inside) ? text_hex(r->mem, address, 8) : talloc_asprintf(r->mem, "%u.%u.%u.%u", address[12],
			address[13], address[14], address[15]);
}

static bool count(struct req *r, const char *action, const char *kind, const char *what, struct limit limit)
{
	if (!limit.count || !limit.seconds || !*what)
		return false;
	struct hit *hit = must(talloc(r->mem, struct hit));
	int64_t now = time_now();
	hit->left = limit.seconds - now % limit.seconds;
	hit->start = now - now % limit.seconds;
	hit->next = r->hits;
	r->hits = hit;
	seal_hash_many(hit->bucket, (const char *const[]){ action, kind, what }, 3);
	hit->over = db_number(0, "SELECT count FROM throttle WHERE bucket = ? AND window_start = ?", B(hit->bucket, SEAL_BYTES), T(hit->start)) >=
		    limit.count;
	return hit->over;
}

const struct throttle_default *throttle_default(size_t i)
{
	static struct throttle_default d;
	if (i >= sizeof rows / sizeof *rows)
		return NULL;
	const struct row *row = &rows[i];
	d = (struct throttle_default){ row->action, { row->network.count, row->network.seconds, row->subject.count, row->subject.seconds } };
	return &d;
}

/* As an admin decided, else as the table says. */
static struct row decided(struct req *r, const char *action)
{
	struct row row = *row_find(action);
	static const struct column columns[] = {
		{ "network_count", COLUMN_INT, offsetof(struct row, network.count) },
		{ "network_seconds", COLUMN_INT, offsetof(struct row, network.seconds) },
		{ "subject_count", COLUMN_INT, offsetof(struct row, subject.count) },
		{ "subject_seconds", COLUMN_INT, offsetof(struct row, subject.seconds) },
		{ 0 },
	};
	db_one(r->mem, &row, columns,
	       "SELECT network_count, network_seconds, subject_count, subject_seconds FROM throttle_limit WHERE action = ?", S(action));
	return row;
}

bool throttle_hit(struct req *r, const char *action, const char *what)
{
	const struct row row = decided(r, action);
	bool network = count(r, action, "network", network_of(r), row.network);
	bool subject = what && count(r, action, "subject", what, row.subject);
	return network || subject;
}

int throttle_wait(const struct req *r)
{
	int64_t longest = 1;
	for (const struct hit *hit = r->hits; hit; hit = hit->next)
		if (hit->over && hit->left > longest)
			longest = hit->left;
	return (int)longest;
}

void throttle_settle(struct req *r)
{
	for (const struct hit *hit = r->hits; hit; hit = hit->next)
		db_exec("INSERT INTO throttle (bucket, window_start, count) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE count = count + 1",
			B(hit->bucket, SEAL_BYTES), T(hit->start));
	r->hits = NULL;
}
