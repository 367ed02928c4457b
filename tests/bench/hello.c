/* The least a FastCGI program can do: the limit of the way through nginx and libfcgi. */
#include "peer.h"

int main(int argc, char **argv)
{
	static const char reply[] = "Content-Type: text/plain\r\n\r\nhello\n";
	FCGX_Request request;
	if (argc < 2)
		return 64;
	peer_listen(argv[1]);
	FCGX_InitRequest(&request, 0, 0);
	while (FCGX_Accept_r(&request) >= 0) {
		FCGX_PutStr(reply, sizeof reply - 1, request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
