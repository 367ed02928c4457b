#!/bin/bash
# A wave over a country of 100,000 offers: the one query that looks for helpers reads the offers in reach by an index; of all tables it reads only the list of towns to its end.
. "${0%/*}/lib.sh"
: "${OFFERS:=100000}"
site
sql "SET foreign_key_checks = 0, unique_checks = 0;
INSERT INTO person (id, name, given, initial, lang, level, created_at) SELECT 1000000 + seq, 'Pomocník', 'Pomocník', 'P.', 'cs', IF(seq % 5, 1, 0), '2026-01-01' FROM seq_1_to_$OFFERS;
CREATE TEMPORARY TABLE ranked (n INT PRIMARY KEY, code INT, lat DOUBLE, lon DOUBLE) AS
  SELECT ROW_NUMBER() OVER (ORDER BY population DESC, code) - 1 AS n, code, lat, lon FROM town WHERE NOT invented AND ended_on IS NULL;
SET @towns = (SELECT COUNT(*) FROM ranked);
-- An eighth of them in the biggest town: that is where reading too much would show.
INSERT INTO offer (id, person_id, state, town_code, lat, lon, radius_km, transport, valid_until, last_asked_at, nonce, created_at, changed_at)
  SELECT 1000000 + seq, 1000000 + seq, 'active', r.code, ROUND(r.lat + (CAST(seq % 11 AS SIGNED) - 5) / 100, 2), ROUND(r.lon + (CAST(seq % 13 AS SIGNED) - 6) / 100, 2),
    ELT(1 + seq % 6, 1, 3, 5, 10, 30, 50), IF(seq % 4, '', 'car'), '2027-02-01', '2026-11-01' + INTERVAL seq % 100000 SECOND, REPEAT('n', 8), '2026-01-01', '2026-01-01'
    FROM seq_1_to_$OFFERS JOIN ranked r ON r.n = IF(seq % 8, seq * 7919 % @towns, 0);
INSERT INTO offer_category SELECT id, ELT(1 + id % 9, 'odvoz', 'nakup', 'zahrada', 'opravy', 'technika', 'doucovani', 'zvirata', 'popovidat', 'jine') FROM offer WHERE id > 1000000;
INSERT INTO help_request (code, state, outcome, town_code, category, title, given, lat, lon, wave_due, opened_at, expires_at, closed_at, created_at, changed_at)
  SELECT LPAD(HEX(seq), 6, '0'), 'closed', 'fulfilled', code, 'nakup', 'Nákup', 'Marie', lat, lon, NULL, '2026-10-01', '2026-10-08', '2026-10-02', '2026-10-01', '2026-10-01' FROM seq_1_to_20000 JOIN ranked ON n = seq % 6000;
INSERT INTO response (request_id, person_id, state, answered_at, ended_at, feedback_at, nonce) SELECT id, 1000000 + id, 'done', '2026-10-01', '2026-10-02', '2026-10-05', REPEAT('n', 8) FROM help_request WHERE state = 'closed';
INSERT INTO help_request (code, state, town_code, category, title, given, lat, lon, wave_due, opened_at, expires_at, created_at, changed_at)
  SELECT IF(n, 'small2', 'large2'), 'open', code, 'nakup', 'Nákup', 'Marie', ROUND(lat, 2), ROUND(lon, 2), '2026-11-22 07:00', '2026-11-22 07:00', '2026-11-29 07:00', '2026-11-22 07:00', '2026-11-22 07:00'
    FROM ranked WHERE n IN (0, 3000);
ANALYZE TABLE offer, offer_category, person, help_request, response" >/dev/null
reach=$(sql "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM help_request q JOIN town t ON 111 * SQRT(POW(t.lat - q.lat, 2) + POW((t.lon - q.lon) * 0.63, 2)) <= 60
	JOIN offer o ON o.town_code = t.code WHERE q.state = 'open' GROUP BY q.id) AS each_one")
sql "SET GLOBAL log_output = 'TABLE', general_log = 0; TRUNCATE mysql.general_log; SET GLOBAL general_log = 1"
run jobs --once
same 'three are asked in a big town and in a small one' "$(sql "SELECT GROUP_CONCAT(n) FROM (SELECT COUNT(*) AS n FROM response WHERE state = 'invited' GROUP BY request_id) AS each_one")" 3,3
same 'by one query each' "$(sql "SET GLOBAL general_log = 0; SELECT COUNT(*) FROM mysql.general_log WHERE command_type = 'Execute' AND argument LIKE 'INSERT INTO response %'")" 2
sql "DELETE FROM response WHERE state = 'invited'"
while IFS= read -r -d '' statement; do
	sql "ANALYZE FORMAT=JSON SELECT ${statement#*) SELECT }" >"$T/plan"
	# MariaDB escapes in its JSON what JSON does not let escape.
	facts=$(LC_ALL=C tr -cd '\12\40-\176' <"$T/plan" | sed -E 's/\\\\/\x01/g; s/\\([^"\/bfnrtu])/\1/g; s/\x01/\\\\/g' | jq -r '
		([.. | objects | select(has("access_type") and has("table_name")) | select((.table_name | test("^(<|t$)") | not) and .access_type == "ALL" and (.r_loops // 0) > 0) | "scan \(.table_name)"] | .[]),
		"rows \([.. | objects | select(.table_name? == "o") | (.r_rows // 0) * (.r_loops // 0)] | add // 0 | floor)"' || echo unread)
	same 'no table but that of towns is read from end to end' "$(grep -v '^rows' <<<"$facts")" ''
	rows=$(sed -n 's/^rows //p' <<<"$facts")
	ok "of $OFFERS offers those in reach are read: ${rows:-none}" [ "${rows:-999999}" -le "$reach" ]
done < <(sql "SELECT CONCAT(argument, '\0') FROM mysql.general_log WHERE command_type = 'Execute' AND argument LIKE 'INSERT INTO response %'")
done_testing
