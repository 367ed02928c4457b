#!/bin/bash
# The piece of HTML on other people's servers: the configurator's own PHP, crontab and SSI lines, run by PHP, nginx and Apache as they stand.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
skip_without php php-cli
browser_start
get_text() { # ID of a box of code
	curl -s "$BASE/lhota-nad-orlici/vlozit?pocet=3&deska=obec" >"$T/body"
	value "string(//*[@id='$1'])"
}
echo text/html >"$T/headers/content-type"
asked='the code of the configurator'
mkdir "$T/www"
pieces() { grep -o 'class="sousede-oznameni' "$1" | wc -l; }

# PHP
get_text k-php >"$T/www/index.php"
same 'the PHP example has at most ten lines' "$(wc -l <"$T/www/index.php" | awk '{ print ($1 <= 10) }')" 1
ok 'PHP reads the example without complaint' php -l "$T/www/index.php"
show() { php -d display_errors=1 -d error_reporting=32767 "$T/www/index.php" >"$T/page" 2>&1; }
show
same 'the page shows the notices' "$(pieces "$T/page")" 3
not_ok 'PHP says nothing of its own' grep -qiE 'warning|notice:|deprecated|fatal' "$T/page"
copy=$(ls "$T"/www/sousede-*.html)
asked_before=$(grep -c '/vlozit/lhota-nad-orlici.html' "$T/access.log")
show
same 'within five minutes it asks no more' "$(grep -c '/vlozit/lhota-nad-orlici.html' "$T/access.log")" "$asked_before"
touch -d '6 minutes ago' "$copy"
show
same 'after five minutes it asks again' "$(grep -c '/vlozit/lhota-nad-orlici.html' "$T/access.log")" $((asked_before + 1))

# SSI: the line of the crontab, with the folder of this test, and the line of the page
line=$(get_text k-cron)
same 'the line of the crontab runs every five minutes' "${line%% cd *}" '*/5 * * * *'
command=${line#'*/5 * * * * '}
command=${command/'/var/www/html'/"$T/www"}
ok 'the line of the crontab runs' sh -c "$command"
same 'it leaves the piece and no half of it' "$(cd "$T/www" && echo sousede-lhota*)" sousede-lhota-nad-orlici.html
{
	echo '<!DOCTYPE html><title>Škola</title>'
	get_text k-ssi
} >"$T/www/skola.shtml"
free_port
nginx_port=$port
mkdir "$T/other"
cat >"$T/other/nginx.conf" <<-END
	daemon off;
	pid $T/other/nginx.pid;
	error_log $LOG warn;
	$([ "$(id -u)" != 0 ] || echo "user $(id -un) $(id -gn);")
	events {}
	http {
		access_log off;
		types { text/html html shtml; }
		client_body_temp_path $T/other/1; proxy_temp_path $T/other/2; fastcgi_temp_path $T/other/3; uwsgi_temp_path $T/other/4; scgi_temp_path $T/other/5;
		server { listen 127.0.0.1:$nginx_port; root $T/www; ssi on; }
	}
END
part other-nginx nginx -p "$T/other" -e "$LOG" -c "$T/other/nginx.conf"
ok 'another nginx runs' await curl -sfo /dev/null "http://127.0.0.1:$nginx_port/skola.shtml"
curl -s "http://127.0.0.1:$nginx_port/skola.shtml" >"$T/page"
same 'nginx includes the piece' "$(pieces "$T/page")" 3

modules=/usr/lib/apache2/modules
if [ -e $modules/mod_include.so ]; then
	free_port
	chmod 711 "$T"
	cat >"$T/other/apache.conf" <<-END
		ServerRoot $T/other
		LoadModule mpm_event_module $modules/mod_mpm_event.so
		LoadModule authz_core_module $modules/mod_authz_core.so
		LoadModule mime_module $modules/mod_mime.so
		LoadModule include_module $modules/mod_include.so
		Listen 127.0.0.1:$port
		ServerName localhost
		PidFile $T/other/apache.pid
		ErrorLog $T/other/apache.log
		Mutex file:$T/other default
		TypesConfig /etc/mime.types
		DocumentRoot $T/www
		AddType text/html .shtml
		AddOutputFilter INCLUDES .shtml
		<Directory $T/www>
			Options +Includes
			Require all granted
		</Directory>
	END
	user=()
	[ "$(id -u)" != 0 ] || { chown www-data "$T/other" && user=(setpriv --reuid=www-data --regid=www-data --clear-groups); }
	part other-apache env -u SOUSEDE_CONF ${user[@]+"${user[@]}"} apache2 -X -d "$T/other" -f "$T/other/apache.conf"
	ok 'another Apache runs' await curl -sfo /dev/null "http://127.0.0.1:$port/skola.shtml"
	curl -s "http://127.0.0.1:$port/skola.shtml" >"$T/page"
	same 'Apache includes the piece' "$(pieces "$T/page")" 3
fi

# We are away: both keep what they have.
backend_stop
touch -d '6 minutes ago' "$copy"
show
same 'when we are away, PHP shows the last copy' "$(pieces "$T/page")" 3
not_ok 'and PHP says nothing of its own' grep -qiE 'warning|notice:|deprecated|fatal' "$T/page"
not_ok 'when we are away, the line of the crontab fails' sh -c "$command 2>/dev/null"
same 'and the last piece stays' "$(pieces "$T/www/sousede-lhota-nad-orlici.html")" 3
done_testing
