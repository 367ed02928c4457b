#!/usr/bin/perl
# Every sheet bakes and compiles in all languages; sample pages of every state become sound HTML: well-formed, ids unique,
# nothing inline that the Content-Security-Policy forbids, no heading skipped, nothing of the user's text read as mark-up.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Basename qw(basename);
use File::Temp qw(tempdir);
use FindBin;
use Test::More;

my $root = "$FindBin::Bin/..";
my $t = tempdir(CLEANUP => 1);
my @langs = qw(cs en uk);

sub slurp { my ($path) = @_; open my $f, '<', $path or die "$path: $!"; local $/; return scalar <$f> }
sub spurt { my ($path, $text) = @_; open my $f, '>', $path or die "$path: $!"; print $f $text; close $f or die }

# --- bake and compile

my @sheets = grep { basename($_) ne 'bake.xsl' } glob "$root/xsl/*.xsl";
my %included;
$included{$_}++ for map { slurp($_) =~ /<xsl:(?:include|import) href="([^"]+)"/g } @sheets;
spurt("$t/none.xml", '<none/>');
for my $lang (@langs) {
	mkdir "$t/$lang";
	my @failed = grep {
		system("xsltproc --nonet --stringparam lang $lang --stringparam strings '$root/xsl/strings/$lang.xml' --stringparam build 0123abcd " .
			"-o '$t/$lang/" . basename($_) . "' '$root/xsl/bake.xsl' '$_'") != 0
	} @sheets;
	is("@failed", '', "$lang: every sheet bakes");
	my @words = grep { slurp($_) =~ m{<t:(?!f|date|day|short|month|weekday|near|time|moment|from|when)|\{t:[a-z.-]+\}} } glob "$t/$lang/*.xsl";
	is("@words", '', "$lang: no mark of a string is left");
	my @bad = grep { system("xsltproc --nonet -o /dev/null '$t/$lang/$_' '$t/none.xml' 2>>'$t/err'") != 0 }
		grep { !$included{$_} } map { basename($_) } @sheets;
	is("@bad", '', "$lang: every sheet that is not a part compiles") or diag(slurp("$t/err"));
}

