/* For stories: opens a sealed text as a reader of the letter would.   unseal KEYFILE PURPOSE HEX */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include "web/conf.h"
#include "web/seal.h"
#include "web/text.h"

int main(int argc, char **argv)
{
	unsigned char bytes[5000];
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
