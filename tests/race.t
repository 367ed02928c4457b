#!/bin/bash
# Fifty helpers say YES at once, each in a process of its own, and three are wanted: three have it, forty-seven read a kind word, nobody is lost or counted twice.
. "${0%/*}/lib.sh"
site
sql "INSERT INTO person (name, given, initial, lang, level, created_at) SELECT CONCAT('Pomocník ', seq), 'Pomocník', 'P.', 'cs', 1, '2026-01-01' FROM seq_1_to_50;
	INSERT INTO offer (person_id, state, town_code, lat, lon, valid_until, nonce, created_at, changed_at)
	  SELECT p.id, 'active', t.code, ROUND(t.lat, 2), ROUND(t.lon, 2), '2027-02-01', RANDOM_BYTES(8), '2026-01-01', '2026-01-01' FROM person p JOIN town t ON t.code = 999999 WHERE p.name LIKE 'Pomocník %';
	INSERT INTO offer_category SELECT id, 'nakup' FROM offer WHERE person_id IN (SELECT id FROM person WHERE name LIKE 'Pomocník %');
	INSERT INTO help_request (code, state, town_code, category, title, given, lat, lon, slots_needed, wave_due, opened_at, expires_at, created_at, changed_at)
	  SELECT 'racing', 'open', code, 'nakup', 'Odnést skříň', 'Marie', ROUND(lat, 2), ROUND(lon, 2), 17, '2026-11-22 07:00', '2026-11-22 07:00', '2026-11-29 07:00', '2026-11-22 07:00', '2026-11-22 07:00'
	    FROM town WHERE code = 999999"
q=$(sql "SELECT id FROM help_request WHERE code = 'racing'")
run jobs --once
same 'fifty are asked' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q AND state = 'invited' AND person_id IN (SELECT id FROM person WHERE name LIKE 'Pomocník %')")" 50
sql "UPDATE help_request SET slots_needed = 3 WHERE id = $q"
links=()
while read -r detail; do
	links+=("$("$BUILD/tests/unit/unseal" "$T/keys" outbox "$detail" | sed -n 's#^link=##p' | python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote_plus(sys.stdin.read()).strip())')")
done < <(sql "SELECT HEX(detail) FROM outbox WHERE kind = 'help.helper' AND ref_id = $q AND person_id IN (SELECT id FROM person WHERE name LIKE 'Pomocník %')")
same 'each by a link of her own' "$(printf '%s\n' "${links[@]}" | sort -u | wc -l)" 50

asked='fifty times POST co=ano'
yes() { # NUMBER PATH
	local data
	data="co=ano&once=$(printf '%032x' "$1")"
	GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 SERVER_NAME=sousede.test SERVER_PORT=443 HTTPS=on REMOTE_ADDR=192.0.2.$1 REQUEST_METHOD=POST REQUEST_URI=$2 \
		SCRIPT_NAME='' PATH_INFO=$2 QUERY_STRING='' HTTP_HOST=sousede.test HTTP_SEC_FETCH_SITE=same-origin CONTENT_TYPE=application/x-www-form-urlencoded \
		CONTENT_LENGTH=${#data} "$BUILD/help" <<<"$data" >"$T/yes.$1" 2>>"$LOG"
}
pids=()
for i in "${!links[@]}"; do
	yes "$((i + 1))" "${links[i]#"$BASE"}" &
	pids+=($!)
done
wait "${pids[@]}"
same 'all have an answer' "$(grep -lE '^Status: 303' "$T"/yes.* | wc -l)" 50
same 'three promise' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q AND state = 'accepted'")" 3
same 'three places are taken' "$(sql "SELECT CONCAT(state, ' ', slots_filled) FROM help_request WHERE id = $q")" 'filled 3'
same 'nobody waits for nothing' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q AND state IN ('invited', 'applied', 'suggested')")" 0
same 'forty-seven are not needed' "$(sql "SELECT COUNT(*) FROM response WHERE request_id = $q AND state = 'superseded' AND person_id IN (SELECT id FROM person WHERE name LIKE 'Pomocník %')")" 47
nobody
kind=0
for link in "${links[@]}"; do
	get "${link#"$BASE"}"
	! grep -q 'Už je o.to postaráno. Děkujeme' "$T/body" || kind=$((kind + 1))
done
same 'and read a kind word' "$kind" 47
same 'each change stands in the log once' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'response' AND state_to = 'accepted' AND object_id IN (SELECT id FROM response WHERE request_id = $q)")" 3
same 'the request is filled once' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'request' AND object_id = $q AND state_to = 'filled'")" 1
done_testing
