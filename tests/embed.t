#!/bin/bash
# Boards inside other sites: the configurator, the frame, the piece of HTML, colours, oEmbed. Asked of the program itself; browsers are in browser.t.
. "${0%/*}/lib.sh"
L=/lhota-nad-orlici
notice() { sql "SELECT id FROM notice WHERE hangs AND town_code = 999999 AND $1 ORDER BY id LIMIT 1"; }
id=$(notice "kind = 'official_copy'")

# The frame: the newest notices, for anybody's page.
get /vlozit$L
status 200
header content-type 'text/html; charset=utf-8'
header content-security-policy '*frame-ancestors [*]*'
header cross-origin-resource-policy cross-origin
header referrer-policy no-referrer
no_header x-frame-options
no_header set-cookie
is 'count(//li[@class="row"])' 5
is 'count(//a[@target="_top"]) = count(//a)' true
is 'count(//a[not(starts-with(@href, "https://sousede.test/"))])' 0
is 'count(//@style | //script[not(@src)] | //form | //style)' 0
is 'string(/html/@lang)' cs
is 'count(/html/@class)' 0
get /vlozit$L.xml
valid
get "/vlozit$L?deska=uredni,krize&pocet=20"
is 'count(//li[@class="row"]) = count(//*[@class="stamp"] | //*[contains(@class, "brick")])' true
get "/vlozit$L.xml?kategorie=voda&pocet=20"
is 'count(//item[category/@slug != "voda"])' 0
isnt 'count(//item)' 0
get "/vlozit$L?vzhled=tmavy"
is 'string(/html/@class)' dark
is 'string(//meta[@name="color-scheme"]/@content)' dark
get "/vlozit$L?vzhled=svetly&jazyk=en"
is 'string(/html/@class)' light
is 'string(/html/@lang)' en
no_header set-cookie
for bad in pocet=0 pocet=21 deska=neco vzhled=ruzovy barva=cervena oznameni=x; do
	get "/vlozit$L?$bad"
	status 400
done
get /vlozit/nikde
status 404

# It is blind: neither cookies nor the browser's languages change a byte.
get /vlozit$L
cp "$T/response" "$T/plain"
token=$(printf 'ab%.0s' {1..32})
sql "INSERT INTO person (name, created_at) VALUES ('Jana', UTC_TIMESTAMP());
	INSERT INTO session (token_hash, person_id, created_at, expires_at)
	SELECT UNHEX('$(python3 -c "import hashlib; print(hashlib.blake2b(bytes.fromhex('$token'), digest_size=32).hexdigest())")'),
		MAX(id), UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 1 DAY FROM person"
get /vlozit$L "Cookie: __Host-s=$token; jazyk=uk" 'Accept-Language: uk'
# A server in between may send the same bytes in one piece or in several, a second later.
said() { sed -E '/^(Date|Content-Length|Transfer-Encoding):/Id' "$1" | cksum; }
same 'cookies and languages change nothing in the frame' "$(said "$T/response")" "$(said "$T/plain")"
get $L/vlozit.xml "Cookie: __Host-s=$token"
is 'string(//viewer/@name)' Jana
get $L/vlozit 'Cookie: jazyk=uk'
is 'string(/html/@lang)' uk
for other in $L $L/nastenka $L/vlozit /; do
	get "$other"
	header content-security-policy "*frame-ancestors 'none'*"
done

# One notice; a draft is unknown, one taken down only says so, another town's is nobody's.
get "/vlozit$L?oznameni=$id"
status 200
get "/vlozit$L.xml?oznameni=$id"
valid
is 'string(//item/title)' "$(sql "SELECT title FROM notice WHERE id = $id")"
get "/vlozit/kadan?oznameni=$id"
status 404
sql "UPDATE notice SET state = 'taken_down', takendown_at = posted_at WHERE id = $id"
get "/vlozit$L?oznameni=$id"
status 200
is 'count(//*[@class="empty"])' 1
unlike "$(sql "SELECT title FROM notice WHERE id = $id")"
sql "UPDATE notice SET state = 'draft' WHERE id = $id"
get "/vlozit$L?oznameni=$id"
status 404
sql "UPDATE notice SET state = 'posted', takendown_at = NULL WHERE id = $id"

# An unchanged frame answers 304, a changed board does not.
get /vlozit$L
etag=$(header_value etag)
get /vlozit$L "If-None-Match: $etag"
status 304
header vary '*Accept-Encoding*'
sql "UPDATE board SET revision = revision + 1, changed_at = changed_at + INTERVAL 1 SECOND WHERE town_code = 999999"
get /vlozit$L "If-None-Match: $etag"
status 200

