#!/bin/bash
# Organisations (flows.md E4): from a draft to verified and on; who vouches, who decides, who belongs; each step allowed and refused.
. "${0%/*}/lib.sh"
O=/organizace
state() { sql "SELECT state FROM organisation WHERE slug = '$1'"; }
snapshot() { sql "SELECT GROUP_CONCAT(id, state, version) FROM organisation"; sql 'SELECT COUNT(*) FROM event_log'; sql 'SELECT COUNT(*) FROM vouch'; sql 'SELECT GROUP_CONCAT(person_id, role) FROM organisation_member'; }
remember() { before=$(snapshot); }
refused() {
	status "$1"
	same "$asked: nothing is written" "$(snapshot)" "$before"
}
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.news' AND person_id = $1"; }
as Spravce admin && admin=$person
as Ota && ota=$person
as Hana && hana=$person

# --- a draft; what is wrong stands beside the field and nothing typed is lost
nobody
get $O/zalozit
status 303
header location '*/prihlaseni?zpet=*'
as Ota
get "$O/zalozit?obec=kadan"
status 200
like 'value="kadan"'
get $O/zalozit.xml
valid
remember
post $O/zalozit
refused 422
for field in nazev forma obec ucel; do like "id=\"$field-e\""; done
post $O/zalozit 'nazev=Hasiči Kadaň' forma=spolek ico=12345678 obec=Kadan 'ucel=Hasíme.'
refused 422
like 'IČO nesouhlasí'
like 'value="Hasiči Kadaň"'
post $O/zalozit 'nazev=Hasiči Kadaň' forma=spolek obec=Kadan 'ucel=Hasíme.'
refused 422
like 'id="ico-e"'
post $O/zalozit 'nazev=Hasiči Kadaň' forma=banda ico=00261912 obec=Nikdekov 'ucel=Hasíme.' web=javascript:alert
refused 422
for field in forma obec web; do like "id=\"$field-e\""; done
post $O/zalozit 'nazev=Hasiči Kadaň' forma=spolek 'ico=261 912' obec=Kadaň 'ucel=Hasíme a cvičíme děti.' web=https://hasici.example mail=hasici@kadan.example
status 303
header location "*$O/hasici-kadan/sprava"
same 'digits are padded, the register is to be asked' "$(sql "SELECT CONCAT_WS(',', state, ico, register_state, legal_form) FROM organisation")" draft,00261912,wanted,association
post $O/zalozit 'nazev=Hasiči Kadaň' forma=spolek ico=00261912 obec=kadan 'ucel=Druzí.'
header location "*$O/hasici-kadan-2/sprava"
get $O/hasici-kadan/sprava.xml
status 200
valid
is '//member/@role' admin

# --- a draft is nobody else's business
nobody
get $O/hasici-kadan
status 404
get $O/hasici-kadan/sprava
status 303
as Hana
get $O/hasici-kadan/sprava
status 403
remember
for step in zverejnit podat ukoncit; do
	post "$O/hasici-kadan/$step"
	refused 403
done
post $O/hasici-kadan/rozhodnout rozhodnuti=overit
refused 403
post $O/hasici-kadan/lide mail=x@dum.test jmeno=X role=spravce
refused 403
post "$O/hasici-kadan/lide/$ota" role=clen
refused 403
post $O/hasici-kadan/zarucit
refused 403
post $O/hasici-kadan/odejit
refused 403

# --- draft → active_unverified → submitted
as Ota
remember
post $O/hasici-kadan/podat
refused 409
post $O/hasici-kadan/zverejnit
same published "$(state hasici-kadan)" active_unverified
remember
post $O/hasici-kadan/zverejnit
refused 409
nobody
get $O/hasici-kadan
status 200
like 'zatím neověřená'
get $O/hasici-kadan.xml
valid
get /kadan/organizace.xml
valid
is 'count(//organisation)' 1
as Ota
post $O/hasici-kadan/podat
same submitted "$(state hasici-kadan)" submitted
same 'the site is told' "$(told "$admin")" 1

