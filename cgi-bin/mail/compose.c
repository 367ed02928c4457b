/* From a row of the outbox to words: a page document like any other, rendered by the sheets mail.xsl and mail-text.xsl. */
#include <string.h>
#include <talloc.h>
#include "../web/conf.h"
#include "../web/db.h"
#include "../web/page.h"
#include "../web/panic.h"
#include "../web/render.h"
#include "../web/request.h"
#include "../web/route.h"
#include "../web/text.h"
#include "letter.h"

/* Nobody asks jobs for pages. */
const struct route routes[] = { { 0 } };

/* What the tables keep about a letter's subject, in the form of db.h, as <ref>. Kinds that are not here bring everything with them. */
static const struct reference {
	const char *kind, *sql;
} references[] = {
	{ "notice.receipt", "SELECT n.id AS '@id', t.slug AS '@town', n.version AS '@version', n.title, t.name AS town, n.posted_at AS posted,"
	                    " n.takedown_on AS until FROM notice n JOIN town t ON t.code = n.town_code WHERE n.id = ?" },
};

/* Sheets are read when there is a letter: a site that sends none needs none. */
static void open_once(void)
{
	static bool open;

	if (!open)
		render_open("mail");
	open = true;
}

/* The pairs after item=KIND belong to that item of a digest. */
static void add_pairs(xmlNode *page, const void *mem, const char *detail)
{
	xmlNode *to = page;

	for (const char *line = detail, *end; *line; line = end + 1) {
		size_t name = strcspn(line, "=");
		char *value = talloc_strndup(mem, line + name + 1, strcspn(line, "\n") - name - 1);

		end = strchr(line, '\n');
		if (!end || !text_unescape(value, false))
			panic("detail of a letter is broken");
		if (!strncmp(line, "item=", 5))
			page_set(to = page_add(page, "item", NULL), "kind", value);
		else
			page_set(page_add(to, "pair", value), "name", talloc_strndup(mem, line, name));
	}
}

static void add_reference(xmlNode *page, void *mem, const struct letter *letter)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(*references); i++)
		if (!strcmp(references[i].kind, letter->kind))
			db_rows_(mem, page, "ref", references[i].sql, DB_ARGS(I(letter->ref_id)));
}

static const char *rendered(struct req *r, const char *suffix)
{
	r->suffix = suffix;
	return render_page(r).body;
}

void compose(const void *mem, struct letter *letter)
{
	struct req *r = talloc_zero(mem, struct req);

	open_once();
	r->mem = r;
	r->lang = letter->lang;
	r->path = r->query = r->suffix = "";
	r->status = 200;
	page_open(r, "mail");
	page_set(r->page, "status", "200");
	page_set(r->page, "kind", letter->kind);
	page_set(r->page, "channel", letter->channel);
	if (!strcmp(letter->channel, "sms") && !strcmp(conf.sms.driver, "gammu"))
		page_set(r->page, "answers", "yes");   /* what is sent back is heard: help/sms.h */
	add_pairs(r->page, r, letter->detail);
	add_reference(r->page, r, letter);
	letter->text = text_normalise(mem, rendered(r, "mail-text"));
	if (strcmp(letter->channel, "mail"))
		return;
	letter->html = rendered(r, "");
	letter->subject = text_normalise(mem, talloc_strndup(r, letter->text, strcspn(letter->text, "\n")));
	letter->text += strcspn(letter->text, "\n");
	letter->text += strspn(letter->text, "\n");
}
