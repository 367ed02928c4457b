#!/bin/bash
# B24: a person deletes her account. Consequences are shown first, everything she held is left properly, and afterwards no trace of her is in the whole
# database, in the logs or in feeds. Her names, addresses and words are unlike anything else, so that they can be looked for.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
secret='ctyri kone ve vetru'
seeds='Zdislavka|Přecechtělová|zdislavka\.prece|736 ?914 ?205|pribijim hrebiky do dubu|tajemnice Qvido|Fabianka Xenie|Firefox/999'

# Every column of every table as text; sealed ones opened by whoever has the keys.
everything() {
	local t c p hex
	for t in $(sql "SELECT table_name FROM information_schema.tables WHERE table_schema = 'sousede' AND table_name NOT LIKE 'town\_%' OR table_name = 'town_claim'"); do
		sql "SELECT * FROM sousede.\`$t\`" 2>/dev/null
	done
	sql "SELECT CONCAT(table_name, ' ', column_name) FROM information_schema.columns WHERE table_schema = 'sousede' AND data_type = 'varbinary'" |
		while read -r t c; do
			sql "SELECT DISTINCT HEX($c) FROM $t WHERE $c IS NOT NULL" | while read -r hex; do
				for p in contact outbox token totp help message note; do "$BUILD/tests/unit/unseal" "$T/keys" $p "$hex" 2>/dev/null; done
			done
		done | python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote_plus(sys.stdin.read()))'
}
traces() { everything | grep -aoiE "$seeds" | sort -f | uniq -i | wc -l; }
everywhere() { for what in "$L.rss" "$L/nastenka" "$L/nastenka.atom" "$L/lide" "$L/nastenka.json" /organizace/dubovi /organizace; do get "$what"; body; done; }

# --- her life here: profile, addresses, a town, a club, a notice, a vouch, letters, somebody who looked
as Druhý
other=$person
nobody
post /registrace jmeno=Zdislavka prijmeni=Přecechtělová mail=zdislavka.prece@posta.example telefon='736 914 205' heslo="$secret" souhlas=ano
post "$(letter account.confirm | grep -oE '/odkaz/[0-9a-f]{64}')"
take_cookie
me=$(sql "SELECT id FROM person WHERE given = 'Zdislavka'")
get /ucet/profil.xml
post /ucet/profil jmeno=Zdislavka prijmeni=Přecechtělová cele=ano umim='pribijim hrebiky do dubu' verze="$(value "/page/form/field[@name='verze']/value")"
status 303
her=("${cookie[@]}") token=$csrf
herself() { cookie=("${her[@]}") csrf=$token person=$me; }
sql "UPDATE contact SET confirmed_at = NOW() WHERE person_id = $me;
	UPDATE session SET agent = 'Mozilla/5.0 Firefox/999', strong = 1, network = INET6_ATON('192.0.2.0') WHERE person_id = $me;
	INSERT INTO membership (person_id, town_code, roles) VALUES ($me, 999999, 8 | 256), ($me, 563102, 8 | 256);
	INSERT INTO town_claim (town_code, person_id, state, duty, asked_at, verified_at, check_on) VALUES
	  (999999, $me, 'verified', 'tajemnice Qvido', NOW(), NOW(), '2027-11-22'), (563102, $me, 'verified', 'tajemnice Qvido', NOW(), NOW(), '2027-11-22');
	UPDATE town SET official = 1 WHERE code IN (999999, 563102);
	INSERT INTO organisation (slug, name, legal_form, state, town_code, purpose, created_at) VALUES
	  ('dubovi', 'Duboví', 'association', 'verified', 999999, 'Duby.', NOW()), ('jedle', 'Jedle', 'informal', 'submitted', 999999, 'Jedle.', NOW());
	INSERT INTO organisation_member (organisation_id, person_id, role, since) SELECT id, $me, 'admin', NOW() FROM organisation WHERE slug = 'dubovi';
	INSERT INTO vouch (organisation_id, town_code, person_id, at) SELECT id, 999999, $me, NOW() FROM organisation WHERE slug = 'jedle';
	INSERT INTO vouch (organisation_id, town_code, person_id, at) SELECT id, NULL, $me, NOW() FROM organisation WHERE slug = 'dubovi';
	INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES (NOW(), $me, $other, 'phone', 'claim 1'), (NOW(), $other, $me, 'mail', 'claim 2');
	INSERT INTO helper_card (person_id, number, issued_at) VALUES ($me, 'abcd2345', NOW());
	INSERT INTO second_factor (person_id, kind, label, secret, created_at) VALUES ($me, 'recovery', '', 'x', NOW())"
