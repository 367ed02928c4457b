#!/bin/bash
# A promise on its way (flows.md E1 rows 10–14, E2): the contact and who looked, messages without addresses by page and by mail, begun, done, thanked,
# how it was, "did not come" and its dispute, never again, and /ucet/pomoc.
. "${0%/*}/lib.sh"
printf '[mail]\nfrom = posta@sousede.test\nbounce = zpet@sousede.test\nfolder = %s\n' "$T/letters" >>"$SOUSEDE_CONF"
mkdir "$T/letters"
closed() { "$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2"; }
index() { "$BUILD/tests/unit/unseal" index "$T/keys" "$1" "$2"; }
detail() { # SQL condition: the newest such letter, opened
	"$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(detail) FROM outbox WHERE $1 ORDER BY id DESC LIMIT 1")" |
		python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote(sys.stdin.read()))'
}
letters() { sql "SELECT COUNT(*) FROM outbox WHERE $1"; }
state() { sql "SELECT CONCAT_WS('|', q.state, q.slots_filled, a.state) FROM help_request q JOIN response a ON a.request_id = q.id WHERE a.id = ${1:-41}"; }
# A request with its answer, as if all had been arranged: ask ID STATE ANSWER
ask() {
	sql "INSERT INTO help_request (id, code, state, town_code, category, title, text, given, initial, place, lat, lon, slots_filled, created_at, changed_at, opened_at, underway_at)
	  VALUES ($1, 'acd2$1', '$2', 999999, 'odvoz', 'K zubaři a zpátky', 'Zítra ráno.', 'Marie', 'H.', UNHEX('$(closed help 'Zahradní 7')'), 50.2, 16.2, 1, NOW(), NOW(), NOW(), NOW());
	INSERT INTO help_contact (request_id, role, person_id, name, phone, mail, phone_hash, mail_hash, nonce, confirmed_at) VALUES
	  ($1, 'requester', $marie, UNHEX('$(closed help 'Marie Hájková')'), UNHEX('$(closed help +420736914205)'), UNHEX('$(closed help marie@posta.example)'),
	   UNHEX('$(index phone +420736914205)'), UNHEX('$(index mail marie@posta.example)'), REPEAT('m', 8), NOW());
	INSERT INTO response (id, request_id, person_id, state, asked_at, answered_at, nonce) VALUES ($1, $1, $hana, '$3', NOW(), NOW(), REPEAT('h', 8))"
}
as Marie
marie=$person
as Hana
hana=$person
sql "UPDATE person SET level = 2 WHERE id = $hana;
	INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES ($hana, 'mail', UNHEX('$(closed contact hana@posta.example)'), UNHEX('$(index mail hana@posta.example)'), NOW())"
as Koordinátorka coordinator
coordinator=$person
ask 41 filled accepted

# --- the ways in: /ucet/pomoc leads each to her own page
as Marie
get /ucet/pomoc.xml
valid
is "count(/page/asked)" 1
is /page/asked/title 'K zubaři a zpátky'
her=$(value /page/asked/@href)
as Hana
get /ucet/pomoc.xml
valid
is /page/promise/@answer accepted
is /page/promise/who 'Marie H.'
way=$(value /page/promise/@href)
unlike 'Hájková|736 ?914|Zahradní'
get /ucet/pomoc
like 'Co mám domluvené'
nobody
get /ucet/pomoc
status 303

get "$way"
status 200
like 'Ukázat telefon'
like "href=\"$way/hotovo\""
unlike 'Hájková|Zahradní'

# --- the contact: a button, and the other side sees who pressed it
get "$way/kontakt"
status 303
post "$way/kontakt"
status 200
header cache-control no-store
like 'Marie Hájková'
like 'tel:\+420736914205'
like 'Zahradní 7'
request POST "$way/kontakt.xml" 'Content-Length: 0' 'Sec-Fetch-Site: same-origin' </dev/null
valid
is /page/contact/@name 'Marie Hájková'
is /page/street 'Zahradní 7'
same 'each look is written down' "$(sql "SELECT CONCAT_WS('|', COUNT(*), MIN(viewer_id), MIN(capacity)) FROM help_look WHERE request_id = 41")" "2|$hana|helper"
same 'in the account of who is helped as well' "$(sql "SELECT COUNT(*) FROM reveal_log WHERE person_id = $marie AND viewer_id = $hana AND what = 'help'")" 2
same 'and in the log of acts' "$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'help.reveal' AND object_id = 41 AND actor_id = $hana")" 2
as Marie
get /ucet/data
like 'Hana'
nobody
post "${way%?}$([ "${way: -1}" = 0 ] && echo 1 || echo 0)/kontakt"
status 404
post "$her/zpravy/999"
status 404

