/*
 * A town takes its page over: listed → claimed → code_sent → verified → suspended | handed_over, and back to listed (flows.md E4).
 * The table allows one who asks and one who holds (town_claim.one_open, one_holds); a row is locked before it is judged.
 */
#include "../account/leave.h"
#include "../web/outbox.h"
#include "../web/seal.h"
#include "../web/trust.h"
#include "org.h"

enum { CODE_DAYS = 30, VOTE_DAYS = 14, TRIES = 5 };
enum { DUTY };
const struct field claim_fields[] = { [DUTY] = { .name = "funkce", .type = FIELD_TEXT, .high = 80, .required = true }, { 0 } };
enum { CODE };
const struct field code_fields[] = { [CODE] = { .name = "kod", .type = FIELD_TEXT, .high = 20, .required = true }, { 0 } };
enum { WAY };
static const char *const ways[] = { "datova-schranka", "posta", NULL };
const struct field way_fields[] = { [WAY] = { .name = "zpusob", .type = FIELD_CHOICE, .allowed = ways, .required = true }, { 0 } };
enum { VOTE };
static const char *const votes[] = { "ano", "ne", NULL };
const struct field vote_fields[] = { [VOTE] = { .name = "hlas", .type = FIELD_CHOICE, .allowed = votes, .required = true }, { 0 } };
enum { REASON };
const struct field reason_fields[] = { [REASON] = { .name = "duvod", .type = FIELD_LONG, .high = 500, .required = true }, { 0 } };

struct claim {
	int64_t id, person, tries;
	const char *state;
	bool rival, accepted, voted;
	time_t code_until, vote_until;
	unsigned char code[SEAL_BYTES];
};
static const struct column columns[] = {
	{ "id", COLUMN_INT, offsetof(struct claim, id) },
	{ "person_id", COLUMN_INT, offsetof(struct claim, person) },
	{ "tries", COLUMN_INT, offsetof(struct claim, tries) },
	{ "state", COLUMN_TEXT, offsetof(struct claim, state) },
	{ "rival", COLUMN_BOOL, offsetof(struct claim, rival) },
	{ "accepted", COLUMN_BOOL, offsetof(struct claim, accepted) },
	{ "voted", COLUMN_BOOL, offsetof(struct claim, voted) },
	{ "code_until", COLUMN_TIME, offsetof(struct claim, code_until) },
	{ "vote_until", COLUMN_TIME, offsetof(struct claim, vote_until) },
	{ "code_hash", COLUMN_BYTES32, offsetof(struct claim, code) },
	{ 0 },
};
#define CLAIM                                                                                                                               \
	"SELECT id, person_id, tries, state, rival, accepted, accepted IS NOT NULL AS voted, code_until, vote_until, code_hash FROM town_claim"

static bool claim_open(struct req *r, struct claim *c)
{
	return db_one(r->mem, c, columns, CLAIM " WHERE open_town = ? FOR UPDATE", I(r->town.code));
}

static bool claim_held(struct req *r, struct claim *c)
{
	return db_one(r->mem, c, columns, CLAIM " WHERE held_town = ? FOR UPDATE", I(r->town.code));
}

static const char *here(struct req *r)
{
	return link_to(r, "/%s/prevzit", r->town.slug);
}

static void event(struct req *r, const char *action, const char *from, const char *to, const char *reason, const char *note)
{
	event_log_add(r, "town", r->town.code, action, from, to, reason, note);
}

/* ---- the page ---- */

static void claims_add(struct req *r)
{
	bool insider = may(r, "town.people", false) || may(r, "town.decide", false);
	db_rows(r->mem, r->page, "claim",
		"SELECT c.id AS `@id`, c.state AS `@state`, c.way AS `@way`, IF(c.rival, 'yes', NULL) AS `@rival`, IF(c.person_id = ?, 'yes', NULL) AS `@mine`,"
		" IF(c.rival AND c.accepted IS NULL AND c.vote_until > ?, 'yes', NULL) AS `@voting`, IF(c.accepted, 'yes', NULL) AS `@accepted`,"
		" IF(? OR c.person_id = ?, p.name, NULL) AS who, IF(? OR c.person_id = ?, c.duty, NULL) AS duty, c.asked_at AS asked, c.code_until AS `until`,"
		" c.verified_at AS verified, c.check_on AS `check`, c.vote_until AS vote,"
		" (SELECT IF(yes, 'yes', 'no') FROM claim_vote WHERE claim_id = c.id AND person_id = ?) AS `@said`"
		"  FROM town_claim c JOIN person p ON p.id = c.person_id WHERE c.town_code = ? AND (c.open_town IS NOT NULL OR c.held_town IS NOT NULL)"
		" ORDER BY c.open_town IS NULL",
		I(r->person.id), T(time_now()), I(insider), I(r->person.id), I(insider), I(r->person.id), I(r->person.id), I(r->town.code));
	db_rows(r->mem, r->page, "office", "SELECT official_mail AS mail FROM town WHERE code = ?", I(r->town.code));
	static const char *const actions[] = { "town.claim", "town.people", "town.people.edit", "town.decide", "level.grant", NULL };
	for (const char *const *action = actions; *action; action++)
		offer(r, *action, false);
}

