#!/bin/bash
# The site as the world meets it: real nginx, FastCGI, the supervisor and its workers.
BACKEND=nginx CACHE=yes
. "${0%/*}/lib.sh"
skip_without nginx 'nginx'

sql "
INSERT INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'information', 1, '2026-11-19 06:00:00');
INSERT INTO notice (id, town_code, kind, state, slug, title, posted_at, changed_at, search_text) VALUES
  (9001, 563102, 'information', 'posted', 'svoz-bioodpadu', 'Poslední svoz bioodpadu', '2026-11-19 06:00:00', '2026-11-19 06:00:00', 'posledni svoz bioodpadu');
"

# Every kind of address answers with its type, safely, and without a cookie.
policy="default-src 'none';*frame-ancestors 'none'*"
safe() {
	header Content-Security-Policy "$1"
	header X-Content-Type-Options nosniff
	header Referrer-Policy
	header Cross-Origin-Opener-Policy same-origin
	header Cross-Origin-Resource-Policy
	header Permissions-Policy 'geolocation=(self)'
	header Server nginx
	no_header Set-Cookie
	no_header X-Powered-By
}
while read -r path type; do
	get "$path"
	status 200
	header Content-Type "$type*"
	header Vary '*Accept-Encoding*'
	safe "$policy"
done <<'END'
/ text/html
/kadan text/html
/kadan.rss application/rss+xml
/kadan/nastenka text/html
/kadan/nastenka.xml application/xml
/kadan/nastenka.rss application/rss+xml
/kadan/nastenka.atom application/atom+xml
/kadan/nastenka.json application/feed+json
/kadan/nastenka.ics text/calendar
/kadan/nastenka.jsonld application/ld+json
/kadan/nastenka/9001-svoz-bioodpadu text/html
/kadan/vlozit text/html
/kraj/ustecky.opml text/x-opml
/stav text/html
END
get /vlozit/kadan
status 200
safe "default-src 'none';*frame-ancestors \**"

get /o/9001
status 308
header Location https://sousede.test/kadan/nastenka/9001-svoz-bioodpadu
safe "$policy"
get /kadan/nastenka/1
status 404
safe "$policy"
get '/kadan/nastenka?deska=nesmysl'
status 400
like 'uredni'
safe "$policy"
get /nikde-neni-takova-obec
status 404
like '/hledat'
safe "$policy"

# Feeds may be fetched by pages of other sites.
get /kadan/nastenka.json
header Access-Control-Allow-Origin '\*'
header Cross-Origin-Resource-Policy cross-origin
get /kadan/nastenka
no_header Access-Control-Allow-Origin

# HEAD says what GET says, without the body.
for path in /kadan/nastenka /kadan/nastenka.rss /nic/takoveho; do
	get "$path"
	grep -vi '^date:' "$T/response" | sed '/^\r$/q' | sort >"$T/get"
	head "$path"
	grep -vi '^date:' "$T/response" | sort >"$T/head"
	ok "HEAD $path has the headers of GET" diff "$T/get" "$T/head"
	same "HEAD $path has no body" "$(wc -c <"$T/body")" 0
done

# Unchanged: 304 with the tag, the time and Vary, no body.
for path in /kadan/nastenka /kadan/nastenka.atom; do
	get "$path"
	etag=$(header_value ETag) modified=$(header_value Last-Modified) vary=$(header_value Vary)
	for condition in "If-None-Match: $etag" "If-None-Match: \"x\", $etag" 'If-None-Match: *' "If-Modified-Since: $modified"; do
		get "$path" "$condition"
		status 304
		header ETag "$etag"
		header Vary "$vary"
		header Cache-Control
		no_header Content-Type
	done
	get "$path" 'If-None-Match: "other"' "If-Modified-Since: $modified"
	status 200
	get "$path" 'Cookie: jazyk=cs' "If-None-Match: $etag"
	ok "$path: with a cookie the program is asked and may answer 200 or 304" [ "$code" = 200 -o "$code" = 304 ]
