/*
 * What the command `sousede` says: the only sentences in C, for the operator's terminal, where no sheet and no catalogue is at hand. Codes elsewhere.
 */
#include <string.h>
#include "../web/panic.h"
#include "sousede.h"

static const struct {
	const char *code, *text;
} words[] = {
	{ "usage", "usage: sousede policy                        who may do what: every action by every role\n"
		   "       sousede --help | --version" },
};

static const char *text_of(const char *code)
{
	for (size_t i = 0; i != sizeof words / sizeof *words; i++)
		if (!strcmp(words[i].code, code))
			return words[i].text;
	panic("sousede has no words for %s", code);
}

void say_(FILE *out, const char *code, const char *const *given)
{
	size_t count = 0;
	while (given[count])
		count++;
	for (const char *c = text_of(code); *c; c++) {
		size_t number = *c == '{' && c[1] ? (size_t)(c[1] - '1') : count;
		if (number >= count || c[2] != '}') {
			fputc(*c, out);
			continue;
		}
		fputs(given[number], out);
		c += 2;
	}
	fputc('\n', out);
}
