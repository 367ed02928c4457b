#!/bin/bash
# The town's board as people read it: what hangs, filters, paging, one notice, what was taken down.
. "${0%/*}/lib.sh"

sql "
INSERT INTO board (town_code, kind, revision, changed_at) VALUES
  (563102, 'official_copy', 3, '2026-11-20 07:32:00'), (563102, 'information', 1, '2026-11-19 06:00:00'), (563102, 'crisis', 1, '2026-11-18 06:00:00');
INSERT INTO category (id, town_code, slug, name) VALUES (901, 563102, 'rozpocet', 'Rozpočet a majetek'), (902, 563102, 'odpady', 'Odpady');
INSERT INTO notice (id, town_code, kind, state, slug, title, summary, body, category_id, reference, posted_at, takedown_on, changed_at, search_text, attachments) VALUES
  (9001, 563102, 'official_copy', 'posted', 'zamer-pronajmu', 'Záměr pronájmu domu čp. 12', 'Prostor bývalé pošty.', 'Dům **čp. 12** <script>alert(1)</script> [mapa](javascript:alert(1))',
   901, 'MUKK/1/2026', '2026-11-20 07:32:00', '2026-12-07', '2026-11-20 07:32:00', 'zamer pronajmu domu cp 12 mukk 1 2026', 1),
  (9002, 563102, 'information', 'posted', 'svoz-bioodpadu', 'Poslední svoz bioodpadu', 'Nádoby do 6 hodin.', NULL, 902, NULL, '2026-11-19 06:00:00', '2026-11-30', '2026-11-19 06:00:00', 'posledni svoz bioodpadu', 0),
  (9003, 563102, 'crisis', 'posted', 'voda-stoupa', 'Voda stoupá', NULL, NULL, NULL, NULL, '2026-11-18 06:00:00', NULL, '2026-11-18 06:00:00', 'voda stoupa', 0),
  (9004, 563102, 'official_copy', 'taken_down', 'stary-rozpocet', 'Rozpočet na rok 2025', NULL, NULL, 901, NULL, '2025-11-03 08:00:00', '2025-12-01', '2025-12-01 23:00:00', 'rozpocet na rok 2025', 0),
  (9005, 563102, 'official_copy', 'taken_down', 'pisemnost', 'Oznámení o možnosti převzít písemnost: Jan N.', NULL, 'Jan N.', NULL, NULL, '2026-10-03 08:00:00', '2026-10-20', '2026-10-20 22:00:00', 'jan n', 0),
  (9006, 563102, 'information', 'scheduled', 'priste', 'Až zítra', NULL, NULL, NULL, NULL, '2026-11-23 08:00:00', NULL, '2026-11-20 08:00:00', 'az zitra', 0),
  (9007, 563102, 'official_copy', 'redacted', '', 'Smazáno', NULL, NULL, NULL, NULL, '2024-10-03 08:00:00', NULL, '2024-10-20 22:00:00', '', 0);
UPDATE notice SET takendown_at = changed_at WHERE id IN (9004, 9005, 9007);
UPDATE notice SET personal_data = 1 WHERE id IN (9005, 9007);
UPDATE notice SET urgent = 1 WHERE id = 9003;
INSERT INTO attachment (notice_id, position, title, url, media_type, bytes) VALUES (9001, 1, 'Půdorys', 'https://kadan.example.org/pudorys.pdf', 'application/pdf', 412000);
"

get /kadan/nastenka.xml
status 200
valid
is 'count(//item)' 3
is '//item[1]/title' 'Záměr pronájmu domu čp. 12'
is '//item[1]/posted' '2026-11-20T08:32:00+01:00'
is '//item[1]/posted/@utc' '2026-11-20T07:32:00Z'
is '//item[1]/posted/@day' 5
is '//item[1]/until' 2026-12-07
is '//item[1]/category' 'Rozpočet a majetek'
is '//item[1]/category/@slug' rozpocet
is '//item[3]/@urgent' yes
is 'sum(//count/@hanging)' 3
is '//pager/@total' 3
isnt '//item/title' 'Až zítra'
is '//item[1]/attachment' 'Půdorys'
is '//item[1]/body//cm:strong' 'čp. 12'
is 'count(//item[1]/body//cm:html_inline)' 0
is '//item[1]/body//cm:link/@destination' ''

get /kadan/nastenka
status 200
header content-type 'text/html; charset=*'
like 'Záměr'
unlike '<script>alert'
like 'href="/kadan/nastenka/9001-zamer-pronajmu"'

# filters
get '/kadan/nastenka.xml?deska=uredni'
is 'count(//item)' 1
get '/kadan/nastenka.xml?deska=uredni,krize'
is 'count(//item)' 2
is '//pager/@total' 2
get '/kadan/nastenka.xml?deska=uredni&deska=obec'
is 'count(//item)' 2
get '/kadan/nastenka.xml?kategorie=odpady'
is '//item/title' 'Poslední svoz bioodpadu'
is '//filter/@kategorie' odpady
get '/kadan/nastenka.xml?q=bioodpady'
is 'count(//item)' 1
get '/kadan/nastenka.xml?q=z%C3%A1m%C4%9Br+PRONAJM%C5%AE'
is '//item/@id' 9001
get '/kadan/nastenka.xml?q=kominik'
status 200
is 'count(//item)' 0
get '/kadan/nastenka?q=komin%C3%ADk'
like 'kominík'
get '/kadan/nastenka.xml?archiv=ano'
is 'count(//item)' 1
is '//item/@state' taken_down
unlike 'Jan N'

