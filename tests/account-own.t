#!/bin/bash
# One's own account: browsers, password, mail and its undoing, codes of an app, and the office that confirms a telephone.
. "${0%/*}/lib.sh"
sign_in() {
	nobody
	sql 'DELETE FROM throttle'
	post /prihlaseni kdo="$1" heslo="$2"
	take_cookie
}
secret='čtyři koně ve větru'
post /registrace jmeno=Věra prijmeni=Svobodová mail=vera@vesnice.example heslo="$secret" souhlas=ano
post "$(letter_link account.confirm)"
take_cookie
me=$(sql "SELECT id FROM person WHERE given = 'Věra'")
one=("${cookie[@]}") one_token=$csrf

# --- browsers
nobody
post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
take_cookie
two=("${cookie[@]}")
get /ucet/prihlaseni.xml
valid
is 'count(/page/session)' 2
is 'count(/page/session[@here])' 1
other=$(value '/page/session[not(@here)]/@id')
as Cizí
post /ucet/prihlaseni misto="$other"
status 404
same 'nobody ends the session of another' "$(sql "SELECT COUNT(*) FROM session WHERE person_id = $me")" 2
cookie=("${two[@]}")
get /ucet.xml
csrf=$(value /page/viewer/@token)
post /ucet/prihlaseni misto="$other" token=0000
status 403
post /ucet/prihlaseni misto="$other"
status 303
cookie=("${one[@]}")
get /ucet
status 303
cookie=("${two[@]}")
get /ucet
status 200
header cache-control '*no-store*'

# --- a new password: asked for the old one, ends the others, and the session itself is new
sign_in vera@vesnice.example "$secret"
third=("${cookie[@]}")
post /ucet/heslo stare='neco jineho tady' heslo='nova ctverice slov 7'
status 422
like 'id="stare-e"'
post /ucet/heslo stare="$secret" heslo=heslo12345
status 422
like 'id="heslo-e"'
post /ucet/heslo stare="$secret" heslo='  nova ctverice slov 7 😀 '
status 303
take_cookie
is 'count(/page/viewer)' 1
new=("${cookie[@]}")
for old in two third; do
	declare -n jar=$old
	cookie=("${jar[@]}")
	get /ucet
	status 303
done
nobody
post /prihlaseni kdo=vera@vesnice.example heslo='nova ctverice slov 7 😀'
status 422
post /prihlaseni kdo=vera@vesnice.example heslo='  nova ctverice slov 7 😀 '
status 303
secret='  nova ctverice slov 7 😀 '
take_cookie

