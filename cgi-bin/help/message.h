/*
 * Messages between a helper and who is helped, written on their pages or in answer to a letter, without the addresses of either (product.md C6). Sealed;
 * a moderator opens them only when one of the two reports (flows.md E6).
 */
#ifndef SOUSEDE_HELP_MESSAGE_H
#define SOUSEDE_HELP_MESSAGE_H
#include <stdbool.h>
#include <stdint.h>
#include <libxml/tree.h>
#include "help/request.h"
#include "help/response.h"

enum { MESSAGE_LONGEST = 2000, MESSAGES_OF_A_DAY = 40 };

/* Writes a message of one side and tells the other by a letter that can be answered. letter: hash of the letter it came in (SEAL_BYTES), null from a page.
 * False when that letter was taken before, or the two may not write to each other. */
bool message_send(const void *mem, const struct request *q, const struct response *a, bool requester, const char *text, const unsigned char *letter);

/* They may as long as somebody is there to read: promised or done, contacts not erased yet, neither blocked the other, not too many today. */
bool message_may(const struct request *q, const struct response *a);

/* Adds <message from at read>text</message>, oldest first; what the reader had not seen yet is read from now on. requester: who reads. */
void message_list(void *mem, xmlNode *parent, const struct response *a, bool requester);

/* The same for a moderator; nothing becomes read. */
void message_open(void *mem, xmlNode *parent, int64_t response);
#endif
