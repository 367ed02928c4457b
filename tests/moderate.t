#!/bin/bash
# Reports and decisions: every transition of flows.md E6, allowed and refused; who may not decide what; who is told; what readers see of it.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
row() { sql "SELECT $1 FROM report WHERE id = $id"; }
last() { sql 'SELECT MAX(id) FROM report'; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = '$1'${2:+ AND person_id = $2}"; }
revision() { sql "SELECT SUM(revision) FROM board WHERE town_code = 999999"; }
events() { sql "SELECT GROUP_CONCAT(CONCAT(state_from, '>', state_to) ORDER BY id) FROM event_log WHERE object = 'report' AND object_id = $id AND state_from IS NOT NULL"; }
# send PATH REASON [NAME=VALUE…]
send() { post /nahlasit "co=$1" "duvod=$2" 'vysvetleni=Tohle je zkušební hlášení.' poctive=ano vim=ano "${@:3}"; }
# hold N · decide N MEASURE [NAME=VALUE…]
hold() { post "/sprava/hlaseni/$1/vzit"; }
decide() {
	post "/sprava/hlaseni/$1" "${@:3}" "opatreni=$2" duvod=offensive 'pravidlo=Podmínky, urážky' 'skutecnosti=Text uráží konkrétní lidi.' \
		"verze=$(sql "SELECT version FROM report WHERE id = $1")"
}
# the link of a letter
link_of() { "$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(detail) FROM outbox WHERE kind = '$1' ORDER BY id DESC LIMIT 1")" | sed -n 's/^link=//p' | python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote(sys.stdin.read().strip()))'; }

as Hana
author=$person
sql "INSERT INTO organisation (slug, name, legal_form, state, town_code, purpose, verified_at, created_at)
	VALUES ('vcelari', 'Včelaři', 'association', 'verified', 999999, 'Včely a med.', UTC_TIMESTAMP(), UTC_TIMESTAMP());
	INSERT INTO organisation_member VALUES (LAST_INSERT_ID(), $author, 'admin', UTC_TIMESTAMP())"
club=$(sql "SELECT id FROM organisation WHERE slug = 'vcelari'")
post $L/nastenka/napsat deska=spolky za="$club" 'nazev=Včelaři zvou na med' 'text=Ochutnávka medu v **sobotu**.' visi=2026-12-24
status 303
n=$(sql 'SELECT MAX(id) FROM notice')
N=$L/nastenka/$n-vcelari-zvou-na-med

# --- the form

nobody
get $N
is "count(//a[contains(@href, '/nahlasit?co=$N')])" 2
get "/nahlasit?co=$N"
status 200
header cache-control no-store
is 'count(//main//h1)' 1
like 'Včelaři zvou na med'
is "count(//input[@name='duvod'])" 11
is "string(//input[@name='co']/@value)" "$N"
get "/nahlasit.xml?co=$N"
valid
post /nahlasit "co=$N" duvod=illegal vysvetleni=x
status 422
is "count(//*[@class='errors']//li)" 4
like 'potřebujeme vědět, kdo ho hlásí'
is "string(//input[@name='co']/@value)" "$N"
post /nahlasit co=https://example.org/neco duvod=offensive 'vysvetleni=Dost dlouhé vysvětlení.' poctive=ano
status 422
like 'jiných stránkách nerozhodujeme'
post /nahlasit "co=$N" duvod=nesmysl 'vysvetleni=Dost dlouhé vysvětlení.' poctive=ano
status 422
post /nahlasit "co=$N" duvod=offensive 'vysvetleni=Dost dlouhé vysvětlení.' poctive=ano stamp=x
status 422
is "count(//input[@name='duvod'])" 11
is "string(//input[@checked]/@value)" offensive
same 'nothing was reported' "$(sql 'SELECT COUNT(*) FROM report WHERE target_id = '"$n")" 0
# Danger to life: first whom to call, the report is kept and goes with the second button.
post /nahlasit "co=$N" duvod=danger 'vysvetleni=Někdo tam vyhrožuje.' poctive=ano
status 200
is "count(//a[@href='tel:112' and ancestor::main])" 1
is "count(//a[@href='tel:158'])" 1
is "string(//input[@name='vim']/@value)" ano
like 'Někdo tam vyhrožuje'
# Claimed illegality wants a name, but not about a child.
send $N child_abuse
status 303
child=$(last)
same 'danger is for two hours' "$(sql "SELECT priority, state, TIMESTAMPDIFF(MINUTE, created_at, due_at) FROM report WHERE id = $child")" $'1\ttriaged\t120'
as Sona admin
sona=$person
nobody
same 'one unknown reporter hides nothing' "$(sql "SELECT moderation FROM notice WHERE id = $n")" visible
sql "UPDATE report SET state = 'final' WHERE id = $child"

# --- received, triaged, merged

as Pavel
pavel=$person
send "$BASE$N?jazyk=cs" offensive
status 303
id=$(last)
own=$(header_value location)
header set-cookie 'vzkaz=report-sent*'
same 'triaged by the table' "$(row "state, target, target_id = $n, priority, reporter_id = $pavel, trusted, TIMESTAMPDIFF(HOUR, created_at, due_at)")" $'triaged\tnotice\t1\t3\t1\t0\t72'
same 'received, then triaged' "$(sql "SELECT GROUP_CONCAT(CONCAT(COALESCE(state_from, ''), '>', state_to) ORDER BY id) FROM event_log WHERE object = 'report' AND object_id = $id")" '>received,received>triaged'
same 'what was said is sealed' "$(row "explanation LIKE '%zkušební%'")" 0
same 'the reporter is told' "$(told report.received "$pavel")" 1
follow
status 200
like 'Rozhodneme nejpozději'
get "${own#"$BASE"}.xml"
valid
nobody
from 192.0.2.7
send $N illegal 'jmeno=Neznámý' mail=nekdo@example.org
status 303
second=$(last)
same 'merged with the first' "$(sql "SELECT state, merged_into = $id, contact IS NOT NULL FROM report WHERE id = $second")" $'merged\t1\t1'
same 'which is as urgent as the gravest says' "$(row 'priority')" 2
from 192.0.2.1
get "/nahlasit/0000000000000000000000000000000000000000000000000000000000000000"
status 404

# --- the desk: who may

get /sprava/hlaseni
status 403
as Pavel
get /sprava/hlaseni
status 403
as Milan moderator,weak
get /sprava/hlaseni
status 303
header location '*/ucet/overeni?zpet=*'
as Milan moderator
milan=$person
get /sprava/hlaseni
status 200
like "Hlášení $id"
like 'Včelaři zvou na.{1,6}med'
unlike '<p[^>]*>[^<]*/nastenka/'
get /sprava/hlaseni.xml
valid
is "count(//report[@id='$id'][@reports='2'])" 1
get "/sprava/hlaseni/$id"
status 200
like 'Ochutnávka medu'
unlike 'nekdo@example.org|Neznámý'
get "/sprava/hlaseni/$id.xml"
valid
is 'count(//said)' 2
get /sprava/hlaseni/999999
status 404
get "/sprava/hlaseni/$second"
status 404

# --- in hand: one at a time, an hour

decide "$id" skryt
status 409
like 'Mezitím se něco změnilo'
hold "$id"
status 303
same 'in hand for an hour' "$(row "state, moderator_id = $milan, TIMESTAMPDIFF(MINUTE, '2026-11-22 07:32:00', locked_until)")" $'in_hand\t1\t60'
hold "$id"
status 409
as Marta moderator
marta=$person
get "/sprava/hlaseni/$id"
like 'ruce někdo jiný'
hold "$id"
status 409
post "/sprava/hlaseni/$id/pustit"
status 409
decide "$id" skryt
status 409
as Milan moderator
post "/sprava/hlaseni/$id/pustit"
status 303
same 'given back' "$(row 'state, moderator_id')" $'triaged\tNULL'
hold "$id"
now 2026-11-22T09:33:00+01:00
run jobs --once
same 'the lock ends by itself' "$(row 'state, moderator_id')" $'triaged\tNULL'
as Milan moderator
hold "$id"
post "/sprava/hlaseni/$id/priorita" priorita=3
status 303
same 'a person may see it otherwise' "$(row 'priority')" 3
post "/sprava/hlaseni/$id/priorita" priorita=7
status 409

# --- nobody decides about their own

as Pavel moderator
get "/sprava/hlaseni/$id"
like 'Tohle nerozhodujete vy'
decide "$id" nic
status 403
as Hana moderator
decide "$id" nic
status 403
hold "$id"
status 403
as Hana
sql "UPDATE person SET roles = 0 WHERE id IN ($author, $pavel)"

# --- decided

as Milan moderator
post "/sprava/hlaseni/$id" opatreni=varovat duvod=offensive 'pravidlo=Podmínky' 'skutecnosti=Text uráží konkrétní lidi.' "verze=$(row version)"
status 422
post "/sprava/hlaseni/$id" opatreni=skryt duvod=offensive pravidlo= skutecnosti= "verze=$(row version)"
status 422
is "count(//*[@class='errors']//li)" 2
decide "$id" skryt verze=1
status 409
like 'Text uráží konkrétní lidi'
before=$(revision)
decide "$id" skryt 'shrnuti=Pozvánka uráží.' do=2026-12-01
status 303
d=$(sql 'SELECT MAX(id) FROM decision')
same 'decided' "$(row state)" decided
same 'all transitions are logged' "$(events)" 'received>triaged,triaged>in_hand,in_hand>triaged,triaged>in_hand,in_hand>triaged,triaged>in_hand,in_hand>in_hand,in_hand>decided'
same 'the decision' "$(sql "SELECT target, action, reason, automated, moderator_id = $milan, state, TIMESTAMPDIFF(DAY, decided_at, appeal_until) FROM decision WHERE id = $d")" $'notice\thidden\toffensive\t0\t1\tdecided\t14'
same 'the author gets the reasons' "$(told decision.author "$author")" 1
same 'both reporters get the result' "$(told report.decided)" 2
ok 'the revision grew' [ "$(revision)" -gt "$before" ]
decide "$id" nic
status 409
get "/sprava/hlaseni?stav=uzavrene"
like "Hlášení $id"

# --- what readers see of it: nothing, and a tombstone

nobody
get $N
status 410
like 'Moderátoři to skryli'
for list in $L/nastenka "$L/nastenka?deska=spolky" "$L/nastenka?archiv=ano" "$L/nastenka?q=vcelari" $L /organizace/vcelari "/vlozit$L" $L/nastenka.rss $L/nastenka.json \
	$L/nastenka.ics "$L/archiv/2026-11"; do
	get "$list"
	status 200
	unlike 'Včelaři zvou na med'
done
get $L/nastenka.atom
unlike 'Včelaři zvou na med'
is "count(//at:deleted-entry[@ref='$BASE/o/$n'])" 1
as Hana
post "$L/nastenka/$n/upravit" nazev=Jinak text=x verze=1
status 409
get "$L/nastenka/$n/upravit"
status 409

# --- for everybody, without names

nobody
get /rozhodnuti
status 200
like 'Oznámení: skryto'
like 'Pozvánka uráží'
unlike 'Včelaři|Milan|konkrétní'
get /rozhodnuti.xml
valid
get "/rozhodnuti/$d"
status 200
unlike 'Včelaři|Milan|konkrétní'
get "/rozhodnuti/$d.xml"
valid
get /rozhodnuti.rss
like 'Oznámení: skryto'
is "count(//item[guid='$BASE/rozhodnuti/$d'])" 1
get /rozhodnuti.atom
is "count(//a:entry[a:id='$BASE/rozhodnuti/$d'])" 1
get /rozhodnuti.json
json '.items[0].title' 'Oznámení: skryto'
etag=$(header_value etag)
get /rozhodnuti.json "If-None-Match: $etag"
status 304
get /rozhodnuti/999999
status 404

# --- the appeal: once, by link, within fourteen days

appeal=$(link_of decision.author) appeal=${appeal#"$BASE"}
get "$appeal"
status 200
like 'Text uráží konkrétní lidi'
is 'count(//textarea)' 1
get "$appeal.xml"
valid
same 'looking uses nothing up' "$(sql "SELECT state FROM decision WHERE id = $d")" decided
post "$appeal" odvolani=ne
status 422
reporter=$(link_of report.decided) reporter=${reporter#"$BASE"}
post "$appeal" 'odvolani=Nikoho to neuráží, je to citát.'
status 303
same 'appealed' "$(sql "SELECT state, appeal_by, appeal_text LIKE '%citát%' FROM decision WHERE id = $d") $(row state)" $'appealed\tauthor\t0 appealed'
post "$appeal" 'odvolani=Ještě jednou a znovu.'
status 422
post "$reporter" 'odvolani=I já se chci odvolat.'
status 422
same 'once and no more' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'decision' AND object_id = $d AND action = 'appeal.send'")" 1
get /rozhodnuti/odvolani/00
status 404

# --- reviewed by another person, final

as Milan moderator
get /sprava/hlaseni
like 'posoudí někdo jiný než vy'
review() { post "/sprava/hlaseni/odvolani/$d" "vysledek=$1" 'skutecnosti=Je to citát z básně.' "${@:2}"; }
review zmenit opatreni=obnovit
status 403
as Hana moderator
review potvrdit
status 403
sql "UPDATE person SET roles = 0 WHERE id = $author"
as Marta moderator
get "/sprava/hlaseni/odvolani/$d"
status 200
like 'je to citát'
get "/sprava/hlaseni/odvolani/$d.xml"
valid
review zmenit
status 422
review zmenit opatreni=vyloucit
status 422
review zmenit opatreni=obnovit
status 303
same 'final' "$(sql "SELECT state, outcome FROM decision WHERE id = $d") $(row 'state, final_at IS NOT NULL')" $'final\tchanged final\t1'
same 'shown again' "$(sql "SELECT moderation FROM notice WHERE id = $n")" visible
same 'author and reporters hear the end' "$(told appeal.result)" 3
review potvrdit
status 409
nobody
get $N
status 200
get "/rozhodnuti/$d"
like 'Změněno po odvolání'

# --- what is dangerous is hidden by itself: one verified person, or three independent ones

as Vera
sql "UPDATE person SET level = 2 WHERE id = $person"
send $N personal_data
status 303
id=$(last)
same 'one verified person is enough' "$(sql "SELECT moderation FROM notice WHERE id = $n")" hidden
same 'the system did it and says so' "$(sql "SELECT automated, moderator_id, action FROM decision ORDER BY id DESC LIMIT 1")" $'1\tNULL\thidden'
same 'the author is told at once' "$(told decision.author "$author")" 2
same 'the admin of the site is told' "$(told org.news "$sona")" 1
get "/rozhodnuti/$(sql 'SELECT MAX(id) FROM decision')"
like 'Automaticky'
as Milan moderator
hold "$id"
decide "$id" nic
same 'a person finds nothing: shown again' "$(sql "SELECT moderation FROM notice WHERE id = $n")" visible
same 'and it is recorded as such' "$(sql "SELECT action FROM decision ORDER BY id DESC LIMIT 1")" restored
nobody
for i in 21 21 22; do
	from 192.0.2.$i
	send $N personal_data
done
id=$(sql "SELECT id FROM report WHERE state = 'triaged' AND target_id = $n")
same 'two machines are two reporters, however often' "$(sql "SELECT moderation FROM notice WHERE id = $n")" visible
from 192.0.2.23
send $N personal_data
same 'three hide it' "$(sql "SELECT moderation FROM notice WHERE id = $n")" hidden
from 192.0.2.1

# --- limited: on its page and the board, in no feed; nobody appeals; time makes it final and ends the measure

as Milan moderator
hold "$id"
decide "$id" omezit do=2026-11-25
status 303
d=$(sql 'SELECT MAX(id) FROM decision')
nobody
get $N
status 200
get "$L/nastenka?deska=spolky"
like 'Včelaři zvou na med'
for feed in $L/nastenka.rss $L/nastenka.json $L/nastenka.atom "/vlozit$L"; do
	get "$feed"
	unlike 'Včelaři zvou na med'
done
now 2026-11-25T00:10:00+01:00
run jobs --once
same 'the measure is over' "$(sql "SELECT moderation FROM notice WHERE id = $n")" visible
late=$(link_of decision.author) late=${late#"$BASE"}
same 'not yet final' "$(row state)" decided
now 2026-12-07T10:00:00+01:00
get "$late"
like 'Čas na odvolání už uplynul'
post "$late" 'odvolani=Trochu pozdě, ale přece.'
status 422
run jobs --once
same 'final by time' "$(row state) $(sql "SELECT state FROM decision WHERE id = $d")" 'final final'

# --- late ones

now 2026-11-22T08:32:00+01:00
nobody
send $L commercial
status 303
id=$(last)
same 'a page has no state of its own' "$(row 'target, target_id, priority')" $'page\t0\t3'
now 2026-11-26T08:40:00+01:00
as Milan moderator
get '/sprava/hlaseni?stav=po-lhute'
like 'Po lhůtě'
like "Hlášení $id"
run jobs --once
ok 'the admin hears of what is late' [ "$(told org.news "$sona")" -ge 2 ]
hold "$id"
decide "$id" skryt
status 422
decide "$id" nic
status 303

# --- a town's clerk: the community board of their own town, nothing else

now 2026-11-22T08:32:00+01:00
nobody
send $N wrong_board
id=$(last)
send /organizace/vcelari commercial
other=$(last)
as Karla clerk
get $L/hlaseni
status 200
like "Hlášení $id"
unlike "Hlášení $other"
get $L/hlaseni.xml
valid
get /sprava/hlaseni
status 403
get "$L/hlaseni/$other"
status 404
post "$L/hlaseni/$id/vzit"
status 303
post "$L/hlaseni/$id" opatreni=odstranit duvod=wrong_board 'pravidlo=Podmínky' 'skutecnosti=Patří to na jinou nástěnku.' "verze=$(row version)"
status 303
same 'removed by the town' "$(sql "SELECT moderation FROM notice WHERE id = $n")" removed
as Zdena clerk 563102
get "$L/hlaseni/$id"
status 403
nobody
get $N
status 410
like 'Moderátoři to odstranili'

# --- an organisation

as Milan moderator
hold "$other"
decide "$other" skryt
status 303
nobody
get /organizace/vcelari
status 410
get $L/organizace
unlike 'Včelaři'
get /organizace/vcelari.rss
status 410

# --- standing of a person

as Milan moderator
get "/sprava/osoby/$author"
status 200
get "/sprava/osoby/$author.xml"
valid
stand() { post "/sprava/osoby/$author" "${@:2}" "opatreni=$1" duvod=offensive 'pravidlo=Podmínky' 'skutecnosti=Opakované urážky.' "bylo=$(sql "SELECT standing FROM person WHERE id = $author")"; }
for step in varovat:warned omezit:limited; do
	stand "${step%:*}"
	status 303
	same "${step#*:}" "$(sql "SELECT standing FROM person WHERE id = $author")" "${step#*:}"
done
stand pozastavit
status 422
stand pozastavit do=2026-11-24
status 303
same 'suspended for a time' "$(sql "SELECT standing, standing_until FROM person WHERE id = $author")" $'suspended\t2026-11-23 23:00:00'
stand vyloucit bylo=normal
status 409
stand vyloucit
status 303
as Hana
get /ucet
status 303
header location '*/prihlaseni*'
as Milan moderator
stand zrusit
status 303
same 'lifted' "$(sql "SELECT standing, standing_until FROM person WHERE id = $author")" $'normal\tNULL'
stand zrusit
status 422
stand pozastavit do=2026-11-24
now 2026-11-24T00:05:00+01:00
run jobs --once
same 'time lifts it, too' "$(sql "SELECT standing FROM person WHERE id = $author")" normal
now 2026-11-22T08:32:00+01:00
as Milan moderator
post "/sprava/osoby/$milan" opatreni=varovat duvod=other 'pravidlo=Podmínky' 'skutecnosti=Sám sebe nesoudím.' bylo=normal
status 403
post "/sprava/osoby/$sona" opatreni=vyloucit duvod=other 'pravidlo=Podmínky' 'skutecnosti=Správce nesoudí moderátor.' bylo=normal
status 403
as Pavel
get "/sprava/osoby/$author"
status 403
as Karla clerk
sql "UPDATE person SET standing = 'suspended' WHERE id = $person"
get $L/nastenka/napsat
status 403
nobody
get /rozhodnuti
like 'Osoba: účet zablokován'
unlike 'Hana'

# --- said aloud

for path in /podminky /kontakt; do
	get $path
	status 200
	get "$path?jazyk=uk"
	status 200
	get "$path.xml"
	valid
done
get /podminky
like 'Verze 1'
get /
is "count(//footer//a[@href='/podminky' or @href='/kontakt' or @href='/rozhodnuti'])" 3

# --- too often

from 192.0.2.99
for i in 1 2 3 4 5 6 7 8 9 10 11; do send $L/zdroje other; done
status 429
done_testing
