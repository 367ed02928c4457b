-- What is worked out from the table of towns: the words they are found by and their neighbours. Run after towns came or changed; any number of times.

-- Towns without words are new or renamed (who renames a town deletes its words). The name from each word on but prepositions, then the district.
INSERT INTO town_word (word, letters, whole, population, town_code)
WITH RECURSIVE part (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM part WHERE n < 6)
SELECT CONCAT(name, ' ', district), LENGTH(name), whole, population, code
  FROM (SELECT t.code, t.population, n = 0 AS whole, REPLACE(d.slug, '-', ' ') AS district,
               IF(n = 0, t.name_folded, SUBSTRING(t.name_folded, LENGTH(SUBSTRING_INDEX(t.name_folded, ' ', n)) + 2)) AS name
          FROM town t
          JOIN district d ON d.code = t.district_code
          JOIN part ON n <= LENGTH(t.name_folded) - LENGTH(REPLACE(t.name_folded, ' ', ''))
         WHERE NOT EXISTS (SELECT 1 FROM town_word w WHERE w.town_code = t.code)) part_of_name
 WHERE name NOT RLIKE '^(nad|pod|u|v|ve|na|pri|za|a|s|o) ';

-- Each name, and each later part of five letters and more, with one letter left out at every place; and as it is.
INSERT INTO town_key (word, town_code)
WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 81)
SELECT DISTINCT CONCAT(LEFT(name, n - 1), SUBSTRING(name, n + 1)), town_code
  FROM (SELECT town_code, LEFT(word, letters) AS name
          FROM town_word w
         WHERE (whole OR letters >= 5)
           AND NOT EXISTS (SELECT 1 FROM town_key k WHERE k.town_code = w.town_code)) named
  JOIN place ON n <= LENGTH(name) + 1;

-- The ten nearest real towns of each, worked out again whenever the number of towns differs. A grid, because MariaDB uses a spatial key only with
-- constant shapes: first among towns within 10 km in squares of that size, then, for the few with less than ten there, within 40 km.
SET @towns = (SELECT COUNT(*) FROM town WHERE ended_on IS NULL AND NOT invented);
SET @stale = @towns <> (SELECT COUNT(DISTINCT n.town_code) FROM neighbour n JOIN town t ON t.code = n.town_code WHERE NOT t.invented);
DELETE n FROM neighbour n JOIN town t ON t.code = n.town_code WHERE @stale AND NOT t.invented;
CREATE TEMPORARY TABLE square (size INT, y INT, x INT, code INT, lat DOUBLE, lon DOUBLE, narrow DOUBLE, PRIMARY KEY (size, y, x, code), KEY (code));
INSERT INTO square
SELECT size, FLOOR(lat * 111.2 / size), FLOOR(lon * 70 / size), code, lat, lon, COS(RADIANS(lat))
  FROM town JOIN (SELECT 10 AS size UNION ALL SELECT 40) sizes
 WHERE @stale AND ended_on IS NULL AND NOT invented;
CREATE TEMPORARY TABLE around (PRIMARY KEY (size, y, x, code)) SELECT size, y, x, code, lat, lon FROM square;
CREATE TEMPORARY TABLE near_town (town_code INT, neighbour_code INT, metres INT, PRIMARY KEY (town_code, metres, neighbour_code));
INSERT INTO near_town
SELECT a.code, b.code, 1000 * SQRT(POW((a.lat - b.lat) * 111.2, 2) + POW((a.lon - b.lon) * 111.2 * a.narrow, 2)) AS metres
  FROM square a
  JOIN (SELECT -1 AS step UNION ALL SELECT 0 UNION ALL SELECT 1) row
  JOIN around b ON b.size = 10 AND b.y = a.y + row.step AND b.x BETWEEN a.x - 1 AND a.x + 1 AND b.code <> a.code
 WHERE a.size = 10
HAVING metres < 10000;
CREATE TEMPORARY TABLE lonely (code INT PRIMARY KEY)
SELECT s.code FROM square s LEFT JOIN near_town n ON n.town_code = s.code WHERE s.size = 40 GROUP BY s.code HAVING COUNT(n.town_code) < 10;
INSERT IGNORE INTO near_town
SELECT a.code, b.code, 1000 * SQRT(POW((a.lat - b.lat) * 111.2, 2) + POW((a.lon - b.lon) * 111.2 * a.narrow, 2)) AS metres
  FROM lonely l
  JOIN square a ON a.code = l.code AND a.size = 40
  JOIN (SELECT -1 AS step UNION ALL SELECT 0 UNION ALL SELECT 1) row
  JOIN around b ON b.size = 40 AND b.y = a.y + row.step AND b.x BETWEEN a.x - 1 AND a.x + 1 AND b.code <> a.code
HAVING metres < 40000;
INSERT INTO neighbour (town_code, metres, neighbour_code)
SELECT town_code, metres, neighbour_code
  FROM (SELECT town_code, metres, neighbour_code, ROW_NUMBER() OVER (PARTITION BY town_code ORDER BY metres, neighbour_code) AS n FROM near_town) ranked
 WHERE n <= 10;
DROP TEMPORARY TABLE square, around, near_town, lonely;
