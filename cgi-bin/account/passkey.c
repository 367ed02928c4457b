/* Passkeys: keys that devices keep and unlock by finger, face or PIN. A second step beside codes of an app, or both steps at once. */
#include "account/account.h"
#include "account/webauthn.h"
#include "web/repeat.h"

enum { LABEL, PASSWORD, CLIENT, DEVICE };
const struct field passkey_fields[] = {
	[LABEL] = { .name = "nazev", .type = FIELD_TEXT, .high = 60, .required = true },
	[PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	[CLIENT] = { .name = "udaje", .type = FIELD_HIDDEN, .high = 4000 },
	[DEVICE] = { .name = "zarizeni", .type = FIELD_HIDDEN, .high = 8000 },
	{ 0 },
};
enum { END_PASSWORD };
const struct field passkey_end_fields[] = {
	[END_PASSWORD] = { .name = "heslo", .type = FIELD_SECRET, .high = PASSWORD_MOST, .required = true },
	{ 0 },
};
const struct field passkey_use_fields[] = {
	[KEY_STEP] = { .name = "krok", .type = FIELD_HIDDEN, .high = 400 },
	[KEY_BACK] = { .name = "zpet", .type = FIELD_HIDDEN, .high = 300 },
	[KEY_ID] = { .name = "klic", .type = FIELD_HIDDEN, .high = 2046 },
	[KEY_CLIENT] = { .name = "udaje", .type = FIELD_HIDDEN, .high = 4000 },
	[KEY_DEVICE] = { .name = "zarizeni", .type = FIELD_HIDDEN, .high = 4000 },
	[KEY_SIGNATURE] = { .name = "podpis", .type = FIELD_HIDDEN, .high = 1200 },
	[KEY_OWNER] = { .name = "osoba", .type = FIELD_HIDDEN, .high = 128 },
	{ 0 },
};

enum { CHALLENGE_SECONDS = 600, PASSKEYS_MOST = 10 };
static const char created[] = "webauthn.create", used[] = "webauthn.get";

/* A stored key, as it is found by its id. */
struct row {
	int64_t id, person, algorithm, counter;
	struct db_bytes point;
};

static const char *host(struct req *r)
{
	return must(talloc_strndup(r->mem, conf.host, strcspn(conf.host, ":")));
}

static const char *origin(struct req *r)
{
	return must(talloc_strndup(r->mem, conf.base, strlen(conf.base) - strlen(conf.root)));
}

static struct webauthn_bytes sent(struct req *r, const struct value *v)
{
	size_t n = strlen(v->text) / 2;
	unsigned char *bytes = must(talloc_zero_size(r->mem, n + 1));
	return (struct webauthn_bytes){ bytes, !v->error && text_unhex(bytes, n, v->text) ? n : 0 };
}

/* What a device calls the person: says nothing to anybody else. */
static const char *owner(struct req *r, int64_t person)
{
	unsigned char mark[SEAL_BYTES];
	seal_index(mark, "passkey-owner", talloc_asprintf(r->mem, "%" PRId64, person));
	return text_hex(r->mem, mark, sizeof mark);
}

int64_t passkey_count(int64_t person)
{
	return db_number(0, "SELECT COUNT(*) FROM second_factor WHERE person_id = ? AND kind = 'passkey'", I(person));
}

/* ---- the challenge: a text under seal that says for whom and how long, so that nothing is kept until it comes back; then it is used up */

static const char *challenge_make(struct req *r, const char *type, int64_t person)
{
	struct seal_text s = seal_close(r->mem, type, talloc_asprintf(r->mem, "%" PRId64 " %" PRId64 " %" PRId64, person, r->person.session,
								      (int64_t)time_now() + CHALLENGE_SECONDS));
	return text_hex(r->mem, s.bytes, s.length);
}

static bool challenge_use(struct req *r, const char *type, int64_t person, struct webauthn_bytes client)
{
	struct webauthn_bytes challenge;
	int64_t whose, session, until;
	if (!webauthn_client(r->mem, client, type, origin(r), &challenge))
		return false;
	const char *text = seal_open_text(r->mem, type, challenge.bytes, challenge.length);
	return text && sscanf(text, "%" SCNd64 " %" SCNd64 " %" SCNd64, &whose, &session, &until) == 3 && whose == person && session == r->person.session &&
	       until > time_now() && repeat_first("passkey", challenge.bytes, challenge.length);
}

static void offer_key(struct req *r, const char *type, int64_t person)
{
	xmlNode *node = page_add(r->page, "passkey", NULL);
	page_set(node, "act", type + strlen("webauthn."));
	page_set(node, "host", host(r));
	page_set(node, "challenge", challenge_make(r, type, person));
	if (!person)
		return;
	page_set(node, "owner", owner(r, person));
	page_set(node, "app", factor_app_set(person) ? "yes" : NULL);
	db_rows(r->mem, node, "key", "SELECT LOWER(HEX(credential)) AS `.` FROM second_factor WHERE person_id = ? AND kind = 'passkey' ORDER BY id", I(person));
}

void passkey_offer(struct req *r, int64_t person)
{
	if (!person || passkey_count(person))
		offer_key(r, used, person);
}

int passkey_refused(struct req *r)
{
	for (xmlNode *node = r->page->children; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, "passkey"))
			page_set(node, "failed", "yes");
	return invalid(r);
}

