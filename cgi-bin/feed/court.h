/* What time alone does to reports and decisions: locks end, what is late is told to admins, measures end, decisions become final (flows.md E6). */
#ifndef SOUSEDE_FEED_COURT_H
#define SOUSEDE_FEED_COURT_H
#include <stdint.h>
#include <time.h>

/* Does all that is due now; safe to run from several places at once. */
void court_run(void);

/* Tells the admins of the site what is late, again the next day. */
void court_remind(void);

/* Takes out of reports that were final before that moment, and of their decisions, what was said; how many. */
int64_t court_forget(time_t before);
#endif
