/* My overview, and the browsers I am signed in with. */
#include "account/account.h"

enum { SESSION, EVERYWHERE };
static const char *const yes[] = { "ano", NULL };
const struct field session_fields[] = {
	[SESSION] = { .name = "misto", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX },
	[EVERYWHERE] = { .name = "vsude", .type = FIELD_CHOICE, .allowed = yes },
	{ 0 },
};

void account_log(struct req *r, int64_t person, const char *action, const char *note)
{
	int64_t viewer = r->person.id;
	r->person.id = person;
	event_log_add(r, "person", person, action, NULL, NULL, NULL, note);
	r->person.id = viewer;
}

/* "ja…@example.cz", "+420 … 456": enough to know one's own, nothing to steal. */
const char *address_masked(struct req *r, const char *address)
{
	const char *at = strchr(address, '@');
	size_t n = strlen(address);
	if (at)
		return talloc_asprintf(r->mem, "%.*s…%s", at - address > 2 ? 2 : 1, address, at);
	return talloc_asprintf(r->mem, "%.4s … %s", address, address + (n > 3 ? n - 3 : 0));
}

static void contacts(struct req *r)
{
	static const char *const kinds[] = { "mail", "phone" };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *address = contact_own(r, kinds[i]);
		if (address)
			page_set(page_add(r->page, "contact", address_masked(r, address)), "kind", kinds[i]);
	}
}

bool power_asleep(struct req *r)
{
	return !r->person.strong && (r->person.asleep || db_number(0, "SELECT COUNT(*) FROM membership WHERE person_id = ? AND roles & ?", I(r->person.id),
								   I(CLERK | APPROVER | TOWN_ADMIN)));
}

/* Where one belongs: the level of a helper with its card, the town, organisations. */
static void places(struct req *r)
{
	db_rows(r->mem, r->page, "helper",
		"SELECT p.level AS `@level`, h.number AS `@card`, t.slug AS `@town`, t.name AS `@town_name` FROM person p"
		" LEFT JOIN helper_card h ON h.person_id = p.id LEFT JOIN town t ON t.code = p.town_code WHERE p.id = ?",
		I(r->person.id));
	db_rows(r->mem, r->page, "organisation",
		"SELECT o.slug AS `@slug`, m.role AS `@role`, o.name AS `.` FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id"
		" WHERE m.person_id = ? AND o.state <> 'closed' ORDER BY o.name LIMIT 50",
		I(r->person.id));
}

int own_page(struct req *r)
{
	r->personal = true;
	contacts(r);
	db_rows(r->mem, r->page, "role",
		"SELECT t.slug AS `@town`, t.name AS `.`, (m.roles & 8) > 0 AS `@clerk`, (m.roles & 16) > 0 AS `@approver`, (m.roles & 32) > 0 AS `@coordinator`, (m.roles & 256) > 0 AS `@manager`"
		"  FROM membership m JOIN town t ON t.code = m.town_code WHERE m.person_id = ? AND m.roles ORDER BY t.name",
		I(r->person.id));
	places(r);
	db_rows(r->mem, r->page, "help", "SELECT COUNT(*) AS `@waiting` FROM response a JOIN help_request q ON q.id = a.request_id AND q.live"
	                                 " WHERE a.person_id = ? AND a.state IN ('invited', 'accepted')", I(r->person.id));
	xmlNode *safety = page_add(r->page, "safety", NULL);
	page_set(safety, "factor", factor_set(r->person.id) ? "yes" : "no");
	page_set(safety, "asleep", power_asleep(r) ? "yes" : NULL);
	page_set(safety, "consent", consent_wanted(r, r->person.id) ? "wanted" : NULL);
	page_set_number(safety, "sessions", db_number(0, "SELECT COUNT(*) FROM session WHERE person_id = ? AND expires_at > ?", I(r->person.id),
						      T(time_now())));
	return OK;
}

int own_sessions(struct req *r)
{
	r->personal = true;
	db_rows(r->mem, r->page, "session",
		"SELECT id AS `@id`, CASE WHEN id = ? THEN 'yes' END AS `@here`, agent, created_at AS since, COALESCE(seen_at, created_at) AS seen"
		"  FROM session WHERE person_id = ? AND expires_at > ? ORDER BY id = ? DESC, seen_at DESC, id DESC LIMIT 100",
		I(r->person.session), I(r->person.id), T(time_now()), I(r->person.session));
	return OK;
}

int own_session_end(struct req *r)
{
	const struct value *v = r->values;
	if (v[EVERYWHERE].given)
		db_exec("DELETE FROM session WHERE person_id = ? AND id <> ?", I(r->person.id), I(r->person.session));
	else if (v[SESSION].number == r->person.session)
		return sign_out(r);
	else if (!db_exec("DELETE FROM session WHERE person_id = ? AND id = ?", I(r->person.id), I(v[SESSION].number)))
		return NOT_FOUND;
	account_log(r, r->person.id, "account.session-end", v[EVERYWHERE].given ? "all" : NULL);
	flash(r, v[EVERYWHERE].given ? "sessions-ended" : "session-ended");
	return see_other(r, "/ucet/prihlaseni");
}
