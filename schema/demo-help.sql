-- Help in the demonstration town: invented requests and offers, so that its lists, map and sheet are alive. Loading it again changes nothing.
-- Nobody's contact is here: only the site itself can seal one, so these requests can be looked at and nobody is reached by them.
SET NAMES utf8mb4;
SET @town = 999999, @today = COALESCE(@today, CURRENT_DATE), @now = COALESCE(@now, UTC_TIMESTAMP());
-- Days until the next Tuesday, Saturday and Sunday.
SET @tue = 7 - (WEEKDAY(@today) + 6) % 7, @thu = 7 - (WEEKDAY(@today) + 4) % 7, @sat = 7 - (WEEKDAY(@today) + 2) % 7, @sun = 7 - (WEEKDAY(@today) + 1) % 7;
START TRANSACTION;

CREATE TEMPORARY TABLE prosba (
  n INT PRIMARY KEY, code CHAR(6), state VARCHAR(20) DEFAULT 'open', category VARCHAR(20), title VARCHAR(80), text VARCHAR(1000), given VARCHAR(60), initial VARCHAR(4) DEFAULT '',
  for_whom VARCHAR(20) DEFAULT 'self', part VARCHAR(80), lat DOUBLE, lon DOUBLE, kind VARCHAR(10) DEFAULT 'asap', since INT, since_at TIME, until INT, until_at TIME,
  slots INT DEFAULT 1, filled INT DEFAULT 0, urgent BOOL DEFAULT FALSE, level INT DEFAULT 0, involves VARCHAR(40) DEFAULT '', hours INT);
INSERT INTO prosba (n, code, category, title, text, given, initial, part, lat, lon, kind, since, since_at, until, until_at, urgent, level, involves, hours) VALUES
(1, 'k7m4tx', 'odvoz', 'Na kontrolu do nemocnice a zpátky', 'Chodím o holi, potřebuji pomoct do auta. Zdržím se asi hodinu.', 'Marie', 'H.', 'Zářečí', 50.02, 16.35, 'window', @tue, '08:30', @tue, '11:00', TRUE, 2, 'home', 3),
(2, 'qr3nwd', 'nakup', 'Každý čtvrtek těžší nákup do třetího patra', 'Jde hlavně o brambory, mléko a minerálky. Seznam i peníze předám předem.', 'Věra', 'S.', 'Lhota', 50.01, 16.34, 'weekly', @thu, '09:00', @thu, '11:00', FALSE, 1, 'money', 8),
(4, 'vx9fhc', 'technika', 'Nastavit nový telefon s velkými písmeny', 'Dostal jsem ho od vnuka, ale bydlí daleko. Stačí mi ukázat, jak volat s obrazem.', 'Josef', 'N.', 'Borek', 50.03, 16.32, 'by', NULL, NULL, @sun, '20:00', FALSE, 0, '', 26),
(8, 'h2gydz', 'zvirata', 'Vyvenčit psa, než mi sundají sádru', 'Bára je klidná a nebojí se lidí. Stačí dvakrát denně kolem rybníka.', 'Alena', 'K.', 'Lhota', 50.01, 16.34, 'asap', NULL, NULL, NULL, NULL, FALSE, 0, 'keys', 40),
(9, 'wt6kve', 'popovidat', 'Číst noviny nahlas a popovídat si', 'Už špatně vidím a ráda vím, co se děje. Uvařím čaj.', 'Božena', 'M.', 'Zářečí', 50.02, 16.35, 'asap', NULL, NULL, NULL, NULL, FALSE, 2, 'home', 60),
(10, 'nq4rac', 'opravy', 'Utáhnout kapající kohoutek', 'Nářadí mám, chybí mi síla v rukou.', 'Zdeňka', 'P.', 'Hůrky', 49.99, 16.31, 'asap', NULL, NULL, NULL, NULL, FALSE, 0, 'home', 75);
INSERT INTO prosba (n, code, state, category, title, text, given, initial, for_whom, part, lat, lon, kind, since, since_at, until, until_at, slots, filled, level, hours) VALUES
(3, 'p9cyzk', 'open', 'zahrada', 'Shrabat listí na zahradě u pečovatelského domu', 'Hrábě a čaj jsou na místě. Hodí se vlastní rukavice.', 'Pečovatelský dům Pod Lipami', '', 'institution', 'Lhota', 50.01, 16.34, 'window', @sat, '09:00', @sat, '12:00', 5, 2, 0, 20),
(5, 'j3vdnm', 'reserved', 'doucovani', 'Matematika pro osmáka, rovnice a procenta', 'Přijímačky jsou na jaře, chtěli bychom začít už teď, nejlépe v knihovně.', 'Lenka', 'P.', 'other', 'Lhota', 50.01, 16.34, 'weekly', @tue, '15:00', @tue, '16:00', 1, 0, 2, 30),
(6, 'e7hqcw', 'filled', 'opravy', 'Srovnat pod střechu čtyři metry dřeva', 'Dřevo je složené na dvoře, do kůlny je to pár kroků. Uvařím guláš.', 'Karel', 'Z.', 'self', 'Hůrky', 49.99, 16.31, 'window', @sat + 7, '13:00', @sat + 7, '16:00', 4, 4, 0, 90),
(7, 'm2xk9g', 'open', 'nakup', 'Léky z lékárny a rohlíky', 'Recept je v mobilu, ukážu ho u dveří.', 'Oldřich', 'V.', 'self', 'Borek', 50.03, 16.32, 'by', NULL, NULL, 2, '18:00', 1, 0, 2, 5);

