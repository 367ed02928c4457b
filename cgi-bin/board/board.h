/* The program board: what its files share. Handlers stand in the order of its routes. */
#ifndef SOUSEDE_BOARD_H
#define SOUSEDE_BOARD_H
#include "../web/web.h"

/* write.c: a notice is written and hung, at once or at its time. */
extern const struct field write_fields[];
int write_page(struct req *r);
int write_take(struct req *r);

/* change.c: a hanging notice is corrected or hangs longer, is taken down or called off. */
extern const struct field change_fields[], down_fields[];
int change_page(struct req *r);
int change_take(struct req *r);
int down_page(struct req *r);
int down_take(struct req *r);

/* held.c: what new people write with a link, and limited ones at all, waits until somebody else of the town has read it. */
extern const struct field held_fields[];
int held_page(struct req *r);
int held_take(struct req *r);

/* How far the viewer is trusted with a board of this kind. NEW: an account of a week, or nothing of theirs ever hung; LIMITED: by moderators. */
enum watch { UNWATCHED, NEW, LIMITED };
enum watch held_watch(struct req *r, const char *board);

/* How many addresses of the web the typed notice holds that none of the known texts (null-terminated, or null for none) holds. */
int held_links(struct req *r, const char *const *known);

/* True when the typed notice of somebody so watched waits; marks too many links. */
bool held_check(struct req *r, enum watch watch);

/* Tells whoever is to read this notice; and says on the board how many wait, to those who may read them. */
void held_tell(struct req *r, int64_t notice);
void held_offer(struct req *r);

/* What the viewer may do with the notice r->number, on its page. True when it is theirs to edit: then they see it before it hangs. */
bool change_offer(struct req *r);

/* What the viewer may do on the board: a link to write, and what waits for its time. */
void write_offer(struct req *r);

/* The fields that a new notice and a changed one share, first in both tables. */
enum { TITLE, SUMMARY, BODY, CATEGORY, PLACE, FROM, TO, UNTIL, PUBLIC, SHARED };
enum { TITLE_MAX = 150, SUMMARY_MAX = 300, BODY_MAX = 20000 };
#define SHARED_FIELDS                                                                                   \
	[TITLE] = { .name = "nazev", .type = FIELD_TEXT, .low = 3, .high = TITLE_MAX, .required = true }, \
	[SUMMARY] = { .name = "shrnuti", .type = FIELD_TEXT, .high = SUMMARY_MAX },                     \
	[BODY] = { .name = "text", .type = FIELD_LONG, .high = BODY_MAX, .required = true },            \
	[CATEGORY] = { .name = "kategorie", .type = FIELD_TEXT, .high = 60 },                           \
	[PLACE] = { .name = "misto", .type = FIELD_TEXT, .high = 200 },                                 \
	[FROM] = { .name = "od", .type = FIELD_MOMENT },                                                \
	[TO] = { .name = "do", .type = FIELD_MOMENT },                                                  \
	[UNTIL] = { .name = "visi", .type = FIELD_DATE },                                               \
	[PUBLIC] = { .name = "verejne", .type = FIELD_TICK }

/* Marks what is wrong in the shared fields of a notice that hangs from this moment on a board of this kind. */
void shared_check(struct req *r, const char *kind, time_t posted);

/* True for the page itself, which alone says what the viewer may do. */
bool is_page(const struct req *r);

/* True when a field of the table is wrong. */
bool any_wrong(const struct req *r, const struct field *fields);

/* The text of a value, null when nothing was given: NULL in the database. */
const char *given(const struct value *v);

/* The row of a category by its name as typed, made when the town has none of that name, unless the notice waits to be read; 0 for none. */
int64_t category_by_name(struct req *r, const char *name, const char *state);

/* What a search finds it by. */
const char *search_text(struct req *r, const char *originator);

/* True when the viewer, in good standing, is an admin or coordinator of this organisation, or (0) of any verified one at home in the town. */
bool speaks_for(struct req *r, int64_t organisation);

/* Readers' copies of the board are stale from now on. */
void board_bump(struct req *r, const char *kind);

/* Adds <categories> for the form and, when asked for, <preview> of what was typed. True when a preview was asked for. */
bool form_around(struct req *r);

/* Where those are led who could, had they given their second factor; others are refused. */
int not_allowed(struct req *r);
#endif
