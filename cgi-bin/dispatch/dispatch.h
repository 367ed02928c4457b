/* The program dispatch: what coordinators of a town or an organisation see and do. What changes rows is in the library help. */
#ifndef SOUSEDE_DISPATCH_DISPATCH_H
#define SOUSEDE_DISPATCH_DISPATCH_H
#include "help/contact.h"
#include "help/link.h"
#include "help/request.h"
#include "help/response.h"
#include "help/show.h"
#include "help/told.h"
#include "web/web.h"

/* Whose desk it is: a town's, or that of an organisation that handles requests; the other is 0. */
struct desk {
	int64_t town, organisation;
	const char *path, *name;        /* "/kadan/koordinace" */
};

/* Fills d by the address and writes <desk>; 0, or the status of a refusal. */
int desk_open(struct req *r, struct desk *d);

/* board.c: the columns by state. */
extern const struct field board_query[];
int desk_board(struct req *r);

/* work.c: one request of the desk. For a POST it is locked. */
struct work {
	struct desk desk;
	struct request q;
	struct actor by;
};
/* 0, or the status of a refusal. */
int work_open(struct req *r, struct work *w);
/* Writes what the page of the request shows. */
void work_page(struct req *r, const struct work *w);
/* Back to the request; said: what the next page says. */
int work_done(struct req *r, const struct work *w, const char *said);
/* 409: the page as it is now, and why (a code: state, called, level, limit). */
int work_met(struct req *r, const struct work *w, const char *why);
extern const struct field act_fields[];
int work_show(struct req *r);
int work_act(struct req *r);

/* people.c: contacts under their button, calls, and what is done on behalf of helpers. */
extern const struct field helper_fields[], call_fields[];
int people_reveal(struct req *r);
int people_call(struct req *r);
int people_helper(struct req *r);
extern const struct field invite_fields[];
int people_invite(struct req *r);
void people_add(struct req *r, const struct request *q);

/* note.c: notes and hand-overs. */
extern const struct field note_fields[], hand_fields[];
int note_write(struct req *r);
int note_hand(struct req *r);
void notes_add(struct req *r, const struct work *w);
/* Adds a sealed note of a kind ("note", "call", "handover"); helper 0: about who needs help. */
void note_keep(struct req *r, int64_t request, const char *kind, int64_t helper, const char *text);

/* edit.c: the public words of a request, read before they are public, and its end. */
extern const struct field edit_fields[], end_fields[];
int edit_page(struct req *r);
int edit_take(struct req *r);
int end_page(struct req *r);
int end_take(struct req *r);

/* phone.c: one screen while talking, and the slip with the code. */
extern const struct field find_fields[], phone_fields[];
int phone_page(struct req *r);
int phone_find(struct req *r);
int phone_take(struct req *r);
int phone_slip(struct req *r);

/* figures.c: what became of requests. settings.c: how the town helps. */
int desk_figures(struct req *r);
extern const struct field settings_fields[];
int settings_page(struct req *r);
int settings_take(struct req *r);
#endif
