/* What the files of the program account share: signing in, passwords, the second factor. Only this program may read credentials. */
#ifndef SOUSEDE_ACCOUNT_H
#define SOUSEDE_ACCOUNT_H
#include "web/file.h"
#include "web/image.h"
#include "web/qr.h"
#include "web/web.h"

enum { PASSWORD_LEAST = 10, PASSWORD_MOST = 1024, FRESH_SECONDS = 15 * 60, LINK_SECONDS = 3600, CONFIRM_SECONDS = 3 * 24 * 3600, UNDO_SECONDS = 7 * 24 * 3600 };

/* Handlers, by file. */
int sign_page(struct req *r);           /* sign.c */
int sign_in(struct req *r);
int sign_code(struct req *r);
int sign_key(struct req *r);
int sign_out(struct req *r);
int join_page(struct req *r);           /* join.c */
int join(struct req *r);
int join_sent(struct req *r);
int phone_page(struct req *r);          /* phone.c */
int phone_confirm(struct req *r);
int link_page(struct req *r);           /* link.c */
int link_act(struct req *r);
int forgot_page(struct req *r);         /* forgot.c */
int forgot(struct req *r);
int forgot_code(struct req *r);
int own_page(struct req *r);            /* own.c */
int own_sessions(struct req *r);
int own_session_end(struct req *r);
int own_password_page(struct req *r);   /* change.c */
int own_password(struct req *r);
int own_mail_page(struct req *r);
int own_mail(struct req *r);
int own_number_page(struct req *r);
int own_number(struct req *r);
int own_number_code(struct req *r);
int factor_page(struct req *r);         /* factor.c */
int factor_begin(struct req *r);
int factor_wake(struct req *r);
int factor_wake_key(struct req *r);
int factor_app_page(struct req *r);
int factor_end(struct req *r);
int passkey_page(struct req *r);        /* passkey.c */
int passkey_add(struct req *r);
int passkey_end_page(struct req *r);
int passkey_end(struct req *r);
int profile_page(struct req *r);        /* profile.c */
int profile(struct req *r);
int data_page(struct req *r);           /* data.c */
int data_export(struct req *r);
int consent_page(struct req *r);
int consent_answer(struct req *r);
int own_erase_page(struct req *r);      /* erase.c */
int own_erase(struct req *r);

int photo_page(struct req *r);          /* photo.c */
int photo(struct req *r);
int photo_show(struct req *r);
int photo_remove(struct req *r);

/* The tables of fields that routes name. */
extern const struct field sign_fields[], code_fields[], join_fields[], phone_fields[], link_fields[], forgot_fields[], reset_code_fields[], session_fields[], password_fields[],
	mail_fields[], number_fields[], number_code_fields[], factor_fields[], factor_wake_fields[], factor_end_fields[], passkey_fields[], passkey_end_fields[], passkey_use_fields[], profile_fields[], data_fields[], consent_fields[], erase_fields[], photo_fields[], photo_remove_fields[];

/* The first letter of a surname with a dot; "" when there is none. */
const char *initial(struct req *r, const char *surname);

/* link.c: news stopped by the link that came with them. */
int stop_page(struct req *r);
int stop_act(struct req *r);

/* Where to go afterwards: a path of ours, "/ucet" for anything else. */
const char *way_back(struct req *r, const char *path);

/* The person's only address of a kind from now on, confirmed; false, and nothing is written, when it is somebody else's. */
bool contact_change(struct req *r, int64_t person, const char *kind, const char *address);

/* "mail" or "phone", by what was typed; *normalised is null when it is neither. */
const char *address_kind(struct req *r, const char *typed, const char **normalised);

/* Enough of an address to know one's own, nothing to steal: "ja…@example.cz". */
const char *address_masked(struct req *r, const char *address);

/* Null when the password may be chosen, else the code of what is wrong with it: too-short, too-long, common, own (about: a name, an address). */
const char *password_wrong(struct req *r, const char *password, const char *about);

/* Keeps a new password. */
void password_keep(struct req *r, int64_t person, const char *password);

/* True when it is the person's password; takes as long when there is none. Renews an old hash. */
bool password_right(struct req *r, int64_t person, const char *password);

/* Counts one more time that the viewer's own password is asked for; true when it was too often. */
bool password_tried(struct req *r);

/* True when the field holds the viewer's password, else it is marked wrong. Comes last, so that a slip elsewhere costs no try. */
bool password_asked(struct req *r, struct value *v, const char *name);

/* Agreement to today's wording of a text (table wording); whether it has to be asked for (anew). */
void consent_give(struct req *r, int64_t person, const char *wording);
bool consent_wanted(struct req *r, int64_t person);

/* How many second factors a person has besides recovery codes; whether there is one, whether one is an app. */
int64_t factor_count(int64_t person);
bool factor_set(int64_t person);
bool factor_app_set(int64_t person);

/* A second factor was added: shows new recovery codes when there are none left, else goes on with a flash. */
int factor_added(struct req *r, const char *code, const char *path);

/* No second factor is left: recovery codes go, the roles with power sleep. */
void factor_forget(struct req *r);

/* The form that a browser sends when a passkey was used (passkey_use_fields). */
enum { KEY_STEP, KEY_BACK, KEY_ID, KEY_CLIENT, KEY_DEVICE, KEY_SIGNATURE, KEY_OWNER };

/* How many passkeys a person has. */
int64_t passkey_count(int64_t person);

/* Puts <passkey> into the page when the person has one; person 0: whoever's, as both steps at once. */
void passkey_offer(struct req *r, int64_t person);

/* Whose passkey signed the form; person 0: anybody's, whom the device knew by finger, face or PIN. 0 when it is not as it was wanted. */
int64_t passkey_signer(struct req *r, int64_t person);

/* 422 with the offer of the page marked as failed. */
int passkey_refused(struct req *r);

/* Tells of every passkey of the viewer that it is gone. */
void passkeys_told(struct req *r);

/* True when the viewer has power over others somewhere that waits for a second factor. */
bool power_asleep(struct req *r);

/* True when a code of the app, not used before, or an unused recovery code was typed; uses it up. */
bool factor_right(struct req *r, int64_t person, const char *typed);

/* One line of the person's log (event_log), in the person's own name also when the viewer is nobody yet. */
void account_log(struct req *r, int64_t person, const char *action, const char *note);
#endif