# --- messages: each side by her link, without the addresses of the other
get "$way/zpravy.xml"
valid
is /page/party/@side helper
is /page/party/other 'Marie H.'
post "$way/zpravy" zprava=''
status 422
like 'id="zprava-e"'
post "$way/zpravy" zprava='Přijedu v osm, modré auto.'
status 303
same 'under seal' "$(sql "SELECT COUNT(*) FROM help_message WHERE text LIKE '%modr%'")" 0
same 'the other side is told, with its words' "$(detail "kind = 'help.news' AND ref_id = 41" | grep -c -e 'what=message' -e 'note=Přijedu v osm, modré auto.')" 2
get "$her/zpravy/41.xml"
valid
is /page/party/@side requester
is /page/message/text 'Přijedu v osm, modré auto.'
is /page/message/@from helper
get "$way/zpravy"
like 'přečteno'
get "$her"
like "href=\"$her/zpravy/41\""
like 'Hana'
post "$her/zpravy/41" zprava='Zvoňte dvakrát.'
status 303
same 'the helper is told' "$(detail "kind = 'help.helper' AND ref_id = 41" | grep -c -e 'what=message' -e 'note=Zvoňte dvakrát.')" 2
same 'nobody learns an address' "$(detail "kind = 'help.helper' AND ref_id = 41" | grep -cE 'posta.example|736914')" 0
as Hana
get /ucet/pomoc.xml
is /page/promise/@waits 1
get "$way/zpravy"
get /ucet/pomoc.xml
is 'count(/page/promise/@waits)' 0
nobody

# --- by mail: the address of an answer says whose it is; what is quoted, signed and automatic stays away; the same letter twice is once
reply=$(detail "kind = 'help.helper' AND ref_id = 41" | sed -n 's/^reply=//p')
asker=$(detail "kind = 'help.news' AND ref_id = 41" | sed -n 's/^reply=//p')
run jobs --once
ok 'the letter can be answered' grep -rqi "^Reply-To: <zpet+$reply@sousede.test>" "$T/letters"
count() { sql 'SELECT COUNT(*) FROM help_message WHERE response_id = 41'; }
last() { "$BUILD/tests/unit/unseal" "$T/keys" message "$(sql 'SELECT HEX(text) FROM help_message WHERE response_id = 41 ORDER BY id DESC LIMIT 1')"; }
# letter WORD BODY [HEADER…]: as programs of mail make them (CHARSET, HTML beside)
letter() {
	python3 - "$@" <<-'END' >"$T/answer.eml"
		import os, sys
		from email.message import EmailMessage
		from email.policy import SMTP
		m = EmailMessage()
		m['From'] = 'Hana <hana@posta.example>'
		m['To'] = 'Sousedska pomoc <zpet+%s@sousede.test>' % sys.argv[1]
		m['Message-ID'] = '<%s@posta.example>' % os.environ.get('ID', 'x')
		for pair in sys.argv[3:]:
		    m[pair.split(': ')[0]] = pair.split(': ')[1]
		m.set_content(sys.argv[2], charset=os.environ.get('CHARSET', 'utf-8'), cte=os.environ.get('CTE'))
		m.add_alternative('<p>html</p>', subtype='html')
		sys.stdout.buffer.write(m.as_bytes(policy=SMTP))
	END
	"$BUILD/jobs" bounce <"$T/answer.eml" 2>>"$LOG"
	code=$?
}
before=$(count)
ID=1 CTE=base64 letter "$reply" $'Přijdu s řebříkem.\n\nDne ne 22. 11. 2026 v 9:00 Sousedská pomoc\nnapsala:\n> Zvoňte dvakrát.\n'
same 'an answer of the helper' "$code|$(count)" "0|$((before + 1))"
same 'her words, nothing of what they answer' "$(last)" 'Přijdu s řebříkem.'
same 'from her side, by mail' "$(sql 'SELECT CONCAT_WS("|", side, via) FROM help_message WHERE response_id = 41 ORDER BY id DESC LIMIT 1')" 'helper|mail'
same 'the other side is told' "$(detail "kind = 'help.news' AND ref_id = 41" | grep -c 'note=Přijdu s řebříkem.')" 1
ID=1 CTE=base64 letter "$reply" $'Přijdu s řebříkem.\n'
same 'the same letter once more changes nothing' "$code|$(count)" "0|$((before + 1))"
ID=2 CHARSET=iso-8859-2 CTE=quoted-printable letter "$asker" $'Děkuji, vážím si toho.\nMarie\n\n-- \nMarie Hájková, Zahradní 7, 736 914 205\n'
same 'the other side answers as well, signature and all' "$code|$(last)" $'0|Děkuji, vážím si toho.\nMarie'
ID=3 letter "$reply" 'Jsem na dovolené.' 'Auto-Submitted: auto-replied'
same 'a machine is heard by nobody' "$code|$(count)" "0|$((before + 2))"
ID=4 letter "$reply" $'> Zvoňte dvakrát.\n'
same 'an answer without words goes back' "$code|$(count)" "65|$((before + 2))"
ID=5 letter "${reply%-h}-r" 'Jako druhá strana'
same 'nobody answers for the other side' "$code|$(count)" "65|$((before + 2))"
ID=6 letter "${reply/41-/42-}" 'Cizí'
same 'nor for others' "$code" 65

