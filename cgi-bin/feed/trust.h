/* What is believed for a time: codes of towns, the yearly check, levels of helpers (flows.md E4). */
#ifndef SOUSEDE_FEED_TRUST_H
#define SOUSEDE_FEED_TRUST_H

/* Ends what has ended and tells those concerned 30 and 7 days before. Doing it again on the same day changes nothing. */
void trust_run(void);
#endif
