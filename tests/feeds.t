#!/bin/bash
# Feeds as readers and validators want them: every format of every list, filters, conditional requests, archives, tombstones.
. "${0%/*}/lib.sh"
skip_without "${NODE_PATH:-$SRC/build/npm/node_modules}/ical.js" 'ical.js of npm (./check brings it)'

list=/kadan/nastenka notice=/kadan/nastenka/1-zamer-pronajmu month=/kadan/archiv/2026-11 town=/kadan

# PATH.SUFFIX answers, says what it is, and is well made.
feed() {
	local suffix=${1%%\?*}
	get "$1"
	status 200
	case ${suffix##*.} in
	rss) header content-type 'application/rss+xml; charset=utf-8' && valid "$SRC/schema/rss.rng" ;;
	atom) header content-type 'application/atom+xml; charset=utf-8' && valid "$SRC/schema/atom.rng" ;;
	json) header content-type 'application/feed+json*' && ok "$1 is JSON Feed 1.1" "$SRC/tests/jsonfeed.py" "$T/body" ;;
	jsonld) header content-type 'application/ld+json*' && json '."@context" | test("^https://ofn.gov.cz/")' true ;;
	ics) header content-type 'text/calendar; charset=utf-8' && ok "$1 is iCalendar" node "$SRC/tests/ics.js" "$T/body" ;;
	esac
}
for suffix in rss atom json jsonld ics; do
	for path in /lhota-nad-orlici /lhota-nad-orlici/nastenka /lhota-nad-orlici/archiv/2026-11; do
		feed $path.$suffix
	done
done
ok 'Kadaň has a board' sql "$(cat "$SRC/tests/feeds.sql")"
for suffix in rss atom json jsonld ics; do
	for path in $list $notice $month $town; do
		feed $path.$suffix
		no_header set-cookie
	done
	feed "$list.$suffix?deska=uredni,spolky&kategorie=rozpocet&q=zamer&pocet=5"
	feed "$list.$suffix?archiv=ano"
	case $suffix in rss | atom | json) feed "$list.$suffix?strana=2" ;; esac
	feed "$list.$suffix?jazyk=uk"
	feed "/mikulov-breclav/nastenka.$suffix"
done

# --- what a notice says

get $list.rss
is 'count(/rss/channel/item)' 50
is '/rss/channel/title' 'Nástěnka: Kadaň'
is '/rss/channel/link' "$BASE$list"
is '/rss/channel/atom:link[@rel="self"]/@href' "$BASE$list.rss"
is '/rss/channel/lastBuildDate' 'Sat, 21 Nov 2026 10:00:00 +0100'
is '/rss/channel/item[1]/guid' "$BASE/o/2"
is '/rss/channel/item[1]/link' "$BASE$list/2-koncert"
is '/rss/channel/item[1]/pubDate' 'Sat, 21 Nov 2026 10:00:00 +0100'
is '/rss/channel/item[1]/georss:point' '50.3761 13.27'
item='/rss/channel/item[guid="https://sousede.test/o/1"]'
is "$item/title" 'Záměr & pronájem <b>domu</b> čp. 12'
like '<title>Záměr &#x26; pronájem &#x3C;b>domu&#x3C;/b> čp. 12</title>|<title>Záměr &#x26; pronájem &#x3C;b&gt;domu&#x3C;/b&gt; čp. 12</title>'
is "$item/pubDate" 'Fri, 20 Nov 2026 00:00:00 +0100'
is "$item/category[@domain='https://sousede.test/kadan/nastenka']" 'Rozpočet a majetek'
is "$item/description" 'Město zveřejňuje záměr &amp; podmínky. - dům alert(1) - plán a zlý ]]&gt; konec a &lt; b'
is "$item/dc:creator" 'Odbor majetku'
is "$item/source/@url" 'https://www.mesto.example/deska.jsonld?a=1&b=2'
is "count($item/enclosure)" 1
is "concat($item/enclosure/@url, ' ', $item/enclosure/@length, ' ', $item/enclosure/@type)" 'https://www.mesto.example/a%20b.PDF 0 application/pdf'
value "$item/content:encoded" >"$T/content"
ok 'the text is HTML' grep -q '<p>Město <strong>zveřejňuje</strong> záměr &amp; podmínky.</p><ul><li>dům' "$T/content"
ok 'a link within the site is absolute' grep -q '<a href="https://sousede.test/kadan">plán</a> a zlý' "$T/content"
ok 'every attachment is a link' grep -q '<a href="https://www.mesto.example/b.docx">Nájemní &lt;smlouva&gt;</a>' "$T/content"
ok 'a copy says so and leads to the original' grep -q 'Neoficiální kopie. <a href="https://www.mesto.example/deska?id=1&amp;x=%C5%BE">' "$T/content"
not_ok 'nothing in the text acts' grep -qEi '<(script|iframe|style|object|form)|javascript:|style=' "$T/content"
is "contains($item/content:encoded, ']]>') or contains($item/content:encoded, ']]&gt;')" true
is '/rss/channel/item[guid="https://sousede.test/o/5"]/title' 'NALÉHAVÉ: Nepoteče voda'
is 'count(/rss/channel/item/guid[. = ../preceding-sibling::item/guid])' 0

