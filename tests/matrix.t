#!/bin/bash
# B22: who may do what in which state, over FastCGI, cell by cell, from flows.md and not from our policy; what is refused leaves every row as it was.
# And no answer to anybody says more of a person than they let others see. The cells are in matrix.py.
. "${0%/*}/lib.sh"
. "$SRC/tests/servers.sh"
site
backend=sockets
mkdir -p "$RUN"
WORKERS=1 programs_start
export BASE
told_by "$SRC/tests/matrix.py" "$T"
done_testing
