#!/bin/bash
# ./serve as somebody who has just cloned the repository uses it.
. "${0%/*}/lib.sh"
[ -z "${SAN:-}" ] || skip_all 'done without sanitizers'
export SOUSEDE_BUILT=$BUILD
unset SOUSEDE_CONF SOUSEDE_NOW
serve() { "$SRC/serve" "$@" >"$T/out" 2>&1 || { cat "$T/out" && return 1; }; }
free_port() {
	port=$((21000 + RANDOM % 9000))
	while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
}
fetch() { curl -s -o "$T/body" -w '%{http_code}' "http://127.0.0.1:$1$2"; }
stop_all() {
	for dir in one two; do "$SRC/serve" --stop --dir "$T/$dir" >/dev/null 2>&1; done
	finish
}
trap stop_all EXIT
free_port
one=$port

cat >"$T/feed.xml" <<'END'
<rss version="2.0"><channel><title>Úřad</title><link>https://urad.example.org/</link><description>x</description>
<item><title>Oprava mostu</title><link>https://urad.example.org/1</link><guid>https://urad.example.org/1</guid>
<pubDate>Mon, 16 Nov 2026 08:00:00 +0100</pubDate><description>Most bude týden uzavřen.</description></item></channel></rss>
END
ok 'it starts and returns' serve --background --port "$one" --dir "$T/one" --import "$T/feed.xml" --town kadan
ok 'and says where' grep -q "http://127.0.0.1:$one/" "$T/out"
ok 'and what it did meanwhile' grep -qE 'MariaDB|towns' "$T/out"
same 'the front page answers' "$(fetch "$one" /)" 200
same 'the town answers' "$(fetch "$one" /kadan)" 200
same 'its board answers' "$(fetch "$one" /kadan/nastenka)" 200
like 'Oprava mostu'
same 'addresses are of this site' "$(fetch "$one" /kadan/nastenka.rss)" 200
like "http://127.0.0.1:$one/kadan"
slug=$("$SRC/schema/server" sql "$T/one/db" sousede -N -e 'SELECT slug FROM town WHERE invented LIMIT 1')
same 'the demo town answers' "$(fetch "$one" "/$slug/nastenka")" 200
read -r mail password _ < <(sed -n 's/^ *\(hasici@[^ ]*\)/\1/p' "$T/out")
same 'its people sign in' "$(curl -s -o "$T/body" -c "$T/jar" -w '%{http_code}' -H 'Sec-Fetch-Site: same-origin' -d "kdo=$mail" -d "heslo=$password" \
	"http://127.0.0.1:$one/prihlaseni")" 303
same 'and write' "$(curl -s -o "$T/body" -b "$T/jar" -w '%{http_code}' "http://127.0.0.1:$one/$slug/nastenka/napsat")" 200
ok 'clerks have codes of a second factor' grep -qE 'urednice@[^ ]+ [0-9a-f]{12} [0-9]{10} ' "$T/out"
# A letter is read without a mail program: the code of the office among them.
curl -s -o "$T/body" -b "$T/jar" "http://127.0.0.1:$one/$slug/prevzit"
token=$(grep -o 'name="token" value="[0-9a-f]*"' "$T/body" | sed 's/.*value="//; s/"//; q')
same 'a claim is made' "$(curl -s -o "$T/body" -b "$T/jar" -w '%{http_code}' -H 'Sec-Fetch-Site: same-origin' -d "token=$token" -d once=1 -d funkce=Starostka \
	"http://127.0.0.1:$one/$slug/prevzit")" 303
. "$SRC/tests/servers.sh"
letter_there() { grep -q '^To: podatelna@example.org' "$T"/one/mail/*.txt; }
ok 'its letter is a text to be read' await letter_there
letter_shown() { grep -qE '\| +[2-9A-Z]{5}-[2-9A-Z]{5}' "$T/one/log/serve.log"; }
ok 'and is shown' await letter_shown
same 'nobody else can read the folder' "$(stat -c %a "$T/one")" 700

not_ok 'a second one in the same folder is refused' serve --background --port "$one" --dir "$T/one"
ok 'with the reason' grep -q 'already runs' "$T/out"
not_ok 'a port in use is refused' serve --background --port "$one" --dir "$T/two"
ok 'with the reason' grep -q "port $one is taken" "$T/out"
for wrong in '--port x' '--port 99999' '--import /nowhere --town kadan' '--import /dev/null' '--nonsense' '--dir'; do
	# shellcheck disable=SC2086
	not_ok "refused: $wrong" serve $wrong
	ok 'in one line' [ "$(wc -l <"$T/out")" = 1 ]
done

free_port
two=$port
ok 'another copy runs beside it' serve --background --port "$two" --dir "$T/two" --no-demo
same 'and answers' "$(fetch "$two" /kadan)" 200
same 'without the demo' "$(fetch "$two" "/$slug")" 404
ok 'it stops' serve --stop --dir "$T/two"
same 'and is gone' "$(fetch "$two" /)" 000
same 'the first goes on' "$(fetch "$one" /kadan)" 200

before=$("$SRC/schema/server" sql "$T/one/db" sousede -N -e 'SELECT COUNT(*), MAX(id) FROM notice')
ok 'it stops' serve --stop --dir "$T/one"
same 'nothing is left running' "$(pgrep -f "$T/(one|two)" | tr '\n' ' ')" ''
not_ok 'there is nothing to stop twice' serve --stop --dir "$T/one"
ok 'it starts again' serve --background --port "$one" --dir "$T/one"
same 'with the same data' "$("$SRC/schema/server" sql "$T/one/db" sousede -N -e 'SELECT COUNT(*), MAX(id) FROM notice')" "$before"

# Killed without a chance to clean up, it starts all the same.
kill -9 "$(cat "$T/one/run/serve.pid")"
ok 'after kill -9 it starts again' serve --background --port "$one" --dir "$T/one"
same 'and answers' "$(fetch "$one" /kadan/nastenka)" 200

# A part that dies ends the site, and the log says which.
kill -9 "$(cat "$T/one/run/board.pid")"
ended() { [ ! -e "$T/one/run/serve.pid" ]; }
. "$SRC/tests/servers.sh"
ok 'a dead part ends the site' await ended
ok 'and is named' grep -q 'board ended' "$T/one/log/serve.log"
gone() { ! pgrep -f "$T/(one|two)"; }
ok 'nothing is left running' await gone

# In the foreground, Ctrl-C.
env --default-signal=INT setsid "$SRC/serve" --port "$one" --dir "$T/one" >"$T/foreground" 2>&1 &
answers() { [ "$(fetch "$one" /)" = 200 ]; }
ok 'in the foreground it answers' await answers
kill -INT "$(cat "$T/one/run/serve.pid")"
ok 'Ctrl-C ends it' await ended
same 'and everything it started' "$(pgrep -f "$T/(one|two)" | tr '\n' ' ')" ''
done_testing
