# What ./serve and ./check share: packages, the built tree, steps that show they are alive. Sourced with $here (the source tree) and $logs set.
# shellcheck shell=bash disable=SC2154
export LC_ALL=C.UTF-8 PATH=$PATH:/usr/sbin:/sbin

die() {
	echo "${0##*/}: $*" >&2
	exit 1
}

# step NAME COMMAND… runs it with its output in a log, shows the name, a dot a second and the time; when it fails, the end of the log.
step() {
	local name=$1 log status=0 began=$SECONDS pid
	log=$logs/$(tr -cs 'a-zA-Z0-9\n' - <<<"$name").log
	shift
	mkdir -p "$logs"
	printf '  %s ' "$name"
	"$@" >"$log" 2>&1 </dev/null &
	pid=$!
	while kill -0 $pid 2>/dev/null; do
		sleep 0.05
		((SECONDS > began + ${dots:=0})) && dots=$((SECONDS - began)) && printf .
	done
	dots=0
	wait $pid || status=$?
	if [ $status != 0 ]; then
		echo ' failed'
		tail -n 25 "$log" >&2
		die "$name: failed; all of its output is in $log"
	fi
	echo " $((SECONDS - began)) s"
}

# Names of the packages of the groups that this machine has not.
packages_missing() {
	local group package
	for group; do
		for package in $(sed -n "s/^$group://p" "$here/packages"); do
			case $package in
			nodejs) command -v node >/dev/null && continue ;;
			npm) command -v npm >/dev/null && continue ;;
			# a machine has one mail server; its owner's stays, and the story that wants this one skips
			exim4-daemon-light) [ -e /usr/sbin/sendmail ] && continue ;;
			esac
			dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
		done
	done
}

# apt must start no service: those packages would take ports and folders that are none of ours.
packages_apt() {
	local as_root='' nginx_before=yes policy=/usr/sbin/policy-rc.d
	if [ "$(id -u)" != 0 ]; then
		as_root=sudo
		command -v sudo >/dev/null || die "install as root: apt-get install $*"
		sudo -n true 2>/dev/null || die "sudo wants a password; run sudo -v first, or install as root: apt-get install $*"
	fi
	command -v nginx >/dev/null || nginx_before=
	if [ ! -e $policy ]; then
		printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
		$as_root chmod 755 $policy
		# shellcheck disable=SC2064
		trap "$as_root rm -f $policy" EXIT
	fi
	$as_root apt-get -o DPkg::Lock::Timeout=300 update
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
	# A web server that came only for us must not start with the machine.
	if [ ! "$nginx_before" ] && [ -d /run/systemd/system ]; then
		$as_root systemctl disable nginx 2>/dev/null || :
	fi
}

packages_install() {
	local missing
	command -v dpkg-query >/dev/null || {
		echo '  this is no Debian: what the file packages names is taken as installed'
		return
	}
	missing=$(packages_missing "$@")
	[ -z "$missing" ] && return
	if [ "$(id -u)" != 0 ] && command -v sudo >/dev/null && ! sudo -n true 2>/dev/null; then
		sudo -v
	fi
	# shellcheck disable=SC2086
	step "Installing $(wc -w <<<"$missing") packages" packages_apt $missing
}

# build FOLDER [CONFIGURE ARGUMENT…]: configures what is new or changed, then makes everything.
build_tree() {
	local folder=$1
	shift
	mkdir -p "$here/build"
	(
		flock 9
		if [ ! -e "$here/configure" ] || [ "$here/configure.ac" -nt "$here/configure" ]; then
			(cd "$here" && autoreconf -fi)
		fi
		mkdir -p "$folder"
		cd "$folder" || exit
		if [ ! -e config.status ] || [ "$here/configure" -nt config.status ]; then
			"$here/configure" --prefix=/usr --sysconfdir=/etc --localstatedir=/var "$@"
		fi
		make -j"$(nproc)"
	) 9>"$here/build/lock"
}
