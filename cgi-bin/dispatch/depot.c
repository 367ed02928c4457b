/* Depots of a town at the desk: what they hold, what came in and went out (help/depot.h moves it). */
#include "dispatch/crisis.h"

enum { NAME, PLACE, HOURS };
const struct field depot_new_fields[] = {
	[NAME] = { .name = "nazev", .type = FIELD_TEXT, .high = 60, .required = true },
	[PLACE] = { .name = "kde", .type = FIELD_TEXT, .high = 150, .required = true },
	[HOURS] = { .name = "kdy", .type = FIELD_TEXT, .high = 80 },
	{ 0 },
};

#define DEPOT "SELECT d.id AS `@id`, d.name, d.place AS address, NULLIF(d.hours, '') AS hours FROM depot d"
#define STOCK                                                                                                                              \
	"SELECT i.id AS `@id`, SUM(GREATEST(m.amount, 0)) AS `@in`, SUM(GREATEST(-m.amount, 0)) AS `@out`, SUM(m.amount) AS `@left`, i.name"   \
	"  FROM depot_item i JOIN depot_move m ON m.item_id = i.id"

static int list(struct req *r)
{
	db_rows(r->mem, r->page, "depot", DEPOT " WHERE d.town_code = ? ORDER BY d.name", I(r->town.code));
	db_rows_under(r->mem, r->page, "stock", "SELECT i.depot_id AS `@of`, i.id AS `@id`, SUM(m.amount) AS `@left`, i.name FROM depot_item i JOIN depot_move m ON m.item_id = i.id"
		"  JOIN depot d ON d.id = i.depot_id WHERE d.town_code = ? GROUP BY i.depot_id, i.id, i.name ORDER BY i.name", I(r->town.code));
	return OK;
}

int depot_list(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	return refused ? refused : list(r);
}

int depot_new(struct req *r)
{
	struct desk d;
	struct value *v = r->values;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	int64_t id = v[NAME].error || v[PLACE].error || v[HOURS].error ? 0 : db_exec("INSERT INTO depot (town_code, name, place, hours, created_at) VALUES (?, ?, ?, ?, ?)",
		I(r->town.code), S(v[NAME].text), S(v[PLACE].text), S(v[HOURS].text), T(time_now()));
	if (id == DB_DUPLICATE)
		form_error(r, &v[NAME], "nazev", "taken");
	if (0 >= id) {
		list(r);
		return invalid(r);
	}
	event_log_add(r, "depot", id, "help.depot", NULL, "new", NULL, NULL);
	flash(r, "depot-made");
	return see_other(r, "%s/sklad/%" PRId64, d.path, id);
}

/* ---- one ---- */

enum { WAY, ITEM, AMOUNT, NOTE, FIELDS };
static const char *const ways[] = { "prijem", "vydej", NULL };
enum { IN, OUT };
const struct field depot_move_fields[] = {
	[WAY] = { .name = "smer", .type = FIELD_CHOICE, .allowed = ways, .fallback = "prijem" },
	[ITEM] = { .name = "co", .type = FIELD_TEXT, .high = 60, .required = true },
	[AMOUNT] = { .name = "kolik", .type = FIELD_NUMBER, .low = 1, .high = DEPOT_MOST, .required = true },
	[NOTE] = { .name = "poznamka", .type = FIELD_TEXT, .high = 200 },
	{ 0 },
};

static int show(struct req *r)
{
	if (!db_rows(r->mem, r->page, "depot", DEPOT " WHERE d.id = ? AND d.town_code = ?", I(r->number), I(r->town.code)))
		return NOT_FOUND;
	db_rows(r->mem, r->page, "stock", STOCK " WHERE i.depot_id = ? GROUP BY i.id, i.name ORDER BY i.name", I(r->number));
	db_rows(r->mem, r->page, "move", "SELECT m.amount AS `@amount`, m.delivery_id AS `@delivery`, NULLIF(" PERSON_SHOWN("p") ", '') AS `@by`, i.name AS item, NULLIF(m.note, '') AS note, m.at"
		"  FROM depot_move m JOIN depot_item i ON i.id = m.item_id LEFT JOIN person p ON p.id = m.person_id WHERE i.depot_id = ? ORDER BY m.id DESC LIMIT 500", I(r->number));
	return OK;
}

int depot_show(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	return refused ? refused : show(r);
}

void depot_short(struct req *r, struct value *amount, int64_t left)
{
	page_set_number(page_add(r->page, "short", NULL), "left", left);
	form_error(r, amount, "kolik", "left");
}

static bool judge(struct req *r)
{
	struct value *v = r->values;
	bool right = true;
	for (int i = 0; FIELDS > i; i++)
		right = right && !v[i].error;
	bool in = v[WAY].number == IN;
	if (!right)
		return false;
	int64_t left = depot_move(depot_item(r->number, v[ITEM].text, in), in ? v[AMOUNT].number : -v[AMOUNT].number, v[NOTE].text, 0, r->person.id);
	if (left >= 0)
		depot_short(r, &v[AMOUNT], left);
	return 0 > left;
}

int depot_take(struct req *r)
{
	struct desk d;
	int refused = desk_open(r, &d);
	if (refused)
		return refused;
	if (!db_number(0, "SELECT id FROM depot WHERE id = ? AND town_code = ? FOR UPDATE", I(r->number), I(r->town.code)))
		return NOT_FOUND;
	if (!judge(r)) {
		show(r);
		return invalid(r);
	}
	flash(r, r->values[WAY].number == IN ? "depot-in" : "depot-out");
	return see_other(r, "%s/sklad/%" PRId64, d.path, r->number);
}
