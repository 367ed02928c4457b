/* A row of `notice` to the <item> that every page and feed shares. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include "db.h"
#include "notice.h"
#include "outbox.h"
#include "page.h"
#include "route.h"
#include "text.h"

const char *const notice_boards[] = { "uredni", "obec", "spolky", "krize", NULL };

enum { WORDS = 3, EVERY_BOARD = 15, OFFICIAL = 1, PER_FEED = 50, PER_OFFICIAL = 1000 };

/* Its placeholders are ITEM_ARGS. What only a notice of its own and feeds show is read for them alone. */
#define ITEM_ARGS(r, full) S((r)->town.slug), I((r)->town.official), I(full), I(full), I(full), I(full), I(full)
enum { ITEM_ARGUMENTS = 7 };
#define ITEM_FROM(notice)                                                                                                                  \
	"SELECT n.id AS `@id`, " NOTICE_HREF("?") " AS `@href`, n.kind AS `@kind`, n.state AS `@state`, n.version AS `@version`,"          \
	" n.attachments AS `@attachments`, IF(n.urgent, 'yes', NULL) AS `@urgent`,"                                                        \
	" IF(n.source_id IS NOT NULL AND NOT ?, 'yes', NULL) AS `@unofficial`,"                                                            \
	" IF(n.version > 1 AND n.source_id IS NULL AND EXISTS (SELECT 1 FROM notice_version v WHERE v.notice_id = n.id), 'yes', NULL)"     \
	" AS `@corrected`,"                                                                                                                \
	" n.title, n.summary, IF(?, n.body, NULL) AS `body.md`, c.slug AS `category/@slug`, c.name AS `category/.`,"                       \
	" n.originator, n.reference, n.file_mark, IF(?, n.issued_on, NULL) AS issued,"                                                     \
	" n.posted_at AS posted, IF(n.posted_day_only, 'day', NULL) AS `posted/@only`, n.takedown_on AS until,"                            \
	" n.takendown_at AS takendown, n.changed_at AS changed,"                                                                           \
	" IF(n.event_all_day, 'yes', NULL) AS `event/@all_day`, n.event_from AS `event/from`, n.event_to AS `event/to`,"                   \
	" n.place, n.lat AS `point/@lat`, n.lon AS `point/@lon`, IF(?, n.link, NULL) AS link,"                                             \
	" s.id AS `source/@id`, s.title AS `source/title`, s.url AS `source/url`, s.page AS `source/page`,"                                \
	" n.corrects_id AS `corrects/@id`,"                                                                                                \
	" IF(?, (SELECT MAX(k.id) FROM notice k WHERE k.corrects_id = n.id), NULL) AS `corrected_by/@id`"                                  \
	"  FROM " notice " LEFT JOIN category c ON c.id = n.category_id LEFT JOIN source s ON ? AND s.id = n.source_id"

/* The filter's placeholders, in the order filter_args gives them. What named people is in no archive. */
#define SHOWN_STATES                                                                                                                       \
	"((n.hangs = 1 AND ?) OR (n.hangs = 0 AND ? AND n.state IN ('taken_down', 'archived', 'cancelled') AND NOT n.personal_data))"
#define FILTER                                                                                                                             \
	" WHERE n.town_code = ? AND n.hangs IN (?, ?) AND n.moderation + 0 <= ? AND " SHOWN_STATES " AND ? & (1 << (n.kind + 0 - 1))"                                \
	" AND (NOT ? OR n.urgent OR n.kind = 'crisis') AND (NOT ? OR n.event_from IS NOT NULL)"                                            \
	" AND (? = '' OR n.category_id = (SELECT id FROM category WHERE town_code = n.town_code AND slug = ?))"                            \
	" AND n.posted_at >= ? AND n.posted_at < ?"                                                                                        \
	" AND (? = '' OR (n.search_text LIKE ? AND n.search_text LIKE ? AND n.search_text LIKE ?))"
enum { FILTER_ARGS = 17 };

/* What moderators limited (the second word of the column) stands on pages, in no feed and no embedded board. */
enum { VISIBLE = 1, LIMITED };
static struct arg shown_to(const struct req *r)
{
	return I(route_format(r->suffix) == PAGE && !r->embeddable ? LIMITED : VISIBLE);
}

static const time_t FOR_EVER = 253402300799; /* 9999-12-31 23:59:59 */

/* Folded words as patterns; endings of longer words are cut, since Czech declines (standards.md 4.2). */
static void patterns(struct req *r, const char *typed, struct arg *out)
{
	char *rest = talloc_strdup(r->mem, text_fold(r->mem, typed)), *word;
	for (int i = 0; i < WORDS; i++) {
		word = strsep(&rest, " ");
		size_t length = word ? strlen(word) : 0;
		int keep = (int)(length >= 6 ? length - 2 : length);
		out[i] = S(talloc_asprintf(r->mem, "%%%.*s%%", keep, word ? word : ""));
	}
}

