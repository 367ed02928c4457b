/* Open Formal Norms: an official board (úřední deska), news (aktuality) and events (události) as JSON-LD; standards.md 1.2–1.5. */
#include <jansson.h>
#include <string.h>
#include <talloc.h>
#include "../web/text.h"
#include "address.h"
#include "feed.h"

static int json_free(json_t **json)
{
	json_decref(*json);
	return 0;
}

static json_t *parsed(struct feed *f, const char *bytes, size_t length)
{
	json_error_t error;
	json_t *json = json_loadb(bytes, length, 0, &error), **owned;

	if (!json) {
		feed_problem(f, error.line, "broken JSON: %s", text_normalise(f, text_clean(f, error.text, strlen(error.text))));
		return NULL;
	}
	owned = talloc(f, json_t *);
	*owned = json;
	talloc_set_destructor(owned, json_free);
	return json;
}

/* ---- values ---- */

static const char *word(const json_t *json)
{
	const char *text = json_string_value(json);

	return text && text[strspn(text, " \t\r\n")] ? text : NULL;
}

/* A text: plain, by language (Czech first), or the first of a list. */
static const char *text(const json_t *json)
{
	const char *found = NULL;
	const char *key;
	json_t *value;

	if (json_is_array(json))
		return json_array_size(json) ? text(json_array_get(json, 0)) : NULL;
	if (!json_is_object(json))
		return word(json);
	found = word(json_object_get(json, "cs"));
	found = found ? found : word(json_object_get(json, "en"));
	json_object_foreach((json_t *)(uintptr_t)json, key, value)
		found = found ? found : word(value);
	return found;
}

static const char *text_of(const json_t *object, const char *key)
{
	return text(json_object_get(object, key));
}

static bool is_a(const json_t *object, const char *type)
{
	const json_t *types = json_object_get(object, "typ");
	const char *one = json_string_value(types);

	for (size_t i = 0; i < json_array_size(types); i++)
		if (word(json_array_get(types, i)) && !strcmp(word(json_array_get(types, i)), type))
			return true;
	return one && !strcmp(one, type);
}

/* One value or a list of them, as a list: i-th or null. */
static json_t *nth(const json_t *object, const char *key, size_t i)
{
	json_t *value = json_object_get(object, key);

	return json_is_array(value) ? json_array_get(value, i) : i ? NULL : value;
}

/* Časový okamžik: a day, a time (in either place), or a bare text; null when not specified. */
static const char *moment(const json_t *object, const char *key)
{
	const json_t *value = nth(object, key, 0);
	const char *found;

	if (json_is_string(value))
		return word(value);
	found = word(json_object_get(value, "datum_a_čas"));
	return found ? found : word(json_object_get(value, "datum"));
}

/* ---- places ---- */

static const char *address_text(struct feed *f, const json_t *address)
{
	const char *whole = text_of(address, "text"), *street = text_of(address, "název_ulice"), *town = text_of(address, "název_obce");

	if (whole || !street || !town)
		return whole ? whole : town;
	return talloc_asprintf(f, "%s, %s", street, town);
}

static void read_point(struct feed_item *item, const json_t *geometry)
{
	const json_t *pair = json_object_get(geometry, "coordinates");
	const char *type = word(json_object_get(geometry, "type"));

	if (!type || strcmp(type, "Point") || !json_is_number(json_array_get(pair, 0)) || !json_is_number(json_array_get(pair, 1)))
		return;
	item->lon = json_number_value(json_array_get(pair, 0));
	item->lat = json_number_value(json_array_get(pair, 1));
	item->placed = true;
}

static void read_place(struct feed *f, struct feed_item *item, const json_t *object)
{
	const json_t *place = nth(object, "umístění", 0);

	item->place = text_of(place, "název");
	if (!item->place)
		item->place = address_text(f, nth(place, "adresa", 0));
	if (!item->place)
		item->place = text_of(place, "zahraniční_adresa_text");
	read_point(item, json_object_get(place, "geometrie"));
}

/* ---- items ---- */

static void read_files(struct feed *f, struct feed_item *item, const json_t *object, const char *key, const char *base)
{
	for (size_t i = 0; nth(object, key, i); i++) {
		const json_t *file = nth(object, key, i);
		const char *url = word(json_object_get(file, "url"));

		feed_attach(f, item, url ? url : word(file), base, text_of(file, "název"), word(json_object_get(file, "typ_média")), -1);
	}
}

/* The words an item stands under: real boards name the department first and the kind of notice second; one alone is the kind. */
static void read_category(struct feed_item *item, const json_t *object)
{
	const char *first = text_of(nth(object, "agenda", 0), "název"), *second = text_of(nth(object, "agenda", 1), "název");

	if (!first)
		first = text(nth(object, "agenda", 0));
	item->category = second ? second : first;
	item->originator = second ? first : NULL;
	if (!item->category)
		item->category = text_of(nth(object, "kategorie", 0), "název");
	if (!item->category)
		item->category = text(nth(object, "kategorie", 0));
}

static void read_originator(struct feed_item *item, const json_t *object)
{
	static const char *const keys[] = { "poskytovatel", "oznamovatel", "pořadatel" };

	for (size_t i = 0; !item->originator && i < sizeof(keys) / sizeof(*keys); i++)
		item->originator = text_of(nth(object, keys[i], 0), "název");
}

