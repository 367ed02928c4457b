/* One source from request to board, in a process of its own whose memory and time are limited: what a hostile feed breaks is that process. */
#ifndef SOUSEDE_FEED_ROUND_H
#define SOUSEDE_FEED_ROUND_H
#include <stdint.h>
#include <sys/types.h>
#include "bring.h"
#include "feed.h"
#include "fetch.h"
#include "source.h"

enum { ROUND_MEMORY = 384 << 20, ROUND_CPU_SECONDS = 30 };

/* How a reading ended; also the exit status of its process. */
enum round { ROUND_GOOD = 0, ROUND_REFUSED = 65, ROUND_UNREACHED = 69, ROUND_AWAY = 75 };

/* Forks a child under the limits that does the work and exits with what it returns. The parent's database connection must be closed (db_close). */
pid_t round_fork(int (*work)(void *given), void *given);

/* Fetches a claimed source when it is due and brings it in; logs what happened. */
int round_source(int64_t id);

#endif
