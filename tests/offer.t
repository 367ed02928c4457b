#!/bin/bash
# Standing offers: made by whom the town knows a little, changed, rested, asked whether they still hold, ended; and "Pomohu" on a request.
. "${0%/*}/lib.sh"
jobs() { run jobs --once; }
state() { sql "SELECT state FROM offer WHERE id = $offer"; }
L=/lhota-nad-orlici
site

# --- the form: signed in; wrong is said beside the field
get $L/pomoc/pomohu
status 303
as Martin && martin=$person
get $L/pomoc/pomohu.xml
status 200
valid
is '//field[@name="plati"]/value' 2027-02-20
is 'count(//option[@value="rousky"])' 0
get $L/pomoc/pomohu
status 200
like 'Nabídnout pomoc'
post $L/pomoc/pomohu popis=Ahoj
status 422
like 'id="s-cim-e"'
like '>Ahoj</textarea>'
post $L/pomoc/pomohu s-cim=nakup od=18 do=8
status 422
like 'id="do-e"'
post $L/pomoc/pomohu s-cim=nakup plati=2031-01-01
status 422
like 'id="plati-e"'
post $L/pomoc/pomohu s-cim=nakup 'popis=Volejte 600 000 123'
status 422
like 'id="popis-e"'
post $L/pomoc/pomohu s-cim=rousky
status 422
post $L/pomoc/pomohu s-cim=nakup za=1
status 422
same 'nothing was made' "$(sql "SELECT COUNT(*) FROM offer WHERE person_id = $martin")" 0

