#!/bin/bash
# The coordinators' desk: each row of flows.md E1 that a coordinator or clerk has, allowed and refused; nobody loses what another does meanwhile.
. "${0%/*}/lib.sh"
D=/lhota-nad-orlici/koordinace
# request CODE STATE [MORE-COLUMNS VALUES]: one that is there already; its id in $q
asked_for() {
	q=$(sql "INSERT INTO help_request (code, state, town_code, part, category, title, text, given, initial, lat, lon, slots_needed, created_at, opened_at, changed_at, expires_at)
		VALUES ('$1', '$2', 999999, 'Zářečí', 'nakup', '${3:-Nákup na víkend}', 'Chleba, mléko, brambory.', 'Marie', 'H.', 50.01, 16.34, ${4:-1}, '2026-11-22 06:00:00',
		'2026-11-22 06:00:00', '2026-11-22 06:00:00', '2026-11-29 06:00:00'); SELECT LAST_INSERT_ID()")
}
answers() { sql "INSERT INTO response (request_id, person_id, state, nonce) VALUES ($q, $1, '$2', RANDOM_BYTES(8)); SELECT LAST_INSERT_ID()"; }
of() { sql "SELECT $1 FROM help_request WHERE id = $q"; }
events() { sql "SELECT GROUP_CONCAT(CONCAT_WS('>', state_from, state_to) ORDER BY id SEPARATOR ' ') FROM event_log WHERE object = 'request' AND object_id = $q AND action = 'help.move'"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE ref_id = $q AND kind = '$1'${2:+ AND person_id = $2}"; }
# refused STATUS: and the request is as it was
refused() {
	status "$1"
	same "$asked: nothing is written" "$(sql "SELECT state, version, slots_filled FROM help_request WHERE id = $q")/$(sql 'SELECT COUNT(*) FROM event_log')" "$before"
}
remember() { before="$(sql "SELECT state, version, slots_filled FROM help_request WHERE id = $q")/$(sql 'SELECT COUNT(*) FROM event_log')"; }

as Eva && helper=$person && sql "UPDATE person SET level = 2 WHERE id = $person"
as Jan && second=$person && sql "UPDATE person SET level = 1 WHERE id = $person"
as Klara clerk && clerk=$person
as Karel coordinator && karel=$person

# --- whose desk it is
asked_for aaaaaa open
nobody
get $D
status 403
as Pavel
get $D
status 403
get "$D/$q"
status 403
as Zdena coordinator 563102
get $D
status 403
post "$D/$q" co=rezervovat
status 403
get /kadan/koordinace
status 403 # a town that does not run its page has no desk
as Karel coordinator
get $D.xml
status 200
valid
is '//desk' 'Lhota nad Orlicí'
is '//column[@state="open"]/@count' 1
is '//card/title' 'Nákup na víkend'
is 'count(//column)' 6
get "$D/999"
status 404
sql "UPDATE help_request SET town_code = 563102 WHERE id = $q"
get "$D/$q"
status 404
sql "UPDATE help_request SET town_code = 999999 WHERE id = $q"
get "$D?stav=nic"
status 400
get "$D?stav=hleda-se"
status 200
get "$D.xml?stav=uzavrene"
valid
is '//column/@count' 0

# --- stale and urgent ones stand first
first=$q
asked_for aaaaac open 'Léky dnes'
sql "UPDATE help_request SET urgent = 1, changed_at = '2026-11-22 07:30:00' WHERE id = $q"
asked_for aaaaad open 'Starší'
sql "UPDATE help_request SET changed_at = '2026-11-20 07:30:00' WHERE id = $q"
get $D.xml
is '//column[@state="open"]/card[1]/title' 'Léky dnes'
is '//column[@state="open"]/card[2]/title' Starší
is '//card[title="Starší"]/@stale' yes
is 'count(//card[title="Léky dnes"]/@stale)' 0

# --- live: the same board is not sent twice, any change of a request or an answer is another board
get $D
tag=$(header_value etag)
get $D "If-None-Match: $tag"
status 304
a=$(answers "$helper" applied)
get $D "If-None-Match: $tag"
status 200
tag=$(header_value etag)
sql "UPDATE help_request SET version = version + 1 WHERE id = $q"
get $D "If-None-Match: $tag"
status 200
get $D.xml
is '//card[title="Starší"]/@applied' 1

# --- E1#6 and #7: reserved and released
q=$first
get "$D/$q.xml"
valid
is 'count(//can[@do="rezervovat"])' 1
is 'count(//can[@do="zahajit"])' 0
remember
post "$D/$q" co=uvolnit
refused 409
like 'Mezitím se to změnilo'
post "$D/$q" co=zahajit
refused 409
post "$D/$q" co=hotovo
refused 409
post "$D/$q" co=podarilo-se
refused 409
post "$D/$q" co=vratit
refused 409
post "$D/$q" co=nesmysl
refused 400
post "$D/$q" co=rezervovat token=nic
refused 403
post "$D/$q" co=rezervovat
status 303
same 'reserved by whoever pressed it, for half an hour' "$(of 'state, reserved_by, reserved_until')" "reserved	$karel	2026-11-22 08:02:00"
follow
like 'právě se domlouvá'
get "$D/$q.xml"
valid
is '//detail/reserver' Karel
remember
post "$D/$q" co=rezervovat
refused 409
as Klara clerk
post "$D/$q" co=uvolnit
status 303
same 'another one releases it' "$(of state)" open
same 'both are in the log' "$(events)" 'open>reserved reserved>open'

# --- accepted on behalf: E2, E1#8; the last place is one place
a=$(answers "$helper" invited) b=$(answers "$second" applied)
get "$D/$q.xml"
valid
is 'count(//answer)' 2
remember
post "$D/$q/pomocnik" odpoved="$a" co=uvolnit
refused 409
post "$D/$q/pomocnik" odpoved=999999 co=prijmout
refused 404
sql "UPDATE help_request SET min_level = 2 WHERE id = $q"
post "$D/$q/pomocnik" odpoved="$b" co=prijmout
refused 409
like 'vyšší úrovní'
post "$D/$q/pomocnik" odpoved="$a" co=prijmout
status 303
same 'filled' "$(of 'state, slots_filled')" 'filled	1'
same 'the other one is told that it is covered' "$(sql "SELECT state FROM response WHERE id = $b")/$(told help.helper "$second")" superseded/1
remember
post "$D/$q/pomocnik" odpoved="$b" co=prijmout
refused 409

# --- E1#9: dropped, and it is open again; refused and declined
post "$D/$q/pomocnik" odpoved="$a" co=uvolnit
status 303
same 'open again, the place is free' "$(of 'state, slots_filled')/$(sql "SELECT state FROM response WHERE id = $a")" 'open	0/dropped'
a=$(answers "$helper" suggested) b=$(answers "$second" applied)
post "$D/$q/pomocnik" odpoved="$a" co=odmitl
same 'written down that she cannot' "$(sql "SELECT state FROM response WHERE id = $a")" declined
post "$D/$q/pomocnik" odpoved="$b" co=odmitnout
same 'refused' "$(sql "SELECT state FROM response WHERE id = $b")" refused
a=$(answers "$helper" suggested)
post "$D/$q/pomocnik" odpoved="$a" co=prijmout
same 'accepted after a call, never invited by letter' "$(of state)" filled

# --- E1#10, #11, #12, #13
post "$D/$q" co=zahajit
same 'under way' "$(of state)" underway
post "$D/$q" co=hotovo
same 'said to be done' "$(of state)" done_claimed
remember
post "$D/$q" co=rezervovat
refused 409
get "$D/$q/ukoncit"
status 409
post "$D/$q" co=neni-hotovo
same 'not done: who promised does it yet, and knows' "$(of state)/$(sql "SELECT COUNT(*) FROM outbox WHERE ref_id = $q AND kind = 'help.helper' AND person_id = $helper" | sed 's/^[1-9].*/yes/')" filled/yes
sql "UPDATE help_request SET state = 'done_claimed' WHERE id = $q"
post "$D/$q" co=zcasti
same 'closed in part' "$(of 'state, outcome')/$(sql "SELECT state FROM response WHERE id = $a")" 'closed	partly/done'
remember
for what in rezervovat uvolnit zahajit hotovo podarilo-se neni-hotovo skryt vratit prodlouzit; do
	post "$D/$q" co=$what
	refused 409
done
post "$D/$q/pomocnik" odpoved="$a" co=neprisel
status 303
same 'nobody came, found out later' "$(sql "SELECT state FROM response WHERE id = $a")" no_show

# --- E1#4 and #5: read before it is public
asked_for aaaaae review 'Nakup pro Novákovou, Dlouhá 5'
get "$D/$q/upravit.xml"
valid
is '//can/@do' zverejnit
edition=$(value '//field[@name="verze"]/value')
remember
post "$D/$q/upravit" nazev= verze="$edition" akce=zverejnit sms=x
refused 422
like 'id="nazev-e"'
post "$D/$q/upravit" nazev=Nákup 'text=Volejte 604 111 222' verze="$edition" akce=zverejnit 'sms=Lhota: nakup'
status 422
is "//*[@id='text-e']/@class" err
like 'Volejte 604.111.222'
post "$D/$q/upravit" nazev=Nákup text=Chleba verze="$edition" akce=zverejnit sms=
refused 422
like 'id="sms-e"'
post "$D/$q/upravit" nazev="$(printf 'x%.0s' {1..81})" verze="$edition"
refused 422
like 'xxxxxxxx'
sql "UPDATE help_request SET text = 'Jinak', version = version + 1 WHERE id = $q"
remember
post "$D/$q/upravit" nazev=Nákup text=Chleba verze="$edition" akce=zverejnit 'sms=Lhota: nakup'
refused 409
like 'Jinak'
like 'Chleba'
edition=$(value '//input[@name="verze"]/@value')
post "$D/$q/upravit" nazev=Nákup text=Chleba verze="$edition" akce=zverejnit 'sms=Lhota: nakup'
status 303
same 'published as it was mended' "$(of 'state, title, text, text160')" 'open	Nákup	Chleba	Lhota: nakup'
asked_for aaaaaf review
remember
get "$D/$q/ukoncit.xml"
valid
post "$D/$q/ukoncit" duvod=obchod poznamka=
refused 422
post "$D/$q/ukoncit" duvod= poznamka=Volejte
refused 422
post "$D/$q/ukoncit" duvod=obchod 'poznamka=Placenou práci sem nedáváme. Zavolejte na úřad.'
status 303
same 'rejected, with the reason' "$(of 'state, outcome, closed_note')/$(sql "SELECT reason_code FROM event_log WHERE object = 'request' AND object_id = $q ORDER BY id DESC LIMIT 1")" \
	'closed	rejected	Placenou práci sem nedáváme. Zavolejte na úřad./commercial'
remember
post "$D/$q/ukoncit" duvod=jine poznamka=x
refused 409

# --- E1#15: withdrawn, whoever promised is freed and told
asked_for aaaaag open Odvoz 2
a=$(answers "$helper" applied)
post "$D/$q/pomocnik" odpoved="$a" co=prijmout
remember
get "$D/$q/ukoncit"
status 200
post "$D/$q/ukoncit" duvod=vyreseno-jinde
status 303
same 'withdrawn' "$(of 'state, outcome')/$(sql "SELECT state FROM response WHERE id = $a")" 'closed	withdrawn/superseded'

# --- E1#17: hidden and put back where it was, by the handler only while it is no matter of the site's moderators
asked_for aaaaah open
post "$D/$q" co=skryt
same 'hidden' "$(of 'state, hidden_from')" 'hidden	open'
sql "UPDATE help_request SET moderation = 'hidden' WHERE id = $q"
remember
post "$D/$q" co=vratit
refused 409
sql "UPDATE help_request SET moderation = 'visible' WHERE id = $q"
post "$D/$q" co=vratit
same 'back' "$(of state)" open
post "$D/$q" co=prodlouzit
status 303
same 'a week more' "$(of renew_count)" 1
sql "UPDATE help_request SET renew_count = 3 WHERE id = $q"
remember
post "$D/$q" co=prodlouzit
refused 409

# --- a coordinator and who asks at once: whoever comes second hears of it, nothing is half done
asked_for aaaaai open
a=$(answers "$helper" applied)
sql "UPDATE help_request SET state = 'closed', outcome = 'withdrawn', version = version + 1 WHERE id = $q;
	UPDATE response SET state = 'superseded' WHERE id = $a"
remember
post "$D/$q" co=rezervovat
refused 409
post "$D/$q/pomocnik" odpoved="$a" co=prijmout
refused 409
like 'Mezitím se to změnilo'
get "$D/$q.xml"
valid

# --- the same form sent twice does one thing
asked_for aaaaaj open
post "$D/$q/poznamka" poznamka='Zvonit dvakrát.' once=00112233445566778899aabbccddeeff
post "$D/$q/poznamka" poznamka='Zvonit dvakrát.' once=00112233445566778899aabbccddeeff
same 'one note' "$(sql "SELECT COUNT(*) FROM help_note WHERE request_id = $q")" 1
get "$D/$q.xml"
valid
is '//note/text' 'Zvonit dvakrát.'
same 'under seal' "$(sql "SELECT LOCATE('Zvonit', text) FROM help_note WHERE request_id = $q")" 0
post "$D/$q/poznamka" poznamka=
status 422
like 'id="poznamka-e"'

# --- nobody calls the same person twice unknowingly
post "$D/$q/volam" odpoved=0
status 303
as Karel coordinator
sql "INSERT INTO help_contact (request_id, role, name, phone_hash, nonce) VALUES ($q, 'requester', '-', REPEAT('x', 32), RANDOM_BYTES(8))"
other=$q
asked_for aaaaak open 'Druhá prosba stejného člověka'
sql "INSERT INTO help_contact (request_id, role, name, phone_hash, nonce) VALUES ($q, 'requester', '-', REPEAT('x', 32), RANDOM_BYTES(8))"
post "$D/$q/volam" odpoved=0 videno=0
status 409
like 'Někdo tu už volá'
like 'Klara'
seen=$(value '(//input[@name="videno"])[1]/@value')
get "$D/$q.xml"
is '//call/who' Klara
post "$D/$q/volam" odpoved=0 "videno=$(value '//call/@id')"
status 303
same 'both calls are written down' "$(sql "SELECT COUNT(*) FROM help_note WHERE kind = 'call' AND request_id IN ($q, $other)")" 2
a=$(answers "$helper" applied)
post "$D/$q/volam" odpoved="$a"
status 303
as Klara clerk
post "$D/$q/volam" odpoved="$a"
status 409
like 'Karel'
sql "DELETE FROM help_contact"

# --- handed to a colleague, to an organisation, and back
as Karel coordinator
remember
post "$D/$q/predat" komu=p999999
refused 422
post "$D/$q/predat" komu=
refused 422
post "$D/$q/predat" komu="p$clerk" proc='Zítra mám volno.'
status 303
same 'it is hers, and she is told' "$(of coordinator_id)/$(told help.desk "$clerk")" "$clerk/1"
get "$D/$q.xml"
is '//detail/coordinator' Klara
is '//note[@kind="handover"]/text' 'Klara: Zítra mám volno.'
club=$(sql "SELECT id FROM organisation WHERE slug = 'hasici-lhota'")
[ "$club" ] || club=$(sql "INSERT INTO organisation (slug, name, legal_form, state, town_code, purpose, verified_at, created_at) VALUES ('hasici-lhota', 'Hasiči Lhota', 'association', 'verified', 999999, 'Hasíme.', '2026-01-01', '2026-01-01'); SELECT LAST_INSERT_ID()")
as Hana && hana=$person
sql "INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES ($club, $hana, 'coordinator', '2026-01-01')"
get "/organizace/hasici-lhota/koordinace/$q"
status 404
as Karel coordinator
post "$D/$q/predat" komu="o$club"
status 303
same 'its letter leads to the desk of the club' "$("$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(detail) FROM outbox WHERE kind = 'help.desk' AND person_id = $hana")" | grep -c "organizace%2Fhasici-lhota%2Fkoordinace%2F$q\|organizace/hasici-lhota/koordinace/$q")" 1
same 'the club has it, and knows' "$(of 'organisation_id, COALESCE(coordinator_id, 0)')/$(told help.desk "$hana")" "$club	0/1"
get "$D/$q"
status 404
C=/organizace/hasici-lhota/koordinace
get $C
status 403
as Hana
get $C.xml
status 200
valid
is '//desk/@of' organisation
is '//card/title' 'Druhá prosba stejného člověka'
get "$C/$q.xml"
status 200
valid
post "$C/$q" co=rezervovat
status 303
same 'who speaks for the club may what a coordinator may' "$(of state)" reserved
post "$C/$q/predat" komu=m
status 303
same 'back at the town' "$(of 'COALESCE(organisation_id, 0)')" 0
sql "UPDATE organisation_member SET role = 'member' WHERE person_id = $hana"
get $C
status 403
get /organizace/neni-takova/koordinace
status 404

# --- on the telephone: found by number, written down while talking, open at once, though the town reads first
sql "INSERT INTO town_help (town_code, review) VALUES (999999, 1)"
as Karel coordinator
get $D/telefon.xml
valid
get $D/telefon
is 'count(//main//h1)' 1
post $D/telefon/najit hledat=604111222
status 200
like 'zatím žádná prosba'
is '//input[@name="telefon"]/@value' '+420604111222'
post $D/telefon/najit hledat=zzzzzz
status 422
post $D/telefon/najit hledat=
status 422
call=(telefon=604111222 'jmeno=Marie Nováková' druh=nakup 'nazev=Nákup na neděli' kdy=brzy cast=Zářečí 'adresa=Dlouhá 5')
post $D/telefon nazev='Volejte 604 111 222' "${call[@]}"
status 422
like 'id="nazev-e"'
post $D/telefon "${call[@]}" pro=jiny
status 422
like 'id="souhlas-e"'
post $D/telefon druh=nakup
status 422
like 'id="telefon-e"'
post $D/telefon "${call[@]}"
status 303
header location "*/listek"
q=$(sql 'SELECT MAX(id) FROM help_request')
same 'open, though the town reads first: whoever wrote it down has read it' "$(of 'state, entered, entered_by, given, initial')" "open	phone	$karel	Marie	N."
same 'name, number and street are under seal' "$(sql "SELECT COUNT(*) FROM help_contact c JOIN help_request q ON q.id = c.request_id WHERE q.id = $q AND LOCATE('604111222', CONCAT(c.name, c.phone, q.place, q.title, q.text)) + LOCATE('Nov', CONCAT(c.name, c.phone)) + LOCATE('Dlou', q.place)")" 0
follow
status 200
like "$(of code | sed 's/^\(...\)/\1./')"
unlike 'Nov|604.?111|Dlouh'
get "$D/$q/listek.xml"
valid
post $D/telefon "${call[@]}"
status 422
like 'Stejná prosba'
post $D/telefon "${call[@]}" nova=ano
status 303
same 'another one, when she says so' "$(sql "SELECT COUNT(*) FROM help_request WHERE entered = 'phone'")" 2
post $D/telefon/najit 'hledat=604 111 222'
status 200
like 'Nákup na neděli'
post $D/telefon/najit "hledat=$(of code | sed 's/^\(...\)/\1 /' | tr a-z A-Z)"
status 303
header location "*$D/$q"
post $D/telefon druh=odvoz pro=jiny souhlas=ano 'jmeno-jineho=Josef Malý' telefon=604111333 "${call[@]}"
same 'the caller is who asks for him' "$(sql "SELECT GROUP_CONCAT(role ORDER BY role + 0) FROM help_contact WHERE request_id = (SELECT MAX(id) FROM help_request)")" requester,proxy
as Zdena coordinator 563102
sql "UPDATE town SET official = 1 WHERE code = 563102"
post /kadan/koordinace/telefon/najit hledat=604111222
status 200
unlike 'Nákup na neděli'
post /kadan/koordinace/telefon/najit "hledat=$(of code)"
status 422
sql "UPDATE town SET official = 0 WHERE code = 563102"

# --- contacts are opened by a button, and each look is in the log
as Karel coordinator
get "$D/$q"
unlike 'Nová|604.?111.?222|Dlouhá'
sql "UPDATE help_contact SET person_id = $second WHERE request_id = $q"
post "$D/$q/kontakt"
status 200
like 'Marie.Nováková'
like 'tel:\+420604111222'
like 'Dlouhá'
same 'she sees who looked' "$(sql "SELECT viewer_id, what FROM reveal_log WHERE person_id = $second ORDER BY id DESC LIMIT 1")" "$karel	help"
same 'and it is in the log of acts' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'request' AND object_id = $q AND action = 'help.reveal'")" 1
get "$D/$q/kontakt"
status 303
as Pavel
post "$D/$q/kontakt"
status 403
as Karel coordinator
sql "DELETE FROM help_contact WHERE request_id = $q"
post "$D/$q/kontakt"
status 200
like 'už smazané'

# --- invited: by a wave of letters, or named to be called
as Ota && ota=$person && sql "UPDATE person SET level = 1 WHERE id = $ota"
sql "INSERT INTO offer (person_id, state, town_code, lat, lon, valid_until, show_phone, nonce, created_at, changed_at) SELECT $ota, 'active', code, ROUND(lat, 2), ROUND(lon, 2), '2027-01-01', 1, RANDOM_BYTES(8), '2026-11-01', '2026-11-01' FROM town WHERE code = 999999;
	INSERT INTO offer_category VALUES (LAST_INSERT_ID(), 'nakup')"
as Karel coordinator
post "$D/$q/pozvat" koho=navrh
status 303
same 'suggested, not told' "$(sql "SELECT state FROM response WHERE request_id = $q AND person_id = $ota")/$(told help.helper "$ota")" suggested/0
post "$D/$q/pozvat" koho=nikdo
status 400
a=$(sql "SELECT id FROM response WHERE request_id = $q AND person_id = $ota")
post "$D/$q/pomocnik" odpoved="$a" co=pozvat
same 'invited, and told' "$(sql "SELECT state FROM response WHERE id = $a")/$(told help.helper "$ota")" invited/1
post "$D/$q/ukoncit" duvod=uz-neni-potreba
remember
post "$D/$q/pozvat" koho=vlna
refused 409
sql "DELETE FROM town_help"

# --- figures
sql "UPDATE help_request SET first_yes_at = opened_at + INTERVAL 90 MINUTE WHERE code = 'aaaaaa'; UPDATE help_request SET outcome = 'unfulfilled' WHERE code = 'aaaaaf'"
as Karel coordinator
get $D/prehled.xml
valid
is 'count(//month)' 12
is '//month[1]/@name' 2026-11
is '//month[1]/@asked' "$(sql "SELECT COUNT(*) FROM help_request WHERE town_code = 999999")"
is '//month[1]/@partly' 1
is '//month[1]/@unfulfilled' 1
is '//kind[@code="nakup"]/@asked' "$(sql "SELECT COUNT(*) FROM help_request WHERE town_code = 999999 AND category = 'nakup'")"
get $D/prehled.csv
status 200
header content-type 'text/csv*'
like '^2026-11;[0-9]+;0;1;1;[0-9],[0-9].$'
unlike 'Marie|Zářečí'
as Pavel
get $D/prehled.csv
status 403

# --- how the town helps
as Klara clerk
get $D/nastaveni
status 403
as Karel coordinator
get $D/nastaveni.xml
valid
asked_for aaaaal open
sql "UPDATE help_request SET wave_due = '2026-11-22 09:00:00' WHERE id = $q"
post $D/nastaveni rezim=koordinator cist=ano telefon=494123456 'hodiny=všední dny 8–16 hodin' verze=0
status 303
same 'kept' "$(sql 'SELECT mode, review, phone, hours FROM town_help WHERE town_code = 999999')" 'dispatched	1	+420494123456	všední dny 8–16 hodin'
same 'nobody invites by itself any more' "$(of 'COALESCE(wave_due, 0)')" 0
post $D/nastaveni rezim=sama verze=0
status 409
like '494.123.456'
is '//input[@name="rezim"][@checked]/@value' sama
post $D/nastaveni rezim=sama telefon=123 verze=1
status 422
like 'id="telefon-e"'
post $D/nastaveni rezim=sama verze=1
status 303
same 'and again by itself' "$(of wave_due)" '2026-11-22 07:32:00'
done_testing
