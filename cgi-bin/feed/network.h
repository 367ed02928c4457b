/* Which addresses of the network a feed may come from. */
#ifndef SOUSEDE_FEED_NETWORK_H
#define SOUSEDE_FEED_NETWORK_H
#include <stdbool.h>
#include <sys/socket.h>

/* True for an address of the public internet; false for private, loopback, link-local, shared (CGNAT), documentation, multicast, mapped, translated,
 * tunnelled and all other special ones, and for anything but IPv4 and IPv6. */
bool network_public(const struct sockaddr *address);
#endif