# --- without the first level it waits; with it, it is active by itself
post $L/pomoc/pomohu s-cim=nakup,odvoz 'popis=Mám větší auto.' km=10 dny=ut,ct od=8 do=12 cim=auto jazyky=uk,en telefon=ano once=0123456789abcdef0123456789abcdef
status 303
offer=$(sql 'SELECT MAX(id) FROM offer')
mine=$(header_value location) mine=${mine#"$BASE"}
same 'it waits' "$(state)" unconfirmed
same 'as it was said' "$(sql "SELECT CONCAT_WS(' ', radius_km, days, hour_from, hour_to, transport, languages, show_phone, max_parallel, valid_until, (SELECT GROUP_CONCAT(category) FROM offer_category WHERE offer_id = o.id)) FROM offer o WHERE id = $offer")" \
	'10 10 8 12 car en,uk 1 2 2027-02-20 nakup,odvoz'
post $L/pomoc/pomohu s-cim=nakup,odvoz 'popis=Mám větší auto.' km=10 dny=ut,ct od=8 do=12 cim=auto jazyky=uk,en telefon=ano once=0123456789abcdef0123456789abcdef
status 303
same 'sent twice it is one' "$(sql "SELECT COUNT(*) FROM offer WHERE person_id = $martin")" 1
follow
like 'Začne platit, až potvrdíte'
get "$mine.xml"
valid
jobs
same 'still' "$(state)" unconfirmed
sql "UPDATE person SET level = 1 WHERE id = $martin"
jobs
same 'then it is active' "$(state)" active
ok 'and its helper knows' grep -q '^what=offer-active' <(letter help.offer)
same 'by the link of the page' "$(letter help.offer | sed -n "s#^link=$BASE##p")" "$mine"

# --- its link: looking does nothing, one tap does
nobody
get "$mine"
status 200
like 'Nabídka platí do'
like 'úterý, čtvrtek'
get "${mine%?}x"
status 404
post "$mine" co=nesmysl
status 400
post "$mine" co=obnovit
status 303
same 'what is so already is no mistake' "$(state)" active
post "$mine" co=tyden
status 303
same 'a week of rest' "$(sql "SELECT CONCAT(state, ' ', paused_until) FROM offer WHERE id = $offer")" 'paused 2026-11-29'
get "$mine.xml"
valid
follow
get "$mine"
like 'Nabídka odpočívá do'
post "$mine" co=mesic
status 303
jobs
same 'it rests' "$(state)" paused
now 2026-11-29T08:00:00+01:00
jobs
same 'and comes back by itself' "$(sql "SELECT CONCAT(state, COALESCE(paused_until, '')) FROM offer WHERE id = $offer")" active
post "$mine" co=pauza do=2026-11-28
status 422
like 'id="do-e"'
post "$mine" co=pauza
same 'a rest without an end' "$(sql "SELECT CONCAT(state, COALESCE(paused_until, '')) FROM offer WHERE id = $offer")" paused
post "$mine" co=obnovit
same 'ends when she says' "$(state)" active

# --- changed; what changed meanwhile is shown beside it
get "$mine/upravit"
status 200
like 'Mám větší auto'
get "$mine/upravit.xml"
valid
is '//field[@name="km"]/option[@selected]/@value' 10
is 'count(//field[@name="dny"]/option[@selected])' 2
version=$(value '//field[@name="verze"]/value')
post "$mine/upravit" s-cim=nakup km=3 "verze=$version"
status 303
same 'changed' "$(sql "SELECT CONCAT_WS(' ', radius_km, days, (SELECT GROUP_CONCAT(category) FROM offer_category WHERE offer_id = o.id)) FROM offer o WHERE id = $offer")" '3 127 nakup'
post "$mine/upravit" s-cim=odvoz km=30 "verze=$version"
status 409
like 'mezitím změnila'
like 'value="30" checked'
same 'nothing is written' "$(sql "SELECT radius_km FROM offer WHERE id = $offer")" 3
version=$(value '//h:input[@name="verze"]/@value | //input[@name="verze"]/@value')
post "$mine/upravit" s-cim=odvoz km=30 "verze=$version"
status 303

# --- still true? asked once a week before, silence ends it, it can be switched on again
now 2026-12-20T08:00:00+01:00
jobs
until=$(sql "SELECT valid_until FROM offer WHERE id = $offer")
same 'nothing is asked early' "$(sql "SELECT COUNT(*) FROM offer WHERE id = $offer AND asked_valid_at IS NOT NULL")" 0
now "$(date -d "$until - 7 days" +%F)T08:00:00+01:00"
jobs
jobs
same 'a week before it is asked, once' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'offer' AND object_id = $offer AND reason_code = 'still_true'")/$(sql "SELECT COUNT(*) FROM offer WHERE id = $offer AND asked_valid_at IS NOT NULL")" 0/1
ok 'in a letter' grep -q '^what=still-true' <(letter help.offer)
post "$mine" co=plati
status 303
same 'ninety days more' "$(sql "SELECT DATEDIFF(valid_until, '$until') FROM offer WHERE id = $offer")" 83
until=$(sql "SELECT valid_until FROM offer WHERE id = $offer")
now "$(date -d "$until + 1 day" +%F)T08:00:00+01:00"
jobs
same 'silence ends it' "$(state)" expired
ok 'with a letter' grep -q '^what=offer-expired' <(letter help.offer)
post "$mine" co=tyden
status 409
post "$mine" co=obnovit
status 303
same 'it is switched on again' "$(state)" active
get "$mine/konec"
status 200
like 'Opravdu nabídku ukončit'
same 'looking ends nothing' "$(state)" active
post "$mine" co=konec
status 303
same 'ended' "$(state)" withdrawn
post "$mine" co=obnovit
status 409
get "$mine/upravit"
status 303

# --- in the name of an organisation: who speaks for it
now 2026-11-22T08:32:00+01:00
as Martin
sql "INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES (9001, 'zareci', 'Spolek Zářečí', 'association', 'verified', 999999, 'x', '2026-01-01');
	INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (9001, $martin, 'coordinator', '2026-01-01')"
get $L/pomoc/pomohu.xml
valid
is '//body' 'Spolek Zářečí'
post $L/pomoc/pomohu s-cim=nakup za=9001 porad=ano
status 303
same 'an organisation offers without limits' "$(sql 'SELECT CONCAT_WS(" ", organisation_id, inexhaustible, state) FROM offer ORDER BY id DESC LIMIT 1')" '9001 1 active'

# --- Pomohu: from a request, by who has the first level; twice is once; not on one's own
sql "INSERT INTO help_request (code, state, town_code, category, title, given, initial, lat, lon, opened_at, expires_at, created_at, changed_at) SELECT 'helpme', 'open', code, 'odvoz', 'Odvoz k lékaři', 'Marie', 'H.',
	ROUND(lat, 2), ROUND(lon, 2), '2026-11-22 07:00', '2026-11-29 07:00', '2026-11-22 07:00', '2026-11-22 07:00' FROM town WHERE code = 999999"
q=$(sql "SELECT id FROM help_request WHERE code = 'helpme'")
nobody
get "$L/pomoc/$q"
status 200
like "href=\"$L/pomoc/$q/pomohu\""
get "$L/pomoc/$q/pomohu"
status 303
as Nová
get "$L/pomoc/$q/pomohu.xml"
status 200
valid
post "$L/pomoc/$q/pomohu"
status 409
like 'vyšší úroveň'
as Martin
get "$L/pomoc/$q/pomohu"
like 'Kdo prosí, uvidí'
same 'looking offers nothing' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q")" 0
post "$L/pomoc/$q/pomohu"
status 303
same 'offered' "$(sql "SELECT state FROM response WHERE request_id = $q")" applied
follow
like 'Víme o.vás'
post "$L/pomoc/$q/pomohu"
status 303
same 'twice is once' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q")" 1
get "$L/pomoc/$q.xml"
valid
is '//apply/@state' applied
sql "UPDATE help_request SET visibility = 'verified_helpers' WHERE id = $q"
as Jiná
sql "UPDATE person SET level = 1 WHERE id = $person"
post "$L/pomoc/$q/pomohu"
status 404
sql "UPDATE help_request SET visibility = 'public', auto_accept = TRUE WHERE id = $q; UPDATE person SET level = 2 WHERE id = $person"
post "$L/pomoc/$q/pomohu"
status 303
same 'who is verified is accepted at once where that is wanted' "$(sql "SELECT state FROM response WHERE request_id = $q AND person_id = $person")" accepted
same 'the other one is told' "$(sql "SELECT state FROM response WHERE request_id = $q AND person_id = $martin")" superseded
as Pozdní
sql "UPDATE person SET level = 1 WHERE id = $person"
post "$L/pomoc/$q/pomohu"
status 409
like 'Už je o.to postaráno'
done_testing
