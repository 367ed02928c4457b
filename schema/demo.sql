-- The demonstration town Lhota nad Orlicí: invented, with people, telephone numbers and all. Loaded after the municipalities; loading it again starts it anew.
-- Days are told from @today, so the town is alive whenever it is loaded; tests set @today before (2026-11-22), otherwise it is today.
SET NAMES utf8mb4;
SET @today = COALESCE(@today, CURRENT_DATE), @town = 999999;
START TRANSACTION;

-- Days until the next Monday … Sunday, one to seven; and days in words.
SET @mon = 7 - WEEKDAY(@today), @tue = 7 - (WEEKDAY(@today) + 6) % 7, @wed = 7 - (WEEKDAY(@today) + 5) % 7, @thu = 7 - (WEEKDAY(@today) + 4) % 7,
    @fri = 7 - (WEEKDAY(@today) + 3) % 7, @sat = 7 - (WEEKDAY(@today) + 2) % 7, @sun = 7 - (WEEKDAY(@today) + 1) % 7;
SET @year = YEAR(@today), @cold = MONTH(@today) IN (11, 12, 1, 2, 3), @advent = MONTH(@today) IN (11, 12);
CREATE TEMPORARY TABLE day_word (n INT PRIMARY KEY, word VARCHAR(40));
INSERT INTO day_word
WITH RECURSIVE day (n) AS (SELECT -40 UNION ALL SELECT n + 1 FROM day WHERE n < 60)
SELECT n, CONCAT(DAY(@today + INTERVAL n DAY), '. ', ELT(MONTH(@today + INTERVAL n DAY), 'ledna', 'února', 'března', 'dubna', 'května', 'června',
                 'července', 'srpna', 'září', 'října', 'listopadu', 'prosince')) FROM day;
SET @on_mon = (SELECT word FROM day_word WHERE n = @mon), @on_tue = (SELECT word FROM day_word WHERE n = @tue),
    @on_wed = (SELECT word FROM day_word WHERE n = @wed), @on_thu = (SELECT word FROM day_word WHERE n = @thu),
    @on_fri = (SELECT word FROM day_word WHERE n = @fri), @on_sat = (SELECT word FROM day_word WHERE n = @sat),
    @on_sun = (SELECT word FROM day_word WHERE n = @sun), @on_sat2 = (SELECT word FROM day_word WHERE n = @sat + 7),
    @on_wed2 = (SELECT word FROM day_word WHERE n = @wed + 7), @in_8 = (SELECT word FROM day_word WHERE n = 8),
    @in_15 = (SELECT word FROM day_word WHERE n = 15), @ago_9 = (SELECT word FROM day_word WHERE n = -9), @ago_11 = (SELECT word FROM day_word WHERE n = -11);
-- Sirens are tried on the first Wednesday of each month at noon.
SET @first = DATE_FORMAT(@today + INTERVAL 1 MONTH, '%Y-%m-01');
SET @siren = DATEDIFF(@first + INTERVAL (9 - WEEKDAY(@first)) % 7 DAY, @today);

DELETE FROM notice WHERE town_code = @town AND corrects_id IS NOT NULL;
DELETE FROM notice WHERE town_code = @town;
DELETE FROM category WHERE town_code = @town;
DELETE FROM board WHERE town_code = @town;
INSERT INTO town (code, slug, name, name_folded, type, district_code, orp_code, orp, lat, lon, point, population, official, invented)
VALUES (@town, 'lhota-nad-orlici', 'Lhota nad Orlicí', 'lhota nad orlici', 'city', 'CZ0534', 5313, 'Ústí nad Orlicí', 50.0087, 16.3391,
        POINT(16.3391, 50.0087), 4120, TRUE, TRUE)
ON DUPLICATE KEY UPDATE official = TRUE;

INSERT IGNORE INTO town_word (word, letters, whole, population, town_code)
VALUES ('lhota nad orlici usti nad orlici', 16, TRUE, 4120, @town), ('orlici usti nad orlici', 6, FALSE, 4120, @town);
INSERT IGNORE INTO town_key (word, town_code)
WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 17)
SELECT DISTINCT CONCAT(LEFT('lhota nad orlici', n - 1), SUBSTRING('lhota nad orlici', n + 1)), @town FROM place;
DELETE FROM neighbour WHERE town_code = @town;
INSERT INTO neighbour (town_code, metres, neighbour_code)
SELECT @town, ROUND(ST_Distance_Sphere(POINT(16.3391, 50.0087), point)), code
  FROM town WHERE NOT invented AND ended_on IS NULL ORDER BY ST_Distance_Sphere(POINT(16.3391, 50.0087), point) LIMIT 10;

INSERT INTO category (town_code, slug, name)
VALUES (@town, 'doprava', 'Doprava a uzavírky'), (@town, 'dorucovani', 'Doručování'), (@town, 'kultura', 'Kultura a sport'), (@town, 'odpady', 'Odpady'),
       (@town, 'majetek', 'Rozpočet a majetek'), (@town, 'skoly', 'Školy a děti'), (@town, 'urad', 'Úřad'), (@town, 'voda', 'Voda, elektřina, plyn'),
       (@town, 'zastupitelstvo', 'Zastupitelstvo'), (@town, 'zdravi', 'Zdraví a senioři'), (@town, 'nalezy', 'Ztráty a nálezy');