# --- another telephone: a code to the new one, news to the number that was and to the mail
is_phone() { get /ucet.xml && valid && is "/page/contact[@kind='phone']" "$1"; }
new_phone() { # NUMBER: asks for it, leaves the code and what the form carries
	sql 'DELETE FROM throttle'
	post /ucet/telefon telefon="$1" heslo="$secret"
	status 200
	step=$(value 'string(//input[@name="krok"]/@value)')
	code_sent=$(letter account.change-phone | sed -n 's/^code=//p')
}
get /ucet
like 'href="/ucet/telefon"'
like 'href="/uroven"'
like 'href="/organizace/zalozit"'
get /ucet/telefon.xml
valid
post /ucet/telefon telefon='601 234 987' heslo='spatne heslo'
status 422
post /ucet/telefon telefon='12' heslo="$secret"
status 422
same 'no code was sent' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.change-phone'")" 0
new_phone '601 234 987'
like '… 987'
same 'by SMS' "$(sql "SELECT channel FROM outbox WHERE kind = 'account.change-phone'")" sms
post /ucet/telefon/kod kod='0000 0000' krok="$step"
status 422
is 'string(//input[@name="krok"]/@value)' "$step"
is_phone ''
post /ucet/telefon/kod kod="$code_sent" krok="$step"
status 303
is_phone '+420 … 987'
same 'the mail is told' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.phone-changed' AND channel = 'mail'")" 1
new_phone '602 345 876'
post /ucet/telefon/kod kod="$code_sent" krok="$step"
status 303
is_phone '+420 … 876'
same 'the number that was is told, too' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.phone-changed' AND channel = 'sms'")" 1
undo_phone=$(letter account.phone-changed | grep -oE '/odkaz/[0-9a-f]{64}')
new_phone '603 456 765'
now 2026-11-22T08:42:01+01:00
post /ucet/telefon/kod kod="$code_sent" krok="$step"
status 303
header location "$BASE/ucet/telefon"
now 2026-11-22T08:32:00+01:00
is_phone '+420 … 876'
# What another person's form carries is no use, and a number somebody has cannot be taken.
mine=("${cookie[@]}") mine_token=$csrf
new_phone '603 456 765'
as Cizí
post /ucet/telefon/kod kod="$code_sent" krok="$step"
status 303
same 'only one has the number' "$(sql "SELECT COUNT(*) FROM contact WHERE kind = 'phone'")" 1
sql "INSERT INTO contact (person_id, kind, sealed, address_hash, confirmed_at) SELECT $person, kind, sealed, address_hash, confirmed_at FROM contact WHERE kind = 'phone'"
cookie=("${mine[@]}") csrf=$mine_token
sql "DELETE FROM contact WHERE kind = 'phone' AND person_id = $me; DELETE FROM outbox WHERE kind = 'account.change-phone'"
post /ucet/telefon telefon='602 345 876' heslo="$secret"
status 200
same 'to a number somebody has goes no code, and the page is the same' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.change-phone'")" 0
sql "DELETE FROM contact WHERE kind = 'phone'"
# The link brings the number back and signs everybody out.
nobody
get "$undo_phone"
like 'Vrátit původní telefon'
like '… 987'
post "$undo_phone"
status 303
same 'every browser is signed out' "$(sql "SELECT COUNT(*) FROM session WHERE person_id = $me")" 0
sign_in vera@vesnice.example "$secret"
is_phone '+420 … 987'

# --- another mail: a link to the new one, news with an undo to the old one
post /ucet/mail mail=nova@vesnice.example heslo='spatne heslo'
status 422
post /ucet/mail mail=nova@vesnice.example heslo="$secret"
status 303
is_mail() { get /ucet.xml && is "/page/contact[@kind='mail']" "$1"; }
is_mail ve…@vesnice.example
link=$(letter_link account.change-mail)
get "$link.xml"
is /page/link/@address no…@vesnice.example
post "$link"
status 303
is_mail no…@vesnice.example
same 'the old address hears of it' "$("$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(address) FROM outbox WHERE kind = 'account.mail-changed'")" 2>/dev/null ||
	"$BUILD/tests/unit/unseal" "$T/keys" contact "$(sql "SELECT HEX(address) FROM outbox WHERE kind = 'account.mail-changed'")")" vera@vesnice.example
undo=$(letter_link account.mail-changed)
same 'seven days to undo' "$(sql "SELECT TIMESTAMPDIFF(DAY, created_at, expires_at) FROM token WHERE purpose = 'undo_mail' ORDER BY created_at DESC, used_at IS NULL DESC LIMIT 1")" 7
get "$undo.xml"
is /page/link/@address ve…@vesnice.example
nobody
post "$undo"
status 303
same 'every browser is signed out' "$(sql "SELECT COUNT(*) FROM session WHERE person_id = $me")" 0
sign_in vera@vesnice.example "$secret"
is_mail ve…@vesnice.example
# An address somebody else has changes nothing and tells nothing.
post /registrace jmeno=Karel mail=karel@vesnice.example heslo='uplne jina slova' souhlas=ano
nobody
sql 'DELETE FROM throttle'
post /registrace jmeno=Karel mail=karel@vesnice.example heslo='uplne jina slova' souhlas=ano
post "$(letter_link account.confirm)"
sign_in vera@vesnice.example "$secret"
before=$(sql 'SELECT COUNT(*) FROM token')
post /ucet/mail mail=karel@vesnice.example heslo="$secret"
status 303
same 'no link to an address of somebody else' "$(sql 'SELECT COUNT(*) FROM token')" "$before"
same 'who holds it hears of it' "$(sql "SELECT COUNT(*) FROM outbox WHERE kind = 'account.exists'")" 1

