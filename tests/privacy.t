#!/bin/bash
# What we keep of people: everything for the person to take along, consent with its wording, who looked, how long what is kept, and a log nobody rewrites.
. "${0%/*}/lib.sh"
secret='ctyri kone ve vetru'
sign_in() {
	nobody
	sql 'DELETE FROM throttle'
	post /prihlaseni kdo="$1" heslo="$secret"
}
# What lies in the archive that came back.
entry() { python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' "$T/archive.zip" "$1" >"$T/body"; }

# --- the catalogue is complete: whatever column refers to a person or is sealed, it says where it belongs and whether the person gets it

unlisted() {
	sql "SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
	  LEFT JOIN processing_column p ON p.table_name = c.table_name AND p.column_name = c.column_name
	 WHERE c.table_schema = 'sousede' AND p.table_name IS NULL AND c.table_name NOT IN ('schema_version', 'processing_column') AND (
	   c.column_name REGEXP 'person(_id)?\$|viewer|actor|author|reporter|moderator|_by\$|address' OR c.data_type = 'varbinary' OR (c.table_name = 'person' AND c.column_name = 'id')
	   OR EXISTS (SELECT 1 FROM information_schema.key_column_usage k WHERE k.table_schema = c.table_schema AND k.table_name = c.table_name
	     AND k.column_name = c.column_name AND k.referenced_table_name = 'person')) ORDER BY 1"
}
same 'every column that refers to a person is in the catalogue' "$(unlisted)" ''
sql 'CREATE TABLE favour (id INT, helper BIGINT, FOREIGN KEY (helper) REFERENCES person (id)); CREATE TABLE gift (given_by BIGINT)'
same 'a new one would be noticed' "$(unlisted | tr '\n' ' ')" 'favour.helper gift.given_by '
sql 'DROP TABLE favour, gift'
same 'nothing in the catalogue is gone' "$(sql "SELECT CONCAT(p.table_name, '.', p.column_name) FROM processing_column p WHERE NOT EXISTS (SELECT 1
	FROM information_schema.columns c WHERE c.table_schema = 'sousede' AND c.table_name = p.table_name AND c.column_name = p.column_name)")" ''
same 'what refers to a person goes with her or stays without her' "$(sql "SELECT GROUP_CONCAT(k.table_name, '.', k.constraint_name) FROM information_schema.referential_constraints k
	WHERE k.constraint_schema = 'sousede' AND k.referenced_table_name = 'person' AND k.delete_rule NOT IN ('CASCADE', 'SET NULL')")" NULL

# --- everything about me, in one archive

post /registrace jmeno=Věra prijmeni=Svobodová mail=vera@vesnice.example telefon='777 123 456' heslo="$secret" souhlas=ano
post "$(letter account.confirm | grep -oE '/odkaz/[0-9a-f]{64}')"
take_cookie
me=$(sql "SELECT id FROM person WHERE given = 'Věra'")
same 'consent is kept with its wording' "$(sql "SELECT CONCAT_WS('|', wording, version, withdrawn_at) FROM consent WHERE person_id = $me")" 'terms|1'
her=("${cookie[@]}") token=$csrf
as Souseda
other=$person
cookie=("${her[@]}") csrf=$token
closed() { "$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2"; }
sql "UPDATE session SET network = INET6_ATON('192.0.2.0') WHERE person_id = $me;
	INSERT INTO second_factor (person_id, kind, label, secret, created_at) VALUES ($me, 'recovery', 'papír', 'tajemstvi', NOW());
	INSERT INTO membership (person_id, town_code, roles) VALUES ($me, 999999, 8);
	INSERT INTO town_claim (id, town_code, person_id, state, duty, asked_at) VALUES (77, 563102, $me, 'claimed', 'Tajemnice', NOW());
	INSERT INTO claim_vote (claim_id, person_id, yes, at) VALUES (77, $me, 1, NOW());
	INSERT INTO invitation (town_code, roles, label, invited_by, created_at, expires_at) VALUES (999999, 8, 'Pan Novák', $me, NOW(), NOW());
	INSERT INTO organisation (id, slug, name, legal_form, town_code, purpose, created_at) VALUES (88, 'dubovi', 'Duboví', 'association', 999999, 'Duby.', NOW());
	INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (88, $me, 'member', NOW());
	INSERT INTO vouch (organisation_id, person_id, at) VALUES (88, $me, NOW());
	INSERT INTO level_grant (person_id, level, town_code, granted_by, granted_at, until) VALUES ($me, 2, 999999, $other, NOW(), '2027-01-01');
	INSERT INTO report (target, place, reason, priority, explanation, reporter_id, origin, link_hash, created_at, due_at)
	  VALUES ('page', '/kadan', 'other', 4, 'x', $me, REPEAT('x', 32), REPEAT('x', 32), NOW(), NOW());
	INSERT INTO helper_card (person_id, number, issued_at) VALUES ($me, 'abcd2345', NOW());
	INSERT INTO outbox (kind, ref_id, person_id, what_hash, created_at, due_at) VALUES ('site.test', 0, $me, REPEAT('x', 32), NOW(), NOW());
	UPDATE notice SET author_id = $me WHERE town_code = 999999 AND hangs LIMIT 1;
	INSERT INTO help_request (id, code, state, town_code, category, title, lat, lon, created_at, changed_at) VALUES (70, 'acd234', 'open', 999999, 'odvoz', 'K zubaři', 50, 16, NOW(), NOW());
	INSERT INTO help_contact (request_id, role, person_id, name, phone, nonce) VALUES (70, 'requester', $me, UNHEX('$(closed help 'Věra Svobodová')'), UNHEX('$(closed help +420777123456)'), REPEAT('x', 8));
	UPDATE help_request SET place = UNHEX('$(closed help 'Zahradní 7')') WHERE id = 70;
	INSERT INTO offer (id, person_id, state, town_code, lat, lon, valid_until, nonce, created_at, changed_at) VALUES (71, $me, 'active', 999999, 50, 16, '2027-01-01', REPEAT('x', 8), NOW(), NOW());
	INSERT INTO response (id, request_id, person_id, state, nonce) VALUES (72, 70, $me, 'declined', REPEAT('x', 8)), (73, 70, $other, 'accepted', REPEAT('y', 8));
	INSERT INTO help_message (response_id, side, text, at) VALUES (73, 'requester', UNHEX('$(closed message 'Zvoňte dvakrát')'), NOW()), (73, 'helper', UNHEX('$(closed message 'Cizí slova')'), NOW());
	INSERT INTO help_look (request_id, viewer_id, capacity, at) VALUES (70, $me, 'helper', NOW());
	INSERT INTO crisis_helper (town_code, person_id, roles, created_at, changed_at) VALUES (999999, $me, 'courier', NOW(), NOW());
	INSERT INTO delivery (town_code, items, courier_id, created_at, changed_at) VALUES (999999, 'Oběd', $me, NOW(), NOW());
	INSERT INTO help_block (helper_id, contact_hash, by_whom, at) VALUES ($me, REPEAT('x', 32), 'helper', NOW());
	INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES ('2026-11-20 10:00:00', $me, $other, 'phone', 'claim 12')"
upload /ucet/foto "foto@$SRC/docs/nastenka.png" 'popis=Já na lavičce'
status 303
get /ucet/data.xml
valid
is '/page/reveal/who' Souseda
is '/page/reveal/@what' phone
is '/page/consent/@version' 1
get /ucet/data
header cache-control no-store
post /ucet/data heslo='neco uplne jineho'
status 422
like 'id="heslo-e"'
post /ucet/data heslo="$secret" token=0000
status 403
post /ucet/data heslo="$secret"
status 200
header content-type application/zip
header content-disposition 'attachment; filename="sousede-2026-11-22.zip"'
header cache-control no-store
cp "$T/body" "$T/archive.zip"
cp "$T/body" "$T/first.zip"
entry data.xml
program=account
valid
# The bytes of a photo are an entry of their own.
for row in $(sql "SELECT DISTINCT table_name FROM processing_column WHERE withheld IS NULL AND table_name <> 'file_part'"); do
	ok "the archive has $row" [ "$(value "count(/page/$row)")" -gt 0 ]
done
is "/page/contact[kind='mail']/address" vera@vesnice.example
is "/page/contact[kind='phone']/address" +420777123456
is /page/session/network 192.0.2.0
is /page/person/name 'Věra S.'
is /page/reveal_log/name Souseda
is '/page/help_contact[name][phone]/place' 'Zahradní 7'
is '/page/help_contact/phone' +420777123456
is /page/help_message/text 'Zvoňte dvakrát'
unlike 'Cizí slova'
same 'nothing of the session goes along' "$(value 'count(//viewer)')" 0
unlike "$csrf"
unlike 'tajemstvi|argon2id'
is /page/file/note 'Já na lavičce'
entry foto.jpg
same 'the archive has the photo' "$(sha256sum "$T/body" | cut -d' ' -f1)" "$(sql "SELECT LOWER(HEX(sha256)) FROM file WHERE person_id = $me")"
entry data.html
like "<dt>Obec</dt>"
unlike "<dt>(town|full name|at)</dt>"
like 'vera@vesnice.example'
like 'abcd2345'
unlike '<(script|link|img|form)'
same 'the act is in the log' "$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'account.export' AND actor_id = $me")" 1
for _ in 1 2; do post /ucet/data heslo="$secret"; done
status 200
post /ucet/data heslo="$secret"
status 429
nobody
get /ucet/data
status 303
# Who has only a telephone takes along the same.
sql 'DELETE FROM throttle'
post /registrace jmeno=Anežka telefon='605 111 222' heslo="$secret" souhlas=ano
sql "UPDATE contact SET confirmed_at = NOW() WHERE person_id = (SELECT id FROM person WHERE given = 'Anežka')"
sign_in 605111222
status 303
take_cookie
post /ucet/data heslo="$secret"
status 200
cp "$T/body" "$T/archive.zip"
entry data.xml
is /page/contact/address +420605111222

