/* The end of the world: our own failure. Never returns; the supervisor forks another worker. */
#ifndef SOUSEDE_PANIC_H
#define SOUSEDE_PANIC_H

/* Logs file, line, request and reason, runs the hook (main.c: roll back and answer 500), ends the process with status 70. */
#define panic(...) panic_at(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void panic_at(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Function run once before the process ends, given the reason; null for none. A panic inside it ends at once. */
void panic_hook(void (*hook)(const char *reason));

/* The pointer itself; a null one is memory that ran out, and panics: char *name = must(talloc_strdup(mem, text)). */
#define must(pointer) must_at(__FILE__, __LINE__, (pointer))
void *must_at(const char *file, int line, void *pointer);
#endif
