#!/bin/bash
# Whom we believe (flows.md E4): towns are taken over by a code in their mail, their people come and go; each step allowed and refused.
. "${0%/*}/lib.sh"
K=/kadan/prevzit
town() { sql "SELECT $1 FROM town WHERE code = 563102"; }
claim() { sql "SELECT $1 FROM town_claim WHERE town_code = 563102 ORDER BY id DESC LIMIT 1"; }
events() { sql "SELECT GROUP_CONCAT(CONCAT_WS('>', state_from, state_to, reason_code) ORDER BY id SEPARATOR ' ') FROM event_log WHERE object = 'town' AND object_id = 563102"; }
told() { sql "SELECT COUNT(*) FROM outbox WHERE kind = '$1'${2:+ AND person_id = $2}"; }
# The code only the office reads: its hash is put in place of the one that was sent.
code_is() { sql "UPDATE town_claim SET code_hash = UNHEX('$(python3 -c 'import hashlib,sys; print(hashlib.blake2b(sys.argv[1].encode(), digest_size=32).hexdigest())' "$1")') WHERE town_code = 563102 AND open_town IS NOT NULL"; }
refused() { # WHAT STATUS: nothing was written since `before`
	status "$1"
	same "$asked: nothing is written" "$(sql 'SELECT GROUP_CONCAT(id, state, tries, COALESCE(accepted, 2)) FROM town_claim')/$(sql 'SELECT COUNT(*) FROM event_log')/$(sql 'SELECT SUM(roles) FROM membership')" "$before"
}
remember() { before="$(sql 'SELECT GROUP_CONCAT(id, state, tries, COALESCE(accepted, 2)) FROM town_claim')/$(sql 'SELECT COUNT(*) FROM event_log')/$(sql 'SELECT SUM(roles) FROM membership')"; }

sql "UPDATE town SET official_mail = 'podatelna@kadan.example' WHERE code = 563102"
as Spravce admin && admin=$person
as Dozor moderator && moderator=$person

# --- anybody reads how it is done; asking is for people with a confirmed contact
nobody
get $K
status 200
like 'podatelna@kadan.example'
like 'href="/prihlaseni\?zpet=/kadan/prevzit"'
get $K.xml
valid
is 'count(//claim)' 0
remember
post $K funkce=starostka
refused 403
as Jana
post $K token=wrong funkce=starostka
refused 403
post $K funkce=
refused 422
like 'id="funkce-e"'
post $K "funkce=$(printf 'x%.0s' {1..81})"
refused 422

# --- listed → claimed → code_sent
get $K
like 'name="funkce"'
post $K funkce=Starostka
status 303
header location "*$K"
same 'the code is under way' "$(claim state),$(claim way)" code_sent,mail
same 'it is good for thirty days' "$(claim 'DATEDIFF(code_until, asked_at)')" 30
same 'the table knows no code' "$(claim 'LENGTH(code_hash)')" 32
same 'one letter to the office' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'org.code' AND person_id = 0 AND channel = 'mail' AND address IS NOT NULL")" 1
same 'the site is told' "$(told org.claimed "$admin")" 1
same 'two steps in the log' "$(events)" 'listed>claimed claimed>code_sent'
same 'the page is still a copy' "$(town official)" 0
get $K.xml
valid
is '//claim/@state' code_sent
is '//claim/@mine' yes
get $K
like 'name="kod"'

# Somebody else sees that somebody asked, not who.
as Petr
get $K.xml
valid
is 'count(//claim/who)' 0
unlike Jana
remember
post $K funkce=tajemník
refused 409
post $K/kod kod=ABCDE-23456
refused 409
post $K/zrusit
refused 409
post $K/dopis zpusob=posta
refused 403
post $K/hlas hlas=ano
refused 403
post $K/trva
refused 403

# --- taken back
as Jana
post $K/zrusit
status 303
same 'withdrawn: listed again' "$(claim state)" listed
remember
post $K/zrusit
refused 409
post $K/kod kod=ABCDE-23456
refused 409

# --- five wrong codes and it is over, the moderators know
post $K funkce=Starostka
for i in 1 2 3 4; do
	post $K/kod kod=WRONG-22222
	status 422
	same "wrong code $i is counted" "$(claim tries)" "$i"
done
like 'id="kod-e"'
post $K/kod kod=WRONG-22222
status 303
same 'after the fifth the town is listed again' "$(claim state)" listed
same 'moderators are told' "$(told org.news "$moderator")" 2
remember
code_is ABCDE23456
post $K/kod kod=ABCDE-23456
refused 409

