/* What the parts of the command `sousede` share: sousede(8). */
#ifndef SOUSEDE_SOUSEDE_H
#define SOUSEDE_SOUSEDE_H
#include <stdio.h>

/* The words of words.c by a code, {1} … {4} replaced; a line of its own. An unknown code panics. */
#define say(out, code, ...) say_((out), (code), (const char *const[]){ __VA_ARGS__ __VA_OPT__(,) NULL })
void say_(FILE *out, const char *code, const char *const *given);

/* Each command; exit statuses of sysexits.h. argv is what follows its name. */
int policy_command(int argc, char **argv);   /* matrix.c */
int admin_command(int argc, char **argv);    /* admins.c */
int key_command(int argc, char **argv);      /* keys.c */
int check_command(int argc, char **argv);    /* check.c */

/* Wrong use: the usage on stderr, EX_USAGE. */
int misused(void);
#endif
