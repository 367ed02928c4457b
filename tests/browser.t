#!/bin/bash
# Boards in other people's pages, in Chromium; the stories are in browser.js.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
browser_start
browser_run "$SRC/tests/browser.js"
done_testing
