/* Boards inside other sites: the configurator, the frame and the fragment, their colour, oEmbed. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "web/web.h"

enum { BOARDS, CATEGORY, COUNT, LOOK, COLOUR, HEIGHT, NOTICE = HEIGHT, FIELDS };
enum { URL, FORMAT, MAX_WIDTH, MAX_HEIGHT };
enum { COUNT_MAX = 20, WIDTH = 600, BOARD_HEIGHT = 560, NOTICE_HEIGHT = 320 };
enum { NOT_IMPLEMENTED = 501 };

static const char *const looks[] = { "auto", "svetly", "tmavy", NULL };

#define WHAT_TO_SHOW \
	{ .name = "deska", .type = FIELD_SET, .allowed = notice_boards }, \
	{ .name = "kategorie", .type = FIELD_TEXT, .high = 60 }, \
	{ .name = "pocet", .type = FIELD_NUMBER, .low = 1, .high = COUNT_MAX, .fallback = "5" }, \
	{ .name = "vzhled", .type = FIELD_CHOICE, .allowed = looks, .fallback = "auto" }, \
	{ .name = "barva", .type = FIELD_COLOUR }

static const struct field form_fields[] = {
	WHAT_TO_SHOW,
	{ .name = "vyska", .type = FIELD_NUMBER, .low = 200, .high = 2000, .fallback = "560" },
	{ 0 },
};
static const struct field frame_fields[] = {
	WHAT_TO_SHOW,
	{ .name = "oznameni", .type = FIELD_NUMBER, .low = 1, .high = INT64_MAX },
	{ 0 },
};
static const struct field oembed_fields[] = {
	{ .name = "url", .type = FIELD_TEXT, .high = 2000 },
	{ .name = "format", .type = FIELD_TEXT, .high = 20, .fallback = "json" },
	{ .name = "maxwidth", .type = FIELD_NUMBER, .low = 1, .high = 10000 },
	{ .name = "maxheight", .type = FIELD_NUMBER, .low = 1, .high = 10000 },
	{ 0 },
};

/* Colours. The two papers are --paper of site.css. A wish must reach WCAG's AA on its paper; shades we choose reach AAA. */
enum { LIGHT_PAPER = 0xffffff, DARK_PAPER = 0x19231d, STEPS = 256 };
static const double READABLE = 4.5, COMFORTABLE = 7;

