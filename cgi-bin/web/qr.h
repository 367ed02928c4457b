/* QR codes as data of the page: <qr size="33" path="M0 0h7v1…"/>, one unit a module, quiet zone not included; parts.xsl draws it. */
#ifndef SOUSEDE_QR_H
#define SOUSEDE_QR_H
#include <libxml/tree.h>

/* Adds the code of a text of at most 1,000 bytes under parent. */
xmlNode *qr_add(xmlNode *parent, const char *text);
#endif
