/* What jobs say of themselves, for the desk of the site: table job_round. */
#ifndef SOUSEDE_HEALTH_H
#define SOUSEDE_HEALTH_H
#include <stdint.h>

/* A round of a job (a row of job_round) ended and did so much. Written at most once a minute, unless something was done. */
void health_round(const char *name, int64_t did);
#endif
