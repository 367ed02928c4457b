#!/bin/bash
# Asking for help (flows.md E1): one form without an account, proof by mail or telephone, the page of who asks. Each row of R, X and V, allowed and refused.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
mkdir "$T/letters"
printf '%s\n' '[mail]' "folder = $T/letters" '[sms]' 'driver = folder' >>"$SOUSEDE_CONF"
# What the newest letter of a kind says, as its reader sees it.
letter() {
	"$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(detail) FROM outbox WHERE kind = '${1:-help.news}' ORDER BY id DESC LIMIT 1")" |
		python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote(sys.stdin.read()))'
}
link() { letter "$@" | grep -oE '/(prosba|odpoved)/[0-9]+-[0-9a-f]{32}'; }
what() { letter "$@" | sed -n 's/^what=//p'; }
pin() { letter | sed -n 's/^pin=//p'; }
last() { sql 'SELECT MAX(id) FROM help_request'; }
row() { sql "SELECT $1 FROM help_request WHERE id = $id"; }
where() { local to && to=$(header_value location) && echo "${to#"$BASE"}"; }
# ask NAME=VALUE…: the form with what most requests have
# What is given comes first, and the first counts.
ask() { post $L/pomoc/potrebuji "$@" druh=odvoz pro=ja 'nazev=Odvézt ve středu k zubaři' kdy=brzy 'jmeno=Marie Hájková' mail=marie@example.org; }
# opened NAME=VALUE…: asked and confirmed; its page is in $mine, its number in $id
opened() {
	sql 'DELETE FROM throttle'
	ask "$@"
	id=$(last) mine=$(link)
	post "$mine/potvrdit"
}

# --- the form, for anybody

get $L/pomoc/potrebuji
status 200
header cache-control no-store
is 'count(//main//h1)' 1
is "count(//input[@name='druh'])" 9
is "count(//input[@name='druh'][@value='rousky'])" 0
like 'tel:155'
get $L/pomoc/potrebuji.xml
valid
get "$L/pomoc/potrebuji?druh=nakup"
is "string(//input[@name='druh'][@checked]/@value)" nakup
get /neznama-obec/pomoc/potrebuji
status 404

# --- by mail: nobody sees it before it is confirmed

ask 'popis=Chodím o holi.' kdy=cas den=2026-11-25 'hodiny=8.30–11.00' cast=Borek 'adresa=U Jezu 7' zahrnuje=doma telefon='600 000 123'
status 303
id=$(last)
same 'it waits for its proof' "$(row "state, given, initial, when_kind, from_at, to_at, min_level, lat = ROUND(lat, 2), part")" \
	$'unconfirmed\tMarie\tH.\twindow\t2026-11-25 07:30:00\t2026-11-25 10:00:00\t2\t1\tBorek'
same 'one letter with a link' "$(sql "SELECT COUNT(*), MAX(channel) FROM outbox")" $'1\tmail'
same 'to be confirmed' "$(what)" confirm
mine=$(link)
ok 'the page after the form is not the page of who asks' [ "$(where)" != "$mine" ]
follow
status 200
like 'Podívejte se do e-mailu'
unlike 'U Jezu'
unlike "$mine"
get "$(where).xml"
get $L/pomoc/$id
status 404
same 'contacts are sealed' "$(sql "SELECT COUNT(*) FROM help_contact c JOIN help_request q ON q.id = c.request_id WHERE c.name LIKE '%Marie%' OR c.phone LIKE '%600%' OR q.place LIKE '%Jez%'")" 0
for n in 1 2; do get "$mine"; done
status 200
header cache-control '*no-store*'
like 'Prosba čeká na vaše potvrzení'
same 'looking confirms nothing' "$(row state)" unconfirmed
get "$mine.xml"
valid
get "${mine%?}0"
get "${mine%????}0000"
status 404
post "${mine%????}0000/potvrdit"
status 404
post "$mine/potvrdit"
status 303
same 'open' "$(row "state, opened_at IS NOT NULL, expires_at")" $'open\t1\t2026-11-26 10:00:00'
same 'who asks is told' "$(what)" published
follow
like 'Prosba platí|Hledáme někoho'
post "$mine/potvrdit"
status 409
like 'Mezitím se to změnilo'
same 'the log' "$(sql "SELECT GROUP_CONCAT(state_to ORDER BY id) FROM event_log WHERE object = 'request' AND object_id = $id")" draft,unconfirmed,open
get "$mine.xml"
valid
is 'string(//contact/@phone)' +420600000123
is 'string(//street)' 'U Jezu 7'
get $L/pomoc/$id
status 200
like 'Marie.H\.'
unlike 'Hájková|600 ?000|U Jezu|marie@'
get $L/pomoc/$id.xml
valid
unlike 'Hájková|600000123|Jezu|marie@|prosba/'

# --- by telephone: a code of eight digits

ask mail= telefon='600 000 124' 'nazev=Přinést nákup' druh=nakup
status 303
proof=$(where) id=$(last) digits=$(pin)
same 'by SMS' "$(sql 'SELECT channel FROM outbox ORDER BY id DESC LIMIT 1')" sms
follow
like 'kód o.osmi číslicích'
get "$proof.xml"
valid
post "$proof" kod='0000 0000'
status 422
like 'Kód nesouhlasí'
same 'it waits still' "$(row state)" unconfirmed
post "$proof" kod="$digits"
status 303
same 'open' "$(row state)" open
mine=$(where)
follow
status 200
like 'Přinést nákup'
post "$proof" kod="$digits"
status 200
like 'Prosba je potvrzená'
get "${proof%????}0000"
status 404
# Five wrong ones, and the right one is dead.
ask mail= telefon='600 000 125' druh=zahrada
proof=$(where) id=$(last) digits=$(pin)
for n in 1 2 3 4 5; do post "$proof" kod="1111 111$n"; done
post "$proof" kod="$digits"
status 422
same 'not confirmed' "$(row state)" unconfirmed
run jobs --once
ok "the SMS has the code" grep -rq "potvrdi vasi prosbu" "$T/letters"
done_testing
