#!/bin/bash
# B17: what new people write with a link waits until somebody of the town has read it; whoever is honest notices little of it.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
last() { sql 'SELECT MAX(id) FROM notice'; }
state() { sql "SELECT state FROM notice WHERE id = $id"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = '$1' AND person_id = $2"; }
joins() { sql "REPLACE INTO organisation_member (organisation_id, person_id, role, since) VALUES (71, $person, 'coordinator', '2026-11-22')"; }
seen() { # TEXT: on how many pages and feeds the public sees it
	local path n=0
	for path in $L "$L/nastenka" "$L/nastenka?deska=spolky" "$L/nastenka?archiv=ano" "$L/archiv/2026-11" $L/nastenka.{rss,atom,json,ics,xml} \
		"/vlozit$L?pocet=20" /organizace/hasici-lhota /organizace/hasici-lhota.rss "/o/$id" "$L/nastenka/$id"; do
		get "$path"
		grep -qa "$1" "$T/body" && n=$((n + 1))
	done
	get "$L/nastenka.xml?q=${1// /+}"
	echo $((n + $(value 'count(//item)')))
}
sql "INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES (71, 'hasici-lhota', 'Hasiči Lhota', 'association', 'verified', 999999,
	'Hasíme.', '2026-01-01')"
as Karla clerk
karla=$person

# An honest newcomer of a club: one form, and it hangs; with a link it waits, and nothing else is asked.
as Nela
nela=$person
joins
post $L/nastenka/napsat deska=spolky nazev='Zkouška sirén' text='V sobotu v poledne zkoušíme sirénu.'
status 303
id=$(last)
same 'without a link it hangs at once' "$(state)" posted
same 'and she has it in writing' "$(told notice.receipt "$nela")" 1
post $L/nastenka/napsat deska=spolky nazev='Ples hasičů' text='Lístky na https://ples.example.org/listky nebo v hospodě.' kategorie='Plesová sezona'
status 303
id=$(last)
same 'with a link it waits' "$(state)" approval
same 'no category comes of it' "$(sql "SELECT COUNT(*) FROM category WHERE name = 'Plesová sezona'")" 0
same 'the clerk is told' "$(told org.news "$karla")" 1
cookie=("${cookie[@]/%/; vzkaz=notice-held}")
follow
status 200
like 'Nejdřív ho přečte někdo další'
like 'Do té doby není vidět'
as Nela
get $L/nastenka
like 'Čeká, až ho obec přečte'
get $L/nastenka.xml
valid
get "$L/nastenka/$id.xml"
follow
valid
get $L/nastenka/cekajici
status 403
nobody
get "$L/nastenka/$id"
status 404
same 'nobody else sees it' "$(seen ples.example.org)" 0

# What reads as a link, and what does not.
as Nela
sql 'DELETE FROM throttle'
n=0
for text in 'www.zlo.example' 'piš na zlo.example' '[sem](zlo.example/x)' '<https://zlo.example>' 'HTTPS://ZLO.EXAMPLE' 'viz zlo.example.' '[a](//zlo.example)'; do
	post $L/nastenka/napsat deska=spolky nazev="Kvokadlo $((n += 1))" text="Podívejte: $text"
	id=$(last)
	same "waits: $text" "$code $(state)" '303 approval'
	sql 'DELETE FROM throttle'
done
for place in nazev shrnuti misto kategorie; do
	pairs=(nazev='Bez odkazu' text='Bez odkazu.' "$place=vic na www.zlo.example")
	[ $place = nazev ] && pairs=(text='Bez odkazu.' "$place=vic na www.zlo.example")
	post $L/nastenka/napsat deska=spolky "${pairs[@]}"
	id=$(last)
	same "waits: a link in $place" "$code $(state)" '303 approval'
	sql 'DELETE FROM throttle'
