/*
 * picture SIDE: a photo of any camera on standard input, an upright JPEG of at most SIDE pixels each way, with nothing but its pixels, on standard output.
 * A program of its own, started by web/image.c for one picture and gone: libgd and what it reads with never share memory with keys and people.
 * Exit status: 0 done, 2 no JPEG, PNG or WebP, 3 too many pixels, 4 broken. Anything else is a picture that was too much for its limits.
 */
#include <gd.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { DONE, OTHER_TYPE = 2, TOO_MANY_PIXELS, BROKEN };
enum { BYTES_MAX = 10 << 20, PIXELS_MAX = 40000000, SECONDS = 15, MEMORY_MAX = 400 << 20, QUALITY = 82, ENTRIES_MAX = 200 };

/* What came, and what its header says of it. */
struct picture {
	const unsigned char *bytes;
	size_t length;
	uint32_t width, height;
	int orientation;           /* of EXIF, 1 upright */
};

static uint32_t number(const unsigned char *at, size_t bytes, bool little)
{
	uint32_t n = 0;
	for (size_t i = 0; i < bytes; i++)
		n = n << 8 | at[little ? bytes - 1 - i : i];
	return n;
}

/* The orientation in a TIFF block: tag 0x112 of its first directory. */
static int tiff_orientation(const unsigned char *tiff, size_t length)
{
	if (length < 14 || (memcmp(tiff, "II*", 4) && memcmp(tiff, "MM\0*", 4)))
		return 1;
	bool little = *tiff == 'I';
	size_t at = number(tiff + 4, 4, little);
	if (at > length - 2)
		return 1;
	size_t entries = number(tiff + at, 2, little);
	at += 2;
	for (size_t i = 0; i < entries && i < ENTRIES_MAX && at + 12 <= length; i++, at += 12)
		if (number(tiff + at, 2, little) == 0x112) {
			uint32_t value = number(tiff + at + 8, 2, little);
			return value >= 1 && value <= 8 ? (int)value : 1;
		}
	return 1;
}

/* Segments up to the picture itself; the frame header (C0…CF without C4, C8, CC) has the size. */
static bool jpeg_head(struct picture *p)
{
	static const char exif[] = "Exif\0";
	for (size_t at = 2; at + 9 < p->length && p->bytes[at] == 0xff;) {
		const unsigned char *body = p->bytes + at + 4;
		unsigned marker = p->bytes[at + 1];
		if (marker == 0xff || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
			at += marker == 0xff ? 1 : 2;
			continue;
		}
		size_t length = number(p->bytes + at + 2, 2, false);
		if (length < 2 || length > p->length - at - 2)
			return false;
		if (marker == 0xe1 && length > 8 + sizeof exif && !memcmp(body, exif, sizeof exif))
			p->orientation = tiff_orientation(body + sizeof exif, length - 2 - sizeof exif);
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
			p->height = number(body + 1, 2, false);
			p->width = number(body + 3, 2, false);
			return length >= 7;
		}
		at += 2 + length;
	}
	return false;
}

static bool png_head(struct picture *p)
{
	if (p->length < 33 || memcmp(p->bytes + 12, "IHDR", 4))
		return false;
	p->width = number(p->bytes + 16, 4, false);
	p->height = number(p->bytes + 20, 4, false);
	for (size_t at = 8, length; at + 12 <= p->length; at += 12 + length) {
		length = number(p->bytes + at, 4, false);
		if (length > p->length - at - 12)
			break;
		if (!memcmp(p->bytes + at + 4, "eXIf", 4))
			p->orientation = tiff_orientation(p->bytes + at + 8, length);
	}
	return true;
}

/* The first chunk has the size: a lossy frame, a lossless one, or a canvas with more chunks after it. */
static bool webp_head(struct picture *p)
{
	const unsigned char *b = p->bytes;
	if (p->length < 30)
		return false;
	bool canvas = !memcmp(b + 12, "VP8X", 4), lossless = !memcmp(b + 12, "VP8L", 4);
	uint32_t bits = number(b + 21, 4, true);
	p->width = canvas ? number(b + 24, 3, true) + 1 : lossless ? (bits & 0x3fff) + 1 : number(b + 26, 2, true) & 0x3fff;
	p->height = canvas ? number(b + 27, 3, true) + 1 : lossless ? (bits >> 14 & 0x3fff) + 1 : number(b + 28, 2, true) & 0x3fff;
	for (size_t at = 12, length; canvas && at + 8 <= p->length; at += 8 + length + (length & 1)) {
		length = number(b + at + 4, 4, true);
		if (length > p->length - at - 8)
			break;
		if (!memcmp(b + at, "EXIF", 4))
			p->orientation = tiff_orientation(b + at + 8, length);
	}
	return true;
}

