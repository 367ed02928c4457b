#!/bin/bash
# The desk of the site: what waits, how the jobs are, the log of acts, settings; for people of the site with a second factor, for nobody else.
. "${0%/*}/lib.sh"
D=/sprava
pages="$D $D/obce $D/organizace $D/urovne $D/provoz $D/zaznam $D/nastaveni $D/nastaveni/limity $D/nastaveni/limity/upravit?klic=sign-in $D/nastaveni/kategorie/pridat"
events() { sql "SELECT COUNT(*) FROM event_log"; }

# --- who may
nobody
for page in $pages; do get "$page" && status 403; done
as Jana
for page in $pages; do get "$page" && status 403; done
as Karla clerk,approver,coordinator,manager
for page in $pages; do get "$page" && status 403; done
unlike 'href="/sprava"'
as Slaby admin,weak
for page in $pages; do
	get "$page"
	status 303
	header location "*/ucet/overeni?zpet=*"
done
get /kadan
unlike 'href="/sprava"'
before=$(events)
for role in '' clerk,approver moderator admin,weak; do
	as "Nekdo${role//,/}" "$role"
	post $D/nastaveni/limity/upravit klic=sign-in sit=1 sit-doba=1 ucet=1 ucet-doba=1
	status 403
	post $D/nastaveni/kategorie/pridat klic=x nazev=X
	status 403
	post $D/provoz/znovu cislo=1
	status 403
done
same 'nothing is written' "$(sql 'SELECT COUNT(*) FROM throttle_limit'),$(sql "SELECT COUNT(*) FROM category_offer WHERE slug = 'x'"),$(events)" "0,0,$before"

# A moderator has the desk and what moderators decide.
as Dozor moderator
get $D
status 200
like 'href="/sprava/organizace"'
unlike 'href="/sprava/(obce|provoz|zaznam|nastaveni|urovne)'
for page in obce urovne provoz zaznam nastaveni; do get "$D/$page" && status 403; done
get $D/organizace
status 200

# --- the desk
as Sona admin
sql "UPDATE job_round SET done_at = '2026-11-22 07:30:00'; UPDATE source SET failures = 0; UPDATE outbox SET state = 'sent'"
get $D
status 200
like 'Nic nečeká'
like 'href="/sprava" aria-current="page"|aria-current="page" href="/sprava"'
get $D.xml
valid
is '//waiting/@jobs' 0
is '//counts/@towns' "$(sql 'SELECT COUNT(*) FROM town WHERE official')"
is '//counts/@notices' "$(sql 'SELECT COUNT(*) FROM notice WHERE hangs')"
get /kadan
like 'href="/sprava"'
get /ucet
like 'Správa webu'
for page in $pages; do
	get "$page"
	status 200
	# RELAX NG of the same page.
	[[ $page == *\?* ]] && get "${page/\?/.xml?}" || get "$page.xml"
	valid
done
get "$D/obce"
like 'Žádná obec teď o.{1,6}nic nežádá'
get "$D/urovne"
like 'Nikdo se zatím za nikoho nezaručil'
get "$D/organizace?strana=9"
status 404
for lang in en uk; do
	for page in $pages; do
		[[ $page == *\?* ]] && get "$page&jazyk=$lang" || get "$page?jazyk=$lang"
		status 200
	done
done

