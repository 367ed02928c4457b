#!/bin/bash
# Real feeds of real towns, as they were: an official board, two channels, a calendar. Brought in twice, shown, and unchanged the second time.
. "${0%/*}/lib.sh"
skip_without_shared
. "$SRC/tests/feeds.sh"
samples=$SHARED/samples

# --- Kadaň: 101 notices of 1 November 2023, most of them without a title
jobs import "$samples/ofn-uredni-deska/kadan-2023-11-01.jsonld" --town kadan
exits 0
did 101 0 0 0 0 0 0
said 'board official_copy'
get /kadan/nastenka.xml
status 200
valid
is "//count[@kind='official_copy']/@hanging" 101
is '//pager/@total' 101
is 'count(//item[@unofficial="yes"])' "$(value 'count(//item)')"
get '/kadan/nastenka.xml?q=Pol%C3%A1ky'
is 'count(//item)' 1
is '//item/title' 'MÚ - odbor dopravy - opatření obecné povahy - stanovení přechodné úpravy provozu - Poláky'
is '//item/category/@slug' opatreni-obecne-povahy
is '//item/originator' 'MÚ - odbor dopravy'
is '//item/reference' ODPK-24340/2020/Slu
is '//item/posted' 2020-06-29T00:00:00+02:00
is '//item/posted/@only' day
is 'count(//item/until)' 0
is 'string(//item/link)' https://www.mesto-kadan.cz/cs/mestsky-urad/uredni-deska-6.html-as4udetail-122912
is '//item/@attachments' 1
get "/kadan/nastenka/$(value '//item/@id').xml"
follow
is 'string(//attachment/@url)' https://www.mesto-kadan.cz/filemanager/files/895830.pdf
is 'string(//attachment)' 24340
same 'an empty title is told by the mark of the file' "$(sql "SELECT title FROM notice WHERE file_mark = '452/2021' AND town_code = 563102")" 'Oznámení 452/2021'
same 'a day the source names long ago takes nothing down' "$(sql "SELECT COUNT(*) FROM notice WHERE town_code = 563102 AND hangs AND takedown_on < '2026-01-01'")" \
	"$(sql "SELECT COUNT(*) FROM notice WHERE town_code = 563102 AND takedown_on < '2026-01-01'")"
for suffix in rss atom json ics jsonld xml; do
	get "/kadan/nastenka.$suffix"
	status 200
done
get /kadan/zdroje
status 200
like 'mesto-kadan.cz'

before=$(rows)
jobs import "$samples/ofn-uredni-deska/kadan-2023-11-01.jsonld" --town kadan
did 0 0 0 0 0 101 0
same 'the second time writes nothing' "$(rows)" "$before"
jobs --once
exits 0
same 'time takes no copy down' "$(rows)" "$before"

# --- Kopidlno: a channel of news and one of the official board, shortened
jobs import "$samples/rss/kopidlno-aktuality-excerpt.rss.xml" --town kopidlno
did 1 0 0 0 0 0 0
said 'board information'
jobs import "$samples/rss/kopidlno-uredni-deska-excerpt.rss.xml" --town kopidlno
did 2 0 0 0 0 0 0
said 'board official_copy'
get '/kopidlno/nastenka.xml?deska=obec'
is 'count(//item)' 1
is '//item/title' 'Rozloučení s prázdninami'
is 'string(//item/link)' https://www.kopidlno.cz/aktuality/rozlouceni-s-prazdninami-2026
is '//item/event/@all_day' yes
is '//item/event/from' 2026-08-28T00:00:00+02:00
is '//item/event/to' 2026-08-29T00:00:00+02:00
get '/kopidlno/nastenka.xml?deska=uredni'
is 'count(//item)' 2
is '//item[1]/title' 'Usnesení ze 101. schůze Rady města Kopidlna'
is 'string(//item[1]/link)' 'https://www.kopidlno.cz/uredni-deska?id=550&action=detail'
get "/kopidlno/nastenka/$(value '//item[1]/@id').xml"
follow
is 'string(//attachment/@url)' 'https://www.kopidlno.cz/file.php?oid=13904853'
before=$(rows)
jobs import "$samples/rss/kopidlno-aktuality-excerpt.rss.xml" --town kopidlno
jobs import "$samples/rss/kopidlno-uredni-deska-excerpt.rss.xml" --town kopidlno
did 0 0 0 0 0 2 0
same 'channels unchanged write nothing' "$(rows)" "$before"

# --- Vrdy: the calendar of the library
jobs import "$samples/ical/knihovna-vrdy-2026-07-02.ics" --town vrdy
did 20 0 0 0 0 0 0
get '/vrdy/nastenka.xml?pocet=50'
same 'twenty events' "$(sql 'SELECT COUNT(*), SUM(event_all_day) FROM notice n JOIN town t ON t.code = n.town_code WHERE t.slug = "vrdy"')" $'20\t20'
get /vrdy/nastenka.ics
status 200
ok 'the exhibition ends after its last day' grep -q 'DTEND;VALUE=DATE:20260901' "$T/body"
before=$(rows)
jobs import "$samples/ical/knihovna-vrdy-2026-07-02.ics" --town vrdy
did 0 0 0 0 0 20 0
same 'a calendar unchanged writes nothing' "$(rows)" "$before"

# --- a board with one iri on two notices
jobs import "$samples/ofn-uredni-deska/test-deska-2022-01-31.json" --town vrdy
did 2 0 0 0 0 0 0
jobs import "$samples/ofn-uredni-deska/test-deska-2022-01-31.json" --town vrdy
did 0 0 0 0 0 2 0
done_testing
