/* The W3C XML representation of JSON (XPath 3.1, 17.4.2: map array string number boolean null with @key) to JSON bytes. */
#ifndef SOUSEDE_JSON_H
#define SOUSEDE_JSON_H
#include <stdbool.h>
struct _xmlNode;

/* The namespace of such elements. */
#define JSON_NAMESPACE "http://www.w3.org/2005/xpath-functions"

/* True when the element belongs to the vocabulary. */
bool json_is(const struct _xmlNode *root);

/* JSON of the element and its children, UTF-8, "<" written as \u003c so that it may stand inside a script element; belongs to mem. panics on an unknown element. */
const char *json_write(const void *mem, const struct _xmlNode *root);
#endif