# --- what waits: a town whose office has no mail, a rival still voted on, an organisation
as Petra
petra=$person
sql "UPDATE town SET official_mail = NULL WHERE code = 563102"
post /kadan/prevzit funkce=Starostka
status 303
sql "INSERT INTO town_claim (town_code, person_id, state, duty, rival, vote_until, asked_at) VALUES (567027, $petra, 'claimed', 'Tajemnice', TRUE, '2026-12-01', '2026-11-20'),
	(562335, $petra, 'code_sent', 'Starostka', FALSE, NULL, '2026-11-19');
	UPDATE town_claim SET way = 'post', code_until = '2026-12-19' WHERE town_code = 562335;
	INSERT INTO organisation (id, slug, name, legal_form, ico, state, town_code, purpose, register_state, register_name, created_at) VALUES
		(8001, 'sokol', 'Sokol Lhota', 'association', '00261912', 'submitted', 999999, 'Cvičíme.', 'found', 'TJ Sokol Lhota', '2026-11-01'),
		(8002, 'skautky', 'Skautky', 'association', NULL, 'verified', 999999, 'Táboříme.', NULL, NULL, '2026-11-01');
	INSERT INTO level_grant (person_id, level, organisation_id, granted_by, granted_at, until) VALUES ($petra, 2, 8002, $petra, '2026-11-02', '2028-11-02'),
		($petra, 2, 8002, $petra, '2024-11-02', '2026-11-01')"
as Sona admin
get $D.xml
valid
is '//waiting/@claims' 1
is '//waiting/@organisations' 1
get $D
like 'Obce, které chtějí převzít stránku: 1'
like 'href="/sprava/obce"'
get $D/obce.xml
valid
is 'count(//claim)' 3
is '//claim[1]/@town' kadan
is '//claim[1]/@waiting' yes
is 'count(//claim[@waiting])' 1
is 'count(//claim[@voting])' 1
get $D/obce
like 'href="/kadan/prevzit"'
like 'čeká na kód ode vás'
like 'hlasují správci obce'
# The desk leads where the letter is made; after it, it no longer waits for us.
post /kadan/prevzit/dopis zpusob=posta
status 200
get $D/obce.xml
is 'count(//claim[@waiting])' 0
get $D/organizace.xml
valid
is '//organisation/@slug' sokol
get $D/organizace
like 'href="/organizace/sokol/sprava"'
like 'v.{1,6}registru: TJ Sokol Lhota'
get $D/urovne.xml
valid
is '//grant[1]/@state' over
is '//grant[2]/@state' valid

# --- operation
run jobs mail try nikdo@example.org
as Sona admin
sql "UPDATE job_round SET done_at = NULL"
get $D/provoz.xml
valid
is 'count(//job[@late])' 4
get $D
like 'Úlohy, které se opozdily: 4'
run jobs --once
get $D/provoz.xml
is 'count(//job[@late])' 0
is 'substring(//job[@name="mail"]/done/@utc, 1, 16)' 2026-11-22T07:32
sql "INSERT INTO source (id, town_code, kind, url, due_at, failures, problem) VALUES (71, 563102, 'information', 'https://obec.example.org/rss', '2026-11-22 09:00:00', 3, 'http 500');
	UPDATE outbox SET state = 'unknown', problem = 'no answer' ORDER BY id LIMIT 1"
