/* Every libxslt call: sheets compiled once per language, page document to bytes, validation in development. */
#include <libexslt/exslt.h>
#include <libxml/relaxng.h>
#include <libxml/xpathInternals.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include "arena.h"
#include "conf.h"
#include "json.h"
#include "log.h"
#include "markup.h"
#include "panic.h"
#include "render.h"
#include "request.h"
#include "route.h"
#include "text.h"
#include "words.h"

enum { LANGUAGES = 3 };
static const char *const languages[LANGUAGES] = { "cs", "en", "uk" };

/* A format has its sheet; the page itself has the sheet of its program. */
static const struct sheet {
	const char *suffix, *name;
} sheets[] = {
	{ "", NULL }, { "rss", "rss" }, { "atom", "atom" }, { "json", "json" }, { "jsonld", "jsonld" },
	{ "ics", "ics" }, { "opml", "opml" }, { "html", "fragment" }, { "css", "css" }, { "txt", "txt" }, { "csv", "csv" },
	{ "oembed", "oembed" }, { "oembed-xml", "oembed-xml" }, { "mail-text", "mail-text" },
};
enum { SHEETS = sizeof sheets / sizeof *sheets };

static struct compiled {
	xsltStylesheet *style;
	time_t read_at;
} styles[SHEETS][LANGUAGES];
static struct words *words[LANGUAGES];

static const char *program_name, *problem;
static xsltSecurityPrefs *nothing_allowed;
static char build[9];

const char *render_build(void)
{
	return build;
}

static void problem_keep(void *context, const char *format, ...)
{
	(void)context;
	static char kept[600];
	size_t used = problem ? strlen(kept) : 0;
	va_list args;
	va_start(args, format);
	vsnprintf(kept + used, sizeof kept - used, format, args);
	va_end(args);
	problem = kept;
}

static void problem_keep_structured(void *context, xmlError *error)
{
	problem_keep(context, "%s", error->message);
}

static void build_read(void)
{
	const char *path = talloc_asprintf(NULL, "%s/build", conf.share);
	FILE *file = fopen(path, "r");
	if (!file || fscanf(file, "%8[0-9a-f]", build) != 1)
		panic("%s: no build id; is [site] share right?", path);
	fclose(file);
	talloc_free((void *)(uintptr_t)path);
}

void render_open(const char *program)
{
	static const xsltSecurityOption all[] = { XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
						  XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };
	program_name = program;
	xmlMemSetup(arena_put, arena_get, arena_change, arena_copy);
	xmlInitParser();
	exsltRegisterAll();
	xmlSetGenericErrorFunc(NULL, problem_keep);
	xsltSetGenericErrorFunc(NULL, problem_keep);
	xmlSetStructuredErrorFunc(NULL, problem_keep_structured);
	nothing_allowed = xsltNewSecurityPrefs();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		xsltSetSecurityPrefs(nothing_allowed, all[i], xsltSecurityForbid);
	build_read();
}

static int language_index(const char *lang)
{
	for (int i = 0; i < LANGUAGES; i++)
		if (!strcmp(languages[i], lang))
			return i;
	panic("no language %s", lang);
}

static size_t sheet_index(const char *suffix)
{
	for (size_t i = 0; i < SHEETS; i++)
		if (!strcmp(sheets[i].suffix, suffix))
			return i;
	panic("no sheet for .%s", suffix);
}

static void sheet_compile(struct compiled *c, const char *path, time_t changed)
{
	if (c->style)
		xsltFreeStylesheet(c->style);
	problem = NULL;
	c->style = xsltParseStylesheetFile((const xmlChar *)path);
	if (!c->style)
		panic("%s: %s", path, problem ? problem : "not a stylesheet");
	c->read_at = changed;
}

/* The dates of a language, as its sheets write them. */
static void words_compile(int lang)
{
	char *path = talloc_asprintf(NULL, "%s/xsl/%s/text.xsl", conf.share, languages[lang]);
	if (words[lang])
		words_free(words[lang]);
	words[lang] = words_read(path);
	talloc_free(path);
}

