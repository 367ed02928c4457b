#!/bin/bash
# A town writes on its board: flows.md E5 without approval, attachments and proof. Seen at once everywhere, corrected, extended, taken down, called off.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
notice() { sql "SELECT $1 FROM notice WHERE id = $id"; }
last() { sql 'SELECT MAX(id) FROM notice'; }
revision() { sql "SELECT SUM(revision) FROM board WHERE town_code = 999999"; }

# --- who may

get $L/nastenka/napsat
status 303
header location '*/prihlaseni?zpet=%2Flhota-nad-orlici%2Fnastenka%2Fnapsat'
as Pavel
get $L/nastenka/napsat
status 403
as Karla clerk
get $L/nastenka.xml
is "count(//viewer/may[@action='notice.write'])" 1
as Karla clerk 563102
get /kadan/nastenka/napsat
status 403
get /kadan/nastenka.xml
is 'count(//may)' 0
as Vera clerk,weak
get $L/nastenka/napsat
status 303
header location '*/ucet/overeni?zpet=*'
post $L/nastenka/napsat deska=obec 'nazev=Bez druhého ověření' text=x
status 403

# --- writing

as Karla clerk
get $L/nastenka/napsat
status 200
header cache-control no-store
is 'count(//main//h1)' 1
is "count(//input[@name='deska'])" 2
is "string(//input[@name='visi']/@value)" 2026-12-22
get $L/nastenka/napsat.xml
valid
before=$(revision)
post $L/nastenka/napsat deska=obec 'nazev=Lávka přes potok je zavřená' 'shrnuti=Objížďka vede přes Borek.' \
	$'text=Most se **opravuje**.\n\n- auta přes Borek\n- pěší lávkou\n\n<script>alert(1)</script>' kategorie='Doprava a uzavírky' misto='Most u mlýna' \
	od=2026-11-24T07:00 'do=25. 11. 2026 16:00' visi=2026-11-25
status 303
id=$(last)
header location "$BASE$L/nastenka/$id-lavka-pres-potok-je-zavrena"
header set-cookie 'vzkaz=notice-posted; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure'
same 'the row' "$(notice "state, kind, urgent, takedown_on, event_from, event_to, author_id = $person, category_id IS NOT NULL")" \
	$'posted\tinformation\t0\t2026-11-25\t2026-11-24 06:00:00\t2026-11-25 15:00:00\t1\t1'
same 'no new category' "$(sql "SELECT COUNT(*) FROM category WHERE town_code = 999999")" 11
ok 'the revision grew' [ "$(revision)" -gt "$before" ]
same 'the act is logged' "$(sql "SELECT action, state_to, actor_id = $person FROM event_log WHERE object = 'notice' AND object_id = $id")" $'notice.post\tposted\t1'
cookies=("${cookie[@]}") cookie=("${cookie[@]/%/; vzkaz=notice-posted}")
follow
status 200
like 'Oznámení visí\.'
header set-cookie 'vzkaz=; Path=/; Max-Age=0;*'
no_header etag
unlike '<script>alert'
like '<strong>opravuje</strong>'
cookie=("${cookies[@]}")
get "$L/nastenka/$id-lavka-pres-potok-je-zavrena"
unlike 'Oznámení visí\.'
like "$id/upravit"

# Everybody sees it at once: the board, every feed, the town's page, the embedded board.
nobody
get $L/nastenka
like 'Lávka přes potok je zavřená'
unlike 'nastenka/napsat'
for format in rss atom json ics jsonld; do
	get "$L/nastenka.$format?deska=obec"
	status 200
	like 'Lávka přes potok je zavřená'
done
for path in "/vlozit$L?deska=obec" "/vlozit$L.html?deska=obec" "$L" "$L.atom"; do
	get "$path"
	like 'Lávka přes potok je zavřená'
done
get "$L/nastenka?q=potokem"
like 'Lávka přes potok je zavřená'

# --- what is wrong is said beside the field, and nothing typed is lost

