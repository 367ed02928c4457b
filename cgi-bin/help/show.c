/* Rows as elements; one place knows which columns all may see. */
#include "help/show.h"
#include <string.h>
#include "web/web.h"

bool show_request(struct req *r, xmlNode *parent, int64_t id)
{
	return db_rows(r->mem, parent, "request", SHOW_REQUEST "NULL" SHOW_REQUEST_FROM " WHERE q.id = ?", I(id)) > 0;
}

void show_categories(struct req *r, xmlNode *parent, bool crisis)
{
	db_rows(r->mem, parent, "category", "SELECT code AS `@code`, icon AS `@icon`, min_level AS `@level`, IF(crisis, 'yes', NULL) AS `@crisis` FROM help_category"
	                                    " WHERE offered AND (NOT crisis OR ?) ORDER BY position", I(crisis));
}

int show_before(struct req *r)
{
	return see_other(r, "%.*s", (int)(strrchr(r->path, '/') - r->path), r->path);
}
