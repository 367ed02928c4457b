/* Asking for help: one form, no account needed. What was asked is open once its mail or telephone is proved (flows.md E1, rows 1 to 3). */
#include "help/crisis.h"
#include "help/help.h"

enum { KIND = ASK_SHARED, WHOM, NEEDY, NEEDY_PHONE, CONSENT, INVOLVES, NAME, PHONE, MAIL, AUTO, KNOWN, FIELDS };
enum { SELF, OTHER, INSTITUTION };
static const char *const whoms[] = { "ja", "jiny", "zarizeni", NULL };
static const char *const fors[] = { "self", "other", "institution" };
static const char *const involved[] = { "doma", "klice", "penize", "leky", "deti", NULL };
static const char *const involves[] = { "home", "keys", "money", "medicine", "children" };

const struct field ask_fields[] = {
	ASK_SHARED_FIELDS,
	[KIND] = { .name = "druh", .type = FIELD_CHOICE, .allowed = request_categories, .required = true },
	[WHOM] = { .name = "pro", .type = FIELD_CHOICE, .allowed = whoms, .fallback = "ja", .required = true },
	[NEEDY] = { .name = "jmeno-jineho", .type = FIELD_TEXT, .high = 60 },
	[NEEDY_PHONE] = { .name = "telefon-jineho", .type = FIELD_PHONE },
	[CONSENT] = { .name = "souhlas", .type = FIELD_TICK },
	[INVOLVES] = { .name = "zahrnuje", .type = FIELD_SET, .allowed = involved },
	[NAME] = { .name = "jmeno", .type = FIELD_TEXT, .high = 60, .required = true },
	[PHONE] = { .name = "telefon", .type = FIELD_PHONE },
	[MAIL] = { .name = "mail", .type = FIELD_MAIL, .high = 254 },
	[AUTO] = { .name = "prijmout", .type = FIELD_TICK },
	[KNOWN] = { .name = "vim", .type = FIELD_HIDDEN, .high = 3 },
	{ 0 },
};

enum { CODE };
const struct field ask_code_fields[] = { [CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 20, .required = true }, { 0 } };
enum { CODE_SECONDS = 24 * 3600 };

/* Categories the town offers now: rows with their icons, the others taken out of the form. */
static bool categories(struct req *r)
{
	bool crisis = crisis_on(r->town.code), known = false;
	show_categories(r, r->page, crisis);
	for (const char *const *word = request_categories; *word; word++)
		if (!db_number(0, "SELECT COUNT(*) FROM help_category WHERE code = ? AND offered AND (NOT crisis OR ?)", S(*word), I(crisis)))
			form_withhold(r, "druh", *word);
		else if (!strcmp(*word, r->values[KIND].text))
			known = true;
	return known;
}

static void town_words(struct req *r)
{
	crisis_show(r->mem, r->page, r->town.code);
	db_rows(r->mem, r->page, "desk", "SELECT IF(review OR crisis, 'yes', NULL) AS `@review`, phone, hours FROM town_help WHERE town_code = ?", I(r->town.code));
}

int ask_page(struct req *r)
{
	const char *mail = r->person.id ? contact_own(r, "mail") : NULL, *phone = r->person.id ? contact_own(r, "phone") : NULL;
	categories(r);
	town_words(r);
	if (r->person.id && !r->values[NAME].given)
		form_fill(r, "jmeno", r->person.name);
	if (mail && !r->values[MAIL].given)
		form_fill(r, "mail", mail);
	if (phone && !r->values[PHONE].given)
		form_fill(r, "telefon", phone);
	return OK;
}

/* ---- what was typed ---- */

struct asking {
	const char *mail, *phone, *needy_phone;
	time_t from, to;
};

static void wrong(struct req *r, int field, const char *code)
{
	if (!r->values[field].error)
		form_error(r, &r->values[field], ask_fields[field].name, code);
}

static const char *number(struct req *r, int field)
{
	const struct value *v = &r->values[field];
	const char *phone = v->given && !v->error ? contact_normalise(r->mem, "phone", v->text) : NULL;
	if (v->given && !phone)
		wrong(r, field, "phone");
	return phone;
}

static void judge_contact(struct req *r, struct asking *a)
{
	const struct value *v = r->values;
	a->phone = number(r, PHONE);
	a->needy_phone = number(r, NEEDY_PHONE);
	a->mail = v[MAIL].given && !v[MAIL].error ? contact_normalise(r->mem, "mail", v[MAIL].text) : NULL;
	if (v[MAIL].given && !a->mail)
		wrong(r, MAIL, "mail");
	if (a->mail && guard_disposable(r, a->mail))
		wrong(r, MAIL, "disposable");
	if (!v[MAIL].given && !v[PHONE].given)
		wrong(r, PHONE, "either");
}

