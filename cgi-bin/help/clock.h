/* What time alone does to help: jobs calls it, each thing in a transaction of its own, safe from several places at once. */
#ifndef SOUSEDE_HELP_CLOCK_H
#define SOUSEDE_HELP_CLOCK_H
void help_run(void);

/* What may wait: the next of weekly requests. Now and then is enough. */
void help_hourly(void);
#endif
