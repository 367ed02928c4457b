/*
 * Short messages. Two drivers: gammu-smsd's tables in the database `smsd` of the same server (a modem with a SIM card), and any gateway that takes a POST.
 * gammu's tables know no transactions, so a row is recognised by its CreatorID; a gateway is told our number of the message, if its form has a place for it.
 */
#include <curl/curl.h>
#include <inttypes.h>
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/panic.h"
#include "../web/text.h"
#include "letter.h"

enum { PLAIN_LETTERS = 160, UNICODE_LETTERS = 134, GATEWAY_SECONDS = 30, ANSWER_BYTES = 200 };

const char *sms_text(const void *mem, const char *text)
{
	const char *plain = text_unaccented(mem, text);

	return plain ? text_unaccented(mem, text_excerpt(mem, plain, strlen(plain) > PLAIN_LETTERS ? PLAIN_LETTERS - 2 : PLAIN_LETTERS))
	             : text_excerpt(mem, text, UNICODE_LETTERS);
}

/* ---- gammu ---- */

static enum outcome gammu(const void *mem, const struct letter *letter, const char *text)
{
	const char *mark = talloc_asprintf(mem, "sousede-%" PRId64, letter->id);

	if (db_number(0, "SELECT COUNT(*) FROM smsd.outbox WHERE CreatorID = ?", S(mark)) ||
	    db_number(0, "SELECT COUNT(*) FROM smsd.sentitems WHERE CreatorID = ?", S(mark)))
		return OUTCOME_SENT;
	db_exec("INSERT INTO smsd.outbox (DestinationNumber, TextDecoded, CreatorID, Coding, MultiPart) VALUES (?, ?, ?, ?, 'false')", S(letter->to), S(text),
	        S(mark), S(text_unaccented(mem, text) ? "Default_No_Compression" : "Unicode_No_Compression"));
	return OUTCOME_SENT;
}

/* ---- gateway ---- */

struct post {
	const char *bytes;
	size_t length, done;
	handing *hand;
	void *given;
	bool handed;
	char answer[ANSWER_BYTES];
	size_t answered;
};

static size_t give(char *buffer, size_t one, size_t room, void *given)
{
	struct post *p = given;
	size_t n = p->length - p->done;

	n = n < one * room ? n : one * room;
	if (n && p->done + n == p->length && !(p->handed = p->hand(p->given)))
		return CURL_READFUNC_ABORT;
	memcpy(buffer, p->bytes + p->done, n);
	p->done += n;
	return n;
}

static size_t hear(char *bytes, size_t one, size_t n, void *given)
{
	struct post *p = given;
	size_t room = sizeof(p->answer) - 1 - p->answered, keep = one * n < room ? one * n : room;

	memcpy(p->answer + p->answered, bytes, keep);
	p->answered += keep;
	return one * n;
}

static const char *json_escaped(const void *mem, const char *text)
{
	char *out = talloc_strdup(mem, "");

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		out = c == '"' || c == '\\' ? talloc_asprintf_append_buffer(out, "\\%c", c)
		      : c < ' '             ? talloc_asprintf_append_buffer(out, "\\u%04x", c)
		                            : talloc_strndup_append_buffer(out, text, 1);
	}
	return out;
}

/* The body of conf with {number} {text} {id} filled in, as its type wants them. */
static const char *filled(const void *mem, const struct letter *letter, const char *text)
{
	const char *values[] = { letter->to, text, talloc_asprintf(mem, "%" PRId64, letter->id) };
	static const char *const names[] = { "{number}", "{text}", "{id}" };
	bool json = !strncmp(conf.sms_type, "application/json", 16);
	char *out = talloc_strdup(mem, "");

	for (const char *c = conf.sms_body; *c;) {
		size_t i = 0;

		while (i < 3 && strncmp(c, names[i], strlen(names[i])))
			i++;
		out = i < 3 ? talloc_strdup_append_buffer(out, json ? json_escaped(mem, values[i]) : text_escape(mem, values[i]))
		            : talloc_strndup_append_buffer(out, c, 1);
		c += i < 3 ? strlen(names[i]) : 1;
	}
	return must(out);
}

static struct curl_slist *headers(const void *mem)
{
	struct curl_slist *list = curl_slist_append(NULL, talloc_asprintf(mem, "Content-Type: %s", conf.sms_type));

	list = curl_slist_append(list, "Expect:");
	if (*conf.sms_authorization)
		list = curl_slist_append(list, talloc_asprintf(mem, "Authorization: %s", conf.sms_authorization));
	return list;
}

static void set_up(CURL *curl, struct post *p)
{
	curl_easy_setopt(curl, CURLOPT_URL, conf.sms_url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)GATEWAY_SECONDS);
	curl_easy_setopt(curl, CURLOPT_POST, 1L);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)p->length);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(curl, CURLOPT_READDATA, p);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, hear);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, p);
	if (*conf.sms_ca)
		curl_easy_setopt(curl, CURLOPT_CAINFO, conf.sms_ca);
}

static enum outcome outcome_of(const struct post *p, CURLcode code, long status)
{
	if (status >= 200 && status < 300)
		return OUTCOME_SENT;
	if (status == 429 || status >= 500 || status == 401 || status == 403)
		return OUTCOME_LATER;
	if (status >= 300)
		return OUTCOME_REFUSED;
	return code && p->handed ? OUTCOME_UNKNOWN : OUTCOME_AWAY;
}

static enum outcome gateway(const void *mem, const struct letter *letter, const char *text, handing *hand, void *given, const char **problem)
{
	const char *body = filled(mem, letter, text);
	struct post p = { .bytes = body, .length = strlen(body), .hand = hand, .given = given };
	CURL *curl = must(curl_easy_init());
	struct curl_slist *list = headers(mem);
	long status = 0;
	CURLcode code;

	set_up(curl, &p);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_slist_free_all(list);
	curl_easy_cleanup(curl);
	*problem = code ? curl_easy_strerror(code) : talloc_asprintf(mem, "status %ld: %s", status, text_clean(mem, p.answer, p.answered));
	return outcome_of(&p, code, status);
}

enum outcome sms_send(const void *mem, const struct letter *letter, handing *hand, void *given, const char **problem)
{
	const char *text = sms_text(mem, letter->text);

	if (!strcmp(conf.sms_driver, "gammu"))
		return gammu(mem, letter, text);
	return gateway(mem, letter, text, hand, given, problem);
}