/* In development a sheet is read again when the sheets were baked again. */
static xsltStylesheet *sheet_of(size_t sheet, int lang)
{
	struct compiled *c = &styles[sheet][lang];
	if (c->style && !conf.dev)
		return c->style;
	struct stat stamp = { 0 };
	char *baked = talloc_asprintf(NULL, "%s/xsl/baked", conf.share);
	const char *name = sheets[sheet].name ? sheets[sheet].name : program_name;
	stat(baked, &stamp);
	if (!c->style || c->read_at != stamp.st_mtime) {
		bool in_request = arena_use(false);
		words_compile(lang);
		sheet_compile(c, talloc_asprintf(baked, "%s/xsl/%s/%s.xsl", conf.share, languages[lang], name), stamp.st_mtime);
		arena_use(in_request);
	}
	talloc_free(baked);
	return c->style;
}

void render_preload(unsigned formats)
{
	arena_open();
	for (size_t i = 0; i < SHEETS; i++)
		for (int lang = 0; lang < (sheets[i].name ? 1 : LANGUAGES) && (route_format(sheets[i].suffix) & formats); lang++)
			sheet_of(i, lang);
}

void render_begin(void)
{
	arena_use(true);
}

void render_end(void)
{
	xmlResetLastError();
	arena_end();
}

void render_rest(void)
{
	arena_trim();
	malloc_trim(0);
}

static void page_validate(struct req *r)
{
	bool in_request = arena_use(false);   /* libxml2 keeps what it learns of schemas */
	char *path = talloc_asprintf(r->mem, "%s/schema/%s.rng", conf.share, program_name);
	xmlRelaxNGParserCtxt *reader = xmlRelaxNGNewParserCtxt(path);
	problem = NULL;
	xmlRelaxNG *schema = xmlRelaxNGParse(reader);
	xmlRelaxNGFreeParserCtxt(reader);
	if (!schema)
		panic("%s: %s", path, problem ? problem : "not a schema");
	xmlRelaxNGValidCtxt *check = xmlRelaxNGNewValidCtxt(schema);
	int wrong = xmlRelaxNGValidateDoc(check, r->page->doc);
	xmlRelaxNGFreeValidCtxt(check);
	xmlRelaxNGFree(schema);
	arena_use(in_request);
	if (wrong)
		panic("page %s is not valid: %s", r->path, problem ? problem : "?");
}

static int doc_free(xmlDoc **doc)
{
	xmlFreeDoc(*doc);
	return 0;
}

static int bytes_free(xmlChar **bytes)
{
	xmlFree(*bytes);
	return 0;
}

/* In the place of the sheet's own function of that name. */
static void word_register(void *given, const char *name)
{
	static const xmlChar *const space = (const xmlChar *)"https://sousede.example/text";
	xsltTransformContext *context = given;
	xmlXPathRegisterFuncNS(context->xpathCtxt, (const xmlChar *)name, space, NULL);
	xmlXPathRegisterFuncNS(context->xpathCtxt, (const xmlChar *)name, space, words_call);
}

static xmlDoc *transform(struct req *r, xsltStylesheet *style)
{
	xsltTransformContext *context = xsltNewTransformContext(style, r->page->doc);
	problem = NULL;
	words_set(words[language_index(r->lang)]);
	words_each(words[language_index(r->lang)], word_register, context);
	xsltSetCtxtSecurityPrefs(nothing_allowed, context);
	xmlDoc **result = talloc(r->mem, xmlDoc *);
	*result = xsltApplyStylesheetUser(style, r->page->doc, NULL, NULL, NULL, context);
	bool failed = !*result || context->state != XSLT_STATE_OK;
	xsltFreeTransformContext(context);
	if (failed)
		panic("sheet for %s.%s: %s", r->path, r->suffix, problem ? problem : "no result");
	if (problem)
		log_line("sheet", "path=%s problem=%s", log_quote(r->path), log_quote(problem));
	talloc_set_destructor(result, doc_free);
	return *result;
}

