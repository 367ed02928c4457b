#!/bin/bash
# Asked for by telephone and from a phone without an account, arranged, promised, done and thanked for, with letters that a real mail server received;
# the helper has a phone of 390 px and no scripts. help-done.js tells it.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
make() { "$BUILD/tests/unit/unseal" "$1" "$T/keys" "$2" "$3"; }
as Karel coordinator
coordinator=$person KAREL=${cookie[0]##*=}
as Hana
helper=$person
nobody
. "$SRC/tests/office.sh"
browser_start
office_start
export KAREL
sql "UPDATE session SET created_at = UTC_TIMESTAMP(), seen_at = UTC_TIMESTAMP(), fresh_at = UTC_TIMESTAMP();
	DELETE FROM response; DELETE FROM offer;
	UPDATE person SET level = 2, initial = 'P.' WHERE id = $helper;
	INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES ($helper, 'mail', UNHEX('$(make close contact hana@posta.example)'), UNHEX('$(make index mail hana@posta.example)'), UTC_TIMESTAMP());
	INSERT INTO offer (person_id, state, town_code, lat, lon, radius_km, valid_until, max_parallel, nonce, created_at, changed_at)
		SELECT $helper, 'active', code, ROUND(lat, 2), ROUND(lon, 2), 10, UTC_DATE() + INTERVAL 60 DAY, 3, REPEAT('o', 8), UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM town WHERE code = 999999;
	INSERT INTO offer_category SELECT o.id, c.code FROM offer o JOIN help_category c ON c.code IN ('nakup', 'odvoz') WHERE o.person_id = $helper"
browser_run "$SRC/tests/help-done.js"
last="SELECT id FROM help_request WHERE given IN ('Růžena', 'Bohumil')"
same 'both are over, fulfilled' "$(sql "SELECT CONCAT_WS(' ', entered, state, outcome) FROM help_request WHERE id IN ($last) ORDER BY entered")" $'web closed fulfilled\nphone closed fulfilled'
same 'both promises are kept' "$(sql "SELECT GROUP_CONCAT(state) FROM response WHERE request_id IN ($last)")" done,done
same 'each look is kept, with who looked' "$(sql "SELECT GROUP_CONCAT(CONCAT(capacity, ' ', viewer_id = IF(capacity = 'helper', $helper, $coordinator)) ORDER BY id SEPARATOR ', ') FROM help_look WHERE request_id IN ($last)")" 'helper 1, coordinator 1, helper 1'
done_testing
