#!/bin/bash
# The table of sessions, row by row: how long one lasts, when its token is another, what ends it; a link to a new password. The rest is in account.t and account-own.t.
. "${0%/*}/lib.sh"
secret='čtyři koně ve větru'
post /registrace jmeno=Věra mail=vera@vesnice.example heslo="$secret" souhlas=ano
post "$(letter_link account.confirm)"
me=$(sql "SELECT id FROM person WHERE given = 'Věra'")
sign_in() {
	nobody
	sql 'DELETE FROM throttle'
	post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
	status 303
	cookie=("Cookie: $(header_value set-cookie | grep -o '__Host-s=[0-9a-f]*')")
}
at() { # WHAT CLOCK STATUS: at that time the session answers so
	now "$2"
	get /ucet
	same "$1" "$code" "$3"
}
hours() { date -d "2026-11-22T08:32:00+01:00 + $1 hours" +%FT%T%:z; }

# The cookie: 256 bits, for this host, not for scripts; each time another.
sign_in
header set-cookie '__Host-s=*; Path=/; Max-Age=*; HttpOnly; SameSite=Lax; Secure'
ok '256 bits' grep -qE '__Host-s=[0-9a-f]{64};' "$T/headers/set-cookie"
not_ok 'the database does not know the token' grep -q "$(sql 'SELECT GROUP_CONCAT(LOWER(HEX(token_hash))) FROM session' | tr ',' '\n' | tail -n 1)" "$T/headers/set-cookie"
first=${cookie[0]}
sign_in
ok 'another sign-in, another token' [ "${cookie[0]}" != "$first" ]

# Thirty days without being seen, ninety in all.
at 'after 29 days it is there' "$(hours $((29 * 24)))" 200
at 'seen again, for 29 days more' "$(hours $((58 * 24)))" 200
at 'and again' "$(hours $((87 * 24)))" 200
at 'after ninety it is over, seen or not' "$(hours $((90 * 24 + 1)))" 303
now "$(hours 0)"
sign_in
at 'thirty-one days unseen and it is over' "$(hours $((31 * 24)))" 303
now "$(hours 0)"

# Power over others: twelve hours unseen, a day in all; then it sleeps until a second factor is given.
L=/lhota-nad-orlici
as Karla clerk
get $L/nastenka/napsat
status 200
sql "UPDATE session SET seen_at = '2026-11-21 19:00:00' WHERE person_id = $person"
get $L/nastenka/napsat
status 303
header location '*/ucet/overeni?zpet=*'
sql "UPDATE session SET seen_at = '2026-11-22 07:00:00', fresh_at = '2026-11-21 07:00:00' WHERE person_id = $person"
get $L/nastenka/napsat
status 303
header location '*/ucet/overeni?zpet=*'

# Rights that somebody else gives hold with another token only: who knows the old one gets none of them. With power it is given after a second factor.
as Sprava manager
manager=("${cookie[@]}") manager_csrf=$csrf
as Kolega coordinator
kolega=$person old=("${cookie[@]}")
give() { cookie=("${manager[@]}") csrf=$manager_csrf; post "$L/lide/$kolega" "$@"; status 303; cookie=("${old[@]}"); }
get $L/lide
status 200
give bylo=32 role=koordinator role=schvalovatel
get $L/lide
status 303
header location '*/ucet/overeni?zpet=*'
follow
status 200
no_header set-cookie
get $L/nastenka/napsat
status 303
sql "UPDATE session SET renew = FALSE WHERE person_id = $kolega; UPDATE membership SET roles = 8 WHERE person_id = $kolega"
give bylo=8 role=koordinator
get $L/lide
status 303
follow
status 303
header location "*$L/lide"
new=$(header_value set-cookie | grep -o '__Host-s=[0-9a-f]*')
ok 'a role without power comes with another token at once' [ "$new" != "${old[0]#Cookie: }" ]
get $L/lide
status 403
cookie=("Cookie: $new")
get $L/lide
status 200
same 'and when the session ends did not move' "$(sql "SELECT COUNT(*), MAX(renew), MAX(DATE(expires_at)) FROM session WHERE person_id = $kolega")" $'1\t0\t2099-01-01'
give bylo=32 role=koordinator
cookie=("Cookie: $new")
get $L/lide
status 200
cookie=("${manager[@]}") csrf=$manager_csrf
post "$L/lide/$kolega" bylo=32
same 'what is taken away needs no new token' "$(sql "SELECT MAX(renew) FROM session WHERE person_id = $kolega")" 0

# Banned: the next request of every session is nobody's.
sign_in
get /ucet
status 200
sql "UPDATE person SET standing = 'banned' WHERE id = $me"
get /ucet
status 303
sql "UPDATE person SET standing = 'normal' WHERE id = $me"

# Signed out here and everywhere.
sign_in
one=("${cookie[@]}")
sign_in
get /ucet/prihlaseni.xml
csrf=$(value /page/viewer/@token)
post /ucet/prihlaseni vsude=ano
status 303
get /ucet
status 200
cookie=("${one[@]}")
get /ucet
status 303

# A link to a new password: an hour, once, for reading as often as programs that check mail like; no trace of it is kept.
reset() {
	nobody
	sql 'DELETE FROM throttle; DELETE FROM outbox; DELETE FROM token'
	post /zapomenute-heslo kdo=vera@vesnice.example
	status 303
	link=$(letter_link account.reset)
}
reset
same 'an hour' "$(sql "SELECT TIMESTAMPDIFF(MINUTE, created_at, expires_at) FROM token WHERE purpose = 'reset'")" 60
not_ok 'the database does not know it' grep -qi "${link#/odkaz/}" <<<"$(sql 'SELECT HEX(hash), HEX(detail), HEX(code_hash) FROM token; SELECT HEX(detail) FROM outbox')"
for n in 1 2 3; do get "$link"; done
status 200
same 'reading does not use it up' "$(sql "SELECT COUNT(*) FROM token WHERE purpose = 'reset' AND used_at IS NULL")" 1
now 2026-11-22T09:32:01+01:00
post "$link" heslo='docela jiné heslo 8'
status 422
now 2026-11-22T08:32:00+01:00
sign_in
held=("${cookie[@]}")
reset
other=$link
post /zapomenute-heslo kdo=vera@vesnice.example
link=$(letter_link account.reset)
post "$link" heslo='docela jiné heslo 8'
status 303
not_ok 'and signs nobody in' grep -q '__Host-s=[0-9a-f]' "$T/headers/set-cookie"
for old in "$link" "$other"; do
	post "$old" heslo='a ještě jiné heslo 9'
	status 422
done
cookie=("${held[@]}")
get /ucet
status 303
nobody

# B23: a new account and a forgotten password answer alike, whoever has the address.
for mail in vera@vesnice.example nova@vesnice.example; do
	sql 'DELETE FROM throttle'
	post /registrace jmeno=Jana mail=$mail heslo="$secret" souhlas=ano
	answers+=("$code $(cat "$T/headers"/* | sort | tr '\n' ' ') $(stat -c %s "$T/body")")
	post /zapomenute-heslo kdo=$mail
	others+=("$code $(cat "$T/headers"/* | sort | tr '\n' ' ') $(stat -c %s "$T/body")")
done
same 'a new account: the same answer, headers and length' "${answers[0]}" "${answers[1]}"
same 'a forgotten password: the same answer, headers and length' "${others[0]}" "${others[1]}"
done_testing
