/*
 * What proves an organisation: somebody reads mail at the domain of its web (a code of ten characters). Who vouches and who saw
 * its documents stands in organisation.c, the register is asked by jobs (flows.md E4).
 */
#include "../web/contact.h"
#include "../web/outbox.h"
#include "../web/seal.h"
#include "../web/trust.h"
#include "org.h"

enum { CODE_DAYS = 7, TRIES = 5 };
enum { BOX };
const struct field box_fields[] = { [BOX] = { .name = "schranka", .type = FIELD_MAIL, .high = 254, .required = true }, { 0 } };
enum { CODE };
const struct field proof_fields[] = { [CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 20, .required = true }, { 0 } };

/* Where anybody has a mailbox, or only a page: reading mail there says nothing about the organisation. */
static const char *const shared_domains[] = {
	"seznam.cz", "email.cz", "post.cz", "spoluzaci.cz", "stream.cz", "centrum.cz", "atlas.cz", "volny.cz", "tiscali.cz", "quick.cz", "iol.cz", "zoznam.sk",
	"azet.sk", "centrum.sk", "gmail.com", "googlemail.com", "google.com", "outlook.com", "outlook.cz", "hotmail.com", "live.com", "msn.com", "yahoo.com",
	"icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "gmx.com", "gmx.net", "gmx.de", "web.de", "mail.com", "ukr.net", "i.ua",
	"facebook.com", "instagram.com", "wixsite.com", "webnode.cz", "webnode.page", "blogspot.com", "wordpress.com", "github.io", "estranky.cz", NULL,
};

static bool shared(const char *domain)
{
	size_t n = strlen(domain);
	for (const char *const *known = shared_domains; *known; known++) {
		size_t k = strlen(*known);
		if (n >= k && !strcmp(domain + n - k, *known) && (n == k || domain[n - k - 1] == '.'))
			return true;
	}
	return false;
}

const char *proof_domain(struct req *r, const char *web)
{
	const char *host = web ? strstr(web, "://") : NULL;
	if (!host)
		return NULL;
	host += 3;
	if (!strncasecmp(host, "www.", 4))
		host += 4;
	size_t n = strcspn(host, "/:?#@");
	const char *mail = host[n] == '@' ? NULL : contact_normalise(r->mem, "mail", talloc_asprintf(r->mem, "posta@%.*s", (int)n, host));
	return mail && !shared(strchr(mail, '@') + 1) ? strchr(mail, '@') + 1 : NULL;
}

struct proof {
	const char *web, *domain;
	int64_t tries;
	time_t until;
	unsigned char hash[SEAL_BYTES];
};

static void proof_load(struct req *r, const struct organisation *o, struct proof *p)
{
	static const struct column columns[] = {
		{ "web", COLUMN_TEXT, offsetof(struct proof, web) },
		{ "domain", COLUMN_TEXT, offsetof(struct proof, domain) },
		{ "tries", COLUMN_INT, offsetof(struct proof, tries) },
		{ "until", COLUMN_TIME, offsetof(struct proof, until) },
		{ "hash", COLUMN_BYTES32, offsetof(struct proof, hash) },
		{ 0 },
	};
	*p = (struct proof){ 0 };
	db_one(r->mem, p, columns,
	       "SELECT o.web, c.domain, c.tries, c.until, c.hash FROM organisation o LEFT JOIN organisation_code c ON c.organisation_id = o.id WHERE o.id = ?"
	       " FOR UPDATE", I(o->id));
}

static bool waits(const struct organisation *o)
{
	return !strcmp(o->state, "active_unverified") || !strcmp(o->state, "submitted") || !strcmp(o->state, "returned");
}

/* On the desk: the domain that would prove, and the code under way. */
void proof_add(struct req *r, const struct organisation *o)
{
	struct proof p;
	proof_load(r, o, &p);
	const char *domain = proof_domain(r, p.web);
	if (!domain || !waits(o) || db_number(0, "SELECT legal_form = 'informal' OR proof_at IS NOT NULL FROM organisation WHERE id = ?", I(o->id)))
		return;
	xmlNode *proof = page_add(r->page, "proof", NULL);
	page_set(proof, "domain", domain);
	if (p.domain && p.until > time_now())
		page_time(proof, "until", p.until);
}

