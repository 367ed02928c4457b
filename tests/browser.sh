# The site behind a real nginx on a port of its own, HOST 127.0.0.1 unless set, for tests with a browser. Sourced after lib.sh; needs NODE_PATH with playwright-core (./check sets it).
# shellcheck shell=bash disable=SC2154
. "$SRC/tests/servers.sh"
: "${NODE_PATH:=$SRC/build/npm/node_modules}"
export NODE_PATH
skip_without node nodejs
skip_without chromium-headless-shell chromium-headless-shell
[ -d "$NODE_PATH/playwright-core" ] || skip_all 'playwright-core is not installed (./check does it)'

# A free port of this machine; the next call gives another one.
next_port=$((20000 + ($$ * 7) % 10000))
free_port() {
	while next_port=$((next_port + 1)) && (exec 3<>"/dev/tcp/127.0.0.1/$next_port") 2>/dev/null; do :; done
	port=$next_port
}

browser_start() {
	free_port
	PORT=$port BASE=http://${HOST:-127.0.0.1}:$port
	export BASE
	configure
	site
	backend=browser
	mkdir -p "$RUN" "$T/cache"
	programs_start
	"$SRC/cgi-bin/etc/fill" "$SRC/cgi-bin/etc/nginx.conf.in" listen="127.0.0.1:$PORT" names="${HOST:-127.0.0.1}" htdocs="$SRC/htdocs" tls='' sockets="$RUN" \
		cache="$T/cache" zone=pages log="$T/access.log" | sed 's/fastcgi_cache pages;/fastcgi_cache off;/' >"$T/site.conf"
	"$SRC/cgi-bin/etc/fill" "$SRC/cgi-bin/etc/nginx-alone.conf.in" listen="127.0.0.1:$PORT" run="$RUN" site="$T/site.conf" \
		user="$([ "$(id -u)" != 0 ] || echo "user $(id -un) $(id -gn);")" >"$T/nginx.conf"
	part nginx nginx -p "$T" -e "$RUN/nginx.log" -c "$T/nginx.conf"
	await curl -sfo /dev/null "$BASE/s/site.css" || {
		tail -n 20 "$LOG" "$RUN/nginx.log" >&2
		echo 'Bail out! the site does not start'
		exit 1
	}
}

# Runs a script of node that tells as tap.js does.
browser_run() { told_by node "$@"; }
