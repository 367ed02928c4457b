/* Passwords people choose: what may not be one, and the hash that is kept. */
#include <ctype.h>
#include "account/account.h"

enum { CORE_LEAST = 4, LINE_BYTES = 80 };

/* Digits and signs that stand for letters in passwords: p4$$w0rd is password. */
static char plain(char c)
{
	static const char from[] = "01345789@$!|", to[] = "oleastbgasil";
	const char *at = c ? strchr(from, c) : NULL;
	return at ? to[at - from] : c;
}

static bool letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Folded, in one word. */
static const char *row_of(const void *mem, const char *text)
{
	const char *folded = text_fold(mem, text);
	char *out = talloc_zero_size(mem, strlen(folded) + 1), *to = out;
	for (const char *c = folded; *c; c++)
		if (*c != ' ')
			*to++ = *c;
	return out;
}

/* Without what was hung before and behind: "Heslo1234!" and "..h3sl0" are both "heslo". */
static const char *core(const void *mem, const char *password, bool read)
{
	char *inner = talloc_strdup(mem, password);
	while (*inner && !letter(*inner))
		inner++;
	for (size_t n = strlen(inner); n && !letter(inner[n - 1]);)
		inner[--n] = '\0';
	for (char *c = inner; read && *c; c++)
		*c = plain(*c);
	return row_of(mem, inner);
}

/* One piece over and over, or the keys in a row: nothing to remember, nothing to guess. */
static bool lazy(const char *text)
{
	static const char *const rows[] = { "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
					    "qwertzuiopasdfghjklyxcvbnm", "1q2w3e4r5t6z7u8i9o0p", "1qay2wsx3edc4rfv5tgb6zhn" };
	size_t n = strlen(text);
	if (n < CORE_LEAST)
		return false;
	for (size_t piece = 1; piece <= n / 2; piece++)
		if (n % piece == 0 && !memcmp(text, text + piece, n - piece))
			return true;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (n && strstr(rows[i], text))
			return true;
	return false;
}

/* True when the word is in the list, once or repeated. */
static bool listed(const char *word)
{
	char line[LINE_BYTES];
	size_t length = strlen(word);
	void *mem = talloc_new(NULL);
	FILE *file = fopen(talloc_asprintf(mem, "%s/schema/passwords.txt", conf.share), "re");
	bool found = false;
	if (!file)
		panic("no list of common passwords in %s/schema", conf.share);
	while (!found && fgets(line, sizeof line, file)) {
		size_t n = strcspn(line, "\n");
		found = *line != '#' && n && length >= n && length % n == 0 && !memcmp(word, line, n) && !memcmp(word, word + n, length - n);
	}
	fclose(file);
	talloc_free(mem);
	return found;
}

static bool common(const void *mem, const char *password)
{
	const char *whole = row_of(mem, password), *bare = core(mem, password, false), *read = core(mem, password, true);
	return lazy(whole) || lazy(bare) || lazy(read) || listed(whole) || listed(bare) || listed(read);
}

/* Little more than a name or an address of one's own. */
static bool own(const void *mem, const char *password, const char *about)
{
	const char *bare = core(mem, password, false);
	char *words = talloc_strdup(mem, text_fold(mem, about)), *rest = words;
	for (const char *word; (word = strsep(&rest, " "));)
		if (strlen(word) >= CORE_LEAST && strstr(bare, word) && strlen(bare) < strlen(word) + CORE_LEAST)
			return true;
	return false;
}

const char *password_wrong(struct req *r, const char *password, const char *about)
{
	if (strlen(password) > PASSWORD_MOST)
		return "too-long";
	if (text_length(password) < PASSWORD_LEAST)
		return "too-short";
	return common(r->mem, password) ? "common" : own(r->mem, password, about) ? "own" : NULL;
}

void password_keep(struct req *r, int64_t person, const char *password)
{
	db_exec("REPLACE INTO credential (person_id, password_hash, changed_at) VALUES (?, ?, ?)", I(person), S(seal_password(r->mem, password)),
		T(time_now()));
}

bool password_right(struct req *r, int64_t person, const char *password)
{
	struct {
		const char *hash;
	} row = { 0 };
	static const struct column columns[] = { { "password_hash", COLUMN_TEXT, 0 }, { 0 } };
	bool stale;
	db_one(r->mem, &row, columns, "SELECT password_hash FROM credential WHERE person_id = ?", I(person));
	bool right = seal_password_fits(row.hash, password, &stale);
	if (right && stale)
		db_exec("UPDATE credential SET password_hash = ? WHERE person_id = ?", S(seal_password(r->mem, password)), I(person));
	return right;
}
