/*
 * The stream of FastCGI: records as a front server, or whoever reaches the socket, may send them. Input is the raw stream when it begins with the byte 1
 * (FCGI_VERSION_1); else lines NAME=VALUE up to an empty one, then the body, put into well-formed records.
 */
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include "ask.h"
#include "web/conf.h"

const struct route routes[] = { { GET, "/", "page.read", "home", NULL, PAGE, NULL }, { 0 } };

/* libfcgi 2.4.2 itself loses 48 bytes over broken parameters, which a front server does not send. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0";
}

static int listener;
static struct sockaddr_un here = { .sun_family = AF_UNIX };

/* A name without a file: the first byte is NUL. */
static void listen_here(void)
{
	snprintf(here.sun_path + 1, sizeof here.sun_path - 1, "sousede-fuzz-%d", (int)getpid());
	listener = socket(AF_UNIX, SOCK_STREAM, 0);
	expect(!bind(listener, (struct sockaddr *)&here, sizeof here) && !listen(listener, 4));
	fcntl(listener, F_SETFL, O_NONBLOCK);
	signal(SIGPIPE, SIG_IGN);
	FCGX_Init();
}

FUZZ_START(conf_set("site", "base", "https://a.example"); listen_here();)

struct stream {
	uint8_t *bytes;
	size_t length;
};

static void put(struct stream *s, const void *bytes, size_t n)
{
	s->bytes = talloc_realloc(NULL, s->bytes, uint8_t, (unsigned)(s->length + n + 1));
	memcpy(s->bytes + s->length, bytes, n);
	s->length += n;
}

static void record(struct stream *s, int type, const void *bytes, size_t n)
{
	put(s, (uint8_t[]){ 1, (uint8_t)type, 0, 1, (uint8_t)(n >> 8), (uint8_t)n, 0, 0 }, 8);
	put(s, bytes, n);
}

static void pair(struct stream *s, const char *line, size_t n)
{
	const char *is = memchr(line, '=', n);
	size_t name = is ? (size_t)(is - line) : n, value = is ? n - name - 1 : 0;
	if (name > 127 || value > 127)
		return;
	put(s, (uint8_t[]){ (uint8_t)name, (uint8_t)value }, 2);
	put(s, line, name);
	put(s, is ? is + 1 : line, value);
}

enum { BEGIN_REQUEST = 1, PARAMS = 4, STDIN = 5, MOST = 60000 };

static void write_records(struct stream *s, const char *text, size_t size)
{
	struct stream params = { 0 };
	size_t n;
	put(&params, "", 0);
	while (size && *text != '\n') {
		for (n = 0; n < size && text[n] != '\n'; n++)
			;
		pair(&params, text, n);
		n += n < size;
		text += n, size -= n;
	}
	record(s, BEGIN_REQUEST, (uint8_t[]){ 0, 1, 0, 0, 0, 0, 0, 0 }, 8);
	if (params.length && params.length < MOST)
		record(s, PARAMS, params.bytes, params.length);
	record(s, PARAMS, "", 0);
	if (size > 1 && size < MOST)
		record(s, STDIN, text + 1, size - 1);
	record(s, STDIN, "", 0);
	talloc_free(params.bytes);
}

static const char *variable(void *self, const char *name)
{
	return FCGX_GetParam(name, ((FCGX_Request *)self)->envp);
}

static long take(void *self, char *buffer, size_t size)
{
	return FCGX_GetStr(buffer, (int)size, ((FCGX_Request *)self)->in);
}

static void ask(FCGX_Request *request)
{
	void *mem = talloc_new(NULL);
	struct req *r = talloc_zero(mem, struct req);
	struct gateway g = { variable, take, request };
	r->mem = mem;
	r->id = "fuzz";
	int status = request_read(r, &g);
	expect(status == 0 || (status >= 400 && status < 600));
	if (!status) {
		expect(text_valid(r->path, strlen(r->path)) && *r->path == '/');
		expect_texts(r->params);
		expect_texts(r->form);
	}
	FCGX_PutS("Status: 200\r\n\r\n", request->out);
	FCGX_Finish_r(request);
	talloc_free(mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FCGX_Request request;
	struct stream s = { 0 };
	put(&s, "", 0);
	if (size && *data == 1)
		put(&s, data, size);
	else
		write_records(&s, (const char *)data, size);
	int client = socket(AF_UNIX, SOCK_STREAM, 0);
	expect(!connect(client, (struct sockaddr *)&here, sizeof here));
	bool sent = send(client, s.bytes, s.length, MSG_DONTWAIT) >= 0;
	shutdown(client, SHUT_WR);
	FCGX_InitRequest(&request, listener, FCGI_FAIL_ACCEPT_ON_INTR);
	if (sent && FCGX_Accept_r(&request) >= 0)
		ask(&request);
	FCGX_Free(&request, 1);
	close(client);
	for (int rest; (rest = accept(listener, NULL, NULL)) >= 0;)
		close(rest);
	talloc_free(s.bytes);
	return 0;
}
