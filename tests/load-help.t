#!/bin/bash
# Asking and helping while workers, jobs and the database are killed (`make load T=600`; here for 15): what was acknowledged is there, each change is told once.
BACKEND=nginx
export SOUSEDE_DB_OPTIONS=--innodb-flush-log-at-trx-commit=1
. "${0%/*}/lib.sh"
skip_without nginx nginx
lasts=${LASTS:-15}
RANDOM=${SEED:-7}
mkdir "$T/letters"
printf '[mail]\nfrom = posta@sousede.test\nfolder = %s\n' "$T/letters" >>"$SOUSEDE_CONF"
site
sql "INSERT INTO throttle_limit VALUES ('ask-help', 0, 0, 0, 0), ('help-apply', 0, 0, 0, 0)"
for i in 1 2 3 4 5; do
	as "Pomocník $i"
	echo "$person ${cookie[0]#*: } $csrf"
	sql "UPDATE person SET level = 2 WHERE id = $person;
		INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES
		  ($person, 'mail', UNHEX('$("$BUILD/tests/unit/unseal" close "$T/keys" contact "p$i@posta.example")'), RANDOM_BYTES(32), NOW());
		INSERT INTO offer (person_id, state, town_code, lat, lon, inexhaustible, valid_until, nonce, created_at, changed_at)
		  SELECT $person, 'active', code, ROUND(lat, 2), ROUND(lon, 2), TRUE, '2027-02-01', RANDOM_BYTES(8), NOW(), NOW() FROM town WHERE code = 999999;
		INSERT INTO offer_category VALUES (LAST_INSERT_ID(), 'nakup')"
done >"$T/people"
nobody
sql 'DELETE FROM outbox; DELETE FROM event_log; DELETE FROM response; DELETE FROM help_request'

# --- T seconds of it
killed=0 cuts=0
at_work() { # jobs over and over; some of them are killed in the middle
	local job
	while [ ! -e "$T/over" ]; do
		"$BUILD/jobs" --once >>"$LOG" 2>&1 &
		job=$!
		[ $((RANDOM % 4)) != 0 ] || { sleep "0.$((RANDOM % 10))" && kill -KILL $job; }
		wait $job
		sleep 0.3
	done 2>/dev/null
}
python3 -B "$SRC/tests/load-help.py" "$LISTEN" "$T/keys" "$db_socket" "$T/people" "$lasts" "$SOUSEDE_NOW" >"$T/acknowledged" 2>"$T/counts" &
load=$!
at_work &
jobs=$!
while kill -0 $load 2>/dev/null; do
	if [ $((RANDOM % 12)) = 0 ]; then
		"$SRC/schema/server" stop "$DB" --kill
		"$SRC/tests/db" start "$DB" >/dev/null 2>&1
		cuts=$((cuts + 1))
	else
		pkill -KILL -o -P "$(part_pid help)" && killed=$((killed + 1))
	fi
	sleep "0.$((RANDOM % 9 + 1))"
done
wait $load
touch "$T/over"
wait $jobs
counted=$(cat "$T/counts")
echo "# $lasts s, $killed workers and $cuts databases killed; answers: $counted; $(wc -l <"$T/acknowledged") acknowledged" >&2
log_without 'at=worker-gone|at=database-away'
# What was being sent when a job died is looked at again when its lease is over.
for minute in 45 59; do SOUSEDE_NOW=2026-11-22T08:$minute:00+01:00 run jobs --once; done

