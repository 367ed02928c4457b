#!/bin/bash
# Real readers read every feed and find the same notices in it; calendars by two libraries; Open Formal Norms by their own schemas.
. "${0%/*}/lib.sh"
skip_without "${NODE_PATH:-$SRC/build/npm/node_modules}/ical.js" 'ical.js of npm (./check brings it)'
skip_without newsboat newsboat
skip_without sfeed sfeed
skip_without pkg-config pkg-config
OFN=$SHARED/ofn
ok 'libical is here' cc -o "$T/ics_check" "$SRC/tests/ics_check.c" $(pkg-config --cflags --libs libical)

# What three readers make of PATH: the notices that the page XML has, with their titles, once each.
read_by_all() {
	local path=${1%%\?*} query='' reader
	[ "$path" = "$1" ] || query=?${1#*\?}
	get "$path.xml$query"
	xsltproc --nonet "$T/wanted.xsl" "$T/body" | sort >"$T/wanted"
	ok "$1 has notices" [ -s "$T/wanted" ]
	for suffix in rss atom; do
		get "$path.$suffix$query"
		for reader in feedparser newsboat sfeed; do
			"$SRC/tests/readers.py" $reader "$T/body" >"$T/read" 2>&1
			cut -f1,2 "$T/read" | sort >"$T/got"
			ok "$reader reads $path.$suffix$query: $(wc -l <"$T/wanted") notices" diff "$T/wanted" "$T/got"
		done
		"$SRC/tests/readers.py" feedparser "$T/body" | cut -f3,4 >"$T/by-feedparser"
		"$SRC/tests/readers.py" sfeed "$T/body" | cut -f3,4 | diff "$T/by-feedparser" - >"$T/differ"
		same "feedparser and sfeed find the same links and days in $path.$suffix$query" "$(command head -n 3 "$T/differ")" ''
	done
	get "$path.json$query"
	jq -r '.items[] | .id + "\t" + .title' <"$T/body" | sort >"$T/got"
	ok "JSON Feed of $path$query has the same" diff "$T/wanted" "$T/got"
}
# The page's own XML with its suffix taken off: ids and titles as feeds write them.
cat >"$T/wanted.xsl" <<END
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="text"/>
<xsl:template match="/page"><xsl:for-each select="item"><xsl:value-of select="concat(/page/@base, '/o/', @id, '&#9;')"/>
<xsl:choose><xsl:when test="@state = 'cancelled'">ZRUŠENO: </xsl:when><xsl:when test="@state = 'taken_down'">SEJMUTO: </xsl:when><xsl:when
 test="@urgent = 'yes'">NALÉHAVÉ: </xsl:when></xsl:choose><xsl:value-of select="concat(normalize-space(title), '&#10;')"/></xsl:for-each></xsl:template>
</xsl:stylesheet>
END
calendar() {
	get "$1"
	node "$SRC/tests/ics.js" "$T/body" >"$T/events" 2>"$T/faults"
	same "ical.js finds nothing wrong in $1" "$(cat "$T/faults")" ''
	same "libical finds nothing wrong in $1" "$("$T/ics_check" "$T/body" 2>&1)" "$(wc -l <"$T/events") events, 0 errors"
}
norm() {
	get "$1"
	status 200
	[ -d "$OFN" ] || { echo "# skipped, ../shared/ofn is not here: $1 against $2" && return; }
	ok "$1 is valid by $2" "$SRC/tests/ofn.py" "$OFN" "$2" "$T/body"
}
board=úřední-desky/2021-07-20/schémata/úřední-deska.json
news=aktuality/2020-07-01/schémata/aktualita.json
event=události/2020-07-01/schémata/událost.json

ok 'Kadaň has a board' sql "$(cat "$SRC/tests/feeds.sql")"
for path in '/kadan/nastenka?pocet=50' '/kadan/nastenka?deska=spolky,krize' '/kadan/nastenka?archiv=ano' /kadan/archiv/2026-10 /kadan/nastenka/1-zamer-pronajmu; do
	read_by_all "$path"
done
calendar /kadan/nastenka.ics
same 'a day, two days and a night in the calendar' "$(cut -f1-4 "$T/events" | sort)" "$(printf '%s\t%s\t%s\tCONFIRMED\n' \
	o-2@sousede.test 2026-12-05T18:00:00Z 2026-12-05T20:30:00Z o-3@sousede.test 2026-11-28 2026-11-30 \
	o-8@sousede.test 2027-01-16T19:00:00Z 2027-01-17T01:00:00Z)"
calendar '/kadan/nastenka.ics?archiv=ano'
same 'a cancelled event stays, cancelled' "$(cut -f1,2,4,5 "$T/events")" "$(printf 'o-4@sousede.test\t2026-11-17T16:00:00Z\tCANCELLED\tLampionový průvod')"
calendar /kadan/nastenka/2-koncert.ics
calendar /kadan/archiv/2026-11.ics
calendar /mikulov-breclav/nastenka.ics
same 'an empty calendar is one' "$(cat "$T/events")" ''
norm /kadan/nastenka.jsonld $board
norm '/kadan/nastenka.jsonld?deska=obec,spolky,krize' $board
norm '/kadan/nastenka.jsonld?archiv=ano' $board
norm /kadan/archiv/2026-10.jsonld $board
norm /kadan.jsonld $board
norm /mikulov-breclav/nastenka.jsonld $board
norm /kadan/nastenka/1-zamer-pronajmu.jsonld $board
norm /kadan/nastenka/2-koncert.jsonld $event
norm /kadan/nastenka/3-trhy.jsonld $event
norm /kadan/nastenka/5-voda.jsonld $news

# --- towns of a district for readers that take OPML

get /okres/chomutov.opml
status 200
header content-type 'text/x-opml; charset=utf-8'
is 'count(//outline[@type="rss"])' 1
sfeed_opml_import <"$T/body" >"$T/sfeedrc"
ok 'sfeed takes the district' grep -q "feed 'Nástěnka: Kadaň' 'https://sousede.test/kadan/nastenka.rss'" "$T/sfeedrc"
ok 'the list of a region says what it is' grep -q . "$T/sfeedrc"
get /kraj/ustecky.opml
is '//outline[@type="rss"]/@htmlUrl' "$BASE/kadan/nastenka"
get /okres/breclav.opml
is 'count(//outline[@type="rss"])' 0
is 'count(/opml/body/outline)' 1

# --- real boards of real towns, brought in and sent out again

[ -d "$SHARED/samples" ] || { echo '# the real boards of ../shared/samples are not here: skipped' && done_testing; }
now 2023-11-01T12:00:00+01:00
sql 'SET foreign_key_checks = 0; DELETE FROM attachment; DELETE FROM notice; DELETE FROM source; DELETE FROM category; DELETE FROM board'
run jobs import "$SHARED/samples/ofn-uredni-deska/kadan-2023-11-01.jsonld" --town kadan
same 'Kadaň is brought in' "$(sql 'SELECT COUNT(*) FROM notice WHERE hangs')" 101
read_by_all '/kadan/nastenka?pocet=50'
read_by_all '/kadan/nastenka?pocet=50&strana=3'
norm /kadan/nastenka.jsonld $board
json '.informace | length' 101
# (87 of the 101 came without a name: those are called by their file mark)
lines='.informace[] | ."název".cs + "\t" + (."relevantní_do".datum // "") + "\t" + (."číslo_jednací" // "") + "\t" + (."dokument" // [] | length | tostring)'
for way in "in $SHARED/samples/ofn-uredni-deska/kadan-2023-11-01.jsonld" "out $T/body"; do
	jq -r "$lines" "${way#* }" | sed -E 's/ +/ /g; s/ ?\t ?/\t/g; s/^ //; s/^Oznámení [0-9]+.[0-9]+\t/\t/' | sort >"$T/${way%% *}"
done
ok 'what came in goes out: names, days, references, papers' diff "$T/in" "$T/out"
for suffix in rss atom json; do
	get /kadan/nastenka.$suffix
	ok "Kadaň's feed is under 250 kB" [ "$(wc -c <"$T/body")" -lt 250000 ]
done
calendar /kadan/nastenka.ics
now 2026-07-10T12:00:00+02:00
run jobs import "$SHARED/samples/ical/knihovna-vrdy-2026-07-02.ics" --town vrdy --board community
calendar /vrdy/nastenka.ics
same 'twenty events of the library' "$(wc -l <"$T/events")" 20
done_testing
