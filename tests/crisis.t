#!/bin/bash
# A crisis as in 2020: the town switches it on, people join by role, a request is read first, what is asked for is carried, and it ends (product.md A1–A4).
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici D=$L/koordinace
closed() { "$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2"; }
of() { sql "SELECT $1 FROM delivery WHERE id = $d"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.delivery' AND ref_id = $d AND person_id = ${1:-0}"; }
# refused STATUS: the delivery is as it was
remember() { before=$(of 'state, version'); }
refused() {
	status "$1"
	same "$asked: the delivery is as it was" "$(of 'state, version')" "$before"
}

as Eva && eva=$person && sql "UPDATE person SET level = 1 WHERE id = $person"
as Jan && jan=$person && sql "UPDATE person SET level = 1 WHERE id = $person"
as Karel coordinator && karel=$person
as Klara clerk

# --- the switch: who may, what it says, once
get $D/krize
status 403
as Karel coordinator
get $L/pomoc/krize.xml
valid
is 'count(//crisis)' 0
post $L/pomoc/krize role=kuryr
status 409
get $D/krize.xml
status 200
valid
is 'count(//mode/@on)' 0
get $D/krize
like 'prosbu nejdřív přečte'
like 'Zapnout krizový'
post $D/krize co=nesmysl
status 400
post $D/krize co=vypnout
status 409
post $D/krize co=zapnout
status 303
same 'it is on, who and when is kept' "$(sql 'SELECT crisis, crisis_by, crisis_since FROM town_help WHERE town_code = 999999')" "1	$karel	2026-11-22 07:32:00"
same 'the act is in the log' "$(sql "SELECT state_from, state_to, actor_id FROM event_log WHERE action = 'help.crisis'")" "off	on	$karel"
follow
like 'Ukončit krizový režim'
post $D/krize co=zapnout
status 409

# --- what it changes: categories, the block on pages of help
nobody
get $L/pomoc/potrebuji.xml
valid
is 'count(//category[@crisis])' 5
is 'count(//crisis)' 1
get $L/pomoc.xml
valid
is 'count(//crisis)' 1
get $L/pomoc/potrebuji
like 'class="urgent"'
like 'Bez internetu|prosbu. Koordinátorka ji'

# --- people join by role, one tap says when they are ready
get $L/pomoc/krize
status 303 # to sign in
as Eva
get $L/pomoc/krize.xml
status 200
valid
post $L/pomoc/krize umim=nic
status 422
post $L/pomoc/krize role=kuryr telefon=ano
status 422
like 'nemáte ověřený telefon'
post $L/pomoc/krize role=kuryr,svadlena doprava=kolo,auto umim='Šiju 30 roušek denně' ted=ano
status 303
same 'as what, ready until midnight' "$(sql "SELECT roles, transport, ready_until FROM crisis_helper WHERE person_id = $eva")" 'courier,seamstress	bike,car	2026-11-22 23:00:00'
get $L/pomoc/krize.xml
valid
is //join/@ready yes
is 'count(//field[@name="role"]/option[@selected])' 2
post $L/pomoc/krize/ted co=ne
status 303
same 'one tap' "$(sql "SELECT ready_until FROM crisis_helper WHERE person_id = $eva")" NULL
post $L/pomoc/krize/ted co=ano
as Jan
post $L/pomoc/krize/ted co=ano
status 404
post $L/pomoc/krize role=ridic,dodavatel
status 303
as Pavel
get $D/lide
status 403
as Klara clerk
get $D/lide.xml
status 200
valid
is 'count(//joined)' 2
is '//joined[1]/who' Eva
get "$D/lide.xml?role=dodavatel"
is 'count(//joined)' 1
is //joined/who Jan
sql "UPDATE crisis_helper SET show_phone = 1 WHERE person_id = $eva;
	INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES ($eva, 'phone', UNHEX('$(closed contact +420777000111)'), REPEAT('e', 32), '2026-11-22 06:00:00')"
get $D/lide
unlike '777'
post $D/lide
status 200
is 'count(//a[@href="tel:+420777000111"])' 1
same 'who looked is hers to see' "$(sql "SELECT person_id, what, reason FROM reveal_log")" "$eva	phone	crisis"
as Eva
get $L/pomoc/rozvoz.xml
status 200
valid
is 'count(//delivery)' 0

# --- a request comes, is read first and published
nobody
post $L/pomoc/potrebuji druh=rousky nazev='Roušky pro dva' popis='Dvě roušky, prosím.' pro=ja jmeno='Marie Hájková' telefon='777 123 456' mail=marie@posta.example adresa='Zahradní 7' kdy=brzy kdo=vsichni
status 303
q=$(sql 'SELECT MAX(id) FROM help_request')
word=$(sql "SELECT COUNT(*) FROM help_request WHERE id = $q AND category = 'rousky'")
same 'a crisis category is asked for' "$word" 1
sql "UPDATE help_request SET state = 'review' WHERE id = $q; UPDATE help_contact SET confirmed_at = '2026-11-22 07:00:00' WHERE request_id = $q"
as Karel coordinator
post "$D/$q/upravit" nazev='Roušky pro dva' text='Dvě roušky.' sms='Lhota: roušky pro dva' verze="$(sql "SELECT version FROM help_request WHERE id = $q")" akce=zverejnit
status 303
same 'it is open' "$(sql "SELECT state FROM help_request WHERE id = $q")" open
get "$D/$q"
like "rozvoz/novy\\?prosba=$q"

# --- a delivery of it: address and telephone come from the request, sealed
get "$D/rozvoz/novy.xml?prosba=$q"
valid
is '//field[@name="co"]/value' 'Roušky pro dva'
get "$D/rozvoz/novy?prosba=999999"
status 404
post $D/rozvoz/novy co='20 roušek'
status 422
post $D/rozvoz/novy co='Zavolejte 777 123 456' kam='Zahradní 7'
status 422
post $D/rozvoz/novy prosba="$q" co='2 roušky' odkud='Dům hasičů 12' poznamka='Zvoňte dvakrát'
status 303
d=$(sql 'SELECT MAX(id) FROM delivery')
follow
like 'přidělení'
unlike 'Zahradní|777'
same 'nothing is there in clear' "$(sql "SELECT COUNT(*) FROM delivery WHERE CONCAT_WS(' ', recipient, phone, address, pickup, note) REGEXP 'Zahradn|777|Zvo'")" 0
get $D/rozvoz.xml
valid
is '//lane[@word="priradit"]/@count' 1
tag=$(get $D/rozvoz && header_value etag)
get $D/rozvoz "If-None-Match: $tag"
status 304

# --- reserved: only who reserved it assigns it; it releases itself after half an hour
as Klara clerk
remember
post "$D/rozvoz/$d" co=priradit kuryr="$eva"
refused 409
post "$D/rozvoz/$d" co=vyzvedava
refused 409
post "$D/rozvoz/$d" co=rezervovat
status 303
get $D/rozvoz "If-None-Match: $tag"
status 200
as Karel coordinator
remember
post "$D/rozvoz/$d" co=rezervovat
refused 409
post "$D/rozvoz/$d" co=uvolnit
refused 409
post "$D/rozvoz/$d" co=priradit kuryr="$eva"
refused 409
post "$D/rozvoz/$d" co=odlozit
refused 409
now 2026-11-22T09:03:00+01:00
run jobs --once
status 0
same 'it released itself' "$(of 'state, reserved_by')" 'new	NULL'
post "$D/rozvoz/$d" co=rezervovat
status 303
get "$D/rozvoz/$d.xml"
valid
is 'count(//joined)' 2
remember
post "$D/rozvoz/$d" co=priradit kuryr="$karel"
refused 409 # no courier
sql "UPDATE help_request SET min_level = 2 WHERE id = $q"
post "$D/rozvoz/$d" co=priradit kuryr="$eva"
refused 409
like 'vyšší úrovní ověření'
sql "UPDATE help_request SET min_level = 0 WHERE id = $q"
post "$D/rozvoz/$d" co=priradit kuryr="$eva"
status 303
same 'it is hers' "$(of 'state, courier_id, reserved_by')" "assigned	$eva	NULL"
same 'she knows' "$(told "$eva")" 1
same 'she is the helper of the request, who asks knows' "$(sql "SELECT state FROM response WHERE request_id = $q AND person_id = $eva")/$(sql "SELECT state FROM help_request WHERE id = $q")/$(sql "SELECT COUNT(*) > 0 FROM outbox WHERE kind = 'help.news' AND ref_id = $q")" accepted/filled/1

# --- the courier: her own page, addresses only while it is hers, each look kept
as Jan
get "$L/pomoc/rozvoz/$d"
status 404
post "$L/pomoc/rozvoz/$d" co=adresy
status 404
as Eva
get "$L/pomoc/rozvoz/$d.xml"
valid
get "$L/pomoc/rozvoz/$d"
status 200
unlike 'Zahradní|123 ?456'
post "$L/pomoc/rozvoz/$d" co=adresy
status 200
like 'Zahradní'
like 'Dům hasičů'
like 'Zvoňte dvakrát'
is 'count(//a[@href="tel:+420777123456"])' 1
same 'who asks sees the look' "$(sql "SELECT capacity FROM help_look WHERE request_id = $q AND viewer_id = $eva")" helper
remember
post "$L/pomoc/rozvoz/$d" co=doruceno
refused 409 # step by step
post "$L/pomoc/rozvoz/$d" co=vyzvedava
status 303
post "$L/pomoc/rozvoz/$d" co=veze
status 303
same 'the request goes along' "$(sql "SELECT state FROM help_request WHERE id = $q")" underway
as Karel coordinator
get $D/rozvoz.xml
is '//lane[@word="na-ceste"]/delivery/courier' Eva
post "$D/rozvoz/$d/adresy"
status 200
like 'Zahradní'
as Eva
post "$L/pomoc/rozvoz/$d" co=doruceno
status 303
same 'brought, who asks is asked whether it is done' "$(of state)/$(sql "SELECT state FROM help_request WHERE id = $q")" delivered/done_claimed
post "$L/pomoc/rozvoz/$d" co=adresy
status 409
unlike 'Zahradní'

# --- without a request: who gets it hears by SMS; given back and assigned again
as Karel coordinator
post $D/rozvoz/novy co='Oběd' kam='Polní 3' jmeno='Josef Dub' telefon='777 555 444'
d=$(sql 'SELECT MAX(id) FROM delivery')
post "$D/rozvoz/$d" co=rezervovat
post "$D/rozvoz/$d" co=priradit kuryr="$jan"
status 303
as Jan
post "$L/pomoc/rozvoz/$d" co=vratit
status 303
same 'it is to be assigned again' "$(of 'state, courier_id')" 'new	NULL'
get "$L/pomoc/rozvoz/$d"
status 404
as Karel coordinator
post "$D/rozvoz/$d" co=rezervovat
post "$D/rozvoz/$d" co=priradit kuryr="$jan"
as Jan
for step in vyzvedava veze doruceno; do post "$L/pomoc/rozvoz/$d" co=$step; done
same 'told on the way and when it is there' "$(told)" 2
as Karel coordinator
post "$D/rozvoz/$d" co=odlozit
status 303
get "$D/rozvoz/$d.xml"
valid

# --- the depot: what came in, went out and is left; never more than there is, though two ask at once
as Pavel
get $D/sklad
status 403
as Karel coordinator
get $D/sklad.xml
status 200
valid
is 'count(//depot)' 0
post $D/sklad nazev='Zbrojnice'
status 422
post $D/sklad nazev='Zbrojnice' kde='Požární 12' kdy='denně 8–18'
status 303
s=$(sql 'SELECT MAX(id) FROM depot')
post $D/sklad nazev='zbrojnice' kde='Jinde 1'
status 422
left() { sql "SELECT SUM(m.amount) FROM depot_move m JOIN depot_item i ON i.id = m.item_id WHERE i.name = 'Roušky'"; }
post "$D/sklad/$s" smer=prijem co='Roušky' kolik=100 poznamka='Sokol'
status 303
post "$D/sklad/$s" smer=prijem co='roušky' kolik=0
status 422
post "$D/sklad/$s" smer=vydej co='roušky' kolik=30 poznamka='Škola'
status 303
post "$D/sklad/$s" smer=vydej co='Roušky' kolik=71
status 422
like 'Zbývá: 70'
is '//input[@name="kolik"]/@value' 71
post "$D/sklad/$s" smer=vydej co='Rukavice' kolik=1
status 422
get "$D/sklad/$s.xml"
valid
is '//stock/@in' 100
is '//stock/@out' 30
is '//stock/@left' 70
is 'count(//stock)' 1
is '//move[1]/@amount' -30
get $D/sklad.xml
valid
is '//depot/stock/@left' 70
# at_once N NAME=VALUE…     the same move N times, each in a process of its own; prints the answers
at_once() {
	local i all=$T
	for i in $(seq "$1"); do
		(plain=yes T=$all/$i && mkdir -p "$T/headers" && post "$D/sklad/$s" "${@:2}" && echo "$code" >"$T/code") &
	done
	wait
	cat "$all"/[0-9]/code | sort | uniq -c | xargs
}
same 'of three who take 40 of 70 one gets them' "$(at_once 3 smer=vydej co='Roušky' kolik=40)" '1 303 2 422'
same 'what is left' "$(left)" 30
post "$D/sklad/$s" smer=prijem co='Roušky' kolik=40

# --- a delivery takes from it in the same act; put away before anybody carries it, it brings it back
i=$(sql 'SELECT MIN(id) FROM depot_item')
get $D/rozvoz/novy.xml
valid
is //stock/@left 70
get $D/rozvoz/novy
like '<option value="'"$i"'">Roušky, Zbrojnice: zbývá 70'
deliveries=$(sql 'SELECT COUNT(*) FROM delivery')
post $D/rozvoz/novy co='Roušky do školy' kam='Školní 1' zasoba="$i"
status 422
post $D/rozvoz/novy co='Roušky do školy' kam='Školní 1' kolik=5
status 422
post $D/rozvoz/novy co='Roušky do školy' kam='Školní 1' zasoba=999999 kolik=5
status 422
post $D/rozvoz/novy co='Roušky do školy' kam='Školní 1' zasoba="$i" kolik=71
status 422
like 'Zbývá: 70'
is "//select[@name='zasoba']/option[@selected]/@value" "$i"
same 'nothing of it is kept' "$(sql 'SELECT COUNT(*) FROM delivery')/$(left)" "$deliveries/70"
post $D/rozvoz/novy co='Roušky do školy' kam='Školní 1' zasoba="$i" kolik=60
status 303
same 'taken' "$(left)" 10
d=$(sql 'SELECT MAX(id) FROM delivery')
get "$D/rozvoz/$d.xml"
valid
is //taken/@amount 60
get "$D/rozvoz/$d"
like 'Roušky: 60, sklad: Zbrojnice'
post "$D/rozvoz/$d/adresy"
like 'Zbrojnice, Požární 12'
get "$D/sklad/$s.xml"
valid
is '//move[1]/@delivery' "$d"
post "$D/rozvoz/$d" co=odlozit
status 303
same 'it is back, once' "$(left)" 70
post "$D/rozvoz/$d" co=odlozit
status 409
same 'still once' "$(left)" 70
post $D/rozvoz/novy co='Roušky domů' kam='Polní 3' zasoba="$i" kolik=10
d=$(sql 'SELECT MAX(id) FROM delivery')
sql "UPDATE delivery SET state = 'delivered' WHERE id = $d"
post "$D/rozvoz/$d" co=odlozit
status 303
same 'what was brought does not come back' "$(left)" 60
post "$D/sklad/$s" smer=prijem co='Roušky' kolik=10
post $D/sklad/999999 smer=prijem co='Roušky' kolik=1
status 404
same 'who moved is in the log' "$(sql "SELECT GROUP_CONCAT(state_to ORDER BY id) FROM event_log WHERE action = 'help.depot' AND actor_id = $karel")" 'new,in,out,out,in,out,in,out,in'

# --- ready ends at midnight by itself; the switch goes back, what stays open is said
now 2026-11-23T00:01:00+01:00
run jobs --once
same 'nobody is ready for ever' "$(sql 'SELECT COUNT(*) FROM crisis_helper WHERE ready_until IS NOT NULL')" 0
as Karel coordinator
get $D/krize.xml
valid
is //mode/@requests 1
is //mode/@helpers 2
post $D/krize co=vypnout
status 303
nobody
get $L/pomoc/potrebuji.xml
is 'count(//category[@crisis])' 0
is 'count(//crisis)' 0

# --- how long: addresses a week, who joined until the crisis is over for three months
now 2026-12-02T08:00:00+01:00
run jobs --once
same 'addresses are gone' "$(sql 'SELECT COUNT(*) FROM delivery WHERE COALESCE(recipient, phone, address, pickup, note) IS NOT NULL')" 0
same 'who joined is there' "$(sql 'SELECT COUNT(*) FROM crisis_helper')" 2
now 2027-03-02T08:00:00+01:00
run jobs --once
same 'who joined is forgotten' "$(sql 'SELECT COUNT(*) FROM crisis_helper')" 0
now 2028-01-02T08:00:00+01:00
run jobs --once
same 'who wrote moves is forgotten, the stock is not' "$(sql "SELECT COUNT(*) FROM depot_move WHERE person_id IS NOT NULL OR note > ''")/$(left)" 0/70
done_testing