done
for text in 'Sejdeme se v 14.30 hod.' 'Spolek Náš domov, z. s., a firma Stavby s.r.o.' 'Cena 1.500 Kč (tj. 3 dny)...' 'Konec.Začátek je jiný.' 'Dr. Nový a spol.'; do
	post $L/nastenka/napsat deska=spolky nazev='Bez odkazu' text="$text"
	id=$(last)
	same "hangs: $text" "$code $(state)" "303 posted"
	sql 'DELETE FROM throttle'
done
post $L/nastenka/napsat deska=spolky nazev='Tři odkazy' text='www.a.example www.b.example www.c.example'
status 422
like 'nejvýš dva odkazy'
like 'www\.c\.example</textarea>'

# A link does not slip in by a correction; what was let through may be corrected.
post "$L/nastenka/$id/upravit" nazev='Bez odkazu' text='Teď už www.zlo.example' verze=1
status 422
like 'Nový odkaz sem zatím'
same 'and nothing changed' "$(sql "SELECT body LIKE '%zlo%' FROM notice WHERE id = $id")" 0
post "$L/nastenka/$id/upravit" nazev='Bez odkazu' text='Teď je to jinak.' verze=1
status 303

# Three a day in the first week.
sql 'DELETE FROM throttle'
for n in 1 2 3; do
	post $L/nastenka/napsat deska=spolky nazev="Den $n" text='Text.'
	status 303
done
post $L/nastenka/napsat deska=spolky nazev='Den 4' text='Tohle se neztratí.'
status 422
like 'tři oznámení denně'
like 'Tohle se neztratí'
now 2026-11-23T08:32:00+01:00
as Nela
post $L/nastenka/napsat deska=spolky nazev='Den 4' text='Tohle se neztratí.'
status 303
now 2026-11-22T08:32:00+01:00

# The town reads: posts, or refuses with a reason; each once.
as Karla clerk
get $L/nastenka
like 'oznámení čeká, až je přečtete'
get $L/nastenka/cekajici.xml
valid
get $L/nastenka/cekajici
status 200
like 'href="https://ples\.example\.org/listky"|ples\.example\.org/listky'
is 'count(//main//h1)' 1
id=$(sql "SELECT id FROM notice WHERE title = 'Ples hasičů'")
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=nevyvesit
status 422
is "string(//a[@href='#duvod']/@href)" '#duvod'
is "count(//*[@id='duvod'])" 1
same 'still waiting' "$(state)" approval
post $L/nastenka/cekajici oznameni="$id" verze=7 rozhodnuti=vyvesit
status 409
like 'mezitím změnil'
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=vyvesit
status 303
follow
same 'it hangs' "$(state)" posted
same 'since now' "$(sql "SELECT posted_at FROM notice WHERE id = $id")" '2026-11-22 07:32:00'
same 'its author is told, with the print of the text' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'notice.receipt' AND ref_id = $id AND person_id = $nela")" 1
same 'it is written down' "$(sql "SELECT state_from, state_to, actor_id = $karla FROM event_log WHERE action = 'notice.review' AND object_id = $id")" $'approval\tposted\t1'
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=nevyvesit duvod=pozdě
status 409
same 'decided once' "$(state)" posted
nobody
ok 'now everybody sees it' [ "$(seen ples.example.org)" -gt 4 ]
as Nela
post "$L/nastenka/$id/upravit" nazev='Ples hasičů' text='Lístky na https://ples.example.org/listky nebo u nás.' verze=2
status 303
same 'the author corrects it with the link that was read' "$(state)" posted
as Karla clerk
id=$(sql "SELECT id FROM notice WHERE title = 'Kvokadlo 1'")
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=nevyvesit duvod='Reklama sem nepatří.'
status 303
same 'refused' "$(state)" draft
same 'the author gets the reason' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.news' AND person_id = $nela AND ref_id = $id")" 1
nobody
same 'nobody ever sees it' "$(seen 'Kvokadlo')" 0
as Nela
id=$(sql "SELECT id FROM notice WHERE title = 'Kvokadlo 2'")
get "$L/nastenka/$id/sejmout"
status 200
post "$L/nastenka/$id/sejmout" duvod=omyl verze=1
status 303
same 'whoever waits may call it off' "$(state)" draft
# A planned one is planned still.
sql 'DELETE FROM throttle'
post $L/nastenka/napsat deska=spolky nazev='Na advent' text='www.advent.example' vyvesit=2026-12-01T10:00
id=$(last)
same 'waits' "$(state)" approval
as Milan moderator
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=vyvesit
same 'read, it waits for its day' "$(state)" scheduled
as Alena approver
get $L/nastenka/cekajici
status 200
for who in 'Pavel' 'Kuba coordinator' 'Zdena clerk,approver 563102' 'Vera clerk,weak'; do
	# shellcheck disable=SC2086
	as $who
	post $L/nastenka/cekajici oznameni="$id" verze=2 rozhodnuti=nevyvesit duvod=x
	status 403
