/*
 * Stock of a town's depots (product.md A4): every change is a move, their sum is what is left, never below zero. Whoever moves holds the lock of the depot's row: two at once come one after the other.
 */
#ifndef SOUSEDE_HELP_DEPOT_H
#define SOUSEDE_HELP_DEPOT_H
#include <stdbool.h>
#include <stdint.h>
#include "web/time.h"

/* The item of a depot by its name; made when it is not there yet and make says so, else 0. */
int64_t depot_item(int64_t depot, const char *name, bool make);

/* How much of it is left; the depot is locked till the end of the transaction. */
int64_t depot_left(int64_t item);

/* In above zero, out below; delivery 0: for none. Returns -1 when done, else how much is left: less than was asked for, and nothing has changed. */
int64_t depot_move(int64_t item, int64_t amount, const char *note, int64_t delivery, int64_t person);

/* Brings back what a delivery took. */
void depot_return(int64_t delivery, int64_t person);

/* Jobs: who wrote moves before, and why. Returns how many. */
int64_t depot_forget(time_t before);
#endif