# --- something is wrong: the report knows by the link which promise it is, is sooner than others, and only so are messages opened
nobody
get "/nahlasit?co=$her/zpravy/41"
like 'zubaři'
post /nahlasit "co=$her/zpravy/41" duvod=other vysvetleni='Chce po mně peníze předem.' poctive=ano
status 303
number=$(sql 'SELECT MAX(id) FROM report')
same 'of this promise, by one of the two, within a day, without the link' "$(sql "SELECT CONCAT_WS('|', target, target_id, party, priority, place) FROM report WHERE id = $number")" 'response|41|1|2|/lhota-nad-orlici/pomoc/41'
same 'the coordinator knows' "$(detail "kind = 'help.desk' AND person_id = $coordinator" | grep -c what=problem)" 1
as Dozor moderator
post "/sprava/hlaseni/$number/zpravy"
status 409
post "/sprava/hlaseni/$number/vzit"
status 303
get "/sprava/hlaseni/$number.xml"
valid
is 'count(/page/message)' 0
get "/sprava/hlaseni/$number"
like 'Otevřít zprávy'
post "/sprava/hlaseni/$number/zpravy"
status 200
like 'Přijedu v.osm'
same 'that it was opened is written down' "$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'report.messages' AND object_id = 41 AND actor_id = $person")" 1
post "/sprava/hlaseni/$number" opatreni=odstranit duvod=other pravidlo='Pravidla 1' skutecnosti='Ověřeno u obou stran.' verze=3
status 422
as Hana
post "/sprava/hlaseni/$number/zpravy"
status 403
# A request anybody sees: hidden goes through its table of states, so that those concerned hear of it; shown again it is where it was.
nobody
post /nahlasit co=/lhota-nad-orlici/pomoc/41 duvod=offensive vysvetleni='Tohle sem nepatří.' poctive=ano
second=$(sql 'SELECT MAX(id) FROM report')
as Dozor moderator
post "/sprava/hlaseni/$second/vzit"
post "/sprava/hlaseni/$second/zpravy"
status 409
get "/sprava/hlaseni/$second.xml"
valid
is /page/content/summary 'Zítra ráno.'
post "/sprava/hlaseni/$second" opatreni=skryt duvod=offensive pravidlo='Pravidla 1' skutecnosti='Ověřeno u obou stran.' verze="$(value "/page/form/field[@name='verze']/value")"
status 303
same 'hidden' "$(sql 'SELECT CONCAT_WS("|", state, hidden_from, moderation) FROM help_request WHERE id = 41')" 'hidden|filled|hidden'
same 'who asks knows it' "$(detail "kind = 'help.news' AND ref_id = 41" | grep -c what=hidden)" 1
nobody
get /lhota-nad-orlici/pomoc/41
status 404
sql "UPDATE decision SET until = '2026-11-22 07:00:00' WHERE target = 'request'"
run jobs --once
same 'for a time, and shown again' "$(sql 'SELECT CONCAT_WS("|", state, moderation) FROM help_request WHERE id = 41')" 'filled|visible'

# --- begun, done, hours; twice is once, and nobody else may
ask 42 open applied
as Hana
get /ucet/pomoc.xml
other=$(value "/page/promise[@answer='applied']/@href")
nobody
for what in kontakt zacit; do
	post "$other/$what"
	status 409
