#!/bin/bash
# Each row of flows.md E1 and E2, allowed and refused: every move from every state by everybody, tried on the library and held against transitions.txt, which
# people wrote. What is not in that table was refused, and nothing was written.
. "${0%/*}/lib.sh"
site
sed -e 's/^jobs_user.*/jobs_user = root/' -e 's/^jobs_password.*/jobs_password =/' "$SOUSEDE_CONF" >"$T/moves.conf"
seal() { echo "UNHEX('$("$BUILD/tests/unit/unseal" close "$T/keys" "$1" "$2")')"; }
at=\'2026-11-22\'
sql "DELETE FROM outbox; DELETE FROM response; DELETE FROM help_request; DELETE FROM event_log; DELETE FROM membership WHERE town_code = 999999;
	INSERT INTO person (id, name, given, lang, level, created_at) VALUES (9001, 'Petr', 'Petr', 'cs', 2, $at), (9002, 'Ivana', 'Ivana', 'cs', 2, $at), (9003, 'Adam', 'Adam', 'cs', 2, $at),
		(9004, 'Nela', 'Nela', 'cs', 2, $at), (9005, 'Cyril', 'Cyril', 'cs', 0, $at);
	INSERT INTO membership (town_code, person_id, roles) VALUES (999999, 9005, 32);
	INSERT INTO help_request (id, code, state, town_code, category, title, given, lat, lon, created_at, changed_at, expires_at)
		SELECT 1, 'aaa222', 'open', code, 'nakup', 'Nákup', 'Marie', lat, lon, $at, $at, '2026-12-01' FROM town WHERE code = 999999;
	INSERT INTO help_contact (request_id, role, name, mail, nonce) VALUES
		(1, 'requester', 'x', $(seal help 'R@example.org'), REPEAT('n', 8)), (1, 'proxy', 'x', $(seal help 'X@example.org'), REPEAT('n', 8));
	INSERT INTO response (id, request_id, person_id, state, nonce) VALUES
		(1, 1, 9001, 'lapsed', REPEAT('n', 8)), (2, 1, 9002, 'lapsed', REPEAT('n', 8)), (3, 1, 9003, 'lapsed', REPEAT('n', 8)), (4, 1, 9004, 'lapsed', REPEAT('n', 8))"
# The lines of one of its tables; {a,b} is a line of each, %1 what stood in the first of them.
wanted() {
	perl -ne 'if (/^== (\w+)/) { $in = $1 eq "'"$1"'"; next } next if !$in || /^(#|$)/;
		sub each_of { my ($line, @said) = @_; return each_more($line, @said) if $line =~ /\{/; $line =~ s/%(\d)/$said[$1 - 1]/g; print $line }
		sub each_more { my ($line, @said) = @_; my ($head, $words, $rest) = $line =~ /^(.*?)\{(.*?)\}(.*\n)$/; each_of("$head$_$rest", @said, $_) for split /,/, $words }
		each_of($_)' "$SRC/tests/transitions.txt" | sort
}
for table in request response; do
	SOUSEDE_CONF=$T/moves.conf run tests/unit/moves "$table"
	like '^refused [0-9]{4,}, of which wrote 0$'
	same "every move of a $table that is allowed, and what comes of it" "$(grep -v '^refused ' "$T/body" | sort | diff - <(wanted "$table"))" ''
done
done_testing
