#!/bin/bash
# E7: what was kept long enough is forgotten by jobs, and not an hour sooner; each row of the table `retention`, and the page that tells people so.
. "${0%/*}/lib.sh"
secret='ctyri kone ve vetru'
join() { # GIVEN: signs up with a mail and a telephone, confirms the mail
	nobody
	sql 'DELETE FROM throttle'
	post /registrace jmeno="$1" mail="$1@vesnice.example" heslo="$secret" souhlas=ano
	post "$(letter account.confirm | grep -oE '/odkaz/[0-9a-f]{64}')"
	sql "SELECT id FROM person WHERE given = '$1'"
}
# SQL of the moment a row named in $1 becomes due, an hour before or after it
due() { sql "SELECT '2026-11-22 07:32:00' - INTERVAL amount $(sql "SELECT unit FROM retention WHERE what = '$1'") $2 INTERVAL 1 HOUR FROM retention WHERE what = '$1' AND town_code = 0"; }
both() { old=$(due "$1" -) young=$(due "$1" +); }

# --- the table and the steps are the same list
same 'each row has its step' "$(sql 'SELECT GROUP_CONCAT(DISTINCT what ORDER BY what) FROM retention')" \
	"$(sed -n 's/^\t{ "\([a-z-]*\)", [a-z_]* },$/\1/p' "$SRC/cgi-bin/feed/retention.c" | LC_ALL=C sort | paste -sd,)"

# --- what simply goes, an hour after and an hour before
as Olda
me=$person
as Iva
other=$person
nobody
declare -A insert=(
	[session]="INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES (UNHEX(SHA2('@@', 256)), $me, NOW(), '@@')"
	[token]="INSERT INTO token (hash, purpose, person_id, created_at, expires_at) VALUES (UNHEX(SHA2('@@', 256)), 'reset', $me, NOW(), '@@')"
	[throttle]="INSERT INTO throttle (bucket, window_start) VALUES (REPEAT('x', 32), '@@')"
	[repeat-key]="INSERT INTO repeat_key (nonce, answer, at) VALUES (UNHEX(SHA2('@@', 256)), '/', '@@')"
	[letter]="INSERT INTO outbox (kind, ref_id, what_hash, created_at, state, due_at, sent_at) VALUES ('site.test', 0, UNHEX(SHA2('@@', 256)), '2020-01-01', 'sent', '2020-01-01', '@@')"
	[claim]="INSERT INTO town_claim (town_code, person_id, state, duty, asked_at) VALUES (563102, $me, 'listed', 'x', '@@')"
	[invitation]="INSERT INTO invitation (town_code, roles, label, invited_by, created_at, expires_at) VALUES (563102, 8, 'x', $me, NOW(), '@@')"
	[reveal-log]="INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES ('@@', $me, $other, 'phone', 'x')"
	[log]="INSERT INTO event_log (at, object, object_id, action, actor_id) VALUES ('@@', 'town', 1, 'x', NULL)"
)
declare -A table=([session]=session [token]=token [throttle]=throttle [repeat-key]=repeat_key [letter]=outbox [claim]=town_claim [invitation]=invitation
	[reveal-log]=reveal_log [log]=event_log)
declare -A column=([session]=expires_at [token]=expires_at [throttle]=window_start [repeat-key]=at [letter]=sent_at [claim]=asked_at [invitation]=expires_at
	[reveal-log]=at [log]=at)
for what in "${!insert[@]}"; do
	both "$what"
	sql "${insert[$what]//@@/$old}; ${insert[$what]//@@/$young}"
done
run jobs --once
status 0
for what in "${!insert[@]}"; do
	both "$what"
	same "$what: gone when due, kept until then" "$(sql "SELECT CONCAT(SUM(${column[$what]} = '$old'), SUM(${column[$what]} = '$young')) FROM ${table[$what]}")" 01
done
both level
sql "INSERT INTO level_grant (person_id, level, town_code, granted_by, granted_at, until) VALUES
	($me, 2, 563102, $other, '2024-01-01', DATE('$old') - INTERVAL 1 DAY), ($me, 2, 563102, $other, '2024-01-01', DATE('$young') + INTERVAL 1 DAY)"