-- Sheets to hang. n: order and, from the first free number, the id. Days count from @today; times are Czech.
CREATE TEMPORARY TABLE sheet (
  n INT PRIMARY KEY, kind VARCHAR(20), state VARCHAR(20) DEFAULT 'posted', urgent BOOL DEFAULT FALSE, personal BOOL DEFAULT FALSE,
  category VARCHAR(20), title VARCHAR(300), summary VARCHAR(500), body TEXT, originator VARCHAR(200), reference VARCHAR(100),
  posted INT, posted_at TIME DEFAULT '07:30', until INT, down INT, version INT DEFAULT 1,
  event INT, event_from TIME, event_to TIME, event_days INT, place VARCHAR(200), lat DOUBLE, lon DOUBLE, link VARCHAR(300), corrects INT);

-- Copies of the official board.
INSERT INTO sheet (n, kind, category, title, summary, body, originator, reference, posted, posted_at, until) VALUES
(1, 'official_copy', 'majetek', 'Záměr pronájmu nebytového prostoru v domě čp. 12',
 CONCAT('Přízemí bývalé pošty na náměstí, 64 m². Nabídky do ', @in_15, '.'),
 CONCAT('Město Lhota nad Orlicí zveřejňuje podle § 39 odst. 1 zákona č. 128/2000 Sb., o obcích, záměr pronajmout nebytový prostor o výměře 64 m² v přízemí domu čp. 12 na náměstí, kde bývala pošta.\n\nProstor má dvě místnosti, zázemí a bezbariérový vchod ze dvora. Pronájem je možný na dobu neurčitou, nejnižší nájemné je 1 200 Kč za m² ročně.\n\n## Do kdy a kam se přihlásit\n\nNabídky, námitky a připomínky přijímá podatelna písemně do ', @in_15, ' do 17 hodin. Prohlídku si domluvte na telefonu 494 000 118.'),
 'Město Lhota nad Orlicí, odbor správy majetku', CONCAT('MULNO 2417/', @year), -2, '07:32', 15),
(2, 'official_copy', 'majetek', CONCAT('Návrh rozpočtu města na rok ', @year + 1),
 'Příjmy 98,4 milionu Kč, výdaje 101,2 milionu Kč. Připomínky písemně, nebo na zasedání.',
 CONCAT('Město zveřejňuje návrh rozpočtu na rok ', @year + 1, ' podle zákona č. 250/2000 Sb. Schodek 2,8 milionu Kč kryje zůstatek z minulých let.\n\nNejvětší výdaje:\n\n- oprava chodníků ve Školní ulici: 6,1 milionu Kč\n- zateplení mateřské školy v Borku: 9,4 milionu Kč\n- čistírna odpadních vod v Zářečí, projekt: 2,2 milionu Kč\n\nPřipomínky přijímá podatelna, nebo je přednesete na zasedání zastupitelstva ve středu ', @on_wed2, '.'),
 'Město Lhota nad Orlicí, finanční odbor', CONCAT('MULNO 2398/', @year), -4, '08:05', 18),
(4, 'official_copy', 'dorucovani', 'Oznámení o možnosti převzít písemnost: Jana D.',
 'Písemnost je uložená na podatelně. Jméno se po sejmutí smaže.',
 'Na podatelně městského úřadu je uložená písemnost pro adresátku Janu D., pobyt na adrese ohlašovny. Převzít ji může v úředních hodinách.',
 'Město Lhota nad Orlicí', CONCAT('MULNO 2371/', @year), -10, '09:10', 5),
(7, 'official_copy', 'odpady', CONCAT('Obecně závazná vyhláška č. 3/', @year, ' o místním poplatku za odpady'),
 'Poplatek zůstává 690 Kč na osobu a rok. Sleva pro děti do šesti let a lidi nad 75 let.',
 CONCAT('Zastupitelstvo města vydalo vyhlášku o místním poplatku za obecní systém odpadového hospodářství.\n\n- sazba 690 Kč na osobu a rok\n- děti do 6 let a lidé od 75 let: 345 Kč\n- splatnost 31. května ', @year + 1, '\n\nÚplné znění je v příloze.'),
 'Město Lhota nad Orlicí', CONCAT('MULNO 2340/', @year), -12, '08:00', 3),
(8, 'official_copy', 'zastupitelstvo', 'Usnesení z 41. schůze rady města',
 'Rada schválila zimní údržbu, darovací smlouvu hasičům a ceník kulturního domu.',
 'Rada města na své 41. schůzi:\n\n1. schvaluje plán údržby místních komunikací,\n2. schvaluje darovací smlouvu se spolkem Hasiči Lhota na 40 000 Kč,\n3. bere na vědomí zprávu o stavu mostu u mlýna.',
 'Město Lhota nad Orlicí', CONCAT('MULNO 2389/', @year), -6, '10:15', 9),
(9, 'official_copy', 'urad', 'Výběrové řízení: úředník nebo úřednice správy majetku',
 CONCAT('Přihlášky do ', @in_8, '. Plný úvazek, 10. platová třída, nástup dohodou.'),
 CONCAT('Tajemnice městského úřadu vyhlašuje výběrové řízení na místo na odboru správy majetku.\n\n## Co čekáme\n\n- střední vzdělání s maturitou\n- řidičský průkaz skupiny B\n- chuť jednat s lidmi\n\nPřihlášku se životopisem pošlete do ', @in_8, ' na adresu prace@lhotanadorlici.example.'),
 'Městský úřad Lhota nad Orlicí', CONCAT('MULNO 2377/', @year), -7, '07:45', 8),
