/* What the FastCGI peers share: PROGRAM SOCKET serves on the socket with two workers, as our programs do. */
#include <fcgiapp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

static void peer_listen(const char *path)
{
	FCGX_Init();
	dup2(FCGX_OpenSocket(path, 511), 0);
	if (!fork())
		prctl(PR_SET_PDEATHSIG, SIGTERM);
}