/* The desk of a waiting organisation in the hands of its admin; else the status. */
static int begin(struct req *r, struct organisation *o)
{
	if (!organisation_load(r, o))
		return NOT_FOUND;
	if (!organisation_manages(r, o))
		return FORBIDDEN;
	return waits(o) && !db_number(0, "SELECT proof_at IS NOT NULL FROM organisation WHERE id = ?", I(o->id)) ? 0 : CONFLICT;
}

static int again(struct req *r, const struct organisation *o)
{
	desk_add(r, o);
	return invalid(r);
}

int proof_send(struct req *r)
{
	struct value *box = &r->values[BOX];
	struct organisation o;
	struct proof p;
	unsigned char hash[SEAL_BYTES];
	char code[ORG_CODE_SIZE];
	int status = begin(r, &o);
	if (status)
		return status;
	if (throttle_hit(r, "claim", o.slug))
		return too_many(r);
	proof_load(r, &o, &p);
	const char *domain = proof_domain(r, p.web), *mail = box->error ? NULL : contact_normalise(r->mem, "mail", box->text);
	if (!domain)
		return CONFLICT;
	if (!box->error && (!mail || strcmp(strchr(mail, '@') + 1, domain)))
		form_error(r, box, "schranka", "domain");
	if (box->error)
		return again(r, &o);
	code_make(code, hash);
	db_exec("REPLACE INTO organisation_code (organisation_id, domain, hash, until) VALUES (?, ?, ?, ?)", I(o.id), S(domain), B(hash, sizeof hash),
		T(time_now() + CODE_DAYS * DAY));
	outbox_to(r, "org.proof", o.id, "mail", mail, r->lang, "code", code, "name", o.name, "who", r->person.name, "link",
		  link_to(r, "/organizace/%s/sprava", o.slug));
	organisation_event(r, &o, "organisation.manage", o.state, "proof_sent", domain);
	return desk_again(r, "org-proof-sent", &o);
}

/* A wrong code counts even though the page is refused. */
static int wrong(struct req *r, const struct organisation *o, const struct proof *p)
{
	if (p->tries + 1 >= TRIES) {
		db_exec("DELETE FROM organisation_code WHERE organisation_id = ?", I(o->id));
		organisation_event(r, o, "organisation.manage", o->state, "proof_failed", NULL);
		return desk_again(r, "org-proof-failed", o);
	}
	db_exec("UPDATE organisation_code SET tries = tries + 1 WHERE organisation_id = ?", I(o->id));
	db_commit();
	db_begin();
	form_error(r, &r->values[CODE], "kod", "code");
	return again(r, o);
}

/* The web may have changed meanwhile: the code proves the domain it went to, and only that one. */
int proof_code(struct req *r)
{
	unsigned char hash[SEAL_BYTES];
	struct organisation o;
	struct proof p;
	int status = begin(r, &o);
	if (status)
		return status;
	proof_load(r, &o, &p);
	const char *domain = proof_domain(r, p.web);
	if (!p.domain || p.until <= time_now() || !domain || strcmp(domain, p.domain))
		return CONFLICT;
	if (r->values[CODE].error)
		return again(r, &o);
	code_hash(r, hash, r->values[CODE].text);
	if (!seal_equal(hash, p.hash, sizeof hash))
		return wrong(r, &o, &p);
	db_exec("DELETE FROM organisation_code WHERE organisation_id = ?", I(o.id));
	db_exec("UPDATE organisation SET proof_domain = ?, proof_at = ? WHERE id = ?", S(domain), T(time_now()), I(o.id));
	organisation_event(r, &o, "organisation.manage", o.state, "proof", domain);
	organisation_proven(r, &o);
	return desk_again(r, "org-proof", &o);
}
