/* The desk of the site, /sprava: what waits, how the jobs are, the log of acts, settings. The only program that reads the log. */
#include "admin/admin.h"

const struct route routes[] = {
	{ GET, "/sprava", "site.desk", "admin-desk", desk_page, PAGE, NULL },
	{ GET, "/sprava/obce", "town.decide", "admin-towns", desk_towns, PAGE, page_fields },
	{ GET, "/sprava/organizace", "organisation.decide", "admin-organisations", desk_organisations, PAGE, page_fields },
	{ GET, "/sprava/urovne", "site.log", "admin-levels", desk_levels, PAGE, page_fields },
	{ GET, "/sprava/provoz", "site.health", "admin-health", health_page, PAGE | ASK, NULL },
	{ GET, "/sprava/provoz/znovu", "site.health", "admin-again", health_ask, PAGE | ASK, letter_fields },
	{ POST, "/sprava/provoz/znovu", "site.health", "admin-again", health_again, PAGE | ASK, letter_fields },
	{ GET, "/sprava/zaznam", "site.log", "admin-log", log_page, PAGE | FORM, log_fields },
	{ GET, "/sprava/nastaveni", "site.settings", "admin-settings", setting_all, PAGE, NULL },
	{ GET, "/sprava/nastaveni/:word", "site.settings", "admin-setting", setting_list, PAGE, NULL },
	{ GET, "/sprava/nastaveni/:word/upravit", "site.settings", "admin-edit", setting_page, PAGE | ASK, NULL },
	{ POST, "/sprava/nastaveni/:word/upravit", "site.settings", "admin-edit", setting_save, PAGE | ASK, NULL },
	{ GET, "/sprava/nastaveni/:word/pridat", "site.settings", "admin-add", setting_new, PAGE | ASK, NULL },
	{ POST, "/sprava/nastaveni/:word/pridat", "site.settings", "admin-add", setting_add, PAGE | ASK, NULL },
	{ 0 },
};
