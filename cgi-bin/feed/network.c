/* Special-purpose addresses (RFC 6890 and its registries): a list of what is refused in IPv4, in IPv6 of what is not. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "network.h"

static const struct { uint32_t net; int bits; } refused4[] = {
	{ 0x00000000, 8 },  /* this network */
	{ 0x0A000000, 8 },  /* private */
	{ 0x64400000, 10 }, /* shared, CGNAT */
	{ 0x7F000000, 8 },  /* loopback */
	{ 0xA9FE0000, 16 }, /* link-local, metadata services of clouds */
	{ 0xAC100000, 12 }, /* private */
	{ 0xC0000000, 24 }, /* protocol assignments */
	{ 0xC0000200, 24 }, /* documentation */
	{ 0xC01FC400, 24 }, { 0xC034C100, 24 }, { 0xC0AF3000, 24 }, /* AS112, AMT */
	{ 0xC0586300, 24 }, /* 6to4 relays */
	{ 0xC0A80000, 16 }, /* private */
	{ 0xC6120000, 15 }, /* benchmarks */
	{ 0xC6336400, 24 }, { 0xCB007100, 24 }, /* documentation */
	{ 0xE0000000, 3 },  /* multicast, reserved, broadcast */
};

/* Within 2000::/3, the only space of the public internet. */
static const struct { unsigned char net[6]; int bits; } refused6[] = {
	{ { 0x20, 0x01, 0x00, 0x00 }, 23 },             /* protocol assignments, Teredo, ORCHID */
	{ { 0x20, 0x01, 0x0D, 0xB8 }, 32 },             /* documentation */
	{ { 0x20, 0x02 }, 16 },                         /* 6to4: any IPv4 inside */
	{ { 0x26, 0x20, 0x00, 0x4F, 0x80, 0x00 }, 48 }, /* AS112 */
	{ { 0x3F, 0xFF }, 20 },                         /* documentation */
};

static bool public4(uint32_t address)
{
	for (size_t i = 0; i < sizeof(refused4) / sizeof(*refused4); i++)
		if ((address ^ refused4[i].net) >> (32 - refused4[i].bits) == 0)
			return false;
	return true;
}

static bool within(const unsigned char *address, const unsigned char *net, int bits)
{
	int bytes = bits / 8, rest = bits % 8;

	return !memcmp(address, net, (size_t)bytes) && (!rest || (address[bytes] ^ net[bytes]) >> (8 - rest) == 0);
}

static bool public6(const unsigned char *address)
{
	if (address[0] >> 5 != 1)
		return false;
	for (size_t i = 0; i < sizeof(refused6) / sizeof(*refused6); i++)
		if (within(address, refused6[i].net, refused6[i].bits))
			return false;
	return true;
}

bool network_public(const struct sockaddr *address)
{
	struct sockaddr_in four;
	struct sockaddr_in6 six;

	if (address->sa_family == AF_INET) {
		memcpy(&four, address, sizeof(four));
		return public4(ntohl(four.sin_addr.s_addr));
	}
	if (address->sa_family == AF_INET6) {
		memcpy(&six, address, sizeof(six));
		return public6(six.sin6_addr.s6_addr);
	}
	return false;
}
