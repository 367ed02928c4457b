# More words for stories about feeds coming in: a web server of feeds, and what jobs said.
#
#   feeds_start                  starts tests/feeds/server.py; $WEB is its address, $W its folder
#   jobs ARGUMENT…               runs jobs · exits STATUS · said TEXT (fixed) on its standard output · complained TEXT on standard error
#   did NEW CHANGED AGAIN DOWN MISSING SAME REFUSED      the line of numbers an import prints
#   asks                         how many requests the server had since the last time it was asked
#   rows                         a checksum of all rows of boards, notices, attachments and categories
# shellcheck shell=bash
W=$T/web
mkdir "$W"
: >"$W/requests"

feeds_start() {
	/usr/bin/python3 "$SRC/tests/feeds/server.py" "$W" 2>>"$LOG" &
	server=$!
	until [ -e "$W/port" ]; do
		kill -0 $server || exit 1
		sleep 0.02
	done
	WEB=http://127.0.0.1:$(cat "$W/port")
	trap 'kill $server; finish' EXIT
}
jobs() {
	site
	asked="jobs $*"
	rm -f "$T"/headers/*
	"$BUILD/jobs" "$@" >"$T/body" 2>"$T/complaint" </dev/null
	code=$?
	grep -a '^at=' "$T/complaint" >>"$LOG"
	return 0
}
exits() { same "$asked: exits with $1" "$code" "$1"; }
said() { ok "$asked: says $1" grep -qF -- "$1" "$T/body"; }
complained() { ok "$asked: complains $1" grep -qF -- "$1" "$T/complaint"; }
did() {
	same "$asked: new $1, changed $2, again $3, taken down $4, missing $5, unchanged $6, refused $7" "$(grep '^new [0-9]' "$T/body")" \
		"new $1, changed $2, again $3, taken down $4, missing $5, unchanged $6, refused $7"
}
asks() {
	local now
	now=$(wc -l <"$W/requests")
	echo $((now - $(cat "$W/counted" 2>/dev/null || echo 0)))
	echo "$now" >"$W/counted"
}
# The invented town lives its own life with time.
rows() {
	sql "SELECT * FROM board WHERE town_code < 999999 ORDER BY 1, 2; SELECT * FROM notice WHERE town_code < 999999 ORDER BY id;
		SELECT v.* FROM notice_version v JOIN notice n ON n.id = v.notice_id WHERE n.town_code < 999999 ORDER BY 1, 2;
		SELECT a.* FROM attachment a JOIN notice n ON n.id = a.notice_id WHERE n.town_code < 999999 ORDER BY a.id; SELECT * FROM category ORDER BY id" | sha256sum
}