(10, 'official_copy', 'majetek', CONCAT('Rozpočtové opatření č. 7/', @year),
 'Dotace kraje 310 000 Kč na opravu kapličky v Zářečí.', 'Rada města schválila rozpočtové opatření. Příjmy i výdaje rostou o 310 000 Kč.',
 'Město Lhota nad Orlicí, finanční odbor', CONCAT('MULNO 2325/', @year), -15, '08:20', 30);
INSERT INTO sheet (n, kind, state, category, title, summary, body, originator, reference, posted, posted_at, until, corrects) VALUES
(3, 'official_copy', 'posted', 'doprava', 'Oprava: Přechodná úprava provozu v ulici Školní',
 CONCAT('Nahrazuje oznámení z ', @ago_11, ', které mělo chybnou mapu.'),
 CONCAT('Městský úřad Podorlice, odbor dopravy, stanoví přechodnou úpravu provozu v ulici Školní od čp. 40 po křižovatku s ulicí Nádražní kvůli opravě chodníku.\n\nAutobusy staví na náměstí. Chodci projdou po levé straně ulice.\n\nToto oznámení nahrazuje oznámení z ', @ago_11, ', ve kterém byla chybná mapa.'),
 'Městský úřad Podorlice, odbor dopravy', CONCAT('MUPO 6611/', @year), -9, '08:40', 8, 14);
INSERT INTO sheet (n, kind, category, title, summary, body, originator, reference, posted, posted_at, until, event, event_from, event_to, place) VALUES
(5, 'official_copy', 'zastupitelstvo', 'Pozvánka na 19. zasedání zastupitelstva města', CONCAT('Ve středu ', @on_wed2, ' v 17 hodin v malém sále kulturního domu.'),
 'Program:\n\n1. rozpočet města na příští rok\n2. plán investic\n3. prodej pozemku v Hůrkách\n4. dotazy a připomínky občanů\n\nZasedání je veřejné. Kdo nemůže přijít, může se dívat na přenos na stránkách města.',
 'Město Lhota nad Orlicí', CONCAT('MULNO 2395/', @year), -5, '07:30', @wed + 7, @wed + 7, '17:00', '20:00', 'Kulturní dům, malý sál');
INSERT INTO sheet (n, kind, state, personal, category, title, summary, body, originator, reference, posted, posted_at, until, down) VALUES
(6, 'official_copy', 'extended', FALSE, 'doprava', 'Veřejná vyhláška: místní úprava provozu na náměstí',
 'Lhůta pro připomínky je prodloužená.', 'Návrh opatření obecné povahy, kterým se stanoví parkování s kotoučem na náměstí. Připomínky přijímá odbor dopravy písemně.',
 'Městský úřad Podorlice, odbor dopravy', CONCAT('MUPO 6402/', @year), -20, '09:00', 12, NULL),
(11, 'official_copy', 'posted', TRUE, 'majetek', 'Dražební vyhláška: pozemek v k. ú. Borek', 'Elektronická dražba zahrady o výměře 812 m², vyvolávací cena 240 000 Kč.',
 'Elektronická dražba zahrady o výměře 812 m². Povinný: Karel M. Úplné znění je v příloze.', 'Exekutorský úřad Podorlice', CONCAT('045 EX 1187/', @year), -8, '11:20', 20, NULL),
(12, 'official_copy', 'archived', FALSE, 'majetek', 'Záměr prodeje pozemku p. č. 214/3 v Hůrkách', 'Zahrada u cesty, 320 m².', 'Město zveřejňuje záměr prodat pozemek p. č. 214/3 o výměře 320 m².',
 'Město Lhota nad Orlicí, odbor správy majetku', CONCAT('MULNO 2102/', @year), -40, '07:50', -10, -9),
(13, 'official_copy', 'taken_down', TRUE, 'dorucovani', 'Oznámení o možnosti převzít písemnost: Pavel K.', NULL, 'Na podatelně je uložená písemnost pro adresáta Pavla K.',
 'Město Lhota nad Orlicí', CONCAT('MULNO 2188/', @year), -35, '08:30', -20, -19),
(14, 'official_copy', 'cancelled', FALSE, 'doprava', 'Přechodná úprava provozu v ulici Školní', 'Zrušeno: oznámení mělo chybnou mapu, platí oprava.',
 'Městský úřad Podorlice, odbor dopravy, stanoví přechodnou úpravu provozu v ulici Školní kvůli opravě chodníku.', 'Městský úřad Podorlice, odbor dopravy', CONCAT('MUPO 6598/', @year), -11, '08:10', 8, -9),
(15, 'official_copy', 'scheduled', FALSE, 'majetek', 'Záměr směny pozemků v Borku', 'Směna kvůli chodníku k zastávce.', 'Město zveřejňuje záměr směnit pozemky p. č. 88/1 a 91/4 v katastrálním území Borek.',
 'Město Lhota nad Orlicí, odbor správy majetku', CONCAT('MULNO 2431/', @year), 2, '07:00', 18, NULL),
(16, 'official_copy', 'archived', FALSE, 'majetek', CONCAT('Závěrečný účet města za rok ', @year - 1), 'Přezkoumání hospodaření skončilo bez výhrad.', 'Závěrečný účet projednalo zastupitelstvo a souhlasí s ním bez výhrad.',
 'Město Lhota nad Orlicí, finanční odbor', CONCAT('MULNO 1120/', @year), -190, '08:00', -160, -159),
(17, 'official_copy', 'archived', FALSE, 'zastupitelstvo', 'Pozvánka na 18. zasedání zastupitelstva města', NULL, 'Program: zpráva o hospodaření, opatření č. 6, dotazy občanů.',
 'Město Lhota nad Orlicí', CONCAT('MULNO 1987/', @year), -50, '07:30', -42, -41);