static const struct format {
	const char *magic;
	size_t at, length;
	bool (*head)(struct picture *p);
	gdImagePtr (*decode)(int size, void *data);
} formats[] = {
	{ "\xff\xd8\xff", 0, 3, jpeg_head, gdImageCreateFromJpegPtr },
	{ "\x89PNG\r\n\x1a\n", 0, 8, png_head, gdImageCreateFromPngPtr },
	{ "WEBPVP8", 8, 7, webp_head, gdImageCreateFromWebpPtr },
};

static const struct format *format_of(const struct picture *p)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (p->length > 20 && !memcmp(p->bytes + formats[i].at, formats[i].magic, formats[i].length))
			return &formats[i];
	return NULL;
}

/* On white, as paper is, and no larger than it was. */
static gdImagePtr fitted(gdImagePtr whole, int side)
{
	int w = gdImageSX(whole), h = gdImageSY(whole), longer = w > h ? w : h;
	int to_w = longer > side ? w * side / longer : w, to_h = longer > side ? h * side / longer : h;
	gdImagePtr small = gdImageCreateTrueColor(to_w ? to_w : 1, to_h ? to_h : 1);
	if (!small)
		return NULL;
	gdImageFilledRectangle(small, 0, 0, gdImageSX(small), gdImageSY(small), gdTrueColor(255, 255, 255));
	gdImageAlphaBlending(small, gdEffectAlphaBlend);
	gdImageCopyResampled(small, whole, 0, 0, 0, 0, gdImageSX(small), gdImageSY(small), w, h);
	return small;
}

/* The eight ways to hold a camera: turned a quarter or not, then mirrored along either side. */
static gdImagePtr upright(gdImagePtr lying, int orientation)
{
	bool turned = orientation >= 5, across = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
	bool along = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
	int w = gdImageSX(lying), h = gdImageSY(lying);
	gdImagePtr out = gdImageCreateTrueColor(turned ? h : w, turned ? w : h);
	for (int y = 0; out && y < gdImageSY(out); y++)
		for (int x = 0; x < gdImageSX(out); x++) {
			int from_x = across ? gdImageSX(out) - 1 - x : x, from_y = along ? gdImageSY(out) - 1 - y : y;
			gdImageSetPixel(out, x, y, gdImageGetTrueColorPixel(lying, turned ? from_y : from_x, turned ? from_x : from_y));
		}
	return out;
}

static void put(const unsigned char *bytes, size_t length)
{
	for (ssize_t n; length && (n = write(1, bytes, length)) > 0; length -= (size_t)n)
		bytes += n;
	if (length)
		_exit(EXIT_FAILURE);
}

/* Without the comment in which libgd names itself: it is the only segment of that kind, before the picture. */
static void put_bare(const unsigned char *jpeg, size_t length)
{
	for (size_t at = 2; at + 4 < length && jpeg[at] == 0xff && jpeg[at + 1] != 0xda;) {
		size_t segment = 2 + number(jpeg + at + 2, 2, false);
		if (jpeg[at + 1] == 0xfe) {
			put(jpeg, at);
			put(jpeg + at + segment, length - at - segment);
			return;
		}
		at += segment;
	}
	put(jpeg, length);
}

static void limit(int what, rlim_t most)
{
	setrlimit(what, &(struct rlimit){ most, most });
}

/* Little memory, little time, no file, no child, no life after whoever asked. */
static void limits(void)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, SECONDS);
	limit(RLIMIT_NOFILE, 3);
	limit(RLIMIT_NPROC, 0);
#ifndef __SANITIZE_ADDRESS__
	limit(RLIMIT_AS, MEMORY_MAX);
#endif
}

static size_t take(unsigned char *bytes)
{
	size_t length = 0;
	for (ssize_t n; length <= BYTES_MAX && (n = read(0, bytes + length, BYTES_MAX + 1 - length)) > 0;)
		length += (size_t)n;
	return length;
}

static void silence(int priority, const char *format, va_list args)
{
	(void)priority;
	(void)format;
	(void)args;
}

static int make(int side)
{
	int length = 0;
	unsigned char *bytes = malloc(BYTES_MAX + 1);
	struct picture p = { bytes, bytes ? take(bytes) : 0, 0, 0, 1 };
	const struct format *format = p.length <= BYTES_MAX ? format_of(&p) : NULL;
	if (side < 1 || !bytes || !format)
		return OTHER_TYPE;
	if (!format->head(&p) || !p.width || !p.height)
		return BROKEN;
	if ((uint64_t)p.width * p.height > PIXELS_MAX)
		return TOO_MANY_PIXELS;
	gdImagePtr whole = format->decode((int)p.length, bytes), small = whole ? fitted(whole, side) : NULL;
	gdImagePtr right = small ? upright(small, p.orientation) : NULL;
	unsigned char *jpeg = right ? gdImageJpegPtr(right, &length, QUALITY) : NULL;
	if (jpeg)
		put_bare(jpeg, (size_t)length);
	return jpeg ? DONE : BROKEN;
}

/* Nothing is freed: the process is. */
int main(int argc, char **argv)
{
	limits();
	gdSetErrorMethod(silence);
	_exit(make(argc == 2 ? (int)strtol(argv[1], NULL, 10) : 0));
}