letter=$(sql "SELECT MIN(id) FROM outbox WHERE state = 'unknown'")
get $D/provoz.xml
valid
is '//source/@failures' 3
is '//letters/@unknown' 1
is "//letter[@id = $letter]/@state" unknown
get $D/provoz
like 'http 500'
unlike 'nikdo@example.org'
post $D/provoz/znovu cislo="$letter"
status 303
same 'it waits again' "$(sql "SELECT state FROM outbox WHERE id = $letter")" waiting
same 'and the log has it' "$(sql "SELECT CONCAT_WS(' ', object, object_id, action, state_from, state_to) FROM event_log ORDER BY id DESC LIMIT 1")" "letter $letter site.health unknown waiting"
# What failed can be sent again while what it says is still kept.
sql "UPDATE outbox SET state = 'failed', problem = '554 5.6.0 no' WHERE id = $letter"
get $D/provoz.xml
valid
get $D/provoz
like "href=\"/sprava/provoz/znovu\?cislo=$letter\""
get "$D/provoz/znovu.xml?cislo=$letter"
valid
get "$D/provoz/znovu?cislo=$letter"
status 200
like '554 5.6.0 no'
unlike 'nikdo@example.org'
same 'looking sends nothing' "$(sql "SELECT state FROM outbox WHERE id = $letter")" failed
post $D/provoz/znovu cislo="$letter"
status 303
same 'it waits' "$(sql "SELECT state, due_at, since FROM outbox WHERE id = $letter")" $'waiting\t2026-11-22 07:32:00\t2026-11-22 07:32:00'
same 'the log has it, too' "$(sql "SELECT CONCAT_WS(' ', object, object_id, action, state_from, state_to) FROM event_log ORDER BY id DESC LIMIT 1")" "letter $letter site.health failed waiting"
sql "UPDATE outbox SET state = 'failed', detail = NULL, address = NULL WHERE id = $letter"
get $D/provoz
unlike "cislo=$letter"
get "$D/provoz/znovu?cislo=$letter"
status 404
post $D/provoz/znovu cislo="$letter"
status 409
sql "UPDATE outbox SET state = 'sent' WHERE id = $letter"
post $D/provoz/znovu cislo="$letter"
status 409
post $D/provoz/znovu cislo=abc
status 400
same 'what was sent stays sent' "$(sql "SELECT state FROM outbox WHERE id = $letter")" sent

# --- the log
get $D/zaznam.xml
valid
is '//act[1]/@object' letter
get $D/zaznam
like 'site.health'
get "$D/zaznam.xml?ceho=obec"
is 'count(//act[@object != "town"])' 0
ok 'towns are there' [ "$(value 'count(//act)')" -gt 1 ]
get "$D/zaznam.xml?ceho=obec&cislo=563102&co=town.decide"
is 'count(//act)' 1
is '//act/@slug' kadan
get "$D/zaznam.xml?kdo=$petra"
is "count(//act[@actor != $petra])" 0
get "$D/zaznam.xml?od=2026-11-23"
is 'count(//act)' 0
get "$D/zaznam.xml?do=2026-11-21"
is 'count(//act)' 0
get "$D/zaznam.xml?od=2026-11-22&do=2026-11-22"
ok 'today is in it' [ "$(value 'count(//act)')" -gt 1 ]
get "$D/zaznam?co=nic"
like 'Takový úkon tu není'
get "$D/zaznam?od=zitra"
status 422
like 'id="od-e"'
get "$D/zaznam.xml?od=zitra"
valid
sql "INSERT INTO event_log (at, object, object_id, action) SELECT '2026-11-22 06:00:00', 'notice', seq, 'notice.post' FROM seq_1_to_120"
get "$D/zaznam.xml?ceho=oznameni&co=notice.post"
valid
is 'count(//act)' 50
last=$(value '//older/@than')
get "$D/zaznam.xml?ceho=oznameni&co=notice.post&pred=$last"
is 'count(//act)' 50
is "count(//act[@id >= $last])" 0
get "$D/zaznam.xml?ceho=oznameni&co=notice.post&pred=$(value '//older/@than')"
is 'count(//act)' 20
is 'count(//older)' 0
get "$D/zaznam?ceho=oznameni&co=notice.post"
like "zaznam\?ceho=oznameni&amp;co=notice.post&amp;pred=$last"

