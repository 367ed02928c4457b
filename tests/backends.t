#!/bin/bash
# The same stories through each way in: nginx with FastCGI, Apache with mod_fcgid, Apache with plain CGI (B30).
. "${0%/*}/lib.sh"
[ -z "${SAN:-}" ] || skip_all 'done without sanitizers'
# Plain CGI compiles a sheet for each answer: there the boards speak for all, STORIES='board home embed' asks everything everywhere.
for server in nginx fcgid cgi; do
	stories='board home embed'
	[ $server != cgi ] || stories=board
	for story in ${STORIES:-$stories}; do
		out=$(BACKEND=$server "$SRC/tests/$story.t" 2>&1)
		status=$?
		plan=$(sed -n 's/^1\.\.//p' <<<"$out")
		ok "$story through $server: ${plan:-none} checks" [ $status = 0 -a "${plan:-0}" -gt 0 ]
		[ $status = 0 ] || grep -A 5 '^not ok' <<<"$out" | sed 's/^/# /' >&2
	done
done
done_testing