done

# After a week, with something that hung, links are trusted; whoever never had anything up is new for ever.
sql "UPDATE person SET created_at = '2026-11-01' WHERE id = $nela"
as Nela
sql 'DELETE FROM throttle'
for n in 1 2 3 4; do post $L/nastenka/napsat deska=spolky nazev="Známá $n" text="www.znama.example $n"; done
id=$(last)
same 'known people post at once' "$(state)" posted
as Otto
joins
sql "UPDATE person SET created_at = '2026-01-01' WHERE id = $person"
post $L/nastenka/napsat deska=spolky nazev='Spící účet' text='www.zlo.example'
id=$(last)
same 'a sleeping account is new' "$(state)" approval

# A town without anybody: the site reads.
sql "INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at)
	SELECT 73, 'hasici-most', 'Hasiči Most', 'association', 'verified', code, 'Hasíme.', '2026-01-01' FROM town WHERE slug = 'most';
	INSERT INTO organisation_member VALUES (73, $person, 'coordinator', '2026-11-22')"
milan=$(sql "SELECT id FROM person WHERE name = 'Milan'")
post /most/nastenka/napsat deska=spolky nazev='Most' text='www.zlo.example'
status 303
same 'the moderator is told' "$(told org.news "$milan")" 1
as Milan moderator
get /most/nastenka/cekajici
like 'zlo\.example'

# Whom moderators limited writes on, and everything of theirs is read first, whoever they are; nobody reads their own (flows.md E6).
as Karla clerk
joins
sql "UPDATE person SET created_at = '2025-01-01', standing = 'limited' WHERE id = $person"
post $L/nastenka/napsat deska=spolky nazev='Bez odkazu' text='Jen slova.'
status 303
id=$(last)
same 'even words alone wait' "$(state)" approval
get $L/nastenka/cekajici
like 'Rozhodne někdo jiný'
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=vyvesit
status 403
same 'nobody lets their own through' "$(state)" approval
as Alena approver
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=vyvesit
status 303
same 'somebody else does' "$(state)" posted
as Karla clerk
post "$L/nastenka/$id/upravit" nazev='Bez odkazu' text='Jiná slova.' verze=2
status 422
like 'Napište nové oznámení'
same 'and what hangs stays as it was read' "$(sql "SELECT body FROM notice WHERE id = $id")" 'Jen slova.'
# The same on the board of the town: another clerk, an approver or a moderator reads; whoever is limited reads nobody.
karla=$person
as Alena approver
alena=$person
sql "UPDATE outbox SET state = 'sent'; DELETE FROM throttle; UPDATE person SET standing = 'limited' WHERE id = $alena;
	DELETE FROM membership WHERE town_code = 999999 AND person_id NOT IN ($karla, $alena)"
