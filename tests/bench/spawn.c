/* spawn TIMES PROGRAM…: runs a program so often, one after another, reads what it prints, and says the mean microseconds of one run. */
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int main(int argc, char **argv)
{
	struct timespec start, end;
	char bytes[65536];
	int times = argc > 2 ? atoi(argv[1]) : 0;
	clock_gettime(CLOCK_MONOTONIC, &start);
	for (int i = 0; i < times; i++) {
		int ends[2], status;
		long total = 0;
		pid_t pid;
		posix_spawn_file_actions_t moves;
		if (pipe(ends))
			return 1;
		posix_spawn_file_actions_init(&moves);
		posix_spawn_file_actions_adddup2(&moves, ends[1], 1);
		posix_spawn_file_actions_addclose(&moves, ends[0]);
		posix_spawn_file_actions_addclose(&moves, ends[1]);
		if (posix_spawn(&pid, argv[2], &moves, NULL, argv + 2, environ))
			return 1;
		posix_spawn_file_actions_destroy(&moves);
		close(ends[1]);
		for (long n; (n = read(ends[0], bytes, sizeof bytes)) > 0;)
			total += n;
		close(ends[0]);
		waitpid(pid, &status, 0);
		if (status || total < 1000) {
			fprintf(stderr, "%s: status %d, %ld bytes\n", argv[2], status, total);
			return 1;
		}
	}
	clock_gettime(CLOCK_MONOTONIC, &end);
	printf("%.0f\n", ((double)(end.tv_sec - start.tv_sec) * 1e6 + (double)(end.tv_nsec - start.tv_nsec) / 1e3) / (times ? times : 1));
	return 0;
}