run jobs --once
same 'level: gone when due, kept until then' "$(sql 'SELECT COUNT(*) FROM level_grant')" 1
both report
sql "INSERT INTO report (id, state, target, place, reason, priority, explanation, reporter_name, contact, origin, link_hash, created_at, due_at, final_at) VALUES
	(701, 'final', 'page', '/x', (SELECT MIN(code) FROM report_reason), 3, 'x', 'x', 'x', REPEAT('x', 32), REPEAT('a', 32), NOW(), NOW(), '$old'),
	(702, 'final', 'page', '/x', (SELECT MIN(code) FROM report_reason), 3, 'x', 'x', 'x', REPEAT('x', 32), REPEAT('b', 32), NOW(), NOW(), '$young')"
run jobs --once
same 'report: what was said is gone when due, kept until then' "$(sql "SELECT GROUP_CONCAT(CONCAT(explanation, COALESCE(contact, '-')) ORDER BY id) FROM report WHERE id > 700")" '-,xx'
# Help: what ended goes piece by piece; what still runs stays, however old.
for what in help-contact help-message help-request; do
	both $what
	sql "DELETE FROM help_request;
	INSERT INTO help_request (id, code, state, outcome, town_code, category, title, text, given, place, lat, lon, hours, created_at, changed_at, closed_at) VALUES
	  (801, 'acd281', 'closed', 'fulfilled', 999999, 'odvoz', 'K zubaři', 'Zítra', 'Iva', 'x', 50, 16, 2, NOW(), NOW(), '$old'),
	  (802, 'acd282', 'closed', 'fulfilled', 999999, 'odvoz', 'K zubaři', 'Zítra', 'Iva', 'x', 50, 16, 2, NOW(), NOW(), '$young'),
	  (803, 'acd283', 'open', NULL, 999999, 'odvoz', 'K zubaři', 'Zítra', 'Iva', 'x', 50, 16, 2, '2020-01-01', '2020-01-01', NULL);
	INSERT INTO help_contact (request_id, role, name, nonce) SELECT id, 'requester', 'x', REPEAT('x', 8) FROM help_request;
	INSERT INTO response (id, request_id, person_id, state, nonce, hours, thanks) SELECT id, id, $me, IF(id = 803, 'accepted', 'done'), REPEAT('x', 8), 2, 'Díky' FROM help_request;
	INSERT INTO response (request_id, person_id, state, nonce) SELECT id, $other, 'declined', REPEAT('x', 8) FROM help_request;
	INSERT INTO help_message (response_id, side, text, at) SELECT id, 'helper', 'x', NOW() FROM help_request;
	INSERT INTO help_note (request_id, text, at) SELECT id, 'x', NOW() FROM help_request"
	run jobs --once
	kept() { sql "SELECT CONCAT_WS(',', SUM(id = 801), SUM(id = 802), SUM(id = 803)) FROM ($1) x"; }
	case $what in
	help-contact) same "$what" "$(kept 'SELECT request_id AS id FROM help_contact')|$(kept 'SELECT id FROM help_request WHERE place IS NOT NULL')" '0,1,1|0,1,1' ;;
	help-message) same "$what" "$(kept 'SELECT response_id AS id FROM help_message')|$(kept 'SELECT request_id AS id FROM help_note')" '0,1,1|0,1,1' ;;
	*)
		same "$what" "$(kept "SELECT id FROM help_request WHERE title <> '' AND text <> '' AND given <> ''")|$(kept "SELECT request_id AS id FROM response WHERE state = 'declined'")" '0,1,1|0,1,1'
		same 'what remains of it are numbers, and the hours of who helped' "$(sql 'SELECT CONCAT_WS("|", q.state, q.outcome, q.category, a.state, a.hours, a.thanks) FROM help_request q JOIN response a ON a.id = q.id WHERE q.id = 801')" 'closed|fulfilled|odvoz|done|2.0'
		;;
	esac