/* ---- using one */

static bool row_find(struct req *r, struct row *row, int64_t person)
{
	static const struct column columns[] = { { "id", COLUMN_INT, offsetof(struct row, id) },
						 { "person_id", COLUMN_INT, offsetof(struct row, person) },
						 { "algorithm", COLUMN_INT, offsetof(struct row, algorithm) },
						 { "counter", COLUMN_INT, offsetof(struct row, counter) },
						 { "secret", COLUMN_BYTES, offsetof(struct row, point) }, { 0 } };
	struct webauthn_bytes id = sent(r, &r->values[KEY_ID]);
	unsigned char hash[SEAL_BYTES];
	seal_hash(hash, id.bytes, id.length);
	return id.length &&
	       db_one(r->mem, row, columns, "SELECT id, person_id, algorithm, counter, secret FROM second_factor WHERE credential_hash = ? AND kind = 'passkey' FOR UPDATE",
		      B(hash, sizeof hash)) &&
	       (!person || row->person == person);
}

/* Devices may say whose key it is; one that was asked for nobody's in particular must. */
static bool owner_fits(struct req *r, const struct row *row, bool asked)
{
	const char *said = r->values[KEY_OWNER].text;
	return *said ? !strcmp(said, owner(r, row->person)) : !asked;
}

/* A counter that does not grow: there are two of this key. The note of it stays although the request is refused. */
static bool copied(struct req *r, const struct row *row, int64_t counter)
{
	if (counter > row->counter || (!counter && !row->counter))
		return false;
	db_rollback();
	account_log(r, row->person, "account.factor", "passkey refused, its counter fell");
	log_line("passkey", "key=%" PRId64 " counter=%" PRId64 " was=%" PRId64, row->id, counter, row->counter);
	db_begin();
	return true;
}

int64_t passkey_signer(struct req *r, int64_t person)
{
	const struct value *v = r->values;
	struct webauthn_bytes client = sent(r, &v[KEY_CLIENT]);
	struct row row;
	int64_t counter;
	if (!row_find(r, &row, person) || !owner_fits(r, &row, !person) || !challenge_use(r, used, person, client))
		return 0;
	struct webauthn_key key = { .point = { row.point.bytes, row.point.length }, .algorithm = row.algorithm };
	if (!webauthn_signed(&key, client, sent(r, &v[KEY_DEVICE]), sent(r, &v[KEY_SIGNATURE]), host(r), !person, &counter) || copied(r, &row, counter))
		return 0;
	db_exec("UPDATE second_factor SET counter = ?, used_at = ? WHERE id = ?", I(counter), T(time_now()), I(row.id));
	return row.person;
}

/* ---- one's own list */

static void told(struct req *r, int64_t key, const char *what, const char *label)
{
	outbox(r, "account.passkey", key, r->person.id, "what", what, "name", label, "link", talloc_asprintf(r->mem, "%s/ucet/klice", conf.base));
	account_log(r, r->person.id, "account.factor", !strcmp(what, "added") ? "passkey added" : "passkey removed");
}

/* Who has a second factor changes it only with it; the password alone would be no second. */
static bool too_weak(struct req *r)
{
	return factor_set(r->person.id) && !r->person.strong;
}

static int list_show(struct req *r)
{
	r->personal = true;
	page_set(page_add(r->page, "mine", NULL), "mail", contact_own(r, "mail") ? address_masked(r, contact_own(r, "mail")) : r->person.name);
	int count = db_rows(r->mem, r->page, "mykey",
			    "SELECT id AS `@id`, label AS name, created_at AS since, used_at AS seen FROM second_factor WHERE person_id = ? AND kind = 'passkey' ORDER BY id",
			    I(r->person.id));
	if (count < PASSKEYS_MOST)
		offer_key(r, created, r->person.id);
	return OK;
}

