#!/bin/bash
# Asking for help (flows.md E1): one form without an account, proof by mail or telephone, the page of who asks. Each row of R, X and V, allowed and refused.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
mkdir "$T/letters"
printf '%s\n' '[mail]' "folder = $T/letters" '[sms]' 'driver = folder' >>"$SOUSEDE_CONF"
link() { letter "${1:-help.news}" | grep -oE '/(prosba|odpoved)/[0-9]+-[0-9a-f]{32}'; }
what() { letter "${1:-help.news}" | sed -n 's/^what=//p'; }
pin() { letter help.news | sed -n 's/^pin=//p'; }
last() { sql 'SELECT MAX(id) FROM help_request'; }
row() { sql "SELECT $1 FROM help_request WHERE id = $id"; }
where() { local to && to=$(header_value location) && echo "${to#"$BASE"}"; }
# asking NAME=VALUE…: the form with what most requests have
# What is given comes first, and the first counts.
asking() { post $L/pomoc/potrebuji "$@" druh=odvoz pro=ja 'nazev=Odvézt ve středu k zubaři' kdy=brzy 'jmeno=Marie Hájková' mail=marie@example.org; }
# opened NAME=VALUE…: asked and confirmed; its page is in $mine, its number in $id
opened() {
	sql 'DELETE FROM throttle'
	asking "$@"
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

asking 'popis=Chodím o holi.' kdy=cas den=2026-11-25 'hodiny=8.30–11.00' cast=Borek 'adresa=U Jezu 7' zahrnuje=doma telefon='600 000 123'
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

asking mail= telefon='600 000 124' 'nazev=Přinést nákup' druh=nakup
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
asking mail= telefon='600 000 125' druh=zahrada
proof=$(where) id=$(last) digits=$(pin)
for n in 1 2 3 4 5; do post "$proof" kod="1111 111$n"; done
post "$proof" kod="$digits"
status 422
same 'not confirmed' "$(row state)" unconfirmed
run jobs --once
ok "the SMS has the code" grep -rq "potvrdi vasi prosbu" "$T/letters"

# --- what is wrong is said beside the field, and nothing typed is lost

sql 'DELETE FROM throttle'
count=$(last)
asking druh= nazev= mail= jmeno= 'popis=Zůstane tu'
status 422
is "count(//*[@class='errors'][@role='alert'])" 1
is 'string(//textarea[@name="popis"])' 'Zůstane tu'
like 'Napište telefon nebo e-mail'
while IFS='|' read -r field value error; do
	asking "$field=$value" kdy=cas den=2026-11-25
	status 422
	is "translate(string(//p[@id='$field-e']), ' ', ' ')" "$error"
	is "count(//p[@class='err'])" 1
done <<'END'
popis|Volejte 600 000 123.|V textu je telefonní číslo. Smažte ho a napište ho do pole Telefon.
popis|Volejte 600-000-123 nebo pište.|V textu je telefonní číslo. Smažte ho a napište ho do pole Telefon.
popis|Pište na marie@example.org.|V textu je e-mailová adresa. Smažte ji a napište ji do pole E-mail.
popis|Bydlím v ulici Dlouhá 12.|V textu je ulice nebo číslo domu. Smažte je a napište je do pole Ulice a číslo domu.
nazev|Přijďte na čp. 12|V textu je ulice nebo číslo domu. Smažte je a napište je do pole Ulice a číslo domu.
hodiny|ráno|Napište hodiny jako 8.30–11.00 nebo 17.00.
hodiny|25.00|Napište hodiny jako 8.30–11.00 nebo 17.00.
den|2026-11-20|Tenhle čas už minul. Vyberte pozdější.
den|2028-01-01|Je to víc než rok dopředu. Vyberte bližší den.
telefon|600 000 1|Číslo má mít devět číslic, teď jich má 7.
END
asking kdy=do den=
status 422
is "count(//p[@id='den-e'])" 1
asking 'popis=Přijedu ke mně domů, U Jezu 7.' 'adresa=U Jezu 7'
status 422
is "count(//p[@id='popis-e'])" 1
asking druh=rousky
status 422
same 'nothing was written' "$(last)" "$count"
# Dates, hours and sums are no telephones.
sql 'DELETE FROM throttle'
asking 'popis=Od 24. 11. 2026 8.30 do 25. 11. 2026 11.00, zaplatím 1 200 Kč.' mail=datum@example.org
status 303

# --- danger: numbers first, and sent by who knows

count=$(last)
asking 'popis=Soused leží v bezvědomí.'
status 422
is "count(//section[@role='alert']//a[@href='tel:155'])" 1
is "string(//input[@name='vim']/@value)" ano
like 'Nejde o.život, odeslat'
same 'not sent' "$(last)" "$count"
asking 'popis=Soused leží v bezvědomí.' vim=ano
status 303

# --- for somebody else: with consent, and both sides are kept apart

sql 'DELETE FROM throttle'
asking pro=jiny 'jmeno=Jiří Malý' mail=jiri@example.org
status 422
is "count(//p[@id='jmeno-jineho-e']) + count(//p[@id='souhlas-e'])" 2
asking pro=jiny 'jmeno-jineho=Marie Hájková' 'telefon-jineho=600 000 199' souhlas=ano 'jmeno=Jiří Malý' mail=jiri@example.org druh=doucovani
status 303
id=$(last)
same 'who is shown, and who agreed' "$(row "given, initial, for_whom, consent")" $'Marie\tH.\tother\tdeclared_by_proxy'
same 'two contacts' "$(sql "SELECT GROUP_CONCAT(role ORDER BY role) FROM help_contact WHERE request_id = $id")" requester,proxy
mine=$(link)
post "$mine/potvrdit"
status 303
same 'the proxy confirmed' "$(row state)" open
follow
like 'Kdo o.pomoc prosí'
like 'Jiří Malý'
get $L/pomoc/$id
like 'Marie.H\.'
unlike 'Malý|Jiří'
sql 'DELETE FROM throttle'
asking pro=zarizeni 'jmeno-jineho=Školka Kaštánek' 'jmeno=Jana Nová' mail=skolka@example.org
same 'an institution by its name' "$(sql "SELECT given, initial, for_whom FROM help_request WHERE id = $(last)")" $'Školka Kaštánek\t\tinstitution'

# --- the same within a week: the older one may be corrected instead

opened mail=dvakrat@example.org 'nazev=První odvoz'
first=$id mine_first=$mine
asking mail=dvakrat@example.org 'nazev=Druhý odvoz'
id=$(last) mine=$(link)
get "$mine"
like 'Podobnou prosbu už máte'
is "string(//section[contains(@class,'lit')]//a/@href)" "$mine_first"
get "$mine.xml"
valid
post "$mine/stejna"
status 303
same 'leads to the older one' "$(where)" "$mine_first/upravit"
same 'the new one ended' "$(row 'state, outcome')" $'closed\twithdrawn'
post "$mine/stejna"
status 409
asking mail=dvakrat@example.org 'nazev=Třetí odvoz'
id=$(last) mine=$(link)
post "$mine/potvrdit"
same 'or both stay' "$(row state)" open
asking mail=dvakrat@example.org druh=zahrada
id=$(last)
get "$(link)"
unlike 'Podobnou prosbu už máte'


# --- signed in: the contact of the account is proof

sql 'DELETE FROM throttle'
post /registrace jmeno=Lucie mail=lucie@example.org heslo='dlouhé heslo pro sousedy' souhlas=ano
as Lucie
sql "UPDATE contact SET person_id = $person, confirmed_at = '2026-11-01'"
get $L/pomoc/potrebuji
is "string(//input[@name='mail']/@value)" lucie@example.org
is "string(//input[@name='jmeno']/@value)" Lucie

asking 'jmeno=Lucie Tichá' mail=lucie@example.org druh=technika
status 303
id=$(last) mine=$(where)
same 'open at once' "$(row state),$(sql "SELECT person_id = $person FROM help_contact WHERE request_id = $id")" open,1
like_mine() { [[ $mine == /prosba/* ]]; }
ok 'leads to the page of the request' like_mine
get $L/pomoc/$id
is "string(//a[starts-with(@href,'/prosba/')]/@href)" "$mine"
asking 'jmeno=Lucie Tichá' mail=cizi@example.org druh=jine
same 'an address of somebody else is to be proved' "$(sql "SELECT state FROM help_request WHERE id = $(last)")" unconfirmed
ok 'elsewhere' [ "$(where)" != "$mine" ]
nobody
get $L/pomoc/$id
is "count(//a[starts-with(@href,'/prosba/')])" 0

# --- correcting: what was typed meanwhile is not lost

opened mail=oprava@example.org kdy=cas den=2026-11-25 hodiny=8-11 lidi=2
version=$(row version)
get "$mine/upravit"
status 200
is "string(//input[@name='hodiny']/@value)" '08:00–11:00'
is "string(//input[@name='den']/@value)" 2026-11-25
is "string(//input[@name='kdy'][@checked]/@value)" cas
get "$mine/upravit.xml"
valid
post "$mine/upravit" verze="$version" 'nazev=Nový název' kdy=do den=2026-11-26 hodiny=17.00 lidi=1 'adresa=Na Kopci 3' kdo=overeni
status 303
same 'saved' "$(row 'title, when_kind, from_at, to_at, slots_needed, visibility, version > '"$version")" $'Nový název\tby\tNULL\t2026-11-26 16:00:00\t1\tverified_helpers\t1'
get $L/pomoc/$id
status 404
post "$mine/upravit" verze="$version" 'nazev=Pozdní název' kdy=brzy
status 409
like 'Mezitím se prosba změnila'
is "string(//input[@name='nazev']/@value)" 'Pozdní název'
like 'Nový název'
post "$mine/upravit" verze="$version" 'nazev=Volejte 600000123' kdy=brzy
status 422
same 'neither was saved' "$(row title)" 'Nový název'

# --- helpers: accepted, refused, let go; nobody else's

opened mail=pomoc@example.org lidi=2 kdy=cas den=2026-11-25
helper() { # NAME [STATE]: a helper of level 1 who applied
	as "$1"
	sql "UPDATE person SET level = 1 WHERE id = $person; INSERT INTO response (request_id, person_id, state, asked_at, nonce) VALUES ($id, $person, 'applied', NOW(), RANDOM_BYTES(8))"
	answer=$(sql 'SELECT MAX(id) FROM response')
	nobody
}
state() { sql "SELECT state FROM response WHERE id = ${1:-$answer}"; }
helper Karel && karel=$answer
helper Lenka && lenka=$answer
helper Oto && oto=$answer
get "$mine"
like 'Někdo se přihlásil'
is "count(//button[@value='prijmout'])" 3
get "$mine.xml"
valid
post "$mine_first/pomocnik/$karel" co=prijmout
status 404
post "$mine/pomocnik/$karel" co=prijmout
status 303
same 'accepted' "$(state "$karel"),$(row 'state, slots_filled')" $'accepted,open\t1'
get "$mine"
unlike 'tel:\+420777333444'
sql "INSERT INTO offer (id, person_id, state, town_code, lat, lon, show_phone, valid_until, nonce, created_at, changed_at) SELECT 9301, person_id, 'active', 999999, 50, 16, TRUE, '2030-01-01',
	  REPEAT('n', 8), NOW(), NOW() FROM response WHERE id = $karel;
	UPDATE response SET offer_id = 9301 WHERE id = $karel;
	INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT person_id, 'phone', UNHEX('$("$BUILD/tests/unit/unseal" close "$T/keys" contact +420777333444)'), REPEAT('k', 32), NOW()
	  FROM response WHERE id = $karel"
get "$mine"
is "count(//a[@href='tel:+420777333444'])" 1
get "$mine.xml"
valid
post "$mine/pomocnik/$karel" co=prijmout
status 409
post "$mine/pomocnik/$oto" co=odmitnout
same 'refused' "$(state "$oto")" refused
post "$mine/pomocnik/$oto" co=prijmout
status 409
post "$mine/pomocnik/$lenka" co=prijmout
same 'full' "$(row 'state, slots_filled')" $'filled\t2'
get "$mine/pomocnik/$lenka"
status 200
like 'Odmítnout slíbenou pomoc: Lenka'
get "$mine/pomocnik/$lenka.xml"
valid
get "$mine/pomocnik/$oto"
status 404
post "$mine/pomocnik/$lenka" co=propustit
status 303
same 'let go: it is open again' "$(state "$lenka"),$(row 'state, slots_filled')" $'dropped,open\t1'
post "$mine/pomocnik/$lenka" co=nesmysl
status 400

# --- renewing: three times at most

for n in 1 2 3; do post "$mine/prodlouzit" && status 303; done
post "$mine/prodlouzit"
status 409
same 'three times' "$(row renew_count)" 3

# --- done: only when somebody says so

post "$mine/hotovo" jak=ano
status 409
sql "UPDATE help_request SET state = 'done_claimed', done_at = NOW() WHERE id = $id"
get "$mine"
like 'Povedlo se'
is "count(//a[contains(@href,'/stahnout')])" 0
post "$mine/hotovo" jak=
status 422
get "$mine.xml"
valid
get "$mine/stahnout"
status 404
post "$mine/stahnout" duvod=vyreseno
status 409
post "$mine/hotovo" jak=ne
status 303
same 'no: open again' "$(row 'state, slots_filled')" $'open\t1'
sql "UPDATE help_request SET state = 'done_claimed', done_at = NOW() WHERE id = $id"
post "$mine/hotovo" jak=castecne 'diky=Děkuji moc.' znovu=ano
status 303
same 'over' "$(row 'state, outcome')" $'closed\tpartly'
same 'thanks' "$(sql "SELECT state, thanks, again_requester FROM response WHERE id = $karel")" $'done\tDěkuji moc.\t1'
follow
like 'Těší nás'
get "$mine/pomocnik/$karel"
like 'Nepřišla slíbená pomoc'
post "$mine/pomocnik/$karel" co=neprisel
status 303
same 'did not come' "$(state "$karel")" no_show
get $L/pomoc/$id
status 200
like 'Tahle prosba už skončila'

# --- withdrawing: a question first, and everybody is told

opened mail=konec@example.org
helper Karel
post "$mine/pomocnik/$answer" co=prijmout
get "$mine/stahnout"
status 200
like 'Karel'
get "$mine/stahnout.xml"
valid
post "$mine/stahnout" duvod=
status 422
same 'still there' "$(row state)" filled
post "$mine/stahnout" duvod=nepotrebuji
status 303
same 'withdrawn' "$(row 'state, outcome'),$(state)" $'closed\twithdrawn,superseded'
same 'the helper is told' "$(what help.helper)" withdrawn
post "$mine/stahnout" duvod=nepotrebuji
status 409
for what in upravit stahnout; do get "$mine/$what" && status 404; done
for what in potvrdit prodlouzit; do post "$mine/$what" && status 409; done
get "$mine"
status 200
sql "UPDATE help_request SET closed_at = closed_at - INTERVAL 15 DAY WHERE id = $id"
get "$mine"
status 410

# --- a town that reads first, a crisis

sql "INSERT INTO town_help (town_code, review, phone) VALUES (999999, TRUE, '+420800000494')"
opened mail=cteni@example.org
same 'read first' "$(row state)" review
get "$mine"
like 'Koordinátorka prosbu čte'
get $L/pomoc/$id
status 404
sql "UPDATE town_help SET crisis = TRUE, crisis_since = '2026-11-21'"
get $L/pomoc/potrebuji
is "count(//input[@name='druh'][@value='rousky'])" 1
like 'tel:\+420800000494'
opened mail=leky@example.org druh=leky
same 'medicine wants a verified helper' "$(row min_level)" 2
same 'in a crisis everything is read' "$(sql "UPDATE town_help SET review = FALSE")$(opened mail=krize@example.org kdo=koordinator && row state)" review
sql "DELETE FROM town_help"

# --- weekly: the next one comes by itself, at the same hour when the clocks change, until it is withdrawn

now 2027-03-20T10:00:00+01:00
opened mail=tydne@example.org kdy=tydne den=2027-03-24 hodiny=9-11
weekly=$id
same 'weekly' "$(row 'when_kind, from_at, state')" $'weekly\t2027-03-24 08:00:00\topen'
run jobs --once
same 'not before it is over' "$(last)" "$weekly"
now 2027-03-24T12:00:00+01:00
sql "UPDATE help_request SET state = 'filled', slots_filled = 1, first_yes_at = '2027-03-21' WHERE id = $weekly"
# The town reads first by now; what is asked every week it has read.
sql "INSERT INTO town_help (town_code, review) VALUES (999999, TRUE)"
run jobs --once
sql "DELETE FROM town_help"
run jobs --once
id=$(last)
same 'one more, at nine' "$(row 'from_at, to_at, state, series_id, slots_filled')" $'2027-03-31 07:00:00\t2027-03-31 09:00:00\topen\t'"$weekly"$'\t0'
same 'its contact is confirmed' "$(sql "SELECT COUNT(*) FROM help_contact WHERE request_id = $id AND confirmed_at IS NOT NULL AND mail_hash IS NOT NULL")" 1
mine=$(cat "$T"/letters/* | python3 -c 'import quopri, sys; sys.stdout.buffer.write(quopri.decodestring(sys.stdin.buffer.read()))' | grep -aoE "/prosba/$id-[0-9a-f]{32}" | command head -n 1)
get "$mine"
status 200
post "$mine/stahnout" duvod=nepotrebuji
status 303
now 2027-03-31T12:00:00+02:00
run jobs --once
same 'withdrawn is the end of it' "$(last)" "$id"

# --- too often

sql 'DELETE FROM throttle'
for n in {1..11}; do asking mail=casto@example.org; done
status 429
done_testing