done

# Compressed on the way, told apart by Vary, tag weak.
get /kadan/nastenka 'Accept-Encoding: gzip'
header Content-Encoding gzip
header Vary '*Accept-Encoding*'
header ETag 'W/"*"'
ok 'the compressed body is whole' sh -c "gzip -dc '$T/body' | grep -q '</html>'"
get /kadan/nastenka
no_header Content-Encoding

# The language is part of what is kept.
get / 'Accept-Language: en'
is '/html/@lang' en
get / 'Accept-Language: uk'
is '/html/@lang' uk
get /
is '/html/@lang' cs
header Vary '*Accept-Language*'

# A burst of readers costs a few pages, not one each; a reader with a cookie gets a page of his own.
before=$(grep -c 'at=request.*/:town/archiv' "$LOG")
printf 'url = "http://sousede.test/kadan/archiv/2026-11"\noutput = "/dev/null"\n%.0s' $(seq 100) >"$T/burst"
curl -s --no-progress-meter --unix-socket "$LISTEN" -Z --parallel-max 20 -K "$T/burst" 2>/dev/null
asked_programs=$(($(grep -c 'at=request.*/:town/archiv' "$LOG") - before))
ok "100 readers at once ask the program at least once and far less than 100 times ($asked_programs)" \
	[ "$asked_programs" -ge 1 -a "$asked_programs" -le 20 ]
get /kadan 'Cookie: __Host-s=0123456789abcdef'
ok 'a cookie goes past the copies' grep -q 'GET sousede.test/kadan .* BYPASS' "$T/access.log"
not_ok 'the log knows no address of a reader' grep -qE '127\.0\.0\.1|192\.0\.2|unix:' "$T/access.log"

# Files: the name with the build's digits is for ever, the plain one is not.
get /s/site.css
status 200
header Content-Type 'text/css*'
header Cache-Control 'public, max-age=3600'
header X-Content-Type-Options nosniff
get "/s/site.$(cat "$BUILD/share/sousede/build").css" 'Accept-Encoding: gzip'
status 200
header Cache-Control '*immutable*'
header Content-Encoding gzip
get /s/neni.css
status 404
safe "$policy"
no_header Cache-Control
get /w/1/deska.js
status 200
header Content-Type 'text/javascript*'
header Access-Control-Allow-Origin '\*'
for secret in /.git/HEAD /s/ /s/.htaccess /503.html /sousede.conf /schema/grants.sql; do
	get "$secret"
	ok "$secret is not to be had ($code)" [ "$code" = 404 -o "$code" = 403 ]
done

# What cannot be.
request POST /kadan/nastenka </dev/null
status 405
header Allow '*GET*'
safe "$policy"
request FOO /kadan </dev/null
status 405
command head -c 12000000 /dev/zero >"$T/zeros"
request POST /kadan 'Content-Type: application/x-www-form-urlencoded' <"$T/zeros"
status 413
safe "$policy"
python3 "$SRC/tests/raw.py" "$LISTEN" >"$T/raw"
while read -r name wanted; do
	got=$(sed -n "s/^$name //p" "$T/raw")
	ok "$name: $wanted (got $got)" grep -qw "$got" <<<"$wanted"
done <<'END'
two-lengths 400
length-and-chunked 400
unknown-coding 501
no-host 400
two-hosts 400
foreign-host closed
nul-in-header 400
bare-cr 400
nul-in-path 400
raw-nul-in-path 400
not-utf8 400
raw-not-utf8 400
broken-escape 400
not-utf8-query 400
climbing 400
climbing-files 404 400
trace 405
invented-method 405
put 405
long-header 400
long-address 414
long-path 414
long-query 414
many-parameters 400 414
underscore-header 200
nonsense 400
END
get /kadan/nastenka
status 200
done_testing
