/* A site with keys, which are in no file. */
#ifndef SOUSEDE_FUZZ_KEYED_H
#define SOUSEDE_FUZZ_KEYED_H
#include <sys/mman.h>
#include <unistd.h>
#include "fuzz.h"
#include "web/conf.h"
#include "web/seal.h"

static inline void keyed(void)
{
	static const char keys[] = "1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
				   "index 101112131415161718191a1b1c1d1e1f000102030405060708090a0b0c0d0e0f\n";
	static char path[40];
	int file = memfd_create("keys", 0);
	expect(write(file, keys, sizeof keys - 1) == sizeof keys - 1);
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	conf_set("site", "base", "https://a.example");
	conf_set("site", "key_file", path);
	seal_open();
}
#endif