-- The town informs.
INSERT INTO sheet (n, kind, urgent, category, title, summary, body, originator, posted, posted_at, until, event, event_from, event_to, place, lat, lon) VALUES
(20, 'information', TRUE, 'voda', CONCAT('Ve středu ', @on_wed, ' nepoteče v Zářečí voda'),
 'Od 8 do 13 hodin. Cisterna stojí od 7.30 u kapličky. Kdo si pro vodu nemůže dojít, ať zavolá na 494 000 115, přineseme ji.',
 'Vyměňuje se uzávěr pod mostem, voda nepoteče **od 8 do 13 hodin** v celém Zářečí.\n\n- Cisterna s pitnou vodou stojí od 7.30 u kapličky.\n- Kdo si pro vodu nemůže dojít, ať zavolá na 494 000 115, přineseme ji.\n- Po puštění nechte vodu chvíli téct, může být zakalená.',
 'Město Lhota nad Orlicí', -2, '09:05', @wed, @wed, '08:00', '13:00', 'Zářečí', 50.0121, 16.3452);
INSERT INTO sheet (n, kind, category, title, summary, body, originator, posted, posted_at, until) VALUES
(21, 'information', 'odpady', CONCAT(IF(@cold, 'Poslední svoz bioodpadu bude ', 'Svoz bioodpadu bude i '), @in_8), 'Hnědé nádoby přistavte do 6 hodin ráno.',
 CONCAT('Hnědé nádoby přistavte do 6 hodin ráno.', IF(@cold, ' Další svoz začne v dubnu.', ' Další svoz je za dva týdny.'), '\n\nVětve berou na [sběrném dvoře](https://lhotanadorlici.example.org/sberny-dvur) po celý rok.'), 'Město Lhota nad Orlicí', -3, '07:40', 8),
(22, 'information', 'kultura', 'Knihovna má otevřeno i v sobotu', 'Od 9 do 12 hodin. Vracet knihy můžete kdykoli do schránky u vchodu.',
 'Od příštího měsíce má knihovna otevřeno i v sobotu **od 9 do 12 hodin**. Vracet knihy můžete kdykoli do schránky u vchodu.', 'Městská knihovna', -4, '10:00', 26),
(23, 'information', 'zdravi', 'Ordinace bude ve čtvrtek a v pátek zavřená', 'Praktická lékařka je na školení. Zastupuje ordinace v Podorlici.',
 CONCAT('Ordinace praktické lékařky bude zavřená ve čtvrtek ', @on_thu, ' a v pátek ', @on_fri, '. Zastupuje ordinace v Podorlici, Nádražní 7.'), 'Ordinace, Školní 4', -6, '08:15', @fri),
(24, 'information', 'urad', 'Podatelna má nově otevřeno do 18 hodin v pondělí a ve středu', 'V úterý a ve čtvrtek zůstává otevřeno do 14 hodin.',
 'Podatelna a Czech POINT mají nové hodiny:\n\n- pondělí a středa 8–18 hodin\n- úterý a čtvrtek 8–14 hodin\n- pátek 8–12 hodin', 'Městský úřad', -5, '09:30', 25),
(25, 'information', 'doprava', 'Ranní spoj do Podorlice jede o pět minut dřív', 'Autobus 653 odjíždí z náměstí v 6.42 místo v 6.47.', 'Změna platí od pondělí. Na večerních spojích se nic nemění.', 'Dopravce Orlicko', -7, '08:00', 21),
(26, 'information', 'voda', 'Odečty vodoměrů začínají v pondělí', 'Pracovníci mají průkaz. Kdo nebude doma, napíše stav na lístek.',
 CONCAT('Odečty začínají v pondělí ', @on_mon, ' v Borku, pak v Hůrkách a ve Lhotě. Pracovníci mají průkaz s fotografií a **nikdy nevybírají peníze**.'), 'Vodárna Lhota', -8, '07:50', 14),
(27, 'information', 'voda', 'V Hůrkách se opravuje veřejné osvětlení', 'Od kapličky k rybníku se do konce týdne nesvítí.', 'Vyměňuje se vedení a 14 svítidel. Vezměte si prosím svítilnu a reflexní prvky.', 'Technické služby', -3, '13:20', 6),
(28, 'information', 'skoly', 'Školní jídelna vaří i pro seniory', 'Oběd stojí 95 Kč, dovoz domů je zdarma.', 'Jídelna má volných 20 obědů denně. Přihlásit se můžete na telefonu 494 000 131 do pátku. Dovoz po městě je zdarma.', 'Základní škola Lhota', -9, '10:45', 16),
(29, 'information', 'odpady', 'Sběrný dvůr: hodiny v příštím měsíci', 'Úterý a čtvrtek 14–18 hodin, sobota 8–12 hodin.', 'Mimo tyto hodiny odpad před vrata prosím nestavte.', 'Technické služby', -10, '08:30', 38),
(30, 'information', 'urad', 'Hlášení rozhlasu posíláme i e-mailem', 'Stačí odebírat tuto nástěnku.', 'Všechno, co hlásí rozhlas, visí i tady. Nástěnku můžete odebírat v kalendáři nebo ve čtečce, návod je na stránce [Odběr](/odber).', 'Městský úřad', -11, '09:00', 49),
(31, 'information', 'urad', 'Poplatek za psa je splatný do konce měsíce', 'První pes 300 Kč, v rodinném domě 150 Kč.', 'Platit můžete v pokladně, převodem nebo kartou na podatelně.', 'Městský úřad', -12, '08:10', 10),
(32, 'information', 'doprava', IF(@cold, 'Kde se v zimě solí a kde sype', 'Kropicí vůz jezdí ve všední dny'), IF(@cold, 'Mapa úseků a pořadí údržby.', 'Od 5 do 8 hodin hlavní tahy, pak vedlejší ulice.'),
 IF(@cold, 'Nejdřív se udržuje cesta k ordinaci, ke škole a k zastávkám. Hlásit závady můžete na telefonu 494 000 120 kdykoli.', 'Za velkého vedra se kropí i náměstí kolem poledne.'), 'Technické služby', -13, '07:35', 47),
