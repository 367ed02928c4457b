/* Writing imported notices. */
#include <string.h>
#include <talloc.h>
#include "../web/db.h"
#include "../web/text.h"
#include "../web/time.h"
#include "copy.h"

enum { EXCERPT = 300, SLUG_MAX = 80, CATEGORY_SLUG_MAX = 60 };

/* Words, folded, of notices that name a person nearly always; after their end nobody shall read them here. */
static const char *const naming[] = {
	"drazb", "drazeb", "exeku", "insolven", "dorucen", "dorucov", "ulozeni pisemnosti", "prevzit pisemnost", "pozustal", "dedict", "dedic",
	"opatrovn", "zemrel", "pohrb", "nezvestn", "nedostatecne identifikovan", "neznam", "zruseni trvaleho pobytu", "zruseni udaje o miste", "predvolani",
};

bool copy_names_people(const void *mem, const struct feed_item *item)
{
	const char *words = text_fold(mem, talloc_asprintf(mem, "%s %s", item->title, item->category ? item->category : ""));

	for (size_t i = 0; i < sizeof(naming) / sizeof(*naming); i++)
		if (strstr(words, naming[i]))
			return true;
	return item->named;
}

static const char *search_text(const void *mem, const struct feed_item *item)
{
	const char *parts[] = { item->summary, item->plain, item->reference, item->file_mark, item->originator, item->category, item->place };
	char *all = talloc_strdup(mem, item->title);

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i])
			all = talloc_asprintf_append_buffer(all, " %s", parts[i]);
	return text_fold(mem, all);
}

static const char *summary(const void *mem, const struct feed_item *item)
{
	if (item->summary)
		return item->summary;
	return item->plain ? text_excerpt(mem, item->plain, EXCERPT) : NULL;
}

/* The category's id as an argument, made when the town has none of that name; NULL for none. */
static struct arg category(const void *mem, int64_t town_code, const char *name)
{
	const char *slug = name ? text_slug(mem, name, CATEGORY_SLUG_MAX) : "";
	int64_t id;

	if (!*slug)
		return S(NULL);
	id = db_number(0, "SELECT id FROM category WHERE town_code = ? AND slug = ?", I(town_code), S(slug));
	if (!id)
		id = db_exec("INSERT INTO category (town_code, slug, name) VALUES (?, ?, ?)", I(town_code), S(slug), S(name));
	return I(id);
}

static struct arg coordinate(const struct feed_item *item, double value)
{
	return item->placed ? D(value) : S(NULL);
}

static void write_attachments(int64_t id, const struct feed_item *item)
{
	for (size_t i = 0; i < item->attachment_count; i++) {
		const struct feed_attachment *a = &item->attachments[i];

		db_exec("INSERT INTO attachment (notice_id, position, title, url, media_type, bytes) VALUES (?, ?, ?, ?, ?, ?)", I(id), I((int64_t)i + 1),
		        S(a->title), S(a->url), S(a->media_type), a->bytes < 0 ? S(NULL) : I(a->bytes));
	}
}

int64_t copy_insert(const void *mem, int64_t town_code, const char *kind, int64_t source_id, const struct feed_item *item)
{
	time_t now = time_now(), posted = item->posted == -1 ? now : item->posted;
	int64_t id = db_exec(
		"INSERT INTO notice (town_code, kind, state, slug, title, summary, body, category_id, originator, reference, file_mark, issued_on,"
		" posted_at, posted_day_only, takedown_on, changed_at, personal_data, event_from, event_to, event_all_day, place, lat, lon, link,"
		" source_id, source_key, source_hash, attachments, search_text)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		I(town_code), S(kind), S(posted > now ? "scheduled" : "posted"), S(text_slug(mem, item->title, SLUG_MAX)), S(item->title), S(summary(mem, item)),
		S(item->body), category(mem, town_code, item->category), S(item->originator), S(item->reference), S(item->file_mark), S(item->issued_on),
		T(posted), I(item->posted_day_only), S(item->takedown_on), T(now), I(copy_names_people(mem, item)), T(item->event_from), T(item->event_to),
		I(item->event_all_day), S(item->place), coordinate(item, item->lat), coordinate(item, item->lon), S(item->link), I(source_id),
		B(item->key, 32), B(item->hash, 32), I((int64_t)item->attachment_count), S(search_text(mem, item)));

	write_attachments(id, item);
	return id;
}

static void keep_version(int64_t id)
{
	db_exec("INSERT INTO notice_version (notice_id, version, recorded_at, title, summary, body, takedown_on, source_hash)"
	        " SELECT id, version, ?, title, summary, body, takedown_on, source_hash FROM notice WHERE id = ?",
	        T(time_now()), I(id));
}

void copy_change(const void *mem, int64_t town_code, int64_t id, const struct feed_item *item)
{
	time_t posted = item->posted_soft ? -1 : item->posted;

	keep_version(id);
	db_exec("UPDATE notice SET slug = ?, title = ?, summary = ?, body = ?, category_id = ?, originator = ?, reference = ?, file_mark = ?, issued_on = ?,"
	        " posted_day_only = IF(? IS NULL, posted_day_only, ?), posted_at = COALESCE(?, posted_at), takedown_on = ?, changed_at = ?, personal_data = ?,"
	        " event_from = ?, event_to = ?, event_all_day = ?, place = ?, lat = ?, lon = ?, link = ?, source_hash = ?, attachments = ?, search_text = ?,"
	        " version = version + 1, missing = 0 WHERE id = ?",
	        S(text_slug(mem, item->title, SLUG_MAX)), S(item->title), S(summary(mem, item)), S(item->body), category(mem, town_code, item->category),
	        S(item->originator), S(item->reference), S(item->file_mark), S(item->issued_on), T(posted), I(item->posted_day_only), T(posted),
	        S(item->takedown_on), T(time_now()), I(copy_names_people(mem, item)), T(item->event_from), T(item->event_to), I(item->event_all_day),
	        S(item->place), coordinate(item, item->lat), coordinate(item, item->lon), S(item->link), B(item->hash, 32),
	        I((int64_t)item->attachment_count), S(search_text(mem, item)), I(id));
	db_exec("DELETE FROM attachment WHERE notice_id = ?", I(id));
	write_attachments(id, item);
}

void copy_post_again(int64_t id)
{
	db_exec("UPDATE notice SET state = 'posted', takendown_at = NULL, missing = 0, changed_at = ? WHERE id = ?", T(time_now()), I(id));
}

void copy_take_down(int64_t id, time_t when)
{
	db_exec("UPDATE notice SET state = 'taken_down', takendown_at = ?, changed_at = ?, missing = 0 WHERE id = ?", T(when), T(time_now()), I(id));
}