# --- a town vouches with one click; it counts when the register knows the organisation
as Klára clerk 563102
remember
post /kadan/organizace/hasici-kadan
refused 403
sql "UPDATE town SET official = TRUE WHERE code = 563102"
get /kadan/organizace
like 'Ručíme za ni'
as Hana
post /kadan/organizace/hasici-kadan
refused 403
as Cizi clerk 562971
post /kadan/organizace/hasici-kadan
refused 403
as Klára clerk 563102
post /chomutov/organizace/hasici-kadan
refused 403
post /kadan/organizace/neni
refused 404
post /kadan/organizace/hasici-kadan
status 303
same 'the register has not answered yet' "$(state hasici-kadan)" submitted
remember
post /kadan/organizace/hasici-kadan
refused 409
as Ota
post $O/hasici-kadan-2/zverejnit
post $O/hasici-kadan-2/podat
sql "UPDATE organisation SET register_state = 'found', register_name = 'SH ČMS, SDH Kadaň'"
as Klára clerk 563102
post /kadan/organizace/hasici-kadan-2
same verified "$(state hasici-kadan-2)" verified
get $O/hasici-kadan-2.xml
valid
is '//organisation/vouched' Kadaň
is '//organisation/register' 'SH ČMS, SDH Kadaň'

# --- the site decides what is in doubt
as Spravce admin
get $O/hasici-kadan/sprava.xml
valid
remember
post $O/hasici-kadan/rozhodnout rozhodnuti=vratit
refused 422
like 'id="duvod-e"'
post $O/hasici-kadan/rozhodnout rozhodnuti=neco
refused 422
post $O/hasici-kadan/rozhodnout rozhodnuti=obnovit
refused 409
post $O/hasici-kadan/rozhodnout rozhodnuti=vratit 'duvod=Pošlete stanovy.'
same returned "$(state hasici-kadan)" returned
as Ota
get $O/hasici-kadan/sprava
like 'Pošlete stanovy'
post $O/hasici-kadan/podat
same 'submitted again' "$(state hasici-kadan)" submitted
as Spravce admin
# Two cannot be verified with the same IČO; who verifies says what was seen.
remember
post $O/hasici-kadan/rozhodnout rozhodnuti=overit
refused 422
post $O/hasici-kadan/rozhodnout rozhodnuti=overit 'duvod=Stanovy a zápis z valné hromady.'
refused 409
post $O/hasici-kadan/rozhodnout rozhodnuti=zamitnout 'duvod=Spolek je tu dvakrát.'
same rejected "$(state hasici-kadan)" rejected
as Ota
remember
post $O/hasici-kadan/podat
refused 409
same 'its admin heard of each decision' "$(told "$ota")" 3
as Spravce admin
post $O/hasici-kadan-2/rozhodnout rozhodnuti=pozastavit 'duvod=Stížnost.'
same suspended "$(state hasici-kadan-2)" suspended
as Ota
remember
post $O/hasici-kadan-2/ukoncit
refused 409
as Spravce admin
post $O/hasici-kadan-2/rozhodnout rozhodnuti=obnovit
same restored "$(state hasici-kadan-2)" verified

# --- neighbours: two known persons, none of them a member
as Hana
post $O/zalozit 'nazev=Sousedé z Prunéřova' forma=sousede obec=kadan 'ucel=Nakupujeme.'
post $O/sousede-z-prunerova/zverejnit
post $O/sousede-z-prunerova/podat
for name in Ivan Jitka; do
	as $name
	remember
	post $O/sousede-z-prunerova/zarucit
	refused 403
	sql "UPDATE person SET level = 2 WHERE id = $person"
	get $O/sousede-z-prunerova
	like 'ručím za ně'
	post $O/sousede-z-prunerova/zarucit
	status 303
	remember
	post $O/sousede-z-prunerova/zarucit
	refused 403
done
same 'two are enough' "$(state sousede-z-prunerova)" verified
sql "UPDATE person SET level = 2 WHERE id = $hana"