(33, 'information', 'odpady', 'Nové nádoby na textil u hasičárny', 'Patří tam čisté a suché oblečení v pytli.', 'Boty svažte do párů. Deky a peřiny berou na sběrném dvoře.', 'Technické služby', -14, '09:15', 30),
(34, 'information', 'nalezy', 'Nalezené jízdní kolo čeká na majitele', 'Dámské, modré, našlo se u nádraží.', 'Majitelka nebo majitel ať se přihlásí na podatelně a popíše zámek.', 'Městský úřad', -6, '14:10', 54),
(35, 'information', 'skoly', 'Základní umělecká škola má volná místa', 'Klarinet, trubka, keramika a dramatický kroužek.', 'Přijít můžete kdykoli ve všední den od 13 do 17 hodin, nástroj půjčíme.', 'ZUŠ Lhota', -15, '11:00', 15);
INSERT INTO sheet (n, kind, category, title, summary, body, originator, posted, posted_at, until, event, event_from, event_to, event_days, place, lat, lon) VALUES
(36, 'information', 'doprava', 'Most u mlýna bude ve čtvrtek zavřený pro auta', 'Od 7 do 15 hodin. Pěší projdou.', 'Kontroluje se nosná konstrukce. Objížďka vede přes Borek, autobus staví u školy.',
 'Městský úřad', -4, '12:30', @thu, @thu, '07:00', '15:00', NULL, 'Most u mlýna', 50.0079, 16.3421),
(37, 'information', 'odpady', 'Kontejnery na velký odpad v sobotu', 'Náměstí, Borek u zastávky a Hůrky u rybníka, 8–12 hodin.', 'Patří sem nábytek, koberce a sanita. Nepatří sem stavební suť, pneumatiky a elektro.',
 'Technické služby', -5, '08:45', @sat, @sat, '08:00', '12:00', NULL, 'Náměstí, Borek, Hůrky', NULL, NULL),
(38, 'information', 'kultura', 'Čtení v knihovně: Karel Čapek nahlas', 'Čteme na pokračování, čaj a křesla jsou připravené.', 'Tentokrát Povídky z jedné kapsy. Přijít můžete i jen poslouchat.',
 'Městská knihovna', -8, '15:00', @thu, @thu, '17:00', '18:30', NULL, 'Městská knihovna', 50.0089, 16.3380),
(39, 'information', 'kultura', IF(@advent, 'Vánoční trh na náměstí', 'Farmářský trh na náměstí'), 'Šestnáct stánků, medovina, sýry, košíky a loutkové divadlo.',
 IF(@advent, 'Na trhu hraje dechovka a žáci ZUŠ. Kdo chce pomoct se stavbou stánků, ať přijde v pátek po 15. hodině.', 'Na trhu hraje dechovka a žáci ZUŠ. Vezměte si tašku.'),
 'Kulturní dům', -7, '09:50', @sat, @sat, '09:00', '17:00', NULL, 'Náměstí', 50.0087, 16.3391),
(40, 'information', 'kultura', IF(@advent, 'Rozsvícení vánočního stromu', 'Koncert městské dechovky'), IF(@advent, 'Koledy, svařené víno a lampionový průvod dětí.', 'Hraje se i za mírného deště, pod podloubím.'),
 IF(@advent, 'Strom rozsvítíme v 17 hodin. Děti ze školky zazpívají koledy, hrneček si vezměte z domova.', 'Na programu jsou pochody, polky a něco z filmů. Lavičky postaví hasiči.'),
 'Kulturní dům', -6, '11:30', @sun, @sun, '17:00', '19:00', NULL, 'Náměstí', 50.0087, 16.3391),
(41, 'information', 'voda', 'Poradna k dotacím na kotle a zateplení', 'V úterý od 15 do 17 hodin, bez objednání.', 'Poradkyně kraje pomůže s výběrem a s žádostí. Vezměte si fakturu za energie.',
 'Městský úřad', -5, '10:20', @tue, @tue, '15:00', '17:00', NULL, 'Městský úřad, zasedačka', NULL, NULL),
(42, 'information', 'zdravi', 'Kurz první pomoci pro rodiče', 'Dvě hodiny, zdarma, děti pohlídáme.', 'Resuscitace, dušení, popáleniny a úrazy na hřišti. Volná místa: 6. Přihlášky na telefonu 494 000 140.',
 'Záchranáři Orlicko', -9, '13:00', @sat + 7, @sat + 7, '09:00', '11:00', NULL, 'Základní škola, tělocvična', NULL, NULL),
(43, 'information', 'kultura', 'Kino: pohádka pro malé a detektivka pro velké', 'V 17 a v 19.30 hodin, vstupné 90 a 120 Kč.', 'Pokladna otevírá půl hodiny předem. Sál je přístupný pro vozík.',
 'Kulturní dům', -3, '16:00', @fri, @fri, '17:00', '21:30', NULL, 'Kulturní dům', NULL, NULL),
