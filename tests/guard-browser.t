#!/bin/bash
# A new account in Chromium: nothing to click, copy or answer but the form itself; the story is in guard-browser.js.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
browser_start
# The page as it was opened ten seconds ago: the clock of a story does not run.
program=account
SOUSEDE_NOW=2026-11-22T08:31:50+01:00 as_cgi GET /registrace </dev/null
sed '1,/^\r*$/d' "$T/response" >"$T/opened.html"
ok 'the form is there' grep -q 'name="stamp"' "$T/opened.html"
browser_run "$SRC/tests/guard-browser.js"
same 'the account is there' "$(sql 'SELECT COUNT(*) FROM person WHERE given = "Věra"')" 1
done_testing
