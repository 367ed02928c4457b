/* Slabs of equal pieces, sixteen bytes apart in size; a slab's place in the range says how large its pieces are. */
#include "arena.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include "panic.h"

enum { STEP = 16, ARENA_PIECE = 512, SIZES = ARENA_PIECE / STEP + 1, SLAB = 64 << 10, SLABS = 1024 };

struct piece {
	struct piece *next;
};

static char *range;
static bool in_use;
static unsigned char size_of[SLABS];   /* of the pieces of each slab, in steps */
static size_t slabs;
static struct {
	struct piece *given_back;
	char *fresh, *end;
} sizes[SIZES];

void arena_open(void)
{
#ifndef __SANITIZE_ADDRESS__
	void *got = mmap(NULL, (size_t)SLAB * SLABS, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	range = got == MAP_FAILED ? NULL : got;
#endif
}

bool arena_use(bool use)
{
	bool before = in_use;
	in_use = use && range;
	return before;
}

void arena_end(void)
{
	in_use = false;
	slabs = 0;
	memset(sizes, 0, sizeof sizes);
}

void arena_trim(void)
{
	if (range)
		madvise(range, (size_t)SLAB * SLABS, MADV_DONTNEED);
}

static bool is_ours(const void *block)
{
	return range && (uintptr_t)block - (uintptr_t)range < (size_t)SLAB * SLABS;
}

static size_t room_of(const void *block)
{
	return (size_t)STEP * size_of[((uintptr_t)block - (uintptr_t)range) / SLAB];
}

/* A piece that nobody had yet in this request; null when the range is full. */
static void *fresh(size_t steps)
{
	size_t size = steps * STEP;
	if ((size_t)(sizes[steps].end - sizes[steps].fresh) < size) {
		if (slabs == SLABS)
			return NULL;
		sizes[steps].fresh = range + SLAB * slabs;
		sizes[steps].end = sizes[steps].fresh + SLAB;
		size_of[slabs++] = (unsigned char)steps;
	}
	void *piece = sizes[steps].fresh;
	sizes[steps].fresh += size;
	return piece;
}

void *arena_get(size_t size)
{
	size_t steps = size ? (size + STEP - 1) / STEP : 1;
	if (!in_use || steps >= SIZES)
		return must(malloc(size));
	if (sizes[steps].given_back) {
		struct piece *piece = sizes[steps].given_back;
		sizes[steps].given_back = piece->next;
		return piece;
	}
	void *piece = fresh(steps);
	return piece ? piece : must(malloc(size));
}

void arena_put(void *block)
{
	if (!is_ours(block)) {
		free(block);
		return;
	}
	size_t steps = room_of(block) / STEP;
	struct piece *piece = block;
	piece->next = sizes[steps].given_back;
	sizes[steps].given_back = piece;
}

void *arena_change(void *block, size_t size)
{
	if (!block)
		return arena_get(size);
	if (!is_ours(block)) {
		void *changed = realloc(block, size);
		return size ? must(changed) : changed;
	}
	size_t room = room_of(block);
	if (size <= room)
		return block;
	void *larger = arena_get(size);
	memcpy(larger, block, room);
	arena_put(block);
	return larger;
}

char *arena_copy(const char *text)
{
	size_t length = strlen(text) + 1;
	return memcpy(arena_get(length), text, length);
}
