#!/bin/bash
# An account from signing up to signing out: what each step says, and what nobody learns from it.
. "${0%/*}/lib.sh"

# What stood in the newest letter of a kind, as its reader sees it: the program tests/unit/unseal opens what the site sealed.
letter_code() { letter "$1" | grep -oE '[0-9]{4} [0-9]{4}'; }

# --- signing up
get /registrace
status 200
header cache-control '*no-store*'
no_header set-cookie
get /registrace.xml
valid
like 'name="heslo" type="secret"'

secret='čtyři koně ve větru'
post /registrace jmeno=Věra prijmeni=Svobodová mail=Vera@Příklad.example heslo="$secret" souhlas=ano
status 303
header location "$BASE/registrace/posta"
no_header set-cookie
follow
status 200
like 'Podívejte se do pošty'
same 'one person, as others will see her' "$(sql "SELECT CONCAT_WS('|', name, given, initial, full_name) FROM person WHERE given = 'Věra'")" 'Věra S.|Věra|S.|0'
same 'the password is Argon2id' "$(sql "SELECT password_hash LIKE '\$argon2id\$v=19\$m=19456,t=2,p=1\$%' FROM credential")" 1
same 'no mail in clear' "$(sql "SELECT COUNT(*) FROM contact WHERE sealed LIKE '%klad%' OR sealed LIKE '%vera%'")" 0
same 'consent with its version' "$(sql "SELECT CONCAT(wording, version) FROM consent")" terms1

# Not yet confirmed is nobody.
post /prihlaseni kdo=vera@příklad.example heslo="$secret"
status 422

# The link: GET as often as mail scanners like, POST once.
link=$(letter_link account.confirm)
ok 'the letter has a link' [ "$link" ]
for _ in 1 2; do
	get "$link.xml"
	status 200
	valid
	is /page/link/@state open
done
same 'no token in the database' "$(sql "SELECT COUNT(*) FROM token WHERE HEX(hash) = UPPER('${link##*/}')")" 0
post "$link"
status 303
header location "$BASE/ucet"
header set-cookie '__Host-s=*; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure*'
take_cookie
is /page/viewer/@name 'Věra S.'
is "/page/contact[@kind='mail']" 've…@xn--pklad-zsa96e.example'
valid
post "$link"
status 422
like 'už neplatí'
nobody
get /odkaz/0000000000000000000000000000000000000000000000000000000000000000
status 404

# --- what may not be
while IFS='|' read -r field error what jmeno mail telefon heslo souhlas; do
	post /registrace jmeno="$jmeno" mail="$mail" telefon="$telefon" heslo="$heslo" souhlas="$souhlas"
	status 422
	ok "$what: $error at $field" grep -qE "id=\"$field-e\"" "$T/body"
done <<'END'
jmeno|required|no name||a@b.example||nejaky dlouhy text|ano
mail|mail|a mail without a dot|Jan|a@b||nejaky dlouhy text|ano
mail|either|neither mail nor telephone|Jan|||nejaky dlouhy text|ano
telefon|phone|a short number|Jan||12345|nejaky dlouhy text|ano
heslo|too-short|nine characters|Jan|a@b.example||a1b2c3d4x|ano
heslo|common|a word of the list with digits|Jan|a@b.example||Heslo12345!|ano
heslo|common|digits for letters|Jan|a@b.example||p4ssw0rd123|ano
heslo|common|keys in a row|Jan|a@b.example||qwertzuiop|ano
heslo|common|twice the same|Jan|a@b.example||lopatalopata|ano
heslo|common|a town and a year|Jan|a@b.example||Chomutov2026|ano
heslo|own|the mail itself|Jan|metodej@b.example||metodej1987|ano
souhlas|required|no consent|Jan|a@b.example||nejaky dlouhy text|
END
same 'none of them became a person' "$(sql "SELECT COUNT(*) FROM person WHERE given = 'Jan'")" 0
post /registrace jmeno=Jan mail=jan@b.example heslo='nejaky dlouhy text' souhlas=
like 'value="jan@b.example"'
unlike 'nejaky dlouhy text'
sql 'DELETE FROM throttle'

