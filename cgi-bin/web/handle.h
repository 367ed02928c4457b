/* The life of a request, from what came in to a status and a page. */
#ifndef SOUSEDE_HANDLE_H
#define SOUSEDE_HANDLE_H
#include "request.h"

/* Reads the request, finds its row in routes[], the language, the town and the person, asks the policy, runs the handler (a POST in a
 * transaction, started anew when it conflicts with another one). r->status and r->page are ready for reply_make. */
void handle_request(struct req *r, const struct gateway *g);
#endif
