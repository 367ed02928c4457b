#!/bin/bash
# What people are told arrives: words in three languages, one letter for one row whatever breaks, bounces noted. Receivers are real: aiosmtpd with STARTTLS
# and sign-in, and Exim for a report that comes back.
. "${0%/*}/lib.sh"
skip_without aiosmtpd python3-aiosmtpd
skip_without openssl openssl
unset SOUSEDE_NOW
site
asked=mail
M=$T/mail
mkdir "$M"
certificate() { # FOLDER
	openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
		-keyout "$1/key.pem" -out "$1/cert.pem" 2>/dev/null
}
# Waits at most 20 seconds for a command to succeed.
until_ok() {
	local what=$1 tries
	shift
	for ((tries = 0; tries < 400; tries++)); do
		"$@" 2>/dev/null && break
		read -rt 0.05 <> <(:) || :
	done
	ok "$what" "$@"
}
answer() { echo "$*" >"$M/answer"; }
post_office() { # [PORT [--plain]]
	rm -f "$M/port"
	PORT=${1:-0} "$SRC/tests/mail.py" "$M" "${@:2}" 2>>"$T/office.log" &
	office=$!
	until_ok 'a mail server listens' test -s "$M/port"
}
end() { kill "-${2:-TERM}" "$1" && wait "$1" 2>/dev/null; }
letters() { find "$M" -name '*.eml' | wc -l; }
newest() { find "$M" -name '*.eml' -printf '%f\n' | sort -n | tail -n 1; }
reads() { "$SRC/tests/mail.py" --read "$M/$(newest)" "$1"; }
envelope() { sed -n "s/^$1 //p" "$M/$(newest | sed s/eml/env/)"; }
mail_conf() { # LINE…
	configure
	printf '%s\n' '[mail]' 'from = posta@sousede.test' "$@" >>"$SOUSEDE_CONF"
}
jobs() { "$BUILD/jobs" "$@" 2>>"$LOG"; }
# A letter into the outbox; its number is in $id.
letter() {
	jobs mail try "$@"
	id=$(sql 'SELECT MAX(id) FROM outbox')
}
state() { sql "SELECT state FROM outbox WHERE id = ${1:-$id}"; }
due() { sql "UPDATE outbox SET due_at = '2020-01-01', leased_until = NULL WHERE state = 'waiting'"; }

certificate "$M"
post_office
port=$(cat "$M/port")
server=("smtp = smtp://localhost:$port" "ca = $M/cert.pem" 'user = posta' 'password = heslo s mezerou' 'bounce = zpet@sousede.test')
mail_conf "${server[@]}"

# --- a letter arrives
letter vera@dum.test cs account.confirm link=https://sousede.test/odkaz/0123abcd code='1234 5678'
same 'it waits for jobs' "$(state)" waiting
jobs --once
same 'and is sent' "$(state)" sent
same 'once' "$(letters)" 1
same 'over TLS' "$(envelope tls)" yes
same 'from a host that says its name' "$(envelope helo)" sousede.test
same 'by who may' "$(envelope user)" posta
same 'to one person' "$(envelope to)" vera@dum.test
ok 'from where bounces are understood' grep -qE "^from zpet\+$id-[0-9a-f]{10}@sousede\.test$" "$M/1.env"
same 'a mail program finds nothing wrong' "$(reads defects)" ''
same 'its subject' "$(reads subject)" 'Potvrďte svůj e-mail'
same 'its sender' "$(reads from)" '"Sousedé z.s." <posta@sousede.test>'
same 'its receiver' "$(reads to)" vera@dum.test
same 'answers go to people' "$(reads reply-to)" redakce@sousede.test
same 'robots do not answer' "$(reads auto-submitted)" auto-generated
same 'its language' "$(reads content-language)" cs
same 'nothing to stop where nothing was ordered' "$(reads list-unsubscribe)" ''
ok 'a date of today' test "$(date -ud "$(reads date)" +%F)" = "$(date -u +%F)"
same 'its number is the one kept' "$(reads message-id)" "<$(sql "SELECT message_id FROM outbox WHERE id = $id")>"
ok 'text: what to do' grep -qF 'S touto adresou vzniká účet v Sousedské pomoci.' <(reads text)
ok 'text: the link on a line of its own' grep -qx https://sousede.test/odkaz/0123abcd <(reads text)
ok 'text: the code' grep -qx '    1234 5678' <(reads text)
ok 'html: the link' grep -qF '<a href="https://sousede.test/odkaz/0123abcd">' <(reads html)
ok 'html: hard spaces of Czech' grep -qF $'účet v\u00a0Sousedské' <(reads html)
not_ok 'html: nothing from elsewhere, no style' grep -qE '<(img|style|script)|style=' <(reads html)
same 'link, code and address are forgotten' "$(sql "SELECT detail, address FROM outbox WHERE id = $id")" $'NULL\tNULL'
not_ok 'the log has no address' grep -q 'vera@' "$LOG"

