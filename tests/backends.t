#!/bin/bash
# The same stories through each way in: nginx with FastCGI, Apache with mod_fcgid, Apache with plain CGI (B30).
. "${0%/*}/lib.sh"
[ -z "${SAN:-}" ] || skip_all 'done without sanitizers'
stories='board home embed'
for server in nginx fcgid cgi; do
	for story in $stories; do
		out=$(BACKEND=$server "$SRC/tests/$story.t" 2>&1)
		status=$?
		plan=$(sed -n 's/^1\.\.//p' <<<"$out")
		ok "$story through $server: ${plan:-none} checks" [ $status = 0 -a "${plan:-0}" -gt 0 ]
		[ $status = 0 ] || grep -A 5 '^not ok' <<<"$out" | sed 's/^/# /' >&2
	done
done
done_testing
