# A mail server (aiosmtpd) and the site's own jobs that bring letters to it, for stories with a browser. Sourced after browser.sh; letters are in T/letters.
# shellcheck shell=bash disable=SC2154
skip_without aiosmtpd python3-aiosmtpd
unset SOUSEDE_NOW

office_start() {
	mkdir "$T/letters"
	part office "$SRC/tests/mail.py" "$T/letters" --plain
	await test -s "$T/letters/port"
	printf '%s\n' '[mail]' 'from = posta@sousede.test' "smtp = smtp://localhost:$(cat "$T/letters/port")" 'tls = none' >>"$SOUSEDE_CONF"
	part jobs "$BUILD/jobs"
}