# --- settings: limits are the program's until somebody decides
get $D/nastaveni/limity.xml
valid
is '//row[@key="sign-in"]/sit' 10
is 'count(//row) > 6' true
get "$D/nastaveni/limity/upravit?klic=report"
like 'name="sit"[^>]*value="10"'
edition() { value 'string(//form/field[@name="verze"]/value)'; }
get "$D/nastaveni/limity/upravit.xml?klic=report"
valid
old=$(edition)
post $D/nastaveni/limity/upravit klic=report verze="$old" sit=2 sit-doba=x ucet=0 ucet-doba=0
status 422
like 'id="sit-doba-e"'
like 'value="x"'
post $D/nastaveni/limity/upravit klic=report verze="$old" sit=-1 sit-doba=60 ucet=0 ucet-doba=0
status 422
post $D/nastaveni/limity/upravit klic=report verze="$old" sit=2 sit-doba=3600 ucet=0 ucet-doba=0
status 303
header location "*$D/nastaveni/limity"
same 'it is kept' "$(sql "SELECT CONCAT_WS(',', network_count, network_seconds) FROM throttle_limit WHERE action = 'report'")" 2,3600
same 'with before and after in the log' "$(sql "SELECT CONCAT(object, ' ', note, ' ', actor_id = $person) FROM event_log ORDER BY id DESC LIMIT 1")" 'setting limity/report: sit 10 → 2 1'
follow
status 200
get $D/nastaveni/limity.xml
is '//row[@key="report"]/sit' 2
is 'count(//row[@key="report"])' 1
# Somebody else was quicker: both are seen, nothing is written.
post $D/nastaveni/limity/upravit klic=report verze="$old" sit=7 sit-doba=60 ucet=0 ucet-doba=0
status 409
like 'Mezitím to změnil někdo jiný'
like 'value="7"'
same 'nothing is written' "$(sql "SELECT network_count FROM throttle_limit WHERE action = 'report'")" 2
before=$(events)
get "$D/nastaveni/limity/upravit.xml?klic=report"
post $D/nastaveni/limity/upravit klic=report verze="$(edition)" sit=2 sit-doba=3600 ucet=0 ucet-doba=0
status 303
same 'no change is no act' "$(events)" "$before"
# It holds at once, and counts outlive a refusal.
get "$D/nastaveni/limity/upravit.xml?klic=sign-in"
post $D/nastaveni/limity/upravit klic=sign-in verze="$(edition)" sit=2 sit-doba=300 ucet=10 ucet-doba=3600
status 303
nobody
from 198.51.100.7
for n in 1 2; do post /prihlaseni kdo="nikdo$n@obec.example" heslo=spatne-heslo; done
ok 'two are answered' [ "$code" != 429 ]
post /prihlaseni kdo=nikdo3@obec.example heslo=spatne-heslo
status 429
as Sona admin
for wrong in /nastaveni/nic /nastaveni/nic/upravit?klic=x /nastaveni/limity/upravit /nastaveni/limity/upravit?klic=nic /nastaveni/limity/pridat; do
	get "$D$wrong"
	status 404
done
post $D/nastaveni/limity/upravit klic=nic sit=1 sit-doba=1 ucet=1 ucet-doba=1
status 404
post $D/nastaveni/limity/pridat klic=nic sit=1 sit-doba=1 ucet=1 ucet-doba=1
status 404

