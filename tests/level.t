#!/bin/bash
# Helpers (flows.md E4): the first level of oneself, the next ones from towns and organisations that are believed; the card says valid or not.
. "${0%/*}/lib.sh"
level() { sql "SELECT level FROM person WHERE id = $1"; }
refused() { # STATUS: no grant, no level changed
	status "$1"
	same "$asked: nothing is written" "$(sql 'SELECT COUNT(*), SUM(revoked_at IS NULL) FROM level_grant')/$(sql 'SELECT SUM(level) FROM person')" "$before"
}
remember() { before="$(sql 'SELECT COUNT(*), SUM(revoked_at IS NULL) FROM level_grant')/$(sql 'SELECT SUM(level) FROM person')"; }
as Martin && martin=$person
sql "UPDATE person SET name = 'Martin Kovář', given = 'Martin', initial = 'K.' WHERE id = $martin"

# --- the first level: both contacts confirmed and the code of ethics accepted
nobody
get /uroven
status 303
as Martin
get /uroven.xml
status 200
valid
is '//level/@now' 0
remember
post /uroven kodex=ano
refused 409
sql "INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) VALUES ($martin, 'mail', 'x', REPEAT('a', 32), '2026-11-01'), ($martin, 'phone', 'x', REPEAT('b', 32), '2026-11-01')"
get /uroven
like 'name="kodex"'
remember
post /uroven
refused 422
like 'id="kodex-e"'
post /uroven kodex=ano
status 303
same 'first level' "$(level "$martin")" 1
remember
post /uroven kodex=ano
refused 409

# --- a card: valid only while somebody vouches
post /uroven/karta
status 303
card=$(sql "SELECT number FROM helper_card WHERE person_id = $martin")
nobody
get "/karta/$card"
status 200
like 'Karta neplatí'
unlike Martin
get "/karta/$card.xml"
valid
is '//card/@valid' no
get /karta/neniztoho
status 200
like 'Karta neplatí'

# --- who may vouch: a believed town's clerk, coordinator or admin
sql "UPDATE town SET official = FALSE WHERE code = 563102"
as Klára clerk 563102
remember
get /kadan/pomocnici
status 403
post /kadan/pomocnici "cislo=$card" uroven=2
refused 403
sql "UPDATE town SET official = TRUE WHERE code = 563102"
as Eva approver 563102
post /kadan/pomocnici "cislo=$card" uroven=2
refused 403
as Martin
post /kadan/pomocnici "cislo=$card" uroven=3 videno=2026-11-20
refused 403
as Klára clerk 563102
get /kadan/pomocnici.xml
valid
post /kadan/pomocnici cislo=nic uroven=2
refused 422
like 'id="cislo-e"'
post /kadan/pomocnici "cislo=$card" uroven=3
refused 422
like 'id="videno-e"'
post /kadan/pomocnici "cislo=$card" uroven=3 videno=2026-11-23
refused 422
post /kadan/pomocnici "cislo=$card" uroven=4
refused 422
post /kadan/pomocnici "cislo=${card^^}" uroven=2
status 303
same known "$(level "$martin")" 2
same 'for 24 months' "$(sql 'SELECT until FROM level_grant')" 2028-11-22
same 'he is told' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.news' AND person_id = $martin")" 1
post /uroven/karta
own=$(sql "SELECT number FROM helper_card WHERE person_id = $person")
remember
post /kadan/pomocnici "cislo=$own" uroven=2
refused 422
like 'Sami za sebe'

# --- strangers learn yes, who vouches, the first name and initial
nobody
get "/karta/$card.xml"
valid
is '//card/@valid' yes
is '//card/holder' 'Martin K.'
is '//card/grant/by' Kadaň
unlike Kovář
get "/karta/$card"
like 'Karta platí'
like '<path d="M0 0h7v1'

# --- an organisation that is verified, through its admins and coordinators
as Ota && ota=$person
sql "INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES (7, 'hasici', 'Hasiči', 'association', 'submitted', 563102, 'Hasíme.', '2026-11-20');
	INSERT INTO organisation_member VALUES (7, $ota, 'coordinator', '2026-11-20')"
remember
post /organizace/hasici/pomocnici "cislo=$card" uroven=3 videno=20.11.2026
refused 403
sql "UPDATE organisation SET state = 'verified'"
as Klára
post /organizace/hasici/pomocnici "cislo=$card" uroven=2
refused 403
as Ota
get /organizace/hasici/pomocnici.xml
valid
post /organizace/hasici/pomocnici "cislo=$card" uroven=3 videno=20.11.2026
status 303
same 'documents seen' "$(level "$martin"),$(sql 'SELECT seen_on FROM level_grant WHERE level = 3')" 3,2026-11-20
sql "UPDATE organisation_member SET role = 'member'"
remember
get /organizace/hasici/pomocnici
status 403
post "/organizace/hasici/pomocnici/$(sql 'SELECT MAX(id) FROM level_grant')"
refused 403
as Martin
get /uroven.xml
valid
is 'count(//grant)' 2
is '//level/@now' 3

# --- taken back: only by who gave it
as Klára clerk 563102
remember
post "/kadan/pomocnici/$(sql 'SELECT MAX(id) FROM level_grant')"
refused 409
post "/kadan/pomocnici/$(sql 'SELECT MIN(id) FROM level_grant')"
status 303
same 'the other still vouches' "$(level "$martin")" 3
sql "UPDATE organisation SET state = 'suspended'"
nobody
get "/karta/$card.xml"
is '//card/@valid' no
sql "UPDATE organisation SET state = 'verified'"
get "/karta/$card.xml"
is '//card/@valid' yes
sql "UPDATE person SET standing = 'banned' WHERE id = $martin"
get "/karta/$card.xml"
is '//card/@valid' no
unlike Martin
sql "UPDATE person SET standing = 'normal' WHERE id = $martin"

# A lost card says no from now on, its holder has a new one.
as Martin
post /uroven/karta
get "/karta/$card.xml"
is '//card/@valid' no
get "/karta/$(sql "SELECT number FROM helper_card WHERE person_id = $martin").xml"
is '//card/@valid' yes
is '//card/@mine' yes
now 2028-12-01T08:00:00+01:00
nobody
get "/karta/$(sql "SELECT number FROM helper_card WHERE person_id = $martin").xml"
is '//card/@valid' no
done_testing