/* A part of the form that opens only for somebody else is asked for only then. */
static bool judge(struct req *r, struct asking *a)
{
	const struct value *v = r->values;
	bool right = ask_judge(r, &a->from, &a->to);
	if (!categories(r) && !v[KIND].error)
		wrong(r, KIND, "choice");
	judge_contact(r, a);
	if (v[WHOM].number != SELF && !v[NEEDY].given)
		wrong(r, NEEDY, "required");
	if (v[WHOM].number == OTHER && !v[CONSENT].given)
		wrong(r, CONSENT, "consent");
	if (v[WHOM].number != SELF && text_exposes(r->mem, v[NEEDY].text, v[ASK_STREET].text))
		wrong(r, NEEDY, "phone");
	for (int i = KIND; FIELDS > i; i++)
		right = right && !v[i].error;
	return right;
}

/* ---- what becomes of it ---- */

static const char *words_of(struct req *r, int64_t bits)
{
	char *words = talloc_strdup(r->mem, "");
	for (size_t i = 0; involved[i]; i++)
		if (bits >> i & 1)
			words = talloc_asprintf_append(words, "%s%s", *words ? "," : "", involves[i]);
	return words;
}

static int64_t make(struct req *r, const struct asking *a)
{
	const struct value *v = r->values;
	bool self = v[WHOM].number == SELF, institution = v[WHOM].number == INSTITUTION;
	const char *who = self ? v[NAME].text : v[NEEDY].text;
	return request_make(r->mem, &(struct request_new){
		.town = r->town.code, .slots = v[ASK_PEOPLE].number, .category = request_categories[v[KIND].number], .title = v[ASK_TITLE].text, .text = v[ASK_TEXT].text,
		.part = v[ASK_PART].text, .given = institution ? who : name_given(r->mem, who), .initial = institution ? "" : name_initial(r->mem, who),
		.for_whom = fors[v[WHOM].number], .place = v[ASK_STREET].text, .when_kind = when_kinds[v[ASK_WHEN].number], .visibility = visibilities[v[ASK_SEES].number],
		.involves = words_of(r, v[INVOLVES].number), .languages = strcmp(r->lang, "cs") ? r->lang : "", .consent = self ? "own" : "declared_by_proxy",
		.entered = "web", .from = a->from, .to = a->to, .urgent = v[ASK_URGENT].given, .auto_accept = v[AUTO].given });
}

/* Who asks for somebody else is her proxy; whom an institution names is who needs help there. */
static void keep_contacts(struct req *r, int64_t id, const struct asking *a)
{
	const struct value *v = r->values;
	struct help_contact asking = { v[NAME].text, a->phone, a->mail, r->lang, r->person.id, false };
	struct help_contact needy = { v[NEEDY].text, a->needy_phone, NULL, r->lang, 0, false };
	bool proxy = v[WHOM].number == OTHER;
	help_contact_keep(r->mem, id, "requester", proxy ? &needy : &asking);
	if (proxy)
		help_contact_keep(r->mem, id, "proxy", &asking);
}

static bool same(const char *one, const char *other)
{
	return one && other && !strcmp(one, other);
}

/* What the account has proved needs no other proof. */
static bool proved_by_account(struct req *r, const struct asking *a)
{
	return r->person.id && (same(a->mail, contact_own(r, "mail")) || (!a->mail && same(a->phone, contact_own(r, "phone"))));
}

static void send_code(struct req *r, const struct request *q, const struct asking *a)
{
	char code[TOKEN_CODE_SIZE];
	if (a->mail) {
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
	struct asking a = { 0 };
	struct request q;
	bool right = judge(r, &a);
	town_words(r);
	if (!right || ask_danger(r, r->values[KNOWN].text))
		return invalid(r);
	if (throttle_hit(r, "ask-help", a.mail ? a.mail : a.phone))
		return too_many(r);
	int64_t id = make(r, &a);
	struct actor by = { r->person.id, r->values[WHOM].number == OTHER ? PROXY : REQUESTER };
	keep_contacts(r, id, &a);
	request_load(r->mem, id, NULL, true, &q);
	request_move(r->mem, &q, "unconfirmed", &by, NULL);
	if (proved_by_account(r, &a))
		return ask_proved(r, &q, &by);
	send_code(r, &q, &a);
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