# rules of the house that a program can read
for my $sheet (@sheets) {
	(my $xsl = slurp($sheet)) =~ s/<!--.*?-->//gs;
	my $name = basename($sheet);
	unlike($xsl, qr/disable-output-escaping|\bdocument\(/, "$name: no unescaped output, no document()");
	next unless $xsl =~ /method="html"/ || $included{$name};
	unlike($xsl, qr/\sstyle="|<script(?![^>]*\ssrc=)|\son[a-z]+="/, "$name: no inline style or script");
}

# --- sample pages

my %void = map { $_ => 1 } qw(meta link input br hr img wbr area col source);

# What is wrong with a page, in words; '' when nothing is.
sub faults {
	my ($html) = @_;
	my (@open, @wrong, %id, @refs, $level);
	push @wrong, 'no doctype' unless $html =~ s/^<!DOCTYPE html>\s*//;
	while ($html =~ m{<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*/?>|<}g) {
		my ($close, $name, $attributes) = ($1, $2, $3 // '');
		if (!defined $name) { push @wrong, 'a bare <'; next }
		if ($close) {
			my $top = pop @open // 'nothing';
			push @wrong, "</$name> closes <$top>" if $top ne $name;
			next;
		}
		push @open, $name unless $void{$name};
		my %a = $attributes =~ /([^\s=]+)="([^"]*)"/g;
		push @wrong, "inline style" if exists $a{style} || $name eq 'style';
		push @wrong, "inline script" if $name eq 'script' || grep { /^on/ } keys %a;
		push @wrong, "id $a{id} twice" if defined $a{id} && $id{ $a{id} }++;
		push @refs, split ' ', $a{$_} for grep { defined $a{$_} } qw(for aria-labelledby aria-describedby);
		push @refs, $1 if ($a{href} // '') =~ /^#(.+)/;
		push @wrong, "address $a{href}" if ($a{href} // 'x') !~ m{^(?:https?://|mailto:|tel:|webcal://|[/#]|x$)};
		push @wrong, "link of others without rel: $a{href}" if $name eq 'a' && ($a{href} // '') =~ m{^https?://} && ($a{rel} // '') !~ /noopener/;
		if ($name =~ /^h([1-6])$/) {
			push @wrong, "h$1 after h" . ($level // 0) if $1 > ($level // 0) + 1;
			$level = $1;
		}
	}
	push @wrong, "<$_> left open" for @open;
	push @wrong, "nothing with id $_" for grep { !$id{$_} } @refs;
	push @wrong, (() = $html =~ /<h1[\s>]/g) . ' h1' unless 1 == (() = $html =~ /<h1[\s>]/g);
	push @wrong, 'no words in an element that needs them' if $html =~ m{<(h[1-6]|a|li|p|td|th|title|button|label)(?:\s[^>]*)?>\s*</\1>};
	push @wrong, 'NaN' if $html =~ /\bNaN\b/;
	push @wrong, 'the string of a placeholder' if $html =~ /\{\d\}/;
	return join '; ', @wrong;
}

like(faults('<!DOCTYPE html><p id="a"><b>x</p><i id="a" style="x">x</i>'), qr/closes.*twice|twice.*h1/, 'the checker sees faults');

my %html;
for my $page (glob "$root/tests/pages/{board,error}-*.xml") {
	my $name = basename($page, '.xml');
	is(system("xmllint --noout --nonet --relaxng '$root/schema/board.rng' '$page' 2>'$t/err'"), 0, "$name is a page as the schema says") or diag(slurp("$t/err"));
	for my $lang (@langs) {
		my $code = system("xsltproc --nonet -o '$t/$lang-$name.html' '$t/$lang/board.xsl' '$page' 2>'$t/err'");
		is($code . slurp("$t/err"), '0', "$lang $name: no error, no message");
		$html{$lang}{$name} = slurp("$t/$lang-$name.html");
		is(faults($html{$lang}{$name}), '', "$lang $name: sound");
	}
}
cmp_ok(scalar keys %{ $html{cs} }, '>=', 25, 'there are samples');

# --- what the samples must show

sub has { my ($name, $re, $what) = @_; like($html{cs}{$name}, $re, "$name: $what") }
sub lacks { my ($name, $re, $what) = @_; unlike($html{cs}{$name}, $re, "$name: $what") }

has('board-list', qr{<h1>.*?</h1>\s*<div class="urgent">}s, 'danger stands first');
has('board-list', qr{<table class="ledger stack">}, 'the official board is a ledger');
lacks('board-list', qr{<li class="slip">(?:(?!</li></ul></li>).)*#stamp}s, 'no stamp on a slip');
has('board-list', qr{Neoficiální kopie\.</strong>}, 'a board that the town does not run says so');
has('board-list', qr{MULNO 2417/2026, Rozpočet a majetek, přílohy: 1, neoficiální kopie}, 'and each of its notices');
lacks('board-list-official', qr{Neoficiální kopie\.</strong>}, 'a board of the town does not');
has('board-list', qr{Neděle 29\. listopadu 2026, 17–\x{2060}19 hodin}, 'an event has its day and hours');
has('board-list', qr{Visí od 18\. listopadu 2026 do 3\. ledna 2027}, 'a span over New Year names both years');
has('board-list', qr{Visí od 19\. do 30\. listopadu 2026}, 'a span within a month names it once');
has('board-list', qr{<nav class="pager".*rel="next">Starší}s, 'older pages');
has('board-list-official', qr{aria-label="Strana 3".*aria-current="page">4<.*aria-label="Strana 5".*….*aria-label="Strana 9"}s, 'far pages behind an ellipsis');
has('board-list-official', qr{href="/web/lhota-nad-orlici/nastenka\?deska=uredni&amp;strana=5" rel="next"}, 'pages keep the filter, below the root of the site');
lacks('board-list-official', qr{utm=x}, 'what the form does not know is not carried on');
has('board-list-official', qr{type="application/rss\+xml" href="/web/lhota-nad-orlici/nastenka\.rss\?deska=uredni" title}, 'the feed of the filter, without the page');
has('board-list-official', qr{<link rel="canonical" href="https://sousede\.example/web/lhota-nad-orlici/nastenka\?deska=uredni&amp;strana=4">}, 'one address of this page');
has('board-list-filter', qr{value="průvod &lt;b>"|value="průvod &lt;b&gt;"}, 'what was typed stays in the field');
has('board-list-filter', qr{oembed\?url=https%3A%2F%2Fsousede\.example%2Flhota-nad-orlici%2Fnastenka%3Fdeska%3Dspolky%26kategorie}, 'oEmbed is told the filter, percent-encoded');
has('board-list-filter', qr{\?deska=spolky&amp;kategorie=kultura-a-sport&amp;q=pr%C5%AFvod\+%3Cb%3E&amp;jazyk=uk" lang="uk" hreflang="uk"}, 'another language keeps the filter');
has('board-list', qr{rss\+xml.*atom\+xml.*feed\+json.*text/calendar.*ld\+json.*json\+oembed.*xml\+oembed}s, 'all feeds are announced, RSS first');
has('board-list-empty', qr{Na nástěnce teď nic nevisí}, 'says what is not here');
lacks('board-list-empty', qr{tel:\+420}, 'no phone line where there is none');
has('board-list-nothing-found', qr{Na hledání „kominík &amp; syn“ nic nevisí}, 'says what was looked for');
has('board-list-archive', qr{<th scope="col">Sejmuto</th>.*1\. 7\. 2026}s, 'the archive tells when it was taken down');
has('board-list-archive', qr{Viselo od 20\. prosince 2025 do 5\. ledna 2026}, 'to the end of the last day');
has('board-show-official', qr{<article class="doc office">}, 'the office has its own sheet of paper');
has('board-show-official', qr{pátek 20\. listopadu 2026.*pondělí 7\. prosince 2026}s, 'days with their weekdays');
has('board-show-official', qr{PDF, 412.kB.*Word, 12,4.MB.*obrázek.*900.B}s, 'attachments say what they are');
has('board-show-official', qr{rel="nofollow noopener">.*Otevřít originál}s, 'a copy leads to the original');
has('board-show-official', qr{<h2>Do kdy a kam se přihlásit</h2>}, 'headings of the text stand below the title');
has('board-show-event', qr{od 21\. do 22\. listopadu 2026}, 'an event of whole days ends the day before its exclusive end');
has('board-show-event', qr{<h2>Program</h2>.*<h3>Co vzít s sebou</h3>.*<h4>Drobnosti</h4>}s, 'no level is skipped');
has('board-show-event', qr{<ol start="3"><li>vařonka</li></ol>}, 'tight lists have no paragraphs');
has('board-show-event', qr{<a href="https://borecaci\.example/mapa\.png" rel="nofollow ugc noopener">Mapa trasy</a>}, 'a picture is a link');
has('board-show-event', qr{<a href="https://borecaci\.example/foto" rel="nofollow ugc noopener">loňské fotky</a>}, 'a picture in a link is the link');
has('board-show-event', qr{<a href="https://borecaci\.example/" rel="nofollow ugc noopener">https://borecaci\.example/</a>}, 'a link without words shows its address');
has('board-show-event', qr{Odkaz bez cíle: sem\.}, 'a refused address leaves the words');
has('board-show-event', qr{<code>&lt;script&gt;alert\(1\)&lt;/script&gt;</code>}, 'mark-up in a text is text');
has('board-show-event', qr{Přečíst opravené znění}, 'a corrected notice leads to the correction');
has('board-month', qr{rel="prev" href="/lhota-nad-orlici/archiv/2026-10">říjen 2026}, 'months by name');
has('board-sources', qr{Nejde stáhnout.*Nestahuje se samo.*Čeká na první stažení}s, 'states of sources in words');
has('error-404', qr{<form class="find"[^>]*action="/hledat"}, 'a page that is not offers the search of towns');
has('error-400', qr{uredni, obec, spolky, krize}, 'a refused value names those allowed');
has('error-410', qr{20\. listopadu 2026 se sejmulo.*jména, text i přílohy}s, 'a deleted notice is explained');
has('error-422', qr{<title>Chyba:}, 'the title of a refused form begins with the word');
like($html{uk}{'board-show-official'}, qr{п’ятниця, 20 листопада 2026 року}, 'Ukrainian dates');
like($html{en}{'board-show-official'}, qr{Friday 20 November 2026}, 'English dates');
like($html{en}{'board-show-official'}, qr{<h1 lang="cs">}, 'a Czech notice in an English page says its language');
like($html{en}{'board-list'}, qr{nastenka\.rss\?jazyk=en"}, 'feeds follow the language');

# --- the Nu HTML checker, when npm brought it

my $vnu = ($ENV{NODE_PATH} // "$root/build/npm/node_modules") . "/vnu-jar/build/dist/vnu.jar";
SKIP: {
	skip 'no vnu (npm ci in tests/)', 1 unless -e $vnu;
	skip 'no java', 1 if system('command -v java >/dev/null 2>&1') != 0;
	my $said = `java -Xss1m -jar '$vnu' --also-check-css --also-check-svg --stdout '$t'/*-board-*.html '$t'/*-error-*.html '$root'/htdocs/50*.html '$root'/htdocs/s/*.svg '$root'/htdocs/s/*.css 2>&1`;
	is($said =~ s/^file:.*\///gmr, '', 'vnu finds nothing in the samples, stylesheet and drawings');
}
cmp_ok(-s "$root/htdocs/s/site.css", '<', 24_000, 'the stylesheet stays under 24 kB');

done_testing;
