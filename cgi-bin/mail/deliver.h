/*
 * Draining the outbox. A row is claimed by UPDATE of owner and lease, so several jobs may run, also against different nodes of a cluster.
 * What is promised: a row nobody had answered for is tried again; a row the server acknowledged is never sent again; and when a process or a connection
 * ends between the last byte and the answer, nobody can know, so the row becomes `unknown` and is sent again only by hand (`jobs mail again`), with the
 * same Message-ID. See docs/mail.md.
 */
#ifndef SOUSEDE_MAIL_DELIVER_H
#define SOUSEDE_MAIL_DELIVER_H
#include <stddef.h>

enum { DELIVER_LEASE_SECONDS = 300, DELIVER_DAYS = 3 };

/* News that people want daily or weekly and are due: those of one person become one letter. */
void gather_run(void);

/* One batch of what is due; returns how many rows were tried. */
size_t deliver_batch(const char *owner);

/* What an operator does by hand: mail list | again ID | try ADDRESS [KIND [NAME=VALUE...]]; bounce < MESSAGE. Exit statuses of sysexits.h. */
struct hand;
int deliver_hand(const struct hand *h, int argc, char **argv);
int bounce_hand(const struct hand *h, int argc, char **argv);
#endif
