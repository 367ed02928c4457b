#!/usr/bin/perl
# The rules of the house (ARCHITECTURE.md, HACKING.md) that a machine can hold: who includes whom, how long things may be, what may not be written.
# Every failure names file and line, so the way out is clear.
use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename;
use Test::More;

my $src = abs_path(dirname($0) . '/..');
my $build = $ENV{BUILD} || "$src/build/check";
chdir $src or die "$src: $!";

my @web = glob 'cgi-bin/web/*.[ch]';
my @feed = glob 'cgi-bin/feed/*.[ch]';
my @mail = glob 'cgi-bin/mail/*.[ch]';
my @programs = glob 'cgi-bin/*.[ch]';
my @handlers = grep { !m{/(jobs|sousede)\.c$} } @programs;
# A program that is more than a page of code has a folder of its own name.
my @parts = map { glob 'cgi-bin/' . basename($_, '.c') . '/*.[ch]' } glob 'cgi-bin/*.c';
my @sources = (@web, @feed, @mail, @programs, @parts, 'cgi-bin/picture/picture.c');
my @sheets = glob 'xsl/*.xsl';

sub text_of
{
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!";
	local $/;
	return scalar <$in>;
}

# C without comments; with $what eq 'code' also without what stands in quotes. Lines stay where they are.
sub c_of
{
	my ($file, $what) = @_;
	my $text = text_of($file);
	my $blank = sub { (my $s = shift) =~ s/[^\n]//g; $s };
	$text =~ s{(/\*.*?\*/|//[^\n]*)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')}
		{ defined $1 ? $blank->($1) : $what eq 'code' ? substr($2, 0, 1) x 2 : $2 }gse;
	return $text;
}

# "file:line: text" of every line of the given text that the pattern finds.
sub found
{
	my ($file, $text, $pattern) = @_;
	my ($n, @hits) = (0);
	for my $line (split /\n/, $text) {
		$n++;
		push @hits, "$file:$n: $line" if $line =~ $pattern;
	}
	return @hits;
}

sub none
{
	my ($what, @hits) = @_;
	ok(!@hits, $what) or diag join "\n", @hits;
}

my %code = map { $_ => c_of($_, 'code') } @sources;
my %strings = map { $_ => c_of($_, 'strings') } @sources;

# --- who may include whom

my %includes;
for my $file (@sources) {
	$includes{$file} = [ $strings{$file} =~ /^\s*#\s*include(?:_next)?\s+([<"][^>"]+)[>"]/mg ];
}

my %owner = (
	'mysql.h' => qr{web/db(row)?\.[ch]$}, 'mysqld_error.h' => qr{web/db\.c$},
	'fcgiapp.h' => qr{web/main\.c$}, 'fcgi_stdio.h' => qr{^$}, 'cmark.h' => qr{web/page\.c$}, 'sodium.h' => qr{web/(seal|sealtext|password)\.c$}, 'idn2.h' => qr{web/contact\.c$}, 'liboath/' => qr{account/}, 'fido' => qr{account/webauthn\.c$}, 'ini.h' => qr{web/conf\.c$},
	'libxslt/' => qr{web/render\.c$}, 'libexslt/' => qr{web/render\.c$}, 'utf8proc.h' => qr{(web/(text|typography|log)|feed/\w+)\.c$},
	'curl/' => qr{feed/fetch\.c$|mail/(smtp|sms)\.c$}, 'qrencode.h' => qr{web/qr\.c$}, 'jansson.h' => qr{(feed/\w+|account/webauthn)\.c$}, 'libical/' => qr{feed/(ics|series)\.[ch]$}, 'gd.h' => qr{picture/picture\.c$}, 'archive' => qr{(feed/\w+|account/data)\.c$},
);
for my $header (sort keys %owner) {
	my @strangers;
	for my $file (@sources) {
		next if $file =~ $owner{$header};
		push @strangers, map { "$file includes $_>" } grep { m{^<\Q$header\E} } @{ $includes{$file} };
	}
	none("$header is included only by its owner", @strangers);
}

my $libc = qr{^<(assert|ctype|errno|inttypes|limits|math|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings)\.h$};
none('handlers include web.h and nothing of ours besides', map {
	my $file = $_;
	my $own = basename($file, '.c');
	map { "$file includes $_" } grep { $_ ne '"web/web.h' && $_ !~ m{^"$own/} && $_ !~ $libc } @{ $includes{$file} };
} @handlers);

my %ours = map { $_ => 1 } @sources;
my %uses;
for my $file (@sources) {
	my ($folder, $module) = $file =~ m{^(.*)/([^/]+)\.[ch]$};
	for my $name (map { /^"(.+)/ ? $1 : () } @{ $includes{$file} }) {
		(my $target = "$folder/$name") =~ s{[^/]+/\.\./}{};
		$target = "cgi-bin/$name" if !$ours{$target};
		$uses{"$folder/$module"}{$1} = 1 if $ours{$target} && $target =~ m{^(.*)\.h$} && $1 ne "$folder/$module";
	}
}

my $floor = qr{^cgi-bin/web/(text|textcode|typography|time|timeread|conf|log|panic|seal|sealtext|password)$};
none('text, time, conf, log, panic and seal know only each other', map {
	my $module = $_;
	map { "$module uses $_" } grep { $_ !~ $floor } sort keys %{ $uses{$module} };
} grep { $_ =~ $floor } sort keys %uses);
none('web/ knows neither feeds nor programs', map {
	my $module = $_;
	map { "$module uses $_" } grep { $_ !~ m{^cgi-bin/web/} } sort keys %{ $uses{$module} };
} grep { m{^cgi-bin/web/} } sort keys %uses);
none('feeds know no program and no request', map {
	my $module = $_;
	map { "$module uses $_" } grep { m{^cgi-bin/\w+$|web/(request|session|page|render|reply|answer|route|web)$} } sort keys %{ $uses{$module} };
} grep { m{^cgi-bin/feed/} } sort keys %uses);
none('only main.c and the modules that answer see all of web.h', map { "$_ uses web.h" }
	grep { $uses{$_}{'cgi-bin/web/web'} && m{^cgi-bin/web/} && !m{/(main|handle|answer|notice|place)$} } sort keys %uses);

# --- how long things may be

for my $file (@sources) {
	my $lines = () = text_of($file) =~ /\n/g;
	my $limit = $file =~ m{/web/} ? 400 : 500;
	ok($lines <= $limit, "$file has at most $limit lines") or diag "$lines lines";
}

# Lines of functions: from the line that opens a body in the first column to the one that closes it.
my %length;
for my $file (grep { /\.c$/ } @sources) {
	my ($n, $start, $name) = (0);
	for my $line (split /\n/, $code{$file}) {
		$n++;
		$name = $1 if $line =~ /^[A-Za-z_][^;=]*?(\w+)\s*\(/;
		$start = $n if $line =~ /^\{/;
		next if $line !~ /^\}/ || !$start;
		$length{"$file $name"} = $n - $start - 1;
		undef $start;
	}
}
my @by_length = sort { $length{$a} <=> $length{$b} } keys %length;
my @lengths = map { $length{$_} } @by_length;
my ($median, $ninth, $longest) = @lengths[$#lengths / 2, $#lengths * 0.9, $#lengths];
note sprintf '%d functions: median %d lines, nine in ten at most %d, longest %d', scalar @lengths, $median, $ninth, $longest;
ok($median <= 20, 'the median function has at most 20 lines') or diag $median;
none('no function is longer than 60 lines', map { "$_: $length{$_} lines" } grep { $length{$_} > 60 } @by_length);

my $code_lines = 0;
$code_lines += () = $strings{$_} =~ /^.*\S.*$/mg for grep { /\.c$/ } @web;
note "web/: $code_lines lines of code without comments and empty lines";
my $budget = 6700;
ok($code_lines <= $budget, "web/ stays within its budget of $budget lines of code") or diag $code_lines;

# --- what may not be written

my %banned = (
	'libxml2 calls that do not escape' => qr/\bxml(NewChild|NewDocNode|NodeSetContent|NodeSetContentLen|NewDocProp)\s*\(/,
	'unbounded copies' => qr/\b(v?sprintf|strcpy|strcat|gets|strncpy|strncat)\s*\(/,
	'commands' => qr/\b(system|popen|execlp?|execvp?)\s*\(/,
	'the shared clock and state of libc' => qr/\b(localtime|gmtime|ctime|asctime|strtok|rand|setlocale)\s*\(/,
	'memory on the stack by size' => qr/\balloca\s*\(/,
	'parameters of sheets, which are XPath' => qr/\bparams\s*\[|xsltRunStylesheet|xsltQuoteUserParams/,
	'parser options that open files and entities' => qr/\bXML_PARSE_(NOENT|HUGE|DTDLOAD|DTDATTR|XINCLUDE)\b/,
	'reconnecting behind our back' => qr/MYSQL_OPT_RECONNECT\s*,\s*&?\s*(1|true|yes)/,
	'the clean-up attribute' => qr/\bcleanup\s*\(\s*\w+\s*\)\s*\)\s*\)/,
);
for my $what (sort keys %banned) {
	none("$what: none", map { found($_, $code{$_}, $banned{$what}) } @sources);
}
none('mysql_query only in db.c', map { found($_, $code{$_}, qr/\bmysql_(real_)?query\s*\(/) } grep { $_ ne 'cgi-bin/web/db.c' } @sources);
none('mysql_query only with words of ours', grep { !/mysql_(real_)?query\s*\([^,]+,\s*"/ } found('cgi-bin/web/db.c', $strings{'cgi-bin/web/db.c'}, qr/\bmysql_(real_)?query\s*\(/));

# Tags of others are read in feed/ (html.c, xml.c, recognise.c tell formats by their first bytes).
none('no markup in C', map {
	my $file = $_;
	grep { /"(?:[^"\\]|\\.)*<[a-z\/!?][^"]*"/i } found($file, $strings{$file}, qr/^(?!\s*#\s*include)/);
} grep { !m{feed/(html|xml|recognise|plain|dialect|rss|atom|vismo|ofn|hand)\.[ch]$} } @sources);
none('no human language in C', map { found($_, $strings{$_}, qr/"[^"]*[ěščřžýáíéúůťďň][^"]*"/) } grep { !m{web/typography\.c|feed/} } @sources);

sub sheet_of { (my $text = text_of($_[0])) =~ s{<!--(.*?)-->}{ (my $s = $1) =~ s/[^\n]//g; $s }gse; return $text }
my %sheet = map { $_ => sheet_of($_) } @sheets;
none('disable-output-escaping: none', map { found($_, $sheet{$_}, qr/disable-output-escaping/) } @sheets);
none('document() only at build time', map { found($_, $sheet{$_}, qr/\bdocument\s*\(/) } grep { $_ ne 'xsl/bake.xsl' } @sheets);
none('no key over a result tree fragment', map { "$_ has both key() and node-set()" }
	grep { $sheet{$_} =~ /<xsl:key\b/ && $sheet{$_} =~ /node-set\s*\(/ && $_ ne 'xsl/bake.xsl' } @sheets);
none('no style, script or handler inline', map { found($_, $sheet{$_}, qr/<style\b|<script(?![^>]*(src=|type="application\/ld\+json"))[^>]*>|\s(style|on(click|load|error|submit|change))="/) }
	grep { $_ ne 'xsl/css.xsl' } @sheets);

none('nothing left for later', map { found($_, text_of($_), qr/\b(TO[D]O|FIX[M]E|X[X]X)\b/) } @sources, @sheets, glob('schema/*.sql tests/*.t tests/*.sh tests/unit/*.c'));
none('every header is guarded', grep { /\.h$/ && $code{$_} !~ /#ifndef (SOUSEDE_\w+)\n#define \1\n/ } @sources);
none('every file opens with what lives there', grep { text_of($_) !~ m{\A/\*} } @sources);
none('no space at the end of a line', map { found($_, text_of($_), qr/[ \t]$/) } @sources);

# --- every route's action is decided

my ($rows) = $strings{'cgi-bin/web/policy.c'} =~ /rows\[\] = \{(.*?)\n\};/s;
my %decided = map { $_ => 1 } $rows =~ /\{\s*"([\w.]+)"/g;
ok(%decided > 0, 'the policy has rows');
for my $program (map { basename($_, '.c') } @handlers) {
	my @table = -x "$build/$program" ? `$build/$program routes` : ();
	my @actions = @table ? map { (split)[2] } @table : $strings{"cgi-bin/$program.c"} =~ /\{\s*(?:GET|POST)\s*,\s*"[^"]*"\s*,\s*"([^"]+)"/g;
	ok(@actions > 0, "$program has routes");
	none("$program names only actions the policy knows", grep { !$decided{$_} } @actions);
}
done_testing;
