/* What the files of the program admin share. */
#ifndef SOUSEDE_ADMIN_H
#define SOUSEDE_ADMIN_H
#include "web/web.h"

/* Handlers, by file. */
int desk_page(struct req *r);            /* desk.c */
int desk_towns(struct req *r);
int desk_organisations(struct req *r);
int desk_levels(struct req *r);
int health_page(struct req *r);          /* health.c */
int health_ask(struct req *r);
int health_again(struct req *r);
int log_page(struct req *r);             /* log.c */
int setting_all(struct req *r);          /* setting.c */
int setting_list(struct req *r);
int setting_page(struct req *r);
int setting_save(struct req *r);
int setting_new(struct req *r);
int setting_add(struct req *r);

/* The tables of fields that routes name. */
extern const struct field page_fields[], letter_fields[], log_fields[];

/* Adds what the viewer may do on the desk, so that sheets show only links that lead somewhere. */
void desk_offer(struct req *r);
#endif
