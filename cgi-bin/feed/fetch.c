/* HTTP for feeds. Redirects are followed here, not by curl: each address is judged first. */
#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>
#include "../web/conf.h"
#include "../web/panic.h"
#include "../web/text.h"
#include "feed.h"
#include "fetch.h"
#include "network.h"

struct transfer {
	struct fetched *result;
	char *bytes;
	size_t length, room, headers;
	bool too_large, refused;   /* why curl was stopped */
	const char *location;
};

void fetch_open(void)
{
	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		panic("curl does not start");
}

/* ---- judging an address ---- */

static const char *part(const void *mem, CURLU *url, CURLUPart what)
{
	char *text = NULL;
	const char *copy = NULL;

	if (!curl_url_get(url, what, &text, what == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0))
		copy = talloc_strdup(mem, text);
	curl_free(text);
	return copy;
}

/* Null when the address may be asked, else why not; *whole is the address as it will be asked, *host its "host:port". */
static const char *judge(const void *mem, const char *base, const char *text, const char **whole, const char **host)
{
	CURLU *url = curl_url();
	bool read = url && (!base || !curl_url_set(url, CURLUPART_URL, base, 0)) && !curl_url_set(url, CURLUPART_URL, text, CURLU_URLENCODE);
	const char *scheme = read ? part(mem, url, CURLUPART_SCHEME) : NULL, *port = read ? part(mem, url, CURLUPART_PORT) : NULL;
	const char *name = read ? part(mem, url, CURLUPART_HOST) : NULL;
	bool user = read && (part(mem, url, CURLUPART_USER) || part(mem, url, CURLUPART_PASSWORD));

	if (read)
		curl_url_set(url, CURLUPART_FRAGMENT, NULL, 0);
	*whole = read ? part(mem, url, CURLUPART_URL) : NULL;
	*host = name && port ? talloc_asprintf(mem, "%s:%s", name, port) : NULL;
	curl_url_cleanup(url);
	if (!scheme || !*host || !*whole)
		return "address that cannot be read";
	if (strcmp(scheme, "http") && strcmp(scheme, "https"))
		return "address neither http nor https";
	if (user)
		return "address with a name or password in it";
	if (!conf.fetch_private && strcmp(port, "80") && strcmp(port, "443"))
		return "address with a port other than 80 and 443";
	return NULL;
}

const char *fetch_host(const void *mem, const char *url)
{
	const char *whole, *host;

	return judge(mem, NULL, url, &whole, &host) ? NULL : host;
}

/* Called with the resolved address, right before the connection. */
static curl_socket_t open_socket(void *given, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct transfer *t = given;

	(void)purpose;
	if (!conf.fetch_private && !network_public(&address->addr)) {
		t->refused = true;
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* ---- what comes ---- */

static size_t take_body(char *bytes, size_t one, size_t n, void *given)
{
	struct transfer *t = given;

	n *= one;
	if (n > FEED_BYTES_MAX - t->length) {
		t->too_large = true;
		return 0;
	}
	if (t->length + n + 1 > t->room) {
		t->room = (t->length + n) * 2 + 1;
		t->bytes = must(talloc_realloc(t->result, t->bytes, char, (unsigned)t->room));
	}
	memcpy(t->bytes + t->length, bytes, n);
	t->length += n;
	return n;
}

/* The value of a header when the line is that header, fits and is text. */
static const char *header(const void *mem, const char *line, size_t length, const char *name, size_t max)
{
	size_t n = strlen(name);
	const char *value;

	if (length <= n || strncasecmp(line, name, n) || line[n] != ':')
		return NULL;
	if (!text_valid(line, length))
		return NULL;
	value = text_normalise(mem, talloc_strndup(mem, line + n + 1, length - n - 1));
	return *value && strlen(value) <= max ? value : NULL;
}

static size_t take_header(char *line, size_t one, size_t n, void *given)
{
	struct transfer *t = given;
	struct fetched *r = t->result;
	const char *value;

	n *= one;
	t->headers += n;
	if (t->headers > FETCH_HEADERS_MAX) {
		t->too_large = true;
		return 0;
	}
	if ((value = header(r, line, n, "etag", 300)))
		r->etag = value;
	else if ((value = header(r, line, n, "last-modified", 100)))
		r->last_modified = value;
	else if ((value = header(r, line, n, "location", FEED_URL_MAX)))
		t->location = value;
	return n;
}

/* ---- one request ---- */

static struct curl_slist *conditions(const void *mem, const char *etag, const char *last_modified)
{
	struct curl_slist *list = curl_slist_append(NULL, "Accept: application/ld+json, application/rss+xml, application/atom+xml, text/calendar, */*;q=0.5");

	if (etag)
		list = curl_slist_append(list, talloc_asprintf(mem, "If-None-Match: %s", etag));
	if (last_modified)
		list = curl_slist_append(list, talloc_asprintf(mem, "If-Modified-Since: %s", last_modified));
	return list;
}

static void set_up(CURL *curl, struct transfer *t, const char *url, long milliseconds)
{
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds < 5000 ? milliseconds : 5000L);
	curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
	curl_easy_setopt(curl, CURLOPT_MAXFILESIZE, (long)FEED_BYTES_MAX);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, talloc_asprintf(t->result, "sousede/%s (+%s)", VERSION, conf.contact_url));
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, t);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, t);
}

