/* Asking for help: one form, no account needed. What was asked is open once its mail or telephone is proved (flows.md E1, rows 1 to 3). */
#include "help/asking.h"
#include "help/crisis.h"

enum { MAIL = ASKING_END, AUTO, KNOWN, FIELDS };
const struct field ask_fields[] = {
	ASKING_FIELDS(false),
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254 },
	[AUTO] = { .name = "prijmout", .type = FIELD_TICK },
	[KNOWN] = { .name = "vim", .type = FIELD_HIDDEN, .high = 3 },
	{ 0 },
};

enum { CODE };
const struct field ask_code_fields[] = { [CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 20, .required = true }, { 0 } };
enum { CODE_SECONDS = 24 * 3600 };

static void town_words(struct req *r)
{
	show_categories(r, r->page, crisis_on(r->town.code));
	crisis_show(r->mem, r->page, r->town.code);
	db_rows(r->mem, r->page, "desk", "SELECT IF(review OR crisis, 'yes', NULL) AS `@review`, phone, hours FROM town_help WHERE town_code = ?", I(r->town.code));
}

int ask_page(struct req *r)
{
	const char *mail = r->person.id ? contact_own(r, "mail") : NULL, *phone = r->person.id ? contact_own(r, "phone") : NULL;
	asking_categories(r, -1);
	town_words(r);
	if (r->person.id && !r->values[ASKING_NAME].given)
		form_fill(r, "jmeno", r->person.name);
	if (mail && !r->values[MAIL].given)
		form_fill(r, "mail", mail);
	if (phone && !r->values[ASKING_PHONE].given)
		form_fill(r, "telefon", phone);
	return OK;
}

/* ---- what was typed ---- */

/* What asking has besides what the telephone has: a letter may prove it. */
static bool judge(struct req *r, struct asking *a, const char **mail)
{
	struct value *v = r->values;
	bool right = asking_judge(r, a);
	*mail = v[MAIL].given && !v[MAIL].error ? contact_normalise(r->mem, "mail", v[MAIL].text) : NULL;
	const char *error = v[MAIL].given && !*mail ? "mail" : *mail && guard_disposable(r, *mail) ? "disposable" : NULL;
	if (error && !v[MAIL].error)
		form_error(r, &v[MAIL], "mail", error);
	if (!v[MAIL].given && !v[ASKING_PHONE].given) {
		asking_wrong(r, ASKING_PHONE, "either");
		return false;
	}
	return right && !v[MAIL].error && !v[AUTO].error && !v[KNOWN].error;
}

/* ---- what becomes of it ---- */

static bool same(const char *one, const char *other)
{
	return one && other && !strcmp(one, other);
}

/* What the account has proved needs no other proof. */
static bool proved_by_account(struct req *r, const char *mail, const char *phone)
{
	return r->person.id && (same(mail, contact_own(r, "mail")) || (!mail && same(phone, contact_own(r, "phone"))));
}

static void send_code(struct req *r, const struct request *q, const char *mail)
{
	char code[TOKEN_CODE_SIZE];
	if (mail) {
		told_confirm(r->mem, q, NULL);
		return;
	}
	token_make(r, "help", 0, q->id, NULL, CODE_SECONDS, code);
	told_confirm(r->mem, q, talloc_strdup(r->mem, code));
}

int ask_proved(struct req *r, struct request *q, const struct actor *by)
{
	db_exec("UPDATE help_contact SET confirmed_at = COALESCE(confirmed_at, ?) WHERE request_id = ? AND role = ?", T(time_now()), I(q->id),
		S(by->parts & PROXY ? "proxy" : "requester"));
	if (!request_same(q->id) && request_confirm(r->mem, q, by))
		flash(r, !strcmp(q->state, "review") ? "help-review" : "help-open");
	return see_other(r, "%s", link_of(r->mem, by->parts & PROXY ? LINK_PROXY : LINK_REQUESTER, q->id));
}

int ask(struct req *r)
{
	const struct value *v = r->values;
	struct asking a = { 0 };
	struct request q;
	const char *mail;
	bool right = judge(r, &a, &mail);
	town_words(r);
	if (!right || ask_danger(r, v[KNOWN].text))
		return invalid(r);
	if (throttle_hit(r, "ask-help", mail ? mail : a.phone))
		return too_many(r);
	int64_t id = asking_make(r, &a, &(struct request_new){ .entered = "web", .languages = strcmp(r->lang, "cs") ? r->lang : "", .auto_accept = v[AUTO].given });
	struct actor by = { r->person.id, v[ASKING_WHOM].number == FOR_OTHER ? PROXY : REQUESTER };
	asking_contacts(r, id, &a, &(struct help_contact){ v[ASKING_NAME].text, a.phone, mail, r->lang, r->person.id, false });
	request_load(r->mem, id, NULL, true, &q);
	request_move(r->mem, &q, "unconfirmed", &by, NULL);
	if (proved_by_account(r, mail, a.phone))
		return ask_proved(r, &q, &by);
	send_code(r, &q, mail);
	return see_other(r, "%s", link_of(r->mem, LINK_CONFIRM, id));
}

/* ---- the code ---- */

/* Which way the proof goes: a letter when there is a mail of who asked. */
static bool awaited(struct req *r, bool lock, struct request *q, struct actor *by)
{
	int64_t id;
	if (!link_open(r->mem, LINK_CONFIRM, r->word, &id) || !request_load(r->mem, id, NULL, lock, q))
		return false;
	bool proxy = db_number(0, "SELECT COUNT(*) FROM help_contact WHERE request_id = ? AND role = 'proxy'", I(id)) > 0;
	*by = (struct actor){ 0, proxy ? PROXY : REQUESTER };
	bool mail = db_number(0, "SELECT COUNT(*) FROM help_contact WHERE request_id = ? AND role = ? AND mail IS NOT NULL", I(id), S(proxy ? "proxy" : "requester")) > 0;
	xmlNode *way = page_add(r->page, "way", NULL);
	page_set(way, "by", mail ? "mail" : "phone");
	page_set(way, "sms", strcmp(conf.sms.driver, "none") ? "yes" : NULL);
	page_set(way, "confirmed", strcmp(q->state, "unconfirmed") ? "yes" : NULL);
	show_request(r, r->page, id);
	db_rows(r->mem, r->page, "desk", "SELECT IF(review OR crisis, 'yes', NULL) AS `@review`, phone, hours FROM town_help WHERE town_code = ?", I(q->town));
	return true;
}

int ask_confirm_page(struct req *r)
{
	struct request q;
	struct actor by;
	r->personal = true;
	return awaited(r, false, &q, &by) ? OK : NOT_FOUND;
}

/* A wrong code is counted in a transaction of its own, so it comes before the lock. */
int ask_confirm(struct req *r)
{
	struct request q;
	struct actor by;
	struct token t;
	int64_t id;
	if (!link_open(r->mem, LINK_CONFIRM, r->word, &id))
		return NOT_FOUND;
	if (throttle_hit(r, "code", talloc_asprintf(r->mem, "help %" PRId64, id)))
		return too_many(r);
	bool right = !r->values[CODE].error && token_by_code(r, 0, id, "help", r->values[CODE].text, &t);
	if (!awaited(r, true, &q, &by))
		return NOT_FOUND;
	if (strcmp(q.state, "unconfirmed"))
		return OK;
	if (!right && !r->values[CODE].error)
		form_error(r, &r->values[CODE], "kod", "code");
	if (!right)
		return invalid(r);
	return token_use(r, &t) ? ask_proved(r, &q, &by) : conflict(r);
}