# what may not stand in the address is named
get '/kadan/nastenka?deska=vesnice'
status 400
like 'uredni, obec, spolky, krize'
get '/kadan/nastenka?kategorie=psi'
status 400
like 'odpady'
get '/kadan/nastenka?archiv=mozna'
status 400
like ano
get '/kadan/nastenka?strana=0'
status 400
get '/kadan/nastenka?strana=2'
status 404
get '/kadan/nastenka?jazyk=de'
status 400
like 'cs, en, uk'
get '/kadan/nastenka?utm_source=x&fbclid=1'
status 200

# paging
sql "INSERT INTO notice (town_code, kind, state, slug, title, posted_at, changed_at)
  SELECT 563102, 'information', 'posted', CONCAT('z-', seq), CONCAT('Zpráva ', seq), '2026-01-01' + INTERVAL seq HOUR, '2026-01-01' FROM seq_1_to_45"
get /kadan/nastenka.xml
is 'count(//item)' 20
is '//pager/@total' 48
is '//pager/@next' 2
get '/kadan/nastenka.xml?strana=3'
is 'count(//item)' 8
is 'count(//pager/@next)' 0
get '/kadan/nastenka.xml?pocet=5&strana=10'
is 'count(//item)' 3

# one notice
get /kadan/nastenka/9001-zamer-pronajmu.xml
status 200
valid
is '//item/reference' MUKK/1/2026
is '//attachment/@bytes' 412000
get /kadan/nastenka/9001-zamer-pronajmu
status 200
like 'MUKK/1/2026'
unlike 'javascript:'
get /kadan/nastenka/9001
status 308
header location '*/kadan/nastenka/9001-zamer-pronajmu'
get /kadan/nastenka/9001-jinak.rss
status 308
header location '*/kadan/nastenka/9001-zamer-pronajmu.rss'
get /o/9001
status 308
header location '*/kadan/nastenka/9001-zamer-pronajmu'
get /telc/nastenka/9001-zamer-pronajmu
status 404
get /kadan/nastenka/9006-priste
status 404
get /o/9006
status 404
get /kadan/nastenka/99999999
status 404
like 'name="obec"'

# taken down: the archive page, or 410 where people were named
get /kadan/nastenka/9004-stary-rozpocet
status 200
like 'Rozpočet na rok 2025'
get /kadan/nastenka/9005-pisemnost
status 410
unlike 'Jan N'
like '20'
get /kadan/nastenka/9007
status 410

# the month for feed readers
get /kadan/archiv/2026-11.xml
status 200
valid
is 'count(//item)' 3
is '//archive/@prev' 2026-10
get /kadan/archiv/2026-10.xml
is 'count(//item)' 0
is '//archive/@next' 2026-11
is '//archive/@prev' 2026-01
get /kadan/archiv/2026-13
status 404
get /kadan/archiv/2027-01
status 404

# feeds are revalidated by the boards' revisions
get /kadan/nastenka.rss
status 200
etag=$(header_value etag)
header last-modified 'Fri, 20 Nov 2026 07:32:00 GMT'
get /kadan/nastenka.rss "If-None-Match: $etag"
status 304
sql "UPDATE board SET revision = revision + 1, changed_at = '2026-11-21 00:00:00' WHERE town_code = 563102 AND kind = 'crisis'"
get /kadan/nastenka.rss "If-None-Match: $etag"
status 200

# the open data of the official board hold all of it and nothing else
sql "INSERT INTO notice (town_code, kind, state, slug, title, posted_at, changed_at)
  SELECT 563102, 'official_copy', 'posted', CONCAT('u-', seq), CONCAT('Usnesení ', seq), '2026-02-01' + INTERVAL seq HOUR, '2026-02-01' FROM seq_1_to_100"
get /kadan/nastenka.jsonld
status 200
json '.informace | length' 101
json '[.informace[] | select(.["název"].cs == "Voda stoupá")] | length' 0
get /kadan.jsonld
json '.informace | length' 101
get /kadan/archiv/2026-11.jsonld
json '.informace | length' 1

# the calendar has what has a date, however old the notice is
sql "INSERT INTO board VALUES (563102, 'community', 1, '2025-12-01');
  INSERT INTO notice (town_code, kind, state, slug, title, posted_at, changed_at, event_from) VALUES
  (563102, 'community', 'posted', 'ples', 'Hasičský ples', '2025-12-01', '2025-12-01', '2027-01-16 19:00:00')"
get /kadan/nastenka.ics
like 'SUMMARY:Hasičský ples'

# a town nobody has written for
get /telc/nastenka.xml
status 200
valid
is 'count(//item)' 0
get /telc/nastenka
status 200
get /telc/zdroje.xml
status 200
valid

# methods and addresses
request POST /kadan/nastenka </dev/null
status 405
header allow 'GET, HEAD'
get /kadan/nastenka/
status 308
get /neznama-obec/nastenka
status 404
like 'name="obec"'

done_testing
