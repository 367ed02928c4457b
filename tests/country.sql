-- A country's worth of invented notices, run by tests/country, which sets @scale, @from and @to: towns of these ranks are filled.
-- @scale chooses towns, not notices: a town that is filled has as many as it would have at scale 1, so that one page of one town can be compared
-- while the tables around it grow a hundredfold. All is told by CRC32 of the town and the number of the notice: the same at every run.
SET NAMES utf8mb4;
SET @now = COALESCE(@now, UTC_TIMESTAMP()), foreign_key_checks = 0, unique_checks = 0;

CREATE TEMPORARY TABLE sheet (
  n INT PRIMARY KEY, kind VARCHAR(20), category VARCHAR(20) CHARACTER SET ascii, title VARCHAR(120), summary VARCHAR(200), folded VARCHAR(300),
  slug VARCHAR(80) CHARACTER SET ascii, personal BOOL, happens BOOL);
INSERT INTO sheet VALUES
(0, 'official_copy', 'majetek', 'Záměr pronájmu nebytového prostoru', 'Nabídky přijímá podatelna.', 'zamer pronajmu nebytoveho prostoru nabidky prijima podatelna', 'zamer-pronajmu-nebytoveho-prostoru', 0, 0),
(1, 'official_copy', 'rozpocet', 'Rozpočtové opatření', 'Změna příjmů a výdajů schválená zastupitelstvem.', 'rozpoctove opatreni zmena prijmu a vydaju schvalena zastupitelstvem', 'rozpoctove-opatreni', 0, 0),
(2, 'official_copy', 'zastupitelstvo', 'Pozvánka na zasedání zastupitelstva', 'Zasedání je veřejné, program je v příloze.', 'pozvanka na zasedani zastupitelstva zasedani je verejne program je v priloze', 'pozvanka-na-zasedani-zastupitelstva', 0, 1),
(3, 'official_copy', 'dorucovani', 'Oznámení o možnosti převzít písemnost', NULL, 'oznameni o moznosti prevzit pisemnost', 'oznameni-o-moznosti-prevzit-pisemnost', 1, 0),
(4, 'official_copy', 'uzemni-plan', 'Veřejná vyhláška: změna územního plánu', 'Veřejné projednání a lhůta pro námitky.', 'verejna vyhlaska zmena uzemniho planu verejne projednani a lhuta pro namitky', 'verejna-vyhlaska-zmena-uzemniho-planu', 0, 0),
(5, 'official_copy', 'doprava', 'Stanovení přechodné úpravy provozu', 'Uzavírka po dobu opravy kanalizace.', 'stanoveni prechodne upravy provozu uzavirka po dobu opravy kanalizace', 'stanoveni-prechodne-upravy-provozu', 0, 0),
(6, 'official_copy', 'zastupitelstvo', 'Usnesení rady', 'Výpis usnesení bez osobních údajů.', 'usneseni rady vypis usneseni bez osobnich udaju', 'usneseni-rady', 0, 0),
(7, 'official_copy', 'majetek', 'Dražební vyhláška', 'Elektronická dražba nemovité věci.', 'drazebni vyhlaska elektronicka drazba nemovite veci', 'drazebni-vyhlaska', 1, 0),
(8, 'information', 'voda', 'Odstávka vody', 'Cisterna bude stát na návsi.', 'odstavka vody cisterna bude stat na navsi', 'odstavka-vody', 0, 1),
(9, 'information', 'odpady', 'Svoz bioodpadu', 'Nádoby postavte před dům do šesti hodin.', 'svoz bioodpadu nadoby postavte pred dum do sesti hodin', 'svoz-bioodpadu', 0, 1),
(10, 'information', 'urad', 'Změna úředních hodin', 'Pokladna má otevřeno jen dopoledne.', 'zmena urednich hodin pokladna ma otevreno jen dopoledne', 'zmena-urednich-hodin', 0, 0),
(11, 'information', 'doprava', 'Uzavírka hlavní ulice', 'Objížďka je značená.', 'uzavirka hlavni ulice objizdka je znacena', 'uzavirka-hlavni-ulice', 0, 0),
(12, 'community', 'kultura', 'Rozsvícení stromu', 'Zpívají děti ze školy.', 'rozsviceni stromu zpivaji deti ze skoly', 'rozsviceni-stromu', 0, 1),
(13, 'community', 'kultura', 'Brigáda na hřišti', 'Nářadí s sebou, guláš bude.', 'brigada na hristi naradi s sebou gulas bude', 'brigada-na-hristi', 0, 1),
(14, 'crisis', 'voda', 'Pitná voda není nezávadná', 'Před pitím převařte.', 'pitna voda neni nezavadna pred pitim prevarte', 'pitna-voda-neni-nezavadna', 0, 0);
CREATE TEMPORARY TABLE theme (slug VARCHAR(20) CHARACTER SET ascii PRIMARY KEY, name VARCHAR(60));
INSERT INTO theme VALUES ('majetek', 'Majetek'), ('rozpocet', 'Rozpočet'), ('zastupitelstvo', 'Zastupitelstvo a rada'), ('dorucovani', 'Doručování'),
  ('uzemni-plan', 'Územní plán a stavby'), ('doprava', 'Doprava'), ('voda', 'Voda'), ('odpady', 'Odpady'), ('urad', 'Úřad'), ('kultura', 'Kultura');

