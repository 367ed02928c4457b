#!/bin/bash
# Hostile feeds do nothing: no address inside is ever asked, no body eats memory or time, no document breaks the reader, no script survives.
. "${0%/*}/lib.sh"
. "$SRC/tests/feeds.sh"
skip_without cc gcc
feeds_start
site
echo '<rss><channel><title>Obec</title><item><title>Obyčejná zpráva</title></item></channel></rss>' >"$W/dobre.rss"

# jobs under a limit of memory (MB of resident memory at its peak, without sanitizers), and what it used.
sanitized=$(ldd "$BUILD/jobs" | grep -c libasan)
within() {
	local megabytes=$1 peak
	shift
	asked="jobs $*"
	peak=$(python3 -c '
import resource, subprocess, sys
out, err = open(sys.argv[1], "w"), open(sys.argv[2], "w")
code = subprocess.run(sys.argv[3:], stdout=out, stderr=err, stdin=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$T/body" "$T/complaint" "$BUILD/jobs" "$@")
	code=${peak% *} peak=${peak#* }
	grep -a '^at=' "$T/complaint" >>"$LOG"
	[ "$sanitized" -gt 0 ] || ok "$asked: within $megabytes MB ($peak)" [ "$peak" -le "$megabytes" ]
}

# --- documents
before=$(rows)
document() { # NAME WHY [MB]
	within "${3:-60}" import "$W/$1" --town kadan
	exits 65
	complained "$2"
}
python3 - "$W" <<'END'
import sys
def write(name, text):
    with open(f'{sys.argv[1]}/{name}', 'wb') as out:
        out.write(text if isinstance(text, bytes) else text.encode())
item = '<rss><channel><item><title>%s</title></item></channel></rss>'
laughs = ''.join(f'<!ENTITY l{i} "{"".join(f"&l{i-1};" for _ in range(10))}">' for i in range(1, 10))
write('laughs', f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>' + item % '&l9;')
write('quadratic', '<!DOCTYPE rss [<!ENTITY a "' + 'a' * 60000 + '">]>' + item % ('&a;' * 17000))
write('external', '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + item % '&x;')
write('external-dtd', '<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd">' + item % 'x')
write('parameter', '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>' + item % 'x')
write('undeclared', item % '&passwd;')
write('utf16', ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE rss [<!ENTITY a "b">]>' + item % '&a;').encode('utf-16'))
write('utf7', '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE rss +AFsAPAAh-ENTITY a +ACI-b+ACIAPgBdAD4-' + item % '+ACY-a+ADs-')
write('deep', '<rss><channel>' + '<item>' * 200000 + '</item>' * 200000 + '</channel></rss>')
write('attributes', '<rss' + ''.join(f' a{i}="1"' for i in range(200000)) + '><channel/></rss>')
write('namespaces', '<rss' + ''.join(f' xmlns:a{i}="u{i}"' for i in range(100000)) + '><channel/></rss>')
write('elements', '<rss><channel>' + '<a/>' * 2000000 + '</channel></rss>')
write('comment', '<rss><!-- ' + 'x' * 7000000)
write('cdata', '<rss><channel><item><title><![CDATA[' + '<' * 7000000)
write('name', '<rss><' + 'a' * 5000000 + '/></rss>')
write('deep-json', '[' * 4000000)
write('deep-board', '{"informace":' + '{"informace":' * 100000 + '1' + '}' * 100001)
write('flat-json', '[' + '[],' * 2000000 + '[]]')
write('keys', '{' + ','.join(f'"k{i}":{i}' for i in range(300000)) + '}')
write('number', '{"informace":' + '9' * 1000000 + '}')
write('controls', '{"informace":[{"název":"a\x01b"}]}')
write('controls.xml', item % 'a\x01b')
write('nul', b'{"informace":[{"n\xc3\xa1zev":"a\0b"}]}')
write('nul.xml', (item % 'a').encode().replace(b'a<', b'a\0<'))
write('latin', b'{"informace":[{"n\xc3\xa1zev":"\xe8\xe9"}]}')
write('surrogate', '{"informace":[{"název":"\\ud800"}]}')
write('large', '<rss><channel>' + ' ' * (8 << 20) + '</channel></rss>')
write('truncated.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n')
write('nested.ics', 'BEGIN:VCALENDAR\r\n' * 100000)
write('empty', '')
write('binary', bytes(range(256)) * 1000)
END
for name in laughs quadratic external external-dtd parameter utf16; do document $name 'document type declarations are not allowed'; done
document undeclared 'broken XML'
document utf7 'document type declarations are not allowed'
document deep 'more than 300000 tags' 100
document attributes 'a tag longer than'
document namespaces 'a tag longer than'
document elements 'more than 300000 tags' 100
document comment 'broken XML' 100
document cdata 'broken XML' 100
document name 'a tag longer than'
document deep-json 'broken JSON' 100
document deep-board 'broken JSON' 100
document flat-json 'refused' 600
document keys 'neither an official board' 200
document number 'broken JSON'
document controls 'line 1: broken JSON: control character'
document controls.xml 'line 1: broken XML'
document nul 'broken JSON'
document nul.xml 'broken XML'
document latin 'broken JSON'
document surrogate 'broken JSON'
within 60 import "$W/large" --town kadan
exits 66
complained 'size over 8 MB'
document truncated.ics 'breaks off'
document nested.ics 'breaks off'
document empty 'empty'
document binary 'neither JSON nor XML nor iCalendar'
same 'nothing of them is here' "$(rows)" "$before"

# --- bodies
body_of() { # PATH WHY
	within 60 import "$WEB/$1" --town kadan
	exits 69
	complained "$2"
}
for path in slow silent; do
	"$BUILD/jobs" import "$WEB/$path" --town kadan >/dev/null 2>"$W/$path-complaint" &
done
body_of huge 'size over 8 MB'
body_of announced 'size over 8 MB'
body_of bomb 'size over 8 MB'
body_of headers ''
body_of half network
body_of loop 'redirects more than three times'
while [ "$(pgrep -c -P $$ -x jobs)" -gt 0 ]; do wait -n; done
same 'a server that says nothing: given up' "$(cat "$W/silent-complaint")" 'jobs: refused: timeout of 10 seconds'
same 'a byte a second: given up' "$(cat "$W/slow-complaint")" 'jobs: refused: timeout of 10 seconds'
same 'nothing of them is here either' "$(rows)" "$before"

# --- addresses: a network of our own sees every attempt to connect
cc -shared -fPIC -o "$T/network.so" "$SRC/tests/feeds/network.c" -ldl || exit 1
sed -i 's/^fetch_private = yes/fetch_private = no/' "$SOUSEDE_CONF"
export NETWORK_LOG=$T/connections NETWORK_PORT=${WEB##*:}
export NETWORK_NAMES='feed.example=93.184.216.34;inner.example=10.0.0.1;six.example=::1;turn.example=93.184.216.34,127.0.0.1;mapped.example=::ffff:127.0.0.1'
: >"$NETWORK_LOG"
outside() {
	asked="jobs import $1"
	LD_PRELOAD=$T/network.so ASAN_OPTIONS=${ASAN_OPTIONS:-}:verify_asan_link_order=0 "$BUILD/jobs" import "$1" --town kadan >"$T/body" 2>"$T/complaint" </dev/null
	code=$?
}
outside http://feed.example/plain/dobre.rss
exits 0
same 'the public internet is asked' "$(cat "$NETWORK_LOG")" 93.184.216.34
before=$(rows)
count=0
while read -r address; do
	outside "$address"
	same "$address is refused" "$code $(sed -n 's/^\(jobs: refused: address\|jobs: refused: network\).*/refused/p' "$T/complaint")" '69 refused'
	outside "http://feed.example/to/$(printf %s "$address" | sed 's/%/%25/g; s/:/%3A/g; s/#/%23/g; s/?/%3F/g')"
	same "a redirect to $address is refused" "$code $(sed -n 's/^\(jobs: refused: address\|jobs: refused: network\).*/refused/p' "$T/complaint")" '69 refused'
	count=$((count + 1))
done <<'END'
http://127.0.0.1/
http://127.0.0.1:80/
http://127.0.0.1:443/
http://127.1/
http://127.0.1/
http://2130706433/
http://0x7f000001/
http://0x7f.1/
http://0177.0.0.1/
http://017700000001/
http://0/
http://0.0.0.0/
http://127.0.0.1.:80/
http://10.0.0.1/
http://172.16.5.4/
http://192.168.1.1/
http://169.254.169.254/latest/meta-data/
http://100.64.0.1/
http://198.18.0.1/
http://224.0.0.1/
http://255.255.255.255/
http://[::1]/
http://[::]/
http://[0:0:0:0:0:0:0:1]/
http://[::ffff:127.0.0.1]/
http://[::ffff:7f00:1]/
http://[::127.0.0.1]/
http://[64:ff9b::7f00:1]/
http://[fe80::1]/
http://[fc00::1]/
http://[2002:7f00:1::]/
http://[2001:db8::1]/
http://inner.example/
http://six.example/
http://mapped.example/
http://feed.example:22/
http://feed.example:3306/
http://user:password@feed.example/plain/dobre.rss
http://feed.example@127.0.0.1/
https://127.0.0.1/
END
same 'forty addresses' $count 40
for address in file:///etc/passwd gopher://127.0.0.1/ dict://127.0.0.1/ ftp://127.0.0.1/ ldap://127.0.0.1/ smb://127.0.0.1/ scp://127.0.0.1/; do
	outside "http://feed.example/to/${address//:/%3A}"
	same "a redirect to $address is refused" "$code $(cut -c1-22 "$T/complaint")" '69 jobs: refused: address'
done
outside 'http://turn.example/to/http%3A%2F%2Fturn.example%2Fplain%2Fdobre.rss'
same 'a name that turns inwards is refused' "$code $(cat "$T/complaint")" '69 jobs: refused: address that is not on the public internet'
same 'nothing inside was ever asked' "$(sort -u "$NETWORK_LOG")" 93.184.216.34
same 'and nothing is here' "$(rows)" "$before"
sed -i 's/^fetch_private = no/fetch_private = yes/' "$SOUSEDE_CONF"

# --- scripts in texts
cat >"$W/skripty.rss" <<'END'
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Obec&lt;script&gt;alert(0)&lt;/script&gt;</title>
<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Titulek &lt;img src=x onerror=alert(2)&gt;</title><link>javascript:alert(3)</link><guid>a1</guid>
<category>&lt;svg onload=alert(4)&gt;Druh</category><enclosure url="javascript:alert(5)" type="text/html&quot; onload=&quot;alert(6)"/>
<content:encoded><![CDATA[<p onclick=alert(7)>Text</p><a href="javascript:alert(8)">odkaz</a><iframe src=x></iframe><svg><script>alert(9)</script></svg>]]></content:encoded></item>
<item><title>&amp;lt;script&amp;gt;alert(10)&amp;lt;/script&amp;gt;</title><guid>a2</guid><description>[x](javascript:alert(11)) &lt;script&gt;alert(12)&lt;/script&gt;</description></item>
</channel></rss>
END
jobs import "$W/skripty.rss" --town kadan
did 2 0 0 0 0 0 0
same 'titles are text' "$(sql "SELECT GROUP_CONCAT(title ORDER BY id SEPARATOR '|') FROM notice WHERE source_id = (SELECT MAX(id) FROM source)")" \
	'Titulek|<script>alert(10)</script>'
for id in $(sql "SELECT CONCAT(id, '-', slug) FROM notice WHERE source_id = (SELECT MAX(id) FROM source)"); do
	get "/kadan/nastenka/$id"
	status 200
	is 'count(//script[not(@src) and not(@type="application/ld+json")] | //@onclick | //@onload | //@onerror | //main//iframe | //main//a[starts-with(@href, "javascript:")])' 0
done
for suffix in '' .rss .atom .json .ics .jsonld .xml; do
	get "/kadan/nastenka$suffix"
	status 200
	unlike '<script>alert|href="javascript:|onerror=alert\(2'
done
done_testing