as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Mimořádné volno úřadu' text='V pátek je zavřeno.' kategorie='Provoz úřadu' visi=2026-12-31
status 303
id=$(last)
same 'words of the town wait, too' "$(state)" approval
same 'no category comes of it' "$(sql "SELECT COUNT(*) FROM category WHERE name = 'Provoz úřadu'")" 0
get $L/nastenka
like 'Čeká, až ho obec přečte'
same 'nobody of the town may read it now: the moderator is asked' "$(sql "SELECT GROUP_CONCAT(person_id = $milan) FROM outbox WHERE state = 'waiting'")" 1
as Alena approver
get $L/nastenka/cekajici.xml
valid
get $L/nastenka/cekajici
like 'oznámení teď nejdřív čte'
unlike 'value="vyvesit"'
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=vyvesit
status 403
same 'two limited ones do not help each other' "$(state)" approval
nobody
same 'nobody sees it' "$(seen 'Mimořádné volno úřadu')" 0
as Milan moderator
get /sprava
status 200
like 'Oznámení, která v.{1,6}obci nikdo nečte: 2'
like "href=\"$L/nastenka/cekajici\""
get /sprava.xml
valid
revision() { sql "SELECT revision FROM board WHERE town_code = 999999 AND kind = 'information'"; }
before=$(revision)
post $L/nastenka/cekajici oznameni="$id" verze=1 rozhodnuti=vyvesit
status 303
same 'the moderator lets it through' "$(state)" posted
ok 'and readers of that board get it' [ "$(revision)" -gt "$before" ]
get /sprava
unlike "href=\"$L/nastenka/cekajici\""
same 'the clerk is told' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'notice.receipt' AND ref_id = $id AND person_id = $karla")" 1
# What was planned before is read before its time comes.
sql "UPDATE person SET standing = 'normal' WHERE id IN ($alena, $karla)"
as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Na zítra' text='Zítra.' vyvesit=2026-11-23T10:00
id=$(last)
same 'planned' "$(state)" scheduled
as Milan moderator
post "/sprava/osoby/$karla" opatreni=omezit duvod=offensive pravidlo='Podmínky' skutecnosti='Opakované reklamy.' bylo=normal
same 'limited, what is planned waits, too' "$code $(state)" '303 approval'
# Three working days of silence: Friday, Monday, and Wednesday after the holiday of 17 November.
sql "UPDATE notice SET changed_at = '2026-11-12 09:00:00' WHERE id = $id; UPDATE outbox SET state = 'sent'"
silence() { now "$1"; run jobs --once; sql "SELECT COUNT(*) FROM outbox WHERE person_id = $milan AND state = 'waiting'"; }
same 'the moderators are not bothered early' "$(silence 2026-11-18T09:59:00+01:00)" 0
same 'they are told' "$(silence 2026-11-18T10:00:00+01:00)" 1
same 'once' "$(silence 2026-11-19T10:00:00+01:00)" 1
as Milan moderator
get /sprava
like "href=\"$L/nastenka/cekajici\""
now 2026-11-22T08:32:00+01:00
sql "UPDATE person SET standing = 'normal', standing_until = NULL WHERE id = $karla; UPDATE notice SET state = 'draft' WHERE id = $id"

# A hundred new accounts that write twenty notices with links each.
. "$SRC/tests/servers.sh"
mkdir "$RUN"
part board "$BUILD/board" --listen "$RUN/board.sock" --workers 2
ok 'two workers wait for them' await test -S "$RUN/board.sock"
ok 'the run of spam' "$SRC/tests/held.py" "$T"
written=$(sql "SELECT COUNT(*) FROM notice WHERE title LIKE 'Výhra%'")
same 'three of each are kept' "$written" 300
same 'none hangs, none ever hung' "$(sql "SELECT COUNT(*) FROM notice WHERE title LIKE 'Výhra%' AND state <> 'approval'")" 0
nobody
id=$(last)
same 'nobody sees one' "$(seen vyhra.example)" 0
run jobs --once
same 'nor does time post them' "$(seen vyhra.example)" 0
as Karla clerk
get $L/nastenka/cekajici.xml
valid
is 'count(//held)' 50
same 'the clerk got one letter for all of them' "$(told org.news "$karla")" 1
done_testing