/* The first time an event has: one moment, or from and to. Days of "to" are the last day, ours is exclusive. */
static void read_event(struct feed *f, struct feed_item *item, const json_t *object)
{
	const json_t *when = nth(object, "doba_trvání", 0), *interval = nth(when, "časový_interval", 0);
	const char *from = interval ? moment(interval, "začátek") : moment(when, "časový_okamžik");
	const char *to = interval ? moment(interval, "konec") : NULL;
	bool to_day = false;

	if (!from)
		return;
	item->event_from = time_parse(from, &item->event_all_day);
	item->event_to = to ? time_parse(to, &to_day) : -1;
	if (item->event_all_day || to_day) {
		const char *last = time_day(f, item->event_to != -1 ? item->event_to : item->event_from);

		item->event_to = time_midnight(last, 1);
	}
}

static const char *identity(const json_t *object)
{
	static const char *const keys[] = { "iri", "ỉri", "id", "@id" };
	const char *found = NULL;

	for (size_t i = 0; !found && i < sizeof(keys) / sizeof(*keys); i++)
		found = word(json_object_get(object, keys[i]));
	return found;
}

/* subjekt: whom a notice concerns. A person is personal data: noted that there is one, never who. */
static bool names_person(const json_t *object)
{
	for (size_t i = 0; nth(object, "subjekt", i); i++)
		if (is_a(nth(object, "subjekt", i), "Člověk") || json_object_get(nth(object, "subjekt", i), "příjmení"))
			return true;
	return false;
}

static bool withdrawn(const json_t *object)
{
	const char *when = moment(object, "zneplatněno");
	time_t t = when ? time_parse(when, NULL) : -1;

	return t != -1 && t <= time_now();
}

static void read_texts(struct feed *f, struct feed_item *item, const json_t *object, const char *base)
{
	const char *short_text = text_of(object, "popis"), *long_text = text_of(object, "dlouhý_popis");

	item->title = text_of(object, "název");
	feed_body(f, item, long_text ? long_text : short_text, base);
	item->summary = long_text ? short_text : NULL;
	item->reference = text_of(object, "číslo_jednací");
	item->file_mark = text_of(object, "spisová_značka");
}

static void read_item(struct feed *f, const json_t *object, const char *base)
{
	struct feed_item *item = feed_item_new(f, 0);
	const char *url = word(json_object_get(object, "url"));

	if (!item)
		return;
	item->iri = identity(object);
	item->link = address_web(f, url ? url : word(json_object_get(object, "odkaz")), base);
	read_texts(f, item, object, base);
	feed_posted(item, moment(object, moment(object, "vyvěšení") ? "vyvěšení" : "vytvořeno"), json_object_get(object, "vyvěšení") != NULL);
	item->issued_on = feed_day(f, moment(object, "schválení"));
	item->takedown_on = feed_day(f, moment(object, "relevantní_do"));
	item->named = names_person(object);
	read_category(item, object);
	read_originator(item, object);
	read_place(f, item, object);
	read_event(f, item, object);
	read_files(f, item, object, "dokument", base);
	read_files(f, item, object, "příloha", base);
	feed_item_done(f, item);
}

/* ---- documents ---- */

static void read_list(struct feed *f, const json_t *list, const char *base)
{
	for (size_t i = 0; i < json_array_size(list) && i <= FEED_ITEMS_MAX; i++) {
		const json_t *object = json_array_get(list, i);
		const char *what = talloc_asprintf(f, "item %zu", i + 1);

		if (!json_is_object(object))
			feed_refuse(f, 0, what, "not an object");
		else if (withdrawn(object))
			feed_refuse(f, 0, text_of(object, "název") ? feed_title(f, text_of(object, "název"), 100) : what, "withdrawn by the source");
		else
			read_item(f, object, base);
	}
}

static bool read_board(struct feed *f, const json_t *board, const char *url)
{
	const json_t *list = json_object_get(board, "informace");

	f->iri = address_web(f, identity(board), NULL);
	f->page = address_web(f, text_of(board, "stránka"), url);
	f->title = text_of(board, "název");
	f->official = true;
	if (json_is_object(list))
		read_item(f, list, url ? url : f->page);
	else if (json_is_array(list))
		read_list(f, list, url ? url : f->page);
	else
		return feed_problem(f, 0, "informace is not a list of notices");
	return true;
}

bool read_ofn(struct feed *f, const char *bytes, size_t length, const char *url)
{
	const json_t *json = parsed(f, bytes, length);

	f->format = FEED_OFN;
	if (!json)
		return false;
	if (json_object_get(json, "informace") || is_a(json, "Úřední deska"))
		return read_board(f, json, url);
	if (is_a(json, "Aktualita") || is_a(json, "Událost")) {
		read_item(f, json, url);
		return true;
	}
	if (json_is_object(json) && json_is_array(json_object_get(json, "@graph")))
		json = json_object_get(json, "@graph");
	if (!json_is_array(json))
		return feed_problem(f, 0, "JSON, but neither an official board (informace) nor a list of news or events");
	read_list(f, json, url);
	if (json_array_size(json) && !f->count)
		return feed_problem(f, 0, "JSON without one notice in it");
	return true;
}
