/*
 * talloc whose failure is a panic: an allocation that fails must not look like an empty text, a missing town or a shorter list.
 * Included before everything else in every file (Makefile.am), so no call needs a must() of its own.
 */
#ifndef SOUSEDE_MEMORY_H
#define SOUSEDE_MEMORY_H
#include <talloc.h>
#include "panic.h"

#define talloc_strdup(...) ((char *)must((talloc_strdup)(__VA_ARGS__)))
#define talloc_strndup(...) ((char *)must((talloc_strndup)(__VA_ARGS__)))
#define talloc_strdup_append_buffer(...) ((char *)must((talloc_strdup_append_buffer)(__VA_ARGS__)))
#define talloc_asprintf(...) ((char *)must((talloc_asprintf)(__VA_ARGS__)))
#define talloc_vasprintf(...) ((char *)must((talloc_vasprintf)(__VA_ARGS__)))
#define talloc_asprintf_append(...) ((char *)must((talloc_asprintf_append)(__VA_ARGS__)))
#define talloc_asprintf_append_buffer(...) ((char *)must((talloc_asprintf_append_buffer)(__VA_ARGS__)))
/* What talloc's own macros (talloc, talloc_zero, talloc_array, talloc_realloc, talloc_new, talloc_size, talloc_memdup) come down to. */
#define talloc_named_const(...) must((talloc_named_const)(__VA_ARGS__))
#define _talloc_zero(...) must((_talloc_zero)(__VA_ARGS__))
#define _talloc_array(...) must((_talloc_array)(__VA_ARGS__))
#define _talloc_zero_array(...) must((_talloc_zero_array)(__VA_ARGS__))
#define _talloc_memdup(...) must((_talloc_memdup)(__VA_ARGS__))
#define _talloc_realloc(...) must((_talloc_realloc)(__VA_ARGS__))
#define _talloc_realloc_array(...) must((_talloc_realloc_array)(__VA_ARGS__))
#endif
