#!/bin/bash
# With a country of notices around it, a page costs what is on it: every statement the programs send for their lists, read back from the server's own
# log, is explained and run. An index leads to the rows, nothing is sorted or kept aside but a town's few categories, and no more is read than shown.
# SCALE (0.1: 200,000 notices of 625 towns) of tests/country.
. "${0%/*}/lib.sh"

site
"$SRC/tests/country" "$DB" "${SCALE:-0.1}" >"$T/country" 2>&1 || { cat "$T/country"; exit 1; }
echo "# $(tail -n 1 "$T/country")"
# A town in the middle of those that are filled; the biggest of them, where reading too much would show.
filled='FROM town t WHERE NOT t.invented AND EXISTS (SELECT 1 FROM board b WHERE b.town_code = t.code) ORDER BY t.population DESC'
biggest=$(sql "SELECT t.slug $filled LIMIT 1")
read -r town_code town <<<"$(sql "SELECT t.code, t.slug $filled LIMIT 9, 1")"
hanging=$(sql "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM notice WHERE hangs = 1 GROUP BY town_code) AS towns")
all=$(sql "SELECT COUNT(*) FROM notice")
categories=$(sql "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM category GROUP BY town_code) AS towns")

# The statements of one request, as the server executed them, into T/statements, each ended by NUL.
statements() {
	sql "SET GLOBAL log_output = 'TABLE', general_log = 0; TRUNCATE mysql.general_log; SET GLOBAL general_log = 1"
	get "$1"
	"$SRC/schema/server" sql "$DB" sousede -N -B --raw -e "SET GLOBAL general_log = 0;
		SELECT CONCAT(argument, '\0') FROM mysql.general_log WHERE command_type = 'Execute' AND argument REGEXP '^(SELECT|WITH)' ORDER BY event_time" |
		sed -z 's/^\n//' >"$T/statements"
}

# What a plan did, one fact a line: tables read without an index, sorts and tables kept aside with how many rows, rows read in all.
# A shape (JSON_TABLE), a derived table and a constant are no tables of ours.
# MariaDB puts shapes into its JSON as they are and escapes what JSON does not let escape; a plan that cannot be read is a finding.
facts() {
	LC_ALL=C tr -cd '\12\40-\176' <"$T/plan" | sed -E 's/\\\\/\x01/g; s/\\([^"\/bfnrtu])/\1/g; s/\x01/\\\\/g' | jq -r '
		def tables: .. | objects | select(has("access_type") and has("table_name"));
		def ours: (.table_name | test("^<|^(listed|typed|both_states|k|help_category)$") | not);
		([tables | select(ours and .access_type == "ALL") | "scan \(.table_name)"] | .[]),
		([.. | objects | select(has("filesort")) | .filesort | "sort \(.r_output_rows // .r_sorted_rows // 0 | floor)"] | .[]),
		([.. | objects | select(has("temporary_table")) | "aside \([tables | (.r_rows // 0) * (.r_loops // 0)] | add // 0 | floor)"] | .[]),
		"rows \([tables | select(ours) | (.r_rows // 0) * (.r_loops // 0)] | add // 0 | floor)"' || echo unread
}

# bounded PATH ROWS [SORTED]: no statement of the page reads more rows than ROWS, sorts or keeps aside more than SORTED (none), or scans.
bounded() {
	local path=$1 rows=$2 sorted=${3:-0} statement trouble='' seen=0
	statements "$path"
	status 200
	while IFS= read -r -d '' statement; do
		seen=$((seen + 1))
		sql "ANALYZE FORMAT=JSON $statement" >"$T/plan"
		trouble+=$(facts | awk -v rows="$rows" -v sorted="$sorted" '$1 == "rows" ? $2 > rows : $1 == "sort" || $1 == "aside" ? $2 > sorted : 1' |
			while read -r fact; do printf '%s: %.300s\n' "$fact" "$statement"; done)
	done <"$T/statements"
	ok "$path sends statements" [ "$seen" -gt 0 ]
	same "$path reads at most $rows rows a statement, by an index" "$trouble" ''
}

