/*
 * How often: one table of limits (reliability.md B16), which an admin may change in the database (throttle_limit), by the asking network and by what is asked for. Networks are IPv4 addresses and IPv6 /64.
 * Counted in windows that all workers and nodes share through the database; the count stays even when the request's transaction does not.
 */
#ifndef SOUSEDE_THROTTLE_H
#define SOUSEDE_THROTTLE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
struct req;

/* Counts one more of an action of the table, for the network and, when what is not null, for it (an account, an address; only a hash is kept).
 * True when a limit is passed: answer too_many(r). An action without a row panics. */
bool throttle_hit(struct req *r, const char *action, const char *what);

/* A row of the table as the program has it, whatever an admin decided: count and seconds for a network, then for a subject. Null past the last. */
struct throttle_default {
	const char *action;
	int64_t numbers[4];
};
const struct throttle_default *throttle_default(size_t row);

/* Seconds until the windows that were passed are over, at least one. */
int throttle_wait(const struct req *r);

/* Writes the counts down; main.c calls it when the transaction of the request is over, committed or not. */
void throttle_settle(struct req *r);
#endif