# --- in three languages
words_cs='Příliš žluťoučký kůň úpěl ďábelské ódy.' words_en='The quick brown fox jumps over the lazy dog – naïvely, of course.' words_uk='Щастям б’єш жук їх глицю в фон й ґедзь пріч.'
subject_cs='Zkouška pošty: všechno v pořádku' subject_en='Trial of mail: all is well' subject_uk='Перевірка пошти: усе гаразд'
for lang in cs en uk; do
	letter "$lang@dum.test" $lang
	jobs --once
	words=words_$lang subject=subject_$lang
	same "$lang: subject" "$(reads subject)" "${!subject}"
	ok "$lang: text" grep -qxF "${!words}" <(reads text)
	same "$lang: html" "$(reads html | tr '\302\240' '  ' | tr -s ' ' | grep -cF "$(tr '\302\240' '  ' <<<"${!words}" | tr -s ' ')")" 1
	same "$lang: no defect" "$(reads defects)" ''
done

# --- every kind has its words in every language, and brings all of them
pairs=(link=https://sousede.test/odkaz/ffff code=ABCDE-12345 town='Kadaň' who='Věra S.' what='Oprava <b>mostu</b> & "lávky"' until=2026-12-24 reason=commercial
	action=hidden name='Hasiči Kadaň' number=7 address='v***@nova.test')
sql "INSERT INTO board (town_code, kind, changed_at) VALUES (563102, 'community', '2026-01-01') ON DUPLICATE KEY UPDATE revision = revision;
	INSERT INTO notice (id, town_code, kind, state, title, posted_at, takedown_on, changed_at) VALUES
	(9001, 563102, 'community', 'posted', 'Zkouška sboru', '2026-11-20 08:00:00', '2026-12-24', '2026-11-20')"
kinds=$(sed -n "s/.*match=\"page\[@kind='\([^']*\)'\].*/\1/p" "$SRC/xsl/mail.xsl")
ok 'there are kinds' test "$(wc -w <<<"$kinds")" -gt 10
for kind in $kinds; do
	for lang in cs en uk; do
		letter all@dum.test $lang "$kind" "${pairs[@]}" n="$kind$lang"
		sql "UPDATE outbox SET ref_id = 9001 WHERE id = $id"
	done
