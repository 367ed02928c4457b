/* Reports, decisions about them, appeals (flows.md E6), and what the law wants said aloud: terms, the contact point, decisions for everybody. */
#include "moderate/moderate.h"

enum { ONE = PAGE | ASK, SAID = PAGE | RSS | ATOM | JSON };

const struct route routes[] = {
	{ GET, "/nahlasit", "report.send", "report", report_page, ONE | GUARD, report_fields },
	{ POST, "/nahlasit", "report.send", "report", report_take, ONE | GUARD, report_fields },
	{ GET, "/nahlasit/:word", "report.send", "report-state", report_state, PAGE, NULL },

	{ GET, "/rozhodnuti", "decision.read", "decisions", decisions_page, SAID, decisions_query },
	{ GET, "/rozhodnuti/:id", "decision.read", "decision", decision_page, PAGE, NULL },
	{ GET, "/rozhodnuti/odvolani/:word", "appeal.send", "appeal", appeal_page, ONE, appeal_fields },
	{ POST, "/rozhodnuti/odvolani/:word", "appeal.send", "appeal", appeal_take, ONE, appeal_fields },

	{ GET, "/sprava/hlaseni", "report.decide", "desk", desk_queue, PAGE, queue_query },
	{ GET, "/sprava/hlaseni/odvolani/:id", "report.decide", "desk-appeal", review_page, ONE, review_fields },
	{ POST, "/sprava/hlaseni/odvolani/:id", "report.decide", "desk-appeal", review_take, ONE, review_fields },
	{ GET, "/sprava/hlaseni/:id", "report.decide", "desk-report", desk_report, ONE, decide_fields },
	{ POST, "/sprava/hlaseni/:id", "report.decide", "desk-report", decide_take, ONE, decide_fields },
	{ POST, "/sprava/hlaseni/:id/vzit", "report.decide", "desk-report", desk_hold, ONE, NULL },
	{ POST, "/sprava/hlaseni/:id/pustit", "report.decide", "desk-report", desk_release, ONE, NULL },
	{ POST, "/sprava/hlaseni/:id/zpravy", "report.decide", "desk-report", desk_messages, ONE, decide_fields },
	{ POST, "/sprava/hlaseni/:id/priorita", "report.decide", "desk-report", desk_priority, ONE, priority_fields },
	{ GET, "/sprava/osoby/:id", "person.standing", "desk-person", person_page, ONE, standing_fields },
	{ POST, "/sprava/osoby/:id", "person.standing", "desk-person", person_take, ONE, standing_fields },

	/* Clerks of a town that runs its page: the community board of their own town. */
	{ GET, "/:town/hlaseni", "report.town", "desk", desk_queue, PAGE, queue_query },
	{ GET, "/:town/hlaseni/:id", "report.town", "desk-report", desk_report, ONE, decide_fields },
	{ POST, "/:town/hlaseni/:id", "report.town", "desk-report", decide_take, ONE, decide_fields },
	{ POST, "/:town/hlaseni/:id/vzit", "report.town", "desk-report", desk_hold, ONE, NULL },
	{ POST, "/:town/hlaseni/:id/pustit", "report.town", "desk-report", desk_release, ONE, NULL },

	{ GET, "/podminky", "page.read", "terms", terms_page, PAGE, NULL },
	{ GET, "/kontakt", "page.read", "contact", contact_page, PAGE, NULL },
	{ 0 },
};
