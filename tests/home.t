#!/bin/bash
# Front page, search, the page of a town, regions, subscribing, health, texts and files for robots.
. "${0%/*}/lib.sh"

# every page in every language fits its schema and is whole
for page in / '/hledat?obec=nova+ves' '/hledat?obec=kadqn' '/hledat?obec=xyzzy' /kolem '/kolem?lat=50.1&lon=14.4' /lhota-nad-orlici /kadan /kraj/ustecky \
	/okres/chomutov /stav /odber '/odber?obec=kadan' /o-projektu /soukromi /soukromi/zaznam /pristupnost; do
	path=${page%%\?*} query=${page#"$path"}
	[ "$path" = / ] || { get "$path.xml$query" && status 200 && valid; }
	for lang in cs en uk; do
		get "$path?${query#\?}${query:+&}jazyk=$lang"
		status 200
		is 'count(//h1)' 1
		is '//html/@lang' $lang
	done
done

# --- front page

get /
header content-type 'text/html; charset=*'
is 'count(//main//form[@action="/hledat"]//input[@name="obec"])' 1
is 'count(//a[starts-with(@href, "/kraj/")])' 14
like 'Rozsvícení|Našly se klíče'
is 'count(//script[not(@src)])' 0
is 'count(//*[@style])' 0
personal=$(sql "SELECT COUNT(*) FROM notice WHERE personal_data")
ok 'the demo has notices that name people' [ "$personal" -gt 0 ]
sql "UPDATE notice SET posted_at = '2026-11-22 07:00:00' WHERE personal_data AND state = 'posted'"
get /
unlike 'Dražební|Jana'

# --- search

get '/hledat?obec=kadqn'
like 'href="/kadan"'
get '/hledat?obec=%3Cscript%3E'
status 200
unlike '<script>'
is '//input[@name="obec"]/@value' '<script>'
get '/hledat?obec=lhota+nad+orlici'
status 303
header location "$BASE/lhota-nad-orlici"
get '/hledat?nesmysl=1'
status 200

# --- the page of a town

get /lhota-nad-orlici.xml
is '//town/@invented' yes
is '//urgent/item[@urgent]/title' 'Ve středu 25. listopadu nepoteče v Zářečí voda'
is 'count(//urgent/item[@kind="crisis"])' 1
is 'count(//newest/item)' 7
is 'count(//newest/item[@state="scheduled" or @state="taken_down" or @state="archived" or @state="cancelled"])' 0
is '//events/item[1]/title' 'Poradna k dotacím na kotle a zateplení'
is 'count(//events/item[event/from/@utc < "2026-11-22T07:00:00Z"])' 0
is 'sum(//count/@hanging)' "$(sql 'SELECT COUNT(*) FROM notice WHERE town_code = 999999 AND hangs')"
is 'count(//neighbour)' 9
is 'count(//neighbour[@invented])' 0
get /lhota-nad-orlici
is '//main//h1' 'Lhota nad Orlicí'
ok 'urgent things stand before the rest' [ "$(body | grep -bo 'class="urgent"' | command head -n 1 | cut -d: -f1)" -lt "$(body | grep -bo 'id="nove"' | command head -n 1 | cut -d: -f1)" ]
like 'vymyšlen'
is 'count(//figure//*[name()="circle"][contains(@class, "m-pin")])' 9
is 'count(//figure//ol/li/a)' 9
is 'count(//link[@rel="alternate"][@type="application/rss+xml"]/@href)' 1
is '//link[@rel="alternate"][@type="application/rss+xml"]/@href' /lhota-nad-orlici.rss
header etag
header last-modified
etag=$(header_value etag)
get /lhota-nad-orlici "If-None-Match: $etag"
status 304
now 2026-11-23T08:32:00+01:00
get /lhota-nad-orlici "If-None-Match: $etag"
status 200
now 2026-11-22T08:32:00+01:00
sql "UPDATE board SET revision = revision + 1 WHERE town_code = 999999 AND kind = 'information'"
get /lhota-nad-orlici "If-None-Match: $etag"
status 200
get /kadan
status 200
like 'zatím nic nevisí'
get /kadan/
status 308
header location "$BASE/kadan"
post /kadan a=b
status 405
get /zadna-takova
status 404
like 'action="/hledat"'
for suffix in rss atom json ics jsonld; do
	get "/lhota-nad-orlici.$suffix"
	status 200
	header access-control-allow-origin '*'
done
get /lhota-nad-orlici.rss
is 'count(//item)' 48
get /lhota-nad-orlici.xml
valid
get /lhota-nad-orlici.opml
status 404
get /lhota-nad-orlici.txt
status 404

# an ended municipality keeps its page
sql "UPDATE town SET ended_on = '2026-01-01' WHERE code = 563102"
get /kadan.xml
valid
get /kadan
like 'zanikla'
get '/okres/chomutov.xml'
is 'count(//place[@code=563102])' 0

# --- regions and districts

get /kraj/ustecky.xml
is 'count(/page/district)' 7
is '/page/district[@slug="chomutov"]/@towns' 43
is '//place[1]/name' 'Ústí nad Labem'
get /okres/teplice.xml
is 'count(//place)' 34
is '//region/@slug' ustecky
is 'count(//place[@board])' 0
sql "INSERT INTO board (town_code, kind, changed_at) SELECT code, 'information', '2026-11-01' FROM town WHERE slug = 'teplice'"
get /okres/teplice.xml
is '//place[@board]/name' Teplice
get /okres/teplice.opml
status 200
header content-type 'text/x-opml*'
is 'count(//outline[@xmlUrl])' 1
is '//outline[@xmlUrl]/@xmlUrl' "$BASE/teplice/nastenka.rss"
get /kraj/ustecky.opml
is 'count(//outline[@text="Teplice"])' 1
get /kraj/ustecky.rss
status 404
get /kraj/marsovsky
status 404
get /okres/vsude
status 404
get /kraj/praha.xml
is '/page/district' Praha

# --- subscribing

get '/odber?obec=kadan'
is '//input[@id="rss"]/@value' "$BASE/kadan/nastenka.rss"
is '//input[@id="ics"]/@value' "$BASE/kadan/nastenka.ics"
is '//a[starts-with(@href, "webcal:")]/@href' 'webcal://sousede.test/kadan/nastenka.ics'
get '/odber?obec=nikde'
status 400
get '/odber?obec=kladno'
status 303
header location "$BASE/hledat?obec=kladno"

# --- health

get /stav.xml
is '//health/@database' ok
is '//health/@towns' 6253
is '//health/@late' 0
sql "UPDATE notice SET takedown_on = '2026-11-20' WHERE town_code = 999999 AND kind = 'crisis' AND state = 'posted'"
get /stav.xml
is '//health/@late' 1
get /stav
like 'opožďuje'

# --- texts and robots

get /o-projektu
like 'RÚIAN'
like 'Malý lexikon obcí 2024'
like 'Sousedé'
like 'redakce@sousede.test'
get /soukromi
like '[Cc]ookie'
get /pristupnost
like '99/2019'
get /robots.txt
status 200
header content-type 'text/plain; charset=utf-8'
like '^User-agent: \*$'
like '^Disallow: /hledat$'
like "^Sitemap: $BASE/sitemap.txt\$"
get /.well-known/security.txt
like '^Contact: mailto:redakce@sousede.test$'
like '^Expires: 2027-05-20T22:00:00Z$'
like "^Canonical: $BASE/.well-known/security.txt\$"
get /sitemap.txt
like "^$BASE/teplice/nastenka\$"
unlike 'lhota-nad-orlici'
get /robots
status 404

done_testing
