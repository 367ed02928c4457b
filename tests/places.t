#!/bin/bash
# Municipalities: addresses, loading, finding by name and by place, and keeping them as RÚIAN has them.
. "${0%/*}/lib.sh"

# --- what is shipped: one address each, by the rule

csv=$SRC/schema/places.csv
rows() { grep -v '^#' "$csv" | tail -n +2; }
same 'all municipalities are there' "$(rows | wc -l)" 6254
same 'each has a code of its own' "$(rows | cut -d, -f1 | sort -u | wc -l)" 6254
same 'each has an address of its own' "$(rows | cut -d, -f2 | sort -u | wc -l)" 6254
same 'addresses are plain' "$(rows | cut -d, -f2 | grep -cvE '^[a-z0-9]+(-[a-z0-9]+)*$')" 0
same 'a name of its own is the address' "$(rows | awk -F, '$3 == "Kadaň" { print $2 }')" kadan
same 'a shared name has the district' "$(rows | awk -F, '$1 == 532053 { print $2 }')" kladno-kladno
same 'a name shared in the district has the code' "$(rows | awk -F, '$3 == "Mezholezy" { print $2 == "mezholezy-" $1 }' | sort -u)" 1
same 'names that differ only by accents are shared' "$(rows | awk -F, '$3 == "Pohleď" { print $2 }')" pohled-573591
same 'no address is one of the site' "$(rows | cut -d, -f2 | sort | comm -12 - <(grep -v '^#' "$SRC/schema/reserved.txt" | sort) | wc -l)" 0
same 'nothing in the routes can be taken by a town' \
	"$(for program in home board embed; do "$BUILD/$program" routes; done | cut -d' ' -f2 | cut -d/ -f2 | grep -E '^[a-z0-9-]+$' | sort -u | comm -23 - <(sort "$SRC/schema/reserved.txt"))" ''
ok 'the attribution stands in both files' grep -q '© ČÚZK, RÚIAN (CC BY 4.0); ČSÚ, Malý lexikon obcí 2024' "$csv" "$SRC/schema/divisions.csv"
ok 'there are no postcodes' [ "$(grep -v '^#' "$csv" | command head -n 1)" = code,slug,name,type,district,orp_code,orp,ico,lat,lon,population ]

# --- loading

same 'all are loaded' "$(sql 'SELECT COUNT(*), COUNT(DISTINCT slug) FROM town WHERE NOT invented')" '6254	6254'
same 'with population' "$(sql 'SELECT SUM(population) FROM town WHERE NOT invented')" 10900555
same 'folded names are what C folds' "$(sql "SELECT name_folded FROM town WHERE slug = 'cerveny-ujezd-praha-zapad'")" 'cerveny ujezd'
same 'ten neighbours each' "$(sql 'SELECT COUNT(*) FROM (SELECT town_code FROM neighbour GROUP BY town_code HAVING COUNT(*) <> 10) few')" 0
same 'the nearest comes first' "$(sql 'SELECT neighbour_code = (SELECT b.code FROM town a JOIN town b ON b.code <> a.code AND NOT b.invented WHERE a.code = 563102
	ORDER BY ST_Distance_Sphere(a.point, b.point) LIMIT 1) FROM neighbour WHERE town_code = 563102 ORDER BY metres LIMIT 1')" 1
load() { "$SRC/schema/load-places" "$SRC/schema/server" sql "$DB" sousede; }
sum='CHECKSUM TABLE town, town_word, town_key, neighbour, district, region'
before=$(sql "$sum")
ok 'loading again works' load
same 'and changes nothing' "$(sql "$sum")" "$before"
mkdir "$T/places" && cp "$SRC/schema/divisions.csv" "$T/places"
sed 's/^563102,kadan,/563102,hledat,/' "$csv" >"$T/places/places.csv"
out=$(PLACES=$T/places load 2>&1)
same 'an address of the site is refused' "$out" 'load-places: reserved address: 563102 hledat'
sed '5s/,[^,]*$//' "$csv" >"$T/places/places.csv"
not_ok 'a torn row is refused' env PLACES="$T/places" "$SRC/schema/load-places" --sql
same 'and nothing of it is printed' "$(PLACES=$T/places "$SRC/schema/load-places" --sql 2>/dev/null | wc -c)" 0
ok 'the SQL for phpMyAdmin is one transaction' bash -c '"$0" --sql | grep -c "^START TRANSACTION\|^COMMIT" | grep -qx 2' "$SRC/schema/load-places"

# --- one town, one address