# lists by page
page=70   # twenty notices, each with its category and source, and a place
bounded "/$town" $((hanging + 200)) "$categories"
for where in "$town" "$biggest"; do
	bounded "/$where/nastenka" $((hanging + 100)) "$categories"
	ok "the list itself reads a page" [ "$(grep -zc 'ORDER BY n.posted_at' "$T/statements")" = 1 ]
	for kind in uredni obec spolky krize; do bounded "/$where/nastenka?deska=$kind" $((hanging + 100)) "$categories"; done
	bounded "/$where/nastenka?deska=uredni,obec" $((hanging + 100)) "$categories"
	bounded "/$where/nastenka?kategorie=odpady" $((hanging + 100)) "$categories"
	bounded "/$where/nastenka?q=vodovod" $((hanging + 100)) "$categories"
	bounded "/$where/nastenka?strana=2" $((hanging + 100)) "$categories"
done

# only what is shown, by itself
shown() {
	local path=$1 mark=$2 statement
	statements "$path"
	statement=$(tr -d '\n' <"$T/statements" | grep -zF -- "$mark" | tr -d '\0')
	sql "ANALYZE FORMAT=JSON $statement" >"$T/plan"
	same "$path: $mark reads a page, in its order" "$(facts | awk -v rows="$3" '$1 == "rows" && $2 <= rows { next } { print }')" ''
}
shown "/$biggest/nastenka" 'ORDER BY n.posted_at' $page
shown "/$biggest/nastenka?deska=uredni" 'ORDER BY n.posted_at' $page
shown "/$biggest/nastenka?deska=krize" 'ORDER BY n.posted_at' $page
shown "/$biggest/nastenka?archiv=ano" 'ORDER BY n.posted_at' $((2 * page))
shown "/$biggest/nastenka?kategorie=odpady" 'ORDER BY n.posted_at' $((page + 10))
shown "/$biggest/nastenka.rss" 'ORDER BY n.posted_at' 200
shown "/$biggest/nastenka.atom" 'takendown_at AS at' 30
shown "/$biggest/nastenka.atom" 'moderated_at AS at' 30
shown "/$biggest/nastenka.atom" 'both_states' 10

# feeds, the archive, one notice
bounded "/$biggest/nastenka.atom" $((hanging + 100)) 200   # attachments of fifty
bounded "/$biggest/nastenka.ics" $((hanging + 400)) 200
month=$(date -d "$SOUSEDE_NOW - 70 days" +%Y-%m)
bounded "/$biggest/archiv/$month.atom" 2500 1500
bounded "/$biggest/zdroje" 20 20
read -r id slug <<<"$(sql "SELECT id, slug FROM notice WHERE town_code = $town_code AND state = 'posted' LIMIT 1" | tr '\t' ' ')"
bounded "/$town/nastenka/$id-$slug" 30 20

# finding: by name, with a letter wrong, by nearness
bounded "/hledat?obec=nova" 800 400
bounded "/hledat?obec=sternberg" 800 400
bounded "/mista.json?q=os" 1500 800
bounded "/kolem?lat=50.08&lon=14.42" 400 400

# help: what is near is counted in its towns by an index that covers it, and a page of it read from few of them
asked_for=$(sql "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM help_request WHERE listed = 1 GROUP BY town_code) AS towns")
within() { # SLUG KM: what is open there, and a few for each town of the box
	sql "SELECT 500 + SUM((SELECT COUNT(*) FROM help_request q WHERE q.town_code = t.code AND q.listed = 1)) + 10 * COUNT(*)
		FROM town t JOIN town c ON c.slug = '$1' WHERE ST_Distance_Sphere(c.point, t.point) <= 1500 * $2"
}
for where in "$town" "$biggest"; do
	bounded "/$where/pomoc?km=10" "$(within "$where" 10)" $((2 * asked_for + 200))
	bounded "/$where/pomoc?km=30" "$(within "$where" 30)" $((2 * asked_for + 1000))
	bounded "/$where/pomoc?km=30&s-cim=nakup&kdy=hned" "$(within "$where" 30)" $((2 * asked_for + 1000))
	bounded "/$where/pomoc.atom?km=10" "$(within "$where" 10)" $((2 * asked_for + 200))
done
ok 'there are enough requests to tell' [ "$(sql 'SELECT COUNT(*) FROM help_request')" -gt 50000 ]
ok 'the country is big enough to tell' [ "$all" -gt 15000 ]

done_testing
