#!/bin/bash
# What proves an organisation (flows.md E4): mail at its domain, documents somebody saw; what it says may change until it is judged; and what stops when it
# is not believed any more. Each step allowed and refused.
. "${0%/*}/lib.sh"
O=/organizace
column() { sql "SELECT $1 FROM organisation WHERE slug = '${2:-hasici}'"; }
snapshot() { sql 'SELECT id, state, version, name, web, proof_domain FROM organisation'; sql 'SELECT COUNT(*) FROM event_log'; sql 'SELECT * FROM vouch'; sql 'SELECT organisation_id, domain FROM organisation_code'; }
remember() { before=$(snapshot); }
refused() {
	status "$1"
	same "$asked: nothing is written" "$(snapshot)" "$before"
}
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.news' AND person_id = $1"; }
events() { sql "SELECT COUNT(*) FROM event_log WHERE object = 'organisation' AND reason_code = '$1'"; }
# The code only the mailbox reads: its hash is put in place of the one that was sent.
code_is() { sql "UPDATE organisation_code SET hash = UNHEX('$(python3 -c 'import hashlib,sys; print(hashlib.blake2b(sys.argv[1].encode(), digest_size=32).hexdigest())' "$1")')"; }
as Spravce admin && admin=$person
as Dozor moderator && moderator=$person
as Jana clerk,manager 563102 && jana=$person
sql "UPDATE town SET official = TRUE WHERE code = 563102"
as Hana && hana=$person
as Ota && ota=$person
post $O/zalozit nazev=Hasiči forma=spolek ico=00261912 obec=kadan 'ucel=Hasíme.' web=https://www.hasiči.example/kontakt
post $O/hasici/zverejnit