# --- a code that came too late
sql "DELETE FROM throttle"
post $K funkce=Starostka
code_is ABCDE23456
sql "UPDATE town_claim SET code_until = '2026-11-22 07:31:00' WHERE open_town = 563102"
post $K/kod kod=ABCDE-23456
status 303
same 'too late: listed again' "$(claim state)" listed

# --- code_sent → verified: first clerk and admin; the page is the town's
as Jana
jana=$person
sql "DELETE FROM throttle"
sql "INSERT INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'information', 3, '2026-11-19 06:00:00')"
post $K funkce=Starostka
code_is ABCDE23456
post $K/kod 'kod= abcde 23456'
status 303
same 'verified' "$(claim state)" verified
same 'to be confirmed in a year' "$(claim check_on)" 2027-11-22
same 'the page drops the mark' "$(town official)" 1
same 'readers get a new copy' "$(sql 'SELECT revision FROM board WHERE town_code = 563102')" 4
same 'clerk and admin' "$(sql "SELECT roles FROM membership WHERE person_id = $jana")" 264
same 'claimant and site are told' "$(told org.verified "$jana"),$(told org.verified "$admin")" 1,1
get /kadan.xml
is '//town/@official' yes
# Roles with power sleep without a second factor.
as Jana weak
sql "REPLACE INTO membership VALUES ($jana, 563102, 264)"
get /kadan/lide
status 303
header location '*/ucet/overeni?zpet=*'
as Jana clerk,manager 563102
get $K.xml
valid
is '//claim/@state' verified
remember
post $K funkce=Starostka
refused 409
post $K/obnovit
refused 403

# --- people: invited by mail, a link for each
get /kadan/lide.xml
status 200
valid
is 'count(//person)' 1
is '//person/@admin' yes
get /kadan/lide
like 'jediného správce'
remember
post /kadan/lide mail=petr jmeno=Petr role=urednik
refused 422
post /kadan/lide mail=petr@kadan.example jmeno=Petr
refused 422
post /kadan/lide mail=petr@kadan.example jmeno=Petr role=urednik role=spravce
status 303
same 'a letter with a link' "$(told org.invite 0)" 1
invitation=$(sql 'SELECT MAX(id) FROM invitation')
# The link is in the letter only; a known one takes its place.
link=$(printf 'ab%.0s' {1..32})
sql "UPDATE token SET hash = UNHEX('$(python3 -c 'import hashlib; print(hashlib.blake2b(bytes.fromhex("ab"*32), digest_size=32).hexdigest())')') WHERE purpose = 'join' AND subject_id = $invitation"
nobody
get "/pozvanka/$link.xml"
status 200
valid
is '//invitation/name' Kadaň
post "/pozvanka/$link"
status 403
as Petr
petr=$person
get "/pozvanka/$link"
like 'Přijmout jako Petr'
same 'looking uses nothing up' "$(sql "SELECT state FROM invitation WHERE id = $invitation")" open
post "/pozvanka/$link"
status 303
same 'two of them now' "$(sql "SELECT roles FROM membership WHERE person_id = $petr")" 264
remember
post "/pozvanka/$link"
refused 409
get "/pozvanka/$link"
like 'už neplatí'
get "/pozvanka/$(printf 'cd%.0s' {1..32})"
status 404

# An invitation taken back opens nothing.
as Jana clerk,manager 563102
post /kadan/lide mail=eva@kadan.example jmeno=Eva role=schvalovatel
invitation=$(sql 'SELECT MAX(id) FROM invitation')
sql "UPDATE token SET hash = UNHEX('$(python3 -c 'import hashlib; print(hashlib.blake2b(bytes.fromhex("cd"*32), digest_size=32).hexdigest())')') WHERE purpose = 'join' AND subject_id = $invitation"
post "/kadan/lide/pozvanka/$invitation"
status 303
remember
post "/kadan/lide/pozvanka/$invitation"
refused 409
as Eva
eva=$person
post "/pozvanka/$(printf 'cd%.0s' {1..32})"
refused 409
get /kadan/lide
status 403
post /kadan/lide mail=eva@kadan.example jmeno=Eva role=spravce
refused 403
post /kadan/lide/odejit
refused 403

# Roles are changed by admins, from what they saw.
as Eva approver 563102
remember
get /kadan/lide
status 200
unlike 'name="mail"'
post "/kadan/lide/$jana" bylo=264
refused 403
as Petr clerk,manager 563102
remember
post "/kadan/lide/$eva" bylo=8 role=spravce
refused 409
like 'Mezitím se to změnilo'
post "/kadan/lide/$eva" bylo=16 role=schvalovatel role=koordinator
status 303
same 'approver and coordinator' "$(sql "SELECT roles FROM membership WHERE person_id = $eva")" 48
same 'she is told' "$(told org.news "$eva")" 1
post "/kadan/lide/$eva" bylo=48
status 303
same 'removed' "$(sql "SELECT COUNT(*) FROM membership WHERE person_id = $eva")" 0