done
post "$other/hotovo" hodiny=1
status 409
same 'nothing came of it' "$(state 42)" 'open|1|applied'
post "$way/zacit"
status 303
same 'begun' "$(state)" 'underway|1|accepted'
post "$way/zacit"
status 303
same 'told once' "$(detail "kind = 'help.news' AND ref_id = 41" | grep -c what=underway)|$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'help.move' AND state_to = 'underway' AND object_id = 41")" '1|1'
get "$way/hotovo.xml"
valid
post "$way/hotovo" hodiny=mnoho
status 422
post "$way/hotovo" hodiny=1,5 poznamka='Účtenka je na stole.'
status 303
same 'said to be done' "$(state)" 'done_claimed|1|accepted'
same 'with hours' "$(sql 'SELECT CONCAT_WS("|", q.hours, a.hours, q.closed_note) FROM help_request q JOIN response a ON a.id = q.id WHERE q.id = 41')" '1.5|1.5|Účtenka je na stole.'
same 'the other side is asked' "$(detail "kind = 'help.news' AND ref_id = 41" | grep -c -e what=done -e 'note=Účtenka')" 2
post "$way/hotovo" hodiny=2
same 'hours may be mended' "$(sql 'SELECT hours FROM help_request WHERE id = 41')" 2.0
get "$way/hotovo.xml"
is "/page/form/field[@name='hodiny']/value" 2,0

# --- how it was: only afterwards, for nobody's eyes
get "$way/ohlas"
status 404
sql "UPDATE help_request SET state = 'closed', outcome = 'fulfilled', closed_at = '2026-11-22 07:00:00' WHERE id = 41; UPDATE response SET state = 'done', ended_at = '2026-11-22 07:00:00' WHERE id = 41"
get "$way/ohlas.xml"
valid
sql "UPDATE response SET thanks = 'Moc děkuji, paní Hano.' WHERE id = 41"
get "$way.xml"
valid
is /page/answer/thanks 'Moc děkuji, paní Hano.'
get "$way"
like 'Moc děkuji'
post "$way/ohlas"
status 422
post "$way/ohlas" znovu=ano
status 303
post "$her/ohlas/41" znovu=ne
status 303
same 'each said her own' "$(sql 'SELECT CONCAT(again_helper, again_requester) FROM response WHERE id = 41')" 10
as Hana
get /ucet/pomoc.xml
valid
is /page/given/@hours 2.0
nobody
post "$way/kontakt"
status 409
now 2026-12-07T09:00:00+01:00
get "$way/zpravy"
status 410
now 2026-11-22T08:32:00+01:00

# --- "did not come", disputed once
sql "UPDATE response SET state = 'no_show' WHERE id = 41"
get "$way"
like 'action="/odpoved/[^"]*/nesouhlas"'
post "$way/nesouhlas"
status 303
get "$way.xml"
valid
is /page/answer/@disputed yes
same 'it is written down, and the coordinator is told' "$(sql 'SELECT no_show_disputed FROM response WHERE id = 41')|$(detail "kind = 'help.desk' AND person_id = $coordinator" | grep -c what=disputed)" '1|1'
post "$way/nesouhlas"
status 409
post "$other/nesouhlas"
status 409

# --- never again: what is promised ends, they meet no more
ask 43 filled accepted
as Hana
get /ucet/pomoc.xml
third=$(value "/page/promise[@code='acd243']/@href")
as Marie
get /ucet/pomoc.xml
hers=$(value "/page/asked[@code='acd243']/@href")
nobody
get "$hers/blokovat/43.xml"
valid
post "$hers/blokovat/43"
status 303
same 'she is let go, somebody else is looked for' "$(state 43)" 'open|0|dropped'
same 'by both of her addresses' "$(sql "SELECT COUNT(*) FROM help_block WHERE helper_id = $hana AND by_whom = 'requester'")" 2
same 'the letter does not say why' "$(detail "kind = 'help.helper' AND ref_id = 43" | grep -c block)" 0
get "$third/zpravy"
status 404
post "$way/zpravy" zprava='Ještě něco'
status 409

# --- whoever holds a dump of the database, or the log, learns of no street, number, mail or whole name of who is helped (B22)
dump() { for table in $(sql "SELECT table_name FROM information_schema.tables WHERE table_schema = 'sousede' AND table_name NOT LIKE 'town\\_%' AND table_type = 'BASE TABLE'"); do sql "SELECT * FROM sousede.\`$table\`"; done; }
dump >"$T/dump"
ok 'the dump has what all may see' grep -aq 'K zubaři a zpátky' "$T/dump"
same 'and nothing else' "$(grep -aoE 'Hájkov[áé]|736 ?914 ?205|marie@posta|Zahradní|modré auto|Zvoňte|řebříkem|peníze předem' "$T/dump" "$LOG" | sort -u)" ''
done_testing