# --- members
as Hana
remember
post $O/sousede-z-prunerova/lide mail=kdosi jmeno=Kdosi role=clen
refused 422
post $O/sousede-z-prunerova/lide mail=eva@dum.test jmeno=Eva role=clen
status 303
invitation=$(sql 'SELECT MAX(id) FROM invitation')
sql "UPDATE token SET hash = UNHEX('$(python3 -c 'import hashlib; print(hashlib.blake2b(bytes.fromhex("ab"*32), digest_size=32).hexdigest())')') WHERE purpose = 'join' AND subject_id = $invitation"
as Eva && eva=$person
get "/pozvanka/$(printf 'ab%.0s' {1..32}).xml"
valid
is '//invitation/name' 'Sousedé z Prunéřova'
post "/pozvanka/$(printf 'ab%.0s' {1..32})"
header location "*$O/sousede-z-prunerova"
same 'a member' "$(sql "SELECT role FROM organisation_member WHERE person_id = $eva")" member
remember
post "$O/sousede-z-prunerova/lide/$hana" role=clen
refused 403
as Hana
post "$O/sousede-z-prunerova/lide/$hana" role=clen
refused 303
post $O/sousede-z-prunerova/odejit
refused 303
post "$O/sousede-z-prunerova/lide/$eva" role=koordinator
same coordinator "$(sql "SELECT role FROM organisation_member WHERE person_id = $eva")" coordinator
post "$O/sousede-z-prunerova/lide/$eva" role=spravce
post $O/sousede-z-prunerova/odejit
same 'one admin may go when another stays' "$(sql "SELECT COUNT(*) FROM organisation_member WHERE person_id = $hana")" 0
as Eva
post $O/sousede-z-prunerova/ukoncit
same closed "$(state sousede-z-prunerova)" closed
nobody
get $O/sousede-z-prunerova
status 410

# --- its notices are feeds
sql "INSERT IGNORE INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'community', 1, '2026-11-19 06:00:00');
INSERT INTO notice (town_code, kind, state, slug, title, body, posted_at, changed_at, organisation_id)
	SELECT 563102, 'community', 'posted', 'cviceni', 'Cvičení mladých hasičů', 'Na hřišti.', '2026-11-19 06:00:00', '2026-11-19 06:00:00', id FROM organisation WHERE slug = 'hasici-kadan-2'"
get $O/hasici-kadan-2
like 'Cvičení mladých hasičů'
get $O/hasici-kadan-2.rss
status 200
header content-type 'application/rss+xml*'
is '//channel/title' 'Hasiči Kadaň'
is 'count(//item)' 1
get $O/hasici-kadan-2.atom
is '//a:entry/a:title' 'Cvičení mladých hasičů'
get $O/hasici-kadan-2.json
json '.items[0].title' 'Cvičení mladých hasičů'
get $O/neni.rss
status 404
sql "UPDATE notice SET event_from = '2026-12-05 09:00:00', event_to = '2026-12-05 11:00:00' WHERE slug = 'cviceni'"
get $O/hasici-kadan-2.ics
status 200
header content-type 'text/calendar*'
like 'SUMMARY:Cvičení mladých hasičů'
like 'DTSTART'

# --- a group of neighbours that its town vouches for needs nobody else, and is named as what it is
as Hana
post $O/zalozit 'nazev=Sousedé z Tušimic' forma=sousede obec=kadan 'ucel=Nakupujeme.'
post $O/sousede-z-tusimic/zverejnit
post $O/sousede-z-tusimic/podat
as Klára clerk 563102
post /kadan/organizace/sousede-z-tusimic
same 'one word of the town is enough' "$(state sousede-z-tusimic)" verified
nobody
get $O/sousede-z-tusimic
like 'sousedská skupina'
get "$O/sousede-z-tusimic?jazyk=en"
like "neighbours' group|neighbours&#39; group|neighbours’ group"

# --- the site closes what it suspended, and says why; a closed one is not brought back
as Spravce admin
remember
post $O/sousede-z-tusimic/rozhodnout rozhodnuti=ukoncit
refused 422
before_hana=$(told "$hana")
post $O/sousede-z-tusimic/rozhodnout rozhodnuti=pozastavit 'duvod=Stížnost sousedů.'
post $O/sousede-z-tusimic/rozhodnout rozhodnuti=ukoncit 'duvod=Skupina vybírala peníze.'
same 'closed by the site' "$(state sousede-z-tusimic)" closed
same 'its admin heard of both' $(($(told "$hana") - before_hana)) 2
remember
for decision in overit vratit zamitnout pozastavit obnovit ukoncit; do
	post $O/sousede-z-tusimic/rozhodnout "rozhodnuti=$decision" duvod=Zpět.
	refused 409
done
nobody
get $O/sousede-z-tusimic
status 410
done_testing