done
both help-offer
sql "INSERT INTO offer (id, person_id, state, town_code, lat, lon, valid_until, nonce, created_at, changed_at, ended_at) VALUES
	(811, $me, 'expired', 999999, 50, 16, '2026-01-01', 'xxxxxxxx', NOW(), NOW(), '$old'), (812, $me, 'withdrawn', 999999, 50, 16, '2026-01-01', 'xxxxxxxx', NOW(), NOW(), '$young'),
	(813, $me, 'active', 999999, 50, 16, '2027-01-01', 'xxxxxxxx', NOW(), NOW(), NULL)"
run jobs --once
same help-offer "$(sql 'SELECT GROUP_CONCAT(id ORDER BY id) FROM offer')" 812,813
both reveal-log
sql "INSERT INTO help_look (id, request_id, viewer_id, capacity, at) VALUES (821, 803, $me, 'helper', '$old'), (822, 803, $me, 'helper', '$young')"
run jobs --once
same 'who opened a contact' "$(sql 'SELECT GROUP_CONCAT(id) FROM help_look')" 822
both letter-failed
sql "INSERT INTO outbox (kind, ref_id, person_id, what_hash, created_at, state, due_at, detail) VALUES
	('site.test', 71, $me, REPEAT('f', 32), '$old', 'failed', NOW(), 'x'), ('site.test', 72, $me, REPEAT('g', 32), '$young', 'failed', NOW(), 'x')"
run jobs --once
same 'letter-failed: what it said is gone when due, kept until then' "$(sql "SELECT GROUP_CONCAT(detail IS NOT NULL ORDER BY ref_id) FROM outbox WHERE ref_id IN (71, 72)")" 0,1
sql 'DELETE FROM outbox WHERE ref_id IN (71, 72)'
# Letters that nobody sent yet are no matter of time, and the table is what counts.
sql "INSERT INTO outbox (kind, ref_id, person_id, what_hash, created_at, due_at) VALUES ('site.test', 0, $me, REPEAT('w', 32), '2020-01-01', '2099-01-01')"
sql "UPDATE retention SET amount = 1 WHERE what = 'reveal-log'"
run jobs --once
same 'a shorter time is kept to' "$(sql 'SELECT COUNT(*) FROM reveal_log')" 0
same 'a letter that waits, waits' "$(sql "SELECT COUNT(*) FROM outbox WHERE what_hash = REPEAT('w', 32)")" 1

# --- the log: numbers of people become others that nobody turns back, the same for the same person
both log-actor
sql "DELETE FROM event_log; INSERT INTO event_log (at, object, object_id, action, actor_id, note) VALUES
	('$old', 'person', $other, 'level.grant', $me, NULL), ('$old', 'town', 1, 'town.people.edit', $me, 'person $other roles 8 to 0'), ('$old', 'town', 1, 'x', NULL, 'slovo'),
	('$young', 'person', $other, 'level.grant', $me, NULL)"
run jobs --once
same 'old ones are hashed, young ones not' "$(sql "SELECT GROUP_CONCAT(actor_id < 0, object_id < 0 ORDER BY id) FROM event_log WHERE actor_id IS NOT NULL")" '11,10,00'
same 'one person, one number; two people, two' "$(sql 'SELECT CONCAT(COUNT(DISTINCT actor_id), MIN(object_id) <> MIN(actor_id)) FROM event_log WHERE actor_id < 0')" 11
same 'notes that name a number go, others stay' "$(sql 'SELECT GROUP_CONCAT(note) FROM event_log')" slovo
before=$(sql 'SELECT GROUP_CONCAT(actor_id ORDER BY id) FROM event_log')
run jobs --once
same 'a second run changes nothing' "$(sql 'SELECT GROUP_CONCAT(actor_id ORDER BY id) FROM event_log')" "$before"