static void filter_args(struct req *r, const struct notice_filter *f, struct arg *out)
{
	bool hanging = f->either || !f->archive, gone = f->either || f->archive;
	const struct arg args[] = {
		I(r->town.code),
		I(hanging ? 1 : 0),
		I(gone ? 0 : 1),
		shown_to(r),
		I(hanging),
		I(gone),
		I(f->boards ? f->boards : EVERY_BOARD),
		I(f->urgent),
		I(f->dated),
		S(f->category ? f->category : ""),
		S(f->category ? f->category : ""),
		T(f->since),
		T(f->until ? f->until : FOR_EVER),
		S(f->text ? f->text : ""),
	};
	memcpy(out, args, sizeof args);
	patterns(r, f->text ? f->text : "", out + sizeof args / sizeof *args);
}

struct notice_filter notice_filter_for(const struct req *r, int64_t per_page)
{
	unsigned format = route_format(r->suffix);
	return (struct notice_filter){
		.boards = format == JSONLD ? OFFICIAL : 0,
		.dated = format == ICS,
		.full = *r->suffix != '\0',
		.limit = format == JSONLD ? PER_OFFICIAL
			 : format & FEEDS ? PER_FEED
					  : per_page,
	};
}

static void attachments_add(struct req *r, xmlNode *parent)
{
	char *ids = NULL;
	for (xmlNode *n = parent->children; n; n = n->next) {
		xmlChar *id = xmlStrEqual(n->name, (const xmlChar *)"item") ? xmlGetNoNsProp(n, (const xmlChar *)"id") : NULL;
		if (id)
			ids = talloc_asprintf_append(ids ? ids : talloc_strdup(r->mem, "["), "%s%s", ids ? "," : "", (const char *)id);
		xmlFree(id);
	}
	if (!ids)
		return;
	db_rows_under(
		r->mem, parent, "attachment",
		"SELECT a.notice_id AS `@of`, a.id AS `@id`, a.position AS `@position`, a.url AS `@url`, a.media_type AS `@media_type`,"
		" a.bytes AS `@bytes`, a.title AS `.`"
		"  FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) AS listed"
		" STRAIGHT_JOIN attachment a ON a.notice_id = listed.id ORDER BY a.notice_id, a.position",
		S(talloc_asprintf_append(ids, "]")));
}

/* What hangs on the whole board, on one of them or in one category: the lists everybody reads. They say which index, because weighing five that are nearly alike
 * takes the server longer than reading a page of twenty. */
#define HANGING " WHERE n.town_code = ? AND n.hangs = 1 AND n.moderation + 0 <= ?"
#define NEWEST_FIRST " ORDER BY n.posted_at DESC, n.id DESC LIMIT ? OFFSET ?"

static bool is_plain(const struct notice_filter *f)
{
	return !(f->text && *f->text) && !f->archive && !f->either && !f->urgent && !f->dated && !f->since && !f->until;
}

static const char *only_kind(int64_t boards)
{
	static const char *const kinds[] = { "official_copy", "information", "community", "crisis" };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (boards == 1 << i)
			return kinds[i];
	return NULL;
}

static int list_filtered(struct req *r, xmlNode *parent, const struct notice_filter *f)
{
	struct arg args[ITEM_ARGUMENTS + FILTER_ARGS + 2] = { ITEM_ARGS(r, f->full) };
	struct arg *window = args + ITEM_ARGUMENTS + FILTER_ARGS;
	filter_args(r, f, args + ITEM_ARGUMENTS);
	window[0] = I(f->limit);
	window[1] = I(f->offset);
	return db_rows_(r->mem, parent, "item", ITEM_FROM("notice n") FILTER NEWEST_FIRST, args, sizeof args / sizeof *args);
}

/* Known before the list is asked for: a value found by a join is not constant enough for the order of an index. */
static int64_t category_id(const struct req *r, const char *slug)
{
	return db_number(0, "SELECT id FROM category WHERE town_code = ? AND slug = ?", I(r->town.code), S(slug));
}

int notice_list(struct req *r, xmlNode *parent, const struct notice_filter *f)
{
	const char *kind = only_kind(f->boards), *category = f->category ? f->category : "";
	bool plain = is_plain(f), whole = !f->boards || f->boards == EVERY_BOARD;
	const struct arg town = I(r->town.code), shown = shown_to(r), limit = I(f->limit), offset = I(f->offset);
	int count;
	if (plain && whole && !*category)
		count = db_rows(r->mem, parent, "item", ITEM_FROM("notice n FORCE INDEX (by_board)") HANGING NEWEST_FIRST,
				ITEM_ARGS(r, f->full), town, shown, limit, offset);
	else if (plain && whole)
		count = db_rows(r->mem, parent, "item",
				ITEM_FROM("notice n FORCE INDEX (by_category)") HANGING " AND n.category_id = ?" NEWEST_FIRST,
				ITEM_ARGS(r, f->full), town, shown, I(category_id(r, category)), limit, offset);
	else if (plain && kind && !*category)
		count = db_rows(r->mem, parent, "item", ITEM_FROM("notice n FORCE INDEX (by_kind)") HANGING " AND n.kind = ?" NEWEST_FIRST,
				ITEM_ARGS(r, f->full), town, shown, S(kind), limit, offset);
	else
		count = list_filtered(r, parent, f);
	if (f->full && count)
		attachments_add(r, parent);
	return count;
}

