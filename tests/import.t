#!/bin/bash
# Feeds of towns come in and follow their source: new, changed, gone, back; asked politely; what is broken changes nothing.
. "${0%/*}/lib.sh"
. "$SRC/tests/feeds.sh"
feeds_start

# A board of items "iri|title|day|more JSON": board NAME ITEM…
board() {
	local item iri title day more list=
	for item in "${@:2}"; do
		IFS='|' read -r iri title day more <<<"$item"
		list+="${list:+,}
{\"typ\":[\"Digitální objekt\",\"Informace na úřední desce\"],\"iri\":\"https://obec.example/i/$iri\",\"url\":\"https://obec.example/d/$iri\",
\"název\":{\"cs\":\"$title\"},\"vyvěšení\":{\"datum\":\"$day\"},\"relevantní_do\":{\"nespecifikovaný\":true}$more}"
	done
	echo "{\"typ\":\"Úřední deska\",\"iri\":\"https://obec.example/$1\",\"stránka\":\"https://obec.example/\",\"informace\":[$list]}" >"$W/$1"
}
notice() { sql "SELECT $2 FROM notice WHERE link = 'https://obec.example/d/$1'"; }
revision() { sql "SELECT revision FROM board WHERE town_code = 563102 AND kind = 'official_copy'"; }
source_is() { same "$asked: source: $1 is $2" "$(sql "SELECT $1 FROM source WHERE url LIKE '%$3'")" "$2"; }

# --- by hand
board deska '1|Záměr pronájmu|2026-11-02|,"popis":{"cs":"Pozemek 1/2"},"dokument":[{"název":{"cs":"Text"},"url":"https://obec.example/a.pdf?x=1&amp;y=2"}]' \
	'2|Rozpočet|2026-11-03|,"agenda":[{"název":{"cs":"Rozpočty"}}]' '3|Zasedání|2026-11-04|'
jobs import "$W/deska" --town kadan -v
exits 0
did 3 0 0 0 0 0 0
said 'Záměr pronájmu'
same 'one run, one revision' "$(revision)" 1
get /kadan/nastenka.xml
is 'count(//item)' 3
is '//item[1]/title' Zasedání
before=$(rows)
jobs import "$W/deska" --town kadan
did 0 0 0 0 0 3 0
same 'an unchanged feed writes nothing' "$(rows)" "$before"

# A change keeps what was said before.
now 2026-11-22T09:00:00+01:00
board deska '1|Záměr pronájmu pozemku|2026-11-02|,"dokument":[{"název":{"cs":"Oprava"},"url":"https://obec.example/b.pdf"}]' \
	'2|Rozpočet|2026-11-03|,"agenda":[{"název":{"cs":"Rozpočty"}}]' '3|Zasedání|2026-11-04|'
jobs import "$W/deska" --town kadan
did 0 1 0 0 0 2 0
same 'a new version' "$(notice 1 'version, title, body, slug, changed_at')" $'2\tZáměr pronájmu pozemku\tNULL\tzamer-pronajmu-pozemku\t2026-11-22 08:00:00'
same 'the former one' "$(sql "SELECT version, title, body, recorded_at FROM notice_version WHERE notice_id = $(notice 1 id)")" $'1\tZáměr pronájmu\tPozemek 1/2\t2026-11-22 08:00:00'
same 'its attachments are the new ones' "$(sql "SELECT a.title, a.url FROM attachment a JOIN notice n ON n.id = a.notice_id WHERE n.link LIKE '%/d/1'")" $'Oprava\thttps://obec.example/b.pdf'
same 'posted when it was' "$(notice 1 posted_at)" '2026-11-01 23:00:00'
same 'readers are told' "$(revision)" 2

# Gone three times: taken down. Once or twice: nothing.
three='3|Zasedání|2026-11-04|'
board deska "$three"
jobs import "$W/deska" --town kadan
did 0 0 0 0 2 1 0
jobs import "$W/deska" --town kadan
did 0 0 0 0 2 1 0
same 'readers see no change yet' "$(revision)" 2
board deska '2|Rozpočet|2026-11-03|,"agenda":[{"název":{"cs":"Rozpočty"}}]' "$three"
jobs import "$W/deska" --town kadan
did 0 0 0 1 0 2 0
same 'gone' "$(notice 1 'state, takendown_at, hangs')" $'taken_down\t2026-11-22 08:00:00\t0'
same 'back in time: counting begins anew' "$(notice 2 'state, missing')" $'posted\t0'
same 'readers are told of the end' "$(revision)" 3
board deska "$three"
jobs import "$W/deska" --town kadan
jobs import "$W/deska" --town kadan
did 0 0 0 0 1 1 0
now 2026-11-23T09:00:00+01:00
board deska '1|Záměr pronájmu pozemku|2026-11-02|,"dokument":[{"název":{"cs":"Oprava"},"url":"https://obec.example/b.pdf"}]' "$three"
jobs import "$W/deska" --town kadan
did 0 0 1 1 0 1 0
same 'what comes back hangs again' "$(notice 1 'state, takendown_at, version')" $'posted\tNULL\t2'

# What people called off stays so.
sql "UPDATE notice SET state = 'cancelled' WHERE link LIKE '%/d/1'"
jobs import "$W/deska" --town kadan
did 0 0 0 0 0 2 0
same 'called off' "$(notice 1 state)" cancelled

# A notice of tomorrow waits for its hour; time posts it.
board zitra '10|Zítřejší|2026-11-24|'
jobs import "$W/zitra" --town kadan
same 'planned' "$(notice 10 state)" scheduled
now 2026-11-23T23:59:59+01:00
jobs --once
same 'one second before midnight' "$(notice 10 state)" scheduled
now 2026-11-24T00:00:00+01:00
revision=$(revision)
jobs --once
same 'at midnight' "$(notice 10 state)" posted
same 'and the board says so' "$(revision)" $((revision + 1))

# Names of people: noted, never copied; auctions and deliveries even when the source does not say.
board osoby '11|Výzva vlastníkům|2026-11-05|,"subjekt":[{"typ":"Člověk","jméno":{"cs":"Jan"},"příjmení":{"cs":"Vzorný"}}]' '12|Dražební vyhláška|2026-11-05|' '13|Rozpočet|2026-11-05|'
jobs import "$W/osoby" --town kadan
same 'marked as naming people' "$(sql "SELECT GROUP_CONCAT(personal_data ORDER BY link) FROM notice WHERE link REGEXP '/d/1[123]$'")" 1,1,0
same 'no name is stored' "$(sql "SELECT COUNT(*) FROM notice WHERE search_text LIKE '%vzorny%'")" 0

# --- refused by hand
printf '{"informace":[\n{"název":{"cs":"A\001B"}}]}' >"$W/ridici-znak"
before=$(rows)
jobs import "$W/ridici-znak" --town kadan
exits 65
complained 'line 2: broken JSON: control character'
printf '<rss>\n<channel><item>' >"$W/useknute"
jobs import "$W/useknute" --town kadan
exits 65
complained 'line 2: broken XML'
echo '<!DOCTYPE html><p>Údržba' >"$W/stranka"
jobs import "$W/stranka" --town kadan
exits 65
complained 'a web page, not a feed'
same 'nothing was written' "$(rows)" "$before"
jobs import "$W/neni" --town kadan
exits 66
jobs import "$WEB/status/500" --town kadan
exits 69
complained 'status 500'
jobs import "$W/deska" --town neznama-obec
exits 64
complained 'no town has the address "neznama-obec"'
jobs import "$W/deska"
exits 64
jobs import "$W/deska" --town kadan --board nesmysl
exits 64
jobs nesmysl
exits 64
jobs --help
exits 0
said 'usage: jobs'
printf '{"informace":[{"iri":"https://obec.example/i/20"},{"název":"Řádná"},7]}' >"$W/castecne"
jobs import "$W/castecne" --town kadan --board community
exits 0
did 1 0 0 0 0 0 2
said 'refused: https://obec.example/i/20: no title, no mark and no text'
said 'refused: item 3: not an object'

# --- followed: the daemon's part, by hand with --once
mkdir -p "$W"
cp "$SRC"/tests/feeds/*.xml "$SRC"/tests/feeds/*.ics "$SRC"/tests/feeds/*.json "$W/" 2>/dev/null
asks >/dev/null
now 2026-11-24T08:00:00+01:00
jobs source add "$WEB/file/aktuality.xml" --town kopidlno
exits 0
did 2 0 0 0 0 0 0
source_is "state, format, items, title" $'active\trss\t2\tAktuality' aktuality.xml
same 'one request' "$(asks)" 1
ok 'that says who asks' grep -qE '^/file/aktuality.xml User-Agent=sousede/[0-9.]+ \(\+https://sousede.test/o-projektu\)' "$W/requests"
jobs --once
same 'not due, not asked' "$(asks)" 0
before=$(rows)
now 2026-11-24T09:10:00+01:00
jobs --once
same 'due, asked' "$(asks)" 1
ok 'with what is known of the last time' grep -qE '^/file/aktuality.xml .*If-None-Match="[0-9a-f]+" If-Modified-Since=' "$W/requests"
expect_log 'at=feed .*status=304 how=same'
same '304 writes nothing' "$(rows)" "$before"
source_is 'good_at, failures' $'2026-11-24 08:10:00\t0' aktuality.xml

jobs source add "$WEB/plain/deska.json" --town kopidlno
now 2026-11-24T10:20:00+01:00
before=$(rows)
jobs --once
expect_log 'status=200 how=same'
same 'the same bytes without validators write nothing' "$(rows)" "$before"

# Missing keeps counting when the server only says that nothing changed.
python3 - "$W/aktuality.xml" <<'END'
import re, sys
text = open(sys.argv[1]).read()
open(sys.argv[1], 'w').write(re.sub(r'<item>.*?</item>', '', text, count=1, flags=re.S))
END
for hour in 12 14; do
	now 2026-11-24T$hour:00:00+01:00
	jobs --once
done
same 'missed twice' "$(sql "SELECT SUM(missing) FROM notice WHERE source_id = (SELECT id FROM source WHERE url LIKE '%aktuality.xml')")" 2
now 2026-11-24T16:00:00+01:00
jobs --once
same 'missed three times' "$(sql "SELECT GROUP_CONCAT(state ORDER BY state) FROM notice WHERE source_id = (SELECT id FROM source WHERE url LIKE '%aktuality.xml')")" posted,taken_down

# --- broken: the last good copy stays, the wait doubles
cp "$W/aktuality.xml" "$W/dobre.xml"
echo '<rss><channel><item>' >"$W/aktuality.xml"
before=$(rows)
now 2026-11-24T18:00:00+01:00
jobs --once
source_is 'failures, problem, items' $'1\tbroken line 2: broken XML: Premature end of data in tag item line 1\t1' aktuality.xml
same 'twice the usual wait' "$(sql "SELECT TIMESTAMPDIFF(MINUTE, tried_at, due_at) DIV 10 FROM source WHERE url LIKE '%aktuality.xml'")" 12
now 2026-11-24T21:00:00+01:00
jobs --once
same 'and doubled again' "$(sql "SELECT TIMESTAMPDIFF(MINUTE, tried_at, due_at) DIV 10 FROM source WHERE url LIKE '%aktuality.xml'")" 24
for day in 26 28 30; do
	now 2026-11-${day}T00:00:00+01:00
	jobs --once
done
now 2026-12-04T00:00:00+01:00
jobs --once
same 'at most a day' "$(sql "SELECT failures, TIMESTAMPDIFF(HOUR, tried_at, due_at) FROM source WHERE url LIKE '%aktuality.xml'")" $'6\t24'
same 'the last good copy stays' "$(rows)" "$before"
get /kopidlno/zdroje
status 200
like 'Premature end'
cp "$W/dobre.xml" "$W/aktuality.xml"
now 2026-12-06T00:00:00+01:00
jobs --once
source_is 'failures, problem' $'0\tNULL' aktuality.xml

# --- the server says when
jobs source add "$WEB/status/503/90000" --town kopidlno --board information
said 'it will be tried again'
jobs --once
source_is 'failures, problem' $'1\tstatus 503' 90000
same 'Retry-After counts' "$(sql "SELECT TIMESTAMPDIFF(SECOND, tried_at, due_at) >= 90000 FROM source WHERE url LIKE '%90000'")" 1

# --- redirects, compression, dialects
for address in hops/3/vismo-deska.xml gzip/vismo-akce.xml file/atom.xml file/opakovane.ics; do
	jobs import "$WEB/$address" --town vrdy
	exits 0
done
jobs import "$WEB/hops/4/vismo-deska.xml" --town vrdy
exits 69
complained 'redirects more than three times'
same 'a board of VISMO is official' "$(sql "SELECT MAX(kind), COUNT(*) FROM notice WHERE source_id = (SELECT id FROM source WHERE url LIKE '%/3/vismo-deska.xml')")" $'official_copy\t2'
same 'a repeating event is its next dozen' "$(sql "SELECT COUNT(*), MIN(event_from) FROM notice WHERE source_id = (SELECT id FROM source WHERE url LIKE '%.ics')")" $'12\t2026-12-08 17:00:00'
get '/vrdy/nastenka.xml?pocet=50'
status 200
valid

# What the next ones are moves on with the days, though the file stays the same.
source_is state active opakovane.ics
now 2026-12-09T08:00:00+01:00
jobs --once
same 'the next one has joined' "$(sql "SELECT COUNT(*), SUM(missing) FROM notice WHERE source_id = (SELECT id FROM source WHERE url LIKE '%.ics')")" $'13\t1'

# --- the list of sources
jobs source list --town kopidlno
exits 0
said $'kopidlno\tinformation\tactive\trss\t1'
id=$(sql "SELECT id FROM source WHERE url LIKE '%aktuality.xml'")
jobs source pause "$id"
source_is state paused aktuality.xml
jobs source resume "$id"
source_is state active aktuality.xml
jobs source remove "$id"
exits 64
jobs source remove "$id" --with-notices
exits 0
same 'with its notices' "$(sql "SELECT COUNT(*) FROM notice WHERE source_id = $id")" 0
jobs source pause 12345
exits 64
jobs source add ftp://obec.example/x --town kopidlno
exits 64

# --- what people typed goes at the end of its last day in Prague, in summer and in winter
sql "INSERT IGNORE INTO board (town_code, kind, changed_at) VALUES (563102, 'information', '2026-01-01');
INSERT INTO notice (id, town_code, kind, state, title, posted_at, takedown_on, changed_at) VALUES
 (7001, 563102, 'information', 'posted', 'Zima', '2026-11-01', '2026-12-20', '2026-11-01'), (7002, 563102, 'information', 'extended', 'Léto', '2026-11-01', '2027-07-20', '2026-11-01'),
 (7003, 563102, 'information', 'posted', 'Bez konce', '2026-11-01', NULL, '2026-11-01')"
sql "UPDATE source SET state = 'paused'"
typed() { sql "SELECT GROUP_CONCAT(state ORDER BY id) FROM notice WHERE id > 7000"; }
now 2026-12-20T23:59:59+01:00
jobs --once
same 'to the last second' "$(typed)" posted,extended,posted
now 2026-12-21T00:00:00+01:00
jobs --once
same 'and no longer' "$(typed)" taken_down,extended,posted
now 2027-07-20T23:59:59+02:00
jobs --once
same 'in summer too' "$(typed)" archived,extended,posted
now 2027-07-21T06:00:00+02:00
jobs --once
same 'late, but dated as it was due' "$(sql 'SELECT state, takendown_at FROM notice WHERE id = 7002')" $'taken_down\t2027-07-20 22:00:00'
now 2027-08-25T06:00:00+02:00
jobs --once
same 'old ones are archived' "$(typed)" archived,archived,posted

# --- the database is away
"$SRC/schema/server" stop "$DB" --kill
jobs import "$W/deska" --town kadan
exits 75
jobs --once
exits 75
done_testing
