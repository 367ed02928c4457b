/*
 * Notices as <item>s: the one place that knows how a row of `notice` becomes the item every page and every feed shares (schema/page.rng).
 * Programs show them in lists of their own; the filter is the query of the address.
 */
#ifndef SOUSEDE_NOTICE_H
#define SOUSEDE_NOTICE_H
#include <stdbool.h>
#include <stdint.h>
#include "form.h"
#include "request.h"

/* ?deska= words in the order of the kinds in the database; null-terminated. */
extern const char *const notice_boards[];

/* SQL: the address of a row n of `notice` below the root of the site; the expression given is the slug of its town. */
#define NOTICE_HREF(town) "CONCAT('/', " town ", '/nastenka/', CONCAT_WS('-', n.id, NULLIF(n.slug, '')))"

struct notice_filter {
	int64_t boards;        /* bits in the order of notice_boards; 0 all */
	const char *category;  /* slug; "" all */
	const char *text;      /* words as typed; "" all */
	bool archive;          /* taken down and called off ones instead of what hangs; never those that named people */
	bool full;             /* with texts and attachments */
	bool urgent;           /* urgent ones and the crisis board only */
	bool dated;            /* only what happens at a time: calendars */
	bool either;           /* what hangs and the archive together */
	time_t since, until;   /* posted within [since, until); 0 for no bound */
	int64_t limit, offset;
};

/* What a format shows when the address does not say: OFN the whole official board, a calendar what has a date, other feeds the newest of
 * everything, a page for reading per_page of everything. */
struct notice_filter notice_filter_for(const struct req *r, int64_t per_page);

/* Adds <item>s of r->town under parent, newest first; returns how many. One query, and one for attachments when full. */
int notice_list(struct req *r, xmlNode *parent, const struct notice_filter *filter);

/* Adds <item>s of r->town that this organisation posted and that hang, newest first, with texts when the reply wants them; returns how many. */
int notice_of_organisation(struct req *r, xmlNode *parent, int64_t organisation, int64_t limit);

/* How many there are without limit and offset. */
int64_t notice_count(struct req *r, const struct notice_filter *filter);

/* Adds the <item> of r->town with this id whatever its state, in full; false when there is none. */
bool notice_show(struct req *r, xmlNode *parent, int64_t id);

/* Adds <item>s of r->town that happen from now on, soonest first, at most limit. */
int notice_events(struct req *r, xmlNode *parent, int64_t limit);

/* Adds <count kind hanging>s, and <categories> with <category slug name count>s, of r->town. Returns how many hang on the boards of these bits. */
int64_t notice_counts(struct req *r, int64_t boards);
void notice_categories(struct req *r);

/* Tells the author, when somebody wrote it here, that it hangs, with the SHA-256 of its title, an end of line and its text. */
void notice_receipt(void *mem, int64_t id);

/* True when <categories> of the page lists this slug; else 400 is due and *allowed names the slugs. */
bool notice_category_known(struct req *r, const char *slug, const char **allowed);
#endif
