/* A request made of variables in a list, and a table to route it by. */
#ifndef SOUSEDE_FUZZ_ASK_H
#define SOUSEDE_FUZZ_ASK_H
#include "fuzz.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"
#include "web/text.h"

struct asked {
	const char *names[8], *values[8];
	const char *body;
	size_t left;
};

static inline const char *asked_variable(void *self, const char *name)
{
	struct asked *a = self;
	for (size_t i = 0; a->names[i]; i++)
		if (!strcmp(a->names[i], name))
			return a->values[i];
	return NULL;
}

/* In small pieces, as a socket may give them. */
static inline long asked_read(void *self, char *buffer, size_t size)
{
	struct asked *a = self;
	size_t n = a->left < 7 ? a->left : 7;
	n = n < size ? n : size;
	memcpy(buffer, a->body, n);
	a->body += n;
	a->left -= n;
	return (long)n;
}

static inline struct req *asked_request(void *mem, struct asked *a, int *status)
{
	struct req *r = talloc_zero(mem, struct req);
	r->mem = mem;
	r->id = "fuzz";
	*status = request_read(r, &(struct gateway){ asked_variable, asked_read, a });
	return r;
}

/* What was taken in is text. */
static inline void expect_texts(const struct param *list)
{
	for (; list; list = list->next) {
		expect(text_valid(list->name, strlen(list->name)));
		expect(text_valid(list->value, strlen(list->value)));
	}
}
#endif
