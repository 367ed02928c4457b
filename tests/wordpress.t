#!/bin/bash
# A board in WordPress: its own filter (PHP) of our oEmbed answer, its own script around our frame. Only where Debian's WordPress is installed.
. "${0%/*}/lib.sh"
. "$SRC/tests/browser.sh"
export WORDPRESS=${WORDPRESS:-/usr/share/wordpress}
skip_without php php-cli
skip_without "$WORDPRESS/wp-includes/embed.php" wordpress
browser_start
asked="WordPress's filter"
address=$(jq -rn --arg url "$BASE/lhota-nad-orlici/nastenka?deska=uredni" '$url | @uri')
curl -s "$BASE/oembed?url=$address&maxwidth=500&format=json" | php -d error_reporting=8191 "$SRC/tests/wordpress.php" "$WORDPRESS" >"$T/wordpress.html" 2>"$T/wordpress.err"
same 'the filter runs in silence' "$(cat "$T/wordpress.err")" ''
ok 'it keeps the quotation with its link' grep -qE "<blockquote [^>]*><a href=\"$BASE/lhota-nad-orlici/nastenka\?deska=uredni\">[^<]+</a></blockquote>" "$T/wordpress.html"
ok 'it keeps the frame and gives it a sandbox and a secret' grep -qE \
	"<iframe [^>]*sandbox=\"allow-scripts\"[^>]*src=\"$BASE/vlozit/lhota-nad-orlici\?deska=uredni#\?secret=[a-zA-Z0-9]+\"[^>]*width=\"500\" height=\"560\" title=\"[^\"]+\"" "$T/wordpress.html"
browser_run "$SRC/tests/wordpress.js"
done_testing
