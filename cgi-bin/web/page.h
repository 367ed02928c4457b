/*
 * The page document: <page> with its envelope, and the calls handlers build it with. Text is always added through libxml2's escaping calls.
 * Element and attribute names are literals, never data. Only page.c includes cmark.h.
 */
#ifndef SOUSEDE_PAGE_H
#define SOUSEDE_PAGE_H
#include <stdint.h>
#include <libxml/tree.h>
struct req;

/* Starts r->page: the envelope (page/@name @lang @base @root @path @query @now @today @host …, viewer, town). Called by main before the handler. */
void page_open(struct req *r, const char *name);

/* Adds <flash> of a change just made, after the envelope and the town. */
void page_flash(struct req *r);

/* New child element; text may be null (none). Belongs to the document. */
xmlNode *page_add(xmlNode *parent, const char *name, const char *text);

/* Attribute; null value adds nothing. */
void page_set(xmlNode *node, const char *name, const char *value);
void page_set_number(xmlNode *node, const char *name, int64_t value);

/* CommonMark text as its XML (namespace http://commonmark.org/xml/1.0) under parent, in an element `name`: known nodes only, raw HTML dropped,
 * links to http, https, mailto, tel and /path only, at most 20 deep. */
xmlNode *page_markdown(xmlNode *parent, const char *name, const char *text);

/* Adds a date element in the form of db.h: <name utc day>local</name>; -1 adds nothing. */
xmlNode *page_time(xmlNode *parent, const char *name, int64_t when);

/* <pager page pages total per prev next>: returns false when page is past the end (page 1 never is). */
bool page_pager(struct req *r, int64_t page, int64_t per, int64_t total);
#endif
