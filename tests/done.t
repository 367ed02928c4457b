#!/bin/bash
# The whole of it once, in a browser, with letters that a real mail server received: a town is claimed and verified by the code in its official mail, two clerks
# and an approver work, a group is vouched for, a report is decided, appealed and published, a person takes their data and leaves. done.js tells it.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
. "$SRC/tests/office.sh"
browser_start
office_start
# What the public register says of the office.
sql "UPDATE town SET official_mail = 'podatelna@kadan.example' WHERE slug = 'kadan'"
browser_run "$SRC/tests/done.js"
same 'nobody of that name is left' "$(sql "SELECT COUNT(*) FROM person WHERE given = 'Hana' AND name LIKE 'Hana%'")" 0
done_testing