int notice_of_organisation(struct req *r, xmlNode *parent, int64_t organisation, int64_t limit)
{
	bool full = *r->suffix != '\0';
	int count = db_rows(r->mem, parent, "item", ITEM_FROM("notice n FORCE INDEX (by_organisation)") HANGING " AND n.organisation_id = ?" NEWEST_FIRST,
			    ITEM_ARGS(r, full), I(r->town.code), shown_to(r), I(organisation), I(limit), I(0));
	if (full && count)
		attachments_add(r, parent);
	return count;
}

int64_t notice_count(struct req *r, const struct notice_filter *f)
{
	struct arg args[FILTER_ARGS];
	filter_args(r, f, args);
	return db_number_(0, "SELECT COUNT(*) FROM notice n" FILTER, args, FILTER_ARGS);
}

bool notice_show(struct req *r, xmlNode *parent, int64_t id)
{
	bool found = db_rows(r->mem, parent, "item", ITEM_FROM("notice n") " WHERE n.id = ? AND n.town_code = ?", ITEM_ARGS(r, true), I(id), I(r->town.code));
	if (found)
		attachments_add(r, parent);
	return found;
}

int notice_events(struct req *r, xmlNode *parent, int64_t limit)
{
	return db_rows(r->mem, parent, "item",
		       ITEM_FROM("notice n FORCE INDEX (by_event)") HANGING " AND n.event_from >= ? ORDER BY n.event_from, n.id LIMIT ?",
		       ITEM_ARGS(r, false), I(r->town.code), shown_to(r), T(time_now() - 3600), I(limit));
}

static int64_t attribute(const xmlNode *node, const char *name)
{
	xmlChar *text = xmlGetNoNsProp(node, (const xmlChar *)name);
	int64_t number = text ? strtoll((const char *)text, NULL, 10) : 0;
	xmlFree(text);
	return number;
}

int64_t notice_counts(struct req *r, int64_t boards)
{
	int64_t sum = 0;
	xmlNode *last = r->page->last;
	db_rows(r->mem, r->page, "count",
		"SELECT kind AS `@kind`, kind + 0 AS `@order`, COUNT(*) AS `@hanging` FROM notice FORCE INDEX (by_kind) WHERE town_code = ? AND hangs = 1 GROUP BY kind",
		I(r->town.code));
	for (xmlNode *n = last ? last->next : r->page->children; n; n = n->next)
		if (!boards || boards & (1 << attribute(n, "order") >> 1))
			sum += attribute(n, "hanging");
	return sum;
}

void notice_categories(struct req *r)
{
	db_rows(r->mem, page_add(r->page, "categories", NULL), "category",
		"SELECT c.slug AS `@slug`, c.name AS `@name`,"
		" (SELECT COUNT(*) FROM notice n FORCE INDEX (by_category)"
		"   WHERE n.town_code = c.town_code AND n.hangs = 1 AND n.category_id = c.id) AS `@count`"
		"  FROM category c WHERE c.town_code = ? ORDER BY c.name COLLATE utf8mb4_uca1400_czech_as_ci",
		I(r->town.code));
}

static const xmlNode *categories_of(const struct req *r)
{
	for (const xmlNode *n = r->page->children; n; n = n->next)
		if (xmlStrEqual(n->name, (const xmlChar *)"categories"))
			return n;
	return NULL;
}

bool notice_category_known(struct req *r, const char *slug, const char **allowed)
{
	const xmlNode *list = categories_of(r);
	char *words = talloc_strdup(r->mem, "");
	bool known = !*slug;
	for (const xmlNode *n = list ? list->children : NULL; n; n = n->next) {
		xmlChar *own = xmlGetNoNsProp(n, (const xmlChar *)"slug");
		words = talloc_asprintf_append(words, "%s%s", *words ? ", " : "", (const char *)own);
		known = known || !strcmp((const char *)own, slug);
		xmlFree(own);
	}
	*allowed = words;
	return known;
}

void notice_receipt(void *mem, int64_t id)
{
	struct {
		int64_t author;
		const char *sha256;
	} row;
	static const struct column columns[] = { { "author_id", COLUMN_INT, 0 }, { "sha256", COLUMN_TEXT, offsetof(__typeof__(row), sha256) }, { 0 } };
	if (db_one(mem, &row, columns,
		   "SELECT author_id, SHA2(CONCAT(title, '\n', COALESCE(body, '')), 256) AS sha256 FROM notice WHERE id = ? AND author_id IS NOT NULL", I(id)))
		outbox_(mem, "notice.receipt", id, row.author, OUTBOX_PAIRS("sha256", row.sha256));
}
