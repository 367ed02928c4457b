# The words stories are told with. A test file begins with  . "${0%/*}/lib.sh"  and ends with  done_testing.
#
#   get PATH [HEADER…] · head PATH [HEADER…] · post PATH NAME=VALUE… · request METHOD PATH [HEADER…] <BODY
#                                asks the real program (or, with BACKEND=nginx|fcgid|cgi, through that server); HEADER is 'Name: value'. The first request
#                                starts it, as mod_fcgid would, and it stays until the clock, the settings, the keys or the environment change; `plain=yes`
#                                in a story, PLAIN=yes and ./check --asan: each request is a plain CGI process of its own
#   as NAME [ROLES] [TOWN]       what follows is asked by this invented person (made at the first call; her id is in $person): ROLES are
#                                clerk approver coordinator manager (of the town) moderator admin (of the site), comma separated; `weak` has given no second factor; TOWN a code
#   upload PATH NAME=VALUE… NAME@FILE…   the same as a form with files (NAME@ alone: nothing was chosen); $filename is the name the browser tells
#   nobody                       … by nobody in particular again
#   from ADDRESS                 what follows comes from this machine (192.0.2.1 otherwise)
#                                post adds the token of the form and a fresh `once`, unless they are given; to a form of strangers (route.h: GUARD) what
#                                a browser adds that opened it ten seconds ago, unless `stamp` is given
#   status CODE                  the answer's status
#   header NAME [PATTERN]        a header is there, and is (shell pattern) so · no_header NAME
#   is XPATH VALUE               string value of an XPath in the answer, XML or HTML; prefixes: NAMESPACES below
#   isnt XPATH VALUE · json JQ-FILTER VALUE · like REGEX · unlike REGEX      (extended regular expressions on the body)
#   valid [SCHEMA]               the page XML fits schema/PROGRAM.rng (or the RELAX NG file given)
#   follow                       gets the address a redirect names
#   take_cookie                  what follows is asked by whom the answer signed in
#   letter KIND [AND …]          what the newest letter of a kind in the outbox carries, name=value lines · letter_link KIND   its /odkaz/…
#   sql 'SELECT …'               one value, or tab-separated rows, of this file's own database
#   run PROGRAM ARGUMENT…        any program of the house; its output is the body, its exit status the status
#   told_by PROGRAM…             its "ok - WHAT" lines join the plan of the file
#   ok WHAT COMMAND…             a command succeeds · not_ok WHAT COMMAND… · same WHAT GOT WANTED
#   now RFC3339                  sets the clock of the programs
#   expect_log REGEX             takes the lines that a fault was meant to write out of the log (and needs at least one)
#   value XPATH · header_value NAME · body                 print what was answered
#   skip_without_shared          skips the file aloud when ../shared is not there; skip_without PROGRAM PACKAGE likewise
#   done_testing                 asserts silence (no panic, no sanitizer, no missing string in the log) and ends the plan
#
# Every file has a database of its own, cloned at its first request from the template (migrations, places, demo town).
# The environment: BUILD the built tree; VALGRIND=1 runs the programs under valgrind; KEEP=1 keeps the files; SOUSEDE_NOW the clock.
# shellcheck shell=bash
set -u
export LC_ALL=C.UTF-8 PATH=/usr/bin:$PATH # Debian's own programs, for which the packages of the tests are
SRC=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd)
BUILD=$(cd "${BUILD:-$SRC/build/check}" && pwd)
NAME=$(basename "$0" .t)
SHARED=$SRC/../shared
T=$(mktemp -d "${TMPDIR:-/tmp}/sousede-$NAME-XXXXXX")
DB=$T/db
LOG=$T/log
BASE=https://sousede.test
export SOUSEDE_CONF=$T/sousede.conf SOUSEDE_NOW=${SOUSEDE_NOW:-2026-11-22T08:32:00+01:00}
: "${SOUSEDE_TEMPLATE:=$("$SRC/tests/run" --template)}"
: >"$LOG"
mkdir "$T/headers"
tests=0 failed=0 backend='' parts=() remote=192.0.2.1 person=0 cookie=() csrf='' plain=${PLAIN:-${SAN:-}}

NAMESPACES='xmlns:atom="http://www.w3.org/2005/Atom" xmlns:a="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
 xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:georss="http://www.georss.org/georss" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:os="http://a9.com/-/spec/opensearch/1.1/"
 xmlns:cm="http://commonmark.org/xml/1.0" xmlns:svg="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml"'