INSERT INTO help_request (code, state, town_code, part, category, title, text, given, initial, for_whom, lat, lon, when_kind, from_at, to_at, slots_needed, slots_filled, urgent, involves,
                          min_level, expires_at, created_at, opened_at, first_yes_at, changed_at, reserved_until)
SELECT p.code, p.state, @town, p.part, p.category, p.title, p.text, p.given, p.initial, p.for_whom, p.lat, p.lon, p.kind,
       TIMESTAMP(@today + INTERVAL p.since DAY, p.since_at) - INTERVAL 1 HOUR, TIMESTAMP(@today + INTERVAL p.until DAY, p.until_at) - INTERVAL 1 HOUR,
       p.slots, p.filled, p.urgent, p.involves, p.level, @now + INTERVAL 14 DAY, @now - INTERVAL p.hours HOUR, @now - INTERVAL p.hours HOUR,
       IF(p.filled, @now - INTERVAL 2 HOUR, NULL), @now - INTERVAL p.hours HOUR, IF(p.state = 'reserved', @now + INTERVAL 30 MINUTE, NULL)
  FROM prosba p WHERE NOT EXISTS (SELECT 1 FROM help_request q WHERE q.code = p.code) ORDER BY p.hours DESC;

CREATE TEMPORARY TABLE nabidka (
  n INT PRIMARY KEY, name VARCHAR(80), given VARCHAR(60), initial VARCHAR(4), level INT, text VARCHAR(500), categories VARCHAR(80), days INT, hour_from INT, hour_to INT, radius INT,
  transport VARCHAR(40), until INT, club VARCHAR(40), lat DOUBLE, lon DOUBLE);
INSERT INTO nabidka VALUES
(1, 'Martin Kos', 'Martin', 'K.', 2, 'Odvezu k lékaři nebo na nákup. Mám větší auto, vejde se i chodítko.', 'odvoz,nakup', 10, 7, 12, 15, 'car', 88, NULL, 50.02, 16.35),
(2, 'Alena Rybová', 'Alena', 'R.', 2, 'Zajdu na kávu nebo na procházku. Ráda si zahraju i karty nebo přečtu noviny nahlas.', 'popovidat', 31, 13, 18, 2, 'foot', 69, NULL, 50.01, 16.34),
(3, 'Hana Veselá', 'Hana', 'V.', 2, 'Drobné opravy a odklízení sněhu. Přijdeme ve dvou, vlastní nářadí i lopaty.', 'opravy,zahrada', 96, 0, 24, 5, 'van', 129, 'hasici-lhota', 50.01, 16.34),
(4, 'Jakub Lán', 'Jakub', 'L.', 1, 'Studuji informatiku. Nastavím telefon, tiskárnu i televizi a vysvětlím to pomalu.', 'technika,doucovani', 127, 15, 21, 10, 'bike', 80, NULL, 50.03, 16.32),
(5, 'Ivana Zlatá', 'Ivana', 'Z.', 1, 'Vyvenčím psa, nakrmím kočku, zaliju kytky.', 'zvirata,zahrada', 127, 6, 20, 3, 'foot,bike', 40, NULL, 50.01, 16.34),
(6, 'Radek Mlynář', 'Radek', 'M.', 1, 'V sobotu jezdím na velký nákup a vezmu ho i vám.', 'nakup', 32, 8, 12, 10, 'car', 55, NULL, 49.99, 16.31);
INSERT INTO person (name, given, initial, town_code, level, created_at)
SELECT name, given, initial, @town, level, @now FROM nabidka b WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.name = b.name AND p.town_code = @town);
INSERT INTO offer (person_id, organisation_id, state, town_code, lat, lon, radius_km, text, days, hour_from, hour_to, transport, valid_until, nonce, created_at, changed_at)
SELECT (SELECT MIN(p.id) FROM person p WHERE p.name = b.name AND p.town_code = @town), (SELECT g.id FROM organisation g WHERE g.slug = b.club), 'active', @town, b.lat, b.lon, b.radius, b.text,
       b.days, b.hour_from, b.hour_to, b.transport, @today + INTERVAL b.until DAY, RANDOM_BYTES(8), @now - INTERVAL b.n DAY, @now - INTERVAL b.n DAY
  FROM nabidka b WHERE NOT EXISTS (SELECT 1 FROM offer o WHERE o.town_code = @town AND o.text = b.text);
INSERT IGNORE INTO offer_category (offer_id, category)
SELECT o.id, k.code FROM nabidka b JOIN offer o ON o.town_code = @town AND o.text = b.text JOIN help_category k ON FIND_IN_SET(k.code, b.categories);
DROP TEMPORARY TABLE prosba, nabidka;
COMMIT;