int claim_page(struct req *r)
{
	form_add(r, code_fields);
	if (may(r, "town.decide", false))
		form_add(r, reason_fields);
	claims_add(r);
	return OK;
}

static int quicker(struct req *r)
{
	claims_add(r);
	return conflict(r);
}

/* ---- listed → claimed → code_sent ---- */

static const char *official_mail(struct req *r)
{
	struct {
		const char *mail;
	} row = { 0 };
	static const struct column mail_columns[] = { { "mail", COLUMN_TEXT, 0 }, { 0 } };
	db_one(r->mem, &row, mail_columns, "SELECT official_mail AS mail FROM town WHERE code = ?", I(r->town.code));
	return row.mail && *row.mail ? row.mail : NULL;
}

static void code_store(const struct claim *c, const unsigned char *hash, const char *way)
{
	db_exec("UPDATE town_claim SET state = 'code_sent', way = ?, code_hash = ?, tries = 0, code_until = ? WHERE id = ?", S(way), B(hash, SEAL_BYTES),
		T(time_now() + CODE_DAYS * DAY), I(c->id));
}

/* The code goes to the office, not to who asks: only who reads its mail can answer. */
static void code_mail(struct req *r, const struct claim *c, const char *mail)
{
	unsigned char hash[SEAL_BYTES];
	char code[ORG_CODE_SIZE];
	code_make(code, hash);
	code_store(c, hash, "mail");
	outbox_to(r, "org.code", c->id, "mail", mail, "cs", "code", code, "town", r->town.name, "who", r->person.name, "link", here(r));
	event(r, "town.claim", "claimed", "code_sent", NULL, "mail");
}

static void claim_tell(struct req *r, const struct claim *c, const char *duty)
{
	const char *const asked[] = { "town", r->town.name, "who", r->person.name, "duty", duty, "link", here(r), NULL, NULL };
	const char *const rival[] = { "town", r->town.name, "who", r->person.name, "until", time_day(r->mem, c->vote_until), "link", here(r), NULL, NULL };
	tell_site(r, "org.claimed", c->id, ADMIN, asked);
	if (c->rival)
		tell_town(r, "org.rival", c->id, r->town.code, rival);
}

int claim_begin(struct req *r)
{
	const struct value *v = r->values;
	struct claim held, c = { .state = "claimed", .person = r->person.id };
	if (throttle_hit(r, "claim", r->town.slug))
		return too_many(r);
	c.rival = claim_held(r, &held);
	if (v[DUTY].error) {
		claims_add(r);
		return invalid(r);
	}
	if (r->person.roles & TOWN_ADMIN)
		return quicker(r);
	c.vote_until = c.rival ? time_now() + VOTE_DAYS * DAY : -1;
	c.id = db_exec("INSERT INTO town_claim (town_code, person_id, state, duty, rival, vote_until, asked_at) VALUES (?, ?, 'claimed', ?, ?, ?, ?)",
		       I(r->town.code), I(r->person.id), S(v[DUTY].text), I(c.rival), T(c.vote_until), T(time_now()));
	if (c.id == DB_DUPLICATE)
		return quicker(r);
	event(r, "town.claim", c.rival ? held.state : "listed", "claimed", c.rival ? "rival" : NULL, NULL);
	claim_tell(r, &c, v[DUTY].text);
	if (!c.rival && official_mail(r))
		code_mail(r, &c, official_mail(r));
	flash(r, "org-claimed");
	return see_other(r, "/%s/prevzit", r->town.slug);
}

