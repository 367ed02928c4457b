#!/bin/bash
# Lists of help: what is asked and offered around a town, for whom, in which order, in every format, on paper; and that nothing exact is in any byte.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
sql "SET @today = '2026-11-22', @now = '2026-11-22 07:00:00'; $(cat "$SRC/schema/demo-help.sql")"
# The secrets of one request, as they would stand if somebody forgot to seal or round them.
sql "UPDATE help_request SET place = 'Tajná ulice 12', lat = 50.0123456, lon = 16.3412345, closed_note = 'Tajná poznámka', text160 = 'Tajná zpráva' WHERE code = 'h2gydz';
	INSERT INTO help_contact (request_id, role, name, phone, mail, nonce) SELECT id, 'requester', 'Tajné Jméno', '+420777000111', 'tajna@example.org', 'tajne123' FROM help_request WHERE code = 'h2gydz'"
titles() { value 'concat(//request[1]/title, "|", //request[2]/title, "|", //request[3]/title)'; }
count() { same "$asked: requests" "$(value 'count(//request)')" "$1"; }

# --- what is open around the town, urgent first, then the newest
get $L/pomoc.xml
status 200
valid
count 9
is //count/@requests 9
is //count/@offers 6
is '//request[1]/@code' k7m4tx
is '//request[2]/@code' m2xk9g
is 'count(//request[@code = "e7hqcw"])' 0
is 'count(//request[@code = "j3vdnm"])' 1
get $L/pomoc
status 200
like 'Prosby do 5.km: 9'
like 'href="/lhota-nad-orlici/pomoc/[0-9]+"[^>]*>Pomohu<'
like 'stroke-dasharray'
like 'právě se domlouvá'
like 'rel="alternate" type="application/rss\+xml" href="/lhota-nad-orlici/pomoc.rss"'
header x-robots-tag noindex

# --- the filter, one thing after another
get "$L/pomoc.xml?s-cim=nakup"
valid
count 2
get "$L/pomoc.xml?kdy=hned"
count 4
get "$L/pomoc.xml?kdy=pravidelne"
count 2
get "$L/pomoc.xml?kdy=tyden"
count 8
sql "UPDATE help_request SET from_at = '2026-12-20', to_at = '2026-12-21' WHERE code = 'p9cyzk'"
get "$L/pomoc.xml?kdy=tyden"
count 7
get "$L/pomoc.xml?km=7"
status 400
get "$L/pomoc?s-cim=neco"
status 400
like odvoz
get "$L/pomoc?strana=9"
status 404
get "$L/pomoc?misto=kadan"
status 303
header location '*/pomoc\?obec=kadan'
follow
header location '*/kadan/pomoc'
get "$L/pomoc?misto=lhota+NAD+orlici&km=10"
status 200
like 'Prosby do 10.km'

# --- a circle: a neighbouring real town's request comes in by its distance, an invented town's never
read -r near metres <<<"$(sql "SELECT n.neighbour_code, n.metres FROM neighbour n WHERE n.town_code = 563102 ORDER BY n.metres LIMIT 1")"
ok 'the nearest neighbour is between one and five kilometres away' [ "$metres" -gt 1000 ] && [ "$metres" -lt 5000 ]
sql "INSERT INTO help_request (code, state, town_code, category, title, given, initial, lat, lon, created_at, opened_at, changed_at)
	SELECT 'aaaaaa', 'open', code, 'nakup', 'Vedle', 'Eva', 'V.', lat, lon, NOW(), '2026-11-20', '2026-11-20' FROM town WHERE code = $near"
get "/kadan/pomoc.xml?km=1"
valid
count 0
get "/kadan/pomoc.xml?km=5"
count 1
ok 'the distance is in whole kilometres' [ "$(value //request/@km)" -ge 1 ]
get /kadan/pomoc
like 'Prosby do 5.km: 1'
nearby=$(sql "SELECT t.slug FROM neighbour n JOIN town t ON t.code = n.neighbour_code WHERE n.town_code = 999999 ORDER BY n.metres LIMIT 1")
get "/$nearby/pomoc.xml?km=30"
is 'count(//request[where/@slug = "lhota-nad-orlici"])' 0

