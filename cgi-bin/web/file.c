/* Tables file and file_part. */
#include "file.h"
#include <stddef.h>
#include <string.h>
#include <talloc.h>
#include "answer.h"
#include "db.h"
#include "image.h"
#include "panic.h"
#include "request.h"
#include "seal.h"
#include "text.h"
#include "time.h"

enum { PART_BYTES = 7900, NAME_BYTES = 16 };

static void parts_write(int64_t file, const unsigned char *bytes, size_t length)
{
	for (int64_t part = 0; length; part++) {
		size_t n = length < PART_BYTES ? length : PART_BYTES;
		db_exec("INSERT INTO file_part (file_id, part, bytes) VALUES (?, ?, ?)", I(file), I(part), B(bytes, n));
		bytes += n;
		length -= n;
	}
}

int64_t file_photo(struct req *r, const struct image *image, const char *alt)
{
	unsigned char name[NAME_BYTES];
	/* Two windows of one person take turns. */
	db_number(0, "SELECT id FROM person WHERE id = ? FOR UPDATE", I(r->person.id));
	db_exec("DELETE FROM file WHERE person_id = ? AND kind = 'photo'", I(r->person.id));
	if (db_number(0, "SELECT SUM(bytes) FROM file WHERE person_id = ?", I(r->person.id)) + (int64_t)image->length > FILE_QUOTA)
		return 0;
	seal_random(name, sizeof name);
	int64_t id = db_exec("INSERT INTO file (name, person_id, kind, media_type, bytes, sha256, width, height, alt, added_at)"
			     " VALUES (?, ?, 'photo', 'image/jpeg', ?, UNHEX(SHA2(?, 256)), ?, ?, ?, ?)",
			     B(name, sizeof name), I(r->person.id), I((int64_t)image->length), B(image->bytes, image->length), I(image->width),
			     I(image->height), S(alt), T(time_now()));
	parts_write(id, image->bytes, image->length);
	return id;
}

static const unsigned char *parts_read(void *mem, int64_t file, size_t length)
{
	static const struct column columns[] = { { "bytes", COLUMN_BYTES, 0 }, { 0 } };
	struct db_bytes *part;
	unsigned char *bytes = talloc_array(mem, unsigned char, (unsigned)length);
	size_t count = db_all(mem, &part, sizeof *part, columns, "SELECT bytes FROM file_part WHERE file_id = ? ORDER BY part", I(file)), at = 0;
	for (size_t i = 0; i < count && part[i].length <= length - at; at += part[i++].length)
		memcpy(bytes + at, part[i].bytes, part[i].length);
	if (at != length)
		panic("file %lld has %zu bytes of %zu", (long long)file, at, length);
	return bytes;
}

int64_t file_of(int64_t person)
{
	return db_number(0, "SELECT id FROM file WHERE photo_of = ?", I(person));
}

const unsigned char *file_bytes(void *mem, int64_t id, size_t *length)
{
	*length = (size_t)db_number(0, "SELECT bytes FROM file WHERE id = ?", I(id));
	return *length ? parts_read(mem, id, *length) : NULL;
}

int file_send(struct req *r, int64_t id)
{
	struct {
		const char *name, *type;
		int64_t bytes;
	} row;
	static const struct column columns[] = { { "name", COLUMN_TEXT, offsetof(__typeof__(row), name) },
						 { "type", COLUMN_TEXT, offsetof(__typeof__(row), type) },
						 { "bytes", COLUMN_INT, offsetof(__typeof__(row), bytes) }, { 0 } };
	if (!db_one(r->mem, &row, columns, "SELECT LOWER(HEX(name)) AS name, media_type AS type, bytes FROM file WHERE id = ?", I(id)))
		return 404;
	r->file = talloc_zero(r->mem, struct file);
	r->etag = row.name;
	if (answer_known(r, row.name))
		return 304;
	*r->file = (struct file){ row.type, NULL, parts_read(r->mem, id, (size_t)row.bytes), (size_t)row.bytes };
	return 200;
}