done
jobs --once
same 'all of them left' "$(sql "SELECT COUNT(*) FROM outbox WHERE state <> 'sent'")" 0
same 'as many arrived' "$(grep -l '^to all@dum.test' "$M"/*.env | wc -l)" $(($(wc -w <<<"$kinds") * 3))
"$SRC/tests/mail.py" --read-all "$M"
same 'none has a defect' "$(cat $(grep -l '^to all@dum.test' "$M"/*.env | sed 's/env$/defects/'))" ''
has() { # LANG SUBJECT TEXT…: the letter with this subject says all this
	local lang=$1 subject=$2 found
	found=$(grep -lxF "$subject" "$M"/*.subject | tail -n 1)
	ok "$lang: $subject" test "$found"
	shift 2
	for text; do ok "$lang: $subject: $text" grep -qF "$text" "${found%subject}text"; done
}
has cs 'Kód pro správu stránky: Kadaň' 'Věra S. žádá o správu stránky v Sousedské pomoci: Kadaň.' '    ABCDE-12345' 'https://sousede.test/odkaz/ffff'
has uk 'Код для керування сторінкою: Kadaň' 'ABCDE-12345'
has cs 'Vyvěšeno: Zkouška sboru' 'Visí od: 20. 11. 2026, 9.00' 'Visí do: 24. prosince 2026' 'https://sousede.test/kadan/nastenka/9001'
has cs 'Rozhodnutí: Oprava <b>mostu</b> & "lávky"' 'Opatření: skryto' 'Důvod: Je to reklama' 'Odvolání do: 24. prosince 2026'
has en 'Your account has a new address' 'v***@nova.test'
not_ok 'what people typed is no markup' grep -qF '<b>mostu' "$M"/*.html

# --- what was ordered can be stopped by one click (RFC 8058)
letter odber@dum.test cs site.test unsubscribe=https://sousede.test/odkaz/eeee
jobs --once
same 'where' "$(reads list-unsubscribe)" '<https://sousede.test/odkaz/eeee>'
same 'how' "$(reads list-unsubscribe-post)" 'List-Unsubscribe=One-Click'
ok 'and in the letter' grep -qF 'neposílejte: https://sousede.test/odkaz/eeee' <(reads text)

# --- long words, long subjects, lines that begin with a dot
letter dlouhy@dum.test cs org.claimed town="$(printf 'Řeřicha a žížala %.0s' {1..12})" who=$'.\n..\nTo: zly@dum.test' link=https://sousede.test/x
jobs --once
same 'a long subject is whole' "$(reads subject)" "Žádost o správu: $(printf 'Řeřicha a žížala %.0s' {1..12} | sed 's/ $//')"
ok 'dots stay' grep -qx '\.\.' <(reads text)
same 'no receiver more' "$(reads to) $(envelope to)" 'dlouhy@dum.test dlouhy@dum.test'
same 'no defect' "$(reads defects)" ''

# --- the same news is told once a day, a new link is news
before=$(letters)
letter dvakrat@dum.test cs account.reset link=https://sousede.test/odkaz/1
jobs mail try dvakrat@dum.test cs account.reset link=https://sousede.test/odkaz/1
jobs mail try dvakrat@dum.test cs account.reset link=https://sousede.test/odkaz/2
jobs --once
same 'two letters for three requests' $(($(letters) - before)) 2

# --- a moderator explained a decision in a thousand Ukrainian letters, and the letter could not be written
facts=$(printf 'щ%.0s' {1..1000})
letter dlouhy@dum.test uk report.decided number=7 reason="$facts"
jobs --once
same 'the longest explanation leaves, too' "$(state)" sent

# --- from signing up to a new password, with letters that really arrived
secret='čtyři koně ve větru'
post /registrace jmeno=Věra prijmeni=Svobodová mail=Vera@Příklad.example heslo="$secret" souhlas=ano
status 303
jobs --once
same 'the letter came to the address as DNS knows it' "$(envelope to)" vera@xn--pklad-zsa96e.example
link=$(reads text | grep -oE '/odkaz/[0-9a-f]{64}')
post "$link"
status 303
same 'the address is hers' "$(sql "SELECT COUNT(*) FROM contact c JOIN person p ON p.id = c.person_id WHERE p.given = 'Věra' AND c.confirmed_at IS NOT NULL")" 1
sql "UPDATE person SET lang = 'uk' WHERE given = 'Věra'"
post /zapomenute-heslo kdo=vera@příklad.example
jobs --once
same 'a person gets letters in the own language' "$(reads subject)" 'Новий пароль'
same 'at the own address' "$(envelope to)" vera@xn--pklad-zsa96e.example
ok 'with a link of the site' grep -qE "^$BASE/odkaz/[0-9a-f]{64}$" <(reads text)
sql "UPDATE contact c JOIN person p ON p.id = c.person_id SET c.bounced_at = '2026-01-01' WHERE p.given = 'Věra'"
before=$(letters)
post /zapomenute-heslo kdo=vera@příklad.example
jobs --once
same 'a dead address gets nothing' $(($(letters) - before)) 0
sql 'UPDATE contact SET bounced_at = NULL'

# --- reminders keep to how a person wants to be told, and stop by one click without signing in (RFC 8058)
vera=$(sql "SELECT id FROM person WHERE given = 'Věra'")
reminded() { sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.expiring' AND person_id = $vera"; }
remind() { # a grant that ends in a month: another reminder
	sql "INSERT INTO level_grant (person_id, level, town_code, granted_by, granted_at, until) VALUES ($vera, 2, 563102, $vera, '2026-01-01', '$(TZ=Europe/Prague date -d '+30 days' +%F)')"
	jobs --once
	jobs --once
}
sql "UPDATE person SET lang = 'cs' WHERE id = $vera"
remind
same 'a reminder arrives' "$(reads subject)" 'Brzy skončí: Kadaň'
stop=$(reads list-unsubscribe)
ok 'with an address to stop it' grep -qE "^<$BASE/odkaz/zastavit/$vera-[0-9a-f]{40}>\$" <<<"$stop"
same 'in one click' "$(reads list-unsubscribe-post)" 'List-Unsubscribe=One-Click'
ok 'and for people' grep -qF "neposílejte: $BASE/odkaz/zastavit/" <(reads text)
stop=${stop#<"$BASE"} stop=${stop%>}
one_click() { # PATH: as a program of mail asks, from anywhere, with no cookie of ours
	printf 'List-Unsubscribe=One-Click' >"$T/data"
	request POST "$1" 'Content-Type: application/x-www-form-urlencoded' 'Content-Length: 26' 'Sec-Fetch-Site: cross-site' <"$T/data"
}
told() { sql "SELECT told FROM person WHERE id = $vera"; }
nobody
get "$stop.xml"
status 200
valid
get "$stop"
like 'Zastavit novinky'
header cache-control no-store
same 'looking stops nothing' "$(told)" now
for wrong in "${stop%?}x" "/odkaz/zastavit/$((vera + 1))-${stop##*-}" "/odkaz/zastavit/$vera" /odkaz/zastavit/0-00 "/odkaz/zastavit/$vera-"; do
	one_click "$wrong"
	status 404
done
same 'nor does an address we never made' "$(told)" now
sql "UPDATE person SET told = 'weekly' WHERE id = $vera"
before=$(reminded)
remind
same 'weekly: it waits' "$(sql "SELECT state FROM outbox WHERE kind = 'org.expiring' AND person_id = $vera ORDER BY id DESC LIMIT 1")" waiting
same 'until Monday' "$(sql "SELECT WEEKDAY(due_at) FROM outbox WHERE kind = 'org.expiring' AND person_id = $vera ORDER BY id DESC LIMIT 1")" 0
due
jobs --once
SOUSEDE_NOW=$(date -Iseconds) as Cizinec
one_click "$stop"
status 200
like 'už neposíláme'
no_header location
no_header set-cookie
same 'stopped' "$(told)" never
same 'whoever was signed in is not' "$(sql "SELECT told FROM person WHERE id = $person")" now
same 'and the log knows' "$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'account.stop' AND object_id = $vera")" 1
one_click "$stop"
status 200
same 'asked twice is the same' "$(sql "SELECT COUNT(*) FROM event_log WHERE action = 'account.stop' AND object_id = $vera")" 1
nobody
before=$(reminded)
remind
same 'no reminder any more' "$(reminded)" "$before"
post /zapomenute-heslo kdo=vera@příklad.example
jobs --once
same 'but what the account needs comes' "$(reads subject)" 'Nové heslo'
same 'and cannot be stopped' "$(reads list-unsubscribe)" ''
# --- who wants news daily or weekly gets one letter with all that is due, in the own language; a single piece comes as it is
sql "UPDATE person SET told = 'daily', lang = 'uk' WHERE id = $vera; DELETE FROM level_grant; DELETE FROM outbox WHERE person_id = $vera"
news() { # TOWN…
	for town; do sql "INSERT INTO level_grant (person_id, level, town_code, granted_by, granted_at, until) VALUES ($vera, 2, $town, $vera, '2026-01-01', '$(TZ=Europe/Prague date -d '+30 days' +%F)')"; done
	jobs --once
}
of_vera() { sql "SELECT GROUP_CONCAT(CONCAT(kind, ' ', state) ORDER BY id) FROM outbox WHERE person_id = $vera"; }
before=$(letters)
news 563102 999999
same 'they wait for the morning' "$(of_vera) $(sql "SELECT DISTINCT TIME(CONVERT_TZ(due_at, '+00:00', '+01:00')) IN ('07:00:00', '06:00:00', '08:00:00') FROM outbox WHERE person_id = $vera")" \
	'org.expiring waiting,org.expiring waiting 1'
sql "UPDATE outbox SET created_at = created_at - INTERVAL 4 DAY WHERE person_id = $vera"
jobs --once
same 'and are not too old on Monday' "$(of_vera)" 'org.expiring waiting,org.expiring waiting'
due
jobs --once
same 'one letter' "$(($(letters) - before))" 1
same 'its subject counts them' "$(reads subject)" '2 новини від Sousedská pomoc'
for form in text html; do
	for word in Kadaň 'Lhota nad Orlicí' "$BASE/uroven"; do ok "$form: $word" grep -qF "$word" <(reads $form | tr '\302\240' '  ' | tr -s ' '); done
done
ok 'it can be stopped in one click' grep -qE "^<$BASE/odkaz/zastavit/$vera-[0-9a-f]{40}>\$" <<<"$(reads list-unsubscribe)"
same 'what was gathered is done' "$(of_vera)" 'org.expiring gathered,org.expiring gathered,site.news sent'
same 'and forgotten' "$(sql "SELECT COUNT(*) FROM outbox WHERE person_id = $vera AND detail IS NOT NULL")" 0
due
jobs --once
same 'nothing comes twice' "$(($(letters) - before))" 1
# The sender ended in the one moment that cannot be known: neither the digest nor its items go again.
sql "DELETE FROM level_grant; DELETE FROM outbox WHERE person_id = $vera"
news 563102 999999
due
answer data 451 4.3.0 try later
jobs --once
same 'a digest that was not taken waits, whole' "$(of_vera)" 'org.expiring gathered,org.expiring gathered,site.news waiting'
answer ok
sql "UPDATE outbox SET state = 'handed', owner = 'gone', leased_until = '2020-01-01' WHERE person_id = $vera AND state = 'waiting'"
before=$(letters)
due
jobs --once
same 'nobody knows' "$(of_vera) $(letters)" "org.expiring gathered,org.expiring gathered,site.news unknown $before"
jobs mail again "$(sql "SELECT id FROM outbox WHERE person_id = $vera AND state = 'unknown'")"
jobs --once
same 'by hand it leaves with all it had' "$(of_vera) $(reads text | grep -c /uroven)" 'org.expiring gathered,org.expiring gathered,site.news sent 2'
sql "DELETE FROM level_grant; DELETE FROM outbox WHERE person_id = $vera"
news 563102
due
jobs --once
same 'a single piece is itself' "$(of_vera)" 'org.expiring sent'
sql "UPDATE person SET told = 'now', lang = 'cs' WHERE id = $vera; DELETE FROM level_grant"
from 192.0.2.1

# --- the server is away: nothing is lost, it is asked less and less often
end "$office"
letter pozdeji@dum.test
jobs --once
same 'it waits' "$(state)" waiting
expect_log 'how=away'
ok 'the reason is kept' grep -q . <(sql "SELECT problem FROM outbox WHERE id = $id AND problem IS NOT NULL")
same 'a minute at first' "$(sql "SELECT ROUND(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), due_at) / 60) FROM outbox WHERE id = $id")" 1
before=$(letters)
jobs --once
same 'not sooner' "$(sql "SELECT tries FROM outbox WHERE id = $id")" 1
waits=
for _ in 1 2 3 4 5; do
	due
	jobs --once
	waits+="$(sql "SELECT ROUND(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), due_at) / 60) FROM outbox WHERE id = $id") "
done
same 'then longer and longer' "$waits" '5 15 60 240 240 '
number=$(sql "SELECT message_id FROM outbox WHERE id = $id")
post_office "$port"
due
jobs --once
same 'the server is back: sent' "$(state)" sent
same 'under the number it had' "$(reads message-id)" "<$number>"

# --- what the server says
answer rcpt 451 4.7.1 Greylisted, come back later
letter seda@dum.test
jobs --once
same '4xx: it waits' "$(state)" waiting
ok '4xx: with what was said' grep -qF '451 4.7.1 Greylisted' <(sql "SELECT problem FROM outbox WHERE id = $id")
answer ok
due
jobs --once
same '4xx: and is sent later' "$(state)" sent
answer rcpt 550 5.1.1 No such mailbox
letter neni@dum.test
sql "INSERT INTO person (id, name, created_at) VALUES (7001, 'Nikdo', '2026-01-01');
	INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT 7001, 'mail', '', address_hash, '2026-01-01' FROM outbox WHERE id = $id"
jobs --once
same '550: failed' "$(state)" failed
ok '550: with what was said' grep -qF '550 5.1.1 No such mailbox' <(sql "SELECT problem FROM outbox WHERE id = $id")
ok '550: the address is marked' test "$(sql 'SELECT bounced_at FROM contact WHERE person_id = 7001')" != NULL
sql 'UPDATE contact SET bounced_at = NULL WHERE person_id = 7001'
answer rcpt 550 5.7.1 Relaying denied
letter neni@dum.test
jobs --once
same 'a refusal of us: it waits' "$(state)" waiting
same 'a refusal of us: the address is good' "$(sql 'SELECT bounced_at FROM contact WHERE person_id = 7001')" NULL
answer data 554 5.6.0 We do not like it
due
jobs --once
same 'a refusal of the letter: failed' "$(state)" failed
answer ok
jobs mail again "$id"
jobs --once
same 'and once more by hand' "$(state) $(envelope to)" 'sent neni@dum.test'
answer data 554 5.6.0 We do not like it
letter neni@dum.test
jobs --once
same 'a refusal of the letter: the address is good' "$(sql 'SELECT bounced_at FROM contact WHERE person_id = 7001')" NULL
answer auth
letter nikdo@dum.test
jobs --once
same 'not let in: it waits' "$(state)" waiting
expect_log 'how=away.*Login denied'
answer ok
due
jobs --once
same 'let in: sent' "$(state)" sent
letter $'zla@dum.test>\r\nRCPT TO:<jina@dum.test'
jobs --once
same 'an address that is none is refused' "$(state)" failed

# --- TLS is asked for and proven
mail_conf "${server[@]/ca = */}"
letter tls@dum.test
jobs --once
same 'a certificate nobody vouches for: it waits' "$(state)" waiting
expect_log 'how=away.*certificate'
mkdir "$T/plain"
"$SRC/tests/mail.py" "$T/plain" --plain 2>>"$T/office.log" &
plain=$!
until_ok 'a server without TLS' test -s "$T/plain/port"
mail_conf "smtp = smtp://localhost:$(cat "$T/plain/port")"
due
jobs --once
same 'a server without TLS: it waits' "$(state)" waiting
expect_log 'how=away'
same 'and got nothing' "$(find "$T/plain" -name '*.eml' | wc -l)" 0
mail_conf "smtp = smtp://localhost:$(cat "$T/plain/port")" 'tls = none'
due
jobs --once
same 'unless we are told so' "$(state)" sent
end "$plain"
mail_conf "${server[@]}"

# --- jobs is killed while a letter is on its way
answer silent
letter kill@dum.test
before=$(letters)
"$BUILD/jobs" 2>>"$LOG" &
daemon=$!
arrived() { [ "$(letters)" -gt "$before" ]; }
until_ok 'the server has it and says nothing' arrived
same 'jobs knows that it may have it' "$(state)" handed
disown "$daemon"
pkill -KILL -P "$daemon"
kill -KILL "$daemon"
answer ok
jobs --once
same 'whose letter it is stays sealed for a while' "$(state)" handed
sql "UPDATE outbox SET leased_until = '2020-01-01' WHERE id = $id"
jobs --once
same 'nobody can know' "$(state)" unknown
jobs --once
same 'so it is not sent twice' $(($(letters) - before)) 1
ok 'the operator sees it' grep -q "^$id.unknown" <(jobs mail list)
number=$(reads message-id)
ok 'and may send it again' jobs mail again "$id"
jobs --once
same 'under the same number' "$(reads message-id) $(state)" "$number sent"
not_ok 'a letter that was sent is not sent again' jobs mail again "$id"

# --- killed before the end of the letter: nothing has left, so it is sent again
answer silent
letter pred@dum.test
kill -STOP "$office"
before=$(letters)
"$BUILD/jobs" 2>>"$LOG" &
daemon=$!
begun() { [ "$(sql "SELECT tries FROM outbox WHERE id = $id")" = 1 ]; }
until_ok 'jobs talks to a server that does not' begun
disown "$daemon"
pkill -KILL -P "$daemon"
kill -KILL "$daemon"
kill -CONT "$office"
answer ok
same 'it is still waiting' "$(state)" waiting
sql "UPDATE outbox SET leased_until = '2020-01-01', due_at = '2020-01-01' WHERE id = $id"
jobs --once
same 'and sent' "$(state)" sent
same 'once' $(($(letters) - before)) 1

# --- the connection breaks in the middle
answer cut
letter cut@dum.test
before=$(letters)
jobs --once
same 'no answer, nobody knows' "$(state)" unknown
answer ok
jobs --once
same 'not by itself' $(($(letters) - before)) 0

# --- two of them share the work
before=$(letters)
for n in $(seq 30); do jobs mail try "mnoho-$n@dum.test" cs site.test n="$n"; done
jobs --once &
first=$!
jobs --once
wait "$first"
same 'each letter once' $(($(letters) - before)) 30
same 'all of them' "$(sql "SELECT COUNT(*) FROM outbox WHERE state = 'waiting'")" 0

# --- jobs works by itself, and stops when told
before=$(letters)
"$BUILD/jobs" 2>>"$LOG" &
daemon=$!
letter sam@dum.test
until_ok 'it goes by itself' arrived
end "$daemon"
same 'stops with 0' $? 0

# --- too old to mean anything
letter stary@dum.test
sql "UPDATE outbox SET created_at = '2020-01-01', due_at = '2100-01-01' WHERE id = $id"
jobs --once
same 'after three days it is given up' "$(state)" failed

# --- without a server, mail becomes files
mail_conf "folder = $T/slozka"
letter slozka@dum.test
jobs --once
same 'sent' "$(state)" sent
same 'one file' "$(find "$T/slozka" -name '*.eml' | wc -l)" 1
ok 'and one to be read' grep -qx 'To: slozka@dum.test' "$T"/slozka/*.txt
ok 'with its subject' grep -qx 'Subject: Zkouška pošty: všechno v pořádku' "$T"/slozka/*.txt
same 'the same letter' "$("$SRC/tests/mail.py" --read "$T"/slozka/*.eml subject)" 'Zkouška pošty: všechno v pořádku'

# --- nothing configured: it waits, nobody complains
mail_conf
letter nikam@dum.test
jobs --once
same 'it waits' "$(state)" waiting

sql "DELETE FROM outbox WHERE id = $id"

# --- a report comes back from a real mail server (Exim)
exim=$(command -v exim4 || command -v exim || :)
if [ -z "$exim" ]; then
	echo '# SKIP the report of a real mail server: needs exim4-daemon-light, and this machine has another one'
else
	X=$T/exim
	mkdir -p "$X/spool" "$X/log" "$X/box"
	cp "$M/cert.pem" "$M/key.pem" "$X"
	xport=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
	cat >"$X/exim.conf" <<-END
		keep_environment =
		primary_hostname = mta.sousede.test
		spool_directory = $X/spool
		log_file_path = $X/log/%s
		pid_file_path = $X/pid
		local_interfaces = 127.0.0.1
		daemon_smtp_ports = $xport
		tls_advertise_hosts = *
		tls_certificate = $X/cert.pem
		tls_privatekey = $X/key.pem
		deliver_drop_privilege = true
		acl_smtp_rcpt = all
		begin acl
		all:
		  accept
		begin routers
		ours:
		  driver = accept
		  domains = sousede.test
		  transport = box
		rest:
		  driver = manualroute
		  domains = *
		  route_list = * 127.0.0.1::$port
		  self = send
		  transport = out
		begin transports
		box:
		  driver = appendfile
		  directory = $X/box
		  maildir_format
		  create_directory
		  envelope_to_add
		  return_path_add
		  user = $(id -u "$([ "$(id -u)" = 0 ] && echo Debian-exim || id -un)")
		  group = $(id -g "$([ "$(id -u)" = 0 ] && echo Debian-exim || id -un)")
		out:
		  driver = smtp
		  allow_localhost
		  hosts_avoid_tls = *
		begin retry
		* * F,1d,15m
	END
	without_rights=()
	if [ "$(id -u)" = 0 ]; then
		without_rights=(setpriv --reuid=Debian-exim --regid=Debian-exim --clear-groups)
		chown -R Debian-exim: "$X"
		chmod 711 "$T"
	fi
	# Exim hands its own mail on to a receiver that refuses; it does not speak TLS with us here.
	end "$office"
	rm -f "$M"/*.eml "$M"/*.env
	answer rcpt 550 5.1.1 No such mailbox here
	post_office "$port" --plain
	"${without_rights[@]}" "$exim" -C "$X/exim.conf" -bdf -q1m 2>>"$X/log/err" &
	mta=$!
	listens() { (exec 3<>"/dev/tcp/127.0.0.1/$xport"); }
	until_ok 'Exim listens' listens
	mail_conf "smtp = smtp://localhost:$xport" "ca = $X/cert.pem" 'bounce = zpet@sousede.test'
	letter zmizela@jinde.test
	jobs --once
	same 'Exim took the letter' "$(state)" sent
	sql "INSERT INTO person (id, name, created_at) VALUES (7002, 'Zmizelá', '2026-01-01');
		INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT 7002, 'mail', '', address_hash, '2026-01-01' FROM outbox WHERE id = $id;
		INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT 7001, 'mail', '', UNHEX(REPEAT('ab', 32)), '2026-01-01'"
	came_back() { [ -n "$(find "$X/box/new" -type f)" ]; }
	until_ok 'its report comes back' came_back || :
	came_back || sed 's/^/# /' "$X/log/"*
	report=$(find "$X/box/new" -type f)
	ok 'it is one of RFC 3464' grep -q '^Content-type: message/delivery-status' "$report"
	sed "s/zpet+$id-[0-9a-f]*@/zpet+$id-0123456789@/g" "$report" >"$T/forged"
	not_ok 'a report to an address that is not ours changes nothing' "$BUILD/jobs" bounce <"$T/forged"
	same 'nothing' "$(sql 'SELECT COUNT(*) FROM contact WHERE bounced_at IS NOT NULL')" 0
	sed 's/^Action: failed/Action: delayed/' "$report" >"$T/delayed"
	not_ok 'a letter that is only late changes nothing' "$BUILD/jobs" bounce <"$T/delayed"
	ok 'jobs understands it' "$BUILD/jobs" bounce <"$report"
	same 'the letter failed' "$(state)" failed
	ok 'why' grep -qF '5.' <(sql "SELECT problem FROM outbox WHERE id = $id")
	same 'the address is marked, no other is' "$(sql 'SELECT GROUP_CONCAT(person_id) FROM contact WHERE bounced_at IS NOT NULL')" 7002
	end "$mta"
fi
not_ok 'an empty message is no report' "$BUILD/jobs" bounce </dev/null
not_ok 'nor is a letter from a person' "$BUILD/jobs" bounce <<<$'From: vera@dum.test\nTo: zpet@sousede.test\n\nDobrý den'
end "$office"
done_testing
