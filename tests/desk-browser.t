#!/bin/bash
# The coordinators' board in Chromium: what a colleague does shows without a reload, and whoever reads on keeps her place; the story is in desk-browser.js.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
browser_start
sql "INSERT INTO help_request (code, state, town_code, category, title, given, lat, lon, created_at, opened_at, changed_at)
	VALUES ('aaaaaa', 'open', 999999, 'nakup', 'Nákup na víkend', 'Marie', 50, 16, '2026-11-22 06:00:00', '2026-11-22 06:00:00', '2026-11-22 06:00:00')"
as Karel coordinator
TOKEN=${cookie[0]#*=} browser_run "$SRC/tests/desk-browser.js"
done_testing