get /kadan.xml
status 200
valid
is '//town/@code' 563102
is '//town/name' Kadaň
is '//town/district' Chomutov
is '//town/district/@slug' chomutov
is '//town/region' 'Ústecký kraj'
is '//town/@ico' 00261912
is '//town/@population' 18165
get /obec/563102
status 308
header location "$BASE/kadan"
get /obec/563102.rss
header location "$BASE/kadan.rss"
get /obec/123456
status 404
get /obec/563102-cokoli
status 404
get /kadann
status 404
like 'name="obec"'
get /kladno
status 303
header location "$BASE/hledat?obec=kladno"
sql "INSERT INTO town_alias (slug, town_code) VALUES ('kaaden', 563102)"
get /kaaden
status 308
header location "$BASE/kadan"
get '/kaaden/nastenka.rss?deska=uredni'
header location "$BASE/kadan/nastenka.rss?deska=uredni"

# --- finding by name

finds() { get "/hledat.xml?obec=$(escape "$1"; echo "$escaped")" && is "concat(//place[1]/name, ' ', //place[1]/@match)" "$2"; }
get '/hledat?obec=Kada%C5%88'
status 303
header location "$BASE/kadan"
get '/hledat?obec=kadan'
header location "$BASE/kadan"
finds KADAŇ 'Kadaň exact'
finds '  kadan ' 'Kadaň exact'
finds Kad 'Kadaň prefix'
finds budějovice 'České Budějovice part'
finds 'ceske bud' 'České Budějovice prefix'
finds Kadoň 'Kadaň near'
finds Kadň 'Kadaň near'
finds Kadaňň 'Kadaň near'
finds Kdaaň 'Kadaň near'
finds Adaň 'Kadaň near'
finds 'Ceske Budejovce' 'České Budějovice near'
finds budejovce 'České Budějovice near'
finds frydekmistek 'Frýdek-Místek near'
finds 'Frýdek Místek' 'Frýdek-Místek exact'
finds 'Ústí n. L.' 'Ústí nad Labem prefix'
finds 'Nová Ves (okres Liberec)' 'Nová Ves exact'
finds 'nová ves, liberec' 'Nová Ves exact'
get '/hledat?obec=Nov%C3%A1+Ves+okres+Liberec'
header location "$BASE/nova-ves-liberec"
get '/hledat.xml?obec=nova+ves'
valid
is 'count(//place[@match="exact"])' 14
is 'count(//place[@match="exact"][district])' 14
is '//place[@match="exact"][1]/district' Praha-východ
is 'count(//place[@match="near"])' 0
get '/hledat?obec=nova+ves'
status 200
like 'okres Liberec|okres&nbsp;Liberec|okres.Liberec'
get '/hledat.xml?obec=brno'
is '//place[1]/name' Brno
get '/hledat.xml?obec=xqzw'
valid
is 'count(//place)' 0
get '/hledat?obec=xqzw'
status 200
like 'xqzw'
get '/hledat.xml?obec=%25'
is 'count(//place)' 0
get '/hledat.xml?obec='
valid
is 'count(//place)' 0
get "/hledat?obec=$(printf 'a%.0s' {1..101})"
status 400
get '/mista.json?q=kad'
status 200
header content-type 'application/json*'
json '.places[0].name' Kadaň
json '.places[0].url' /kadan
json '.places[0].district' Chomutov
get '/mista.json?q=%22%5C%3C'
status 200
json '.places | length' 0

# --- finding by place

get '/kolem.xml?lat=50.376&lon=13.271'
valid
is '//place[1]/name' Kadaň
is 'count(//place)' 20
is 'count(//place[@km < preceding-sibling::place/@km])' 0
get '/kolem.xml?lat=48.6&lon=18.9'
is 'count(//place)' 20
get '/kolem?lat=50,376&lon=13,271'
status 200
get '/kolem'
status 200
get '/kolem?lat=90&lon=13'
status 422
get '/kolem?lat=doma&lon=13'
status 422

# --- how the server did it: the real statements and their plans, at the size of the country

