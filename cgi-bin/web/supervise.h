/* Keeps N forked workers on the listening socket at descriptor 0. */
#ifndef SOUSEDE_SUPERVISE_H
#define SOUSEDE_SUPERVISE_H

/* Makes a UNIX socket at path (mode 0660) and puts it at descriptor 0. Ends the process with a reason when it cannot. */
void supervise_listen(const char *path);

/* Forks `workers` children, replaces those that die after 200 ms, until TERM or INT; then stops them and ends the process.
 * Returns only in a child. A worker whose supervisor dies gets SIGTERM (PR_SET_PDEATHSIG). HUP replaces the workers one by one. */
void supervise(int workers);
#endif