# --- consent: asked anew when the wording changes, withdrawn when it may be

sql "INSERT INTO wording (name, version, since) VALUES ('terms', 2, '2026-11-23')"
sign_in vera@vesnice.example
header location "$BASE/ucet"
now 2026-11-23T09:00:00+01:00
sign_in vera@vesnice.example
header location "$BASE/ucet/souhlas*"
take_cookie
get /ucet
like 'Podmínky se změnily'
get /ucet/souhlas.xml
valid
is /page/wording/@wanted yes
is /page/wording/@version 2
post /ucet/souhlas
status 303
same 'both consents are kept' "$(sql "SELECT GROUP_CONCAT(version ORDER BY version) FROM consent WHERE person_id = $me AND wording = 'terms'")" 1,2
get /ucet
unlike 'Podmínky se změnily'
sign_in vera@vesnice.example
header location "$BASE/ucet"
take_cookie
post /ucet/souhlas zneni=zpravy odpoved=odvolavam
status 409
sql "INSERT INTO consent (person_id, wording, version, given_at) VALUES ($me, 'news', 1, NOW())"
get /ucet/data
like 'value="zpravy"'
post /ucet/souhlas zneni=zpravy odpoved=odvolavam
status 303
same 'withdrawn, and when' "$(sql "SELECT withdrawn_at IS NOT NULL FROM consent WHERE person_id = $me AND wording = 'news'")" 1
get /ucet/data
like 'ne, konec'
unlike 'value="zpravy"'
post /ucet/souhlas zneni=cokoli
status 400
# --- the log is only written on: no account of a page changes or takes away what stands there, and whatever power is used for is in it

