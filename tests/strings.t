#!/usr/bin/perl
# The three catalogues agree, each string is used and each used string is there; baking stops at what is missing;
# plural forms are right in all languages, through a real bake and a real run.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use File::Temp qw(tempdir);
use FindBin;
use Test::More;

my $root = "$FindBin::Bin/..";
my $t = tempdir(CLEANUP => 1);
my @langs = qw(cs en uk);
my %forms = (cs => [qw(one few many)], en => [qw(one many)], uk => [qw(one few many)]);
my @numbers = (0, 1, 2, 4, 5, 11, 21, 22, 101);
# which form each of the numbers takes, as grammars of the languages say
my %form = (
	cs => [qw(many one few few many many many many many)],
	en => [qw(many one many many many many many many many)],
	uk => [qw(many one few few many many one few one)],
);

sub slurp { my ($path) = @_; open my $f, '<', $path or die "$path: $!"; local $/; return scalar <$f> }
sub spurt { my ($path, $text) = @_; open my $f, '>', $path or die "$path: $!"; print $f $text; close $f or die }

# --- catalogues

my %s;      # language → id → text, or { one => … }
for my $lang (@langs) {
	my $path = "$root/xsl/strings/$lang.xml";
	is(system('xmllint', '--noout', '--nonet', $path), 0, "$lang.xml is well-formed");
	my $xml = slurp($path);
	like($xml, qr/<strings lang="$lang">/, "$lang.xml says its language");
	my %twice;
	while ($xml =~ m{<s id="([^"]+)">(.*?)</s>}gs) {
		my ($id, $text) = ($1, $2);
		$twice{$id}++ if exists $s{$lang}{$id};
		my %plural = $text =~ m{<(one|few|many)>(.*?)</\1>}gs;
		$s{$lang}{$id} = %plural ? \%plural : $text;
	}
	is(join(' ', sort keys %twice), '', "$lang.xml has no id twice");
	is(() = $xml =~ /<s[ >]/g, keys %{ $s{$lang} }, "$lang.xml: every <s> was read");
	is(join(' ', grep { my $v = $s{$lang}{$_}; grep { !/\S/ } ref $v ? values %$v : $v } sort keys %{ $s{$lang} }), '', "$lang.xml has no empty string");
}

sub placeholders { my ($v) = @_; my %p; $p{$_}++ for map { /\{(\d)\}/g } ref $v ? values %$v : $v; return join ' ', sort keys %p }

