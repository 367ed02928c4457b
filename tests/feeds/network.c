/*
 * For tests: a network of our own, put before libc's by LD_PRELOAD. Names ending in .example have the addresses in $NETWORK_NAMES
 * ("name=first,second;name=…": each question gets the next one, the last for ever); every attempt to connect beyond this machine's sockets is
 * written to $NETWORK_LOG; 93.184.216.34 is the server at port $NETWORK_PORT of 127.0.0.1.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int asked[32];

/* The next address of a name in the list; null when it is not there. */
static const char *address_of(const char *name)
{
	static char found[64];
	char list[2000], *rest = list, *entry;

	snprintf(list, sizeof list, "%s", getenv("NETWORK_NAMES") ? getenv("NETWORK_NAMES") : "");
	for (int i = 0; i < 32 && (entry = strsep(&rest, ";")); i++) {
		char *addresses = entry, *key = strsep(&addresses, "="), *address;

		if (!addresses || strcmp(key, name))
			continue;
		for (int n = asked[i]++; (address = strsep(&addresses, ",")); n--) {
			snprintf(found, sizeof found, "%s", address);
			if (!n)
				break;
		}
		return found;
	}
	return NULL;
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
	int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
		(int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **))dlsym(RTLD_NEXT, "getaddrinfo");
	size_t n = node ? strlen(node) : 0;

	if (n > 8 && !strcmp(node + n - 8, ".example")) {
		node = address_of(node);
		if (!node)
			return EAI_NONAME;
	}
	return real(node, service, hints, result);
}

int connect(int socket, const struct sockaddr *address, socklen_t length)
{
	int (*real)(int, const struct sockaddr *, socklen_t) = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "connect");
	struct sockaddr_in server = { .sin_family = AF_INET };
	char text[64] = "";
	FILE *log;

	if (address->sa_family != AF_INET && address->sa_family != AF_INET6)
		return real(socket, address, length);
	if (address->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)address)->sin_addr, text, sizeof text);
	else
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)address)->sin6_addr, text, sizeof text);
	log = fopen(getenv("NETWORK_LOG"), "a");
	if (log) {
		fprintf(log, "%s\n", text);
		fclose(log);
	}
	if (strcmp(text, "93.184.216.34"))
		return real(socket, address, length);
	server.sin_port = htons((in_port_t)atoi(getenv("NETWORK_PORT")));
	inet_pton(AF_INET, "127.0.0.1", &server.sin_addr);
	return real(socket, (const struct sockaddr *)&server, sizeof server);
}