/* By data box or post: the site's admin prints the letter, the code is seen this once. A rival whom the admins did not accept comes only this way. */
int claim_send(struct req *r)
{
	const struct value *v = r->values;
	struct claim c;
	unsigned char hash[SEAL_BYTES];
	char code[ORG_CODE_SIZE];
	if (!claim_open(r, &c) || (c.rival && !c.voted && c.vote_until > time_now()))
		return CONFLICT;
	if (v[WAY].error)
		return BAD_REQUEST;
	/* A letter by post could be caught in the office by whoever fights over it; the data box has one holder. */
	if (c.rival && !c.accepted && v[WAY].number)
		return CONFLICT;
	const char *way = v[WAY].number ? "post" : "data_box";
	code_make(code, hash);
	code_store(&c, hash, way);
	event(r, "town.decide", c.state, "code_sent", NULL, way);
	xmlNode *letter = page_add(r->page, "letter", NULL);
	page_set(letter, "code", code);
	page_set(letter, "way", way);
	page_time(letter, "until", time_now() + CODE_DAYS * DAY);
	return OK;
}

/* ---- code_sent → verified | listed ---- */

void town_official(struct req *r, int64_t town, bool official)
{
	db_exec("UPDATE town SET official = ? WHERE code = ?", I(official), I(town));
	trust_body(r->mem, town, 0);
	db_exec("UPDATE board SET revision = revision + 1, changed_at = ? WHERE town_code = ?", T(time_now()), I(town));
}

static int over(struct req *r, const struct claim *c, const char *reason, const char *said)
{
	db_exec("UPDATE town_claim SET state = 'listed', code_hash = NULL WHERE id = ?", I(c->id));
	event(r, "town.claim", c->state, "listed", reason, NULL);
	tell_site(r, "org.news", c->id, MODERATOR | ADMIN, NEWS(talloc_asprintf(r->mem, "claim-%s", reason), r->town.name, NULL, here(r)));
	if (c->person != r->person.id || !strcmp(reason, "failed"))
		tell(r, "org.news", c->id, c->person, NEWS(talloc_asprintf(r->mem, "claim-%s", reason), r->town.name, NULL, here(r)));
	flash(r, said);
	return see_other(r, "/%s/prevzit", r->town.slug);
}

/* Whoever the admins did not accept, and who still proved the data box, takes the town from them. */
static void predecessor_ends(struct req *r, const struct claim *c)
{
	struct claim old;
	if (!claim_held(r, &old))
		return;
	db_exec("UPDATE town_claim SET state = 'handed_over' WHERE id = ?", I(old.id));
	event(r, "town.claim", old.state, "handed_over", c->accepted ? "accepted" : "data_box", NULL);
	tell_town(r, "org.news", c->id, r->town.code, NEWS("town-handed-over", r->town.name, NULL, here(r)));
	if (!c->accepted)
		db_exec("UPDATE membership SET roles = roles & ~? WHERE town_code = ? AND roles & ?", I(TOWN_ADMIN), I(r->town.code), I(TOWN_ADMIN));
}

static int verified(struct req *r, const struct claim *c)
{
	const char *const pairs[] = { "town", r->town.name, "link", here(r), NULL, NULL };
	predecessor_ends(r, c);
	db_exec("UPDATE town_claim SET state = 'verified', code_hash = NULL, verified_at = ?, check_on = ? + INTERVAL 1 YEAR WHERE id = ?", T(time_now()),
		S(time_day(r->mem, time_now())), I(c->id));
	db_exec("INSERT INTO membership (person_id, town_code, roles) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE roles = roles | VALUES(roles)",
		I(c->person), I(r->town.code), I(CLERK | TOWN_ADMIN));
	session_renew(c->person);
	town_official(r, r->town.code, true);
	event(r, "town.claim", "code_sent", "verified", NULL, NULL);
	tell_town(r, "org.verified", c->id, r->town.code, pairs);
	tell_site(r, "org.verified", c->id, ADMIN, pairs);
	flash(r, "org-verified");
	return see_other(r, "/%s/prevzit", r->town.slug);
}

/* A wrong code counts even though the page is refused. */
static int wrong(struct req *r, const struct claim *c)
{
	db_exec("UPDATE town_claim SET tries = tries + 1 WHERE id = ?", I(c->id));
	if (c->tries + 1 >= TRIES)
		return over(r, c, "failed", "org-failed");
	db_commit();
	db_begin();
	claims_add(r);
	form_error(r, &r->values[CODE], "kod", "code");
	return invalid(r);
}