(44, 'information', 'urad', 'Městský úřad bude v pondělí za týden zavřený', 'Školení k nové spisové službě. Podatelna přijímá datovou schránkou.', 'Občanské průkazy vydáváme v úterý od 8 hodin.',
 'Městský úřad', -2, '08:00', @mon + 7, @mon + 7, NULL, NULL, 1, 'Městský úřad', NULL, NULL),
(45, 'information', 'zdravi', 'Očkování psů a koček', 'V sobotu na náměstí, vzteklina 250 Kč.', 'Vezměte si očkovací průkaz a vodítko, kočky v přepravce.',
 'Veterinární ordinace Podorlice', -10, '10:10', @sat + 7, @sat + 7, '13:00', '15:00', NULL, 'Náměstí u kašny', NULL, NULL),
(46, 'information', 'zdravi', 'Setkání seniorů s hudbou', 'Odvoz zajistíme, stačí zavolat den předem.', 'Program, káva a koláče jsou zdarma. Odvoz objednáte na telefonu 494 000 131.',
 'Město Lhota nad Orlicí', -11, '14:00', @tue + 7, @tue + 7, '14:00', '17:00', NULL, 'Kulturní dům', NULL, NULL);
INSERT INTO sheet (n, kind, state, category, title, summary, body, originator, posted, posted_at, until, down, version) VALUES
(47, 'information', 'archived', 'doprava', 'Uzavírka Nádražní ulice skončila', NULL, 'Nádražní ulice je znovu průjezdná v obou směrech.', 'Městský úřad', -60, '09:00', -45, -44, 1),
(48, 'information', 'archived', 'skoly', 'Zápis do přípravné třídy', 'Zápis je za námi, přišlo 14 dětí.', 'Výsledky rodiče dostanou poštou.', 'Základní škola Lhota', -80, '08:00', -66, -65, 2),
(49, 'information', 'taken_down', 'kultura', 'Výstava starých pohlednic', 'Výstava skončila minulý týden.', 'K vidění bylo 120 pohlednic od sběratelů ze Lhoty a Zářečí.', 'Městská knihovna', -30, '08:00', -5, -4, 1);

-- Clubs and neighbours.
INSERT INTO sheet (n, kind, state, category, title, summary, body, originator, posted, posted_at, until, event, event_from, event_to, place) VALUES
(60, 'community', 'posted', 'nalezy', 'Našly se klíče s modrým přívěskem', 'Ležely v pátek u hřiště. Jsou k vyzvednutí v knihovně.', 'Jsou na nich tři klíče a modrý přívěsek ve tvaru ryby. Ležely v pátek odpoledne u hřiště, schovali jsme je v knihovně.',
 'Petra V., Borek', -2, '16:40', 12, NULL, NULL, NULL, NULL),
(61, 'community', 'posted', 'odpady', CONCAT('Hasiči sbírají železo v sobotu ', @on_sat2), 'Nechte ho před domem do 8 hodin. Kdo nemůže vynášet, ať se ozve, přijdeme.', 'Sbíráme železo, plechy, kotle a nářadí. Ledničky a pneumatiky neodvážíme. Výtěžek jde na nové hadice pro mladé hasiče.',
 'Hasiči Lhota', -7, '18:20', @sat + 7, @sat + 7, '08:00', '12:00', 'Lhota a Zářečí'),
(62, 'community', 'posted', 'kultura', 'Šachový kroužek bere nové hráče', 'Každý čtvrtek v klubovně, od šesti let do devadesáti.', 'Šachovnice máme, stačí přijít. První měsíc je zdarma.',
 'Šachový klub Věž', -9, '19:00', 30, @thu, '16:00', '18:00', 'Klubovna u školy'),
(63, 'community', 'posted', 'kultura', 'Fotbal: Lhota hraje doma s Podorlicí', 'V neděli ve 14 hodin na hřišti u řeky.', 'Vstup je zdarma, klobásy od jedné. Předzápas žáků začíná ve 12 hodin.',
 'Sokol Lhota', -3, '20:15', @sun, @sun, '14:00', '16:00', 'Hřiště u řeky'),
(64, 'community', 'posted', 'kultura', 'Včelaři zvou na přednášku o medovicovém medu', 'S ochutnávkou šesti medů.', 'Přednáší Milan H. ze spolku včelařů. Med na ochutnávku je z našich stanovišť.',
 'Včelaři Orlicko', -5, '17:30', @fri, @fri, '18:00', '20:00', 'Hospoda U Mostu'),
(65, 'community', 'posted', NULL, 'Darujeme přebytky ze zahrady', 'Jablka, dýně a sazenice jahod, odnos z Hůrek.', 'Bedýnky stojí u vrátek, berte kolik potřebujete. Prázdné bedýnky prosíme vrátit.',
 'Rodina S., Hůrky', -1, '15:10', 10, NULL, NULL, NULL, NULL),
(66, 'community', 'posted', 'nalezy', 'Hledáme kočku Micku', 'Mourovatá, bílé ponožky, ztratila se v Zářečí.', 'Naposledy ji viděli u kapličky. Je plachá, prosíme nechytat, stačí zavolat do knihovny.',
 'Lenka B., Zářečí', -4, '18:55', 17, NULL, NULL, NULL, NULL),
(67, 'community', 'posted', 'zdravi', 'Cvičení pro záda každé úterý', 'V tělocvičně od 18 hodin, karimatku s sebou.', 'Cvičí se pomalu, přijít může každý. Vstupné 40 Kč jde na topení.',
 'Sokol Lhota', -12, '12:00', 40, @tue, '18:00', '19:00', 'Základní škola, tělocvična'),