# --- codes of an app
get /ucet/overeni.xml
valid
is /page/factor/@state none
key=$(value /page/secret/key) sealed=$(value "/page/form/field[@name='klic']/value")
totp() { oathtool --totp -b "$key" --now "@$(date -d "$SOUSEDE_NOW" +%s)" 2>/dev/null || oathtool --totp -b "$key" --now "$(date -u -d "$SOUSEDE_NOW" '+%F %T UTC')"; }
post /ucet/overeni kod=000000 klic="$sealed" heslo="$secret"
status 422
like 'id="kod-e"'
post /ucet/overeni kod="$(totp)" klic="$sealed" heslo='spatne heslo'
status 422
like 'id="heslo-e"'
same 'nothing is set up yet' "$(sql 'SELECT COUNT(*) FROM second_factor')" 0
as Cizí
post /ucet/overeni kod="$(totp)" klic="$sealed" heslo="$secret"
status 422
sign_in vera@vesnice.example "$secret"
post /ucet/overeni kod="$(totp)" klic="$sealed" heslo="$secret"
status 200
is 'count(//ol/li)' 10
paper=$(value '//ol/li[1]')
take_cookie
same 'the key is sealed' "$(sql "SELECT COUNT(*) FROM second_factor WHERE kind = 'totp' AND INSTR(secret, '$key')")" 0
get /ucet/overeni.xml
is /page/factor/@state strong
is /page/factor/@left 10
valid

# From now on signing in asks for it; a code is good once.
nobody
sql 'DELETE FROM throttle'
post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
status 200
no_header set-cookie
like 'name="kod"'
is 'count(//*[@role="alert"])' 0   # nothing was wrong: the code was not asked for yet
step=$(value "//input[@name='krok']/@value")
post /prihlaseni/kod krok="$step" kod="$(totp)"
status 422
now 2026-11-22T08:33:00+01:00
post /prihlaseni/kod krok="$step" kod="$(totp)"
status 303
header set-cookie '__Host-s=*'
post /prihlaseni/kod krok="$step" kod="$(totp)"
status 422
bent=$([ "${step:60:1}" = 0 ] && echo 1 || echo 0)
post /prihlaseni/kod krok="${step:0:60}$bent${step:61}" kod="$(totp)"
status 303
header location "$BASE/prihlaseni*"
no_header set-cookie
post /prihlaseni/kod krok="$step" kod="$paper"
status 303
header set-cookie '__Host-s=*'
post /prihlaseni/kod krok="$step" kod="$paper"
status 422
now 2026-11-22T08:50:00+01:00
post /prihlaseni/kod krok="$step" kod="$(totp)"
status 303
header location "$BASE/prihlaseni*"
no_header set-cookie

# A link to a new password does not step over it.
sql 'DELETE FROM throttle'
post /zapomenute-heslo kdo=vera@vesnice.example
post "$(letter_link account.reset)" heslo="$secret"
header location "$BASE/prihlaseni"
post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
status 200
no_header set-cookie

# --- what one says about oneself
step=$(value "//input[@name='krok']/@value")
post /prihlaseni/kod krok="$step" kod="$(totp)"
status 303
take_cookie
get /ucet/profil.xml
valid
is "/page/form/field[@name='jmeno']/value" Věra
is "/page/form/field[@name='prijmeni']/value" S.
version=$(value "/page/form/field[@name='verze']/value")
post /ucet/profil jmeno=Věra prijmeni=Svobodná obec='Lhota nad Orlicí' umim='odvoz, nákup' jazyky=cs jazyky=uk doprava=pesky doprava=auto kdy=vecer zpravy=denne verze="$version"
status 303
same 'kept as the tables want it' "$(sql "SELECT CONCAT_WS('|', name, full_name, town_code, about, languages, transport, times, told) FROM person WHERE id = $me")" \
	'Věra S.|0|999999|odvoz, nákup|cs,uk|foot,car|evening|daily'