# --- kinds of notices, categories: read where they are used
L=/lhota-nad-orlici
get "$D/nastaveni/oznameni/upravit.xml?klic=information"
post $D/nastaveni/oznameni/upravit klic=information verze="$(edition)" dnu=10 pilnych=0
status 303
get $D/nastaveni/kategorie.xml
valid
post $D/nastaveni/kategorie/pridat klic='Čtvrť' nazev=Čtvrť
status 422
like 'id="klic-e"'
post $D/nastaveni/kategorie/pridat klic=kultura nazev=Kultura
status 422
like 'Tahle adresa už je obsazená'
post $D/nastaveni/kategorie/pridat klic=svatby nazev='Svatby a <vítání>' nabizet=ano
status 303
get "$D/nastaveni/kategorie/upravit.xml?klic=sport"
post $D/nastaveni/kategorie/upravit klic=sport verze="$(edition)" nazev=Sport
status 303
same 'no longer offered' "$(sql "SELECT offered FROM category_offer WHERE slug = 'sport'")" 0
get $D/nastaveni/kategorie
like 'Svatby.{1,6}a.{1,6}&lt;vítání&gt;'
as Karla clerk,approver
get $L/nastenka/napsat.xml
valid
is '//form/field[@name="visi"]/value' 2026-12-02
is '//urgent/@left' 0
is 'count(//offer[@name="Svatby a <vítání>"])' 1
is 'count(//offer[@name="Sport"])' 0
get $L/nastenka/napsat
like '<option value="Svatby a &lt;vítání'
# --- how long what is kept
as Sona admin
get $D/nastaveni/uchovani.xml
valid
get $D/nastaveni/uchovani
like 'účet bez přihlášení'
get "$D/nastaveni/uchovani/upravit.xml?klic=letter"
is '//form/field[@name="doba"]/value' 30
post $D/nastaveni/uchovani/upravit klic=letter verze="$(edition)" doba=9999 jednotka=day
status 422
get "$D/nastaveni/uchovani/upravit.xml?klic=letter"
post $D/nastaveni/uchovani/upravit klic=letter verze="$(edition)" doba=2 jednotka=month
status 303
same 'it is kept' "$(sql "SELECT CONCAT(amount, unit) FROM retention WHERE what = 'letter' AND town_code = 0")" 2month
get "$D/nastaveni/uchovani/upravit.xml?klic=letter"
post $D/nastaveni/uchovani/upravit klic=letter verze="$(edition)" doba= jednotka=month
status 303
same 'nothing means for ever' "$(sql "SELECT amount IS NULL FROM retention WHERE what = 'letter' AND town_code = 0")" 1

# --- reasons and times of reports: the form of a report has them at once
get $D/nastaveni/duvody.xml
valid
get $D/nastaveni/duvody
like 'nastaveni/duvody/pridat'
post $D/nastaveni/duvody/pridat klic=hluk priorita=5 slova=Hluk
status 422
post $D/nastaveni/duvody/pridat klic=hluk priorita=4 slova='Hluk v noci'
status 303
get "$D/nastaveni/duvody/upravit.xml?klic=hluk"
valid
post $D/nastaveni/duvody/upravit klic=hluk verze="$(edition)" priorita=3 slova='Hluk v noci' nebezpeci=ano
status 303
same 'it is kept' "$(sql "SELECT CONCAT_WS(',', priority, illegal, nameless, danger, label) FROM report_reason WHERE code = 'hluk'")" '3,0,0,1,Hluk v noci'
get /nahlasit
like 'Hluk'
get $D/nastaveni/lhuty.xml
valid
get "$D/nastaveni/lhuty/upravit.xml?klic=1"
post $D/nastaveni/lhuty/upravit klic=1 verze="$(edition)" minut=60
status 303
same 'sooner' "$(sql 'SELECT minutes FROM report_target WHERE priority = 1')" 60
get $D
like 'href="/sprava/hlaseni"'

# --- trust
get $D/nastaveni/pomoc.xml
valid
is 'count(//setting/row)' 14
get $D/nastaveni/pomoc
like 'Odvoz'
get "$D/nastaveni/pomoc/upravit.xml?klic=zvirata"
post $D/nastaveni/pomoc/upravit klic=zvirata verze="$(edition)" uroven=1
status 303
same 'what is no longer offered' "$(sql "SELECT min_level, offered, crisis FROM help_category WHERE code = 'zvirata'" | tr '\t' ' ')" '1 0 0'
get "$D/nastaveni/duvera/upravit.xml?klic=keys"
post $D/nastaveni/duvera/upravit klic=keys verze="$(edition)" uroven=4
status 422
get "$D/nastaveni/duvera/upravit.xml?klic=keys"
post $D/nastaveni/duvera/upravit klic=keys verze="$(edition)" uroven=3
status 303
as Jana
get /uroven.xml
valid
is '//sensitive[@code="keys"]/@level' 3
get /uroven
like 'Klíče'
# --- that somebody was here again after hours is noted by this program, too
as Sona admin
sql "UPDATE session SET seen_at = '2026-11-22 03:00:00'"
get /sprava
status 200
done_testing
