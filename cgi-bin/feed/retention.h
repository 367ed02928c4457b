/* What was kept long enough is forgotten (flows.md E7): the table `retention` says after how long, the table in retention.c how. */
#ifndef SOUSEDE_FEED_RETENTION_H
#define SOUSEDE_FEED_RETENTION_H

/* Does all that is due now; now and then is enough, from several places at once is safe. */
void retention_run(void);
#endif
