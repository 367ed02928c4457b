/* For stories: opens a sealed text as a reader of the letter would, or makes one.   unseal KEYFILE PURPOSE HEX   unseal close|index KEYFILE PURPOSE TEXT */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "web/conf.h"
#include "web/seal.h"
#include "web/text.h"

/* As hexadecimal: the text under seal, or the hash that finds it. */
static int make(const char *how, const char *purpose, const char *text)
{
	void *mem = talloc_new(NULL);
	unsigned char hash[SEAL_BYTES];
	struct seal_text closed = { hash, sizeof hash };
	if (strcmp(how, "close"))
		seal_index(hash, purpose, text);
	else
		closed = seal_close(mem, purpose, text);
	puts(text_hex(mem, closed.bytes, closed.length));
	talloc_free(mem);
	return 0;
}

int main(int argc, char **argv)
{
	unsigned char bytes[9000];
	if (argc == 5) {
		seal_open();
		conf_set("site", "key_file", argv[2]);
		return make(argv[1], argv[3], argv[4]);
	}
	if (argc != 4)
		return 64;
	for (char *c = argv[3]; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	size_t n = strlen(argv[3]) / 2;
	seal_open();
	conf_set("site", "key_file", argv[1]);
	if (n > sizeof bytes || !text_unhex(bytes, n, argv[3]))
		return 65;
	void *mem = talloc_new(NULL);
	const char *text = seal_open_text(mem, argv[2], bytes, n);
	if (text)
		puts(text);
	talloc_free(mem);
	return !text;
}