get $list.atom
entry='/a:feed/a:entry[a:id="https://sousede.test/o/1"]'
is "concat($entry/a:published, ' ', $entry/a:updated)" '2026-11-20T00:00:00+01:00 2026-11-20T08:32:00+01:00'
is "count($entry/a:link[@rel='enclosure'])" 2
is "$entry/a:link[@rel='enclosure'][2]/@length" 12345
is "$entry/a:link[@rel='via']/@href" 'https://www.mesto.example/deska?id=1&x=%C5%BE'
is "$entry/a:category[2]/@term" rozpocet
is "$entry/a:title" 'Záměr & pronájem <b>domu</b> čp. 12'
is '/a:feed/a:updated' '2026-11-21T10:00:00+01:00'
is '/a:feed/at:deleted-entry[1]/@ref' "$BASE/o/6"
is '/a:feed/at:deleted-entry[1]/@when' '2026-11-16T00:00:00+01:00'
is 'count(/a:feed/at:deleted-entry[@ref = /a:feed/a:entry/a:id])' 0

get $list.json
json '.items | length' 50
json '.items[0].id' "$BASE/o/2"
json '.items[0]._sousede.event.from' '2026-12-05T19:00:00+01:00'
json '.next_url' "$BASE$list.json?strana=2"
json '[.items[] | select(.id | endswith("/o/1"))][0] | .title, .external_url, .attachments[1].size_in_bytes, ._sousede.unofficial, ._sousede.reference' \
	'Záměr & pronájem <b>domu</b> čp. 12
https://www.mesto.example/deska?id=1&x=%C5%BE
12345
true
MUKK/1/2026'
unlike '<'

get $list.ics
like '^UID:o-2@sousede.test'
like '^DTSTART:20261205T180000Z'
like '^DTEND:20261205T203000Z'
like '^SUMMARY:Koncert\\; v sále\\, zdarma'
like '^LOCATION:Kulturní dům\\, sál\\; přízemí'
like '^DTSTART;VALUE=DATE:20261128'
like '^DTEND;VALUE=DATE:20261130'
like '^SEQUENCE:2'
like '^UID:o-8@sousede.test'
unlike '^UID:o-1'
unlike '^METHOD|^ORGANIZER|^BEGIN:VTIMEZONE'
get "$list.ics?archiv=ano"
like '^STATUS:CANCELLED'
get /mikulov-breclav/nastenka.ics
like '^BEGIN:VTIMEZONE'

get $list.jsonld
json '.typ, .provozovatel."ičo", (.informace | length)' 'Úřední deska
00261912
81'
json '[.informace[] | select(.iri | endswith("/o/1"))][0] | .url, ."vyvěšení".datum, ."relevantní_do".datum, ."číslo_jednací", ."spisová_značka", (.dokument | length)' \
	"$BASE$notice
2026-11-20
2026-12-07
MUKK/1/2026
450/2026
2"
get $list/2-koncert.jsonld
json '.typ, ."doba_trvání"[0]."časový_interval"."konec"."datum_a_čas"' 'Událost
2026-12-05T21:30:00+01:00'
get $list/5-voda.jsonld
json '.typ, .iri' "Aktualita
$BASE/o/5"

# --- a filter of the page filters the feed, and the feed says so

get "$list.rss?deska=spolky"
is 'count(//item)' 1
is '/rss/channel/title' 'Nástěnka: Kadaň, spolky a sousedé'
get "$list.atom?deska=uredni,krize&kategorie=rozpocet"
is 'count(//a:entry)' 1
is '/a:feed/a:title' 'Nástěnka: Kadaň, kopie úřední desky, krizová hlášení, Rozpočet a majetek'
is '/a:feed/a:link[@rel="self"]/@href' "$BASE$list.atom?deska=uredni,krize&kategorie=rozpocet"
is '/a:feed/a:link[@rel="alternate"]/@href' "$BASE$list?deska=uredni,krize&kategorie=rozpocet"
is 'count(/a:feed/a:link[contains(@rel, "archive")])' 0
get "$list.json?q=nepoteče+cisternu"
json '.items | map(.id) | join(" ")' "$BASE/o/5"
json .title 'Nástěnka: Kadaň, hledání „nepoteče cisternu“'
json .feed_url "$BASE$list.json?q=nepote%C4%8De+cisternu"
get "$list.rss?archiv=ano"
is 'count(//item)' 2
is '//item[guid="https://sousede.test/o/4"]/title' 'ZRUŠENO: Lampionový průvod'
is '//item[guid="https://sousede.test/o/6"]/title' 'SEJMUTO: Svoz bioodpadu'
unlike 'Doručení'
get "$list.rss?pocet=3"
is 'count(//item)' 3
get "$list.rss?deska=nevim"
status 400
get "$list.rss?pocet=1000"
status 400
get "$list.rss?strana=4"
status 404