sql "SET GLOBAL slow_query_log_file = '$T/slow', GLOBAL long_query_time = 0, GLOBAL log_slow_verbosity = 'query_plan,explain'"
plan() {
	: >"$T/slow"
	sql 'SET GLOBAL slow_query_log = 1'
	plain=yes get "$1" # a connection of its own: what the log holds is settled when one is made
	sql 'SET GLOBAL slow_query_log = 0'
	grep '^# explain: [0-9]' "$T/slow" | grep -v 'json_table' >"$T/plan"
	examined=$(sed -n 's/.*Rows_examined: \([0-9]*\).*/\1/p' "$T/slow" | sort -n | tail -n 1)
}
indexed() {
	same "$asked: every table by a key" "$(grep -cE '	(ALL|index)	' "$T/plan")" 0
	ok "$asked: there is a plan" [ -s "$T/plan" ]
	same "$asked: no temporary table" "$(grep -cE 'Tmp_table: Yes|temporary' "$T/slow")" 0
	ok "$asked: at most $1 rows read by a statement (it was $examined)" [ "$examined" -le "$1" ]
}
sorted() { grep -c 'filesort' "$T/plan"; }
plan /brno
indexed 40
same 'nothing is sorted for the page of a town' "$(sorted)" 0
same 'a town is found by its address alone' "$(grep -c '	t	const	slug' "$T/plan")" 1
same 'neighbours come in order by their key' "$(grep -c '	n	ref	PRIMARY' "$T/plan")" 1
plan '/hledat.xml?obec=kadan'
indexed 20
plan '/hledat.xml?obec=kadon'
indexed 60
plan '/hledat.xml?obec=nova+ves'
indexed 300
plan '/mista.json?q=kr'
indexed 1500
plan '/kolem.xml?lat=50.376&lon=13.271'
indexed 300
ok 'nearness uses the spatial key' grep -q '	range	.*by_point	' "$T/plan"
same 'only what is in the box is sorted' "$(sorted)" 1

# --- jobs places: RÚIAN's lists, made here from what we have

lists=$T/lists
mkdir "$lists"
obce='KOD;NAZEV;STATUS_KOD;POU_KOD;OKRES_KOD;CLENENI_SM_ROZSAH_KOD;CLENENI_SM_TYP_KOD;PLATI_OD;PLATI_DO;DATUM_VZNIKU'
okresy='KOD;NAZEV;VUSC_KOD;KRAJ_1960_KOD;NUTS_LAU;PLATI_OD;PLATI_DO;DATUM_VZNIKU'
write() { sed 's/$/\r/' | iconv -f utf-8 -t cp1250 >"$lists/$1"; }
{
	echo "$okresy"
	sql "SELECT CONCAT_WS(';', 3000 + ROW_NUMBER() OVER (ORDER BY code), name, 27, 32, code, '23.11.2017 00:00:00', '', '') FROM district"
} | write UI_OKRES.csv
country() {
	echo "$obce"
	sql "SELECT CONCAT_WS(';', t.code, t.name, IF(t.type = 'village', 2, 3), 1, d.n, '', '', '01.01.2020 00:00:00', '', '') FROM town t
	  JOIN (SELECT code, 3000 + ROW_NUMBER() OVER (ORDER BY code) AS n FROM district) d ON d.code = t.district_code WHERE NOT invented"
}
country >"$T/country"
write UI_OBEC.csv <"$T/country"
run jobs places "$lists"
same 'the same country' "$code $(body)" '0 municipalities in the list: 6254; added 0, renamed 0, moved 0, ended 0, exist again 0'

# a rename, an end, a military district, an old row of the same town, an addition with a name that is known elsewhere
sed -E '/^563102;/s/Kadaň/Nová Kadaň/; /^500011;/s/;;$/;31.12.2025 00:00:00;/' "$T/country" >"$T/new"
echo '563102;Kaaden;3;1;3001;;;01.01.1900 00:00:00;01.01.1945 00:00:00;' >>"$T/new"
echo '545422;Boletice;1;1;3001;;;01.01.2020 00:00:00;;' >>"$T/new"
echo '500999;Písek;2;1;3002;;;01.01.2026 00:00:00;;01.01.2026 00:00:00' >>"$T/new"
write UI_OBEC.csv <"$T/new"
cat >"$lists/OB_500999_ADR.csv" <<-'END'
	Kód ADM;Kód obce;Název obce;Kód MOMC;Název MOMC;Kód obvodu Prahy;Název obvodu Prahy;Kód části obce;Název části obce;Kód ulice;Název ulice;Typ SO;Číslo domovní;Číslo orientační;Znak čísla orientačního;PSČ;Souřadnice Y;Souřadnice X;Platí Od
	1;500999;Písek;;;;;1;Písek;;;č.p.;1;;;10000;744000.00;1042000.00;2026-01-01T00:00:00
	2;500999;Písek;;;;;1;Písek;;;č.p.;2;;;10000;;;2026-01-01T00:00:00
