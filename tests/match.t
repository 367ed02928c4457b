#!/bin/bash
# Who is asked for help and what follows: the hard filter, the order and the waves of flows.md E2, each row of H and S allowed and refused.
. "${0%/*}/lib.sh"
jobs() { run jobs --once; }
helper() { # NAME [LEVEL] [COLUMN=VALUE…]: a helper with an offer; $offer
	as "$1"
	sql "UPDATE person SET level = ${2:-1} WHERE id = $person"
	sql "INSERT INTO offer SET person_id = $person, state = 'active', town_code = 999999, lat = $lat, lon = $lon, valid_until = '2027-02-01', nonce = RANDOM_BYTES(8),
		created_at = UTC_TIMESTAMP(), changed_at = UTC_TIMESTAMP()"
	offer=$(sql 'SELECT MAX(id) FROM offer')
	[ $# -le 2 ] || sql "UPDATE offer SET $3 WHERE id = $offer"
	sql "INSERT INTO offer_category VALUES ($offer, 'nakup')"
}
asking() { # [COLUMN=VALUE…]: an open request whose wave is due; $q
	sql "INSERT INTO help_request SET code = LEFT(CONCAT(MD5(RAND())), 6), state = 'open', town_code = 999999, category = 'nakup', title = 'Nákup pro babičku', given = 'Marie', initial = 'H.',
		lat = $lat, lon = $lon, wave_due = '2026-11-22 07:00', opened_at = '2026-11-22 07:00', expires_at = '2026-11-29 07:00', created_at = '2026-11-22 07:00', changed_at = '2026-11-22 07:00'"
	q=$(sql 'SELECT MAX(id) FROM help_request')
	sql "UPDATE help_request SET code = CONCAT('aaa', LPAD($q, 3, '0')) ${1:+, $1} WHERE id = $q"
	sql "INSERT INTO help_contact (request_id, role, name, phone_hash, mail_hash, nonce) VALUES ($q, 'requester', 'x', REPEAT('p', 32), REPEAT('m', 32), RANDOM_BYTES(8))"
}
invited() { sql "SELECT COALESCE(GROUP_CONCAT(p.name ORDER BY p.name), '') FROM response a JOIN person p ON p.id = a.person_id WHERE a.request_id = ${1:-$q} AND a.state = 'invited'"; }
state() { sql "SELECT a.state FROM response a JOIN person p ON p.id = a.person_id WHERE a.request_id = ${2:-$q} AND p.name = '$1' ORDER BY a.id DESC LIMIT 1"; }
request_is() { sql "SELECT state FROM help_request WHERE id = ${1:-$q}"; }
link() { # NAME: her personal link, as the letter to her has it
	letter help.helper "AND person_id = (SELECT id FROM person WHERE name = '$1')" | sed -n "s#^link=$BASE##p"
}
nobody_left() { sql "UPDATE offer SET state = 'withdrawn'"; }
site
read -r lat lon <<<"$(sql 'SELECT ROUND(lat, 2), ROUND(lon, 2) FROM town WHERE code = 999999' | tr '\t' ' ')"

# --- the hard filter: each of these does not fit by one thing only, and one fits
helper Vhodná
helper Daleko 1 'radius_km = 1, lat = lat + 0.05'
helper Blízko 1 'radius_km = 6, lat = lat + 0.05'
helper Jiné
sql "UPDATE offer_category SET category = 'odvoz' WHERE offer_id = $offer"
helper Odpočívá 1 "state = 'paused'"
helper Prošlá 1 "valid_until = '2026-11-01'"
helper Sama 1 "ask_me = 'never'"
helper Nová 0
helper Zaneprázdněná 1 'max_parallel = 1'
busy=$person busy_offer=$offer
helper Pondělní 1 'days = 1'
helper Večerní 1 'hour_from = 18, hour_to = 22'
helper Předem 1 'notice_hours = 72'
helper Zmíněná
sql "INSERT INTO help_block VALUES ($person, REPEAT('p', 32), 'requester', UTC_TIMESTAMP())"
helper Vyloučená
sql "UPDATE person SET standing = 'suspended' WHERE id = $person"
helper Prosící
asker=$person
helper Jednou
once=$person
asking "slots_needed = 9, when_kind = 'window', from_at = '2026-11-24 08:00', to_at = '2026-11-24 10:00'"
sql "UPDATE help_contact SET person_id = $asker WHERE request_id = $q"
sql "INSERT INTO response (request_id, person_id, state, nonce) VALUES ($q, $once, 'declined', RANDOM_BYTES(8))"
other=$q
asking
sql "UPDATE help_request SET wave_due = NULL, slots_filled = 1, slots_needed = 2 WHERE id = $q"
sql "INSERT INTO response (request_id, person_id, offer_id, state, nonce) VALUES ($q, $busy, $busy_offer, 'accepted', RANDOM_BYTES(8))"
jobs
same 'only who fits is asked' "$(invited "$other")" Blízko,Vhodná
same 'and who fits by something else is not' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $other AND state <> 'declined'")" 2
same 'explained by what there is' "$(sql "SELECT why FROM response a JOIN person p ON p.id = a.person_id WHERE request_id = $other AND p.name = 'Vhodná'")" near
sql "UPDATE offer SET inexhaustible = TRUE WHERE id = $busy_offer"
sql "UPDATE help_request SET wave_due = '2026-11-22 07:00' WHERE id = $other"
jobs
same 'who is inexhaustible has no limit' "$(invited "$other")" Blízko,Vhodná,Zaneprázdněná
nobody_left

# --- levels and who may see it
helper První 1
helper Druhá 2 "languages = 'uk'"
asking "min_level = 2, languages = 'uk,en'"
jobs
same 'a sensitive request asks only who has the level' "$(invited)" Druhá
same 'with whom one can talk' "$(sql "SELECT why FROM response WHERE request_id = $q")" near,language,today
asking "visibility = 'verified_helpers'"
jobs
same 'so does one for verified helpers' "$(invited)" Druhá
nobody_left

# --- waves: three for a place, the least recently asked first, the next after twelve hours
for name in A B C D E; do helper "$name" 1 "last_asked_at = '2026-11-01 0$((5 - tests % 5)):00'"; done
sql "UPDATE offer o JOIN person p ON p.id = o.person_id SET last_asked_at = CASE p.name WHEN 'E' THEN NULL WHEN 'D' THEN '2026-10-01' WHEN 'C' THEN '2026-10-02' WHEN 'B' THEN '2026-10-03' ELSE '2026-10-04' END WHERE o.state = 'active'"
asking
jobs
same 'three are asked, the longest not asked' "$(invited)" C,D,E
same 'and know until when' "$(sql "SELECT DISTINCT answer_until FROM response WHERE request_id = $q")" '2026-11-22 19:32:00'
same 'each in a letter' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.helper' AND ref_id = $q")" 3
jobs
same 'a second run asks nobody' "$(invited)" C,D,E
c=$(link C) d=$(link D) e=$(link E)
now 2026-11-22T20:40:00+01:00
jobs
same 'silence lapses' "$(state C)" lapsed
same 'the next wave comes' "$(invited)" A,B
same 'and is counted' "$(sql "SELECT wave FROM help_request WHERE id = $q")" 2

# --- at night only what is urgent
now 2026-11-22T22:30:00+01:00
nobody_left
helper Spící
asking "wave_due = '2026-11-22 21:00'"
sleeping=$q
helper Bdící
asking "wave_due = '2026-11-22 21:00', urgent = TRUE"
jobs
same 'nobody is woken' "$(invited "$sleeping")" ''
same 'until the morning' "$(sql "SELECT wave_due FROM help_request WHERE id = $sleeping")" '2026-11-23 06:00:00'
same 'unless it burns' "$(invited)" Bdící,Spící
same 'then for two hours' "$(sql "SELECT TIMESTAMPDIFF(HOUR, asked_at, answer_until) FROM response WHERE request_id = $q LIMIT 1")" 2
now 2026-11-23T07:00:30+01:00
jobs
same 'in the morning they are' "$(invited "$sleeping")" Bdící,Spící
nobody_left

# --- a town where the coordinator arranges it: jobs invites nobody
sql "INSERT INTO town_help (town_code, mode) VALUES (999999, 'dispatched')"
helper Domlouvaná
asking 'wave_due = NULL'
jobs
same 'jobs invites nobody where a coordinator does' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q")" 0
sql 'DELETE FROM town_help'
nobody_left

# --- YES and NO by personal link: GET shows, POST acts; a mail scanner harms nothing
now 2026-11-23T08:00:00+01:00
for name in Ano Ne Pozdě; do helper "$name"; done
asking "wave_due = '2026-11-23 07:00'"
jobs
same 'three are asked' "$(invited)" Ano,Ne,Pozdě
yes=$(link Ano) no=$(link Ne) late=$(link Pozdě)
nobody
get "$yes"
status 200
like 'Ano, pomohu'
like 'do 1.km'
get "$yes.xml"
valid
is '//press[1]/@name' ano
is '//answer/@state' invited
same 'looking changes nothing' "$(state Ano)" invited
get "${yes%?}x"
status 404
post "${yes%?}x" co=ano
status 404
post "$yes" co=nevim
status 400
post "$no" co=ne
status 303
same 'NO' "$(state Ne)" declined
follow
like 'této prosbě už vám psát nebudeme'
post "$no" co=ano
status 409
like 'mezitím se něco změnilo'
post "$yes" co=ano
status 303
same 'YES' "$(state Ano)" accepted
same 'takes the place' "$(sql "SELECT CONCAT_WS(' ', state, slots_filled) FROM help_request WHERE id = $q")" 'filled 1'
same 'the others are not needed' "$(state Pozdě)" superseded
post "$yes" co=ano
status 303
same 'YES again is the same YES' "$(sql "SELECT slots_filled FROM help_request WHERE id = $q")" 1
get "$late"
like 'Už je o.to postaráno'
post "$late" co=ano
status 303
follow
like 'Už je o.to postaráno'
same 'a late YES takes nothing' "$(sql "SELECT slots_filled FROM help_request WHERE id = $q")" 1

# --- a promise that cannot be kept: asked once more, then the search goes on
get "$yes/odejit"
status 200
like 'Opravdu nemůžete'
get "$yes/odejit.xml"
valid
post "$yes" co=odejit
status 303
same 'who leaves gives the place back' "$(sql "SELECT CONCAT_WS(' ', state, slots_filled, wave_due <= '2026-11-23 07:00:00') FROM help_request WHERE id = $q")" 'open 0 1'
same 'and who asks knows' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'request' AND object_id = $q AND state_to = 'open'")" 1
get "$yes/odejit"
status 303
get "$late"
unlike 'name="co"'
get "$no"
like 'value="pomohu"'
post "$no" co=pomohu
status 303
same 'NO may still become an offer' "$(state Ne)" applied
follow
like 'Víme o.vás'

# --- level and limits hold for the answer, too
nobody_left
helper Druhá2 2
asking "min_level = 2, wave_due = '2026-11-23 07:00'"
jobs
sql "UPDATE person SET level = 1 WHERE name = 'Druhá2'"
nobody
post "$(link Druhá2)" co=ano
status 409
like 'vyšší úroveň'
same 'a level that is gone is gone' "$(state Druhá2)" invited
nobody_left
helper Plná 1 'max_parallel = 1'
asking "wave_due = '2026-11-23 07:00'"
first=$q
asking "wave_due = '2026-11-23 07:00'"
jobs
same 'asked for both' "$(invited "$first")$(invited)" PlnáPlná
links=$(sql "SELECT id FROM outbox WHERE kind = 'help.helper' AND person_id = $person ORDER BY id DESC LIMIT 2" | while read -r id; do letter help.helper "AND id = $id" | sed -n "s#^link=$BASE##p"; done)
nobody
post "$(sed -n 1p <<<"$links")" co=ano
status 303
post "$(sed -n 2p <<<"$links")" co=ano
status 409
like 'máte domluveno dost'
nobody_left

# --- what time alone does: each row of E1 and E2 that nobody presses
now 2026-11-23T09:00:00+01:00
sql "UPDATE help_request SET state = 'closed', outcome = 'withdrawn', wave_due = NULL, closed_at = '2026-11-23' WHERE state <> 'closed'; UPDATE outbox SET state = 'sent'"
promise() { sql "INSERT INTO response (request_id, person_id, state, answered_at, nonce) VALUES ($q, $busy, 'accepted', '2026-11-23', RANDOM_BYTES(8)); UPDATE help_request SET slots_filled = slots_filled + 1 WHERE id = $q"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = '$1' AND ref_id = $q AND state = 'waiting'"; }
sql "INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT id, 'mail', 'x', RANDOM_BYTES(32), '2026-11-01' FROM person WHERE id = $busy"

asking "state = 'reserved', reserved_by = $busy, reserved_until = '2026-11-23 07:59', wave_due = NULL"
late=$q
asking "state = 'reserved', reserved_by = $busy, reserved_until = '2026-11-23 08:30', wave_due = NULL"
jobs
same 'a reservation is over when its time is' "$(request_is "$late") $(request_is)" 'open reserved'
asking "state = 'filled', from_at = '2026-11-23 07:59', to_at = '2026-11-23 10:00', when_kind = 'window', wave_due = NULL" && promise
jobs
same 'what is promised begins at its time' "$(request_is)" underway
asking "state = 'open', from_at = '2026-11-23 07:59', to_at = '2026-11-23 10:00', when_kind = 'window', wave_due = NULL"
jobs
same 'what nobody promised does not' "$(request_is)" open
asking "expires_at = '2026-11-23 07:59', wave_due = NULL"
jobs
same 'nobody came' "$(sql "SELECT CONCAT(state, ' ', outcome) FROM help_request WHERE id = $q")" 'closed unfulfilled'
asking "expires_at = '2026-11-23 07:59', slots_needed = 3, wave_due = NULL" && promise
jobs
same 'who promised goes on with it' "$(sql "SELECT CONCAT(state, ' ', slots_filled) FROM help_request WHERE id = $q")" 'underway 1'
asking "state = 'unconfirmed', created_at = '2026-11-20 07:59', wave_due = NULL, expires_at = NULL, opened_at = NULL"
late=$q
asking "state = 'unconfirmed', created_at = '2026-11-20 08:30', wave_due = NULL, expires_at = NULL, opened_at = NULL"
jobs
same 'what nobody confirmed is forgotten' "$(request_is "$late") $(request_is)" 'closed unconfirmed'
asking "state = 'done_claimed', done_at = '2026-11-20 07:59', wave_due = NULL" && promise
late=$q
asking "state = 'done_claimed', done_at = '2026-11-20 08:30', wave_due = NULL" && promise
jobs
same 'silence of three days means done' "$(sql "SELECT CONCAT(state, ' ', outcome) FROM help_request WHERE id = $late") $(request_is)" 'closed fulfilled done_claimed'
same 'and the promise is kept' "$(sql "SELECT state FROM response WHERE request_id = $late")" done
asking "expires_at = '2026-11-24 07:30', wave_due = NULL"
late=$q
asking "expires_at = '2026-11-24 09:00', wave_due = NULL"
jobs
same 'a day before it ends she is asked to renew' "$(sql "SELECT reminded_at IS NOT NULL FROM help_request WHERE id = $late")$(sql "SELECT reminded_at IS NOT NULL FROM help_request WHERE id = $q")" 10
asking "from_at = '2026-11-24 07:00', to_at = '2026-11-24 09:00', when_kind = 'window', expires_at = '2026-11-25 09:00', opened_at = '2026-11-20 07:00', wave_due = NULL, coordinator_id = $busy"
jobs
jobs
same 'somebody is missing tomorrow: its coordinator is told' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.desk' AND ref_id = $q")" 1
ok 'that it is a gap' grep -q '^what=gap' <(letter help.desk)
sql "UPDATE response SET ended_at = '2026-11-20 07:00' WHERE state = 'done'"
asked_how() { sql "SELECT COUNT(*) FROM response WHERE state = 'done' AND feedback_at IS NOT NULL"; }
jobs
ok 'after three days both are asked how it was' [ "$(asked_how)" -ge 1 ]
ok 'in a letter' grep -q '^what=feedback' <(letter help.helper "AND person_id = $busy")
many=$(sql 'SELECT COUNT(*) FROM outbox')
jobs
same 'what is told is told once' "$(sql 'SELECT COUNT(*) FROM outbox')" "$many"
done_testing
