/* The photo of oneself: put up, looked at, changed, taken away. Others see it only on the card of a helper, once who vouches has agreed to it. */
#include "account/account.h"

enum { SIDE = 480 };
enum { PHOTO, ALT };
const struct field photo_fields[] = {
	[PHOTO] = { .name = "foto", .type = FIELD_FILE, .high = IMAGE_BYTES_MAX, .required = true },
	[ALT] = { .name = "popis", .type = FIELD_TEXT, .high = 120 },
	{ 0 },
};
const struct field photo_remove_fields[] = { { 0 } };

static void photo_add(struct req *r)
{
	r->personal = true;
	db_rows(r->mem, r->page, "photo", "SELECT LOWER(HEX(LEFT(name, 4))) AS `@name`, width AS `@width`, height AS `@height`, alt AS `.` FROM file WHERE id = ?",
		I(file_of(r->person.id)));
	db_rows(r->mem, r->page, "approval",
		"SELECT COALESCE(t.name, o.name) AS `.` FROM photo_approval a LEFT JOIN town t ON t.code = a.town_code"
		"  LEFT JOIN organisation o ON o.id = a.organisation_id WHERE a.file_id = ? ORDER BY 1",
		I(file_of(r->person.id)));
}

int photo_page(struct req *r)
{
	photo_add(r);
	return OK;
}

int photo_show(struct req *r)
{
	r->personal = true;
	return file_send(r, file_of(r->person.id));
}

int photo(struct req *r)
{
	struct value *v = r->values;
	struct image image;
	if (throttle_hit(r, "upload", talloc_asprintf(r->mem, "%" PRId64, r->person.id)))
		return too_many(r);
	const char *wrong = v[PHOTO].error || v[ALT].error ? NULL : image_make(r->mem, v[PHOTO].file->bytes, v[PHOTO].file->length, SIDE, &image);
	if (wrong)
		form_error(r, &v[PHOTO], "foto", wrong);
	if (!v[PHOTO].error && !v[ALT].error && !file_photo(r, &image, v[ALT].text))
		form_error(r, &v[PHOTO], "foto", "quota");
	if (v[PHOTO].error || v[ALT].error) {
		photo_add(r);
		return invalid(r);
	}
	account_log(r, r->person.id, "account.photo", "kept");
	flash(r, "photo-kept");
	return see_other(r, "/ucet/foto");
}

int photo_remove(struct req *r)
{
	if (db_exec("DELETE FROM file WHERE person_id = ? AND kind = 'photo'", I(r->person.id)))
		account_log(r, r->person.id, "account.photo", "removed");
	flash(r, "photo-removed");
	return see_other(r, "/ucet/foto");
}
