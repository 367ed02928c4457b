# Real web servers in front of the programs, for the verbs of lib.sh: BACKEND=nginx (FastCGI under the supervisor), fcgid or cgi (the bundle under
# Apache, as an unprivileged user). CACHE=yes keeps nginx's one-second cache, which stories that change the database must do without.
# shellcheck shell=bash disable=SC2154
PATH=$PATH:/usr/sbin
RUN=$T/run
LISTEN=$RUN/http.sock

# Starts a process of the test; its errors join the log.
part() {
	local name=$1
	shift
	"$@" </dev/null >>"$LOG" 2>&1 &
	parts+=($!)
	echo $! >"$RUN/$name.pid"
}
part_pid() { cat "$RUN/$1.pid"; }
# Waits until a command succeeds, at most thirty seconds (a busy machine).
await() {
	local end=$((SECONDS + 30))
	until "$@" >/dev/null 2>&1; do
		((SECONDS < end)) || return 1
		sleep 0.02
	done
}

programs_start() {
	local program
	for program in $(printf '%s\n' "${programs[@]}" | sort -u); do
		part $program ${wrap[@]+"${wrap[@]}"} "$BUILD/$program" --listen "$RUN/$program.sock" --workers "${WORKERS:-2}"
		await test -S "$RUN/$program.sock"
	done
}

nginx_start() {
	mkdir -p "$T/cache"
	"$SRC/cgi-bin/etc/fill" "$SRC/cgi-bin/etc/nginx.conf.in" listen="unix:$LISTEN" names=sousede.test htdocs="$SRC/htdocs" tls='' sockets="$RUN" \
		cache="$T/cache" zone=pages log="$T/access.log" >"$T/site.conf"
	[ "${CACHE:-}" ] || sed -i 's/fastcgi_cache pages;/fastcgi_cache off;/' "$T/site.conf"
	"$SRC/cgi-bin/etc/fill" "$SRC/cgi-bin/etc/nginx-alone.conf.in" listen="unix:$LISTEN" run="$RUN" site="$T/site.conf" \
		user="$([ "$(id -u)" != 0 ] || echo "user $(id -un) $(id -gn);")" >"$T/nginx.conf"
	part nginx nginx -p "$T" -e "$RUN/nginx.log" -c "$T/nginx.conf"
	await ask -o /dev/null /s/site.css
}

# The bundle as a customer of shared hosting would have it: unpacked, settings written, Apache not as root.
bundle_unpack() {
	local bundle
	[ -z "${SAN:-}" ] || skip_all 'the bundle is not made from a sanitizer build'
	(flock 9 && { [ -n "$(find "$BUILD" -maxdepth 1 -name 'sousede-*-bundle.tar.gz' -newer "$BUILD/home" -newer "$BUILD/board" -newer "$BUILD/embed" \
		-newer "$BUILD/share/sousede/build")" ] || make -s -C "$BUILD" bundle; }) 9>"$BUILD/bundle.lock" >>"$LOG" 2>&1
	bundle=$(ls "$BUILD"/sousede-*-bundle.tar.gz)
	mkdir -p "$T/site"
	tar -xzf "$bundle" -C "$T/site" --strip-components=1
	sed '/^share/d; s/^user = .*/user = root/; /^password/d; /^jobs_/d' "$SOUSEDE_CONF" >"$T/site/app/etc/sousede.conf"
	# Apache's user must reach the site and the database's socket.
	chmod 711 "$T" "$DB" "$RUN"
	[ "$(id -u)" != 0 ] || chown -R www-data: "$T/site" "$RUN"
}

