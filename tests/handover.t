#!/bin/bash
# A town in the hands of several people (flows.md E4, E5): two clerks and an approver work side by side, a coordinator vouches, the one who began hands over
# and goes; what each may, and what they may not.
. "${0%/*}/lib.sh"
snapshot() { sql 'SELECT id, state, version, title FROM notice WHERE town_code = 563102'; sql 'SELECT * FROM membership'; sql 'SELECT * FROM level_grant'; sql 'SELECT COUNT(*) FROM event_log'; }
remember() { before=$(snapshot); }
refused() {
	status "$1"
	same "$asked: nothing is written" "$(snapshot)" "$before"
}
roles() { sql "SELECT COALESCE((SELECT roles FROM membership WHERE person_id = $1 AND town_code = 563102), 0)"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.news' AND person_id = $1"; }
code_is() { sql "UPDATE town_claim SET code_hash = UNHEX('$(python3 -c 'import hashlib,sys; print(hashlib.blake2b(sys.argv[1].encode(), digest_size=32).hexdigest())' "$1")') WHERE open_town = 563102"; }
# As somebody who has signed in with the second factor and has just what the tables give.
again() {
	as "$1"
	sql "UPDATE session SET strong = 1 WHERE person_id = $person"
}
# The town's admin invites, who is invited opens the link of the letter and says yes.
join() { # NAME ROLE…
	local name=$1 words=() hex
	hex=$(printf '%s' "$name" | sha256sum | cut -c1-64)
	shift
	for word; do words+=("role=$word"); done
	again Jana
	post /kadan/lide "mail=${name,,}@kadan.example" "jmeno=$name" "${words[@]}"
	sql "UPDATE token SET hash = UNHEX('$(python3 -c 'import hashlib,sys; print(hashlib.blake2b(bytes.fromhex(sys.argv[1]), digest_size=32).hexdigest())' "$hex")') WHERE purpose = 'join' ORDER BY created_at DESC, subject_id DESC LIMIT 1"
	again "$name"
	post "/pozvanka/$hex"
}
sql "UPDATE town SET official_mail = 'podatelna@kadan.example' WHERE code = 563102"
as Spravce admin && admin=$person

# --- a town is claimed, its people are invited
as Jana && jana=$person
post /kadan/prevzit funkce=Starostka
code_is ABCDE23456
post /kadan/prevzit/kod kod=ABCDE23456
same 'she is clerk and admin' "$(roles "$jana")" 264
join Karla urednik && karla=$person
join Petr urednik && petr=$person
join Alena schvalovatel && alena=$person
join Kuba koordinator && kuba=$person
same 'two clerks, an approver, a coordinator' "$(roles "$karla"),$(roles "$petr"),$(roles "$alena"),$(roles "$kuba")" 8,8,16,32
again Kuba
get /kadan/lide.xml
valid
is 'count(//person)' 5

# --- two clerks on one notice
again Karla
post /kadan/nastenka/napsat deska=obec 'nazev=Uzavírka' text=První. 'kategorie=Doprava'
status 303
n=$(sql "SELECT MAX(id) FROM notice WHERE town_code = 563102")
version=$(sql "SELECT version FROM notice WHERE id = $n")
fields=(deska=obec 'nazev=Uzavírka' 'kategorie=Doprava')
again Petr
post "/kadan/nastenka/$n/upravit" "${fields[@]}" text=Druhé. "verze=$version"
status 303
again Karla
remember
post "/kadan/nastenka/$n/upravit" "${fields[@]}" text=Třetí. "verze=$version"
refused 409
like Druhé
like Třetí
post "/kadan/nastenka/$n/upravit" "${fields[@]}" 'text=Druhé i třetí.' "verze=$((version + 1))"
status 303
same 'nothing is lost' "$(sql "SELECT body FROM notice WHERE id = $n")" 'Druhé i třetí.'

# --- what the approver may, and a clerk may not
remember
post "/kadan/nastenka/$n/sejmout" duvod=omyl "verze=$((version + 2))"
refused 422
again Kuba
remember
post /kadan/nastenka/napsat deska=obec nazev=Uzavírka text=x
refused 403
post "/kadan/nastenka/$n/sejmout" duvod=omyl "verze=$((version + 2))"
refused 403
again Alena
post "/kadan/nastenka/$n/sejmout" duvod=omyl "verze=$((version + 2))"
status 303
same 'called off by the approver' "$(sql "SELECT state FROM notice WHERE id = $n")" cancelled
post /kadan/nastenka/napsat deska=obec 'nazev=Zastupitelstvo' text=Ve středu.
same 'she writes, too' "$code" 303
stays=$(sql "SELECT MAX(id) FROM notice WHERE town_code = 563102")

# --- who vouches, who invites, who gives roles
as Martin && martin=$person
sql "UPDATE person SET level = 1 WHERE id = $martin; INSERT INTO helper_card VALUES ($martin, 'abcd2345', '2026-11-20')"
again Alena
remember
post /kadan/pomocnici cislo=abcd2345 uroven=2
refused 403
for name in Karla Alena Kuba; do
	again "$name"
	remember
	post /kadan/lide mail=x@kadan.example jmeno=X role=spravce
	refused 403
	post "/kadan/lide/$person" "bylo=$(roles "$person")" role=spravce
	refused 403
	post /kadan/prevzit/trva
	refused 403
	post /kadan/prevzit/hlas hlas=ano
	refused 403
done
post /kadan/pomocnici cislo=abcd2345 uroven=2
status 303
same 'the coordinator vouches' "$(sql "SELECT level FROM person WHERE id = $martin")" 2

# --- hand-over: another admin, then she goes
again Jana
post "/kadan/lide/$petr" bylo=8 role=urednik role=spravce
same 'Petr is an admin' "$(roles "$petr"),$(told "$petr")" 264,1
post /kadan/lide/odejit
status 303
same 'she is gone' "$(roles "$jana")" 0
same 'the other admin is told' "$(told "$petr")" 2
same 'the town goes on' "$(sql "SELECT CONCAT(c.state, t.official) FROM town t JOIN town_claim c ON c.held_town = t.code WHERE t.code = 563102")" verified1
again Jana
remember
post /kadan/nastenka/napsat deska=obec nazev=Ještě text=x
refused 403
get /kadan/lide
status 403
again Petr
post "/kadan/lide/$alena" bylo=16 role=schvalovatel role=koordinator
same 'he gives roles' "$(roles "$alena")" 48

# --- the last admin goes: listed again, what hangs stays, nobody writes in the name of the town
remember
post "/kadan/lide/$petr" bylo=264 role=urednik
refused 303
post /kadan/lide/odejit
same 'listed again' "$(sql "SELECT CONCAT(official, (SELECT COUNT(*) FROM town_claim WHERE held_town = 563102)) FROM town WHERE code = 563102")" 00
same 'the site is told' "$(told "$admin")" 1
same 'what hangs stays' "$(sql "SELECT state FROM notice WHERE id = $stays")" posted
get "/kadan/nastenka/$stays-zastupitelstvo"
like Zastupitelstvo
get /kadan.xml
is '//town/@official' no
for name in Karla Alena; do
	again "$name"
	remember
	post /kadan/nastenka/napsat deska=obec nazev=Uzavírka text=x
	refused 403
done
again Kuba
remember
post /kadan/pomocnici cislo=abcd2345 uroven=2
refused 403
same 'the vouch of the town waits with it' "$(sql "SELECT level FROM person WHERE id = $martin")" 1

# --- and somebody who stayed takes it on
again Karla
sql 'DELETE FROM throttle'
post /kadan/prevzit funkce=Tajemnice
code_is ABCDE23456
post /kadan/prevzit/kod kod=ABCDE23456
same 'she runs it now' "$(roles "$karla"),$(sql 'SELECT official FROM town WHERE code = 563102')" 264,1
same 'those who stayed work on' "$(roles "$alena"),$(roles "$kuba")" 48,32
same 'and the vouch holds again' "$(sql "SELECT level FROM person WHERE id = $martin")" 2
done_testing