# --- what it says is changed by its admins, from what they saw
edit() { post $O/hasici/upravit "$@"; }
whole=('nazev=Hasiči' forma=spolek ico=00261912 obec=kadan 'ucel=Hasíme a cvičíme.' web=https://www.hasiči.example/kontakt)
nobody
get $O/hasici/upravit
status 303
as Hana
remember
get $O/hasici/upravit
refused 403
edit "${whole[@]}" verze=2
refused 403
as Ota
get $O/hasici/upravit.xml
valid
get $O/hasici/upravit
like 'value="Hasiči"'
like 'value="kadan"'
like 'value="spolek" (checked|selected)|value="spolek"[^>]*(checked|selected)'
version=$(column version)
remember
edit nazev= forma=spolek ico=00261912 obec=kadan ucel= web=javascript:x "verze=$version"
refused 422
for field in nazev ucel web; do like "id=\"$field-e\""; done
edit "${whole[@]}" "verze=$((version - 1))"
refused 409
like 'Mezitím to změnil'
like '<pre>Hasíme.</pre>'
like 'Hasíme a cvičíme.'
get $O/hasici/upravit.xml
edit "${whole[@]}" "verze=$version" mail=hasici@kadan.example
status 303
same 'changed' "$(column 'CONCAT_WS(",", purpose, mail, register_state)')" 'Hasíme a cvičíme.,hasici@kadan.example,wanted'
as Jana clerk,manager 563102
post /kadan/organizace/hasici
sql "UPDATE organisation SET register_state = 'found', register_name = 'SDH Kadaň'"
as Ota
edit "${whole[@]}" "verze=$(column version)"
same 'other words: what was said of it holds' "$(sql 'SELECT COUNT(*) FROM vouch'),$(column register_state)" 1,found
edit "${whole[@]/nazev=Hasiči/nazev=Banka Kadaň}" "verze=$(column version)"
same 'another name: nobody vouched for that' "$(sql 'SELECT COUNT(*) FROM vouch'),$(column register_state),$(column name)" '0,wanted,Banka Kadaň'
edit "${whole[@]}" "verze=$(column version)"
sql "UPDATE organisation SET register_state = 'found'"

# --- mail at the domain of its web
get $O/hasici/sprava.xml
valid
is '//proof/@domain' xn--hasii-kya.example
get $O/hasici/sprava
like 'name="schranka"'
remember
post $O/hasici/mail
refused 422
like 'id="schranka-e"'
for box in ota@kadan.example ota@hasici.example ota@hasici.example.kadan.example ota@zlo-xn--hasii-kya.example; do
	post $O/hasici/mail "schranka=$box"
	refused 422
	like 'musí končit @xn--hasii-kya.example'
	sql 'DELETE FROM throttle'
done
post $O/hasici/kod kod=ABCDE-23456
refused 409
as Hana
post $O/hasici/mail schranka=ota@hasiči.example
refused 403
post $O/hasici/kod kod=ABCDE-23456
refused 403
as Ota
post $O/hasici/mail schranka=Ota@Hasiči.example
status 303
same 'a letter to the domain' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.proof' AND person_id = 0 AND address IS NOT NULL")" 1
same 'good for a week' "$(sql "SELECT DATEDIFF(until, '2026-11-22 07:32:00') FROM organisation_code")" 7
same 'the table knows no code' "$(sql 'SELECT LENGTH(hash) FROM organisation_code')" 32
get $O/hasici/sprava.xml
valid
is 'count(//proof/until)' 1
get $O/hasici/sprava
like 'name="kod"'
for n in 1 2 3 4; do
	post $O/hasici/kod kod=WRONG-22222
	status 422
	same "wrong code $n is counted" "$(sql 'SELECT tries FROM organisation_code')" "$n"
done
like 'id="kod-e"'
post $O/hasici/kod kod=WRONG-22222
status 303
same 'after the fifth it is over' "$(sql 'SELECT COUNT(*) FROM organisation_code'),$(events proof_failed)" 0,1
code_is ABCDE23456
remember
post $O/hasici/kod kod=ABCDE-23456
refused 409
sql 'DELETE FROM throttle'
post $O/hasici/mail schranka=ota@hasiči.example
code_is ABCDE23456
# The web moved meanwhile: the code proves nothing about the new one.
edit "${whole[@]/hasiči.example/jinde.example}" "verze=$(column version)"
remember
post $O/hasici/kod kod=ABCDE-23456
refused 409
edit "${whole[@]}" "verze=$(column version)"
sql "UPDATE organisation_code SET until = '2026-11-22 07:00:00'"
remember
post $O/hasici/kod kod=ABCDE-23456
refused 409
sql "UPDATE organisation_code SET until = '2026-11-29 07:00:00'"
post $O/hasici/kod 'kod=abcde 23456'
status 303
same 'the domain is proven' "$(column 'CONCAT_WS(",", state, proof_domain)')" active_unverified,xn--hasii-kya.example
remember
post $O/hasici/kod kod=ABCDE-23456
refused 409
edit "${whole[@]/hasiči.example/jinde.example}" "verze=$(column version)"
same 'another web: nothing is proven' "$(column 'COALESCE(proof_domain, "-")')" -
edit "${whole[@]}" "verze=$(column version)"
sql "UPDATE organisation SET proof_domain = 'xn--hasii-kya.example', proof_at = '2026-11-22 07:32:00'"
before="$(told "$jana"),$(told "$moderator")"
post $O/hasici/podat
same 'in the register and proven: the town and the site have two days to object' "$(column state)" submitted
same 'they hear of it' "$before $(told "$jana"),$(told "$moderator")" '0,0 2,2'
get $O/hasici/sprava.xml
valid
is 'string(//organisation/believed)' '2026-11-24T08:32:00+01:00'
get $O/hasici/sprava
like 'Doložili jste se'
later() { now "$1"; run jobs --once; now 2026-11-22T08:32:00+01:00; }
later 2026-11-24T08:31:00+01:00
same 'not sooner' "$(column state)" submitted
# One click of the town or of a moderator: the mail proves nothing any more, nor can it be proven again.
as Ota
remember
post $O/hasici/namitka
refused 403
post /kadan/organizace/hasici/namitka
refused 403
as Jana clerk,manager 563102
get /kadan/organizace.xml
valid
get /kadan/organizace
like 'action="/kadan/organizace/hasici/namitka"'
post /chomutov/organizace/hasici/namitka
refused 403
post /kadan/organizace/hasici/namitka
status 303
same 'objected' "$(column 'CONCAT_WS(",", state, COALESCE(proof_domain, "-"))'),$(events objected)" submitted,-,1
same 'its admins and moderators know' "$(sql "SELECT COUNT(*) FROM outbox WHERE person_id = $ota AND kind = 'org.news' AND created_at = '2026-11-22 07:32:00'"),$(told "$moderator")" "$(sql "SELECT COUNT(*) FROM outbox WHERE person_id = $ota AND kind = 'org.news'"),3"
remember
post /kadan/organizace/hasici/namitka
refused 409
later 2026-11-25T08:32:00+01:00
same 'time believes nothing' "$(column state)" submitted
as Ota
sql 'DELETE FROM throttle'
remember
post $O/hasici/mail schranka=ota@hasiči.example
refused 409
sql "UPDATE organisation SET proof_domain = 'xn--hasii-kya.example' WHERE slug = 'hasici'"
as Dozor moderator
get $O/hasici/sprava
like 'action="/organizace/hasici/namitka"'
post $O/hasici/namitka
status 303
same 'a moderator may, too' "$(column 'COALESCE(proof_domain, "-")')" -
sql "UPDATE organisation SET proof_domain = 'xn--hasii-kya.example' WHERE slug = 'hasici'; DELETE FROM outbox WHERE person_id IN ($ota, $hana, $jana, $moderator)"
later 2026-11-24T08:32:00+01:00
same 'nobody objected: verified' "$(column state)" verified
same 'its admin is told' "$(told "$ota")" 1
sql "UPDATE organisation SET verified_at = '2026-11-22 07:32:00' WHERE slug = 'hasici'"
as Ota
nobody
get $O/hasici.xml
valid
is '//organisation/proof' xn--hasii-kya.example

# Where anybody has mail, mail proves nothing; a group of neighbours has no domain.
for web in https://seznam.cz https://www.gmail.com/ https://hasici.webnode.cz 'https://a@hasici.example' https://192.0.2.7/; do
	sql "INSERT INTO organisation (slug, name, legal_form, ico, state, town_code, purpose, web, register_state, created_at) VALUES ('zkusebni', 'Z', 'association', '00000019', 'submitted', 563102, 'Z.', '$web', 'found', '2026-11-20');
		INSERT INTO organisation_member SELECT id, $ota, 'admin', '2026-11-20' FROM organisation WHERE slug = 'zkusebni'"
	as Ota
	get $O/zkusebni/sprava.xml
	is 'count(//proof)' 0
	remember
	post $O/zkusebni/mail schranka=ota@seznam.cz
	refused 409
	sql "DELETE FROM organisation WHERE slug = 'zkusebni'; DELETE FROM throttle"
done

# --- verified: who it is stays, its words and contacts change
get $O/hasici/upravit
status 200
unlike 'id="nazev"'
edit nazev=Banka forma=nadace ico=00000019 obec=chomutov ucel=Zachraňujeme. "verze=$(column version)"
status 303
same 'only its words' "$(column 'CONCAT_WS(",", name, ico, town_code, purpose, state, COALESCE(web, "-"))')" Hasiči,00261912,563102,Zachraňujeme.,verified,-
edit "${whole[@]}" "verze=$(column version)"

# --- documents are seen by a moderator; those that wait stand on the desk of the site
as Hana
post $O/zalozit nazev=Včelaři forma=spolek ico=00000027 obec=kadan 'ucel=Včelaříme.'
post $O/vcelari/zverejnit
as Hana
post $O/vcelari/podat
same 'moderators are told' "$(told "$moderator")" 1
as Dozor moderator
get /sprava/organizace
like 'href="/organizace/vcelari/sprava"'
get $O/vcelari/sprava
is "count(//input[@name='rozhodnuti'])" 3
remember
post $O/vcelari/rozhodnout rozhodnuti=overit
refused 422
post $O/vcelari/rozhodnout rozhodnuti=overit 'duvod=Stanovy, ukázány v úřadu.'
status 303
same 'verified, with the day' "$(column 'CONCAT_WS(",", state, document_on, COALESCE(reason, "-"))' vcelari)" verified,2026-11-22,-
same 'what was seen is in the log only' "$(sql "SELECT COUNT(*) FROM event_log WHERE state_to = 'verified' AND note LIKE 'Stanovy%'")" 1
same 'she is told' "$(told "$hana")" 1
get /sprava/organizace
unlike 'href="/organizace/vcelari/sprava"'

# --- suspended: what it planned waits, the levels it gave do not count, everybody there is told
as Petra && petra=$person
as Martin && martin=$person
sql "UPDATE person SET level = 1 WHERE id = $martin;
INSERT INTO helper_card VALUES ($martin, 'abcd2345', '2026-11-20');
INSERT INTO organisation_member SELECT id, $petra, 'coordinator', '2026-11-20' FROM organisation WHERE slug = 'hasici'"
as Ota
post $O/hasici/pomocnici cislo=abcd2345 uroven=2
same 'known' "$(sql "SELECT level FROM person WHERE id = $martin")" 2
post /kadan/nastenka/napsat deska=spolky 'nazev=Ples hasičů' 'text=V sokolovně.' vyvesit=2026-11-24T08:00
status 303
notice=$(sql "SELECT id FROM notice WHERE title = 'Ples hasičů'")
same 'planned' "$(sql "SELECT state FROM notice WHERE id = $notice")" scheduled
before_ota=$(told "$ota") before_petra=$(told "$petra") before_martin=$(told "$martin")
as Dozor moderator
post $O/hasici/rozhodnout rozhodnuti=pozastavit 'duvod=Stížnost.'
same suspended "$(column state)" suspended
same 'its admin and its coordinator are told' $(($(told "$ota") - before_ota)),$(($(told "$petra") - before_petra)) 1,1
same 'the level it gave does not count, its holder is told' "$(sql "SELECT level FROM person WHERE id = $martin"),$(($(told "$martin") - before_martin))" 1,1
nobody
get /karta/abcd2345.xml
is '//card/@valid' no
get $O/hasici
like 'pozastavená'
get /kadan/organizace.xml
is 'count(//organisation[@slug="hasici"])' 0
as Jana clerk,manager 563102
get /kadan/organizace.xml
valid
is '//organisation[@slug="hasici"]/@state' suspended
as Ota
remember
edit "${whole[@]}" "verze=$(column version)"
refused 409
get /kadan/nastenka/napsat
status 403
post $O/hasici/pomocnici cislo=abcd2345 uroven=2
refused 403
now 2026-11-24T09:00:00+01:00
run jobs --once
same 'what was planned waits' "$(sql "SELECT state FROM notice WHERE id = $notice")" scheduled
now 2026-11-25T09:00:00+01:00
as Dozor moderator
post $O/hasici/rozhodnout rozhodnuti=obnovit
same restored "$(column state)" verified
same 'the level counts again' "$(sql "SELECT level FROM person WHERE id = $martin"),$(($(told "$martin") - before_martin))" 2,2
run jobs --once
same 'what was planned hangs, from now' "$(sql "SELECT CONCAT(state, ' ', posted_at) FROM notice WHERE id = $notice")" 'posted 2026-11-25 08:00:00'
get $O/hasici.rss
is 'count(//item)' 1

# --- closed by itself: asked first, then for good
as Ota
sql "UPDATE notice SET state = 'scheduled', posted_at = '2026-12-24' WHERE id = $notice"
get $O/hasici/ukoncit.xml
valid
get $O/hasici/ukoncit
like 'Vrátit to nejde'
same 'looking closes nothing' "$(column state)" verified
as Petra
get $O/hasici/ukoncit
status 403
as Ota
post $O/hasici/ukoncit
same closed "$(column state)" closed
same 'what was planned is called off' "$(sql "SELECT state FROM notice WHERE id = $notice")" cancelled
same 'the level it gave is gone' "$(sql "SELECT level FROM person WHERE id = $martin")" 1
get $O/hasici/ukoncit
status 409
remember
post $O/hasici/ukoncit
refused 409

# --- a town that is not believed gives no level either
sql "INSERT INTO level_grant (person_id, level, town_code, granted_by, granted_at, until) VALUES ($martin, 3, 563102, $jana, '2026-11-20', '2028-11-20');
INSERT INTO town_claim (town_code, person_id, state, duty, asked_at, verified_at, check_on) VALUES (563102, $jana, 'verified', 'starostka', '2026-01-01', '2026-01-01', '2027-01-01'); UPDATE person SET level = 3 WHERE id = $martin"
as Spravce admin
post /kadan/prevzit/pozastavit 'duvod=Mail obce někdo ukradl.'
same 'suspended: it does not count' "$(sql "SELECT level FROM person WHERE id = $martin")" 1
post /kadan/prevzit/obnovit
same 'restored: it does' "$(sql "SELECT level FROM person WHERE id = $martin")" 3
as Jana clerk,manager 563102
post /kadan/lide/odejit
same 'nobody is left there: it does not' "$(sql "SELECT level FROM person WHERE id = $martin")" 1
done_testing