END
(cd "$lists" && bsdtar --format zip -cf UI_OBEC.zip UI_OBEC.csv 2>/dev/null || python3 -m zipfile -c UI_OBEC.zip UI_OBEC.csv) && rm "$lists/UI_OBEC.csv"
ok 'the list is zipped' [ -s "$lists/UI_OBEC.zip" ]
run jobs places "$lists"
same 'done' "$code" 0
like '^renamed 563102 Kadaň → Nová Kadaň /kadan → /nova-kadan$'
like '^ended 500011 Želechovice nad Dřevnicí 2025-12-31 '
like '^added 500999 Písek /pisek-benesov$'
like 'list: 6254; added 1, renamed 1, moved 0, ended 1, exist again 0$'
unlike Boletice
get /kadan
status 308
header location "$BASE/nova-kadan"
get /nova-kadan.xml
is '//town/name' 'Nová Kadaň'
finds 'nova kadan' 'Nová Kadaň exact'
finds 'nova kdaan' 'Nová Kadaň near'
get /zelechovice-nad-drevnici.xml
valid
status 200
is '//town/@ended' 2025-12-31
is 'count(//neighbour)' 0
same 'an ended town is nobody'\''s neighbour' "$(sql 'SELECT COUNT(*) FROM neighbour WHERE neighbour_code = 500011')" 0
same 'and its neighbours have ten others' "$(sql 'SELECT COUNT(*) FROM (SELECT town_code FROM neighbour GROUP BY town_code HAVING COUNT(*) <> 10) few')" 0
get '/okres/zlin.xml'
is 'count(//place[@code=500011])' 0
get /pisek-benesov.xml
is '//town/@lat' 50.095027
is '//town/@lon' 14.402842
is 'count(//neighbour)' 9
run jobs places "$lists"
same 'again, nothing is left to do' "$(body)" 'municipalities in the list: 6254; added 0, renamed 0, moved 0, ended 0, exist again 0'

# back again: the old address is the town's own, the other one leads to it
write UI_OBEC.csv <"$T/country" && rm "$lists/UI_OBEC.zip"
run jobs places "$lists"
like '^renamed 563102 Nová Kadaň → Kadaň /nova-kadan → /kadan$'
like '^exists again 500011 '
like '^ended 500999 Písek 2026-11-22 '
get /kadan.xml
status 200
get /nova-kadan
header location "$BASE/kadan"

# a list cut short ends nobody; a drifted one is refused
{ echo "$obce" && sed -n '2,10p' "$T/country"; } | write UI_OBEC.csv
run jobs places "$lists"
like 'list: 9; added 0, renamed 0, moved 0, ended 0, exist again 0$'
sed 's/^KOD;NAZEV;STATUS_KOD/KOD;NAZEV;TYP_KOD;STATUS_KOD/' "$T/country" | write UI_OBEC.csv
before=$(sql 'CHECKSUM TABLE town')
run jobs places "$lists"
same 'another header is refused' "$code" 65
expect_log 'UI_OBEC.csv: its columns are not those we know'
sed '100s/;/;;/' "$T/country" | write UI_OBEC.csv
run jobs places "$lists"
same 'a row with another number of columns is refused' "$code" 65
expect_log 'UI_OBEC.csv line 100: not 10 columns'
command head -n 6000 "$T/country" | write UI_OBEC.csv
run jobs places "$lists"
same 'a country that shrinks is refused' "$code" 65
expect_log '[0-9]+ municipalities would end at once'
{ cat "$T/country" && echo '500998;Nikde;2;1;9998;;;01.01.2026 00:00:00;;'; } | write UI_OBEC.csv
run jobs places "$lists"
same 'an unknown district is refused' "$code" 65
expect_log '500998 Nikde: its district 9998 is in no list'
same 'and nothing was changed' "$(sql 'CHECKSUM TABLE town')" "$before"
run jobs places "$T/nowhere"
same 'a file that is not there' "$code" 69
expect_log 'nowhere: file No such file'
printf 'PK\3\4 broken' >"$lists/UI_OBEC.zip"
run jobs places "$lists/UI_OBEC.zip"
same 'a broken archive is refused' "$code" 65
expect_log 'jobs: .*UI_OBEC.zip: '

# real rows, as far as there are any
if [ -d "$SHARED/samples/ruian" ]; then
	run jobs places "$SHARED/samples/ruian"
	same 'excerpts of the real lists are read' "$code $(body)" '0 municipalities in the list: 3; added 0, renamed 0, moved 0, ended 0, exist again 0'
else
	echo '# skipped: the excerpts of the real lists (../shared) are not here'
fi

done_testing
