#!/bin/bash
# Passkeys: added, used as the second step and as both, removed; forged, foreign, replayed and copied ones refused; then the same in Chromium (passkey.js).
. "${0%/*}/lib.sh"
secret='čtyři koně ve větru'
# What a device answers to the challenge of the page at hand: key FILE ACT [NAME=VALUE…] fills $answer.
key() {
	mapfile -t answer < <("$SRC/tests/passkey.py" "$T/$1.key" "$2" "$BASE" "$challenge" "${@:3}")
}
# How often is asked elsewhere (security.t).
sql "INSERT INTO throttle_limit VALUES ('password', 999, 600, 999, 600), ('code', 999, 600, 999, 600), ('sign-in', 999, 600, 999, 600)"
# The same, each bent in one thing: refused every time.
lies() {
	local n
	"$SRC/tests/passkey.py" "$T/$1.key" "$2" "$BASE" "$challenge" --each "${@:3}"
	for n in $(seq $(($# - 2))); do
		mapfile -t answer <"$T/$1.key.$n"
		refused "${*:n + 2:1}"
	done
}
challenge_of() {
	get "$1"
	challenge=$(value /page/passkey/@challenge)
}
keys() { sql "SELECT COUNT(*) FROM second_factor WHERE person_id = $me AND kind = 'passkey'"; }

post /registrace jmeno=Věra prijmeni=Svobodová mail=vera@vesnice.example heslo="$secret" souhlas=ano
post "$(letter account.confirm | grep -oE '/odkaz/[0-9a-f]{64}')"
take_cookie
me=$(sql "SELECT id FROM person WHERE given = 'Věra'")

# --- adding one
challenge_of /ucet/klice.xml
valid
is 'count(/page/mykey)' 0
is /page/passkey/@host sousede.test
is /page/passkey/@act create
get /ucet/klice
like 'src="/s/klic\.[0-9a-f]{8}\.js"'
is "count(//form[@data-act='create'][@hidden])" 1
like 'zapnuté skripty'
refused() {
	post /ucet/klice nazev=Telefon heslo="$secret" "${answer[@]}"
	same "$1: refused, nothing is kept" "$code $(keys)" '422 0'
}
lies phone create origin=https://zlo.example origin="$BASE.zlo.example" cross=yes type=webauthn.get host=zlo.example flags=44 flags=01 \
	challenge=00112233445566778899aabbccddeeff client='{"type":"webauthn.create"' client='[]'
answer=() && refused 'without anything, as without scripts'
is "count(//*[@data-failed][not(@hidden)])" 1
as Cizí
challenge_of /ucet/klice.xml
key other create
theirs=("${answer[@]}")
nobody
post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
take_cookie
answer=("${theirs[@]}") && refused 'for a challenge of somebody else'
key phone create && refused 'for a challenge of another session of hers'
challenge_of /ucet/klice.xml
key phone create
post /ucet/klice nazev=Telefon heslo=spatne "${answer[@]}"
status 422
like 'id="heslo-e"'
same 'the password is asked for' "$(keys)" 0
now 2026-11-22T08:43:00+01:00
refused 'ten minutes later'
challenge_of /ucet/klice.xml
key phone create counter=1
post /ucet/klice nazev=Telefon heslo="$secret" "${answer[@]}"
status 200
is 'count(//ol/li)' 10
paper=$(value '//ol/li[1]')
take_cookie
same 'it is kept' "$(sql "SELECT CONCAT_WS('|', label, algorithm, LENGTH(secret), LENGTH(credential), credential_hash IS NOT NULL) FROM second_factor WHERE person_id = $me AND kind = 'passkey'")" \
	'Telefon|-7|64|32|1'
same 'she is told' "$(letter account.passkey | grep -oE 'added|Telefon' | tr '\n' ' ')" 'added Telefon '
post /ucet/klice nazev=Znovu heslo="$secret" "${answer[@]}"
status 422
challenge_of /ucet/klice.xml
valid
is /page/mykey/name Telefon
is /page/passkey/key "$(sed 's/.*"id": "\([0-9a-f]*\)".*/\1/' "$T/phone.key")"
key phone create
post /ucet/klice nazev=Dvakrát heslo="$secret" "${answer[@]}"
status 422
same 'one key is there once' "$(keys)" 1
for algorithm in eddsa rs256; do
	challenge_of /ucet/klice.xml
	key $algorithm create alg=$algorithm
	post /ucet/klice nazev="$algorithm" heslo="$secret" "${answer[@]}"
	status 303
	header location "$BASE/ucet/klice"
	take_cookie
done
same 'recovery codes are given once' "$(sql "SELECT COUNT(*) FROM second_factor WHERE person_id = $me AND kind = 'recovery'")" 10
get /ucet/overeni.xml
valid
is /page/factor/@state strong
is /page/factor/@passkeys 3
get /ucet/overeni/aplikace.xml
valid
is /page/factor/@state app

# --- the second step: after the password, beside a recovery code
password() {
	nobody
		post /prihlaseni kdo=vera@vesnice.example heslo="$secret" zpet=/ucet/klice
	step=$(value "//input[@name='krok']/@value")
	challenge=$(value '//form/@data-challenge')
}
password
status 200
no_header set-cookie
is "count(//form[@data-act='get'][@action='/prihlaseni/klic'])" 1
like 'Jeden.ze.záložních.kódů'
refused() {
	post /prihlaseni/klic krok="$step" zpet=/ucet/klice "${answer[@]}"
	same "$1: refused, and not signed in" "$code $(header_value set-cookie)" '422 '
}
lies phone get origin=https://zlo.example cross=yes type=webauthn.create host=zlo.example flags=00 challenge=00112233445566778899aabbccddeeff signer="$T/eddsa.key" \
	owner=00 id=00 signature=00 id="$(sed 's/.*"id": "\([0-9a-f]*\)".*/\1/' "$T/other.key")"
is "count(//*[@data-failed][not(@hidden)])" 1
is "count(//input[@name='kod'])" 1
key phone get && answer[1]=${answer[1]:0:-1}f && refused 'another key'
key phone get counter=0 && refused 'a counter that fell'
expect_log 'at=passkey .*counter=0 was=1'
same 'a copy is noted, although it was refused' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'person' AND object_id = $me AND note LIKE 'passkey refused%'")" 1
key phone get counter=9
used=("${answer[@]}")
post /prihlaseni/klic krok="$step" zpet=/ucet/klice "${used[@]}"
status 303
header location "$BASE/ucet/klice"
header set-cookie '__Host-s=*'
same 'its counter is kept' "$(sql "SELECT counter FROM second_factor WHERE person_id = $me AND label = 'Telefon'")" 9
answer=("${used[@]}") && refused 'sent again'
key phone get counter=10 && refused 'the same challenge for another answer'
for algorithm in eddsa rs256; do
	password
	key $algorithm get flags=01
	post /prihlaseni/klic krok="$step" "${answer[@]}"
	status 303
	header set-cookie '__Host-s=*'
done
password
key phone get counter=9 && refused 'a counter that stands still'
expect_log 'at=passkey .*counter=9 was=9'
key phone get counter=11
post /prihlaseni/klic krok="${step}00" "${answer[@]}"
status 303
header location "$BASE/prihlaseni*"
no_header set-cookie
post /prihlaseni/kod krok="$step" kod="$paper"
status 303
take_cookie

# --- without a password: the device must know her, and say who she is
sql "UPDATE session SET strong = 0 WHERE person_id = $me"
get /ucet/klice
header location "$BASE/ucet/overeni?zpet=%2Fucet%2Fklice"
challenge_of /ucet/overeni.xml
valid
is /page/factor/@state wanted
owner=$(value /page/passkey/@owner)
key phone get counter=12
post '/ucet/overeni/klic?zpet=/ucet/klice' "${answer[@]}"
status 303
header location "$BASE/ucet/klice"
take_cookie
hers=("${cookie[@]}") token=$csrf
nobody
challenge_of /prihlaseni.xml
valid
is 'count(/page/passkey/key)' 0
refused() {
	post /prihlaseni/klic "${answer[@]}"
	same "$1: refused, and not signed in" "$code $(header_value set-cookie)" '422 '
}
key phone get counter=13 flags=01 owner="$owner" && refused 'without finger, face or PIN'
key phone get counter=14 && refused 'for nobody'
key phone get counter=15 owner="${owner/[0-9]/f}" && refused 'for somebody else'
is "count(//input[@name='heslo'])" 1
sql "UPDATE person SET standing = 'banned' WHERE id = $me"
key phone get counter=17 owner="$owner" && refused 'somebody banned'
sql "UPDATE person SET standing = 'normal' WHERE id = $me"
post /prihlaseni/klic "${answer[@]}"
status 303
header set-cookie '__Host-s=*'
same 'it counts as both steps' "$(sql "SELECT strong FROM session WHERE person_id = $me ORDER BY id DESC LIMIT 1")" 1
same 'its last use is kept' "$(sql "SELECT COUNT(*) FROM second_factor WHERE person_id = $me AND label = 'Telefon' AND used_at IS NOT NULL")" 1

# --- power wakes by it
as Úřednice clerk 563102
clerk=$person
challenge_of /ucet/klice.xml
key clerk create
sql "INSERT INTO credential SELECT $clerk, password_hash, changed_at FROM credential WHERE person_id = $me"
post /ucet/klice nazev=Úřad heslo="$secret" "${answer[@]}"
status 200
take_cookie
get /kadan/potvrdit-telefon
status 200
sql "UPDATE session SET strong = 0 WHERE person_id = $clerk"
get /kadan/potvrdit-telefon
header location "$BASE/ucet/overeni?zpet=%2Fkadan%2Fpotvrdit-telefon"
challenge_of '/ucet/overeni.xml?zpet=/kadan/potvrdit-telefon'
key phone get counter=20
post '/ucet/overeni/klic?zpet=/kadan/potvrdit-telefon' "${answer[@]}"
status 422
is "count(//*[@data-failed][not(@hidden)])" 1
key clerk get
post '/ucet/overeni/klic?zpet=/kadan/potvrdit-telefon' "${answer[@]}"
status 303
take_cookie
get /kadan/potvrdit-telefon
status 200

# --- removing: asked first, with the password, one's own only; the last one takes the recovery codes along
id=$(sql "SELECT id FROM second_factor WHERE person_id = $me AND label = 'Telefon'")
get "/ucet/klice/$id"
status 404
post "/ucet/klice/$id" heslo="$secret"
status 404
cookie=("${hers[@]}") csrf=$token
get "/ucet/klice/$id.xml"
valid
is 'count(/page/mykey/@last)' 0
post "/ucet/klice/$id" heslo=spatne
status 422
same 'still there' "$(keys)" 3
post "/ucet/klice/$id" heslo="$secret"
status 303
same 'gone' "$(keys)" 2
same 'she is told' "$(letter account.passkey | grep -oE 'removed|Telefon' | tr '\n' ' ')" 'removed Telefon '
sql "DELETE FROM second_factor WHERE person_id = $me AND label = 'rs256'"
id=$(sql "SELECT id FROM second_factor WHERE person_id = $me AND kind = 'passkey'")
get "/ucet/klice/$id.xml"
is /page/mykey/@last yes
post "/ucet/klice/$id" heslo="$secret"
status 303
header location "$BASE/ucet/overeni"
same 'and nothing is left' "$(sql "SELECT COUNT(*) FROM second_factor WHERE person_id = $me")" 0
same 'what happened to them is in the log' "$(sql "SELECT GROUP_CONCAT(note ORDER BY id) FROM event_log WHERE action = 'account.factor' AND object_id = $me AND note NOT LIKE 'passkey refused%'")" \
	'passkey added,passkey added,passkey added,passkey removed,passkey removed'

# --- in a browser
HOST=localhost
. "$SRC/tests/browser.sh"
browser_start
browser_run "$SRC/tests/passkey.js"
done_testing
