/*
 * Configuration: one INI file, read once before anything else, see sousede.conf(5).
 * Looked for in $SOUSEDE_CONF, then ../etc/sousede.conf beside the running program (an unpacked bundle), then SYSCONFDIR/sousede.conf.
 * An unknown key or a value out of range is an error that names the file and the line.
 */
#ifndef SOUSEDE_CONF_H
#define SOUSEDE_CONF_H
#include <stdbool.h>
#include <stdint.h>

struct conf {
	const char *base;         /* [site] base: https://host[/prefix], no slash at the end; the only source of absolute addresses */
	const char *root;         /* derived: the path part of base, "" or "/prefix" */
	const char *host;         /* derived: host[:port] of base */
	const char *share;        /* [site] share: folder with xsl/, schema/, htdocs/; derived from the program's place when unset */
	const char *phone;        /* [site] phone: help line in E.164, "" when there is none */
	const char *contact;      /* [site] contact: mail address of the operator */
	const char *operator_name;/* [site] operator: who runs this site */
	const char *key_file;     /* [site] key_file: keys of what is sealed (seal.h), "" when nothing is */
	bool dev;                 /* [site] dev: validate pages, re-read changed sheets, show errors in the page */
	const char *db_socket;    /* [db] socket: path, "" for TCP */
	const char *db_host;      /* [db] host */
	int64_t db_port;          /* [db] port */
	const char *db_name;      /* [db] name */
	const char *db_user;      /* [db] user, password: the account of the page programs */
	const char *db_password;
	const char *db_jobs_user; /* [db] jobs_user, jobs_password: the account of jobs; user when unset */
	const char *db_jobs_password;
	const char *db_account_user; /* [db] account_user, account_password: the account of the program account, the only one that reads credentials; user when unset */
	const char *db_account_password;
	const char *db_admin_user; /* [db] admin_user, admin_password: the account of the program admin, which reads the log of acts and changes settings; user when unset */
	const char *db_admin_password;
	const char *contact_url;  /* derived: base + "/o-projektu", for the User-Agent */
	const char *ares;         /* [jobs] ares: where organisations are looked up, the IČO follows; "" nowhere */
	bool fetch_private;       /* [jobs] fetch_private: let feeds come from private addresses; for tests only */
	int64_t fetch_pause_ms;   /* [jobs] fetch_pause_ms: between two requests to one host, 1000 */
	int64_t fetch_minutes;    /* [jobs] fetch_minutes: how often a healthy source is asked, 60 */
	const char *mail_smtp;    /* [mail] smtp: smtp://host:587 or smtps://host:465; "" none */
	const char *mail_user;    /* [mail] user, password: "" no sign-in */
	const char *mail_password;
	const char *mail_tls;     /* [mail] tls: required, try or none */
	const char *mail_ca;      /* [mail] ca: file of certificates to trust, "" the system's */
	const char *mail_from;    /* [mail] from: sender; contact when unset */
	const char *mail_bounce;  /* [mail] bounce: where undeliverable mail returns, "" to the sender */
	const char *mail_folder;  /* [mail] folder: without smtp, mails become files here */
	struct conf_gateway {
		const char *driver;   /* none, https, folder, and for sms gammu */
		const char *url, *type, *body, *authorization, *ca;   /* of the https gateway */
	} sms, voice;             /* [sms], [voice] */
};
extern struct conf conf;

/* Reads the configuration into `conf`. On error logs file, line and reason and ends the process with status 78 (EX_CONFIG). */
void conf_load(void);

/* Sets one "section.key" as a line of the file would; false when there is no such key or the value does not fit. For tests and -o. */
bool conf_set(const char *section, const char *key, const char *value);
#endif
