#!/bin/bash
# What jobs do about belief: the register is asked, codes, yearly checks and levels end on their day, and those concerned hear of it before.
. "${0%/*}/lib.sh"
. "$SRC/tests/feeds.sh"
feeds_start
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = '$1'${2:+ AND person_id = $2}"; }
register() { sql "SELECT CONCAT_WS(',', state, register_state, COALESCE(register_name, '-'), COALESCE(register_town, '-')) FROM organisation WHERE id = $1"; }
as Ota && ota=$person
as Jana clerk,manager 563102 && jana=$person

# --- the register (standards.md 3.4)
sql "UPDATE town SET official = TRUE WHERE code = 563102;
INSERT INTO organisation (id, slug, name, legal_form, ico, state, town_code, purpose, register_state, created_at) VALUES
	(1, 'hasici', 'Hasiči', 'association', '00261912', 'submitted', 563102, 'Hasíme.', 'wanted', '2026-11-20 08:00:00'),
	(2, 'zanikly', 'Zaniklý spolek', 'association', '00000019', 'submitted', 563102, 'Nic.', 'wanted', '2026-11-20 08:00:00'),
	(3, 'neznamy', 'Neznámý', 'association', '00000027', 'active_unverified', 563102, 'Nic.', 'wanted', '2026-11-20 08:00:00'),
	(4, 'jiny', 'Jiný', 'association', '00000035', 'submitted', 563102, 'Nic.', 'wanted', '2026-11-20 08:00:00'),
	(5, 'navrh', 'Návrh', 'association', '00000043', 'draft', 563102, 'Nic.', 'wanted', '2026-11-20 08:00:00');
INSERT INTO organisation_member VALUES (1, $ota, 'admin', '2026-11-20 08:00:00');
INSERT INTO vouch (organisation_id, town_code, person_id, at) VALUES (1, 563102, $jana, '2026-11-20 08:00:00'), (2, 563102, $jana, '2026-11-20 08:00:00'), (4, 563102, $jana, '2026-11-20 08:00:00')"
jobs --once
same 'without an address nobody is asked' "$(asks)" 0
sed -i "s~^ares =.*~ares = $WEB/file/~" "$SOUSEDE_CONF"
cp "$SRC/tests/feeds/ares.json" "$W/00261912"
sed 's/"00261912"/"00000019"/; s/"datumVzniku"/"datumZaniku":"2020-05-01",&/' "$SRC/tests/feeds/ares.json" >"$W/00000019"
cp "$SRC/tests/feeds/ares.json" "$W/00000035"
jobs --once
exits 0
same 'found, and so believed, since the town vouched' "$(register 1)" 'verified,found,SH ČMS - Sbor dobrovolných hasičů Kadaň,563102'
same 'its admin is told' "$(told org.news "$ota")" 1
same 'who has ended is not believed' "$(register 2 | cut -d, -f1,2)" submitted,ended
same 'who is not there is unknown' "$(register 3 | cut -d, -f1,2)" active_unverified,unknown
same 'an answer about another IČO is no answer' "$(register 4)" submitted,wanted,-,-
same 'drafts are not asked about' "$(sql 'SELECT register_at IS NULL FROM organisation WHERE id = 5')" 1
asks >/dev/null
jobs --once
same 'asked again only in an hour' "$(asks)" 0
now 2026-11-22T09:40:00+01:00
sed 's/"00261912"/"00000035"/; s/"obchodniJmeno":"[^"]*"/"obchodniJmeno":"Jiný \\u0000 <b>spolek<\/b>"/; s/"sidlo":{[^}]*}/"sidlo":null/' "$SRC/tests/feeds/ares.json" >"$W/00000035"
jobs --once
same 'one that was not understood is asked again' "$(asks)" 1
sed 's/"00261912"/"00000035"/; s/"sidlo":{[^}]*}/"sidlo":null/' "$SRC/tests/feeds/ares.json" >"$W/00000035"
now 2026-11-22T10:50:00+01:00
jobs --once
same 'fields may be missing' "$(register 4)" 'verified,found,SH ČMS - Sbor dobrovolných hasičů Kadaň,-'
now 2026-11-22T11:00:00+01:00

