/* The coordinators' desk of a town, and of an organisation that handles requests: the same pages at two addresses. */
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
	BOTH(POST, "/telefon/najit", "dispatch-phone", phone_find, ONE, find_fields),
	/* One request. */
	BOTH(GET, "/:id", "dispatch-show", work_show, ONE, NULL),
	BOTH(POST, "/:id", "dispatch-show", work_act, ONE, act_fields),
	BOTH(POST, "/:id/kontakt", "dispatch-show", people_reveal, ONE, NULL),
	BOTH(POST, "/:id/volam", "dispatch-show", people_call, ONE, call_fields),
	BOTH(POST, "/:id/pomocnik", "dispatch-show", people_helper, ONE, helper_fields),
	BOTH(POST, "/:id/pozvat", "dispatch-show", people_invite, ONE, invite_fields),
	BOTH(POST, "/:id/poznamka", "dispatch-show", note_write, ONE, note_fields),
	BOTH(POST, "/:id/predat", "dispatch-show", note_hand, ONE, hand_fields),
	BOTH(GET, "/:id/listek", "dispatch-slip", phone_slip, PAGE, NULL),
	BOTH(GET, "/:id/upravit", "dispatch-edit", edit_page, ONE, edit_fields),
	BOTH(POST, "/:id/upravit", "dispatch-edit", edit_take, ONE, edit_fields),
	BOTH(GET, "/:id/ukoncit", "dispatch-end", end_page, ONE, end_fields),
	BOTH(POST, "/:id/ukoncit", "dispatch-end", end_take, ONE, end_fields),
	{ 0 },
};
