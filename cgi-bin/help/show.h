/* A row of help_request, offer or response as the element that every page and feed shares. Nothing sealed is in it. */
#ifndef SOUSEDE_HELP_SHOW_H
#define SOUSEDE_HELP_SHOW_H
#include <libxml/tree.h>
#include "help/request.h"
struct req;

/* SQL of a <request>: its columns, the expression of @km between them (NULL none), and where from: q help_request, t town, k help_category. */
#define SHOW_REQUEST \
	"SELECT q.id AS `@id`, CONCAT('/', t.slug, '/pomoc/', q.id) AS `@href`, q.code AS `@code`, q.state AS `@state`, q.outcome AS `@outcome`,"  \
	" q.category AS `@category`, k.icon AS `@icon`, IF(q.urgent, 'yes', NULL) AS `@urgent`, q.for_whom AS `@for`, q.slots_needed AS `@slots`," \
	" q.slots_filled AS `@filled`, q.min_level AS `@level`, q.visibility AS `@visibility`, NULLIF(q.involves, '') AS `@involves`,"  \
	" q.version AS `@version`, q.title, NULLIF(q.text, '') AS text, CONCAT_WS(' ', NULLIF(q.given, ''), NULLIF(q.initial, '')) AS who,"            \
	" t.slug AS `where/@slug`, t.name AS `where/.`, q.part, q.when_kind AS `time/@kind`," \
	" IF(TIMESTAMPDIFF(HOUR, q.from_at, q.to_at) BETWEEN 23 AND 25, 'yes', NULL) AS `time/@all_day`, q.from_at AS `time/from`, q.to_at AS `time/to`," \
	" ROUND(q.lat, 2) AS `point/@lat`, ROUND(q.lon, 2) AS `point/@lon`, q.opened_at AS opened, q.changed_at AS changed, q.expires_at AS expires,"
#define SHOW_REQUEST_FROM " AS `@km` FROM help_request q JOIN town t ON t.code = q.town_code JOIN help_category k ON k.code = q.category"

/* Adds the <request> with this id whatever its state. False when there is none. */
bool show_request(struct req *r, xmlNode *parent, int64_t id);

/* Adds <category code icon crisis level>s: those of this town now (crisis ones only in crisis mode). */
void show_categories(struct req *r, xmlNode *parent, bool crisis);

/* GET of an address that only takes a POST and shows what came of it: to the page before, which asks. Browsers go there by "again" and by a link of a language. */
int show_before(struct req *r);
#endif
