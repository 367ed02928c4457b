/*
 * One row of the outbox on its way: what is to be told (deliver.c), its words (compose.c), its bytes (mime.c).
 * Texts belong to the memory context the row was loaded into.
 */
#ifndef SOUSEDE_MAIL_LETTER_H
#define SOUSEDE_MAIL_LETTER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "../web/time.h"

struct letter {
	int64_t id, ref_id, person_id, tries;
	const char *kind, *channel, *lang;
	const char *to;            /* opened address: mail or E.164 */
	const char *detail;        /* opened pairs, see outbox_value; "" none */
	const char *message_id;    /* without angle brackets; the same at every try */
	time_t created;
	const char *subject, *text, *html;   /* of a mail; text alone of what goes to a telephone */
};

/* How an attempt ended. */
enum outcome {
	OUTCOME_SENT,     /* the server answered that it has it */
	OUTCOME_LATER,    /* not taken, may be tried again */
	OUTCOME_AWAY,     /* nobody is there: nothing else need be tried now */
	OUTCOME_REFUSED,  /* this letter will never be taken */
	OUTCOME_DEAD,     /* this address takes nothing */
	OUTCOME_UNKNOWN,  /* all of it went out and no answer came */
};

/* Asked right before the last bytes leave: writes down that from now on nobody can say; false stops the sending. */
typedef bool handing(void *given);

/* The words: subject, text and html from the sheets mail.xsl and mail-text.xsl in the letter's language. */
void compose(const void *mem, struct letter *letter);

/* The message (RFC 5322, MIME): two alternatives, quoted-printable, CRLF. return_path receives bounces. */
const char *mime_message(const void *mem, const struct letter *letter, size_t *length);

/* Address for bounces of a letter (VERP): [mail] bounce with the row's number and a mark nobody else can make; [mail] from without it. */
const char *mime_return_path(const void *mem, int64_t id);

/* The number in such an address; 0 when it is none of ours. */
int64_t mime_returned(const void *mem, const char *address);

/* What a delivery report (RFC 3464) says of a letter of ours. */
struct bounce {
	int64_t id;              /* of our letter; 0 none found */
	bool failed;             /* Action: failed */
	char status[16];         /* 5.1.1 */
	const char *diagnosis;
};

/* Reads a message of others, which is cut into lines, into an empty report. */
void bounce_read(const void *mem, struct bounce *report, char *message);

/* Address that answers a letter: [mail] bounce with a word of link_reply_word after the plus. And the word of any such address in a line; null when none. */
const char *mime_reply_address(const void *mem, const char *word);
const char *mime_reply_word(const void *mem, const char *line);

/* An answer (reply.c): the words of a message that are the sender's own, "" when it has no plain text; what tells it from others; whether a program wrote it. */
const char *reply_text(const void *mem, const char *message);
const char *reply_own(const void *mem, const char *text);
const char *reply_id(const void *mem, const char *message);
bool reply_by_machine(const void *mem, const char *message);

/* True when the message answers a letter about help: what is in it is written to the other side, or left aside for good. */
bool answer_take(const void *mem, const char *message, bool *taken);

/* Gives a message to the server of [mail] smtp; *problem is set unless it was sent. The connection is kept for the next one until smtp_close. */
enum outcome smtp_send(const void *mem, const char *from, const char *to, const char *message, size_t length, handing *hand, void *given, const char **problem);
void smtp_close(void);

/* Null when that server takes us as its sender, else why it does not. */
const char *smtp_reach(const void *mem);

/* Puts a letter into [mail] folder, by its Message-ID: ID.eml as it would be sent (none when message is null), ID.txt to be read. Twice is once. */
enum outcome folder_put(const void *mem, const struct letter *letter, const char *message, size_t length, const char **problem);

/* How a telephone is told: "sms", or "voice" when it is a landline and [voice] has a driver; null when nothing delivers. */
const char *phone_way(const char *number);

/* Gives the text to the driver of [sms], or of [voice] when that is the letter's channel. */
enum outcome phone_send(const void *mem, const struct letter *letter, handing *hand, void *given, const char **problem);

/* The text as one SMS takes it: without accents when that leaves only ASCII, at most 160 letters; else at most two parts of 67. */
const char *sms_text(const void *mem, const char *text);
#endif