static const char *network_problem(const struct transfer *t, CURLcode code)
{
	if (t->refused)
		return "address that is not on the public internet";
	if (t->too_large || code == CURLE_FILESIZE_EXCEEDED)
		return "size over 8 MB";
	if (code == CURLE_OPERATION_TIMEDOUT)
		return "timeout of 10 seconds";
	return talloc_asprintf(t->result, "network %s", curl_easy_strerror(code));
}

static void ask(struct transfer *t, const char *url, const char *etag, const char *last_modified, long milliseconds)
{
	CURL *curl = must(curl_easy_init());
	struct curl_slist *headers = conditions(t->result, etag, last_modified);
	struct fetched *r = t->result;
	curl_off_t wait = 0;
	CURLcode code;

	set_up(curl, t, url, milliseconds);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &r->status);
	curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
	r->retry_after = wait > 0 ? (int64_t)wait : 0;
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
	if (code)
		r->problem = network_problem(t, code);
}

/* ---- with redirects ---- */

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool redirects(long status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static void finish(struct transfer *t)
{
	struct fetched *r = t->result;

	if (r->problem)
		return;
	if (r->status != 200 && r->status != 304)
		r->problem = talloc_asprintf(r, "status %ld", r->status);
	else if (r->status == 200) {
		r->bytes = t->bytes ? t->bytes : talloc_strdup(r, "");
		r->length = t->length;
		if (t->bytes)
			t->bytes[t->length] = '\0';
	}
}

struct fetched *fetch_url(const void *mem, const char *url, const char *etag, const char *last_modified)
{
	struct fetched *r = talloc_zero(mem, struct fetched);
	struct transfer t = { .result = r, .location = url };
	const char *host, *last_host = NULL;
	long end = now_ms() + FETCH_SECONDS * 1000;

	for (int hops = 0;; hops++) {
		const char *to = t.location;

		r->problem = judge(r, r->url, to, &r->url, &host);
		if (!r->problem && hops > FETCH_REDIRECTS_MAX)
			r->problem = "redirects more than three times";
		if (!r->problem && now_ms() >= end)
			r->problem = "timeout of 10 seconds";
		if (r->problem)
			return r;
		if (last_host && !strcmp(host, last_host))
			usleep((useconds_t)conf.fetch_pause_ms * 1000);
		last_host = host;
		t = (struct transfer){ .result = r };
		r->etag = r->last_modified = NULL;
		ask(&t, r->url, etag, last_modified, end > now_ms() ? end - now_ms() : 1);
		if (r->problem || !redirects(r->status) || !t.location)
			break;
	}
	finish(&t);
	return r;
}

/* ---- files ---- */

struct fetched *fetch_file(const void *mem, const char *path)
{
	struct fetched *r = talloc_zero(mem, struct fetched);
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat is;
	char *bytes;
	ssize_t n;

	r->url = path;
	if (file < 0 || fstat(file, &is))
		r->problem = talloc_asprintf(r, "file %s", strerror(errno));
	else if (!S_ISREG(is.st_mode))
		r->problem = "file that is not a regular one";
	else if (is.st_size > FEED_BYTES_MAX)
		r->problem = "size over 8 MB";
	else {
		bytes = must(talloc_zero_array(r, char, (unsigned)is.st_size + 1));
		while (r->length < (size_t)is.st_size && (n = read(file, bytes + r->length, (size_t)is.st_size - r->length)) > 0)
			r->length += (size_t)n;
		r->bytes = bytes;
		r->status = 200;
	}
	if (file >= 0)
		close(file);
	return r;
}