# --- own town first, then by distance; pages follow on
sql "INSERT INTO help_request (code, state, town_code, category, title, given, initial, lat, lon, created_at, opened_at, changed_at)
	SELECT CONCAT('b', LPAD(seq, 5, '0')), 'open', 563102, 'jine', CONCAT('Prosba ', seq), 'Eva', 'V.', 50.38, 13.27, NOW(), '2026-11-01' + INTERVAL seq MINUTE, '2026-11-20' FROM seq_1_to_30"
get /kadan/pomoc.xml
count 20
is //pager/@pages 2
is '//request[1]/title' 'Prosba 30'
get '/kadan/pomoc.xml?strana=2'
count 11
is '//request[1]/title' 'Prosba 10'
is '//request[11]/title' Vedle
get /kadan/pomoc.rss
is 'count(//item)' 31

# --- who sees what: neighbours, verified helpers, nobody in a list what is for coordinators
sql "UPDATE help_request SET visibility = 'local_members' WHERE code = 'k7m4tx'; UPDATE help_request SET visibility = 'verified_helpers' WHERE code = 'm2xk9g';
	UPDATE help_request SET visibility = 'coordinators' WHERE code = 'qr3nwd'"
get $L/pomoc.xml
count 6
id=$(sql "SELECT id FROM help_request WHERE code = 'k7m4tx'")
get "$L/pomoc/$id"
status 404
as Jana
get $L/pomoc.xml
count 6
sql "UPDATE person SET town_code = 999999 WHERE id = $person"
get $L/pomoc.xml
count 7
get "$L/pomoc/$id"
status 200
sql "UPDATE person SET level = 2 WHERE id = $person"
get $L/pomoc.xml
count 8
header cache-control '*private*'
nobody
sql "UPDATE help_request SET visibility = 'public' WHERE town_code = 999999; UPDATE help_request SET moderation = 'limited' WHERE code = 'm2xk9g'; UPDATE help_request SET moderation = 'hidden' WHERE code = 'nq4rac'"
get $L/pomoc.xml
count 8
get $L/pomoc.json
json '.items | length' 7
sql "UPDATE help_request SET moderation = 'visible'"

# --- offers, by category too
get $L/pomoc/nabidky.xml
valid
is 'count(//offer)' 6
is '//offer[1]/who' 'Martin K.'
is 'count(//offer[1]/category)' 2
get "$L/pomoc/nabidky.xml?s-cim=nakup"
is 'count(//offer)' 2
get $L/pomoc/nabidky
like 'út, čt, 7–12'
like 'Ověřený pomocník'
sql "UPDATE offer SET state = 'paused' WHERE town_code = 999999 AND text LIKE 'Vyvenčím%'"
get $L/pomoc/nabidky.json
json '.items | length' 5
get $L/pomoc/nabidky.ics
status 404

# --- every format
get "$L/pomoc.rss?s-cim=nakup"
status 200
is 'count(//item)' 2
is '//channel/title' 'Prosby o pomoc: Lhota nad Orlicí, do 5 km, Nákup a pochůzky'
like 'Nákup a pochůzky: Léky z lékárny a rohlíky'
get $L/pomoc.atom
is 'count(//a:entry)' 9
is '//a:entry[1]/a:author/a:name' 'Marie H.'
get $L/pomoc.json
json '.items[0]._sousede.code' k7m4tx
json '.items[0].tags[0]' Odvoz
get $L/pomoc.jsonld
json '.itemListElement[0].item["@type"]' Demand
get $L/pomoc.ics
header content-type 'text/calendar*'
like 'SUMMARY:Odvoz: Na kontrolu do nemocnice'
same 'only what has a time' "$(grep -c BEGIN:VEVENT "$T/body")" 4
get $L/pomoc/nabidky.jsonld
json '.itemListElement[0].item["@type"]' Offer

