/* Rows take their shape here: cells to XML by the column's name, cells to a struct by a column table. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "dbrow.h"
#include "page.h"
#include "panic.h"

struct shape {
	const void *mem;
	xmlNode *parent;
	const char *name;
};

static xmlNode *child_named(xmlNode *parent, const char *name, size_t length)
{
	for (xmlNode *n = parent->last; n; n = n->prev)
		if (n->type == XML_ELEMENT_NODE && !strncmp((const char *)n->name, name, length) && !n->name[length])
			return n;
	return NULL;
}

/* "event/from": the element the last step stands in, made when it is not there yet. */
static xmlNode *step_in(const void *mem, xmlNode *node, const char **path)
{
	for (const char *slash; (slash = strchr(*path, '/')); *path = slash + 1) {
		size_t length = (size_t)(slash - *path);
		xmlNode *child = child_named(node, *path, length);
		node = child ? child : page_add(node, talloc_strndup(mem, *path, length), NULL);
	}
	return node;
}

static void day_add(xmlNode *node, const char *name, const char *day)
{
	page_set_number(page_add(node, name, day), "day", time_weekday(time_midnight(day, 0)));
}

static time_t cell_time(const struct cell *cell)
{
	struct tm tm = { 0 };
	return strptime(cell->text, "%Y-%m-%d %H:%M:%S", &tm) ? timegm(&tm) : -1;
}

static void cell_shape(const void *mem, xmlNode *row, const struct cell *cell)
{
	const char *name = cell->name;
	if (!cell->text || !strcmp(name, "@of"))
		return;
	xmlNode *node = step_in(mem, row, &name);
	size_t length = strlen(name);
	if (*name == '@')
		page_set(node, name + 1, cell->type == CELL_TIME ? time_local(mem, cell_time(cell)) : cell->text);
	else if (!strcmp(name, "."))
		xmlNodeAddContent(node, (const xmlChar *)cell->text);
	else if (cell->type == CELL_TIME)
		page_time(node, name, cell_time(cell));
	else if (cell->type == CELL_DAY)
		day_add(node, name, cell->text);
	else if (length > 3 && !strcmp(name + length - 3, ".md"))
		page_markdown(node, talloc_strndup(mem, name, length - 3), cell->text);
	else
		page_add(node, name, cell->text);
}

static void row_shape(struct shape *shape, xmlNode *parent, const struct cell *cells, size_t columns)
{
	xmlNode *row = page_add(parent, shape->name, NULL);
	void *mem = talloc_new(shape->mem);
	for (size_t i = 0; i < columns; i++)
		cell_shape(mem, row, &cells[i]);
	talloc_free(mem);
}

static bool row_add(void *given, const struct cell *cells, size_t columns)
{
	struct shape *shape = given;
	row_shape(shape, shape->parent, cells, columns);
	return true;
}

int db_rows_(const void *mem, xmlNode *parent, const char *name, const char *sql, const struct arg *args, size_t count)
{
	return db_each(sql, args, count, row_add, &(struct shape){ mem, parent, name });
}

/* From the end: lists come last, and what stands before them (the viewer) may have the same number. */
static xmlNode *child_with_id(xmlNode *parent, const char *id)
{
	for (xmlNode *n = parent->last; n; n = n->prev) {
		xmlChar *own = n->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(n, (const xmlChar *)"id") : NULL;
		bool same = own && !strcmp((const char *)own, id);
		xmlFree(own);
		if (same)
			return n;
	}
	return NULL;
}

static bool row_add_under(void *given, const struct cell *cells, size_t columns)
{
	struct shape *shape = given;
	for (size_t i = 0; i < columns; i++)
		if (!strcmp(cells[i].name, "@of")) {
			xmlNode *owner = cells[i].text ? child_with_id(shape->parent, cells[i].text) : NULL;
			if (owner)
				row_shape(shape, owner, cells, columns);
			return true;
		}
	panic("no column @of for <%s>", shape->name);
}

int db_rows_under_(const void *mem, xmlNode *parent, const char *name, const char *sql, const struct arg *args, size_t count)
{
	return db_each(sql, args, count, row_add_under, &(struct shape){ mem, parent, name });
}

struct landing {
	const void *mem;
	char *rows;
	size_t size, count, limit;
	const struct column *columns;
};

static const struct cell *cell_named(const struct cell *cells, size_t columns, const char *name)
{
	for (size_t i = 0; i < columns; i++)
		if (!strcmp(cells[i].name, name))
			return &cells[i];
	panic("no column %s in the result", name);
}

static void cell_land(const void *mem, char *row, const struct column *column, const struct cell *cell)
{
	void *place = row + column->offset;
	const char *text = cell->text;
	switch (column->type) {
	case COLUMN_INT:
		*(int64_t *)place = text ? strtoll(text, NULL, 10) : 0;
		break;
	case COLUMN_BOOL:
		*(bool *)place = text && strcmp(text, "0");
		break;
	case COLUMN_REAL:
		*(double *)place = text ? strtod(text, NULL) : 0;
		break;
	case COLUMN_TEXT:
		*(const char **)place = text ? talloc_strndup(mem, text, cell->length) : NULL;
		break;
	case COLUMN_TIME:
		*(time_t *)place = text ? cell_time(cell) : -1;
		break;
	case COLUMN_BYTES:
		*(struct db_bytes *)place = (struct db_bytes){ text ? talloc_memdup(mem, text, cell->length) : NULL, text ? cell->length : 0 };
		break;
	case COLUMN_BYTES32:
		memset(place, 0, 32);
		memcpy(place, text ? text : "", text && cell->length == 32 ? 32 : 0);
		break;
	}
}

static bool row_land(void *given, const struct cell *cells, size_t columns)
{
	struct landing *l = given;
	l->rows = talloc_realloc_size(l->mem, l->rows, (l->count + 1) * l->size);
	char *row = l->rows + l->count++ * l->size;
	memset(row, 0, l->size);
	for (const struct column *c = l->columns; c->name; c++)
		cell_land(l->mem, row, c, cell_named(cells, columns, c->name));
	return !l->limit || l->count < l->limit;
}

size_t db_all_(const void *mem, void **rows, size_t size, const struct column *columns, const char *sql, const struct arg *args, size_t count)
{
	struct landing l = { .mem = mem, .size = size, .columns = columns };
	db_each(sql, args, count, row_land, &l);
	*rows = l.rows;
	return l.count;
}

static bool row_land_one(void *given, const struct cell *cells, size_t columns)
{
	struct landing *l = given;
	for (const struct column *c = l->columns; c->name; c++)
		cell_land(l->mem, l->rows, c, cell_named(cells, columns, c->name));
	return false;
}

bool db_one_(const void *mem, void *row, const struct column *columns, const char *sql, const struct arg *args, size_t count)
{
	return db_each(sql, args, count, row_land_one, &(struct landing){ .mem = mem, .rows = row, .columns = columns }) > 0;
}

static bool number_land(void *given, const struct cell *cells, size_t columns)
{
	if (columns && cells[0].text)
		*(int64_t *)given = strtoll(cells[0].text, NULL, 10);
	return false;
}

int64_t db_number_(int64_t otherwise, const char *sql, const struct arg *args, size_t count)
{
	db_each(sql, args, count, number_land, &otherwise);
	return otherwise;
}