post /ucet/profil jmeno=Věra prijmeni=Svobodná umim='jiná slova' verze="$version"
status 409
like 'odvoz, nákup'
like 'jiná slova'
get /ucet/profil.xml
version=$(value "/page/form/field[@name='verze']/value")
is "count(/page/form/field[@name='doprava']/option[@selected])" 2
post /ucet/profil jmeno=Věra prijmeni=Svobodná cele=ano verze="$version"
status 303
same 'the whole name only when she wants it' "$(sql "SELECT CONCAT_WS('|', name, full_name) FROM person WHERE id = $me")" 'Věra Svobodná|1'
get /ucet/profil.xml
version=$(value "/page/form/field[@name='verze']/value")
post /ucet/profil jmeno=Věra verze="$version"
same 'and not any longer' "$(sql "SELECT CONCAT_WS('|', name, full_name) FROM person WHERE id = $me")" 'Věra|0'
get /ucet/profil.xml
version=$(value "/page/form/field[@name='verze']/value")
post /ucet/profil jmeno= obec=Nikdeves umim='volejte 777 123 456' doprava=raketa verze="$version"
status 422
for field in jmeno obec umim doprava; do ok "$field says what is wrong" grep -q "id=\"$field-e\"" "$T/body"; done
like 'volejte 777 123 456'

# Turned off only with the password.
post /ucet/overeni/konec heslo=spatne
status 422
same 'still there' "$(sql "SELECT COUNT(*) FROM second_factor WHERE person_id = $me AND kind = 'totp'")" 1
post /ucet/overeni/konec heslo="$secret"
status 303
same 'gone with its recovery codes' "$(sql "SELECT COUNT(*) FROM second_factor WHERE person_id = $me")" 0

# --- a ban ends it at once, and signing in says so only to who knows the password
sql "UPDATE person SET standing = 'banned' WHERE id = $me"
get /ucet
status 303
nobody
sql 'DELETE FROM throttle'
post /prihlaseni kdo=vera@vesnice.example heslo='spatne heslo'
unlike zablokovaný
post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
status 422
like zablokovaný
no_header set-cookie

# --- guessing has its end
for _ in {1..9}; do post /prihlaseni kdo=vera@vesnice.example heslo='spatne heslo'; done
post /prihlaseni kdo=vera@vesnice.example heslo="$secret"
status 429
header retry-after
sql "UPDATE person SET standing = 'normal' WHERE id = $me"
sql 'DELETE FROM throttle'

# --- power wants it: a clerk without the code is led to it, and the row stays as it was
as Úřednice clerk,weak 563102
get /kadan/potvrdit-telefon
status 303
header location "$BASE/ucet/overeni?zpet=%2Fkadan%2Fpotvrdit-telefon"
get /ucet/overeni.xml
is /page/factor/@needed yes
post /kadan/potvrdit-telefon telefon=777123456
status 403

# --- a telephone only: the office confirms it
nobody
sql 'DELETE FROM throttle'
post /registrace jmeno=Anežka telefon='777 123 456' heslo='babicka jede vlakem' souhlas=ano
header location "$BASE/registrace/telefon"
follow
like 'Zavolejte na obecní úřad'
post /prihlaseni kdo=777123456 heslo='babicka jede vlakem'
status 422
as Souseda
get /kadan/potvrdit-telefon
status 403
as Úřednice clerk 563102
get /kadan/potvrdit-telefon.xml
status 200
valid
get /ucet.xml
valid
is /page/role Kadaň
is /page/role/@clerk 1
is /page/role/@manager 0
post /kadan/potvrdit-telefon telefon=601000000
status 422
like 'nikdo nečeká'
post /kadan/potvrdit-telefon telefon='+420 777 123 456'
status 200
like Anežka
her=$(value "//input[@name='kdo']/@value")
post /kadan/potvrdit-telefon telefon=777123456 kdo="$((her + 1000))"
status 404
post /kadan/potvrdit-telefon telefon=777123456 kdo="$her"
status 303
same 'in whose name' "$(sql "SELECT CONCAT_WS(' ', action, actor_id = $person, note) FROM event_log WHERE object_id = $her")" 'person.confirm 1 kadan'
nobody
sql 'DELETE FROM throttle'
post /prihlaseni kdo=00420777123456 heslo='babicka jede vlakem'
status 303
# Her number is nowhere in clear.
ok 'a copy of the database has no number and no mail' sh -c "! { '$SRC/schema/server' sql '$DB' -N -e 'SELECT table_name FROM information_schema.tables WHERE table_schema = \"sousede\"' |
	while read -r t; do '$SRC/schema/server' sql '$DB' sousede -N --raw -e \"SELECT * FROM \$t\"; done | grep -aE '777 ?123 ?456|vera@vesnice|Svobodov'; }"
done_testing
