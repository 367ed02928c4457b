/*
 * Delivery reports (RFC 3464) that came back to the address a letter was sent from. Which letter it was says that address (VERP), and only we could have
 * made it; the report itself is believed no further than what happened to that letter.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sysexits.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/log.h"
#include "../web/panic.h"
#include "../web/text.h"
#include "../web/time.h"
#include "deliver.h"
#include "letter.h"

enum { MESSAGE_BYTES = 1 << 20 };

/* All of it up to a limit; the report's parts come first, the returned letter last. */
static char *read_message(const void *mem)
{
	char *bytes = must(talloc_zero_array(mem, char, MESSAGE_BYTES + 1));
	size_t length = fread(bytes, 1, MESSAGE_BYTES, stdin);
	char *to = bytes;

	for (size_t i = 0; i < length; i++)
		if (bytes[i] && bytes[i] != '\r')
			*to++ = bytes[i];
	*to = '\0';
	return bytes;
}

/* The value of a field when the line is that field; else null. */
static const char *field(const char *line, const char *name)
{
	size_t n = strlen(name);

	if (strncasecmp(line, name, n) || line[n] != ':')
		return NULL;
	return line + n + 1 + strspn(line + n + 1, " \t");
}

/* Any address of ours in a line. */
static int64_t returned_in(const void *mem, const char *line)
{
	for (const char *at = strchr(line, '@'); at; at = strchr(at + 1, '@')) {
		const char *from = at, *to = at;
		int64_t id;

		while (from > line && !strchr(" \t<>,;:\"()", from[-1]))
			from--;
		to += strcspn(to, " \t<>,;:\"()\n");
		if ((id = mime_returned(mem, talloc_strndup(mem, from, (size_t)(to - from)))))
			return id;
	}
	return 0;
}

static void take_line(const void *mem, struct bounce *r, const char *line, bool head)
{
	const char *value;

	if (head && !r->id)
		r->id = returned_in(mem, line);
	if (head)
		return;
	if ((value = field(line, "Action")))
		r->failed = !strncasecmp(value, "failed", 6);
	else if ((value = field(line, "Status")) && isdigit((unsigned char)*value))
		snprintf(r->status, sizeof(r->status), "%.*s", (int)strspn(value, "0123456789."), value);
	else if ((value = field(line, "Diagnostic-Code")))
		r->diagnosis = value;
}

/* Header first; then only what stands in the part message/delivery-status counts. */
void bounce_read(const void *mem, struct bounce *r, char *message)
{
	bool head = true, inside = false;
	char *next;

	for (char *line = message; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (head && !*line)
			head = false;
		if (!strncmp(line, "--", 2))
			inside = false;
		if (!head && field(line, "Content-Type") && strcasestr(line, "message/delivery-status"))
			inside = true;
		if (head || inside)
			take_line(mem, r, line, head);
	}
}

/* A full mailbox and a refusal of what we are say nothing about the address. */
static bool address_is_dead(const char *status)
{
	if (strncmp(status, "5.", 2) || !strncmp(status, "5.3.", 4) || !strncmp(status, "5.7.", 4) || !strncmp(status, "5.6.", 4))
		return false;
	return strncmp(status, "5.2.", 4) || !strcmp(status, "5.2.0") || !strcmp(status, "5.2.1");
}

static void note(const void *mem, const struct bounce *r)
{
	const char *why = talloc_asprintf(mem, "returned %s %s", r->status, r->diagnosis ? r->diagnosis : "");

	why = text_excerpt(mem, text_clean(mem, why, strlen(why)), 290);
	if (!strncmp(r->status, "5.", 2))
		db_exec("UPDATE outbox SET state = 'failed', problem = ? WHERE id = ?", S(why), I(r->id));
	if (!address_is_dead(r->status))
		return;
	db_exec("UPDATE contact c JOIN outbox o ON (o.person_id = c.person_id AND c.confirmed_at <= o.created_at) OR o.address_hash = c.address_hash"
	        " SET c.bounced_at = ? WHERE o.id = ? AND c.kind = IF(o.channel = 'sms', 'phone', 'mail') AND c.bounced_at IS NULL", T(time_now()), I(r->id));
}

int bounce_hand(const struct hand *h, int argc, char **argv)
{
	void *mem = talloc_new(NULL);
	struct bounce r = { 0 };

	(void)h, (void)argv;
	if (argc)
		return EX_USAGE;
	char *message = read_message(mem);
	bool taken = false;
	if (answer_take(mem, message, &taken)) {
		talloc_free(mem);
		return taken ? EX_OK : EX_DATAERR;
	}
	bounce_read(mem, &r, message);
	if (!r.id || !r.failed)
		fputs("jobs: no report about a letter of ours that failed\n", stderr);
	else {
		note(mem, &r);
		log_line("bounce", "id=%" PRId64 " status=%s", r.id, log_quote(r.status));
	}
	talloc_free(mem);
	return r.id && r.failed ? EX_OK : EX_DATAERR;
}
