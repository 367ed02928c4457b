<?php
/* The board as bare PHP would write it: the same SELECTs (the texts our program sent, in BENCH/*.sql), a persistent connection, no framework, the same
   HTML. What does not depend on the rows, above the tabs and below the list, is kept as it stands in frame.php. */
require 'frame.php';
$db = new PDO('mysql:unix_socket=' . $socket . ';dbname=sousede;charset=utf8mb4', 'root', '', [PDO::ATTR_PERSISTENT => true, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
date_default_timezone_set('Europe/Prague');
$months = [1 => 'ledna', 'února', 'března', 'dubna', 'května', 'června', 'července', 'srpna', 'září', 'října', 'listopadu', 'prosince'];
$boards = ['official_copy' => ['uredni', 'Kopie úřední desky'], 'information' => ['obec', 'Informační nástěnka'], 'community' => ['spolky', 'Spolky a sousedé'], 'crisis' => ['krize', 'Krizová hlášení']];

function h($text) { return htmlspecialchars($text ?? '', ENT_QUOTES, 'UTF-8'); }
function icon($name) { global $build; return '<svg class="ico" width="24" height="24" aria-hidden="true"><use href="/s/icons.' . $build . '.svg#' . $name . '"></use></svg>'; }
function when($utc) { return (new DateTime($utc, new DateTimeZone('UTC')))->setTimezone(new DateTimeZone(date_default_timezone_get())); }
function long($day) { global $months; return $day->format('j') . '. ' . $months[(int)$day->format('n')] . ' ' . $day->format('Y'); }

$town = $db->query($select['place'])->fetch(PDO::FETCH_ASSOC);
$address = '/' . $town['slug'] . '/nastenka';
$counts = $db->query($select['counts'])->fetchAll(PDO::FETCH_ASSOC);
$categories = $db->query($select['categories'])->fetchAll(PDO::FETCH_ASSOC);
$items = $db->query($select['list'])->fetchAll(PDO::FETCH_ASSOC);

header('Content-Type: text/html; charset=utf-8');
ob_start();
echo $above, '<nav class="tabs" aria-label="Desky"><ul><li><a href="', $address, '" aria-current="page">Vše (', array_sum(array_column($counts, '@hanging')), ')</a></li>';
foreach ($counts as $count)
	echo '<li><a href="', $address, '?deska=', $boards[$count['@kind']][0], '">', $boards[$count['@kind']][1], ' (', $count['@hanging'], ')</a></li>';
echo '<li><a href="', $address, '?archiv=ano">Archiv</a></li></ul></nav><form class="filter noprint" role="search" action="', $address,
	'" method="get"><div><label for="q">Hledat na nástěnce</label><input id="q" name="q" type="search" maxlength="100" value=""></div><div><label for="kategorie">',
	'Kategorie</label><select id="kategorie" name="kategorie"><option value="">Všechny</option>';
foreach ($categories as $category)
	echo '<option value="', h($category['@slug']), '">', h($category['@name']), ' (', $category['@count'], ')</option>';
echo '</select></div><button class="btn">', icon('search'), 'Zobrazit</button></form>';

foreach ($boards as $kind => $board) {
	$hung = array_filter($items, fn($item) => $item['@kind'] === $kind);
	if (!$hung)
		continue;
	echo '<section aria-labelledby="', $board[0], '"><div class="head"><h2 id="', $board[0], '">', icon($kind), ' ', $board[1], '</h2></div>';
	if ($kind === 'official_copy') {
		echo '<table class="ledger stack"><caption>Úřední oznámení, která právě visí. Právní účinky má jen vyvěšení na desce úřadu, tady je neoficiální kopie. ',
			'Seřazeno od nejnovějšího.</caption><thead><tr><th scope="col">Oznámení</th><th scope="col">Vyvěšeno</th><th scope="col">Visí do</th></tr></thead><tbody>';
		foreach ($hung as $item) {
			$notes = array_filter([$item['reference'] ? 'č. j. ' . $item['reference'] : '', $item['category/.'],
				$item['@attachments'] ? 'přílohy: ' . $item['@attachments'] : '', $item['@unofficial'] ? 'neoficiální kopie' : '']);
			$posted = when($item['posted']);
			echo '<tr><th scope="row"><a href="', $address, '/', $item['@id'], '-', h($item['@slug']), '">', h($item['title']), '</a><span>', h(implode(', ', $notes)),
				'</span></th><td data-l="Vyvěšeno"><time datetime="', $posted->format('Y-m-d'), '">', $posted->format('j. n. Y'), '</time></td><td data-l="Visí do">';
			if ($item['until'])
				echo '<time datetime="', $item['until'], '">', (new DateTime($item['until']))->format('j. n. Y'), '</time>';
			echo '</td></tr>';
		}
		echo '</tbody></table>';
	} else {
		echo '<ul class="slips">';
		foreach ($hung as $item) {
			echo '<li class="slip"><p class="tags"><span class="tag">', icon('pushpin'), h($item['category/.'] ?? $board[1]), '</span></p><h3><a href="', $address, '/',
				$item['@id'], '-', h($item['@slug']), '">', h($item['title']), '</a></h3>';
			if ($item['summary'])
				echo '<p>', h($item['summary']), '</p>';
			echo '<ul class="meta">';
			if ($item['event/from']) {
				$from = when($item['event/from']);
				echo '<li>', icon('calendar'), '<span>', long($from), ', ', $from->format('G.i'), '–', when($item['event/to'])->format('G.i'), '</span></li>';
			}
			if ($item['place'])
				echo '<li>', icon('place'), '<span>', h($item['place']), '</span></li>';
			echo '<li>', icon('clock'), '<span>Vyvěšeno ', long(when($item['posted'])), '</span></li></ul></li>';
		}
		echo '</ul>';
	}
	echo '</section>';
}
echo $below;
header('Content-Length: ' . ob_get_length());
ob_end_flush();