my @ids = sort keys %{ $s{cs} };
cmp_ok(scalar @ids, '>', 100, 'catalogues are not empty');
for my $lang (qw(en uk)) {
	is(join(' ', sort keys %{ $s{$lang} }), join(' ', @ids), "$lang.xml has the ids of cs.xml");
	# times of day are written with minutes in English and Ukrainian, so patterns of dates may take other parts
	is(join(' ', grep { !/^date\./ && defined $s{$lang}{$_} && placeholders($s{$lang}{$_}) ne placeholders($s{cs}{$_}) } @ids), '',
	   "$lang.xml has the placeholders of cs.xml");
	is(join(' ', grep { defined $s{$lang}{$_} && !!ref $s{$lang}{$_} != !!ref $s{cs}{$_} } @ids), '', "$lang.xml has plural forms where cs.xml has");
	# names of languages and formats, patterns and code are the same in all languages; sentences are not
	is(join(' ', grep { !ref $s{cs}{$_} && $s{cs}{$_} eq ($s{$lang}{$_} // '') && $s{cs}{$_} =~ /\w{4,} \w{4,} \w{4,}/ } @ids), '', "$lang.xml is translated");
}
for my $lang (@langs) {
	my $want = join ' ', @{ $forms{$lang} };
	my @wrong = grep { my $v = $s{$lang}{$_}; ref $v && join(' ', grep { exists $v->{$_} } qw(one few many)) ne $want } @ids;
	is("@wrong", '', "$lang.xml: each plural has the forms $want and no other");
}

# --- uses

my %used;
for my $sheet (glob "$root/xsl/*.xsl") {
	my $xsl = slurp($sheet);
	next if $sheet =~ /bake\.xsl$/;
	$xsl =~ s/<!--.*?-->//gs;
	$used{$_}++ for $xsl =~ /<t:(?:text|count)\s[^>]*?\bid="([^"]+)"/g, $xsl =~ /\{t:([a-z]+\.[^}(]+)\}/g;
}
is(join(' ', grep { !exists $s{cs}{$_} } sort keys %used), '', 'every string a sheet uses is in the catalogues');
is(join(' ', grep { !$used{$_} } @ids), '', 'every string of the catalogues is used');

# --- baking

my $head = '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="https://sousede.example/text"><xsl:output method="text" encoding="UTF-8"/>';

sub bake {
	my ($lang, $strings, $body) = @_;
	spurt("$t/sheet.xsl", "$head$body</xsl:stylesheet>");
	my $code = system "xsltproc --nonet --stringparam lang $lang --stringparam strings '$strings' --stringparam build 0123abcd " .
		"-o '$t/baked.xsl' '$root/xsl/bake.xsl' '$t/sheet.xsl' 2>'$t/err'";
	return $code == 0;
}
sub run_baked { my ($page) = @_; spurt("$t/page.xml", $page); open my $p, '-|', 'xsltproc', '--nonet', "$t/baked.xsl", "$t/page.xml" or die; local $/; return scalar <$p> }

spurt("$t/$_.xml", qq(<strings lang="$_"><s id="a">  one\n two </s><s id="b">{2}, {1}</s>) .
	'<s id="n.x">' . join('', map { "<$_>$_ {1} {2}</$_>" } @{ $forms{$_} }) . '</s><s id="broken"><one>x</one></s></strings>') for @langs;

my $numbers = '<page>' . join('', map { "<n>$_</n>" } @numbers) . '</page>';
my $counts = '<xsl:template match="/page"><xsl:for-each select="n"><t:count id="n.x" select="."><t:arg select="count(../n)"/></t:count>;</xsl:for-each></xsl:template>';
for my $lang (@langs) {
	ok(bake($lang, "$t/$lang.xml", $counts), "$lang: a plural bakes");
	is(run_baked($numbers), join('', map { "$form{$lang}[$_] $numbers[$_] 9;" } 0 .. $#numbers), "$lang: forms for @numbers");
}

# each plural of the real catalogues takes the same forms
for my $lang (@langs) {
	my $wrong = '';
	for my $id (grep { ref $s{$lang}{$_} } @ids) {
		my $args = join '', map { qq(<t:arg select="'$_'"/>) } 2 .. 4;
		bake($lang, "$root/xsl/strings/$lang.xml", qq(<xsl:template match="/page"><xsl:for-each select="n"><t:count id="$id" select=".">$args</t:count>;</xsl:for-each></xsl:template>));
		my @got = split /;/, run_baked($numbers);
		for my $i (0 .. $#numbers) {
			(my $want = $s{$lang}{$id}{ $form{$lang}[$i] }) =~ s/\{(\d)\}/$1 == 1 ? $numbers[$i] : $1/ge;
			$want =~ s/&amp;/&/g;
			$wrong .= "$id $numbers[$i]: '$got[$i]' instead of '$want'; " if ($got[$i] // '') ne $want =~ s/\s+/ /gr;
		}
	}
	is($wrong, '', "$lang: every plural of the catalogue, for @numbers");
}

ok(bake('cs', "$t/cs.xml", '<xsl:template match="/page"><x y="{t:a} {t:lang} {t:build} {n}"/><xsl:value-of select="\'{t:lang}\'"/> <t:text id="b"><t:arg select="n"/><t:arg><t:text id="a"/></t:arg></t:text> <t:count id="n.x" select="1234"><t:arg select="1"/></t:count></xsl:template>'), 'words, arguments and parameters bake');
like(slurp("$t/baked.xsl"), qr/y="one two cs 0123abcd \{n\}"/, 'attributes take words, language and build');
is(run_baked('<page><n>7</n></page>'), "csone two, 7many 1\x{a0}234 1", 'arguments by number, content in an argument, hard space in thousands');

for my $stop (
	['a missing id', '<t:text id="nowhere"/>', qr/no string 'nowhere'/],
	['a missing id in an attribute', '<x y="{t:nowhere}"/>', qr/no string 'nowhere'/],
	['a missing count', '<t:count id="nowhere" select="1"/>', qr/no string 'nowhere'/],
	['a missing argument', '<t:text id="b"><t:arg select="1"/></t:text>', qr/'b' wants argument \{2\}/],
	['a plural without a number', '<t:text id="n.x"/>', qr/use t:count/],
	['a missing plural form', '<t:count id="broken" select="1"/>', qr/'broken' lacks a plural form/],
	['an unknown element', '<t:txet id="a"/>', qr/unknown element t:txet/],
) {
	my ($what, $body, $why) = @$stop;
	ok(!bake('cs', "$t/cs.xml", "<xsl:template match='/'>$body</xsl:template>"), "$what stops the build");
	like(slurp("$t/err"), $why, '… and says why');
}
ok(!bake('en', "$t/cs.xml", ''), 'a catalogue of another language stops the build');

done_testing;
