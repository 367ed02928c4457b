#!/bin/bash
# What meets at one moment or comes too late: links pressed twice, opened by scanners of mail or after the end; withdrawn while somebody promises; coordinator and who
# asks at once; an account that ends with a promise open. Each ends in one state, and everybody is told of it once. (Fifty for the last place: race.t.)
. "${0%/*}/lib.sh"
site
closed() { "$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2"; }
mark() { "$BUILD/tests/unit/unseal" index "$T/keys" help-link "$1" | cut -c1-32; }
# Who helps: level 2, so that anything fits her.
helpers=()
for i in 1 2; do
	as "Pomocník $i"
	sql "UPDATE person SET level = 2 WHERE id = $person"
	helpers+=("$person")
done
# asked TITLE STATE ANSWER…: a request of Marie's for one person, the answers of the helpers in this state; $q, $her, ${ways[@]}
asked() {
	local i a code
	made=$((made + 1))
	code=$(printf 'met%03d' $made | tr 015 acd)
	q=$(sql "INSERT INTO help_request (code, state, town_code, category, title, given, lat, lon, slots_filled, opened_at, expires_at, created_at, changed_at)
		VALUES ('$code', '$2', 999999, 'nakup', '$1', 'Marie', 50, 16, $([ "$2" = filled ] && echo 1 || echo 0), '2026-11-22 07:00', '2026-11-29 07:00', '2026-11-22 07:00', '2026-11-22 07:00');
		SELECT LAST_INSERT_ID()")
	sql "INSERT INTO help_contact (request_id, role, name, mail, nonce, confirmed_at)
		VALUES ($q, 'requester', UNHEX('$name'), UNHEX('$mail'), 'marie678', '2026-11-22 07:00')"
	her=/prosba/$q-$(mark "requester $q $(printf marie678 | od -An -tx1 | tr -d ' ')")
	ways=() answers=()
	for i in $(seq 3 $#); do
		a=$(sql "INSERT INTO response (request_id, person_id, state, asked_at, answer_until, nonce) VALUES ($q, ${helpers[i - 3]}, '${*:i:1}', '2026-11-22 07:00',
			'2026-11-22 19:00', 'helper78'); SELECT LAST_INSERT_ID()")
		answers+=("$a")
		ways+=("/odpoved/$a-$(mark "response $a $(printf helper78 | od -An -tx1 | tr -d ' ')")")
	done
}
made=0 name=$(closed help 'Marie Hájková') mail=$(closed help marie@posta.example)
of() { sql "SELECT CONCAT_WS('|', q.state, q.outcome, q.slots_filled, (SELECT GROUP_CONCAT(state ORDER BY id SEPARATOR ' ') FROM response WHERE request_id = q.id)) FROM help_request q WHERE q.id = $q"; }
# What was told of a request: "to-whom what" lines.
told() {
	local whom detail
	while read -r whom detail; do
		echo "$whom $("$BUILD/tests/unit/unseal" "$T/keys" outbox "$detail" | sed -n 's/^what=//p')"
	done < <(sql "SELECT IF(person_id = 0, 'marie', IF(person_id = ${helpers[0]}, 'first', IF(person_id = ${helpers[1]:-0}, 'second', 'desk'))), HEX(detail) FROM outbox
		WHERE ref_id = $q AND kind IN ('help.news', 'help.helper') ORDER BY id") | sort | tr '\n' ',' | sed 's/,$//'
}
events() { sql "SELECT COUNT(*) FROM event_log WHERE object = '$1' AND object_id = $2 AND state_to = '$3'"; }
# both PATH DATA PATH DATA: two processes at once, the second as who asks in the story; their statuses in $came
both() {
	local pids=() n
	for n in 1 2; do
		send "$n" "$1" "$2&once=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')" &
		pids+=($!)
		shift 2
	done
	wait "${pids[@]}"
	came=$(for n in 1 2; do sed -n 's/^Status: \([0-9]*\).*/\1/p' "$T/both.$n"; done | sort | tr '\n' ' ')
}
send() {
	local data=$3 which=help
	[[ $2 == /lhota* ]] && data+="&token=$csrf" && export HTTP_COOKIE=${cookie[0]#*: }
	[[ $2 != */koordinace/* ]] || which=dispatch
	GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 SERVER_NAME=sousede.test SERVER_PORT=443 HTTPS=on REMOTE_ADDR=192.0.2.$1 REQUEST_METHOD=POST REQUEST_URI=$2 \
		SCRIPT_NAME='' PATH_INFO=$2 QUERY_STRING='' HTTP_HOST=sousede.test HTTP_SEC_FETCH_SITE=same-origin CONTENT_TYPE=application/x-www-form-urlencoded \
		CONTENT_LENGTH=${#data} "$BUILD/$which" <<<"$data" >"$T/both.$1" 2>>"$LOG"
}

# --- a scanner of mail opens every link, whatever is behind it
asked twice open invited applied
nobody
for path in "${ways[0]}" "${ways[0]}?co=ano" "${ways[0]}/odejit" "$her" "$her/stahnout" "$her/stahnout?duvod=omyl" "$her/upravit" "${ways[1]}"; do
	head "$path"
	get "$path" 'User-Agent: Scanner of mail'
done
same 'nothing changes by opening' "$(of)" 'open|0|invited applied'
same 'and nobody is told anything' "$(sql "SELECT COUNT(*) FROM outbox WHERE ref_id = $q")" 0

# --- the same link pressed twice, then at once
post "${ways[0]}" co=ano
status 303
post "${ways[0]}" co=ano
status 303
same 'one promise' "$(of)" 'filled|1|accepted superseded'
same 'told once' "$(told)" 'first accepted,marie accepted,marie filled,second covered'
get "${ways[1]}"
like 'Už je o.to postaráno'
asked press open invited
nobody
both "${ways[0]}" co=ano "${ways[0]}" co=ano
same 'two fingers at once' "$came$(of)|$(events response "${answers[0]}" accepted)" '303 303 filled|1|accepted|1'
same 'are told once' "$(told)" 'first accepted,marie accepted,marie filled'
both "$her/stahnout" duvod=omyl "$her/stahnout" duvod=omyl
same 'withdrawn twice at once' "$(of)|$(events request "$q" closed)" 'closed|withdrawn|0|superseded|1'
same 'is told once' "$(told)" 'first accepted,first withdrawn,marie accepted,marie filled,marie withdrawn'

# --- withdrawn while a helper says yes: whoever is first, all is over, and she hears of it
first=0
for i in 1 2 3 4 5 6; do
	asked "wdraw$i" open invited
	nobody
	both "$her/stahnout" duvod=nepotrebuji "${ways[0]}" co=ano
	case $(told) in
	'first accepted,first withdrawn,marie accepted,marie filled,marie withdrawn') first=$((first + 1)) ;;
	'first withdrawn,marie withdrawn') ;;
	*) same "withdrawn and promised at once ($i)" "$(told)" 'one of two tales' ;;
	esac
	[ "$(of)" = 'closed|withdrawn|0|superseded' ] || same "one end ($i)" "$(of)" 'closed|withdrawn|0|superseded'
done
same "withdrawn six times, promised before it $first times" "$(sql "SELECT COUNT(*) FROM help_request WHERE title LIKE 'wdraw%' AND state = 'closed' AND slots_filled = 0")" 6
get "${ways[0]}"
status 200

# --- coordinator and who asks take two different helpers for one place; one withdraws what the other holds
for i in 1 2 3 4 5; do
	asked "choice$i" open applied applied
	as Karel coordinator
	both "$her/pomocnik/${answers[0]}" co=prijmout "/lhota-nad-orlici/koordinace/$q/pomocnik" "odpoved=${answers[1]}&co=prijmout"
	case "$(of)|$(told)" in
	'filled|1|accepted superseded|first accepted,marie accepted,marie filled,second covered' | \
		'filled|1|superseded accepted|first covered,marie accepted,marie filled,second accepted') ;;
	*) same "two choose at once ($i, $came)" "$(of)|$(told)" 'one promise' ;;
	esac
done
same 'five times two choose, five promises' "$(sql "SELECT CONCAT_WS('|', COUNT(*), SUM(slots_filled), SUM((SELECT COUNT(*) FROM response a WHERE a.request_id = q.id AND a.state = 'accepted')))
	FROM help_request q WHERE title LIKE 'choice%'")" '5|5|5'
for i in 1 2 3 4; do
	asked "hold$i" open applied
	as Karel coordinator
	both "$her/stahnout" duvod=vyreseno "/lhota-nad-orlici/koordinace/$q" co=rezervovat
	[ "$(of)|$(told)" = 'closed|withdrawn|0|superseded|first withdrawn,marie withdrawn' ] || same "withdrawn and held at once ($i, $came)" "$(of)|$(told)" withdrawn
done
same 'four times withdrawn' "$(sql "SELECT COUNT(*) FROM help_request WHERE title LIKE 'hold%' AND state = 'closed' AND reserved_by IS NULL")" 4

# --- one helper presses "I will help" in two windows: one answer, told once
twice=''
for i in 1 2 3 4; do
	asked "window$i" open
	as 'Pomocník 1'
	both "/lhota-nad-orlici/pomoc/$q/pomohu" '' "/lhota-nad-orlici/pomoc/$q/pomohu" ''
	twice+="$came$(of)|$(told) "
done
same 'four times two windows' "$twice" "$(printf '303 303 open|0|applied|marie applied %.0s' 1 2 3 4)"
same 'each in the log once' "$(sql "SELECT COUNT(*) FROM event_log WHERE object = 'response' AND object_id NOT IN (SELECT id FROM response)")" 0

# --- an account that ends with a promise open
asked leaves filled accepted
nobody
sql 'DELETE FROM throttle'
post /registrace jmeno=Xenie prijmeni=Nová mail=xenie@posta.example heslo='ctyri kone ve vetru' souhlas=ano
sql "UPDATE credential SET person_id = ${helpers[0]} WHERE person_id = (SELECT id FROM person WHERE given = 'Xenie')"
as 'Pomocník 1'
post /ucet/zrusit potvrzeni='Pomocník 1' heslo='ctyri kone ve vetru'
status 303
same 'the account is gone' "$(sql "SELECT COUNT(*) FROM person WHERE id = ${helpers[0]}")" 0
same 'the request looks for somebody again' "$(sql "SELECT CONCAT_WS('|', state, slots_filled) FROM help_request WHERE id = $q")" 'open|0'
same 'who asked is told once' "$(told)" 'marie left'
nobody
get "$her"
status 200
like 'Hledáme'
get "${ways[0]}"
status 404

# --- after the end: two weeks of kind words, then the page says that it was
helpers=("${helpers[1]}")
asked ended open invited
nobody
post "$her/stahnout" duvod=vyreseno
get "$her"
status 200

now 2026-12-10T08:00:00+01:00
for path in "$her" "$her/stahnout" "${ways[0]}" "${ways[0]}/odejit"; do
	get "$path"
	status 410
	like '</html>'
done
done_testing
