#!/bin/bash
# B18: more than a thousand hostile texts through every door, and how they look in Chromium. xss.py makes and sends them, xss.js looks.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
browser_start
told_by "$SRC/tests/xss.py" "$T"
browser_run "$SRC/tests/xss.js"
done_testing