# --- a rival: the admins vote
as Eva
sql "DELETE FROM throttle"
post $K funkce=Místostarostka
status 303
same 'a rival waits for the vote' "$(claim state),$(claim rival)" claimed,1
same 'both admins are asked' "$(told org.rival "$jana"),$(told org.rival "$petr")" 1,1
as Spravce admin
get $K.xml
valid
remember
post $K/dopis zpusob=posta
refused 409
as Jana clerk,manager 563102
get $K
like 'name="hlas"'
remember
post $K/hlas hlas=snad
refused 400
post $K/hlas hlas=ano
status 303
same 'one yes of two decides nothing' "$(claim state),$(claim 'COALESCE(accepted, 2)')" claimed,2
as Petr clerk,manager 563102
post $K/hlas hlas=ano
same 'both: the code goes to the office' "$(claim state),$(claim accepted)" code_sent,1
remember
post $K/hlas hlas=ne
refused 409
as Eva
code_is ABCDE23456
post $K/kod kod=ABCDE23456
same 'the former holder handed over' "$(sql "SELECT GROUP_CONCAT(state ORDER BY id) FROM town_claim WHERE state <> 'listed'")" handed_over,verified
same 'and the admins who said yes stay' "$(sql "SELECT COUNT(*) FROM membership WHERE town_code = 563102 AND roles & 256")" 3

# One no: only the data box of the office decides, and then the old admins go.
as Cizi
cizi=$person
sql "DELETE FROM throttle"
post $K funkce=Tajemník
as Petr clerk,manager 563102
post $K/hlas hlas=ne
same 'refused by one' "$(claim state),$(claim accepted)" claimed,0
remember
post $K/hlas hlas=ano
refused 409
as Spravce admin
remember
post $K/dopis zpusob=holub
refused 400
post $K/dopis zpusob=posta
refused 409
post $K/dopis zpusob=datova-schranka
status 200
like '[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}'
code=$(value '//*[local-name()="p"][@class="big"]')
same 'sent by data box' "$(claim state),$(claim way)" code_sent,data_box
as Cizi
post $K/kod "kod=$code"
same 'who proved the data box holds the town' "$(claim state),$(claim person_id)" "verified,$cizi"
same 'alone' "$(sql "SELECT GROUP_CONCAT(person_id) FROM membership WHERE town_code = 563102 AND roles & 256")" "$cizi"

# --- verified → suspended → verified, by the site
as Cizi clerk,manager 563102
remember
post $K/pozastavit duvod=zkouška
refused 403
as Spravce admin
remember
post $K/pozastavit duvod=
refused 422
post $K/obnovit
refused 409
post $K/pozastavit 'duvod=Mail obce někdo ukradl.'
status 303
same suspended "$(claim state),$(town official)" suspended,0
remember
post $K/pozastavit duvod=podruhé
refused 409
as Cizi clerk,manager 563102
remember
post $K/trva
refused 409
get $K.xml
valid
as Spravce admin
post $K/obnovit
same restored "$(claim state),$(town official)" verified,1
as Cizi clerk,manager 563102
sql "UPDATE town_claim SET check_on = '2026-12-01' WHERE held_town = 563102"
post $K/trva
status 303
same 'confirmed for another year' "$(claim check_on)" 2027-11-22

# --- the last admin leaves: listed again, what hangs stays
as Cizi clerk,manager 563102
remember
post "/kadan/lide/$cizi" bylo=264 role=urednik
refused 303
post /kadan/lide/odejit
status 303
same 'listed again' "$(claim state),$(town official)" listed,0
same 'the board stays' "$(sql 'SELECT COUNT(*) FROM board WHERE town_code = 563102')" 1
same 'the site is told' "$(sql "SELECT COUNT(*) > 0 FROM outbox WHERE kind = 'org.news' AND person_id = $admin")" 1

# A town without a known mail waits for the site's admin.
sql "UPDATE town SET official_mail = NULL WHERE code = 563102; DELETE FROM throttle"
as Jana
post $K funkce=Starostka
same 'waits' "$(claim state)" claimed
as Spravce admin
post $K/dopis zpusob=posta
status 200
same 'by post' "$(claim state),$(claim way)" code_sent,post

# In the tables nothing of a code or an address is in clear.
same 'no mail address in the outbox' "$(sql "SELECT COUNT(*) FROM outbox WHERE address LIKE '%kadan.example%' OR detail LIKE '%kadan%'")" 0
done_testing
