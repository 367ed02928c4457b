/* Moves in and out of depots. */
#include "help/depot.h"
#include "web/db.h"
#include "web/event.h"

int64_t depot_item(int64_t depot, const char *name, bool make)
{
	if (make)
		db_exec("INSERT IGNORE INTO depot_item (depot_id, name) VALUES (?, ?)", I(depot), S(name));
	return db_number(0, "SELECT id FROM depot_item WHERE depot_id = ? AND name = ?", I(depot), S(name));
}

/* The sum is read under lock, so that it is of now and not of when the transaction began. */
int64_t depot_left(int64_t item)
{
	db_number(0, "SELECT d.id FROM depot d WHERE d.id = (SELECT i.depot_id FROM depot_item i WHERE i.id = ?) FOR UPDATE", I(item));
	return db_number(0, "SELECT SUM(amount) FROM depot_move WHERE item_id = ? FOR UPDATE", I(item));
}

int64_t depot_move(int64_t item, int64_t amount, const char *note, int64_t delivery, int64_t person)
{
	int64_t left = depot_left(item);
	if (0 > left + amount)
		return left;
	db_exec("INSERT INTO depot_move (item_id, amount, note, delivery_id, person_id, at) VALUES (?, ?, ?, NULLIF(?, 0), NULLIF(?, 0), ?)", I(item), I(amount), S(note), I(delivery),
		I(person), T(time_now()));
	event_log_as(person, "depot", db_number(0, "SELECT depot_id FROM depot_item WHERE id = ?", I(item)), "help.depot", NULL, amount > 0 ? "in" : "out", NULL, NULL);
	return -1;
}

void depot_return(int64_t delivery, int64_t person)
{
	int64_t item = db_number(0, "SELECT MAX(item_id) FROM depot_move WHERE delivery_id = ?", I(delivery));
	int64_t out = -db_number(0, "SELECT SUM(amount) FROM depot_move WHERE delivery_id = ?", I(delivery));
	if (out > 0)
		depot_move(item, out, "", delivery, person);
}

int64_t depot_forget(time_t before)
{
	return db_exec("UPDATE depot_move SET note = '', person_id = NULL WHERE at < ? AND (note > '' OR person_id IS NOT NULL) LIMIT 10000", T(before));
}