configure() {
	[ -s "$T/keys" ] || "$BUILD/sousede" key new "$T/keys"
	db_socket=$("$SRC/schema/server" socket "$DB")
	cat >"$SOUSEDE_CONF" <<-END
		[site]
		base = $BASE
		share = $BUILD/share/sousede
		contact = redakce@sousede.test
		operator = Sousedé z.s.
		dev = yes
		key_file = keys
		[db]
		socket = $db_socket
		name = sousede
		user = sousede_web
		password = web
		account_user = sousede_account
		account_password = account
		admin_user = sousede_admin
		admin_password = admin
		jobs_user = sousede_jobs
		jobs_password = jobs
		[jobs]
		ares =
		fetch_private = yes
		fetch_pause_ms = 0
	END
}

finish() {
	[ ${#parts[@]} = 0 ] || backend_stop
	leave
	"$SRC/schema/server" stop "$DB" --kill
	if [ "${KEEP:-}" ]; then echo "# kept: $T"; else rm -rf "$T"; fi
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

# --- TAP

report() {
	tests=$((tests + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tests - $2"
	else
		failed=$((failed + 1))
		echo "not ok $tests - $2"
		[ $# -lt 3 ] || printf '%s\n' "$3" | sed 's/^/#   /' >&2
		local frame=0
		while [[ ${BASH_SOURCE[frame]} == */lib.sh ]]; do frame=$((frame + 1)); done
		echo "#   $NAME.t line ${BASH_LINENO[frame - 1]}: $asked" >&2
	fi
}
asked='(nothing asked yet)'

ok() {
	local out status=0
	out=$("${@:2}" 2>&1) || status=1
	report $status "$1" "$out"
}
not_ok() {
	local out status=1
	out=$("${@:2}" 2>&1) || status=0
	report $status "$1" "$out"
}
same() {
	local status=1
	[ "$2" = "$3" ] && status=0
	report $status "$1" "got:    $2
wanted: $3"
}
skip_all() {
	echo "1..0 # SKIP $*"
	exit 0
}
skip_without_shared() {
	[ -d "$SHARED" ] || skip_all 'the material beside the repository (../shared) is not here'
}
skip_without() {
	command -v "$1" >/dev/null || [ -e "$1" ] || skip_all "needs $2"
}
letter() {
	"$BUILD/tests/unit/unseal" "$T/keys" outbox "$(sql "SELECT HEX(detail) FROM outbox WHERE kind = '$1' ${2:-} ORDER BY id DESC LIMIT 1")" |
		python3 -c 'import sys, urllib.parse; print(urllib.parse.unquote_plus(sys.stdin.read()))'
}
letter_link() { letter "$1" | grep -oE '/odkaz/[0-9a-f]{64}'; }
take_cookie() {
	cookie=("Cookie: $(header_value set-cookie | grep -o '__Host-s=[0-9a-f]*')")
	get /ucet.xml
	csrf=$(value /page/viewer/@token)
}
done_testing() {
	local noise
	leave
	noise=$(grep -aEi 'at=panic|sanitizer|runtime error:|missing|invalid page|== (Invalid|Conditional)|definitely lost' "$LOG" |
		grep -av 'WARNING: AddressSanitizer failed to allocate' | command head -n 5) # asked for nonsense, malloc says no, as without it
	tests=$((tests + 1))
	if [ "$noise" ]; then
		failed=$((failed + 1))
		echo "not ok $tests - the log is silent"
		printf '%s\n' "$noise" | sed 's/^/#   /' >&2
	else
		echo "ok $tests - the log is silent"
	fi
	[ -z "${VALGRIND:-}" ] || echo "# $(grep -ac 'at=request' "$LOG") requests under valgrind" >&2
	echo "1..$tests"
	[ $failed = 0 ]
	exit
}
expect_log() {
	local status=1
	grep -qE "$1" "$LOG" && status=0
	report $status "the log tells: $1" "$(tail -n 5 "$LOG")"
	log_without "$1"
}
# The log is the same file after it: whoever writes into it goes on.
log_without() {
	sed -E "\\~$1~d" "$LOG" >"$T/log.less"
	cat "$T/log.less" >"$LOG"
}

# Runs a program whose output is "ok - WHAT" and "not ok - WHAT" lines and at last "the end" (ask.py, tap.js); they join the plan of this file.
told_by() {
	local line ended=1
	asked="${*##*/}"
	while IFS= read -r line; do
		case $line in
		'ok - '*) report 0 "${line#ok - }" ;;
		'not ok - '*) report 1 "${line#not ok - }" ;;
		'the end') ended=0 ;;
		*) printf '%s\n' "$line" >&2 ;;
		esac
	done < <(T=$T SRC=$SRC BUILD=$BUILD exec timeout "${SCAN_TIME:-900}" "$@" 2>&1)
	report $ended "$asked came to its end"
}

# --- the site of this file

site() {
	[ -d "$DB" ] && return
	"$SRC/tests/db" clone "$SOUSEDE_TEMPLATE" "$DB" || exit 1
	if [ "${BACKEND:-}" ]; then
		# shellcheck source=tests/servers.sh
		. "$SRC/tests/servers.sh"
		backend=$BACKEND
		backend_start
	fi
}
sql() {
	site
	mariadb --no-defaults --default-character-set=utf8mb4 --skip-reconnect -S "$db_socket" -u root -N -B --raw -e "$1" sousede
}
now() {
	export SOUSEDE_NOW=$1
	[ -z "$backend" ] || backend_restart
}

programs=() patterns=()
while read -r program pattern; do
	[[ $program == '#'* ]] || { programs+=("$program") patterns+=("$pattern"); }
done <"$SRC/cgi-bin/etc/programs"
program_of() {
	local i
	for i in "${!programs[@]}"; do
		[[ $1 =~ ${patterns[i]} ]] && program=${programs[i]} && return
	done
	program=home
}

wrap=()
# What valgrind slows down thirty times must not meet the watchdog.
[ "${VALGRIND:-}" ] && cc -shared -fPIC -o "$T/patient.so" -x c - <<<'unsigned alarm(unsigned seconds) { return seconds; }' &&
	wrap=(env LD_PRELOAD="$T/patient.so" valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite --log-file="$T/valgrind.%p")

# CGI (RFC 3875): environment and standard input in, headers and body out.
as_cgi() {
	local method=$1 uri=$2 header name
	shift 2
	(
		export GATEWAY_INTERFACE=CGI/1.1 SERVER_PROTOCOL=HTTP/1.1 SERVER_NAME=sousede.test SERVER_PORT=443 HTTPS=on REMOTE_ADDR=$remote
		export REQUEST_METHOD=$method REQUEST_URI=$uri SCRIPT_NAME='' PATH_INFO=${uri%%\?*} QUERY_STRING='' HTTP_HOST=sousede.test
		[[ $uri == *\?* ]] && QUERY_STRING=${uri#*\?}
		for header; do
			name=${header%%:*} name=${name//-/_}
			case ${name^^} in CONTENT_TYPE | CONTENT_LENGTH) export "${name^^}=${header#*: }" ;; *) export "HTTP_${name^^}=${header#*: }" ;; esac
		done
		[ "$plain" ] || exec "$BUILD/tests/unit/stay" "$T/stay" "$BUILD/$program" ${wrap[@]+"${wrap[@]}" "$BUILD/$program"} 2>>"$LOG"
		exec ${wrap[@]+"${wrap[@]}"} "$BUILD/$program" 2>>"$LOG"
	) >"$T/response"
	result=$?
	[ ! "$plain" ] || complaints
}
# What valgrind had to say of programs that have ended.
complaints() { [ -z "${VALGRIND:-}" ] || { cat "$T"/valgrind.* >>"$LOG" 2>/dev/null && rm -f "$T"/valgrind.*; } || :; }

leave() {
	[ ! -d "$T/stay" ] || "$BUILD/tests/unit/stay" "$T/stay"
	complaints
}

# Headers into the folder T/headers (one file each), body into T/body.
split() {
	local line name first=yes
	rm -f "$T"/headers/*
	code=200
	{
		while IFS= read -r line; do
			line=${line%$'\r'}
			[ "$line" ] || break
			case $line in
			HTTP/*) code=${line#* } code=${code%% *} && continue ;;
			[Ss]tatus:*) code=${line#*: } code=${code%% *} && continue ;;
			esac
			name=${line%%:*} first=
			printf '%s\n' "${line#*: }" >>"$T/headers/${name,,}"
		done
		cat >"$T/body"
	} <"$T/response"
	[ -z "$first" ] || code=none
}

request() {
	local method=$1 uri=$2
	shift 2
	site
	asked="$method $uri"
	set -- "$@" ${cookie[@]+"${cookie[@]}"}
	program_of "${uri%%\?*}"
	result=0
	if [ "$backend" ]; then
		backend_request "$method" "$uri" "$@"
	else
		as_cgi "$method" "$uri" "$@"
	fi
	split
}
get() { request GET "$@" </dev/null; }
head() { request HEAD "$@" </dev/null; }
escape() {
	local LC_ALL=C text=$1 i c
	escaped=
	for ((i = 0; i < ${#text}; i++)); do
		c=${text:i:1}
		case $c in [A-Za-z0-9._~-]) escaped+=$c ;; *) printf -v c '%%%02X' "'$c" && escaped+=%${c: -2} ;; esac
	done
}
# Routes of forms that strangers send, as patterns.
guarded=''
guarded_load() {
	local name
	guarded='^-$'
	for name in $(printf '%s\n' "${programs[@]}" | sort -u); do
		guarded+=$("$BUILD/$name" routes | awk '$1 == "POST" && int($5 / 2048) % 2 { gsub(/:[a-z]+/, "[^/]+", $2); printf "|^%s$", $2 }')
	done
}
# stamp PATH ONCE [SECONDS]: what a browser sends that opened the form so long ago and did its work, as field=value lines.
stamp() { "$SRC/tests/stamp.py" "$T/keys" "$1" "$2" "${3:-10}" "${SOUSEDE_NOW:-}"; }
post() {
	local uri=$1 pair data= once
	shift
	[ ! "$csrf" ] || [[ " $*" == *' token='* ]] || set -- "$@" "token=$csrf"
	once=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
	[[ " $*" == *' once='* ]] || set -- "$@" "once=$once"
	if [ ! "$csrf" ] && [[ " $*" != *' stamp='* ]]; then
		[ "$guarded" ] || guarded_load
		for pair; do [[ $pair != once=* ]] || once=${pair#once=}; done
		# shellcheck disable=SC2046
		[[ ! ${uri%%\?*} =~ $guarded ]] || set -- "$@" $(stamp "${uri%%\?*}" "$once")
	fi
	for pair; do
		escape "${pair#*=}"
		data+="${data:+&}${pair%%=*}=$escaped"
	done
	printf %s "$data" >"$T/data"
	request POST "$uri" 'Content-Type: application/x-www-form-urlencoded' "Content-Length: ${#data}" \
		'Sec-Fetch-Site: same-origin' <"$T/data"
}
upload() {
	local uri=$1 pair boundary=----sousede$RANDOM$RANDOM
	shift
	[ ! "$csrf" ] || [[ " $*" == *' token='* ]] || set -- "$@" "token=$csrf"
	[[ " $*" == *' once='* ]] || set -- "$@" "once=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
	for pair; do
		printf -- '--%s\r\nContent-Disposition: form-data; name="%s"' $boundary "${pair%%[=@]*}"
		if [[ ${pair%%=*} == *@* ]]; then
			printf '; filename="%s"\r\nContent-Type: image/jpeg\r\n\r\n' "${filename-foto.jpg}"
			[ ! "${pair#*@}" ] || cat "${pair#*@}"
		else
			printf '\r\n\r\n%s' "${pair#*=}"
		fi
		printf '\r\n'
	done >"$T/data"
	printf -- '--%s--\r\n' $boundary >>"$T/data"
	request POST "$uri" "Content-Type: multipart/form-data; boundary=$boundary" "Content-Length: $(stat -c %s "$T/data")" \
		'Sec-Fetch-Site: same-origin' <"$T/data"
}
follow() {
	local to
	to=$(header_value location)
	get "${to#"$BASE"}"
}
run() {
	site
	asked="$*"
	program=$1
	${wrap[@]+"${wrap[@]}"} "$BUILD/$program" "${@:2}" >"$T/body" 2>>"$LOG" </dev/null
	code=$?
	rm -f "$T"/headers/*
	[ ! "$plain" ] || complaints
}

# --- who asks

role_bits() {
	local word bits=0
	for word in ${1//,/ }; do
		case $word in
		clerk) bits=$((bits | 8)) ;;
		approver) bits=$((bits | 16)) ;;
		coordinator) bits=$((bits | 32)) ;;
		moderator) bits=$((bits | 64)) ;;
		admin) bits=$((bits | 128)) ;;
		manager) bits=$((bits | 256)) ;;
		weak) ;;
		*) echo "Bail out! as: no role $word" && exit 1 ;;
		esac
	done
	echo $bits
}

# The cookie is made of the name, so that nobody is two people; what the database keeps of it and what forms carry are hashes of it (session.c).
declare -A secrets_of=()
as() {
	local name=$1 roles=${2:-} town=${3:-999999} bits at secrets strong=1
	bits=$(role_bits "$roles")
	[[ $roles == *weak* ]] && strong=0
	at=$(date -u -d "$SOUSEDE_NOW" '+%F %T')
	[ "${secrets_of[$name]-}" ] || secrets_of[$name]=$(python3 -IS -c '
import hashlib, sys
token = hashlib.sha256(b"session of " + sys.argv[1].encode()).digest()
print(token.hex(), hashlib.blake2b(token, digest_size=32).hexdigest(), hashlib.blake2b(b"form\0", key=token, digest_size=32).hexdigest())' "$name")
	read -ra secrets <<<"${secrets_of[$name]}"
	person=$(sql "
		INSERT INTO person (name, given, lang, created_at)
		  SELECT '$name', '$name', 'cs', '$at' WHERE NOT EXISTS (SELECT 1 FROM session WHERE token_hash = UNHEX('${secrets[1]}'));
		INSERT IGNORE INTO session (token_hash, person_id, created_at, expires_at, seen_at, fresh_at)
		  VALUES (UNHEX('${secrets[1]}'), LAST_INSERT_ID(), '$at', '2099-01-01', '$at', '$at');
		UPDATE session SET strong = $strong, renew = 0, seen_at = '$at', fresh_at = '$at' WHERE token_hash = UNHEX('${secrets[1]}');
		SELECT person_id INTO @person FROM session WHERE token_hash = UNHEX('${secrets[1]}');
		UPDATE person SET roles = $((bits & 192)) WHERE id = @person;
		REPLACE INTO membership (person_id, town_code, roles) SELECT @person, $town, $((bits & 312)) WHERE $((bits & 312));
		SELECT @person")
	cookie=("Cookie: __Host-s=${secrets[0]}")
	csrf=${secrets[2]}
}
from() { remote=$1; }
nobody() { person=0 cookie=() csrf=''; }

# --- what came back

body() { cat "$T/body"; }
header_value() { cat "$T/headers/${1,,}" 2>/dev/null; }

value() {
	local path=$1 html='' type
	path=${path//&/\&amp;} path=${path//</\&lt;} path=${path//\"/\&quot;}
	type=$(header_value content-type)
	[[ $type == text/html* ]] && html=--html
	cat >"$T/value.xsl" <<-END
		<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" $NAMESPACES><xsl:output method="text"/>
		<xsl:template match="/"><xsl:value-of select="$path"/></xsl:template></xsl:stylesheet>
	END
	xsltproc --nonet $html "$T/value.xsl" "$T/body" 2>"$T/value.err" || command head -n 3 "$T/value.err"
}

status() {
	local status=1
	[ "$code" = "$1" ] && status=0
	report $status "$asked → $1" "got $code
$(command head -c 600 "$T/body" | tr -d '\0')"
}
header() {
	local status=1 got
	got=$(header_value "$1")
	# shellcheck disable=SC2053
	[ -e "$T/headers/${1,,}" ] && [[ $# = 1 || $got == $2 ]] && status=0
	report $status "$asked: $1${2:+ is $2}" "got: ${got:-(no such header)}"
}
no_header() {
	local status=1
	[ -e "$T/headers/${1,,}" ] || status=0
	report $status "$asked: no $1" "got: $(header_value "$1")"
}
is() {
	local got
	got=$(value "$1")
	same "$asked: $1 is $2" "$got" "$2"
}
isnt() {
	local got
	got=$(value "$1")
	ok "$asked: $1 is not $2" [ "$got" != "$2" ]
}
json() {
	local got
	got=$(jq -r "$1" <"$T/body" 2>&1)
	same "$asked: $1 is $2" "$got" "$2"
}
like() {
	local status=1
	grep -qaE -- "$1" "$T/body" && status=0
	report $status "$asked: like $1" "$(command head -c 600 "$T/body")"
}
unlike() {
	local status=0
	grep -qaE -- "$1" "$T/body" && status=1
	report $status "$asked: nothing like $1" "$(grep -aE -- "$1" "$T/body" | command head -n 3)"
}
valid() {
	local out status=0
	out=$(xmllint --nonet --noout --relaxng "${1:-$SRC/schema/$program.rng}" "$T/body" 2>&1) || status=1
	report $status "$asked: fits $(basename "${1:-$program.rng}")" "$(command head -n 5 <<<"$out")"
}
configure
# A server is started here and not at the first request, which may be made in a subshell.
[ -z "${BACKEND:-}" ] || site
