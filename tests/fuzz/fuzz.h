/*
 * Fuzz targets: each file here is one, an entry point libFuzzer calls with any bytes (clang, `make fuzz T=seconds`).
 * With any compiler replay.c calls it with the files of corpus/NAME, which `check` does each time.
 * A target looks for crashes and sanitizer reports, and for the promises of headers that random bytes could break: expect(…).
 */
#ifndef SOUSEDE_FUZZ_H
#define SOUSEDE_FUZZ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "web/panic.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define expect(promise) \
	do { \
		if (!(promise)) { \
			fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #promise); \
			abort(); \
		} \
	} while (0)

/* A panic over input of others is a finding too. */
static inline void panic_aborts(const char *reason)
{
	fprintf(stderr, "panic: %s\n", reason);
	abort();
}

/* What the target needs once; the work of FUZZ_START. */
#define FUZZ_START(...) \
	int LLVMFuzzerInitialize(int *argc, char ***argv) \
	{ \
		(void)argc; \
		(void)argv; \
		panic_hook(panic_aborts); \
		__VA_ARGS__ \
		return 0; \
	}
#endif
