#!/bin/bash
# The operator's command, sousede(8).
. "${0%/*}/lib.sh"
has() { grep -qF -- "$1" "$T/body"; }

# --- who may do what
run sousede policy
same 'it is done' "$code" 0
ok 'the matrix is the one people agreed to' cmp "$T/body" "$SRC/tests/policy.txt"
for wrong in '' 'policy all' nonsense '--nonsense'; do
	# shellcheck disable=SC2086
	run sousede $wrong
	same "refused: sousede $wrong" "$code" 64
done
ok 'with the way it is used' grep -q 'usage: sousede policy' "$LOG"
run sousede --help
ok "help is printed" has "usage: sousede policy"
same 'help is no failure' "$code" 0

# --- a route without a decided action answers nobody: no program starts with one
for program in "${programs[@]}"; do
	same "$program: every route names an action of the matrix" "$("$BUILD/$program" routes | while read -r _ _ action _; do
		grep -q "^$action " "$SRC/tests/policy.txt" || echo "$action"
	done)" ''
done
done_testing