int passkey_page(struct req *r)
{
	return too_weak(r) ? see_other(r, "/ucet/overeni?zpet=%%2Fucet%%2Fklice") : list_show(r);
}

/* The id of the new row; 0 when it was not as it should be, or the key is there already. */
static int64_t keep(struct req *r)
{
	struct webauthn_key key;
	unsigned char hash[SEAL_BYTES];
	const struct value *v = r->values;
	if (!challenge_use(r, created, r->person.id, sent(r, &v[CLIENT])) || !webauthn_created(r->mem, sent(r, &v[DEVICE]), host(r), &key))
		return 0;
	seal_hash(hash, key.id.bytes, key.id.length);
	int64_t id = db_exec("INSERT INTO second_factor (person_id, kind, label, secret, credential_hash, credential, algorithm, counter, created_at)"
			     " VALUES (?, 'passkey', ?, ?, ?, ?, ?, ?, ?)",
			     I(r->person.id), S(v[LABEL].text), B(key.point.bytes, key.point.length), B(hash, sizeof hash), B(key.id.bytes, key.id.length),
			     I(key.algorithm), I(key.counter), T(time_now()));
	return id == DB_DUPLICATE ? 0 : id;
}

int passkey_add(struct req *r)
{
	struct value *v = r->values;
	if (password_tried(r))
		return too_many(r);
	if (too_weak(r) || passkey_count(r->person.id) >= PASSKEYS_MOST)
		return see_other(r, "/ucet/klice");
	bool asked = !v[LABEL].error && password_asked(r, &v[PASSWORD], "heslo");
	int64_t id = asked ? keep(r) : 0;
	if (!id) {
		list_show(r);
		return asked ? passkey_refused(r) : invalid(r);
	}
	told(r, id, "added", v[LABEL].text);
	session_begin(r, r->person.id, true);
	return factor_added(r, "passkey-added", "/ucet/klice");
}

static const char *label_show(struct req *r)
{
	struct {
		const char *label;
	} row;
	static const struct column columns[] = { { "label", COLUMN_TEXT, 0 }, { 0 } };
	r->personal = true;
	if (!db_one(r->mem, &row, columns, "SELECT label FROM second_factor WHERE id = ? AND person_id = ? AND kind = 'passkey'", I(r->number), I(r->person.id)))
		return NULL;
	xmlNode *node = page_add(r->page, "mykey", NULL);
	page_set_number(node, "id", r->number);
	page_set(node, "last", factor_count(r->person.id) == 1 ? "yes" : NULL);
	page_add(node, "name", row.label);
	return row.label;
}

int passkey_end_page(struct req *r)
{
	return too_weak(r) ? see_other(r, "/ucet/overeni?zpet=%%2Fucet%%2Fklice") : label_show(r) ? OK : NOT_FOUND;
}

int passkey_end(struct req *r)
{
	const char *label = label_show(r);
	if (password_tried(r))
		return too_many(r);
	if (too_weak(r))
		return FORBIDDEN;
	if (!label)
		return NOT_FOUND;
	if (!password_asked(r, &r->values[END_PASSWORD], "heslo"))
		return invalid(r);
	db_exec("DELETE FROM second_factor WHERE id = ? AND person_id = ?", I(r->number), I(r->person.id));
	told(r, r->number, "removed", label);
	flash(r, "passkey-removed");
	if (factor_set(r->person.id))
		return see_other(r, "/ucet/klice");
	factor_forget(r);
	return see_other(r, "/ucet/overeni");
}

/* Each of them is told of when all go at once. */
void passkeys_told(struct req *r)
{
	struct gone {
		int64_t id;
		const char *label;
	} *rows;
	static const struct column columns[] = { { "id", COLUMN_INT, offsetof(struct gone, id) }, { "label", COLUMN_TEXT, offsetof(struct gone, label) }, { 0 } };
	size_t count = db_all(r->mem, &rows, sizeof *rows, columns, "SELECT id, label FROM second_factor WHERE person_id = ? AND kind = 'passkey'", I(r->person.id));
	for (size_t i = 0; i < count; i++)
		told(r, rows[i].id, "removed", rows[i].label);
}
