/* What time alone does to reports and decisions: locks end, what is late is told to admins, measures end, decisions become final (flows.md E6). */
#ifndef SOUSEDE_FEED_COURT_H
#define SOUSEDE_FEED_COURT_H

/* Does all that is due now; safe to run from several places at once. */
void court_run(void);

enum { COURT_FORGET_DAYS = 365 };

/* Tells the admins of the site what is late, again the next day; forgets who reported what a year after it was final. */
void court_remind(void);
#endif
