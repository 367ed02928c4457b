/* Statements of E7; in portions, so that no lock is held for long. */
#include "help/forget.h"
#include "web/db.h"

int64_t help_forget_contacts(time_t before)
{
	db_exec("UPDATE help_request SET place = NULL WHERE state = 'closed' AND closed_at < ? AND place IS NOT NULL LIMIT 10000", T(before));
	return db_exec("DELETE FROM help_contact WHERE request_id IN (SELECT id FROM help_request WHERE state = 'closed' AND closed_at < ?) LIMIT 10000", T(before));
}

int64_t help_forget_messages(time_t before)
{
	db_exec("DELETE FROM help_note WHERE request_id IN (SELECT id FROM help_request WHERE state = 'closed' AND closed_at < ?) LIMIT 10000", T(before));
	return db_exec("DELETE FROM help_message WHERE response_id IN (SELECT a.id FROM response a JOIN help_request q ON q.id = a.request_id"
	               " WHERE q.state = 'closed' AND q.closed_at < ?) LIMIT 10000", T(before));
}

int64_t help_forget_requests(time_t before)
{
	db_exec("DELETE FROM response WHERE state NOT IN ('done', 'no_show') AND request_id IN (SELECT id FROM help_request WHERE state = 'closed' AND closed_at < ?) LIMIT 10000",
		T(before));
	db_exec("UPDATE response SET thanks = NULL, reason = NULL, why = '' WHERE (thanks IS NOT NULL OR reason IS NOT NULL OR why <> '')"
		" AND request_id IN (SELECT id FROM help_request WHERE state = 'closed' AND closed_at < ?) LIMIT 10000", T(before));
	return db_exec("UPDATE help_request SET title = '', text = '', text160 = NULL, given = '', initial = '', part = NULL, place = NULL, closed_note = NULL, languages = '',"
	               " entered_by = NULL, coordinator_id = NULL WHERE state = 'closed' AND closed_at < ? AND (title <> '' OR text <> '' OR given <> '') LIMIT 10000", T(before));
}

int64_t help_forget_offers(time_t before)
{
	return db_exec("DELETE FROM offer WHERE state IN ('expired', 'withdrawn', 'removed') AND ended_at < ? LIMIT 10000", T(before));
}

int64_t help_forget_looks(time_t before)
{
	return db_exec("DELETE FROM help_look WHERE at < ? LIMIT 10000", T(before));
}