-- Big towns have more: the square root of the population, so that Praha has a few thousand and a village a few hundred.
SET @whole = (SELECT SUM(5 + SQRT(population)) FROM town WHERE NOT invented);
CREATE TEMPORARY TABLE filled (code INT PRIMARY KEY, amount INT) AS
SELECT code, CEIL(2000000 * (5 + SQRT(population)) / @whole) AS amount
  FROM (SELECT code, population, ROW_NUMBER() OVER (ORDER BY population DESC, code) AS place FROM town WHERE NOT invented) AS ranked
 WHERE FLOOR(place * @scale) > FLOOR((place - 1) * @scale) AND place BETWEEN @from AND @to;

INSERT INTO board (town_code, kind, revision, changed_at)
SELECT code, kind, amount, @now - INTERVAL 1 + CRC32(CONCAT(code, kind)) % 100000 SECOND
  FROM filled JOIN (SELECT DISTINCT kind FROM sheet) AS kinds;
INSERT INTO category (town_code, slug, name) SELECT code, slug, name FROM filled JOIN theme;
INSERT INTO source (town_code, kind, url, title, format, state, good_at, tried_at, due_at, items)
SELECT code, 'official_copy', CONCAT('https://desky.example/', code, '/deska.jsonld'), 'Úřední deska', 'ofn', 'paused', @now, @now, @now, amount DIV 5 FROM filled;

-- Crisis is rare, and a fifth hangs. What hangs was posted in the last sixty days, the rest in eight years before. hash, again: two draws.
CREATE TEMPORARY TABLE drawn (
  town_code INT, seq INT, sheet INT, hash BIGINT UNSIGNED, again BIGINT UNSIGNED, state VARCHAR(20) CHARACTER SET ascii, posted_at DATETIME,
  PRIMARY KEY (town_code, seq)) AS
SELECT code AS town_code, seq, IF(hash % 500 = 0, 14, again % 14) AS sheet, hash, again,
       CASE WHEN hash % 100 < 20 THEN IF(again % 50 = 0, 'extended', 'posted') WHEN hash % 100 < 21 THEN 'scheduled' WHEN hash % 100 < 91 THEN 'taken_down'
            WHEN hash % 100 < 96 THEN 'archived' WHEN hash % 100 < 98 THEN 'cancelled' ELSE 'redacted' END AS state,
       @now - INTERVAL CASE WHEN hash % 100 < 20 THEN again % 5184000 WHEN hash % 100 < 21 THEN -1 - CAST(again % 1000000 AS SIGNED) ELSE 5184000 + again % 252288000 END SECOND AS posted_at
  FROM (SELECT code, seq, CRC32(CONCAT(code, 'a', seq)) AS hash, CRC32(CONCAT(seq, 'b', code)) AS again
          FROM filled STRAIGHT_JOIN seq_1_to_20000 ON seq <= amount) AS draws;

INSERT INTO notice (town_code, kind, state, slug, title, summary, body, category_id, reference, issued_on, posted_at, posted_day_only, takedown_on, takendown_at,
  changed_at, urgent, personal_data, event_from, event_to, event_all_day, place, link, source_id, source_key, source_hash, attachments, search_text)
