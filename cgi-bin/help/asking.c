/* From the fields that every way of asking has to a draft and its contacts. */
#include "help/asking.h"

const char *const asking_whoms[] = { "ja", "jiny", "zarizeni", NULL };
const char *const asking_involved[] = { "doma", "klice", "penize", "leky", "deti", NULL };
static const char *const fors[] = { "self", "other", "institution" };
static const char *const involves[] = { "home", "keys", "money", "medicine", "children", NULL };

void asking_wrong(struct req *r, int field, const char *code)
{
	static const struct field fields[] = { ASKING_FIELDS(false) };
	if (!r->values[field].error)
		form_error(r, &r->values[field], fields[field].name, code);
}

bool asking_categories(struct req *r, int64_t chosen)
{
	int64_t offered = request_offered(r->mem, r->town.code);
	for (int i = 0; request_categories[i]; i++)
		if (!(offered >> i & 1))
			form_withhold(r, "druh", request_categories[i]);
	return chosen >= 0 && offered >> chosen & 1;
}

static const char *number(struct req *r, int field)
{
	const struct value *v = &r->values[field];
	const char *phone = v->given && !v->error ? contact_normalise(r->mem, "phone", v->text) : NULL;
	if (v->given && !phone)
		asking_wrong(r, field, "phone");
	return phone;
}

bool asking_judge(struct req *r, struct asking *a)
{
	const struct value *v = r->values;
	bool right = ask_judge(r, &a->from, &a->to);
	if (!asking_categories(r, v[ASKING_KIND].number))
		asking_wrong(r, ASKING_KIND, "choice");
	a->phone = number(r, ASKING_PHONE);
	a->needy_phone = number(r, ASKING_NEEDY_PHONE);
	if (v[ASKING_WHOM].number != FOR_SELF && !v[ASKING_NEEDY].given)
		asking_wrong(r, ASKING_NEEDY, "required");
	if (v[ASKING_WHOM].number == FOR_OTHER && !v[ASKING_CONSENT].given)
		asking_wrong(r, ASKING_CONSENT, "consent");
	if (v[ASKING_WHOM].number != FOR_SELF && text_exposes(r->mem, v[ASKING_NEEDY].text, v[ASK_STREET].text))
		asking_wrong(r, ASKING_NEEDY, "phone");
	for (int i = ASK_SHARED; ASKING_END > i; i++)
		right = right && !v[i].error;
	return right;
}

int64_t asking_make(struct req *r, const struct asking *a, const struct request_new *how)
{
	const struct value *v = r->values;
	bool self = v[ASKING_WHOM].number == FOR_SELF, institution = v[ASKING_WHOM].number == FOR_INSTITUTION;
	const char *who = self ? v[ASKING_NAME].text : v[ASKING_NEEDY].text;
	return request_make(r->mem, &(struct request_new){
		.town = r->town.code, .entered_by = how->entered_by, .entered = how->entered, .languages = how->languages, .auto_accept = how->auto_accept,
		.slots = v[ASK_PEOPLE].number, .category = request_categories[v[ASKING_KIND].number], .title = v[ASK_TITLE].text, .text = v[ASK_TEXT].text,
		.part = v[ASK_PART].text, .given = institution ? who : name_given(r->mem, who), .initial = institution ? "" : name_initial(r->mem, who),
		.for_whom = fors[v[ASKING_WHOM].number], .place = v[ASK_STREET].text, .when_kind = when_kinds[v[ASK_WHEN].number],
		.visibility = visibilities[v[ASK_SEES].number], .involves = text_words(r->mem, involves, v[ASKING_INVOLVES].number),
		.consent = self ? "own" : "declared_by_proxy", .from = a->from, .to = a->to, .urgent = v[ASK_URGENT].given });
}

void asking_contacts(struct req *r, int64_t id, const struct asking *a, const struct help_contact *asks)
{
	bool proxy = r->values[ASKING_WHOM].number == FOR_OTHER;
	struct help_contact needy = { .name = r->values[ASKING_NEEDY].text, .phone = a->needy_phone, .lang = asks->lang };
	help_contact_keep(r->mem, id, "requester", proxy ? &needy : asks);
	if (proxy)
		help_contact_keep(r->mem, id, "proxy", asks);
}