(68, 'community', 'cancelled', 'kultura', 'Lampionový průvod z Borku', 'Průvod se pro silný vítr nekoná. Světýlka si přineste v neděli na náměstí.', 'Průvod se pro silný vítr nekoná.',
 'Spolek Borečáci', -8, '17:00', @sat, @sat, '17:00', '18:30', 'Borek, zastávka'),
(69, 'community', 'posted', 'kultura', 'Divadlo Hrom hledá nápovědu a kulisáka', 'Zkouší se ve středu večer, premiéra je na jaře.', 'Není potřeba nic umět, jen chodit včas. Ozvěte se v kulturním domě.',
 'Divadlo Hrom', -14, '20:30', 20, NULL, NULL, NULL, NULL);
INSERT INTO sheet (n, kind, state, category, title, summary, body, originator, posted, posted_at, until, down) VALUES
(70, 'community', 'archived', 'kultura', 'Dožínky v Hůrkách', 'Děkujeme všem, kdo pekli.', 'Vybralo se 12 400 Kč na opravu kapličky.', 'Spolek Hůrky žijí', -75, '10:00', -61, -60);

-- Crisis.
INSERT INTO sheet (n, kind, state, title, summary, body, originator, posted, posted_at, until, down, event, event_from, event_to, place) VALUES
(80, 'crisis', 'posted', 'Zkouška sirén ve středu ve 12 hodin', 'Kolísavý tón trvá 140 sekund. Nic se neděje, nikam nechoďte.',
 'Sirény se zkoušejí každou první středu v měsíci. Kdyby zněly jindy: zavřete okna, pusťte si rozhlas a sledujte tuto nástěnku.', 'Město Lhota nad Orlicí, krizový štáb',
 -1, '12:00', @siren, NULL, @siren, '12:00', '12:05', 'Celé město'),
(81, 'crisis', 'archived', 'Orlice opadá, bdělost skončila', 'Most u mlýna je znovu otevřený.', 'Hladina klesla pod první stupeň. Pytle s pískem nechte na místě, odvezou je technické služby.', 'Město Lhota nad Orlicí, krizový štáb',
 -120, '06:40', -118, -117, NULL, NULL, NULL, 'Zářečí');

-- Boards first, then sheets as notices: their ids follow the last one there is.
INSERT INTO board (town_code, kind, revision, changed_at) SELECT @town, kind, 1, UTC_TIMESTAMP() FROM sheet GROUP BY kind;
SET @ids = (SELECT COALESCE(MAX(id), 0) FROM notice);
INSERT INTO notice (id, town_code, kind, state, title, summary, body, category_id, originator, reference, issued_on, posted_at, takedown_on, takendown_at, changed_at,
                    urgent, personal_data, event_from, event_to, event_all_day, place, lat, lon, link, version)
SELECT @ids + s.n, @town, s.kind, s.state, s.title, s.summary, s.body, c.id, s.originator, s.reference,
       IF(s.kind = 'official_copy', @today + INTERVAL s.posted - 1 DAY, NULL),
       TIMESTAMP(@today + INTERVAL s.posted DAY, s.posted_at), @today + INTERVAL s.until DAY, TIMESTAMP(@today + INTERVAL s.down DAY),
       CASE WHEN s.down IS NOT NULL THEN TIMESTAMP(@today + INTERVAL s.down DAY)
            WHEN s.state IN ('cancelled', 'extended') THEN TIMESTAMP(@today - INTERVAL 1 DAY, '10:00')
            WHEN s.state = 'scheduled' THEN TIMESTAMP(@today - INTERVAL 1 DAY, '09:00')
            ELSE TIMESTAMP(@today + INTERVAL s.posted DAY, s.posted_at) END,
       s.urgent, s.personal,
       TIMESTAMP(@today + INTERVAL s.event DAY, COALESCE(s.event_from, '00:00')),
       TIMESTAMP(@today + INTERVAL s.event + COALESCE(s.event_days, 0) DAY, COALESCE(s.event_to, '00:00')),
       s.event_days IS NOT NULL, s.place, s.lat, s.lon, s.link, s.version
  FROM sheet s LEFT JOIN category c ON c.town_code = @town AND c.slug = s.category;
UPDATE notice n JOIN sheet s ON n.id = @ids + s.n SET n.corrects_id = @ids + s.corrects WHERE s.corrects IS NOT NULL;
INSERT INTO notice_version (notice_id, version, recorded_at, title, summary, body)
SELECT id, 1, posted_at + INTERVAL 1 DAY, 'Zápis do přípravné třídi', summary, body FROM notice WHERE id = @ids + 48;

