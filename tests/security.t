#!/bin/bash
# Bars of reliability.md that a stranger would try first: who may what on every route (B22), forms of other sites, limits (B16), hostile text (B18),
# headers, cookies and caches (B19), accounts that nobody can guess (B23).
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
programs_here=(home board embed account org moderate admin help dispatch)
for extra in moderate privacy; do [ ! -x "$BUILD/$extra" ] || programs_here+=("$extra"); done
routes=$(for p in "${programs_here[@]}"; do [ ! -x "$BUILD/$p" ] || "$BUILD/$p" routes; done)
declare -A allowed
while read -r action names; do allowed[$action]=$names; done < <(sed -n 's/^\t{ "\([a-z.]*\)", \(.*\) },.*/\1 \2/p' "$SRC/cgi-bin/web/policy.c" | tr -d '|')
ok 'the policy is read' [ ${#allowed[@]} -gt 30 ]

# Everything that is not a count of requests or the hour somebody was seen.
tables=$(sql "SELECT GROUP_CONCAT(table_name ORDER BY table_name) FROM information_schema.tables WHERE table_schema = 'sousede' AND table_type = 'BASE TABLE'
  AND table_name NOT IN ('session', 'throttle', 'schema_version', 'person', 'membership')")
rows() { sql "CHECKSUM TABLE $tables; SELECT id, name, roles, standing, version FROM person; SELECT * FROM membership"; }
path_of() {
	path=${1//:town/lhota-nad-orlici} path=${path//:id/1} path=${path//:word/abc}
	[ "$path" = "$1" ] && [[ $1 == */ ]] || :
}

# --- B22: every route by every role; whoever may not is refused over HTTP, and not a row changes

declare -A who=([visitor]='' [person]='Pavel' [clerk]='Karla clerk' [approver]='Alena approver' [coordinator]='Kuba coordinator' [manager]='Petr manager'
	[moderator]='Milan moderator' [admin]='Sona admin' [foreign]='Zdena clerk,approver,coordinator,manager 563102' [weak]='Vera clerk,approver,manager,moderator,admin,weak')
declare -A bits=([visitor]='VISITOR' [person]='VISITOR PERSON' [clerk]='VISITOR PERSON CLERK' [approver]='VISITOR PERSON APPROVER'
	[coordinator]='VISITOR PERSON COORDINATOR' [manager]='VISITOR PERSON TOWN_ADMIN' [moderator]='VISITOR PERSON MODERATOR' [admin]='VISITOR PERSON ADMIN'
	[foreign]='VISITOR PERSON' [weak]='VISITOR PERSON')
may() {
	local bit
	for bit in ${bits[$1]}; do [[ " ${allowed[$2]} " == *" $bit "* ]] && return; done
	return 1
}
cells=0 wrong=''
for role in visitor person clerk approver coordinator manager moderator admin foreign weak; do
	# shellcheck disable=SC2086
	if [ "${who[$role]}" ]; then as ${who[$role]}; else nobody; fi
	before=$(rows)
	while read -r method route action _ formats; do
		path_of "$route"
		may $role "$action" && continue
		[ $((formats & 32768)) = 0 ] || path+=.jpg
		cells=$((cells + 1))
		if [ "$method" = GET ]; then
			get "$path"
			[[ $code == 403 || ($code == 303 && $(header_value location) == "$BASE"/@(prihlaseni|ucet/overeni)\?zpet=*) ]] || wrong+="$role $method $path $code; "
		else
			post "$path" nazev='Nemá právo' text=x duvod=neplati verze=1 role=uredník
			[ "$code" = 403 ] || wrong+="$role $method $path $code; "
		fi
	done <<<"$routes"
	same "$role: what is refused changes nothing" "$(rows)" "$before"
done
same 'nobody passes where the table says no' "$wrong" ''
ok "$cells refusals were asked for" [ $cells -gt 130 ]

# Whoever may, gets an answer that is no failure of ours.
broken=''
for role in visitor person clerk approver manager moderator admin; do
	# shellcheck disable=SC2086
	if [ "${who[$role]}" ]; then as ${who[$role]}; else nobody; fi
	while read -r method route action _ formats; do
		path_of "$route"
		[ "$method" = GET ] && may $role "$action" && [ $((formats & 1)) = 1 ] || continue
		get "$path"
		[[ $code =~ ^(200|303|308|400|403|404|409|410|422)$ ]] || broken+="$role $path $code; "
	done <<<"$routes"
done
same 'and nothing breaks where it says yes' "$broken" ''

# --- forms of other sites, and of other people

as Vsichni clerk,approver,coordinator,manager,moderator,admin
before=$(rows) wrong=''
own=$csrf
while read -r method route action _ formats; do
	# One row is asked by programs of mail: its address is the secret, and there is none here (tests/mail.t).
	[ "$method" = POST ] && [ $((formats & 8192)) = 0 ] || continue
	path_of "$route"
	post "$path" token=0000000000000000000000000000000000000000000000000000000000000000 nazev='Cizí' text=x
	[ "$code" = 403 ] || wrong+="$path without its token $code; "
	printf 'token=%s&nazev=x&text=x' "$own" >"$T/data"
	request POST "$path" 'Content-Type: application/x-www-form-urlencoded' "Content-Length: $(stat -c %s "$T/data")" 'Sec-Fetch-Site: cross-site' <"$T/data"
	[ "$code" = 403 ] || wrong+="$path from elsewhere $code; "
	request POST "$path" 'Content-Type: application/x-www-form-urlencoded' "Content-Length: $(stat -c %s "$T/data")" 'Origin: https://zlo.example' <"$T/data"
	[ "$code" = 403 ] || wrong+="$path from another origin $code; "
done <<<"$routes"
same 'no form of another site is taken' "$wrong" ''
same 'and not a row changes' "$(rows)" "$before"

# --- B19: headers, cookies, caches

wrong=''
for role in visitor admin; do
	# shellcheck disable=SC2086
	if [ "${who[$role]}" ]; then as ${who[$role]}; else nobody; fi
	while read -r method route action _ formats; do
		path_of "$route"
		[ "$method" = GET ] && [ $((formats & 1)) = 1 ] || continue
		get "$path"
		[[ $(header_value content-security-policy) == "default-src 'none'"*"base-uri 'none'"* ]] || wrong+="$path policy; "
		[ "$(header_value x-content-type-options)" = nosniff ] || wrong+="$path nosniff; "
		[[ $(header_value strict-transport-security) == max-age=31536000* ]] || wrong+="$path hsts; "
		[[ $route == *vlozit* || $route == /oembed || $(header_value content-security-policy) == *"frame-ancestors 'none'" ]] || wrong+="$path frames; "
		# What stands in other sites does not know who looks.
		[[ $route != /vlozit/* && $(header_value cache-control) == *public* && $role = admin ]] && wrong+="$path public to somebody; "
		if [ "$code" = 200 ] && { [ $((formats & 1024)) != 0 ] || ! may visitor "$action"; }; then
			[ "$(header_value cache-control)" = no-store ] || wrong+="$path $(header_value cache-control); "
		fi
		grep -qaE '<script>|<script [^>]*>[^<]|<style|[[:space:]]on[a-z]+="|style="' "$T/body" && ! grep -qa 'application/ld' "$T/body" && wrong+="$path inline; "
		while IFS= read -r line; do
			[[ $line == *HttpOnly* && $line == *Secure* && $line == *SameSite=* && $line == *Path=/* ]] || wrong+="$path cookie $line; "
		done < <(header_value set-cookie)
	done <<<"$routes"
done
same 'headers are as the table says' "$wrong" ''

# --- B16: how often. Ten sign-ins from one network in five minutes, whoever they are for; ten an hour for one account from anywhere.

nobody
from 2001:db8:1:2::1
for n in 1 2 3 4 5 6 7 8 9 10; do
	from "2001:db8:1:2::$n"
	post /prihlaseni kdo="nikdo$n@obec.example" heslo=spatne-heslo
done
ok 'ten are answered' [ "$code" != 429 ]
from 2001:db8:1:2:ffff::1
post /prihlaseni kdo=nikdo@obec.example heslo=spatne-heslo
status 429
header retry-after '[1-9]*'
like 'příliš často'
from 2001:db8:1:3::1
post /prihlaseni kdo=nikdo@obec.example heslo=spatne-heslo
ok 'another network is not in the way' [ "$code" != 429 ]
from ::ffff:192.0.2.77
for n in 1 2 3 4 5 6 7 8 9 10; do post /prihlaseni kdo="jiny$n@obec.example" heslo=spatne-heslo; done
from 192.0.2.77
post /prihlaseni kdo=nikdo@obec.example heslo=spatne-heslo
status 429
now 2026-11-22T08:37:30+01:00
post /prihlaseni kdo=nikdo@obec.example heslo=spatne-heslo
ok 'after five minutes it is free again' [ "$code" != 429 ]
from 203.0.113.9
for minute in 40 45; do
	now 2026-11-22T08:$minute:30+01:00
	for n in 1 2 3 4 5; do post /prihlaseni kdo=obet@obec.example heslo=spatne-heslo; done
	ok 'five for one account are answered' [ "$code" != 429 ]
done
now 2026-11-22T08:50:30+01:00
post /prihlaseni kdo=obet@obec.example heslo=spatne-heslo
status 429
post /prihlaseni kdo=soused@obec.example heslo=spatne-heslo
ok 'another account is not in the way' [ "$code" != 429 ]
from 203.0.113.10
post /prihlaseni kdo=obet@obec.example heslo=spatne-heslo
ok 'the owner at home is not locked out' [ "$code" != 429 ]
same 'only hashes of networks and accounts are kept' "$(sql "SELECT COUNT(*) FROM throttle WHERE LENGTH(bucket) <> 32")" 0
from 192.0.2.1
now 2026-11-22T08:32:00+01:00

# --- B23: an account that exists answers as one that does not

as Klara
sql 'DELETE FROM throttle'
nobody
plain() { sed -E 's/(name="once" value|data-challenge)="[0-9a-f]+"//g; s/(jana|eva)@obec\.example/WHO/g' "$T/body"; }
post /prihlaseni kdo=jana@obec.example heslo=spatne-heslo
one=$(plain) code_one=$code
sql "INSERT INTO credential (person_id, password_hash, changed_at) SELECT MAX(id), 'x', UTC_TIMESTAMP() FROM person"
post /prihlaseni kdo=eva@obec.example heslo=spatne-heslo
same 'sign-in: the same answer' "$code $(plain)" "$code_one $one"
post /zapomenute-heslo kdo=jana@obec.example
one="$code $(header_value location | sed 's/[0-9a-f]\{32,\}/X/')"
post /zapomenute-heslo kdo=eva@obec.example
same 'forgotten password: the same answer' "$code $(header_value location | sed 's/[0-9a-f]\{32,\}/X/')" "$one"

# --- B18: hostile text, posted by somebody who may, is only text

as Karla clerk
vectors=('<script>alert(1)</script>' '<img src=x onerror=alert(1)>' '<svg onload=alert(1)>' '[a](javascript:alert(1))' '[a](JaVaScRiPt:alert(1))' '[a](data:text/html,<script>alert(1)</script>)'
	'[a](vbscript:x)' '![a](javascript:alert(1))' '<a href="javascript:alert(1)">x</a>' '"><script>alert(1)</script>' "'><img src=x onerror=alert(1)>" '</textarea><script>alert(1)</script>'
	'</title><script>alert(1)</script>' '<iframe src=//zlo.example></iframe>' '<math><mi//xlink:href="data:x,<script>alert(1)</script>">' '<style>*{x:expression(alert(1))}</style>'
	'&#60;script&#62;alert(1)&#60;/script&#62;' '&lt;script&gt;alert(1)&lt;/script&gt;' '<<script>alert(1)//<</script>' '<scr<script>ipt>alert(1)</script>' '[a](&#106;avascript:alert(1))'
	'[a](java&#10;script:alert(1))' '<javascript:alert(1)>' '[x]: javascript:alert(1)' '<details open ontoggle=alert(1)>' '<body onload=alert(1)>' ']]><script>alert(1)</script>' '<!--><script>alert(1)</script>-->'
	'<form action=//zlo.example><input name=token>' '<base href=//zlo.example>' '<meta http-equiv=refresh content="0;url=//zlo.example">' '<link rel=stylesheet href=//zlo.example>' '<object data=x>' '`<script>`'
	'[a](//zlo.example)' '[a](\\zlo.example)' '<template><script>alert(1)</script></template>' '<noscript><p title="</noscript><img src=x onerror=alert(1)>">' '{{7*7}} ${7*7} <%= 7*7 %>')
body=$(printf '%s\n\n' "${vectors[@]}")
harm='//main//script | //main//iframe | //main//object | //main//style | //main//base | //main//meta | //main//img | //main//@*[starts-with(name(), "on")]
 | //main//@href[starts-with(translate(normalize-space(.), "JAVSCRIPTD", "javscriptd"), "javascript:") or starts-with(., "data:") or starts-with(., "vbscript:") or starts-with(., "//")] | //main//form[starts-with(@action, "//")]'
wrong='' n=0
for vector in "${vectors[@]}"; do
	post $L/nastenka/napsat deska=obec nazev="Nadpis $vector" shrnuti="$vector" kategorie="K $vector" misto="$vector" text="$body" nahled=ano
	[ "$(value "count($harm)")" = 0 ] || wrong+="preview of $vector; "
done
post $L/nastenka/napsat deska=obec nazev='"><script>alert(1)</script>' shrnuti="'><img src=x onerror=alert(1)>" kategorie='</option><script>x</script>' \
	misto='<svg onload=alert(1)>' text="$body" od=2026-12-01T10:00
status 303
follow
status 200
same 'the notice' "$(value "count($harm)")" 0
for path in "$L/nastenka" "$L" "$L/nastenka?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"; do
	get "$path"
	[ "$(value "count($harm)")" = 0 ] || wrong+="$path; "
done
get "/vlozit$L?deska=obec"
[ "$(value "count(${harm//main/body//main})")" = 0 ] || wrong+='frame; '
same 'nowhere more than text' "$wrong" ''
# Readers of feeds take the text for HTML: that must be as harmless.
for format in rss atom; do
	get "$L/nastenka.$format?deska=obec"
	ok "$format is well-formed" xmllint --nonet --noout "$T/body"
	text=$(value 'string(//item[1]/content:encoded | //a:entry[1]/a:content)')
	ok "$format carries the text" [ ${#text} -gt 300 ]
	printf '<!DOCTYPE html><html><body><main>%s</main></body></html>' "$text" >"$T/body"
	echo text/html >"$T/headers/content-type"
	same "$format is harmless" "$(value "count($harm)")" 0
done
done_testing