# A board where nothing hangs.
get /vlozit/kadan
status 200
is 'count(//*[@class="empty"])' 1
get /vlozit/kadan.html
is 'count(//li)' 0

# The piece: bare, whole addresses, no styles and no scripts; text stays text.
sql "UPDATE notice SET title = 'Voda <script>alert(1)</script> & \"plyn\"' WHERE id = $id"
get "/vlozit$L.html?deska=uredni&pocet=20"
status 200
header content-type 'text/html; charset=utf-8'
header access-control-allow-origin '[*]'
header cache-control '*max-age=300*'
unlike '<(html|head|body|link|style|script|!DOCTYPE)'
like 'Voda &lt;script&gt;alert\(1\)&lt;/script&gt; &amp;'
is 'string(//div[@class="sousede"]/@lang)' cs
is 'count(//a[not(starts-with(@href, "https://sousede.test/"))])' 0
is 'count(//li[@class="sousede-oznameni sousede-official_copy"]) = count(//li)' true
get "/vlozit$L.html?jazyk=uk"
is 'string(//div/@lang)' uk

# Colours are a stylesheet; both papers get a shade that can be read, whatever was asked.
get /vlozit/barva/ffff00
status 200
header content-type 'text/css*'
header cross-origin-resource-policy cross-origin
like '^\.embed a:not\(\.btn\), .* \{ color: #[0-9a-f]{6}; \}$'
like 'dark.*color: #ffff00'
for bad in fff gggggg 12345 1234567 FFFF00 17533a-x; do
	get "/vlozit/barva/$bad"
	status 404
done
contrast() {
	python3 - "$@" <<-'END'
		import re, sys
		def luminance(h):
		    c = [int(h[i:i + 2], 16) / 255 for i in (0, 2, 4)]
		    c = [x / 12.92 if x <= .04045 else ((x + .055) / 1.055) ** 2.4 for x in c]
		    return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]
		def ratio(a, b):
		    a, b = sorted((luminance(a), luminance(b)))
		    return (b + .05) / (a + .05)
		light, dark, dark_again = re.findall(r'color: #([0-9a-f]{6})', open(sys.argv[1]).read())
		papers = re.findall(r'--paper: #([0-9a-f]+)', open(sys.argv[2]).read())
		expand = lambda h: h if len(h) == 6 else ''.join(2 * x for x in h)
		assert dark == dark_again
		assert ratio(light, expand(papers[0])) >= 4.5, (light, papers[0], ratio(light, expand(papers[0])))
		assert ratio(dark, expand(papers[1])) >= 4.5, (dark, papers[1], ratio(dark, expand(papers[1])))
	END
}
for wish in ffff00 ffffff 000000 808080 17533a ff0000 00ff00 0000ff 19231d 767676; do
	get "/vlozit/barva/$wish"
	ok "links of $wish can be read on both papers of site.css" contrast "$T/body" "$SRC/htdocs/s/site.css"
done
get "/vlozit$L?barva=ffff00"
is 'count(//link[@rel="stylesheet"])' 2
get /vlozit/barva/17533a.xml
valid

# The configurator: every way with its code, without any script.
get $L/vlozit
status 200
is 'count(//form[@method="get"]//input[@name="deska"])' 4
is 'count(//textarea[@readonly] | //input[@readonly])' 14
is 'count(//textarea[not(@readonly)])' 0
is 'string(//iframe/@src)' "/vlozit$L?pocet=5"
is 'count(//@style | //script[not(@src)])' 0
like '&lt;iframe src="https://sousede.test/vlozit/lhota-nad-orlici'
like 'stream_context_create'
get $L/vlozit.xml
valid
get "$L/vlozit?deska=uredni&deska=obec&kategorie=voda&pocet=3&vzhled=svetly&barva=%2317533a&vyska=400"
is 'string(//iframe/@src)' "/vlozit$L?deska=uredni,obec&kategorie=voda&pocet=3&vzhled=svetly&barva=17533a"
is 'string(//iframe/@height)' 400
is 'count(//input[@name="deska"][@checked])' 2
is 'string(//option[@selected]/@value)' voda
like 'data-deska=&quot;uredni,obec&quot;|data-deska="uredni,obec"'
is 'string(//input[@id="k-rss"]/@value)' "https://sousede.test$L/nastenka.rss?deska=uredni,obec&kategorie=voda"
get "$L/vlozit.xml?barva=17533a&jazyk=en"
valid
is 'string(//embed/@query)' 'pocet=5&barva=17533a&jazyk=en'