SELECT d.town_code, s.kind, d.state, IF(d.state = 'redacted', '', s.slug), IF(d.state = 'redacted', '-', CONCAT(s.title, ' č. ', d.seq)), s.summary,
       IF(d.again % 2, CONCAT('Obec oznamuje: **', s.title, '**.\n\n', REPEAT('Podrobnosti sdělí úřad v úředních hodinách. ', 1 + d.hash % 12), '\n\n- podatelna\n- knihovna\n'), NULL),
       IF(d.hash % 7, c.id, NULL), IF(s.kind = 'official_copy', CONCAT('OU/', d.seq, '/', YEAR(d.posted_at)), NULL), DATE(d.posted_at), d.posted_at, d.hash % 3 = 0,
       DATE(CASE WHEN s.kind <> 'official_copy' THEN NULL WHEN d.state IN ('posted', 'extended', 'scheduled') THEN @now + INTERVAL 1 + d.again % 30 DAY
                 ELSE d.posted_at + INTERVAL 15 + d.again % 30 DAY END),
       IF(d.state IN ('posted', 'extended', 'scheduled'), NULL, LEAST(d.posted_at + INTERVAL 16 + d.again % 30 DAY, @now)),
       d.posted_at, s.kind = 'crisis', s.personal, IF(s.happens, d.posted_at + INTERVAL 10 + d.again % 20 DAY, NULL),
       IF(s.happens, d.posted_at + INTERVAL 10 + d.again % 20 DAY + INTERVAL 2 HOUR, NULL), s.happens AND d.again % 11 = 0,
       IF(s.happens, 'Na návsi', NULL), IF(s.kind = 'official_copy', CONCAT('https://desky.example/', d.town_code, '/', d.seq), NULL),
       IF(s.kind = 'official_copy', f.id, NULL), IF(s.kind = 'official_copy', UNHEX(SHA2(CONCAT(d.town_code, '/', d.seq), 256)), NULL),
       IF(s.kind = 'official_copy', UNHEX(SHA2(d.seq, 256)), NULL), CASE WHEN d.again % 10 = 0 THEN 3 WHEN d.again % 2 THEN 1 ELSE 0 END,
       IF(d.state = 'redacted', '', CONCAT(s.folded, ' ', d.seq))
  FROM drawn d JOIN sheet s ON s.n = d.sheet JOIN category c ON c.town_code = d.town_code AND c.slug = s.category
  JOIN source f ON f.town_code = d.town_code
 ORDER BY d.town_code, d.seq;
INSERT INTO attachment (notice_id, position, title, url, media_type, bytes)
SELECT n.id, seq, CONCAT('Příloha ', seq), CONCAT(n.link, '/', seq, '.pdf'), 'application/pdf', 10000 + n.id % 100000
  FROM filled JOIN notice n ON n.town_code = filled.code JOIN seq_1_to_3 ON seq <= n.attachments WHERE n.link IS NOT NULL;
UPDATE notice n JOIN filled ON n.town_code = filled.code SET n.attachments = 0 WHERE n.link IS NULL;
INSERT INTO notice_version (notice_id, version, recorded_at, title)
SELECT n.id, 1, n.changed_at, CONCAT(n.title, ' (návrh)') FROM filled JOIN notice n ON n.town_code = filled.code WHERE n.id % 20 = 0;
UPDATE notice n JOIN filled ON n.town_code = filled.code SET n.version = 2 WHERE n.id % 20 = 0;

-- Requests for help, half as many as notices: 1,000,000 at scale 1. A tenth waits for somebody, the rest is over.
SET @ids = (SELECT COALESCE(MAX(id), 0) FROM help_request);
INSERT INTO help_request (code, state, outcome, town_code, category, title, text, given, initial, lat, lon, when_kind, to_at, urgent, visibility, created_at, opened_at, changed_at, closed_at)
SELECT LPAD(LOWER(CONV(1000000 + @ids + ROW_NUMBER() OVER (ORDER BY f.code, seq), 10, 36)), 6, '0'), IF(hash % 10 = 0, 'open', 'closed'), IF(hash % 10 = 0, NULL, 'fulfilled'), f.code,
       ELT(1 + again % 5, 'odvoz', 'nakup', 'zahrada', 'opravy', 'popovidat'), CONCAT('Prosba č. ', seq), REPEAT('Stačí půl hodiny. ', 1 + hash % 8), 'Eva', 'V.',
       ROUND(t.lat, 2), ROUND(t.lon, 2), IF(again % 3, 'asap', 'by'), IF(again % 3, NULL, @now + INTERVAL again % 14 DAY), hash % 50 = 0, IF(hash % 7, 'public', 'verified_helpers'),
       @now - INTERVAL hash % 5000000 SECOND, @now - INTERVAL hash % 5000000 SECOND, @now - INTERVAL hash % 1000000 SECOND, IF(hash % 10 = 0, NULL, @now - INTERVAL hash % 1000000 SECOND)
  FROM (SELECT code, seq, CRC32(CONCAT(code, 'p', seq)) AS hash, CRC32(CONCAT(seq, 'q', code)) AS again FROM filled STRAIGHT_JOIN seq_1_to_10000 ON seq <= amount DIV 2) AS f
  JOIN town t ON t.code = f.code;
