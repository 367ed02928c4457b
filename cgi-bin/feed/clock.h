/* What time alone does to boards: planned notices are posted, typed ones taken down at the end of their last day in Prague, old ones archived. */
#ifndef SOUSEDE_FEED_CLOCK_H
#define SOUSEDE_FEED_CLOCK_H
#include <stdint.h>

enum { CLOCK_ARCHIVE_DAYS = 30 };

/* Posts and takes down all that is due now; safe to run from several places at once. */
void clock_run(void);

/* Moves what was taken down long ago to the archive; now and then is enough. */
void clock_archive(void);

/* Seconds to the next moment known now, at most limit. */
int64_t clock_wait(int64_t limit);
#endif
