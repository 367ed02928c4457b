/* The hardened XML reader: no document type, no entities but the five, sizes and depths capped, nothing fetched. */
#ifndef SOUSEDE_FEED_XML_H
#define SOUSEDE_FEED_XML_H
#include <stddef.h>
#include <libxml/tree.h>
struct feed;

enum { XML_TAG_MAX = 32 << 10, XML_TAGS_MAX = 300000, XML_DEPTH = 60 };

/* The document, or null with f->problem set; freed with f. */
xmlDoc *xml_read(struct feed *f, const char *bytes, size_t length);

/* First child element by local name, or null. */
xmlNode *xml_child(const xmlNode *parent, const char *name);

/* Text of the first child element by local name; null when absent or empty. Belongs to mem. */
const char *xml_child_text(const void *mem, const xmlNode *parent, const char *name);

/* Text of a node, null when empty. */
const char *xml_text(const void *mem, const xmlNode *node);

/* Attribute by local name, null when absent. */
const char *xml_attribute(const void *mem, const xmlNode *node, const char *name);

/* True when the element has that local name. */
bool xml_is(const xmlNode *node, const char *name);
#endif
