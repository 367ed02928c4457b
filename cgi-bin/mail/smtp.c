/* SMTP by libcurl: TLS, sign-in, timeouts, and the one question that matters after a crash: may the server have taken it? */
#include <curl/curl.h>
#include <signal.h>
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/panic.h"
#include "../web/text.h"
#include "letter.h"

enum { CONNECT_SECONDS = 10, WHOLE_SECONDS = 90 };

struct transfer {
	const char *bytes;
	size_t length, done;
	handing *hand;
	void *given;
	bool handed, lost;      /* the last bytes left; the row is somebody else's by now */
	long answer;            /* to the whole message; 0 none */
	char line[200];         /* the last refusal, or the last line the server said */
	char error[CURL_ERROR_SIZE];
};

static CURL *kept;

/* The server cannot know the end before it has the last piece, so that is the moment to write it down. */
static size_t give(char *buffer, size_t one, size_t room, void *given)
{
	struct transfer *t = given;
	size_t n = t->length - t->done;

	n = n < one * room ? n : one * room;
	if (n && t->done + n == t->length) {
		t->lost = !t->hand(t->given);
		t->handed = !t->lost;
		if (t->lost)
			return CURL_READFUNC_ABORT;
	}
	memcpy(buffer, t->bytes + t->done, n);
	t->done += n;
	return n;
}

static size_t hear(char *line, size_t one, size_t n, void *given)
{
	struct transfer *t = given;
	size_t length = one * n;

	if (length > 3 && line[3] == ' ' && (line[0] >= '4' || t->line[0] < '4')) {
		size_t keep = length < sizeof(t->line) ? length : sizeof(t->line) - 1;

		memcpy(t->line, line, keep);
		t->line[keep] = '\0';
		t->line[strcspn(t->line, "\r\n")] = '\0';
		if (t->handed && !t->answer)
			t->answer = strtol(t->line, NULL, 10);
	}
	return length;
}

/* Told to stop while the message is not out yet: stop now. */
static int watch(void *given, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct transfer *t = given;
	sigset_t pending;

	(void)a, (void)b, (void)c, (void)d;
	sigpending(&pending);
	return !t->handed && (sigismember(&pending, SIGTERM) || sigismember(&pending, SIGINT));
}

/* The path of the address is the name we greet with: that of the site, which is in DNS, not that of the machine. */
static const char *server(const void *mem)
{
	return talloc_asprintf(mem, "%s/%.*s", conf.mail_smtp, (int)strcspn(conf.host, ":"), conf.host);
}

static void set_up(const void *mem, struct transfer *t, const char *from, struct curl_slist *to)
{
	bool none = !strcmp(conf.mail_tls, "none"), attempt = !strcmp(conf.mail_tls, "try");

	curl_easy_setopt(kept, CURLOPT_URL, server(mem));
	curl_easy_setopt(kept, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(kept, CURLOPT_PROXY, "");
	curl_easy_setopt(kept, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(kept, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(kept, CURLOPT_TIMEOUT, (long)WHOLE_SECONDS);
	curl_easy_setopt(kept, CURLOPT_USE_SSL, (long)(none ? CURLUSESSL_NONE : attempt ? CURLUSESSL_TRY : CURLUSESSL_ALL));
	if (*conf.mail_ca)
		curl_easy_setopt(kept, CURLOPT_CAINFO, conf.mail_ca);
	if (*conf.mail_user) {
		curl_easy_setopt(kept, CURLOPT_USERNAME, conf.mail_user);
		curl_easy_setopt(kept, CURLOPT_PASSWORD, conf.mail_password);
	}
	curl_easy_setopt(kept, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(kept, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(kept, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(kept, CURLOPT_INFILESIZE_LARGE, (curl_off_t)t->length);
	curl_easy_setopt(kept, CURLOPT_READFUNCTION, give);
	curl_easy_setopt(kept, CURLOPT_READDATA, t);
	curl_easy_setopt(kept, CURLOPT_HEADERFUNCTION, hear);
	curl_easy_setopt(kept, CURLOPT_HEADERDATA, t);
	curl_easy_setopt(kept, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(kept, CURLOPT_XFERINFOFUNCTION, watch);
	curl_easy_setopt(kept, CURLOPT_XFERINFODATA, t);
	curl_easy_setopt(kept, CURLOPT_ERRORBUFFER, t->error);
}

/* "550 5.1.1 …": the address is no more. 5.7 and the like are about who we are, so the address stays good. */
static bool says_dead(const char *line)
{
	const char *status = line + 4;

	if (strlen(line) < 9 || strncmp(status, "5.", 2))
		return !strncmp(line, "550", 3) || !strncmp(line, "551", 3) || !strncmp(line, "553", 3);
	return !strncmp(status, "5.1.", 4) || !strncmp(status, "5.2.1", 5);
}

static enum outcome outcome_of(const struct transfer *t, CURLcode code)
{
	if (!code)
		return OUTCOME_SENT;
	if (t->handed && !t->answer)
		return OUTCOME_UNKNOWN;
	if (code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_USE_SSL_FAILED || code == CURLE_LOGIN_DENIED ||
	    code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_ABORTED_BY_CALLBACK)
		return OUTCOME_AWAY;
	if (t->answer >= 500)
		return OUTCOME_REFUSED;
	if (!t->handed && t->line[0] == '5' && !strncmp(t->error, "RCPT failed", 11) && says_dead(t->line))
		return OUTCOME_DEAD;
	return OUTCOME_LATER;
}

enum outcome smtp_send(const void *mem, const char *from, const char *to, const char *message, size_t length, handing *hand, void *given, const char **problem)
{
	struct transfer t = { .bytes = message, .length = length, .hand = hand, .given = given };
	struct curl_slist *list = curl_slist_append(NULL, to);
	CURLcode code;

	if (!kept)
		kept = must(curl_easy_init());
	set_up(mem, &t, from, list);
	code = curl_easy_perform(kept);
	curl_easy_reset(kept);   /* keeps the connection, forgets this letter */
	curl_slist_free_all(list);
	*problem = talloc_asprintf(mem, "%s%s%s", *t.error ? t.error : curl_easy_strerror(code), *t.line ? ": " : "", t.line);
	*problem = text_clean(mem, *problem, strlen(*problem));
	return outcome_of(&t, code);
}

/* Greeting, encryption and sign-in, and nothing after. */
const char *smtp_reach(const void *mem)
{
	struct transfer t = { 0 };
	if (!kept)
		kept = must(curl_easy_init());
	set_up(mem, &t, "", NULL);
	curl_easy_setopt(kept, CURLOPT_CONNECT_ONLY, 1L);
	CURLcode code = curl_easy_perform(kept);
	smtp_close();
	return code ? talloc_strdup(mem, *t.error ? t.error : curl_easy_strerror(code)) : NULL;
}

void smtp_close(void)
{
	if (kept)
		curl_easy_cleanup(kept);
	kept = NULL;
}
