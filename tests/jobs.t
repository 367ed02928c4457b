#!/bin/bash
# jobs as a daemon: it works by itself, outlives the database and its own readers, shares the work with a second one, and stops when told.
. "${0%/*}/lib.sh"
. "$SRC/tests/feeds.sh"
unset SOUSEDE_NOW
feeds_start
site
feed() { # NAME TITLE
	echo "<rss><channel><title>$1</title><item><title>$2</title><guid>$1-1</guid></item></channel></rss>" >"$W/$1"
}
# Waits for a value of the database; at most 20 seconds.
until_sql() {
	local tries
	for ((tries = 0; tries < 400; tries++)); do
		[ "$(sql "$2" 2>/dev/null)" = "$3" ] && break
		read -rt 0.05 <> <(:) || :
	done
	same "$1" "$(sql "$2" 2>/dev/null)" "$3"
}
gone() {
	local tries
	for ((tries = 0; tries < 400; tries++)); do
		kill -0 "$1" 2>/dev/null || return 0
		read -rt 0.05 <> <(:) || :
	done
	return 1
}
daemon() {
	"$BUILD/jobs" 2>>"$LOG" &
	daemon=$!
}
stop() {
	kill "$1"
	wait "$1"
	same "$2: stops with 0" $? 0
	not_ok "$2: leaves nobody behind" pgrep -g 0 -P "$1"
}
source() { # NAME: a source that is due
	sql "INSERT INTO source (town_code, kind, url, due_at) VALUES (563102, 'information', '$WEB/plain/$1', '2020-01-01')"
}
asked='jobs'

# --- it works by itself
feed jedna 'První zpráva'
source jedna
sql "INSERT INTO board (town_code, kind, changed_at) VALUES (563102, 'information', '2020-01-01');
INSERT INTO notice (id, town_code, kind, state, title, posted_at, takedown_on, changed_at) VALUES
 (8001, 563102, 'information', 'scheduled', 'Má viset', '2020-01-01', NULL, '2020-01-01'), (8002, 563102, 'information', 'posted', 'Už nemá', '2020-01-01', '2020-02-01', '2020-01-01')"
daemon
until_sql 'a due source is read' "SELECT title FROM notice WHERE source_id IS NOT NULL AND town_code = 563102" 'První zpráva'
until_sql 'what is planned hangs' 'SELECT state FROM notice WHERE id = 8001' posted
until_sql 'what is over was taken down as it was due' 'SELECT takendown_at FROM notice WHERE id = 8002' '2020-02-01 23:00:00'
until_sql 'and archived' 'SELECT state FROM notice WHERE id = 8002' archived

# --- the database goes away and comes back
"$SRC/schema/server" stop "$DB" --kill
tries=0
until grep -q at=database-away "$LOG" || [ $((tries += 1)) -gt 400 ]; do read -rt 0.05 <> <(:) || :; done
expect_log at=database-away
ok 'it waits' kill -0 "$daemon"
"$SRC/tests/db" start "$DB" >/dev/null
feed dva 'Druhá zpráva'
source dva
until_sql 'and goes on' "SELECT COUNT(*) FROM notice WHERE title = 'Druhá zpráva'" 1
stop "$daemon" 'a daemon at rest'
log_without 'at=(loop-ended|database-away)'

# --- a reader that breaks is a failure of its source and nothing else; one that is slow holds nobody up
feed tri 'Třetí zpráva'
sql "INSERT INTO source (town_code, kind, url, due_at) VALUES (563102, 'information', '$WEB/silent?1', '2020-01-01'), (563102, 'information', 'http://localhost:${WEB##*:}/plain/tri', '2020-01-02')"
daemon
until_sql 'another host is asked meanwhile' "SELECT COUNT(*) FROM notice WHERE title = 'Třetí zpráva'" 1
reader=$(pgrep -P "$(pgrep -P "$daemon" | tail -n 1)" | command head -n 1)
kill -KILL "$reader"
until_sql 'a killed reader is a failure' "SELECT failures, problem LIKE 'broken: the reader failed%' FROM source WHERE url LIKE '%silent?1'" $'1\t1'
expect_log 'how=broken'

# --- told to stop in the middle of a request
sql "INSERT INTO source (town_code, kind, url, due_at) VALUES (563102, 'information', '$WEB/silent?2', '2020-01-01')"
tries=0
until grep -q 'silent?2' "$W/requests" || [ $((tries += 1)) -gt 400 ]; do read -rt 0.05 <> <(:) || :; done
stop "$daemon" 'a daemon at work'
same 'what it held is free for others' "$(sql "SELECT owner, leased_until, failures FROM source WHERE url LIKE '%silent?2'")" $'NULL\tNULL\t0'
sql "DELETE FROM source WHERE url LIKE '%silent%'"

# --- two of them share the work: each source is asked once
for n in $(seq 20); do
	feed "mnoho-$n" "Zpráva $n"
	source "mnoho-$n"
done
asks >/dev/null
daemon
first=$daemon
daemon
until_sql 'all are read' "SELECT COUNT(*) FROM notice n JOIN source s ON s.id = n.source_id WHERE s.url LIKE '%/mnoho-%'" 20
same 'each once' "$(asks)" 20
stop "$first" 'the first'
stop "$daemon" 'the second'

# --- a host is asked by one at a time, with a pause in between
sed -i 's/^fetch_pause_ms = 0/fetch_pause_ms = 400/' "$SOUSEDE_CONF"
sql "UPDATE source SET due_at = '2020-01-01' WHERE url REGEXP 'mnoho-[1-4]$'; UPDATE source SET due_at = '2100-01-01' WHERE due_at > '2021-01-01'"
"$BUILD/jobs" --once 2>>"$LOG"
same 'four requests to a host take three pauses' \
	"$(grep -o 'at:[0-9.]*' "$W/times" | tail -n 4 | cut -d: -f2 | awk 'NR == 1 { first = $1 } { last = $1 } END { print (last - first > 1.0) }')" 1

# --- the supervisor dies: its children follow
daemon
until [ "$(pgrep -c -P "$daemon")" = 3 ]; do read -rt 0.05 <> <(:) || :; done
children=$(pgrep -P "$daemon")
disown "$daemon"
kill -KILL "$daemon"
for child in $children; do ok 'a child of a killed parent ends' gone "$child"; done
done_testing
