#!/bin/bash
# Short messages: through gammu-smsd's tables to its own daemon with a telephone that is a folder, and through a gateway over HTTPS.
. "${0%/*}/lib.sh"
skip_without openssl openssl
unset SOUSEDE_NOW
site
asked=sms
G=$T/gateway
mkdir "$G"
until_ok() {
	local what=$1 tries
	shift
	for ((tries = 0; tries < 400; tries++)); do
		"$@" 2>/dev/null && break
		read -rt 0.05 <> <(:) || :
	done
	ok "$what" "$@"
}
end() { kill "$1" && wait "$1" 2>/dev/null; }
sms_conf() { # LINE…
	configure
	printf '%s\n' '[sms]' "$@" >>"$SOUSEDE_CONF"
}
jobs() { "$BUILD/jobs" "$@" 2>>"$LOG"; }
message() {
	jobs mail try "$@"
	id=$(sql 'SELECT MAX(id) FROM outbox')
}
state() { sql "SELECT state FROM outbox WHERE id = ${1:-$id}"; }

# --- nobody delivers: it waits
message +420777000001 cs
jobs --once
same 'without a driver it waits' "$(state)" waiting

# --- a gateway
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout "$G/key.pem" -out "$G/cert.pem" 2>/dev/null
"$SRC/tests/gateway.py" "$G" 2>>"$T/gateway.log" &
gateway=$!
until_ok 'a gateway listens' test -s "$G/port"
port=$(cat "$G/port")
requests() { find "$G" -name '*.request' | wc -l; }
newest() { cat "$G/$(requests).request"; }
gate=('driver = https' "url = https://localhost:$port/sms/send" "ca = $G/cert.pem" 'authorization = Bearer tajne')
sms_conf "${gate[@]}"
jobs --once
same 'sent' "$(state)" sent
same 'where and who' "$(newest | sed 3q)" $'/sms/send\napplication/json\nBearer tajne'
same 'without accents' "$(newest | sed -n 4p | jq -r .text)" 'Prilis zlutoucky kun upel dabelske ody.'
same 'to whom' "$(newest | sed -n 4p | jq -r .number)" +420777000001
same 'with our number' "$(newest | sed -n 4p | jq -r .id)" "$id"
same 'the telephone is forgotten' "$(sql "SELECT address FROM outbox WHERE id = $id")" NULL
not_ok 'and never in the log' grep -q 777000001 "$LOG"