INSERT INTO attachment (notice_id, position, title, url, media_type, bytes)
VALUES (@ids + 1, 1, 'Záměr pronájmu s půdorysem', 'https://lhotanadorlici.example.org/deska/zamer-pronajmu-cp-12.pdf', 'application/pdf', 421888),
       (@ids + 2, 1, 'Návrh rozpočtu', 'https://lhotanadorlici.example.org/deska/navrh-rozpoctu.pdf', 'application/pdf', 198400),
       (@ids + 2, 2, 'Komentář k rozpočtu', 'https://lhotanadorlici.example.org/deska/komentar.pdf', 'application/pdf', 88100),
       (@ids + 2, 3, 'Tabulky', 'https://lhotanadorlici.example.org/deska/rozpocet.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 45200),
       (@ids + 3, 1, 'Opravená mapa', 'https://lhotanadorlici.example.org/deska/skolni-mapa.pdf', 'application/pdf', 1204000),
       (@ids + 5, 1, 'Podklady k jednání', 'https://lhotanadorlici.example.org/deska/podklady.zip', 'application/zip', 3145000),
       (@ids + 6, 1, 'Návrh opatření', 'https://lhotanadorlici.example.org/deska/opatreni.pdf', 'application/pdf', 260000),
       (@ids + 7, 1, 'Vyhláška, úplné znění', 'https://lhotanadorlici.example.org/deska/vyhlaska-odpady.pdf', 'application/pdf', 143000),
       (@ids + 8, 1, 'Usnesení', 'https://lhotanadorlici.example.org/deska/usneseni-41.pdf', 'application/pdf', 99000),
       (@ids + 11, 1, 'Dražební vyhláška', 'https://lhotanadorlici.example.org/deska/drazba.pdf', 'application/pdf', 512000),
       (@ids + 12, 1, 'Situace', 'https://lhotanadorlici.example.org/deska/situace-214-3.png', 'image/png', 310000),
       (@ids + 29, 1, 'Hodiny sběrného dvora k vytištění', 'https://lhotanadorlici.example.org/sberny-dvur.pdf', 'application/pdf', 40100),
       (@ids + 32, 1, 'Mapa úseků', 'https://lhotanadorlici.example.org/udrzba.png', 'image/png', 820000),
       (@ids + 39, 1, 'Plakát', 'https://lhotanadorlici.example.org/plakat.jpg', 'image/jpeg', 640000);
UPDATE notice n SET attachments = (SELECT COUNT(*) FROM attachment a WHERE a.notice_id = n.id) WHERE town_code = @town;

-- What the programs would have written: folded text for search, slugs, UTC.
CREATE TEMPORARY TABLE folded (id BIGINT PRIMARY KEY, title TEXT, whole TEXT);
INSERT INTO folded SELECT id, LOWER(title), LOWER(CONCAT_WS(' ', title, summary, body, reference, originator)) FROM notice WHERE town_code = @town;
UPDATE folded SET
  title = REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(title, 'á', 'a'), 'č', 'c'), 'ď', 'd'), 'é', 'e'), 'ě', 'e'), 'í', 'i'), 'ň', 'n'), 'ó', 'o'),
  whole = REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(whole, 'á', 'a'), 'č', 'c'), 'ď', 'd'), 'é', 'e'), 'ě', 'e'), 'í', 'i'), 'ň', 'n'), 'ó', 'o');
UPDATE folded SET
  title = REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(title, 'ř', 'r'), 'š', 's'), 'ť', 't'), 'ú', 'u'), 'ů', 'u'), 'ý', 'y'), 'ž', 'z'),
  whole = REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(whole, 'ř', 'r'), 'š', 's'), 'ť', 't'), 'ú', 'u'), 'ů', 'u'), 'ý', 'y'), 'ž', 'z');
UPDATE notice n JOIN folded f ON f.id = n.id
   SET n.search_text = TRIM(REGEXP_REPLACE(f.whole, '[^a-z0-9]+', ' ')),
       n.slug = TRIM(BOTH '-' FROM REGEXP_REPLACE(REGEXP_REPLACE(f.title, '[^a-z0-9]+', '-'), '^(.{1,60})(-.*)?$', '\\1'));
CREATE TEMPORARY TABLE summer (since DATETIME, until DATETIME);
INSERT INTO summer
SELECT march - INTERVAL WEEKDAY(march + INTERVAL 1 DAY) DAY + INTERVAL 2 HOUR, october - INTERVAL WEEKDAY(october + INTERVAL 1 DAY) DAY + INTERVAL 3 HOUR
  FROM (SELECT DATE(CONCAT(@year + n, '-03-31')) AS march, DATE(CONCAT(@year + n, '-10-31')) AS october
          FROM (SELECT -1 AS n UNION ALL SELECT 0 UNION ALL SELECT 1) years) ends;
UPDATE notice n LEFT JOIN summer s ON n.posted_at >= s.since AND n.posted_at < s.until SET n.posted_at = n.posted_at - INTERVAL IF(s.since IS NULL, 1, 2) HOUR WHERE n.town_code = @town;
UPDATE notice n LEFT JOIN summer s ON n.changed_at >= s.since AND n.changed_at < s.until SET n.changed_at = n.changed_at - INTERVAL IF(s.since IS NULL, 1, 2) HOUR WHERE n.town_code = @town;
UPDATE notice n LEFT JOIN summer s ON n.takendown_at >= s.since AND n.takendown_at < s.until SET n.takendown_at = n.takendown_at - INTERVAL IF(s.since IS NULL, 1, 2) HOUR WHERE n.town_code = @town;
UPDATE notice n LEFT JOIN summer s ON n.event_from >= s.since AND n.event_from < s.until SET n.event_from = n.event_from - INTERVAL IF(s.since IS NULL, 1, 2) HOUR WHERE n.town_code = @town;
UPDATE notice n LEFT JOIN summer s ON n.event_to >= s.since AND n.event_to < s.until SET n.event_to = n.event_to - INTERVAL IF(s.since IS NULL, 1, 2) HOUR WHERE n.town_code = @town;
UPDATE board b SET changed_at = (SELECT MAX(changed_at) FROM notice n WHERE n.town_code = b.town_code AND n.kind = b.kind) WHERE town_code = @town;
DROP TEMPORARY TABLE sheet, folded, summer, day_word;
COMMIT;
