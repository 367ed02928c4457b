#!/bin/bash
# Pages as the program writes them and as any other processor of XSLT would, from the same sheet and the same document: the functions we run ourselves
# and our own writer of HTML say nothing else. But for hard spaces, which are ours alone.
. "${0%/*}/lib.sh"

softly() { sed 's/\xc2\xa0/ /g; s/></>\n</g' "$1"; }
for path in /lhota-nad-orlici/nastenka /lhota-nad-orlici/zdroje /lhota-nad-orlici /o-projektu; do
	for lang in cs en uk; do
		get "$path.xml?jazyk=$lang"
		program_of "$path"
		xsltproc --nonet "$BUILD/share/sousede/xsl/$lang/$program.xsl" "$T/body" >"$T/wanted"
		get "$path?jazyk=$lang"
		status 200
		ok "$path in $lang as any processor would write it" diff <(softly "$T/wanted") <(softly "$T/body")
	done
done
id=$(sql "SELECT CONCAT(id, '-', slug) FROM notice WHERE town_code = 999999 AND state = 'posted' AND event_from IS NOT NULL LIMIT 1")
get "/lhota-nad-orlici/nastenka/$id.xml"
xsltproc --nonet "$BUILD/share/sousede/xsl/cs/board.xsl" "$T/body" | sed 's/\.xml/.html/' >"$T/wanted"
get "/lhota-nad-orlici/nastenka/$id"
ok 'one notice as any processor would write it' diff <(softly "$T/wanted") <(softly "$T/body")

done_testing
