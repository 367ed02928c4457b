#!/bin/bash
# A year of a town by a seeded chance (tests/unit/year.c): at each step the places of a request are the promises there are, nobody promises more than she offered,
# each change is told once. The whole year of 5,000 people is `make year`; here fewer people ask for less.
. "${0%/*}/lib.sh"
people=${PEOPLE:-600} days=${DAYS:-120} asking=${ASKING:-100} seed=${SEED:-4}
site
sed -e 's/^jobs_user.*/jobs_user = root/' -e 's/^jobs_password.*/jobs_password =/' "$SOUSEDE_CONF" >"$T/year.conf"
sql "DELETE FROM outbox; DELETE FROM response; DELETE FROM help_request; DELETE FROM offer;
	INSERT INTO person (id, name, given, initial, lang, level, town_code, created_at)
		SELECT 100000 + seq, CONCAT('Osoba ', seq), 'Osoba', 'O.', 'cs', seq % 3, 999999, '2026-01-01' FROM seq_1_to_$people;
	INSERT INTO offer (person_id, state, town_code, lat, lon, radius_km, days, hour_from, hour_to, max_parallel, max_per_month, inexhaustible, valid_until, nonce, created_at, changed_at)
		SELECT 100000 + seq, 'active', t.code, ROUND(t.lat, 2), ROUND(t.lon, 2), 5, IF(seq % 4, 127, 31), IF(seq % 3, 0, 8), IF(seq % 3, 24, 18), 1 + seq % 3, IF(seq % 5, 0, 4), seq % 40 = 0,
			'2027-03-01' + INTERVAL seq % 90 DAY, RANDOM_BYTES(8), '2026-01-01', '2026-01-01' FROM seq_1_to_$people JOIN town t ON t.code = 999999 WHERE seq % 3 > 0 AND seq % 8 IN (1, 4);
	INSERT INTO offer_category SELECT o.id, c.code FROM offer o JOIN help_category c ON c.code IN ('nakup', 'odvoz', 'zahrada') OR (c.code = 'opravy' AND o.id % 2)"
SOUSEDE_CONF=$T/year.conf run tests/unit/year 100001 "$people" "$days" "$asking" "$seed"
said=$(grep -v '^not ok\|^#' "$T/body")
[ ! "${PEOPLE:-}" ] || sed 's/^/# /' <<<"$said" >&2
same 'at every step everything holds' "$(grep '^not ok\|^#\|^broken' "$T/body" | command head -n 12)" 'broken 0'
number() { awk -v word="$1" '$1 == word { print $2 }' <<<"$said"; }
for word in requests promises fulfilled unfulfilled withdrawn left lapsed; do
	ok "there were some: $word" test "$(number $word)" -gt 3
done
ok 'the year had its steps' test "$(number steps)" -gt $((days * 3))
done_testing