message +420777000002 cs account.confirm code='1234 5678' link=https://sousede.test/odkaz/1
jobs --once
same 'a code' "$(newest | sed -n 4p | jq -r .text)" 'Sousedska pomoc: potvrzovaci kod 1234 5678. Nikomu cizimu ho nerikejte.'
message +420777000002 uk account.confirm code='1234 9876' link=https://sousede.test/odkaz/1
jobs --once
same 'another script stays itself' "$(newest | sed -n 4p | jq -r .text)" 'Sousedská pomoc: код підтвердження 1234 9876. Не кажіть його чужим.'
message +420777000003 cs org.claimed who='Řehoř "Ž." \ „Š“' town="$(printf 'Žďár – %.0s' {1..40})" link=https://sousede.test/zdar/prevzit
jobs --once
text=$(newest | sed -n 4p | jq -r .text)
ok 'never longer than one message' test ${#text} -le 160
same 'plain letters only' "$(LC_ALL=C tr -d ' -~' <<<"$text")" ''
same 'and says so' "${text: -3}" ...

# --- a gateway that wants a form
sms_conf "${gate[@]}" 'type = application/x-www-form-urlencoded' 'body = user=obec&to={number}&msg={text}'
message +420777000004 cs site.test
jobs --once
same 'a form' "$(newest | sed -n '2p;4p')" $'application/x-www-form-urlencoded\nuser=obec&to=%2B420777000004&msg=Prilis%20zlutoucky%20kun%20upel%20dabelske%20ody.'
sms_conf "${gate[@]}"

# --- landlines are called: the text is for the ear
sms_conf "${gate[@]}" '[voice]' 'driver = https' "url = https://localhost:$port/call" "ca = $G/cert.pem" 'authorization = Bearer hlas'
message +420222000001 cs account.confirm code='1234 5678' link=https://sousede.test/odkaz/1
jobs --once
same 'called' "$(state)" sent
same 'through the gateway of calls' "$(newest | sed 3q)" $'/call\napplication/json\nBearer hlas'
same 'in its language' "$(newest | sed -n 4p | jq -r .lang)" cs
same 'to whom' "$(newest | sed -n 4p | jq -r .number)" +420222000001
text=$(newest | sed -n 4p | jq -r .text)
ok 'digits apart' grep -qF '1, 2, 3, 4. 5, 6, 7, 8' <<<"$text"
same 'said twice' "$(grep -oF '5, 6, 7, 8' <<<"$text" | wc -l)" 2
not_ok 'no address to be written down' grep -qF http <<<"$text"
ok 'with accents' grep -qF 'Dobrý den' <<<"$text"
expect_log 'channel=voice how=sent'
message +420222000001 en org.claimed who='Jana K.' town=Kadaň link=https://sousede.test/kadan/prevzit
jobs --once
ok 'without a code: what it is and where to read on' grep -qF 'sousede.test' <(newest | sed -n 4p | jq -r .text)
message +420777000020 cs
jobs --once
same 'who has a screen gets a short message' "$(newest | sed 1q)" /sms/send
sms_conf '[voice]' 'driver = https' "url = https://localhost:$port/call" "ca = $G/cert.pem"
message +420777000021 cs
jobs --once
same 'calls alone do not reach a mobile' "$(state)" waiting
message +420222000002 uk site.test
jobs --once
same 'but a landline' "$(newest | sed -n 4p | jq -r .lang)" uk
sms_conf "${gate[@]}"
sql "UPDATE outbox SET due_at = '2020-01-01' WHERE state = 'waiting'"
message +420222000003
jobs --once
same 'without a driver of calls it is tried as before' "$(newest | sed 1q)" /sms/send
sms_conf 'driver = folder' '[mail]' "folder = $T/slozka"
message +420777000022
jobs --once
ok 'for trials, a file' grep -qx 'To: +420777000022' "$T"/slozka/*.txt
sms_conf 'driver = folder'
not_ok 'but where' jobs mail list
expect_log 'needs \[mail\] folder'
sms_conf "${gate[@]}"

# --- what it says
echo 500 >"$G/answer"
message +420777000005
jobs --once
same '500: it waits' "$(state)" waiting
echo 200 >"$G/answer"
sql "UPDATE outbox SET due_at = '2020-01-01' WHERE state = 'waiting'"
jobs --once
same '500: and is sent later' "$(state)" sent
echo 400 >"$G/answer"
message +420777000006
jobs --once
same '400: failed' "$(state)" failed
echo silent >"$G/answer"
before=$(requests)
message +420777000007
"$BUILD/jobs" 2>>"$LOG" &
daemon=$!
asked_again() { [ "$(requests)" -gt "$before" ]; }
until_ok 'the gateway has it and says nothing' asked_again
disown "$daemon"
pkill -KILL -P "$daemon"
kill -KILL "$daemon"
echo 200 >"$G/answer"
sql "UPDATE outbox SET leased_until = '2020-01-01' WHERE id = $id"
jobs --once
jobs --once
same 'killed meanwhile: nobody knows' "$(state)" unknown
same 'so it is not sent twice' $(($(requests) - before)) 1
end "$gateway"
message +420777000008
jobs --once
same 'away: it waits' "$(state)" waiting
expect_log 'how=away'
sms_conf 'driver = https' "url = http://localhost:$port/"
not_ok 'only HTTPS' jobs mail list

# --- gammu-smsd: its own schema, its own daemon
tables=/usr/share/doc/gammu-smsd/examples/mysql.sql
if [ ! -e $tables ] && [ ! -e $tables.gz ]; then
	echo '# SKIP gammu-smsd: needs gammu-smsd with its examples'
else
	sql 'CREATE DATABASE smsd'
	zcat -f $tables* | "$SRC/schema/server" sql "$DB" smsd
	sql "GRANT SELECT, INSERT ON smsd.outbox TO sousede_jobs@localhost; GRANT SELECT ON smsd.sentitems TO sousede_jobs@localhost;
		GRANT SELECT, UPDATE (Processed) ON smsd.inbox TO sousede_jobs@localhost"
	sms_conf 'driver = gammu'
	sql "UPDATE outbox SET due_at = '2020-01-01' WHERE state = 'waiting'"
	jobs --once
	same 'gammu has it' "$(state)" sent
	same 'as it wants it' "$(sql "SELECT DestinationNumber, TextDecoded, Coding, CreatorID FROM smsd.outbox")" \
		"+420777000008	Prilis zlutoucky kun upel dabelske ody.	Default_No_Compression	sousede-$id"
	# Killed after gammu had it and before we wrote it down: the row is there already.
	sql "UPDATE outbox SET state = 'waiting', due_at = '2020-01-01' WHERE id = $id"
	message +420777000009 uk
	sql "UPDATE outbox o JOIN outbox n ON n.id = $id SET o.address = n.address, o.detail = n.detail WHERE o.id = $id - 1"
	jobs --once
	same 'twice is once' "$(sql "SELECT COUNT(*) FROM smsd.outbox WHERE CreatorID = 'sousede-$((id - 1))'")" 1
	same 'and settled' "$(state $((id - 1)))" sent
	same 'another script is marked' "$(sql "SELECT Coding FROM smsd.outbox WHERE CreatorID = 'sousede-$id'")" Unicode_No_Compression
	mkdir "$T/phone"
	cat >"$T/smsdrc" <<-END
		[gammu]
		connection = none
		model = dummy
		device = $T/phone
		[smsd]
		service = sql
		driver = native_mysql
		host = localhost:$("$SRC/schema/server" socket "$DB")
		user = root
		password =
		database = smsd
		logfile = $T/smsd.log
		debuglevel = 255
		commtimeout = 1
		sendtimeout = 5
		loopsleep = 1
	END
	gammu-smsd -c "$T/smsdrc" >"$T/smsd.out" 2>&1 &
	smsd=$!
	all_sent() { [ "$(sql "SELECT COUNT(*) FROM smsd.sentitems WHERE Status LIKE 'SendingOK%'")" = 2 ]; }
	until_ok 'its daemon sends them' all_sent
	end "$smsd"
	sql "UPDATE outbox SET state = 'waiting', due_at = '2020-01-01' WHERE id = $id - 1"
	message +420777000010
	sql "UPDATE outbox o JOIN outbox n ON n.id = $id SET o.address = n.address WHERE o.id = $id - 2"
	jobs --once
	same 'what it sent is not sent again' "$(sql "SELECT COUNT(*) FROM smsd.outbox WHERE CreatorID = 'sousede-$((id - 2))'")" 0
	same 'but settled' "$(state $((id - 2)))" sent
	# --- ANO and NE come back: by the number and the latest open invitation
	sql "INSERT INTO person (id, name, given, initial, lang, level, created_at) VALUES (701, 'Ano', 'Ano', 'A.', 'cs', 1, '2026-01-01'), (702, 'Ne', 'Ne', 'N.', 'cs', 1, '2026-01-01'), (703, 'Pozdě', 'Pozdě', 'P.', 'cs', 1, '2026-01-01');
		INSERT INTO help_request (id, code, state, town_code, category, title, given, lat, lon, opened_at, expires_at, created_at, changed_at) SELECT 701, 'smsone', 'open', code, 'nakup', 'Nákup', 'Marie', lat, lon,
		  UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 7 DAY, UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM town WHERE code = 999999;
		INSERT INTO response (id, request_id, person_id, state, asked_at, answer_until, nonce) SELECT id, 701, id, 'invited', UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 12 HOUR, REPEAT('n', 8) FROM person WHERE id BETWEEN 701 AND 703"
	for n in 1 2 3; do
		hash=$(python3 -c 'import hashlib, sys; key = next(l.split()[1] for l in open(sys.argv[1]) if l.startswith("index ")); print(hashlib.blake2b(b"phone\0" + sys.argv[2].encode(), key=bytes.fromhex(key), digest_size=32).hexdigest())' "$T/keys" "+42077700070$n")
		sql "INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES (70$n, 'phone', 'x', UNHEX('$hash'), UTC_TIMESTAMP())"
	done
	heard() { # NUMBER TEXT
		sql "INSERT INTO smsd.inbox (Text, SenderNumber, UDH, TextDecoded, RecipientID) VALUES ('', '$1', '', '$2', '')"
		jobs --once
	}
	answer_is() { sql "SELECT state FROM response WHERE id = $1"; }
	sql 'REVOKE SELECT, UPDATE (Processed) ON smsd.inbox FROM sousede_jobs@localhost'
	ok 'without a right to what comes nothing else stops' heard +420777000702 NE
	same 'and nothing is heard' "$(answer_is 702)" invited
	sql 'DELETE FROM smsd.inbox; GRANT SELECT, UPDATE (Processed) ON smsd.inbox TO sousede_jobs@localhost'
	heard +420777000799 ANO
	heard +420777000702 'Možná přijdu'
	same 'what is no answer answers nothing' "$(answer_is 701)$(answer_is 702)$(answer_is 703)" invitedinvitedinvited
	heard +420777000702 ' ne. Bohužel'
	same 'NE' "$(answer_is 702)" declined
	heard +420777000701 Ano
	same 'ANO' "$(answer_is 701)" accepted
	heard +420777000701 ANO
	same 'twice is once' "$(sql 'SELECT slots_filled FROM help_request WHERE id = 701')" 1
	same 'somebody was quicker' "$(answer_is 703)" superseded
	heard +420777000703 ano
	same 'a late ANO hears that it is covered' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'help.helper' AND person_id = 703")" 1
	same 'all is heard' "$(sql "SELECT COUNT(*) FROM smsd.inbox WHERE Processed = 'false'")" 0
fi
done_testing