# --- notices: those that name people lose text and files once archived, others when their town says so
sql "INSERT INTO board (town_code, kind, changed_at) VALUES (563102, 'information', NOW()) ON DUPLICATE KEY UPDATE revision = revision;
	INSERT INTO notice (id, town_code, kind, state, title, body, search_text, posted_at, takendown_at, changed_at, personal_data) VALUES
	(9101, 563102, 'information', 'archived', 'Jmenuje lidi', 'Jan Dlužník', 'jan dluznik', '2026-09-01', '2026-10-01', NOW(), 1),
	(9102, 563102, 'information', 'taken_down', 'Jmenuje taky', 'Jan Dlužník', 'jan', '2026-09-01', '2026-11-20', NOW(), 1),
	(9103, 563102, 'information', 'archived', 'Nikoho', 'Svoz', 'svoz', '2025-09-01', '2025-10-01', NOW(), 0),
	(9104, 999999, 'information', 'archived', 'Jinde', 'Svoz', 'svoz', '2025-09-01', '2025-10-01', NOW(), 0);
	INSERT INTO attachment (notice_id, position, title, url) VALUES (9101, 1, 'Dlužník.pdf', 'https://obec.example/d.pdf');
	INSERT INTO notice_version (notice_id, version, recorded_at, title, body) VALUES (9101, 1, NOW(), 'Jmenuje', 'Jan Dlužník')"
revision=$(sql "SELECT revision FROM board WHERE town_code = 563102 AND kind = 'information'")
run jobs --once
same 'archived and naming people: nothing is left of its text' "$(sql "SELECT CONCAT_WS('|', state, title, body, search_text, (SELECT COUNT(*) FROM attachment WHERE notice_id = n.id),
	(SELECT CONCAT(title, COALESCE(body, '')) FROM notice_version WHERE notice_id = n.id)) FROM notice n WHERE id = 9101")" 'redacted|||0|'
same 'readers learn of it' "$(sql "SELECT revision > $revision FROM board WHERE town_code = 563102 AND kind = 'information'")" 1
same 'it is in the log' "$(sql "SELECT CONCAT_WS('|', state_from, state_to) FROM event_log WHERE object = 'notice' AND object_id = 9101")" 'archived|redacted'
get /kadan/nastenka/9101
status 410
same 'others wait for the archive, or stay' "$(sql 'SELECT GROUP_CONCAT(state ORDER BY id) FROM notice WHERE id IN (9102, 9103, 9104)')" taken_down,archived,archived
sql "INSERT INTO retention (what, town_code, amount, unit, act, activity) VALUES ('notice', 563102, 12, 'month', 'redact', 'notices')"
run jobs --once
same 'a town that says twelve months' "$(sql 'SELECT GROUP_CONCAT(state ORDER BY id) FROM notice WHERE id IN (9103, 9104)')" redacted,archived
sql "UPDATE retention SET amount = 6 WHERE what = 'notice' AND town_code = 0; UPDATE retention SET amount = 99 WHERE town_code = 563102;
	UPDATE notice SET state = 'archived' WHERE id = 9103"
run jobs --once
same 'all towns but those with a row of their own' "$(sql 'SELECT GROUP_CONCAT(state ORDER BY id) FROM notice WHERE id IN (9103, 9104)')" archived,redacted
sql "UPDATE retention SET amount = NULL WHERE what = 'notice' AND town_code = 0"

# --- accounts: nobody confirmed, nobody came
nobody
post /registrace jmeno=Cizí mail=cizi@vesnice.example heslo="$secret" souhlas=ano
late=$(sql "SELECT id FROM person WHERE given = 'Cizí'")
post /registrace jmeno=Druhá mail=druha@vesnice.example heslo="$secret" souhlas=ano
both unconfirmed
sql "UPDATE person SET created_at = '$old' WHERE id = $late; UPDATE person SET created_at = '$young' WHERE given = 'Druhá'"
run jobs --once
same 'an address nobody confirmed is forgotten in time' "$(sql "SELECT GROUP_CONCAT(given) FROM person WHERE given IN ('Cizí', 'Druhá')")" Druhá
same 'with its reason' "$(sql "SELECT reason_code FROM event_log WHERE action = 'account.erase' AND object_id = $late")" unconfirmed
same 'and without a letter to whoever it belongs to' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.erased'")" 0