# --- a known address is told by mail only; the answer is the same to the byte
answer() { cat "$T/body" && cat "$T"/headers/* | sort; }
post /registrace jmeno=Věra mail=vera@příklad.example heslo='uplne jine heslo zde' souhlas=ano
known=$(answer)
post /registrace jmeno=Věra mail=nova@příklad.example heslo='uplne jine heslo zde' souhlas=ano
same 'signing up says the same' "$(answer)" "$known"
same 'and the holder hears of it' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.exists'")" 1
post /zapomenute-heslo kdo=vera@příklad.example
known=$(answer)
post /zapomenute-heslo kdo=nikdo@příklad.example
same 'a forgotten password says the same' "$(answer)" "$known"
post /prihlaseni kdo=vera@příklad.example heslo='spatne heslo zde'
status 422
known=$(sed 's/[0-9a-f]\{32,\}//g;s/vera/nikdo/' "$T/body")
post /prihlaseni kdo=nikdo@příklad.example heslo='spatne heslo zde'
status 422
same 'signing in says the same' "$(sed 's/[0-9a-f]\{32,\}//g' "$T/body")" "$known"

# --- a new password: single use, its siblings end with it, every browser is signed out
link=$(letter_link account.reset)
ok 'the letter has a link' [ "$link" ]
sql 'DELETE FROM throttle'
post /zapomenute-heslo kdo=vera@příklad.example
sibling=$link link=$(letter_link account.reset)
isnt_same() { [ "$1" != "$2" ]; }
ok 'each letter has a link of its own' isnt_same "$sibling" "$link"
post "$link" heslo=kratke
status 422
post "$link" heslo='nova ctverice slov 7'
status 303
header location "$BASE/prihlaseni"
same 'no session is left' "$(sql 'SELECT COUNT(*) FROM session')" 0
for over in "$link" "$sibling"; do
	post "$over" heslo='jeste jina ctverice'
	status 422
	get "$over.xml"
	is /page/link/@state used
done
post /prihlaseni kdo=vera@příklad.example heslo="$secret"
status 422
post /prihlaseni kdo=VERA@příklad.example heslo='nova ctverice slov 7'
status 303
first=$(header_value set-cookie)
take_cookie

# --- a link runs out
sql 'DELETE FROM throttle'
post /zapomenute-heslo kdo=vera@příklad.example token="$csrf"
link=$(letter_link account.reset)
sql "UPDATE token SET expires_at = '2026-11-22 07:31:59' WHERE used_at IS NULL"
get "$link.xml"
is /page/link/@state expired
valid
post "$link" heslo='jeste jina ctverice'
status 422
like 'Poslat nový odkaz'

# --- by telephone: a code in place of the link, five tries
nobody
sql 'DELETE FROM throttle'
post /zapomenute-heslo kdo=vera@příklad.example
digits=$(letter_code account.reset)
for _ in 1 2 3 4; do
	post /zapomenute-heslo/odeslano kdo=vera@příklad.example kod=00000000
	status 422
done
post /zapomenute-heslo/odeslano kdo=vera@příklad.example kod="$digits"
status 303
header location "$BASE/odkaz/*"
follow
like 'Nastavit nové heslo'
post /zapomenute-heslo kdo=vera@příklad.example
digits=$(letter_code account.reset)
for _ in 1 2 3 4 5; do post /zapomenute-heslo/odeslano kdo=vera@příklad.example kod=00000000; done
sql 'DELETE FROM throttle'
post /zapomenute-heslo/odeslano kdo=vera@příklad.example kod="$digits"
status 422

# --- two accounts wait for one address: whoever confirms first has it
sql 'DELETE FROM throttle'
post /registrace jmeno=První mail=oba@vesnice.example heslo='prvni slova jsou tu' souhlas=ano
slower=$(letter_link account.confirm)
post /registrace jmeno=Druhá mail=oba@vesnice.example heslo='druha slova jsou tu' souhlas=ano
faster=$(letter_link account.confirm)
post "$faster"
status 303
nobody
post "$slower"
status 422
like 'jinému účtu'
no_header set-cookie
same 'one holder' "$(sql "SELECT GROUP_CONCAT(p.given) FROM contact c JOIN person p ON p.id = c.person_id WHERE p.given IN ('První', 'Druhá') AND c.confirmed_at IS NOT NULL")" Druhá

# --- signing in and out
nobody
get /ucet
status 303
header location "$BASE/prihlaseni?zpet=%2Fucet"
sql 'DELETE FROM throttle'
for back in //evil.example '/\evil.example' https://evil.example 'javascript:alert(1)'; do
	post /prihlaseni kdo=vera@příklad.example heslo='nova ctverice slov 7' zpet="$back"
	status 303
	header location "$BASE/ucet"
done
post /prihlaseni kdo=vera@příklad.example heslo='nova ctverice slov 7' zpet=/ucet/heslo
header location "$BASE/ucet/heslo"
take_cookie
post /odhlaseni token=
status 403
post /odhlaseni token="$csrf"
status 303
header set-cookie '__Host-s=; Path=/; Max-Age=0*'
get /ucet
status 303
nobody

# A token the visitor brought is never promoted.
fixed=$(printf 'ab%.0s' {1..32})
cookie=("Cookie: __Host-s=$fixed")
post /prihlaseni kdo=vera@příklad.example heslo='nova ctverice slov 7'
status 303
ok 'the new token is another' sh -c "! grep -q $fixed '$T/headers/set-cookie'"
nobody

# Who came for something, by a strip from a shop's door, is led back to it once the new address is confirmed; nowhere else.
sql 'DELETE FROM throttle'
for back in /lhota-nad-orlici/pomoc/1 //cizi.example/; do
	get "/registrace?zpet=$back"
	is "//input[@name='zpet']/@value" "$back"
	post /registrace jmeno=Dana mail="dana${#back}@vesnice.example" heslo='osm kroku od lesa' souhlas=ano zpet="$back"
	status 303
	link=$(letter_link account.confirm)
	get "$link"
	unlike 'pomoc/1'
	post "$link"
	header location "$BASE$([ "$back" = //cizi.example/ ] && echo /ucet || echo "$back")"
done

# A cookie of another site's form is no use.
request POST /prihlaseni 'Sec-Fetch-Site: cross-site' 'Content-Type: application/x-www-form-urlencoded' 'Content-Length: 8' <<<'kdo=a&x=y'
status 403
done_testing
