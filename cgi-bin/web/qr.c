/* libqrencode: modules to the path of a drawing. */
#include "qr.h"
#include <qrencode.h>
#include <stdbool.h>
#include <talloc.h>
#include "page.h"
#include "panic.h"

static int code_free(QRcode **code)
{
	QRcode_free(*code);
	return 0;
}

/* Runs of dark modules of one row: "M3 0h2v1h-2z". */
static char *row_path(char *path, const unsigned char *row, int width, int y)
{
	for (int x = 0, run; x < width; x += run) {
		bool dark = row[x] & 1;
		for (run = 1; x + run < width && (row[x + run] & 1) == dark; run++)
			;
		if (dark)
			path = must(talloc_asprintf_append_buffer(path, "M%d %dh%dv1h-%dz", x, y, run, run));
	}
	return path;
}

xmlNode *qr_add(xmlNode *parent, const char *text)
{
	void *mem = talloc_new(NULL);
	QRcode **code = must(talloc(mem, QRcode *));
	*code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (!*code)
		panic("no QR code of this text");
	talloc_set_destructor(code, code_free);
	int width = (*code)->width;
	char *path = must(talloc_strdup(mem, ""));
	for (int y = 0; y < width; y++)
		path = row_path(path, (*code)->data + y * width, width, y);
	xmlNode *node = page_add(parent, "qr", NULL);
	page_set_number(node, "size", width);
	page_set(node, "path", path);
	talloc_free(mem);
	return node;
}