# --- pages

get "$list.atom?deska=uredni,obec&strana=2"
is 'count(//a:entry)' 50
is '/a:feed/a:link[@rel="first"]/@href' "$BASE$list.atom?deska=uredni,obec"
is '/a:feed/a:link[@rel="previous"]/@href' "$BASE$list.atom?deska=uredni,obec"
is '/a:feed/a:link[@rel="next"]/@href' "$BASE$list.atom?deska=uredni,obec&strana=3"
is '/a:feed/a:link[@rel="last"]/@href' "$BASE$list.atom?deska=uredni,obec&strana=3"
next=$list.json pages=0
: >"$T/ids"
while [ "$next" ] && [ $pages -lt 9 ]; do
	get "$next"
	jq -r '.items[].id' <"$T/body" >>"$T/ids"
	next=$(jq -r '.next_url // ""' <"$T/body") next=${next#"$BASE"} pages=$((pages + 1))
done
same 'next_url leads over every notice that hangs, each once' "$(sort "$T/ids" | uniq -c | awk '{ print $1 }' | uniq -c | xargs)" \
	"$(sql 'SELECT COUNT(*) FROM notice WHERE hangs') 1"

# --- the archive of RFC 5005: from the feed month by month to the beginning

next=$list.atom steps=0 newer=
: >"$T/ids"
while [ "$next" ] && [ $steps -lt 30 ]; do
	get "$next"
	valid "$SRC/schema/atom.rng"
	if [ $steps -gt 0 ]; then
		[ "$(value 'count(/a:feed/fh:archive)')$(value '/a:feed/a:link[@rel="current"]/@href')" = "1$BASE$list.atom" ] || echo "$next is no archive" >>"$T/ids"
		[ "$(value '/a:feed/a:link[@rel="next-archive"]/@href')" = "$newer" ] || echo "$next: wrong next-archive" >>"$T/ids"
		newer=$BASE$next
		xmllint --xpath '//*[local-name()="entry"]/*[local-name()="id"]/text()' "$T/body" >>"$T/ids"
		echo >>"$T/ids"
	fi
	next=$(value '/a:feed/a:link[@rel="prev-archive"]/@href') next=${next#"$BASE"} steps=$((steps + 1))
done
same 'prev-archive leads over every notice that may be shown, each once' "$(grep . "$T/ids" | sort | uniq -c | awk '{ print $1 }' | uniq -c | xargs)" \
	"$(sql "SELECT COUNT(*) FROM notice WHERE hangs OR (state IN ('taken_down', 'archived', 'cancelled') AND NOT personal_data)") 1"
same 'a month is a step' $steps "$(sql "SELECT 1 + COUNT(DISTINCT LEFT(CONVERT_TZ(posted_at, '+00:00', '+01:00'), 7)) FROM notice WHERE NOT personal_data")"
get /kadan/archiv/2026-10.atom
is '/a:feed/a:title' 'Nástěnka: Kadaň, archiv říjen 2026'
get /kadan/archiv/2026-13.atom
status 404

# --- conditional requests (RFC 9110 13): the same rules for every feed

get $list.rss
etag=$(header_value etag) modified=$(header_value last-modified)
same 'Last-Modified is the last change' "$modified" 'Sat, 21 Nov 2026 09:00:00 GMT'
header etag 'W/"*"'
header cache-control 'public, max-age=300, stale-while-revalidate=600, stale-if-error=86400'
header vary 'Accept-Encoding'
tag=${etag#W/} plain=${tag%\"}
not_modified() {
	get "$@"
	status 304
	same "${*: -1}: no body" "$(wc -c <"$T/body")" 0
}
for suffix in rss atom json jsonld ics xml; do
	get $list.$suffix
	not_modified $list.$suffix "If-None-Match: $(header_value etag)"
	not_modified $list.$suffix "If-Modified-Since: $modified"
done
not_modified $list.rss "If-None-Match: $tag"
not_modified $list.rss "If-None-Match: $plain-gzip\""
not_modified $list.rss "If-None-Match: W/$plain-br\""
not_modified $list.rss "If-None-Match: \"x\", W/\"y\",$etag"
not_modified $list.rss 'If-None-Match: *'
not_modified $list.rss "If-None-Match: $etag" 'If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT'
not_modified $list.rss 'If-Modified-Since: Sun, 22 Nov 2026 00:00:00 GMT'
header etag "$etag"
header last-modified "$modified"
header vary 'Accept-Encoding'
header cache-control 'public, max-age=300*'
no_header content-type
no_header content-length
header access-control-allow-origin '*'
for stale in "If-None-Match: \"${plain#\"}x\"" 'If-None-Match: ""' 'If-None-Match: W/"' "If-None-Match: ${plain#\"}" 'If-Modified-Since: Sat, 21 Nov 2026 08:59:59 GMT' \
	'If-Modified-Since: soon' 'If-Modified-Since: '; do
	get $list.rss "$stale"
	status 200
done
get $list.rss 'If-None-Match: "x"' "If-Modified-Since: $modified"
status 200
get $list.rss 'A-IM: feed' "If-None-Match: \"x\""
status 200

# --- the same headers for HEAD, open to scripts of other sites

for suffix in rss atom json jsonld ics xml; do
	get $list.$suffix
	rm -f "$T/headers/date"
	cat "$T"/headers/* >"$T/of-get"
	head $list.$suffix
	status 200
	same "HEAD $suffix: no body" "$(wc -c <"$T/body")" 0
	rm -f "$T/headers/date"
	same "HEAD $suffix: the headers of GET" "$(cat "$T"/headers/*)" "$(cat "$T/of-get")"
	header access-control-allow-origin '*'
	header access-control-expose-headers '*ETag*Last-Modified*'
	header cross-origin-resource-policy cross-origin
	no_header access-control-allow-credentials
done

# --- bytes change only when the board does

for suffix in rss atom json jsonld ics; do
	now 2026-11-22T08:32:00+01:00
	get $list.$suffix
	cp "$T/body" "$T/first"; before=$(header_value etag)
	get $list.$suffix 'Accept-Language: en' 'Cookie: jazyk=uk'
	ok "$suffix: the same bytes for everybody" cmp "$T/first" "$T/body"
	now 2026-11-22T11:00:00+01:00
	get $list.$suffix
	ok "$suffix: the same bytes an hour later" cmp "$T/first" "$T/body"
	same "$suffix: the same tag an hour later" "$(header_value etag)" "$before"
done
now 2026-11-22T08:32:00+01:00
get $list.rss
sql "UPDATE board SET revision = revision + 1, changed_at = '2026-11-22 07:00:00' WHERE town_code = 563102 AND kind = 'community'"
get $list.rss "If-None-Match: $(header_value etag)"
status 200
header last-modified 'Sun, 22 Nov 2026 07:00:00 GMT'
get $list.rss "If-Modified-Since: $modified"
status 200

# --- a site below a path of somebody's domain

sed -i "s|^base = .*|base = $BASE/web|" "$SOUSEDE_CONF"
now "$SOUSEDE_NOW"
for suffix in rss atom json jsonld ics; do
	feed $list.$suffix
	unlike 'https://sousede.test/[^w]'
done
get $list.rss
is "$item/link" ''
is '//item[guid="https://sousede.test/web/o/1"]/link' "$BASE/web$notice"
like '<a href="https://sousede.test/web/kadan">plán</a>'
sed -i "s|^base = .*|base = $BASE|" "$SOUSEDE_CONF"
now "$SOUSEDE_NOW"

# --- limits

sql "UPDATE notice SET body = REPEAT('Dlouhé oznámení o **všem** má mnoho & mnoho slov.\n\n', 500) WHERE id > 100"
for suffix in rss atom json; do
	get $list.$suffix
	ok "$suffix: fifty notices of 25 kB are begun only, the feed is under 250 kB" [ "$(wc -c <"$T/body")" -lt 250000 ]
	like '/101-oznameni-1\\?"(&gt;|>)Celé oznámení'
done
sql "UPDATE notice SET body = REPEAT('Delší oznámení.\n\n', 100) WHERE id > 100"
for suffix in rss atom json; do
	get $list.$suffix
	ok "$suffix: fifty notices of 2 kB are whole, the feed is under 250 kB" [ "$(wc -c <"$T/body")" -lt 250000 ]
	unlike 'Celé oznámení'
done
sql 'UPDATE notice SET body = NULL WHERE id > 100'

# --- pages lead to their feeds

for page in $list "$list?deska=uredni" $town $notice; do
	get $page
	query=${page#"${page%%\?*}"}
	address=${page%%\?*}
	for pair in rss:application/rss+xml atom:application/atom+xml json:application/feed+json ics:text/calendar; do
		is "count(//link[@rel='alternate' and @type='${pair#*:}' and substring(@href, string-length(@href) - string-length('$address.${pair%%:*}$query') + 1) = '$address.${pair%%:*}$query'])" 1
	done
	is "//link[@rel='alternate' and contains(@type, 'xml') or @type='application/feed+json'][1]/@type" 'application/rss+xml'
done
done_testing
