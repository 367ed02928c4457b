#!/bin/bash
# From signing up to a volunteer's card with nothing but a keyboard, through the letter that a real mail server received; keyboard.js types.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
. "$SRC/tests/office.sh"
browser_start
office_start
browser_run "$SRC/tests/keyboard.js"
same 'she is a helper of level 1' "$(sql 'SELECT level FROM person WHERE given = "Věra"')" 1
same 'with a card' "$(sql 'SELECT COUNT(*) FROM helper_card c JOIN person p ON p.id = c.person_id WHERE p.given = "Věra"')" 1
done_testing