apache_start() {
	local user=() modules=/usr/lib/apache2/modules module
	[ -d "$T/site" ] || bundle_unpack
	: "${apache_tries:=0}"
	PORT=$((20000 + RANDOM % 10000))
	while (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; do PORT=$((PORT + 1)); done
	{
		echo "ServerRoot $RUN"
		for module in mpm_event authz_core authz_host rewrite headers mime dir env setenvif filter deflate brotli; do
			echo "LoadModule ${module}_module $modules/mod_$module.so"
		done
		if [ "$1" = fcgid ]; then
			printf '%s\n' "LoadModule fcgid_module $modules/mod_fcgid.so" "FcgidIPCDir $RUN" "FcgidProcessTableFile $RUN/fcgid" \
				"FcgidInitialEnv SOUSEDE_NOW $SOUSEDE_NOW" "FcgidMaxProcessesPerClass 3"
		fi
		# Hosts with mod_fcgid have the plain one, too; forms with files go there.
		printf '%s\n' "LoadModule cgid_module $modules/mod_cgid.so" "ScriptSock $RUN/cgid.sock" "SetEnv SOUSEDE_NOW $SOUSEDE_NOW"
		cat <<-END
			Listen 127.0.0.1:$PORT
			ServerName sousede.test
			PidFile $RUN/apache.pid
			ErrorLog $LOG
			LogFormat "%>s %m %U%q" short
			CustomLog $T/access.log short
			Mutex file:$RUN default
			StartServers 1
			ServerLimit 2
			ThreadsPerChild 16
			MaxRequestWorkers 32
			TypesConfig /dev/null
			DocumentRoot $T/site
			AddOutputFilterByType BROTLI_COMPRESS;DEFLATE text/html text/css text/javascript application/rss+xml application/atom+xml application/xml
			AddOutputFilterByType BROTLI_COMPRESS;DEFLATE application/json application/feed+json application/ld+json text/calendar image/svg+xml
			<Directory $T/site>
				AllowOverride FileInfo Options AuthConfig Limit Indexes
				Require all granted
			</Directory>
		END
	} >"$T/apache.conf"
	touch "$LOG" "$T/access.log"
	[ "$(id -u)" != 0 ] || { chown www-data "$LOG" "$T/access.log" "$RUN" && user=(setpriv --reuid=www-data --regid=www-data --clear-groups); }
	part apache env -u SOUSEDE_CONF ${user[@]+"${user[@]}"} apache2 -X -d "$RUN" -f "$T/apache.conf"
	await apache_answers || return 1
	# Somebody else may have taken the port in between.
	kill -0 "$(part_pid apache)" 2>/dev/null && return
	[ $((apache_tries += 1)) -lt 3 ] && apache_start "$1"
}
apache_answers() { ! kill -0 "$(part_pid apache)" 2>/dev/null || ask -o /dev/null /s/site.css; }

# curl at the server: ask [OPTION…] PATH
ask() {
	local at=("http://sousede.test${*: -1}")
	case $backend in
	nginx) at+=(--unix-socket "$LISTEN") ;;
	*) at+=(--connect-to "sousede.test:80:127.0.0.1:$PORT") ;;
	esac
	curl -s --path-as-is --max-time 30 "${@:1:$#-1}" "${at[@]}"
}

backend_start() {
	mkdir -p "$RUN"
	case $backend in
	nginx) programs_start && nginx_start ;;
	fcgid | cgi) apache_start "$backend" ;;
	*) skip_all "no such BACKEND: $backend" ;;
	esac || {
		tail -n 20 "$LOG" >&2
		printf 'not ok %s - %s starts\n1..%s\n' $((tests + 1)) "$backend" $((tests + 1))
		exit 1
	}
}
backend_stop() {
	[ ${#parts[@]} = 0 ] || kill "${parts[@]}" 2>/dev/null
	wait ${parts[@]+"${parts[@]}"} 2>/dev/null
	parts=()
}
backend_restart() {
	backend_stop
	backend_start
}
backend_request() {
	local method=$1 uri=$2 header arguments=(-i -X "$1")
	shift 2
	[ "$method" = HEAD ] && arguments=(-I)
	[ "$method" = POST ] && arguments+=(--data-binary @-)
	for header; do
		case $header in Content-Length:*) ;; *) arguments+=(-H "$header") ;; esac
	done
	# Two answers a second apart are the same answer.
	ask "${arguments[@]}" "$uri" | LC_ALL=C sed '1,/^\r$/{/^Date:/d}' >"$T/response"
}