# --- afterwards
ok 'workers and databases died' [ "$killed" -gt 3 -a "$cuts" -gt 0 ]
ok 'much was acknowledged' [ "$(wc -l <"$T/acknowledged")" -gt $((lasts * 2)) ]
{
	echo 'CREATE TEMPORARY TABLE ack (object VARCHAR(12), id VARCHAR(64), state VARCHAR(30));'
	sed -E 's/^(\S+) (\S+) ?(\S*)$/INSERT INTO ack VALUES ("\1", "\2", "\3");/' "$T/acknowledged"
	cat <<-'SQL'
		SELECT 'lost', a.* FROM ack a WHERE NOT CASE a.object
		  WHEN 'asked' THEN EXISTS (SELECT 1 FROM help_contact WHERE mail_hash = UNHEX(a.id))
		  WHEN 'apply' THEN EXISTS (SELECT 1 FROM response WHERE request_id = a.id AND person_id = a.state)
		  WHEN 'begun' THEN EXISTS (SELECT 1 FROM event_log e JOIN response r ON r.request_id = e.object_id WHERE e.object = 'request' AND r.id = a.id AND e.state_to = a.state)
		  WHEN 'message' THEN TRUE
		  ELSE EXISTS (SELECT 1 FROM event_log e WHERE e.object = a.object AND e.object_id = a.id AND FIND_IN_SET(e.state_to, a.state)) END;
		SELECT 'message', a.id, a.state, COUNT(*), (SELECT COUNT(*) FROM help_message m WHERE m.response_id = a.id AND m.side = a.state) AS there
		  FROM ack a WHERE a.object = 'message' GROUP BY a.id, a.state HAVING there <> COUNT(*);
		SELECT 'asked twice', HEX(mail_hash) FROM help_contact GROUP BY mail_hash HAVING COUNT(*) > 1;
	SQL
} | mariadb --no-defaults -S "$db_socket" -u root -N -B sousede >"$T/lost" 2>&1
same 'nothing acknowledged is lost, nothing is there twice' "$(command head -n 8 "$T/lost")" ''
same 'places are the promises' "$(sql "SELECT q.id, q.state, q.slots_filled FROM help_request q
	WHERE q.slots_filled <> (SELECT COUNT(*) FROM response a WHERE a.request_id = q.id AND a.state IN ('accepted', 'done')) OR q.slots_filled > q.slots_needed LIMIT 5")" ''
same 'no change happened twice' "$(sql "SELECT object, object_id, state_from, state_to, COUNT(*) FROM event_log WHERE object = 'response' AND action = 'help.answer' GROUP BY 1, 2, 3, 4 HAVING COUNT(*) > 1 LIMIT 5")" ''
# Each change of the log is a letter to who asks, by the tables of E1 and E2, and no letter is without its change.
same 'who asks is told of each change once' "$(sql "SELECT * FROM (SELECT q.id, q.state,
	  (SELECT COUNT(*) FROM outbox o WHERE o.kind = 'help.news' AND o.ref_id = q.id) AS letters,
	  1 + (SELECT COUNT(*) FROM event_log e WHERE e.object = 'request' AND e.object_id = q.id AND (e.state_from = 'unconfirmed' OR e.state_to IN ('filled', 'underway', 'done_claimed')
	    OR (e.state_to = 'closed' AND e.state_from <> 'done_claimed')))
	  + (SELECT COUNT(*) FROM event_log e JOIN response a ON a.id = e.object_id WHERE e.object = 'response' AND a.request_id = q.id AND e.state_to IN ('applied', 'accepted', 'left'))
	  + (SELECT COUNT(*) FROM help_message m JOIN response a ON a.id = m.response_id WHERE a.request_id = q.id AND m.side = 'helper') AS changes
	FROM help_request q) counted WHERE letters <> changes LIMIT 5")" ''
same 'and so is each helper' "$(sql "SELECT * FROM (SELECT p.id,
	  (SELECT COUNT(*) FROM outbox o WHERE o.kind = 'help.helper' AND o.person_id = p.id) AS letters,
	  (SELECT COUNT(*) FROM event_log e JOIN response a ON a.id = e.object_id WHERE e.object = 'response' AND a.person_id = p.id
	    AND e.state_to IN ('invited', 'accepted', 'refused', 'superseded', 'done'))
	  + (SELECT COUNT(*) FROM help_message m JOIN response a ON a.id = m.response_id WHERE a.person_id = p.id AND m.side = 'requester') AS changes
	FROM person p WHERE p.given LIKE 'Pomocník%') counted WHERE letters <> changes LIMIT 5")" ''
same 'one row for each kind, matter, reader and change' "$(sql "SELECT kind, ref_id, person_id, HEX(address_hash), COUNT(*) FROM outbox GROUP BY kind, ref_id, person_id, address_hash, what_hash HAVING COUNT(*) > 1 LIMIT 5")" ''
same 'all letters have left' "$(sql "SELECT state, COUNT(*) FROM outbox WHERE state NOT IN ('sent', 'unknown') GROUP BY state")" ''
same 'each letter is in the folder once' "$(sed -n 's/^Message-ID: //Ip' "$T"/letters/*.eml | sort | uniq -d | wc -l)|$(sql "SELECT COUNT(DISTINCT message_id) - COUNT(message_id) FROM outbox")" '0|0'
there=$(find "$T/letters" -name '*.eml' | wc -l)
ok "$there letters are as many as were sent" [ "$there" -ge "$(sql "SELECT COUNT(*) FROM outbox WHERE state = 'sent'")" -a "$there" -le "$(sql 'SELECT COUNT(*) FROM outbox')" ]
done_testing