as Karla clerk
count=$(sql 'SELECT COUNT(*) FROM notice')
post $L/nastenka/napsat deska=obec nazev= 'text=Ponechaný text' od=2026-12-02T10:00 do=2026-12-01T10:00 visi=2026-10-01 vyvesit=2026-11-01T08:00
status 422
like '<title>Chyba: '
is "count(//*[@class='errors'][@role='alert'])" 1
is 'string(//textarea[@name="text"])' 'Ponechaný text'
is "string(//p[@id='nazev-e'])" 'Vyplňte to, bez toho to nejde.'
is "string(//input[@id='nazev']/@aria-invalid)" true
is "string(//input[@id='nazev']/@aria-describedby)" 'nazev-h nazev-e'
is "count(//p[@id='do-e'] | //p[@id='visi-e'] | //p[@id='vyvesit-e'])" 3
post $L/nastenka/napsat deska=spolky nazev='Cizí deska' text=x
status 422
is "count(//fieldset[@class='bad']//p[@class='err'])" 1
post $L/nastenka/napsat deska=uredni nazev='Úřední deska' text=x
status 422
same 'nothing was written' "$(sql 'SELECT COUNT(*) FROM notice')" "$count"
post $L/nastenka/napsat token=0000 deska=obec nazev='Cizí formulář' text=x
status 403
as_form=$csrf
as Pavel
post $L/nastenka/napsat token="$as_form" deska=obec nazev='Cizí token' text=x
status 403
post $L/nastenka/napsat deska=obec nazev='Nemá právo' text=x
status 403
same 'nothing was written' "$(sql 'SELECT COUNT(*) FROM notice')" "$count"

# --- a preview writes nothing

as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Jen náhled' $'text=## Mezititulek\n\nText' nahled=ano
status 200
like 'Takhle to bude vypadat'
is "string(//article//*[self::h2 or self::h3 or self::h4])" Mezititulek
is "string(//input[@name='nazev']/@value)" 'Jen náhled'
same 'nothing was written' "$(sql 'SELECT COUNT(*) FROM notice')" "$count"

# --- a double submission does one thing

post $L/nastenka/napsat once=0123456789abcdef0123456789abcdef deska=krize nazev='Voda stoupá' text='Přesuňte auta z nábřeží.'
status 303
first=$(header_value location)
post $L/nastenka/napsat once=0123456789abcdef0123456789abcdef deska=krize nazev='Voda stoupá' text='Přesuňte auta z nábřeží.'
status 303
header location "$first"
same 'one notice' "$(sql 'SELECT COUNT(*) FROM notice')" $((count + 1))
post $L/nastenka/napsat once=11111111111111111111111111111111 deska=obec nazev= text=x
status 422
post $L/nastenka/napsat once=11111111111111111111111111111111 deska=obec nazev='Podruhé dobře' text=x
status 303
same 'what was refused may be sent again' "$(sql 'SELECT COUNT(*) FROM notice')" $((count + 2))

# --- urgent: twice a week, and never counted on the crisis board

for n in 1 2; do
	post $L/nastenka/napsat deska=obec nazev="Naléhavé $n" text=x pilne=ano
	status 303
done
post $L/nastenka/napsat deska=obec nazev='Naléhavé 3' text=x pilne=ano
status 422
is "count(//p[@id='pilne-e'])" 1
post $L/nastenka/napsat deska=krize nazev='Krize' text=x pilne=ano
status 303
now 2026-11-30T08:32:00+01:00
as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Naléhavé po týdnu' text=x pilne=ano
status 303
now 2026-11-22T08:32:00+01:00
as Karla clerk

# --- a new category, once

post $L/nastenka/napsat deska=obec nazev='Bazén' text=x kategorie='Bazén a sauna'
post $L/nastenka/napsat deska=obec nazev='Sauna' text=x kategorie='bazén a Sauna'
same 'one category of that name' "$(sql "SELECT GROUP_CONCAT(slug, '|', name) FROM category WHERE town_code = 999999 AND slug LIKE 'baz%'")" 'bazen-a-sauna|Bazén a sauna'