int claim_code(struct req *r)
{
	unsigned char hash[SEAL_BYTES];
	struct claim c;
	if (!claim_open(r, &c) || c.person != r->person.id || strcmp(c.state, "code_sent"))
		return quicker(r);
	if (r->values[CODE].error) {
		claims_add(r);
		return invalid(r);
	}
	if (c.code_until <= time_now())
		return over(r, &c, "expired", "org-expired");
	code_hash(r, hash, r->values[CODE].text);
	return seal_equal(hash, c.code, sizeof hash) ? verified(r, &c) : wrong(r, &c);
}

int claim_withdraw(struct req *r)
{
	struct claim c;
	if (!claim_open(r, &c) || c.person != r->person.id)
		return quicker(r);
	return over(r, &c, "withdrawn", "org-withdrawn");
}

/* ---- a rival ---- */

static bool everybody_said_yes(struct req *r, const struct claim *c)
{
	return !db_number(0, "SELECT COUNT(*) FROM membership m LEFT JOIN claim_vote v ON v.claim_id = ? AND v.person_id = m.person_id AND v.yes"
			     " WHERE m.town_code = ? AND m.roles & ? AND v.person_id IS NULL",
			  I(c->id), I(r->town.code), I(TOWN_ADMIN));
}

static void vote_ends(struct req *r, const struct claim *c, bool yes)
{
	const char *mail = official_mail(r);
	db_exec("UPDATE town_claim SET accepted = ? WHERE id = ?", I(yes), I(c->id));
	event(r, "town.claim.vote", "claimed", "claimed", yes ? "accepted" : "refused", NULL);
	if (yes && mail)
		code_mail(r, c, mail);
	else
		tell_site(r, "org.news", c->id, ADMIN, NEWS(yes ? "rival-accepted" : "rival-refused", r->town.name, NULL, here(r)));
	tell(r, "org.news", c->id, c->person, NEWS(yes ? "rival-accepted" : "rival-refused", r->town.name, NULL, here(r)));
}

int claim_vote(struct req *r)
{
	struct claim c;
	bool yes = r->values[VOTE].number == 0;
	if (!claim_open(r, &c) || !c.rival || c.voted || c.vote_until <= time_now())
		return CONFLICT;
	if (r->values[VOTE].error)
		return BAD_REQUEST;
	db_exec("INSERT INTO claim_vote (claim_id, person_id, yes, at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE yes = VALUES(yes), at = VALUES(at)",
		I(c.id), I(r->person.id), I(yes), T(time_now()));
	if (!yes || everybody_said_yes(r, &c))
		vote_ends(r, &c, yes);
	flash(r, "org-voted");
	return see_other(r, "/%s/prevzit", r->town.slug);
}

/* ---- verified and after ---- */

int town_check(struct req *r)
{
	struct claim c;
	bool late;
	if (!claim_held(r, &c))
		return CONFLICT;
	/* Only who was suspended for not answering comes back by answering. */
	late = !strcmp(c.state, "suspended") && db_number(0, "SELECT check_on < ? FROM town_claim WHERE id = ?", S(time_day(r->mem, time_now())), I(c.id));
	if (strcmp(c.state, "verified") && !late)
		return CONFLICT;
	db_exec("UPDATE town_claim SET state = 'verified', check_on = ? + INTERVAL 1 YEAR WHERE id = ?", S(time_day(r->mem, time_now())), I(c.id));
	if (late)
		town_official(r, r->town.code, true);
	event(r, "town.check", c.state, "verified", NULL, NULL);
	flash(r, "org-checked");
	return see_other(r, "/%s/prevzit", r->town.slug);
}

static int hold_change(struct req *r, const char *from, const char *to, const char *reason, const char *what)
{
	struct claim c;
	if (!claim_held(r, &c) || strcmp(c.state, from))
		return CONFLICT;
	db_exec("UPDATE town_claim SET state = ? WHERE id = ?", S(to), I(c.id));
	town_official(r, r->town.code, !strcmp(to, "verified"));
	event(r, "town.decide", from, to, NULL, reason);
	tell_town(r, "org.news", c.id, r->town.code, NEWS(what, r->town.name, reason, here(r)));
	flash(r, "org-decided");
	return see_other(r, "/%s/prevzit", r->town.slug);
}

int town_suspend(struct req *r)
{
	if (r->values[REASON].error) {
		claims_add(r);
		return invalid(r);
	}
	return hold_change(r, "verified", "suspended", r->values[REASON].text, "town-suspended");
}

int town_restore(struct req *r)
{
	return hold_change(r, "suspended", "verified", NULL, "town-restored");
}

bool town_left(struct req *r)
{
	return leave_town(r->mem, r->town.code, r->person.id);
}
