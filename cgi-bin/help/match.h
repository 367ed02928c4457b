/*
 * Who could help: the hard filter and the order of flows.md E2 as one query. Category, distance within the offer's radius, time, level, limits, no block between
 * the two, nobody twice for one request. Explanations are codes ("car", "language", "before", "near"), never a score of a person.
 */
#ifndef SOUSEDE_HELP_MATCH_H
#define SOUSEDE_HELP_MATCH_H
#include "help/request.h"

/* Writes suggested responses for the best offers that fit and have none yet, at most limit; returns how many. q is locked. */
int match_suggest(const void *mem, const struct request *q, int limit);

/* Invites the next wave: three for each free slot, the least recently asked first; sets wave and wave_due. Returns how many were invited. q is locked. */
int match_wave(const void *mem, struct request *q, const struct actor *by);

/* Nobody of those asked is left to answer: the next wave comes at once. q is locked. */
void match_hurry(const void *mem, struct request *q);
#endif
