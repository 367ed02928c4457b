#!/bin/bash
# The bundle for shared hosting, unpacked and run under a real Apache 2.4 by an ordinary user: with mod_fcgid and as plain CGI.
. "${0%/*}/lib.sh"
skip_without apache2 apache2-bin
skip_without patchelf patchelf
. "$SRC/tests/servers.sh"

sql "
INSERT INTO board (town_code, kind, revision, changed_at) VALUES (563102, 'information', 1, '2026-11-19 06:00:00');
INSERT INTO notice (id, town_code, kind, state, slug, title, body, posted_at, changed_at, search_text) VALUES
  (9001, 563102, 'information', 'posted', 'svoz-bioodpadu', 'Poslední svoz bioodpadu', 'Nádoby do **6 hodin**.', '2026-11-19 06:00:00', '2026-11-19 06:00:00', 'svoz');
"

for backend in fcgid cgi; do
	backend_start
	[ "$backend" = cgi ] || {
		ok 'the bundle is whole: every library but the C library is in it' \
			sh -c "! ldd '$T'/site/app/bin/* | grep -vE 'app/bin/[a-z.]+:|$T/site|linux-vdso|ld-linux|/lib(c|m|dl|pthread|rt|resolv)\.so'"
		ok 'the SQL of the bundle makes the database' "$SRC/schema/server" sql "$DB" -e "CREATE DATABASE bundle; USE bundle; SOURCE $T/site/app/sql/sousede.sql;
			SET @towns = (SELECT COUNT(*) FROM town); SELECT IF(@towns > 6200, 'all', CAST(@towns AS INT) + (SELECT 1 UNION SELECT 2));"
	}
	ok "$backend: no process of the site is root's" sh -c "! ps -o user= -p $(cat "$RUN/apache.pid") | grep -qx root"

	while read -r path type; do
		get "$path"
		status 200
		header Content-Type "$type*"
		header Content-Security-Policy
		header X-Content-Type-Options nosniff
		no_header Set-Cookie
	done <<-'END'
		/ text/html
		/kadan text/html
		/kadan/nastenka text/html
		/kadan/nastenka.rss application/rss+xml
		/kadan/nastenka.atom application/atom+xml
		/kadan/nastenka.json application/feed+json
		/kadan/nastenka.ics text/calendar
		/kadan/nastenka.jsonld application/ld+json
		/kadan/nastenka/9001-svoz-bioodpadu text/html
		/kadan/vlozit text/html
		/vlozit/kadan text/html
		/hledat?obec=kadn text/html
		/oembed?url=https%3A%2F%2Fsousede.test%2Fkadan%2Fnastenka&format=json application/json
		/s/site.css text/css
		/w/1/deska.js text/javascript
	END
	get /kadan/nastenka.rss
	is '//item/title' 'Poslední svoz bioodpadu'
	get /kadan/nastenka/9001-svoz-bioodpadu
	like '<strong>6.hodin</strong>|<strong>6 hodin</strong>'

	# 304 whether compressed or not; Apache marks the tags of what it compresses.
	for path in /kadan/nastenka.rss /kadan/nastenka /s/site.css; do
		for coding in identity gzip br; do
			get "$path" "Accept-Encoding: $coding"
			status 200
			[ $coding = identity ] || header Content-Encoding $coding
			etag=$(header_value ETag) modified=$(header_value Last-Modified)
			get "$path" "Accept-Encoding: $coding" "If-None-Match: $etag" "If-Modified-Since: $modified"
			status 304
			header ETag
			header Vary '*Accept-Encoding*'
			get "$path" "Accept-Encoding: $coding" "If-None-Match: $etag"
			status 304
			get "$path" "Accept-Encoding: $coding" 'If-None-Match: "other"'
			status 200
		done
	done

	get "/s/site.$(cat "$BUILD/share/sousede/build").css"
	status 200
	header Cache-Control '*immutable*'
	get /w/1/deska.js
	header Access-Control-Allow-Origin '\*'
	get /o/9001
	status 308
	header Location https://sousede.test/kadan/nastenka/9001-svoz-bioodpadu
	head /kadan/nastenka.rss
	status 200
	same "$backend: HEAD has no body" "$(wc -c <"$T/body")" 0
	get /nic-takoveho/tu/neni
	status 404
	request POST /kadan/nastenka 'Content-Length: 0' </dev/null
	status 405
	header Allow '*GET*'
	get '/kadan/nastenka?deska=nesmysl'
	status 400
	for secret in /app/etc/sousede.conf /app/sql/sousede.sql /app/bin/jobs /app/bin/board.fcgi /app/lib /app /.htaccess /s/ /app/share/sousede/build; do
		get "$secret"
		ok "$backend: $secret is not to be had ($code)" [ "$code" = 404 -o "$code" = 403 -o "$code" = 400 -o "$code" = 308 ]
		unlike 'password|CREATE TABLE'
	done
	backend_stop
done
backend=''

# Cron instead of a daemon, and a folder that only its owner needs to write.
ok 'sousede key new makes the keys, as the guide says' env -u SOUSEDE_CONF "$T/site/app/bin/sousede" key new "$T/site/app/etc/keys"
ok 'jobs --once runs from the bundle' env -u SOUSEDE_CONF "$T/site/app/bin/jobs" --once
done_testing