# A colour that cannot be read is refused, kept, and the nearest one offered; following the offer works.
get "$L/vlozit?barva=ffff00&pocet=7"
status 422
is 'string(//input[@name="barva"]/@value)' ffff00
is 'string(//input[@name="pocet"]/@value)' 7
is 'string(//input[@name="barva"]/@aria-invalid)' true
is 'starts-with(//title, "Chyba: ")' true
is 'count(//iframe | //textarea)' 0
offer=$(value 'string(//a[contains(@href, "barva=")][contains(@class, "btn")]/@href)')
get "$offer"
status 200
like 'barva='
get "$L/vlozit.xml?barva=ffff00"
valid
is 'number(//nearest/@ratio) < 4.5' true
get "$L/vlozit?barva=ffff00&vzhled=tmavy"
status 200
get "$L/vlozit?barva=000000&vzhled=tmavy"
status 422
get "$L/vlozit?pocet=99&vyska=abc"
status 422
is 'count(//*[@aria-invalid="true"])' 2
is 'string(//input[@name="vyska"]/@value)' abc
get "$L/vlozit?barva=zzz"
status 422
get /nikde/vlozit
status 404

# oEmbed for a board, a town, a notice; both formats; sizes obeyed.
url() { python3 -c 'import sys, urllib.parse; print(urllib.parse.quote(sys.argv[1], ""))' "$1"; }
get "/oembed?url=$(url "https://sousede.test$L/nastenka?deska=uredni,krize&q=x")"
status 200
header content-type application/json
no_header set-cookie
json .version 1.0
json .type rich
json .width 600
json .height 560
json .title 'Nástěnka: Lhota nad Orlicí'
json '.html | test("^<blockquote><a href=\"[^\"]+\">[^<]+</a></blockquote><iframe src=\"https://sousede.test/vlozit/[^\"]+\" width=\"600\" height=\"560\" title=\"[^\"]+\"></iframe>$")' true
json '.html | contains("/vlozit/lhota-nad-orlici?deska=uredni,krize\"")' true
get "/oembed?url=$(url "https://sousede.test$L/nastenka")&maxwidth=320&maxheight=200&format=json"
json .width 320
json .height 200
json '.html | test("width=\"320\" height=\"200\"")' true
get "/oembed?url=$(url "http://sousede.test$L")&maxwidth=5000"
json .width 600
get "/oembed?url=$(url "https://sousede.test/o/$id")&format=xml"
header content-type 'text/xml; charset=utf-8'
is 'name(/*)' oembed
is 'string(/oembed/title)' 'Voda <script>alert(1)</script> & "plyn"'
is 'contains(/oembed/html, "<script")' false
like 'title="Voda &amp;lt;script&amp;gt;alert\(1\)&amp;lt;/script&amp;gt; &amp;amp; &amp;quot;plyn&amp;quot;"'
is 'string(/oembed/height)' 320
get "/oembed.xml?url=$(url "https://sousede.test$L/nastenka/$id-cokoli")"
valid
is 'string(//oembed/@query)' "oznameni=$id"
for other in https://jinde.test$L/nastenka https://sousede.test/ https://sousede.test/nikde https://sousede.test$L/zdroje \
	https://sousede.test/o/999999999 https://sousede.test/o/x https://sousede.test$L/nastenka/$id/x https://sousede.test.zlo.test$L \
	"ftp://sousede.test$L" "https://sousede.test/kadan/nastenka/$id" nesmysl; do
	get "/oembed?url=$(url "$other")"
	status 404
done
get /oembed
status 400
get "/oembed?url=$(url "https://sousede.test$L")&format=yaml"
status 501
is 'string(//h1)' 'Téhle adrese nerozumíme'
get "/oembed?url=$(url "https://sousede.test$L")&maxwidth=siroko"
status 400

# Discovery: what the heads of the town, its board and a notice say, oEmbed answers.
for page in $L "$L/nastenka?deska=uredni" $L/nastenka/$id; do
	for type in application/json text/xml; do
		get "$page"
		[ ! -e "$T/headers/location" ] || follow
		place=$(value "string(//link[@type='$type+oembed']/@href)")
		get "${place#https://sousede.test}"
		status 200
		header content-type "$type*"
	done
done

# The widget stays small: people's pages load it.
ok 'the widget is under 3 kB' [ "$(wc -c <"$SRC/htdocs/w/1/deska.js")" -lt 3000 ]

done_testing
