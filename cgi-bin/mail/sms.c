/*
 * What goes to a telephone: a short message, or a call that reads aloud. Drivers: gammu-smsd's tables in the database `smsd` of the same server (a modem with
 * a SIM card; no calls), any gateway that takes a POST, and for trials the folder of mails.
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

enum { PLAIN_LETTERS = 160, UNICODE_LETTERS = 134, GATEWAY_SECONDS = 30, SPOKEN_LETTERS = 600, ANSWER_BYTES = 200 };

const char *sms_text(const void *mem, const char *text)
{
	const char *plain = text_unaccented(mem, text);

	return plain ? text_unaccented(mem, text_excerpt(mem, plain, strlen(plain) > PLAIN_LETTERS ? PLAIN_LETTERS - 2 : PLAIN_LETTERS))
	             : text_excerpt(mem, text, UNICODE_LETTERS);
}

/* Geographic numbers of the Czech plan begin with 2 to 5: no screen, somebody picks up. */
static bool landline(const char *number)
{
	return !strncmp(number, "+420", 4) && number[4] >= '2' && number[4] <= '5';
}

const char *phone_way(const char *number)
{
	if (landline(number) && strcmp(conf.voice.driver, "none"))
		return "voice";
	return strcmp(conf.sms.driver, "none") ? "sms" : NULL;
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

/* The body of conf with {number} {text} {id} {lang} filled in, as its type wants them. */
static const char *filled(const void *mem, const struct conf_gateway *to, const struct letter *letter, const char *text)
{
	enum { NAMES = 4 };
	const char *values[NAMES] = { letter->to, text, talloc_asprintf(mem, "%" PRId64, letter->id), letter->lang };
	static const char *const names[NAMES] = { "{number}", "{text}", "{id}", "{lang}" };
	bool json = !strncmp(to->type, "application/json", 16);
	char *out = talloc_strdup(mem, "");

	for (const char *c = to->body; *c;) {
		size_t i = 0;

		while (i < NAMES && strncmp(c, names[i], strlen(names[i])))
			i++;
		out = i < NAMES ? talloc_strdup_append_buffer(out, json ? json_escaped(mem, values[i]) : text_escape(mem, values[i]))
		            : talloc_strndup_append_buffer(out, c, 1);
		c += i < NAMES ? strlen(names[i]) : 1;
	}
	return must(out);
}

static struct curl_slist *headers(const void *mem, const struct conf_gateway *to)
{
	struct curl_slist *list = curl_slist_append(NULL, talloc_asprintf(mem, "Content-Type: %s", to->type));

	list = curl_slist_append(list, "Expect:");
	if (*to->authorization)
		list = curl_slist_append(list, talloc_asprintf(mem, "Authorization: %s", to->authorization));
	return list;
}

static void set_up(CURL *curl, const struct conf_gateway *to, struct post *p)
{
	curl_easy_setopt(curl, CURLOPT_URL, to->url);
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
	if (*to->ca)
		curl_easy_setopt(curl, CURLOPT_CAINFO, to->ca);
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

static enum outcome gateway(const void *mem, const struct conf_gateway *to, const struct letter *letter, const char *text, handing *hand, void *given,
                            const char **problem)
{
	const char *body = filled(mem, to, letter, text);
	struct post p = { .bytes = body, .length = strlen(body), .hand = hand, .given = given };
	CURL *curl = must(curl_easy_init());
	struct curl_slist *list = headers(mem, to);
	long status = 0;
	CURLcode code;

	set_up(curl, to, &p);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_slist_free_all(list);
	curl_easy_cleanup(curl);
	*problem = code ? curl_easy_strerror(code) : talloc_asprintf(mem, "status %ld: %s", status, text_clean(mem, p.answer, p.answered));
	return outcome_of(&p, code, status);
}

enum outcome phone_send(const void *mem, const struct letter *letter, handing *hand, void *given, const char **problem)
{
	bool voice = !strcmp(letter->channel, "voice");
	const struct conf_gateway *to = voice ? &conf.voice : &conf.sms;
	const char *text = voice ? text_excerpt(mem, letter->text, SPOKEN_LETTERS) : sms_text(mem, letter->text);

	if (!strcmp(to->driver, "folder")) {
		struct letter as_sent = *letter;

		as_sent.text = text;
		return folder_put(mem, &as_sent, NULL, 0, problem);
	}
	if (!strcmp(to->driver, "gammu"))
		return gammu(mem, letter, text);
	return gateway(mem, to, letter, text, hand, given, problem);
}
