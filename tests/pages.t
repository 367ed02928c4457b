#!/bin/bash
# The quality of every kind of page: pages.js in Chromium, the Nu HTML checker on HTML, CSS and SVG, RELAX NG on each page's XML.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
skip_without java default-jre-headless
browser_start
L=/lhota-nad-orlici
mkdir "$T/html" "$T/xml"
note() { sql "SELECT CONCAT(id, '-', slug) FROM notice WHERE town_code = 999999 AND $1 ORDER BY id LIMIT 1"; }

cookie_token() { [ ${#cookie[@]} = 0 ] || echo "${cookie[0]#*=}"; }
kinds=()
# kind NAME PATH [STATUS] [keyboard]      as whoever the last `as` named; with $press set, what that button of the page answers
press=
kind() {
	local keyboard=false
	[ "${4:-}" ] && keyboard=true
	kinds+=("{\"name\":\"$1\",\"path\":\"$2\",\"status\":${3:-200},\"keyboard\":$keyboard,\"token\":\"$(cookie_token)\",\"press\":\"$press\"}")
}
kind home / 200 keyboard
kind home-search '/hledat?obec=lhota' 200
kind home-search-none '/hledat?obec=xyzzy'
kind home-around '/kolem?lat=50.0087&lon=16.3391'
kind home-around-wrong '/kolem?lat=abc&lon=16' 422
kind home-region /kraj/pardubicky
kind home-district /okres/usti-nad-orlici
kind home-subscribe /odber
kind home-subscribe-town '/odber?obec=lhota-nad-orlici'
kind home-about /o-projektu
kind home-privacy /soukromi
kind home-record /soukromi/zaznam
kind home-accessibility /pristupnost
kind home-town $L 200 keyboard
kind home-town-empty /kadan
kind home-town-en "$L?jazyk=en"
kind home-town-uk "$L?jazyk=uk"
kind home-missing /nikde-takova-obec 404
kind board $L/nastenka 200 keyboard
kind board-official "$L/nastenka?deska=uredni"
kind board-community "$L/nastenka?deska=spolky"
kind board-search "$L/nastenka?q=voda"
kind board-nothing "$L/nastenka?q=xyzzy"
kind board-archive "$L/nastenka?archiv=ano"
kind board-empty /kadan/nastenka
kind board-uk "$L/nastenka?jazyk=uk"
kind board-wrong "$L/nastenka?deska=neco" 400
kind board-past "$L/nastenka?strana=99" 404
kind board-sources $L/zdroje
kind board-month "$L/archiv/$(sql "SELECT DATE_FORMAT(MAX(posted_at), '%Y-%m') FROM notice WHERE town_code = 999999 AND NOT hangs")"
kind notice-official "$L/nastenka/$(note "hangs AND kind = 'official_copy'")" 200 keyboard
kind notice-information "$L/nastenka/$(note "hangs AND kind = 'information'")"
kind notice-event "$L/nastenka/$(note "hangs AND event_from IS NOT NULL")"
kind notice-community "$L/nastenka/$(note "hangs AND kind = 'community'")"
kind notice-crisis "$L/nastenka/$(note "hangs AND kind = 'crisis'")"
kind notice-down "$L/nastenka/$(note "state IN ('taken_down', 'archived') AND NOT personal_data")"
gone=$(note "state IN ('taken_down', 'archived', 'redacted') AND personal_data")
[ "$gone" ] && kind notice-gone "$L/nastenka/$gone" 410
cancelled=$(note "state = 'cancelled'")
[ "$cancelled" ] && kind notice-cancelled "$L/nastenka/$cancelled"
kind notice-en "$L/nastenka/$(note "hangs AND kind = 'official_copy'")?jazyk=en"
kind embed-form $L/vlozit 200 keyboard
kind embed-form-uk "$L/vlozit?jazyk=uk&barva=17533a"
kind embed-form-wrong "$L/vlozit?barva=ffff00&pocet=99" 422
kind embed-frame "/vlozit$L"
kind embed-frame-dark "/vlozit$L?vzhled=tmavy"
kind embed-frame-notice "/vlozit$L?oznameni=$(sql "SELECT MIN(id) FROM notice WHERE town_code = 999999 AND hangs")"
kind embed-frame-empty /vlozit/kadan

# A real town's board, when the material is beside the repository.
if [ -d "$SHARED" ] && [ -x "$BUILD/jobs" ]; then
	run jobs import "$SHARED/samples/ofn-uredni-deska/kadan-2023-11-01.jsonld" --town most
	if [ "$(sql "SELECT COUNT(*) FROM notice n JOIN town t ON t.code = n.town_code WHERE t.slug = 'most' AND n.hangs")" -gt 0 ]; then
		kind real-town /most
		kind real-board /most/nastenka
		kind real-board-last '/most/nastenka?strana=2'
		kind real-notice "/most/nastenka/$(sql "SELECT CONCAT(n.id, '-', n.slug) FROM notice n JOIN town t ON t.code = n.town_code
			WHERE t.slug = 'most' AND n.hangs ORDER BY attachments DESC, n.id LIMIT 1")"
		kind real-frame '/vlozit/most?pocet=20'
	fi
else
	echo '# the board of a real town is not looked at: ../shared or the program jobs is not here'
fi
# What those see who write.
as Karla clerk,approver
kind board-desk $L/nastenka
kind board-write $L/nastenka/napsat 200 keyboard
kind board-write-uk "$L/nastenka/napsat?jazyk=uk"
press='main form .btn:not(.quiet)' kind board-write-wrong $L/nastenka/napsat 422
press='main form .btn.quiet' kind board-write-preview "$L/nastenka/napsat?nazev=Svoz+odpadu&text=V+pond%C4%9Bl%C3%AD.&deska=obec" 200
mine=$(note "hangs AND kind = 'information' AND source_id IS NULL")
kind board-mine "$L/nastenka/$mine"
kind board-change "$L/nastenka/${mine%%-*}/upravit" 200 keyboard
kind board-down "$L/nastenka/${mine%%-*}/sejmout" 200 keyboard
press='main form .btn.stop' kind board-down-wrong "$L/nastenka/${mine%%-*}/sejmout" 422
sql "INSERT INTO board (town_code, kind, changed_at) VALUES (999999, 'community', '2026-11-20') ON DUPLICATE KEY UPDATE changed_at = changed_at;
	INSERT INTO notice (town_code, kind, state, slug, title, summary, body, originator, author_id, posted_at, changed_at) VALUES (999999, 'community', 'approval', 'ples', 'Ples hasičů',
	'Tancuje se do rána.', 'Lístky na https://ples.example.org/listky nebo v hospodě.', 'Hasiči Lhota', (SELECT MIN(id) FROM person WHERE id <> $person), '2026-11-20 10:00:00',
	'2026-11-20 10:00:00'), (999999, 'community', 'approval', 'brigada', 'Brigáda', NULL, 'Hrábě s sebou.', 'Hasiči Lhota', $person, '2026-11-20 11:00:00', '2026-11-20 11:00:00')"
kind board-held $L/nastenka/cekajici 200 keyboard
press='main form .btn.stop' kind board-held-wrong $L/nastenka/cekajici 422
kind board-held-uk "$L/nastenka/cekajici?jazyk=uk"
# Accounts, from signing up to one's own pages.
nobody
kind account-join /registrace 200 keyboard
press='main form .btn' kind account-join-wrong /registrace 422
kind account-join-uk '/registrace?jazyk=uk'
kind account-sent /registrace/posta
kind account-called /registrace/telefon
kind account-sign /prihlaseni 200 keyboard
press='main form .btn' kind account-sign-wrong /prihlaseni 422
kind account-forgot /zapomenute-heslo
kind account-forgot-sent /zapomenute-heslo/odeslano
as Lída clerk,coordinator,weak
sql "INSERT INTO reveal_log (at, person_id, viewer_id, what, reason) VALUES ('2026-11-20 10:00:00', $person, $person, 'phone', 'claim 12')"
kind account-own /ucet 200 keyboard
kind account-own-en '/ucet?jazyk=en'
kind account-sessions /ucet/prihlaseni
kind account-password /ucet/heslo
kind account-mail /ucet/mail
kind account-number /ucet/telefon
kind account-factor /ucet/overeni 200 keyboard
kind account-profile /ucet/profil 200 keyboard
sql "INSERT INTO consent (person_id, wording, version, given_at) VALUES ($person, 'news', 1, '2026-11-10 08:00:00')"
kind account-data /ucet/data 200 keyboard
press='main form .btn' kind account-data-wrong /ucet/data 422
kind account-consent /ucet/souhlas
kind account-erase /ucet/zrusit 200 keyboard
press='main form .btn' kind account-erase-wrong /ucet/zrusit 422
kind account-photo-none /ucet/foto 200 keyboard
press='form[enctype] .btn' kind account-photo-wrong /ucet/foto 422
# Passkeys: a list of them, the question before one goes, the second step with one and without an app.
keys_of() {
	sql "INSERT INTO second_factor (person_id, kind, label, secret, credential_hash, credential, algorithm, created_at, used_at) VALUES
		($1, 'passkey', 'Telefon', REPEAT('a', 64), RANDOM_BYTES(32), RANDOM_BYTES(32), -7, '2026-10-01 08:00:00', '2026-11-20 17:30:00'),
		($1, 'passkey', 'Počítač na úřadě', REPEAT('a', 64), RANDOM_BYTES(32), RANDOM_BYTES(32), -7, '2026-11-02 08:00:00', NULL);
		INSERT INTO second_factor (person_id, kind, secret, created_at) VALUES ($1, 'recovery', 'x', '2026-10-01')"
}
as Klára
keys_of "$person"
kind account-passkeys /ucet/klice 200 keyboard
kind account-passkeys-uk '/ucet/klice?jazyk=uk'
kind account-passkey-end "/ucet/klice/$(sql "SELECT MIN(id) FROM second_factor WHERE person_id = $person")" 200 keyboard
kind account-factor-strong /ucet/overeni 200 keyboard
kind account-factor-app /ucet/overeni/aplikace
as Klárka clerk,weak
keys_of "$person"
kind account-factor-wanted /ucet/overeni 200 keyboard
press='main > form .btn' kind account-factor-wanted-wrong /ucet/overeni 422
# As a person keeps it: the bytes are what the program makes of a picture.
photo_of() {
	"$BUILD/picture" 480 <"$SRC/docs/nastenka.png" >"$T/photo.jpg"
	sql "INSERT INTO file (id, name, person_id, kind, media_type, bytes, sha256, width, height, alt, added_at)
			VALUES ($1, REPEAT(CHAR(64 + $1 % 64), 16), $1, 'photo', 'image/jpeg', $(stat -c %s "$T/photo.jpg"), '', $(exiftool -s3 -p '$ImageWidth, $ImageHeight' "$T/photo.jpg"), 'Žena s brýlemi', '2026-11-01')"
	local part=0 bytes
	command split -b 7900 --filter="od -An -v -tx1 | tr -d ' \n'; echo" "$T/photo.jpg" >"$T/parts"
	while read -r bytes; do sql "INSERT INTO file_part VALUES ($1, $((part++)), UNHEX('$bytes'))"; done <"$T/parts"
}
photo_of "$person"
kind account-photo /ucet/foto
kind account-photo-uk '/ucet/foto?jazyk=uk'
as Karla clerk,approver
kind account-phone $L/potvrdit-telefon
press='main form .btn' kind account-phone-wrong $L/potvrdit-telefon 422
# Help around a town, and paper.
nobody
sql "SET @today = '2026-11-22', @now = '2026-11-22 07:00:00'; $(cat "$SRC/schema/demo-help.sql")"
kind help-list $L/pomoc 200 keyboard
kind help-list-uk "$L/pomoc?jazyk=uk&kdy=tyden"
kind help-list-empty "/kadan/pomoc?s-cim=nakup" 200
kind help-list-wrong "$L/pomoc?km=7" 400
kind help-offers $L/pomoc/nabidky
kind help-offers-en "$L/pomoc/nabidky?jazyk=en"
kind help-offers-empty /kadan/pomoc/nabidky
kind help-show "$L/pomoc/$(sql "SELECT id FROM help_request WHERE code = 'k7m4tx'")"
kind help-entry /pomoc 200 keyboard
kind help-entry-found '/pomoc?obec=lhota'
kind help-entry-nothing '/pomoc?obec=xyzzy'
kind help-sheet $L/pomoc/letak
kind help-sheet-one "$L/pomoc/letak?kod=k7m4tx"
kind help-poster /plakat/k7m4tx
kind help-poster-over /plakat/e7hqcw
kind help-code /plakat
kind help-code-wrong '/plakat?kod=ab' 422
# The desk of those who coordinate.
as Kuba coordinator
desk=$(sql "SELECT id FROM help_request WHERE code = 'k7m4tx'")
sql "INSERT INTO response (request_id, person_id, state, metres, why, nonce) SELECT $desk, id, 'applied', 1200, 'car,before', RANDOM_BYTES(8) FROM person WHERE id <> $person ORDER BY id LIMIT 1"
kind desk $L/koordinace 200 keyboard
kind desk-uk "$L/koordinace?jazyk=uk"
kind desk-column "$L/koordinace?stav=hleda-se"
kind desk-closed "$L/koordinace?stav=uzavrene"
kind desk-request $L/koordinace/$desk 200 keyboard
press='main form[action$=kontakt] button' kind desk-contact $L/koordinace/$desk
press='main form[action$=poznamka] button' kind desk-note-wrong $L/koordinace/$desk 422
kind desk-edit $L/koordinace/$desk/upravit
kind desk-end $L/koordinace/$desk/ukoncit
press='main form .btn.stop' kind desk-end-wrong $L/koordinace/$desk/ukoncit 422
kind desk-phone $L/koordinace/telefon 200 keyboard
press='main form .btn.big' kind desk-phone-wrong $L/koordinace/telefon 422
kind desk-slip $L/koordinace/$desk/listek
kind desk-figures $L/koordinace/prehled
kind desk-settings $L/koordinace/nastaveni 200 keyboard
nobody
# Towns taken over, organisations, helpers: as strangers see them, and as those who run them.
as Jarmila clerk,manager
sql "INSERT INTO town_claim (town_code, person_id, state, duty, way, asked_at, code_until) VALUES (563102, $person, 'code_sent', 'Starostka', 'post', '2026-11-20', '2026-12-20');
	INSERT INTO invitation (town_code, roles, label, invited_by, created_at, expires_at) VALUES (999999, 8, 'Pan Novák', $person, '2026-11-20', '2026-12-04');
	INSERT INTO organisation (id, slug, name, legal_form, ico, state, town_code, purpose, register_state, register_name, created_at) VALUES
		(8001, 'sokol', 'Sokol Lhota', 'association', '00261912', 'submitted', 999999, 'Cvičíme.', 'found', 'TJ Sokol Lhota', '2026-11-01'),
		(8002, 'skautky', 'Skautky', 'association', NULL, 'verified', 999999, 'Táboříme.', NULL, NULL, '2026-11-01');
	INSERT INTO organisation_member VALUES (8001, $person, 'admin', '2026-11-01'), (8002, $person, 'admin', '2026-11-01');
	INSERT INTO helper_card VALUES ($person, '7kq2mx9p', '2026-11-01');
	INSERT INTO level_grant (person_id, level, organisation_id, granted_by, granted_at, until) VALUES ($person, 2, 8002, $person, '2026-11-02', '2028-11-02')"
photo_of "$person"
kind org-claim-code /kadan/prevzit 200 keyboard
kind org-people $L/lide 200 keyboard
press='section:last-of-type form .btn' kind org-people-wrong $L/lide 422
kind org-vouch $L/organizace
kind org-found /organizace/zalozit 200 keyboard
press='main form .btn' kind org-found-wrong /organizace/zalozit 422
kind org-desk /organizace/sokol/sprava 200 keyboard
kind org-desk-uk '/organizace/skautky/sprava?jazyk=uk'
sql "INSERT INTO organisation (id, slug, name, legal_form, ico, state, town_code, purpose, web, register_state, created_at) VALUES
		(8003, 'vcelari', 'Včelaři', 'association', '00000027', 'active_unverified', 999999, 'Včelaříme.', 'https://vcelari.example', 'wanted', '2026-11-01');
	INSERT INTO organisation_member VALUES (8003, $person, 'admin', '2026-11-01');
	INSERT INTO organisation_code (organisation_id, domain, hash, until) VALUES (8003, 'vcelari.example', REPEAT('a', 32), '2026-11-29')"
kind org-desk-proof /organizace/vcelari/sprava 200 keyboard
kind org-edit /organizace/vcelari/upravit 200 keyboard
kind org-edit-settled /organizace/skautky/upravit
kind org-close /organizace/vcelari/ukoncit
kind account-stop "/odkaz/zastavit/$(python3 -c '
import hashlib, sys
key = next(line.split()[1] for line in open(sys.argv[1]) if line.startswith("index "))
print(sys.argv[2] + "-" + hashlib.blake2b(b"unsubscribe\0" + sys.argv[2].encode(), key=bytes.fromhex(key), digest_size=32).hexdigest()[:40])' "$T/keys" "$person")"
kind org-helpers $L/pomocnici
kind org-level /uroven
kind org-card /karta/7kq2mx9p
kind org-helpers-photo /organizace/skautky/pomocnici
# Helpers: an offer, its link, an invitation and its answers.
personal() { # KIND ID: the path of a personal link (help/link.h)
	local table=$1
	local row="$table WHERE id = $2"
	[ "$table" != requester ] || row="help_contact WHERE request_id = $2 AND role = 'requester'"
	sql "SELECT LOWER(HEX(nonce)) FROM $row" | python3 -c '
import hashlib, sys
key = next(line.split()[1] for line in open(sys.argv[1]) if line.startswith("index "))
text = " ".join([sys.argv[2], sys.argv[3], sys.stdin.read().strip()])
print({"response": "/odpoved/", "offer": "/nabidka/", "requester": "/prosba/"}[sys.argv[2]] + sys.argv[3] + "-" + hashlib.blake2b(b"help-link\0" + text.encode(), key=bytes.fromhex(key), digest_size=32).hexdigest()[:32])' \
		"$T/keys" "$table" "$2"
}
as Helena
sql "UPDATE person SET level = 1 WHERE id = $person;
	INSERT INTO help_request (id, code, state, town_code, category, title, text, given, initial, lat, lon, urgent, slots_needed, opened_at, expires_at, created_at, changed_at) SELECT 8101, 'hejkal', 'open', code, 'odvoz',
	  'Na kontrolu do nemocnice a zpátky', 'Chodím o holi, potřebuji pomoct do auta.', 'Marie', 'H.', ROUND(lat, 2), ROUND(lon, 2), TRUE, 2, '2026-11-22 07:00', '2026-11-29 07:00', '2026-11-22 07:00', '2026-11-22 07:00' FROM town WHERE code = 999999;
	INSERT INTO offer (id, person_id, state, town_code, lat, lon, days, hour_from, hour_to, text, valid_until, nonce, created_at, changed_at) SELECT 8101, $person, 'active', code, lat, lon, 10, 8, 12,
	  'Mám větší auto, vejde se i chodítko.', '2027-02-01', REPEAT('n', 8), '2026-11-20', '2026-11-20' FROM town WHERE code = 999999;
	INSERT INTO offer_category VALUES (8101, 'odvoz'), (8101, 'nakup');
	INSERT INTO response (id, request_id, person_id, offer_id, state, metres, why, asked_at, answer_until, nonce) VALUES (8101, 8101, $person, 8101, 'invited', 3100, 'car,today', '2026-11-22 07:00', '2026-11-22 19:00', REPEAT('n', 8));
	INSERT INTO response (id, request_id, person_id, state, nonce) VALUES (8102, 8101, 1, 'superseded', REPEAT('n', 8)), (8103, 8101, 1, 'lapsed', REPEAT('n', 8)), (8104, 8101, 1, 'applied', REPEAT('n', 8))"
kind help-offer $L/pomoc/pomohu 200 keyboard
press='main form .btn' kind help-offer-wrong $L/pomoc/pomohu 422
kind help-request $L/pomoc/8101
nobody
kind help-answer "$(personal response 8101)" 200 keyboard
kind help-answer-covered "$(personal response 8102)"
kind help-answer-lapsed "$(personal response 8103)"
kind help-answer-applied "$(personal response 8104)"
kind help-leave "$(personal response 8104)/odejit"
kind help-answer-uk "$(personal response 8101)?jazyk=uk"
kind help-standing "$(personal offer 8101)" 200 keyboard
kind help-standing-end "$(personal offer 8101)/konec"
kind help-offer-change "$(personal offer 8101)/upravit"
# A promise on its way, and one that is over.
as Helena
closed() { "$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2"; }
sql "INSERT INTO help_request (id, code, state, outcome, town_code, category, title, text, given, initial, place, lat, lon, slots_filled, when_kind, from_at, to_at, opened_at, created_at, changed_at, closed_at)
	  SELECT r.id, r.code, r.state, r.outcome, t.code, r.category, r.title, 'Vezmu si chodítko, stačí menší auto.', 'Marie', 'H.', UNHEX('$(closed help 'Zahradní 7')'), ROUND(lat, 2), ROUND(lon, 2), 1, 'window', r.day + INTERVAL 7 HOUR,
	    r.day + INTERVAL 9 HOUR, '2026-11-19', '2026-11-19', '2026-11-19', IF(r.outcome IS NULL, NULL, '2026-11-20 12:00') FROM town t JOIN (SELECT 8105 AS id, 'hejka5' AS code, 'filled' AS state, NULL AS outcome, 'odvoz' AS category,
	    'Odvoz do nemocnice a zpátky' AS title, DATE '2026-11-24' AS day UNION SELECT 8106, 'hejka6', 'closed', 'fulfilled', 'nakup', 'Nákup na týden', DATE '2026-11-20') r WHERE t.code = 999999;
	INSERT INTO help_contact (request_id, role, person_id, name, phone, mail, nonce, confirmed_at) SELECT id, 'requester', IF(id = 8105, $person, NULL), UNHEX('$(closed help 'Marie Hájková')'),
	  UNHEX('$(closed help +420736914205)'), UNHEX('$(closed help marie@posta.example)'), REPEAT('m', 8), NOW() FROM help_request WHERE id > 8104;
	INSERT INTO response (id, request_id, person_id, state, hours, thanks, answered_at, nonce) VALUES (8105, 8105, $person, 'accepted', NULL, NULL, '2026-11-21', REPEAT('n', 8)),
	  (8106, 8106, $person, 'done', 1.5, 'Děkuji, moc jste mi pomohli.', '2026-11-19', REPEAT('n', 8));
	INSERT INTO help_message (response_id, side, text, at, read_at) VALUES (8105, 'helper', UNHEX('$(closed message 'Dobrý den, přijedu v 8.15, modré auto.')'), '2026-11-21 17:00', '2026-11-21 18:00'),
	  (8105, 'requester', UNHEX('$(closed message 'Děkuji. Zvoňte dvakrát, hůř slyším.')'), '2026-11-21 18:05', NULL);
	INSERT INTO offer (id, person_id, state, town_code, lat, lon, text, valid_until, nonce, created_at, changed_at) SELECT 8105, $person, 'active', code, lat, lon, 'Odvezu k lékaři nebo na nákup.', '2027-02-18', REPEAT('n', 8), NOW(), NOW()
	  FROM town WHERE code = 999999"
kind help-own /ucet/pomoc 200 keyboard
kind help-own-uk '/ucet/pomoc?jazyk=uk'
nobody
# Who asks: the form, and the page of her link.
kind help-ask $L/pomoc/potrebuji 200 keyboard
press='main form .btn' kind help-ask-wrong $L/pomoc/potrebuji 422
kind help-ask-uk "$L/pomoc/potrebuji?jazyk=uk"
kind help-mine "$(personal requester 8105)" 200 keyboard
kind help-mine-en "$(personal requester 8105)?jazyk=en"
kind help-edit "$(personal requester 8105)/upravit" 200 keyboard
kind help-withdraw "$(personal requester 8105)/stahnout"
press='main form .btn.stop' kind help-withdraw-wrong "$(personal requester 8105)/stahnout" 422
kind help-drop "$(personal requester 8105)/pomocnik/8105"
kind help-mine-past "$(personal requester 8106)"
kind help-doing "$(personal response 8105)" 200 keyboard
press='form[action$=kontakt] .btn' kind help-contact "$(personal response 8105)"
kind help-talk "$(personal response 8105)/zpravy" 200 keyboard
press='main form .btn' kind help-talk-wrong "$(personal response 8105)/zpravy" 422
kind help-done "$(personal response 8105)/hotovo"
kind help-block "$(personal response 8105)/blokovat"
kind help-past "$(personal response 8106)"
kind help-after "$(personal response 8106)/ohlas"
press='main form .btn' kind help-after-wrong "$(personal response 8106)/ohlas" 422
as Nová
kind help-own-none /ucet/pomoc
kind help-apply $L/pomoc/8101/pomohu
press='main form .btn' kind help-apply-level $L/pomoc/8101/pomohu 409
as Dozor moderator
kind org-desk-decide /organizace/sokol/sprava
# In a crisis: the switch, who joins, deliveries.
as Krista coordinator
kind crisis-switch $L/koordinace/krize 200 keyboard
kind crisis-join-none $L/pomoc/krize
sql "INSERT INTO town_help (town_code, crisis, crisis_since, crisis_by) VALUES (999999, 1, '2026-11-21', $person) ON DUPLICATE KEY UPDATE crisis = 1, crisis_since = '2026-11-21';
	INSERT INTO crisis_helper (town_code, person_id, roles, transport, text, show_phone, ready_until, created_at, changed_at) VALUES
		(999999, $person, 'courier,seamstress', 'bike,car', 'Šiju 30 roušek denně.', 1, '2026-11-22 23:00:00', '2026-11-21', '2026-11-21');
	UPDATE person SET level = 1 WHERE id = $person;
	INSERT INTO delivery (id, state, town_code, items, courier_id, reserved_by, reserved_until, created_at, changed_at) VALUES
		(8201, 'new', 999999, '20 roušek', NULL, $person, '2026-11-22 09:00:00', '2026-11-22 07:00:00', '2026-11-22 07:00:00'),
		(8202, 'delivering', 999999, 'Obědy pro čtyři', $person, NULL, NULL, '2026-11-22 07:00:00', '2026-11-22 07:00:00')"
kind crisis-on $L/koordinace/krize
kind crisis-help-list $L/pomoc
kind crisis-people $L/koordinace/lide 200 keyboard
kind crisis-join $L/pomoc/krize 200 keyboard
kind crisis-join-uk "$L/pomoc/krize?jazyk=uk"
kind delivery-board $L/koordinace/rozvoz 200 keyboard
kind delivery-new $L/koordinace/rozvoz/novy 200 keyboard
press='main form .btn' kind delivery-new-wrong $L/koordinace/rozvoz/novy 422
kind delivery-show $L/koordinace/rozvoz/8201
kind depot-none $L/koordinace/sklad
sql "INSERT INTO depot (id, town_code, name, place, hours, created_at) VALUES (8301, 999999, 'Hasičská zbrojnice', 'Požární 12', 'denně 8–18', '2026-11-21');
	INSERT INTO depot_item (id, depot_id, name) VALUES (8302, 8301, 'Roušky'), (8303, 8301, 'Dezinfekce 5 l');
	INSERT INTO depot_move (item_id, amount, note, person_id, at) VALUES (8302, 1200, 'Sokol', $person, '2026-11-21 08:00:00'), (8303, 40, '', NULL, '2026-11-21 09:00:00'),
		(8302, -150, 'Základní škola', $person, '2026-11-21 10:00:00')"
kind delivery-new-stock $L/koordinace/rozvoz/novy 200 keyboard
kind depot-list $L/koordinace/sklad 200 keyboard
press='main form .btn' kind depot-list-wrong $L/koordinace/sklad 422
kind depot-show $L/koordinace/sklad/8301 200 keyboard
press='main form .btn' kind depot-show-short "$L/koordinace/sklad/8301?smer=vydej&co=Rou%C5%A1ky&kolik=2000" 422
kind depot-show-uk "$L/koordinace/sklad/8301?jazyk=uk"
kind delivery-mine $L/pomoc/rozvoz
kind delivery-carry $L/pomoc/rozvoz/8202 200 keyboard
sql "UPDATE town_help SET crisis = 0, crisis_since = NULL WHERE town_code = 999999"
# The desk of the site.
as Sona admin
sql "INSERT INTO source (town_code, kind, url, due_at, failures, problem) VALUES (563102, 'information', 'https://obec.example.org/rss', '2026-11-22 09:00:00', 3, 'http 500');
	INSERT INTO outbox (kind, ref_id, what_hash, created_at, state, due_at, tries, problem) VALUES ('site.test', 0, UNHEX(REPEAT('07', 32)), '2026-11-20', 'unknown', '2026-11-20', 2, 'no answer');
	INSERT INTO event_log (at, object, object_id, action, state_from, state_to, actor_id, note) VALUES ('2026-11-20', 'town', 999999, 'town.decide', 'claimed', 'code_sent', $person, 'post'),
		('2026-11-21', 'setting', 0, 'site.settings', NULL, NULL, $person, 'limity/report: sit 10 → 2')"
kind admin-desk /sprava 200 keyboard
kind admin-desk-uk '/sprava?jazyk=uk'
kind admin-towns /sprava/obce
kind admin-organisations /sprava/organizace
kind admin-levels /sprava/urovne
kind admin-health /sprava/provoz
kind admin-again "/sprava/provoz/znovu?cislo=$(sql "SELECT MAX(id) FROM outbox WHERE state = 'unknown'")"
kind admin-log /sprava/zaznam 200 keyboard
kind admin-log-wrong '/sprava/zaznam?od=zitra' 422
kind admin-log-none '/sprava/zaznam?co=nic'
kind admin-settings /sprava/nastaveni
kind admin-limits /sprava/nastaveni/limity
kind admin-limits-en '/sprava/nastaveni/limity?jazyk=en'
kind admin-reasons /sprava/nastaveni/duvody
kind admin-retention /sprava/nastaveni/uchovani
kind admin-edit '/sprava/nastaveni/limity/upravit?klic=sign-in' 200 keyboard
kind admin-add /sprava/nastaveni/kategorie/pridat 200 keyboard
press='main form .btn' kind admin-add-wrong /sprava/nastaveni/kategorie/pridat 422
nobody
# Reports and decisions.
kind moderate-report "/nahlasit?co=$L" 200 keyboard
press='main form .btn' kind moderate-report-wrong "/nahlasit?co=$L" 422
id=$(sql "SELECT id FROM notice WHERE town_code = 999999 AND hangs AND kind = 'community' ORDER BY id LIMIT 1")
as Milan moderator
sql "INSERT INTO report (state, target, target_id, town_code, place, reason, priority, explanation, origin, link_hash, created_at, due_at, moderator_id, locked_until) VALUES
		('in_hand', 'notice', $id, 999999, '$L/nastenka/$id', 'offensive', 2, '', REPEAT('x', 32), REPEAT('x', 32), '2026-11-20', '2026-11-21', $person, '2026-11-22 08:00'),
		('triaged', 'page', 0, NULL, '/kadan', 'other', 4, '', REPEAT('x', 32), REPEAT('y', 32), '2026-11-20', '2026-11-29', NULL, NULL);
	INSERT INTO decision (report_id, target, target_id, town_code, before_it, action, reason, ground, facts, summary, state, appeal_until, appeal_by, appealed_at, decided_at)
		SELECT MIN(id), 'notice', $id, 999999, 'visible', 'limited', 'offensive', 'Podmínky, urážky', 'Text uráží.', 'Pozvánka uráží.', 'appealed', '2026-12-05', 'author', '2026-11-21', '2026-11-20'
		FROM report"
kind moderate-desk /sprava/hlaseni 200 keyboard
kind moderate-desk-report "/sprava/hlaseni/$(sql "SELECT id FROM report WHERE state = 'in_hand'")" 200 keyboard
press='form.note .btn' kind moderate-desk-wrong "/sprava/hlaseni/$(sql "SELECT id FROM report WHERE state = 'in_hand'")" 422
kind moderate-desk-none '/sprava/hlaseni?stav=uzavrene'
kind moderate-desk-appeal "/sprava/hlaseni/odvolani/$(sql 'SELECT MAX(id) FROM decision')" 200 keyboard
kind moderate-person "/sprava/osoby/$(sql "SELECT id FROM person WHERE name = 'Karla'")"
nobody
kind moderate-decisions /rozhodnuti
kind moderate-decision "/rozhodnuti/$(sql 'SELECT MAX(id) FROM decision')"
kind moderate-report-uk '/nahlasit?jazyk=uk'
kind moderate-terms /podminky
kind moderate-contact /kontakt
kind org-claim /most/prevzit
kind org-claim-en '/most/prevzit?jazyk=en'
kind org-held $L/prevzit
kind org-organisation /organizace/sokol
kind org-none /most/organizace
kind org-card-wrong /karta/nic
(
	IFS=,
	echo "[${kinds[*]}]"
) >"$T/kinds.json"

browser_run "$SRC/tests/pages.js"

# Each page's XML fits its schema.
asked='the XML of the pages'
declare -A pages_of=()
while IFS=$'\t' read -r name path; do
	program_of "${path%%\?*}"
	[ ! -e "$T/xml/$name.xml" ] || pages_of[$program]+=" $T/xml/$name.xml"
done < <(jq -r '.[] | [.name, .path] | @tsv' "$T/kinds.json")
for program in "${!pages_of[@]}"; do
	read -ra files <<<"${pages_of[$program]}"
	ok "${#files[@]} pages fit $program.rng" xmllint --nonet --noout --relaxng "$SRC/schema/$program.rng" "${files[@]}"
done

# The Nu HTML checker: no errors and no warnings.
vnu() { java -Xss1m -jar "$NODE_PATH/vnu-jar/build/dist/vnu.jar" --stdout --format gnu "$@"; }
{
	echo '<!DOCTYPE html><html lang="cs"><head><title>Cizí stránka</title></head><body><h1>Škola</h1>'
	curl -s "$BASE/vlozit$L.html?pocet=20"
	echo '</body></html>'
} >"$T/html/piece.html"
asked='the Nu HTML checker'
ok 'HTML: nothing to say' vnu "$T"/html/*.html
ok 'CSS: nothing to say' vnu --css "$SRC"/htdocs/s/*.css
mapfile -t drawings < <(find "$SRC/htdocs" -name '*.svg')
ok 'SVG: nothing to say' vnu --svg "${drawings[@]}"
done_testing
