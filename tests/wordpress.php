<?php
// wordpress.php FOLDER: WordPress's own filter of oEmbed answers, without a site around it. The answer comes on standard input, its HTML goes out.
function home_url($path = '') { return "http://localhost$path"; }
define('ABSPATH', "$argv[1]/");
define('WPINC', 'wp-includes');
foreach (['load', 'plugin', 'functions', 'kses', 'formatting', 'pluggable', 'http', 'embed', 'class-wp-oembed', 'l10n'] as $file)
	require_once ABSPATH . WPINC . "/$file.php";
foreach (['blog_charset' => 'UTF-8', 'home' => 'http://localhost'] as $option => $value)
	add_filter("pre_option_$option", fn () => $value);
$answer = json_decode(stream_get_contents(STDIN));
echo wp_filter_oembed_result($answer->html, $answer, $answer->provider_url . '/');