herself
post $L/lide mail=xenie@posta.example jmeno='Fabianka Xenie' role=urednik
status 303
post $L/nastenka/napsat nazev='Svoz papíru' text='V pondělí ráno.' deska=obec ukon=vyvesit
mine=$(sql "SELECT MAX(id) FROM notice WHERE author_id = $me")
ok 'she wrote a notice' [ "$mine" -gt 0 ]
# What she promised, and what she asked for: others count on both.
closed() { "$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2"; }
sql "INSERT INTO help_request (id, code, state, town_code, category, title, text, given, initial, lat, lon, slots_filled, created_at, changed_at, opened_at) VALUES
	  (90, 'acd290', 'filled', 999999, 'odvoz', 'K zubaři', '', 'Druhý', '', 50, 16, 1, NOW(), NOW(), NOW()),
	  (91, 'acd291', 'filled', 999999, 'opravy', 'Tajemnice Qvido prosí', 'Pribijim hrebiky do dubu', 'Zdislavka', 'P.', 50, 16, 1, NOW(), NOW(), NOW()),
	  (92, 'acd292', 'open', 999999, 'nakup', 'Nákup pro strýce', '', 'Xaver', '', 50, 16, 0, NOW(), NOW(), NOW());
	INSERT INTO help_contact (request_id, role, person_id, name, phone, mail, mail_hash, nonce, confirmed_at) VALUES
	  (90, 'requester', $other, UNHEX('$(closed help Druhý)'), NULL, UNHEX('$(closed help druhy@posta.example)'), REPEAT('a', 32), REPEAT('x', 8), NOW()),
	  (91, 'requester', $me, UNHEX('$(closed help 'Zdislavka Přecechtělová')'), UNHEX('$(closed help +420736914205)'), NULL, NULL, REPEAT('y', 8), NOW()),
	  (92, 'requester', NULL, UNHEX('$(closed help Xaver)'), UNHEX('$(closed help +420736914999)'), NULL, NULL, REPEAT('z', 8), NOW()),
	  (92, 'proxy', $me, UNHEX('$(closed help 'Zdislavka Přecechtělová')'), UNHEX('$(closed help +420736914205)'), NULL, NULL, REPEAT('w', 8), NOW());
	INSERT INTO offer (id, person_id, state, town_code, lat, lon, text, valid_until, nonce, created_at, changed_at) VALUES
	  (93, $me, 'active', 999999, 50, 16, 'Pribijim hrebiky do dubu', '2027-01-01', REPEAT('v', 8), NOW(), NOW());
	INSERT INTO response (id, request_id, person_id, offer_id, state, nonce) VALUES (94, 90, $me, 93, 'accepted', REPEAT('u', 8)), (95, 91, $other, NULL, 'accepted', REPEAT('t', 8));
	INSERT INTO help_message (response_id, side, text, at) VALUES (94, 'helper', UNHEX('$(closed message 'Tady Zdislavka, přijdu')'), NOW()),
	  (95, 'requester', UNHEX('$(closed message 'Zvoňte na Přecechtělová')'), NOW());
	INSERT INTO help_note (request_id, text, at) VALUES (91, UNHEX('$(closed note 'Zdislavka slyší špatně')'), NOW());
	INSERT INTO help_look (request_id, viewer_id, capacity, at) VALUES (90, $me, 'helper', NOW())"
as Kolega manager
colleague=$person
as Člen
member=$person
sql "INSERT INTO organisation_member (organisation_id, person_id, role, since) SELECT id, $member, 'member', NOW() FROM organisation WHERE slug = 'dubovi'"
as Správa admin
admin=$person
ok 'traces of her are there to be found' [ "$(traces)" -ge 8 ]

# --- consequences first; a slip costs nothing
herself
get /ucet/zrusit.xml
valid
is "count(/page/body)" 3
is "/page/body[@slug='lhota-nad-orlici']/@last" ''
is "/page/body[@slug='kadan']/@last" yes
is "/page/body[@slug='dubovi']/@last" yes
is /page/mine/@notices 1
is /page/mine/@promises 1
is /page/mine/@requests 2
is /page/mine/@offers yes
get /ucet/zrusit
like 'Lhota nad Orlicí'
like 'Přestane stránku vést'
like 'se tu uzavře'
header cache-control no-store
post /ucet/zrusit potvrzeni=Zdislavka heslo='neco uplne jineho'
status 422
like 'id="heslo-e"'
post /ucet/zrusit potvrzeni=Někdo heslo="$secret"
status 422
like 'id="potvrzeni-e"'
post /ucet/zrusit potvrzeni=Zdislavka heslo="$secret" token=0000
status 403
same 'nothing happened yet' "$(sql "SELECT COUNT(*) FROM person WHERE id = $me")" 1

