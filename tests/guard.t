#!/bin/bash
# Forms that strangers send: a field nobody sees, the age of the form, work of the browser, a plain question without scripts. And nothing anybody typed is lost.
. "${0%/*}/lib.sh"
fields=(jmeno=Věra prijmeni=Svobodová mail=vera@obec.example heslo='lípa vůz komín 4' souhlas=ano)
people() { sql 'SELECT COUNT(*) FROM person WHERE given = "Věra"'; }
# What stands in the form that was just got, as a browser without scripts would send it.
opened() { once=$(value 'string(//input[@name="once"]/@value)') stamp=$(value 'string(//input[@name="stamp"]/@value)'); }

get /registrace
status 200
like 'src="/s/straz\.[0-9a-f]{8}\.js"'
is 'count(//div[@hidden]/input[@name="web"][@tabindex="-1"][@autocomplete="off"])' 1
is 'count(//noscript//input[@name="otazka"])' 1
is 'count(//*[@style])' 0
get /registrace.xml
valid
is 'string(//form/@work)' 15

# Whose browser works sees no question, no picture, no extra page.
post /registrace "${fields[@]}"
status 303
header location "$BASE/registrace/posta"
same 'one person' "$(people)" 1

# Without scripts: the question, by a number or by a word, in any of the languages.
ask() { # SECONDS ANSWER FIELD…: opens the form and sends it after so many seconds; ANSWER is SUM, CS, UK, or what it says
	local word=$2 sum
	now "2026-11-22T09:00:00+01:00"
	get /registrace.xml
	once=$(value 'string(//form/@once)') stamp=$(value 'string(//form/@stamp)')
	sum=$(($(value 'number(//field[@name="otazka"]/@low)') + $(value 'number(//field[@name="otazka"]/@high)')))
	case $2 in
	SUM) word=$sum ;;
	CS) word=$(sed -n "s/^$sum \([a-z]*\).*/\1/p" "$SRC/schema/numbers.txt") ;;
	UK) word=$(sed -n "s/^$sum .* //p" "$SRC/schema/numbers.txt") ;;
	esac
	now "$(date -d "2026-11-22T09:00:00+01:00 + $1 seconds" +%FT%T%:z)"
	sql 'DELETE FROM throttle'
	post /registrace "${fields[@]/vera@/v$RANDOM$RANDOM@}" once="$once" stamp="$stamp" otazka="$word" "${@:3}"
}
ask 10 SUM
status 303
ask 10 CS
status 303
ask 10 UK
status 303
ask 10 ' 99 '
status 422
like 'Odpovězte prosím na otázku'
is 'count(//main//noscript)' 0
is 'string(//input[@name="jmeno"]/@value)' Věra
is 'string(//a[@href="#otazka"]/@href)' '#otazka'
get '/registrace?jazyk=uk'
like 'Скільки буде (один|два|три|чотири|п’ять|шість|сім|вісім|дев’ять) плюс'
get '/registrace?jazyk=en'
like 'How much is (one|two|three|four|five|six|seven|eight|nine) plus'

# Too fast: the form comes back with what was typed; sent again after a moment it is taken.
before=$(people)
ask 2 SUM
status 422
like 'ještě jednou'
like 'Jen heslo napište znovu'
is 'string(//input[@name="prijmeni"]/@value)' Svobodová
same 'nobody came of it' "$(people)" "$before"
opened
# Its age counts from the first opening; what is left is the question.
now 2026-11-22T09:00:03+01:00
post /registrace "${fields[@]}" once="$once" stamp="$stamp"
status 422
is 'count(//*[@id="znovu"])' 0
like 'Odpovězte prosím na otázku'
ask 3 SUM
status 303
ask $((24 * 3600)) SUM
status 303
ask $((24 * 3600 + 1)) SUM
status 422
like 'otevřený příliš dlouho'
is 'string(//input[@name="prijmeni"]/@value)' Svobodová

# What programs do.
before=$(people)
ask 10 '' web=https://zlo.example
status 422
like 'Odpovězte prosím na otázku'
now 2026-11-22T08:32:00+01:00
post /registrace "${fields[@]}" web=https://zlo.example
status 422
is 'string(//input[@name="web"]/@value)' ''
post /registrace "${fields[@]}" stamp=
status 422
post /registrace "${fields[@]}" stamp=0000000000000000000000000000000000000000000000000000000000000000000000000
status 422
# A stamp is for one filling-in of one form.
mapfile -t stamped < <(stamp /zapomenute-heslo aaaa)
post /registrace "${fields[@]}" once=aaaa "${stamped[@]}"
status 422
mapfile -t stamped < <(stamp /registrace aaaa)
post /registrace "${fields[@]}" once=bbbb "${stamped[@]}"
status 422
mapfile -t stamped < <(stamp /registrace aaaa -100)
post /registrace "${fields[@]}" once=aaaa "${stamped[@]}"
status 422
mapfile -t stamped < <(stamp /registrace aaaa)
post /registrace "${fields[@]}" once=aaaa "${stamped[0]}" prace=1
status 422
post /registrace "${fields[@]}" once=aaaa "${stamped[0]}" prace=99999999999999999999
status 422
same 'nobody came of any of it' "$(people)" "$before"
mapfile -t stamped < <(stamp /registrace aaaa)
for n in 1 2 3; do
	sql 'DELETE FROM throttle'
	post /registrace "${fields[@]/vera@/vera$n@}" once=aaaa "${stamped[@]}"
	status 303
done
same 'a stamp sent three times is one account' "$(people)" $((before + 1))

# The forgotten password has the same watch; whoever is signed in is not bothered.
get /zapomenute-heslo
is 'count(//noscript//input[@name="otazka"])' 1
post /zapomenute-heslo kdo=vera@obec.example stamp=
status 422
is 'string(//input[@name="kdo"]/@value)' vera@obec.example
post /zapomenute-heslo kdo=vera@obec.example
status 303
as Jana
get /zapomenute-heslo
is 'count(//input[@name="stamp"])' 0
post /zapomenute-heslo kdo=vera@obec.example
status 303
get /prihlaseni
nobody
get /prihlaseni
is 'count(//input[@name="stamp"])' 0

# Mail that is thrown away: said beside the field, nothing else is lost. What only looks like it is taken.
nobody
sql 'DELETE FROM throttle'
before=$(people)
for host in mailinator.com box.yopmail.com GUERRILLAMAIL.com; do
	post /registrace jmeno=Věra mail="vera@$host" heslo='lípa vůz komín 4' souhlas=ano
	status 422
	like 'Tahle schránka brzy zmizí'
	is 'string(//input[@name="mail"]/@value)' "vera@$host"
done
same 'nobody came of it' "$(people)" "$before"
post /registrace jmeno=Věra mail=vera@notmailinator.com heslo='lípa vůz komín 4' souhlas=ano
status 303
same 'the list is in order, without doubles' "$(grep -v '^#' "$SRC/schema/disposable.txt")" "$(grep -v '^#' "$SRC/schema/disposable.txt" | LC_ALL=C sort -u)"

done_testing
