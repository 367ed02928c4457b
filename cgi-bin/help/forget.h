/* How long what of help is kept (flows.md E7): rows help-… of the table `retention`. Each returns how many rows were due. */
#ifndef SOUSEDE_HELP_FORGET_H
#define SOUSEDE_HELP_FORGET_H
#include <stdint.h>
#include "web/time.h"

/* Sealed contacts of requests that ended before. */
int64_t help_forget_contacts(time_t before);

/* What the two wrote to each other, and what coordinators noted. */
int64_t help_forget_messages(time_t before);

/* Words of a request: what remains is numbers, and to each helper the hours. */
int64_t help_forget_requests(time_t before);

/* Offers that ended. */
int64_t help_forget_offers(time_t before);

/* Who opened contacts. */
int64_t help_forget_looks(time_t before);
#endif