# --- done at once
sql 'DELETE FROM outbox'
before=$(sql "SELECT COUNT(*) FROM event_log WHERE actor_id = $me")
herself
post /ucet/zrusit potvrzeni=ZDISLAVKA heslo="$secret"
status 303
header location "$BASE/prihlaseni"
header set-cookie '__Host-s=;*'
same 'the person is gone' "$(sql "SELECT COUNT(*) FROM person WHERE id = $me")" 0
same 'nothing refers to her but the logs' "$(for at in $(sql "SELECT CONCAT(table_name, '.', column_name) FROM processing_column WHERE column_name LIKE '%person_id' OR column_name IN ('author_id', 'invited_by')"); do
	sql "SELECT IF(COUNT(*), '$at', NULL) FROM ${at%.*} WHERE ${at#*.} = $me"; done | grep -v NULL)" ''
herself
get /ucet
status 303
nobody
sql 'DELETE FROM throttle'
post /prihlaseni kdo=zdislavka.prece@posta.example heslo="$secret"
status 422
get /karta/abcd2345
unlike 'Zdislavka'

# --- what stays, and who hears of it
same 'her notice hangs on for the town' "$(sql "SELECT CONCAT_WS('|', state, author_id) FROM notice WHERE id = $mine")" posted
same 'a colleague holds the town now' "$(sql 'SELECT CONCAT(person_id, state, duty) FROM town_claim WHERE held_town = 999999')" "${colleague}verified"
same 'the town with nobody is listed again' "$(sql 'SELECT COUNT(*) FROM town_claim WHERE held_town = 563102')|$(sql 'SELECT official FROM town WHERE code = 563102')" '0|0'
same 'the other one runs its page' "$(sql 'SELECT official FROM town WHERE code = 999999')" 1
same 'the club without an admin is closed' "$(sql "SELECT state FROM organisation WHERE slug = 'dubovi'")" closed
same 'the town still vouches' "$(sql "SELECT CONCAT_WS('|', v.town_code, v.person_id) FROM vouch v JOIN organisation o ON o.id = v.organisation_id WHERE o.slug = 'jedle'")" 999999
same 'what she vouched for herself is gone' "$(sql 'SELECT COUNT(*) FROM vouch WHERE town_code IS NULL')" 0
told() { sql "SELECT COUNT(*) FROM outbox WHERE person_id = $1 AND kind NOT LIKE 'help.%'"; }
same 'the colleague is told' "$(told "$colleague")" 1
same 'the member is told' "$(told "$member")" 1
same 'the site is told' "$(told "$admin")" 1
same 'the last letter goes to the address that was' "$("$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(address) FROM outbox WHERE kind = 'account.erased'")")" zdislavka.prece@posta.example
same 'the log grew, and nothing was taken from it' "$(sql "SELECT COUNT(*) >= $before + 5 FROM event_log WHERE actor_id = $me")" 1
same 'in it the end of the account' "$(sql "SELECT CONCAT_WS('|', action, state_to, reason_code) FROM event_log WHERE object = 'person' AND object_id = $me ORDER BY id DESC LIMIT 1")" 'account.erase|erased|own'
as Druhý
get /ucet/data
like 'účet, který'

same 'and its coordinators do' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.desk' AND ref_id = 90 AND person_id = $colleague")" 1
same 'whom she promised is looked for again' "$(sql 'SELECT CONCAT_WS("|", state, slots_filled) FROM help_request WHERE id = 90')" 'open|0'
same 'and knows it, by letter' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.news' AND ref_id = 90")" 1
same 'what she asked for is over' "$(sql 'SELECT CONCAT_WS("|", state, outcome, title, text, given, initial) FROM help_request WHERE id = 91')" 'closed|withdrawn||||'
same 'who promised her is free, and knows it' "$(sql 'SELECT state FROM response WHERE id = 95')|$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.helper' AND ref_id = 91")" 'superseded|1'
same 'whom she spoke for goes on' "$(sql 'SELECT CONCAT_WS("|", state, title, (SELECT COUNT(*) FROM help_contact WHERE request_id = 92)) FROM help_request WHERE id = 92')" 'open|Nákup pro strýce|1'
same 'her offer is gone' "$(sql 'SELECT COUNT(*) FROM offer')" 0
same 'that somebody looked stays, without her' "$(sql "SELECT CONCAT(COUNT(*), SUM(viewer_id IS NULL)) FROM help_look")" 11

# --- B24: no trace, once these letters are delivered (delivery erases address and words)
sql "UPDATE outbox SET state = 'sent', sent_at = '2026-11-22 08:00:00', address = NULL, detail = NULL WHERE kind = 'account.erased' OR kind LIKE 'help.%'"
same 'no trace in the whole database' "$(everything | grep -aoiE "$seeds" | sort | uniq)" ''
as Kolega manager
same 'no trace in pages and feeds' "$(everywhere | grep -aoiE "$seeds")" ''
same 'no trace in the logs' "$(grep -aoiE "$seeds" "$LOG")" ''
done_testing