sleeper=$(join Spachta)
guest=$(join Navrat)
sql "INSERT INTO membership (person_id, town_code, roles) VALUES ($sleeper, 563102, 8 | 256); UPDATE town SET official = 1 WHERE code = 563102;
	INSERT INTO town_claim (town_code, person_id, state, duty, asked_at, check_on) VALUES (563102, $sleeper, 'verified', 'x', NOW(), '2030-01-01');
	DELETE FROM session; UPDATE person SET seen_at = '2026-11-22 08:00:00' WHERE id IN ($sleeper, $guest); UPDATE retention SET amount = 240 WHERE what = 'unconfirmed'"
told() { sql "SELECT CONCAT(idle_told, (SELECT COUNT(*) FROM outbox WHERE kind = 'account.idle' AND person_id = p.id)) FROM person p WHERE id = $1"; }
for step in 2028-05-21=00 2028-05-23=11 2028-05-30=11; do
	now "${step%=*}T09:00:00+01:00"
	run jobs --once
	same "$step" "$(told "$sleeper")" "${step#*=}"
	[ "$step" != 2028-05-23=11 ] || same 'the letter says until when' "$(letter account.idle | grep until)" until=2028-11-22
done
sql 'DELETE FROM outbox'
now 2028-10-21T09:00:00+01:00
run jobs --once
same 'nothing in between' "$(told "$sleeper")" 10
nobody
sql 'DELETE FROM throttle'
post /prihlaseni kdo=navrat@vesnice.example heslo="$secret"
status 303
now 2028-10-25T09:00:00+01:00
run jobs --once
same 'the second letter a month before' "$(told "$sleeper")" 21
same 'who came back begins anew' "$(told "$guest")" 00
now 2028-11-21T09:00:00+01:00
run jobs --once
same 'not a day sooner' "$(sql "SELECT COUNT(*) FROM person WHERE id = $sleeper")" 1
now 2028-11-23T09:00:00+01:00
run jobs --once
same 'gone after two years' "$(sql "SELECT GROUP_CONCAT(id) FROM person WHERE id IN ($sleeper, $guest)")" "$guest"
same 'with its reason' "$(sql "SELECT reason_code FROM event_log WHERE action = 'account.erase' AND object_id = $sleeper")" idle
same 'a last letter goes' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.erased'")" 1
same 'the town it held is listed again' "$(sql 'SELECT official FROM town WHERE code = 563102')" 0
# However long jobs stood still: letters come first, and time to answer.
sql "UPDATE person SET seen_at = '2020-01-01', idle_told = 0, idle_told_at = NULL WHERE id = $guest"
run jobs --once
run jobs --once
same 'letters first' "$(sql "SELECT idle_told FROM person WHERE id = $guest")" 2
now 2028-12-20T09:00:00+01:00
run jobs --once
same 'then the end' "$(sql "SELECT COUNT(*) FROM person WHERE id = $guest")" 0

# --- what people read about it is what is done
now 2026-11-22T08:32:00+01:00
get /soukromi/zaznam.xml
valid
same 'every row is on the page' "$(value 'count(//keep)')" "$(sql 'SELECT COUNT(*) FROM retention WHERE town_code = 0')"
same 'every table is on the page' "$(value 'count(//activity/table)')" "$(sql 'SELECT COUNT(*) FROM (SELECT DISTINCT activity, table_name FROM processing_column) x')"
for lang in cs en uk; do
	get "/soukromi/zaznam?jazyk=$lang"
	is 'count(//main//section)' "$(sql 'SELECT COUNT(*) FROM processing')"
	same "$lang: each row in words" "$(value "count(//main//dd[normalize-space() = '' or starts-with(normalize-space(), ':')])")" 0
done
get '/soukromi/zaznam?jazyk=cs'
like 'smaže se po.24.měsících'
sql "UPDATE retention SET amount = 2 WHERE what = 'reveal-log'"
get '/soukromi/zaznam?jazyk=cs'
like 'otevřené adrese: smaže se po.{1,6}2.{1,6}měsících'
get /soukromi
like 'href="/soukromi/zaznam"'
done_testing
