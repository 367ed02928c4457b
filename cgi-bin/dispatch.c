/* The coordinators' desk of a town, and of an organisation that handles requests: the same pages at two addresses. */
#include "dispatch/crisis.h"
#include "dispatch/dispatch.h"

enum { ONE = PAGE | ASK };

/* Who speaks for the organisation its handlers decide (desk_open). */
#define BOTH(method, rest, page, handler, formats, fields)                                                                                 \
	{ method, "/:town/koordinace" rest, "help.desk", page, handler, formats, fields },                                                   \
	{ method, "/organizace/:word/koordinace" rest, "help.own", page, handler, formats, fields }

const struct route routes[] = {
	/* The board. */
	BOTH(GET, "", "dispatch-board", desk_board, PAGE, board_query),
	BOTH(GET, "/prehled", "dispatch-figures", desk_figures, PAGE | CSV, NULL),
	{ GET, "/:town/koordinace/nastaveni", "help.settings", "dispatch-settings", settings_page, ONE, settings_fields },
	{ POST, "/:town/koordinace/nastaveni", "help.settings", "dispatch-settings", settings_take, ONE, settings_fields },
	/* The telephone. */
	BOTH(GET, "/telefon", "dispatch-phone", phone_page, ONE, phone_fields),
	BOTH(POST, "/telefon", "dispatch-phone", phone_take, ONE, phone_fields),
	BOTH(GET, "/telefon/najit", "dispatch-phone", show_before, PAGE, NULL),
	BOTH(POST, "/telefon/najit", "dispatch-phone", phone_find, ONE, find_fields),
	/* In a crisis: the switch, who joined and joins, deliveries. */
	{ GET, "/:town/koordinace/krize", "help.crisis", "crisis-switch", crisis_page, ONE, crisis_fields },
	{ POST, "/:town/koordinace/krize", "help.crisis", "crisis-switch", crisis_take, ONE, crisis_fields },
	{ GET, "/:town/koordinace/lide", "help.desk", "crisis-people", crisis_people, ONE, crisis_people_query },
	{ POST, "/:town/koordinace/lide", "help.desk", "crisis-people", crisis_phones, ONE, crisis_people_query },
	{ GET, "/:town/pomoc/krize", "help.answer", "crisis-join", join_page, ONE, join_fields },
	{ POST, "/:town/pomoc/krize", "help.answer", "crisis-join", join_take, ONE, join_fields },
	{ POST, "/:town/pomoc/krize/ted", "help.answer", "crisis-join", join_ready, ONE, ready_fields },
	{ GET, "/:town/koordinace/rozvoz", "help.desk", "delivery-board", delivery_board, PAGE, NULL },
	{ GET, "/:town/koordinace/rozvoz/novy", "help.desk", "delivery-new", delivery_new_page, ONE, delivery_new_fields },
	{ POST, "/:town/koordinace/rozvoz/novy", "help.desk", "delivery-new", delivery_new, ONE, delivery_new_fields },
	{ GET, "/:town/koordinace/rozvoz/:id", "help.desk", "delivery-show", delivery_show, ONE, delivery_act_fields },
	{ POST, "/:town/koordinace/rozvoz/:id", "help.desk", "delivery-show", delivery_act, ONE, delivery_act_fields },
	{ GET, "/:town/koordinace/rozvoz/:id/adresy", "help.desk", "delivery-show", show_before, PAGE, NULL },
	{ POST, "/:town/koordinace/rozvoz/:id/adresy", "help.desk", "delivery-show", delivery_reveal, ONE, NULL },
	{ GET, "/:town/koordinace/sklad", "help.desk", "depot-list", depot_list, ONE, depot_new_fields },
	{ POST, "/:town/koordinace/sklad", "help.desk", "depot-list", depot_new, ONE, depot_new_fields },
	{ GET, "/:town/koordinace/sklad/:id", "help.desk", "depot-show", depot_show, ONE, depot_move_fields },
	{ POST, "/:town/koordinace/sklad/:id", "help.desk", "depot-show", depot_take, ONE, depot_move_fields },
	{ GET, "/:town/pomoc/rozvoz", "help.own", "delivery-mine", courier_list, PAGE, NULL },
	{ GET, "/:town/pomoc/rozvoz/:id", "help.own", "delivery-carry", courier_page, ONE, courier_fields },
	{ POST, "/:town/pomoc/rozvoz/:id", "help.own", "delivery-carry", courier_act, ONE, courier_fields },
	/* One request. */
	BOTH(GET, "/:id", "dispatch-show", work_show, ONE, NULL),
	BOTH(POST, "/:id", "dispatch-show", work_act, ONE, act_fields),
	BOTH(GET, "/:id/kontakt", "dispatch-show", show_before, PAGE, NULL),
	BOTH(POST, "/:id/kontakt", "dispatch-show", people_reveal, ONE, NULL),
	BOTH(GET, "/:id/volam", "dispatch-show", show_before, PAGE, NULL),
	BOTH(POST, "/:id/volam", "dispatch-show", people_call, ONE, call_fields),
	BOTH(GET, "/:id/pomocnik", "dispatch-show", show_before, PAGE, NULL),
	BOTH(POST, "/:id/pomocnik", "dispatch-show", people_helper, ONE, helper_fields),
	BOTH(GET, "/:id/pozvat", "dispatch-show", show_before, PAGE, NULL),
	BOTH(POST, "/:id/pozvat", "dispatch-show", people_invite, ONE, invite_fields),
	BOTH(GET, "/:id/poznamka", "dispatch-show", show_before, PAGE, NULL),
	BOTH(POST, "/:id/poznamka", "dispatch-show", note_write, ONE, note_fields),
	BOTH(GET, "/:id/predat", "dispatch-show", show_before, PAGE, NULL),
	BOTH(POST, "/:id/predat", "dispatch-show", note_hand, ONE, hand_fields),
	BOTH(GET, "/:id/listek", "dispatch-slip", phone_slip, PAGE, NULL),
	BOTH(GET, "/:id/upravit", "dispatch-edit", edit_page, ONE, edit_fields),
	BOTH(POST, "/:id/upravit", "dispatch-edit", edit_take, ONE, edit_fields),
	BOTH(GET, "/:id/ukoncit", "dispatch-end", end_page, ONE, end_fields),
	BOTH(POST, "/:id/ukoncit", "dispatch-end", end_take, ONE, end_fields),
	{ 0 },
};
