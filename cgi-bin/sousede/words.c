/*
 * What the command `sousede` says: the only sentences in C, for the operator's terminal, where no sheet and no catalogue is at hand. Codes elsewhere.
 */
#include <string.h>
#include "../web/panic.h"
#include "sousede.h"

static const struct {
	const char *code, *text;
} words[] = {
	{ "usage", "usage: sousede policy                        who may do what: every action by every role\n"
		   "       sousede key new [FILE]                the file of keys, when it is not there yet\n"
		   "       sousede key rotate [FILE]             a new key for what is sealed from now on\n"
		   "       sousede key reseal                    what older keys sealed gets the newest one\n"
		   "       sousede admin add MAIL|PHONE [NAME]   this person looks after the whole site\n"
		   "       sousede admin list\n"
		   "       sousede admin remove NUMBER|MAIL|PHONE\n"
		   "       sousede check                         is all well: settings, database, keys, mail\n"
		   "       sousede --help | --version" },
	{ "key-file", "sousede: the file of keys {1} cannot be written: {2}." },
	{ "key-there", "sousede: {1} has keys already and stays as it is; a new key is put in by: sousede key rotate" },
	{ "key-none", "sousede: {1} is no file of keys; it is made by: sousede key new" },
	{ "key-rotated", "A new key is in use from now on. Copy the file away from the copies of the database, then run: sousede key reseal" },
	{ "key-lost", "sousede: {1}: texts no key of the file opens: {2}. Put the key back that closed them, from your copy of the file." },
	{ "key-many", "sousede: {1} has as many keys as fit. Run: sousede key reseal, then take lines of older keys out." },
	{ "key-resealed", "Everything is closed by the newest key. Lines of older keys may be taken out of {1}; copies of the database made before still need them." },
	{ "admin-added", "{1} is an admin of this site." },
	{ "admin-already", "{1} is an admin already." },
	{ "admin-link", "A new password is chosen here, once, within a day: {1}" },
	{ "admin-factor", "The rights wake up with a second factor: {1}" },
	{ "admin-desk", "The desk: {1}" },
	{ "admin-address", "sousede: {1} is neither a mail address nor a telephone number." },
	{ "admin-gone", "sousede: {1} is blocked or has deleted the account, and cannot be an admin." },
	{ "admin-none", "sousede: nobody is an admin yet; add one by: sousede admin add MAIL" },
	{ "admin-not", "sousede: {1} is no admin; see: sousede admin list" },
	{ "admin-last", "sousede: {1} is the only admin. Add another one first: sousede admin add MAIL" },
	{ "admin-removed", "{1} is no longer an admin of this site." },
	{ "pages-good", "The pages reach the database." },
	{ "pages-bad", "The pages do not reach the database: {1}. See [db] of the settings." },
	{ "account-good", "The program for accounts reaches the database." },
	{ "account-bad", "The program for accounts does not reach the database: {1}. See account_user and account_password in [db]." },
	{ "desk-good", "The desk of admins reaches the database." },
	{ "desk-bad", "The desk of admins does not reach the database: {1}. See admin_user and admin_password in [db]." },
	{ "jobs-good", "The jobs reach the database." },
	{ "jobs-bad", "The jobs do not reach the database: {1}. See jobs_user and jobs_password in [db]." },
	{ "schema-good", "The database has the newest shape." },
	{ "schema-bad", "The database lacks migrations: {1}. Run schema/migrate, then schema/grants.sql." },
	{ "keys-good", "What is sealed can be opened." },
	{ "keys-bad", "The keys cannot be used ({1}). The file must be there, readable for the site and for nobody else: sousede key new" },
	{ "sheets-good", "The sheets of the pages are there." },
	{ "sheets-bad", "{1} cannot be read. See share in [site], and make install." },
	{ "mail-good", "Letters can leave." },
	{ "mail-bad", "Letters cannot leave: {1}. See [mail] of the settings." },
	{ "admins-good", "Somebody looks after the site." },
	{ "admins-bad", "Nobody looks after the site. Run: sousede admin add MAIL" },
};

static const char *text_of(const char *code)
{
	for (size_t i = 0; i != sizeof words / sizeof *words; i++)
		if (!strcmp(words[i].code, code))
			return words[i].text;
	panic("sousede has no words for %s", code);
}

void say_(FILE *out, const char *code, const char *const *given)
{
	size_t count = 0;
	while (given[count])
		count++;
	for (const char *c = text_of(code); *c; c++) {
		size_t number = *c == '{' && c[1] ? (size_t)(c[1] - '1') : count;
		if (number >= count || c[2] != '}') {
			fputc(*c, out);
			continue;
		}
		fputs(given[number], out);
		c += 2;
	}
	fputc('\n', out);
}