# --- codes end
sql "INSERT INTO town_claim (id, town_code, person_id, state, duty, way, asked_at, code_until) VALUES
	(11, 562971, $ota, 'code_sent', 'starosta', 'mail', '2026-10-20 08:00:00', '2026-11-22 09:59:00'),
	(12, 563129, $ota, 'code_sent', 'starosta', 'mail', '2026-10-24 08:00:00', '2026-11-23 09:59:00')"
jobs --once
same 'a code of yesterday ends' "$(sql 'SELECT GROUP_CONCAT(state ORDER BY id) FROM town_claim WHERE id IN (11, 12)')" listed,code_sent
same 'who asked is told' "$(told org.news "$ota")" 2

# --- admins who say nothing of a rival for two weeks: their silence is no yes, the site sends the letter to the data box
as Spravce admin && admin=$person
sql "INSERT INTO town_claim (id, town_code, person_id, state, duty, rival, vote_until, asked_at) VALUES
	(21, 563102, $ota, 'claimed', 'tajemník', TRUE, '2026-11-22 09:59:00', '2026-11-08 09:59:00'),
	(22, 562971, $ota, 'claimed', 'tajemník', TRUE, '2026-11-22 10:01:00', '2026-11-08 10:01:00')"
before=$(told org.news "$ota")
jobs --once
jobs --once
same 'the vote is over after two weeks' "$(sql 'SELECT GROUP_CONCAT(COALESCE(accepted, 2) ORDER BY id) FROM town_claim WHERE id IN (21, 22)')" 0,2
same 'the site is told, and who asked' "$(told org.news "$admin"),$(($(told org.news "$ota") - before))" 1,1
as Jana clerk,manager 563102
post /kadan/prevzit/hlas hlas=ano
status 409
as Spravce admin
post /kadan/prevzit/dopis zpusob=posta
status 409
post /kadan/prevzit/dopis zpusob=datova-schranka
status 200
sql 'DELETE FROM town_claim WHERE id IN (21, 22)'

# --- the yearly check: told a month and a week before, suspended after
sql "INSERT INTO town_claim (id, town_code, person_id, state, duty, way, asked_at, verified_at, check_on) VALUES
	(13, 563102, $jana, 'verified', 'starostka', 'mail', '2025-12-01 08:00:00', '2025-12-22 08:00:00', '2026-12-22')"
sql "INSERT INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'information', 3, '2026-11-19 06:00:00')"
jobs --once
jobs --once
same 'thirty days before, once' "$(told org.check "$jana")" 1
now 2026-12-01T08:00:00+01:00
jobs --once
same 'not every day' "$(told org.check "$jana")" 1
now 2026-12-15T08:00:00+01:00
jobs --once
same 'seven days before' "$(told org.check "$jana")" 2
now 2026-12-22T20:00:00+01:00
jobs --once
same 'its last day still holds' "$(sql 'SELECT state FROM town_claim WHERE id = 13')" verified
now 2026-12-23T00:10:00+01:00
jobs --once
same 'then the page is a copy again' "$(sql "SELECT CONCAT_WS(',', c.state, t.official) FROM town_claim c JOIN town t ON t.code = c.town_code WHERE c.id = 13")" suspended,0
same 'readers get a new copy' "$(sql 'SELECT revision FROM board WHERE town_code = 563102')" 4
now 2026-11-22T11:00:00+01:00
as Jana clerk,manager 563102
post /kadan/prevzit/trva
status 409
sql "UPDATE town_claim SET check_on = '2026-11-20' WHERE id = 13"
post /kadan/prevzit/trva
status 303
same 'her word brings it back' "$(sql "SELECT CONCAT_WS(',', c.state, t.official) FROM town_claim c JOIN town t ON t.code = c.town_code WHERE c.id = 13")" verified,1

# --- levels end
sql "UPDATE person SET level = 3 WHERE id = $ota;
INSERT INTO level_grant (person_id, level, town_code, granted_by, granted_at, until) VALUES
	($ota, 3, 563102, $jana, '2024-12-01 08:00:00', '2026-11-29'), ($ota, 2, 563102, $jana, '2024-12-01 08:00:00', '2027-11-29')"
jobs --once
same 'a week before' "$(told org.expiring "$ota")" 1
now 2026-11-30T08:00:00+01:00
jobs --once
jobs --once
same 'the lower one stays' "$(sql "SELECT level FROM person WHERE id = $ota")" 2
now 2027-11-30T08:00:00+01:00
jobs --once
same 'nobody vouches any more' "$(sql "SELECT level FROM person WHERE id = $ota")" 1
done_testing
