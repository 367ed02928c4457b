#!/bin/bash
# Memory that runs out: every allocation of a request fails once. Nothing of ours may crash and no page may be half right.
# STRIDE=1 tries every one of them (minutes; `make torture`); ./check tries a sample that moves with the day.
. "${0%/*}/lib.sh"
[ -z "${SAN:-}${VALGRIND:-}" ] || skip_all 'allocations cannot be made to fail under a sanitizer'
plain=yes
cc -O2 -fPIC -shared -o "$T/failnth.so" "$SRC/tests/failnth.c" || exit 1

sql "
INSERT INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'information', 1, '2026-11-19 06:00:00');
INSERT INTO notice (id, town_code, kind, state, slug, title, body, posted_at, changed_at, search_text) VALUES
  (9001, 563102, 'information', 'posted', 'svoz-bioodpadu', 'Poslední svoz bioodpadu', 'Nádoby do **6 hodin**.', '2026-11-19 06:00:00', '2026-11-19 06:00:00', 'svoz');
"

torture() {
	local uri=$1 total n step own=0 wrong=0 crashes=0 tried=0 worst=''
	program_of "${uri%%\?*}"
	get "$uri"
	sed 's/^\(X-Request\|Date\):.*//' "$T/response" >"$T/reference"
	FAILNTH_COUNT=$T/count LD_PRELOAD=$T/failnth.so "$BUILD/$program" get "$uri" >/dev/null 2>&1
	total=$(cat "$T/count")
	step=${STRIDE:-$((total / 40 + 1))}
	for ((n = 1 + $(date +%j) % step; n <= total; n += step)); do
		wrap=(env FAILNTH=$n "LD_PRELOAD=$T/failnth.so")
		LOG=$T/torture.log as_cgi GET "$uri" </dev/null 2>/dev/null
		tried=$((tried + 1))
		case $result in
		100) own=$((own + 1)) worst+=" $n" ;;
		101 | 134) crashes=$((crashes + 1)) ;;
		esac
		if grep -q '^Status: 200' "$T/response" && ! cmp -s "$T/response" "$T/reference" && [ $result = 0 ]; then
			wrong=$((wrong + 1)) worst+=" $n"
		fi
	done
	wrap=()
	ok "$uri: $tried of $total allocations, none crashes code of ours ($own; $crashes in libraries)$worst" [ $own = 0 ]
	ok "$uri: no wrong page is given out as right ($wrong)$worst" [ $wrong = 0 ]
	ok "$uri: some were tried" [ $tried -gt 30 ]
	get "$uri"
	status "${code_wanted:-200}"
}
for uri in / /kadan /kadan/nastenka /kadan/nastenka/9001-svoz-bioodpadu /kadan/nastenka.rss /kadan/nastenka.json /kadan/nastenka.ics \
	/kadan/vlozit '/hledat?obec=kadn' /kadan/nastenka.xml; do
	torture "$uri"
done
done_testing
