/* The loops of jobs: time, mail, and feeds. */
#ifndef SOUSEDE_FEED_DAEMON_H
#define SOUSEDE_FEED_DAEMON_H

/* Keeps a process for each loop until TERM or INT; one that ends (the database is away) is started again. Returns the exit status. */
int daemon_run(void);

/* All that is due now, then returns; for cron. */
int daemon_once(void);
#endif
