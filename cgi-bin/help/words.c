/* What a request says and when it is wanted: fields that asking and correcting share. */
#include "help/help.h"

const char *const ask_whens[] = { "brzy", "do", "cas", "tydne", NULL };
const char *const when_kinds[] = { "asap", "by", "window", "weekly", NULL };
const char *const ask_sees[] = { "vsichni", "prihlaseni", "overeni", "koordinator", NULL };
const char *const visibilities[] = { "public", "local_members", "verified_helpers", "coordinators", NULL };

enum { ASAP, BY, MINUTES = 60, DAY_END = 24 * MINUTES };
static const time_t YEAR = 366 * 24 * 3600;

static void wrong(struct req *r, int field, const char *code)
{
	static const struct field fields[] = { ASK_SHARED_FIELDS };
	if (!r->values[field].error)
		form_error(r, &r->values[field], fields[field].name, code);
}

static time_t moment(struct req *r, const char *day, int minutes)
{
	if (minutes == DAY_END)
		return time_midnight(day, 1);
	return time_parse(talloc_asprintf(r->mem, "%sT%02d:%02d", day, minutes / MINUTES, minutes % MINUTES), NULL);
}

/* A day alone is the whole of it; "by" a day is by its last minute. */
static void times(struct req *r, time_t *from, time_t *to)
{
	struct value *v = r->values;
	int first = -1, last = -1;
	*from = *to = -1;
	if (v[ASK_WHEN].number == ASAP || v[ASK_DAY].error)
		return;
	if (!v[ASK_DAY].given)
		wrong(r, ASK_DAY, "required");
	else if (v[ASK_HOURS].given && !hours_read(v[ASK_HOURS].text, &first, &last))
		wrong(r, ASK_HOURS, "hours");
	if (v[ASK_DAY].error || v[ASK_HOURS].error)
		return;
	bool by = v[ASK_WHEN].number == BY;
	if (by) {
		first = last >= 0 ? last : first;
		*to = first >= 0 ? moment(r, v[ASK_DAY].text, first) : time_midnight(v[ASK_DAY].text, 1) - MINUTES;
	} else {
		*from = moment(r, v[ASK_DAY].text, first >= 0 ? first : 0);
		*to = last >= 0 ? moment(r, v[ASK_DAY].text, last) : first >= 0 ? *from + 2 * MINUTES * MINUTES : time_midnight(v[ASK_DAY].text, 1);
	}
	if (time_now() >= *to)
		wrong(r, ASK_DAY, "past");
	else if (*to > time_now() + YEAR)
		wrong(r, ASK_DAY, "far");
}

bool ask_judge(struct req *r, time_t *from, time_t *to)
{
	struct value *v = r->values;
	const char *title = text_exposes(r->mem, v[ASK_TITLE].text, v[ASK_STREET].text), *text = text_exposes(r->mem, v[ASK_TEXT].text, v[ASK_STREET].text);
	if (title)
		wrong(r, ASK_TITLE, title);
	if (text)
		wrong(r, ASK_TEXT, text);
	if (text_exposes(r->mem, v[ASK_PART].text, v[ASK_STREET].text))
		wrong(r, ASK_PART, "street");
	times(r, from, to);
	bool right = true;
	for (int i = 0; ASK_SHARED > i; i++)
		right = right && !v[i].error;
	return right;
}

bool ask_danger(struct req *r, const char *known)
{
	const struct value *v = r->values;
	const char *said = talloc_asprintf(r->mem, " %s %s", text_fold(r->mem, v[ASK_TITLE].text), text_fold(r->mem, v[ASK_TEXT].text));
	if (!db_number(0, "SELECT COUNT(*) FROM danger_word WHERE LOCATE(CONCAT(' ', word), ?)", S(said)))
		return false;
	page_add(r->page, "danger", NULL);
	form_fill(r, "vim", "ano");
	return strcmp(known, "ano") != 0;
}
