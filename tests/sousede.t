#!/bin/bash
# The operator's command, sousede(8).
. "${0%/*}/lib.sh"
has() { grep -qF -- "$1" "$T/body"; }

# --- who may do what
run sousede policy
same 'it is done' "$code" 0
ok 'the matrix is the one people agreed to' cmp "$T/body" "$SRC/tests/policy.txt"
for wrong in '' 'policy all' nonsense '--nonsense'; do
	# shellcheck disable=SC2086
	run sousede $wrong
	same "refused: sousede $wrong" "$code" 64
done
ok 'with the way it is used' grep -q 'usage: sousede policy' "$LOG"
run sousede --help
ok "help is printed" has "usage: sousede policy"
same 'help is no failure' "$code" 0

# --- a route without a decided action answers nobody: no program starts with one
for program in "${programs[@]}"; do
	same "$program: every route names an action of the matrix" "$("$BUILD/$program" routes | while read -r _ _ action _; do
		grep -q "^$action " "$SRC/tests/policy.txt" || echo "$action"
	done)" ''
done

# --- the first admin
link() { grep -oE '/odkaz/[0-9a-f]{64}' "$T/body"; }
run sousede admin list
ok 'nobody yet' grep -q 'nobody is an admin yet' "$LOG"
run sousede admin add starostka@example.org 'Jana Nováková'
same 'she is added' "$code" 0
ok 'by name' has 'Jana Nováková is an admin'
ok 'what is left to do is told' has "$BASE/ucet/overeni"
same 'the rights are there' "$(sql "SELECT CONCAT_WS(' ', roles, name, given) FROM person WHERE name = 'Jana Nováková'")" '128 Jana Nováková Jana'
same 'and in the log' "$(sql "SELECT CONCAT_WS(' ', object, state_from, state_to, action, actor_id IS NULL) FROM event_log WHERE action = 'site.admin'")" \
	'person person admin site.admin 1'
link=$(link)
get "$link"
status 200
like 'name="heslo"'
post "$link" heslo='vlastni dlouhe heslo 7'
status 303
post /prihlaseni kdo=starostka@example.org heslo='vlastni dlouhe heslo 7'
status 303
header set-cookie '*__Host-s=*'
get "$link"
post "$link" heslo='cizi dlouhe heslo 77'
status 422

same 'where no letter leaves, none is written' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.admin'")" 0

# Again: the same person, no second link.
run sousede admin add ' STAROSTKA@example.org '
same 'again is no failure' "$code" 0
ok 'she is one already' has 'is an admin already'
not_ok 'a password that is there is not opened by another link' link
same 'one person' "$(sql 'SELECT COUNT(*) FROM person WHERE roles & 128')" 1

