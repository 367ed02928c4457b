#!/bin/bash
# What breaks and what readers notice of it: the database goes away and comes back, workers and supervisors die, streams are hostile, memory stays flat.
BACKEND=nginx CACHE=yes
# The tests' database forgets a second when it is killed; this one must not.
export SOUSEDE_DB_OPTIONS=--innodb-flush-log-at-trx-commit=1
. "${0%/*}/lib.sh"
skip_without nginx nginx

sql "
INSERT INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'information', 1, '2026-11-19 06:00:00');
INSERT INTO notice (id, town_code, kind, state, slug, title, posted_at, changed_at, search_text) VALUES
  (9001, 563102, 'information', 'posted', 'svoz-bioodpadu', 'Poslední svoz bioodpadu', '2026-11-19 06:00:00', '2026-11-19 06:00:00', 'posledni svoz bioodpadu');
"
supervisor() { part_pid "$1"; }
workers() { pgrep -P "$(supervisor "$1")" | sort -n | tr '\n' ' '; }
two_workers() { [ "$(workers "$1" | wc -w)" = 2 ]; }
every_worker() { echo "$(workers home)/$(workers board)/$(workers embed)"; }
# Asks until the answer is as wanted; at most ten seconds.
until_status() { get "$2" && [ "$code" = "$1" ]; }
until_stale() { get /kadan/nastenka.rss && tail -n 1 "$T/access.log" | grep -qE ' (STALE|UPDATING)$'; }

# A stream that stops in the middle holds one worker until its watchdog; looked at in the end.
site
python3 "$SRC/tests/fcgi.py" "$RUN/embed.sock" hang >"$T/hang" &
hang=$!

# --- the database goes away and comes back (B3)
for path in /kadan/nastenka /kadan/nastenka.rss /kadan/nastenka/9001-svoz-bioodpadu; do
	get "$path"
	status 200
done
pids=$(every_worker)
"$SRC/schema/server" stop "$DB" --kill
ok 'the feed goes on from the copy' await until_stale
status 200
is '//item[1]/title' 'Poslední svoz bioodpadu'
get /kadan/nastenka
status 200
for path in /kadan/zdroje /kadan/nastenka.json /kadan /stav '/hledat?obec=kadan'; do
	get "$path"
	status 503
	header Retry-After '[0-9]*'
	header Content-Type 'text/html*'
	header Cache-Control no-store
	header Content-Security-Policy "*frame-ancestors 'none'*"
	like '</html>'
done
get /s/site.css
status 200
get /w/1/deska.js
status 200
"$SRC/tests/db" start "$DB" >/dev/null
ok 'the database is back and so is the site' await until_status 200 /kadan/nastenka.json
get /kadan/zdroje
status 200
same 'with the workers it had' "$(every_worker)" "$pids"
expect_log at=database-away

# A connection that the server closed costs nobody anything.
for id in $(sql "SELECT id FROM information_schema.processlist WHERE user = 'sousede_web'"); do sql "KILL $id"; done
for path in /kadan/nastenka.atom /kadan/nastenka.ics /kadan/nastenka.jsonld /kadan/archiv/2026-11; do
	get "$path"
	status 200
done
same 'no worker died of it' "$(every_worker)" "$pids"