account() { mariadb --no-defaults -S "$("$SRC/schema/server" socket "$DB")" -u "sousede_$1" "-p$1" sousede -N -e "$2" 2>&1; }
denied() { account "$1" "$2" | grep -qE 'ERROR (1142|1143|1044|1227)'; }
sql "INSERT INTO event_log (at, object, object_id, action) VALUES (NOW(), 'town', 1, 'x'); INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES (NOW(), $me, $other, 'mail', 'x')"
same 'there is something to be changed' "$(sql 'SELECT (SELECT COUNT(*) FROM event_log) > 0 AND (SELECT COUNT(*) FROM reveal_log) > 0')" 1
for who in web account; do
	for log in event_log reveal_log; do
		for statement in "UPDATE $log SET at = '2020-01-01'" "DELETE FROM $log" "DELETE FROM $log WHERE id = 1" "TRUNCATE $log" "DROP TABLE $log" \
			"REPLACE INTO $log (id, at) VALUES (1, '2020-01-01')" "INSERT INTO $log (id, at) VALUES (1, '2020-01-01') ON DUPLICATE KEY UPDATE at = '2020-01-01'"; do
			ok "$who may not: $statement" denied $who "$statement"
		done
	done
	ok "$who adds to it" account $who "INSERT INTO event_log (at, object, object_id, action) VALUES (NOW(), 'town', 1, 'y')"
	same "$who added to it" "$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'y'")" "$([ $who = web ] && echo 1 || echo 2)"
done
# Retention hides who, never what or when.
for statement in "UPDATE event_log SET action = 'z'" "UPDATE event_log SET at = '2020-01-01'" "UPDATE event_log SET state_to = 'z'" "UPDATE reveal_log SET at = '2020-01-01'" \
	'TRUNCATE event_log' 'SELECT viewer_id FROM reveal_log'; do
	ok "jobs may not: $statement" denied jobs "$statement"
done
same 'it is as it was' "$(sql "SELECT COUNT(*) FROM event_log WHERE at < '2021-01-01' OR action = 'z'")" 0

python3 "$SRC/tests/audit.py" "$SRC" >"$T/audit"
ok 'there are acts to look at' [ "$(command head -n 1 "$T/audit")" -gt 40 ]
same 'every act that only some may do writes who did it' "$(tail -n +2 "$T/audit")" ''
mkdir -p "$T/src/cgi-bin/board" "$T/src/cgi-bin/web" "$T/src/cgi-bin/account"
cp "$SRC"/cgi-bin/board.c "$T/src/cgi-bin/"
cp "$SRC"/cgi-bin/web/policy.c "$T/src/cgi-bin/web/"
touch "$T/src/cgi-bin/web/trust.c" "$T/src/cgi-bin/account/leave.c"
for file in "$SRC"/cgi-bin/board/*.c; do sed 's/event_log_add(/nothing(/' "$file" >"$T/src/cgi-bin/board/${file##*/}"; done
python3 "$SRC/tests/audit.py" "$T/src" >"$T/audit"
ok 'one that does not would be noticed' grep -q '^board /' "$T/audit"
done_testing