# Where letters leave, the link goes by mail, too.
printf '[mail]\nfolder = %s\n' "$T/letters" >>"$SOUSEDE_CONF"
run sousede admin add druha@example.org 'Hana Druhá'
shown=$BASE$(link)
run jobs --once
ok 'the letter has the link that was shown' grep -qxF "$shown" "$T"/letters/*.txt
ok 'and goes to her' grep -q '^To: druha@example.org' "$T"/letters/*.txt
sql "UPDATE person SET roles = 0 WHERE name = 'Hana Druhá'"
configure

# Somebody with a telephone only; somebody who has an account already keeps it.
run sousede admin add 777123456
same 'a telephone does' "$code" 0
ok 'with the name of who runs the site' has 'Sousedé z.s. is an admin'
as Petr
sql "INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT $person, kind, sealed, UNHEX(REPEAT('00', 32)), confirmed_at FROM contact LIMIT 1"
run sousede admin list
same 'they are listed' "$(cut -f 2,3,4 "$T/body" | sort | tr '\t\n' ',;')" 'Jana Nováková,second factor no,seen 2026-11-22;Sousedé z.s.,second factor no,seen never;'
for wrong in nikdo@ 12 '@' 'a b'; do
	run sousede admin add "$wrong"
	same "refused: $wrong" "$code" 65
	expect_log 'is neither a mail address'
done
sql "UPDATE person SET standing = 'banned' WHERE name = 'Jana Nováková'"
run sousede admin add starostka@example.org
same 'who is blocked cannot be one' "$code" 65
expect_log 'is blocked or has deleted'
sql "UPDATE person SET standing = 'normal'"

run sousede admin remove nikdo@example.org
same 'who is none cannot be removed' "$code" 65
run sousede admin remove "$(sql "SELECT id FROM person WHERE name = 'Jana Nováková'")"
same 'removed by number' "$code" 0
same 'the rights are gone' "$(sql "SELECT roles FROM person WHERE name = 'Jana Nováková'")" 0
run sousede admin remove +420777123456
same 'the last one stays' "$code" 65
expect_log 'is the only admin'
same 'with the rights' "$(sql 'SELECT COUNT(*) FROM person WHERE roles & 128')" 1

# --- keys: a new one, and everything sealed is closed by it
run sousede key new
same 'keys that are there stay' "$code" 0
expect_log 'has keys already'
key() { command head -n 1 "$T/keys" | cut -d ' ' -f 1; }
closed() { sql "SELECT GROUP_CONCAT(DISTINCT ASCII(sealed)) FROM contact WHERE address_hash <> UNHEX(REPEAT('00', 32))"; }
for ((i = 0; i < 130; i++)); do echo "obcan$i@example.org Obcan C$i 999999 $((i % 2 ? 1 : 0))"; done | sed 's/ 1$/ yes/; s/ 0$/ no/' >"$T/crowd"
"$BUILD/people" <"$T/crowd" >"$T/crowd.out" 2>>"$LOG"
same 'a crowd' "$(wc -l <"$T/crowd.out")" 130
run jobs mail try obcan1@example.org cs account.confirm link=https://sousede.test/odkaz/0123abcd
as Klara
sql "DELETE FROM contact WHERE address_hash = UNHEX(REPEAT('00', 32))"
stamp=$(stat -c '%a %U' "$T/keys")
run sousede key rotate
same 'a new key' "$code,$(key)" 0,2
same 'the file is as closed as it was' "$(stat -c '%a %U' "$T/keys")" "$stamp"
same 'old texts are closed by the old one' "$(closed)" 1
post /zapomenute-heslo kdo=obcan3@example.org
status 303
same 'and still open' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.reset'")" 1

# Jobs close contacts and letters again; what they cannot read waits for the command.
run jobs --once
same 'jobs closed the contacts again' "$(closed)" 2
same 'not the second factors' "$(sql "SELECT GROUP_CONCAT(DISTINCT ASCII(secret)) FROM second_factor WHERE kind = 'totp'")" 1
run sousede key rotate
run sousede key reseal
same 'all is closed again' "$code" 0
same 'contacts' "$(closed)" 3
same 'second factors' "$(sql "SELECT GROUP_CONCAT(DISTINCT ASCII(secret)) FROM second_factor WHERE kind = 'totp'")" 3
ok 'recovery codes are hashes and stay' [ "$(sql "SELECT COUNT(DISTINCT ASCII(secret)) FROM second_factor WHERE kind = 'recovery'")" -gt 3 ]
same 'every sealed column is walked' "$(grep -oE '^[a-z_]+\.[a-z_]+' "$T/body" | sort | tr '\n' ' ')" "$(sql "SELECT CONCAT(table_name, '.', column_name)
	FROM information_schema.columns WHERE table_schema = 'sousede' AND data_type = 'varbinary' AND column_comment LIKE '%seal%' ORDER BY 1" | tr '\n' ' ')"
same 'nothing is lost: all are opened' "$(sql "SELECT HEX(sealed) FROM contact WHERE kind = 'mail'" | while read -r hex; do
	"$BUILD/tests/unit/unseal" "$T/keys" contact "$hex" || echo lost
done | sort -u | grep -c '^obcan[0-9]*@example.org$')" 130
run sousede key reseal
same 'again there is nothing to do' "$(awk '{ n += $2 } END { print n }' <(grep '\.' "$T/body" | command head -n 5))" 0

# Without the old keys: what they closed is told as lost, the rest goes on.
sql "UPDATE contact SET sealed = CONCAT(CHAR(9), SUBSTR(sealed, 2)) WHERE kind = 'mail' ORDER BY id LIMIT 101"
run sousede key rotate
run sousede key reseal
same 'lost texts are told' "$code" 65
expect_log 'contact.sealed: texts no key of the file opens: 101'
same 'the others are closed again' "$(sql "SELECT COUNT(*) FROM contact WHERE ASCII(sealed) = 4")" "$(sql 'SELECT COUNT(*) - 101 FROM contact')"

# --- is all well
run sousede check
same 'no mail yet' "$code" 78
ok 'it says what to do' has '!!  Letters cannot leave: [mail] smtp. See [mail] of the settings.'
mkdir "$T/mail"
printf '[mail]\nfolder = mail\n' >>"$SOUSEDE_CONF"
run sousede check
same 'all is well' "$code" 0
same 'in a line each' "$(grep -c '^ok  ' "$T/body")" "$(wc -l <"$T/body")"
cp "$SOUSEDE_CONF" "$T/good"
broken() { # LINE IT SAYS
	sed "$1" "$T/good" >"$SOUSEDE_CONF"
	run sousede check
	same "not well: $1" "$code" 78
	ok "it says: $2" has "$2"
}
broken 's/^password = web/password = wrong/' '!!  The pages do not reach the database'
broken 's/^jobs_password = .*/jobs_password = wrong/' '!!  The jobs do not reach the database'
broken 's/^account_password = .*/account_password = wrong/' '!!  The program for accounts does not reach'
broken 's/^key_file = .*/key_file = nowhere/' '!!  The keys cannot be used'
broken 's/^folder = .*/smtp = smtp:\/\/127.0.0.1:9/' '!!  Letters cannot leave'
broken 's/^folder = .*/folder = nowhere/' '!!  Letters cannot leave'
cp "$T/good" "$SOUSEDE_CONF"
chmod 644 "$T/keys"
run sousede check
ok 'keys everybody can read are no keys' has ': 644)'
chmod 600 "$T/keys"
sql 'DELETE FROM schema_version WHERE number = 5; UPDATE person SET roles = 0'
run sousede check
ok 'a migration is missing' has '!!  The database lacks migrations: 1.'
ok 'nobody looks after the site' has '!!  Nobody looks after the site. Run: sousede admin add MAIL'
done_testing
