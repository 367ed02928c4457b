/* Working days of Czech offices: Monday to Friday but for public holidays (act 245/2000 Sb.). */
#ifndef SOUSEDE_FEED_WORKDAY_H
#define SOUSEDE_FEED_WORKDAY_H
#include "../web/time.h"

/* The latest moment since which that many whole working days have gone by, at the same time of day. */
time_t workday_ago(time_t now, int days);
#endif