static double channel(int rgb, int shift)
{
	double c = ((rgb >> shift) & 0xff) / 255.0;
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(int rgb)
{
	return 0.2126 * channel(rgb, 16) + 0.7152 * channel(rgb, 8) + 0.0722 * channel(rgb, 0);
}

static double contrast(int a, int b)
{
	double la = luminance(a) + 0.05, lb = luminance(b) + 0.05;
	return la > lb ? la / lb : lb / la;
}

/* The share `step` of STEPS of the way from a colour to black or white. */
static int mixed(int rgb, int towards, int step)
{
	int out = 0;
	for (int shift = 16; shift >= 0; shift -= 8) {
		int from = (rgb >> shift) & 0xff, to = (towards >> shift) & 0xff;
		out |= (from + (to - from) * step / STEPS) << shift;
	}
	return out;
}

/* The colour itself when it can be read on the paper, else the nearest one of its hue that can. */
static int fitting(int rgb, int paper, double least)
{
	int step = 0, towards = paper == LIGHT_PAPER ? 0x000000 : 0xffffff;
	while (contrast(mixed(rgb, towards, step), paper) < least)
		step++;
	return mixed(rgb, towards, step);
}

static bool is_readable(int rgb, int paper)
{
	return contrast(rgb, paper) >= READABLE;
}

static const char *colour_text(struct req *r, int rgb)
{
	return talloc_asprintf(r->mem, "%06x", (unsigned)rgb);
}

static void paper_add(struct req *r, xmlNode *parent, const char *name, int paper, int rgb)
{
	int shade = is_readable(rgb, paper) ? rgb : fitting(rgb, paper, COMFORTABLE);
	page_set(page_add(parent, "colour", colour_text(r, shade)), "paper", name);
}

/* <colour paper="light">, <colour paper="dark">: what a wish looks like on both. */
static void colours_add(struct req *r, xmlNode *parent, const struct value *wish)
{
	if (!wish->given)
		return;
	int rgb = (int)wish->number;
	paper_add(r, parent, "light", LIGHT_PAPER, rgb);
	paper_add(r, parent, "dark", DARK_PAPER, rgb);
}

/* False, and the nearest colour offered, when the wish cannot be read on the paper it is meant for:
 * the light one unless the look is dark alone. The other paper always gets a shade of its own. */
static bool colour_fits(struct req *r, struct value *v)
{
	if (!v[COLOUR].given || v[COLOUR].error)
		return true;
	int paper = !strcmp(v[LOOK].text, "tmavy") ? DARK_PAPER : LIGHT_PAPER;
	int rgb = (int)v[COLOUR].number;
	if (is_readable(rgb, paper))
		return true;
	form_error(r, &v[COLOUR], "barva", "contrast");
	xmlNode *nearest = page_add(r->page, "nearest", colour_text(r, fitting(rgb, paper, READABLE)));
	page_set(nearest, "ratio", talloc_asprintf(r->mem, "%.1f", floor(contrast(rgb, paper) * 10) / 10));
	return false;
}

/* What the snippets carry. */
static const char *with(struct req *r, const char *query, const char *name, const char *value)
{
	const char *and = *query ? "&" : "";
	if (!value || !*value)
		return query;
	return talloc_asprintf(r->mem, "%s%s%s=%s", query, and, name, text_escape(r->mem, value));
}

static const char *set_text(struct req *r, const struct value *v)
{
	const char *out = "";
	for (int i = 0; notice_boards[i]; i++)
		if (v->number & (1 << i))
			out = talloc_asprintf(r->mem, "%s%s%s", out, *out ? "," : "", notice_boards[i]);
	return out;
}

/* Words of the set are ASCII and commas may stand in a query, so people see deska=uredni,obec. */
static const char *filter_text(struct req *r, const char *set, const char *category)
{
	const char *filter = set && *set ? talloc_asprintf(r->mem, "deska=%s", set) : "";
	return with(r, filter, "kategorie", category);
}

static const char *lang_given(const struct req *r)
{
	return strcmp(r->lang, "cs") ? r->lang : NULL;
}

/* <embed>: the options, and how addresses carry them: @query frames, @filter feeds and the board. */
static xmlNode *options_add(struct req *r, const struct value *v)
{
	xmlNode *embed = page_add(r->page, "embed", NULL);
	const char *set = set_text(r, &v[BOARDS]);
	const char *filter = filter_text(r, set, v[CATEGORY].text);
	const char *query = with(r, filter, "pocet", v[COUNT].text);
	query = with(r, query, "vzhled", v[LOOK].number > 0 ? v[LOOK].text : NULL);
	if (v[COLOUR].given)
		query = with(r, query, "barva", colour_text(r, (int)v[COLOUR].number));
	page_set(embed, "query", with(r, query, "jazyk", lang_given(r)));
	page_set(embed, "filter", filter);
	page_set(embed, "deska", *set ? set : NULL);
	page_set(embed, "kategorie", v[CATEGORY].given ? v[CATEGORY].text : NULL);
	page_set(embed, "pocet", v[COUNT].text);
	page_set(embed, "vzhled", v[LOOK].text);
	colours_add(r, embed, &v[COLOUR]);
	return embed;
}

static int items_add(struct req *r, const struct value *v)
{
	return notice_list(r, r->page, &(struct notice_filter){
		.boards = v[BOARDS].number, .category = v[CATEGORY].text, .limit = v[COUNT].number });
}

/* What an address may say of one notice: nothing of a draft, of one taken down only that it was here. */
enum hanging { UNKNOWN, GONE_FROM_BOARD, HANGS };

static enum hanging notice_hangs(const struct req *r, int64_t id)
{
	return (enum hanging)db_number(UNKNOWN, "SELECT hangs + 1 FROM notice WHERE id = ? AND town_code = ?"
	                               " AND state NOT IN ('draft', 'approval', 'scheduled')",
	                               I(id), I(r->town.code));
}

/* Handlers */
/* /:town/vlozit: the form, and below it the code and previews of what it says. */
static int embed_form(struct req *r)
{
	struct value *v = r->values;
	notice_categories(r);
	bool good = colour_fits(r, v);
	for (int i = 0; i < FIELDS; i++)
		good = good && !v[i].error;
	if (!good)
		return INVALID;
	page_set(options_add(r, v), "vyska", v[HEIGHT].text);
	items_add(r, v);
	return OK;
}

/* Other sites show the same to everybody: only the address counts, no cookie, no browser's language. */
static void make_blind(struct req *r)
{
	const char *lang = request_param(r, "jazyk");
	r->lang = lang && (!strcmp(lang, "en") || !strcmp(lang, "uk")) ? lang : "cs";
	page_set(r->page, "lang", r->lang);
	for (xmlNode *child = r->page->children, *next; child; child = next) {
		next = child->next;
		if (!strcmp((const char *)child->name, "viewer")) {
			xmlUnlinkNode(child);
			xmlFreeNode(child);
		}
	}
	r->person = (struct person){ 0 };
	r->lang_chosen = false;
	r->cookie = NULL;
	r->embeddable = true;
}

/* /vlozit/:town: what stands in frames; with .html the fragment for servers. */
static int embed_frame(struct req *r)
{
	const struct value *v = r->values;
	make_blind(r);
	if (unchanged(r, r->town.revision, r->town.changed))
		return NOT_MODIFIED;
	xmlNode *embed = options_add(r, v);
	if (!v[NOTICE].given) {
		items_add(r, v);
		return OK;
	}
	page_set_number(embed, "oznameni", v[NOTICE].number);
	enum hanging hanging = notice_hangs(r, v[NOTICE].number);
	if (hanging == HANGS)
		notice_show(r, r->page, v[NOTICE].number);
	return hanging == UNKNOWN ? NOT_FOUND : OK;
}

/* /vlozit/barva/rrggbb: a stylesheet, because the frame's policy allows no inline style. */
static int embed_colour(struct req *r)
{
	struct value wish = { .number = strtol(r->word, NULL, 16), .given = true };
	if (strlen(r->word) != 6 || strspn(r->word, "0123456789abcdef") != 6)
		return NOT_FOUND;
	make_blind(r);
	colours_add(r, r->page, &wish);
	if (!*r->suffix)
		r->suffix = "css";
	return OK;
}

/* oEmbed */
static const char *after_scheme(const char *url)
{
	const char *colon = strstr(url, "://");
	return colon ? colon + 3 : url;
}

/* The path of an address below our base; null when it is another site's. */
static char *own_path(struct req *r, const char *url)
{
	const char *base = after_scheme(conf.base), *given = after_scheme(url);
	size_t length = strlen(base);
	if (strncmp(url, "https://", 8) && strncmp(url, "http://", 7))
		return NULL;
	if (strncmp(given, base, length) || given[length] != '/')
		return NULL;
	return talloc_strndup(r->mem, given + length + 1, strcspn(given + length + 1, "?#"));
}

static int64_t leading_number(const char *text)
{
	char *end;
	int64_t number = strtoll(text ? text : "", &end, 10);
	return *end && *end != '-' ? 0 : number;
}

/* The value of a name in an address's query when it is of letters, digits, hyphens and commas. */
static const char *word_asked(struct req *r, const char *url, const char *name)
{
	const char *query = strchr(url, '?');
	char *rest = query ? talloc_strndup(r->mem, query + 1, strcspn(query + 1, "#")) : NULL;
	size_t length = strlen(name);
	for (char *pair; (pair = strsep(&rest, "&"));) {
		char *word = pair + length + 1;
		if (!strncmp(pair, name, length) && pair[length] == '=' && text_unescape(word, true))
			return word[strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-,")] ? NULL : word;
	}
	return NULL;
}

static const struct column notice_columns[] = {
	{ "slug", COLUMN_TEXT, 0 }, { 0 },
};

/* The town of a notice, for addresses /o/ID. */
static const char *town_of(struct req *r, int64_t id)
{
	const char *slug = NULL;
	db_one(r->mem, &slug, notice_columns,
	       "SELECT t.slug FROM notice n JOIN town t ON t.code = n.town_code"
	       " WHERE n.id = ? AND n.hangs = 1", I(id));
	return slug;
}

/* Loads the town an address speaks of; *notice is a notice's id or 0. False when there is no such page. */
static bool resolve(struct req *r, const char *url, int64_t *notice)
{
	char *rest = own_path(r, url);
	const char *town = strsep(&rest, "/"), *page = strsep(&rest, "/"), *id = strsep(&rest, "/");
	if (!town || rest)
		return false;
	if (!strcmp(town, "o") && !id) {
		*notice = leading_number(page);
		town = town_of(r, *notice);
		return town && place_load(r, town);
	}
	*notice = leading_number(id);
	if ((page && *page && strcmp(page, "nastenka")) || (id && *id && !*notice))
		return false;
	return place_load(r, town);
}

static int64_t at_most(int64_t size, const struct value *limit)
{
	return limit->given && limit->number < size ? limit->number : size;
}

static void oembed_write(struct req *r, const struct value *v, int64_t notice)
{
	xmlNode *oembed = page_add(r->page, "oembed", NULL);
	const char *url = v[URL].text;
	const char *filter = filter_text(r, word_asked(r, url, "deska"), word_asked(r, url, "kategorie"));
	const char *query = notice ? talloc_asprintf(r->mem, "oznameni=%" PRId64, notice) : filter;
	page_set(oembed, "filter", filter);
	page_set_number(oembed, "width", at_most(WIDTH, &v[MAX_WIDTH]));
	page_set_number(oembed, "height", at_most(notice ? NOTICE_HEIGHT : BOARD_HEIGHT, &v[MAX_HEIGHT]));
	page_set(oembed, "query", with(r, query, "jazyk", lang_given(r)));
}

/* /oembed: for a town, its board or one notice; a parameter names the format, so the sheet is set here. */
static int embed_oembed(struct req *r)
{
	const struct value *v = r->values;
	int64_t notice = 0;
	make_blind(r);
	if (!v[URL].given)
		return bad_value(r, "url", NULL);
	bool json = !strcmp(v[FORMAT].text, "json");
	if (!json && strcmp(v[FORMAT].text, "xml"))
		return NOT_IMPLEMENTED;
	if (!resolve(r, v[URL].text, &notice))
		return NOT_FOUND;
	place_page(r);
	if (notice && (notice_hangs(r, notice) != HANGS || !notice_show(r, r->page, notice)))
		return NOT_FOUND;
	oembed_write(r, v, notice);
	if (!*r->suffix)
		r->suffix = json ? "oembed" : "oembed-xml";
	return OK;
}

const struct route routes[] = {
	{ GET, "/vlozit/barva/:word", "embed.read", "embed-colour", embed_colour, PAGE, NULL },
	{ GET, "/vlozit/:town", "embed.read", "embed-frame", embed_frame, PAGE | FRAGMENT, frame_fields },
	{ GET, "/:town/vlozit", "embed.read", "embed-form", embed_form, PAGE | FORM, form_fields },
	{ GET, "/oembed", "embed.read", "embed-oembed", embed_oembed, PAGE, oembed_fields },
	{ 0 },
};
