#!/bin/bash
# Boards of the whole country by their last change.
. "${0%/*}/lib.sh"

sql "DELETE FROM attachment; DELETE FROM notice_version; UPDATE notice SET corrects_id = NULL; DELETE FROM notice; DELETE FROM board"
get /obce.xml
valid
is 'count(//board)' 0
get /obce
status 200
like 'class="empty"'

sql "INSERT INTO board (town_code, kind, changed_at) VALUES (563102, 'official_copy', '2026-11-20 07:32:00'), (588024, 'information', '2026-11-21 06:00:00')"
get /obce.xml
valid
is 'count(//board)' 2
is '//board[1]/@kind' information
is '//board[2]/name' Kadaň
is '//board[2]/changed' '2026-11-20T08:32:00+01:00'
get /obce
like 'href="/kadan/nastenka"'
get '/obce?jazyk=en'
like 'Boards by last change'

done_testing