# --- from here without copies: each request reaches a worker
CACHE=''
kill $hang 2>/dev/null
wait $hang 2>/dev/null
backend_restart
python3 "$SRC/tests/fcgi.py" "$RUN/embed.sock" hang >"$T/hang" &
hang=$!
load_start() {
	python3 "$SRC/tests/load.py" "$LISTEN" 8 0 "$@" >"$T/load" &
	load=$!
}
load_stop() {
	kill $load
	wait $load
	loaded=$(tr '\n' ',' <"$T/load")
}
total() { awk '{ n += $2 } END { print n + 0 }' "$T/load"; }
bad() { awk '$1 != 200 { n += $2 } END { print n + 0 }' "$T/load"; }
cut_short() { awk '$1 == "short" { n += $2 } END { print n + 0 }' "$T/load"; }
# kill_workers SIGNAL TIMES PROGRAM…: one worker after the other, each time when both are there.
kill_workers() {
	local signal=$1 times=$2 i victims program
	shift 2
	for ((i = 0; i < times; i++)); do
		program=${*:1 + i % $#:1}
		await two_workers "$program" || return 1
		read -ra victims <<<"$(workers "$program")"
		kill "-$signal" "${victims[i / $# % 2]}"
		await gone "${victims[i / $# % 2]}" || return 1
	done
	for program; do await two_workers "$program" || return 1; done
}
gone() { ! kill -0 "$1"; }

# Rolling restart (B5).
load_start /kadan/nastenka /kadan /kadan/nastenka.rss
ok '40 workers are asked to end, one after the other' kill_workers TERM 40 home board
pids=$(every_worker)
kill -HUP "$(supervisor home)" "$(supervisor board)"
renewed() { [ "$(workers home)" != "${pids%%/*}" ] && two_workers home && two_workers board; }
ok 'HUP renews the workers' await renewed
load_stop
ok "readers noticed nothing ($loaded)" [ "$(bad)" = 0 -a "$(total)" -gt 100 ]

# A worker that never runs out of requests still hears that it should end: its supervisor stands, so nobody takes the queue over.
queued() { ss -xlH src "$RUN/board.sock" | awk '{ exit !($3 >= 20) }'; }
ended() { [ ! -e "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status"; }
read -ra pair <<<"$(workers board)"
python3 "$SRC/tests/load.py" "$LISTEN" 32 0 /kadan/nastenka >"$T/load" &
load=$!
ok 'more requests wait than are answered' await queued
kill -STOP "$(supervisor board)"
kill -TERM "${pair[@]}"
ok 'both workers end all the same' await eval "ended ${pair[0]} && ended ${pair[1]}"
kill -CONT "$(supervisor board)"
load_stop
ok "and the next two answer every one ($loaded)" [ "$(bad)" = 0 -a "$(total)" -gt 32 ]

# Workers die at once (B6).
load_start /kadan/nastenka /kadan /kadan/nastenka.rss
ok '100 workers are killed' kill_workers KILL 100 home board
load_stop
# A page half of which is with the reader cannot be taken back; any other request is asked again of another worker.
ok "no reader saw an error page ($loaded)" [ "$(($(bad) - $(cut_short)))" = 0 -a "$(total)" -gt 100 ]
ok 'and no more pages were cut short than workers killed' [ "$(cut_short)" -le 20 ]

# A supervisor that is killed takes its workers along; the others go on; nginx says so with a page.
pids=$(workers home)
kill -KILL "$(supervisor home)"
nobody() { for pid in $pids; do ! kill -0 "$pid" || return 1; done; }
ok 'a killed supervisor leaves nothing behind' await nobody
get /kadan
status 503
header Retry-After '[0-9]*'
header Content-Security-Policy
like '</html>'
get /kadan/nastenka
status 200
part home "$BUILD/home" --listen "$RUN/home.sock" --workers 2
ok 'started again, it answers' await until_status 200 /kadan

# A supervisor asked to end does, with its workers.
pids="$(supervisor home) $(workers home)"
kill -TERM "$(supervisor home)"
ok 'TERM ends a supervisor and its workers' await nobody
part home "$BUILD/home" --listen "$RUN/home.sock" --workers 2
ok 'started again, it answers' await until_status 200 /kadan

# --- hostile streams at the program's own socket (B28)
while read -r name after; do
	same "after the stream $name the next request is answered" "$after" 200
done < <(python3 "$SRC/tests/fcgi.py" "$RUN/board.sock" hostile)
# libfcgi itself ends on sums of lengths beyond int (reliability.md 3.1): such a worker is replaced, memory is never touched.
ok 'at most those workers died' [ "$(grep -c 'at=worker-gone program=board' "$LOG")" -le $((100 + 20 + 20 + 4)) ]

# --- memory stays flat (B9); ROUNDS=100000 is the whole of it
rss() { for pid in $(workers board) $(workers home); do awk '/^VmRSS/ { n += $2 } END { print n }' "/proc/$pid/status"; done | awk '{ n += $1 } END { print n }'; }
mixed=(/kadan/nastenka /kadan/nastenka.rss /kadan/nastenka.json /kadan/nastenka.ics /kadan/nastenka/9001-svoz-bioodpadu /kadan /kadan.atom
	'/hledat?obec=kadn' /mista.json?q=kad /kadan/nastenka.xml)
if [ -z "${SAN:-}" ]; then
	python3 "$SRC/tests/load.py" "$LISTEN" 4 1500 "${mixed[@]}" >"$T/load"
	before=$(rss)
	python3 "$SRC/tests/load.py" "$LISTEN" 4 "${ROUNDS:-3000}" "${mixed[@]}" >"$T/load"
	after=$(rss)
	ok "four workers grow by $((after - before)) kB in ${ROUNDS:-3000} requests, at most 64 each" [ $((after - before)) -le 256 ]
	ok "each request was answered ($(tr '\n' ',' <"$T/load"))" [ "$(bad)" = 0 ]
fi

# --- the watchdog ends the worker that the silent stream held, and another took its place
closed() { grep -q closed "$T/hang"; }
end=$((SECONDS + 25))
until closed || ((SECONDS > end)); do sleep 0.2; done
ok 'half a request is given up' closed
ok 'and its worker replaced' await two_workers embed
expect_log at=worker-gone
done_testing
