/* Crisis mode at the desk and for who joins: the switch, people by role, deliveries, depots (help/ has crisis.h, delivery.h, depot.h, which change the rows). */
#ifndef SOUSEDE_DISPATCH_CRISIS_H
#define SOUSEDE_DISPATCH_CRISIS_H
#include "dispatch/dispatch.h"
#include "help/crisis.h"
#include "help/delivery.h"
#include "help/depot.h"

/* crisis.c: the switch, with what it changes; who joined. Words of roles in the order of crisis_helper.roles. */
extern const char *const crisis_words[];
extern const struct field crisis_fields[], crisis_people_query[];
int crisis_page(struct req *r);
int crisis_take(struct req *r);
int crisis_people(struct req *r);
int crisis_phones(struct req *r);

/* join.c: as what I help in a crisis. */
extern const struct field join_fields[], ready_fields[];
int join_page(struct req *r);
int join_take(struct req *r);
int join_ready(struct req *r);

/* delivery.c: the dispatcher's three columns, one delivery, a new one. */
extern const struct field delivery_new_fields[], delivery_act_fields[];
int delivery_board(struct req *r);
int delivery_new_page(struct req *r);
int delivery_new(struct req *r);
int delivery_show(struct req *r);
int delivery_act(struct req *r);
int delivery_reveal(struct req *r);

/* Opens the sealed parts of a delivery into <opened>, with the log; capacity as in help_look: "helper" or "coordinator". */
void delivery_open(struct req *r, const struct delivery *d, const char *capacity);

/* The words of what may be done, and where it leads. */
struct delivery_step {
	const char *to, *said;
};
extern const char *const delivery_words[];
extern const struct delivery_step delivery_steps[];

/* depot.c: what the town keeps for a crisis, and its moves. */
enum { DEPOT_MOST = 1000000 };
extern const struct field depot_new_fields[], depot_move_fields[];
int depot_list(struct req *r);
int depot_new(struct req *r);
int depot_show(struct req *r);
int depot_take(struct req *r);

/* Marks the field "kolik" as more than there is, with <short left>. */
void depot_short(struct req *r, struct value *amount, int64_t left);

/* courier.c: what I carry. */
extern const struct field courier_fields[];
int courier_list(struct req *r);
int courier_page(struct req *r);
int courier_act(struct req *r);
#endif
