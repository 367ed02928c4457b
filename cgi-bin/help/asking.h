/*
 * What the form of who asks and the screen of the telephone have in common: whom it is for, what it involves, who is reached how. Both read the same fields,
 * judge them alike and make the same request of them; each adds what is only its own after ASKING_END.
 */
#ifndef SOUSEDE_HELP_ASKING_H
#define SOUSEDE_HELP_ASKING_H
#include "help/contact.h"
#include "help/help.h"
#include "help/make.h"

enum { ASKING_KIND = ASK_SHARED, ASKING_WHOM, ASKING_NEEDY, ASKING_NEEDY_PHONE, ASKING_CONSENT, ASKING_INVOLVES, ASKING_NAME, ASKING_PHONE, ASKING_END };
enum asking_whom { FOR_SELF, FOR_OTHER, FOR_INSTITUTION };
extern const char *const asking_whoms[], *const asking_involved[];

#define ASKING_FIELDS(phone_required)                                                                                                      \
	ASK_SHARED_FIELDS, [ASKING_KIND] = { .name = "druh", .type = FIELD_CHOICE, .allowed = request_categories, .required = true },              \
			   [ASKING_WHOM] = { .name = "pro", .type = FIELD_CHOICE, .allowed = asking_whoms, .fallback = "ja", .required = true },   \
			   [ASKING_NEEDY] = { .name = "jmeno-jineho", .type = FIELD_TEXT, .high = 60 },                                        \
			   [ASKING_NEEDY_PHONE] = { .name = "telefon-jineho", .type = FIELD_PHONE },                                           \
			   [ASKING_CONSENT] = { .name = "souhlas", .type = FIELD_TICK },                                                       \
			   [ASKING_INVOLVES] = { .name = "zahrnuje", .type = FIELD_SET, .allowed = asking_involved },                              \
			   [ASKING_NAME] = { .name = "jmeno", .type = FIELD_TEXT, .high = 60, .required = true },                              \
			   [ASKING_PHONE] = { .name = "telefon", .type = FIELD_PHONE, .required = phone_required }

/* What was typed, normalised; null when it is not there or wrong. */
struct asking {
	const char *phone, *needy_phone;
	time_t from, to;
};

/* Takes the categories that the town does not offer now out of the form. True when the chosen one (index, -1 none) is one of the others. */
bool asking_categories(struct req *r, int64_t chosen);

/* Judges all fields before ASKING_END; a part of the form that opens only for somebody else is asked for only then. True when nothing is wrong with them. */
bool asking_judge(struct req *r, struct asking *a);

/* Marks one of these fields as wrong, unless it is already. */
void asking_wrong(struct req *r, int field, const char *code);

/* Writes the draft. how: what the form does not say (entered, entered_by, languages, auto_accept); the rest of it is ignored. */
int64_t asking_make(struct req *r, const struct asking *a, const struct request_new *how);

/* Who writes or calls for somebody else is her proxy; whom an institution names is who needs help there. */
void asking_contacts(struct req *r, int64_t id, const struct asking *a, const struct help_contact *asks);
#endif