# --- B25: nothing exact in any byte, whatever the format
for path in pomoc pomoc.xml pomoc.rss pomoc.atom pomoc.json pomoc.jsonld pomoc.ics pomoc/letak pomoc/letak.xml "pomoc/$(sql "SELECT id FROM help_request WHERE code = 'h2gydz'").xml"; do
	get "$L/$path"
	status 200
	unlike 'ajn[áéo]|777.?000|example\.org|50\.012|16\.341|nonce'
done
get /plakat/h2gydz
status 200
unlike 'ajn[áéo]|777.?000|50\.012'

# --- a list is as old as its last change
sql "UPDATE help_request SET changed_at = '2026-11-21' WHERE town_code = 999999; UPDATE offer SET changed_at = '2026-11-20' WHERE town_code = 999999"
get $L/pomoc.rss
tag=$(header_value etag)
ok 'a list has a tag' [ "$tag" ]
get $L/pomoc.rss "If-None-Match: $tag"
status 304
sql "UPDATE help_request SET changed_at = '2026-11-21 00:00:05', state = 'filled' WHERE code = 'k7m4tx'"
get $L/pomoc.rss "If-None-Match: $tag"
status 200
sql "UPDATE help_request SET changed_at = '2026-11-22 07:32:00', state = 'open' WHERE code = 'k7m4tx'"
get $L/pomoc.rss
status 200
no_header etag

# --- the way in
get /pomoc
status 200
get '/pomoc?obec=kadan'
header location '*/kadan/pomoc'
get '/pomoc?obec=lhota'
status 200
like 'href="/lhota-nad-orlici/pomoc"'
get '/pomoc.xml?obec=lhota'
valid
get '/pomoc?obec=xyzzy'
like xyzzy
get '/pomoc?obec=kadan&chci=neco'
status 400
get '/pomoc?obec=kadan&chci=potrebuji'
header location '*/kadan/pomoc/potrebuji'
follow
status 200
get /
like 'href="/pomoc\?chci=potrebuji"'
get $L
like 'href="/lhota-nad-orlici/pomoc"'
like 'href="/lhota-nad-orlici/pomoc/potrebuji"'

# --- paper: the sheet of the town, of one request, and the code on its strips
get $L/pomoc/letak.xml
valid
is 'count(//request)' 7
get $L/pomoc/letak
status 200
like 'K7M.4TX'
like 'role="img"[^>]*aria-label="QR'
same 'seven strips' "$(value 'count(//ul[@class="strips"]/li)')" 7
get "$L/pomoc/letak?kod=K7M+4TX"
status 200
same 'the same on each' "$(value 'count(//ul[@class="strips"]/li[starts-with(strong, "Na kontrolu")])')" 7
get "$L/pomoc/letak?kod=aaaaaa"
status 404
get "$L/pomoc/letak?kod=x"
status 404
sql "INSERT INTO town_help (town_code, phone, hours) VALUES (999999, '+420494000111', 'Všední dny 8–16')"
get $L/pomoc/letak.xml
valid
get $L/pomoc/letak
like '494.000.111'
get '/plakat?kod=k7m%204TX'
status 303
header location '*/plakat/k7m4tx'
follow
status 200
like 'href="/registrace\?zpet=/lhota-nad-orlici/pomoc/'
as Jana
get /plakat/k7m4tx
like "href=\"/lhota-nad-orlici/pomoc/$id\""
get /plakat/k7m4tx.xml
valid
nobody
get '/plakat?kod=ab'
status 422
like 'id="kod-e"'
get /plakat/zzzzzz
status 404
sql "UPDATE help_request SET visibility = 'verified_helpers' WHERE code = 'm2xk9g'"
get /plakat/m2xk9g
status 404
get "$L/pomoc/letak?kod=m2xk9g"
status 404
sql "UPDATE help_request SET state = 'closed', outcome = 'fulfilled' WHERE code = 'k7m4tx'"
get /plakat/k7m4tx
status 200
like 'už pomocníka má'
unlike 'Založit účet'

done_testing