# --- planned: nobody sees it before its time, then everybody; jobs do it

post $L/nastenka/napsat deska=obec nazev='Rozsvícení stromu' text='Od 17 hodin.' vyvesit=2026-11-27T06:00 visi=2026-11-29
status 303
header set-cookie 'vzkaz=notice-scheduled;*'
id=$(last) at=$(header_value location) at=${at#"$BASE"}
get "$at"
status 200
like 'Zrušit vyvěšení'
get $L/nastenka.xml
is "string(//waiting[@id = $id]/title)" 'Rozsvícení stromu'
valid
get $L/nastenka
like 'Čeká na vyvěšení'
nobody
get "$at"
status 404
get "$L/nastenka/$id"
status 404
get $L/nastenka.rss
unlike 'Rozsvícení stromu'
now 2026-11-27T06:00:01+01:00
run jobs --once
get "$at"
status 200
get $L/nastenka.rss
like 'Rozsvícení stromu'
now 2026-11-30T00:00:01+01:00
run jobs --once
get $L/nastenka
unlike 'Rozsvícení stromu'
now 2026-11-22T08:32:00+01:00

# --- a correction keeps what was there

as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Svoz biodpadu' text='V pondělí.' visi=2026-12-01
id=$(last)
get "$L/nastenka/$id/upravit.xml"
status 200
is "string(//field[@name='nazev']/value)" 'Svoz biodpadu'
is "string(//field[@name='verze']/value)" 1
valid
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='V pondělí.' visi=2026-12-01 verze=1
status 303
header location "$BASE$L/nastenka/$id-svoz-bioodpadu"
header set-cookie 'vzkaz=notice-changed;*'
same 'the row' "$(notice 'title, version, state, slug')" $'Svoz bioodpadu\t2\tposted\tsvoz-bioodpadu'
same 'the old wording is kept' "$(sql "SELECT version, title FROM notice_version WHERE notice_id = $id")" $'1\tSvoz biodpadu'
get "$L/nastenka/$id-svoz-biodpadu"
status 308
follow
like 'znění 2'
like 'OPRAVA'
get "$L/nastenka.atom?deska=obec"
like 'OPRAVA'
as Karla clerk
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='V pondělí.' visi=2026-12-01 verze=2
status 303
same 'the same words are no change' "$(notice version)" 2

# longer is an extension, shorter is a take-down
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='V pondělí.' visi=2026-12-10 verze=2
status 303
same 'extended' "$(notice 'state, takedown_on, version')" $'extended\t2026-12-10\t3'
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='V pondělí.' visi=2026-12-05 verze=3
status 422
is "count(//p[@id='visi-e'])" 1

# --- two at once: nobody's words are lost

as Alena clerk,approver
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='V úterý, opravila Alena.' visi=2026-12-10 verze=3
status 303
as Karla clerk
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='Ve středu, opravila Karla.' visi=2026-12-10 verze=3
status 409
like 'V úterý, opravila Alena'
is 'string(//textarea[@name="text"])' 'Ve středu, opravila Karla.'
is "string(//input[@name='verze']/@value)" 4
same 'nothing was written over' "$(notice 'body, version')" $'V úterý, opravila Alena.\t4'
post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text='V úterý a ve středu.' visi=2026-12-10 verze=4
status 303
same 'then it is' "$(notice 'body, version')" $'V úterý a ve středu.\t5'

# at the very same time, too, in processes of their own: one is first, the other is told
for n in 1 2 3 4; do
	(
		T=$(mktemp -d "$T/at-once-XXXX") && mkdir "$T/headers"
		plain=yes post "$L/nastenka/$id/upravit" nazev='Svoz bioodpadu' text="Zároveň $n" visi=2026-12-10 verze=5
		echo "$code"
	) >"$T/at-once.$n" &
done
wait
same 'one change, three conflicts' "$(cat "$T"/at-once.? | sort | uniq -c | tr -s ' \n' ' ')" ' 1 303 3 409 '
same 'one version more' "$(notice version)" 6

# --- taking down

get "$L/nastenka/$id/sejmout"
status 200
like 'Sejmout oznámení z nástěnky\?'
is "count(//input[@value='omyl'])" 0
get "$L/nastenka/$id/sejmout.xml"
valid
post "$L/nastenka/$id/sejmout" verze=6
status 422
post "$L/nastenka/$id/sejmout" duvod=omyl verze=6
status 422
post "$L/nastenka/$id/sejmout" duvod=neplati verze=5
status 409
same 'still up' "$(notice state)" extended
post "$L/nastenka/$id/sejmout" duvod=neplati poznamka='Už svezli.' verze=6
status 303
same 'down' "$(notice 'state, takendown_at')" $'taken_down\t2026-11-22 07:32:00'
same 'with its reason' "$(sql "SELECT state_from, state_to, reason_code, note FROM event_log WHERE object_id = $id ORDER BY id DESC LIMIT 1")" \
	$'extended\ttaken_down\tneplati\tUž svezli.'
get "$L/nastenka/$id/upravit"
status 409
post "$L/nastenka/$id/sejmout" duvod=neplati verze=7
status 409
nobody
get $L/nastenka
unlike 'Svoz bioodpadu'
get $L/nastenka.atom
is "count(//at:deleted-entry[contains(@ref, '/o/$id')])" 1

# --- calling off: what waits, by a clerk; what hangs by mistake, by an approver

as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Naplánované' text=x vyvesit=2026-11-29T06:00
id=$(last)
post "$L/nastenka/$id/upravit" nazev='Naplánované jinak' text=x visi=2026-12-01 verze=1
status 303
same 'a change before anybody saw it leaves no old wording' "$(sql "SELECT COUNT(*) FROM notice_version WHERE notice_id = $id")" 0
post "$L/nastenka/$id/sejmout" duvod=jine verze=2
status 303
header set-cookie 'vzkaz=notice-cancelled;*'
same 'called off' "$(notice state)" cancelled
now 2026-11-29T06:00:01+01:00
run jobs --once
same 'and stays so' "$(notice state)" cancelled
now 2026-11-22T08:32:00+01:00
post $L/nastenka/napsat deska=obec nazev='Omylem' text=x
id=$(last)
as Alena clerk,approver
post "$L/nastenka/$id/sejmout" duvod=omyl verze=1
status 303
same 'called off' "$(notice state)" cancelled

# --- clubs: a verified one on the community board, and only there

sql "INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES
  (71, 'hasici-lhota', 'Hasiči Lhota', 'association', 'verified', 999999, 'x', '2026-01-01'), (72, 'sokol', 'Sokol', 'association', 'submitted', 999999, 'x', '2026-01-01'),
  (73, 'kadan', 'Kadaňský spolek', 'association', 'verified', 563102, 'x', '2026-01-01'), (74, 'divadlo', 'Divadlo', 'association', 'verified', 999999, 'x', '2026-01-01')"
as Hana
for club in 72 73; do
	sql "REPLACE INTO organisation_member (organisation_id, person_id, role, since) VALUES ($club, $person, 'admin', '2026-01-01')"
	get $L/nastenka/napsat
	status 403
done
sql "REPLACE INTO organisation_member (organisation_id, person_id, role, since) VALUES (71, $person, 'member', '2026-01-01')"
get $L/nastenka/napsat
status 403
sql "UPDATE organisation_member SET role = 'coordinator' WHERE organisation_id = 71"
get $L/nastenka/napsat
status 200
is "count(//input[@name='deska'])" 1
is "count(//input[@name='deska'][@checked])" 1
is "count(//input[@name='pilne'])" 0
post $L/nastenka/napsat deska=obec nazev='Za obec' text=x
status 422
post $L/nastenka/napsat deska=spolky nazev='Ples hasičů' text='Lístky u Hany, 777 123 456.'
status 422
like 'telefonní'
is "count(//input[@name='verejne'])" 1
post $L/nastenka/napsat deska=spolky nazev='Ples hasičů' text='Sraz v ulici Dlouhá 12.'
status 422
is "count(//input[@name='verejne'])" 1
post $L/nastenka/napsat deska=spolky nazev='Ples hasičů' text=x pilne=ano
status 422
post $L/nastenka/napsat deska=spolky nazev='Ples hasičů' text='Lístky u Hany, 777 123 456.' verejne=ano
status 303
id=$(last)
same 'a notice of the club' "$(notice 'kind, originator, organisation_id')" $'community\tHasiči Lhota\t71'
follow
like 'upravit'
nobody
for path in "$L/nastenka?deska=spolky" "$L/nastenka.rss?deska=spolky" "/vlozit$L?deska=spolky"; do
	get "$path"
	like 'Ples hasičů'
done
as Karla clerk
get "$L/nastenka/$id/upravit"
status 403
get "$L/nastenka/$id/sejmout"
status 200
as Hana
post "$L/nastenka/$id/upravit" nazev='Ples hasičů a Sokola' text=x verze=1
status 303
sql "UPDATE person SET standing = 'suspended' WHERE id = $person"
post "$L/nastenka/$id/upravit" nazev='Zakázaná' text=x verze=2
status 403
get $L/nastenka/napsat
status 403
sql "UPDATE person SET standing = 'normal' WHERE id = $person; INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (74, $person, 'admin', '2026-01-01')"
get $L/nastenka/napsat.xml
valid
get $L/nastenka/napsat
is "count(//select[@name='za']/option[@value != ''])" 2
post $L/nastenka/napsat deska=spolky nazev='Za koho' text=x
status 422
is "count(//p[@id='za-e'])" 1
post $L/nastenka/napsat deska=spolky nazev='Za cizí' text=x za=72
status 422
post $L/nastenka/napsat deska=spolky nazev='Premiéra' text=x za=74
status 303
same 'of the chosen club' "$(sql "SELECT originator FROM notice WHERE id = $(last)")" Divadlo
as Karla clerk
post "$L/nastenka/$id/sejmout" duvod=jine verze=2
status 303
same 'the town took it down' "$(notice state)" taken_down

# --- what was brought in follows its source; other towns' people have no say

sql "INSERT INTO source (id, town_code, kind, url, due_at) VALUES (77, 999999, 'information', 'https://lhota.example/rss', UTC_TIMESTAMP())"
id=$(sql "SELECT MIN(id) FROM notice WHERE town_code = 999999 AND kind = 'information' AND hangs")
sql "UPDATE notice SET source_id = 77, source_key = UNHEX(SHA2('x', 256)) WHERE id = $id"
as Alena clerk,approver
for verb in upravit sejmout; do
	get "$L/nastenka/$id/$verb"
	status 403
done
sql "UPDATE notice SET source_id = NULL WHERE id = $id"
as Zdena clerk,approver 563102
sum=$(sql 'CHECKSUM TABLE notice, notice_version, event_log, board')
for verb in upravit sejmout; do
	get "$L/nastenka/$id/$verb"
	status 403
	post "$L/nastenka/$id/$verb" nazev='Cizí město' text=x duvod=neplati verze=1
	status 403
done
get "/kadan/nastenka/$id/upravit"
status 404
same 'nothing changed' "$(sql 'CHECKSUM TABLE notice, notice_version, event_log, board')" "$sum"
# --- what was only for a while is forgotten

as Karla clerk
post $L/nastenka/napsat deska=obec nazev='Poslední' text=x
old="SELECT COUNT(*) FROM repeat_key WHERE at < '2026-11-23'"
ok 'forms are remembered' [ "$(sql "$old")" -gt 0 ]
sql "INSERT INTO throttle (bucket, window_start) VALUES (REPEAT('x', 32), '2026-11-22 07:00:00')"
now 2026-11-24T09:00:00+01:00
run jobs --once
same 'and after two days not' "$(sql "$old")$(sql 'SELECT COUNT(*) FROM throttle')" 00
now 2026-11-22T08:32:00+01:00
as Karla clerk
get $L/nastenka/999999999/upravit
status 404
done_testing