/* RSS titles are read as HTML by some and as text by others; hexadecimal references are what both get right (web.md 1.2), and libxml2
 * cannot write them, so the sheet marks the places with private-use characters. */
static const char *hex_references(void *mem, const char *bytes)
{
	static const struct { const char *mark, *reference; } marks[] = { { "\xEE\x80\x80", "&#x26;" }, { "\xEE\x80\x81", "&#x3C;" } };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		char *out = NULL;
		for (const char *hit; (hit = strstr(bytes, marks[i].mark)); bytes = hit + strlen(marks[i].mark)) {
			out = talloc_strndup_append_buffer(out ? out : talloc_strdup(mem, ""), bytes, (size_t)(hit - bytes));
			out = talloc_strdup_append_buffer(out, marks[i].reference);
		}
		bytes = out ? talloc_strdup_append_buffer(out, bytes) : bytes;
	}
	return bytes;
}

/* Czech hard spaces go into every text the reader will see, ours and people's alike: one rule, one place. */
static struct reply page_html(struct req *r, xmlDoc *doc)
{
	struct reply reply = { .type = "text/html" };
	reply.body = markup_write(r->mem, doc, &reply.length);
	return reply;
}

/* A sheet of several JSON documents says the media type of one by @media-type on its root. */
static struct reply reply_of(struct req *r, xmlDoc *doc, xsltStylesheet *style)
{
	struct reply reply = { .type = style->mediaType ? (const char *)style->mediaType : "text/html" };
	const xmlNode *root = xmlDocGetRootElement(doc);
	if (root && json_is(root)) {
		xmlChar *own = xmlGetNoNsProp(root, (const xmlChar *)"media-type");
		reply.type = own ? talloc_strdup(r->mem, (const char *)own) : reply.type;
		xmlFree(own);
		reply.body = json_write(r->mem, root);
		reply.length = strlen(reply.body);
		return reply;
	}
	xmlChar **bytes = talloc_zero(r->mem, xmlChar *);
	int length = 0;
	if (xsltSaveResultToString(bytes, &length, doc, style) < 0 || !*bytes)
		panic("sheet for %s.%s wrote nothing", r->path, r->suffix);
	talloc_set_destructor(bytes, bytes_free);
	reply.body = (const char *)*bytes;
	if (!strncmp(reply.type, "text/calendar", 13))
		reply.body = text_fold_lines(r->mem, reply.body);
	if (!strcmp(r->suffix, "rss"))
		reply.body = hex_references(r->mem, reply.body);
	reply.length = reply.body == (const char *)*bytes ? (size_t)length : strlen(reply.body);
	return reply;
}

static const char *with_charset(struct req *r, const char *type)
{
	bool said = strstr(type, "charset=") || !strcmp(type, "application/json") || !strcmp(type, "application/feed+json");
	return said ? type : talloc_asprintf(r->mem, "%s; charset=utf-8", type);
}

/* ".xml": the page itself is the API. */
static struct reply page_itself(struct req *r)
{
	xmlChar **bytes = talloc_zero(r->mem, xmlChar *);
	int length = 0;
	xmlDocDumpFormatMemoryEnc(r->page->doc, bytes, &length, "UTF-8", 0);
	talloc_set_destructor(bytes, bytes_free);
	return (struct reply){ "application/xml; charset=utf-8", (const char *)*bytes, (size_t)length };
}

struct reply render_page(struct req *r)
{
	if (conf.dev)
		page_validate(r);
	if (!strcmp(r->suffix, "xml"))
		return page_itself(r);
	xsltStylesheet *style = sheet_of(sheet_index(r->suffix), language_index(r->lang));
	xmlDoc *doc = transform(r, style);
	bool html = style->method && !strcmp((const char *)style->method, "html");
	struct reply reply = html ? page_html(r, doc) : reply_of(r, doc, style);
	reply.type = with_charset(r, reply.type);
	return reply;
}
