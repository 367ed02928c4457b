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
like 'Každou veřejnou prosbu nejdřív přečte'
like 'Zapnout krizový režim'
post $D/krize co=nesmysl
status 400
post $D/krize co=vypnout
status 409
post $D/krize co=zapnout
status 303
same 'it is on, who and when is kept' "$(sql 'SELECT crisis, crisis_by, crisis_since FROM town_help WHERE town_code = 999999')" "1	$karel	2026-11-22 07:32:00"
same 'the act is in the log' "$(sql "SELECT state_from, state_to, actor_id FROM event_log WHERE action = 'help.crisis'")" "off	on	$karel"
follow
like 'Krizový režim platí'
like 'Ukončit krizový režim'
post $D/krize co=zapnout
status 409

# --- what it changes: categories, the block on pages of help
nobody
get $L/pomoc/potrebuji.xml
valid
is 'count(//category[@crisis])' 5
is 'count(//crisis)' 1
get $L/pomoc/potrebuji
like 'class="urgent"'
like 'Chci v krizi pomáhat'

# --- people join by role, one tap says when they are ready
get $L/pomoc/krize
status 403
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
