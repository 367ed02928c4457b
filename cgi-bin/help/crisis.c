/* The switch of crisis mode, and readiness of who joined. */
#include "help/crisis.h"
#include "web/db.h"
#include "web/event.h"

bool crisis_on(int64_t town)
{
	return db_number(0, "SELECT crisis FROM town_help WHERE town_code = ?", I(town)) > 0;
}

void crisis_show(void *mem, xmlNode *parent, int64_t town)
{
	db_rows(mem, parent, "crisis", "SELECT phone AS `@phone`, hours AS `@hours`, crisis_since AS since FROM town_help WHERE town_code = ? AND crisis", I(town));
}

bool crisis_switch(int64_t town, int64_t person, bool on)
{
	db_exec("INSERT IGNORE INTO town_help (town_code) VALUES (?)", I(town));
	if (db_number(0, "SELECT crisis FROM town_help WHERE town_code = ? FOR UPDATE", I(town)) == on)
		return false;
	db_exec("UPDATE town_help SET crisis = ?, crisis_since = IF(?, ?, NULL), crisis_by = IF(?, ?, NULL), version = version + 1 WHERE town_code = ?", I(on), I(on),
		T(time_now()), I(on), I(person), I(town));
	event_log_as(person, "town", town, "help.crisis", on ? "off" : "on", on ? "on" : "off", NULL, NULL);
	return true;
}

bool crisis_ready(const void *mem, int64_t town, int64_t person, bool ready)
{
	time_t until = ready ? time_midnight(time_day(mem, time_now()), 1) : -1;
	return db_exec("UPDATE crisis_helper SET ready_until = ?, changed_at = ?, version = version + 1 WHERE town_code = ? AND person_id = ?", T(until), T(time_now()), I(town),
	               I(person)) > 0;
}

void crisis_rest(int64_t town, int64_t person)
{
	db_exec("UPDATE crisis_helper SET ready_until = NULL WHERE town_code = ? AND person_id = ? AND ready_until <= ?", I(town), I(person), T(time_now()));
}

int64_t crisis_forget(time_t before)
{
	return db_exec("DELETE h FROM crisis_helper h LEFT JOIN town_help t ON t.town_code = h.town_code WHERE h.changed_at < ? AND NOT COALESCE(t.crisis, FALSE)", T(before));
}
