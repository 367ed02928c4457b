-- The board of Kadaň as the stories of feeds need it: one notice of each kind that feeds treat differently, and 120 ordinary ones
-- over six months, so that pages, months and archives exist. The clock of the tests stands at 2026-11-22 08:32.

SET foreign_key_checks = 0;
DELETE FROM attachment; DELETE FROM notice_version; DELETE FROM notice; DELETE FROM source; DELETE FROM category; DELETE FROM board;
SET foreign_key_checks = 1;

INSERT INTO board (town_code, kind, revision, changed_at) VALUES
  (563102, 'official_copy', 9, '2026-11-20 07:32:00'), (563102, 'information', 3, '2026-11-21 09:00:00'),
  (563102, 'community', 2, '2026-11-19 18:00:00'), (563102, 'crisis', 1, '2026-11-18 05:00:00');

INSERT INTO category (id, town_code, slug, name) VALUES (1, 563102, 'rozpocet', 'Rozpočet a majetek'), (2, 563102, 'kultura', 'Kultura & sport');

INSERT INTO source (id, town_code, kind, url, title, page, format, due_at) VALUES
  (1, 563102, 'official_copy', 'https://www.mesto.example/deska.jsonld?a=1&b=2', 'Deska & úřad', 'https://www.mesto.example/deska', 'ofn', '2026-11-22 08:00:00');

-- What readers most often get wrong: markup in the title, raw HTML and foreign schemes in the text, two attachments, an inexact time.
INSERT INTO notice (id, town_code, kind, state, slug, title, body, category_id, originator, reference, file_mark, issued_on, posted_at, posted_day_only,
  takedown_on, changed_at, lat, lon, place, link, source_id, source_key, attachments, search_text, version) VALUES
  (1, 563102, 'official_copy', 'posted', 'zamer-pronajmu', 'Záměr & pronájem <b>domu</b> čp. 12',
   'Město **zveřejňuje** záměr & podmínky.\n\n- dům <script>alert(1)</script>\n- [plán](/kadan) a [zlý](javascript:alert%281%29)\n\n> ]]> konec\n\n<iframe src="https://zle.example/"></iframe>\n\n`a < b`',
   1, 'Odbor majetku', 'MUKK/1/2026', '450/2026', '2026-11-18', '2026-11-19 23:00:00', TRUE, '2026-12-07', '2026-11-20 07:32:00', 50.376, 13.2713, 'Náměstí 1',
   'https://www.mesto.example/deska?id=1&x=ž', 1, UNHEX(SHA2('1', 256)), 2, 'zamer & pronajem domu voda', 1);
INSERT INTO attachment (notice_id, position, title, url, media_type, bytes) VALUES
  (1, 1, 'Záměr & mapa', 'https://www.mesto.example/a%20b.PDF', NULL, NULL), (1, 2, 'Nájemní <smlouva>', 'https://www.mesto.example/b.docx', 'application/msword', 12345),
  (1, 3, 'Zlá příloha', 'javascript:alert(1)', NULL, NULL);

INSERT INTO notice (id, town_code, kind, state, slug, title, summary, body, category_id, posted_at, changed_at, event_from, event_to, event_all_day, place, lat, lon,
  urgent, search_text, version) VALUES
  (2, 563102, 'information', 'posted', 'koncert', 'Koncert; v sále, zdarma', 'Zahraje dechovka, i za deště; vstup volný.', NULL, 2, '2026-11-21 09:00:00', '2026-11-21 09:00:00',
   '2026-12-05 18:00:00', '2026-12-05 20:30:00', FALSE, 'Kulturní dům, sál; přízemí', 50.3761, 13.27, FALSE, 'koncert sal', 1),
  (3, 563102, 'community', 'extended', 'trhy', 'Adventní trhy', 'Dva dny na náměstí.', NULL, 2, '2026-11-19 18:00:00', '2026-11-19 18:00:00',
   '2026-11-27 23:00:00', '2026-11-29 23:00:00', TRUE, 'Mírové náměstí', NULL, NULL, FALSE, 'adventni trhy', 3),
  (4, 563102, 'community', 'cancelled', 'pruvod', 'Lampionový průvod', NULL, 'Průvod se pro silný vítr **nekoná**.', NULL, '2026-11-10 09:00:00', '2026-11-18 09:00:00',
   '2026-11-17 16:00:00', NULL, FALSE, 'Borek', NULL, NULL, FALSE, 'lampionovy pruvod', 2),
  (5, 563102, 'crisis', 'posted', 'voda', 'Nepoteče voda', NULL, 'Cisterna stojí u kapličky.', NULL, '2026-11-18 05:00:00', '2026-11-18 05:00:00',
   NULL, NULL, FALSE, NULL, NULL, NULL, TRUE, 'nepotece voda cisterna', 1);
-- Posted before all the ordinary ones, so on the last page, yet still to come: calendars need it.
INSERT INTO notice (id, town_code, kind, state, slug, title, posted_at, changed_at, event_from, event_to, place, search_text) VALUES
  (8, 563102, 'information', 'posted', 'ples', 'Městský ples', '2026-04-01 08:00:00', '2026-04-01 08:00:00', '2027-01-16 19:00:00', '2027-01-17 01:00:00',
   'Kulturní dům', 'mestsky ples');
INSERT INTO notice (id, town_code, kind, state, slug, title, posted_at, takedown_on, takendown_at, changed_at, personal_data, search_text) VALUES
  (6, 563102, 'information', 'taken_down', 'svoz', 'Svoz bioodpadu', '2026-10-30 08:00:00', '2026-11-15', '2026-11-15 23:00:00', '2026-11-15 23:00:00', FALSE, 'svoz bioodpadu'),
  (7, 563102, 'official_copy', 'taken_down', 'doruceni', 'Doručení písemnosti', '2026-10-29 08:00:00', '2026-11-14', '2026-11-14 23:00:00', '2026-11-14 23:00:00', TRUE, 'doruceni pisemnosti');

INSERT INTO notice (id, town_code, kind, state, slug, title, summary, posted_at, takedown_on, changed_at, search_text, reference)
  SELECT 100 + seq, 563102, IF(seq MOD 3, 'official_copy', 'information'), 'posted', CONCAT('oznameni-', seq), CONCAT('Oznámení č. ', seq),
    'Obyčejné oznámení.', '2026-11-17 10:00:00' - INTERVAL seq * 35 HOUR, '2027-01-31', '2026-11-17 10:00:00' - INTERVAL seq * 35 HOUR, 'oznameni', CONCAT('MUKK/', seq)
  FROM seq_1_to_120;
